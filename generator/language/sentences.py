"""Sentences of a paragraph, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

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
# The segmenter takes these for abbreviations; before a capital they end a sentence.
_WHOLE_WORD = re.compile(r"\b(?:May|No|no|me|art)\. +(?=[A-Z“‘\"])")
_WORD = re.compile(r"\w")


def sentences(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of each sentence, in code points and in order.

    They do not overlap, hold all text but the white space between them, and begin and end with a visible
    character. A single line break is white space; pass one paragraph at a time.
    """
    found: list[tuple[int, int]] = []
    begin = end = 0
    for piece in _pieces(_ODD_SPACE.sub(" ", paragraph)):
        if begin < end and not _goes_on(paragraph[max(begin, end - _LONGEST) : end], piece):
            found.append(_trimmed(paragraph, begin, end))
            begin = end
        end += len(piece)
    if paragraph[begin:end].strip():
        found.append(_trimmed(paragraph, begin, end))
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """The segmenter's pieces, which make up the text, with its surer mistakes mended."""
    pieces: list[str] = sentencex.segment("en", text)
    for piece in pieces if sum(map(len, pieces)) == len(text) else [text]:
        begin = 0
        for found in _WHOLE_WORD.finditer(piece):
            yield piece[begin : found.end()]
            begin = found.end()
        yield piece[begin:]


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
