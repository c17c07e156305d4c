"""The numbers of a text that count something: not those of a name, nor “one” as a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from generator.language.numbers import Number, holds, numbers_in

_NEXT = re.compile(r"[\s-]{0,2}([^\W\d_]+)")
_AND = re.compile(r"\s?-\s?[$€£¥]?|,?\s+(?:to|and|or)\s+[$€£¥]?")
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
class CountedNumber:
    """A number, as `shown`; `unit` is the word right after it, if that may tell what it counts."""

    number: Number
    shown: str
    unit: str

    @property
    def value(self) -> Decimal:
        """What it is worth."""
        return self.number.value

    @property
    def start(self) -> int:
        """Where it begins in its text."""
        return self.number.start

    @property
    def kind(self) -> tuple[Decimal, bool]:
        """Its value, and whether it is a percentage: numbers that agree in both are the same."""
        return self.number.value, self.number.percent


def counted_numbers_in(text: str) -> tuple[CountedNumber, ...]:
    """Those of a text, which is normalised, in its order.

    What the second number of “20 to 30 days” counts, the first counts too.
    """
    found: list[CountedNumber] = []
    for number in reversed(numbers_in(text)):
        if not number.glued and _counts(number, text):
            unit = "" if number.percent else _unit(text, number.end)
            if found and not unit and _AND.fullmatch(text, number.end, found[-1].start):
                unit = found[-1].unit
            found.append(CountedNumber(number, text[number.start : number.end], unit))
    return tuple(reversed(found))


def things_counted(text: str) -> Iterator[tuple[str, Decimal, str]]:
    """What each number of a text may count: each of the next few words, the value, and the words between.

    In “17 of its 24 iron girders” both numbers may count girders.
    """
    for counted in counted_numbers_in(text):
        clause = _CLAUSE.match(text, counted.number.end)
        if counted.number.percent or clause is None:
            continue
        nouns = (word for word in _WORD.finditer(clause[0]) if word[0].lower() not in _FUNCTION_WORDS)
        for noun in islice(nouns, _REACH):
            yield singular(noun[0]), counted.value, text[counted.start : clause.start() + noun.end()]


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
    return following[1]
