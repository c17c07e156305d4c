"""The dossier as plain JSON: chapters, labels that references lead to, and each quotation once.

Marks of proof are of the whole book: a letter for the source, a number for the quotation. Where the web has a
link, the book names the section; its template adds the page.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from generator.model.addresses import SiteAddress
from generator.model.blocks import Block, Columns, Heading, KeyFigures, Row, Table, TimeChart, Timeline
from generator.model.kinds import KINDS, ChapterForm
from generator.model.pages import Edition, Note, Page, Section
from generator.model.runs import Line, Link, NoteRef, Run, SideMark, Target, Term
from generator.model.sources import csl_json
from generator.model.values import parts_of
from generator.output.pdf.chapters import Chapter, Part, chapters
from generator.output.pdf.chart import COVER, chart_node
from generator.output.pdf.document import Node, Writer, cited_node, is_rule, letter_of, shares, tabled, widths
from generator.output.pdf.fit import Draft, nodes_of
from generator.output.pdf.frame import DOSSIER, messages
from generator.output.pdf.printable import printable
from generator.words import Words, words_in

MOST_BESIDE = 3
LONGEST_WHOLE = 1200


@dataclass(slots=True)
class SectionNumbers:
    """Where the book prints what: for each address of the site, the number of its section."""

    numbers: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)

    def key(self, target: Target) -> str | None:
        """The label in the book nearest to a target on the site; None if the book has none."""
        exact = f"{target.page}#{target.anchor}" if target.anchor else target.page
        return next((key for key in (exact, target.page) if key in self.numbers), None)

    def label(self, key: str) -> str | None:
        """The key, the first time that it is asked for: a label must stand only once."""
        if key not in self.numbers or key in self.given:
            return None
        self.given.add(key)
        return key


def section_numbers(book: tuple[Chapter, ...]) -> SectionNumbers:
    """The numbers of all sections of the book, before any of it is written."""
    found = SectionNumbers()
    for number, chapter in enumerate(book, 1):
        found.numbers[chapter.page.path] = str(number)
        for block in chapter.opening:
            _anchored(found, chapter.page, block, str(number))
        for within, part in enumerate(chapter.parts, 1):
            shown = f"{number}.{within}" if chapter.plan.numbered else str(number)
            found.numbers.setdefault(part.key, shown)
            for section in part.sections:
                if section.anchor:
                    found.numbers.setdefault(f"{part.page.path}#{section.anchor}", shown)
                for block in section.blocks:
                    _anchored(found, part.page, block, shown)
    return found


def _anchored(found: SectionNumbers, page: Page, block: Block, number: str) -> None:
    anchors: list[str | None] = []
    match block:
        case Heading():
            anchors = [block.anchor]
        case Table():
            anchors = [row.anchor for row in block.rows]
        case Timeline() if block.anchored:
            anchors = [moment.anchor for moment in block.moments]
    for anchor in anchors:
        if anchor:
            found.numbers.setdefault(f"{page.path}#{anchor}", number)


def _is_whole(row: Node) -> bool:
    """Whether a row stays on one page: it takes less than a third of it."""
    return _length(row) < LONGEST_WHOLE


def _length(value: object) -> int:
    """The characters of the texts that a node shows."""
    shown = (node.get("text") for node in nodes_of(value))
    return sum(len(text) for text in shown if isinstance(text, str))


@dataclass(slots=True)
class BookWriter(Writer):
    """Makes the nodes of a book, and keeps what its marks stand for."""

    sections: SectionNumbers = field(default_factory=SectionNumbers)
    letters: dict[str, str] = field(default_factory=dict)
    cited: dict[str, Note] = field(default_factory=dict)
    page: Page | None = None
    here: str = ""
    said: set[str] = field(default_factory=set)
    depth: int = 3

    def remark(self, text: str) -> str:
        """The mark of an editors' note; equal notes share one."""
        return self.remarks.setdefault(
            printable(text), self.words("print.dossier.editors-mark", number=str(len(self.remarks) + 1))
        )

    def run(self, value: Run) -> Node:
        """A run; a mark of proof by its key, a link with the section that it leads to."""
        match value:
            case NoteRef(number):
                return {"type": "note_ref", "key": self._proof(number)}
            case Term(text, target):
                key = self.sections.key(target)
                return {"type": "term", "text": printable(text), "to": key, "indexed": self._is_indexed(key)}
            case Link(text, target):
                return self._reference(printable(text), target)
            case SideMark(text):
                return {"type": "side", "text": printable(text)}
        return Writer.run(self, value)

    def line(self, value: Line) -> list[Node]:
        """The runs of a line; a reference knows whether it stands in brackets already."""
        nodes = Writer.line(self, value)
        for before, node in pairwise(nodes):
            if node.get("section") and str(before.get("text", "")).endswith("("):
                node["within"] = True
        return nodes

    def is_printed(self, run: Run) -> bool:
        """A book has all editors' notes, as it is long anyway, and says each once."""
        return not is_rule(run)

    def _proof(self, number: int) -> str:
        notes = self.page.notes if self.page else ()
        note = next(note for note in notes if note.number == number)
        key = f"{note.evidence.source}/{note.evidence.paragraph}/{note.evidence.anchor}"
        known = self.cited.setdefault(key, note)
        if len(note.lines) > len(known.lines):
            self.cited[key] = note
        return key

    def _is_indexed(self, key: str | None) -> bool:
        """Whether the glossary tells that its entry is mentioned here."""
        if key is None or "#" not in key or self.page is None:
            return False
        return not self.page.kind.defines_terms and not key.startswith(f"{self.page.path}#")

    def _reference(self, text: str, target: Target) -> Node:
        """A link; it names its section where it is met first, and never the part in which it stands."""
        key = self.sections.key(target)
        node: Node = {"type": "link", "text": text, "to": key, "url": None if key else self.site.of(target)}
        if key is None or key in self.said or key == self.here:
            return node | {"section": None}
        self.said.add(key)
        return node | {"section": self.sections.numbers[key], "source": key in self.letters}

    def block(self, value: Block) -> Node:
        """A block with its type, its level if it is a heading, and the labels in it."""
        match value:
            case KeyFigures():
                return self.block(tabled(value, self.words))
            case Table():
                rows = [self._row(row) for row in value.rows]
                return self._fields(value) | {
                    "type": "table",
                    "widths": widths(value),
                    "whole": all(map(_is_whole, rows)),
                    "rows": rows,
                }
            case Heading(anchor, line):
                return {
                    "type": "heading",
                    "level": self.depth,
                    "at": self._at(anchor),
                    "line": self.line(line),
                }
            case Timeline():
                moments = [self._fields(each) for each in value.moments]
                for node, each in zip(moments, value.moments, strict=True):
                    node["at"] = self._at(each.anchor) if value.anchored else None
                whole = all(map(_is_whole, moments))
                return {"type": "timeline", "whole": whole, "moments": moments}
            case Columns(columns):
                return self._fields(value) | {
                    "type": "columns",
                    "wide": len(columns) <= MOST_BESIDE,
                    "shares": shares(value),
                }
        return Writer.block(self, value)

    def _row(self, row: Row) -> Node:
        return {"cells": [self.line(cell) for cell in row.cells], "at": self._at(row.anchor)}

    def _at(self, anchor: str | None) -> str | None:
        return self.sections.label(f"{self.page.path}#{anchor}") if anchor and self.page else None

    def part(self, part: Part, number: str | None) -> Node:
        """A part of a chapter, with its sections."""
        self.page, self.here, self.said = part.page, part.key, set()
        return {
            "at": self.sections.label(part.key),
            "number": number,
            "title": printable(part.title),
            "deck": printable(part.deck),
            "sections": [self._section_of(section) for section in part.sections],
        }

    def _section_of(self, section: Section) -> Node:
        self.depth = 4 if section.heading else 3
        at = self._at(section.anchor)
        return self.section(section) | {"at": at}


