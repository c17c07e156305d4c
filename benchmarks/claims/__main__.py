"""How many slips the comparison of statements with evidence finds, and how many honest ones it flags.

    python -m benchmarks.claims tuned|apart|opened|fresh|PATH [--by kind|language] [--show]

All but `fresh` are for work on the rules: `apart` and `opened` only measured until they were read. `fresh`
only measures: whoever writes rules never reads it, so `--show` is refused there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.claims.judging import judged
from benchmarks.claims.labelled import HERE, pairs_in
from benchmarks.claims.tables import GROUPS, four_cells, grouped, wrong

FRESH = HERE / "fresh"
SETS = ("tuned", "apart", "opened", "fresh")


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge the pairs asked for, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__.splitlines()[0])
    parser.add_argument("pairs", help=f"{', '.join(SETS)}, or the path of a file or folder of pairs")
    parser.add_argument("--by", choices=sorted(GROUPS), help="add a table by kind or by language")
    parser.add_argument(
        "--show", action="store_true", help="print what was missed and what was flagged wrongly"
    )
    asked = parser.parse_args(arguments)
    path = HERE / asked.pairs if asked.pairs in SETS else Path(asked.pairs)
    if asked.show and _holds_any_fresh(path.resolve()):
        parser.error("fresh pairs are not shown: a rule tuned to them would be measured on itself")
    _measure(path, asked.by, asked.show)
    return 0


def _holds_any_fresh(path: Path) -> bool:
    return path.is_relative_to(FRESH) or FRESH.is_relative_to(path)


def _measure(path: Path, by: str | None, show: bool) -> None:
    pairs = pairs_in(path)
    start = time.perf_counter()
    all_judged = judged(pairs)
    seconds = time.perf_counter() - start
    print("\n".join(four_cells(all_judged)))
    if by:
        print("", *grouped(all_judged, by), sep="\n")
    if show:
        print("", *wrong(all_judged), sep="\n")
    print(f"\n{len(pairs)} pairs in {seconds:.1f} s, {1000 * seconds / max(len(pairs), 1):.1f} ms each")


if __name__ == "__main__":
    sys.exit(main())
