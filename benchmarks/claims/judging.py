"""What the program says of a labelled pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from benchmarks.claims.labelled import Pair

DIFFERS, AGREES, NOT_READ, NOT_COMPARED = "differs", "agrees", "not-read", "not-compared"
OUTCOMES = (DIFFERS, AGREES, NOT_READ, NOT_COMPARED)


@dataclass(frozen=True)
class Judged:
    """A pair with the outcome of its comparison; findings are pairs of code and message."""

    pair: Pair
    outcome: str
    findings: tuple[tuple[str, str], ...] = ()

    @property
    def is_flagged(self) -> bool:
        """Whether the program says that they differ; a finding beside another outcome does not count."""
        return self.outcome == DIFFERS

    @property
    def is_unread(self) -> bool:
        """Whether the program leaves the pair to people."""
        return self.outcome in (NOT_READ, NOT_COMPARED)


Judge = Callable[[Pair], Judged]


def by_the_program(pair: Pair) -> Judged:
    """Compare with `generator.verify.comparing.pairs.compare_pair`.

    It is imported when the first pair is judged, so that pairs can be read and tested without it.
    """
    compare_pair = import_module("generator.verify.comparing.pairs").compare_pair
    evidence = pair.evidence
    languages = {"language": evidence.language}
    if pair.language != evidence.language:
        languages["statement_language"] = pair.language
    result = compare_pair(
        pair.text,
        evidence.quotation,
        evidence.sentence,
        before=evidence.before,
        names=evidence.names,
        issued=evidence.issued,
        **languages,
    )
    if result.outcome not in OUTCOMES:
        raise ValueError(f"unknown outcome {result.outcome!r}")
    return Judged(pair, result.outcome, tuple((code, message) for code, message in result.findings))


def judged(pairs: Sequence[Pair], judge: Judge = by_the_program) -> list[Judged]:
    """All pairs, judged in their order."""
    return [judge(pair) for pair in pairs]
