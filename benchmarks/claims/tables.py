"""The tables of the measure: four cells, then by kind or by language, then the texts that went wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from benchmarks.claims.judging import Judged
from benchmarks.claims.labelled import FREE, MEANING, NEAR, VALUE, Pair

HEADER = f"{'':34}{'pairs':>6}{'differs':>9}{'agrees':>9}{'not read':>10}"
GROUPS: dict[str, Callable[[Judged], str]] = {
    "kind": lambda one: f"{'slip' if one.pair.is_slip else 'honest'}: {one.pair.kind}",
    "language": lambda one: (
        f"{_languages(one.pair)} {'slips' if one.pair.is_slip else 'honest'} {one.pair.worded}"
    ),
}


def four_cells(all_judged: Sequence[Judged]) -> Iterator[str]:
    """Slips near and free, each by value and meaning, then honest statements near and free."""
    yield HEADER
    for worded in (NEAR, FREE):
        slips = [one for one in all_judged if one.pair.is_slip and one.pair.worded == worded]
        yield _row(f"slips {worded}", slips)
        for of in (VALUE, MEANING):
            yield _row(f"  of {of}", [one for one in slips if one.pair.slip_of == of])
    for worded in (NEAR, FREE):
        honest = [one for one in all_judged if not one.pair.is_slip and one.pair.worded == worded]
        yield _row(f"honest {worded}", honest)
    yield _row("all", all_judged)


def grouped(all_judged: Sequence[Judged], by: str) -> Iterator[str]:
    """One row for each group; `by` is a key of `GROUPS`."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in all_judged:
        groups[GROUPS[by](one)].append(one)
    yield HEADER
    for name in sorted(groups):
        yield _row(name, groups[name])


def wrong(all_judged: Sequence[Judged]) -> Iterator[str]:
    """Slips that were not found and honest statements that were flagged, with their evidence."""
    for one in all_judged:
        pair = one.pair
        if pair.is_slip == one.is_flagged:
            continue
        label = "MISSED" if pair.is_slip else "FALSE ALARM"
        yield f"{label} ({pair.kind}, {pair.worded}, {one.outcome}) {pair.evidence.id}"
        yield f"  statement: {pair.text}"
        yield f"  quotation: {pair.evidence.quotation}"
        if pair.evidence.quotation != pair.evidence.sentence:
            yield f"  sentence:  {pair.evidence.sentence}"
        yield from (f"  {code}: {message}" for code, message in one.findings)


def _languages(pair: Pair) -> str:
    """The evidence's language, and the statement's where it is another."""
    evidence = pair.evidence.language
    return evidence if pair.language == evidence else f"{evidence}, statement {pair.language},"


def _row(name: str, some: Sequence[Judged]) -> str:
    flagged = sum(one.is_flagged for one in some)
    unread = sum(one.is_unread for one in some)
    shares = [_share(count, len(some)) for count in (flagged, len(some) - flagged - unread, unread)]
    return f"{name:34}{len(some):6}{shares[0]:>9}{shares[1]:>9}{shares[2]:>10}"


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} %" if of else "-"
