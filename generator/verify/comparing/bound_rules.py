"""Rules for bounds: “more than”, “at most”, “nearly”."""

from __future__ import annotations

from dataclasses import replace

from generator.model.claims import Claim, WordKind
from generator.model.quantities import Bound, Quantity
from generator.text.agreement import DOWN, SAME_VALUE, UP, Aspect, differences
from generator.text.lexicons.slots import slots_of
from generator.verify.comparing.context import DENIES, Case, Findings


def numbers_keep_their_bound(case: Case) -> Findings:
    """“More than 5” is not “less than 5”, nor “about 5” “exactly 5”."""
    for at, its in case.alignment.pairs.items():
        said, printed = _bounded(case.statement, at), _bounded(case.evidence, its)
        if said is None or printed is None:
            continue
        aspects = differences(said, printed)
        is_contrary = Aspect.BOUND in aspects and printed.bound is not None
        is_contrary = is_contrary and not is_denied_otherwise(case, at, its)
        is_left_out = Aspect.BOUND_LEFT_OUT in aspects and printed.bound in UP | DOWN
        is_added = Aspect.BOUND in aspects and printed.bound is None
        if is_contrary or ((is_left_out or is_added) and case.alignment.is_near):
            words = with_bound(case.statement, at), with_bound(case.evidence, its)
            yield case.finding("bound-differs", *words, "keep the bound")


def _bounded(claim: Claim, at: int) -> Quantity | None:
    """A quantity, without a bound that belongs to words before it: “went up to 5”, “three more than 5”."""
    quantity = claim.words[at].quantity
    if quantity is not None and quantity.bound is None:
        return replace(quantity, bound=_bound_after(claim, at))
    if quantity is None or quantity.bound is None:
        return quantity
    before = claim.words[max(at - 3, 0) : at]
    if quantity.bound is Bound.AT_MOST and any(word.is_past or word.kind is WordKind.VERB for word in before):
        return replace(quantity, bound=None)
    if quantity.bound in (Bound.MORE, Bound.LESS) and any(word.quantity for word in before):
        return replace(quantity, bound=None)
    return quantity


def _bound_after(claim: Claim, at: int) -> Bound | None:
    """The bound that follows a number: “eight months or longer”."""
    after = [word.marks for word in claim.words[at + 1 : at + 4]]
    for place, marks in enumerate(after[:-1]):
        if "joiner" in marks:
            if "or-more" in after[place + 1]:
                return Bound.AT_LEAST
            return Bound.AT_MOST if "or-less" in after[place + 1] else None
    return None


def bounds_are_not_turned(case: Case) -> Findings:
    """“At least 40” is not “at most 40”, however it is worded, unless one of the two is denied."""
    for at, word in enumerate(case.statement.words):
        if word.quantity is None or word.quantity.bound not in UP | DOWN:
            continue
        same = [
            its
            for its, other in enumerate(case.evidence.words)
            if other.quantity and not differences(word.quantity, other.quantity) - SAME_VALUE
        ]
        turned = [its for its in same if _are_turned(case, at, its)]
        if len(same) == 1 and turned and not is_denied_otherwise(case, at, same[0]):
            said, printed = with_bound(case.statement, at), with_bound(case.evidence, same[0])
            yield case.finding("bound-differs", said, printed)


def with_bound(claim: Claim, at: int) -> tuple[int, ...]:
    """A number with the few words before it that may bound it."""
    quantity = claim.words[at].quantity
    if quantity is None or quantity.bound is None:
        return (at,)
    first = max(at - 2, 0)
    return tuple(
        each for each in range(first, at + 1) if each == at or claim.words[each].kind is not WordKind.VERB
    )


def _are_turned(case: Case, at: int, its: int) -> bool:
    mine, other = case.statement.words[at].quantity, case.evidence.words[its].quantity
    if mine is None or other is None:
        return False
    sides = (mine.bound in UP, other.bound in UP, mine.bound in DOWN, other.bound in DOWN)
    return (sides[0] and sides[3]) or (sides[2] and sides[1])


def is_denied_otherwise(case: Case, at: int, its: int) -> bool:
    """Whether something is denied in one of the two clauses only: “refuses more than” is “at most”."""
    negated = []
    for claim, place in ((case.statement, at), (case.evidence, its)):
        clause = next(each for each in claim.clauses if each.first <= place < each.last)
        words = claim.words[clause.first : clause.last]
        slots = slots_of(claim.language)
        forms = slots.negators if slots else frozenset[str]()
        negated.append(any(word.marks & DENIES or word.form.lower() in forms for word in words))
    return negated[0] != negated[1]
