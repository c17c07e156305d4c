"""Dates as sources give them: EDTF (ISO 8601-2) level 0, and of level 1 `~`, `?`, `%`, `-XX`, open intervals.

Why not a library: docs/decisions/0004-own-edtf-subset.md.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

MONTHS = tuple(calendar.month_name)  # English whatever the locale: nothing here calls setlocale

# EDTF numbers seasons 21 to 24 and quarters 33 to 36 where a month stands.
_SUB_YEARS = (21, 22, 23, 24, 33, 34, 35, 36)

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?\Z")
_NOT_SPECIFIED = re.compile(r"(?:-XX){1,2}\Z")
_SOME_DIGITS = re.compile(r"(\d{1,3})X{1,3}(?:-XX){0,2}\Z")
_TIME = re.compile(r"(?<=\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?\Z")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month or day, possibly approximate (`~`), uncertain (`?`) or both (`%`).

    It has the `start`, `end` and `ends` of an interval too, so that nobody need ask which of the two it is.
    """

    year: int
    month: int | None = None
    day: int | None = None
    _: KW_ONLY
    approximate: bool = False
    uncertain: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether it is approximate or uncertain."""
        return self.approximate or self.uncertain

    @property
    def is_exact(self) -> bool:
        """Whether it names one day, without doubt."""
        return self.day is not None and not self.is_doubtful

    @property
    def is_open(self) -> bool:
        """Whether it has an open end: only an interval may."""
        return False

    @property
    def start(self) -> PartialDate:
        """What it begins with: itself."""
        return self

    @property
    def end(self) -> PartialDate:
        """What it ends with: itself."""
        return self

    @property
    def ends(self) -> tuple[PartialDate, ...]:
        """What it begins and ends with, as far as that is known: itself, once."""
        return (self,)

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are given."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def earliest(self) -> datetime.date:
        """The first day it may mean; approximation does not widen it."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> datetime.date:
        """The last day it may mean; approximation does not widen it."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def first_day(self) -> datetime.date:
        """The first day it may mean, as `earliest`; an interval may have none."""
        return self.earliest()

    def iso(self, separator: str = "-") -> str:
        """ISO 8601, which has no marks of doubt."""
        year, *others = self.parts
        return separator.join((f"{year:04}", *(f"{part:02}" for part in others)))

    def sure(self) -> PartialDate:
        """As much of it as is sure: of a doubtful day the month, of a doubtful month the year."""
        if not self.is_doubtful:
            return PartialDate(*self.parts)
        return PartialDate(self.year, self.month if self.day else None)

    def __str__(self) -> str:
        mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
        return self.iso() + mark[self.approximate, self.uncertain]


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`, both included; None is an open end (`..`)."""

    start: PartialDate | None
    end: PartialDate | None

    @property
    def is_doubtful(self) -> bool:
        """Whether an end of it is."""
        return any(end.is_doubtful for end in self.ends)

    @property
    def is_exact(self) -> bool:
        """Whether it names its first and its last day, without doubt."""
        return not self.is_open and all(end.is_exact for end in self.ends)

    @property
    def is_open(self) -> bool:
        """Whether it has an open end."""
        return self.start is None or self.end is None

    @property
    def ends(self) -> tuple[PartialDate, ...]:
        """What it begins and ends with, as far as that is known."""
        return tuple(end for end in (self.start, self.end) if end is not None)

    def earliest(self) -> datetime.date:
        """Its first day; the first of the calendar if open."""
        return self.start.earliest() if self.start else datetime.date.min

    def latest(self) -> datetime.date:
        """Its last day; the last of the calendar if open."""
        return self.end.latest() if self.end else datetime.date.max

    def first_day(self) -> datetime.date | None:
        """Its first day; None if its start is open."""
        return self.start.earliest() if self.start else None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"


Date = PartialDate | Interval


