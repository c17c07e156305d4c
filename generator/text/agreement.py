"""In what a quantity of a statement differs from one of its evidence."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.units import (
    BASIS_POINT,
    PER_MILLE,
    PERCENT,
    PERCENTAGE_POINT,
    are_same,
    scale_of,
)


class Aspect(StrEnum):
    """In what two quantities may differ; `AMBIGUOUS` if the evidence has two readings.

    `BOUND` if the words before them contradict each other, `BOUND_LEFT_OUT` if the evidence has one (“more
    than 5”) of which the statement is silent.
    """

    VALUE = "value"
    FORM = "form"
    UNIT = "unit"
    COUNTED = "counted"
    BOUND = "bound"
    BOUND_LEFT_OUT = "bound-left-out"
    AMBIGUOUS = "ambiguous"


PARTS = frozenset((QuantityForm.FRACTION, QuantityForm.MULTIPLE))
UP = frozenset((Bound.MORE, Bound.AT_LEAST))
DOWN = frozenset((Bound.LESS, Bound.AT_MOST, Bound.NEARLY))

SAME_VALUE = frozenset((Aspect.COUNTED, Aspect.BOUND, Aspect.BOUND_LEFT_OUT))
"""In what two quantities may differ that have one value, form and unit."""

_SHARES = frozenset((PERCENT, PER_MILLE, PERCENTAGE_POINT, BASIS_POINT))
_NAMES = frozenset((QuantityForm.LABEL, QuantityForm.NOTE))
_EXACT_ENOUGH = frozenset((None, Bound.EXACTLY, Bound.ONLY))


def differences(statement: Quantity, evidence: Quantity, *, same_language: bool = True) -> frozenset[Aspect]:
    """In what a statement's quantity is not what the evidence gives; nothing if it is.

    Units of one dimension are converted exactly: 1.5 tonnes are 1,500 kilograms, and 25 basis points are
    a quarter of a percentage point; percent and points stay apart, and so do currencies. What is left out
    agrees: a unit or noun that only one of them has. Nouns are compared only where both texts have one
    language.
    """
    if statement.form in _NAMES or evidence.form in _NAMES:
        same = statement.form is evidence.form and statement.unit == evidence.unit
        if same:
            return frozenset()
        return frozenset((Aspect.FORM,) if statement.form is not evidence.form else (Aspect.VALUE,))
    found = {
        aspect
        for aspect, differs in (
            (Aspect.AMBIGUOUS, evidence.other is not None and not _reads_the_same(statement, evidence)),
            (Aspect.FORM, not _same_form(statement, evidence)),
            (Aspect.UNIT, not _same_unit(statement, evidence)),
            (Aspect.VALUE, not _same_value(statement, evidence)),
            (Aspect.COUNTED, same_language and counts_another_thing(statement, evidence)),
        )
        if differs
    }
    return frozenset(found | _bound(statement, evidence))


def agreeing(
    statement: Quantity, evidence: Iterable[Quantity], lenient: Iterable[Aspect] = ()
) -> Quantity | None:
    """The first of the evidence's quantities that differs from the statement's in `lenient` aspects only."""
    allowed = frozenset(lenient)
    likely = evidence if Aspect.VALUE in allowed else (each for each in evidence if _may_be(statement, each))
    return next((each for each in likely if differences(statement, each) <= allowed), None)


def _may_be(statement: Quantity, evidence: Quantity) -> bool:
    """Whether two are of one value; quickly, as most pairs of a text are not."""
    if statement.form in _NAMES or evidence.form in _NAMES:
        return statement.form is evidence.form
    is_alike = statement.form is evidence.form and statement.unit == evidence.unit
    if is_alike and statement.low == statement.high and evidence.low == evidence.high:
        return abs(statement.low) == abs(evidence.low)
    return _same_value(statement, evidence)


def _reads_the_same(statement: Quantity, evidence: Quantity) -> bool:
    """Whether both have the same two readings, as when the statement repeats the evidence's form."""
    if statement.other is None or evidence.other is None:
        return False
    return {statement.low, statement.other.low} == {evidence.low, evidence.other.low}


