"""The articles in the file of a feed (RSS, Atom): one of each entry."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from time import struct_time

import feedparser

from generator.editing.importing.article import Article, Author, Field, PageState
from generator.editing.importing.bylines import authors_of
from generator.editing.importing.documents import text_of_markup
from generator.editing.importing.pastes import article_from_text
from generator.text.tokens import word_ranges

MOST_ENTRIES = 1_000
FEWEST_WORDS = 80
"""What is shorter and only a summary of its entry is the beginning of an article elsewhere."""


def articles_from_feed(data: bytes, name: str) -> tuple[tuple[Article, ...], int]:
    """The articles of a feed's newest entries, in its order, and how many entries were left out."""
    feed = feedparser.parse(io.BytesIO(data))
    if feed.bozo and not feed.entries:
        raise ValueError(f"no feed: {feed.bozo_exception}")
    publisher = _text(feed.feed, "title")
    language = _text(feed.feed, "language")
    articles = tuple(_article(entry, publisher, language, name) for entry in feed.entries[:MOST_ENTRIES])
    return articles, max(len(feed.entries) - MOST_ENTRIES, 0)


def _article(entry: Mapping[str, object], publisher: str | None, language: str | None, name: str) -> Article:
    markup, is_whole = _content(entry)
    article = article_from_text(text_of_markup(markup), name)
    is_stub = not is_whole and len(word_ranges(article.text)) < FEWEST_WORDS
    address = _text(entry, "link")
    tongue = (language or "").partition("-")[0].lower()
    title = _text(entry, "title")
    return replace(
        article,
        state=PageState.STUB if is_stub and article.state is PageState.ARTICLE else article.state,
        title=Field(title, "title of the entry") if title else article.title,
        authors=_authors(entry) or article.authors,
        publisher=Field(publisher, "title of the feed") if publisher else article.publisher,
        issued=_issued(entry) or article.issued,
        url=Field(address, "link of the entry") if address and address.startswith("http") else None,
        language=article.language or (Field(tongue, "language of the feed") if tongue.isalpha() else None),
    )


def _content(entry: Mapping[str, object]) -> tuple[str, bool]:
    """The longest text of an entry, and whether the feed calls it the content and not a summary."""
    contents = entry.get("content")
    texts = [str(each.get("value", "")) for each in contents] if isinstance(contents, list) else []
    whole = max(texts, key=len, default="")
    summary = str(entry.get("summary", ""))
    return (whole, True) if len(whole) >= len(summary) and whole else (summary, False)


def _authors(entry: Mapping[str, object]) -> Field[tuple[Author, ...]] | None:
    said = _text(entry, "author")
    authors = authors_of(said) if said else ()
    return Field(authors, "author of the entry") if authors else None


def _issued(entry: Mapping[str, object]) -> Field[str] | None:
    for name in ("published_parsed", "updated_parsed"):
        day = entry.get(name)
        if isinstance(day, struct_time):
            told = name.removesuffix("_parsed")
            return Field(f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}", f"“{told}” of the entry")
    return None


def _text(fields: Mapping[str, object], name: str) -> str | None:
    return " ".join(str(fields.get(name) or "").split()) or None
