"""Parts of months and of years as texts name them: “early March”, “mid-2027”, “Ende 2027”, 10月下旬."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.text.dates import dates_in
from generator.text.numerals import primary

_LAST = 31
_DAYS = {"start": (1, 10), "middle": (11, 20), "end": (21, _LAST)}
_MONTHS = {"start": (1, 4), "middle": (5, 8), "end": (9, 12), "first": (1, 6), "second": (7, 12)}
_LOOSE = 3
"""By how many days a day may lie outside of a part of a month that it is told as."""
_OF_BOTH: Mapping[str, Mapping[str, str]] = {
    "en": {
        "start": r"early(?:\s+in)?|(?:start|beginning)\sof",
        "middle": r"mid|middle\sof",
        "end": r"late(?:\s+in)?|(?:end|close)\sof",
    },
    "de": {"start": r"Anfang|Beginn(?:\sdes\sJahres)?", "middle": r"Mitte", "end": r"Ende"},
    "fr": {"start": r"début|débuts?\sde", "middle": r"mi|milieu(?:\sde)?", "end": r"fin(?:\sde)?"},
    "es": {
        "start": r"(?:principios|comienzos|inicios)\sde",
        "middle": r"mediados\sde",
        "end": r"(?:finales|fines|final)\sde",
    },
    "zh": {"start": "初|上旬", "middle": "中旬|中(?![国心])", "end": "底|末|下旬"},
}
_OF_YEARS: Mapping[str, Mapping[str, str]] = {
    "en": {"first": r"first\shalf\sof", "second": r"second\shalf\sof"},
    "de": {"first": r"ersten?\s(?:Halbjahr|Hälfte)", "second": r"zweiten?\s(?:Halbjahr|Hälfte)"},
    "fr": {
        "first": r"premier\ssemestre(?:\sde)?|première\smoitié\sde",
        "second": r"(?:second|deuxième)\ssemestre(?:\sde)?|seconde\smoitié\sde",
    },
    "es": {
        "end": r"acabe|termine",
        "first": r"primer\ssemestre\sde|primera\smitad\sde",
        "second": r"segundo\ssemestre\sde|segunda\smitad\sde",
    },
    "zh": {"first": "上半年", "second": "下半年"},
}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_HAS_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AFTER = frozenset({"zh"})
"""The languages that name the part after the month or year."""
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class PartOfDate:
    """The days from `first` to `last` of a month, or the months of a year, named at `[start, end)`.

    `of` is the number of the month or the year; `is_part` tells whether a word says which part. What lies at
    most `loose` beside it may still be meant by it.
    """

    of: int
    first: int
    last: int
    start: int
    end: int
    is_part: bool = True
    loose: int = 0

    def may_be(self, other: PartOfDate) -> bool:
        """Whether two parts of one month or year share a day or month, or one that is exact lies close by."""
        loose = max(self.loose, other.loose)
        return self.first <= other.last + loose and other.first <= self.last + loose


@lru_cache(maxsize=5_000)
def parts_of_months(text: str, language: str) -> tuple[PartOfDate, ...]:
    """The months that a text names, each with the days that it means, in the text's order."""
    return tuple(_of_months(text, language))


def _of_months(text: str, language: str) -> Iterator[PartOfDate]:
    pattern = _part_of_month(primary(language))
    for date in dates_in(text, language):
        if date.month is None:
            continue
        if date.day is not None:
            yield PartOfDate(
                date.month, date.day, date.day, date.start, date.end, is_part=False, loose=_LOOSE
            )
            continue
        if pattern is None:
            named = None
        elif primary(language) in _AFTER:
            named = pattern.match(text, date.end)
        else:
            named = pattern.search(text, max(date.start - _LONGEST, 0), date.start)
        if named is None:
            yield PartOfDate(date.month, 1, _LAST, date.start, date.end, is_part=False)
            continue
        start, end = min(named.start(), date.start), max(named.end(), date.end)
        yield PartOfDate(date.month, *_DAYS[str(named.lastgroup)], start, end)


@cache
def _part_of_month(main: str) -> re.Pattern[str] | None:
    """Finds what stands right before a month, or after it."""
    parts = _named(_OF_BOTH.get(main, {}))
    if not parts:
        return None
    return re.compile(parts if main in _AFTER else rf"\b(?:{parts})[\s-]+\Z", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def parts_of_years(text: str, language: str) -> tuple[PartOfDate, ...]:
    """The parts of years that a text names, in its order; none in a language of which no words are known."""
    pattern = _part_of_year(primary(language))
    if pattern is None or not _HAS_YEAR.search(text):
        return ()
    return tuple(
        PartOfDate(int(found["year"]), *_MONTHS[next(name for name in _MONTHS if found[name])], *found.span())
        for found in pattern.finditer(text)
    )


@cache
def _part_of_year(main: str) -> re.Pattern[str] | None:
    words, more = _OF_BOTH.get(main, {}), _OF_YEARS.get(main, {})
    joined = {name: "|".join(each[name] for each in (words, more) if name in each) for name in _MONTHS}
    parts = _named({name: each for name, each in joined.items() if each})
    if not parts:
        return None
    if main in _AFTER:
        return re.compile(rf"{_YEAR}年?(?:{parts})")
    return re.compile(rf"\b(?:{parts})[\s-]+(?:des Jahres |l'année )?{_YEAR}", re.IGNORECASE)


def _named(words: Mapping[str, str]) -> str:
    """One pattern of several, each of which has its name."""
    return "|".join(f"(?P<{name}>{each})" for name, each in words.items())
