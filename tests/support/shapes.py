"""Small subjects of unusual shape: what one of them lacks, or has too much of, no page may assume.

Those of a few lines stand in `tests/shapes/`, a folder each; those that are large are made here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.harbours import SETTINGS, dumped

Tree = dict[str, Any]
FOLDER = Path(__file__).parents[1] / "shapes"
LARGE = ("twelve_sides", "sixty_events")
SHAPES = ("bare", "no_sides", "no_rounds", "german", *LARGE)
TOWNS = (
    *("Alby", "Borum", "Cadstow", "Denholt", "Elmwick", "Fornby"),
    *("Garth", "Holmsey", "Ingle", "Jarrow", "Kelby", "Lundham"),
)


def project_of_shape(name: str, folder: Path) -> Path:
    """A project of this shape in a folder."""
    if name in LARGE:
        files = _twelve_sides() if name == "twelve_sides" else _sixty_events()
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    else:
        shutil.copytree(FOLDER / name, folder)
    if not (folder / "mkdocs.yml").exists():
        settings = SETTINGS.read_text(encoding="utf-8").replace("The Lake Talks", "The Coast Papers")
        described = settings.replace("Two towns talk about a lake", "What the papers of a coast tell")
        (folder / "mkdocs.yml").write_text(described, encoding="utf-8")
    return folder


def _twelve_sides() -> Mapping[str, str]:
    """Twelve towns at one table, each with a mayor, a position and something that it undertakes."""
    met = "The twelve towns met at the canal on 5 May 2024."
    spoken = (f"{_mayor(town)}, {_wants(town, at)} {_mends(town, at)}" for at, town in _numbered())
    text = "\n\n".join((met, *spoken, "Nothing was signed."))
    towns = {
        "sides": [{"id": town.lower(), "pref_label": town} for town in TOWNS],
        "people": [_person(town) for town in TOWNS],
        "concepts": [_concept("gate", briefing=True)],
    }
    return {
        "sources/canal.md": _source("Twelve towns meet", "2024-05-06", text),
        "content/glossary.yml": dumped(towns),
        "content/timeline.yml": dumped({"events": [_canal_talks(met)]}),
    }


def _canal_talks(met: str) -> Tree:
    signed = _cite("canal", "Nothing was signed.")
    return {
        "id": "canal-talks",
        "kind": "round",
        "title": "The canal talks",
        "date": "2024-05-05",
        "summary": "The twelve towns met on 5 May 2024.",
        "status": "concluded",
        "status_cite": signed,
        "sides": [town.lower() for town in TOWNS],
        "terms": ["gate"],
        "result": {"text": "Nothing was signed.", "cite": signed},
        "delegations": [{"side": town.lower(), "members": [_member(town)]} for town in TOWNS],
        "positions": [
            {
                "side": town.lower(),
                "text": f"{town} wants gate {at} open.",
                "cite": _cite("canal", f"{_mayor(town)}, {_wants(town, at)}"),
            }
            for at, town in _numbered()
        ],
        "commitments": [
            {
                "id": f"gate-{at}",
                "kind": "do",
                "by": town.lower(),
                "text": _mends(town, at),
                "cite": _cite("canal", _mends(town, at)),
            }
            for at, town in _numbered()
        ],
        "cite": _cite("canal", met),
    }


def _sixty_events() -> Mapping[str, str]:
    """A ferry told of sixty times in seven years, with two silent ones; no people, sides or briefings."""
    days = [f"{2018 + at // 12 + 2 * (at >= 36)}-{at % 12 + 1:02}-{at % 27 + 1:02}" for at in range(60)]
    kinds = ("data", "measure", "statement", "other")
    events = [
        {
            "id": f"day-{at}",
            "kind": kinds[at % 4],
            "title": f"The ferry on day {at}",
            "date": day,
            "date_basis": "The day of the paper.",
            "summary": f"The ferry carried {200 + at} people.",
            "terms": ["ferry"],
            "cite": _cite(f"day-{at:02}", f"carried {200 + at} people on day {at}"),
        }
        for at, day in enumerate(days, start=1)
    ]
    sources = {
        f"sources/day-{at:02}.md": _source(
            f"The ferry on day {at}", day, f"The ferry carried {200 + at} people on day {at}."
        )
        for at, day in enumerate(days, start=1)
    }
    return {
        **sources,
        "content/glossary.yml": dumped({"concepts": [_concept("ferry")]}),
        "content/timeline.yml": dumped({"events": events}),
    }


def project_of_events(folder: Path, dates: Sequence[str | None], title: str = "The ferry on day") -> Path:
    """A project of one source, which tells of as many events, on these dates; None where nobody knows one."""
    numbered = list(enumerate(dates, start=1))
    kinds = ("data", "measure", "statement", "meeting", "other")
    events = [
        {
            "id": f"day-{at}",
            "kind": kinds[at % 5],
            "title": f"{title} {at}",
            "summary": f"The ferry carried {200 + at} people.",
            "terms": ["ferry"],
            "cite": _cite("coast", f"carried {200 + at} people on day {at}."),
        }
        | {"date": day or "unknown", "date_basis": "The paper." if day else "The paper has no day."}
        for at, day in numbered
    ]
    told = [f"The ferry carried {200 + at} people on day {at}." for at, _ in numbered]
    files = {
        "sources/coast.md": _source("The ferry", "2024-06-01", "\n\n".join(told) or "The ferry sails."),
        "content/glossary.yml": dumped({"concepts": [_concept("ferry")]}),
        "content/timeline.yml": dumped({"events": events}),
        "mkdocs.yml": SETTINGS.read_text(encoding="utf-8"),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _numbered() -> Iterable[tuple[int, str]]:
    return enumerate(TOWNS, start=1)


def _mayor(town: str) -> str:
    return f"The mayor of {town}, Ann {town}son"


def _wants(town: str, gate: int) -> str:
    return f"wants gate {gate} open for {town}."


def _mends(town: str, gate: int) -> str:
    return f"{town} will mend gate {gate}."


def _person(town: str) -> Tree:
    return {
        "id": f"ann-{town.lower()}",
        "pref_label": f"Ann {town}son",
        "kind": "official",
        "side": town.lower(),
        "roles": [{"title": f"mayor of {town}", "cite": _cite("canal", _mayor(town))}],
    }


def _member(town: str) -> Tree:
    cite = _cite("canal", _mayor(town))
    return {"person": f"ann-{town.lower()}", "role": f"mayor of {town}", "cite": cite}


def _source(title: str, issued: str, text: str) -> str:
    head = {"title": title, "publisher": "The Coast", "issued": issued, "rights": "full"}
    return f"---\n{dumped(head)}---\n{text}\n"


def _cite(source: str, exact: str) -> list[Tree]:
    return [{"source": source, "exact": exact}]


def _concept(name: str, **more: object) -> Tree:
    own = {"text": f"What {name} means.", "basis": "editor", "reason": "An explanation of the word."}
    return {"id": name, "pref_label": name, "definition": own, **more}
