"""The words of a text, and which of them are capitalised as names are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.prose import Stretch

# U.S.; F-35 and COVID-19, which are one word; any other word, of whose hyphens each part is a word.
_WORD = re.compile(
    r"""(?<![^\W_])(?:[^\W\d_]\.){2,}
      | [^\W_]+(?:-[^\W\d_]*\d[^\W_]*)+
      | [^\W_]+(?:'[^\W\d_]+)*
    """,
    re.VERBOSE,
)
SHORTEST_STEM = 3

_CONTRACTED = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
_OPENING_MARKS = ('"', "'")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start, end)` of a stretch: without “'s”, without the points of U.S.

    `initial` if a sentence, or what follows a colon or an opening quotation mark, begins with it.
    """

    form: str
    start: int
    end: int
    initial: bool

    @property
    def is_capitalised(self) -> bool:
        """Whether it holds a capital, as names and abbreviations do; “I” does not count."""
        return self.form != self.form.lower() and self.form != "I"

    @property
    def is_surely_name(self) -> bool:
        """Whether its capitals come from more than the beginning of a sentence."""
        return self.is_capitalised and (not self.initial or self.form[1:] != self.form[1:].lower())


def words(stretch: Stretch) -> Iterator[Word]:
    """The words of a paragraph, in its order."""
    text = stretch.plain
    begins = iter(stretch.sentences)
    begin = next(begins, None)
    for found in _WORD.finditer(text):
        initial = _opens(text, found.start())
        while begin is not None and found.start() >= begin[0]:
            initial, begin = True, next(begins, None)
        form, is_whole = _form(found.group()), "." in found.group()
        end = found.end() if is_whole else found.start() + len(form)
        yield Word(form, found.start(), end, initial)


def _opens(text: str, start: int) -> bool:
    """Whether a quotation mark stands right before a word, or a colon before the space before it."""
    before = text[max(start - 2, 0) : start]
    return before == ": " or before.endswith(_OPENING_MARKS)


def _form(word: str) -> str:
    stem, mark, tail = word.rpartition("'")
    if mark and tail.lower() in _CONTRACTED:
        word = stem
    return word.replace(".", "")


def stem(word: str) -> str:
    """A word in small letters without its ending, roughly: the same for “repair” and “repaired”."""
    for ending in ("ing", "ed", "es", "er", "ers", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
