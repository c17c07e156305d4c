"""A chart of time for a desk and for paper: time runs from left to right, kinds of event lie in lanes.

Each label has room of its own: it stands beside its mark, or below it, in the uppermost place where it
touches nothing that stands there; lines and hatches are cut where a label lies over them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model.blocks import ChartTerm, TimeChart
from generator.model.dates import Date, PartialDate
from generator.model.runs import Target
from generator.output.charts.boxes import Box, lowered, without
from generator.output.charts.lettering import Lettering, balanced, wrapped
from generator.output.charts.time_marks import (
    REACH,
    Drawing,
    Glyph,
    Lane,
    Letters,
    Piece,
    days_of,
    is_hollow,
    is_main,
    lane_of,
    look_of,
    named,
    reach,
)
from generator.output.charts.time_scale import Stretch, TimeScale, stretch_of, time_scale
from generator.words import Words

MOST_NAMED = 45

_EDGE = 12.0
_SIZE = 12.5
_ROW = 25.0
_TOUCH = 12.0
_GAP = 6.0
_PAD = 5.0
# A label is up to so wide, if it fits in three lines; else up to so wide in as many as it needs.
_WIDE = 220.0
_WIDEST = 300.0
_NARROW = 76.0
_WHISKER = 11.0
_HEAD = 46.0
_BAR = 2.5
# Beyond a label, a shorter rest of a dotted line looks like a stray sign.
_SHORTEST, _DETACHED = 4.0, 24.0
# So far two labels in a row stand apart.
_APART = 4.0
# What a place costs beside its depth: lines, the left, below, over a guide, a hatch, the day of the edition.
_COST_LINE, _COST_LEFT, _COST_BELOW = 5.0, 9.0, 7.0
_COST_GUIDE, _COST_HATCH, _COST_TODAY = 3.0, 9.0, 120.0
_YEARS = 6 * 366


@dataclass(frozen=True, slots=True)
class _Tick:
    """A place on the scale with its label."""

    x: float
    letters: Letters


@dataclass(frozen=True, slots=True)
class _Item:
    """What is to be placed in a lane: the place of its mark, how far its time reaches, what it says."""

    x: float
    left: float
    right: float
    title: str
    told: str
    target: Target
    look: str
    is_hollow: bool
    is_named: bool
    is_main: bool
    bars: tuple[tuple[float, float], ...] = ()
    has_glyph: bool = True


@dataclass(frozen=True, slots=True)
class _Field:
    """What lies below the lanes: where the lines will run."""

    width: float
    guides: tuple[float, ...]
    hatches: tuple[tuple[float, float], ...]
    today: float | None


def time_chart(chart: TimeChart, width: float, words: Words, *, most_named: int = MOST_NAMED) -> Drawing:
    """The chart, which has a mark at least, in a width."""
    dated = any(mark.when.date for mark in chart.marks) or bool(chart.terms)
    scale = _scale(chart, width) if dated else None
    ticks = tuple(_ticks(chart, scale, words, width)) if scale else ()
    field = _field(chart, scale, ticks, width)
    drawing = _head(chart, scale, ticks, words, width) if scale else _empty(width)
    chosen = named(chart.marks, most_named)
    for lane in Lane:
        items = tuple(_items(chart, lane, scale, chosen))
        if lane is Lane.UNDATED and scale:
            drawing = _lined(drawing, field)
        if items:
            name = wrapped(words(f"chart.lane.{lane}"), width / 3, _SIZE - 0.5, is_bold=True)
            drawing = _with_lane(drawing, *_placed(items, lane, name, field), name)
    return drawing


def _empty(width: float) -> Drawing:
    return Drawing(width, 0, (), (), (), (), (), (), ())


def _scale(chart: TimeChart, width: float) -> TimeScale:
    within = reach(chart)
    stretches = [days for mark in chart.marks if (days := days_of(mark, within))]
    for term in chart.terms:
        stretches += [stretch_of(date, within) for date in (term.begins, term.ends)]
    day = stretch_of(chart.as_of, within)
    gaps = [stretch_of(gap.span, within) for gap in chart.gaps]
    return time_scale([*stretches, day], gaps, _EDGE, width - _EDGE)


def _field(chart: TimeChart, scale: TimeScale | None, ticks: Sequence[_Tick], width: float) -> _Field:
    if scale is None:
        return _Field(width, (), (), None)
    within = reach(chart)
    spans = (stretch_of(gap.span, within) for gap in chart.gaps)
    hatches = tuple((scale.at(each.first), scale.at(each.end)) for each in spans)
    return _Field(width, tuple(tick.x for tick in ticks), hatches, _today(chart, scale))


def _today(chart: TimeChart, scale: TimeScale) -> float:
    """The end of the day of the edition."""
    return scale.at(chart.as_of.latest().toordinal() + 1)


# --- the head: scale and day of the edition


def _head(chart: TimeChart, scale: TimeScale, ticks: Sequence[_Tick], words: Words, width: float) -> Drawing:
    today = _today(chart, scale)
    label = wrapped(words("chart.edition", date=chart.as_of), width, _SIZE, is_bold=True)
    left = min(max(today - label.width / 2, 0), width - label.width)
    letters = (Letters(round(left, 1), 14, label, "today"), *(tick.letters for tick in ticks))
    return replace(_empty(width), height=_HEAD, letters=letters)


def _ticks(chart: TimeChart, scale: TimeScale, words: Words, width: float) -> Iterator[_Tick]:
    """The dates along the scale that have room, the beginnings after quiet times first."""
    today = _today(chart, scale)
    taken = [Box(today - 2, 0, today + 2, _HEAD)]
    shown = _begun(chart, scale)
    opening = [day for day in sorted(shown) if _opens(scale, day)]
    years = {day: shown[day].year for day in opening}
    new = {day for before, day in pairwise([0, *opening]) if years.get(before) != years[day]}
    chosen = dict[int, _Tick]()
    for day in (*opening, *(day for day in sorted(shown) if day not in years)):
        told = _told(shown[day], words, with_year=day in new)
        tick = next(_settled(told, _stands(scale, day, shown[day]), width, taken), None)
        if tick:
            taken.append(tick.letters.box)
            chosen[day] = tick
    year = 0
    for day in sorted(chosen):
        has_year = day in new or _has_year(shown[day])
        year = shown[day].year if has_year else year
        if shown[day].year == year:
            yield chosen[day]


def _stands(scale: TimeScale, day: int, date: PartialDate) -> float:
    """Where a date on the scale stands: a day in its middle, as the marks do; what is longer at its start."""
    return scale.middle(Stretch(day, day + 1)) if date.day else scale.at(day)


def _settled(told: str, x: float, width: float, taken: Sequence[Box]) -> Iterator[_Tick]:
    """A date to the right of its place on the scale, or to the left, where it has room."""
    label = wrapped(told, width, _SIZE - 0.5)
    for left in (min(x, width - label.width), x - label.width):
        letters = Letters(round(left, 1), 36, label, "tick")
        if left >= 0 and not any(letters.box.widened(4).touches(each) for each in taken):
            yield _Tick(x, letters)


def _told(date: PartialDate, words: Words, *, with_year: bool) -> str:
    """A date on the scale: with its year where a new one begins."""
    return words.date(date) if with_year or _has_year(date) else words.without_year(date)


def _has_year(date: PartialDate) -> bool:
    """Whether a date says its year wherever it stands."""
    return date.month in {None, 1}


def _begun(chart: TimeChart, scale: TimeScale) -> dict[int, PartialDate]:
    """The days on which something begins, each as exact as it is known; and the months between near ones."""
    dates: list[Date] = [mark.when.date for mark in chart.marks if mark.when.date]
    dates += [term.ends for term in chart.terms]
    found = dict[int, PartialDate]()
    for start in (date.start for date in dates if date.start):
        day = start.earliest().toordinal()
        plain = PartialDate(*start.parts)
        if day not in found or len(plain.parts) < len(found[day].parts):
            found[day] = plain
    if scale.days[-1] - scale.days[0] <= _YEARS:
        for month in _months(scale):
            found.setdefault(month.earliest().toordinal(), month)
    return found


def _months(scale: TimeScale) -> Iterator[PartialDate]:
    """The months that begin within what is not quiet."""
    day = datetime.date.fromordinal(scale.days[0])
    year, month = day.year, day.month
    while (first := datetime.date(year, month, 1)).toordinal() < scale.days[-1]:
        at = first.toordinal()
        if at >= scale.days[0] and not any(each.first <= at < each.end for each in scale.quiet):
            yield PartialDate(year, month)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _opens(scale: TimeScale, day: int) -> bool:
    """Whether a day begins the scale, or ends a quiet time."""
    return day == scale.days[0] or any(each.end == day for each in scale.quiet)


# --- what is placed in lanes


def _items(chart: TimeChart, lane: Lane, scale: TimeScale | None, chosen: frozenset[int]) -> Iterator[_Item]:
    """Those of a lane: what is named first, then by time."""
    found = list[_Item]()
    closed = {term.closed_by: term for term in chart.terms if term.closed_by is not None}
    for at, mark in enumerate(chart.marks):
        if lane_of(mark) is not lane:
            continue
        x = left = right = 0.0
        bars: tuple[tuple[float, float], ...] = ()
        if scale is not None and (days := days_of(mark, reach(chart))):
            x, left, right = _extent(scale, days, doubtful=is_hollow(mark))
            if at in closed:
                begins = scale.middle(stretch_of(closed[at].begins, reach(chart)))
                bars, left = ((min(begins, x), x),), min(begins, left)
        item = _Item(
            x,
            left,
            right,
            mark.title.text,
            mark.told,
            mark.title.target,
            look_of(mark.sides),
            is_hollow(mark),
            at in chosen,
            is_main(mark),
            bars,
        )
        found.append(item)
    if lane is Lane.TERMS and scale is not None:
        found += [_term(term, scale, reach(chart)) for term in chart.terms if term.closed_by is None]
    return iter(sorted(found, key=lambda item: (not item.is_named, not item.is_main, item.x)))


def _extent(scale: TimeScale, days: Stretch, *, doubtful: bool) -> tuple[float, float, float]:
    """The place of a mark, and from where to where its day may lie."""
    x = scale.middle(days)
    left, right = scale.at(days.first), scale.at(days.end)
    if not doubtful:
        return x, x - REACH, x + REACH
    return x, min(left, x - _WHISKER), max(right, x + _WHISKER)


def _term(term: ChartTerm, scale: TimeScale, within: Stretch) -> _Item:
    begins, ends = (scale.middle(stretch_of(date, within)) for date in (term.begins, term.ends))
    begins, ends = min(begins, ends), max(begins, ends, begins + 2 * REACH)
    return _Item(
        ends,
        begins,
        ends,
        term.title.text,
        term.told,
        term.title.target,
        "none",
        is_hollow=False,
        is_named=True,
        is_main=False,
        bars=((begins, ends),),
        has_glyph=False,
    )


def _placed(items: Sequence[_Item], lane: Lane, name: Lettering, field: _Field) -> tuple[list[Piece], float]:
    return _flow(items, name, field) if lane is Lane.UNDATED else _packed(items, name, field)


def _packed(items: Sequence[_Item], name: Lettering, field: _Field) -> tuple[list[Piece], float]:
    """The items in a lane, each as high as it may stand; and the height of the lane."""
    taken = [Box(0, 0, name.width + 2 * _EDGE, name.height + 8)]
    pieces = list[Piece]()
    for item in items:
        ways = [_way(item, way, field) for way in _ways(item, field.width)]
        best = min(
            (
                (lowered(_roomy(_moved(piece, _ROW / 2 + 3).place), taken), cost, piece)
                for piece, cost in ways
            ),
            key=lambda way: way[0].bottom + way[1],
        )
        down = best[0].top - best[2].place.top + 1
        taken.append(best[0])
        pieces.append(_moved(best[2], down))
    return pieces, round(max(box.bottom for box in taken) + 3, 1)


def _roomy(box: Box) -> Box:
    """What a piece keeps free of others."""
    return replace(box.widened(1), left=box.left - _APART, right=box.right + _APART)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to set a label: its lines, where it begins, how far below the mark."""

    lettering: Lettering | None
    left: float = 0.0
    down: float = 0.0
    cost: float = 0.0


