"""A chart of time for a phone: time runs down beside a rail, each row as high as what it says.

The most important are named; what else happened in between stands in rows of marks. Spans that no source
covers are hatched, and say so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2

from generator.model.blocks import ChartGap, ChartMark, ChartTerm, TimeChart
from generator.output.charts.boxes import Box
from generator.output.charts.lettering import wrapped
from generator.output.charts.time_marks import (
    Drawing,
    Glyph,
    Letters,
    Piece,
    is_hollow,
    is_main,
    look_of,
    named,
)
from generator.words import Words

WIDTH = 320.0
MOST_NAMED = 14

_SIZE = 13.5
_FINE = 12.5
_RAIL = 38.0
_TEXT = 56.0
_ROOM = WIDTH - _TEXT - 2
_PAD = 8.0
_STEP = 27.0
_IN_A_ROW = int(_ROOM // _STEP)
_BAR = 4.0
_LANE = 8.0
_MOST_LANES = 3
_DOUBLING = 2.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands at one place of the strip, by its day; of one day what is told first has the lower rank."""

    day: int
    rank: int
    what: ChartMark | ChartTerm | ChartGap | None
    at: int = 0


@dataclass(slots=True)
class _Strip:
    """A strip as it grows downward."""

    words: Words
    y: float = 6.0
    when: str = ""
    letters: list[Letters] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    rows: list[tuple[int, float]] = field(default_factory=list)
    gaps: list[tuple[int, int, float]] = field(default_factory=list)
    today: float | None = None
    undated: float | None = None

    def text(self, text: str, role: str, size: float) -> Letters:
        """Set a text at the left of the labels, and go on below it."""
        lettering = wrapped(text, _ROOM, size, is_bold=role in {"main", "today", "lane"})
        letters = Letters(_TEXT, round(self.y + size, 1), lettering, role)
        self.y = round(self.y + lettering.height, 1)
        return letters


def time_strip(chart: TimeChart, words: Words) -> Drawing:
    """The chart, which has a mark at least, as a strip."""
    strip = _Strip(words)
    chosen = named(chart.marks, MOST_NAMED)
    waiting = list[ChartMark]()
    before: int | None = None
    for entry in _entries(chart):
        is_minor = isinstance(entry.what, ChartMark) and entry.at not in chosen
        if waiting and not is_minor:
            _minor_rows(strip, waiting)
            waiting.clear()
        strip.y += _pause(before, entry.day)
        before = entry.day
        if is_minor and isinstance(entry.what, ChartMark):
            waiting.append(entry.what)
        else:
            _row(strip, chart, entry)
    _minor_rows(strip, waiting)
    _undated(strip, [mark for mark in chart.marks if mark.when.date is None])
    return _drawn(strip, chart)


def _entries(chart: TimeChart) -> Iterator[_Entry]:
    """All that has a day, in order; the edition after what happened on its day.

    Marks keep their order: what follows something of a later first day stands below it.
    """
    found = [_Entry(chart.as_of.latest().toordinal(), 3, None)]
    before = 0
    for at, mark in enumerate(chart.marks):
        if date := mark.possible or mark.when.date:
            before = max(before, _day(date.earliest(), date.latest()))
            found.append(_Entry(before, 1, mark, at))
    found += [
        _Entry(_day(term.ends.earliest(), term.ends.latest()), 2, term, at)
        for at, term in enumerate(chart.terms)
        if term.closed_by is None
    ]
    found += [_Entry(gap.span.earliest().toordinal(), 0, gap) for gap in chart.gaps]
    return iter(sorted(found, key=lambda entry: (entry.day, entry.rank, entry.at)))


def _day(first: datetime.date, last: datetime.date) -> int:
    """The day by which a date is put in order; of one that is open at its start the last."""
    return (last if first == datetime.date.min else first).toordinal()


def _pause(before: int | None, day: int) -> float:
    """A little more room for more time."""
    return 0.0 if before is None or day <= before else round(_DOUBLING * log2(day - before), 1)


def _row(strip: _Strip, chart: TimeChart, entry: _Entry) -> None:
    match entry.what:
        case None:
            strip.when = ""
            strip.letters.append(strip.text(strip.words("chart.edition", date=chart.as_of), "today", _FINE))
            strip.today = round(strip.y + 3, 1)
            strip.y += _PAD + 3
        case ChartGap() as gap:
            strip.when = ""
            strip.y += 4
            strip.gaps.append((entry.day, gap.span.latest().toordinal(), strip.y))
            strip.letters.append(strip.text(gap.told, "gap", _FINE))
            strip.y += _PAD + 4
        case ChartTerm() as term:
            _named_row(strip, entry, term, strip.words.date(term.ends))
        case ChartMark() as mark:
            _named_row(strip, entry, mark, mark.when.text)


