"""How long printing takes: one document, then fifty; `python -m benchmarks.pdf [project]`.

Fifty documents are the project's own, again and again, each under a path of its own so that none is kept.
"""

from __future__ import annotations

import itertools
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

from generator.compose import compose
from generator.pipeline import Project, check
from generator.print.engine import print_page, print_pages, printable_pages
from generator.print.model import site_place

DOCUMENTS = 50


def main() -> None:
    """Print and say how long it took."""
    dossier, _ = check(Project(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    if dossier is None:
        sys.exit("the project cannot be read")
    edition, place = compose(dossier), site_place("https://example.org/")
    own = printable_pages(edition)
    start = time.perf_counter()
    print_page(edition, own[0], place)
    print(f"first document, with fonts: {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    again = itertools.islice(itertools.cycle(own), DOCUMENTS)
    pages = tuple(replace(page, path=f"copies/{number}") for number, page in enumerate(again))
    made = print_pages(edition, pages, place, "a4")
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(made.files)} documents: {took:.1f} s, {took / DOCUMENTS:.2f} s each; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
