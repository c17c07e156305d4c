"""What readers take from a case, in one form: the importer, and well-known libraries beside it."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import lxml.html
import readability
import trafilatura

from benchmarks.imports.cases import Case
from generator.editing.importing.html import article_from_html
from generator.editing.importing.pastes import article_from_text

_TAGS = "p h1 h2 h3 h4 h5 h6 li td th dt dd div section article blockquote figcaption pre tr"
_BLOCKS = _TAGS.split()


@dataclass(frozen=True)
class Reading:
    """The paragraphs a reader keeps and what it says of them; None and empty: it says nothing."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    issued: str | None = None
    authors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    language: str | None = None


Reader = Callable[[Case], Reading]


def by_us(case: Case) -> Reading:
    """As `briefing import` reads a page or a paste."""
    truth, name = case.truth, case.path.name
    article = (
        article_from_html(case.data, truth.address) if case.is_page else article_from_text(case.text, name)
    )
    names = [field.value for field in (article.publisher, article.container_title) if field]
    return Reading(
        tuple(paragraph.text for paragraph in article.body),
        article.title.value if article.title else None,
        article.issued.value if article.issued else None,
        tuple(map(str, article.authors.value)) if article.authors else (),
        tuple(names[:1]),
        article.language.value if article.language else None,
    )


def by_trafilatura(case: Case) -> Reading:
    """As trafilatura reads a page."""
    found: Any = trafilatura.bare_extraction(case.data, url=case.truth.address, with_metadata=True)
    if found is None:
        return Reading(())
    return Reading(
        _lines(found.text or ""),
        found.title,
        found.date,
        tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        (found.sitename,) if found.sitename else (),
        found.language,
    )


def by_readability(case: Case) -> Reading:
    """As readability-lxml reads a page: it knows the text and the title."""
    document: Any = readability.Document(case.data)
    root = lxml.html.fromstring(document.summary(html_partial=True) or "<p></p>")
    for element in root.iter(*_BLOCKS, "br"):
        element.tail = "\n" + (element.tail or "")
        if element.tag != "br":
            element.text = "\n" + (element.text or "")
    return Reading(_lines(str(root.text_content())), document.short_title() or None)


def by_newspaper(case: Case) -> Reading:
    """As newspaper4k reads a page; nothing where the data for its language is not installed."""
    newspaper: Any = importlib.import_module("newspaper")
    article = newspaper.Article(case.truth.address or "https://news.example/", fetch_images=False)
    article.download(input_html=case.data.decode(case.truth.charset, "replace"))
    try:
        article.parse()
    except (ImportError, LookupError):
        return Reading(())
    return Reading(
        _lines(article.text),
        article.title or None,
        article.publish_date.date().isoformat() if article.publish_date else None,
        tuple(article.authors),
        (article.meta_site_name,) if article.meta_site_name else (),
        article.meta_lang or None,
    )


def as_pasted(case: Case) -> Reading:
    """A pasted text with nothing left out."""
    return Reading(_lines(case.text))


def readers_beside(*, of_pages: bool) -> Mapping[str, Reader]:
    """The libraries to measure beside the importer, by name; newspaper4k only where it is installed."""
    if not of_pages:
        return {"as pasted": as_pasted}
    readers: dict[str, Reader] = {"trafilatura": by_trafilatura, "readability": by_readability}
    if importlib.util.find_spec("newspaper"):
        readers["newspaper4k"] = by_newspaper
    return readers


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
