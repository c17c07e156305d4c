"""All that a built site says to those who read it, see it, hear it or load it into other programs."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import icalendar
import pikepdf
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.addresses import PageFiles, SiteFiles
from generator.model.pages import Edition
from generator.output.documents.llms import OPTIONAL
from generator.output.pictures import drawing
from tests.support.pdfs import FOOT_AND_HEAD, elements_of, opened, raw_text_of
from tests.support.pseudo import ALIKE
from tests.support.taken import lines_of, word_paragraphs

OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "robots.txt")
OF_SCHEMAS = ("data/edition.schema.json",)
"""Files that describe others to machines, and hold no words."""
ARCHIVE, SCRIPT_ON_DISK = "site.zip", "site/assets/offline.js"

ATTRIBUTES = ("title", "alt", "aria-label", "placeholder", "label", "data-label", "data-about", "content")
_INLINE = "a abbr b bdi bdo cite code dfn em i ins kbd mark q s small span strong sub sup text time u var wbr"
INLINE = frozenset(_INLINE.split())
UNSEEN = frozenset({"script", "style", "del"})
"""Elements without words of the page: what was removed stood there before."""
TOKENS_OF_HEAD = re.compile(
    r"viewport|robots|generator|referrer|color-scheme|theme-color|og:(type|locale|url|image($|:type|:width|:height))"
    r"|twitter:card|DC\.type|citation_(language|date|online_date|\w*_url)"
)
"""What a machine reads in the head of a page: kinds, languages, addresses."""
_OF_MACHINES = (
    "kind kinds type level role role_key tense mark settled status rights key unit_key value name_of about",
    "id ids part_of anchor anchors page path places statement quotations source checksum files version",
    "format mime url URL href feed_url home_page_url @type @id @context language inLanguage as_of date",
    "voice issued modified due until held start end made dateModified datePublished startDate endDate",
    "certainty reach statements",
    "motivation prefix suffix actionStatus folds",
    "schema encoding mediatype hash created roles primaryKey fields",
)
TOKENS = frozenset(" ".join(_OF_MACHINES).split())
"""Fields of data that hold what a machine compares: kinds, ids, dates, addresses."""
OF_A_MANIFEST = (
    ".details.part",
    ".details.qualifier",
    ".deadlines.text",
    ".figures.text",
    ".statements.text",
)
"""What a manifest says in words of its own in every language, so that editions can be compared."""
TOKENS_AT = (".facets.name", ".resources.name", *OF_A_MANIFEST)
"""Fields that hold tokens in one place, and words elsewhere."""
NAME_OF_A_COLUMN, WORDED = re.compile("[a-z_]+"), frozenset({"about", "label", "text", "title", "told"})
"""Of tables for machines: how columns are called, and those that hold words of pages."""
OF_ONE_LINE = frozenset({"runs", "pieces"})
IN_BIBTEX = frozenset({"title", "howpublished", "note", "author", "publisher", "organization"})
IN_RIS = frozenset({"TI", "T2", "N1", "AU", "PB", "AB", "A2"})
IN_CALENDARS = ("NAME", "X-WR-CALNAME", "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CATEGORIES")

_MARK = re.compile(rf"(?<=[{ALIKE}])[a-z]\b|(?:(?<=[a-z{ALIKE}])|(?<=[A-Z]{{3}}))[A-Z](?=\d)")
"""Marks of notes on paper, which stand close behind words."""
_LETTER_OF_A_SOURCE = re.compile(r"\s\([A-Z]\)(?=\s)")
"""What stands behind the name of a source in a sentence on paper."""
_REMOVED, _ADDED = re.compile(r"\[-(.*?)-\]", re.DOTALL), re.compile(r"\{\+(.*?)\+\}", re.DOTALL)
"""What a redline of plain text took away from a sentence, and what it put in."""
_END_OF_A_NAME = re.compile(FOOT_AND_HEAD.pattern + r"(?:\w+ ){1,3}\([A-Z]\)(?=[,\n])")
"""The same, and the end of a source's name in a cell that goes on there, after the foot of another cell."""
_COMMENT = re.compile(r"^\s*//[^\n]*$|/\*.*?\*/", re.MULTILINE | re.DOTALL)
_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`([^`]*)`')
_CODE = re.compile(r"\$\{[^{}]*\}")
_PLACE = re.compile(r"\{\w+\}")
"""Where code fills something into a literal, and a script into a message: no words themselves."""
_COULD_BE_SHOWN = re.compile(
    r"(?!(?:use strict|Enter|Escape|Tab|a, button, select|used-in way-back)$)"
    r"(?:.*[A-Za-z]{2},? [A-Za-z]{2}|[A-Z][a-z]+\b)",
    re.DOTALL,
)
"""Literals of scripts that are several words, or one in capitals: no names, no selectors, keys or classes."""
_SEARCHED = "self.searchPart("

WORDLESS = frozenset({"", ".gz", ".png", ".sqlite", ".svg", ".woff2", ".xml", ".zip"})
"""Files that say nothing, or whose words are read elsewhere; any other is read, or the test fails."""

Found = Iterator[tuple[str, str]]
"""Where in a file something is said, and what."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that readers see. A break of lines in the text may be one between things of their own."""

    file: str
    where: str
    text: str


def seen(site: Path, edition: Edition) -> Iterator[Said]:
    """All that readers see of a site, and of the pictures of its pages, whose files hold no words."""
    readers = {
        ".html": _page, ".json": _data, ".jsonld": _data, ".atom": _feed, ".ics": _calendar, ".txt": _lines,
        ".bib": _bibtex, ".ris": _ris, ".pdf": _paper, ".js": _script, ".css": _style,
        ".csv": _sheet, ".md": _markdown,
        ".docx": _word, ".epub": _epub,
    }  # fmt: skip
    for path in sorted(site.rglob("*")):
        file = path.relative_to(site).as_posix()
        if file.startswith((*OF_THE_THEME, *OF_SCHEMAS)) or path.suffix in WORDLESS or path.is_dir():
            continue
        reader = _markdown if file == SiteFiles.LLMS else readers[path.suffix]
        yield from (Said(file, *found) for found in reader(path.read_bytes()))
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        yield from (Said(SCRIPT_ON_DISK, *found) for found in _script(archive.read(SCRIPT_ON_DISK)))
    for page in edition.pages:
        for where, text in drawing(edition, page).items():
            if where != "language":
                yield Said(PageFiles(page.path).picture, where, text)


def _page(content: bytes) -> Found:
    root = LexborHTMLParser(content.decode()).root
    assert root is not None
    for element in root.traverse():
        for name in ATTRIBUTES:
            value = element.attributes.get(name)
            if value and not (element.tag == "meta" and _is_token(element)):
                yield f"{element.tag} {name}", value
        if element.tag == "script" and element.attributes.get("type") == "application/ld+json":
            yield from _data(element.text().encode())
    yield from (("text", text) for text in _blocks(root))


def in_places(page: str, selector: str) -> Iterator[str]:
    """The texts of the elements of a page that a selector chooses."""
    for element in LexborHTMLParser(page).css(selector):
        yield from _blocks(element)


def _is_token(meta: LexborNode) -> bool:
    name = meta.attributes.get("name") or meta.attributes.get("property") or ""
    return bool(TOKENS_OF_HEAD.match(name)) or "http-equiv" in meta.attributes


def _blocks(root: LexborNode | None) -> Iterator[str]:
    """The texts of a page, each with all that stands in one line with it."""
    line: list[str] = []

    def walk(node: LexborNode) -> Iterator[str]:
        if node.tag == "-text":
            line.append(node.text_content or "")
        elif node.tag not in UNSEEN:
            breaks = node.tag not in INLINE
            if node.tag == "text":
                line.append(" ¦ ")  # of a picture, where one text may stand in several lines
            if breaks:
                yield from line_ended()
            for child in node.iter(include_text=True):
                yield from walk(child)
            if breaks:
                yield from line_ended()

    def line_ended() -> Iterator[str]:
        text = " ".join("".join(line).split())
        line.clear()
        if text:
            yield text

    assert root is not None
    yield from walk(root)


def _data(content: bytes) -> Found:
    yield from _values(json.loads(content), "")


def _values(value: object, where: str) -> Found:
    if isinstance(value, dict):
        for name, each in value.items():
            place = f"{where}.{name}"
            if name in OF_ONE_LINE:
                after = (run for run in each if run.get("type") != "removed")
                yield place, "".join(str(run.get("text", "\n")) for run in after)
                yield from _values([{**run, "text": ""} for run in each], place)
            elif name == "content_html":
                yield from ((place, text) for text in _blocks(LexborHTMLParser(each).root))
            elif name == "name" and "$schema" in value:
                continue  # a package is called by its site, in small letters
            elif name not in TOKENS and not place.endswith(TOKENS_AT):
                yield from _values(each, place)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each, where)
    elif isinstance(value, str) and value:
        yield where, value


def _feed(content: bytes) -> Found:
    for element in ElementTree.fromstring(content).iter():  # noqa: S314 - our own
        name = element.tag.rpartition("}")[2]
        if element.get("type") == "html":
            yield from ((name, text) for text in _blocks(LexborHTMLParser(element.text or "").root))
        elif element.text and name not in {"id", "updated", "published"}:
            yield name, element.text


def _calendar(content: bytes) -> Found:
    for part in icalendar.Calendar.from_ical(content).walk():
        yield from ((name, _property(part[name])) for name in IN_CALENDARS if name in part)


def _property(value: object) -> str:
    """The words of a property; several are parted by commas."""
    return ", ".join(map(str, getattr(value, "cats", (value,))))


def _lines(content: bytes) -> Found:
    """Paragraphs; those that hold a reference in a form of its own are read as files of that form are."""
    forms = {"@": _bibtex, "TY  -": _ris, "[\n": _data}
    for number, paragraph in enumerate(re.split(r"\n\s*\n", content.decode()), start=1):
        form = next((forms[start] for start in forms if paragraph.startswith(start)), None)
        if form:
            yield from form(paragraph.encode())
        else:
            yield f"paragraph {number}", _ADDED.sub(r"\1", _REMOVED.sub("", paragraph))
            if _REMOVED.search(paragraph):
                yield f"paragraph {number}, before", _REMOVED.sub(r"\1", _ADDED.sub("", paragraph))


def _markdown(content: bytes) -> Found:
    """The lines of clean Markdown, and what its front matter says in words."""
    text = content.decode()
    if text.startswith("---\n"):
        _, front, text = text.split("---\n", 2)
        told = yaml.safe_load(front)
        yield from ((name, told[name]) for name in ("title", "site", "publisher") if name in told)
    yield from (("line", line) for line in lines_of(text) if line != OPTIONAL)


def _word(content: bytes) -> Found:
    """The paragraphs of a Word file, its notes and foot, and what it says of itself."""
    about = docx.Document(io.BytesIO(content)).core_properties
    yield from (("property", text) for text in (about.title, about.subject, about.author))
    yield from (("paragraph", text) for text in word_paragraphs(content))


def _epub(content: bytes) -> Found:
    """The texts of the pages of a book, and what it says of itself."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                tree = LexborHTMLParser(book.read(name))
                for mark in tree.css("sup, a[role=doc-backlink]"):
                    mark.decompose()
                yield from ((name, text) for text in _blocks(tree.root))
        package = ElementTree.fromstring(book.read("EPUB/package.opf"))  # noqa: S314 - our own
    for element in package.iter():
        name = element.tag.rpartition("}")[2]
        if name in ("title", "creator", "publisher"):
            yield name, element.text or ""


def _sheet(content: bytes) -> Found:
    """Each cell, with the title of its column; of a table for machines, those that hold words."""
    first, *rows = csv.reader(content.decode("utf-8-sig").splitlines())
    if all(map(NAME_OF_A_COLUMN.fullmatch, first)):
        worded = [(title, at) for at, title in enumerate(first) if title in WORDED]
        yield from ((title, row[at]) for row in rows for title, at in worded)
        return
    yield from (("title", title) for title in first)
    yield from ((title, cell) for row in rows for title, cell in zip(first, row, strict=True))


def _bibtex(content: bytes) -> Found:
    for name, text in re.findall(r"^  (\w+) = \{(.*)\},$", content.decode(), re.MULTILINE):
        if name in IN_BIBTEX:
            yield name, re.sub(r"\\text\w+|\\(?=\W)", "", text)


def _ris(content: bytes) -> Found:
    for name, text in re.findall(r"^(\w\w)  - (.*)$", content.decode(), re.MULTILINE):
        if name in IN_RIS:
            yield name, text


def _paper(content: bytes) -> Found:
    raw = raw_text_of(content)
    yield from (("foot and head", _MARK.sub("", lines)) for lines in FOOT_AND_HEAD.findall(raw))
    text = re.sub(r"[\u00ad\u2010]\n", "", FOOT_AND_HEAD.sub("\n", _END_OF_A_NAME.sub("\n", raw)))
    yield "text", _LETTER_OF_A_SOURCE.sub("", _MARK.sub("", text))
    with opened(content) as pdf:
        for name in ("/Title", "/Subject", "/Keywords"):
            if name in pdf.docinfo:
                yield name, str(pdf.docinfo[name])
        yield from ((f"attachment {name}", each.description) for name, each in pdf.attachments.items())
        with pdf.open_outline() as outline:
            yield from (("outline", title) for title in _titles(outline.root))
        yield from (("read out", str(each.Alt)) for each in elements_of(pdf) if "/Alt" in each)


def _titles(items: Iterable[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _script(content: bytes) -> Found:
    """What a script could show. What is searched is the text of the pages, of which it keeps the titles."""
    text = content.decode()
    if text.startswith(_SEARCHED):
        name, part = json.loads(f"[{text.removeprefix(_SEARCHED).rstrip().removesuffix(');')}]")
        yield from _searched(name, part)
        return
    for literal in (_CODE.sub("", "".join(each)) for each in _LITERAL.findall(_COMMENT.sub("", text))):
        if _COULD_BE_SHOWN.match(literal):
            yield "literal", json.loads(f'"{literal}"') if r"\u" in literal else literal


def _searched(name: str, part: Any) -> Found:
    """What the search shows of a part of its index; what it compares queries with nobody sees."""
    if name.startswith("entries"):
        yield from (("title or kind", text) for _, title, kind, *_ in part for text in (title, kind))
    elif name.startswith("answers"):
        yield from (("answer", text) for title, _, lead, *_ in part for text in (title, lead))
    elif name == "start.js":
        shown = (part[key] for key in ("label", "day", "noDay", "nothing", "nearest"))
        told = (*shown, *part["support"], *part["headings"].values())
        yield from (("message", _PLACE.sub("", text)) for text in told)


def _style(content: bytes) -> Found:
    yield from (("content", text) for text in re.findall(r'content:\s*"([^"]*)"', content.decode()))
