"""A chart of time as a node for print: lengths in units of its drawing, which the template scales."""

from collections.abc import Iterable
from dataclasses import replace

from generator.model.blocks import TimeChart
from generator.output.charts.boxes import Box
from generator.output.charts.time_chart import time_chart
from generator.output.charts.time_marks import Letters, key_of, named
from generator.output.pdf.printable import printable
from generator.words import Words

Node = dict[str, object]

WIDTH = 690.0
MOST_NAMED = 14


def chart_node(chart: TimeChart, words: Words) -> Node:
    """What the template draws of a chart: the most important, for a mark without a name says nothing."""
    whole, chart = chart, _most_important(chart)
    node: Node = {"type": "time_chart", "title": printable(chart.title)}
    if not chart.marks:
        return node | {"empty": True}
    drawing = time_chart(chart, WIDTH, words)
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


def _most_important(chart: TimeChart) -> TimeChart:
    kept = sorted(named(chart.marks, MOST_NAMED))
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
