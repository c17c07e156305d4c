"""Sentences of a paragraph, as offsets."""

from __future__ import annotations

import re

import sentencex

# After these the segmenter sees an end where English goes on: titles before a name, and a time of day
# before its day or zone.
_TITLE = re.compile(
    r"(?:^|[^\w.])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Adm|Amb|Sec|Hon|Rev|St|Messrs|No|vs)\.\s*\Z"
)
_TIME = re.compile(r"\b[ap]\.m\.\s*\Z")
_AFTER_TIME = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4})\b")
_WORD = re.compile(r"\w")


def sentences(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of each sentence, in code points and in order.

    They do not overlap, hold all text but the white space between them, and begin and end with a visible
    character. A single line break is white space; pass one paragraph at a time.
    """
    pieces = sentencex.segment("en", paragraph.replace("\n", " "))
    if sum(map(len, pieces)) != len(paragraph):
        pieces = [paragraph]
    found: list[tuple[int, int]] = []
    begin = end = 0
    for piece in pieces:
        text = paragraph[begin:end]
        if text.strip() and not _goes_on(text, piece):
            found.append(_trimmed(paragraph, begin, end))
            begin = end
        end += len(piece)
    if paragraph[begin:end].strip():
        found.append(_trimmed(paragraph, begin, end))
    return tuple(found)


def _goes_on(text: str, following: str) -> bool:
    if not _WORD.search(following):
        return True
    tail = text[-12:]
    return bool(_TITLE.search(tail) or (_TIME.search(tail) and _AFTER_TIME.match(following)))


def _trimmed(paragraph: str, start: int, end: int) -> tuple[int, int]:
    text = paragraph[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())
