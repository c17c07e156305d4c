"""Numbers of the sources that no evidence holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.language.figures import CountedNumber, counted_numbers_in
from generator.language.prose import Stretch
from generator.model.dates import MONTHS
from generator.model.dossier import Dossier, Source
from generator.suggest.evidence import Used
from generator.suggest.quoting import Quotable, Quoted

FIRST_YEAR, LAST_YEAR = 1500, 2199

_MONTH = rf"(?:{'|'.join(name for month in MONTHS if month for name in (month, month[:3]))})(?![^\W_])\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\w,.]*\d)"
_DAYS = rf"{_DAY}(?:(?:\s?-\s?|,\s|\s(?:to|and|or)\s){_DAY})*"
_DATE = re.compile(
    rf"(?<![\w.]){_DAYS}\s(?:of\s)?{_MONTH}|(?<!\w){_MONTH}\s(?:the\s)?{_DAYS}"
    r"|(?<![\w.])\d{4}-\d{2}(?:-\d{2})?(?!\w)|(?<![\w.])\d{1,2}:\d{2}(?!\d)"
)
_BARE_YEAR = re.compile(r"\d{4}")
_CURRENCY = ("$", "€", "£", "¥")
_JOINT = re.compile(r"(?:\s?-\s?|\s+to\s+)[$€£¥]?|(?P<and>\s+and\s+[$€£¥]?)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+[$€£¥]?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unused:
    """A number, or a range from `low` to `high`, in a paragraph of a source; and how to quote it.

    `citation` is None where the source has the same words elsewhere.
    """

    source: Source
    paragraph: Stretch
    low: CountedNumber
    high: CountedNumber
    citation: Quoted | None


def unused_numbers(dossier: Dossier) -> Iterator[Unused]:
    """The numbers of all sources that no evidence holds, by source and place.

    Left out: numbers inside names of the glossary and inside other names (F-35), bare years, days, times of
    day, and “one” unless it counts something.
    """
    used = Used(dossier)
    for source in dossier.sources.values():
        names = bytearray(len(source.body.text))
        for mention in source.mentions:
            names[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        quotable = Quotable(source.id, source.body)
        for index, paragraph in enumerate(quotable.paragraphs):
            open_numbers = [
                counted
                for counted in _measured(paragraph.plain)
                if not names[(offset := _offset(paragraph, counted))] and not used.holds(source.id, offset)
            ]
            for low, high in _ranges(open_numbers, paragraph.plain):
                citation = quotable.quote(index, low.start, high.number.end)
                yield Unused(source, paragraph, low, high, citation)


def _offset(paragraph: Stretch, counted: CountedNumber) -> int:
    return paragraph.in_text(counted.start, counted.start + 1)[0]


def _measured(text: str) -> Iterator[CountedNumber]:
    """The numbers that are no part of a date."""
    dates = bytearray(len(text))
    for found in _DATE.finditer(text):
        dates[found.start() : found.end()] = b"\1" * len(found.group())
    return (
        counted
        for counted in counted_numbers_in(text)
        if not dates[counted.start] and not _is_year(counted, text)
    )


def _is_year(counted: CountedNumber, text: str) -> bool:
    before = text[counted.start - 1 : counted.start]
    is_bare = _BARE_YEAR.fullmatch(counted.shown) is not None and before not in _CURRENCY
    return is_bare and FIRST_YEAR <= counted.value <= LAST_YEAR


def _ranges(numbers: Sequence[CountedNumber], text: str) -> Iterator[tuple[CountedNumber, CountedNumber]]:
    """The numbers, with the two ends of a range as one: “20-30”, “20 to 30”, “between 20 and 30”."""
    highs = {low.start: high for low, high in pairwise(numbers) if _is_range(low, high, text)}
    ends = {high.start for high in highs.values()}
    return ((counted, highs.get(counted.start, counted)) for counted in numbers if counted.start not in ends)


def _is_range(low: CountedNumber, high: CountedNumber, text: str) -> bool:
    joint = _JOINT.fullmatch(text, low.number.end, high.start)
    if joint is None or low.value >= high.value or low.number.percent is not high.number.percent:
        return False
    return joint["and"] is None or _BETWEEN.search(text, 0, low.start) is not None
