"""A page as plain JSON for print: runs, blocks, notes. Text stays text; nothing is parsed.

What differs from the page on the web stands here alone: tables of more than three columns fold into two,
asides of dates and of the editor become lettered remarks, and links lead to the site's own address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import get_args
from urllib.parse import urlsplit

from generator.model.dates import spoken
from generator.model.edition import (
    Block,
    Column,
    DotPlot,
    Edition,
    EditorMark,
    External,
    KeyFigures,
    Line,
    Link,
    NoteRef,
    Page,
    PageKind,
    Plain,
    Quiet,
    Row,
    Run,
    Section,
    SideMark,
    Table,
    Target,
    When,
)

Node = dict[str, object]

# The kinds that are printed, each with the number of pages of its form.
FORMS = {PageKind.TOPIC: 2, PageKind.ROUND: 2, PageKind.OFFICIAL: 1}

# Sections that the printed notes say already.
SAID_BY_NOTES = frozenset({"sources"})

MOST_COLUMNS = 3
_RUNS = get_args(Run)
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
# Controls and halves of characters; and marks that would turn the order of the words around them.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text on one line; what cannot be printed, or would reorder what is printed, is U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", _SPACES.sub(" ", text))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site lives; without an https address nothing on paper is a link."""

    address: str | None

    def of(self, target: Target) -> str | None:
        """The address of a place on the site."""
        if self.address is None:
            return None
        path = "" if target.page == "index" else target.page.removesuffix("/index") + "/"
        return f"{self.address}{path}" + (f"#{target.anchor}" if target.anchor else "")


def site_place(url: str | None) -> Place:
    """The place that a project's settings name; none unless it is an https address."""
    is_secure = url is not None and urlsplit(url).scheme == "https" and urlsplit(url).hostname
    return Place(url.rstrip("/") + "/" if url and is_secure else None)


@dataclass(slots=True)
class Writer:
    """Makes nodes, and keeps the remarks that the marks of one document stand for, each once."""

    place: Place
    with_bases: bool = True
    remarks: dict[str, str] = field(default_factory=dict)

    def remark(self, text: str) -> str:
        """The letter of a remark: a … z, then aa …; equal remarks share one."""
        return self.remarks.setdefault(printable(text), _letter(len(self.remarks)))

    def line(self, value: Line) -> list[Node]:
        """The runs of a line."""
        return [self.run(each) for each in value.runs]

    def run(self, value: Run) -> Node:
        """A run with its type; an address only where it may be followed."""
        match value:
            case EditorMark(reason):
                return {"type": "remark", "letter": self.remark(f"The editor’s own: {reason}")}
            case When(text, _, basis):
                letter = self.remark(f"Date: {basis}") if basis and self.with_bases else None
                return {"type": "when", "text": printable(text), "letter": letter}
            case External(text, url):
                safe = url if urlsplit(url).scheme == "https" and not re.search(r"[\s\\<>\"]", url) else None
                return {"type": "link", "text": printable(text), "url": safe}
            case NoteRef(number):
                return {"type": "note_ref", "number": number}
            case Link() | _ if hasattr(value, "target"):
                to = self.place.of(value.target)
                node: Node = {"type": "link", "text": printable(value.text), "url": to}
                return node | ({"type": "side", "rank": value.rank} if isinstance(value, SideMark) else {})
            case _:
                return {"type": snake(type(value).__name__), "text": printable(value.text)}

    def block(self, value: Block) -> Node:
        """A block with its type and all that it holds."""
        if isinstance(value, KeyFigures):
            value = tabled(value)
        if isinstance(value, Table):
            value = folded(value)
        if isinstance(value, DotPlot):
            return self._fields(value) | {"type": "dot_plot", "scale": _scale(value)}
        return self._fields(value) | {"type": snake(type(value).__name__)}

    def section(self, value: Section) -> Node:
        """A section."""
        heading = printable(value.heading) if value.heading else None
        return {"anchor": value.anchor, "heading": heading, "blocks": [*map(self.block, value.blocks)]}

    def _fields(self, value: object) -> Node:
        # The caller has asked `is_dataclass`, which mypy does not carry into a parameter of type object.
        return {each.name: self._value(getattr(value, each.name)) for each in fields(value)}  # type: ignore[arg-type]

    def _value(self, value: object) -> object:
        match value:
            case Line():
                return self.line(value)
            case tuple():
                return [self._value(each) for each in value]
            case Enum():
                return value.value
            case str():
                return printable(value)
            case _ if isinstance(value, _RUNS):
                return self.run(value)
        return self._fields(value) if is_dataclass(value) else value


