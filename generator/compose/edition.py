"""The edition that a dossier makes: all its pages, in reading order, and what it gives to machines.

Takes a `Dossier` that came without errors, gives an `Edition`. Adding a kind of page is one function in
`compose/pages/`, and a golden.
"""

import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.compose.answers import answers
from generator.compose.atlas import Atlas, shortened
from generator.compose.calendars import calendars
from generator.compose.compositions import COMPOSITIONS
from generator.compose.data_tables import data_tables
from generator.compose.descriptions import bibliography, bibliography_item
from generator.compose.findings.passages import withheld
from generator.compose.graph import knowledge
from generator.compose.inventory import inventory
from generator.compose.leads import leads, standing_on
from generator.compose.pages.editions import feeds, seed_of
from generator.compose.pages.marks import with_changes, with_marks
from generator.compose.pages.topics import Written
from generator.compose.writer import PageWriter
from generator.model.addresses import PageFiles, SiteFiles, seen_from
from generator.model.dates import Date, PartialDate
from generator.model.entries import Organisation, Person
from generator.model.facts import Dossier
from generator.model.kinds import KINDS, Kind, MenuGroup, Navigation, Subject
from generator.model.knowledge import Thing
from generator.model.pages import Attachment, AttachmentKind, Edition, NavItem, Page
from generator.model.runs import Link, Target
from generator.model.text import EntryId, SourceId, Span
from generator.words import Words

LONGEST_GROUP = 40
"""The theme renders the navigation on every page, so a longer list would slow down all of them."""

# The kinds whose line is not called by the title of the page.
CALLED_OTHERWISE = frozenset({KINDS.home, KINDS.about})

SHORT, LONGEST = 70, 160
"""Search engines show up to about 160 characters; a description shorter than `SHORT` says too little."""


def navigation(atlas: Atlas, pages: Iterable[Page]) -> tuple[NavItem, ...]:
    """The lines of the navigation, in order: those of no group, then each group under its name."""
    by_kind: dict[Kind, list[Page]] = {}
    for page in pages:
        by_kind.setdefault(page.kind, []).append(page)
    grouped: dict[MenuGroup | None, list[NavItem]] = {}
    for kind in KINDS:
        grouped.setdefault(kind.menu.group, []).extend(_lines(atlas, kind, by_kind))
    groups = (NavItem(atlas.words.of(each), None, tuple(grouped[each])) for each in MenuGroup)
    return (*grouped[None], *(group for group in groups if group.items))


def _lines(atlas: Atlas, kind: Kind, by_kind: dict[Kind, list[Page]]) -> Iterator[NavItem]:
    if kind.menu.position in (Navigation.IN_GROUP, Navigation.NEVER):
        return
    for page in by_kind.get(kind, ()):
        is_title = kind not in CALLED_OTHERWISE
        label = page.title if is_title else atlas.words(f"kind.{kind.slug}.line")
        yield _line(label, page.path, _inside(atlas, kind, by_kind))


def _line(label: str, path: str, inside: Sequence[NavItem]) -> NavItem:
    """A page, under it what is in it; the page alone if there is nothing, or too much."""
    if not inside or len(inside) > LONGEST_GROUP:
        return NavItem(label, path)
    return NavItem(label, None, (NavItem(label, path), *inside))


def _inside(atlas: Atlas, index: Kind, by_kind: dict[Kind, list[Page]]) -> tuple[NavItem, ...]:
    """The lines of the pages that an index lists, if they stand with it: as written, or by side."""
    listed = index.menu.lists
    if listed is None or listed.menu.position is not Navigation.IN_GROUP:
        return ()
    pages = by_kind.get(listed, [])
    if index.menu.by_side:
        pages = sorted(pages, key=lambda page: _side(atlas, page))
    return tuple(NavItem(page.title, page.path) for page in pages)


def _side(atlas: Atlas, page: Page) -> int:
    """The place of the side to which the subject of a page belongs; behind them all if it has none."""
    order = [side.id for side in atlas.dossier.sides()]
    entry = atlas.dossier.entries[EntryId(page.kind.id_of(page.path))]
    side = entry.side if isinstance(entry, Person | Organisation) else None
    return order.index(side) if side in order else len(order)


