"""Rules for whether: what is denied, and what is set against what."""

from __future__ import annotations

from generator.model.claims import (
    Claim,
    Clause,
    WordKind,
)
from generator.verify.comparing.alignment import ClausePair
from generator.verify.comparing.context import ALIKE, CUT, DIRECT, Case, Findings, asks
from generator.verify.comparing.shares import whole_of

_HALF = 0.5


def denials_agree(case: Case) -> Findings:
    """What is denied in the evidence is denied in the statement, and the other way round."""
    statement, evidence = case.statement, case.evidence
    if asks(statement) or _tells_the_rest(case):
        return
    for clause in case.alignment.clauses:
        if not is_alike(case, clause):
            continue
        for at, its in telling(case, clause):
            mine, other = statement.manners[at], evidence.manners[its]
            if mine.is_negated == other.is_negated or not _is_told_plainly(case, clause, (at, its)):
                continue
            if _is_told_otherwise(case, mine.negated_by, other.negated_by) or mine.asked_by or other.asked_by:
                continue
            if _is_open(statement, mine.negated_by) or _is_open(evidence, other.negated_by):
                continue
            if any(evidence.manners[each].is_negated == mine.is_negated for each in others(case, at, its)):
                continue
            if _waits(statement, at) != _waits(evidence, its):
                continue
            yield case.finding(
                CUT if case.cut(other.negated_by) else "denial-differs",
                (*mine.negated_by, at),
                (*other.negated_by, its),
                "deny what the evidence denies, no more and no less",
            )
            break


def _tells_the_rest(case: Case) -> bool:
    """Whether a statement counts those of whom the contrary holds: “four were not” of “14 of 18 were”."""
    said = [word.quantity.low for word in case.statement.words if word.quantity and not word.quantity.unit]
    words = case.evidence.words
    pairs = ((words[its].quantity, whole_of(case.evidence, its)) for its in range(len(words)))
    return any(
        part is not None and (whole := words[place].quantity) is not None and whole.low - part.low in said
        for part, place in pairs
        if place is not None
    )


def _waits(claim: Claim, at: int) -> bool:
    """Whether a word is denied only until something happens: “may not build before it is approved”."""
    manner = claim.manners[at]
    return manner.is_negated and any("until" in claim.words[each].marks for each in manner.conditions)


def contrasts_are_kept(case: Case) -> Findings:
    """What the evidence names only to say that it is not so (“Parents, not teachers”) is not told as so."""
    statement, evidence = case.statement, case.evidence
    if not case.alignment.is_near:
        return
    for at, its in case.alignment.pairs.items():
        negator = _set_aside(evidence, its)
        if negator is None or statement.manners[at].is_negated or _set_aside(statement, at) is not None:
            continue
        if statement.words[at].is_content:
            yield case.finding("denial-differs", (at,), (negator, its), "say what the evidence says instead")
            return


def _set_aside(claim: Claim, at: int) -> int | None:
    """The negator right before a word that follows a comma or “and”."""
    for before in range(at - 1, max(at - 3, -1), -1):
        word = claim.words[before]
        if "negator" in word.marks and "condition" not in word.marks:
            opens = before == 0 or any(each.first in (before, before - 1) for each in claim.clauses)
            return before if opens else None
        if word.is_content or word.marks & {"auxiliary"}:
            return None
    return None


def _is_told_plainly(case: Case, clause: ClausePair, pair: tuple[int, int]) -> bool:
    """In free wording, whether “not” stands right before the word, and all else of the clause is shared."""
    if case.alignment.is_near:
        return True
    at, its = pair
    sides = ((case.statement, at), (case.evidence, its))
    is_direct = any(
        negation < word <= negation + DIRECT and "negator" in claim.words[negation].marks
        for claim, word in sides
        for negation in claim.manners[word].negated_by
    )
    return is_direct and clause.share == 1.0


def _is_open(claim: Claim, negations: tuple[int, ...]) -> bool:
    """Whether something is denied on a condition only: by “unless”, by “without” at a beginning."""
    begins = {clause.first for clause in claim.clauses}
    marks = ({"condition", "without"} if each in begins else {"condition"} for each in negations)
    return any(each & claim.words[at].marks for each, at in zip(marks, negations, strict=True))


def is_alike(case: Case, clause: ClausePair) -> bool:
    """Whether two clauses share so much that what is said about one must hold of the other."""
    if case.alignment.is_near:
        return clause.share >= _HALF
    return len(clause.pairs) > 2 and clause.share >= ALIKE


def telling(case: Case, clause: ClausePair) -> list[tuple[int, int]]:
    """The shared words whose manner counts: verbs, and what the word before denies."""
    words, printed = case.statement.words, case.evidence.words
    pairs = (*clause.pairs, *clause.elsewhere) if case.alignment.is_near else clause.pairs
    if (copula := _copula(case.statement, clause.mine)) is not None:
        return [(at, its) for at, its in pairs if at > copula]
    return [
        (at, its)
        for at, its in pairs
        if WordKind.VERB in (words[at].kind, printed[its].kind)
        or (case.alignment.is_near and _is_directly_denied(case, at, its))
    ]


def _copula(claim: Claim, clause: Clause) -> int | None:
    """The “is” of a clause that has no other verb; None if it has one, or none at all."""
    inside = range(clause.first, clause.last)
    if any(claim.words[at].kind is WordKind.VERB for at in inside):
        return None
    return next((at for at in inside if "passive" in claim.words[at].marks), None)


def _is_directly_denied(case: Case, at: int, its: int) -> bool:
    """Whether one of two words is denied by a word right before it: “not unprofitable”."""
    if case.statement.words[at].kind is not WordKind.OTHER:
        return False
    return any(
        negation < word <= negation + 2
        and claim.words[negation].kind is WordKind.FUNCTION
        and "condition" not in claim.words[negation].marks
        for claim, word in ((case.statement, at), (case.evidence, its))
        for negation in claim.manners[word].negated_by
    )


def _is_told_otherwise(case: Case, mine: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether the negation is said by another word that has its like or its contrary on the other side."""
    words = case.statement.words
    contrary = set(case.alignment.contrary) | set(case.alignment.contrary.values())
    if any(at in case.alignment.contrary for at in mine) or any(its in contrary for its in other):
        return True
    return any("denial" in words[at].marks and at in case.alignment.pairs for at in mine)


def others(case: Case, at: int, its: int) -> list[int]:
    """The other words of the evidence that a word of the statement may stand for."""
    word = case.statement.words[at]
    return [
        each for each in case.evidence.content if each != its and case.evidence.words[each].key == word.key
    ]
