"""The figures of a text: its numbers, but those that are part of a name, and “one” unless it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language.numbers import Number, holds, numbers_in

_NEXT = re.compile(r"[\s-]{0,2}([^\W\d_]+)")
_CLAUSE = re.compile(r"[^.;:!?()\n]{0,60}")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 3
# They do not tell what a number counts.
_AFTER_ANY_NUMBER = (
    "a about after again all also an and any are as at be been before but by can during even for from had "
    "has have he her his if in into is it its just less many may more most new nor not of off on only or "
    "other our out over per she since so some such than that the their them then there these they this "
    "those through to under until up was were what when where which while who will with would"
)
_FUNCTION_WORDS = frozenset(_AFTER_ANY_NUMBER.split())


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `[start, end)`, as `shown`; `unit` is the word after it, if it may tell what it counts."""

    value: Decimal
    percent: bool
    start: int
    end: int
    shown: str
    unit: str


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a text, in its order."""
    for number in numbers_in(text):
        if not number.glued and _counts(number, text):
            shown = text[number.start : number.end]
            unit = "" if number.percent else _unit(text, number.end)
            yield Figure(number.value, number.percent, number.start, number.end, shown, unit)


def things_counted(text: str) -> Iterator[tuple[str, Decimal, str]]:
    """What each number of a text may count: a word of the few after it, the value, and the words between."""
    for figure in figures_in(text):
        clause = _CLAUSE.match(text, figure.end)
        if figure.percent or clause is None:
            continue
        for rank, word in enumerate(_WORD.finditer(clause.group())):
            if rank < _REACH and word.group() not in _FUNCTION_WORDS:
                end = clause.start() + word.end()
                yield singular(word.group()), figure.value, text[figure.start : end]


def singular(word: str) -> str:
    """The word in small letters without the ending of a plural."""
    low = word.lower()
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") else low


def _counts(number: Number, text: str) -> bool:
    """Whether it is more than the pronoun “one”: in “one-year”, or where “a year” would be a number."""
    if not (number.word and number.value == 1):
        return True
    following = _NEXT.match(text, number.end)
    return following is not None and (text[number.end] == "-" or holds("1", f"a {following[1]}"))


def _unit(text: str, end: int) -> str:
    following = _NEXT.match(text, end)
    if following is None or following[1].lower() in _FUNCTION_WORDS:
        return ""
    return singular(following[1])