def _ways(item: _Item, width: float) -> Iterator[_Way]:
    if not item.is_named:
        yield _Way(None)
        return
    for label in _settings(item.title, is_bold=item.is_main):
        lines = _COST_LINE * (len(label.lines) - 1)
        beside = REACH + _GAP if item.has_glyph else _GAP
        bar = item.x - min((begin for begin, _ in item.bars), default=item.x)
        if item.x + beside + label.width <= width - 2:
            yield _Way(label, item.x + beside, 0, lines)
        if item.x - max(beside, bar + _GAP) - label.width >= 2:
            yield _Way(label, item.x - max(beside, bar + _GAP) - label.width, 0, lines + _COST_LEFT)
        left = min(max(item.x - bar - REACH, 2), width - 2 - label.width)
        yield _Way(label, left, label.leading + 3, lines + _COST_BELOW + label.leading)


def _settings(title: str, *, is_bold: bool) -> Iterator[Lettering]:
    """A label in one line, two and three; one that is too long for three in as many as it needs."""
    found = list[Lettering]()
    for lines in (1, 2, 3):
        label = balanced(title, lines, _NARROW, _SIZE, is_bold=is_bold)
        if label.width <= _WIDE and label not in found:
            found.append(label)
    yield from found or [wrapped(title, _WIDEST, _SIZE, is_bold=is_bold)]


