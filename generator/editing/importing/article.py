"""What an article turned out to be: its paragraphs, what is known of it, and how it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from generator.model.sources import Author
from generator.text.furniture import MaskReason

__all__ = ["Article", "ArticleParagraph", "Author", "Field", "Mask", "MaskReason", "PageState"]

T = TypeVar("T")

_STUB_WORDS = 120
_LABEL = 25  # characters; “Sign in” stands on any page
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W\u3040-\u30ff\u3400-\u9fff]+")


class PageState(StrEnum):
    """Whether there was an article to read; if not, why not."""

    ARTICLE = "article"
    STUB = "stub"  # the beginning of an article, the rest for subscribers or behind a link
    SCRIPTED = "scripted"  # no text: a program in the browser would fetch it
    FRAMESET = "frameset"  # no text: other files hold it
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A value and how we know it, such as “JSON-LD datePublished”; doubtful if it was only inferred."""

    value: T
    origin: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """Why a paragraph is no part of the article, and, in `text`, the words that showed it."""

    reason: MaskReason
    text: str


@dataclass(frozen=True, slots=True)
class ArticleParagraph:
    """A paragraph or heading, in the order of the page; a masked one is no part of the article."""

    text: str
    is_heading: bool = False
    mask: Mask | None = None


@dataclass(frozen=True)
class Article:
    """An article read from a page or a pasted text. What is not known is None; nothing is guessed.

    `type` is one of CSL's: `article-newspaper`, `webpage`, `report` and so on. `issued` is an EDTF date.
    """

    paragraphs: tuple[ArticleParagraph, ...]
    state: PageState
    title: Field[str] | None = None
    authors: Field[tuple[Author, ...]] | None = None
    publisher: Field[str] | None = None
    container_title: Field[str] | None = None
    issued: Field[str] | None = None
    url: Field[str] | None = None
    canonical_url: Field[str] | None = None
    language: Field[str] | None = None
    type: Field[str] | None = None

    @cached_property
    def body(self) -> tuple[ArticleParagraph, ...]:
        """The paragraphs that are the article's own."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.mask is None)

    @property
    def masked(self) -> tuple[ArticleParagraph, ...]:
        """What was left out, in the order of the page."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.mask is not None)

    @property
    def text(self) -> str:
        """Its own words, an empty line between paragraphs."""
        return "\n\n".join(paragraph.text for paragraph in self.body)

    @property
    def is_stub(self) -> bool:
        """Whether only the beginning of the article is there."""
        return self.state is PageState.STUB


def state_of(paragraphs: tuple[ArticleParagraph, ...], *, says_more: bool) -> PageState:
    """What a text of these paragraphs is; `says_more`: the page says that the article goes on elsewhere."""
    words = sum(len(_WORD.findall(paragraph.text)) for paragraph in paragraphs if paragraph.mask is None)
    if not words:
        return PageState.EMPTY
    first = next(at for at, paragraph in enumerate(paragraphs) if paragraph.mask is None)
    below = (paragraph for paragraph in paragraphs[first:] if len(paragraph.text) > _LABEL)
    has_note = any(one.mask and one.mask.reason is MaskReason.PAYWALL_NOTE for one in below)
    return PageState.STUB if words < _STUB_WORDS and (says_more or has_note) else PageState.ARTICLE
