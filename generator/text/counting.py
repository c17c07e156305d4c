"""What a number counts, and which numbers of a text are figures.

A number that is part of a name is none, nor is “one” unless it counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from generator.text.quantities import Number, holds, numbers_in

MOST_WORDS = 3

_WORD_AFTER = re.compile(r"[\s‐‑-]+([^\W\d_]+)")
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)
_ENDS_THE_NAME = (
    "a about after all along also among an and any are as at be because been before being but by can could"
    " did do does during each every few for from had has have he her his how if in into is it its many may"
    " might more most must no nor not of off on once only or other out over per she should since so some"
    " such than that the their them then there these they this those through to under until up upon was we"
    " were what when where which while who whose will with within without would"
)
_NO_NOUNS = frozenset(_ENDS_THE_NAME.split())

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
class Counted:
    """A number in a text and the words after it, as printed: 17, (“elements”,)."""

    number: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.number, *self.words))


def counted(value: str, text: str) -> Iterator[Counted]:
    """Each time that a text gives this number of something; a share in percent counts nothing."""
    wanted = Decimal(value.replace(",", ""))
    for number in numbers_in(text):
        if wanted in (number.value, number.stated) and not (number.percent or number.glued):
            words = _words_after(text, number.end)
            if words:
                yield Counted(text[number.start : number.end], words)


def of_different_things(first: Counted, second: Counted) -> bool:
    """Whether two texts count different things under one number.

    The words after the number are compared in singular, spelling variants and abbreviations apart; an
    adjective before the same noun makes no difference.
    """
    one, two = _stems(first), _stems(second)
    if not all(map(_VOWEL.search, (one[0], two[0]))):
        return False
    return one[0] not in two and two[0] not in one


def _words_after(text: str, end: int) -> tuple[str, ...]:
    words: list[str] = []
    while len(words) < MOST_WORDS and (found := _WORD_AFTER.match(text, end)):
        if found[1].lower() in _NO_NOUNS:
            break
        words.append(found[1])
        end = found.end()
    return tuple(words)


def _stems(thing: Counted) -> tuple[str, ...]:
    return tuple(_american(_singular_of_unit(word.lower())) for word in thing.words)


def _singular_of_unit(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _american(word: str) -> str:
    """`litre` as `liter`, `labour` as `labor`, `kilogramme` as `kilogram`."""
    if word.endswith("re"):
        word = word[:-2] + "er"
    return word.removesuffix("me") if word.endswith("mme") else word.replace("our", "or")


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
