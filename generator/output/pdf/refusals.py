"""Why something cannot be printed, in an author's words and with the place in content/ that is to blame.

A page too long, a sign that no font has, a reference of the dossier that leads nowhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from generator.model.addresses import SiteAddress
from generator.model.blocks import DotPlot
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.origins import Origin
from generator.model.pages import Edition, Page
from generator.model.runs import NoteRef
from generator.model.text import Span
from generator.model.values import parts_of
from generator.output.pdf.book import book
from generator.output.pdf.chapters import Chapter, chapters
from generator.output.pdf.document import Node
from generator.output.pdf.fit import nodes_of, texts_of
from generator.output.signs import SUBSTITUTE, Lost, font_for, is_ordinary, may_be_lost, stretches

Lines = Callable[[str], Sequence[str]]
"""The lines of an input file, by its path."""

PRIVATE, UNASSIGNED = "Co", "Cn"
_NAMED = 3
_ADDED = {0x200B: None, 0x200E: None}  # what print adds to a text
_FOLDER = "the folder that `extra.briefing.fonts` names in mkdocs.yml"
_PRIVATE_HELP = "write what it shows in letters: only the font that it was made for knows what that is"

REPORT = "this is a fault of the program, not of the content: please report it with this message"


def nowhere(_page: Page, _words: tuple[str, ...]) -> None:
    """No span: for pages that were written nowhere."""


def refused(page: Page, refusal: RuntimeError, origin: Origin) -> Diagnostic:
    """What the typesetter refused; its own trace names files that no author knows."""
    said = str(getattr(refusal, "message", refusal))
    return _unprintable(page, " ".join(said.split()).removeprefix("error: ")[:300], origin(page, ()))


def too_long(page: Page, pages: int, allowed: int, node: object, origin: Origin) -> Diagnostic:
    """A page that takes more pages than its form has, with the longest of the texts that stay."""
    longest = max(texts_of(node), key=len, default="")
    span, other = origin(page, ()), origin(page, (longest,))
    form = "one page" if allowed == 1 else f"{allowed} pages"
    return Diagnostic(
        "print-does-not-fit",
        f"“{page.title}” ({page.path}) takes {pages} printed pages, and its form has {form}",
        span,
        Severity.WARNING,
        related=(Related(other, "the longest text that stays"),) if other and other != span else (),
        help="nothing to mend if it may run on; else shorten what stays when all else is left out",
    )


def faults(page: Page, origin: Origin) -> Iterator[Diagnostic]:
    """What makes a page no sound model for print: pictures of nothing, marks without a note."""
    yield from undrawable(page, origin)
    held = {note.number for note in page.notes}
    for number in sorted({ref.number for ref in parts_of(page.sections, NoteRef)} - held):
        reason = f"it refers to note {number}, which it does not hold"
        yield _unprintable(page, reason, origin(page, ()))


def undrawable(page: Page, origin: Origin) -> Iterator[Diagnostic]:
    """The pictures of a page that have nothing to draw."""
    for block in (block for section in page.sections for block in section.blocks):
        if isinstance(block, DotPlot) and not _is_drawable(block):
            reason = f"its picture “{block.title}” has no values to draw"
            yield _unprintable(page, reason, origin(page, (block.title,)))


def _unprintable(page: Page, reason: str, span: Span | None) -> Diagnostic:
    return Diagnostic("not-printable", f"“{page.title}” ({page.path}) cannot be printed: {reason}", span)


def _is_drawable(plot: DotPlot) -> bool:
    return bool(plot.dots) and all(isfinite(dot.low) and isfinite(dot.high) for dot in plot.dots)


def no_lines(_path: str) -> Sequence[str]:
    """No line: for what was written in no file."""
    return ()


@dataclass(frozen=True, slots=True)
class Loss:
    """A sign that a document prints as a substitute, and the text that it is lost from."""

    page: Page
    text: str
    stretch: str
    sign: str


def losses(page: Page, node: object, lost: Lost) -> Iterator[Loss]:
    """The signs that a document shows substitutes for, in reading order."""
    for text in texts_of(node) if lost else ():
        for stretch in stretches(text):
            yield from (Loss(page, text, stretch, sign) for sign in lost.get(stretch, ()))


def warnings_of(found: Iterable[Loss], origin: Origin, lines: Lines) -> tuple[Diagnostic, ...]:
    """A warning for each font that would mend it, and for what none would, where it was written first."""
    groups: dict[tuple[str, str | None], list[Loss]] = {}
    for loss in found:
        groups.setdefault((_sort_of(loss.sign), font_for(loss.sign)), []).append(loss)
    return tuple(_warning(group, *key, _span(group[0], origin, lines)) for key, group in groups.items())


def _sort_of(sign: str) -> str:
    """The category in Unicode of a private or an unassigned character in a sign; else nothing."""
    categories = {unicodedata.category(each) for each in sign}
    return next((sort for sort in (PRIVATE, UNASSIGNED) if sort in categories), "")


def _warning(group: Sequence[Loss], sort: str, font: str | None, span: Span | None) -> Diagnostic:
    signs = list(dict.fromkeys(loss.sign for loss in group))
    them, have = ("it", "has it") if len(signs) == 1 else ("them", "has them")
    add = f"add a font that {have}{f', such as {font},' if font else ''} to {_FOLDER}"
    said, help = {
        PRIVATE: ("PDF/A allows no private character, such as", _PRIVATE_HELP),
        UNASSIGNED: ("Unicode has no character", f"delete {them}, or {add}"),
    }.get(sort, ("no font of print has", add))
    files = len({loss.page.path for loss in group})
    shown = f"{SUBSTITUTE} stands for {them} in {files} PDF file{'s' * (files > 1)}"
    message = f"{said} {_signs_listed(signs)}: {shown}"
    return Diagnostic("sign-not-printed", message, span, Severity.WARNING, help=help)


def _signs_listed(signs: Sequence[str]) -> str:
    """The first signs by character, code and name, and how many others there are."""
    named = [_named(sign) for sign in signs[:_NAMED]]
    others = len(signs) - len(named)
    if others:
        return f"{', '.join(named)} and {others} other sign{'s' * (others > 1)}"
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _named(sign: str) -> str:
    """A sign by its codes and names; itself where a terminal can show it."""
    codes = " ".join(f"U+{ord(each):04X}" for each in sign)
    seen = (each for each in sign if is_ordinary(each) or may_be_lost(each))
    names = [unicodedata.name(each, "").lower() for each in seen]
    said = ", ".join(filter(None, (codes, *names)))
    is_shown = all(each.isprintable() or unicodedata.category(each) == "Cf" for each in sign)
    return f"“{sign}” ({said})" if is_shown else said


def _span(loss: Loss, origin: Origin, lines: Lines) -> Span | None:
    """Where the sign was written; if that line does not hold it, the span of the value that does."""
    text = loss.text.translate(_ADDED)
    word = next((each for each in text.split() if loss.sign in each), loss.sign)
    found = origin(loss.page, (text.strip(), word, loss.sign))
    if found is None:
        return None
    rows = lines(found.path)
    for number in range(found.line, len(rows) + 1):
        at = rows[number - 1].find(loss.sign, found.column - 1 if number == found.line else 0)
        if at >= 0:
            return Span(found.path, number, at + 1, number, at + 1 + len(loss.sign))
    return found


@dataclass(frozen=True, slots=True)
class Printed:
    """What the dossier prints that its parts may refer to."""

    labels: frozenset[str]
    quotations: frozenset[str]
    remarks: frozenset[str]
    sources: frozenset[str]

    @classmethod
    def of(cls, book: Node) -> Printed:
        """The labels of a book, the keys of its quotations and remarks, and the sources with a letter."""
        nodes = list(nodes_of(book))
        return cls(
            labels=frozenset(str(node["at"]) for node in nodes if node.get("at")),
            quotations=frozenset(str(each["key"]) for each in _as_list(book["quotations"])),
            remarks=frozenset(str(each["mark"]) for each in _as_list(book["remarks"])),
            sources=frozenset(book["letters"] if isinstance(book["letters"], dict) else ()),
        )

    def lacks(self, node: Node) -> bool:
        """Whether a node refers to what is not printed."""
        match node:
            case {"type": "note_ref", "key": key}:
                return key not in self.quotations
            case {"type": "remark", "letter": mark}:
                return mark not in self.remarks
            case {"type": "when", "letter": str(mark)}:
                return mark not in self.remarks
            case {"to": str(key), **rest}:
                return key not in self.labels or (bool(rest.get("source")) and key not in self.sources)
        return False


def broken_crossrefs(edition: Edition, site: SiteAddress, origin: Origin) -> Iterator[Diagnostic]:
    """What would keep the dossier or a briefing from being printed: references to what is not there.

    The edition has no broken crosslinks. No book can be made of pictures of nothing, so they are told alone.
    """
    faulty = [fault for page in edition.pages for fault in undrawable(page, origin)]
    yield from faulty
    if faulty:
        return
    one = book(edition, site).node
    printed = Printed.of(one)
    for page, part in _parts(chapters(edition), one):
        for node in filter(printed.lacks, nodes_of(part)):
            words = str(node.get("text") or node.get("key") or node.get("letter"))
            yield _lost(page, words, node, origin)


def _parts(written: Iterable[Chapter], book: Node) -> Iterator[tuple[Page, object]]:
    """The openings of the chapters and their parts, each with the page that it prints."""
    for chapter, node in zip(written, _as_list(book["chapters"]), strict=True):
        yield chapter.page, node["opening"]
        yield from zip((part.page for part in chapter.parts), _as_list(node["parts"]), strict=True)


def _lost(page: Page, words: str, node: Node, origin: Origin) -> Diagnostic:
    to = node.get("to") or node.get("key") or node.get("letter")
    message = (
        f"in the dossier, “{page.title}” ({page.path}) refers to {to} by “{words}”, which is not printed"
    )
    return Diagnostic("reference-to-nowhere", message, origin(page, (words,)), help=REPORT)


def _as_list(value: object) -> list[Node]:
    return value if isinstance(value, list) else []