def _way(item: _Item, way: _Way, field: _Field) -> tuple[Piece, float]:
    """The item so set, its mark at the height 0, and what the place costs."""
    glyph = Glyph(item.x, 0, item.look, item.is_hollow) if item.has_glyph else None
    letters: tuple[Letters, ...] = ()
    left, right, bottom = min(item.left, item.x - _TOUCH), max(item.right, item.x + _TOUCH), _ROW / 2
    if not item.has_glyph:
        left, right = item.left, item.right
    if way.lettering:
        base = round(way.lettering.size * 0.34 + way.down, 1)
        letters = (Letters(round(way.left, 1), base, way.lettering, "main" if item.is_main else "label"),)
        box = letters[0].box
        left, right, bottom = min(left, box.left), max(right, box.right), max(bottom, box.bottom + 2)
    covered = [each.box.widened(4) for each in letters]
    covered += [Box(begin, -REACH, item.x, REACH) for begin, _ in item.bars]
    dotted = item.is_hollow and item.has_glyph and item.right - item.left > 2 * REACH + 2
    spans = without(Box(item.left, -0.5, item.right, 0.5), covered) if dotted else ()
    piece = Piece(
        item.told,
        item.target,
        Box(round(left, 1), -_ROW / 2, round(right, 1), round(bottom, 1)),
        glyph,
        letters,
        tuple(each for each in spans if each.width >= _least(each, item.x)),
        tuple(Box(begin, -_BAR, end, _BAR) for begin, end in item.bars),
    )
    return piece, way.cost + sum(_crossed(each.box, field) for each in letters)


