"""Rules for quantities: the value, the unit, and at the place of which other they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.model.claims import Claim, Word
from generator.model.quantities import Quantity, QuantityForm
from generator.text.agreement import SAME_VALUE, agreeing, differences
from generator.text.lexicons.slots import slots_of
from generator.text.numerals import numerals_of
from generator.text.units import PERCENT, PERCENTAGE_POINT, is_currency, scale_of
from generator.verify.comparing.alignment import VERY_NEAR, match
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.counting_rules import (
    MOST_NUMBERS,
    are_digits_swapped,
    counted,
    noun_at,
)
from generator.verify.comparing.derivations import (
    MOST_ADDED,
    SMALL,
    is_bounded_by,
    is_end_of_range,
    is_part_of_one,
    is_part_of_own,
    is_part_of_year,
    is_rounded,
    is_step,
    is_worked_out,
    lies_between_dates,
)
from generator.verify.comparing.shares import (
    as_share,
    is_safely_rounded,
    is_share,
    is_whole_percent,
    one_in,
    share_at,
    shares_in,
)
from generator.verify.comparing.whole_numbers import (
    borrows_scale,
    sums_of_money,
    whole_times,
    with_borrowed_scales,
    with_unit_before,
)

_HIGH_RANK = 1


def quantities_stand_in_the_evidence(case: Case) -> Findings:
    """A quantity of the statement is one of the evidence, in value and unit, or follows from two of them."""
    printed = [word.quantity for claim in case.printed for word in claim.words if word.quantity]
    printed += [each for claim in case.printed for each in with_borrowed_scales(claim)]
    printed += [each for claim in case.printed for each in (*whole_times(claim), *sums_of_money(claim))]
    carried = (with_unit_before(claim, its) for claim in case.printed for its in range(len(claim.words)))
    printed += [each for each in carried if each]
    rivals = _rivals(case)
    for at, word in enumerate(case.statement.words):
        quantity = word.quantity
        if quantity is None or is_rounded(quantity, printed):
            continue
        if ratio := _other_ratio(case, at):
            yield case.finding("number-differs", (at,), ratio)
            continue
        if agreeing(quantity, printed, SAME_VALUE) and not _counts_money(case, at, printed):
            continue
        if borrows_scale(case.statement, at, printed) or is_step(quantity, printed):
            continue
        is_replaced = _is_close(case) and _is_replaced(case, at)
        is_swapped = any(are_digits_swapped(quantity, other) for _, other in rivals[:MOST_ADDED])
        if not is_swapped and _follows_from(case, at, printed, is_replaced=is_replaced):
            continue
        is_replaced = is_replaced or is_swapped
        is_moved = _is_close(case) and _is_replaced(case, at, by_any=True)
        if _is_share_of_evidence(case, at, is_replaced=is_replaced or is_moved):
            continue
        if not is_replaced and (not _has_rival(case, at, rivals) or lies_between_dates(case, quantity)):
            continue
        if _is_otherwise_told(case, at, quantity, printed):
            continue
        its = _number_in_its_place(case, at, quantity)
        yield case.finding("number-differs", (at,), its)


def _other_ratio(case: Case, at: int) -> tuple[int, ...]:
    """The number of the evidence that tells a share where “one in five” tells another, if there is one."""
    share = one_in(case.statement, at)
    if share is None or is_share(share, shares_in(case.printed), exactly=False):
        return ()
    shares = (its for its in range(len(case.evidence.words)) if share_at(case.evidence, its) is not None)
    return tuple(shares)[:1]


def _follows_from(case: Case, at: int, printed: Sequence[Quantity], *, is_replaced: bool) -> bool:
    """Whether a quantity follows from others of the evidence, and stands in the place of none of them."""
    quantity = case.statement.words[at].quantity
    if quantity is None:
        return False
    near = printed[:MOST_NUMBERS]
    is_part = is_part_of_one(quantity, near) or is_part_of_own(case, quantity, near)
    if is_part or is_part_of_year(case, quantity):
        return True
    is_other_unit = any(each.low == quantity.low for each in near)
    if (
        is_replaced
        and not _is_between_shares(quantity, near)
        and (_is_weak(quantity) or as_share(quantity) is not None or is_other_unit)
    ):
        return _denies_alone(case, at) and is_worked_out(case, at, quantity, printed)
    if _is_one_off(case, at, near):
        return False
    is_bounded = is_bounded_by(quantity, printed) or is_end_of_range(quantity, near)
    return is_bounded or is_worked_out(case, at, quantity, printed) or _means_a_pair(case.statement, at)


def _is_equal(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    return any(each.low == quantity.low for each in printed)


def _is_one_off(case: Case, at: int, printed: Sequence[Quantity]) -> bool:
    """Whether a small number counts what another of the evidence counts, from which it does not follow.

    Sums of any two numbers reach most small ones by chance.
    """
    mine, quantity = noun_at(case.statement, at), case.statement.words[at].quantity
    if mine is None or quantity is None or not _is_weak(quantity) or quantity.form is QuantityForm.RANK:
        return False
    values = {each.low for each in printed if not each.unit}
    if _is_between_shares(quantity, printed):
        return False
    rivals = [
        word.quantity.low
        for its, word in enumerate(case.evidence.words)
        if word.quantity
        and (other := noun_at(case.evidence, its)) is not None
        and match(case.statement.words[mine], case.evidence.words[other])
    ]
    return bool(rivals) and not any({each - quantity.low, quantity.low - each} & values for each in rivals)


def _is_between_shares(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is how far two shares of the evidence are apart: “leads by five points”."""
    shares = [each.low for each in printed if each.unit == PERCENT]
    return any(abs(one - other) == quantity.low for one, other in combinations(shares[:MOST_ADDED], 2))


