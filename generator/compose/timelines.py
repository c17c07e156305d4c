"""Timelines: the whole one, and the slices that other pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from generator.compose.atlas import Atlas
from generator.compose.bars import bars_beside
from generator.compose.facets import event_facets, named_in
from generator.compose.writer import PageWriter, capitalised, joined, many
from generator.model.blocks import Bar, Legend, Moment, Paragraph, Tense, Timeline
from generator.model.dates import MONTHS, PartialDate, spoken
from generator.model.dossier import Commitment, Event, EventKind, Round
from generator.model.edition import Page
from generator.model.identifiers import EventId
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Run, Strong, Target, When

COMING = "coming"
UNDATED = "undated"

Bars = Mapping[EventId, tuple[Bar, ...]]


def timeline_page(atlas: Atlas) -> tuple[PageWriter, Page]:
    """Every event, by month; what is planned or due, and what has no date, stand apart."""
    page = PageWriter(atlas, KINDS.timeline, "Timeline")
    events = sorted(atlas.dossier.events.values(), key=lambda event: _key(atlas, event))
    bars = bars_beside(events)
    by_month = groupby(events, lambda event: _key(atlas, event))
    groups = [(_place(atlas, key), tuple(group)) for key, group in by_month]
    jumps = [(label, Target(KINDS.timeline.path(), anchor)) for (anchor, _, label), _ in groups]
    page.section(None, None, [_legend(atlas, events, bars), _jumps(jumps)] if events else [])
    for (anchor, heading, _), chosen in groups:
        page.section(anchor, heading, [timeline(page, chosen, owner=True, bars=bars)])
    return page, page.page(
        f"{capitalised(many(len(events), 'event'))} in order of time; “about” marks approximate dates"
    )


def timeline(
    page: PageWriter, events: Iterable[Event], *, owner: bool = False, bars: Bars | None = None
) -> Timeline | None:
    """The events, which are in order of time, as moments; None if there are none.

    The owner carries the anchors. `bars` are those of the whole timeline of which this is a part.
    """
    shown = tuple(events)
    beside = bars_beside(shown) if bars is None else bars
    moments = tuple(_moment(page, event, beside.get(event.id, ()), owner=owner) for event in shown)
    lanes = max((bar.lane for own in beside.values() for bar in own), default=0)
    as_of = spoken(page.atlas.dossier.as_of)
    return Timeline(moments, anchored=owner, as_of=as_of, lanes=lanes) if moments else None


def tense(atlas: Atlas, event: Event) -> Tense:
    """Where an event stands against the edition's day."""
    if event.date is None:
        return Tense.UNDATED
    return Tense.COMING if atlas.is_coming(event) else Tense.PAST


def _key(atlas: Atlas, event: Event) -> tuple[int, int, int]:
    """A sort key: the place of its tense, then the year and month in which it begins; 0 if not known."""
    state = tense(atlas, event)
    first = event.date.start if event.date else None
    if state is not Tense.PAST or first is None:
        return list(Tense).index(state), 0, 0
    return 0, first.year, first.month or 0


def _place(atlas: Atlas, key: tuple[int, int, int]) -> tuple[str, str, str]:
    """The anchor, the heading and the short label of a part of the timeline."""
    state, year, month = list(Tense)[key[0]], *key[1:]
    day = spoken(atlas.dossier.as_of)
    if state is Tense.COMING:
        return COMING, f"As of {day}: planned or due", f"planned or due after {day}"
    if state is Tense.UNDATED:
        return UNDATED, "Without a date", "without a date"
    if not year:
        return "earlier", "Earlier", "earlier"
    label = f"{MONTHS[month]} {year}" if month else str(year)
    return str(PartialDate(year, month or None)), label, label.replace(" ", "\u00a0")


def _legend(atlas: Atlas, events: Iterable[Event], bars: Bars) -> Legend:
    kinds = {event.kind for event in events}
    sides = dict.fromkeys(name for event in events for name in event.sides)
    marks = (
        mark for side in atlas.dossier.sides() if side.id in sides and (mark := atlas.side_mark(side.id))
    )
    return Legend(tuple(kind for kind in EventKind if kind in kinds), tuple(marks), bool(bars))


def _jumps(places: Iterable[tuple[str, Target]]) -> Paragraph:
    links = joined([(Link(label, target),) for label, target in places], " · ")
    return Paragraph(Line((Quiet("Jump to "), *links.runs)))


def _moment(page: PageWriter, event: Event, bars: tuple[Bar, ...], *, owner: bool) -> Moment:
    atlas = page.atlas
    target = atlas.event(event.id)
    is_elsewhere = target.page != page.path
    title: Run = Link(event.title, target) if is_elsewhere else Strong(event.title)
    sides = tuple(mark for name in event.sides if (mark := atlas.side_mark(name)))
    lines = [page.line(event.summary, support=True), *_undertaken(page, event)]
    if owner:
        lines += _context(atlas, event)
    return Moment(
        anchor=event.id,
        kind=event.kind,
        tense=tense(atlas, event),
        when=atlas.day_of(event),
        title=Line((title,)),
        lines=tuple(lines),
        sides=sides,
        facets=event_facets(atlas, event) if owner else (),
        bars=bars,
    )


def _undertaken(page: PageWriter, event: Event) -> Iterator[Line]:
    """What was undertaken at a round until a certain time: what the bars beside the moments stand for."""
    for commitment in event.commitments if isinstance(event, Round) else ():
        if commitment.due:
            yield page.line(commitment.statement, lead=_until(commitment))


def _until(commitment: Commitment) -> tuple[Run, ...]:
    date = When(spoken(commitment.due), commitment.due, commitment.due_basis)
    return (Quiet("Until "), date, Plain(": "))


def _context(atlas: Atlas, event: Event) -> list[Line]:
    runs: list[Run] = []
    if event.place:
        runs += [Plain("Place: "), atlas.link(event.place)]
    if event.follows:
        runs += [Plain(("; f" if runs else "F") + "ollows from ")]
        for position, name in enumerate(event.follows):
            runs += ([Plain(", ")] if position else []) + [atlas.event_link(name)]
    return [Line(tuple(runs))] if runs else []


def concerns(event: Event, scope: frozenset[str]) -> bool:
    """Whether an event is about one of these entries: it names them, or its text does."""
    return bool(scope & {*named_in(event), *(mention.entry for mention in event.summary.mentions)})
