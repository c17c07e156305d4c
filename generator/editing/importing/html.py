"""An article from a page as a site sends it."""

from __future__ import annotations

from collections.abc import Sequence

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
from generator.editing.importing.bylines import authors_in
from generator.editing.importing.languages import language_of
from generator.editing.importing.layout import Element, blocks_of, parsed
from generator.editing.importing.mending import decoded
from generator.editing.importing.metadata import PageHead
from generator.editing.importing.printed_dates import first_day
from generator.editing.importing.selection import selected, texts

# Given so that no clock is asked; a page of later than this is not read by this program.
_LATEST = "2100-12-31"
_NEAR_TITLE = 12  # paragraphs


def article_from_html(data: bytes, address: str | None = None, encoding: str | None = None) -> Article:
    """The article of a page, with all that its head and its lines near the title say of it.

    `address` is where the page came from, `encoding` what its server said. Raises nothing: a page without an
    article is an `Article` without body, and its `state` says why.
    """
    markup = decoded(data, encoding)
    root = parsed(markup)
    if root is None:
        return Article((), PageState.EMPTY)
    head = PageHead(root, markup, address)
    title = head.title
    blocks = blocks_of(root)
    paragraphs = selected(blocks, _extracted(markup, address), title.value if title else None)
    text = texts(paragraphs)
    declared = head.language
    language = language_of(text, declared.value if declared else None, declared.origin if declared else "")
    state = state_of(paragraphs, says_more=not head.is_free)
    return Article(
        paragraphs,
        _state_without_text(root) if state is PageState.EMPTY else state,
        title=title,
        authors=head.authors or _printed_authors(paragraphs, head),
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


def _printed_authors(
    paragraphs: Sequence[ArticleParagraph], head: PageHead
) -> Field[tuple[Author, ...]] | None:
    lines = (one.text for one in paragraphs if one.mask and one.mask.reason is MaskReason.BYLINE)
    authors = next(filter(None, (head.without_site(authors_in(line)) for line in lines)), None)
    return Field(authors, "printed byline") if authors else None


def _issued(
    head: PageHead, markup: str, paragraphs: Sequence[ArticleParagraph], language: str | None
) -> Field[str] | None:
    return head.issued or _printed_day(paragraphs, language) or head.issued_by_address or _found_day(markup)


def _printed_day(paragraphs: Sequence[ArticleParagraph], language: str | None) -> Field[str] | None:
    """The first day that is printed around the title or before the text."""
    first = next((at for at, one in enumerate(paragraphs) if one.mask is None), 0)
    titles = [
        at for at, one in enumerate(paragraphs) if one.mask and one.mask.reason is MaskReason.REPEATED_TITLE
    ]
    start = next((at for at in titles if at <= first + 1), max(0, first - _NEAR_TITLE))
    for paragraph in paragraphs[start : start + _NEAR_TITLE]:
        if paragraph.mask and len(paragraph.text) < 160 and (day := first_day(paragraph.text, language)):
            return Field(day, "printed near the title")
    return None


def _found_day(markup: str) -> Field[str] | None:
    try:
        found = find_date(markup, original_date=True, extensive_search=False, max_date=_LATEST)
    except (ValueError, TypeError, etree.LxmlError):
        return None
    return Field(found, "found in the page", is_doubtful=True) if found else None
