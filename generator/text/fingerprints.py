"""What a seal knows of a sentence: its fingerprint, its words, and the facts that it gives.

The same functions read the article when it is sealed and the summary when it is compared.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.evidence import InArticle, Mention
from generator.model.seals import SealedClaim, SealedQuantity
from generator.model.sources import SourceText
from generator.text.counting import counted_numbers_in, singular
from generator.text.names import OPENERS, NameIndex, Word, stem, words
from generator.text.prose import QuotedText, Stretch
from generator.text.quotations import pieces
from generator.text.tokens import normalise, word_ranges

_EDGES = " .,;:!?"
_TIMES = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December"),
    )
)


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

    @cached_property
    def sha256(self) -> str:
        """Its fingerprint."""
        return fingerprint(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(word_ranges(self.text))

    @cached_property
    def claim(self) -> SealedClaim:
        """The facts that it gives."""
        return SealedClaim(tuple(quantities_given(self.text)), dates_given(self.text), self.names)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names as it prints them, without those of days and months, each once."""
        parted = (_without_times(run) for run in self.runs)
        return tuple(dict.fromkeys(name for names in parted for name in names))


def _without_times(run: str) -> Iterator[str]:
    part: list[str] = []
    for word in (*run.split(" "), None):
        if word is None or word in _TIMES:
            if part:
                yield " ".join(part)
            part = []
        else:
            part.append(word)


def quoted_pieces(quoted: QuotedText) -> tuple[tuple[str, ...], ...]:
    """The pieces of what is quoted that brackets and dots part, each as it may stand in the text quoted.

    A point at its edge may belong to a word or to the sentence around.
    """
    loose = pieces(quoted.readings()[-1])
    return tuple(tuple(dict.fromkeys((piece.strip(_EDGES), piece))) for piece in loose)


def quantities_given(text: str) -> Iterator[SealedQuantity]:
    """The quantities of a sentence."""
    for counted in counted_numbers_in(normalise(text)):
        unit = "%" if counted.number.percent else ""
        things = (singular(counted.unit),) if counted.unit else ()
        yield SealedQuantity(counted.value, counted.value, unit=unit, counted=things)


def dates_given(text: str) -> tuple[str, ...]:
    """The days and months that a sentence names."""
    found = (word.form for word in words(Stretch(text, 0)) if word.is_surely_name)
    return tuple(dict.fromkeys(word for word in found if word in _TIMES))


def sentences_of(body: SourceText, index: NameIndex | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text, in its order; what the index finds counts as a name, wherever it stands."""
    stretches = [Stretch(body.text[part.start : part.end], part.start) for part in body.paragraphs]
    known = _Names([word for stretch in stretches for word in words(stretch)])
    found = []
    for paragraph, stretch in zip(body.paragraphs, stretches, strict=True):
        runs = tuple(_runs(stretch, known, index.mentions(stretch.plain) if index else ()))
        for number, passage in enumerate(paragraph.passages, start=1):
            inside = tuple(run for start, run in runs if passage.start <= start < passage.end)
            text = " ".join(body.text[passage.start : passage.end].split())
            at = InArticle(paragraph.number, number)
            found.append(Sentence(at, text, passage.start, passage.end, inside))
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

    def _is_ordinary(self, low: str) -> bool:
        return low in OPENERS or low in self._small or stem(low) in self._stems or low.endswith(("ing", "ly"))


def _runs(stretch: Stretch, known: _Names, mentions: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """The names of a paragraph, neighbouring words as one, each with its position in the whole text."""
    found = tuple(words(stretch))
    run: list[Word] = []
    for word, following in zip(found, (*found[1:], None), strict=True):
        is_mentioned = any(mention.start <= word.start < mention.end for mention in mentions)
        is_name = is_mentioned or known.holds(word, following, stretch.plain)
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
