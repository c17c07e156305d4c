"""Dates as texts print them, in five languages: “9 March 2023”, “am 9. März”, “Q3 2025”, “yesterday”.

And titles of people in time: whether a text calls somebody what they were not when it was issued.
"""

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.model.dates import Date, DateBasis, DateInText, Interval, PartialDate, may_coincide
from generator.text.calendar_words import CalendarWords, calendar_of, folded_tables, word_pattern
from generator.text.number_words import MEASURE_WORDS
from generator.text.numerals import numerals_of, primary, words_of
from generator.text.units import shared_unit, unit_words

FIRST_YEAR, LAST_YEAR = 1500, 2199

_HAN_DIGITS = "〇零一二三四五六七八九十"
_NUMERIC = re.compile(
    r"""[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?:(?![\w-]|[.,:/]\d)|(?<=-[0-9]{2}-[0-9]{2})(?=T[0-9]{2}:[0-9]{2}))
      | [0-9]{1,2}(?P<mark>[./-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})(?![\w-]|[.,:/]\d)
      | [0-9]{1,2}\.[ ]?[0-9]{1,2}\.(?!\d)
    """,
    re.VERBOSE,
)
_HAN_DAYS = rf"(?P<day>[0-9{_HAN_DIGITS}]{{1,3}})日?(?:[至到—–-](?P<last>[0-9{_HAN_DIGITS}]{{1,3}}))?[日号號]"
_HAN_MONTH = rf"(?P<month>[0-9{_HAN_DIGITS}]{{1,3}})\s?月"
_HAN = re.compile(
    rf"""(?P<year>[0-9]{{4}}|[{_HAN_DIGITS}]{{4}})\s?年(?:第?(?P<quarter>[一二三四1-4])季度)?
         (?:\s?(?P<m>[0-9{_HAN_DIGITS}]{{1,3}})\s?月(?:份|\s?{_HAN_DAYS})?)?""",
    re.VERBOSE,
)
_HAN_SHORT = re.compile(rf"{_HAN_MONTH}(?:份|\s?{_HAN_DAYS})?")
_QUARTER = re.compile(
    r"[QT](?P<a>[1-4])(?:\s?[/'’-]?\s?(?:of\s|de\s)?(?P<year>[12]\d{3}))?(?![\w])"
    r"|(?<!\w)(?P<before>[12]\d{3})[\s-]?[QT](?P<b>[1-4])(?!\w)"
)
_YEAR = re.compile(r"(?:1[5-9]|2[01])[0-9]{2}(?:['’]?s(?![^\W_]))?")
_TIED_BEFORE = frozenset("_.,:/$€£¥+-−‐‑#§²³")
_TIED_AFTER = frozenset("_%‰％٪$€£¥°")
_DASHES = r"[-‐‑‒–—−/]"
_RANGE_WORDS = re.compile(rf"{_DASHES}|(?:to|through|until|bis|à|au|al?)(?![^\W_])")
_DATE_AFTER = re.compile(r"[-‐‑][0-9]{1,2}[-‐‑][0-9]")
_YEAR_BEFORE = re.compile(
    r"(?:(?<!\d)[12]\d{3}|(?<![^\W_])(?:mid|early|late|pre|post|Mitte|mi))[-‐‑/]\Z", re.IGNORECASE
)
_YEAR_COUNTS = re.compile(r"\s*(%|‰|[$€£]|[^\W\d_]+)(?:\s+([^\W\d_]+))?")
_WORD_BEFORE = re.compile(r"([^\W\d_]+['’]?)\s+\Z")
_MID = re.compile(r"\bmid[-‐‑]\Z", re.IGNORECASE)
_WORD_AFTER = re.compile(r"[\s-]?([^\W\d_]+)")
_FAR = 183
_NEAR = 92
_SHORT_NAMES = words_of("june july may mai märz juni juli mars juin août mayo")
_SEASON_MONTHS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}

