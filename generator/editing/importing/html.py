"""An article from a page as a site sends it."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import trafilatura
from htmldate import find_date
from lxml import etree

from generator.editing.importing.article import (
    Article,
    ArticleParagraph,
    Author,
    Field,
    PageState,
    state_of,
)
from generator.editing.importing.bylines import authors_in
from generator.editing.importing.languages import language_of
from generator.editing.importing.layout import Block, Element, blocks_of, parsed
from generator.editing.importing.mending import decoded, mended
from generator.editing.importing.metadata import PageHead
from generator.editing.importing.near_title import LINE, LinesNearTitle
from generator.editing.importing.selection import Clues, selected

# These libraries tell what they could not read; that is an answer here, and no news for who imports.
for _library in ("trafilatura", "htmldate", "readability"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# Given so that no clock is asked; a page of later than this is not read by this program.
_LATEST = "2100-12-31"


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
    head = PageHead(root, blocks, address)
    judged = selected(blocks, _clues(head, blocks, _extracted(markup, address)))
    paragraphs = tuple(ArticleParagraph(one.block.text, one.block.is_heading, one.mask) for one in judged)
    state = state_of(paragraphs, says_more=not head.is_free)
    near = LinesNearTitle(judged)
    language = _language(paragraphs, head)
    return Article(
        paragraphs,
        _state_without_text(root) if state is PageState.EMPTY else state,
        title=head.title,
        authors=_authors(near, head),
        publisher=head.publisher,
        container_title=head.container_title,
        issued=head.issued or near.day(language) or head.perhaps_issued or _found_day(markup),
        url=Field(address, "address") if address else None,
        canonical_url=head.canonical,
        language=language,
        type=head.type,
    )


def _language(paragraphs: Sequence[ArticleParagraph], head: PageHead) -> Field[str] | None:
    text = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.mask is None)
    declared = head.language
    return language_of(text, declared.value if declared else None, declared.origin if declared else "")


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
    return mended(found or "")


def _state_without_text(root: Element) -> PageState:
    if root.find(".//frameset") is not None or root.find(".//frame") is not None:
        return PageState.FRAMESET
    return PageState.SCRIPTED if root.find(".//script") is not None else PageState.EMPTY


def _clues(head: PageHead, blocks: Sequence[Block], extracted: str) -> Clues:
    lines = (block.text for block in blocks if len(block.text) < LINE)
    signed = next(filter(None, map(authors_in, lines)), ())
    authors = head.authors.value if head.authors else ()
    title = head.title.value if head.title else ""
    return Clues(extracted, title, head.description, frozenset(map(str, (*authors, *signed))))


def _authors(near: LinesNearTitle, head: PageHead) -> Field[tuple[Author, ...]] | None:
    """Those of the head, unless a byline gives the whole name of which the head has a part."""
    printed = next(filter(None, map(head.without_site, near.authors())), None)
    if printed and (not head.authors or all(" " not in str(author) for author in head.authors.value)):
        return Field(printed, "printed byline")
    return head.authors


def _found_day(markup: str) -> Field[str] | None:
    try:
        found = find_date(markup, original_date=True, extensive_search=False, max_date=_LATEST)
    except (ValueError, TypeError, etree.LxmlError):
        return None
    return Field(found, "found in the page", is_doubtful=True) if found else None
