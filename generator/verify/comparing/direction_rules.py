"""Rules for which way: rise or fall, why, and the little words by which that turns."""

from __future__ import annotations

from generator.model.claims import (
    POSSIBLE,
    Claim,
    WordKind,
)
from generator.verify.comparing.alignment import oppose
from generator.verify.comparing.context import DIRECT, FEW, Case, Findings
from generator.verify.comparing.wording_rules import turns_a_verb


def directions_agree(case: Case) -> Findings:
    """What rises in the statement does not fall in the evidence, unless one of the two is denied."""
    alignment = case.alignment
    for at, its in alignment.contrary.items():
        denied = _is_turned(case.statement, at) != _is_turned(case.evidence, its)
        if (
            (at, its) == alignment.turned
            or _only_dates(case.statement, at)
            or _only_dates(case.evidence, its)
        ):
            continue
        if denied or not _is_about_the_same(case, at, its) or not _has_same_object(case, at, its):
            continue
        if case.evidence.manners[its].certainty <= POSSIBLE < case.statement.manners[at].certainty:
            continue
        yield case.finding("direction-differs", (at,), (its,))


def _only_dates(claim: Claim, at: int) -> bool:
    """Whether a word only tells which part of a month or year is meant: “by the **end** of September”."""
    after = claim.words[at + 1 : at + DIRECT]
    is_part = len(after) > 1 and "no-complement" in after[0].marks and after[1].kind is WordKind.DATE
    return is_part and claim.words[at].kind is WordKind.OTHER


def _has_same_object(case: Case, at: int, its: int) -> bool:
    """Of two verbs, whether a word right after them is shared, or the one right before."""
    words, printed = case.statement.words, case.evidence.words
    if words[at].kind is not WordKind.VERB or printed[its].kind is not WordKind.VERB:
        return True
    after = [each for each in case.statement.content if each > at][:FEW]
    its_after = {each for each in case.evidence.content if each > its and each <= its + FEW}
    before = [each for each in case.statement.content if each < at][-1:]
    its_before = {each for each in case.evidence.content if each < its and each >= its - FEW}
    pairs = case.alignment.pairs
    return any(pairs.get(each) in its_after for each in after) or any(
        pairs.get(each) in its_before for each in before
    )


def _is_turned(claim: Claim, at: int) -> bool:
    """Whether a word means its contrary here: it is denied, or made less of."""
    is_less = at > 0 and "inverter" in claim.words[at - 1].marks
    return claim.manners[at].is_negated != is_less


def _is_about_the_same(case: Case, at: int, its: int) -> bool:
    """Whether the words around two words match well enough for these to speak of the same."""
    alignment = case.alignment
    if any(at in gap.said and its in gap.printed for gap in alignment.gaps):
        return alignment.is_near or alignment.companions(at, its) > 0
    return alignment.companions(at, its) > 1


def causes_are_printed(case: Case) -> Findings:
    """“Because of protests” stands in the evidence as a cause, not as “after” or “despite protests”."""
    statement, evidence = case.statement, case.evidence
    if not case.alignment.is_near or any("cause" in word.marks for word in evidence.words):
        return
    has_concession = any("concession" in word.marks for word in statement.words)
    for at, its in case.alignment.in_order:
        said, printed = _marked(statement, at, "cause"), _marked(evidence, its, "concession")
        if said is not None and statement.words[at].kind is not WordKind.VERB:
            yield case.finding("more-than-evidence", (said, at), (its,))
            return
        if printed is not None and not has_concession:
            yield case.finding("direction-differs", (at,), (printed, its))
            return


def _marked(claim: Claim, at: int, mark: str) -> int | None:
    """The word with a mark among the small words right before another."""
    for before in range(at - 1, max(at - 4, -1), -1):
        if mark in claim.words[before].marks:
            return before
        if claim.words[before].is_content:
            return None
    return None


def prepositions_agree(case: Case) -> Findings:
    """“Before May” is not “after May”: the little word right before what both name is not its contrary."""
    statement, evidence = case.statement, case.evidence
    if case.alignment.turned:
        return
    for at, its in case.alignment.in_order:
        said, printed = _little_word(statement, at), _little_word(evidence, its)
        if said is None or printed is None:
            continue
        is_agent = "by" in statement.words[said].marks | evidence.words[printed].marks
        if is_agent and turns_a_verb(case):
            continue
        if oppose(statement.words[said], evidence.words[printed]) and case.alignment.is_near:
            yield case.finding("direction-differs", (said, at), (printed, its))
    for at, its in case.alignment.in_order:
        if (
            statement.words[at].quantity is None
            or at + 1 == len(statement.words)
            or its + 1 == len(evidence.words)
        ):
            continue
        if oppose(statement.words[at + 1], evidence.words[its + 1]) and case.alignment.is_near:
            yield case.finding("direction-differs", (at, at + 1), (its, its + 1))


def _little_word(claim: Claim, at: int) -> int | None:
    for before in range(at - 1, max(at - 5, -1), -1):
        word = claim.words[before]
        if word.is_content:
            return None
        if word.opposites:
            return before
    return None
