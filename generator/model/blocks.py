"""Blocks: what a section of a page is made of.

A closed set; adding one means one template in each view.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import Date, Interval, PartialDate
from generator.model.keys import FactKey, ParagraphKey
from generator.model.runs import Line, Link, SideMark, When
from generator.model.sources import Cut, Piece


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    line: Line
    key: ParagraphKey | None = None


@dataclass(frozen=True, slots=True)
class Narrative:
    """Statements that flow as one paragraph, each with its own marks."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that is read first; `role` is a word such as `bottom-line`, `problem`."""

    role: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a fact box."""

    key: FactKey
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A fact box."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One of several columns that stand beside each other: what one side, or one source, has."""

    heading: Line
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns to be compared, or with a `role` such as `overview` to be read at a glance."""

    columns: tuple[Column, ...]
    role: str | None = None


class FacetName(StrEnum):
    """What a reader may choose items by, in the order in which it is offered; the words are shown."""

    KIND = "kind"
    TOPIC = "topic"
    SIDE = "side"
    PERSON = "person"
    ROUND = "round"
    STATUS = "status"
    SOURCE = "source"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that is true of an item, by which a reader may choose it: its side, its year."""

    name: FacetName
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `anchor` where something links to it.

    Where it stands as a card, `rest` is told once in place of the cells that say nothing.
    """

    cells: tuple[Line, ...]
    anchor: str | None = None
    facets: tuple[Facet, ...] = ()
    rest: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `numeric` are the columns whose numerals align.

    A reader may filter the rows of all `filterable` tables of a page at once. `is_headed` if the heading
    above it says what the caption says. `wide` is the column that holds sentences.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: tuple[int, ...] = ()
    filterable: bool = False
    is_headed: bool = False
    wide: int | None = None


class Tense(StrEnum):
    """Where a timeline item stands against the edition's as-of date."""

    PAST = "past"
    COMING = "coming"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, where it passes a moment: `lane` counts from 1, away from the moments.

    It has the look of the kind of event that it belongs to.
    """

    lane: int
    kind: str
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """An item of a timeline; the first of its lines is what happened, the others are about it."""

    anchor: str
    kind: str
    tense: Tense
    when: When
    title: Line
    lines: tuple[Line, ...]
    sides: tuple[SideMark, ...]
    facets: tuple[Facet, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments in order of time; `anchored` on the one page that owns their anchors, where readers filter.

    `as_of` is the day after which what comes is planned or due; `lanes` how many bars stand side by side.
    """

    moments: tuple[Moment, ...]
    anchored: bool = False
    as_of: str = ""
    lanes: int = 0


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks of a timeline mean: those of its sides, and whatever else stands in it or beside it."""

    sides: tuple[SideMark, ...]
    has_shared: bool
    has_sideless: bool
    has_bars: bool


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A happening in a chart of time, with the link to where it is told; `told` says all of it in words.

    `possible` are the days that its order and its sources leave of its date, if they leave fewer.
    """

    when: When
    title: Link
    told: str
    kind: str
    tense: Tense
    sides: tuple[SideMark, ...]
    possible: Interval | None = None


@dataclass(frozen=True, slots=True)
class ChartTerm:
    """How long something holds that was undertaken; `closed_by` is the position of the mark at its end."""

    title: Link
    told: str
    begins: Date
    ends: Date
    closed_by: int | None = None


@dataclass(frozen=True, slots=True)
class ChartGap:
    """A stretch of time that no source covers, and the sentence that says so."""

    span: Interval
    told: str


@dataclass(frozen=True, slots=True)
class TimeChart:
    """What happened in one picture, in order of time, what has no date last.

    `as_of` is the day of the edition. A `roomy` page gives it the width of a desk.
    """

    title: str
    description: str
    marks: tuple[ChartMark, ...]
    terms: tuple[ChartTerm, ...]
    gaps: tuple[ChartGap, ...]
    as_of: PartialDate
    roomy: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """One row of a dot-range picture: a value, or a range, and what says it."""

    label: str
    shown: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DotPlot:
    """A picture of different values for one thing: one row a figure, on one scale.

    The heading above it says what is measured. A `whole` is where the scale ends, as that of percent at 100.
    """

    title: str
    description: str
    unit: str
    dots: tuple[Dot, ...]
    whole: float | None = None

    def ends(self) -> tuple[float, float]:
        """What the scale must hold: nought, so that lengths compare; all values; the whole."""
        return scale_ends(self.dots, self.whole)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One thing that is measured: each value, below it who gives it; a small picture if they differ."""

    label: Link
    values: tuple[Column, ...]
    plot: DotPlot | None = None


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Figures at a glance, a card each."""

    figures: tuple[KeyFigure, ...]


class Reach(StrEnum):
    """What the words before a number make of it, as far as a picture can show it."""

    EXACT = "exact"
    ABOUT = "about"
    ABOVE = "above"
    BELOW = "below"
    FROM = "from"
    UP_TO = "up-to"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands on a scale; `low` and `high` are equal unless it is a range."""

    low: float
    high: float
    reach: Reach


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure beside others: what is measured, its value, in which words, of when, who says so.

    The first of what is measured has its `anchor`. `remarks` say what it must not be confused with, and where
    it is told how sources differ. `record` is the same as plain cells, for a file, without its address.
    """

    measured: str
    value: Line
    words: tuple[Line, ...]
    when: Line
    who: Line
    remarks: tuple[Line, ...]
    record: tuple[str, ...]
    place: Place | None = None
    anchor: str | None = None
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Figures of one unit, which share a scale; each in a unit of its own if they have none.

    A `whole` is where the scale ends, as that of percent at 100.
    """

    label: str
    figures: tuple[ComparedFigure, ...]
    has_scale: bool = False
    whole: float | None = None

    def ends(self) -> tuple[float, float]:
        """What the scale must hold: nought, so that lengths compare; all values; the whole."""
        return scale_ends((each.place for each in self.figures if each.place), self.whole)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All figures in one table, by unit; `header` names the columns shown, `columns` those of the records."""

    caption: str
    header: tuple[str, ...]
    columns: tuple[str, ...]
    groups: tuple[UnitGroup, ...]


def scale_ends(values: Iterable[Dot | Place], whole: float | None) -> tuple[float, float]:
    """What a scale must hold: nought, so that lengths compare; all values; the whole, if none is negative."""
    held = tuple(values)
    low = min((0.0, *(each.low for each in held)))
    high = max((0.0, *(each.high for each in held)))
    return low, max(high, whole) if whole and low == 0 else high


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source, set apart."""

    text: str
    attribution: Line


@dataclass(frozen=True, slots=True)
class Card:
    """A way in: a link, and a line about what is there."""

    title: Link
    line: Line
    count: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Ways into the site."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A numbered paragraph of a source, and links to what relies on it."""

    number: int
    pieces: tuple[Piece, ...] | Cut
    used_in: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourceBody:
    """The text of a source as it may be shown."""

    language: str
    paragraphs: tuple[SourceParagraph, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's: an entry of the glossary, a dispute; `anchor` is stable."""

    anchor: str
    line: Line


Block = (
    Paragraph
    | Narrative
    | Bullets
    | Callout
    | Facts
    | Columns
    | Table
    | Timeline
    | Legend
    | TimeChart
    | DotPlot
    | KeyFigures
    | Comparison
    | Quotation
    | Cards
    | SourceBody
    | Heading
)