def _least(span: Box, x: float) -> float:
    """How long a dotted line is at least, by whether it begins at its mark."""
    return _SHORTEST if span.left <= x <= span.right else _DETACHED


def _crossed(box: Box, field: _Field) -> float:
    """What it costs that a label lies over guides, hatches and the day of the edition."""
    cost = sum(_COST_GUIDE for x in field.guides if box.left - 3 < x < box.right + 3)
    cost += sum(_COST_HATCH for left, right in field.hatches if box.left < right and left < box.right)
    crosses = field.today is not None and box.left - 4 < field.today < box.right + 4
    return cost + (_COST_TODAY if crosses else 0)


def _moved(piece: Piece, down: float) -> Piece:
    down = round(down, 1)
    return replace(
        piece,
        place=piece.place.moved(0, down),
        glyph=replace(piece.glyph, y=round(piece.glyph.y + down, 1)) if piece.glyph else None,
        letters=tuple(replace(each, base=round(each.base + down, 1)) for each in piece.letters),
        spans=tuple(each.moved(0, down) for each in piece.spans),
        bars=tuple(each.moved(0, down) for each in piece.bars),
    )


def _flow(items: Sequence[_Item], name: Lettering, field: _Field) -> tuple[list[Piece], float]:
    """The items one after the other, in rows, for those that have no place in time."""
    pieces = list[Piece]()
    x, top, row = name.width + 3 * _EDGE, _ROW / 2 + 2, _ROW
    for item in items:
        label = wrapped(item.title, _WIDEST, _SIZE, is_bold=item.is_main) if item.is_named else None
        room = 2 * REACH + (_GAP + label.width if label else _GAP)
        if x + room > field.width - 2:
            x, top, row = _EDGE, top + row, _ROW
        here = replace(item, x=x + REACH, left=x, right=x + 2 * REACH)
        way = _Way(label, here.right + _GAP) if label else _Way(None)
        piece, _ = _way(here, way, replace(field, guides=(), hatches=(), today=None))
        pieces.append(_moved(piece, top))
        row = max(row, piece.place.height + 4)
        x += room + 2 * _EDGE
    return pieces, round(top + row - _ROW / 2 + 4, 1)


