"""The find page: everything that can be looked up, in one list that needs no search and no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.atlas import COMMITMENTS, FIND, Atlas
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
from generator.model.edition import Page, PageKind
from generator.model.entries import Entry, Person
from generator.model.runs import Line, Link, Run, Target

# Each of these stands in a group of its own.
GROUPED = frozenset({PageKind.TOPIC, PageKind.ROUND, PageKind.OFFICIAL, PageKind.SOURCE, PageKind.HOME})


def find_page(atlas: Atlas, pages: Iterable[Page]) -> Written:
    """All that readers look up, a table a kind: filtered by facets where a browser can."""
    page = PageWriter(atlas, FIND, PageKind.FIND, "Find")
    groups = (
        ("briefings", "Briefings", _briefings(atlas)),
        ("rounds", "Talk rounds", _rounds(atlas)),
        ("people", "People", (_person(atlas, person) for person in atlas.dossier.people())),
        ("events", "Events", _events(atlas)),
        ("commitments", "Commitments", _commitments(atlas)),
        ("figures", "Figures", _figures(atlas)),
        ("terms", "Terms, organisations and places", _terms(atlas)),
        ("sources", "Sources", _sources(atlas)),
        ("pages", "Lists and other pages", _pages(pages)),
    )
    count = 0
    for anchor, heading, found in groups:
        rows = tuple(found)
        count += len(rows)
        table = Table(f"{heading}: {len(rows)}", ("Name", "What or when"), rows, filterable=True)
        page.section(f"find-{anchor}", heading, [table] if rows else [])
    deck = (
        f"{capitalised(many(count, 'thing'))} to look up; choose by kind, topic, side, person, round or year."
    )
    return page, page.page(deck)


def _row(link: Link, about: str | Line, kind: str, facets: Iterable[Facet]) -> Row:
    line = plain(about) if isinstance(about, str) else about
    others = (each for each in facets if each.name is not FacetName.KIND)
    return Row((Line((link,)), line), facets=(facet(FacetName.KIND, kind), *others))


def _briefings(atlas: Atlas) -> Iterator[Row]:
    for topic in atlas.dossier.topics():
        link = Link(capitalised(topic.pref_label), atlas.entry(topic.id))
        yield _row(link, "briefing", "briefing", topic_facets(atlas, [topic.id]))


def _rounds(atlas: Atlas) -> Iterator[Row]:
    for talks in atlas.dossier.rounds():
        yield _row(atlas.event_link(talks.id), spoken(talks.date), "talk round", event_facets(atlas, talks))


def _person(atlas: Atlas, person: Person) -> Row:
    role = atlas.current_role(person)
    attended = [
        round_facet(talks)
        for talks in atlas.dossier.rounds()
        if any(member.person == person.id for group in talks.delegations for member in group.members)
    ]
    about = role.title.text if role else person.person_kind.value
    sides = side_facets(atlas, [person.side] if person.side else [])
    return _row(
        atlas.link(person.id), about, "person", (*sides, *person_facets(atlas, [person.id]), *attended)
    )


def _events(atlas: Atlas) -> Iterator[Row]:
    for event in atlas.dossier.events.values():
        if not isinstance(event, Round):
            yield _row(atlas.event_link(event.id), _when(event), "event", event_facets(atlas, event))


def _when(event: Event) -> str:
    date = spoken(event.date)
    return date if event.kind is EventKind.OTHER else f"{event.kind}, {date}"


def _commitments(atlas: Atlas) -> Iterator[Row]:
    for talks in atlas.dossier.rounds():
        for each in talks.commitments:
            link = Link(each.statement.text, Target(COMMITMENTS, f"{talks.id}.{each.id}"))
            about = f"{each.status}, due: {due(atlas, each).text}"
            yield _row(link, about, "commitment", commitment_facets(atlas, talks, each))


def _figures(atlas: Atlas) -> Iterator[Row]:
    for measurand in atlas.dossier.measurands.values():
        values = dict.fromkeys(figure.statement.text for figure in measurand.figures)
        facets = (*topic_facets(atlas, measurand.about), *side_facets(atlas, measurand.about))
        years = {each for figure in measurand.figures for each in year_facets(figure.as_of)}
        ordered = sorted(years, key=lambda each: each.value)
        yield _row(figure_link(measurand), "; ".join(values), "figure", (*facets, *ordered))


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
    return _row(atlas.link(entry.id), Line(tuple(others)), entry.kind.value, facets)


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
        yield _row(Link(about.title, atlas.source(source.id)), told, "source", facets)


def _pages(pages: Iterable[Page]) -> Iterator[Row]:
    for page in sorted(pages, key=lambda each: each.title.casefold()):
        if page.kind not in GROUPED:
            yield _row(Link(page.title, Target(page.path)), page.deck, "page", ())
