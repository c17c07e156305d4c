"""Whether every reference of the dossier leads to a label in it, before any of it is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic
from generator.model.edition import Edition, Page
from generator.model.origins import Origin
from generator.print.book import book
from generator.print.chapters import Chapter, chapters
from generator.print.model import Node, SiteAddress
from generator.print.refusals import undrawable
from generator.print.texts import nodes_of

REPORT = "this is a fault of the program, not of the content: please report it with this message"


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
            quotations=frozenset(str(each["key"]) for each in _listed(book["quotations"])),
            remarks=frozenset(str(each["mark"]) for each in _listed(book["remarks"])),
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
    for chapter, node in zip(written, _listed(book["chapters"]), strict=True):
        yield chapter.page, node["opening"]
        yield from zip((part.page for part in chapter.parts), _listed(node["parts"]), strict=True)


def _lost(page: Page, words: str, node: Node, origin: Origin) -> Diagnostic:
    to = node.get("to") or node.get("key") or node.get("letter")
    message = (
        f"in the dossier, “{page.title}” ({page.path}) refers to {to} by “{words}”, which is not printed"
    )
    return Diagnostic("reference-to-nowhere", message, origin(page, (words,)), help=REPORT)


def _listed(value: object) -> list[Node]:
    return value if isinstance(value, list) else []
