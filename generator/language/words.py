"""Words of a text, as a reader counts them."""

from __future__ import annotations

import re

from generator.language.boundaries import SPACELESS

# Where a script has no spaces between words, each character is one.
_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")


def word_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of each word in order; marks that stand alone, such as a dash, are none."""
    found = (match.span() for match in _WORD.finditer(text))
    return tuple((start, end) for start, end in found if any(map(str.isalnum, text[start:end])))
