"""An article from a page as a site sends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import trafilatura
from htmldate import find_date
from lxml import etree

from generator.editing.importing.article import (
    Article,
    ArticleParagraph,
    Author,
    Field,
    MaskReason,
    PageState,
    state_of,
)
from generator.editing.importing.bylines import authors_in, names_beside_date, names_in
from generator.editing.importing.languages import language_of
from generator.editing.importing.layout import Element, blocks_of, parsed
from generator.editing.importing.mending import decoded
from generator.editing.importing.metadata import PageHead
from generator.editing.importing.printed_dates import first_day
from generator.editing.importing.selection import Clues, selected, texts

# Given so that no clock is asked; a page of later than this is not read by this program.
_LATEST = "2100-12-31"
_NEAR_TITLE = 12  # paragraphs
_LINE = 160  # characters; what is longer is neither a byline nor a date


def article_from_html(data: bytes, address: str | None = None, encoding: str | None = None) -> Article:
    """The article of a page, with all that its head and its lines near the title say of it.

    `address` is where the page came from, `encoding` what its server said. Raises nothing: a page without an
    article is an `Article` without body, and its `state` says why.
    """
    markup = decoded(data, encoding)
    root = parsed(markup)
    if root is None:
        return Article((), PageState.EMPTY)
    blocks = blocks_of(root)
    lines = [block.text for block in blocks]
    head = PageHead(root, markup, address, lines)
    paragraphs = selected(blocks, _clues(head, lines, _extracted(markup, address)))
    text = texts(paragraphs)
    declared = head.language
    language = language_of(text, declared.value if declared else None, declared.origin if declared else "")
    state = state_of(paragraphs, says_more=not head.is_free)
    return Article(
        paragraphs,
        _state_without_text(root) if state is PageState.EMPTY else state,
        title=head.title,
        authors=_authors(paragraphs, head),
        publisher=head.publisher,
        issued=_issued(head, markup, paragraphs, language.value if language else None),
        url=Field(address, "address") if address else None,
        canonical_url=head.canonical,
        language=language,
        type=head.type,
    )


def _extracted(markup: str, address: str | None) -> str:
    """What trafilatura takes for the article."""
    found = trafilatura.extract(
        markup,
        url=address,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
    )
    return found or ""


def _state_without_text(root: Element) -> PageState:
    if root.find(".//frameset") is not None or root.find(".//frame") is not None:
        return PageState.FRAMESET
    return PageState.SCRIPTED if root.find(".//script") is not None else PageState.EMPTY


def _clues(head: PageHead, lines: Sequence[str], extracted: str) -> Clues:
    signed = next(filter(None, (authors_in(line) for line in lines if len(line) < _LINE)), ())
    authors = head.authors.value if head.authors else ()
    title = head.title.value if head.title else ""
    return Clues(extracted, title, head.description, frozenset(map(str, (*authors, *signed))))


def _authors(paragraphs: Sequence[ArticleParagraph], head: PageHead) -> Field[tuple[Author, ...]] | None:
    """Those of the head, unless a byline gives the whole name of which the head has a part."""
    printed = _printed_authors(paragraphs, head)
    if head.authors and printed and all(" " not in str(author) for author in head.authors.value):
        return printed
    return head.authors or printed


def _printed_authors(
    paragraphs: Sequence[ArticleParagraph], head: PageHead
) -> Field[tuple[Author, ...]] | None:
    masked = [one for one in paragraphs if one.mask and len(one.text) < _LINE]
    bylines = [one.text for one in masked if one.mask and one.mask.reason is MaskReason.BYLINE]
    near = [one.text for one in _near_title(paragraphs)]
    found: Iterator[tuple[Author, ...]] = chain(
        map(authors_in, bylines), map(authors_in, near), map(names_beside_date, near), map(names_in, bylines)
    )
    authors = next(filter(None, map(head.without_site, found)), None)
    return Field(authors, "printed byline") if authors else None


def _near_title(paragraphs: Sequence[ArticleParagraph]) -> list[ArticleParagraph]:
    """The masked lines around the title, or before the text."""
    first = next((at for at, one in enumerate(paragraphs) if one.mask is None), 0)
    titles = (
        at for at, one in enumerate(paragraphs) if one.mask and one.mask.reason is MaskReason.REPEATED_TITLE
    )
    start = next((at for at in titles if at <= first + 1), max(0, first - _NEAR_TITLE))
    near = paragraphs[start : start + _NEAR_TITLE]
    return [one for one in near if one.mask and len(one.text) < _LINE]


def _issued(
    head: PageHead, markup: str, paragraphs: Sequence[ArticleParagraph], language: str | None
) -> Field[str] | None:
    return head.issued or _printed_day(paragraphs, language) or head.issued_by_address or _found_day(markup)


def _printed_day(paragraphs: Sequence[ArticleParagraph], language: str | None) -> Field[str] | None:
    """The first day that is printed around the title or before the text."""
    days = (first_day(one.text, language) for one in _near_title(paragraphs))
    day = next(filter(None, days), None)
    return Field(day, "printed near the title") if day else None


def _found_day(markup: str) -> Field[str] | None:
    try:
        found = find_date(markup, original_date=True, extensive_search=False, max_date=_LATEST)
    except (ValueError, TypeError, etree.LxmlError):
        return None
    return Field(found, "found in the page", is_doubtful=True) if found else None
