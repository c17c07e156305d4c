"""The dossier as an EPUB 3: a file for each chapter, its notes at its end, contents, language, identifier.

As in a Word file, only what is listed here can be in it: no script, no picture, nothing that is fetched.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from generator.model.addresses import SiteAddress
from generator.model.kinds import KINDS
from generator.model.pages import Edition, Note
from generator.model.runs import Target
from generator.output.charts.lettering import runs_left
from generator.output.documents.outline import (
    Grid,
    Head,
    Inline,
    Inlines,
    Look,
    Para,
    Part,
    Places,
    Points,
    Proof,
    Quote,
    Remark,
    Role,
    Text,
    key_of,
    noted,
    words_of,
)
from generator.output.documents.packing import packed
from generator.output.documents.whole import Chapter, dossier_chapters, front_of
from generator.output.documents.xml import Languages, Spoken, as_xml, joined, spoken
from generator.output.markdown.escape import safe_url
from generator.output.pdf.document import letter_of
from generator.output.typography import curled
from generator.words import Words, words_in

MIMETYPE = "mimetype"
_STYLE = Path(__file__).with_name("templates").joinpath("epub.css")
_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_ELEMENTS = {Look.STRONG: "strong", Look.ADDED: "ins", Look.REMOVED: "del"}
_XHTML = "application/xhtml+xml"
_ACCESS = {
    "accessMode": ("textual",),
    "accessModeSufficient": ("textual",),
    "accessibilityFeature": ("structuralNavigation", "tableOfContents"),
    "accessibilityHazard": ("none",),
}
"""What readers' catalogues ask of a book (EPUB Accessibility 1.1)."""


@dataclass(slots=True)
class ChapterWriter:
    """Writes the parts of a chapter as XHTML, and keeps the notes that they mark, counted in the chapter."""

    words: Words
    site: SiteAddress
    names: Languages
    places: Places
    file: str
    notes: Mapping[int, Note] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    marked: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)

    def part(self, part: Part) -> str:
        """A part as elements."""
        match part:
            case Head(level, line, at):
                tag = f"h{max(level - 1, 1)}"
                return f"<{tag}{self._id(at)}{_way(line)}>{self.line(line)}</{tag}>"
            case Para(line, role):
                kind = "" if role is Role.BODY else f' class="{role.value}"'
                return f"<p{kind}{_way(line)}>{self.line(line)}</p>"
            case Points(points):
                return f"<ul>{''.join(self._point(each.line, each.below) for each in points)}</ul>"
            case Grid():
                return self._table(part)
            case Quote(line, by):
                said = f"<p{_way(line)}>{self.line(line)}</p><p>{self.line(by)}</p>"
                return f"<blockquote>{said}</blockquote>"
            case _:
                assert_never(part)

    def _id(self, at: Target | None) -> str:
        """The identifier of a place, where the document is first at it."""
        place = self.places.names.get(at) if at else None
        if place is None or place in self.given:
            return ""
        self.given.add(place)
        return f' id="{place.partition("#")[2]}"'

    def _point(self, line: Inlines, below: tuple[Inlines, ...]) -> str:
        inner = "".join(f"<li{_way(each)}>{self.line(each)}</li>" for each in below)
        return f"<li{_way(line)}>{self.line(line)}{f'<ul>{inner}</ul>' if inner else ''}</li>"

    def _table(self, table: Grid) -> str:
        caption = f"<caption>{self.line((Text(table.caption),))}</caption>" if table.caption else ""
        header = "".join(f'<th scope="col">{self.line((Text(cell),))}</th>' for cell in table.header)
        rows = "".join(f"<tr>{''.join(map(self._cell, row))}</tr>" for row in table.rows)
        return f"<table>{caption}<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"

    def _cell(self, line: Inlines) -> str:
        return f"<td{_way(line)}>{self.line(line)}</td>"

    def line(self, line: Inlines) -> str:
        """Words and marks; marks that touch are parted by a comma."""
        made: list[str] = []
        last: Inline | None = None
        for each in line:
            if isinstance(each, Text):
                made.append(self._text(each))
            else:
                comma = "<sup>, </sup>" if last is not None and not isinstance(last, Text) else ""
                made.append(f"{comma}{self._mark(each)}")
            last = each
        return "".join(made)

    def _text(self, each: Text) -> str:
        inner = "".join(map(_piece, spoken(each.text, each.language, self.names)))
        if tag := _ELEMENTS.get(each.look):
            inner = f"<{tag}>{inner}</{tag}>"
        place = self.places.of(each.to)
        to = place.removeprefix(self.file) if place else self._url(each.to)
        return f'<a href="{as_xml(to)}">{inner}</a>' if to else inner

    def _url(self, to: Target | str | None) -> str | None:
        if isinstance(to, Target):
            return self.site.of(to)
        return None if to is None else safe_url(to)

    def _mark(self, each: Proof | Remark) -> str:
        """The mark of a note, and the note when it is marked first."""
        key = each.text if isinstance(each, Remark) else key_of(self.notes[each.number])
        if key not in self.marked:
            number = sum(not label.isdigit() for label in self.marked.values())
            is_remark = isinstance(each, Remark)
            label = letter_of(number) if is_remark else str(len(self.marked) - number + 1)
            self.marked[key] = label
            self.written[label] = self.line(self._note(each))
        label = self.marked[key]
        place = f' id="mark-{label}"' if self._is_first(label) else ""
        link = f'<a epub:type="noteref" role="doc-noteref" href="#note-{label}"{place}>{label}</a>'
        return f"<sup>{link}</sup>"

    def _is_first(self, label: str) -> bool:
        is_first = f"mark {label}" not in self.given
        self.given.add(f"mark {label}")
        return is_first

    def _note(self, each: Proof | Remark) -> Inlines:
        if isinstance(each, Remark):
            return (Text(curled(each.text, self.words)),)
        note = self.notes[each.number]
        return noted(note, self.words, self.languages.get(note.evidence.source, ""))

    def footnotes(self) -> str:
        """The notes of the chapter: numbers, then letters."""
        ordered = sorted(self.written.items(), key=lambda item: not item[0].isdigit())
        asides = "".join(_aside(label, text) for label, text in ordered)
        heading = as_xml(self.words("part.notes"))
        start = f'<section class="notes" epub:type="footnotes"><h2>{heading}</h2>'
        return f"{start}{asides}</section>" if asides else ""


