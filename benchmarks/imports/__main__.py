"""How well articles are read from saved pages and pasted texts.

    python -m benchmarks.imports tuned|apart|PATH [--beside] [--show]

`tuned` is for work on the importer. `apart` only measures: whoever works on the importer never reads it,
so `--show` is refused there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.imports.cases import HALVES, HERE, Case, cases_in
from benchmarks.imports.reading import Reader, by_us, readers_beside
from benchmarks.imports.scoring import FIELDS, Score, score

APART = HERE / "apart"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the cases asked for, and print how far each reader was right."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.imports", description=__doc__.splitlines()[0])
    parser.add_argument("cases", help="tuned, apart, or the path of a case or a folder of cases")
    parser.add_argument("--beside", action="store_true", help="measure other readers in the same run")
    parser.add_argument("--show", action="store_true", help="print what leaked, was lost or is wrong")
    asked = parser.parse_args(arguments)
    path = HERE / asked.cases if asked.cases in HALVES else Path(asked.cases)
    if asked.show and _holds_any_apart(path.resolve()):
        parser.error("the cases kept apart are not shown: a reader tuned to them would be measured on itself")
    for of_pages in (True, False):
        if cases := [case for case in cases_in(path) if case.is_page is of_pages]:
            beside = readers_beside(of_pages=of_pages) if asked.beside else {}
            _measure(cases, {"briefing": by_us, **beside}, asked.show)
    return 0


def _holds_any_apart(path: Path) -> bool:
    return path.is_relative_to(APART) or APART.is_relative_to(path)


def _measure(cases: Sequence[Case], readers: Mapping[str, Reader], show: bool) -> None:
    lines = sum(len(case.truth.furniture) for case in cases)
    sentences = sum(len(case.truth.sentences) for case in cases)
    kind = "pages" if cases[0].is_page else "pasted texts"
    print(f"{len(cases)} {kind}: {sentences} sentences, {lines} lines of furniture")
    print(f"{'':13}{'F1':>6}{'leaked':>8}{'lost':>6}", *(f"{field:>10}" for field in FIELDS), f"{'ms':>7}")
    for name, reader in readers.items():
        scores = [_timed(case, reader) for case in cases]
        print(_row(name, scores))
        if show and reader is by_us:
            print(*_misses(scores), sep="\n")
    print()


def _timed(case: Case, reader: Reader) -> Score:
    start = time.perf_counter()
    reading = reader(case)
    return score(case, reading, time.perf_counter() - start)


def _row(name: str, scores: Sequence[Score]) -> str:
    mean = sum(one.f1 for one in scores) / len(scores)
    leaked, lost = sum(len(one.leaked) for one in scores), sum(len(one.lost) for one in scores)
    fields = " ".join(f"{_right(scores, field):>10}" for field in FIELDS)
    milliseconds = 1000 * sum(one.seconds for one in scores) / len(scores)
    return f"{name:13}{mean:6.3f}{leaked:8}{lost:6} {fields} {milliseconds:7.1f}"


def _right(scores: Sequence[Score], field: str) -> str:
    """Right, of the cases that say it; and how often it was given where they do not."""
    known = sum(bool(getattr(one.case.truth, field)) for one in scores)
    invented = sum(field in one.invented for one in scores)
    return f"{sum(field in one.right for one in scores)}/{known}" + (f" +{invented}" if invented else "")


def _misses(scores: Sequence[Score]) -> Iterator[str]:
    for one in scores:
        truth = one.case.truth
        wrong = [field for field in FIELDS if getattr(truth, field) and field not in one.right]
        wrong += sorted(one.invented)
        if not (one.leaked or one.lost or wrong):
            continue
        yield f"{one.case.id} (F1 {one.f1:.3f}, {truth.language}, {truth.layout})"
        yield from (f"  leaked: {line}" for line in one.leaked)
        yield from (f"  lost:   {line}" for line in one.lost)
        for field in wrong:
            given = one.reading.publishers if field == "publisher" else getattr(one.reading, field)
            yield f"  {field}: {given!r}, not {getattr(truth, field)!r}"


if __name__ == "__main__":
    sys.exit(main())
