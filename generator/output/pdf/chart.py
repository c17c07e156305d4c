"""A chart of time as a node for print: lengths in units of its drawing, which the template scales."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model.blocks import TimeChart
from generator.output.charts.boxes import Box
from generator.output.charts.time_chart import time_chart
from generator.output.charts.time_marks import Drawing, Letters, key_of, named
from generator.output.pdf.printable import printable
from generator.words import Words

Node = dict[str, object]

MOST_NAMED, LEAST_NAMED = 14, 3


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a drawing is, and how high it may be, so that its letters are as large as those beside it."""

    width: float
    height: float


ACROSS = Room(690, 300)
COVER = Room(620, 350)


def chart_node(chart: TimeChart, words: Words, room: Room = ACROSS) -> Node:
    """What the template draws of a chart: the most important, for a mark without a name says nothing."""
    node: Node = {"type": "time_chart", "title": printable(chart.title)}
    if not chart.marks:
        return node | {"empty": True}
    whole = chart
    chart, drawing = _drawn(chart, words, room)
    letters = [*drawing.letters, *(each for piece in drawing.pieces for each in piece.letters)]
    signs = [*key_of(chart, words)]
    if left_out := len(whole.marks) - len(chart.marks):
        signs.append(("others", words("chart.left-out", n=left_out)))
    glyphs = [piece.glyph for piece in drawing.pieces if piece.glyph]
    return node | {
        "empty": False,
        "description": printable(chart.description),
        "width": drawing.width,
        "height": drawing.height,
        "grounds": _boxes(drawing.grounds),
        "ahead": _boxes(drawing.ahead),
        "hatches": _boxes(drawing.hatches),
        "guides": _boxes(drawing.guides),
        "today": _boxes(drawing.today),
        "bars": _boxes(box for piece in drawing.pieces for box in piece.bars),
        "spans": _boxes(box for piece in drawing.pieces for box in piece.spans),
        "glyphs": [[glyph.x, glyph.y, glyph.look, glyph.is_hollow] for glyph in glyphs],
        "letters": [_letters(each) for each in letters],
        "signs": [{"sign": name, "text": printable(text)} for name, text in signs],
    }


@lru_cache(maxsize=256)
def _drawn(chart: TimeChart, words: Words, room: Room) -> tuple[TimeChart, Drawing]:
    """As many of the most important as there is room for."""
    for most in range(min(MOST_NAMED, len(chart.marks)), LEAST_NAMED, -1):
        shown = _most_important(chart, most)
        drawing = time_chart(shown, room.width, words)
        if drawing.height <= room.height:
            return shown, drawing
    shown = _most_important(chart, LEAST_NAMED)
    return shown, time_chart(shown, room.width, words)


def _most_important(chart: TimeChart, most: int) -> TimeChart:
    kept = sorted(named(chart.marks, most))
    places = {at: place for place, at in enumerate(kept)}
    terms = (
        replace(term, closed_by=None if term.closed_by is None else places.get(term.closed_by))
        for term in chart.terms
    )
    return replace(chart, marks=tuple(chart.marks[at] for at in kept), terms=tuple(terms))


def _boxes(boxes: Iterable[Box]) -> list[list[float]]:
    return [[box.left, box.top, box.width, box.height] for box in boxes]


def _letters(letters: Letters) -> Node:
    lettering = letters.lettering
    return {
        "at": [letters.left, letters.base, round(lettering.width, 1), lettering.leading],
        "size": lettering.size,
        "role": letters.role,
        "leftward": lettering.runs_left,
        "lines": [printable(line) for line in lettering.lines],
    }
