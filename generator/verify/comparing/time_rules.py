"""Rules for times that contradict each other in any wording: parts of a day and of a month, years between."""

from __future__ import annotations

from decimal import Decimal

from generator.model.claims import Claim, Finding
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.agreement import DOWN, UP, agreeing
from generator.text.parts_of_months import PartOfMonth, parts_of_months
from generator.text.times_of_day import PartOfDay, parts_of_days
from generator.text.units import scale_of
from generator.verify.comparing.context import Case, Findings

_GIVE_TIME = "give the time that the evidence gives"
_MONTHS_A_YEAR = 12
_LONG = 24
_LOOSE = Decimal("0.15")


def times_of_day_agree(case: Case) -> Findings:
    """The evening is not the morning, nor “7 a.m.” any part of the afternoon."""
    printed = [each for claim in case.printed for each in _times(claim)]
    for mine in _times(case.statement):
        if printed and not any(mine.may_be(other) for other in printed):
            yield _finding(case, "date-differs", mine, _times(case.evidence))


def _times(claim: Claim) -> list[PartOfDay]:
    """The parts of the day that a claim names; of a clock, its minute."""
    parts = list(parts_of_days(claim.text, claim.language))
    clocks = [
        PartOfDay(int(each.low), int(each.low), each.start, each.end)
        for word in claim.words
        if (each := word.quantity) and each.form is QuantityForm.CLOCK
    ]
    apart = [
        each for each in parts if not any(one.start < each.end and each.start < one.end for one in clocks)
    ]
    return [*clocks, *apart]


def parts_of_months_agree(case: Case) -> Findings:
    """“Early March” is not “late March”, nor “mid-November” “mid-December”."""
    printed = [each for claim in case.printed for each in parts_of_months(claim.text, claim.language)]
    own = list(parts_of_months(case.evidence.text, case.evidence.language))
    for mine in parts_of_months(case.statement.text, case.statement.language):
        rivals = [each for each in printed if each.month == mine.month]
        if not mine.is_part or not printed or any(each.may_be(mine) for each in rivals):
            continue
        if rivals or (_is_of_another_month(printed) and not _is_known(case, mine)):
            yield _finding(case, "date-differs", mine, [each for each in own if each in (rivals or printed)])


def _is_of_another_month(printed: list[PartOfMonth]) -> bool:
    return any(each.is_part for each in printed)


def _is_known(case: Case, part: PartOfMonth) -> bool:
    """Whether a day of that part of the month is known from the day on which the source was issued."""
    days = any(f"day{day}" in case.known for day in range(part.first, part.last + 1))
    return days and f"month{part.month}" in case.known


def _finding(
    case: Case, code: str, mine: PartOfDay | PartOfMonth, printed: list[PartOfDay] | list[PartOfMonth]
) -> Finding:
    place = (printed[0].start, printed[0].end) if printed else None
    return Finding(
        code,
        case.statement.text[mine.start : mine.end],
        case.evidence.text[slice(*place)] if place else "",
        (mine.start, mine.end),
        place,
        case.witness.place,
        _GIVE_TIME,
    )


def years_between_are_counted(case: Case) -> Findings:
    """“In four decades” is not said of what happened between 1990 and 2020."""
    years = sorted({int(s[4:]) for w in case.evidence.words for s in w.senses if _is_year(s)})
    dates = [its for its, word in enumerate(case.evidence.words) if any(map(_is_year, word.senses))]
    printed = [word.quantity for claim in case.printed for word in claim.words if word.quantity]
    if len(years) != 2 or any(_months(each) for each in printed):
        return
    between = Decimal((years[1] - years[0]) * _MONTHS_A_YEAR)
    for at, word in enumerate(case.statement.words):
        months = _months(word.quantity) if word.quantity else None
        if word.quantity is None or months is None or months < _LONG or agreeing(word.quantity, printed):
            continue
        if not _may_be_told(word.quantity, months, between):
            yield case.finding("date-differs", (at,), (dates[0], dates[-1]), _GIVE_TIME)


def _is_year(sense: str) -> bool:
    return sense.startswith("year") and sense[4:].isdecimal()


def _months(quantity: Quantity) -> Decimal | None:
    """A time in months, if it is told in months or years."""
    scale = scale_of(quantity.unit)
    if scale is None or scale.dimension != "months":
        return None
    return quantity.low * scale.factor


def _may_be_told(quantity: Quantity, months: Decimal, between: Decimal) -> bool:
    """Whether a time may be said to lie between two years, of which the months are not known."""
    if abs(between - months) <= _MONTHS_A_YEAR or abs(between - months) <= between * _LOOSE:
        return True
    if quantity.bound in UP:
        return months <= between
    return quantity.bound in DOWN and quantity.bound is not Bound.NEARLY and months >= between
