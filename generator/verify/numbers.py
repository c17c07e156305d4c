"""Whether the numbers of what is written are given by what proves it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.language.numbers import Number, numbers_in
from generator.model.mentions import Mention

FIRST_YEAR, LAST_YEAR = 1500, 2199

_LETTERS_BEFORE = re.compile(r"([^\W\d_]*)[-‐‑]?\Z")


def unproved_numbers(
    text: str, mentions: Sequence[Mention], quotations: Iterable[str], known: str = ""
) -> Iterator[str]:
    """The numbers of a text, as it writes them, that neither a quotation nor `known` gives.

    Numbers inside a name of the glossary need no proof, nor does the word “one”. Of a code such as F-35,
    the letters before the number must be the same.
    """
    numbers = numbers_in(text)
    if not numbers:
        return
    printed = [(part, number) for part in (*quotations, known) for number in numbers_in(part)]
    values = {number.value for _, number in printed}
    codes = {_code(part, number) for part, number in printed if number.glued}
    for number in numbers:
        is_proved = _code(text, number) in codes if number.glued else number.value in values
        if not (is_proved or _needs_no_proof(number, mentions)):
            yield text[number.start : number.end]


def repeated_numbers(
    text: str, mentions: Sequence[Mention], quotations: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """The numbers that a text gives more often than its quotations do, which give another instead.

    Each with that other number, of the same kind (a percentage or not), which the text does not give.
    """
    numbers = [
        number for number in numbers_in(text) if not (number.glued or _needs_no_proof(number, mentions))
    ]
    times = Counter(number.value for number in numbers)
    if all(count == 1 for count in times.values()):
        return
    printed = {number.value: (number, part) for part in quotations for number in numbers_in(part)}
    given = Counter(number.value for part in quotations for number in numbers_in(part))
    for number in {
        each.value: each for each in numbers if times[each.value] > max(given[each.value], 1)
    }.values():
        others = (
            part[other.start : other.end]
            for other, part in printed.values()
            if other.value not in times and _kind(other) == _kind(number)
        )
        for other in others:
            yield text[number.start : number.end], other
            break


def _kind(number: Number) -> tuple[bool, bool, bool]:
    return number.percent, number.glued, FIRST_YEAR <= number.value <= LAST_YEAR


def _needs_no_proof(number: Number, mentions: Sequence[Mention]) -> bool:
    is_name = any(mention.start <= number.start < mention.end for mention in mentions)
    return is_name or (number.word and number.value == 1)


def _code(text: str, number: Number) -> tuple[str, str]:
    before = _LETTERS_BEFORE.search(text, max(number.start - 20, 0), number.start)
    return (before[1].casefold() if before else "", str(number.value))
