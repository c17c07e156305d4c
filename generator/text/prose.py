"""Two texts made ready to be held against each other: a summary, and the original that it sums up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from generator.language.marks import QuotedText, quoted_texts
from generator.language.normalise import offsets, plain_marks, single_spaced
from generator.language.sentences import sentences
from generator.model.sources import Paragraph, SourceText
from generator.model.text import Span

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\s][^\n]*")
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")


@dataclass(frozen=True)
class Stretch:
    """A paragraph of a text: from `origin` in it, `raw` as it stands there."""

    raw: str
    origin: int

    @cached_property
    def printed(self) -> str:
        """The paragraph single-spaced, with quotation marks and dashes as printed."""
        return single_spaced(self.raw)

    @cached_property
    def plain(self) -> str:
        """The paragraph after `normalise`; every character at its offset in `printed`."""
        return plain_marks(self.printed)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The `[start, end)` of its sentences in `plain`."""
        return sentences(self.printed)

    @cached_property
    def quoted_texts(self) -> tuple[QuotedText, ...]:
        """What stands between quotation marks, with offsets in `plain`."""
        return tuple(quoted_texts(self.printed))

    @cached_property
    def is_quoted(self) -> bytearray:
        """For each character of `plain`, whether it stands between quotation marks."""
        marked = bytearray(len(self.plain))
        for quoted in self.quoted_texts:
            for start, end in quoted.ranges:
                marked[start:end] = b"\1" * (end - start)
        return marked

    @cached_property
    def is_heading(self) -> bool:
        """Whether it ends as no sentence does: a heading, a byline, or a part of the page around the text."""
        return _CLOSED.search(self.printed) is None

    @cached_property
    def _offsets(self) -> list[int]:
        return offsets(self.raw)

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """The `[start, end)` in the whole text of a stretch of `plain` without white space at its edges."""
        return self.origin + self._offsets[start], self.origin + self._offsets[end - 1] + 1


class BodyPositions:
    """From offsets in the text of a source to lines and columns of its file."""

    def __init__(self, body: SourceText) -> None:
        self._path, self._first = body.path, body.first_line
        self._starts = tuple(accumulate((len(line) + 1 for line in body.text.split("\n")), initial=0))

    def span(self, start: int, end: int) -> Span:
        """The stretch `[start, end)`, which is not empty."""
        (line, column), (end_line, end_column) = self._at(start), self._at(end - 1)
        return Span(self._path, line, column, end_line, end_column + 1)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return self._first + line, offset - self._starts[line] + 1


def stretches_of(body: SourceText) -> tuple[Stretch, ...]:
    """The paragraphs of a summary."""
    return tuple(Stretch(body.text[part.start : part.end], part.start) for part in body.paragraphs)


def stretches_in(text: str) -> tuple[Stretch, ...]:
    """The paragraphs of an original, whose lines may each be a paragraph or may be broken at a margin."""
    return tuple(stretch for block in _BLOCK.finditer(text) for stretch in _parted(block))


def _parted(block: re.Match[str]) -> Iterator[Stretch]:
    """The block's lines, or the block as one if a line goes on in the next: open, with a small letter."""
    lines = [(line.group().rstrip(), block.start() + line.start()) for line in _LINE.finditer(block.group())]
    if any(not _CLOSED.search(line) and next_[0].islower() for (line, _), (next_, _) in pairwise(lines)):
        yield Stretch(block.group().rstrip(), block.start())
    else:
        yield from (Stretch(line, start) for line, start in lines)


def as_body(text: str) -> SourceText:
    """The original in the form in which quotations are looked up: they may go on from line to line."""
    blocks = (block for block in _BLOCK.finditer(text) if single_spaced(block.group()))
    paragraphs = (
        Paragraph(number, block.start(), block.end(), ()) for number, block in enumerate(blocks, start=1)
    )
    return SourceText(text, tuple(paragraphs), path="", first_line=1, checksum="")
