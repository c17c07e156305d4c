"""The parts of a chart as SVG, for templates: boxes, lines, marks, letters, and the key to them.

Colours and sizes of strokes are the style sheet's, by class; a content security policy refuses them inline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.blocks import TimeChart
from generator.output.charts.boxes import Box
from generator.output.charts.lettering import is_sure, width_of
from generator.output.charts.time_chart import time_chart
from generator.output.charts.time_marks import Drawing, Glyph, Letters, key_of
from generator.output.charts.time_strip import time_strip
from generator.output.markdown import escape as escaping
from generator.words import Words

# The widths of the text beside a table of contents, and of a page that has none.
COLUMN = 690.0
PAGE = 936.0

_SHAPES = {
    "side-1": "m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z",
    "side-2": "m-5-5h10v10h-10z",
    "side-3": "m0-6.2l6 10.9h-12z",
    "side-4": "m-2-5.8h4v3.8h3.8v4h-3.8v3.8h-4v-3.8h-3.8v-4h3.8z",
    "side-5": "m0 6.2l6-10.9h-12z",
    "side-6": "m-6-2.6h12v5.2h-12z",
    "several": "m0-6.6l6.6 6.6l-6.6 6.6l-6.6-6.6z",
    "none": "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z",
}


def charts(chart: TimeChart, words: Words) -> Iterator[tuple[str, Drawing]]:
    """The drawings of a chart by the room that they are for; nothing if it has no marks."""
    if not chart.marks:
        return
    yield "strip", time_strip(chart, words)
    yield "column", time_chart(chart, COLUMN, words)
    if chart.roomy:
        yield "page", time_chart(chart, PAGE, words)


def number(value: float) -> escaping.Markdown:
    """A length in the shortest form."""
    return escaping.Markdown(f"{value:.1f}".removesuffix(".0"))


def rect(box: Box) -> escaping.Markdown:
    """The attributes of a rectangle."""
    x, y, width, height = map(number, (box.left, box.top, box.width, box.height))
    return escaping.Markdown(f'x="{x}" y="{y}" width="{width}" height="{height}"')


def lines(boxes: tuple[Box, ...]) -> escaping.Markdown:
    """A path along the middle of thin boxes."""
    return escaping.Markdown("".join(map(_line, boxes)))


def _line(box: Box) -> str:
    if box.width > box.height:
        y = (box.top + box.bottom) / 2
        return f"M{number(box.left)} {number(y)}H{number(box.right)}"
    x = (box.left + box.right) / 2
    return f"M{number(x)} {number(box.top)}V{number(box.bottom)}"


def glyph(value: Glyph) -> escaping.Markdown:
    """A mark."""
    return _mark(value.look, value.x, value.y, is_hollow=value.is_hollow)


def _mark(look: str, x: float, y: float, *, is_hollow: bool) -> escaping.Markdown:
    hollow = " hollow" * is_hollow
    path = f"M{number(x)} {number(y)}{_SHAPES[look]}"
    return escaping.Markdown(f'<path class="chart-mark tone-{look}{hollow}" d="{path}"/>')


def lettered(value: Letters) -> escaping.Markdown:
    """Lines of text, each held to the width that was counted on, if that is surely near what it has."""
    rows = (_row(value, line, at) for at, line in enumerate(value.lettering.lines))
    return escaping.Markdown("".join(rows))


def _row(value: Letters, line: str, at: int) -> str:
    lettering = value.lettering
    width = width_of(line, lettering.size, is_bold=lettering.is_bold)
    x, marks = value.left, [f'font-size="{number(lettering.size)}"']
    if is_sure(line) and len(line) > 1:
        marks.append(f'textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"')
    if lettering.runs_left:
        x = value.left + lettering.width
        marks.append('direction="rtl"')
    place = f'class="chart-{value.role}" x="{number(x)}" y="{number(value.base + at * lettering.leading)}"'
    return f"<text {place} {' '.join(marks)}>{escaping.attribute(line)}</text>"


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of a chart and what it means."""

    sign: escaping.Markdown
    text: str


def chart_key(chart: TimeChart, words: Words) -> Iterator[Key]:
    """What the signs of a chart mean: those that it has."""
    for name, text in key_of(chart, words):
        sign = _SIGNS.get(name) or (_sample(name) if name in _SHAPES else "")
        yield Key(escaping.Markdown(sign), text)


def _sample(look: str, *, is_hollow: bool = False) -> escaping.Markdown:
    return _mark(look, 11, 7, is_hollow=is_hollow)


_HATCH = "".join(f"M{x} 14L{x + 10} 0" for x in range(-6, 22, 5))
_SIGNS = {
    "hollow": f'<path class="chart-span" d="M0 7H22"/>{_sample("none", is_hollow=True)}',
    "term": '<rect class="chart-bar" x="1" y="4" width="20" height="6"/>',
    "gap": f'<path class="hatch-line" d="{_HATCH}"/>',
    "ahead": '<rect class="chart-ahead" width="22" height="14"/>',
}
