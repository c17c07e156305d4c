"""What a text puts between quotation marks of any form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A double mark that nothing closes opens a quotation that goes on in the next paragraph. A single one is an
# apostrophe unless it stands before a word and another after one; before a figure it is one too ('90s).
_QUOTED = re.compile(
    r"""“(?P<a>[^“”"]*)(?:[“”"]|\Z)
      | „(?P<b>[^“”„"]*)(?:[“”"]|\Z)
      | «(?P<c>[^«»]*)(?:»|\Z)
      | (?<![^\W_])["＂〝](?P<d>[^"＂”〞]*)(?:["＂”〞]|\Z)
      | 「(?P<e>[^」]*)(?:」|\Z)
      | 『(?P<f>[^』]*)(?:』|\Z)
      | ‹(?P<g>[^›]*)›
      | (?<![^\W_])[‘‚](?P<h>.+?)(?<=\S)[’‘'](?![^\W_])
      | (?<![^\W_])['`](?=[^\W\d_])(?P<i>.+?)(?<=\S)['’´](?![^\W_])
    """,
    re.VERBOSE | re.DOTALL,
)
_INSERTED = re.compile(r"\[[^\]]*\][^\W_]*")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_EDGES = " \t\n.,;:!?…-‐‑‒–—'\"‘’“”"
_WORD = re.compile(r"\w")
ELLIPSIS = " […] "


@dataclass(frozen=True, slots=True)
class QuotedText:
    """What stands between quotation marks, at `[start, end)` without the white space at its edges.

    `ranges` are the words that are quoted: all but what the writer put in square brackets.
    """

    start: int
    end: int
    inner: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        """What is quoted, without the punctuation at its edges."""
        return self.inner.strip(_EDGES)

    def readings(self) -> tuple[str, ...]:
        """The words as they may stand in what they quote.

        A point at the edge may belong to a number or to the sentence around; brackets and dots may stand for
        words left out.
        """
        bracketed = _INSERTED.sub(ELLIPSIS, self.words)
        loose = _LEFT_OUT.sub(ELLIPSIS, bracketed)
        return tuple(dict.fromkeys((self.inner, self.words, bracketed, loose)))


def quoted_texts(text: str) -> Iterator[QuotedText]:
    """What a paragraph quotes, in order; one inside another belongs to the outer one."""
    for found in _QUOTED.finditer(text):
        name = found.lastgroup or ""
        inner = found[name].strip()
        if _WORD.search(inner):
            start = found.start(name) + len(found[name]) - len(found[name].lstrip())
            yield QuotedText(start, start + len(inner), inner, tuple(_quoted(inner, start)))


def _quoted(words: str, start: int) -> Iterator[tuple[int, int]]:
    done = 0
    for bracket in _INSERTED.finditer(words):
        yield start + done, start + bracket.start()
        done = bracket.end()
    yield start + done, start + len(words)
