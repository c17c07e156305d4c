"""Articles in documents: PDF, Word, Markdown. Their text is read as a paste is."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import mammoth
import markdown
from lxml import etree

from generator.editing.importing.article import Article, ArticleParagraph, Author, Field, Mask, MaskReason
from generator.editing.importing.bylines import authors_of
from generator.editing.importing.layout import blocks_of, parsed
from generator.editing.importing.metadata import iso_day
from generator.editing.importing.pastes import article_from_text
from generator.editing.importing.pdf_text import Document, document_in
from generator.read.inputs import InputFile
from generator.read.nodes import Fields
from generator.read.records import part

LARGEST_UNPACKED = 100_000_000
"""So many bytes may be in a packed document; what unpacks to more was made to fill a memory."""

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_CORE = "docProps/core.xml"
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dcterms": "http://purl.org/dc/terms/",
}
# What programs write into the title of a document that nobody has given one.
_NO_TITLE = re.compile(
    r"(?:microsoft word|untitled|unbenannt|sans titre|document\d*|doc\d+|.*\.(?:docx?|pdf|indd|qxp))\b.*",
    re.I,
)


class TooLarge(Exception):
    """A packed document whose parts are larger than any article's."""


def text_of_markup(markup: str) -> str:
    """The text of HTML without a page around it: its blocks as paragraphs."""
    root = parsed(markup)
    return "\n\n".join(block.text for block in blocks_of(root)) if root is not None else ""


def article_from_pdf(data: bytes, name: str) -> Article:
    """The article in a PDF; what runs along on its pages is left out. Raises as `document_in` does."""
    document = document_in(data)
    article = article_from_text("\n\n".join(document.paragraphs), name)
    running = tuple(_running(document))
    title = _titled(document.about.get("Title"), document, "title of the PDF") or article.title
    if document.headline and (title is None or title is article.title):
        title = Field(document.headline, "largest letters of the first page")
    return replace(
        article,
        paragraphs=(*_without_title(article.paragraphs, title), *running),
        title=title,
        authors=article.authors or _authors(document.about.get("Author"), "author of the PDF"),
        issued=article.issued or _made(document.about.get("CreationDate")),
        url=_printed_address(document),
    )


def _titled(said: str | None, document: Document, origin: str) -> Field[str] | None:
    """The title that a document gives itself, if its text begins so; else a program may have put it."""
    if not said or _NO_TITLE.fullmatch(said):
        return None
    start = _letters("".join(document.paragraphs[:6]))
    return Field(said, origin) if _letters(said) and _letters(said) in start else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _without_title(
    paragraphs: tuple[ArticleParagraph, ...], title: Field[str] | None
) -> tuple[ArticleParagraph, ...]:
    """The paragraphs, with the title masked where it stands over the text."""
    if title is None:
        return paragraphs
    wanted = _letters(title.value)
    return tuple(
        replace(each, mask=Mask(MaskReason.REPEATED_TITLE, title.value))
        if number < 6 and each.mask is None and _letters(each.text) == wanted
        else each
        for number, each in enumerate(paragraphs)
    )


def _running(document: Document) -> tuple[ArticleParagraph, ...]:
    return tuple(
        ArticleParagraph(text, mask=Mask(MaskReason.NAVIGATION, f"on {pages} of {document.pages} pages"))
        for text, pages in document.running
    )


def _printed_address(document: Document) -> Field[str] | None:
    """The address that a browser prints at the foot of each page."""
    for text, _ in document.running:
        if found := _ADDRESS.search(text):
            return Field(found.group(), "printed at the edge of the pages")
    return None


def _made(said: str | None) -> Field[str] | None:
    found = _PDF_DATE.match(said or "")
    day = iso_day("-".join(found.groups())) if found else None
    return Field(f"{day}~", "the day on which the PDF was made", is_doubtful=True) if day else None


def _authors(said: str | None, origin: str) -> Field[tuple[Author, ...]] | None:
    authors = authors_of(said) if said else ()
    return Field(authors, origin, is_doubtful=True) if authors else None


def article_from_word(data: bytes, name: str) -> Article:
    """The article in a Word document. Raises TooLarge, or what libraries raise on what is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # No part is read beyond the size that the archive gives for it, so their sum can be relied on.
        if sum(item.file_size for item in archive.infolist()) > LARGEST_UNPACKED:
            raise TooLarge
        core = archive.read(_CORE) if _CORE in archive.namelist() else b""
    markup = mammoth.convert_to_html(
        io.BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {})
    ).value
    article = article_from_text(text_of_markup(markup), name)
    about = _core_properties(core)
    said = about.get("title")
    title = Field(said, "title of the document") if said and not _NO_TITLE.fullmatch(said) else article.title
    return replace(
        article,
        paragraphs=_without_title(article.paragraphs, title),
        title=title,
        authors=article.authors or _authors(about.get("creator"), "author of the document"),
        issued=article.issued or _saved(about.get("created")),
    )


def _core_properties(core: bytes) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(core, parser) if core else None
    if root is None:
        return {}
    wanted = {"title": "dc:title", "creator": "dc:creator", "created": "dcterms:created"}
    found = {name: root.findtext(path, namespaces=_NAMES) for name, path in wanted.items()}
    return {name: text.strip() for name, text in found.items() if text and text.strip()}


def _saved(said: str | None) -> Field[str] | None:
    day = iso_day(said) if said else None
    return Field(f"{day}~", "the day on which the document was made", is_doubtful=True) if day else None


def article_from_markdown(text: str, name: str) -> Article:
    """The article in Markdown; the front matter tells of it what it tells."""
    parted, _ = part(InputFile(name, text, ""))
    head = parted.head if parted and isinstance(parted.head, Fields) else {}
    body = text[parted.body :] if parted else text
    article = article_from_text(text_of_markup(markdown.markdown(body)), name)
    fields = {key: value for key, value in head.items() if isinstance(value, str)}
    day = iso_day(fields.get("date") or fields.get("issued") or "")
    title = _of_head(fields, "title") or article.title
    return replace(
        article,
        paragraphs=_without_title(article.paragraphs, title),
        title=title,
        publisher=_of_head(fields, "publisher", "site_name") or article.publisher,
        url=_of_head(fields, "url", "source", "link"),
        authors=_authors(fields.get("author"), "front matter") or article.authors,
        issued=Field(day, "front matter") if day else article.issued,
    )


def _of_head(fields: dict[str, str], *names: str) -> Field[str] | None:
    said = next((fields[name] for name in names if fields.get(name)), None)
    return Field(said, "front matter") if said else None
