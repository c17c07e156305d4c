"""Seals: where in an article each sentence of its summary stands, proved by fingerprints without the article.

A seal holds facts and fingerprints of the article's sentences, never the sentences.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.dates import MONTHS
from generator.model.evidence import InArticle
from generator.model.quantities import Quantity
from generator.model.sources import SourceText
from generator.model.text import SourceId, Span

SEAL_VERSION = 2
"""The form of a seal that this program writes and reads; a claim with more fields makes another version."""

WEEKDAYS = tuple(calendar.day_name)

LONGEST_PASSAGE = 12
"""The most running words of an article that may be cited beside a summary, unless they are speech."""


@dataclass(frozen=True, slots=True)
class SealedDate:
    """A date as far as a sentence prints it; a weekday counts from Monday, which is 1.

    `words` are what else points to a time, such as “last month”.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    words: str | None = None

    def says_no_more_than(self, other: "SealedDate") -> bool:
        """Whether each part that it has is that of the other."""
        return all(
            part is None or part == given for part, given in zip(self._parts(), other._parts(), strict=True)
        )

    def _parts(self) -> tuple[int | str | None, ...]:
        return self.year, self.month, self.day, self.weekday, self.words

    def __str__(self) -> str:
        month = MONTHS[self.month] if self.month else None
        weekday = WEEKDAYS[self.weekday - 1] if self.weekday else None
        parts = (weekday, self.day, month, self.year, self.words)
        return " ".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True, slots=True)
class SealedAssertion:
    """Words of a clause that stand in it in one manner, by their dictionary forms in alphabetical order.

    Names are as printed. The words that deny (`denied`), weaken (`hedged`) or question (`asked`) them, or on
    which they depend (`conditions`), are no part of them; a word that does so twice is there twice. `speaker`
    are those who say it, as far as the sentence tells.
    """

    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    hedged: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    past: bool = False


@dataclass(frozen=True, slots=True)
class SealedClaim:
    """What a sentence gives as facts: its quantities, its dates, its names as it prints them, its assertions.

    Quantities stand at no place in a text: they begin and end at 0. Neighbouring words of a name are one
    (“Chancellor Ada Marsh”). `beginnings` are capitalised words that begin it and may be names. Assertions
    stand in alphabetical order too: what a sentence says can be compared, and not be read.
    """

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[SealedDate, ...] = ()
    names: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    assertions: tuple[SealedAssertion, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedPassage:
    """A sentence of the article: how many words it has, its fingerprint, and what it gives."""

    at: InArticle
    words: int
    sha256: str
    claim: SealedClaim


@dataclass(frozen=True, slots=True)
class SealedSentence:
    """A sentence of the summary, `at` its paragraph and sentence, and those of the article that it sums up.

    `reviewed` if somebody has read both beside each other; else a machine proposed it.
    """

    at: InArticle
    sha256: str
    article: tuple[InArticle, ...]
    reviewed: bool
    span: Span


@dataclass(frozen=True, slots=True)
class SealedWords:
    """A few words that the article prints: in which sentence they begin, with which word, and how many.

    `is_speech` if the article prints them between quotation marks.
    """

    at: InArticle
    first: int
    words: int
    sha256: str
    is_speech: bool


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of a source: its article by name and fingerprint, and what is known of its sentences."""

    source: SourceId
    file: str
    sha256: str
    paragraphs: int
    words: int
    passages: tuple[SealedPassage, ...]
    sentences: tuple[SealedSentence, ...]
    printed: tuple[SealedWords, ...]
    span: Span

    def sentence_of(self, at: InArticle, sha256: str) -> SealedSentence | None:
        """What is sealed of a sentence of the summary: the one with its fingerprint, at best in its place."""
        alike = [sentence for sentence in self.sentences if sentence.sha256 == sha256]
        return next((each for each in alike if each.at == at), alike[0] if alike else None)

    def passage(self, at: InArticle) -> SealedPassage | None:
        """What is sealed of a sentence of the article."""
        return next((passage for passage in self.passages if passage.at == at), None)

    def words_in_use(self) -> int:
        """How many words of the article are shown; those that passages share count once."""
        return len(frozenset[int]().union(*(self._numbers(words) for words in self.printed)))

    def _numbers(self, words: SealedWords) -> frozenset[int]:
        """The numbers, in the article, of words that may run on over its sentences."""
        before = 0
        for passage in self.passages:
            if passage.at == words.at:
                break
            before += passage.words
        start = before + words.first
        return frozenset(range(start, start + words.words))


def sentences_at(body: SourceText, ranges: Iterable[tuple[int, int]]) -> tuple[InArticle, ...]:
    """Which sentences of a text, by paragraph and number, share a character with any of the ranges."""
    wanted = tuple(ranges)
    return tuple(
        InArticle(paragraph.number, number)
        for paragraph in body.paragraphs
        if any(start < paragraph.end and paragraph.start < end for start, end in wanted)
        for number, passage in enumerate(paragraph.passages, start=1)
        if any(start < passage.end and passage.start < end for start, end in wanted)
    )
