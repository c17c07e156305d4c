"""What a number counts: the words after it, and whether two texts count different things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language.numbers import numbers_in

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
    return tuple(_american(_singular(word.lower())) for word in thing.words)


def _singular(word: str) -> str:
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
