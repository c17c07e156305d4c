"""From the bytes of one file to the articles in it, whatever its format. Runs where a crash does no harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.editing.importing.article import Article
from generator.editing.importing.filetypes import Format, Unreadable, format_of
from generator.editing.importing.html import article_from_html
from generator.editing.importing.mending import decoded
from generator.editing.importing.pastes import article_from_text
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.text import Span


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
    return OPENERS[found](job)


def _page(job: Job) -> Opened:
    return Opened(Format.HTML, (article_from_html(job.data, job.address, job.encoding),))


def _text(job: Job) -> Opened:
    text = decoded(job.data, job.encoding)
    lost = text.count("\ufffd")
    problems: tuple[Diagnostic, ...] = ()
    if lost:
        problems = (
            Diagnostic(
                "import-encoding",
                f"{lost} characters were lost: their bytes are no text in any encoding that fits the rest",
                Span.at(job.name),
                Severity.WARNING,
                help="save the file as UTF-8 in the program that made it, and import it again",
            ),
        )
    return Opened(Format.TEXT, (article_from_text(text, job.name),), problems)


OPENERS: Mapping[Format, Opener] = MappingProxyType({Format.HTML: _page, Format.TEXT: _text})