def dossier_epub(edition: Edition, site: SiteAddress) -> bytes:
    """The book; the same edition gives the same bytes."""
    words, chapters = words_in(edition.language), dossier_chapters(edition)
    files = [f"chapter-{number:02}.xhtml" for number in range(1, len(chapters) + 1)]
    places = _places(chapters, files)
    contents = _contents(chapters, files, places, edition, words)
    pages = {"title.xhtml": _title(edition, words), "nav.xhtml": contents}
    for file, chapter in zip(files, chapters, strict=True):
        writer = ChapterWriter(words, site, edition.languages, places, file)
        pages[file] = _page(chapter.title, _written(writer, chapter), edition.language)
    return packed(
        (
            (MIMETYPE, b"application/epub+zip"),
            ("META-INF/container.xml", joined((_CONTAINER,))),
            ("EPUB/package.opf", joined(_package(edition, site, words, tuple(pages)))),
            *((f"EPUB/{file}", content) for file, content in pages.items()),
            ("EPUB/style.css", _STYLE.read_bytes()),
        ),
        stored=frozenset({MIMETYPE}),
    )


def _places(chapters: Iterable[Chapter], files: Iterable[str]) -> Places:
    """Where each place is that the book heads, as `file#identifier`."""
    names: dict[Target, str] = {}
    for file, chapter in zip(files, chapters, strict=True):
        for head in chapter.heads():
            if head.at:
                names.setdefault(head.at, f"{file}#place-{len(names) + 1}")
    return Places(names, is_whole=True)


def _written(writer: ChapterWriter, chapter: Chapter) -> Iterator[str]:
    yield '<section epub:type="chapter" role="doc-chapter">'
    for piece in chapter.pieces:
        writer.notes = {note.number: note for note in piece.page.notes}
        writer.languages = {item.id: item.language for item in piece.page.sources if item.language}
        yield from map(writer.part, piece.parts)
    yield f"{writer.footnotes()}</section>"