def book(edition: Edition, site: SiteAddress) -> Draft:
    """The edition as a book: all that its template needs."""
    found, words = chapters(edition), words_in(edition.language)
    writer = BookWriter(site, words, sections=section_numbers(found), letters=_letters(found))
    nodes = [_chapter(writer, number, chapter) for number, chapter in enumerate(found, 1)]
    quotations = _quotations(writer)
    cited = {note.evidence.source for note in writer.cited.values()}
    as_of = edition.as_of.latest()
    node: Node = {
        "series": printable(edition.site_name),
        "publisher": printable(edition.publisher.name if edition.publisher else edition.site_name),
        "title": words("print.dossier.title"),
        "language": edition.language,
        "as_of": words.date(edition.as_of),
        "date": [as_of.year, as_of.month, as_of.day],
        "fingerprint": edition.fingerprint,
        "url": site.of(Target(KINDS.home.path())),
        "legend": words("print.legend"),
        "holds": [
            words("list.labelled", label=c.page.title, value=len(c.parts)) for c in found if c.plan.counted
        ],
        "picture": _picture(edition, words),
        "chapters": nodes,
        "quotations": quotations,
        "letters": writer.letters,
        "remarks": [{"mark": mark, "text": text} for text, mark in writer.remarks.items()],
        "csl": csl_json(item for item in edition.bibliography if item.id in cited).decode(),
        "words": messages(words, DOSSIER),
    }
    return Draft(DOSSIER, node)


