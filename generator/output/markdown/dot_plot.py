"""The geometry of a dot-range picture: places in per cent of its width, so that text never scales."""

import math
import textwrap
from dataclasses import dataclass

from generator.model.blocks import Dot, DotPlot
from generator.words import Words

# What fits on a phone 320 pixels wide without being cut.
_LABEL_LENGTH = 40
_LINE_HEIGHT = 16
_VALUE_HEIGHT = 24
_ROW_GAP = 14
_AXIS_HEIGHT = 22
# Room at both ends for half a value label, in per cent.
_MARGIN = 7.0
# How much of a picture that is 280 pixels wide a letter of a value takes, in per cent.
_LETTER = 2.4
_STEPS = (1.0, 2.0, 3.0, 5.0, 10.0)
_MOST_TICKS = 6
# Below it, numbers are too coarse to be divided into steps.
_SHORTEST_SCALE = 1e-300


@dataclass(frozen=True, slots=True)
class DrawnDot:
    """One row as drawn: its label in lines, the value above the track, the dot or range on it."""

    label: tuple[str, ...]
    label_top: int
    y: int
    low: str
    high: str
    is_range: bool
    shown: str
    value_x: str
    value_anchor: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template draws; heights are pixels."""

    height: int
    axis: int
    line_height: int
    ticks: tuple[Tick, ...]
    dots: tuple[DrawnDot, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """All values on one track; of its dots only the places along it count."""

    ends: tuple[Tick, ...]
    dots: tuple[DrawnDot, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of numbers that round steps fill."""

    start: float
    end: float
    step: float

    def x(self, value: float) -> float:
        """Where a value lies, in per cent of the picture's width."""
        return _MARGIN + (value - self.start) / (self.end - self.start) * (100 - 2 * _MARGIN)

    def ticks(self) -> tuple[float, ...]:
        """The round values, from start to end."""
        count = round((self.end - self.start) / self.step)
        return tuple(self.start + number * self.step for number in range(count + 1))


def scale_of(plot: DotPlot) -> Scale:
    """The tightest scale in round steps that holds all values and nought; of percent the whole."""
    return scale_between(*plot.ends())


def scale_between(low: float, high: float) -> Scale:
    """The tightest scale in round steps that holds both."""
    if high - low < _SHORTEST_SCALE:
        high = low + 1.0
    rough = (high - low) / (_MOST_TICKS - 2)
    magnitude = 10.0 ** math.floor(math.log10(rough))
    steps = (magnitude * factor for factor in _STEPS if 1 - 1e-9 <= magnitude * factor / rough <= 2 + 1e-9)
    scales = (Scale(math.floor(low / step) * step, math.ceil(high / step) * step, step) for step in steps)
    return min(scales, key=lambda scale: (scale.end - scale.start, scale.step))


def drawn(plot: DotPlot, words: Words) -> Picture:
    """The picture of a plot, which has at least one dot."""
    scale = scale_of(plot)
    top = 4
    rows = []
    for dot in plot.dots:
        row = _drawn_dot(dot, scale, top)
        rows.append(row)
        top = row.y + _ROW_GAP
    ticks = tuple(Tick(_percent(scale.x(value)), words.number(value)) for value in scale.ticks())
    return Picture(top + _AXIS_HEIGHT, top + 2, _LINE_HEIGHT, ticks, tuple(rows))


def strip(plot: DotPlot, words: Words) -> Strip:
    """The same values on one track, with the ends of the scale, for where there is little room."""
    scale = scale_of(plot)
    ends = tuple(Tick(_percent(scale.x(value)), words.number(value)) for value in (scale.start, scale.end))
    return Strip(ends, tuple(_drawn_dot(dot, scale, 0) for dot in plot.dots))


def _drawn_dot(dot: Dot, scale: Scale, top: int) -> DrawnDot:
    label = tuple(textwrap.wrap(dot.label, _LABEL_LENGTH)) or ("",)
    y = top + len(label) * _LINE_HEIGHT + _VALUE_HEIGHT
    value_x, anchor = place_of_value(scale.x((dot.low + dot.high) / 2), len(dot.shown) * _LETTER)
    return DrawnDot(
        label=label,
        label_top=top + 12,
        y=y,
        low=_percent(scale.x(dot.low)),
        high=_percent(scale.x(dot.high)),
        is_range=dot.low != dot.high,
        shown=dot.shown,
        value_x=_percent(value_x),
        value_anchor=anchor,
    )


def place_of_value(middle: float, width: float) -> tuple[float, str]:
    """Where the words of a value stand above its dot, and which part of them stands there.

    In the middle where there is room on both sides, else to the side that has more, and within the picture.
    """
    half = max(width / 2, 20.0)
    if half <= middle <= 100 - half:
        return middle, "middle"
    if middle < 50:
        return max(min(middle - 3, 100 - width), 0), "start"
    return min(max(middle + 3, width), 100), "end"


def _percent(value: float) -> str:
    return f"{value:.2f}%"
