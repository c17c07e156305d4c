"""What the charts of time share: lanes, looks and importance of marks, and the parts of a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.blocks import ChartMark, Tense, TimeChart
from generator.model.facts import EventKind
from generator.model.runs import SideMark, Target
from generator.output.charts.boxes import Box
from generator.output.charts.lettering import Lettering
from generator.output.charts.time_scale import Stretch, reach_of, stretch_of
from generator.words import Words

# Beyond this many sides the looks come round again; the names still tell them apart.
SIDE_LOOKS = 6
REACH = 6.0
"""How far a mark reaches from its middle."""


class Lane(StrEnum):
    """The kinds of event that share a lane, from above."""

    TALKS = "talks"
    AGREEMENTS = "agreements"
    STATEMENTS = "statements"
    MEASURES = "measures"
    OTHER = "other"
    TERMS = "terms"
    UNDATED = "undated"


_LANES = {
    EventKind.ROUND: Lane.TALKS,
    EventKind.MEETING: Lane.TALKS,
    EventKind.CALL: Lane.TALKS,
    EventKind.AGREEMENT: Lane.AGREEMENTS,
    EventKind.STATEMENT: Lane.STATEMENTS,
    EventKind.MEASURE: Lane.MEASURES,
    EventKind.DATA: Lane.MEASURES,
    EventKind.OTHER: Lane.OTHER,
    EventKind.DEADLINE: Lane.TERMS,
}
# The most important first: they are named where there is no room to name all.
_WEIGHTS = (
    frozenset({EventKind.ROUND}),
    frozenset({EventKind.AGREEMENT, EventKind.DEADLINE}),
    frozenset({EventKind.MEETING, EventKind.CALL, EventKind.MEASURE}),
    frozenset({EventKind.STATEMENT, EventKind.DATA, EventKind.OTHER}),
)


@dataclass(frozen=True, slots=True)
class Letters:
    """A text as drawn: the lines at `left`, the first with its baseline at `base`."""

    left: float
    base: float
    lettering: Lettering
    role: str

    @property
    def box(self) -> Box:
        """The room that it takes."""
        above = self.lettering.size * 0.95
        return Box(
            self.left,
            round(self.base - above, 1),
            round(self.left + self.lettering.width, 1),
            round(self.base - above + self.lettering.height, 1),
        )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A mark of a happening: its middle, the look of its side, hollow if its day is not known exactly."""

    x: float
    y: float
    look: str
    is_hollow: bool

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return Box(self.x - REACH, self.y - REACH, self.x + REACH, self.y + REACH)


@dataclass(frozen=True, slots=True)
class Piece:
    """All that is one link of a drawing: its marks, its letters, the stretches of time that belong to it.

    `place` is the box to touch, `spans` are dotted lines, `bars` whole ones.
    """

    told: str
    target: Target
    place: Box
    glyph: Glyph | None
    letters: tuple[Letters, ...]
    spans: tuple[Box, ...] = ()
    bars: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as drawn, from the ground up: grounds and hatches, guides, pieces, letters."""

    width: float
    height: float
    grounds: tuple[Box, ...]
    ahead: tuple[Box, ...]
    hatches: tuple[Box, ...]
    guides: tuple[Box, ...]
    today: tuple[Box, ...]
    pieces: tuple[Piece, ...]
    letters: tuple[Letters, ...]


def lane_of(mark: ChartMark) -> Lane:
    """The lane of a mark."""
    return Lane.UNDATED if mark.when.date is None else _LANES[EventKind(mark.kind)]


def look_of(sides: Sequence[SideMark]) -> str:
    """The look of what one side did, several, or none."""
    if len(sides) > 1:
        return "several"
    return f"side-{(sides[0].rank - 1) % SIDE_LOOKS + 1}" if sides else "none"


def is_hollow(mark: ChartMark) -> bool:
    """Whether the day of a mark is not known exactly."""
    return mark.when.date is None or not mark.when.date.is_exact


def is_main(mark: ChartMark) -> bool:
    """Whether a mark is of the most important kind."""
    return mark.kind in _WEIGHTS[0]


def named(marks: Sequence[ChartMark], most: int) -> frozenset[int]:
    """The positions of the marks that are named: all, or so many of the most important."""
    weights = {kind: weight for weight, kinds in enumerate(_WEIGHTS) for kind in kinds}
    order = sorted(range(len(marks)), key=lambda at: (weights[EventKind(marks[at].kind)], at))
    return frozenset(order[:most])


def reach(chart: TimeChart) -> Stretch:
    """All days of a chart."""
    dates = [mark.when.date for mark in chart.marks if mark.when.date]
    dates += [date for term in chart.terms for date in (term.begins, term.ends)]
    return reach_of(dates, chart.as_of)


def days_of(mark: ChartMark, within: Stretch) -> Stretch | None:
    """The days that a mark may mean, as far as its order lets it; None if it has no date."""
    date = mark.possible or mark.when.date
    return stretch_of(date, within) if date else None


def is_coming(mark: ChartMark) -> bool:
    """Whether a mark lies after the day of the edition."""
    return mark.tense is Tense.COMING


def key_of(chart: TimeChart, words: Words) -> Iterator[tuple[str, str]]:
    """The signs that a chart has, each with what it means: looks of marks, and other parts by name."""
    looks = {look_of(mark.sides) for mark in chart.marks}
    sides = {side.rank: side for mark in chart.marks for side in mark.sides}
    for rank in sorted(sides):
        yield look_of((sides[rank],)), sides[rank].text
    for look, key in (("several", "chart.key.several"), ("none", "chart.key.no-side")):
        if sides and look in looks:
            yield look, words(key)
    dated = [mark for mark in chart.marks if mark.when.date]
    signs = (
        ("hollow", any(map(is_hollow, dated))),
        ("term", bool(chart.terms)),
        ("gap", bool(chart.gaps)),
        ("ahead", any(map(is_coming, dated))),
        ("scale", len(dated) > 1),
    )
    for name, is_there in signs:
        if is_there:
            yield name, words(f"chart.key.{name}")
