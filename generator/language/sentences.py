"""Sentences of a paragraph, as offsets."""

from __future__ import annotations

import re

import sentencex  # type: ignore[import-untyped]  # it comes without types

# After these the segmenter sees an end where English goes on: titles before a name, and a time of day
# before its day or zone.
_TITLES = frozenset(
    {"Mr.", "Mrs.", "Ms.", "Messrs.", "Dr.", "Prof.", "Sen.", "Rep.", "Gov.", "Gen.", "Col.", "Lt.", "Capt."}
    | {"Adm.", "Amb.", "Rev."}
)
_TIMES = frozenset({"a.m.", "p.m."})
_LONGEST = 12
_AFTER_TIME = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4})\b")
# The segmenter panics on white space that takes more than one byte, such as a no-break space.
_ODD_SPACE = re.compile(r"[^\S ]")
_WORD = re.compile(r"\w")


def sentences(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of each sentence, in code points and in order.

    They do not overlap, hold all text but the white space between them, and begin and end with a visible
    character. A single line break is white space; pass one paragraph at a time.
    """
    pieces: list[str] = sentencex.segment("en", _ODD_SPACE.sub(" ", paragraph))
    if sum(map(len, pieces)) != len(paragraph):
        pieces = [paragraph]
    found: list[tuple[int, int]] = []
    begin = end = 0
    for piece in pieces:
        if begin < end and not _goes_on(paragraph[max(begin, end - _LONGEST) : end], piece):
            found.append(_trimmed(paragraph, begin, end))
            begin = end
        end += len(piece)
    if paragraph[begin:end].strip():
        found.append(_trimmed(paragraph, begin, end))
    return tuple(found)


def _goes_on(tail: str, following: str) -> bool:
    """Whether the sentence whose last characters are `tail` takes in what follows."""
    if not _WORD.search(following):
        return True
    words = tail.split()
    if not words:
        return True
    last = words[-1].lstrip("(\"'“‘[")
    return last in _TITLES or (last in _TIMES and _AFTER_TIME.match(following) is not None)


def _trimmed(paragraph: str, start: int, end: int) -> tuple[int, int]:
    text = paragraph[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())
