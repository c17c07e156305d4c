"""The page of editions, what the home page says of the latest, the lines that withdrawn statements leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from generator.compose.atlas import EDITIONS, Atlas
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, bullets, capitalised, joined, many, plain
from generator.language.redline import redline
from generator.model.changes import CONCLUSIONS, HEADINGS, What
from generator.model.dates import spoken
from generator.model.digests import digest_of
from generator.model.edition import (
    Added,
    Block,
    Bullets,
    Heading,
    Line,
    Link,
    Page,
    PageKind,
    Paragraph,
    Plain,
    Quiet,
    Removed,
    Run,
    Section,
    Status,
    Strong,
    Target,
)
from generator.model.releases import Importance, Redirect, Release, ReleasedChange

MOST_PAGES = 6
MOST_AT_HOME = 3
NOTHING_YET = "No edition has been released yet. What the site says may change without a word here."
FIRST = "The first edition: everything in it is new."
_RUNS: dict[str, type[Plain] | type[Removed] | type[Added]] = {
    "same": Plain,
    "removed": Removed,
    "added": Added,
}


def editions_page(atlas: Atlas, written: Iterable[Written]) -> Written:
    """Every released edition with what it changed, the newest first."""
    page = PageWriter(atlas, EDITIONS, PageKind.EDITIONS, "Editions: what changed")
    titles = {each.path: each.title for _, each in written}
    releases = atlas.dossier.releases
    if not releases:
        page.section(None, None, [Paragraph(plain(NOTHING_YET))])
    for release in reversed(releases):
        blocks = [*_told(release, is_first=release is releases[0]), *_groups(release, titles)]
        page.section(anchor_of(release), name_of(release), blocks)
    deck = f"{capitalised(many(len(releases), 'edition'))}, and what each changed for readers"
    return page, page.page(deck)


def anchor_of(release: Release) -> str:
    """The anchor of an edition on the page of editions."""
    return f"edition-{release.id}"


def name_of(release: Release) -> str:
    """What an edition is called: “27 October 2025”, numbered if the day had one; with the day it came out."""
    number = release.id.removeprefix(release.as_of.bare()).lstrip("-")
    day = spoken(release.as_of) + (f" ({number})" if number.isdigit() else "")
    return day if release.date == release.as_of else f"{day}, released {spoken(release.date)}"


def conclusions_told(release: Release) -> str:
    """Whether bottom lines, key points and results read otherwise."""
    return f"Conclusions changed: {'yes' if release.concludes_otherwise() else 'no'}."


def _told(release: Release, *, is_first: bool) -> Iterator[Block]:
    runs: list[Run] = [Status(release.importance), Plain(" ")]
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
    runs: list[Run] = [Status(change.what), Plain(" ")]
    if change.label and change.label != (change.after or change.before):
        runs.append(Quiet(f"{change.label}: "))
    runs += words_of(change)
    if change.remarks:
        runs.append(Quiet(f" ({'; '.join(change.remarks)})"))
    pages = [name for name in change.pages() if name in titles]
    if pages:
        links = joined((Link(titles[name], Target(name)),) for name in pages[:MOST_PAGES]).runs
        more = len(pages) - MOST_PAGES
        runs += [Quiet(" On: "), *links, *([Quiet(f" and {many(more, 'other page')}")] if more > 0 else [])]
    return Line(tuple(runs))


def words_of(change: ReleasedChange) -> tuple[Plain | Removed | Added, ...]:
    """The words of a change: what is new, what is gone, or both in one."""
    if change.before is None:
        return (Added(change.after or ""),)
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
    name = Link(name_of(release), Target(EDITIONS, anchor_of(release)))
    runs: list[Run] = [Strong("Edition of "), name, Plain(" "), Status(release.importance), Plain(f" {told}")]
    if release.note:
        runs.append(Plain(f" {release.note}"))
    chosen = sorted(release.changes, key=lambda change: not change.concludes)[:MOST_AT_HOME]
    items = tuple(_line(change, {}) for change in chosen)
    more = Paragraph(Line((Link("All editions, and what each changed", Target(EDITIONS)),)))
    return (Paragraph(Line(tuple(runs))), *((Bullets(items),) if items else ()), more)


def with_marks(
    page: Page, releases: Iterable[Release], redirects: Iterable[Redirect], known: set[str]
) -> Page:
    """The page with a line for each statement that was withdrawn or corrected on it, each entry that moved.

    The line has the old anchor, so that links to what stood there still lead to something. `known` are
    the paths of all pages.
    """
    lines: dict[str, Line] = {}
    for release in releases:
        for change in release.changes:
            is_mended = release.importance is Importance.CORRECTION and change.reads_otherwise()
            if change.what is not What.WITHDRAWN and not (is_mended and change.what is What.CHANGED):
                continue
            for place in change.places:
                path, _, anchor = place.partition("#")
                if path == page.path and anchor.startswith("s-"):
                    lines[anchor] = _mark(release, change, anchor)
    for redirect in redirects:
        path, _, anchor = redirect.old.partition("#")
        if path == page.path and anchor:
            lines[anchor] = _moved(redirect, anchor, known)
    kept = [line for anchor, line in lines.items() if anchor not in _anchors(page)]
    if not kept:
        return page
    section = Section("changed", "Withdrawn, corrected or moved", (Bullets(tuple(kept)),))
    version = digest_of(page.version, section)
    return replace(page, sections=(*page.sections, section), version=version)


def _mark(release: Release, change: ReleasedChange, anchor: str) -> Line:
    day = Link(name_of(release), Target(EDITIONS, anchor_of(release)))
    if change.what is What.WITHDRAWN:
        return Line(
            (
                Status("withdrawn"),
                Plain(" Not said any more since the edition of "),
                day,
                Plain(f": “{change.before}”"),
            ),
            anchor,
        )
    words = (Plain(f": “{change.before}” now reads “{change.after}”"),)
    return Line((Status("corrected"), Plain(" In the edition of "), day, *words), anchor)


def _moved(redirect: Redirect, anchor: str, known: set[str]) -> Line:
    path, _, new = redirect.new.partition("#")
    target: Run = Link(redirect.new, Target(path, new or None)) if path in known else Plain(redirect.new)
    return Line((Status("moved"), Plain(f" What was called {anchor} is now at "), target), anchor)


def _anchors(page: Page) -> set[str]:
    """The anchors of statements that stand on the page now, however many numbers they have behind them."""
    found: set[str] = set()
    _gather(page.sections, found)
    return found


def _gather(value: object, found: set[str]) -> None:
    if isinstance(value, Line):
        if value.statement:
            found.add(value.statement)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif is_dataclass(value):
        for field in fields(value):
            _gather(getattr(value, field.name), found)
