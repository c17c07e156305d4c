"""A line of an input file and where to mark it, as both appear on a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from generator.model.text import Span
from generator.report.visible import visible

TAB = 4
LONGEST = 100
CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and how many cells stand before the mark and below it."""

    line: str
    before: int
    marked: int


def excerpt(line: str, span: Span) -> Excerpt:
    """The line on which `span` begins, cut around it if it is longer than `LONGEST` characters.

    The mark ends with the line if the span goes on, and is one cell wide at least.
    """
    start = min(span.column - 1, len(line))
    end = len(line.rstrip()) if span.end_line > span.line else span.end_column - 1
    first = max(min(start - LONGEST // 3, len(line) - LONGEST), 0)
    last = min(first + LONGEST, len(line))
    end = max(min(end, last), start)
    before = _shown(line[first:start], CUT if first else "")
    marked = _shown(line[start:end], before)[len(before) :]
    whole = _shown(line[end:last], before + marked) + (CUT if last < len(line) else "")
    return Excerpt(whole.rstrip(), cell_len(before), max(cell_len(marked), 1))


def _shown(text: str, before: str) -> str:
    """`before` and the text behind it, with tabs expanded and control characters made visible."""
    first, *others = text.split("\t")
    shown = before + visible(first)
    for piece in others:
        shown += " " * (TAB - cell_len(shown) % TAB) + visible(piece)
    return shown