# --- the whole


def _with_lane(drawing: Drawing, pieces: Iterable[Piece], height: float, name: Lettering) -> Drawing:
    """The drawing with one more lane below; every other one lies on a ground."""
    top = drawing.height
    lanes = sum(each.role == "lane" for each in drawing.letters)
    ground = (Box(0, top, drawing.width, round(top + height, 1)),) if lanes % 2 == 0 else ()
    return replace(
        drawing,
        height=round(top + height, 1),
        grounds=(*drawing.grounds, *ground),
        pieces=(*drawing.pieces, *(_moved(piece, top) for piece in pieces)),
        letters=(*drawing.letters, Letters(8, round(top + 16, 1), name, "lane")),
    )


def _lined(drawing: Drawing, field: _Field) -> Drawing:
    """The drawing with its lines and hatches, cut where letters and marks lie over them."""
    letters = [*drawing.letters, *(each for piece in drawing.pieces for each in piece.letters)]
    glyphs = [piece.glyph.box.widened(2) for piece in drawing.pieces if piece.glyph]
    over = [*(each.box.widened(3) for each in letters), *glyphs]
    top, bottom, today = _HEAD, drawing.height, field.today or 0.0
    guides = (_hair(x, 40, bottom) for x in field.guides)
    hatches = (Box(left, top, right, bottom) for left, right in field.hatches)
    return replace(
        drawing,
        ahead=(Box(today, top, drawing.width, bottom),) if today < drawing.width - _EDGE else (),
        hatches=tuple(each for box in hatches for each in without(box, over) if each.width > 1),
        guides=tuple(each for box in guides for each in without(box, over)),
        today=tuple(without(_hair(today, 18, bottom), over)),
    )


def _hair(x: float, top: float, bottom: float) -> Box:
    """A line down, as a box that is hardly wide."""
    return Box(x - 0.5, top, x + 0.5, bottom)
