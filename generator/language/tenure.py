"""Titles of people in time: whether a text calls somebody what they were not when it was issued."""

from __future__ import annotations

import re

from generator.language.numbers import numbers_in
from generator.model.dates import Date, may_coincide

_LOOKS_AWAY = re.compile(
    r"\b(?:ex|former|formerly|late|once|previously|then|until|was|were"
    r"|designate|elect|future|incoming|nominee|nominated|will)\b",
    re.IGNORECASE,
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
