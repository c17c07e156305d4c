"""Charts of time: whatever happened and however it is called, nothing touches and nothing is cut."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.blocks import ChartGap, ChartMark, ChartTerm, Tense, TimeChart
from generator.model.dates import Date, Interval, PartialDate, parse
from generator.model.facts import EventKind
from generator.model.runs import Link, SideMark, Target, When
from generator.output.charts.boxes import Box, without
from generator.output.charts.lettering import balanced, width_of, wrapped
from generator.output.charts.time_chart import time_chart
from generator.output.charts.time_marks import Drawing
from generator.output.charts.time_strip import MOST_NAMED, time_strip
from generator.words import words_in
from tests.output.runs import KASTERIA, ORSUND, VELMARK
from tests.support.wording import ENGLISH

GERMAN = words_in("de")
LONG = "The delegations agree on a text, which nobody has seen and which " * 5
TITLES = (
    "A call",
    "The second day of the talks in Sällvik",
    "Bundesausfuhrkontrollverfahrensverordnungsentwurf",
    "何立峰与贝森特在伦敦会谈，双方同意落实日内瓦共识",
    "جولة ثانية من المحادثات في لندن بين الوفدين",
    "x" * 80,
    LONG[:300],
)
AS_OF = PartialDate(2023, 6, 2)
UNITS = st.sampled_from(("{:%Y}", "{:%Y-%m}", "{:%Y-%m}~", "{:%Y-%m-%d}", "{:%Y-%m-%d}~", "{:%Y-%m-%d}?"))
DAYS = st.dates(datetime.date(1824, 1, 1), datetime.date(2026, 12, 31))
NEAR = st.dates(datetime.date(2023, 5, 20), datetime.date(2023, 6, 20))


def a_mark(
    date: Date | None, title: str, kind: str = "statement", sides: Sequence[SideMark] = ()
) -> ChartMark:
    """A happening of a chart."""
    tense = (
        Tense.UNDATED if date is None else Tense.COMING if date.earliest() > AS_OF.latest() else Tense.PAST
    )
    link = Link(title, Target("timeline", "an-event"))
    return ChartMark(When(ENGLISH.date(date), date), link, title, kind, tense, tuple(sides))


def a_chart(marks: Sequence[ChartMark], *, has_terms: bool = False, has_gap: bool = False) -> TimeChart:
    """A chart of these, with a term from the first to the last, and a gap between the first two."""
    dates = [mark.when.date for mark in marks if mark.when.date]
    terms: list[ChartTerm] = []
    if has_terms and len(dates) > 1:
        link = Link("Publish the gate readings", Target("commitments", "readings"))
        terms = [
            ChartTerm(link, "Until", dates[0], dates[-1]),
            ChartTerm(link, "Until", dates[0], dates[-1], 0),
        ]
    ends = sorted({end for date in dates for end in (date.earliest(), date.latest())})[:2]
    gaps = (
        [ChartGap(Interval(*(PartialDate(d.year, d.month, d.day) for d in ends)), "No source covers this.")]
        if has_gap and len(ends) == 2
        else []
    )
    return TimeChart("What happened", "Events", tuple(marks), tuple(terms), tuple(gaps), AS_OF)


def in_order(marks: Sequence[ChartMark]) -> list[ChartMark]:
    last = datetime.date.max
    return sorted(marks, key=lambda mark: mark.when.date.earliest() if mark.when.date else last)


marks = st.builds(
    a_mark,
    st.none() | st.builds(lambda unit, day: parse(unit.format(day)), UNITS, DAYS | NEAR),
    st.sampled_from(TITLES[:2] * 6 + TITLES),
    st.sampled_from([kind.value for kind in EventKind]),
    st.sampled_from([(), (ORSUND,), (VELMARK,), (ORSUND, VELMARK, KASTERIA)]),
)
charts = st.builds(
    a_chart,
    st.lists(marks, min_size=1, max_size=40).map(in_order),
    has_terms=st.booleans(),
    has_gap=st.booleans(),
)


def drawings(chart: TimeChart) -> Iterator[Drawing]:
    """The chart as each room has it."""
    yield time_strip(chart, ENGLISH)
    yield time_chart(chart, 690, ENGLISH)
    yield time_chart(chart, 936, GERMAN)


def letters_in(drawing: Drawing) -> list[Box]:
    found = [each.box for each in drawing.letters]
    return found + [each.box for piece in drawing.pieces for each in piece.letters]


def lines_in(drawing: Drawing) -> list[Box]:
    """All that no letter may lie over: lines, hatches, spans, bars and marks."""
    pieces = drawing.pieces
    drawn = [box for piece in pieces for box in (*piece.spans, *piece.bars)]
    glyphs = [piece.glyph.box for piece in pieces if piece.glyph]
    lines = (*drawing.guides, *drawing.today, *drawing.hatches, *drawn)
    return [*(Box(b.left, b.top - 0.1, b.right, b.bottom + 0.1) for b in lines), *glyphs]


def check(drawing: Drawing) -> None:
    """Labels touch neither each other nor a line, nothing lies outside, places to touch are apart."""
    letters = letters_in(drawing)
    for one, other in itertools.combinations(letters, 2):
        assert not one.touches(other)
    for line in lines_in(drawing):
        assert not [box for box in letters if box.touches(line)]
    whole = Box(-0.5, -0.5, drawing.width + 0.5, drawing.height + 0.5)
    places = [piece.place for piece in drawing.pieces if piece.glyph]
    for box in (*letters, *places, *drawing.guides, *drawing.hatches):
        assert whole.left <= box.left <= box.right <= whole.right, box
        assert whole.top <= box.top <= box.bottom <= whole.bottom, box
    for one, other in itertools.combinations(places, 2):
        assert not one.touches(other)
    assert all(min(place.height, place.width) >= 24 for place in places)


@settings(max_examples=60, deadline=None)
@given(charts)
def test_no_label_touches_another_or_a_line_or_is_cut(chart: TimeChart) -> None:
    """For any dates, kinds, sides and titles."""
    for drawing in drawings(chart):
        check(drawing)


@pytest.mark.parametrize("number", [1, 5, 27, 60, 200])
def test_charts_of_any_size_hold(number: int) -> None:
    """One event to two hundred; each has a mark, and those that are named have their whole title."""
    kinds = [kind.value for kind in EventKind]
    start = datetime.date(2021, 1, 1)
    days = [start + datetime.timedelta(days=(at * at) % 700 + at) for at in range(number)]
    events = [
        a_mark(PartialDate(day.year, day.month, day.day), TITLES[at % 5], kinds[at % len(kinds)], (ORSUND,))
        for at, day in enumerate(days)
    ]
    chart = a_chart(in_order(events), has_terms=True, has_gap=True)
    for drawing in drawings(chart):
        check(drawing)
        assert sum(piece.glyph is not None for piece in drawing.pieces) == number


@pytest.mark.parametrize(
    "dates",
    [
        [None] * 30,
        [parse("2023-06-02")] * 12,
        [parse(f"{year}") for year in range(1824, 2025, 20)],
        [parse("../2023"), parse("2023-01/.."), parse("2023-05-04")],
    ],
    ids=["undated", "one day", "two centuries", "open"],
)
def test_strange_times_hold(dates: list[Date | None]) -> None:
    """No date at all, all on one day, over two hundred years, open intervals."""
    for kind in ("statement", "round"):
        for drawing in drawings(a_chart([a_mark(date, TITLES[1], kind) for date in dates])):
            check(drawing)


def test_later_days_stand_further_on() -> None:
    """Whatever the scale does to quiet times, it never turns the order round."""
    days = [PartialDate(2023, month, 1) for month in range(1, 13)]
    chart = a_chart([a_mark(day, "A day", "statement", (ORSUND,)) for day in days])
    drawing = time_chart(chart, 690, ENGLISH)
    places = [piece.glyph.x for piece in drawing.pieces if piece.glyph]
    assert sorted(places) == places


def test_the_same_chart_gives_the_same_drawing() -> None:
    """Two runs, one picture."""
    chart = a_chart([a_mark(parse("2023-05"), title) for title in TITLES])
    assert time_chart(chart, 690, ENGLISH) == time_chart(chart, 690, ENGLISH)


@given(st.text(max_size=120), st.floats(20, 300))
def test_wrapping_loses_no_letter(text: str, widest: float) -> None:
    """Words part into lines, and all of them are there."""
    lettering = wrapped(text, widest, 12.5)
    assert "".join("".join(lettering.lines).split()) == "".join(text.split())


def test_a_line_is_no_wider_than_it_may_be() -> None:
    """Ideographs part anywhere, and so does a word that is too long."""
    for title in TITLES:
        for line in wrapped(title, 90, 12.5).lines:
            assert width_of(line, 12.5) <= 90
    assert len(balanced(TITLES[1], 2, 60, 12.5).lines) == 2


@given(st.lists(st.tuples(*[st.integers(0, 20)] * 4), max_size=6))
def test_what_is_left_of_a_box_covers_the_rest_of_it(holes: list[tuple[int, int, int, int]]) -> None:
    """No point is lost, none is there twice, none lies in a hole."""
    boxes = [Box(min(a, b), min(c, d), max(a, b) + 1, max(c, d) + 1) for a, b, c, d in holes]
    rest = list(without(Box(0, 0, 20, 20), boxes))
    for x, y in itertools.product(range(20), range(20)):
        point = Box(x + 0.4, y + 0.4, x + 0.6, y + 0.6)
        assert sum(point.touches(box) for box in rest) == (not any(point.touches(box) for box in boxes))


def test_a_day_on_the_scale_stands_above_its_marks() -> None:
    """Not where the day begins, which in a busy time is far to the left."""
    chart = a_chart([a_mark(parse("2023-04-04"), TITLES[0]) for _ in range(12)])
    drawing = time_chart(chart, 690, ENGLISH)
    (tick,) = [each for each in drawing.letters if each.role == "tick"]
    (x,) = {piece.glyph.x for piece in drawing.pieces if piece.glyph}
    assert tick.left == x


def test_marks_without_names_are_counted_whatever_room_they_take() -> None:
    """A full row has the count below it."""
    for number in range(20, 60):
        days = [PartialDate(2021, 1 + at // 28, 1 + at % 28) for at in range(number)]
        drawing = time_strip(a_chart([a_mark(day, TITLES[0]) for day in days]), ENGLISH)
        check(drawing)
        told = [" ".join(each.lettering.lines) for each in drawing.letters if each.role == "gap"]
        assert sum(int(text.split()[0].replace("one", "1")) for text in told) == number - MOST_NAMED
