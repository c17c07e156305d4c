"""Quantities and dates as words of a claim: with senses that are equal where their values are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.claims import Word, WordKind
from generator.model.dates import Date, DateInText, PartialDate
from generator.model.quantities import Quantity, QuantityForm
from generator.text.calendar_words import calendar_of
from generator.text.dates import dates_in
from generator.text.quantities import quantities_in
from generator.text.units import PERCENT, scale_of

_ANY_DAY = PartialDate(2000, 6, 15)
"""A day from which quarters and seasons without a year are resolved: only their months count."""
_DAY = r"[0-3]?[0-9]"
_TWO_DAYS = re.compile(
    rf"\b{_DAY}\b\D{{1,6}}\b({_DAY})\b(?=\.?\s(?:de\s)?[^\W\d])|\s{_DAY}\s?[-–]\s?({_DAY})\b"
)
DATE_PARTS = ("year", "month", "day", "weekday", "span")


@lru_cache(maxsize=5_000)
def value_words(text: str, language: str) -> tuple[Word, ...]:
    """The quantities and dates of a text, in its order; marks of footnotes are left out."""
    numbers = (_number(text, each) for each in quantities_in(text, language) if _says_something(each))
    dates = (_date(text, each, language) for each in dates_in(text, language))
    return tuple(sorted([*numbers, *dates], key=lambda word: word.start))


def _says_something(quantity: Quantity) -> bool:
    return quantity.form is not QuantityForm.NOTE


def _number(text: str, quantity: Quantity) -> Word:
    form = text[quantity.start : quantity.end]
    if quantity.form is QuantityForm.LABEL:
        senses = frozenset({quantity.unit, form.lower()})
        return Word(form, quantity.unit, quantity.start, quantity.end, WordKind.NAME, senses)
    senses = frozenset(_senses_of(quantity))
    return Word(form, min(senses), quantity.start, quantity.end, WordKind.NUMBER, senses, quantity=quantity)


def _senses_of(quantity: Quantity) -> Iterator[str]:
    scale = scale_of(quantity.unit)
    factor, unit = (scale.factor, scale.dimension) if scale else (1, quantity.unit)
    for end in {quantity.low, quantity.high}:
        yield f"#{(end * factor).normalize():f}{unit}{_form(quantity)}"
        if quantity.form is QuantityForm.FRACTION:
            yield f"#{(end * 100).normalize():f}{PERCENT}"


def _form(quantity: Quantity) -> str:
    return "." if quantity.form is QuantityForm.RANK else ""


def _date(text: str, date: DateInText, language: str) -> Word:
    form = text[date.start : date.end]
    senses = {*_printed(date), *_last_days(form, date)}
    marks = frozenset[str]()
    calendar = calendar_of(language)
    if not senses and calendar:
        weekday = calendar.weekdays.get(form) or calendar.weekdays.get(form.capitalize().rstrip("s"))
        shift = calendar.shifts.get(form.lower())
        if weekday:
            senses.add(f"weekday{weekday}")
        elif shift:
            senses.add(f"shift{shift}")
            marks = frozenset({"undated"})
    if not senses:
        resolved = dates_in(text, language, _ANY_DAY)
        senses |= {sense for each in resolved if each.start == date.start for sense in _span(each.date)}
    if not senses:
        senses.add(form.lower())
    return Word(form, form.lower(), date.start, date.end, WordKind.DATE, frozenset(senses), marks=marks)


def _printed(date: DateInText) -> Iterator[str]:
    """The parts that are printed, not those that follow from a day of writing."""
    if date.date is not None:
        is_span = not isinstance(date.date, PartialDate) and date.day is None and date.month is None
        if is_span:
            yield from _span(date.date)
            yield from (f"year{end.year}" for end in date.date.ends)
        else:
            yield from senses_of_date(date.date, with_weekday=False)
    if date.month:
        yield f"month{date.month}"
    if date.day:
        yield f"day{date.day}"


def _last_days(form: str, date: DateInText) -> Iterator[str]:
    """The second day of “2 to 29 August”."""
    days = _TWO_DAYS.search(form) if date.day else None
    if days and date.month:
        yield f"day{int(days[1] or days[2])}"


def _span(date: Date | None) -> Iterator[str]:
    if date is not None and not isinstance(date, PartialDate) and date.start and date.end:
        yield f"span{date.start.month}-{date.end.month}"


def number_in(sense: str, part: str) -> int | None:
    """The number of a part of a date in a sense: the year of `year2025`; None if it is no such part."""
    number = sense.removeprefix(part)
    return int(number) if number != sense and number.isdecimal() else None


def senses_of_date(date: Date, *, with_weekday: bool = True) -> frozenset[str]:
    """The senses of a date as far as it is known; of an interval those of both ends."""
    senses = set[str]()
    for end in date.ends:
        senses.add(f"year{end.year}")
        if end.month:
            senses.add(f"month{end.month}")
        if end.day:
            senses.add(f"day{end.day}")
        if end.month and end.day and with_weekday:
            senses.add(f"weekday{datetime.date(end.year, end.month, end.day).isoweekday()}")
    return frozenset(senses)
