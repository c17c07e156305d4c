"""The find page: everything that can be looked up, in one list that needs no search and no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compose.atlas import Atlas
from generator.compose.facets import (
    commitment_facets,
    event_facets,
    facet,
    person_facets,
    round_facet,
    side_facets,
    topic_facets,
    year_facets,
)
from generator.compose.parts import due, figure_link
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, capitalised, many, plain
from generator.model.blocks import Facet, FacetName, Row, Table
from generator.model.dates import spoken
from generator.model.dossier import Event, EventKind, Round
from generator.model.edition import Page
from generator.model.entries import Entry, Person
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Run, Target


@dataclass(frozen=True, slots=True)
class Group:
    """What can be looked up of one sort: a table under a heading."""

    name: str
    heading: str
    rows: Iterable[Row]


def find_page(atlas: Atlas, pages: Iterable[Page], groups: Iterable[Group]) -> Written:
    """All that readers look up, a table a group: filtered by facets where a browser can."""
    page = PageWriter(atlas, KINDS.find, "Find")
    count = 0
    for group in (*groups, Group("pages", "Lists and other pages", _pages(pages))):
        rows = tuple(group.rows)
        count += len(rows)
        table = Table(f"{group.heading}: {len(rows)}", ("Name", "What or when"), rows, filterable=True)
        page.section(f"find-{group.name}", group.heading, [table] if rows else [])
    deck = (
        f"{capitalised(many(count, 'thing'))} to look up; choose by kind, topic, side, person, round or year."
    )
    return page, page.page(deck)


def row(link: Link, about: str | Line, kind: str, facets: Iterable[Facet]) -> Row:
    """A thing to look up: what it is called, what or when it is, by what it may be chosen."""
    line = plain(about) if isinstance(about, str) else about
    others = (each for each in facets if each.name is not FacetName.KIND)
    return Row((Line((link,)), line), facets=(facet(FacetName.KIND, kind), *others))


def briefings_found(atlas: Atlas) -> Group:
    """The briefings."""
    return Group("briefings", "Briefings", _briefings(atlas))


def _briefings(atlas: Atlas) -> Iterator[Row]:
    for topic in atlas.dossier.topics():
        link = Link(capitalised(topic.pref_label), atlas.entry(topic.id))
        yield row(link, "briefing", "briefing", topic_facets(atlas, [topic.id]))


def rounds_found(atlas: Atlas) -> Group:
    """The talk rounds."""
    return Group("rounds", "Talk rounds", _rounds(atlas))


def _rounds(atlas: Atlas) -> Iterator[Row]:
    for talks in atlas.dossier.rounds():
        yield row(atlas.event_link(talks.id), spoken(talks.date), "talk round", event_facets(atlas, talks))


def people_found(atlas: Atlas) -> Group:
    """The people."""
    return Group("people", "People", (_person(atlas, person) for person in atlas.dossier.people()))


def _person(atlas: Atlas, person: Person) -> Row:
    role = atlas.current_role(person)
    attended = [
        round_facet(talks)
        for talks in atlas.dossier.rounds()
        if any(member.person == person.id for group in talks.delegations for member in group.members)
    ]
    about = role.title.text if role else person.person_kind.value
    sides = side_facets(atlas, [person.side] if person.side else [])
    return row(
        atlas.link(person.id), about, "person", (*sides, *person_facets(atlas, [person.id]), *attended)
    )


def events_found(atlas: Atlas) -> Group:
    """The events."""
    return Group("events", "Events", _events(atlas))


def _events(atlas: Atlas) -> Iterator[Row]:
    for event in atlas.dossier.events.values():
        if not isinstance(event, Round):
            yield row(atlas.event_link(event.id), _when(event), "event", event_facets(atlas, event))


def _when(event: Event) -> str:
    date = spoken(event.date)
    return date if event.kind is EventKind.OTHER else f"{event.kind}, {date}"


def commitments_found(atlas: Atlas) -> Group:
    """The commitments."""
    return Group("commitments", "Commitments", _commitments(atlas))


def _commitments(atlas: Atlas) -> Iterator[Row]:
    for talks in atlas.dossier.rounds():
        for each in talks.commitments:
            link = Link(each.statement.text, Target(KINDS.commitments.path(), f"{talks.id}.{each.id}"))
            about = f"{each.status}, due: {due(atlas, each).text}"
            yield row(link, about, "commitment", commitment_facets(atlas, talks, each))


def figures_found(atlas: Atlas) -> Group:
    """The figures."""
    return Group("figures", "Figures", _figures(atlas))


def _figures(atlas: Atlas) -> Iterator[Row]:
    for measurand in atlas.dossier.measurands.values():
        values = dict.fromkeys(figure.statement.text for figure in measurand.figures)
        facets = (*topic_facets(atlas, measurand.about), *side_facets(atlas, measurand.about))
        years = {each for figure in measurand.figures for each in year_facets(figure.as_of)}
        ordered = sorted(years, key=lambda each: each.value)
        yield row(figure_link(measurand), "; ".join(values), "figure", (*facets, *ordered))


def terms_found(atlas: Atlas) -> Group:
    """The terms, organisations and places."""
    return Group("terms", "Terms, organisations and places", _terms(atlas))


def _terms(atlas: Atlas) -> Iterator[Row]:
    entries = (each for each in atlas.dossier.entries.values() if not isinstance(each, Person))
    for entry in sorted(entries, key=lambda each: (each.pref_label.casefold(), each.id)):
        if not entry.briefing:
            yield _term(atlas, entry)


def _term(atlas: Atlas, entry: Entry) -> Row:
    others: list[Run] = list(plain(entry.kind.value).runs)
    if entry.alt_labels:
        others += plain(f": {', '.join(entry.alt_labels)}").runs
    facets = (*topic_facets(atlas, [entry.id]), *side_facets(atlas, [entry.id]))
    return row(atlas.link(entry.id), Line(tuple(others)), entry.kind.value, facets)


def sources_found(atlas: Atlas) -> Group:
    """The sources."""
    return Group("sources", "Sources", _sources(atlas))


def _sources(atlas: Atlas) -> Iterator[Row]:
    for source in atlas.dossier.sources.values():
        about = source.bibliography
        mentioned = {each.entry for each in source.mentions}
        facets = (
            *topic_facets(atlas, mentioned),
            *side_facets(atlas, mentioned),
            *person_facets(atlas, mentioned),
            *year_facets(about.issued),
        )
        told = ", ".join(filter(None, (about.publisher, spoken(about.issued))))
        yield row(Link(about.title, atlas.source(source.id)), told, "source", facets)


def _pages(pages: Iterable[Page]) -> Iterator[Row]:
    for page in sorted(pages, key=lambda each: each.title.casefold()):
        if not (page.kind.has_ids or page.kind.is_first):
            yield row(Link(page.title, Target(page.path)), page.deck, "page", ())
