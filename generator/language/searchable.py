"""A source's text, made ready for quotations to be looked up in it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from generator.language.normalise import offsets, plain_marks, single_spaced
from generator.model.sources import SourceText


class Searchable:
    """The normalised paragraphs of a source, joined by line feeds, and the way back to its own text.

    `plain` is that text; `printed` the same, at the same positions, with quotation marks and dashes as the
    source prints them; `starts` the positions at which the paragraphs start. No paragraph is blank. Building
    one takes time proportional to the source's length.
    """

    __slots__ = ("plain", "printed", "source", "starts")

    def __init__(self, source: SourceText) -> None:
        paragraphs = [single_spaced(source.text[p.start : p.end]) for p in source.paragraphs]
        self.source = source
        self.printed = "\n".join(paragraphs)
        self.plain = plain_marks(self.printed)
        self.starts = tuple(accumulate((len(words) + 1 for words in paragraphs), initial=0))[:-1]

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that holds a position of `plain`."""
        return bisect_right(self.starts, position) - 1

    def paragraph_end(self, index: int) -> int:
        """The position in `plain` at which a paragraph ends."""
        return self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.plain)

    def ranges(self, index: int, stretches: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """The code points of the source's text that stretches of `plain` in one paragraph stand for."""
        paragraph = self.source.paragraphs[index]
        first = self.starts[index]
        if self.paragraph_end(index) - first == paragraph.end - paragraph.start:
            shift = paragraph.start - first
            return tuple((start + shift, end + shift) for start, end in stretches)
        places = offsets(self.source.text[paragraph.start : paragraph.end])
        return tuple(
            (paragraph.start + places[start - first], paragraph.start + places[end - 1 - first] + 1)
            for start, end in stretches
        )