def _picture(edition: Edition, words: Words) -> Node | None:
    """The chart of the site's first page, for the cover."""
    first = (page for page in edition.pages if page.kind.is_first)
    charts = (chart for page in first for chart in parts_of(page.sections, TimeChart))
    return next((chart_node(chart, words, COVER) for chart in charts), None)


def _chapter(writer: BookWriter, number: int, chapter: Chapter) -> Node:
    page = chapter.page
    writer.page, writer.here, writer.said, writer.depth = page, page.path, set(), 2
    return {
        "kind": page.kind.key,
        "form": chapter.plan.form.name.lower(),
        "numbered": chapter.plan.numbered,
        "at": writer.sections.label(page.path),
        "number": str(number),
        "listed": chapter.plan.listed,
        "title": printable(page.title),
        "deck": printable(page.deck),
        "opening": [writer.block(block) for block in chapter.opening],
        "parts": [
            writer.part(part, f"{number}.{within}" if chapter.plan.numbered else None)
            for within, part in enumerate(chapter.parts, 1)
        ],
    }


def _letters(book: tuple[Chapter, ...]) -> dict[str, str]:
    """A letter for each source, by the path of its page, in the order of their list."""
    lists = (chapter for chapter in book if chapter.plan.form is ChapterForm.SOURCES)
    listed = [part.page.path for chapter in lists for part in chapter.parts]
    return {path: letter_of(at).upper() for at, path in enumerate(listed)}


def _quotations(writer: BookWriter) -> list[Node]:
    """What is cited, by source, in the order of its text; each with its mark."""
    by_source: dict[str, list[tuple[Note, str]]] = {}
    for key, each in writer.cited.items():
        by_source.setdefault(KINDS.source.path(each.evidence.source), []).append((each, key))
    found: list[Node] = []
    for path, letter in writer.letters.items():
        own = by_source.get(path, [])
        own.sort(key=lambda pair: (pair[0].evidence.paragraph, pair[0].evidence.ranges, pair[1]))
        for number, (note, key) in enumerate(own, 1):
            found.append(
                {
                    "source": path,
                    "key": key,
                    "mark": f"{letter}{number}",
                    "lines": [{"where": line.where, "words": cited_node(line.words)} for line in note.lines],
                }
            )
    return found