def _named_row(strip: _Strip, entry: _Entry, what: ChartMark | ChartTerm, when: str) -> None:
    """A row with its date, unless the row above has the same."""
    top = strip.y
    letters = list[Letters]()
    if when != strip.when:
        letters.append(strip.text(when, "date", _FINE))
        strip.when = when
    middle = round(top + 8.5, 1)
    mark = what if isinstance(what, ChartMark) else None
    role = "main" if mark and is_main(mark) else "label"
    letters.append(strip.text(what.title.text, role, _SIZE))
    strip.y = max(strip.y + _PAD, top + 25)
    glyph = Glyph(_RAIL, middle, look_of(mark.sides), is_hollow(mark)) if mark else None
    ends = () if mark else (Box(_RAIL - 6, middle - 2, _RAIL + 6, middle + 2),)
    place = Box(_RAIL - 10, top - 2, WIDTH - 2, round(strip.y - 3, 1))
    strip.pieces.append(Piece(what.told, what.title.target, place, glyph, tuple(letters), bars=ends))
    strip.rows.append((entry.day, middle))


def _minor_rows(strip: _Strip, marks: Sequence[ChartMark]) -> None:
    """The marks of what is not named, in rows, and how many they are."""
    if not marks:
        return
    strip.when = ""
    label = wrapped(strip.words("chart.others", n=len(marks)), _ROOM, _FINE)
    for first in range(0, len(marks), _IN_A_ROW):
        row = marks[first : first + _IN_A_ROW]
        y = round(strip.y + 10, 1)
        for at, mark in enumerate(row):
            x = _TEXT + 9 + at * _STEP
            glyph = Glyph(x, y, look_of(mark.sides), is_hollow(mark))
            place = Box(x - _STEP / 2, y - 12.5, x + _STEP / 2, y + 12.5)
            strip.pieces.append(Piece(mark.told, mark.title.target, place, glyph, ()))
        strip.y += _STEP
        left = _TEXT + len(row) * _STEP + 4
        is_last = first + _IN_A_ROW >= len(marks)
        if not is_last:
            continue
        if left + label.width > WIDTH - 2:  # below the row, which is full
            left, y = _TEXT, y + _STEP
            strip.y += label.leading
        strip.letters.append(Letters(left, round(y + 4.3, 1), label, "gap"))
    strip.y += 4


def _undated(strip: _Strip, marks: Sequence[ChartMark]) -> None:
    """What has no date, under a heading of its own."""
    if not marks:
        return
    strip.undated = round(strip.y, 1)
    strip.y += 10
    strip.letters.append(strip.text(strip.words("chart.lane.undated"), "lane", _FINE))
    strip.y += 5
    chosen = named(marks, MOST_NAMED)
    rest = [mark for at, mark in enumerate(marks) if at not in chosen]
    for at, mark in enumerate(marks):
        if at in chosen:
            strip.when = mark.when.text
            _named_row(strip, _Entry(0, 1, mark), mark, mark.when.text)
            strip.rows.pop()
    _minor_rows(strip, rest)


def _drawn(strip: _Strip, chart: TimeChart) -> Drawing:
    end = strip.undated if strip.undated is not None else round(strip.y, 1)
    is_dated = any(mark.when.date for mark in chart.marks) or bool(chart.terms)
    hatches = tuple(
        Box(_RAIL - 7, top, _RAIL + 7, _first_after(strip, last, end)) for _, last, top in strip.gaps
    )
    today = strip.today or 0.0
    return Drawing(
        WIDTH,
        round(strip.y, 1),
        (),
        (Box(0, today, WIDTH, end),) if is_dated and today < end - 2 else (),
        hatches if is_dated else (),
        (Box(_RAIL - 0.5, 0, _RAIL + 0.5, end),) if is_dated else (),
        (Box(0, today - 0.5, WIDTH, today + 0.5),) if is_dated else (),
        (*strip.pieces, *_bars(strip, chart)),
        tuple(each for each in strip.letters if is_dated or each.role == "lane"),
    )


def _first_after(strip: _Strip, day: int, end: float) -> float:
    """Where the first row after a day begins."""
    return next((y - 12 for at, y in sorted(strip.rows) if at > day), end)


def _bars(strip: _Strip, chart: TimeChart) -> Iterator[Piece]:
    """A bar for each term, beside the rail, from the row in which it begins to that in which it ends."""
    free = [0.0] * _MOST_LANES
    for at, term in enumerate(chart.terms):
        top, bottom = _begin_of(strip, term), _end_of(strip, chart, at)
        lane = next((each for each in range(_MOST_LANES) if free[each] <= top), None)
        if lane is None or bottom - top < 4:
            continue
        free[lane] = bottom + 6
        right = _RAIL - 12 - lane * _LANE
        bar = Box(right - _BAR, top, right, bottom)
        yield Piece(term.told, term.title.target, bar, None, (), bars=(bar,))


def _begin_of(strip: _Strip, term: ChartTerm) -> float:
    first = _day(term.begins.earliest(), term.begins.latest())
    return next((y for day, y in sorted(strip.rows) if day >= first), 0.0)


def _end_of(strip: _Strip, chart: TimeChart, at: int) -> float:
    last = _day(chart.terms[at].ends.earliest(), chart.terms[at].ends.latest())
    return next((y for day, y in reversed(sorted(strip.rows)) if day <= last), 0.0)
