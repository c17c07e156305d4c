"""Whether every link of an edition leads to a place that the edition has, and every place stands once.

The engine and the gate find the same in a built site; this finds it before anything is built, and tells
which item is to blame.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model.blocks import Heading, Row, SourceBody, Timeline
from generator.model.diagnostics import Diagnostic
from generator.model.edition import Edition, NavItem, Page
from generator.model.origins import Origins
from generator.model.parts import parts_of, records_in
from generator.model.runs import Line, Link, NoteRef, PersonMark, Quiet, SideMark, SupportMark, Target, Term
from generator.model.text import Span

REPORT = "this is a fault of the program, not of the content: please report it with this message"


class Anchor(NamedTuple):
    """A place on a page, and what stands there, in words for an author."""

    name: str
    what: str


class Crosslink(NamedTuple):
    """A link with the words that are shown for it."""

    words: str
    target: Target


def broken_crosslinks(edition: Edition, origins: Origins) -> Iterator[Diagnostic]:
    """What would break in the web form of an edition: links to nowhere, and anchors that stand twice."""
    places = {page.path: Counter(anchor.name for anchor in anchors_of(page)) for page in edition.pages}
    for page in edition.pages:
        yield from _repeated(page, places[page.path], origins)
        yield from _unmarked_notes(page, origins)
        for link in dict.fromkeys(crosslinks_of(page)):
            if not _is_there(link.target, places):
                yield _to_nowhere(f"“{page.title}” ({page.path})", link, origins.of(page, (link.words,)))
    for where, link in _around_pages(edition):
        if not _is_there(link.target, places):
            yield _to_nowhere(where, link, None)
    for redirect in origins.dossier.redirects:
        if not _is_there(_target(redirect.new), places):
            yield Diagnostic(
                "redirect-to-nowhere", f"there is no “{redirect.new}” on the site", redirect.new.span
            )


def anchors_of(page: Page) -> Iterator[Anchor]:
    """The places of a page that links may lead to, as its web form has them."""
    yield Anchor("top", "the title")
    for section in page.sections:
        if section.anchor and section.heading:
            yield Anchor(section.anchor, f"the section “{section.heading}”")
        for record in records_in(section.blocks):
            yield from _anchors_at(record)
    for note in page.notes:
        yield Anchor(f"note-{note.number}", f"note {note.number}")
    if page.notes:
        yield Anchor("notes", "the notes")
    if page.related:
        yield Anchor("related", "the related pages")


def _anchors_at(record: object) -> Iterator[Anchor]:
    """The places that a block, a part of one or a run is itself."""
    match record:
        case NoteRef(number, occurrence):
            yield Anchor(f"ref-{number}-{occurrence}", f"a mark of note {number}")
        case Line(statement=str(name)):
            yield Anchor(name, f"the statement “{_shown(record)}”")
        case Heading(anchor, line):
            yield Anchor(anchor, f"the entry “{_shown(line)}”")
        case Row(cells, str(anchor)):
            yield Anchor(anchor, f"the row “{_shown(cells[0])}”")
        case Timeline(moments, anchored=True):
            yield from (Anchor(each.anchor, f"the event “{_shown(each.title)}”") for each in moments)
        case SourceBody():
            yield from _in_text(record)


def _in_text(body: SourceBody) -> Iterator[Anchor]:
    for paragraph in body.paragraphs:
        yield Anchor(f"p{paragraph.number}", f"paragraph {paragraph.number}")
        for piece in paragraph.pieces:
            yield from (Anchor(name, f"the quotation “{piece.text}”") for name in piece.anchors)


def crosslinks_of(page: Page) -> Iterator[Crosslink]:
    """The links of a page to places on the site, those of its notes and neighbours included."""
    for record in records_in((page.sections, page.related, page.previous, page.following)):
        if isinstance(record, Link | Term | SideMark | PersonMark):
            yield Crosslink(record.text, record.target)
    for note in page.notes:
        yield Crosslink(note.source_label, note.target)


def _around_pages(edition: Edition) -> Iterator[tuple[str, Crosslink]]:
    """The links that stand on no page of their own: those of the navigation and of the feeds."""
    for item in _lines(edition.navigation):
        yield "the navigation", Crosslink(item.label, Target(item.page or ""))
    for feed in edition.feeds:
        for target in dict.fromkeys(parts_of(feed, Target)):
            yield f"the feed {feed.path}", Crosslink(feed.title, target)


def _lines(items: Iterable[NavItem]) -> Iterator[NavItem]:
    for item in items:
        if item.page is not None:
            yield item
        yield from _lines(item.items)


def _target(address: str) -> Target:
    page, _, anchor = address.partition("#")
    return Target(page, anchor or None)


def _is_there(target: Target, places: Mapping[str, Counter[str]]) -> bool:
    anchors = places.get(target.page)
    return anchors is not None and (target.anchor is None or target.anchor in anchors)


def _to_nowhere(where: str, link: Crosslink, span: Span | None) -> Diagnostic:
    target = link.target
    place = f"{target.page}#{target.anchor}" if target.anchor else target.page
    message = f"{where}: “{link.words}” leads to {place}, which this edition does not have"
    return Diagnostic("link-to-nowhere", message, span, help=REPORT)


def _repeated(page: Page, found: Counter[str], origins: Origins) -> Iterator[Diagnostic]:
    twice = {name for name, count in found.items() if count > 1}
    if not twice:
        return
    whats: dict[str, list[str]] = {}
    for anchor in anchors_of(page):
        if anchor.name in twice:
            whats.setdefault(anchor.name, []).append(anchor.what)
    for name, named in whats.items():
        yield Diagnostic(
            "anchor-repeated",
            f"“{page.title}” ({page.path}) has several places called “{name}”: {' and '.join(named[:2])}",
            origins.of_item(name) or origins.of(page, (name,)),
            help="give the entry, event or commitment another id",
        )


def _unmarked_notes(page: Page, origins: Origins) -> Iterator[Diagnostic]:
    """Notes from which a way back leads to a mark that is not on the page."""
    marks = {(ref.number, ref.occurrence) for ref in parts_of(page.sections, NoteRef)}
    for note in page.notes:
        if any((note.number, at) not in marks for at in range(1, note.occurrences + 1)):
            yield Diagnostic(
                "link-to-nowhere",
                f"“{page.title}” ({page.path}): note {note.number} leads back to a mark that the page does"
                f" not have; it quotes “{note.evidence.exact}”",
                origins.of(page, (note.evidence.exact,)),
                help=REPORT,
            )


def _shown(line: Line) -> str:
    """The words of a line, without what steps back."""
    shown = (run for run in line.runs if not isinstance(run, Quiet | SupportMark))
    return "".join(getattr(run, "text", "") for run in shown)
