"""What a seal knows of a sentence: its fingerprint, its words, and the facts that it gives.

The same functions read the article when it is sealed and the summary when it is compared.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.claims import Claim
from generator.model.dates import DateBasis, DateInText, PartialDate
from generator.model.evidence import InArticle, Mention
from generator.model.quantities import Quantity
from generator.model.seals import Seal, SealedClaim, SealedDate, sentences_at
from generator.model.sources import Range, SourceText
from generator.text.assertions import assertions_of
from generator.text.calendar_words import calendar_of
from generator.text.clauses import claim_of
from generator.text.dates import dates_in
from generator.text.names import OPENERS, NameIndex, Word, stem, words
from generator.text.prose import QuotedText, Stretch
from generator.text.quantities import quantities_in
from generator.text.quotations import pieces
from generator.text.tokens import normalise, word_ranges

_EDGES = " .,;:!?"
_NO_NAMES = NameIndex.build(())


def fingerprint(text: str) -> str:
    """The SHA-256 of the text's words as quotations are compared, in hexadecimal."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text by its paragraph and number, on one line, and which capitals in it are names."""

    at: InArticle
    text: str
    start: int
    end: int
    runs: tuple[str, ...]
    language: str
    beginnings: tuple[str, ...] = ()
    index: NameIndex = _NO_NAMES

    @cached_property
    def sha256(self) -> str:
        """Its fingerprint."""
        return fingerprint(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(word_ranges(self.text))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its quantities, where they stand in its text."""
        return quantities_in(self.text, self.language)

    @cached_property
    def dates(self) -> tuple[DateInText, ...]:
        """Its dates, where they stand in its text."""
        return dates_in(self.text, self.language)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names as it prints them, each once."""
        return tuple(dict.fromkeys(self.runs))

    @cached_property
    def claim(self) -> SealedClaim:
        """The facts that it gives."""
        quantities = dict.fromkeys(map(_without_place, self.quantities))
        dates = dict.fromkeys(self.date(each) for each in self.dates)
        names, assertions = self.names, assertions_of(self.asserts)
        return SealedClaim(tuple(quantities), tuple(dates), names, self.beginnings, assertions)

    @cached_property
    def asserts(self) -> Claim:
        """What it asserts."""
        return claim_of(self.text, self.language, self.index)

    def date(self, found: DateInText) -> SealedDate:
        """One of its dates as a seal has it."""
        words = self.text[found.start : found.end]
        date = found.date
        if found.basis is DateBasis.PRINTED and isinstance(date, PartialDate):
            return SealedDate(date.year, date.month, date.day)
        if found.month:
            return SealedDate(month=found.month, day=found.day)
        return _by_words(words, self.language)


def _without_place(quantity: Quantity) -> Quantity:
    other = quantity.other
    return replace(quantity, start=0, end=0, other=_without_place(other) if other else None)


def _by_words(words: str, language: str) -> SealedDate:
    """A weekday, or words such as “last month”, which are those of English in any language that has them."""
    calendar, english = calendar_of(language), calendar_of("en")
    if calendar is None or english is None:
        return SealedDate(words=words.casefold())
    weekdays = {name.casefold(): number for name, number in calendar.weekdays.items()}
    low = words.casefold()
    if low in weekdays:
        return SealedDate(weekday=weekdays[low])
    shift = calendar.shifts.get(low)
    same = next((name for name, other in english.shifts.items() if other == shift), None)
    return SealedDate(words=same or low)


def quoted_pieces(quoted: QuotedText) -> tuple[tuple[str, ...], ...]:
    """The pieces of what is quoted that brackets and dots part, each as it may stand in the text quoted.

    A point at its edge may belong to a word or to the sentence around.
    """
    loose = pieces(quoted.readings()[-1])
    return tuple(tuple(dict.fromkeys((piece.strip(_EDGES), piece))) for piece in loose)


def sentences_of(body: SourceText, language: str, index: NameIndex | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text, in its order; what the index finds counts as a name, wherever it stands."""
    stretches = [Stretch(body.text[part.start : part.end], part.start) for part in body.paragraphs]
    known = _Names([word for stretch in stretches for word in words(stretch)])
    found = []
    for paragraph, stretch in zip(body.paragraphs, stretches, strict=True):
        mentions = index.mentions(stretch.plain) if index else ()
        runs = tuple(_runs(stretch, known, mentions, frozenset(_dated(stretch, language))))
        for number, passage in enumerate(paragraph.passages, start=1):
            inside = tuple(run for start, run in runs if passage.start <= start < passage.end)
            text = " ".join(body.text[passage.start : passage.end].split())
            at = InArticle(paragraph.number, number)
            opens = known.beginnings(Stretch(text, 0))
            known_names = index or _NO_NAMES
            found.append(Sentence(at, text, passage.start, passage.end, inside, language, opens, known_names))
    return tuple(found)


def summed_up(seal: Seal, body: SourceText, ranges: Iterable[Range]) -> tuple[InArticle, ...]:
    """The sentences of the article that those of the summary at these ranges sum up, as far as sealed."""
    found: dict[InArticle, None] = {}
    for at in sentences_at(body, ranges):
        passage = body.paragraphs[at.paragraph - 1].passages[at.sentence - 1]
        sentence = seal.sentence_of(at, fingerprint(body.text[passage.start : passage.end]))
        found |= dict.fromkeys(sentence.article if sentence else ())
    return tuple(found)


class _Names:
    """Tells names from words that are capitalised for beginning a sentence, by how a text writes them."""

    def __init__(self, found: Sequence[Word]) -> None:
        self._sure = frozenset(word.form for word in found if word.is_surely_name)
        small = {word.form for word in found if not word.is_capitalised}
        self._small = frozenset(small)
        self._stems = frozenset(map(stem, small))

    def holds(self, word: Word, following: Word | None, text: str) -> bool:
        """Whether a word of the text is a name, or the beginning of one."""
        if not word.is_capitalised:
            return False
        if word.is_surely_name or word.form in self._sure:
            return True
        is_followed = following and following.is_surely_name and following.start == word.end + 1
        if not is_followed and not text.startswith("'s", word.end):
            return False
        return not self._is_ordinary(word.form.casefold())

    def beginnings(self, sentence: Stretch) -> tuple[str, ...]:
        """The capitalised words that begin a sentence or what it quotes, and that are no ordinary words."""
        return tuple(
            word.form
            for word in words(sentence)
            if word.is_capitalised and word.initial and not self._is_ordinary(word.form.casefold())
        )

    def _is_ordinary(self, low: str) -> bool:
        return low in OPENERS or low in self._small or stem(low) in self._stems or low.endswith(("ing", "ly"))


def _dated(stretch: Stretch, language: str) -> Iterator[int]:
    """The positions at which the words of dates begin: days and months are no names."""
    for found in dates_in(stretch.plain, language):
        yield from range(found.start, found.end)


def _runs(
    stretch: Stretch, known: _Names, mentions: Sequence[Mention], dated: Collection[int]
) -> Iterator[tuple[int, str]]:
    """The names of a paragraph, neighbouring words as one, each with its position in the whole text."""
    found = tuple(words(stretch))
    run: list[Word] = []
    for word, following in zip(found, (*found[1:], None), strict=True):
        is_mentioned = any(mention.start <= word.start < mention.end for mention in mentions)
        is_name = is_mentioned or known.holds(word, following, stretch.plain)
        is_name = is_name and word.start not in dated
        if run and not (is_name and word.start == run[-1].end + 1 and not word.initial):
            yield _run(stretch, run)
            run = []
        if is_name:
            run.append(word)
    if run:
        yield _run(stretch, run)


def _run(stretch: Stretch, run: Sequence[Word]) -> tuple[int, str]:
    start, _ = stretch.in_text(run[0].start, run[-1].end)
    return start, " ".join(word.form for word in run)
