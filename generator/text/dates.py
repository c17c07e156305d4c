"""Days and months as texts print them: “9 March 2023”, “March 9”, “14 and 15 February”.

And titles of people in time: whether a text calls somebody what they were not when it was issued.
"""

import re
from collections.abc import Iterator

from generator.model.dates import MONTHS, Date, PartialDate, may_coincide
from generator.text.quantities import numbers_in

_NAMES = {name: number for number, name in enumerate(MONTHS) if name}
_NAMES |= {name[:3]: number for name, number in _NAMES.items()} | {"Sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?![^\W_])"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![^\W_])"
_DAYS = rf"(?P<days>{_DAY}(?:\s*(?:[-‐‑‒–—/,]|,?\s(?:to|and|or))\s*{_DAY})*)"
_DAY_FIRST = re.compile(rf"(?<![\w.,:]){_DAYS}\s+(?:of\s+)?{_MONTH}")
_MONTH_FIRST = re.compile(
    rf"(?<![^\W_]){_MONTH}\.?\s+(?:the\s+)?{_DAYS}(?!\s+(?:of\s+)?(?:{'|'.join(_NAMES)})(?![^\W_]))"
)
_MONTH_ALONE = re.compile(rf"(?<![^\W_]){_MONTH}")
_LAST_DAY = 31

_LOOKS_AWAY = re.compile(
    r"\b(?:ex|former|formerly|late|once|previously|then|until|was|were"
    r"|designate|elect|future|incoming|nominee|nominated|will)\b",
    re.IGNORECASE,
)


def days_in(text: str) -> tuple[tuple[int, int], ...]:
    """The days that a text prints, as month and day, each once; of a range both ends."""
    return tuple(dict.fromkeys(_days(text)))


def _days(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for found in pattern.finditer(text):
            for day in re.findall(r"\d+", found["days"]):
                if 1 <= int(day) <= _LAST_DAY:
                    yield _NAMES[found["month"]], int(day)


def is_printed(date: Date, text: str) -> bool:
    """Whether a text prints a date as precisely: year, month by name, day; of an interval both ends."""
    return all(_is_printed(end, text) for end in date.ends)


def _is_printed(date: PartialDate, text: str) -> bool:
    if date.iso() in text:
        return True
    if all(number.value != date.year for number in numbers_in(text)):
        return False
    if date.month and date.day:
        return (date.month, date.day) in days_in(text)
    return date.month is None or any(
        _NAMES[found["month"]] == date.month for found in _MONTH_ALONE.finditer(text)
    )


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
    return not (_LOOKS_AWAY.search(words) or any(number.value in years for number in numbers_in(words)))
