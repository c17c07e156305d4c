"""An article from text that somebody copied out of a page, a mail or a wire, with what stood around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from generator.editing.importing.article import (
    Article,
    ArticleParagraph,
    Author,
    Field,
    Mask,
    MaskReason,
    state_of,
)
from generator.editing.importing.bylines import (
    AGENCIES,
    authors_in,
    is_author_note,
    names_beside_date,
    names_in,
)
from generator.editing.importing.languages import detected
from generator.editing.importing.layout import letters
from generator.editing.importing.mending import MARGIN, is_wrapped, mended, unwrapped
from generator.editing.importing.printed_dates import first_day
from generator.editing.importing.selection import is_prose, is_sentence
from generator.text.furniture import furniture_in

_LISTED = re.compile(r"(?:[-*•·●▪◦‣–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HEADLINE = 25  # characters; and half of it in scripts without spaces
_HEADING = 110  # characters; no heading is longer
_LAST_LINE = 80  # characters of a last sentence without a full stop
_CUT_TITLE = 25  # letters that a line shares with the title whose beginning it repeats
_COMMENTED = 3  # paragraphs of the article come before its readers' comments
_RUN = 2  # headlines one below the other are a list of other articles
_OPENS = frozenset({MaskReason.RELATED, MaskReason.COMMENTS, MaskReason.NEWSLETTER, MaskReason.PAYWALL_NOTE})
_DATED = frozenset({MaskReason.BYLINE, MaskReason.DATELINE})
_DATELINE = re.compile(
    r"\A(?:[^\W\d_][^()–—]{1,60}?[,.]? )?\(?(?P<agency>[^\W\d_][\w -]{1,24}?)\)?\s*(?:[-–—]{1,2})\s+",
    re.UNICODE,
)
_AGO = re.compile(
    r"\b(?:ago|reply|report|antworten|répondre|responder|hace|vor \d|il y a)\b|前|回复|\d\d:\d\d",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of the text as pasted, and why it is no part of the article, if so."""

    text: str
    mask: Mask | None = None

    @property
    def is_prose(self) -> bool:
        return self.mask is None and is_prose(self.text)

    @property
    def is_label(self) -> bool:
        """Whether it is neither masked, nor a sentence, nor an item of a list, nor long."""
        return self.mask is None and not is_sentence(self.text) and not _LISTED.match(self.text)

    @property
    def is_headline(self) -> bool:
        least = _HEADLINE / 3 if _EAST_ASIAN.search(self.text) else _HEADLINE
        return self.is_label and least <= len(self.text) <= 2 * _HEADING

    def masked(self, reason: MaskReason, why: str) -> _Piece:
        return self if self.mask else replace(self, mask=Mask(reason, why))


def article_from_text(text: str, name: str) -> Article:
    """The article in a pasted text; `name` is that of its file, which says nothing that the text does not.

    The title is the line that stands over the text, if there is one; no field is guessed from the text.
    """
    pieces = _with_datelines(_judged(_pieces(text)))
    title = _title_of(pieces)
    if title is not None:
        pieces = _with_title(pieces, title)
    pieces = _after_marks(pieces)
    pieces = _without_labels(pieces, title)
    paragraphs = tuple(_paragraphs(pieces))
    body = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.mask is None)
    language = detected(body)
    return Article(
        paragraphs,
        state_of(paragraphs, says_more=False),
        title=Field(pieces[title].text, f"printed over the text of {name}") if title is not None else None,
        authors=_authors(paragraphs),
        publisher=_publisher(paragraphs),
        issued=_issued(paragraphs, language),
        language=Field(language, "the text") if language else None,
        type=Field("article-newspaper", "pasted text", is_doubtful=True),
    )


def _pieces(text: str) -> list[_Piece]:
    """The paragraphs of a text, whose lines may be paragraphs or broken at a margin."""
    language = detected(text)
    blocks = list(_blocks(mended(_indents_as_gaps(text))))
    all_wrapped = is_wrapped([line for block in blocks for line in block])
    pieces = []
    for block in chain.from_iterable(map(_parted, blocks)):
        wrapped = is_wrapped(block) or (all_wrapped and len(block) > 1 and len(block[0]) >= MARGIN[0])
        pieces += [_Piece(one) for one in unwrapped(block, language, wrapped=wrapped) if one]
    return pieces


