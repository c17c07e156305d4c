"""From the bytes of one file to the articles in it, whatever its format. Runs where a crash does no harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.editing.importing.article import Article
from generator.editing.importing.documents import (
    LARGEST_UNPACKED,
    TooLarge,
    article_from_markdown,
    article_from_pdf,
    article_from_word,
)
from generator.editing.importing.filetypes import Format, Unreadable, format_of
from generator.editing.importing.html import article_from_html
from generator.editing.importing.messages import article_from_message
from generator.editing.importing.pastes import article_from_text
from generator.editing.importing.pdf_text import NoPassword, NoText
from generator.editing.importing.plain_text import text_of
from generator.editing.importing.syndication import articles_from_feed
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.text import Span
from generator.read.inputs import MAX_SOURCE


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in a file: its format, its articles, and what is wrong with it."""

    format: Format | None = None
    articles: tuple[Article, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """The bytes of one file and what it is called; of one from the network also its address and encoding."""

    data: bytes
    name: str
    address: str | None = None
    encoding: str | None = None


Opener = Callable[[Job], Opened]


def open_file(job: Job) -> Opened:
    """The articles in the bytes of a file. Whatever is wrong with it, a library may raise."""
    if not job.data.strip():
        return Opened(problems=(Diagnostic("import-empty", "the file is empty", Span.at(job.name)),))
    found = format_of(job.data)
    if isinstance(found, Unreadable):
        problem = Diagnostic(found.code, f"this {found.why}", Span.at(job.name), help=found.help)
        return Opened(problems=(problem,))
    if found in (Format.TEXT, Format.MARKDOWN) and len(job.data) > MAX_SOURCE:
        message = (
            f"its text is larger than {MAX_SOURCE // 1_000_000} MB, which is more than a source may hold"
        )
        problem = Diagnostic(
            "import-too-large", message, Span.at(job.name), help="import its parts one by one"
        )
        return Opened(found, problems=(problem,))
    return OPENERS[found](job)


def _page(job: Job) -> Opened:
    return Opened(Format.HTML, (article_from_html(job.data, job.address, job.encoding),))


def _text(job: Job) -> Opened:
    text = text_of(job.data, job.encoding)
    return Opened(Format.TEXT, (article_from_text(text, job.name),), tuple(_lost(text, job)))


def _markdown(job: Job) -> Opened:
    text = text_of(job.data, job.encoding)
    return Opened(Format.MARKDOWN, (article_from_markdown(text, job.name),), tuple(_lost(text, job)))


def _message(job: Job) -> Opened:
    return Opened(Format.MESSAGE, (article_from_message(job.data, job.name),))


def _feed(job: Job) -> Opened:
    articles, more = articles_from_feed(job.data, job.name)
    if not more:
        return Opened(Format.FEED, articles)
    message = f"the feed has {len(articles) + more:,} entries; the first {len(articles):,} were taken"
    problem = Diagnostic("import-feed-cut", message, Span.at(job.name), Severity.WARNING)
    return Opened(Format.FEED, articles, (problem,))


def _word(job: Job) -> Opened:
    try:
        return Opened(Format.DOCX, (article_from_word(job.data, job.name),))
    except TooLarge:
        message = f"unpacked it is larger than {LARGEST_UNPACKED // 1_000_000} MB: no article is"
        help = "copy the text of the article, and pipe it into `briefing import -`"
        problem = Diagnostic("import-too-large", message, Span.at(job.name), help=help)
        return Opened(Format.DOCX, problems=(problem,))


def _pdf(job: Job) -> Opened:
    try:
        return Opened(Format.PDF, (article_from_pdf(job.data, job.name),))
    except NoPassword:
        message, help = "this PDF opens with a password only", "save it without the password"
        problem = Diagnostic("import-encrypted", message, Span.at(job.name), help=help)
    except NoText as reason:
        problem = _scanned(job.name) if reason.is_scanned else _empty(job.name)
    return Opened(Format.PDF, problems=(problem,))


def _scanned(name: str) -> Diagnostic:
    message = "this PDF holds pictures of pages and no text: it was scanned"
    help = (
        "put text into it by text recognition (OCR), such as `ocrmypdf in.pdf out.pdf`, and read that through"
    )
    return Diagnostic("import-scanned", message, Span.at(name), help=help)


def _empty(name: str) -> Diagnostic:
    return Diagnostic("import-empty", "there is no text of an article in it", Span.at(name))


def _lost(text: str, job: Job) -> Iterator[Diagnostic]:
    if lost := text.count("\ufffd"):
        yield Diagnostic(
            "import-encoding",
            f"{lost} characters were lost: their bytes are no text in any encoding that fits the rest",
            Span.at(job.name),
            Severity.WARNING,
            help="save the file as UTF-8 in the program that made it, and import it again",
        )


OPENERS: Mapping[Format, Opener] = MappingProxyType(
    {
        Format.HTML: _page,
        Format.TEXT: _text,
        Format.MARKDOWN: _markdown,
        Format.MESSAGE: _message,
        Format.FEED: _feed,
        Format.DOCX: _word,
        Format.PDF: _pdf,
    }
)