def _same_form(statement: Quantity, evidence: Quantity) -> bool:
    """A fraction may be told as a share (“half”, 50 percent) or a decimal, a halving as a half."""
    first, second = statement.form, evidence.form
    if first is second:
        return True
    forms = {first, second}
    if forms == PARTS:
        return statement.low == evidence.low
    if forms == {QuantityForm.FRACTION, QuantityForm.NUMBER}:
        return _share_of(statement) == _share_of(evidence)
    return _are_one_growth(statement, evidence)


def _are_one_growth(one: Quantity, other: Quantity) -> bool:
    """Whether one tells in percent by how much the other multiplies: “halved” and 50 percent."""
    times, share = (one, other) if one.form is QuantityForm.MULTIPLE else (other, one)
    if times.form is not QuantityForm.MULTIPLE or share.form is not QuantityForm.NUMBER:
        return False
    return share.unit == PERCENT and share.low == share.high == abs(times.low - 1) * 100


def _share_of(quantity: Quantity) -> Decimal:
    return quantity.low / 100 if quantity.unit == PERCENT else quantity.low


def _is_told_as_share(statement: Quantity, evidence: Quantity) -> bool:
    forms = {statement.form, evidence.form}
    return forms == {QuantityForm.FRACTION, QuantityForm.NUMBER} and PERCENT in (
        statement.unit,
        evidence.unit,
    )


def _same_unit(statement: Quantity, evidence: Quantity) -> bool:
    first, second = statement.unit, evidence.unit
    if first == second or are_same(first, second) or _is_told_as_share(statement, evidence):
        return True
    if _are_one_growth(statement, evidence):
        return True
    if not first or not second:
        noun = statement.counted if second else evidence.counted
        return not noun
    one, two = scale_of(first), scale_of(second)
    return one is not None and two is not None and one.dimension == two.dimension


def _same_value(statement: Quantity, evidence: Quantity) -> bool:
    if _is_told_as_share(statement, evidence):
        return _share_of(statement) == _share_of(evidence)
    return _are_one_growth(statement, evidence) or _are_equal(statement, evidence)


def _are_equal(statement: Quantity, evidence: Quantity) -> bool:
    """Whether they are of one value in one unit, or one is an end of the other, or within it, as it says."""
    low, high = _converted(evidence, statement.unit)
    if (statement.low, statement.high) == (low, high):
        return True
    if statement.low != statement.high:
        return False
    if low == high:
        return statement.unit in _SHARES and abs(statement.low) == abs(low)
    ends = {Bound.AT_MOST: high, Bound.LESS: high, Bound.AT_LEAST: low, Bound.MORE: low}
    if statement.bound in ends:
        return statement.low == ends[statement.bound]
    return statement.bound is Bound.ABOUT and low <= statement.low <= high


def _converted(quantity: Quantity, unit: str) -> tuple[Decimal, Decimal]:
    """A quantity's ends in another unit of its dimension; as they are if it has none."""
    mine, other = scale_of(quantity.unit), scale_of(unit)
    if mine is None or other is None or mine.dimension != other.dimension or quantity.unit == unit:
        return quantity.low, quantity.high
    return quantity.low * mine.factor / other.factor, quantity.high * mine.factor / other.factor


def counts_another_thing(statement: Quantity, evidence: Quantity) -> bool:
    """Whether both have a noun and share none: the word next to one number is not by the other."""
    one, two = statement.counted, evidence.counted
    if not one or not two:
        return False
    return not set(one) & set(two)


def _bound(statement: Quantity, evidence: Quantity) -> set[Aspect]:
    said, given = statement.bound, evidence.bound
    if said is None:
        return {Aspect.BOUND_LEFT_OUT} if given in UP | DOWN | {Bound.ABOUT} else set()
    if said in (Bound.EXACTLY, Bound.ONLY):
        is_same = given in _EXACT_ENOUGH or (said is Bound.ONLY and given in DOWN | {Bound.ABOUT})
    elif said in UP:
        is_same = given in UP or _is_end(statement, evidence)
    elif said in DOWN:
        is_same = (
            given in DOWN or (said is Bound.NEARLY and given is Bound.ABOUT) or _is_end(statement, evidence)
        )
    else:
        is_same = True
    return set() if is_same else {Aspect.BOUND}


def _is_end(statement: Quantity, evidence: Quantity) -> bool:
    """Whether “up to 20” is said of a range that ends there."""
    return evidence.low != evidence.high and statement.low == statement.high