def _parted(block: list[str]) -> Iterator[list[str]]:
    """The parts of a block around lines such as the end mark of a wire, which belong to no paragraph."""
    part: list[str] = []
    for line in block:
        if line.isupper() and furniture_in(line):
            yield from filter(None, (part, [line]))
            part = []
        else:
            part.append(line)
    if part:
        yield part


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _indents_as_gaps(text: str) -> str:
    """Paragraphs that only an indent begins, as on the wire, get an empty line before them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    full = [line for line in lines if line.strip()]
    indented = [line for line in full if re.match(r"(?: {2,}|\t|\u3000)\S", line)]
    if not 0 < len(indented) < 0.7 * len(full):
        return text
    return "\n".join(f"\n{line}" if re.match(r"(?: {2,}|\t|\u3000)\S", line) else line for line in lines)


def _judged(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Each piece by its own words; what is printed twice is masked the second time."""
    counts = Counter(letters(piece.text) for piece in pieces)
    seen: set[str] = set()
    judged = []
    for piece in pieces:
        key = letters(piece.text)
        if found := furniture_in(piece.text):
            piece = piece.masked(*found)
        elif authors_in(piece.text):
            piece = piece.masked(MaskReason.BYLINE, "a byline")
        elif key in seen and (len(key) >= 40 or counts[key] > 2):
            piece = piece.masked(MaskReason.DUPLICATE, "printed twice")
        seen.add(key)
        judged.append(piece)
    return judged


