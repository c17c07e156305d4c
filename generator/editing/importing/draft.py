"""An article as a source: which fields its front matter gets, and which paragraphs its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from generator.editing.importing.article import Article, ArticleParagraph, Field
from generator.editing.importing.front_matter import (
    Fields,
    author_field,
    imported_field,
    plain_field,
    text_field,
)
from generator.editing.importing.naming import date_of, new_id, title_of_text
from generator.model.sources import Rights
from generator.read.inputs import MAX_MARKS
from generator.read.nodes import CONTROLS
from generator.read.sources import MAX_PARAGRAPH
from generator.text.prose import sentences
from generator.text.short_names import short_name
from generator.verify.checks.sources import NO_DATE

_SPACES = re.compile(r"\s+")
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way to be a source; `article` with the paragraphs that the editor keeps unmasked."""

    article: Article
    title: str
    is_titled: bool
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text of the source."""
        return "\n\n".join(self.paragraphs)

    def fields(
        self, rights: Rights, accessed: str | None = None, imported: tuple[str, str] | None = None
    ) -> Fields:
        """The lines of each field of the front matter; `imported` is a file and its SHA-256."""
        return dict(_fields(self, rights, accessed, imported))

    def id(self, taken: Container[str]) -> str:
        """An id that is not taken."""
        return new_id(_value(self.article.publisher), date_of(_value(self.article.issued)), self.title, taken)


def draft_of(article: Article, keep: tuple[str, ...] = ()) -> Draft:
    """The source that an article makes, with the masked paragraphs that the editor wants in it."""
    kept = replace(article, paragraphs=tuple(_unmasked(article.paragraphs, keep)))
    paragraphs = tuple(part for paragraph in kept.body for part in clean_paragraphs(paragraph.text))
    title = clean_line(article.title.value) if article.title else ""
    return Draft(kept, title or title_of_text("\n\n".join(paragraphs)), bool(title), paragraphs)


def _unmasked(paragraphs: tuple[ArticleParagraph, ...], keep: tuple[str, ...]) -> Iterator[ArticleParagraph]:
    for number, paragraph in enumerate(paragraphs, start=1):
        is_kept = any(is_named(number, paragraph, each) for each in keep)
        yield replace(paragraph, mask=None) if is_kept else paragraph


def is_named(number: int, paragraph: ArticleParagraph, name: str) -> bool:
    """Whether a line of `keep` means this paragraph: its number, or its first words."""
    if name.strip().isdecimal():
        return int(name) == number
    return bool(folded := _folded(name)) and _folded(paragraph.text).startswith(folded)


def _folded(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _fields(
    draft: Draft, rights: Rights, accessed: str | None, imported: tuple[str, str] | None
) -> Iterator[tuple[str, str]]:
    article, day = draft.article, date_of(_value(draft.article.issued))
    publisher = _value(article.publisher)
    yield "title", text_field("title", draft.title)
    yield "short", text_field("short", short_name(publisher, day, draft.title))
    if article.type:
        yield "type", plain_field("type", article.type.value)
    if article.authors:
        yield (
            "author",
            author_field(article.authors.value),
        )
    yield from _texts(("publisher", article.publisher), ("container_title", article.container_title))
    if day and article.issued:
        yield "issued", plain_field("issued", article.issued.value)
        yield "issued_basis", text_field("issued_basis", article.issued.origin)
    else:
        yield "issued_basis", plain_field("issued_basis", NO_DATE)
    if accessed:
        yield "accessed", plain_field("accessed", accessed)
    yield from _texts(("url", article.url), ("canonical_url", article.canonical_url))
    if article.language:
        yield "language", plain_field("language", article.language.value)
    yield "rights", plain_field("rights", rights.value)
    if imported:
        yield "imported", imported_field(*imported)


def _texts(*fields: tuple[str, Field[str] | None]) -> Iterator[tuple[str, str]]:
    for name, field in fields:
        if field and (value := clean_line(field.value)):
            yield name, text_field(name, value)


def _value(field: Field[str] | None) -> str | None:
    return clean_line(field.value) or None if field else None


def clean_line(text: str) -> str:
    """The text in one line, without control characters, in Unicode NFC."""
    return unicodedata.normalize("NFC", _few_marks(CONTROLS.sub(" ", _SPACES.sub(" ", text)))).strip()


def _few_marks(text: str) -> str:
    """The text with no more marks on a letter than can be read (UAX #15)."""
    if text.isascii():
        return text
    found, run = [], 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= MAX_MARKS:
            found.append(letter)
    return "".join(found)


def clean_paragraphs(text: str) -> Iterator[str]:
    """The paragraph on one line; what is longer than a source may have is parted after sentences."""
    line = clean_line(text)
    if len(line) <= MAX_PARAGRAPH:
        yield from [line] if line else []
        return
    start = end = 0
    for first, last in sentences(line):
        if last - start > MAX_PARAGRAPH and end > start:
            yield line[start:end].strip()
            start = first
        end = last
    yield from _pieces(line[start:])


def _pieces(line: str) -> Iterator[str]:
    """A stretch without a sentence's end, in pieces that are short enough."""
    for start in range(0, len(line), MAX_PARAGRAPH):
        if piece := line[start : start + MAX_PARAGRAPH].strip():
            yield piece