def _is_share_of_evidence(case: Case, at: int, *, is_replaced: bool) -> bool:
    """Whether a number tells a share that the evidence gives in another form, or rounded as it says."""
    quantity, share = case.statement.words[at].quantity, share_at(case.statement, at)
    if quantity is None or share is None:
        return False
    is_exact = is_replaced or (_is_close(case) and not case.statement.has_lexicon)
    if quantity.unit == PERCENT and quantity.bound is None and not is_exact:
        return is_whole_percent(share, case.printed)
    shares = shares_in(case.printed)
    return is_share(share, shares, exactly=is_exact) or is_safely_rounded(share, quantity, case.printed)


def _is_close(case: Case) -> bool:
    """Whether a statement follows its evidence; where little words are not known, it does so very closely."""
    alignment = case.alignment
    return alignment.is_near and (case.statement.has_lexicon or alignment.share >= VERY_NEAR)


def _denies_alone(case: Case, at: int) -> bool:
    """Whether a number's clause denies, so that it may count the others: “two did not” of one of three."""
    slots, clause = slots_of(case.statement.language), case.alignment.clause_of(case.statement, at)
    bounds = case.statement.clauses[clause] if case.statement.clauses else None
    words = case.statement.words[bounds.first : bounds.last] if bounds else case.statement.words
    forms = slots.negators if slots else frozenset[str]()
    return any(word.form.lower() in forms or "negator" in word.marks for word in words)


def _means_a_pair(claim: Claim, at: int) -> bool:
    """Whether a number is “both”, which may be said of any two."""
    return claim.words[at].form.lower() in numerals_of(claim.language).sets


