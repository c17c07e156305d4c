"""From offsets in a file's text to lines and columns."""

from __future__ import annotations

from bisect import bisect_right

from generator.model.text import Span, Text


class Positions:
    """The positions in one file's text; offsets are code points.

    Only the line feed ends a line, whatever else Unicode or YAML calls a line break, as in editors.
    """

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        starts = [0]
        end = text.find("\n")
        while end != -1:
            starts.append(end + 1)
            end = text.find("\n", end + 1)
        self._starts = starts

    def span(self, start: int, end: int) -> Span:
        """The stretch `[start, end)`."""
        starts = self._starts
        first = bisect_right(starts, start)
        last = first
        if last < len(starts) and starts[last] <= end:
            last = bisect_right(starts, end)
        return Span(self.path, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)

    def at(self, offset: int) -> Span:
        """The single character at this offset."""
        return self.span(offset, offset + 1)

    def cut(self, start: int, end: int) -> Text:
        """The text of `[start, end)`, with its span."""
        return Text(self.text[start:end], self.span(start, end))

    def line_of(self, offset: int) -> int:
        """The line that holds this offset."""
        return bisect_right(self._starts, offset)
