"""The sentences of a text, what it puts between quotation marks, and its words ready to be compared."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import sentencex

from generator.model.sources import Paragraph, SourceText
from generator.model.text import Span
from generator.text.numerals import primary, words_of
from generator.text.tokens import offsets, plain_marks, single_spaced

# A double mark that nothing closes opens a quotation that goes on in the next paragraph. A single one is an
# apostrophe unless it stands before a word and another after one; before a figure it is one too ('90s).
_QUOTED = re.compile(
    r"""“(?P<a>[^“”"]*)(?:[“”"]|\Z)
      | „(?P<b>[^“”„"]*)(?:[“”"]|\Z)
      | «(?P<c>[^«»]*)(?:»|\Z)
      | (?<![^\W_])["＂〝](?P<d>[^"＂”〞]*)(?:["＂”〞]|\Z)
      | 「(?P<e>[^」]*)(?:」|\Z)
      | 『(?P<f>[^』]*)(?:』|\Z)
      | ‹(?P<g>[^›]*)›
      | (?<![^\W_])[‘‚](?P<h>.+?)(?<=\S)[’‘'](?![^\W_])
      | (?<![^\W_])['`](?=[^\W\d_])(?P<i>.+?)(?<=\S)['’´](?![^\W_])
    """,
    re.VERBOSE | re.DOTALL,
)
_INSERTED = re.compile(r"\[[^\]]*\][^\W_]*")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_EDGES = " \t\n.,;:!?…-‐‑‒–—'\"‘’“”"
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"\w+")
ELLIPSIS = " […] "

# After these the segmenter sees an end where the sentence goes on: titles before a name, and a time of day
# before its day or zone.
_TITLES = {
    "en": words_of(
        "Mr. Mrs. Ms. Messrs. Dr. Prof. Sen. Rep. Gov. Gen. Col. Lt. Capt. Adm. Amb. Rev. Maj. Sgt. Hon. St."
    ),
    "de": words_of("Dr. Prof. Hr. Fr. Frl. St. Nr. Abs. Art. bzw. ca. vgl. Mio. Mrd. Tsd."),
    "fr": words_of("M. MM. Mme. Mlle. Dr. Pr. St. art. env."),
    "es": words_of("Sr. Sra. Sres. Srta. Dr. Dra. D. Dña. Lic. Ing. Gral. EE. art. núm."),
}
_TIMES = frozenset({"a.m.", "p.m."})
_LONGEST = 24
_AFTER_TIME = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4})\b")
# “U.S. Not to impose tariffs”: initials end a sentence only where a word follows that begins sentences.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}\Z")
# „am 9. März“, „der 3. Tag“: a number with a point is a rank after an article.
_RANK = re.compile(r"[0-9]{1,3}\.\Z")
_BEFORE_RANK = words_of(
    "der die das dem den des zum zur im am vom beim bis ab seit und jeder jede ihre ihrer seine seiner unser"
)
_OPENERS = {
    "en": words_of(
        "A After All Although An And Another As At Because Before But By During Each Even For From He Her His"
        " How However I If In It Its Last Meanwhile More Most No None Nor Now On One Only Or Our She Since So"
        " Some Still Such That The Their Then There These They This Those Though To Today Two Under Until We"
        " What When Where While Who With Yesterday Yet You"
    ),
    "de": words_of(
        "Aber Alle Als Am An Auch Auf Aus Bei Bis Da Dann Das Dazu Dem Den Denn Der Deshalb Die Dies Diese"
        " Doch Ein Eine Er Es Für Im In Ihr Mit Nach Nun Nur Ob Seit Sie So Über Um Und Von Vor Was Weil Wenn"
        " Wer Wie Wir Zu Zum Zur"
    ),
}
# The segmenter panics on white space that takes more than one byte, such as a no-break space.
_ODD_SPACE = re.compile(r"[^\S ]")
# The segmenter takes these for abbreviations; before a capital they end a sentence.
_WHOLE_WORD = re.compile(r"\b(?:May|No|no|me|art)\. +(?=[A-Z“‘\"])")

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\s][^\n]*")
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class QuotedText:
    """What stands between quotation marks, at `[start, end)` without the white space at its edges.

    `ranges` are the words that are quoted: all but what the writer put in square brackets.
    """

    start: int
    end: int
    inner: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        """What is quoted, without the punctuation at its edges."""
        return self.inner.strip(_EDGES)

    def readings(self) -> tuple[str, ...]:
        """The words as they may stand in what they quote.

        A point at the edge may belong to a number or to the sentence around; brackets and dots may stand for
        words left out.
        """
        bracketed = _INSERTED.sub(ELLIPSIS, self.words)
        loose = _LEFT_OUT.sub(ELLIPSIS, bracketed)
        return tuple(dict.fromkeys((self.inner, self.words, bracketed, loose)))


def quoted_texts(text: str) -> Iterator[QuotedText]:
    """What a paragraph quotes, in order; one inside another belongs to the outer one."""
    for found in _QUOTED.finditer(text):
        name = found.lastgroup or ""
        inner = found[name].strip()
        if _WORD.search(inner):
            start = found.start(name) + len(found[name]) - len(found[name].lstrip())
            yield QuotedText(start, start + len(inner), inner, tuple(_quoted(inner, start)))


def _quoted(words: str, start: int) -> Iterator[tuple[int, int]]:
    done = 0
    for bracket in _INSERTED.finditer(words):
        yield start + done, start + bracket.start()
        done = bracket.end()
    yield start + done, start + len(words)


def sentences(paragraph: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of each sentence, in code points and in order, by the rules of the language.

    They do not overlap, hold all text but the white space between them, and begin and end with a visible
    character. A single line break is white space; pass one paragraph at a time.
    """
    main = primary(language)
    found: list[tuple[int, int]] = []
    begin = end = 0
    for piece in _pieces(_ODD_SPACE.sub(" ", paragraph), main):
        if begin < end and not _goes_on(paragraph[max(begin, end - _LONGEST) : end], piece, main):
            found.append(_trimmed(paragraph, begin, end))
            begin = end
        end += len(piece)
    if paragraph[begin:end].strip():
        found.append(_trimmed(paragraph, begin, end))
    return tuple(found)


def _pieces(text: str, main: str) -> Iterator[str]:
    """The segmenter's pieces, which make up the text, with its surer mistakes mended."""
    pieces: list[str] = sentencex.segment(main, text)
    for piece in pieces if sum(map(len, pieces)) == len(text) else [text]:
        begin = 0
        for found in _WHOLE_WORD.finditer(piece) if main == "en" else ():
            yield piece[begin : found.end()]
            begin = found.end()
        yield piece[begin:]


def _goes_on(tail: str, following: str, main: str) -> bool:
    """Whether the sentence whose last characters are `tail` takes in what follows."""
    word = _WORDS.search(following)
    if not word:
        return True
    words = tail.split()
    if not words:
        return True
    last = words[-1].lstrip("(\"'“‘[«„")
    if last in _TITLES.get(main, ()) or (last in _TIMES and _AFTER_TIME.match(following) is not None):
        return True
    if word[0] in _OPENERS.get(main, ()):
        return False
    if main == "de":
        return _RANK.match(last) is not None and len(words) > 1 and words[-2].lower() in _BEFORE_RANK
    return main == "en" and _INITIALS.search(last) is not None and following[:1].isalnum()


def _trimmed(paragraph: str, start: int, end: int) -> tuple[int, int]:
    text = paragraph[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


@dataclass(frozen=True)
class Stretch:
    """A paragraph of a text in a language: from `origin` in it, `raw` as it stands there."""

    raw: str
    origin: int
    language: str = "en"

    @cached_property
    def printed(self) -> str:
        """The paragraph single-spaced, with quotation marks and dashes as printed."""
        return single_spaced(self.raw)

    @cached_property
    def plain(self) -> str:
        """The paragraph after `normalise`; every character at its offset in `printed`."""
        return plain_marks(self.printed)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The `[start, end)` of its sentences in `plain`."""
        return sentences(self.printed, self.language)

    @cached_property
    def quoted_texts(self) -> tuple[QuotedText, ...]:
        """What stands between quotation marks, with offsets in `plain`."""
        return tuple(quoted_texts(self.printed))

    @cached_property
    def is_quoted(self) -> bytearray:
        """For each character of `plain`, whether it stands between quotation marks."""
        marked = bytearray(len(self.plain))
        for quoted in self.quoted_texts:
            for start, end in quoted.ranges:
                marked[start:end] = b"\1" * (end - start)
        return marked

    @cached_property
    def is_heading(self) -> bool:
        """Whether it ends as no sentence does: a heading, a byline, or a part of the page around the text."""
        return _CLOSED.search(self.printed) is None

    @cached_property
    def _offsets(self) -> list[int]:
        return offsets(self.raw)

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """The `[start, end)` in the whole text of a stretch of `plain` without white space at its edges."""
        return self.origin + self._offsets[start], self.origin + self._offsets[end - 1] + 1


class BodyPositions:
    """From offsets in the text of a source to lines and columns of its file."""

    def __init__(self, body: SourceText) -> None:
        self._path, self._first = body.path, body.first_line
        self._starts = tuple(accumulate((len(line) + 1 for line in body.text.split("\n")), initial=0))

    def span(self, start: int, end: int) -> Span:
        """The stretch `[start, end)`, which is not empty."""
        (line, column), (end_line, end_column) = self._at(start), self._at(end - 1)
        return Span(self._path, line, column, end_line, end_column + 1)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return self._first + line, offset - self._starts[line] + 1


def stretches_of(body: SourceText, language: str = "en") -> tuple[Stretch, ...]:
    """The paragraphs of a summary."""
    return tuple(Stretch(body.text[part.start : part.end], part.start, language) for part in body.paragraphs)


def stretches_in(text: str, language: str = "en") -> tuple[Stretch, ...]:
    """The paragraphs of an original, whose lines may each be a paragraph or may be broken at a margin."""
    return tuple(stretch for block in _BLOCK.finditer(text) for stretch in _parted(block, language))


def _parted(block: re.Match[str], language: str) -> Iterator[Stretch]:
    """The block's lines, or the block as one if a line goes on in the next: open, with a small letter."""
    lines = [(line.group().rstrip(), block.start() + line.start()) for line in _LINE.finditer(block.group())]
    if any(not _CLOSED.search(line) and next_[0].islower() for (line, _), (next_, _) in pairwise(lines)):
        yield Stretch(block.group().rstrip(), block.start(), language)
    else:
        yield from (Stretch(line, start, language) for line, start in lines)


def as_body(text: str) -> SourceText:
    """The original in the form in which quotations are looked up: they may go on from line to line."""
    blocks = (block for block in _BLOCK.finditer(text) if single_spaced(block.group()))
    paragraphs = (
        Paragraph(number, block.start(), block.end(), ()) for number, block in enumerate(blocks, start=1)
    )
    return SourceText(text, tuple(paragraphs), path="", first_line=1, checksum="")
