"""Rules for dates and times: days, parts of days, months and years, and the years between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.claims import Claim, Finding, Word, WordKind
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.agreement import DOWN, UP, agreeing
from generator.text.parts_of_dates import PartOfDate, parts_of_months, parts_of_years
from generator.text.times_of_day import PartOfDay, parts_of_days
from generator.text.value_words import DATE_PARTS, number_in
from generator.verify.comparing.context import Case, Findings, spelt
from generator.verify.comparing.derivations import in_months, is_end_of_half

_GIVE_TIME = "give the time that the evidence gives"
_MONTHS_A_YEAR = 12
_LONG = 24
_LOOSE = Decimal("0.15")


def dates_stand_in_the_evidence(case: Case) -> Findings:
    """A day, weekday, month, quarter or year of the statement is one that the evidence gives."""
    for at, word in enumerate(case.statement.words):
        if word.kind is not WordKind.DATE:
            continue
        missing = {sense for sense in word.senses - case.known if sense.startswith(DATE_PARTS)}
        if any(sense.startswith("span") for sense in missing) and not _has_span(case.printed):
            missing = {sense for sense in missing if not sense.startswith("span") or _lies_apart(case, word)}
        if not missing:
            missing = set(_year_of_writing(case, word))
        missing = {sense for sense in missing if not _is_a_year_off(case, sense)}
        missing = {sense for sense in missing if not _is_month_of_span(case, sense)}
        if not missing and (its := _same_day_of_another_month(case, word)) is not None:
            yield case.finding("date-differs", (at,), (its,))
        elif missing:
            printed = _date_in_its_place(case, at, missing)
            yield case.finding("date-differs", (at,), printed)


def _lies_apart(case: Case, word: Word) -> bool:
    """Whether a season or quarter of a year is none of the months that the evidence gives of that year."""
    ends = next(sense for sense in word.senses if sense.startswith("span"))[4:].split("-")
    if not all(end.isdecimal() for end in ends):
        return False
    first, last = map(int, ends)
    year = _part_of(word, "year")
    dates = [other for claim in case.printed for other in claim.words if other.kind is WordKind.DATE]
    months = [_part_of(other, "month") for other in dates if year and year in other.senses]
    around = {(month - 1) % _MONTHS_A_YEAR + 1 for month in range(first - 1, last + 2 + (last < first) * 12)}
    found = [number_in(month, "month") for month in months if month]
    return bool(found) and not any(month in around for month in found)


def _year_of_writing(case: Case, word: Word) -> Iterator[str]:
    """The year in which a source was written, told of a month or season that it gives another year."""
    year, parts = _part_of(word, "year"), [each for each in word.senses if each.startswith(("month", "span"))]
    dates = [other for claim in case.printed for other in claim.words if other.kind is WordKind.DATE]
    if not year or not parts or any(year in other.senses for other in dates):
        return
    if dates and all(_part_of(other, "year") for other in dates):
        yield year


def _is_a_year_off(case: Case, sense: str) -> bool:
    """Whether a year lies so many years from a printed one as the evidence says: “three years later”."""
    year = number_in(sense, "year")
    if year is None:
        return False
    words = [word for claim in case.printed for word in claim.words]
    steps = {int(word.quantity.low) for word in words if word.quantity and word.quantity.unit == "a"}
    beside = {f"year{year + step * way}" for step in steps for way in (-1, 1)}
    return any(word.kind is WordKind.DATE and beside & word.senses for word in words)


def _is_month_of_span(case: Case, sense: str) -> bool:
    """Whether a month is an end of one that the evidence tells otherwise.

    “The first seven months” end with July, what lasts “until the end of November” begins with January, and
    “before 1 November” is “by the end of October”.
    """
    month = number_in(sense, "month")
    if month is None or is_end_of_half(case, month):
        return month is not None
    words = [word for claim in case.printed for word in claim.words]
    spans = [each for word in words if (each := word.quantity) and each.unit == "mo"]
    if any(each.low == month or (month == 1 and each.low > 1) for each in spans):
        return True
    if any(
        sense.startswith("span") and str(month) in sense[4:].split("-")
        for word in words
        for sense in word.senses
    ):
        return True
    if any(each.low == 1 for each in spans) and case.known & {
        f"month{month % 12 + 1}",
        f"month{(month - 2) % 12 + 1}",
    }:
        return True
    if any({f"month{month % 12 + 1}", "day1"} <= word.senses for word in words):
        return True
    said = [word for word in case.statement.words if word.kind is WordKind.DATE]
    return month == 1 and any(word.senses & case.known for word in said if sense not in word.senses)


def _same_day_of_another_month(case: Case, word: Word) -> int | None:
    """The date of the evidence that shares only the day, where the month comes from another of its dates."""
    day, month = _part_of(word, "day"), _part_of(word, "month")
    if not day or not month:
        return None
    others = [each for claim in case.printed for each in claim.words if day in each.senses]
    if not others or any(_part_of(other, "month") in (None, month) for other in others):
        return None
    return next((its for its, each in enumerate(case.evidence.words) if each in others), None)


def _part_of(word: Word, sort: str) -> str | None:
    return next((sense for sense in word.senses if number_in(sense, sort) is not None), None)


def _has_span(printed: Sequence[Claim]) -> bool:
    """Whether the evidence names a quarter or a season, with which another can be at odds."""
    return any(sense.startswith("span") for claim in printed for word in claim.words for sense in word.senses)


def _date_in_its_place(case: Case, at: int, missing: set[str]) -> tuple[int, ...]:
    """The date that the evidence has instead: the one it is aligned with, or one of its sort."""
    if at in case.alignment.pairs:
        return (case.alignment.pairs[at],)
    sorts = tuple(sense.rstrip("0123456789-") for sense in missing)
    dates = [
        its
        for its, word in enumerate(case.evidence.words)
        if word.kind is WordKind.DATE and any(sense.startswith(sorts) for sense in word.senses)
    ]
    free = [its for its in dates if its not in case.alignment.taken]
    return tuple((free or dates)[:1])


def parts_of_years_agree(case: Case) -> Findings:
    """The end of a year is not its middle."""
    printed = [(claim, part) for claim in case.printed for part in parts_of_years(claim.text, claim.language)]
    for mine in parts_of_years(case.statement.text, case.statement.language):
        rivals = [(claim, part) for claim, part in printed if part.of == mine.of]
        if rivals and not any(part.may_be(mine) for _, part in rivals):
            yield _finding(case, mine, *rivals[0])


def times_of_day_agree(case: Case) -> Findings:
    """The evening is not the morning, nor “7 a.m.” any part of the afternoon."""
    printed = [each for claim in case.printed for each in _times(claim)]
    for mine in _times(case.statement):
        if printed and not any(mine.may_be(other) for other in printed):
            yield _finding(case, mine, case.evidence, next(iter(_times(case.evidence)), None), _GIVE_TIME)


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
    own = parts_of_months(case.evidence.text, case.evidence.language)
    for mine in parts_of_months(case.statement.text, case.statement.language):
        rivals = [each for each in printed if each.of == mine.of]
        if not mine.is_part or not printed or any(each.may_be(mine) for each in rivals):
            continue
        if rivals or (_is_of_another_month(printed) and not _is_known(case, mine)):
            its = next((each for each in own if each in (rivals or printed)), None)
            yield _finding(case, mine, case.evidence, its)


def _is_of_another_month(printed: list[PartOfDate]) -> bool:
    return any(each.is_part for each in printed)


def _is_known(case: Case, part: PartOfDate) -> bool:
    """Whether a day of that part of the month is known from the day on which the source was issued."""
    days = any(f"day{day}" in case.known for day in range(part.first, part.last + 1))
    return days and f"month{part.of}" in case.known


def _finding(
    case: Case,
    mine: PartOfDay | PartOfDate,
    claim: Claim,
    its: PartOfDay | PartOfDate | None,
    help: str | None = None,
) -> Finding:
    """That a part of a date or day is not `its`, of one of the printed claims."""
    place = (its.start, its.end) if its else None
    shown = place if claim is case.evidence else None
    found = case.between("date-differs", (mine.start, mine.end), shown, help)
    return replace(found, printed=spelt(claim, place))


def years_between_are_counted(case: Case) -> Findings:
    """“In four decades” is not said of what happened between 1990 and 2020."""
    dates = [its for its, word in enumerate(case.evidence.words) if _years(word)]
    years = sorted({year for its in dates for year in _years(case.evidence.words[its])})
    printed = [word.quantity for claim in case.printed for word in claim.words if word.quantity]
    if len(years) != 2 or any(map(in_months, printed)):
        return
    between = Decimal((years[1] - years[0]) * _MONTHS_A_YEAR)
    for at, word in enumerate(case.statement.words):
        months = in_months(word.quantity) if word.quantity else None
        if word.quantity is None or months is None or months < _LONG or agreeing(word.quantity, printed):
            continue
        if not _may_be_told(word.quantity, months, between):
            yield case.finding("date-differs", (at,), (dates[0], dates[-1]), _GIVE_TIME)


def _years(word: Word) -> set[int]:
    """The years that a word tells."""
    return {year for sense in word.senses if (year := number_in(sense, "year")) is not None}


def _may_be_told(quantity: Quantity, months: Decimal, between: Decimal) -> bool:
    """Whether a time may be said to lie between two years, of which the months are not known."""
    if abs(between - months) <= _MONTHS_A_YEAR or abs(between - months) <= between * _LOOSE:
        return True
    if quantity.bound in UP:
        return months <= between
    return quantity.bound in DOWN and quantity.bound is not Bound.NEARLY and months >= between