def _title(edition: Edition, words: Words) -> bytes:
    title, *about = front_of(edition, words)
    return _page(title, _titled(title, about), edition.language)


def _titled(title: str, about: Iterable[str]) -> Iterator[str]:
    yield f'<section epub:type="titlepage"><h1>{as_xml(title)}</h1>'
    yield from (f"<p>{as_xml(each)}</p>" for each in about)
    yield "</section>"


def _contents(
    chapters: Iterable[Chapter], files: Iterable[str], places: Places, edition: Edition, words: Words
) -> bytes:
    heading = words("print.dossier.contents")
    items = "".join(_entry(chapter, file, places) for chapter, file in zip(chapters, files, strict=True))
    nav = f'<nav epub:type="toc" role="doc-toc"><h1>{as_xml(heading)}</h1><ol>{items}</ol></nav>'
    return _page(heading, (nav,), edition.language)


def _entry(chapter: Chapter, file: str, places: Places) -> str:
    """A line of the contents: a chapter, and below it its parts."""
    heads = [head for head in chapter.heads() if head.level == 3 and head.at]
    lines = "".join(
        f'<li><a href="{place}">{as_xml(words_of(head.line))}</a></li>'
        for head in heads
        if (place := places.of(head.at)) and place.startswith(file)
    )
    return f'<li><a href="{file}">{as_xml(chapter.title)}</a>{f"<ol>{lines}</ol>" if lines else ""}</li>'


def _package(edition: Edition, site: SiteAddress, words: Words, pages: tuple[str, ...]) -> Iterator[str]:
    """What the book is, its files, and their order (EPUB 3.3)."""
    day = edition.as_of.latest().isoformat()
    address = site.of(Target(KINDS.home.path()))
    publisher = edition.publisher.name if edition.publisher else edition.site_name
    title, *_ = front_of(edition, words)
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{address or edition.site_name} {day}")
    told = {
        "dc:title": words("list.labelled", label=edition.site_name, value=title),
        "dc:creator": publisher,
        "dc:publisher": publisher,
        "dc:language": edition.language,
        "dc:date": day,
        "dc:source": address,
    }
    yield '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
    yield f'xml:lang="{edition.language}">'
    yield '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    yield f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>'
    yield from (f"<{name}>{as_xml(value)}</{name}>" for name, value in told.items() if value)
    yield f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>'
    for name, values in _ACCESS.items():
        yield from (f'<meta property="schema:{name}">{value}</meta>' for value in values)
    yield "</metadata><manifest>"
    for number, file in enumerate(pages, 1):
        about = ' properties="nav"' if file == "nav.xhtml" else ""
        yield f'<item id="file-{number}" href="{file}" media-type="{_XHTML}"{about}/>'
    yield '<item id="style" href="style.css" media-type="text/css"/></manifest><spine>'
    yield from (f'<itemref idref="file-{number}"/>' for number in range(1, len(pages) + 1))
    yield "</spine></package>"


def _page(title: str, body: Iterable[str], language: str) -> bytes:
    return joined(
        (
            '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" ',
            f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">',
            f"<head><title>{as_xml(title)}</title>",
            '<link rel="stylesheet" type="text/css" href="style.css"/></head><body>',
            *body,
            "</body></html>\n",
        )
    )


def _aside(label: str, text: str) -> str:
    back = f'<a href="#mark-{label}" role="doc-backlink">{label}</a>'
    return f'<aside epub:type="footnote" role="doc-footnote" id="note-{label}"><p>{back} {text}</p></aside>'


def _piece(piece: Spoken) -> str:
    text = as_xml(piece.text)
    if not piece.language:
        return text
    language = as_xml(piece.language)
    return f'<span lang="{language}" xml:lang="{language}">{text}</span>'


def _way(line: Inlines) -> str:
    """The attribute of an element whose words begin from the right."""
    return ' dir="rtl"' if runs_left(words_of(line)) else ""
