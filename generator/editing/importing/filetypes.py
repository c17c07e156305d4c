"""What a file is, told by its content: names lie, and pasted text has none."""

import io
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum

_START = 4096
_MARK_OF_BYTES = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h[1-6]|frameset|table|section|script)\b",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_PROLOGUE = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|<\?xml-stylesheet[^>]*>|\s)*", re.DOTALL)
_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type"
    rb"|Snapshot-Content-Location|Reply-To|X-[A-Za-z-]+):[ \t]*\S",
    re.IGNORECASE | re.MULTILINE,
)
_NO_HEADER = re.compile(rb"\A(?:[^\n:]*\n|[^\n:]*[^\n:A-Za-z0-9-][^\n:]*:)")
_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\n]*\n){0,80}?---[ \t]*\r?(?:\n|\Z)")
_MARKDOWN = re.compile(
    rb"^#{1,6} \S|^(?:\*\*|__)\S.*(?:\*\*|__)$|\[[^\]\n]+\]\((?:https?:|/|#)[^)\n]*\)|^={3,}[ \t]*$|^```",
    re.MULTILINE,
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Format(StrEnum):
    """What can be read, and how each is called."""

    HTML = "HTML"
    MESSAGE = "mail or saved page"
    FEED = "feed"
    DOCX = "Word document"
    PDF = "PDF"
    MARKDOWN = "Markdown"
    TEXT = "text"


SUFFIXES = {
    Format.HTML: (".html", ".htm", ".xhtml"),
    Format.MESSAGE: (".eml", ".mhtml", ".mht"),
    Format.FEED: (".xml", ".rss", ".atom", ".rdf"),
    Format.DOCX: (".docx",),
    Format.PDF: (".pdf",),
    Format.MARKDOWN: (".md", ".markdown", ".txt"),
    Format.TEXT: (".txt", ".text", ".md", ".markdown", ".asc"),
}
"""The endings that files of a format have; the first is the one that its kept original gets."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file is none that can be read, as the end of a sentence, and what to do."""

    code: str
    why: str
    help: str


_SAVE_AS = "save it as .docx or .pdf, or copy its text and pipe it into `briefing import -`"
_PICTURE = Unreadable(
    "import-unknown-format",
    "is a picture, which has no text",
    "have a program for text recognition (OCR) make text or a PDF with text of it",
)
_COMPRESSED = Unreadable("import-unknown-format", "is compressed", "unpack it, and import what is in it")
_OTHER = Unreadable(
    "import-unknown-format",
    "is neither text nor a page, a mail, a feed, a Word document or a PDF",
    _SAVE_AS,
)
_ENCRYPTED_WORD = Unreadable(
    "import-encrypted", "is a Word document with a password", "save it without the password"
)

_REFUSED = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM\x36", b"RIFF"), _PICTURE),
    ((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"), _COMPRESSED),
    ((b"{\\rtf",), Unreadable("import-unknown-format", "is rich text (RTF)", _SAVE_AS)),
    ((b"%!PS",), Unreadable("import-unknown-format", "is PostScript", "make a PDF of it")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OFFICE_FILES = (
    ("xl/", "is a spreadsheet"),
    ("ppt/", "is a presentation"),
    ("content.xml", "is an OpenDocument file"),
    ("META-INF/container.xml", "is an e-book"),
)


def format_of(data: bytes) -> Format | Unreadable:
    """The format of a file's bytes, or why they cannot be read."""
    start = data[:_START]
    for signatures, refusal in _REFUSED:
        if start.startswith(signatures):
            return refusal
    if start.startswith(_OLE):
        return _of_old_office(data)
    if start.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    if b"%PDF-" in start[:1024]:
        return Format.PDF
    if start.startswith(_MARK_OF_BYTES[1:]):
        start = start.decode("utf-16", "replace").encode()
    elif _CONTROL.search(start):
        return _OTHER
    return _of_text(start)


def _of_old_office(data: bytes) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _ENCRYPTED_WORD
    return Unreadable("import-unknown-format", "is of an old Office program", _SAVE_AS)


def _of_archive(data: bytes) -> Format | Unreadable:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as reason:
        return Unreadable("import-broken", f"is a damaged archive: {reason}", "get or save the file again")
    if "word/document.xml" in names:
        return Format.DOCX
    for part, what in _IN_OFFICE_FILES:
        if any(name.startswith(part) for name in names):
            return Unreadable("import-unknown-format", what, _SAVE_AS)
    return _COMPRESSED


def _of_text(start: bytes) -> Format:
    after = start.removeprefix(_MARK_OF_BYTES[0])
    prologue = _PROLOGUE.match(after)
    root = after[prologue.end() :] if prologue else after
    if _FEED.match(root):
        return Format.FEED
    if root.startswith(b"<") and _TAG.search(root):
        return Format.HTML
    if _is_message(after):
        return Format.MESSAGE
    if _FRONT_MATTER.match(start) or len(_MARKDOWN.findall(start)) > 1:
        return Format.MARKDOWN
    return Format.HTML if len(_TAG.findall(start)) > 2 and b"</" in start else Format.TEXT


def _is_message(start: bytes) -> bool:
    """Whether it begins with the header fields of RFC 5322: two at least, and nothing else before them."""
    head = re.split(rb"\r?\n\r?\n", start.lstrip(), maxsplit=1)[0]
    return len(_HEADER.findall(head)) > 1 and _NO_HEADER.match(head) is None
