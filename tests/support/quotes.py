"""What stands between quotation marks in the files of a site, and what may stand there."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterable, Iterator

from generator.model.entries import Role
from generator.model.evidence import Evidence, Voice
from generator.model.facts import Dossier
from generator.model.pages import Edition
from generator.model.values import parts_of
from generator.text.prose import quoted_texts

FEWEST = 4
"""Fewer words than these are a name or a term, which may be the same in any text."""

_CLOSING = {"“": "”", "„": "“", "«": "»"}
_ATTRIBUTE = re.compile(r'(?:data-about|content|aria-label|alt|title|description)=\\?"([^"\\]*)')
_MARKUP = re.compile(r"<[^>]*>|\{:[^}]*\}|\]\([^)]*\)|\[(?=[^\]]*\]\()")
_NOT_LETTERS = re.compile(r"[\W_]+")


def runs_in(text: str) -> Iterator[str]:
    """What a paragraph has between quotation marks of any language; what is quoted within it as well."""
    open_at: list[tuple[str, int]] = []
    for at, sign in enumerate(text):
        if open_at and sign == open_at[-1][0]:
            yield text[open_at.pop()[1] : at]
        elif sign in _CLOSING:
            open_at.append((_CLOSING[sign], at + 1))


def texts_in(name: str, content: bytes) -> Iterator[str]:
    """The paragraphs that a file of the site shows or tells, without markup."""
    text = content.decode()
    if name.endswith(".csv"):  # whose own quotation marks part cells
        yield from (cell for row in csv.reader(text.splitlines()) for cell in row)
        return
    if name.endswith(("json", "jsonld")):
        yield from _strings(json.loads(text))
        return
    if name.endswith((".md", ".md.text", ".atom")):
        yield from (html.unescape(html.unescape(each)) for each in _ATTRIBUTE.findall(text))
        text = html.unescape(html.unescape(_MARKUP.sub("", text)))
        yield from text.splitlines()
        return
    yield from (" ".join(each.split()) for each in text.split("\n\n"))


def _strings(value: object) -> Iterator[str]:
    """The strings of a JSON text; words that it calls a quotation stand in quotation marks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict):
        if value.get("type") == "quoted" or value.get("@type") == "Quotation":
            yield f"“{value['text']}”"
        for each in value.values():
            yield from _strings(each)


def squeezed(text: str) -> str:
    """The letters and digits of a text: what no view may change."""
    return _NOT_LETTERS.sub("", text).casefold()


def words_of(text: str) -> list[str]:
    """The words of a text, as a reader counts them."""
    return text.split()


def long_runs(texts: Iterable[str]) -> set[str]:
    """What of the texts stands between quotation marks and has four words or more."""
    return {run for text in texts for run in runs_in(text) if len(words_of(run)) >= FEWEST}


def _records(dossier: Dossier) -> tuple[object, ...]:
    """All that authors wrote, by kind."""
    by_kind = (dossier.sources, dossier.entries, dossier.measurands, dossier.events, dossier.briefings)
    return (*(record for records in by_kind for record in records.values()), *dossier.disputes)


def _authored(dossier: Dossier) -> Iterator[str]:
    return (each.inner for text in parts_of(_records(dossier), str) for each in quoted_texts(text))


def authored_runs(dossier: Dossier) -> set[str]:
    """What authors quote in their own sentences, in marks of any kind, if it has four words or more."""
    return {run for run in _authored(dossier) if len(words_of(run)) >= FEWEST}


class Quotable:
    """What may stand between quotation marks: what articles print, and what authors themselves quote.

    An author's statement may quote speech; that is checked where statements are proved.
    """

    def __init__(self, dossier: Dossier, edition: Edition) -> None:
        articles, speech = [], []
        for source in dossier.sources.values():
            text = source.body.text
            is_articles = source.bibliography.rights.voice is Voice.ARTICLE
            articles += [text] if is_articles else []
            speech += [] if is_articles else [each.inner for each in quoted_texts(text)]
        printed = (each.printed.exact for each in parts_of(_records(dossier), Evidence) if each.printed)
        titles = [source.bibliography.title for source in dossier.sources.values()]
        titles += [page.title for page in edition.pages]
        titles += [role.title.text for role in parts_of(_records(dossier), Role)]
        authored = _authored(dossier)
        self._texts = "\n".join(map(squeezed, (*articles, *speech, *printed, *titles, *authored)))

    def holds(self, run: str) -> bool:
        """Whether a run may stand there; a title may be cut at its end."""
        pieces = run.removesuffix("…").split("[…]")
        return all(squeezed(piece) in self._texts for piece in pieces)


def summary_runs(dossier: Dossier) -> frozenset[str]:
    """Each four words in a row of the sentences of our summaries."""
    found = set()
    for source in dossier.sources.values():
        if source.bibliography.rights.voice is Voice.SUMMARY:
            for paragraph in source.body.paragraphs:
                for passage in paragraph.passages:
                    found |= set(fours(source.body.text[passage.start : passage.end]))
    return frozenset(found)


def fours(text: str) -> Iterator[str]:
    """Each four words in a row of a text."""
    words = [word for word in map(squeezed, words_of(text)) if word]
    return ("\0".join(words[at : at + FEWEST]) for at in range(len(words) - FEWEST + 1))
