"""How long it takes to compare 5,000 statements with their evidence in 1,000 sources.

    python -m benchmarks.compared

Each source is cited by five events, whose summaries say in other words what a sentence of it says. Only the
comparison counts: reading files, finding citations and names come before. Seconds are of processor time, with
the garbage collector at rest as the pipeline has it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.stages import PEOPLE, date_of, name_of, project, timed
from generator.model.claims import Outcome
from generator.pipeline import collector_at_rest
from generator.read.corpus import read
from generator.text.names import NameIndex
from generator.verify import content
from generator.verify.comparing.readings import readings
from generator.verify.dossier import verify

SOURCES, STATEMENTS = 1_000, 5
ALLOWED = 5.0


def statement(number: int, part: int) -> tuple[str, str]:
    """What an event says, and the words of the source that prove it."""
    person = name_of((number + part) % PEOPLE)
    share = f"{number % 89 + part}.{part} percent"
    return (
        f"According to {person}, the share of the whole climbed to {share}.",
        f"The share rose to {share} of the whole, said {person}",
    )


def timeline() -> str:
    """Five events a source."""
    lines = ["events:\n"]
    for number in range(SOURCES):
        for part in range(STATEMENTS):
            text, exact = statement(number, part)
            lines.append(
                f"  - id: event-{number}-{part}\n    kind: statement\n    title: Statement {number}.{part}\n"
                f"    date: {date_of(number)}\n    date_basis: Made up.\n    summary: {text}\n    cite:\n"
                f"      - source: report-{number}\n        exact: {exact}\n"
            )
    return "".join(lines)


def main() -> int:
    """Print the seconds and the outcomes; the exit code is 1 if it took too long."""
    with tempfile.TemporaryDirectory() as place:
        folder = project(Path(place) / "project", SOURCES)
        (folder / "content" / "timeline.yml").write_text(timeline(), encoding="utf-8")
        corpus, _ = read(folder)
    assert corpus is not None
    dossier, _ = verify(corpus)
    # Another index, so that nothing read before is remembered.
    names = NameIndex.build(content.labels(corpus.glossary))
    with collector_at_rest():
        seconds, found = timed(lambda: readings(dossier, names))
    outcomes = [reading.outcome for reading in found.values()]
    told = ", ".join(f"{outcomes.count(each):,} {each}" for each in Outcome)
    print(f"{len(found):,} statements over {SOURCES:,} sources: {seconds:.1f} s ({told})")
    return 1 if seconds > ALLOWED else 0


if __name__ == "__main__":
    sys.exit(main())