def snake(name: str) -> str:
    """`DotPlot` as `dot_plot`."""
    return _CAPITAL.sub("_", name).lower()


def tabled(figures: KeyFigures) -> Table:
    """Key figures as a table: what is measured, and its values."""
    rows = (Row((Line((each.label,)), Line(tuple(_listed(each.values))))) for each in figures.figures)
    return Table("Figures as the sources give them", ("What is measured", "Values"), tuple(rows))


def _listed(values: tuple[Column, ...]) -> Iterator[Run]:
    for position, value in enumerate(values):
        yield from ((Plain("; "),) if position else ())
        for line in (value.heading, *value.items):
            yield from (*line.runs, Plain(" "))


def folded(table: Table) -> Table:
    """The table, fit for a column of text.

    A column of one and the same value moves into the caption; beyond three columns, the first and the
    fullest stay and the others become labelled lines below the fullest.
    """
    texts = [[_text(row.cells[at]) for row in table.rows] for at in range(len(table.header))]
    same = [at for at in range(1, len(texts)) if len(table.rows) > 2 and len(set(texts[at])) == 1]
    same = [at for at in same if not any(isinstance(r, NoteRef) for r in table.rows[0].cells[at].runs)]
    said = "; ".join(f"{table.header[at].lower()}: {texts[at][0]}" for at in same)
    caption = table.caption + (f" ({said})" if said else "")
    kept = [at for at in range(len(texts)) if at not in same]
    if len(kept) > MOST_COLUMNS:
        fullest = max(kept[1:], key=lambda at: sum(map(len, texts[at])))
        others = [at for at in kept[1:] if at != fullest]
        rows = tuple(Row((row.cells[0], _joined(table, row, fullest, others))) for row in table.rows)
        return Table(caption, (table.header[0], table.header[fullest]), rows)
    rows = tuple(Row(tuple(row.cells[at] for at in kept)) for row in table.rows)
    return Table(caption, tuple(table.header[at] for at in kept), rows)


def _joined(table: Table, row: Row, fullest: int, others: list[int]) -> Line:
    runs: list[Run] = [*row.cells[fullest].runs]
    for at in others:
        if _text(row.cells[at]):
            lead = f" · {table.header[at]}: " if runs else f"{table.header[at]}: "
            runs += [Quiet(lead), *row.cells[at].runs]
    return Line(tuple(runs))


def _text(line: Line) -> str:
    return "".join(getattr(run, "text", "") for run in line.runs).strip()


def _letter(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _scale(plot: DotPlot) -> list[float]:
    low, high = min(d.low for d in plot.dots), max(d.high for d in plot.dots)
    margin = (high - low) * 0.1 or abs(low) * 0.1 or 1.0
    return [low - margin, high + margin]


def heading_facts(edition: Edition, page: Page, place: Place) -> Node:
    """What heads and foots of a document say."""
    as_of = edition.as_of.latest()
    return {
        "series": printable(edition.site_name),
        "kind": page.kind.value,
        "title": printable(page.title),
        "deck": printable(page.deck),
        "as_of": spoken(edition.as_of),
        "date": [as_of.year, as_of.month, as_of.day],
        "version": page.version[:8],
        "path": page.path,
        "url": place.of(Target(page.path)),
    }


def note_nodes(page: Page, cited: frozenset[int], *, in_words: bool) -> tuple[list[Node], list[Node]]:
    """The sources by letter, and the notes that the document cites, under the web page's own numbers."""
    notes = [note for note in page.notes if note.number in cited]
    letters: dict[str, str] = {}
    sources: list[Node] = []
    for note in notes:
        if note.evidence.source not in letters:
            letters[note.evidence.source] = _letter(len(letters)).upper()
            label = printable(note.source_label)
            sources.append({"letter": letters[note.evidence.source], "label": label})
    printed: list[Node] = [
        {
            "number": note.number,
            "source": letters[note.evidence.source],
            "paragraph": note.evidence.paragraph,
            "words": printable(note.evidence.exact) if in_words else None,
        }
        for note in notes
    ]
    return sources, printed


__all__ = ["FORMS", "SAID_BY_NOTES", "Node", "Place", "Writer", "folded", "site_place"]
