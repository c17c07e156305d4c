"""Source articles as read: metadata with CSL names, and text whose every sentence has its offsets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from generator.model.dates import Date
from generator.model.identifiers import SourceId
from generator.model.text import Span


class Rights(StrEnum):
    """How much of a source the site may show."""

    FULL = "full"
    SUMMARY = "summary"
    QUOTE = "quote"
    NONE = "none"

    def may_be_shown_whole(self) -> bool:
        """Whether the source's page may hold its whole text."""
        return self in (Rights.FULL, Rights.SUMMARY)


FORMER_RIGHTS: Mapping[str, Rights] = MappingProxyType({"digest": Rights.SUMMARY})
"""Words that this version still reads, and what they are called now; the next will not."""


@dataclass(frozen=True, slots=True)
class QuoteBudget:
    """How much the site may quote, in all, of a source of which it may show quotations only."""

    words: int = 90
    percent: int = 10

    def of(self, total: int) -> int:
        """How many words of a source that has `total`: the smaller of the two limits."""
        return min(self.words, total * self.percent // 100)


USUAL_BUDGET = QuoteBudget()


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: `[start, end)` in code points of its source's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered from 1: `[start, end)` in code points of its source's text, and its sentences."""

    number: int
    start: int
    end: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """The article that a summary sums up: its file name and the SHA-256 of its bytes."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's text in Unicode NFC with line feeds only, and its paragraphs in order.

    `first_line` is the line of the file on which the text starts; `checksum` the SHA-256 of the file's
    bytes, in hexadecimal.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    path: str
    first_line: int
    checksum: str

    def span_of(self, start: int, end: int) -> Span:
        """The span in the file of a stretch of the text; it ends with its first line."""
        line, column = self.line_of(start), start - self.text.rfind("\n", 0, start)
        last = self.text.find("\n", start, end)
        return Span(self.path, line, column, line, column + (end if last < 0 else last) - start)

    def line_of(self, offset: int) -> int:
        """The line in the file of an offset in the text."""
        return self.first_line + self.text.count("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What is known of who published a source and when; None and empty mean that it is not stated."""

    title: str
    author: tuple[str, ...]
    publisher: str | None
    container_title: str | None
    issued: Date | None
    issued_basis: str | None
    accessed: Date | None
    url: str | None
    archive_url: str | None
    language: str
    rights: Rights
    original: Original | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source as read: its bibliography and its text."""

    id: SourceId
    bibliography: Bibliography
    body: SourceText
    span: Span
