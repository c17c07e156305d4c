"""Whether the numbers of what is written are given by what proves it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.language.numbers import Number, numbers_in
from generator.model.mentions import Mention

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
        is_name = any(mention.start <= number.start < mention.end for mention in mentions)
        is_one = number.word and number.value == 1
        is_proved = _code(text, number) in codes if number.glued else number.value in values
        if not (is_name or is_one or is_proved):
            yield text[number.start : number.end]


def _code(text: str, number: Number) -> tuple[str, str]:
    before = _LETTERS_BEFORE.search(text, max(number.start - 20, 0), number.start)
    return (before[1].casefold() if before else "", str(number.value))