def reading_order(items: Iterable[NavItem]) -> tuple[NavItem, ...]:
    """The pages of the navigation, one after the other."""
    flat: list[NavItem] = []
    for item in items:
        if item.page is not None:
            flat.append(item)
        flat.extend(reading_order(item.items))
    return tuple(flat)


def described(atlas: Atlas, pages: Iterable[Page], rests_on: Mapping[str, Iterable[SourceId]]) -> list[Page]:
    """The pages with what machines are told of them; `rests_on` has the sources of each by its path."""
    dated = [_dated(atlas, page, rests_on.get(page.path, ())) for page in pages]
    newest: dict[Kind, PartialDate] = {}
    for page in dated:
        if page.modified:
            newest[page.kind] = _newest((page.modified, newest.get(page.kind))) or page.modified
    return [
        dataclasses.replace(
            page,
            modified=page.modified or _of_its_list(page, newest),
            about=_things(atlas, page),
            description=description(atlas, page),
        )
        for page in dated
    ]


def _dated(atlas: Atlas, page: Page, rests_on: Iterable[SourceId]) -> Page:
    names = set(rests_on)
    if page.kind.names.subject is Subject.SOURCE:
        names.add(SourceId(page.kind.id_of(page.path)))
    sources = [atlas.dossier.sources[name] for name in sorted(names)]
    modified = _newest(_end(source.bibliography.issued) for source in sources)
    if page.kind.is_current:
        modified = atlas.dossier.as_of
    return dataclasses.replace(page, sources=tuple(map(bibliography_item, sources)), modified=modified)


def _of_its_list(page: Page, newest: Mapping[Kind, PartialDate]) -> PartialDate | None:
    """An index is as new as the newest page it lists."""
    listed = page.kind.menu.lists
    return newest.get(listed) if listed else None


def _newest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date is not None]
    return max(known, key=_newness, default=None)


def _newness(date: PartialDate) -> tuple[datetime.date, datetime.date, bool, bool]:
    """A sort key: by last possible day; of those that share it the finest, and of these the surest."""
    return (date.latest(), date.earliest(), not date.is_doubtful, not date.uncertain)


def _end(date: Date | None) -> PartialDate | None:
    return date.ends[-1] if date else None


def _things(atlas: Atlas, page: Page) -> tuple[Thing, ...]:
    """What a page describes: one thing, or on a page that collects them all of them."""
    return tuple(COMPOSITIONS[page.kind].describes(atlas, page.kind.id_of(page.path)))


def description(atlas: Atlas, page: Page) -> str:
    """What a search engine shows under the title: what the page has, in one or two sentences."""
    said = page.description
    if len(said) >= SHORT:
        return said
    more = COMPOSITIONS[page.kind].tells_more(atlas, page.kind.id_of(page.path))
    return _cut(f"{_sentence(atlas.words, said)} {_sentence(atlas.words, more or atlas.dossier.site_name)}")


def _sentence(words: Words, text: str) -> str:
    return text if re.search(r"[.!?…]\W?\Z", text) else words("text.sentence", text=text)


def _cut(text: str) -> str:
    return shortened(text, LONGEST)