def _with_datelines(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Over the text, lines with a place and a date, and the names beside them."""
    first = _first_prose(pieces) or 0
    result = [
        piece.masked(MaskReason.DATELINE, "a place and a date")
        if at < first and piece.is_label and first_day(piece.text, None) and len(piece.text) < _LAST_LINE
        else piece
        for at, piece in enumerate(pieces)
    ]
    for at in range(1, first):
        beside = result[at - 1 : at] + result[at + 1 : at + 2]
        if any(_is_dateline(one) for one in beside) and result[at].is_label and names_in(result[at].text):
            result[at] = result[at].masked(MaskReason.BYLINE, "names beside a date")
    return result


def _is_dateline(piece: _Piece) -> bool:
    return piece.mask is not None and piece.mask.reason is MaskReason.DATELINE


def _title_of(pieces: Sequence[_Piece]) -> int | None:
    """Which piece is the title: the headline over the first prose."""
    first = _first_prose(pieces)
    if first is None:
        return None
    over = [at for at in range(first) if pieces[at].is_headline]
    if not over:
        return _short_title(pieces, first)
    keys = Counter(letters(piece.text) for piece in pieces)
    repeated = [at for at in over if keys[letters(pieces[at].text)] > 1]
    if repeated:
        return repeated[-1]
    described = [at for at in over if _is_described(pieces, at, first)]
    return _first_of_run(over, described[-1] if described else over[-1])


def _short_title(pieces: Sequence[_Piece], first: int) -> int | None:
    """A short line right over the text, at the very beginning, is its title."""
    if (
        first
        and pieces[0].is_label
        and all(piece.mask for piece in pieces[1:first])
        and " " in pieces[0].text
    ):
        return 0
    return None


def _is_described(pieces: Sequence[_Piece], at: int, first: int) -> bool:
    """Whether a byline or date stands below, with at most a deck between."""
    marks = {MaskReason.BYLINE, MaskReason.DATELINE}
    return any(piece.mask and piece.mask.reason in marks for piece in pieces[at + 1 : min(at + 4, first)])


def _first_of_run(over: list[int], at: int) -> int:
    """The first of two headlines that stand together right over the text: a deck may follow the title."""
    return at - 1 if at - 1 in over and at - 2 not in over else at


def _first_prose(pieces: Sequence[_Piece]) -> int | None:
    return next((at for at, piece in enumerate(pieces) if piece.is_prose), None)


def _with_title(pieces: Sequence[_Piece], title: int) -> list[_Piece]:
    """The title, what repeats it, and what stands above it."""
    key = letters(pieces[title].text)
    result = []
    for at, piece in enumerate(pieces):
        own = letters(piece.text)
        shared = (
            len(own) >= _CUT_TITLE and not is_sentence(piece.text) and own[:_CUT_TITLE] == key[:_CUT_TITLE]
        )
        if at == title or own == key or shared:
            piece = replace(piece, mask=Mask(MaskReason.REPEATED_TITLE, "the title"))
        elif at < title and not piece.is_prose:
            piece = piece.masked(MaskReason.NAVIGATION, "above the title")
        result.append(piece)
    return result


def _after_marks(pieces: Sequence[_Piece]) -> list[_Piece]:
    """What a line such as “Related” or “Comments” opens, until the article goes on."""
    result: list[_Piece] = []
    opened: Mask | None = None
    prose = 0
    for at, piece in enumerate(pieces):
        if piece.mask:
            opened = piece.mask if _opens(piece) else opened
            if _opens_comments(piece) and prose >= _COMMENTED and _are_comments(pieces[at + 1 :]):
                return [*result, *(one.masked(MaskReason.COMMENTS, piece.mask.text) for one in pieces[at:])]
        elif _goes_on(pieces, at, opened):
            opened, prose = None, prose + piece.is_prose
        elif opened and not _LISTED.match(piece.text):
            piece = piece.masked(opened.reason, opened.text)
        result.append(piece)
    return result


def _opens(piece: _Piece) -> bool:
    """Whether a line is the heading of a box or list that is none of the article."""
    return (
        piece.mask is not None
        and piece.mask.reason in _OPENS
        and len(piece.text) <= 2 * _HEADLINE
        and not re.search(r"[:：]\s*\S", piece.text)
    )


def _opens_comments(piece: _Piece) -> bool:
    return piece.mask is not None and piece.mask.reason is MaskReason.COMMENTS


def _goes_on(pieces: Sequence[_Piece], at: int, opened: Mask | None) -> bool:
    """Whether a sentence is the article's: not a short one, nor one under a headline, of an open list."""
    run = list(takewhile(lambda piece: piece.mask is None and is_sentence(piece.text), pieces[at:]))
    if opened is None or not any(piece.is_prose for piece in run):
        return opened is None and bool(run)
    before = pieces[at - 1]
    return len(run) > 1 or before.mask is not None or not before.is_label


def _are_comments(pieces: Sequence[_Piece]) -> bool:
    """Whether readers speak here, with dates or “reply” between their sentences, or nothing follows."""
    prose = sum(piece.is_prose for piece in pieces)
    return not prose or any(_AGO.search(piece.text) for piece in pieces if len(piece.text) < 60)


def _without_labels(pieces: Sequence[_Piece], title: int | None) -> list[_Piece]:
    """Masks labels: between title and text, in lists of headlines, and below the last sentence."""
    first = _first_prose(pieces) or 0
    last = max(
        (at for at, piece in enumerate(pieces) if piece.mask is None and is_sentence(piece.text)), default=-1
    )
    last = _unended(pieces, last)
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if at > last and piece.mask is None:
            result[at] = piece.masked(MaskReason.RELATED, "below the text")
        elif piece.is_label and at < first:
            result[at] = _near_title(piece, title)
        elif piece.is_label and _run_of(pieces, at) >= _RUN and not _FIGURE.search(piece.text):
            result[at] = piece.masked(MaskReason.RELATED, "one of several headlines")
    return result


def _near_title(piece: _Piece, title: int | None) -> _Piece:
    if title is not None and len(piece.text) >= 2 * _HEADLINE:
        return piece  # a deck
    return piece.masked(MaskReason.NAVIGATION, "a label over the text")


def _unended(pieces: Sequence[_Piece], last: int) -> int:
    """The place of the last paragraph, which on the wire may lack its full stop."""
    following = last + 1
    if following < len(pieces) and pieces[following].is_label:
        alone = following + 1 == len(pieces) or not pieces[following + 1].is_label
        if alone and (len(pieces[following].text) >= _LAST_LINE or pieces[following].text[:1].islower()):
            return following
    return last


def _run_of(pieces: Sequence[_Piece], at: int) -> int:
    """How many labels stand together around a place."""
    start = at
    while start and pieces[start - 1].is_label:
        start -= 1
    end = at
    while end + 1 < len(pieces) and pieces[end + 1].is_label:
        end += 1
    return end - start + 1


def _paragraphs(pieces: Sequence[_Piece]) -> Iterator[ArticleParagraph]:
    authors = {str(author) for piece in pieces for author in authors_in(piece.text)}
    last = max((at for at, piece in enumerate(pieces) if piece.mask is None), default=-1)
    for at, piece in enumerate(pieces):
        if piece.mask is None and is_author_note(piece.text, authors):
            piece = piece.masked(MaskReason.BYLINE, "about the author")
        is_heading = piece.is_label and at < last and len(piece.text) <= _HEADING
        yield ArticleParagraph(piece.text, is_heading, piece.mask)


def _over_text(paragraphs: Sequence[ArticleParagraph]) -> list[str]:
    """The masked lines from the title, or else the beginning, to the text."""
    first = next((at for at, one in enumerate(paragraphs) if one.mask is None), 0)
    over = paragraphs[:first]
    titles = [at for at, one in enumerate(over) if one.mask and one.mask.reason is MaskReason.REPEATED_TITLE]
    return [one.text for one in over[titles[-1] if titles else 0 :]]


def _authors(paragraphs: Sequence[ArticleParagraph]) -> Field[tuple[Author, ...]] | None:
    bylines = [one.text for one in paragraphs if one.mask and one.mask.reason is MaskReason.BYLINE]
    over = _over_text(paragraphs)
    found = chain(map(authors_in, bylines), map(names_beside_date, over), map(names_in, bylines))
    authors = next(filter(None, found), None)
    return Field(authors, "printed byline") if authors else None


def _publisher(paragraphs: Sequence[ArticleParagraph]) -> Field[str] | None:
    """The agency that the text names before its first words or at its end."""
    body = next((one for one in paragraphs if one.mask is None and is_prose(one.text)), None)
    found = _DATELINE.match(body.text) if body else None
    agency = AGENCIES.get(found["agency"].strip().casefold()) if found else None
    return Field(agency, "the dateline of the text") if agency else None


def _issued(paragraphs: Sequence[ArticleParagraph], language: str | None) -> Field[str] | None:
    """The day that is printed over the text."""
    bylines = (one.text for one in paragraphs if one.mask and one.mask.reason in _DATED)
    days = (first_day(line, language) for line in (*_over_text(paragraphs), *bylines))
    day = next(filter(None, days), None)
    return Field(day, "printed over the text") if day else None
