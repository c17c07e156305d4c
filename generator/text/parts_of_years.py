"""Parts of years as texts name them: “mid-2027”, “Ende 2027”, “au second semestre 2028”, 2027年底."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.text.numerals import primary

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_HAS_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTHS = {"start": (1, 4), "middle": (5, 8), "end": (9, 12), "first": (1, 6), "second": (7, 12)}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "start": r"early(?:\s+in)?|(?:start|beginning) of",
        "middle": r"mid|middle of",
        "end": r"late(?:\s+in)?|end of",
        "first": r"first half of",
        "second": r"second half of",
    },
    "de": {
        "start": r"Anfang|Beginn(?: des Jahres)?",
        "middle": r"Mitte",
        "end": r"Ende",
        "first": r"ersten? Halbjahr|ersten? Hälfte",
        "second": r"zweiten? Halbjahr|zweiten? Hälfte",
    },
    "fr": {
        "start": r"début|débuts? de",
        "middle": r"mi|milieu(?: de)?",
        "end": r"fin|fin de",
        "first": r"premier semestre(?: de)?|première moitié de",
        "second": r"(?:second|deuxième) semestre(?: de)?|seconde moitié de",
    },
    "es": {
        "start": r"(?:principios|comienzos|inicios) de",
        "middle": r"mediados de",
        "end": r"(?:finales|fines) de|acabe|termine",
        "first": r"primer semestre de|primera mitad de",
        "second": r"segundo semestre de|segunda mitad de",
    },
    "zh": {"start": "初", "middle": "中", "end": "底|末", "first": "上半年", "second": "下半年"},
}


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """The months from `first` to `last` of a year, named at `[start, end)`."""

    year: int
    first: int
    last: int
    start: int
    end: int

    def may_be(self, other: PartOfYear) -> bool:
        """Whether two parts of one year share a month."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=5_000)
def parts_of_years(text: str, language: str) -> tuple[PartOfYear, ...]:
    """The parts of years that a text names, in its order; none in a language of which no words are known."""
    pattern = _pattern(primary(language))
    if pattern is None or not _HAS_YEAR.search(text):
        return ()
    return tuple(
        PartOfYear(int(found["year"]), *_MONTHS[_part(found)], *found.span())
        for found in pattern.finditer(text)
    )


def _part(found: re.Match[str]) -> str:
    return next(name for name in _MONTHS if found[name])


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _WORDS.get(language)
    if words is None:
        return None
    parts = "|".join(f"(?P<{name}>{each})" for name, each in words.items())
    if language == "zh":
        return re.compile(rf"{_YEAR}年?(?:{parts})")
    return re.compile(rf"\b(?:{parts})[\s-]+(?:des Jahres |l'année )?{_YEAR}", re.IGNORECASE)
