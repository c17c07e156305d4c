"""How long each stage takes for 5, 500 and 5,000 generated sources, and how the time grows.

    python -m benchmarks.stages [sizes …]

The growth is the exponent of a power law between the last two sizes: 1 is linear.
"""

from __future__ import annotations

import math
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.compose.crosslinks import broken_crosslinks
from generator.compose.edition import compose
from generator.model.addresses import SiteAddress
from generator.model.diagnostics import has_errors
from generator.model.origins import Origins
from generator.output.pdf.refusals import broken_crossrefs
from generator.output.views import render
from generator.pipeline import collector_at_rest
from generator.publish import publish
from generator.read.corpus import read
from generator.verify.dossier import verify

V = TypeVar("V")

PEOPLE, TERMS = 40, 60
SYLLABLES = ("ba", "ko", "mi", "ra", "tel", "un", "vor", "zi")


def name_of(number: int) -> str:
    """A made-up name, different for each number."""
    digits = []
    for _ in range(3):
        number, digit = divmod(number, len(SYLLABLES))
        digits.append(SYLLABLES[digit])
    return "".join(digits).capitalize() + "ov" * (1 + number)


def date_of(number: int) -> str:
    """A date for each number."""
    return f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}"


def source_text(number: int) -> str:
    """A source of some 300 words that names people and terms, with figures of its own."""
    paragraphs = []
    for part in range(6):
        person, term = (
            name_of((number + part) % PEOPLE),
            f"measure {name_of(100 + (number * 7 + part) % TERMS)}",
        )
        paragraphs.append(
            f"Minister {person} spoke about {term} in report {number} part {part}."
            f" The share rose to {number % 89 + part}.{part} percent of the whole, said {person}."
            f" Others found the figure {number * 3 + part} too low and asked for another count."
            " Nothing more was said on that day, and the talks went on behind closed doors until late."
        )
    head = f"---\ntitle: Report {number}\nissued: {date_of(number)}\nrights: full\n---\n"
    return head + "\n\n".join(paragraphs) + "\n"


def project(folder: Path, sources: int) -> Path:
    """A project with so many sources, and an event that quotes each of them."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "sources").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Benchmark\nsite_description: A benchmark.\n")
    for number in range(sources):
        (folder / "sources" / f"report-{number}.md").write_text(source_text(number))
    (folder / "content" / "glossary.yml").write_text(glossary())
    (folder / "content" / "timeline.yml").write_text(timeline(sources))
    return folder


def glossary() -> str:
    """People and terms of the generated sources."""
    lines = ["sides:\n  - {id: here, pref_label: Hereland}\npeople:\n"]
    for number in range(PEOPLE):
        name = name_of(number)
        lines.append(f"  - {{id: {name.lower()}, pref_label: {name}, kind: official, side: here}}\n")
    lines.append("concepts:\n")
    for number in range(TERMS):
        name = name_of(100 + number)
        lines.append(
            f"  - id: {name.lower()}-term\n    pref_label: measure {name}\n"
            f"    briefing: {str(number < 5).lower()}\n"
            "    definition: {text: A measure., basis: editor, reason: Made up.}\n"
        )
    return "".join(lines)


def timeline(sources: int) -> str:
    """An event for each source, cited with words of it."""
    lines = ["events:\n"]
    for number in range(sources):
        person = name_of(number % PEOPLE)
        lines.append(
            f"  - id: event-{number}\n    kind: statement\n    title: Statement {number}\n"
            f"    date: {date_of(number)}\n    date_basis: Made up.\n    people: [{person.lower()}]\n"
            f"    summary: Minister {person} spoke.\n    cite:\n"
            f"      - source: report-{number}\n        exact: Minister {person} spoke about"
            f" measure {name_of(100 + (number * 7) % TERMS)} in report {number} part 0\n"
        )
    return "".join(lines)


def timed(act: Callable[[], V]) -> tuple[float, V]:
    """Seconds of processor time that the act takes, and what it gives."""
    begin = time.process_time()
    value = act()
    return time.process_time() - begin, value


def stages(folder: Path) -> dict[str, float]:
    """Seconds for each stage, with the garbage collector at rest as the pipeline has it."""
    with collector_at_rest():
        return _timed_stages(folder)


def _timed_stages(folder: Path) -> dict[str, float]:
    seconds = {}
    seconds["read"], (corpus, unread) = timed(lambda: read(folder))
    assert corpus is not None
    seconds["verify"], (dossier, unproved) = timed(lambda: verify(corpus))
    assert not has_errors((*unread, *unproved)), (*unread, *unproved)[:5]
    seconds["compose"], edition = timed(lambda: compose(dossier))
    origins = Origins(dossier)
    seconds["crosslinks"], broken = timed(lambda: [*broken_crosslinks(edition, origins)])
    seconds["crossrefs"], lost = timed(lambda: [*broken_crossrefs(edition, SiteAddress(), origins.of)])
    assert not [*broken, *lost], [*broken, *lost][:5]
    seconds["render"], files = timed(lambda: render(edition))
    seconds["publish"], _ = timed(lambda: publish(files, folder / "build" / "pages"))
    return seconds


def main(sizes: list[int]) -> None:
    """Print a table: seconds by stage and size, and the growth between the last two sizes."""
    with tempfile.TemporaryDirectory() as place:
        found = {size: stages(project(Path(place) / "project", size)) for size in sizes}
    print(f"{'stage':<10}" + "".join(f"{size:>12,}" for size in sizes) + f"{'growth':>10}")
    for stage in (*found[sizes[0]], "all"):
        row = [sum(found[size].values()) if stage == "all" else found[size][stage] for size in sizes]
        growth = math.log(row[-1] / row[-2]) / math.log(sizes[-1] / sizes[-2]) if len(sizes) > 1 else 1
        print(f"{stage:<10}" + "".join(f"{seconds:>10.3f} s" for seconds in row) + f"{growth:>10.2f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [5, 500, 5_000])