class DateBasis(StrEnum):
    """On what the date that a text means rests."""

    PRINTED = "printed"
    YEAR_DERIVED = "year-derived"
    RELATIVE = "relative"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date as a text has it at `[start, end)`: day, month, quarter, season, year, weekday or “yesterday”.

    `date` is what it means, resting on `basis`: all of it printed, the year derived from the day on which
    the text was issued, or all of it relative to that day. None if that day is not known, or if the form has
    two readings (“06/09/2025”), which are then in `readings`: such a date proves nothing. `month` and `day`
    are what is printed of them; of several days the first.
    """

    date: Date | None
    start: int
    end: int
    basis: DateBasis = DateBasis.PRINTED
    month: int | None = None
    day: int | None = None
    readings: tuple[Date, ...] = ()


def parse(text: str) -> Date:
    """The date that EDTF text means.

    A month or day that is left open (`2025-XX`, `2025-06-XX`) is one that is not known. Of a day with a time
    the day counts that is written, whatever the zone: it is the day at the place that the text speaks of.
    Raises ValueError, with a message for the author, if it is no date of the supported levels or no day
    of the calendar.
    """
    if "/" not in text:
        return _parse_partial(text)
    first, _, last = text.partition("/")
    interval = Interval(_parse_bound(first), _parse_bound(last))
    if interval.earliest() > interval.latest():
        raise ValueError(f"the interval “{text}” ends before it starts")
    if interval.start is None and interval.end is None:
        raise ValueError("an interval needs at least one end")
    return interval


def _parse_bound(text: str) -> PartialDate | None:
    return None if text == ".." else _parse_partial(text)


def _parse_partial(text: str) -> PartialDate:
    found = _PATTERN.match(_NOT_SPECIFIED.sub("", _TIME.sub("", text)))
    if not found and (some := _SOME_DIGITS.match(text)) and len(text.partition("-")[0]) == 4:
        years = f"{some[1]:0<4}/{some[1]:9<4}"
        raise ValueError(f"“{text}” leaves out digits of the year: write the years, such as {years}")
    if not found:
        raise ValueError(f"“{text}” is not an EDTF date such as 2025, 2025-06, 2025-06-09 or 2025-06-11~")
    parts = [int(part) for part in found.group(1, 2, 3) if part]
    mark = found.group(4) or ""
    if 0 in parts:
        raise ValueError(f"“{text}” is no date: instead of zeroes, leave out what is not known")
    if len(parts) == 2 and parts[1] in _SUB_YEARS:
        raise ValueError(f"“{text}” is a season or quarter: write its months, such as {_months(*parts)}")
    date = PartialDate(*parts, approximate=mark in {"~", "%"}, uncertain=mark in {"?", "%"})
    try:
        date.earliest()
    except ValueError as impossible:
        raise ValueError(f"“{text}” is not in the calendar: {impossible}") from None
    return date


def _months(year: int, part: int) -> str:
    """The months of a season or quarter by its number in EDTF: 21 is spring, 33 the first quarter."""
    if 33 <= part <= 36:
        first = 3 * (part - 33) + 1
        return f"{year:04}-{first:02}/{year:04}-{first + 2:02}"
    first = {22: 6, 23: 9, 24: 12}.get(part, 3)
    last = first + 2
    return f"{year:04}-{first:02}~/{year + last // 13:04}-{(last - 1) % 12 + 1:02}~"


def surely_before(first: Date, second: Date) -> bool:
    """Whether every day that the first may mean precedes every day that the second may mean.

    A doubtful day may be a month off, a doubtful month a quarter, a doubtful year a year.
    """
    end, start = first.end, second.start
    if end is None or start is None:
        return False
    return start.earliest() - end.latest() > _slack(end) + _slack(start)


def may_coincide(first: Date, second: Date) -> bool:
    """Whether two dates may share a day: neither surely lies before the other."""
    return not (surely_before(first, second) or surely_before(second, first))


def _slack(date: PartialDate) -> datetime.timedelta:
    if not date.is_doubtful:
        return datetime.timedelta()
    return datetime.timedelta(31 if date.day else 92 if date.month else 366)


def spoken(date: Date | None) -> str:
    """The date in plain English: “9–10 June 2025”, “about 11 June 2025”, “May 2025”, “date not known”."""
    if date is None:
        return "date not known"
    if isinstance(date, PartialDate):
        return _doubted(date, _plain(date))
    if date.start is None:
        return f"until {spoken(date.end)}"
    if date.end is None:
        return f"since {spoken(date.start)}"
    return _spoken_range(date.start, date.end)


def _spoken_range(start: PartialDate, end: PartialDate) -> str:
    doubts = [(each.uncertain, each.approximate) for each in (start, end)]
    if doubts[0] == doubts[1] and start.day and end.day and start.year == end.year:
        if start.month == end.month:
            return _doubted(start, f"{start.day}–{_plain(end)}")
        return _doubted(start, f"{start.day} {MONTHS[start.month or 0]} – {_plain(end)}")
    return f"{spoken(start)} – {spoken(end)}"


def _doubted(date: PartialDate, told: str) -> str:
    return ("about " if date.approximate else "") + told + (" (uncertain)" if date.uncertain else "")


def _plain(date: PartialDate) -> str:
    if date.month is None:
        return str(date.year)
    month = f"{MONTHS[date.month]} {date.year}"
    return f"{date.day} {month}" if date.day else month
