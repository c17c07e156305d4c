"""The find page: everything that can be looked up, in one list that needs no search and no script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.compose import parts, undertakings
from generator.compose.atlas import Atlas
from generator.compose.pages.topics import Written
from generator.compose.writer import PageWriter, capitalised, plain
from generator.model.blocks import Facet, FacetName, Row, Table
from generator.model.entries import Entry, EntryKind, Person
from generator.model.facts import Event, EventKind, Round
from generator.model.kinds import KINDS, page_of
from generator.model.pages import Page
from generator.model.runs import Line, Link, Target
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Group:
    """What can be looked up of one sort: a table under a heading."""

    name: str
    rows: Iterable[Row]


def find_page(atlas: Atlas, pages: Iterable[Page], groups: Iterable[Group]) -> Written:
    """All that readers look up, a table a group: filtered by facets where a browser can."""
    page = PageWriter(atlas, KINDS.find)
    count, facets = 0, dict[FacetName, set[str]]()
    words, header = atlas.words, atlas.words.each("column.name", "column.what-or-when")
    for group in (*groups, Group("pages", _pages(atlas, pages))):
        rows, heading = tuple(group.rows), words(f"find.{group.name}")
        count += len(rows)
        for facet in (facet for row in rows for facet in row.facets):
            facets.setdefault(facet.name, set()).add(facet.value)
        caption = words("find.caption", group=heading, count=len(rows))
        table = Table(caption, header, rows, filterable=True)
        page.section(f"find-{group.name}", heading, [table] if rows else [], fold=caption)
    chosen = words.listed(words.of(name) for name in FacetName if len(facets.get(name, ())) > 1)
    return page, page.page(capitalised(words("find.deck", n=count, facets=chosen)))


class Found(StrEnum):
    """What a row leads to; an entry of the glossary is told by its own kind."""

    BRIEFING = "briefing"
    TALK_ROUND = "talk round"
    PERSON = "person"
    EVENT = "event"
    COMMITMENT = "commitment"
    FIGURE = "figure"
    SOURCE = "source"
    PAGE = "page"


def row(atlas: Atlas, link: Link, about: str, kind: Found | EntryKind, facets: Iterable[Facet]) -> Row:
    """A thing to look up: what it is called, what or when it is, by what it may be chosen."""
    others = (each for each in facets if each.name is not FacetName.KIND)
    own = parts.facet(FacetName.KIND, kind, atlas.words.of(kind))
    return Row((Line((link,)), plain(about)), facets=(own, *others))


def briefings_found(atlas: Atlas) -> Group:
    """The briefings."""
    return Group("briefings", _briefings(atlas))


def _briefings(atlas: Atlas) -> Iterator[Row]:
    for topic in atlas.dossier.topics():
        link = Link(capitalised(topic.pref_label), atlas.entry(topic.id))
        about, facets = atlas.words.of(Found.BRIEFING), parts.topic_facets(atlas, [topic.id])
        yield row(atlas, link, about, Found.BRIEFING, facets)


def rounds_found(atlas: Atlas) -> Group:
    """The talk rounds."""
    return Group("rounds", _rounds(atlas))


def _rounds(atlas: Atlas) -> Iterator[Row]:
    for talks in atlas.dossier.rounds():
        date, link = atlas.words.date(talks.date.value), atlas.event_link(talks.id)
        yield row(atlas, link, date, Found.TALK_ROUND, parts.event_facets(atlas, talks))


def people_found(atlas: Atlas) -> Group:
    """The people."""
    return Group("people", (_person(atlas, person) for person in atlas.dossier.people()))


def _person(atlas: Atlas, person: Person) -> Row:
    role = atlas.current_role(person)
    attended = [
        parts.round_facet(talks)
        for talks in atlas.dossier.rounds()
        if any(member.person.value == person.id for group in talks.delegations for member in group.members)
    ]
    about = role.title.text if role else atlas.words.of(person.person_kind)
    sides = parts.side_facets(atlas, [person.side] if person.side else [])
    facets = (*sides, *parts.person_facets(atlas, [person.id]), *attended)
    return row(atlas, atlas.link(person.id), about, Found.PERSON, facets)


def events_found(atlas: Atlas) -> Group:
    """The events."""
    return Group("events", _events(atlas))


def _events(atlas: Atlas) -> Iterator[Row]:
    for event in atlas.dossier.events.values():
        if not isinstance(event, Round):
            link, facets = atlas.event_link(event.id), parts.event_facets(atlas, event)
            yield row(atlas, link, _when(atlas.words, event), Found.EVENT, facets)


def _when(words: Words, event: Event) -> str:
    if event.kind is EventKind.OTHER:
        return words.date(event.date.value)
    return words("find.event", kind=words.of(event.kind), date=words.date(event.date.value))


def commitments_found(atlas: Atlas) -> Group:
    """The commitments."""
    return Group("commitments", _commitments(atlas))


def _commitments(atlas: Atlas) -> Iterator[Row]:
    for talks, each in atlas.dossier.commitments():
        target = Target(KINDS.commitments.path(), f"{talks.id}.{each.id}")
        link = Link(undertakings.told(atlas, each), target)
        state, day = undertakings.state_told(atlas, each), undertakings.term_told(atlas, each)
        about = atlas.words("find.commitment", status=state, day=day)
        yield row(atlas, link, about, Found.COMMITMENT, undertakings.facets(atlas, talks, each))


def figures_found(atlas: Atlas) -> Group:
    """The figures."""
    return Group("figures", _figures(atlas))


def _figures(atlas: Atlas) -> Iterator[Row]:
    for measurand in atlas.dossier.measurands.values():
        values = dict.fromkeys(
            parts.figure_told(atlas.words, measurand, figure) for figure in measurand.figures
        )
        facets = (*parts.topic_facets(atlas, measurand.about), *parts.side_facets(atlas, measurand.about))
        years = {each for figure in measurand.figures for each in parts.year_facets(figure.as_of.value)}
        ordered = sorted(years, key=lambda each: each.value)
        told = atlas.words("list.strong-separator").join(values)
        yield row(atlas, parts.figure_link(measurand), told, Found.FIGURE, (*facets, *ordered))


def terms_found(atlas: Atlas) -> Group:
    """The terms and places: what has no page of its own."""
    return Group("terms", _terms(atlas))


def _terms(atlas: Atlas) -> Iterator[Row]:
    entries = (each for each in atlas.dossier.entries.values() if not isinstance(each, Person))
    for entry in sorted(entries, key=lambda each: (each.pref_label.casefold(), each.id)):
        if page_of(entry) is None:
            yield _term(atlas, entry)


def _term(atlas: Atlas, entry: Entry) -> Row:
    words, about = atlas.words, atlas.words.of(entry.kind)
    if entry.alt_labels:
        about = words("find.term", kind=about, names=words("list.separator").join(entry.alt_labels))
    facets = (*parts.topic_facets(atlas, [entry.id]), *parts.side_facets(atlas, [entry.id]))
    return row(atlas, atlas.link(entry.id), about, entry.kind, facets)


def sources_found(atlas: Atlas) -> Group:
    """The sources."""
    return Group("sources", _sources(atlas))


def _sources(atlas: Atlas) -> Iterator[Row]:
    for source in atlas.dossier.sources.values():
        about = source.bibliography
        mentioned = {each.entry for each in source.mentions}
        facets = (
            *parts.topic_facets(atlas, mentioned),
            *parts.side_facets(atlas, mentioned),
            *parts.person_facets(atlas, mentioned),
            *parts.year_facets(about.issued),
        )
        whole = about.title if about.short else None
        origin = filter(None, (whole, about.publisher, atlas.words.date(about.issued)))
        told = atlas.words("list.separator").join(origin)
        yield row(atlas, parts.source_link(atlas, source), told, Found.SOURCE, facets)


def _pages(atlas: Atlas, pages: Iterable[Page]) -> Iterator[Row]:
    for page in sorted(pages, key=lambda each: each.title.casefold()):
        if not (page.kind.has_ids or page.kind.is_first):
            yield row(atlas, Link(page.title, Target(page.path)), page.deck, Found.PAGE, ())
