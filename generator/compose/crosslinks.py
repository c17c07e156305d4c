"""Whether every link of an edition leads to an anchor or page that it has, and every anchor stands once.

The engine and the gate find the same in a built site; this finds it before anything is built, and tells
which item is to blame.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, get_args

from generator.model import runs
from generator.model.blocks import ComparedFigure, Heading, Row, SourceBody, Timeline
from generator.model.diagnostics import Diagnostic
from generator.model.origins import Origins
from generator.model.pages import Edition, NavItem, Note, Page, Section
from generator.model.sources import Cut
from generator.model.text import Span
from generator.model.values import parts_of, records_in

REPORT = "this is a fault of the program, not of the content: please report it with this message"

# Nothing that has an anchor, or leads to one, is inside these.
_CLOSED = frozenset({*get_args(runs.Run), SourceBody})


class Crosslink(NamedTuple):
    """A link with the words that are shown for it."""

    words: str
    target: runs.Target


@dataclass(slots=True)
class Web:
    """The web form of a page: its anchors with what stands there, its links, its marks of notes."""

    anchors: list[tuple[str, object]] = field(default_factory=list)
    links: dict[Crosslink, None] = field(default_factory=dict)
    marks: set[tuple[int, int]] = field(default_factory=set)


def broken_crosslinks(edition: Edition, origins: Origins) -> Iterator[Diagnostic]:
    """What would break in the web form of an edition: links to nowhere, and anchors that stand twice."""
    webs = {page.path: web_of(page) for page in edition.pages}
    anchors = {path: Counter(name for name, _ in web.anchors) for path, web in webs.items()}
    for page in edition.pages:
        web = webs[page.path]
        yield from _repeated(page, web, anchors[page.path], origins)
        yield from _unmatched_notes(page, web, origins)
        for link in web.links:
            if not _is_there(link.target, anchors):
                yield _to_nowhere(_named(page), link, origins.of(page, (link.words,)))
    for where, link in _around_pages(edition):
        if not _is_there(link.target, anchors):
            yield _to_nowhere(where, link, None)
    for redirect in origins.dossier.redirects:
        if not _is_there(runs.Target.read(redirect.new), anchors):
            message = f"there is no “{redirect.new}” on the site"
            yield Diagnostic("redirect-to-nowhere", message, redirect.new.span)


def web_of(page: Page) -> Web:
    """The anchors of a page, and its links, those of notes and neighbours included."""
    web = Web(anchors=[("top", page)])
    for section in page.sections:
        if section.anchor and section.heading:
            web.anchors.append((section.anchor, section))
    ends = (page.related, page.previous, page.following)
    for record in records_in((tuple(each.blocks for each in page.sections), ends), _CLOSED):
        _take(web, record)
    for note in page.notes:
        web.anchors.append((f"note-{note.number}", note))
        web.links[Crosslink(note.source_label, note.target)] = None
    web.anchors += [("notes", page.notes)] if page.notes else []
    web.anchors += [("related", page.related)] if page.related else []
    return web


def _take(web: Web, record: object) -> None:
    """Take in the anchors and links that a block, a part of one or a run is itself."""
    match record:
        case runs.Line():
            if record.statement:
                web.anchors.append((record.statement, record))
        case runs.Anchor(name):
            web.anchors.append((name, record))
        case runs.NoteRef(number, occurrence):
            web.marks.add((number, occurrence))
            web.anchors.append((f"ref-{number}-{occurrence}", record))
        case runs.Link() | runs.Term() | runs.SideMark() | runs.PersonMark():
            web.links[Crosslink(record.text, record.target)] = None
        case Heading(anchor) | Row(_, str(anchor)) | ComparedFigure(anchor=str(anchor)):
            web.anchors.append((anchor, record))
        case Timeline(moments, anchored=True):
            web.anchors += [(moment.anchor, moment.title) for moment in moments]
        case SourceBody():
            _take_text(web, record)


def _take_text(web: Web, body: SourceBody) -> None:
    for paragraph in body.paragraphs:
        web.anchors.append((f"p{paragraph.number}", paragraph))
        pieces = paragraph.pieces
        if isinstance(pieces, Cut):
            names = dict.fromkeys(name for name, _ in pieces.quotations)
        else:
            names = dict.fromkeys(name for piece in pieces for name in piece.anchors)
        web.anchors += [(name, pieces) for name in names]
        web.links |= {Crosslink(link.text, link.target): None for link in paragraph.used_in}


def _around_pages(edition: Edition) -> Iterator[tuple[str, Crosslink]]:
    """The links that stand on no page of their own: those of the navigation and of the feeds."""
    for item in _lines(edition.navigation):
        yield "the navigation", Crosslink(item.label, runs.Target(item.page or ""))
    for feed in edition.feeds:
        for target in dict.fromkeys(parts_of(feed, runs.Target)):
            yield f"the feed {feed.path}", Crosslink(feed.title, target)


def _lines(items: Iterable[NavItem]) -> Iterator[NavItem]:
    for item in items:
        if item.page is not None:
            yield item
        yield from _lines(item.items)


def _is_there(target: runs.Target, anchors: Mapping[str, Counter[str]]) -> bool:
    found = anchors.get(target.page)
    return found is not None and (target.anchor is None or target.anchor in found)


def _to_nowhere(where: str, link: Crosslink, span: Span | None) -> Diagnostic:
    target = link.target
    address = f"{target.page}#{target.anchor}" if target.anchor else target.page
    message = f"{where}: “{link.words}” leads to {address}, which this edition does not have"
    return Diagnostic("link-to-nowhere", message, span, help=REPORT)


def _repeated(page: Page, web: Web, found: Counter[str], origins: Origins) -> Iterator[Diagnostic]:
    for name in (name for name, count in found.items() if count > 1):
        first, second, *_ = (_what(record) for anchor, record in web.anchors if anchor == name)
        yield Diagnostic(
            "anchor-repeated",
            f"{_named(page)} has several places called “{name}”: {first} and {second}",
            origins.of_item(page, name) or origins.of(page, (name,)),
            help="give the entry, event or commitment another id",
        )


def _unmatched_notes(page: Page, web: Web, origins: Origins) -> Iterator[Diagnostic]:
    """Notes from which a way back leads to a mark that is not on the page, and marks without a note."""
    for note in page.notes:
        if any((note.number, at) not in web.marks for at in range(1, note.occurrences + 1)):
            words = note.evidence.exact
            lost = f"note {note.number} leads back to a mark that the page does not have; it quotes “{words}”"
            address = origins.of(page, (words,))
            yield Diagnostic("link-to-nowhere", f"{_named(page)}: {lost}", address, help=REPORT)
    for number in sorted({number for number, _ in web.marks} - {note.number for note in page.notes}):
        lost = f"a mark leads to note {number}, which the page does not have"
        yield Diagnostic("link-to-nowhere", f"{_named(page)}: {lost}", origins.of(page, ()), help=REPORT)


def _named(page: Page) -> str:
    return f"“{page.title}” ({page.path})"


def _what(record: object) -> str:
    """What stands at an anchor, in words for an author."""
    match record:
        case Page():
            words = "the title"
        case Section():
            words = f"the section “{record.heading}”"
        case Heading():
            words = f"the entry “{_shown(record.line)}”"
        case Row():
            words = f"the row “{_shown(record.cells[0])}”"
        case runs.Line():
            words = f"“{_shown(record)}”"
        case Note():
            words = f"note {record.number}"
        case runs.NoteRef():
            words = f"a mark of note {record.number}"
        case _:
            words = "a part of its end"
    return words


def _shown(line: runs.Line) -> str:
    """The words of a line, without what steps back."""
    return line.text(without=(runs.Quiet, runs.SupportMark))
