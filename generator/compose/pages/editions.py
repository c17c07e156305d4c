"""The page of editions, what the home page says of the latest.

And the feeds: what changed on the whole site, on each briefing and on each talk round.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from generator.compose.atlas import Atlas
from generator.compose.pages.topics import Written
from generator.compose.writer import PageWriter, bullets, capitalised, separated, status
from generator.model.addresses import PageFiles, SiteFiles, seen_from
from generator.model.blocks import Block, Bullets, Paragraph
from generator.model.editions import IN_ORDER, ItemKind, Release, ReleasedChange, What
from generator.model.facts import Dossier, all_statements
from generator.model.keys import ParagraphKey
from generator.model.kinds import KINDS, Fed
from generator.model.pages import (
    Attachment,
    AttachmentKind,
    Feed,
    FeedChange,
    FeedEntry,
    Page,
)
from generator.model.runs import Added, Anchor, Line, Link, Plain, Quiet, Removed, Run, Strong, Target
from generator.model.text import SourceId
from generator.text.redline import redline
from generator.words import Words, words_in

MOST_PAGES = 6
MOST_AT_HOME = 3
FEEDS = (
    Attachment(AttachmentKind.ATOM, seen_from(KINDS.editions.path(), SiteFiles.FEED.atom)),
    Attachment(AttachmentKind.JSON_FEED, seen_from(KINDS.editions.path(), SiteFiles.FEED.json)),
)
_RUNS: dict[str, type[Plain] | type[Removed] | type[Added]] = {
    "same": Plain,
    "removed": Removed,
    "added": Added,
}


def editions_page(atlas: Atlas, written: Iterable[Written]) -> Written:
    """Every released edition with what it changed, the newest first."""
    page = PageWriter(atlas, KINDS.editions)
    titles = {each.path: each.title for _, each in written}
    releases, words = atlas.dossier.releases, atlas.words
    if not releases:
        page.section(None, None, [Paragraph(words.line("editions.nothing-yet"))])
    for release in reversed(releases):
        is_first = release is releases[0]
        told = _release_blocks(words, release, is_first=is_first)
        page.section(anchor_of(release), name_of(words, release), told)
        _groups(page, release, titles, {} if is_first else _first_of_pages(release))
    return page, page.page(words("editions.deck", n=len(releases)), attachments=FEEDS)


def anchor_of(release: Release) -> str:
    """The anchor of an edition on the page of editions."""
    return f"edition-{release.id}"


def part_of(release: Release, page: str) -> str:
    """The anchor of what an edition changed on a page: of the first such line on the page of editions."""
    return f"{anchor_of(release)}-on-{page.replace('/', '-')}"


def name_of(words: Words, release: Release) -> str:
    """What an edition is called: “27 October 2025”, numbered if the day had one; with the day it came out."""
    number = release.id.removeprefix(release.as_of.iso()).lstrip("-")
    day = words.date(release.as_of)
    if number.isdigit():
        day = words("edition.numbered", day=day, number=number)
    if release.date == release.as_of:
        return day
    return words("edition.released-later", day=day, released=release.date)


def conclusions_told(words: Words, release: Release) -> str:
    """Whether bottom lines, key points and results read otherwise."""
    return words(
        "edition.conclusions-changed" if release.concludes_otherwise() else "edition.conclusions-stand"
    )


def _release_blocks(words: Words, release: Release, *, is_first: bool) -> Iterator[Block]:
    told = words("edition.first") if is_first else conclusions_told(words, release)
    yield Paragraph(Line((status(words, release.importance), Plain(" "), Plain(told))))
    if release.note:
        yield Paragraph(Line((Quiet(f"{words('editors.note')} "), Plain(release.note))))


Firsts = Mapping[ReleasedChange, Iterable[str]]


def _by_group(release: Release) -> Iterator[tuple[str, list[ReleasedChange]]]:
    """The changes of a release as they are told: what it concludes first."""
    yield "conclusions", [change for change in release.changes if change.concludes]
    for kind in IN_ORDER:
        others = [change for change in release.changes if change.kind is kind and not change.concludes]
        yield f"{kind}s", others


def _first_of_pages(release: Release) -> dict[ReleasedChange, list[str]]:
    """The anchors of the pages whose first change a change is."""
    found: dict[str, ReleasedChange] = {}
    for _, changes in _by_group(release):
        for change in changes:
            for page in change.pages():
                found.setdefault(part_of(release, page), change)
    firsts: dict[ReleasedChange, list[str]] = {}
    for anchor, change in found.items():
        firsts.setdefault(change, []).append(anchor)
    return firsts


def _groups(page: PageWriter, release: Release, titles: dict[str, str], firsts: Firsts) -> None:
    """The changes of an edition, folded: those of conclusions first, then kind by kind."""
    for name, changes in _by_group(release):
        _group(page, release, name, changes, titles, firsts)


def _group(
    page: PageWriter,
    release: Release,
    name: str,
    changes: list[ReleasedChange],
    titles: dict[str, str],
    firsts: Firsts,
) -> None:
    words = page.atlas.words
    found = bullets(
        _with_anchors_before(_line(words, change, titles), firsts.get(change, ())) for change in changes
    )
    counted = Counter(change.what for change in changes)
    fold = words.listed(words(f"edition.count-{what}", n=counted[what]) for what in What if counted[what])
    page.section(f"{anchor_of(release)}-{name}", words(f"changes.{name}"), [found], fold=fold)


def _with_anchors_before(line: Line, names: Iterable[str]) -> Line:
    return replace(line, runs=(*map(Anchor, names), *line.runs))


def _line(words: Words, change: ReleasedChange, titles: dict[str, str]) -> Line:
    """What became of what, its words, what else is to be said, and the pages whose titles are given."""
    pages = [name for name in change.pages() if name in titles]
    runs: list[Run] = [status(words, change.what), Plain(" ")]
    if change.label and change.label != (change.after or change.before):
        is_page = change.kind in (ItemKind.SOURCE, ItemKind.PAGE) and pages
        runs.append(Link(change.label, Target(pages.pop(0))) if is_page else Strong(change.label))
        runs.append(Plain(words("list.colon")))
    runs += words_of(change)
    if change.remarks:
        remarks = words("list.strong-separator").join(change.remarks)
        runs.append(Quiet(f" {words('edition.remarks', remarks=remarks)}"))
    if pages:
        links = separated(words, ((Link(titles[name], Target(name)),) for name in pages[:MOST_PAGES])).runs
        more = len(pages) - MOST_PAGES
        runs += [Quiet(f" {words('edition.on')} "), *links]
        runs += [Quiet(f" {words('list.and-other-pages', n=more)}")] if more > 0 else []
    return Line(tuple(runs))


def words_of(change: ReleasedChange) -> tuple[Plain | Removed | Added, ...]:
    """The words of a change: as they are if all is new, struck out if all is gone, else both in one."""
    if change.before is None:
        return (Plain(change.after or ""),)
    if change.after is None:
        return (Removed(change.before),)
    return tuple(_RUNS[part.what](part.text) for part in redline(change.before, change.after))


_WORDED = frozenset({ItemKind.STATEMENT, ItemKind.COMMITMENT})
"""What a change tells in the words of a statement."""


def latest_change(page: PageWriter) -> tuple[Block, ...]:
    """What the home page says of the latest edition; nothing before the first.

    Of its statements, those that the page says anyway are left out, and those that are said no longer.
    """
    atlas, told_already = page.atlas, {statement.text for statement, _ in page.lines_stated}
    releases = atlas.dossier.releases
    if not releases:
        return ()
    release = releases[-1]
    words = atlas.words
    told = words("edition.first") if release is releases[0] else conclusions_told(words, release)
    name = Link(name_of(words, release), Target(KINDS.editions.path(), anchor_of(release)))
    runs: list[Run] = [Strong(f"{words('edition.of')} "), name, Plain(" ")]
    runs += [status(words, release.importance), Plain(f" {told}")]
    if release.note:
        runs.append(Plain(f" {release.note}"))
    ranked = sorted(release.changes, key=lambda change: not change.concludes)
    standing = {statement.text for statement in all_statements(atlas.dossier)}
    chosen = (
        change
        for change in ranked
        if change.after not in told_already
        and (change.kind not in _WORDED or change.after is None or change.after in standing)
    )
    items = tuple(_line(words, change, {}) for change in islice(chosen, MOST_AT_HOME))
    all_editions = Link(words("editions.all"), Target(KINDS.editions.path()))
    more = Paragraph(Line((all_editions,)), ParagraphKey.SIGNPOST)
    return (Paragraph(Line(tuple(runs))), *((Bullets(items),) if items else ()), more)


def feeds(dossier: Dossier, pages: Iterable[Page]) -> tuple[Feed, ...]:
    """A feed of the whole site, and one of each page that is to have one, with the newest entries first."""
    pages = list(pages)
    known = {page.path for page in pages}
    whole = _feed(dossier, SiteFiles.FEED.name, dossier.site_name, Target(KINDS.home.path()), known)
    fed = (page for page in pages if _has_feed(dossier, page))
    return (whole, *(_of_page(dossier, page, known) for page in fed))


def _has_feed(dossier: Dossier, page: Page) -> bool:
    """Whether a page has a feed, of which one that nobody ever changed would say nothing."""
    if page.kind.fed is Fed.CHANGED:
        return any(_changes(release, page.path) for release in dossier.releases[1:])
    return page.kind.fed is Fed.ALWAYS


def _of_page(dossier: Dossier, page: Page, known: set[str]) -> Feed:
    title = words_in(dossier.language)("feed.of-page", page=page.title, site=dossier.site_name)
    return _feed(dossier, PageFiles(page.path).feed.name, title, Target(page.path), known)


def _feed(dossier: Dossier, path: str, title: str, target: Target, known: set[str]) -> Feed:
    releases = dossier.releases
    page = None if path == SiteFiles.FEED.name else target.page
    entries = tuple(
        _entry(dossier, path, release, page, known)
        for release in reversed(releases)
        if page is None or release is releases[0] or _changes(release, page)
    )
    return Feed(
        path=path,
        id=_urn(dossier, path),
        title=title,
        target=target,
        updated=entries[0].date if entries else dossier.as_of,
        entries=entries,
    )


def _entry(dossier: Dossier, path: str, release: Release, page: str | None, known: set[str]) -> FeedEntry:
    is_first = release is dossier.releases[0]
    words = words_in(dossier.language)
    told = [words("edition.first") if is_first else conclusions_told(words, release)]
    if release.note:
        told.append(release.note)
    return FeedEntry(
        id=_urn(dossier, f"{path} {release.id}"),
        title=words("feed.edition", day=name_of(words, release), importance=words.of(release.importance)),
        target=Target(KINDS.editions.path(), anchor_of(release)),
        date=release.date,
        told=tuple(told),
        changes=tuple(_feed_change(dossier, change, known) for change in _changes(release, page)),
    )


def _changes(release: Release, page: str | None) -> list[ReleasedChange]:
    return [change for change in release.changes if page is None or page in change.pages()]


def _feed_change(dossier: Dossier, change: ReleasedChange, known: set[str]) -> FeedChange:
    """“Changed figure, Depth”, its words with what went and came, a page that has it, and its sources."""
    words = words_in(dossier.language)
    page = next((path for path in change.pages() if path in known), None)
    what, kind = words.of(change.what), words.of(change.kind)
    is_named = change.label != (change.after or change.before)
    return FeedChange(
        lead=words("feed.lead-of", what=capitalised(what), kind=kind, label=change.label)
        if is_named
        else words("feed.lead", what=capitalised(what), kind=kind),
        words=words_of(change),
        remarks=change.remarks,
        target=Target(page) if page else None,
        sources=tuple(_source(dossier, name) for name in change.sources if name in dossier.sources),
    )


def _source(dossier: Dossier, name: str) -> Link:
    return Link(dossier.sources[SourceId(name)].bibliography.name, Target(KINDS.source.path(name)))


def seed_of(dossier: Dossier) -> str:
    """What tells the site from others, whatever becomes of its name and address: its first edition."""
    return dossier.releases[0].fingerprint if dossier.releases else dossier.site_name


def _urn(dossier: Dossier, name: str) -> str:
    """An id that stays as long as the seed does."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{seed_of(dossier)} {name}").urn
