"""Says things in one language: messages with their places filled, dates, numbers, lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from string import Formatter

from babel.core import Locale, get_global
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal

from generator.model.dates import Date, Interval, PartialDate
from generator.model.runs import Line, Plain, Run
from generator.words.catalogue import FIRST, Catalogue, catalogue, language_of

Filling = str | int | PartialDate | Interval
"""What fills a place of a message that is text."""
Piece = Filling | Run | Line | Sequence[Run]
"""What fills a place of a message that is made of runs."""
_PLAIN_NUMBER = "#,##0.##########"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Equal if the language is; what it lacks is said in English."""

    language: str
    _own: Catalogue = field(repr=False, compare=False)
    _first: Catalogue = field(repr=False, compare=False)

    def __call__(self, key: str, /, **places: Filling) -> str:
        """The message of a key, its places filled; one with a plural takes its form by the place `n`.

        A number is written as the language writes numbers, a date as pages write it. Raises KeyError if
        there is no such message, or a place of it is not filled.
        """
        return self._message(key, places.get("n")).format_map(
            {name: _Text(self._text(value)) for name, value in places.items()}
        )

    def runs(self, key: str, /, **places: Piece) -> tuple[Run, ...]:
        """The message of a key as runs: its own words plain, in its places what is given. Raises KeyError."""
        found: list[Run] = []
        for literal, name, _, _ in Formatter().parse(self._message(key, places.get("n"))):
            if literal:
                found.append(Plain(literal))
            if name is not None:
                found.extend(self._pieces(places[name]))
        return _together(found)

    def line(self, key: str, /, **places: Piece) -> Line:
        """The message of a key as a line. Raises KeyError."""
        return Line(self.runs(key, **places))

    def unfilled(self, key: str) -> str:
        """The message of a key with its places as they are, for what fills them later. Raises KeyError."""
        return self._message(key, None)

    def of(self, member: Enum) -> str:
        """The word for a member of an enumeration: that of `key_of`."""
        return self(key_of(member))

    def each(self, *keys: str) -> tuple[str, ...]:
        """The messages of several keys, such as the names of columns."""
        return tuple(map(self, keys))

    def date(self, date: Date | None) -> str:
        """A date as pages write it: “9–10 June 2025”, “about 11 June 2025”, “May 2025”, “date not known”."""
        return _dated(self, date)

    def month(self, year: int, month: int) -> str:
        """A month of a year: “June 2025”."""
        return self._plain_date(PartialDate(year, month))

    def ends(self, first: PartialDate, last: PartialDate) -> tuple[str, str]:
        """Two dates for a sentence that says “from … to”: the first without its year if both share it."""
        if first.year != last.year or not first.month:
            return self.date(first), self.date(last)
        return self.without_year(first), self.date(last)

    def without_year(self, date: PartialDate) -> str:
        """A day or month where the year is known: “12 June”, “July”; a year as it is."""
        if not date.month:
            return self.date(date)
        unit = "day" if date.day else "month"
        return self._doubted(date, self._by_pattern(f"date.pattern.{unit}-alone", date))

    def months(self) -> tuple[tuple[str, ...], ...]:
        """The names of each month, in full and short, as a reader may type them."""
        wide, short = (get_month_names(width, locale=self._locale()) for width in ("wide", "abbreviated"))
        return tuple((wide[month], short[month].rstrip(".")) for month in range(1, 13))

    def day_of_month(self, month: int, day: int) -> str:
        """A day of any year: “10 June”."""
        return self._by_pattern("date.pattern.day-of-month", PartialDate(2000, month, day))

    def dated(self, key: str, date: PartialDate) -> str:
        """A date, its doubts left aside, by the pattern (CLDR) of `key.day`, `key.month` or `key.year`."""
        unit = "day" if date.day else "month" if date.month else "year"
        return self._by_pattern(f"{key}.{unit}", date)

    def number(self, number: float) -> str:
        """A number with its groups, and at most ten digits that count: “1,000”, “0.5”."""
        if isinstance(number, int):
            return format_decimal(number, locale=self._locale())
        return format_decimal(Decimal(f"{number:.10g}"), format=_PLAIN_NUMBER, locale=self._locale())

    def spelled(self, number: int) -> str:
        """A whole number in words up to ten, in digits above: “two”, “11”."""
        key = f"number.{number}"
        return self(key) if self.has(key) else self.number(number)

    def listed(self, items: Iterable[str], *, of_choices: bool = False) -> str:
        """Items as a sentence lists them: “a, b and c”, or “a, b or c” if they are choices."""
        return format_list([*items], style="or" if of_choices else "standard", locale=self._locale())

    def has(self, key: str) -> bool:
        """Whether there is a message of this key, in the language or in English."""
        return key in self._own.keys or key in self._first.keys

    def _message(self, key: str, number: object) -> str:
        count = number if isinstance(number, int) else None
        if count == 0 and self.has(f"{key}.none"):
            key = f"{key}.none"
        return (self._own if key in self._own.keys else self._first).message(key, count)

    def _text(self, value: Filling) -> str:
        if isinstance(value, str):
            return str(value)
        return self.number(value) if isinstance(value, int) else self.date(value)

    def _pieces(self, value: Piece) -> Iterable[Run]:
        if isinstance(value, (str, int, PartialDate, Interval)):
            return (Plain(self._text(value)),)
        if isinstance(value, Line):
            return value.runs
        return (value,) if isinstance(value, Run) else value

    def territory_tag(self) -> str:
        """The language with the country whose spelling it has, as Open Graph wants it: `en_GB`, `de_DE`.

        Where the messages name no country, it is the likeliest of CLDR.
        """
        own = self._own.locale
        whole = own if own.territory else Locale.parse(get_global("likely_subtags")[own.language])
        return f"{own.language}_{whole.territory}"

    def _locale(self) -> str:
        return str(self._own.locale)

    def _plain_date(self, date: PartialDate) -> str:
        return self.dated("date.pattern", date)

    def _by_pattern(self, key: str, date: PartialDate) -> str:
        of = self._own if key in self._own.keys else self._first
        return format_date(date.earliest(), of.message(key, None), locale=str(of.locale))

    def _date(self, date: Date | None) -> str:
        if date is None:
            return self("date.unknown")
        if isinstance(date, PartialDate):
            return self._doubted(date, self._plain_date(date))
        if date.start is None:
            return self("date.until", date=self.date(date.end))
        if date.end is None:
            return self("date.since", date=self.date(date.start))
        return self._range(date.start, date.end)

    def _range(self, start: PartialDate, end: PartialDate) -> str:
        alike = (start.approximate, start.uncertain) == (end.approximate, end.uncertain)
        if not (alike and start.day and end.day and start.year == end.year):
            return self("date.range", first=self.date(start), last=self.date(end))
        within = "days" if start.month == end.month else "months"
        first = self._by_pattern(f"date.pattern.first-of-{within}", start)
        return self._doubted(start, self(f"date.{within}", first=first, last=self._plain_date(end)))

    def _doubted(self, date: PartialDate, text: str) -> str:
        if date.approximate:
            text = self("date.about", date=text)
        return self("date.perhaps", date=text) if date.uncertain else text


class _Text(str):
    """What fills a place; `{place:small}` begins it small, as English has a label within a sentence."""

    __slots__ = ()

    def __format__(self, style: str) -> str:
        if style != "small":
            return super().__format__(style)
        is_abbreviation = self[1:2].isupper()
        return str(self) if is_abbreviation else f"{self[:1].lower()}{self[1:]}"


def key_of(member: Enum) -> str:
    """The key of the word for a member: that of `RoundStatus.UNDER_WAY` is `round-status.under-way`."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(member).__name__).lower()
    return f"{kind}.{member.name.lower().replace('_', '-')}"


@lru_cache(maxsize=4096)
def _dated(words: Words, date: Date | None) -> str:
    """The same dates stand on many pages, and to write one takes a tenth of a millisecond."""
    return words._date(date)


def _together(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs, with plain ones that follow each other made one."""
    found: list[Run] = []
    for run in runs:
        if isinstance(run, Plain) and found and isinstance(found[-1], Plain):
            found[-1] = Plain(found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


@cache
def words_in(tag: str) -> Words:
    """The words that serve a language (BCP 47). Raises NoWords if there are none."""
    return Words(language_of(tag), catalogue(language_of(tag)), catalogue(FIRST))
