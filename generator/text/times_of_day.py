"""Times of day: clocks told in words (“seven in the evening”), and the parts of a day that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.text.calendar_words import calendar_of
from generator.text.number_words import han_value
from generator.text.numerals import numerals_of, primary

DAY = 24 * 60
_MORNING, _AFTERNOON, _EVENING, _NIGHT = "morning", "afternoon", "evening", "night"
_CLOCKS: Mapping[str, str] = {
    "en": r"""\b(?P<hour>{hours}|1?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?(?:\s?o['’]clock)?\s
        (?:in\sthe\s(?:(?P<morning>morning)|(?P<afternoon>afternoon)|(?P<evening>evening))|at\s(?P<night>night))\b""",
    "de": r"""\b(?P<hour>{hours}|ein(?=\sUhr)|[12]?[0-9])\s(?:Uhr\s)?(?:(?P<minute>[0-5][0-9])\s)?
        (?:(?P<morning>morgens|früh|vormittags)|(?P<afternoon>nachmittags)|(?P<evening>abends)|(?P<night>nachts))\b""",
    "fr": r"""\b(?P<hour>{hours}|une|[12]?[0-9])\s?h(?:eures?)?\s?(?P<minute>[0-5][0-9])?\s?
        (?:(?P<morning>du\smatin)|(?P<afternoon>de\sl['’]après-midi)|(?P<evening>du\ssoir))\b""",
    "es": r"""\b(?P<hour>{hours}|una|1?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?\sde\sla\s
        (?:(?P<morning>mañana|madrugada)|(?P<afternoon>tarde)|(?P<night>noche))\b""",
    "zh": r"""(?:(?P<morning>凌晨|清晨|早上|早晨|上午|早)|(?P<afternoon>中午|下午|傍晚)
        |(?P<evening>晚上|深夜|当晚|晚))
        (?P<hour>十[一二]|[一二两三四五六七八九十]|1?[0-9])[点點时時](?:(?P<minute>[0-5]?[0-9])分|(?P<half>半))?(?!间)""",
}
_PARTS: Mapping[str, Mapping[tuple[int, int], str]] = {
    "en": {
        (5, 12): r"(?:this|in\sthe|every|each|early|next|day)\smorning|DAY\smorning|a\.?m\.?(?=\W|$)",
        (11, 14): r"(?:at|around|about|by|until|before|after)\s(?:noon|midday)|lunchtime",
        (12, 18): r"afternoon",
        (17, 24): r"evening|dusk|nightfall",
        (19, 30): r"(?:DAY|last|at|by|mid|over)[\s-]?night|overnight|tonight",
        (23, 25): r"(?:at|around|about|by|until|before|after|of|past)\smidnight",
        (0, 7): r"early\shours|small\shours|before\sdawn|before\sdaybreak|pre-dawn",
        (3, 8): r"(?:at|around|about|by|until|since)\s(?:dawn|daybreak|sunrise)",
    },
    "de": {
        (4, 12): r"(?:am|frühen|DAY)\s?(?:Morgen|Vormittag)|DAYmorgen|DAYvormittag|morgens|vormittags",
        (11, 14): r"(?:am\s|DAY)mittag|(?:am|gegen)\sMittag|mittags|zur\sMittagszeit",
        (12, 18): r"(?:DAYn|N)achmittag|nachmittags",
        (17, 24): r"(?:am|frühen|späten|zum)\sAbend|DAYabend|abends",
        (19, 31): r"(?:in\sder|über|zur)\sNacht|nachts|heute\sNacht",
        (23, 25): r"(?:um|gegen|nach|vor|bis)\sMitternacht",
    },
    "fr": {
        (4, 12): r"(?:ce|le|au|DAY|du)\smatin|matinée",
        (11, 14): r"(?:à|vers|avant|après)\smidi",
        (12, 19): r"après-midi",
        (17, 24): r"(?:ce|le|au|DAY|du)\ssoir|soirée",
        (19, 31): r"(?:la|cette|en\spleine|de)\snuit",
        (23, 25): r"(?:à|vers|avant|après)\sminuit",
        (3, 8): r"à\sl['’]aube",
    },
    "es": {
        (4, 13): r"(?:por|de|en|a)\sla\smañana",
        (11, 15): r"mediodía",
        (12, 21): r"(?:por|de|en)\sla\starde|DAY\spor\sla\starde",
        (19, 31): r"(?:por|de|en|esta|a)\s(?:la\s)?noche",
        (0, 7): r"madrugada",
        (23, 25): r"medianoche",
    },
    "zh": {
        (0, 6): r"凌晨",
        (4, 12): r"清晨|早上|早晨|上午",
        (11, 14): r"中午|正午",
        (12, 19): r"下午|傍晚|午后",
        (17, 24): r"晚上|晚间|当晚|傍晚",
        (20, 30): r"深夜|半夜|夜间|夜里",
    },
}
_HINTS = re.compile(
    r"[Mm]orn|noon|[Mm]idday|unch|ven[dit]|[Dd]usk|[Nn]ight|hours|[Dd]awn|aybreak|unrise|[ap]\.?m|organ|orgen"
    r"|mittag|[Aa]bend|acht|matin|midi|soir|nuit|aube|añana|tarde|noche|madrugada"
    r"|[晨早上中正下傍午晚夜]"
)
"""What every word for a part of a day has in it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes, told at `[start, end)`."""

    minutes: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """The minutes from `first` to `last` of a day, named at `[start, end)`; a night ends on the day after."""

    first: int
    last: int
    start: int
    end: int

    def may_be(self, other: PartOfDay) -> bool:
        """Whether two parts of a day share a minute."""
        return any(self._meets(other, shift) for shift in (-DAY, 0, DAY))

    def _meets(self, other: PartOfDay, shift: int) -> bool:
        first, last = max(self.first, other.first + shift), min(self.last, other.last + shift)
        is_clock = self.first == self.last or other.first == other.last
        return first < last or (is_clock and first == last)


def spoken_clocks_in(text: str, language: str) -> Iterator[Clock]:
    """The times of day that are told with the part of the day, in the text's order."""
    main = primary(language)
    pattern = _clocks(main)
    for found in pattern.finditer(text) if pattern else ():
        hour = _hour(found["hour"].lower(), main)
        minute = int(found["minute"] or 0)
        if found.groupdict().get("half"):
            minute = 30
        if 0 < hour <= DAY // 60:
            yield Clock((_of_whole_day(hour, found) * 60 + minute) % DAY, *found.span())


def _hour(shown: str, main: str) -> int:
    if shown.isdecimal():
        return int(shown)
    if main == "zh":
        return int(han_value(shown) or 0)
    return numerals_of(main).small[shown]


def _of_whole_day(hour: int, found: re.Match[str]) -> int:
    if hour > 12:
        return hour
    part = next(name for name in (_MORNING, _AFTERNOON, _EVENING, _NIGHT) if found.groupdict().get(name))
    if part == _MORNING or (part == _NIGHT and hour < 5):
        return hour % 12
    if part == _AFTERNOON and hour == 11:
        return hour
    if part in (_EVENING, _NIGHT) and hour == 12:
        return 0
    return hour % 12 + 12


@lru_cache(maxsize=5_000)
def parts_of_days(text: str, language: str) -> tuple[PartOfDay, ...]:
    """The parts of days that words name, in the order of the day; none in a language without such words."""
    if _HINTS.search(text) is None:
        return ()
    return tuple(
        PartOfDay(first * 60, last * 60, *found.span())
        for (first, last), pattern in _parts(primary(language))
        for found in pattern.finditer(text)
    )


@cache
def _clocks(main: str) -> re.Pattern[str] | None:
    if main not in _CLOCKS:
        return None
    numerals = numerals_of(main)
    hours = (
        word for word, hour in numerals.small.items() if 0 < hour <= 12 and word not in numerals.articles
    )
    shown = _CLOCKS[main].replace("{hours}", _either(hours))
    return re.compile(shown, re.VERBOSE | re.IGNORECASE)


@cache
def _parts(main: str) -> tuple[tuple[tuple[int, int], re.Pattern[str]], ...]:
    before = "" if main == "zh" else r"\b"
    calendar = calendar_of(main)
    days = f"(?:{_either(day for day in calendar.weekdays if day not in calendar.doubtful)})"
    return tuple(
        (hours, re.compile(rf"{before}(?:{words.replace('DAY', days)})", re.IGNORECASE))
        for hours, words in _PARTS.get(main, {}).items()
    )


def _either(words: Iterable[str]) -> str:
    """A pattern of one of some words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
