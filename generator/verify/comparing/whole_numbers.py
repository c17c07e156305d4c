"""Numbers as their sentence makes them whole: with a scale or unit that stands elsewhere in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.model.claims import Claim
from generator.model.quantities import Quantity, QuantityForm
from generator.text.lexicons.slots import slots_of
from generator.text.units import PERCENT, is_currency, is_time, scale_of
from generator.verify.comparing.counting_rules import counted

_THOUSAND = Decimal(1000)
_DIRECT = 3
_MOST, _ALL = 90, 100


def borrows_scale(claim: Claim, at: int, printed: Sequence[Quantity]) -> bool:
    """Whether a number has the scale and unit of the one after it: “from 4.1 to 3 million euros”."""
    own = claim.words[at].quantity
    if own is None or own.unit:
        return False
    after = [word.quantity for word in claim.words[at + 1 : at + 5] if word.quantity]
    return any(
        other.low == own.low * scale and other.unit == after[0].unit
        for other in printed
        for scale in (_THOUSAND, _THOUSAND**2, _THOUSAND**3)
        if after and after[0].low >= scale
    )


def with_borrowed_scales(claim: Claim) -> Iterator[Quantity]:
    """Numbers with the scale of the one after them: 4.1 million for “from 4.1 to 3 million euros”."""
    numbers = [word.quantity for word in claim.words if word.quantity]
    for one, other in pairwise(numbers):
        scale = next((each for each in (_THOUSAND**3, _THOUSAND**2, _THOUSAND) if other.low >= each), None)
        if scale and one.low < _THOUSAND and one.unit in ("", other.unit) and one.form is other.form:
            yield replace(one, low=one.low * scale, high=one.high * scale, unit=other.unit)


def whole_times(claim: Claim) -> Iterator[Quantity]:
    """Times told in two units, as one: four and a half years for “four years and six months”."""
    numbers = [word.quantity for word in claim.words if word.quantity]
    for one, other in pairwise(numbers):
        mine, its = scale_of(one.unit), scale_of(other.unit)
        if not (mine and its) or mine.dimension != its.dimension or not is_time(one.unit):
            continue
        between = claim.text[one.end : other.start]
        if mine.factor > its.factor and len(between.split()) < _DIRECT and "," not in between:
            rest = other.low * its.factor / mine.factor
            if rest < 1:
                yield replace(one, low=one.low + rest, high=one.high + rest)


def sums_of_money(claim: Claim) -> Iterator[Quantity]:
    """Large numbers that count nothing, in their sentence's one currency: “3 million euros, … 2 million”."""
    numbers = [(at, word.quantity) for at, word in enumerate(claim.words) if word.quantity]
    currencies = {quantity.unit for _, quantity in numbers if is_currency(quantity.unit)}
    for at, quantity in numbers:
        is_bare = not quantity.unit and quantity.low >= _THOUSAND**2 and quantity.form is QuantityForm.NUMBER
        if is_bare and len(currencies) == 1 and counted(claim, at) is None:
            yield replace(quantity, unit=next(iter(currencies)))


def with_unit_before(claim: Claim, at: int) -> Quantity | None:
    """A number with the unit of the one before it: seven months of “from eleven months to seven”."""
    slots, bare = slots_of(claim.language), claim.words[at].quantity
    before = next((place for place in range(at - 1, -1, -1) if claim.words[place].quantity), None)
    other = claim.words[before].quantity if before is not None else None
    if slots is None or bare is None or other is None or bare.unit or not other.unit or bare.counted:
        return None
    is_reached = claim.words[at - 1].form.lower() in slots.levels and at - (before or 0) <= _DIRECT
    if not is_reached or bare.form is not other.form:
        return None
    if other.unit == PERCENT and not _MOST <= bare.low + other.low <= _ALL + 1:
        return None
    return replace(bare, unit=other.unit)
