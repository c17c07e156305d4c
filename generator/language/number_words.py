"""English number words: “ninety”, “forty-two”, “one hundred and five”, “a million”, “half a dozen”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

MAGNITUDES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: number for number, word in enumerate(_ONES.split())}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}

_MAGNITUDE = "|".join(MAGNITUDES)
_WORD = re.compile(
    rf"""(?<![^\W_])(?:
      (?P<small>{"|".join(sorted(_SMALL, key=len, reverse=True))})
    | (?P<magnitude>{_MAGNITUDE})
    | (?P<half>half(?:[\s-]an?)?(?=[\s-](?:{_MAGNITUDE})(?![^\W_])))
    | (?P<article>(?<!of\s)an?(?=\s(?:{_MAGNITUDE})(?![^\W_])))
    )(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINT = re.compile(r"\s+|[-‐‑]\s?")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    """A number word: what it is worth, and how it hangs on the one before (`joint`, `and` or nothing)."""

    kind: str
    worth: Decimal
    start: int
    end: int
    link: str


def numbers_in_words(text: str) -> Iterator[tuple[Decimal, Decimal, int, int]]:
    """The numbers written in words: value, value before the magnitude, start and end.

    A magnitude alone (“several hundred”) is no number, nor are plurals (“dozens”).
    """
    tokens = _tokens(text)
    place = 0
    while place < len(tokens):
        if tokens[place].kind == "magnitude":
            place += 1
            continue
        value, stated, after = _phrase(tokens, place)
        yield value, stated, tokens[place].start, tokens[after - 1].end
        place = after


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for found in _WORD.finditer(text):
        kind = found.lastgroup or ""
        word = found[0].lower()
        worth = {"half": Decimal("0.5"), "article": Decimal(1)}.get(kind)
        if worth is None:
            worth = Decimal(_SMALL[word] if kind == "small" else MAGNITUDES[word])
        link = "joint" if tokens and _JOINT.fullmatch(text, end, found.start()) else ""
        if tokens and _AND.fullmatch(text, end, found.start()):
            link = "and"
        tokens.append(_Token(kind, worth, found.start(), found.end(), link))
        end = found.end()
    return tokens


def _is(tokens: list[_Token], place: int, kind: str, link: str = "joint") -> bool:
    return place < len(tokens) and tokens[place].kind == kind and tokens[place].link == link


def _phrase(tokens: list[_Token], place: int) -> tuple[Decimal, Decimal, int]:
    """A whole number phrase: groups with falling magnitudes, such as “two million three hundred thousand”."""
    total, stated, groups = Decimal(0), Decimal(0), 0
    smallest: Decimal | None = None
    while True:
        group, after = _below_thousand(tokens, place)
        scale = Decimal(1)
        while _is(tokens, after, "magnitude"):
            scale *= tokens[after].worth
            after += 1
        if smallest is not None and scale >= smallest:
            return total, stated, place
        total, stated, groups = total + group * scale, group, groups + 1
        place, smallest = after, scale
        if scale == 1 or scale == MAGNITUDES["dozen"] or not _is(tokens, place, "small"):
            return total, stated if groups == 1 else total, place


def _below_thousand(tokens: list[_Token], place: int) -> tuple[Decimal, int]:
    """A number up to hundreds: “forty-two”, “a hundred”, “one hundred and five”."""
    value, after = _below_hundred(tokens, place)
    if not (_is(tokens, after, "magnitude") and tokens[after].worth == MAGNITUDES["hundred"]):
        return value, after
    value, after = value * 100, after + 1
    if _is(tokens, after, "small") or _is(tokens, after, "small", "and"):
        rest, end = _below_hundred(tokens, after)
        hundreds_follow = _is(tokens, end, "magnitude") and tokens[end].worth == MAGNITUDES["hundred"]
        if not hundreds_follow:
            return value + rest, end
    return value, after


def _below_hundred(tokens: list[_Token], place: int) -> tuple[Decimal, int]:
    first = tokens[place]
    if first.kind == "small" and 20 <= first.worth < 100 and _is(tokens, place + 1, "small"):
        second = tokens[place + 1].worth
        if 1 <= second <= 9:
            return first.worth + second, place + 2
    return first.worth, place + 1
