"""The page of editions, what the home page says of the latest, the lines that withdrawn statements leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose.atlas import Atlas
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, bullets, capitalised, joined, many, plain
from generator.language.redline import redline
from generator.model.blocks import Block, Bullets, Heading, Paragraph
from generator.model.changes import CONCLUSIONS, HEADINGS, What
from generator.model.dates import spoken
from generator.model.digests import digest_of
from generator.model.edition import Attachment, AttachmentKind, Page, Section
from generator.model.inventory import ItemKind
from generator.model.keys import ParagraphKey, SectionKey
from generator.model.kinds import KINDS
from generator.model.parts import parts_of
from generator.model.releases import Importance, Redirect, Release, ReleasedChange
from generator.model.runs import Added, Line, Link, Plain, Quiet, Removed, Run, Status, Strong, Target

MOST_PAGES = 6
MOST_AT_HOME = 3
NOTHING_YET = "No edition has been released yet. What the site says may change without a word here."
WITHDRAWN, CORRECTED, MOVED = "withdrawn", "corrected", "moved"
FIRST = "The first edition: everything in it is new."
FEEDS = (
    Attachment(AttachmentKind.ATOM, "../feeds/index.atom"),
    Attachment(AttachmentKind.JSON_FEED, "../feeds/index.json"),
)
_RUNS: dict[str, type[Plain] | type[Removed] | type[Added]] = {
    "same": Plain,
    "removed": Removed,
    "added": Added,
}


def editions_page(atlas: Atlas, written: Iterable[Written]) -> Written:
    """Every released edition with what it changed, the newest first."""
    page = PageWriter(atlas, KINDS.editions, "Editions: what changed")
    titles = {each.path: each.title for _, each in written}
    releases = atlas.dossier.releases
    if not releases:
        page.section(None, None, [Paragraph(plain(NOTHING_YET))])
    for release in reversed(releases):
        blocks = [*_told(release, is_first=release is releases[0]), *_groups(release, titles)]
        page.section(anchor_of(release), name_of(release), blocks)
    return page, page.page(_deck(len(releases)), attachments=FEEDS)


def _deck(count: int) -> str:
    if not count:
        return "What each edition will have changed for readers"
    if count == 1:
        return "The first edition; what later ones change for readers will stand here"
    return f"{capitalised(many(count, 'edition'))}, and what each changed for readers"


def anchor_of(release: Release) -> str:
    """The anchor of an edition on the page of editions."""
    return f"edition-{release.id}"


def name_of(release: Release) -> str:
    """What an edition is called: “27 October 2025”, numbered if the day had one; with the day it came out."""
    number = release.id.removeprefix(release.as_of.iso()).lstrip("-")
    day = spoken(release.as_of) + (f" ({number})" if number.isdigit() else "")
    return day if release.date == release.as_of else f"{day}, released {spoken(release.date)}"


def conclusions_told(release: Release) -> str:
    """Whether bottom lines, key points and results read otherwise."""
    return f"Conclusions changed: {'yes' if release.concludes_otherwise() else 'no'}."


def _told(release: Release, *, is_first: bool) -> Iterator[Block]:
    runs: list[Run] = [Status(release.importance, release.importance), Plain(" ")]
    yield Paragraph(Line((*runs, Plain(FIRST if is_first else conclusions_told(release)))))
    if release.note:
        yield Paragraph(Line((Quiet("Editors’ note: "), Plain(release.note))))


def _groups(release: Release, titles: dict[str, str]) -> Iterator[Block]:
    conclusions = [change for change in release.changes if change.concludes]
    yield from _group(release, "conclusions", CONCLUSIONS, conclusions, titles)
    for kind, heading in HEADINGS.items():
        others = [change for change in release.changes if change.kind is kind and not change.concludes]
        yield from _group(release, f"{kind}s", heading, others, titles)


def _group(
    release: Release, name: str, heading: str, changes: list[ReleasedChange], titles: dict[str, str]
) -> Iterator[Block]:
    found = bullets(_line(change, titles) for change in changes)
    if found:
        yield Heading(f"{anchor_of(release)}-{name}", plain(heading))
        yield found


def _line(change: ReleasedChange, titles: dict[str, str]) -> Line:
    """What became of what, its words, what else is to be said, and the pages whose titles are given."""
    pages = [name for name in change.pages() if name in titles]
    runs: list[Run] = [Status(change.what, change.what), Plain(" ")]
    if change.label and change.label != (change.after or change.before):
        is_page = change.kind in (ItemKind.SOURCE, ItemKind.PAGE) and pages
        runs.append(Link(change.label, Target(pages.pop(0))) if is_page else Strong(change.label))
        runs.append(Plain(": "))
    runs += words_of(change)
    if change.remarks:
        runs.append(Quiet(f" ({'; '.join(change.remarks)})"))
    if pages:
        links = joined((Link(titles[name], Target(name)),) for name in pages[:MOST_PAGES]).runs
        more = len(pages) - MOST_PAGES
        runs += [Quiet(" On: "), *links, *([Quiet(f" and {many(more, 'other page')}")] if more > 0 else [])]
    return Line(tuple(runs))


def words_of(change: ReleasedChange) -> tuple[Plain | Removed | Added, ...]:
    """The words of a change: as they are if all is new, struck out if all is gone, else both in one."""
    if change.before is None:
        return (Plain(change.after or ""),)
    if change.after is None:
        return (Removed(change.before),)
    return tuple(_RUNS[part.what](part.text) for part in redline(change.before, change.after))


def latest_change(atlas: Atlas) -> tuple[Block, ...]:
    """What the home page says of the latest edition; nothing before the first."""
    releases = atlas.dossier.releases
    if not releases:
        return ()
    release = releases[-1]
    told = FIRST if release is releases[0] else conclusions_told(release)
    name = Link(name_of(release), Target(KINDS.editions.path(), anchor_of(release)))
    runs: list[Run] = [
        Strong("Edition of "),
        name,
        Plain(" "),
        Status(release.importance, release.importance),
        Plain(f" {told}"),
    ]
    if release.note:
        runs.append(Plain(f" {release.note}"))
    chosen = sorted(release.changes, key=lambda change: not change.concludes)[:MOST_AT_HOME]
    items = tuple(_line(change, {}) for change in chosen)
    more = Paragraph(
        Line((Link("All editions, and what each changed", Target(KINDS.editions.path())),)),
        ParagraphKey.SIGNPOST,
    )
    return (Paragraph(Line(tuple(runs))), *((Bullets(items),) if items else ()), more)


def with_marks(
    page: Page, releases: Iterable[Release], redirects: Iterable[Redirect], titles: dict[str, str]
) -> Page:
    """The page with a line for each statement that was withdrawn or corrected on it, each entry that moved.

    The line has the old anchor, so that links to what stood there still lead to something; that of a
    corrected statement which kept its anchor leads to it. `titles` are those of all pages.
    """
    standing = _anchors(page)
    lines: dict[str, tuple[str, Line]] = {}
    for release in releases:
        for change in release.changes:
            what = _mark_of(release, change)
            for name, line in _marks(page, standing, release, change) if what else ():
                lines[name] = what or "", line
    for redirect in redirects:
        path, _, anchor = redirect.old.partition("#")
        if path == page.path and anchor and anchor not in standing:
            lines[anchor] = MOVED, _moved(redirect, anchor, titles)
    if not lines:
        return page
    found = {what for what, _ in lines.values()}
    heading = capitalised(" or ".join(what for what in (WITHDRAWN, CORRECTED, MOVED) if what in found))
    section = Section(
        SectionKey.OTHER, "changed", heading, (Bullets(tuple(line for _, line in lines.values())),)
    )
    return replace(page, sections=(*page.sections, section), version=digest_of(page.version, section))


def _mark_of(release: Release, change: ReleasedChange) -> str | None:
    """What a page has to say for ever of a change; None if it is history that the page of editions tells."""
    if change.what is What.WITHDRAWN:
        return WITHDRAWN
    is_mended = change.what is What.CHANGED and change.reads_otherwise()
    return CORRECTED if is_mended and release.importance is Importance.CORRECTION else None


def _marks(
    page: Page, standing: set[str], release: Release, change: ReleasedChange
) -> Iterator[tuple[str, Line]]:
    """The lines of one change on a page, each with a name: at every anchor that is gone, else at none."""
    places = (place.partition("#") for place in change.places)
    anchors = [anchor for path, _, anchor in places if path == page.path and anchor.startswith("s-")]
    gone = [anchor for anchor in anchors if anchor not in standing]
    there = next((Target(page.path, anchor) for anchor in anchors if anchor in standing), None)
    if gone:
        yield gone[0], replace(_mark(release, change, there), statement=gone[0])
    elif there and change.what is What.CHANGED:
        yield f"{there.anchor} {release.id}", _mark(release, change, there)
    for anchor in gone[1:]:
        what = WITHDRAWN if change.what is What.WITHDRAWN else CORRECTED
        yield anchor, Line((Status(what, what), Plain(" The same, where it stood a second time.")), anchor)


def _mark(release: Release, change: ReleasedChange, now: Target | None) -> Line:
    """What was said and since when it is not; what is said instead, with a link to where that is `now`."""
    day = Link(name_of(release), Target(KINDS.editions.path(), anchor_of(release)))
    if change.what is What.WITHDRAWN:
        words = (Plain(" Not said any more since the edition of "), day, Plain(f": “{change.before}”"))
        return Line((Status(WITHDRAWN, WITHDRAWN), *words))
    new = f"“{change.after}”"
    old = (Plain(" In the edition of "), day, Plain(f": “{change.before}” now reads "))
    return Line((Status(CORRECTED, CORRECTED), *old, Link(new, now) if now else Plain(new)))


def _moved(redirect: Redirect, anchor: str, titles: dict[str, str]) -> Line:
    path, _, new = redirect.new.partition("#")
    where: Run = Link(titles[path], Target(path, new or None)) if path in titles else Plain(redirect.new)
    return Line((Status(MOVED, MOVED), Plain(f" What was called “{anchor}” is now at "), where), anchor)


def _anchors(page: Page) -> set[str]:
    """The anchors of statements that stand on the page now, however many numbers they have behind them."""
    return {line.statement for line in parts_of(page.sections, Line) if line.statement}
