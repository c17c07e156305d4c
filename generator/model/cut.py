"""Paragraphs of sources, cut where quotations and sentences begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

Range = tuple[int, int]

LEFT_OUT = " […] "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a source's paragraph: `anchors` of the quotations that begin in it.

    `used` if the site quotes these very words, then `quotations` are the anchors of all that hold them;
    `sentence_used` if it quotes others of their sentence.
    """

    text: str
    anchors: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    used: bool = False
    sentence_used: bool = False


@dataclass(frozen=True, slots=True)
class Cut(Sequence[Piece]):
    """The pieces of a paragraph, cut when they are asked for; overlapping quotations are one.

    `sentences` and `quotations` (an anchor, and the ranges of its words) are ranges of `text`. Of a `partial`
    paragraph only the quotations are shown, and other characters of `text` should be blank.
    """

    text: str
    sentences: tuple[Range, ...]
    quotations: tuple[tuple[str, tuple[Range, ...]], ...]
    partial: bool = False

    def __iter__(self) -> Iterator[Piece]:
        """The pieces in their order."""
        ranges = sorted({each for _, ranges in self.quotations for each in ranges})
        quoted = [each for each in self.sentences if overlaps(each, ranges)]
        edges = sorted({0, len(self.text), *(n for each in (*ranges, *self.sentences) for n in each)})
        seen: set[str] = set()
        is_left_out = False
        for start, end in itertools.pairwise(edges):
            used = any(low <= start and end <= high for low, high in ranges)
            if self.partial and not used:
                if not is_left_out:
                    yield Piece(LEFT_OUT)
                is_left_out = True
                continue
            is_left_out = False
            near = any(low <= start and end <= high for low, high in quoted)
            fresh = tuple(name for name in self._beginning(start) if name not in seen)
            seen.update(fresh)
            holding = self._holding(start, end)
            yield Piece(self.text[start:end], fresh, holding, used=used, sentence_used=near and not used)

    def _beginning(self, start: int) -> dict[str, None]:
        return dict.fromkeys(name for name, ranges in self.quotations if ranges[0][0] == start)

    def _holding(self, start: int, end: int) -> tuple[str, ...]:
        named = sorted({(*each, name) for name, ranges in self.quotations for each in ranges})
        return tuple(dict.fromkeys(name for low, high, name in named if low <= start and end <= high))

    def __len__(self) -> int:
        """How many pieces there are."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        """A piece, or several."""
        return tuple(self)[index]


def overlaps(stretch: Range, ranges: Iterable[Range]) -> bool:
    """Whether a stretch of text shares a character with any of the ranges."""
    return any(start < stretch[1] and stretch[0] < end for start, end in ranges)