def _is_otherwise_told(case: Case, at: int, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether words around it make it one of the evidence, or it may have been counted."""
    if _names_its_unit(case, case.statement.words[at]) or _is_in_millions(quantity, printed):
        return True
    if _tells_times(quantity, printed):
        return True
    is_told = _counts_alike(case, at) or _counts_a_unit(case, at) or _is_another_rank(quantity, printed)
    return _is_weak(quantity) and not is_told


def follows(case: Case, word: Word) -> bool:
    """Whether a quantity is another form of one of the evidence: so many points, a share, every third."""
    if word.quantity is None:
        return False
    printed = [other.quantity for claim in case.printed for other in claim.words if other.quantity]
    at = case.statement.words.index(word)
    share = share_at(case.statement, at)
    return is_step(word.quantity, printed) or is_share(share, shares_in(case.printed), exactly=True)


def _is_replaced(case: Case, at: int, *, by_any: bool = False) -> bool:
    """Whether the evidence has another number, of its kind or of any, at the same place."""
    mine = case.statement.words[at].quantity
    return mine is not None and any(
        at in gap.said
        and (other := case.evidence.words[its].quantity)
        and (by_any or are_of_one_kind(mine, other))
        for gap in case.alignment.gaps
        for its in gap.printed
    )


def _rivals(case: Case) -> list[tuple[int, Quantity]]:
    """The numbers of the evidence that the statement does not give, each with its place."""
    said = [word.quantity for word in case.statement.words if word.quantity]
    return [
        (its, word.quantity)
        for its, word in enumerate(case.evidence.words)
        if word.quantity is not None
        and not agreeing(word.quantity, said, SAME_VALUE)
        and not (word.quantity.low == 1 and word.quantity.unit)
    ]


def _has_rival(case: Case, at: int, rivals: Sequence[tuple[int, Quantity]]) -> bool:
    """Whether the evidence has a number of the same sort that the statement does not give."""
    quantity = case.statement.words[at].quantity
    is_share = share_at(case.statement, at) is not None
    return quantity is not None and any(
        are_of_one_kind(quantity, other) or (is_share and share_at(case.evidence, its) is not None)
        for its, other in rivals
    )


def are_of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a slip for the other: equal, shares, counts, or units of one dimension."""
    if one.low == other.low:
        return True
    shares = [
        each.unit in (PERCENT, PERCENTAGE_POINT)
        or each.form in (QuantityForm.FRACTION, QuantityForm.MULTIPLE)
        for each in (one, other)
    ]
    if any(shares) or one.form is not other.form:
        return all(shares)
    mine, its = scale_of(one.unit), scale_of(other.unit)
    if mine and its:
        return mine.dimension == its.dimension
    if is_currency(one.unit) and is_currency(other.unit):
        return True
    return one.unit == other.unit


def _names_its_unit(case: Case, word: Word) -> bool:
    """Whether the evidence has the number, and the words of its unit soon after it: “two long days”."""
    unit = word.form.split()[-1].lower()
    at = case.statement.words.index(word)
    after = {each.key for each in case.statement.words[at + 1 : at + 4]}
    for other in (other for claim in case.printed for other in claim.words if other.quantity):
        is_equal = other.quantity and word.quantity and other.quantity.low == word.quantity.low
        if is_equal and after & set(other.form.lower().replace("-", " ").split()) - {other.form.lower()}:
            return True
        if is_equal and any(other.form.lower().endswith(key) and len(key) > 1 for key in after):
            return True
    return any(
        each.form.lower() == unit
        for claim in case.printed
        for at, other in enumerate(claim.words)
        if other.quantity and word.quantity and other.quantity.low == word.quantity.low
        for each in claim.words[at + 1 : at + 4]
    )


def _tells_times(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “dos veces” tells how often, not how many times as much: the evidence has two of something."""
    is_times = quantity.form is QuantityForm.MULTIPLE
    return is_times and any(other.low == quantity.low and not other.unit for other in printed)


def _is_in_millions(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “3.1m” means millions: the evidence has just so many."""
    return quantity.unit == "m" and any(other.low == quantity.low * 10**6 for other in printed)


def _is_weak(quantity: Quantity) -> bool:
    """Whether it is a small count or rank, which a writer may have counted: “two cities” of a list."""
    if quantity.form is QuantityForm.RANK:
        return True
    is_count = quantity.form is QuantityForm.NUMBER and not quantity.unit
    return (is_count and quantity.low <= SMALL) or (
        quantity.low == 1 and quantity.form is QuantityForm.NUMBER
    )


def _is_another_rank(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is the only rank of the statement's sort, and the evidence has just another one."""
    ranks = {each.low for each in printed if each.form is QuantityForm.RANK}
    return quantity.form is QuantityForm.RANK and quantity.low > _HIGH_RANK and len(ranks) == 1


def _counts_alike(case: Case, at: int) -> bool:
    """Whether the evidence has another such number of the same things, or at the same place."""
    quantity = case.statement.words[at].quantity
    for gap in case.alignment.gaps if _is_close(case) else ():
        if at in gap.said:
            there = [case.evidence.words[its].quantity for its in gap.printed]
            return any(other and quantity and other.form is quantity.form for other in there)
    said = counted(case.statement, at)
    if said is None or (quantity and quantity.low == 1):
        return False
    for its, word in enumerate(case.evidence.words):
        if word.quantity is not None and quantity and word.quantity.form is quantity.form:
            printed = counted(case.evidence, its)
            if printed is not None and _is_said_beside(case, at, case.evidence.words[printed]):
                return True
    return False


def _counts_a_unit(case: Case, at: int) -> bool:
    """Whether the statement counts things by a number that is one of days, tonnes or the like."""
    quantity = case.statement.words[at].quantity
    if quantity is None or quantity.unit or quantity.low <= 1 or counted(case.statement, at) is None:
        return False
    others = [
        word.quantity
        for claim in case.printed
        for word in claim.words
        if word.quantity and word.quantity.low == quantity.low
    ]
    return bool(others) and all(scale_of(other.unit) for other in others)


def _counts_money(case: Case, at: int, printed: Sequence[Quantity]) -> bool:
    """Whether the statement counts people by a number that is an amount of money in the evidence."""
    statement, slots = case.statement, slots_of(case.statement.language)
    quantity = statement.words[at].quantity
    if quantity is None or quantity.unit or quantity.low <= SMALL or not (slots and statement.has_lexicon):
        return False
    after = {word.form.lower() for word in statement.words[at + 1 : at + 3]}
    if not slots.people & {*after, statement.text[quantity.end :][:2]}:
        return False
    same = [each for each in printed if each.low == quantity.low]
    return bool(same) and all(is_currency(each.unit) for each in same)


def _is_said_beside(case: Case, at: int, counted: Word) -> bool:
    """Whether the statement has, in the clause of a number, what the evidence counts."""
    clause = case.statement.clauses[case.alignment.clause_of(case.statement, at)]
    return any(match(word, counted) for word in case.statement.words[clause.first : clause.last])


def _number_in_its_place(case: Case, at: int, quantity: Quantity) -> tuple[int, ...]:
    """The number that the evidence has instead: at its place, else the likest that is free."""
    words = case.evidence.words
    for gap in case.alignment.gaps:
        if at in gap.said:
            found = tuple(its for its in gap.printed if words[its].quantity is not None)
            if found:
                return found[:1]
    numbers = [(its, word.quantity) for its, word in enumerate(words) if word.quantity is not None]
    likest = sorted(
        numbers, key=lambda each: (len(differences(quantity, each[1])), each[0] in case.alignment.taken)
    )
    return tuple(its for its, _ in likest[:1])
