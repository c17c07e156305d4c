"""Timelines: the whole one, and the slices that other pages show."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compose.atlas import TIMELINE, Atlas, when
from generator.compose.facets import event_facets, named_in
from generator.compose.writer import PageWriter, capitalised, many
from generator.model.dossier import Event
from generator.model.edition import Line, Link, Moment, Page, PageKind, Plain, Run, Strong, Tense, Timeline

STATES = (
    (Tense.PAST, "events", "What happened"),
    (Tense.COMING, "coming", "Planned or due"),
    (Tense.UNDATED, "undated", "Without a date"),
)


def timeline_page(atlas: Atlas) -> tuple[PageWriter, Page]:
    """Every event, in order of time; what is planned or due, and what has no date, stand apart."""
    page = PageWriter(atlas, TIMELINE, PageKind.TIMELINE, "Timeline")
    events = tuple(atlas.dossier.events.values())
    for state, anchor, heading in STATES:
        chosen = [event for event in events if tense(atlas, event) is state]
        page.section(anchor, heading, [timeline(page, chosen, owner=True)])
    return page, page.page(
        f"{capitalised(many(len(events), 'event'))} in order of time; “about” marks approximate dates"
    )


def timeline(page: PageWriter, events: Iterable[Event], *, owner: bool = False) -> Timeline | None:
    """The events as moments, in order of time; None if there are none. The owner carries the anchors."""
    moments = tuple(_moment(page, event, owner=owner) for event in events)
    return Timeline(moments, anchored=owner) if moments else None


def tense(atlas: Atlas, event: Event) -> Tense:
    """Where an event stands against the edition's day."""
    if event.date is None:
        return Tense.UNDATED
    return Tense.COMING if atlas.is_coming(event) else Tense.PAST


def _moment(page: PageWriter, event: Event, *, owner: bool) -> Moment:
    atlas = page.atlas
    target = atlas.event(event.id)
    is_elsewhere = target.page != page.path
    title: Run = Link(event.title, target) if is_elsewhere else Strong(event.title)
    sides = tuple(mark for name in event.sides if (mark := atlas.side_mark(name)))
    lines = [page.line(event.summary, support=True)]
    if owner:
        lines += _context(atlas, event)
    return Moment(
        anchor=event.id,
        kind=event.kind,
        tense=tense(atlas, event),
        when=when(event),
        title=Line((title,)),
        lines=tuple(lines),
        sides=sides,
        facets=event_facets(atlas, event) if owner else (),
    )


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
