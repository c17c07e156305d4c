"""Source articles: text whose every sentence has its span, and metadata under CSL names.

What is not known of a source is left out of its bibliography, never guessed.
"""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import overload

from generator.model.dates import Date
from generator.model.evidence import Voice
from generator.model.text import SourceId, Span

Range = tuple[int, int]

LEFT_OUT = " […] "

_NAMES = {"url": "URL", "container_title": "container-title", "title_short": "title-short"}
_TEXTS = ("title_short", "publisher", "container_title", "url", "archive_location", "language", "note")


class Rights(StrEnum):
    """How much of a source the site may show."""

    FULL = "full"
    SUMMARY = "summary"
    QUOTE = "quote"
    NONE = "none"

    def may_be_shown_whole(self) -> bool:
        """Whether the source's page may hold its whole text."""
        return self in (Rights.FULL, Rights.SUMMARY)

    @property
    def voice(self) -> Voice:
        """Whose words the text of such a source is."""
        return Voice.SUMMARY if self is Rights.SUMMARY else Voice.ARTICLE


FORMER_RIGHTS: Mapping[str, Rights] = MappingProxyType({"digest": Rights.SUMMARY})
"""Words that this version still reads, and what they are called now; the next will not."""


@dataclass(frozen=True, slots=True)
class QuoteBudget:
    """How much the site may quote, in all, of a source of which it may show quotations only."""

    words: int = 90
    percent: int = 10

    def of(self, total: int) -> int:
        """How many words of a source that has `total`: the smaller of the two limits."""
        return min(self.words, total * self.percent // 100)


USUAL_BUDGET = QuoteBudget()


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: `[start, end)` in code points of its source's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered from 1: `[start, end)` in code points of its source's text, and its sentences."""

    number: int
    start: int
    end: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """The article that a summary sums up: its file name and the SHA-256 of its bytes."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's text in Unicode NFC with line feeds only, and its paragraphs in order.

    `first_line` is the line of the file on which the text starts; `checksum` the SHA-256 of the file's
    bytes, in hexadecimal.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    path: str
    first_line: int
    checksum: str

    def span_of(self, start: int, end: int) -> Span:
        """The span in the file of a stretch of the text; it ends with its first line."""
        line, column = self.line_of(start), start - self.text.rfind("\n", 0, start)
        last = self.text.find("\n", start, end)
        return Span(self.path, line, column, line, column + (end if last < 0 else last) - start)

    def sentence_around(self, ranges: Sequence[Range]) -> tuple[str, tuple[Range, ...]]:
        """The whole sentences that hold the ranges of one paragraph, on one line, and the ranges in it.

        Where a range lies in no sentence, such as white space, it is a sentence of its own.
        """
        first, last = ranges[0][0], ranges[-1][1]
        held = [
            passage
            for paragraph in self.paragraphs
            if paragraph.start <= first < paragraph.end
            for passage in paragraph.passages
            if passage.start < last and first < passage.end
        ]
        begin = min([first, *(passage.start for passage in held)])
        end = max([last, *(passage.end for passage in held)])
        sentence = " ".join(self.text[begin:end].split())
        return sentence, tuple(
            (_spaced_length(self.text[begin:start]), _spaced_length(self.text[begin:stop]))
            for start, stop in ranges
        )

    def sentence_before(self, offset: int) -> str:
        """The sentence before the one at an offset, in the same paragraph; empty if there is none."""
        for paragraph in self.paragraphs:
            if paragraph.start <= offset < paragraph.end:
                ended = [each for each in paragraph.passages if each.end <= offset]
                return self.text[ended[-1].start : ended[-1].end] if ended else ""
        return ""

    def line_of(self, offset: int) -> int:
        """The line in the file of an offset in the text."""
        return self.first_line + self.text.count("\n", 0, offset)


_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Author:
    """An author, as CSL has names: `family` and as a rule `given`, or a `literal` name that is not parted."""

    literal: str | None = None
    family: str | None = None
    given: str | None = None

    @property
    def name(self) -> str:
        """The name in one piece: in Chinese, Japanese and Korean the family's first, without a space."""
        if self.literal or not self.family:
            return self.literal or self.given or ""
        if _FAMILY_FIRST.match(self.family):
            return f"{self.family}{self.given or ''}"
        return f"{self.given} {self.family}" if self.given else self.family

    def __str__(self) -> str:
        return self.name


TYPES = frozenset(
    (
        *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
        *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
        *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
        *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
        *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
        *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
        *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
    )
)
"""The types of CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types"""

USUAL_TYPE = "webpage"
"""That of a source which says nothing of it: what was read on the web, whoever brought it out."""

PERIODICAL_TYPES = frozenset(("article-journal", "article-magazine", "article-newspaper"))
"""Types of what stands in a periodical: where no container is named, that is what the publisher is."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What is known of who published a source and when; None and empty mean that it is not stated.

    `short` is the two or three words by which pages may call it; `type` is one of `TYPES`; `canonical_url`
    the address that the publisher says is the article's own, `url` the one at which it was read.
    """

    title: str
    short: str | None
    type: str | None
    author: tuple[Author, ...]
    publisher: str | None
    container_title: str | None
    issued: Date | None
    issued_basis: str | None
    accessed: Date | None
    url: str | None
    canonical_url: str | None
    archive_url: str | None
    language: str
    rights: Rights
    original: Original | None

    @property
    def name(self) -> str:
        """What pages call it: its short name, or its title where that is short enough."""
        return self.short or self.title


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source as read: its bibliography and its text."""

    id: SourceId
    bibliography: Bibliography
    body: SourceText
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a source's paragraph: `anchors` of the quotations that begin in it.

    `used` if the site quotes these very words, then `quotations` are the anchors of all that hold them;
    `sentence_used` if it quotes others of their sentence.
    """

    text: str
    anchors: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    used: bool = False
    sentence_used: bool = False


@dataclass(frozen=True, slots=True)
class Cut(Sequence[Piece]):
    """The pieces of a paragraph, cut when they are asked for; overlapping quotations are one.

    `sentences` and `quotations` (an anchor, and the ranges of its words) are ranges of `text`. Of a `partial`
    paragraph only the quotations are shown, and other characters of `text` should be blank.
    """

    text: str
    sentences: tuple[Range, ...]
    quotations: tuple[tuple[str, tuple[Range, ...]], ...]
    partial: bool = False

    def __iter__(self) -> Iterator[Piece]:
        """The pieces in their order."""
        ranges = sorted({each for _, ranges in self.quotations for each in ranges})
        quoted = [each for each in self.sentences if overlaps(each, ranges)]
        edges = sorted({0, len(self.text), *(n for each in (*ranges, *self.sentences) for n in each)})
        seen: set[str] = set()
        is_left_out = False
        for start, end in itertools.pairwise(edges):
            used = any(low <= start and end <= high for low, high in ranges)
            if self.partial and not used:
                if not is_left_out:
                    yield Piece(LEFT_OUT)
                is_left_out = True
                continue
            is_left_out = False
            near = any(low <= start and end <= high for low, high in quoted)
            fresh = tuple(name for name in self._beginning(start) if name not in seen)
            seen.update(fresh)
            holding = self._holding(start, end)
            yield Piece(self.text[start:end], fresh, holding, used=used, sentence_used=near and not used)

    def _beginning(self, start: int) -> dict[str, None]:
        return dict.fromkeys(name for name, ranges in self.quotations if ranges[0][0] == start)

    def _holding(self, start: int, end: int) -> tuple[str, ...]:
        named = sorted({(*each, name) for name, ranges in self.quotations for each in ranges})
        return tuple(dict.fromkeys(name for low, high, name in named if low <= start and end <= high))

    def __len__(self) -> int:
        """How many pieces there are."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        """A piece, or several."""
        return tuple(self)[index]


def _spaced_length(text: str) -> int:
    """How long a text is that begins with a word, on one line; a space at its end counts."""
    return len(" ".join(text.split())) + (text[-1:].isspace() and bool(text.strip()))


def overlaps(stretch: Range, ranges: Iterable[Range]) -> bool:
    """Whether a stretch of text shares a character with any of the ranges."""
    return any(start < stretch[1] and stretch[0] < end for start, end in ranges)


@dataclass(frozen=True, slots=True)
class CslDate:
    """A date or, with two parts, a range: years, months and days as far as they are known.

    `circa` where the date is approximate or uncertain.
    """

    date_parts: tuple[tuple[int, ...], ...]
    circa: bool = False


@dataclass(frozen=True, slots=True)
class CslItem:
    """One source as reference managers take it; names are those of CSL with underscores for hyphens.

    Which part of an author's name is the family's is what the source's front matter says, never guessed.
    """

    id: str
    type: str
    title: str
    title_short: str | None = None
    author: tuple[Author, ...] = ()
    publisher: str | None = None
    container_title: str | None = None
    issued: CslDate | None = None
    accessed: CslDate | None = None
    url: str | None = None
    archive_location: str | None = None
    language: str | None = None
    note: str | None = None


def csl_json(items: Iterable[CslItem]) -> bytes:
    """The items as a CSL-JSON array; a value that is not known has no key."""
    text = json.dumps([_record(item) for item in items], ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode(errors="replace") + b"\n"


def _record(item: CslItem) -> dict[str, object]:
    record: dict[str, object] = {"id": item.id, "type": item.type, "title": item.title}
    if item.author:
        record["author"] = [_name(author) for author in item.author]
    for name in ("issued", "accessed"):
        date = getattr(item, name)
        if date:
            record[name] = _date(date)
    known = {name: getattr(item, name) for name in _TEXTS}
    return record | {_NAMES.get(name, name): value for name, value in known.items() if value}


def _name(author: Author) -> dict[str, str]:
    parts = {"literal": author.literal, "family": author.family, "given": author.given}
    return {part: said for part, said in parts.items() if said}


def _date(date: CslDate) -> dict[str, object]:
    record: dict[str, object] = {"date-parts": [list(part) for part in date.date_parts]}
    return record | ({"circa": True} if date.circa else {})
