"""The third stage: what this edition says, in which order, on which page. No markup yet.

Takes a `Dossier` that came without errors, gives an `Edition`. Adding a kind of page is one function
here, and a golden.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from generator.compose.about import about_page
from generator.compose.atlas import Atlas
from generator.compose.bibliography import bibliography
from generator.compose.coverage import coverage_page
from generator.compose.disagreements import disagreements_page
from generator.compose.editions import editions_page, with_marks
from generator.compose.feeds import feeds
from generator.compose.find import find_page
from generator.compose.glossary import glossary_page
from generator.compose.home import home_page
from generator.compose.inventory import inventory
from generator.compose.ledgers import commitments_page, figures_page
from generator.compose.navigation import navigation, reading_order
from generator.compose.people import people_page, person_page
from generator.compose.rounds import round_page, rounds_page
from generator.compose.single_source import single_source_page
from generator.compose.sources import Use, source_page, sources_page
from generator.compose.things import described
from generator.compose.timelines import timeline_page
from generator.compose.topics import Written, topic_page, topics_page
from generator.compose.withheld import withheld
from generator.model.dossier import Dossier
from generator.model.edition import CalendarEntry, Edition, NavItem, Page, PageKind
from generator.model.identifiers import EntryId, SourceId
from generator.model.runs import Link, Target

COLLECTIONS = frozenset(
    {
        PageKind.HOME,
        PageKind.TOPICS,
        PageKind.OFFICIALS,
        PageKind.ROUNDS,
        PageKind.FIGURES,
        PageKind.COMMITMENTS,
    }
)


def compose(dossier: Dossier) -> Edition:
    """The edition that the dossier makes.

    Glossary and source pages tell where things are used, so they are written after all others.
    """
    dossier = withheld(dossier)
    atlas = Atlas(dossier)
    written = list(_written(atlas))
    written.insert(0, home_page(atlas, written))
    written.append(single_source_page(atlas, written))
    glossary = glossary_page(atlas, _terms_by_page(written))
    written.append(glossary)
    uses = _uses(written)
    written.append(coverage_page(atlas, uses))
    written.append(sources_page(atlas, uses))
    written += [source_page(atlas, source, uses.get(source.id, ())) for source in dossier.sources.values()]
    written.append(editions_page(atlas, written))
    written.append(find_page(atlas, [page for _, page in written]))
    titles = {page.path: page.title for _, page in written}
    marked = (with_marks(page, dossier.releases, dossier.redirects, titles) for _, page in written)
    written = [(writer, page) for (writer, _), page in zip(written, marked, strict=True)]
    lines = navigation(atlas)
    rests_on = {page.path: {item.source for item in writer.quoted()} for writer, page in written}
    pages = described(atlas, _with_neighbours([page for _, page in written], lines), rests_on)
    return Edition(
        site_name=dossier.site_name,
        as_of=dossier.as_of,
        fingerprint=dossier.fingerprint,
        pages=tuple(sorted(pages, key=lambda page: page.path)),
        navigation=lines,
        calendar=tuple(_calendar(atlas)),
        bibliography=bibliography(dossier),
        inventory=inventory(atlas, written),
        feeds=feeds(dossier, (page for _, page in written)),
        redirects=tuple((str(each.old), str(each.new)) for each in dossier.redirects),
        languages=tuple(name for entry in dossier.entries.values() for name in entry.languages),
        language=dossier.language,
    )


def _written(atlas: Atlas) -> Iterator[Written]:
    dossier = atlas.dossier
    yield topics_page(atlas)
    yield from (topic_page(atlas, topic) for topic in dossier.topics())
    yield rounds_page(atlas)
    yield from (round_page(atlas, talks) for talks in dossier.rounds())
    yield people_page(atlas)
    yield from (person_page(atlas, person) for person in dossier.people())
    yield timeline_page(atlas)
    yield figures_page(atlas)
    yield commitments_page(atlas)
    yield disagreements_page(atlas)
    yield about_page(atlas)


def _terms_by_page(written: Iterable[Written]) -> dict[EntryId, list[Link]]:
    found: dict[EntryId, list[Link]] = {}
    for writer, page in written:
        if page.kind not in COLLECTIONS:
            for name in writer.terms:
                found.setdefault(name, []).append(Link(page.title, Target(page.path)))
    return found


def _uses(written: Iterable[Written]) -> dict[SourceId, list[Use]]:
    """For each source the words that pages rely on; a note of a page links to its number there."""
    found: dict[SourceId, list[Use]] = {}
    for writer, page in sorted(written, key=lambda item: item[1].kind in COLLECTIONS):
        numbered = {(note.evidence.source, note.evidence.anchor) for note in page.notes}
        for note in page.notes:
            link = Link(page.title, Target(page.path, f"note-{note.number}"))
            found.setdefault(note.evidence.source, []).append(Use(note.evidence, link))
        for evidence in writer.passages:
            if (evidence.source, evidence.anchor) not in numbered:
                link = Link(page.title, Target(page.path, "sources-say"))
                found.setdefault(evidence.source, []).append(Use(evidence, link))
    return found


def _with_neighbours(pages: Iterable[Page], lines: Iterable[NavItem]) -> list[Page]:
    order = [item for item in reading_order(lines) if item.page is not None]
    places = {item.page: position for position, item in enumerate(order)}
    return [_between(page, order, places.get(page.path)) for page in pages]


def _between(page: Page, order: list[NavItem], position: int | None) -> Page:
    if position is None:
        return page
    before = order[position - 1] if position else None
    after = order[position + 1] if position + 1 < len(order) else None
    return dataclasses.replace(page, previous=_link(before), following=_link(after))


def _link(item: NavItem | None) -> Link | None:
    return Link(item.label, Target(item.page)) if item and item.page else None


def _calendar(atlas: Atlas) -> Iterator[CalendarEntry]:
    for talks in atlas.dossier.rounds():
        if talks.date:
            place = atlas.dossier.entries[talks.place].pref_label if talks.place else None
            yield CalendarEntry(
                path=f"rounds/{talks.id}",
                uid=f"round-{talks.id}",
                title=talks.title,
                date=talks.date,
                place=place,
                description=talks.summary.text,
            )
