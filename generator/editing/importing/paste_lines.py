"""Pasted text, piece by piece: what is the article's, and what was copied along with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.editing.importing.article import Mask, MaskReason
from generator.editing.importing.bylines import authors_in, is_author_note, names_in
from generator.editing.importing.languages import detected
from generator.editing.importing.layout import letters
from generator.editing.importing.mending import MARGIN, is_wrapped, joined, mended, unwrapped, width
from generator.editing.importing.printed_dates import first_day
from generator.editing.importing.selection import is_prose, is_sentence
from generator.text.furniture import furniture_in, stands_alone

_LISTED = re.compile(r"(?:[-*•·●▪◦‣–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INDENTED = re.compile(r"(?: {2,}|\t|\u3000)\S")
_HEADLINE = (
    25  # characters of a headline that nothing else shows to be one; a third in scripts without spaces
)
_SHORT_HEADLINE = 12  # of one with a byline or date below it
HEADING = 110  # characters; no heading is longer
_LAST_LINE = 80  # characters of a last sentence without a full stop
_CUT_TITLE = 25  # letters that a line shares with the title whose beginning it repeats
_COMMENTED = 3  # paragraphs of the article come before its readers' comments
_RUN = 2  # headlines one below the other are a list of other articles
_CAPTION = 240  # characters
_OPENS = frozenset({MaskReason.RELATED, MaskReason.COMMENTS, MaskReason.NEWSLETTER, MaskReason.PAYWALL_NOTE})
_SIGNED = frozenset({MaskReason.BYLINE, MaskReason.DATELINE})
_HEAD = 6  # lines between what sums up the text and the byline or date
_OF_HEAD = frozenset({MaskReason.REPEATED_TITLE, MaskReason.BYLINE})
_CREDITED = frozenset({MaskReason.CREDIT, MaskReason.COPYRIGHT})
_OF_A_PICTURE = re.compile(r"photo|foto|bild|image|imagen|picture|getty|©|图|圖|摄|写真|사진", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:ago|reply|report|antworten|répondre|responder|hace|vor \d|il y a)\b|前|回复|답글|返信|\d\d:\d\d",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the text as pasted, and why it is no part of the article, if so.

    `block` counts the empty lines before it: pieces of one block stand together.
    """

    text: str
    block: int
    mask: Mask | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of the article, as far as is known."""
        return self.mask is None and is_prose(self.text)

    @property
    def is_label(self) -> bool:
        """Whether it is neither masked, nor a sentence, nor an item of a list."""
        return self.mask is None and not is_sentence(self.text) and not _LISTED.match(self.text)

    def is_masked_for(self, *reasons: MaskReason) -> bool:
        """Whether it is masked for one of the reasons."""
        return self.mask is not None and self.mask.reason in reasons

    def masked(self, reason: MaskReason, why: str) -> Piece:
        """The same, masked; one that is masked already stays as it is."""
        return self if self.mask else replace(self, mask=Mask(reason, why))


def pieces_of(text: str) -> tuple[list[Piece], int | None]:
    """The pieces of a pasted text, masked unless they are the article's; and which of them is its title."""
    pieces = _with_captions(_by_own_words(_pieces(text)))
    pieces = _with_datelines(pieces)
    title = _title_of(pieces)
    if title is not None:
        pieces = _with_title(pieces, title)
    pieces = _without_labels(_after_marks(_without_notes(pieces)), title)
    start = 0 if title is None else title + 1
    return [*pieces[:start], *_across_pages(pieces[start:], detected(text))], title


def _pieces(text: str) -> list[Piece]:
    """The paragraphs of a text, whose lines may be paragraphs or broken at a margin."""
    language = detected(text)
    blocks = list(_blocks(mended(_indents_as_gaps(_unquoted(text)))))
    all_wrapped = is_wrapped([line for block in blocks for line in block])
    pieces = []
    for number, block in enumerate(blocks):
        for part in _parted(block):
            wrapped = is_wrapped(part) or (all_wrapped and len(part) > 1 and width(part[0]) >= MARGIN[0])
            pieces += [Piece(one, number) for one in unwrapped(part, language, wrapped=wrapped) if one]
    return pieces