def compose(dossier: Dossier, *, printed: bool = False) -> Edition:
    """The edition that the dossier makes; if it is `printed`, its pages lead to their forms on paper."""
    dossier = withheld(dossier)
    atlas = Atlas(dossier)
    written = _written(atlas)
    titles = {page.path: page.title for _, page in written}
    standing = {page.path: _standing(writer, page) for writer, page in written}
    became = (dossier.releases, dossier.redirects, titles, leads(dossier.releases, standing, dossier.stood))
    marked = [with_marks(atlas.words, page, *became) for _, page in written]
    marked = [with_changes(atlas.words, page, dossier.releases) for page in marked]
    written = [(writer, page) for (writer, _), page in zip(written, marked, strict=True)]
    places = _places(written)
    lines = navigation(atlas, (page for _, page in written))
    rests_on = {page.path: {item.source for item in writer.quoted()} for writer, page in written}
    pages = described(atlas, _with_neighbours([page for _, page in written], lines), rests_on)
    pages = [_with_forms(page) for page in pages] if printed else pages
    pages = [_with_data(page) for page in pages]
    fed = feeds(dossier, pages)
    with_feeds = {feed.target.page for feed in fed if feed.path != SiteFiles.FEED.name}
    items = inventory(atlas, written)
    return Edition(
        site_name=dossier.site_name,
        publisher=dossier.publisher,
        as_of=dossier.as_of,
        fingerprint=dossier.fingerprint,
        pages=tuple(_fed(page, with_feeds) for page in sorted(pages, key=lambda page: page.path)),
        navigation=lines,
        calendars=tuple(calendars(atlas)),
        seed=seed_of(dossier),
        bibliography=bibliography(dossier),
        inventory=items,
        tables=data_tables(atlas, items),
        feeds=fed,
        redirects=tuple((str(each.old), str(each.new)) for each in dossier.redirects),
        languages=tuple(name for entry in dossier.entries.values() for name in entry.languages),
        language=dossier.language,
        answers=answers(atlas, places),
        knowledge=knowledge(atlas, places),
    )


def _standing(writer: PageWriter, page: Page) -> dict[str, str]:
    """The anchors of the statements of a page, with the words of each, without what stands around them."""
    said = {anchor: statement.text for statement, anchor in writer.lines_stated}
    return {anchor: said.get(anchor, text) for anchor, text in standing_on(page).items()}


def _places(written: Iterable[Written]) -> dict[Span, list[Target]]:
    """Where each statement stands: on the page that owns it first."""
    found: dict[Span, list[Target]] = {}
    for writer, page in sorted(written, key=lambda each: _ownership(each[1])):
        for statement, anchor in writer.lines_stated:
            found.setdefault(statement.span, []).append(Target(page.path, anchor))
    return found


def _ownership(page: Page) -> tuple[bool, int]:
    rank = page.kind.owner_rank
    return rank is None, rank or 0


def _written(atlas: Atlas) -> list[Written]:
    """All pages, each kind from those before it; the first page of the site before all others.

    A page that collects things is left out if there are none.
    """
    written: list[Written] = []
    for kind, composition in COMPOSITIONS.items():
        pages = composition.write(atlas, tuple(written))
        found = [each for each in pages if kind.has_ids or each[1].sections]
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


def _with_forms(page: Page) -> Page:
    """A page with links to what it can be taken along as: on paper, as Word, as clean Markdown.

    From where a reader looks for the whole, a link leads to the dossier.
    """
    files = PageFiles(page.path)
    if page.kind.offers_dossier:
        page = _with_file(page, AttachmentKind.DOSSIER, SiteFiles.DOSSIER)
        page = _with_file(page, AttachmentKind.DOSSIER_WORD, SiteFiles.WORD)
        page = _with_file(page, AttachmentKind.DOSSIER_EPUB, SiteFiles.EPUB)
    elif page.kind.paper:
        page = _with_file(page, AttachmentKind.PDF, files.pdf)
        page = _with_file(page, AttachmentKind.WORD, files.word)
    return _with_file(page, AttachmentKind.MARKDOWN, files.markdown)


def _with_data(page: Page) -> Page:
    """A page with links to the edition as data, if a reader looks there for the whole."""
    if page.kind.offers_dossier:
        page = _with_file(page, AttachmentKind.TABLES, SiteFiles.DATA_PACKAGE)
        page = _with_file(page, AttachmentKind.DATABASE, SiteFiles.DATABASE)
        page = _with_file(page, AttachmentKind.MANIFEST, SiteFiles.MANIFEST)
    return page


def _fed(page: Page, fed: set[str]) -> Page:
    return dataclasses.replace(page, is_fed=page.path in fed)


def _with_file(page: Page, kind: AttachmentKind, file: str) -> Page:
    attachment = Attachment(kind, seen_from(page.path, file))
    return dataclasses.replace(page, attachments=(*page.attachments, attachment))
