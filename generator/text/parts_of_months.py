"""Parts of months as texts name them: “early March”, “Mitte Dezember”, “fin mai”, 10月下旬."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.text.dates import dates_in
from generator.text.numerals import primary

_LAST = 31
_DAYS = {"start": (1, 10), "middle": (11, 20), "end": (21, _LAST)}
_LOOSE = 3
"""By how many days a day may lie outside of a part of a month that it is told as."""
_BEFORE: Mapping[str, Mapping[str, str]] = {
    "en": {
        "start": r"early(?:\sin)?|(?:start|beginning)\sof",
        "middle": r"mid|middle\sof",
        "end": r"late(?:\sin)?|(?:end|close)\sof",
    },
    "de": {"start": r"Anfang|Beginn", "middle": r"Mitte", "end": r"Ende"},
    "fr": {"start": r"début", "middle": r"mi|milieu", "end": r"fin"},
    "es": {
        "start": r"(?:principios|comienzos|inicios)\sde",
        "middle": r"mediados\sde",
        "end": r"(?:finales|fines|final)\sde",
    },
}
_AFTER = {"start": "初|上旬", "middle": "中旬|中(?![国心])", "end": "底|末|下旬"}
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class PartOfMonth:
    """The days from `first` to `last` of a month, named at `[start, end)`; `is_part` if a word says which."""

    month: int
    first: int
    last: int
    start: int
    end: int
    is_part: bool = False

    def may_be(self, other: PartOfMonth) -> bool:
        """Whether two parts of one month share a day, or a day lies in the part or close to it."""
        is_day = self.first == self.last or other.first == other.last
        loose = _LOOSE if is_day else 0
        return self.first <= other.last + loose and other.first <= self.last + loose


@lru_cache(maxsize=5_000)
def parts_of_months(text: str, language: str) -> tuple[PartOfMonth, ...]:
    """The months that a text names, each with the days that it means, in the text's order."""
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[PartOfMonth]:
    before, after = _patterns(primary(language))
    for date in dates_in(text, language):
        if date.month is None:
            continue
        if date.day is not None:
            yield PartOfMonth(date.month, date.day, date.day, date.start, date.end)
            continue
        named = before.search(text, max(date.start - _LONGEST, 0), date.start) if before else None
        named = named or (after.match(text, date.end) if after else None)
        if named is None:
            yield PartOfMonth(date.month, 1, _LAST, date.start, date.end)
            continue
        start, end = min(named.start(), date.start), max(named.end(), date.end)
        yield PartOfMonth(date.month, *_DAYS[str(named.lastgroup)], start, end, is_part=True)


@cache
def _patterns(main: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What stands before a month, and what after it."""
    if main == "zh":
        return None, re.compile("|".join(f"(?P<{name}>{each})" for name, each in _AFTER.items()))
    words = _BEFORE.get(main)
    if words is None:
        return None, None
    parts = "|".join(f"(?P<{name}>{each})" for name, each in words.items())
    return re.compile(rf"\b(?:{parts})[\s-]+\Z", re.IGNORECASE), None
