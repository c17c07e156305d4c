"""What follows from the numbers of the evidence: sums, differences, shares, proportions, roundings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice

from generator.model.claims import WordKind
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.agreement import DOWN, PARTS, UP
from generator.text.units import BASIS_POINT, PERCENT, PERCENTAGE_POINT, is_currency, is_time, scale_of
from generator.text.value_words import number_in
from generator.verify.comparing.context import Case
from generator.verify.comparing.counting_rules import (
    MOST_NUMBERS,
    per,
    tells_each,
)
from generator.verify.comparing.shares import CLOSE, SAME, as_share, share_at

_CENTS = frozenset({"cent", "penny", "p"})
_ROUND = Decimal("0.1")
_FAR = Decimal("0.4")
_DOZEN = Decimal(12)
_HALF, _TWICE = Decimal("0.5"), Decimal(2)
_NEARLY = Decimal("0.15")
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


def is_part_of_year(case: Case, quantity: Quantity) -> bool:
    """Whether months are those of a half or quarter that the evidence names without a number."""
    months = in_months(quantity) or Decimal(0)
    names = _PARTS_OF_YEAR.get(int(months)) if months == int(months) else None
    return names is not None and any(names.search(claim.text) for claim in case.printed)


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
    return sum(1 for senses in dates if any(each.startswith(("year", "month")) for each in senses)) > 1


def is_worked_out(case: Case, at: int, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether a reader gets it from the evidence: by adding, subtracting, or comparing two of its numbers."""
    years = [Decimal(year) for sense in case.known if (year := number_in(sense, "year")) is not None]
    if _follows(quantity, printed, years) or _is_proportion(quantity, printed):
        return True
    near = printed[:MOST_NUMBERS]
    if _is_in_cents(quantity, near) or _is_of_each(case, quantity, near):
        return True
    if (per(case.statement, at) or tells_each(case.statement)) and _is_quotient(quantity, near):
        return True
    ratio = share_at(case.statement, at)
    as_part = replace(quantity, low=ratio or Decimal(0), unit="", form=QuantityForm.FRACTION)
    return ratio is not None and _is_proportion(as_part, printed)


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
    counts = {Decimal(2), *(each.low for each in printed if not each.unit and 1 < each.low <= SMALL)}
    return any(
        each.low * count == quantity.low and each.unit == quantity.unit
        for each in printed
        for count in counts
    )


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
        least = 1 - _NEARLY if quantity.bound is Bound.NEARLY else _HALF
        if (quantity.bound in UP and 1 <= ratio <= _TWICE) or (
            quantity.bound in DOWN and least <= ratio <= 1
        ):
            return True
    return False


def is_rounded(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “over two million” is said of 2.1 million: rounded, and said to be."""
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
    sort = [each for other in printed if _is_of_one_sort(each := _as_percent(other, quantity), quantity)][
        :MOST_ADDED
    ]
    alike = tuple(value for each in sort for value in dict.fromkeys((each.low, each.high)))
    shares = (share for each in printed if (share := as_share(each)) is not None)
    found = _worked_out(alike, tuple(islice(shares, MOST_ADDED)))
    off = (_ROUND / 2 if quantity.bound else SAME) * abs(quantity.low)
    nearest = found[bisect_left(found, quantity.low - off) :][:1]
    return any(each <= quantity.low + off for each in nearest)


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
    bare, measured = (one, other) if not one.unit else (other, one)
    return not bare.unit and (not bare.counted or scale_of(measured.unit) is None)


def _is_proportion(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether two numbers of the evidence stand to each other as it says: “halved” of 9 and 4.5."""
    if quantity.form not in PARTS:
        return False
    if not quantity.low > 0:
        return False
    for one, other in combinations(printed[:MOST_ADDED], 2):
        if one.form is not other.form or (one.unit != other.unit and "" not in (one.unit, other.unit)):
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
