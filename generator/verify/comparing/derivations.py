"""What follows from the numbers of the evidence: sums, differences, shares, proportions, roundings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice, pairwise

from generator.model.claims import Claim, WordKind
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.agreement import DOWN, PARTS, UP
from generator.text.lexicons.slots import slots_of
from generator.text.units import BASIS_POINT, PERCENT, PERCENTAGE_POINT, is_currency, is_time, scale_of
from generator.text.value_words import number_in
from generator.verify.comparing.context import Case
from generator.verify.comparing.counting_rules import (
    MOST_NUMBERS,
    tells_each,
)
from generator.verify.comparing.rate_rules import per
from generator.verify.comparing.shares import CLOSE, SAME, as_share, share_at

_CENTS = frozenset({"cent", "penny", "p"})
_ROUND = Decimal("0.1")
_FAR = Decimal("0.4")
_DOZEN = Decimal(12)
_HALF, _TWICE = Decimal("0.5"), Decimal(2)
_NEARLY = Decimal("0.15")
_AS_LARGE = 4
_A_YEAR = 12
_ENDS_OF_HALVES = {1: (1, 6), 2: (7, 12)}
_QUARTERS = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"))
MOST_ADDED = 8
_YEAR = scale_of("a")
SMALL = 12
_PARTS_OF_YEAR = {
    6: re.compile(r"\bhalf\b|Halbjahr|Jahreshälfte|semestre|moitié|mitad|半年", re.IGNORECASE),
    3: re.compile(r"\bquarter|Quartal|Vierteljahr|trimestre|季度", re.IGNORECASE),
}


def is_part_of_one(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is a share of another number, both of the evidence: seven million for half of 14 million."""
    shares = [share for each in printed if (share := as_share(each)) is not None]
    wholes = [each.low for each in printed if each.unit == quantity.unit and each.form is quantity.form]
    return any(
        quantity.low == whole * part
        for whole in wholes[:MOST_ADDED]
        for share in shares[:MOST_ADDED]
        for part in (share, 1 - share)
        if 0 < share < 1
    )