_LOOKS_AWAY = re.compile(
    r"\b(?:ex|former|formerly|late|once|previously|then|until|was|were"
    r"|designate|elect|future|incoming|nominee|nominated|will)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A date as far as it is printed: `days` of one month, `months` of a quarter or season, or a `shift`."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    days: tuple[int, ...] = ()
    months: tuple[int, int] | None = None
    weekday: int | None = None
    shift: str = ""
    is_future: bool = False
    readings: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands before and after a month, in one language."""

    days_before: re.Pattern[str]
    days_after: re.Pattern[str]
    year_after: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = calendar_of(language)
    of, ordinals, joins = words.of, words.ordinals, words.joins
    day = rf"[0-9]{{1,2}}(?![0-9]|[.,:][0-9]){ordinals}(?![^\W_])"
    days = rf"(?P<days>{day}(?:\s*(?:{_DASHES}|,?\s{joins}|,)\s*{day}){{0,6}})"
    return _Patterns(
        re.compile(rf"(?<![\w.,:$€£¥/-]){days}[\s-]{{1,2}}{of}\Z"),
        re.compile(rf"\.?\s+(?:the\s+)?{days}"),
        re.compile(rf"\.?(?:\s*,)?\s+{of}([12][0-9]{{3}})(?![\w%‰]|[.,][0-9]|['’]s?\d)"),
        re.compile(rf"\s*(?:{_DASHES}|,?\s{joins}|,)\s*(?:le\s+|el\s+|the\s+|dem\s+)?"),
    )


def dates_in(text: str, language: str = "en", issued: Date | None = None) -> tuple[DateInText, ...]:
    """The dates of a text, in its order, by the words of its language; none shares a character with another.

    What is printed without a year, a weekday, and words such as “yesterday” are resolved from the day on
    which the text was issued, if that is one sure day (for a year, a sure month); a bare weekday is the last
    one, unless words of the future stand before it. Reading takes time in proportion to the text.
    """
    return tuple(_resolved(found, issued) for found in _printed(text, language))


def date_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the dates of a text stand."""
    return ((found.start, found.end) for found in _printed(text, language))


@lru_cache(maxsize=20_000)
def _printed(text: str, language: str) -> tuple[_Found, ...]:
    finders = (_numeric, _in_han, _quarters, _in_words, _years)
    candidates = sorted(
        (found for finder in finders for found in finder(text, language)),
        key=lambda found: (found.start, -found.end),
    )
    apart: list[_Found] = []
    for found in candidates:
        if not apart or found.start >= apart[-1].end:
            apart.append(found)
    joint = _patterns(language).joint
    for place in range(len(apart) - 2, -1, -1):
        first, second = apart[place], apart[place + 1]
        shares = first.month and not first.year and second.year and second.days
        if shares and joint.fullmatch(text, first.end, second.start):
            apart[place] = replace(first, year=second.year)
    return tuple(apart)


def _is_tied(text: str, start: int) -> bool:
    """Whether the digits at `start` are part of something longer, such as a code or a number."""
    left = text[start - 1] if start else " "
    return left in _TIED_BEFORE or (left.isalnum() and not "\u3400" <= left <= "\u9fff")


def _numeric(text: str, language: str) -> Iterator[_Found]:
    for found in _NUMERIC.finditer(text):
        if _is_tied(text, found.start()):
            continue
        digits = re.findall(r"[0-9]+", found[0])
        parts = [int(part) for part in digits]
        if len(digits[0]) == len("2025"):
            yield from _iso(parts, *found.span())
        elif found["mark"]:
            yield from _by_marks(found[0], found["mark"], parts, found.span(), language)
        elif primary(language) == "de" and _is_day(None, parts[1], parts[0]):
            yield _Found(*found.span(), month=parts[1], days=(parts[0],))


def _iso(parts: list[int], start: int, end: int) -> Iterator[_Found]:
    year, month, *day = parts
    if not _is_day(year, month, day[0] if day else 1):
        return
    if not day and month > year % 100:
        years = Interval(PartialDate(year), PartialDate(year - year % 100 + month))
        yield _Found(start, end, readings=(PartialDate(year, month), years))
    else:
        yield _Found(start, end, year, month, tuple(day))


def _by_marks(
    shown: str, mark: str, parts: list[int], span: tuple[int, int], language: str
) -> Iterator[_Found]:
    """“9.6.2025” is day first; with slashes the language or its region decides, if the numbers do not."""
    first, second, year = parts
    year += 2000 if len(shown) - shown.rfind(mark) == 3 else 0
    words = calendar_of(language)
    readings = [
        PartialDate(year, month, day)
        for day, month in ((first, second), (second, first))
        if _is_day(year, month, day)
    ]
    region = language.lower()
    if mark == "." or words.day_first_slash or region in ("en-gb", "en-au", "en-nz", "en-ie"):
        readings = readings[:1] if _is_day(year, second, first) else []
    elif region == "en-us":
        readings = readings[-1:] if _is_day(year, first, second) else readings
    readings = list(dict.fromkeys(readings))
    if len(readings) == 1:
        date = readings[0]
        yield _Found(*span, date.year, date.month, (date.day,) if date.day else ())
    elif readings:
        yield _Found(*span, readings=tuple(readings))


def _in_han(text: str, language: str) -> Iterator[_Found]:
    if text.isascii() or primary(language) not in ("zh", "ja"):
        return
    for found in _HAN.finditer(text):
        year = _han_number(found["year"])
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        if found["quarter"]:
            months = _quarter_months(_han_number(found["quarter"]) or 0)
            yield _Found(*found.span(), year, months=months)
        else:
            yield from _han_days(found, year, found["m"])
    for found in _HAN_SHORT.finditer(text):
        yield from _han_days(found, None, found["month"])


def _han_days(found: re.Match[str], year: int | None, month: str | None) -> Iterator[_Found]:
    number = _han_number(month) if month else None
    days = tuple(day for each in (found["day"], found["last"]) if each and (day := _han_number(each)))
    if month is None:
        yield _Found(*found.span(), year)
    elif number and all(_is_day(year, number, day) for day in days or (1,)):
        yield _Found(*found.span(), year, number, days)


def _han_number(digits: str) -> int | None:
    """A number below 100, or digits in a row, as a date in Chinese writes them."""
    if digits.isdecimal():
        return int(digits)
    values = {mark: value for value, mark in enumerate("〇一二三四五六七八九")} | {"零": 0}
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        if len(tens) > 1 or len(ones) > 1 or not all(mark in values for mark in tens + ones):
            return None
        return (values[tens] if tens else 1) * 10 + (values[ones] if ones else 0)
    if not all(mark in values for mark in digits):
        return None
    return int("".join(str(values[mark]) for mark in digits))


def _quarters(text: str, language: str) -> Iterator[_Found]:
    for found in _QUARTER.finditer(text):
        if found["before"] or not _is_tied(text, found.start()):
            year = found["year"] or found["before"]
            months = _quarter_months(int(found["a"] or found["b"]))
            yield _Found(*found.span(), int(year) if year else None, months=months)
    for found in _quarter_pattern(language).finditer(text):
        words = calendar_of(language)
        rank = found["rank"].lower()
        number = words.quarter_ranks.get(rank)
        number = number or (int(rank[0]) if rank[0] in "1234" else None)
        if number:
            yield _Found(
                *found.span(), int(found["y"]) if found["y"] else None, months=_quarter_months(number)
            )


@cache
def _quarter_pattern(language: str) -> re.Pattern[str]:
    words = calendar_of(language)
    ranks = "|".join(sorted((re.escape(rank) for rank in words.quarter_ranks), key=len, reverse=True))
    forms = rf"{ranks}|[1-4](?:st|nd|rd|th|\.|er|e|º)?"
    start = "第?" if primary(language) == "zh" else r"(?<![^\W_])"
    return re.compile(
        rf"{start}(?P<rank>{forms}){words.quarter}(?![^\W_\u3400-\u9fff])(?:\s+{words.of}(?P<y>[12]\d{{3}})(?!\w|[.,]\d))?"
        if primary(language) != "zh"
        else rf"{start}(?P<rank>{forms}){words.quarter}(?P<y>(?!))?",
        re.IGNORECASE,
    )


def _quarter_months(number: int) -> tuple[int, int]:
    return 3 * number - 2, 3 * number


def _in_words(text: str, language: str) -> Iterator[_Found]:
    """Months with what stands around them, weekdays, seasons with a year, and words such as “yesterday”."""
    words, pattern = calendar_of(language), word_pattern(language)
    months, weekdays, seasons = folded_tables(language)
    is_spaced = primary(language) != "zh"
    for found in pattern.finditer(text):
        if is_spaced and not _is_word(text, *found.span()):
            continue
        word = found[0].lower()
        if word in months:
            yield from _month(text, found, months[word], words, language)
        elif word in weekdays and not (
            found[0] in words.doubtful and not _stands_in_time(text, found, words)
        ):
            yield _weekday(text, found, weekdays[word], words)
        elif word in seasons:
            yield from _season(text, found, seasons[word], language)
        if shift := _shift(text, found, words, is_spaced):
            yield shift


def _is_word(text: str, start: int, end: int) -> bool:
    left, right = text[start - 1 : start], text[end : end + 1]
    return not (left.isalnum() or left == "_") and not (right.isalnum() or right == "_")


def _stands_in_time(text: str, found: re.Match[str], words: CalendarWords) -> bool:
    before = _WORD_BEFORE.search(text, max(found.start() - 20, 0), found.start())
    if _MID.search(text, max(found.start() - 4, 0), found.start()):
        return True
    return before is not None and before[1].lower() in words.time_words


def _month(
    text: str, found: re.Match[str], month: int, words: CalendarWords, language: str
) -> Iterator[_Found]:
    patterns = _patterns(language)
    start, end = found.span()
    days = patterns.days_before.search(text, max(start - 40, 0), start)
    begin = days.start() if days else start
    if not days and words.month_first:
        days = patterns.days_after.match(text, end)
        end = days.end() if days else end
    year = patterns.year_after.match(text, end)
    if year and not FIRST_YEAR <= int(year[1]) <= LAST_YEAR:
        year = None
    end = year.end() if year else end
    number = int(year[1]) if year else None
    if days:
        yield from _days(days, _Found(begin, end, number, month))
    elif year:
        yield _Found(start, end, number, month)
    elif _is_whole_name(found[0]) and (found[0] not in words.doubtful or _stands_in_time(text, found, words)):
        yield _Found(start, end, None, month, is_future=_is_future(text, start, words))


def _is_whole_name(word: str) -> bool:
    """Whether it is a month by itself; short forms are one only beside a day or a year."""
    return len(word) > 4 or word.lower() in _SHORT_NAMES


def _days(found: re.Match[str], whole: _Found) -> Iterator[_Found]:
    """The days before or after a month's name: a range as one, a list as several."""
    printed = list(re.finditer(r"[0-9]+", found["days"]))
    days = [int(each[0]) for each in printed]
    if not all(_is_day(whole.year, whole.month or 0, day) for day in days):
        return
    between = found["days"][printed[0].end() : printed[-1].start()]
    if len(days) == 2 and days[0] < days[1] and _RANGE_WORDS.search(between):
        yield replace(whole, days=tuple(days))
        return
    offset = found.start("days")
    for place, (each, day) in enumerate(zip(printed, days, strict=True)):
        begin = whole.start if place == 0 else offset + each.start()
        stop = whole.end if place == len(days) - 1 else offset + each.end()
        yield replace(whole, start=begin, end=stop, days=(day,))


def _is_day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def _weekday(text: str, found: re.Match[str], weekday: int, words: CalendarWords) -> _Found:
    start, end = found.span()
    before = _WORD_BEFORE.search(text, max(start - 20, 0), start)
    named = before[1].lower() if before else text[start - 1 : start]
    after = _WORD_AFTER.match(text, end)
    following = after[1].lower() if after else ""
    if named in words.last or following in words.last:
        return _Found(start, end, weekday=weekday, shift="-1")
    if named in words.next or following in words.next:
        return _Found(start, end, weekday=weekday, shift="1")
    return _Found(start, end, weekday=weekday, is_future=_is_future(text, start, words))


def _is_future(text: str, start: int, words: CalendarWords) -> bool:
    clause = re.split(r"[.,;:!?。，；：！？]", text[max(start - 60, 0) : start])[-1]
    return words.future.search(clause) is not None


def _season(text: str, found: re.Match[str], season: int, language: str) -> Iterator[_Found]:
    year = _patterns(language).year_after.match(text, found.end())
    if year:
        yield _Found(found.start(), year.end(), int(year[1]), months=_SEASON_MONTHS[season])


def _shift(text: str, found: re.Match[str], words: CalendarWords, is_spaced: bool) -> _Found | None:
    start = found.start()
    for phrase in sorted(words.shifts, key=len, reverse=True):
        end = start + len(phrase)
        if text[start:end].lower() == phrase and (not is_spaced or _is_word(text, start, end)):
            return _Found(start, end, shift=words.shifts[phrase])
    return None


def _years(text: str, language: str) -> Iterator[_Found]:
    """Years that stand alone: four digits that count nothing."""
    for found in _YEAR.finditer(text):
        start, end = found.span()
        is_whole = not _is_tied(text, start) or (text[start - 1] in "-‐‑/" and _is_year_range(text, start))
        if not is_whole or not _stands_alone(text, end) or _counts(text, start, end, language):
            continue
        year = int(found[0][:4])
        decade = Interval(PartialDate(year), PartialDate(year + 9))
        yield _Found(start, end, readings=(decade,)) if len(found[0]) > 4 else _Found(start, end, year)


def _is_year_range(text: str, start: int) -> bool:
    """Whether it is the end of “2019-2022”, or stands after a word such as “mid-”."""
    before = _YEAR_BEFORE.search(text, max(start - 8, 0), start)
    return before is not None


def _stands_alone(text: str, end: int) -> bool:
    right, after = text[end : end + 1], text[end + 1 : end + 2]
    if (right in ".,:/" and after.isdecimal()) or _DATE_AFTER.match(text, end):
        return False
    if right.isalnum():
        return "\u3400" <= right <= "\u9fff"
    return right not in _TIED_AFTER


def _counts(text: str, start: int, end: int, language: str) -> bool:
    """Whether a unit or a magnitude follows, or “about 1900 people” counts what follows."""
    if primary(language) == "zh" and text[end : end + 1] in tuple(MEASURE_WORDS):
        return True
    numerals, (units, *_) = numerals_of(language), unit_words(language)
    spaced = _YEAR_COUNTS.match(text, end)
    if not spaced:
        return False
    word, pair = spaced[1].lower(), f"{spaced[1]} {spaced[2]}".lower()
    if word in units or pair in units or word in numerals.scales or shared_unit(spaced[1]):
        return True
    before = " ".join(text[max(start - 30, 0) : start].lower().split()[-2:])
    is_bound = any(before == bound or before.endswith(" " + bound) for bound in numerals.bounds)
    is_noun = (spaced[1].islower() and word not in numerals.no_nouns) or primary(language) == "de"
    return is_bound and is_noun and before.split()[-1] not in numerals.year_after


def _resolved(found: _Found, issued: Date | None) -> DateInText:
    day = found.days[0] if found.days else None
    if found.readings:
        is_sure = len(found.readings) == 1
        date = found.readings[0] if is_sure else None
        basis = DateBasis.PRINTED if is_sure else DateBasis.UNKNOWN
        return DateInText(date, found.start, found.end, basis, readings=() if is_sure else found.readings)
    date, basis = _meant(found, issued)
    return DateInText(date, found.start, found.end, basis, found.month, day)


def _meant(found: _Found, issued: Date | None) -> tuple[Date | None, DateBasis]:
    if found.year is not None:
        return _dated(found, found.year), DateBasis.PRINTED
    if not isinstance(issued, PartialDate):
        return None, DateBasis.UNKNOWN
    if found.month or found.months:
        year = _year_near(found, issued)
        return (_dated(found, year), DateBasis.YEAR_DERIVED) if year else (None, DateBasis.UNKNOWN)
    date = _shifted(found, issued.earliest()) if issued.is_exact else None
    return date, DateBasis.RELATIVE if date else DateBasis.UNKNOWN


def _dated(found: _Found, year: int) -> Date:
    if found.months:
        first, last = found.months
        doubt = found.months in _SEASON_MONTHS.values()
        return Interval(
            PartialDate(year, first, approximate=doubt),
            PartialDate(year + (last < first), last, approximate=doubt),
        )
    if len(found.days) == 2:
        return Interval(*(PartialDate(year, found.month, day) for day in found.days))
    return PartialDate(year, found.month, *found.days)


def _year_near(found: _Found, issued: PartialDate) -> int | None:
    """The year of issue if the month is at most half a year off, else the next one to that if it is near.

    None if neither is so: then nothing is derived.
    """
    if issued.sure().month is None:
        return None
    today = issued.earliest()
    month = found.month or (found.months or (1, 1))[0]

    def distance(year: int) -> int:
        return abs((datetime.date(year, month, 15) - today).days)

    if not datetime.MINYEAR < today.year < datetime.MAXYEAR:
        return None
    near = (year for year in (today.year - 1, today.year + 1) if distance(year) <= _NEAR)
    best = today.year if distance(today.year) <= _FAR else next(near, None)
    return best if best and all(_is_day(best, month, day) for day in found.days) else None


def _shifted(found: _Found, today: datetime.date) -> Date | None:
    if found.weekday:
        back = (today.isoweekday() - found.weekday) % 7
        days = {"-1": -(back or 7), "1": 7 - back, "": -back}[found.shift]
        if found.is_future and not found.shift:
            days = 7 - back
        return _moved(today, days)
    amount, unit = int(found.shift[:-1]), found.shift[-1]
    if unit == "d":
        return _moved(today, amount)
    if unit == "w":
        monday = 7 * amount - today.isoweekday() + 1
        first, last = _moved(today, monday), _moved(today, monday + 6)
        return Interval(first, last) if first and last else None
    if unit == "m":
        months = today.year * 12 + today.month - 1 + amount
        return PartialDate(months // 12, months % 12 + 1)
    return PartialDate(today.year + amount)


def _moved(day: datetime.date, days: int) -> PartialDate | None:
    try:
        moved = day + datetime.timedelta(days)
    except OverflowError:
        return None
    return PartialDate(moved.year, moved.month, moved.day)


def days_in(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The days that a text prints, as month and day, each once; of a range both ends."""
    days = ((found.month, day) for found in _printed(text, language) if found.month for day in found.days)
    return tuple(dict.fromkeys(days))


def is_printed(date: Date, text: str, language: str = "en", issued: Date | None = None) -> bool:
    """Whether a text prints a date as precisely, or with words that the day of issue resolves.

    Year, month and day are those of one date. Of an interval, both ends, or a quarter that is the same.
    """
    meant = [each.date for each in dates_in(text, language, issued) if each.date]
    if any(each.ends == date.ends for each in meant):
        return True
    known = {end.sure() for each in meant for end in each.ends}
    return all(_is_among(end, known) for end in date.ends)


def _is_among(date: PartialDate, known: Iterable[PartialDate]) -> bool:
    return any(each.parts[: len(date.parts)] == date.parts for each in known)


def is_out_of_time(words: str, held: Date | None, issued: Date | None) -> bool:
    """Whether `words`, which give somebody a title, are surely older or younger than the title itself.

    Not if the words say so themselves: by a year in which the title began or ended, or by a word such as
    “former” or “designate”. What is not dated is never out of time.
    """
    if held is None or issued is None:
        return False
    if may_coincide(held, issued):
        return False
    years = {end.year for end in held.ends}
    named = {end.year for each in dates_in(words) if each.date for end in each.date.ends}
    return not (_LOOKS_AWAY.search(words) or years & named)