def _parted(block: list[str]) -> Iterator[list[str]]:
    """The parts of a block around lines such as page numbers and end marks, which belong to no paragraph."""
    part: list[str] = []
    for line in block:
        if line.isdigit() or stands_alone(line) or (line.isupper() and furniture_in(line)):
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


def _unquoted(text: str) -> str:
    """The text of a mail without the signs of quotation before its lines, if it is quoted as a whole."""
    lines = text.splitlines()
    full = [line for line in lines if line.strip()]
    if sum(line.startswith(">") for line in full) < 0.6 * max(len(full), 1):
        return text
    return "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines)


def _indents_as_gaps(text: str) -> str:
    """Paragraphs that only an indent begins, as on the wire, get an empty line before them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    full = [line for line in lines if line.strip()]
    if not 0 < sum(bool(_INDENTED.match(line)) for line in full) < 0.7 * len(full):
        return text
    return "\n".join(f"\n{line}" if _INDENTED.match(line) else line for line in lines)


def _across_pages(pieces: Sequence[Piece], language: str | None) -> list[Piece]:
    """Paragraphs that the foot of a page and the head of the next part become whole, where they begin."""
    result: list[Piece] = []
    last = None  # the place in the result of what was read last and is not masked
    for piece in pieces:
        if piece.mask is None and last is not None and _is_parted(result, last, piece):
            whole = joined([result[last].text, piece.text], language)
            result[last] = replace(result[last], text=whole)
            continue
        if piece.mask is None:
            last = len(result)
        result.append(piece)
    return result


def _is_parted(pieces: Sequence[Piece], last: int, piece: Piece) -> bool:
    """Whether a piece goes on with the last, which has no end, although masked lines stand between."""
    is_open = not is_sentence(pieces[last].text) and len(pieces[last].text) > _HEADLINE
    return is_open and last + 1 < len(pieces) and piece.text[:1].islower()


def _by_own_words(pieces: Sequence[Piece]) -> list[Piece]:
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


def _with_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """What stands right above the credit of a picture, apart from other lines, is its caption."""
    sizes = Counter(piece.block for piece in pieces)
    result = list(pieces)
    for at, credit in enumerate(pieces[1:], start=1):
        above = result[at - 1]
        is_credit = credit.is_masked_for(*_CREDITED) and _OF_A_PICTURE.search(credit.text)
        is_apart = sizes[credit.block] == 2 or not above.is_prose
        if is_credit and above.block == credit.block and len(above.text) < _CAPTION and is_apart:
            result[at - 1] = above.masked(MaskReason.CAPTION, "above the credit of a picture")
    return result


def _with_datelines(pieces: Sequence[Piece]) -> list[Piece]:
    """Over the text, lines with a place and a date, and the names beside them."""
    first = _first_prose(pieces) or 0
    result = [
        piece.masked(MaskReason.DATELINE, "a place and a date")
        if at < first and piece.is_label and first_day(piece.text) and len(piece.text) < _LAST_LINE
        else piece
        for at, piece in enumerate(pieces)
    ]
    for at in range(1, first):
        beside = result[at - 1 : at] + result[at + 1 : at + 2]
        is_beside = not result[at].text.isupper() and any(
            one.is_masked_for(MaskReason.DATELINE) for one in beside
        )
        if is_beside and result[at].is_label and names_in(result[at].text):
            result[at] = result[at].masked(MaskReason.BYLINE, "names beside a date")
    return result


def _first_prose(pieces: Sequence[Piece]) -> int | None:
    """Where the text begins: a sentence with a byline or date below it is not yet the text but sums it up."""
    prose = [at for at, piece in enumerate(pieces) if piece.is_prose]
    if len(prose) < _COMMENTED:
        return prose[0] if prose else None
    head = [at for at, piece in enumerate(pieces[: prose[0] + _HEAD]) if piece.is_masked_for(*_SIGNED)]
    later = [at for at in prose if not head or at > head[-1]]
    return later[0] if later and prose.index(later[0]) <= 1 else prose[0]


def _title_of(pieces: Sequence[Piece]) -> int | None:
    """Which piece is the title: the headline over the first prose, above byline and date if they have one."""
    first = _first_prose(pieces)
    if first is None:
        return None
    over = [at for at in range(first) if _may_be_title(pieces[at])]
    signed = next((at for at in range(first) if pieces[at].is_masked_for(*_SIGNED)), first)
    over = [at for at in over if at < signed] or over
    keys = Counter(letters(piece.text) for piece in pieces)
    if repeated := [at for at in over if keys[letters(pieces[at].text)] > 1]:
        return repeated[-1]
    headlines = [at for at in over if _size(pieces[at].text) >= _HEADLINE]
    described = [at for at in headlines or over if _is_described(pieces, at, first)]
    if described:
        return _first_of_run(headlines, described[-1])
    return _first_of_run(headlines, headlines[-1]) if headlines else _short_title(pieces, over, first)


def _may_be_title(piece: Piece) -> bool:
    """Whether a piece over the text has the form of a headline, which may ask or shout."""
    is_open = piece.is_label or (
        piece.mask is None and piece.text.rstrip("\"'”’»“").endswith(("?", "!", "？", "！"))
    )
    has_words = " " in piece.text or len(_EAST_ASIAN.findall(piece.text)) > 3
    return is_open and has_words and _size(piece.text) >= _SHORT_HEADLINE and len(piece.text) <= 2 * HEADING


def _size(text: str) -> int:
    return len(text) + 2 * len(_EAST_ASIAN.findall(text))


def _is_described(pieces: Sequence[Piece], at: int, first: int) -> bool:
    """Whether a byline or date stands below, with at most a deck between."""
    return any(piece.is_masked_for(*_SIGNED) for piece in pieces[at + 1 : min(at + 4, first)])


def _short_title(pieces: Sequence[Piece], over: list[int], first: int) -> int | None:
    """A short line right over the text, or at the very beginning, is its title."""
    if over and all(piece.mask for piece in pieces[over[-1] + 1 : first]):
        return over[-1]
    return 0 if 0 in over else None


def _first_of_run(headlines: list[int], at: int) -> int:
    """The first of two headlines that stand together right over the text: a deck may follow the title."""
    return at - 1 if at - 1 in headlines and at - 2 not in headlines else at


def _with_title(pieces: Sequence[Piece], title: int) -> list[Piece]:
    """The title, what repeats it, and what stands above it."""
    key = letters(pieces[title].text)
    result = []
    for at, piece in enumerate(pieces):
        if at == title or (_repeats(piece, key) and not piece.is_masked_for(*_OPENS)):
            piece = replace(piece, mask=Mask(MaskReason.REPEATED_TITLE, "the title"))
        elif at < title and not (piece.is_prose or is_sentence(piece.text)):
            piece = piece.masked(MaskReason.NAVIGATION, "above the title")
        result.append(piece)
    return result


def _repeats(piece: Piece, key: str) -> bool:
    """Whether a piece is the title again, its beginning, or a running head that has it."""
    own = letters(piece.text)
    if own == key:
        return True
    if is_sentence(piece.text) or min(len(own), len(key)) < _SHORT_HEADLINE:
        return False
    is_cut = len(own) >= _CUT_TITLE and own[:_CUT_TITLE] == key[:_CUT_TITLE]
    return is_cut or (key in own and len(own) < 2 * len(key))


def _after_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """What a line such as “Related” or “Comments” opens, until the article goes on."""
    result: list[Piece] = []
    opened: Mask | None = None
    prose = 0
    for at, piece in enumerate(pieces):
        if piece.mask:
            opened = piece.mask if _opens(piece) else None if piece.is_masked_for(*_OF_HEAD) else opened
            comments = piece.is_masked_for(MaskReason.COMMENTS) and prose >= _COMMENTED
            if comments and _are_comments(pieces[at + 1 :]):
                return [*result, *(one.masked(MaskReason.COMMENTS, piece.mask.text) for one in pieces[at:])]
        elif _goes_on(pieces, at, opened):
            opened, prose = None, prose + piece.is_prose
        elif opened and (opened.reason is MaskReason.RELATED or not _LISTED.match(piece.text)):
            piece = piece.masked(opened.reason, opened.text)
        result.append(piece)
    return result


def _opens(piece: Piece) -> bool:
    """Whether a line is the heading of a box or list that is none of the article."""
    is_heading = len(piece.text) <= 2 * _HEADLINE and not re.search(r"[:：]\s*\S", piece.text)
    return is_heading and piece.is_masked_for(*_OPENS)


def _goes_on(pieces: Sequence[Piece], at: int, opened: Mask | None) -> bool:
    """Whether a sentence is the article's although a box or list was opened above.

    It is, unless it stands beside a headline of the list, or is short and a line of the box follows.
    """
    piece, before = pieces[at], pieces[at - 1]
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    run = list(takewhile(lambda one: one.mask is None and is_sentence(one.text), pieces[at:]))
    if opened is None or not run:
        return bool(run)
    if not any(one.is_prose for one in run):
        is_boxed = after is None or (after.mask is not None and after.mask.reason is opened.reason)
        return piece.block != before.block and not is_boxed
    if len(run) > 1 or not before.is_label:
        return True
    return before.block != piece.block and not (after and after.is_label)


def _are_comments(pieces: Sequence[Piece]) -> bool:
    """Whether readers speak here, with dates or “reply” between their sentences, or nothing follows."""
    prose = sum(piece.is_prose for piece in pieces)
    marks = sum(bool(_AGO.search(piece.text)) for piece in pieces if len(piece.text) < 60)
    return not prose or prose <= 3 * marks


def _without_labels(pieces: Sequence[Piece], title: int | None) -> list[Piece]:
    """Masks labels: between title and text, in lists of headlines, and below the last sentence."""
    first = _first_prose(pieces) or 0
    kept = [at for at, piece in enumerate(pieces) if piece.mask is None]
    last = _unended(pieces, max((at for at in kept if not pieces[at].is_label), default=-1))
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if at > last and piece.mask is None:
            result[at] = piece.masked(MaskReason.RELATED, "below the text")
        elif piece.is_label and at < first:
            is_deck = title is not None and len(piece.text) >= 2 * _HEADLINE
            result[at] = piece if is_deck else piece.masked(MaskReason.NAVIGATION, "a label over the text")
        elif piece.is_label and _is_of_headlines(pieces, at):
            result[at] = piece.masked(MaskReason.RELATED, "one of several headlines")
    return result


def _unended(pieces: Sequence[Piece], last: int) -> int:
    """The place of the last paragraph, which on the wire may lack its full stop."""
    following = last + 1
    if following < len(pieces) and pieces[following].is_label:
        alone = following + 1 == len(pieces) or not pieces[following + 1].is_label
        if alone and (len(pieces[following].text) >= _LAST_LINE or pieces[following].text[:1].islower()):
            return following
    return last


def _is_of_headlines(pieces: Sequence[Piece], at: int) -> bool:
    """Whether labels stand together as headlines do: without figures, and no colon leads to them."""
    above = list(takewhile(lambda piece: piece.is_label, reversed(pieces[:at])))
    below = list(takewhile(lambda piece: piece.is_label, pieces[at + 1 :]))
    run = [*above, pieces[at], *below]
    lead = pieces[at - len(above) - 1] if at > len(above) else None
    is_list = lead is not None and lead.mask is None and lead.text.endswith((":", "："))
    is_text = any(len(piece.text) > HEADING for piece in run)
    return len(run) >= _RUN and not is_list and not is_text and not _FIGURE.search(pieces[at].text)


def _without_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """Masks what tells who the authors are, and their names as signature."""
    authors = {str(author) for piece in pieces for author in authors_in(piece.text)}
    return [
        piece.masked(MaskReason.BYLINE, "about the author") if _is_note(piece.text, authors) else piece
        for piece in pieces
    ]


def _is_note(text: str, authors: set[str]) -> bool:
    names = {str(author) for author in names_in(text)}
    return is_author_note(text, authors) or (bool(names) and names <= authors)