def is_part_of_own(case: Case, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is a share of another number of the statement, which the evidence gives as a number."""
    share = as_share(quantity)
    wholes = (word.quantity for word in case.statement.words if word.quantity and word.quantity.low > SMALL)
    return share is not None and any(
        whole.low * share == each.low and each.unit == whole.unit for whole in wholes for each in printed
    )


def is_part_of_year(case: Case, quantity: Quantity) -> bool:
    """Whether months are those of a half or quarter that the evidence names without a number."""
    months = in_months(quantity) or Decimal(0)
    names = _PARTS_OF_YEAR.get(int(months)) if months == int(months) else None
    return names is not None and any(names.search(claim.text) for claim in case.printed)


def is_end_of_half(case: Case, month: int) -> bool:
    """Whether a month is an end of the first or second half of a year, which the evidence names."""
    for claim in case.printed:
        ranks = {word.quantity.low for word in claim.words if word.quantity}
        if _PARTS_OF_YEAR[6].search(claim.text) and any(
            month in ends and rank in ranks for rank, ends in _ENDS_OF_HALVES.items()
        ):
            return True
    return False


def in_months(quantity: Quantity) -> Decimal | None:
    """A time in months; None if it is not told in months or years."""
    scale = scale_of(quantity.unit)
    return quantity.low * scale.factor if scale and scale.dimension == "months" else None


def is_end_of_range(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is the least or most of a range: “six years at most” of “two to six years”."""
    return any(
        each.low != each.high and quantity.low in (each.low, each.high) and each.unit == quantity.unit
        for each in printed
    )


def is_step(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is told in points how far apart two shares of the evidence are."""
    if quantity.unit != PERCENTAGE_POINT:
        return False
    shares = [each.low for each in printed if each.unit in (PERCENT, "")]
    return PERCENT in {each.unit for each in printed} and any(
        abs(one - other) == quantity.low for one, other in combinations(shares, 2)
    )


def lies_between_dates(case: Case, quantity: Quantity) -> bool:
    """Whether it is a time, and the evidence has two dates from which it may be counted."""
    if not is_time(quantity.unit):
        return False
    dates = [word.senses for word in case.evidence.words if word.kind is WordKind.DATE]
    if (in_months(quantity) or 0) >= _A_YEAR and quantity.low > 1:
        return len({each for senses in dates for each in senses if each.startswith("year")}) > 1
    return sum(1 for senses in dates if any(each.startswith(("year", "month")) for each in senses)) > 1


def is_worked_out(case: Case, at: int, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether a reader gets it from the evidence: by adding, subtracting, or comparing two of its numbers."""
    years = [Decimal(year) for sense in case.known if (year := number_in(sense, "year")) is not None]
    is_level = quantity.unit == PERCENT and _is_level(case.statement, at)
    is_level = is_level and not any(map(_has_steps, case.printed))
    if not is_level and _follows(quantity, printed, years):
        return True
    if _is_proportion(quantity, printed):
        return True
    near = printed[:MOST_NUMBERS]
    if _is_in_cents(quantity, near) or _is_of_each(case, quantity, near):
        return True
    if (per(case.statement, at) or tells_each(case.statement)) and _is_quotient(quantity, near):
        return True
    if _is_of_all_times(case, quantity):
        return True
    ratio = share_at(case.statement, at)
    as_part = replace(quantity, low=ratio or Decimal(0), unit="", form=QuantityForm.FRACTION)
    return ratio is not None and _is_proportion(as_part, printed)


def _is_level(claim: Claim, at: int) -> bool:
    """Whether a number is one that something reaches: how far two such are apart is not."""
    slots = slots_of(claim.language)
    return slots is not None and at > 0 and claim.words[at - 1].form.lower() in slots.levels


def _has_steps(claim: Claim) -> bool:
    """Whether a claim tells by how much a share changes."""
    slots = slots_of(claim.language)
    if slots is None:
        return True
    shares = {PERCENT, PERCENTAGE_POINT, BASIS_POINT}
    found = [(one, other.quantity) for one, other in pairwise(claim.words) if other.quantity]
    return any(
        quantity.unit in shares - {PERCENT}
        or (quantity.unit in shares and before.form.lower() in slots.steps)
        for before, quantity in found
    )


def _is_in_cents(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it tells in cents or pence how far two amounts of the evidence are apart."""
    amounts = [each.low for each in printed if is_currency(each.unit)]
    return quantity.unit in _CENTS and any(
        abs(one - other) * 100 == quantity.low for one, other in combinations(amounts[:MOST_ADDED], 2)
    )


def _is_quotient(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is an amount of the evidence, parted among as many as it counts."""
    counts = [each.low for each in printed if each.low > 1 and not is_currency(each.unit)]
    return any(
        each.low == quantity.low * count and each.unit == quantity.unit
        for each in printed
        for count in counts
    )


def _is_of_each(case: Case, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is what each of a few gets, times their number: 240 of “each side frees 120”."""
    if not any(tells_each(claim) for claim in case.printed):
        return False
    counts = {Decimal(2), *(each.low for each in printed if not each.unit and each.low > 1)}
    return any(
        each.low * count == quantity.low and each.unit == quantity.unit
        for each in printed
        for count in counts
    )


def _is_of_all_times(case: Case, quantity: Quantity) -> bool:
    """Whether it is a rate, times what it is a rate of: “four seasons at 95 million a season”."""
    for claim in case.printed:
        counts = [word.quantity for word in claim.words if word.quantity and word.quantity.counted]
        for its, word in enumerate(claim.words[:-2]):
            rate, after = word.quantity, [each.key for each in claim.words[its + 1 : its + 3]]
            if rate is None or rate.unit != quantity.unit:
                continue
            if any(each.counted[0] in after and rate.low * each.low == quantity.low for each in counts):
                return True
    return False


def is_bounded_by(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “less than two weeks” is said of eleven days: a bound that holds, and is not far off."""
    mine = scale_of(quantity.unit)
    if mine is None or quantity.bound not in UP | DOWN:
        return False
    limit = quantity.low * mine.factor
    for other in printed:
        its = scale_of(other.unit)
        if its is None or its.dimension != mine.dimension:
            continue
        ratio = other.low * its.factor / limit if limit else Decimal(0)
        is_coarse = quantity.low <= _TWICE
        least = 1 - _NEARLY if quantity.bound is Bound.NEARLY or not is_coarse else _HALF
        most = _TWICE if is_coarse else 1 + _NEARLY
        if (quantity.bound in UP and 1 <= ratio <= most) or (quantity.bound in DOWN and least <= ratio <= 1):
            return True
    return False


def is_rounded(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “over two million” is said of 2.1 million: rounded, and said to be.

    “Three quarters of an hour” says so by itself, as nobody counts so.
    """
    if _is_told_roughly(quantity) and any(_is_close_to(quantity, each) for each in printed):
        return True
    if quantity.bound is None or quantity.bound in (Bound.EXACTLY, Bound.ONLY):
        return False
    for other in printed:
        if quantity.unit != other.unit or not quantity.low or quantity.form is not other.form:
            continue
        off = (other.low - quantity.low) / abs(quantity.low)
        if quantity.bound in UP and 0 <= off <= max(_ROUND, _next_round(quantity.low)):
            return True
        if quantity.bound in DOWN and -_ROUND <= off <= 0:
            return True
        if quantity.bound is Bound.ABOUT and abs(off) <= _ROUND / 2:
            return True
    return False


def _is_told_roughly(quantity: Quantity) -> bool:
    return quantity.bound is None and quantity.unit in ("h", "a") and quantity.low % 1 in _QUARTERS


def _is_close_to(quantity: Quantity, printed: Quantity) -> bool:
    """Whether a time in another unit is nearly as long."""
    mine, its = scale_of(quantity.unit), scale_of(printed.unit)
    if mine is None or its is None or mine.dimension != its.dimension or printed.unit == quantity.unit:
        return False
    wanted = quantity.low * mine.factor
    return abs(printed.low * its.factor - wanted) <= wanted * _ROUND / 2


def _next_round(value: Decimal) -> Decimal:
    """How far, as a share of it, the next number is that is as round: for a thousand, two thousand."""
    if value % _DOZEN == 0 and value <= 5 * _DOZEN:
        return _DOZEN / 2 / value
    digits = value.normalize().as_tuple()
    return 1 / Decimal(digits.digits[0]) if len(digits.digits) == 1 and int(digits.exponent) > 1 else _ROUND


def _follows(quantity: Quantity, printed: Sequence[Quantity], years: Sequence[Decimal]) -> bool:
    """Whether it is worked out of numbers of its sort: a sum, a difference, a share of one, years between."""
    if scale_of(quantity.unit) == _YEAR and any(
        abs(abs(one - other) - quantity.low) <= 1 for one, other in combinations(years, 2)
    ):
        return True
    sort = islice(
        (each for other in printed if _is_of_one_sort(each := _as_percent(other, quantity), quantity)),
        MOST_ADDED,
    )
    found_shares = (share for each in printed if (share := as_share(each)) is not None)
    shares = () if quantity.form in PARTS else tuple(islice(found_shares, MOST_ADDED))
    wanted, *_ = _in_base(quantity)
    off = (_ROUND / 2 if quantity.bound else SAME) * abs(wanted)
    for values in _by_sort(list(sort)):
        found = _worked_out(values, shares)
        nearest = found[bisect_left(found, wanted - off) :][:1]
        if any(each <= wanted + off for each in nearest):
            return True
    return False


def _by_sort(printed: Sequence[Quantity]) -> Iterator[tuple[Decimal, ...]]:
    """The values of each sort; a bare number is of that of another if it may have left out its unit."""
    sorts = {_sort_of(each): each for each in printed}
    for sort in sorts:
        alike = [each for each in printed if _sort_of(each) == sort]
        if sort:
            bare = (each for each in printed if not each.unit and _may_have(each, sorts[sort]))
            alike += [replace(each, unit=sorts[sort].unit) for each in bare]
        found = {(each.start, value): value for each in alike for value in _in_base(each)}
        yield tuple(found.values())


def _may_have(bare: Quantity, other: Quantity) -> bool:
    """Whether a bare number may be of another's unit: “to 210,000 tonnes from 228,000”, not “7 to 2”."""
    is_whole = bare.low == bare.low.to_integral_value()
    is_counted = is_whole and (bool(bare.counted) or bare.low <= SMALL)
    return not is_counted and bool(other.low) and 1 / _AS_LARGE <= bare.low / other.low <= _AS_LARGE


def _sort_of(quantity: Quantity) -> str:
    """What a quantity measures: only numbers of one sort are added."""
    if quantity.unit in (PERCENT, PERCENTAGE_POINT):
        return PERCENT
    scale = scale_of(quantity.unit)
    return scale.dimension if scale else quantity.unit


def _in_base(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The ends of a quantity in the unit by which those of its dimension are converted."""
    scale = scale_of(quantity.unit)
    factor = scale.factor if scale and quantity.unit != PERCENTAGE_POINT else Decimal(1)
    return quantity.low * factor, quantity.high * factor


@lru_cache(maxsize=256)
def _worked_out(alike: tuple[Decimal, ...], shares: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Sums, differences and shares of some values, in order."""
    found = {one + other for one, other in combinations(alike, 2)}
    found |= {one + other + third for one, other, third in combinations(alike, 3)}
    found |= {abs(one - other) for one, other in combinations(alike, 2)}
    found |= {part for one in alike for share in shares if one != share for part in _parts_of(one, share)}
    return tuple(sorted(found))


def _as_percent(printed: Quantity, quantity: Quantity) -> Quantity:
    """Basis points as percent, where a share is told in percent: 4.5 for “by 25 basis points to 4.75”."""
    if quantity.unit == PERCENT and printed.unit == BASIS_POINT:
        return replace(printed, low=printed.low / 100, high=printed.high / 100, unit=PERCENT)
    return printed


def _parts_of(whole: Decimal, share: Decimal) -> Iterator[Decimal]:
    """A share of something, the rest of it, and what it was before it rose or fell by that share."""
    yield from (whole * share, whole * (1 - share), whole * (1 + share))
    yield from (whole / (1 + each) for each in (share, -share) if each not in (1, -1))
    if share:
        yield whole / share


def _is_of_one_sort(one: Quantity, other: Quantity) -> bool:
    if one.form is not other.form:
        return False
    shares = {PERCENT, PERCENTAGE_POINT, ""}
    if one.unit == other.unit or {one.unit, other.unit} <= shares:
        return True
    mine, its = scale_of(one.unit), scale_of(other.unit)
    if mine and its:
        return mine.dimension == its.dimension
    bare, measured = (one, other) if not one.unit else (other, one)
    return not bare.unit and (not bare.counted or scale_of(measured.unit) is None)


def _is_proportion(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether two numbers of the evidence stand to each other as it says: “halved” of 9 and 4.5."""
    if quantity.form not in PARTS or not quantity.low > 0:
        return False
    parts = [as_share(each) for each in printed if each.form in PARTS]
    if any(part and _is_about(1 / part, quantity) for part in parts):
        return True
    for one, other in combinations(printed[:MOST_ADDED], 2):
        if one.form is not other.form or (one.unit != other.unit and "" not in (one.unit, other.unit)):
            continue
        if one.counted and other.counted and not set(one.counted) & set(other.counted):
            continue
        low, high = sorted((abs(one.low), abs(other.low)))
        if not low:
            continue
        if any(_is_about(ratio, quantity) for ratio in (low / high, high / low, 1 - low / high)):
            return True
    shares = [share for each in printed if (share := as_share(each)) is not None and each.unit == PERCENT]
    return any(_is_about(ratio, quantity) for share in shares for ratio in (1 + share, 1 - share))


def _is_about(ratio: Decimal, quantity: Quantity) -> bool:
    """Whether a proportion may be told so: “more than doubled” of 2.3 times, “a third” of 0.34."""
    off = (ratio - quantity.low) / quantity.low
    if quantity.bound in UP:
        return -SAME <= off <= _FAR
    if quantity.bound is Bound.NEARLY:
        return -_NEARLY <= off <= SAME
    if quantity.bound in DOWN:
        return -_FAR <= off <= SAME
    wide = quantity.bound is not None or quantity.form is QuantityForm.MULTIPLE
    return abs(off) <= (_ROUND if wide else CLOSE)
