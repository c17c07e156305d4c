"""A made-up subject of any size: two towns talk about harbour dues and night ferries, a week an article.

Every kind of page has something to show, and with enough sources every list is longer than a page shows.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import yaml

FIRST_DAY = datetime.date(2024, 3, 1)
SETTINGS = Path(__file__).parents[1] / "diagnostics" / "base" / "mkdocs.yml"
# Much of it is said to be the author's own, so that pages have to show that too.
OURS = SETTINGS.read_text(encoding="utf-8").replace("extra:\n", "extra:\n  briefing: {own_percent: 100}\n", 1)
PEOPLE = {
    "ada-lind": ("Ada Lind", "official", "norby", "mayor of Norby"),
    "bo-falk": ("Bo Falk", "official", "norby", "harbour master"),
    "cleo-marr": ("Cleo Marr", "official", "sutby", "mayor of Sutby"),
    "dag-orre": ("Dag Orre", "analyst", None, "ferry analyst"),
    "eva-stig": ("Eva Stig", "executive", None, "head of the ferry line"),
}
SPOKEN = ("wants lower dues", "asks for a night ferry", "offers to wait", "doubts the count", "counts ships")
Tree = dict[str, Any]


def last_day(sources: int) -> datetime.date:
    """The day of the newest of so many sources."""
    return FIRST_DAY + datetime.timedelta(days=7 * max(sources - 1, 0))


def harbours(folder: Path, sources: int, *, heading: str = "Ships and berths", sayings: int = 8) -> Path:
    """A project with so many articles; all may be shown whole, but of the later ones each seventh not at all.

    One more article names neither topic, so that there is a project even with none of them. `heading` is one
    of the author's own in the briefing on the dues, `sayings` how often each person is quoted at most.
    """
    weeks = range(1, sources + 1)
    written = {
        "mkdocs.yml": OURS,
        "sources/weather.md": _source("Weather", 0, "full", "It rained on the coast. Nobody met."),
        **{f"sources/week-{week:02}.md": _week(week) for week in weeks},
        "content/glossary.yml": dumped(_glossary(weeks, sayings)),
        "content/timeline.yml": dumped({"events": [*_rounds(weeks), *map(_event, weeks)]}),
        "content/briefings/harbour-dues.md": _briefing(weeks, heading),
    }
    for name, text in written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def dumped(tree: Tree) -> str:
    """A file of this content, as an author would write it."""
    return yaml.dump(tree, Dumper=_Plain, sort_keys=False, allow_unicode=True)


class _Plain(yaml.SafeDumper):
    """A dumper without anchors, which no input file may have."""

    def ignore_aliases(self, data: object) -> bool:
        """Never refer to what was written before."""
        del data
        return True


def _source(title: str, week: int, rights: str, text: str) -> str:
    issued = FIRST_DAY + datetime.timedelta(days=7 * max(week - 1, 0))
    head = {"title": title, "publisher": "The Coast", "issued": str(issued), "rights": rights}
    return f"---\n{dumped(head)}---\n{text}\n"


def _week(week: int) -> str:
    people = " ".join(
        f"{name}, {title}, {said} in week {week}."
        for (name, _, _, title), said in zip(PEOPLE.values(), _turned(week), strict=True)
    )
    return _source(
        f"The harbour in week {week}",
        week,
        "none" if week > 13 and week % 7 == 0 else "full",
        f"The harbour dues of Norby stand at {100 + week} crowns in week {week}. The night ferries carried"
        f" {1000 + week} people in week {week}, and {2 * week} ships called.\n\n{people}\n\nNorby and Sutby"
        f" met over the harbour dues in week {week}. Norby will mend berth {week}. Nobody said who pays.",
    )


def _turned(week: int) -> tuple[str, ...]:
    at = week % len(SPOKEN)
    return (*SPOKEN[at:], *SPOKEN[:at])


def _cite(week: int, exact: str) -> list[Tree]:
    return [{"source": f"week-{week:02}", "exact": exact}]


def _own(text: str) -> Tree:
    return {"text": text, "basis": "editor", "reason": "An explanation of the words."}


def _glossary(weeks: range, sayings: int) -> Tree:
    def figures(words: str, first: int) -> list[Tree]:
        return [
            {"value": str(first + week), "cite": _cite(week, words.format(first + week, week))}
            for week in weeks
        ]

    def concept(name: str, label: str, **more: object) -> Tree:
        return {"id": name, "pref_label": label, "definition": _own(f"What {label} means."), **more}

    return {
        "sides": [{"id": "norby", "pref_label": "Norby"}, {"id": "sutby", "pref_label": "Sutby"}],
        "people": [_person(name, weeks, sayings) for name in PEOPLE],
        "organisations": [{"id": "coast-line", "pref_label": "ferry line", "existed": "2001/.."}],
        "concepts": [
            concept("harbour-dues", "harbour dues", briefing=True),
            concept("night-ferries", "night ferries", briefing=True, related=["harbour-dues"]),
            concept("berth", "berth", broader="harbour-dues"),
            concept("ship", "ship", alt_labels=["ships"], broader="night-ferries"),
        ],
        "measurands": [
            _measurand(
                "dues", "Harbour dues of Norby", "crowns", figures("stand at {} crowns in week {}", 100)
            ),
            _measurand(
                "carried",
                "People on the night ferries",
                "people",
                figures("carried {} people in week {}", 1000),
            ),
        ],
    }


def _measurand(name: str, label: str, unit: str, figures: list[Tree]) -> Tree:
    return {
        "id": name,
        "pref_label": label,
        "unit": unit,
        "about": ["harbour-dues" if name == "dues" else "night-ferries"],
        "figures": figures,
    }


def _person(name: str, weeks: range, sayings: int) -> Tree:
    label, kind, side, title = PEOPLE[name]
    at = list(PEOPLE).index(name)
    said = [
        {
            "text": f"{label} {_turned(week)[at]}.",
            "date": str(FIRST_DAY + datetime.timedelta(days=7 * (week - 1))),
            "cite": _cite(week, f"{_turned(week)[at]} in week {week}"),
        }
        for week in weeks[:sayings]
    ]
    roles = [
        {
            "title": title,
            "held": "2020/..",
            "held_basis": "The list of the town's offices.",
            "cite": _cite(week, f"{label}, {title}"),
        }
        for week in weeks[:1]
    ]
    return {
        "id": name,
        "pref_label": label,
        "kind": kind,
        **({"side": side} if side else {}),
        "roles": roles,
        "said": said,
    }


def _event(week: int) -> Tree:
    return {
        "id": f"ferries-{week}",
        "kind": ("data", "measure", "statement", "other")[week % 4],
        "title": f"The night ferries in week {week}",
        "date": str(FIRST_DAY + datetime.timedelta(days=7 * (week - 1))),
        "date_basis": "The day of the paper.",
        "summary": f"The night ferries carried {1000 + week} people.",
        "people": ["eva-stig"],
        "terms": ["night-ferries"],
        "cite": _cite(week, f"carried {1000 + week} people in week {week}"),
    }


def _rounds(weeks: range) -> list[Tree]:
    return [_round(week, weeks) for week in weeks[:2]]


def _round(week: int, weeks: range) -> Tree:
    met = _cite(week, f"met over the harbour dues in week {week}")
    day = FIRST_DAY + datetime.timedelta(days=7 * (week - 1))
    return {
        "id": f"round-{week}",
        "kind": "round",
        "title": f"The talks of week {week}",
        "date": str(day),
        "date_basis": "The day of the paper.",
        "summary": "Norby and Sutby met over the harbour dues.",
        "status": "concluded",
        "status_basis": "The paper tells of the meeting as over.",
        "sides": ["norby", "sutby"],
        "people": ["ada-lind", "cleo-marr"],
        "terms": ["harbour-dues"],
        "follows": ["round-1"] if week == 2 else [],
        "result": {"text": "They met; who pays was not said.", "cite": _cite(week, "Nobody said who pays.")},
        "delegations": [
            {"side": "norby", "members": [_member("ada-lind", week), _member("bo-falk", week)]},
            {"side": "sutby", "members": [_member("cleo-marr", week)]},
        ],
        "positions": [
            {
                "side": side,
                "side_basis": "The towns met over them.",
                "text": "The harbour dues matter.",
                "cite": met,
            }
            for side in ("norby", "sutby")
        ],
        "unclear": [{"text": "Who pays the harbour dues.", "cite": _cite(week, "Nobody said who pays.")}],
        "commitments": [
            {
                "id": f"berth-{each}",
                "kind": "do",
                "by": "norby",
                "to": "sutby",
                "text": f"Norby will mend berth {each}.",
                "due": str(day + datetime.timedelta(days=30 * each)),
                "due_basis": "A month for each berth.",
                "cite": _cite(each, f"Norby will mend berth {each}."),
            }
            for each in weeks[:14]
            if each % 2 == week % 2
        ],
        "cite": met,
    }


def _member(name: str, week: int) -> Tree:
    label, _, _, title = PEOPLE[name]
    cite = _cite(week, f"{label}, {title}")
    return {"person": name, "cite": cite} | ({"role": title} if week == 1 else {})


def _briefing(weeks: range, heading: str) -> str:
    notes = [f'[^n{week}]: {{source: week-{week:02}, exact: "in week {week}. The night"}}' for week in weeks]
    own = ['[^own]: {basis: editor, reason: "No source tells."}']
    points = [f"- The dues were told again in week {week}. [^n{week}]" for week in weeks[:6]]
    dispute = (
        [
            "disputes:",
            "  - id: how-much",
            "    question: How high are the dues?",
            "    positions:",
            *(
                f"      - {{text: 'One says {100 + week} crowns.', cite: [{{source: week-{week:02},"
                f" exact: 'stand at {100 + week} crowns in week {week}'}}]}}"
                for week in weeks[:3]
            ),
        ]
        if len(weeks) > 1
        else []
    )
    lines = [
        "---",
        "deck: What a ship pays, and who carries whom at night",
        *dispute,
        "---",
        "## Bottom line",
        "",
        "The dues are what the towns talk about. [^own]",
        "",
        *(["## Key points", "", *points, ""] if points else []),
        "## What is not known",
        "",
        "- Who pays. [^own]",
        "",
        f"## {heading}",
        "",
        *(f"In week {week} the ferries ran at night. [^n{week}]\n" for week in weeks[6:]),
        "Ships need berths. [^own]",
        "",
        *notes,
        *own,
    ]
    return "\n".join(lines) + "\n"
