"""The one normalisation under which a quotation and its source must be equal, letter for letter.

Two steps, on text in Unicode NFC. `single_spaced` removes what nobody sees (soft hyphens, zero-width spaces)
and writes every run of white space as one space, none at the ends. `plain_marks` writes one character for
one: typographic quotation marks, apostrophes and primes as ' or ", every dash, hyphen and minus as -.
Nothing else changes. Never NFKC: it reads 3½ as 31⁄2 and 10² as 102.
"""

from __future__ import annotations

import re

SINGLE_QUOTES = "‘’‚‛‹›′‵ʹʻʼʽ´`＇"
DOUBLE_QUOTES = "“”„‟«»″‶〝〞ʺ＂"
DASHES = "‐‑‒–—―−⁃﹘﹣－"
INVISIBLE = "\u00ad\u200b\u2060\ufeff"

_MARKS = tuple(
    (mark, plain)
    for marks, plain in ((SINGLE_QUOTES, "'"), (DOUBLE_QUOTES, '"'), (DASHES, "-"))
    for mark in marks
)
# Where the two steps change places: not at a single space inside the text. One leading class keeps it fast.
_UNEVEN = re.compile(rf"[\s{INVISIBLE}](?:[\s{INVISIBLE}]+|(?<=[{INVISIBLE}])|\Z|(?<=\A\s))")
_SPACE = re.compile(r"\s")


def normalise(text: str) -> str:
    """`text`, which is NFC, in the form in which quotations are compared. Idempotent; never longer."""
    return plain_marks(single_spaced(text))


def single_spaced(text: str) -> str:
    """`text` without invisible characters, each run of white space as one space, none at the ends."""
    if not text.isascii():
        for character in INVISIBLE:
            text = text.replace(character, "")
    return " ".join(text.split())


def plain_marks(text: str) -> str:
    """`text` with plain quotation marks and dashes; every character stays at its offset."""
    # A chain of str.replace runs a hundred times faster than str.translate with a dictionary.
    if text.isascii():
        return text.replace("`", "'")
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    return text


def offsets(text: str) -> list[int]:
    """For each character of `normalise(text)`, its position in `text`; a space stands where its run begins.

    So `[a, b)` of the normalised text, without a space at its edges, is `[offsets[a], offsets[b - 1] + 1)`.
    """
    places: list[int] = []
    done = 0
    for gap in _UNEVEN.finditer(text):
        places.extend(range(done, gap.start()))
        done = gap.end()
        space = _SPACE.search(text, gap.start(), done)
        if space and places and done < len(text):
            places.append(space.start())
    places.extend(range(done, len(text)))
    return places
