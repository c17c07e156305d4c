"""The third stage: what this edition says, in which order, on which page. No markup yet.

Takes a `Dossier` that came without errors, gives an `Edition`. A kind of page is a record in
`generator.model.kinds`, its functions in `pages`, and a golden.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from generator.compose.atlas import Atlas
from generator.compose.bibliography import bibliography
from generator.compose.described import described
from generator.compose.editions import with_marks
from generator.compose.feeds import feeds
from generator.compose.inventory import inventory
from generator.compose.navigation import navigation, reading_order
from generator.compose.pages import COMPOSITIONS
from generator.compose.topics import Written
from generator.compose.withheld import withheld
from generator.model.dossier import Dossier
from generator.model.edition import CalendarEntry, Edition, NavItem, Page
from generator.model.kinds import KINDS
from generator.model.runs import Link, Target


def compose(dossier: Dossier) -> Edition:
    """The edition that the dossier makes."""
    dossier = withheld(dossier)
    atlas = Atlas(dossier)
    written = _written(atlas)
    titles = {page.path: page.title for _, page in written}
    became = (dossier.releases, dossier.redirects, titles)
    marked = (with_marks(atlas.words, page, *became) for _, page in written)
    written = [(writer, page) for (writer, _), page in zip(written, marked, strict=True)]
    lines = navigation(atlas, (page for _, page in written))
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


def _written(atlas: Atlas) -> list[Written]:
    """All pages, each kind from those before it; the first page of the site before all others."""
    written: list[Written] = []
    for kind, composition in COMPOSITIONS.items():
        found = composition.write(atlas, tuple(written))
        written = [*found, *written] if kind.is_first else [*written, *found]
    return written


def _with_neighbours(pages: Iterable[Page], lines: Iterable[NavItem]) -> list[Page]:
    order = [item for item in reading_order(lines) if item.page is not None]
    positions = {item.page: position for position, item in enumerate(order)}
    return [_between(page, order, positions.get(page.path)) for page in pages]


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
                path=KINDS.round.path(talks.id),
                uid=f"round-{talks.id}",
                title=talks.title,
                date=talks.date,
                place=place,
                description=talks.summary.text,
            )
