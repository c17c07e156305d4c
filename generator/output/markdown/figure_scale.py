"""Where figures stand on the scale of their unit, as SVG: a track a row, places in per cent of its width.

Colours are the style sheet's. Screen readers have the value in words, so the pictures are hidden from them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.blocks import Comparison, Place, Reach, UnitGroup
from generator.model.runs import Line, When
from generator.model.values import parts_of
from generator.output.markdown.dot_plot import Scale, scale_between
from generator.output.markdown.escape import Markdown, attribute
from generator.words import Words

# Room at the ends of a track for half a dot and for an arrow, in per cent.
_BEFORE = 3.0
_AFTER = 12.0
_MIDDLE = 8
_HEIGHT = 16
_AXIS_HEIGHT = 18
_RISING = frozenset((Reach.ABOVE, Reach.FROM))
_FALLING = frozenset((Reach.BELOW, Reach.UP_TO))
_OPEN = frozenset((Reach.ABOUT, Reach.ABOVE, Reach.BELOW))
_ARROW_UP = '<path class="reach" d="M4 0h13m-4-4l4 4-4 4"/>'
_ARROW_DOWN = '<path class="reach" d="M-4 0h-13m4-4l-4 4 4 4"/>'


@dataclass(frozen=True, slots=True)
class Sample:
    """A sign of the key and what it means."""

    sign: Markdown
    text: str


def axis(group: UnitGroup, words: Words) -> Markdown:
    """The scale of a unit with its first and last value, to stand above its rows."""
    scale = _scale(group)
    ends = ((scale.start, "start"), (scale.end, "end"))
    labels = "".join(
        f'<text class="tick-label" x="{_at(scale, value)}" y="13" text-anchor="{anchor}">'
        f"{attribute(words.number(value))}</text>"
        for value, anchor in ends
    )
    return _svg(labels, _AXIS_HEIGHT)


def scale_told(group: UnitGroup, words: Words) -> str:
    """From where to where a scale reaches."""
    scale = _scale(group)
    return words("figures.scale", low=words.number(scale.start), high=words.number(scale.end))


def track(group: UnitGroup, place: Place) -> Markdown:
    """A value on the scale of its unit: a dot, open if about so; a bar for a range; an arrow if beyond."""
    scale = _scale(group)
    lines = [_line("track", _at(scale, scale.start), _at(scale, scale.end), _MIDDLE, _MIDDLE)]
    lines += [
        _line("tick", _at(scale, tick), _at(scale, tick), _MIDDLE - 4, _MIDDLE + 4) for tick in scale.ticks()
    ]
    ends = dict.fromkeys((place.low, place.high))
    if len(ends) > 1:
        lines.append(_line("range", _at(scale, place.low), _at(scale, place.high), _MIDDLE, _MIDDLE))
    lines += [_arrow(_at(scale, place.high), _ARROW_UP)] * (place.reach in _RISING)
    lines += [_arrow(_at(scale, place.low), _ARROW_DOWN)] * (place.reach in _FALLING)
    lines += [_dot(_at(scale, end), place.reach) for end in ends]
    return _svg("".join(lines), _HEIGHT)


def sorted_at(place: Place) -> Markdown:
    """The number by which a value is sorted: the middle of a range."""
    return Markdown(f"{(place.low + place.high) / 2:.10g}")


def day_of(value: Line) -> Markdown:
    """The day by which a time is sorted: its first; nothing if none is known."""
    dates = (run.date for run in parts_of(value, When) if run.date)
    return Markdown(next((date.earliest().isoformat() for date in dates), ""))


def key_to(comparison: Comparison, words: Words) -> Iterator[Sample]:
    """What the signs of the scales mean: those that are there, in the order of `Reach`; last a range."""
    groups = (group for group in comparison.groups if group.has_scale)
    places = [each.place for group in groups for each in group.figures if each.place]
    reaches = {place.reach for place in places}
    for reach in Reach:
        if reach in reaches:
            arrow = _ARROW_UP * (reach in _RISING) + _ARROW_DOWN * (reach in _FALLING)
            at = {_ARROW_UP: 3, _ARROW_DOWN: 19}.get(arrow, 11)
            sign = f'<g transform="translate({at} 7)">{arrow}{_dot("0", reach, 0)}</g>'
            yield Sample(Markdown(sign), words.of(reach))
    if any(place.low != place.high for place in places):
        yield Sample(Markdown('<path class="range" d="M2 7H20"/>'), words("reach.range"))


def _scale(group: UnitGroup) -> Scale:
    return scale_between(*group.ends())


def _at(scale: Scale, value: float) -> str:
    share = (value - scale.start) / (scale.end - scale.start)
    return f"{_BEFORE + share * (100 - _BEFORE - _AFTER):.2f}".rstrip("0").rstrip(".") + "%"


def _line(look: str, x1: str, x2: str, y1: int, y2: int) -> str:
    return f'<line class="{look}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>'


def _dot(x: str, reach: Reach, y: int = _MIDDLE) -> str:
    look = "dot open" if reach in _OPEN else "dot"
    return f'<circle class="{look}" cx="{x}" cy="{y}" r="4"/>'


def _arrow(x: str, path: str) -> str:
    return f'<svg class="arrow" x="{x}" y="{_MIDDLE}">{path}</svg>'


def _svg(content: str, height: int) -> Markdown:
    return Markdown(f'<svg class="scale" aria-hidden="true" width="100%" height="{height}">{content}</svg>')
