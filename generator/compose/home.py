"""The home page: what this is, what is new, what is next, what is disputed, and the ways in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.compose import atlas as places
from generator.compose.atlas import HOME, Atlas, when
from generator.compose.differences import Kind, differences
from generator.compose.parts import differs, figures_table
from generator.compose.timelines import timeline
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, bullets, plain
from generator.model.dates import Date, spoken
from generator.model.dossier import Commitment, Event, EventKind, Round
from generator.model.edition import (
    Block,
    Card,
    Cards,
    Line,
    Link,
    PageKind,
    Paragraph,
    Plain,
    Status,
    Target,
    When,
)

LATEST = 4


def home_page(atlas: Atlas) -> Written:
    """The way in."""
    page = PageWriter(atlas, HOME, PageKind.HOME, atlas.dossier.site_name)
    page.section(None, None, [_ways_in(atlas)])
    page.section("latest", "Latest", [timeline(page, _latest(atlas))])
    page.section("next", "Next dates", _next(page))
    page.section("disputed", "Open disputes", _disputed(page))
    page.section("figures", "Figures on which the sources differ", _figures(page))
    return page, page.page(atlas.dossier.site_description)


def _ways_in(atlas: Atlas) -> Cards:
    dossier = atlas.dossier
    ways: tuple[tuple[str, str, str, int], ...] = (
        ("Briefings", places.BRIEFINGS, "A page on each topic, bottom line first", len(dossier.topics())),
        ("Talk rounds", places.ROUNDS, "Who met, what was agreed, what was not", len(dossier.rounds())),
        ("People", places.OFFICIALS, "What each said, did and is called", len(dossier.people())),
        ("Timeline", places.TIMELINE, "Every event in order of time", len(dossier.events)),
        ("Figures", places.FIGURES, "What is measured, and who says so", len(dossier.measurands)),
        ("Commitments", places.COMMITMENTS, "What was promised, and what became of it", _commitments(atlas)),
        (
            "Disagreements",
            places.DISAGREEMENTS,
            "Where the sources contradict each other",
            _difference_count(atlas),
        ),
        (
            "Glossary",
            places.GLOSSARY,
            "Terms, measures and organisations",
            len(dossier.entries) - len(dossier.people()),
        ),
        ("Sources", places.SOURCES, "What the site rests on, sentence by sentence", len(dossier.sources)),
    )
    return Cards(
        tuple(Card(Link(label, Target(path)), plain(told), str(count)) for label, path, told, count in ways)
    )


def _commitments(atlas: Atlas) -> int:
    return sum(len(talks.commitments) for talks in atlas.dossier.rounds())


def _difference_count(atlas: Atlas) -> int:
    """How many points there are on which sources differ, apart from the errors of a single one."""
    return sum(each.count for each in differences(atlas) if each.kind is not Kind.ERRORS)


def _latest(atlas: Atlas) -> list[Event]:
    """The newest events, the newest first; deadlines that passed are not news."""
    past = [
        event
        for event in atlas.dossier.events.values()
        if event.date and not atlas.is_coming(event) and event.kind is not EventKind.DEADLINE
    ]
    return past[: -LATEST - 1 : -1]


def _next(page: PageWriter) -> Iterator[Block]:
    found = bullets(_coming(page))
    if found:
        yield found
    if any(talks.commitments for talks in page.atlas.dossier.rounds()):
        yield Paragraph(Line((Link("All commitments, overdue ones first", Target(places.COMMITMENTS)),)))


def _coming(page: PageWriter) -> Iterator[Line]:
    """What is planned, and what is due on the edition's day or later, by date."""
    dossier = page.atlas.dossier
    events = [event for event in dossier.events.values() if event.date and page.atlas.is_coming(event)]
    due = [
        (talks, commitment)
        for talks in dossier.rounds()
        for commitment in talks.commitments
        if commitment.due and commitment.due.latest() >= dossier.as_of.latest()
    ]
    dated: list[tuple[Date, Callable[[], Line]]] = [
        *((event.date, partial(_event, page, event)) for event in events if event.date),
        *((item.due, partial(_commitment, page, talks, item)) for talks, item in due if item.due),
    ]
    return (write() for _, write in sorted(dated, key=lambda item: item[0].earliest()))


def _event(page: PageWriter, event: Event) -> Line:
    lead = (when(event), Plain(": "), page.atlas.event_link(event.id), Plain(". "))
    return page.line(event.summary, lead=lead)


def _commitment(page: PageWriter, talks: Round, commitment: Commitment) -> Line:
    date = When(spoken(commitment.due), commitment.due, commitment.due_basis)
    tail = (Plain(" "), Status(commitment.status), Plain(" "), page.atlas.event_link(talks.id))
    return page.line(commitment.statement, lead=(date, Plain(": ")), tail=tail)


def _disputed(page: PageWriter) -> Iterator[Block]:
    found = bullets(
        Line((Link(dispute.question, Target(places.DISAGREEMENTS, f"dispute-{dispute.id}")),))
        for briefing in page.atlas.dossier.briefings.values()
        for dispute in briefing.disputes
    )
    if found:
        yield found
        more = Link("All disagreements", Target(places.DISAGREEMENTS))
        yield Paragraph(Line((more,)))


def _figures(page: PageWriter) -> Iterator[Block]:
    table = figures_table(page, filter(differs, page.atlas.dossier.measurands.values()))
    if table:
        yield table
        yield Paragraph(Line((Link("All figures", Target(places.FIGURES)),)))
