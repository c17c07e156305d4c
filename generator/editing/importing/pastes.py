"""An article from text that somebody copied out of a page, a mail or a wire, with what stood around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from generator.editing.importing.article import (
    Article,
    ArticleParagraph,
    Author,
    Field,
    MaskReason,
    state_of,
)
from generator.editing.importing.bylines import AGENCIES, authors_in, names_beside_date, names_in
from generator.editing.importing.languages import detected
from generator.editing.importing.layout import letters
from generator.editing.importing.metadata import name_in_copyright
from generator.editing.importing.paste_lines import HEADING, Piece, pieces_of
from generator.editing.importing.printed_dates import first_day, first_month
from generator.editing.importing.selection import is_prose
from generator.editing.importing.structured import Candidate
from generator.editing.importing.titles import name_after_title

_DATELINE = re.compile(
    r"\A(?:[^\W\d_][^()–—]{1,60}?[,.]? )?\(?(?P<agency>[^\W\d_][\w -]{1,24}?)\)?\s*(?:[-–—]{1,2})\s+"
)
_SOURCE = re.compile(
    r"(?:来源|來源|source|quelle|fuente|fonte|출처)\s*[:：]\s*(?P<name>[^\s:：|｜/][^:：|｜/\d]{1,40}?)(?=\s{2,}|\s*$|\s+\S+[:：])",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"(?:from|von|de|da)?:?\s*\"?(?P<name>[^\W\d_][^<>@\"]{2,40}?)\"?\s*<[\w.+-]+@[\w.-]+>", re.IGNORECASE
)
_NAMES = (MaskReason.NAVIGATION, MaskReason.DUPLICATE)
_ORNAMENTS = "".join(map(chr, (*range(0x1F300, 0x1FB00), *range(0x2600, 0x27C0)))) + " \ufe0f#*|▶►■●"
_LEAST = 3  # letters of a name of a publisher
_ACRONYM = 5  # letters; so short a name may well stand elsewhere by chance
_OPENING = 80  # characters of the text, in which its dateline stands
_MOST = 40  # characters


def article_from_text(text: str, name: str) -> Article:
    """The article in a pasted text; `name` is that of its file, which says nothing that the text does not.

    The title is the line that stands over the text, if there is one; no field is guessed from the text.
    """
    pieces, title = pieces_of(text)
    last = max((at for at, piece in enumerate(pieces) if piece.mask is None), default=-1)
    paragraphs = tuple(
        ArticleParagraph(piece.text, piece.is_label and at < last and len(piece.text) <= HEADING, piece.mask)
        for at, piece in enumerate(pieces)
    )
    language = detected("\n".join(piece.text for piece in pieces if piece.mask is None))
    over = _over_text(pieces, title)
    return Article(
        paragraphs,
        state_of(paragraphs, says_more=False),
        title=Field(pieces[title].text.strip(_ORNAMENTS), f"printed over the text of {name}")
        if title is not None
        else None,
        authors=_authors(pieces, over),
        publisher=_publisher(pieces, over, pieces[title].text if title is not None else None),
        issued=_issued(pieces, over, language),
        language=Field(language, "the text") if language else None,
        type=Field("article-newspaper", "pasted text", is_doubtful=True),
    )


def _over_text(pieces: Sequence[Piece], title: int | None) -> list[str]:
    """The masked lines from the title to the text, then those above the title."""
    first = next((at for at, piece in enumerate(pieces) if piece.mask is None and is_prose(piece.text)), 0)
    start = title or 0
    return [piece.text for piece in (*pieces[start:first], *pieces[:start]) if piece.mask]


def _authors(pieces: Sequence[Piece], over: Sequence[str]) -> Field[tuple[Author, ...]] | None:
    bylines = [piece.text for piece in pieces if piece.is_masked_for(MaskReason.BYLINE)]
    beside = (line for line, other in pairwise((*over, "")) if first_day(other))
    found = chain(
        map(authors_in, bylines), map(names_beside_date, over), map(names_in, bylines), map(names_in, beside)
    )
    authors = next(filter(None, found), None)
    return Field(authors, "printed byline") if authors else None


def _publisher(pieces: Sequence[Piece], over: Sequence[str], title: str | None) -> Field[str] | None:
    """The publisher that the text names: as its source, around it, or as the agency of its dateline."""
    for line in over:
        if found := _SOURCE.search(line) or _SENDER.match(line):
            return Field(found["name"].strip(), "printed as source")
    if title and (printed := name_after_title(title, _printed_titles(pieces, title))):
        return Field(printed.value, "the head of the printed page")
    named = (name_in_copyright(piece.text) for piece in reversed(pieces) if piece.mask)
    owner = next(filter(None, named), None)
    if name := next(_named_around(pieces, owner), None):
        return Field(name, "printed around the text")
    if owner:
        return Field(owner, "copyright line")
    return _agency(pieces)


def _printed_titles(pieces: Sequence[Piece], title: str) -> Iterator[Candidate]:
    """The title where a browser prints it over the page, with the name of the site."""
    for piece in pieces:
        if piece.mask and title in piece.text and piece.text != title:
            yield Candidate(piece.text[piece.text.index(title) :], "printed")


def _named_around(pieces: Sequence[Piece], owner: str | None) -> Iterator[str]:
    """The short lines over the text that stand again in other lines around it, as the name of a site does."""
    first = next((at for at, piece in enumerate(pieces) if piece.is_prose), 0)
    masked = [letters(piece.text) for piece in pieces if piece.mask]
    for piece in pieces[:first]:
        key = letters(piece.text)
        is_name = len(key) >= _LEAST and len(piece.text) <= _MOST and piece.is_masked_for(*_NAMES)
        if (
            is_name
            and not piece.text[-1].isdigit()
            and (_is_owner(piece.text, owner) or _recurs(key, masked))
        ):
            yield piece.text.title() if piece.text.isupper() and len(key) > _ACRONYM else piece.text


def _recurs(key: str, others: Sequence[str]) -> bool:
    """Whether a name stands in longer lines too."""
    return len(key) > _ACRONYM and any(key in other and len(other) > len(key) for other in others)


def _is_owner(name: str, owner: str | None) -> bool:
    """Whether a name has a word of the name that owns the rights."""
    words = [letters(word) for word in name.split()]
    return owner is not None and any(word in letters(owner) for word in words if len(word) > _LEAST)


def _agency(pieces: Sequence[Piece]) -> Field[str] | None:
    """The agency in the dateline with which the text begins."""
    body = next((piece for piece in pieces if piece.is_prose), None)
    found = _DATELINE.match(body.text) if body else None
    agency = AGENCIES.get(found["agency"].strip().casefold()) if found else None
    return Field(agency, "the dateline of the text") if agency else None


def _issued(pieces: Sequence[Piece], over: Sequence[str], language: str | None) -> Field[str] | None:
    """The day, or else the month, that is printed over the text."""
    marked = [piece.text for piece in pieces if piece.is_masked_for(MaskReason.BYLINE, MaskReason.DATELINE)]
    opening = next((piece.text[:_OPENING] for piece in pieces if piece.is_prose), "")
    dateline = opening if re.search(r"\d.{0,12}[-–—]", opening) else ""
    days = (first_day(line, language) for line in (*over, *marked, dateline))
    months = (first_month(line) for line in over if len(line) <= _MOST)
    day = next(filter(None, chain(days, months)), None)
    return Field(day, "printed over the text") if day else None
