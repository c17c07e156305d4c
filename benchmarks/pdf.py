"""How long printing takes, beside WeasyPrint: `python -m benchmarks.pdf [project] [--weasyprint PYTHON]`.

Without `--weasyprint`, it measures this program alone. WeasyPrint is no dependency of the project: give it an
environment of its own (`python3 -m venv /tmp/weasyprint && /tmp/weasyprint/bin/pip install weasyprint`), name
that environment's Python, and build the site first, as it renders the HTML of the same briefings.

Fifty documents are the project's own, again and again, each under a path of its own so that none is kept.
Each measurement has a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.compose.edition import compose
from generator.model.addresses import site_address
from generator.model.kinds import KINDS
from generator.model.pages import Edition, Page
from generator.output.pdf.fit import draft
from generator.output.pdf.printer import Order, print_dossier, print_page, print_pages, printable_pages
from generator.output.pdf.typesetter import typesetter
from generator.pipeline import check
from generator.project import Project

DOCUMENTS = 50
SITE = site_address("https://example.org/")
WEASYPRINT = Path(__file__).with_name("weasyprint") / "run.py"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time of each document, of the clock for all, and the peak of memory in MB."""

    cpu: tuple[float, ...]
    wall: float
    peak: float

    def each(self) -> float:
        """The mean of a document."""
        return sum(self.cpu) / len(self.cpu)


def briefings(edition: Edition) -> tuple[Page, ...]:
    """The pages that both programs print."""
    return tuple(page for page in edition.pages if page.kind is KINDS.topic)


def one_by_one(edition: Edition) -> list[float]:
    """Each briefing, made to fit its two pages, which takes setting it several times."""
    took = []
    for page in briefings(edition):
        start = time.process_time()
        print_page(edition, page, SITE)
        took.append(time.process_time() - start)
    return took


def in_full(edition: Edition) -> list[float]:
    """Each briefing with all that its web page says, set once, as WeasyPrint sets it."""
    took = []
    for page in briefings(edition):
        start = time.process_time()
        with typesetter("a4") as run:
            run.make(draft(edition, page, SITE))
        took.append(time.process_time() - start)
    return took


def fifty(edition: Edition) -> list[float]:
    """Fifty documents in one go."""
    again = itertools.islice(itertools.cycle(printable_pages(edition)), DOCUMENTS)
    pages = tuple(replace(page, path=f"copies/{number}") for number, page in enumerate(again))
    start = time.process_time()
    made = print_pages(edition, pages, SITE, "a4")
    if len(made.files) != DOCUMENTS:
        sys.exit(f"not all could be printed: {made.problems}")
    return [(time.process_time() - start) / DOCUMENTS] * DOCUMENTS


def whole(edition: Edition) -> list[float]:
    """The dossier."""
    start = time.process_time()
    print_dossier(edition, Order(SITE, "a4"))
    return [time.process_time() - start]


MEASURES = {"in-full": in_full, "one-by-one": one_by_one, "fifty": fifty, "dossier": whole}


def measure(project: Path, name: str) -> None:
    """Take one measurement in this process and tell it as JSON."""
    edition = edition_of(project)
    start = time.perf_counter()
    cpu = MEASURES[name](edition)
    wall, peak = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "wall": wall, "peak": peak}))


def edition_of(project: Path) -> Edition:
    """What is printed."""
    dossier, _ = check(Project(project))
    if dossier is None:
        sys.exit("the project cannot be read")
    return compose(dossier)


def own(project: Path, name: str) -> Cost:
    """One measurement in a process of its own."""
    said = told([sys.executable, "-m", "benchmarks.pdf", str(project), "--measure", name])
    return Cost(tuple(said["cpu"]), said["wall"], said["peak"])


def told(command: list[str]) -> dict[str, Any]:
    """What a process says in its last line."""
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def beside(python: str, paths: list[Path]) -> Cost:
    """What WeasyPrint takes for the same briefings."""
    start = time.perf_counter()
    said = told([python, str(WEASYPRINT), *map(str, paths)])
    cpu = tuple(each["cpu"] for each in said["documents"])
    return Cost(cpu, time.perf_counter() - start, said["peak"])


def main() -> None:
    """Print the figures and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", nargs="?", default=".", type=Path)
    parser.add_argument("--weasyprint", metavar="PYTHON")
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    project = chosen.project.resolve()
    if chosen.measure:
        measure(project, chosen.measure)
        return
    full, single, many, book = (own(project, name) for name in MEASURES)
    shown = "{:<34} {:>6.2f} s CPU a document, {:>6.1f} s in all, peak {:>5.0f} MB"
    print(shown.format("briefings in full", full.each(), full.wall, full.peak))
    print(shown.format("briefings made to fit two pages", single.each(), single.wall, single.peak))
    print(shown.format(f"{DOCUMENTS} documents in one go", many.each(), many.wall, many.peak))
    print(shown.format("the dossier", book.each(), book.wall, book.peak))
    if chosen.weasyprint:
        paths = [project / "build/site" / page.path / "index.html" for page in briefings(edition_of(project))]
        other = beside(chosen.weasyprint, paths)
        print(shown.format("the same briefings in WeasyPrint", other.each(), other.wall, other.peak))
        in_full_ratio, to_fit_ratio = other.each() / full.each(), other.each() / single.each()
        print(f"  times our processor time: {in_full_ratio:.1f} in full, {to_fit_ratio:.1f} made to fit")


if __name__ == "__main__":
    main()
