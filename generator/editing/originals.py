"""What the audit knows of a summary and of its original, each read once."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from generator.language.capitals import Word, stem, words
from generator.language.figures import CountedNumber, counted_numbers_in, things_counted
from generator.language.normalise import normalise
from generator.language.numbers import holds
from generator.language.prose import BodyPositions, Stretch, as_body, stretches_in, stretches_of
from generator.language.quotations import Absent, Searchable, locate
from generator.model.sources import SourceFile, SourceText
from generator.model.text import Span, Text


class Summary:
    """A summary: its paragraphs, and where they stand in its file."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.stretches = stretches_of(source.body)
        self._positions = BodyPositions(source.body)

    def span(self, stretch: Stretch, start: int, end: int) -> Span:
        """The span in the summary's file of `[start, end)` of a stretch."""
        return self._positions.span(*stretch.in_text(start, end))

    @property
    def span_of_lacks(self) -> Span:
        """Where it names its original: what it lacks is reported there."""
        original = self.source.bibliography.original
        file = original.file if original else None
        return file.span if isinstance(file, Text) else self.source.span

    @cached_property
    def words(self) -> tuple[tuple[Stretch, Word], ...]:
        """Its words outside quotation marks."""
        return tuple(
            (stretch, word)
            for stretch in self.stretches
            for word in words(stretch)
            if not stretch.is_quoted[word.start]
        )

    @cached_property
    def numbers(self) -> tuple[tuple[Stretch, CountedNumber], ...]:
        """Its numbers outside quotation marks."""
        return tuple(
            (stretch, counted)
            for stretch in self.stretches
            for counted in counted_numbers_in(stretch.plain)
            if not stretch.is_quoted[counted.start]
        )

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that it writes with small letters somewhere."""
        return frozenset(word.form for _, word in self.words if not word.is_capitalised)

    @cached_property
    def mid_sentence(self) -> frozenset[str]:
        """The words that it capitalises although no sentence begins with them."""
        return frozenset(word.form for _, word in self.words if word.is_surely_name)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All that it says, quotes and has in its bibliography, in small letters."""
        about = self.source.bibliography
        heads = (about.title, about.publisher or "", about.container_title or "", *about.author)
        stretches = (*self.stretches, *(Stretch(head, 0) for head in heads))
        return frozenset(word.form.casefold() for stretch in stretches for word in words(stretch))

    @cached_property
    def values(self) -> frozenset[tuple[Decimal, bool]]:
        """The values of its numbers, in and outside quotation marks and in its title."""
        texts = (*(stretch.plain for stretch in self.stretches), normalise(self.source.bibliography.title))
        return frozenset(counted.kind for text in texts for counted in counted_numbers_in(text))


class OriginalText:
    """The text of the article that a summary sums up, ready to be compared."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.stretches = tuple(stretch for stretch in stretches_in(self.text) if stretch.plain)

    @cached_property
    def words(self) -> tuple[tuple[Stretch, Word], ...]:
        """All its words, headings and furniture of the page included."""
        return tuple((stretch, word) for stretch in self.stretches for word in words(stretch))

    @cached_property
    def prose(self) -> tuple[Stretch, ...]:
        """Its paragraphs without headings, bylines and other lines that are no sentences."""
        return tuple(stretch for stretch in self.stretches if not stretch.is_heading)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The capitalised words, those that begin sentences included."""
        return frozenset(word.form for _, word in self.words if word.is_capitalised)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The words that are capitalised within a sentence, each once."""
        return tuple(dict.fromkeys(word.form for _, word in self.words if word.is_surely_name))

    @cached_property
    def names_of_prose(self) -> frozenset[str]:
        """The names within the sentences of its prose."""
        return frozenset(
            word.form for stretch, word in self.words if word.is_surely_name and not stretch.is_heading
        )

    @cached_property
    def pairs(self) -> tuple[str, ...]:
        """Each two capitalised words that stand side by side, once."""
        return tuple(
            dict.fromkeys(
                f"{first.form} {second.form}"
                for (stretch, first), (other, second) in pairwise(self.words)
                if first.is_capitalised
                and second.is_capitalised
                and stretch is other
                and second.start == first.end + 1
            )
        )

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Each of its words in small letters, and how it first has it."""
        found: dict[str, str] = {}
        for _, word in self.words:
            found.setdefault(word.form.casefold(), word.form)
        return found

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its words that are written small, without their endings."""
        return frozenset(stem(word.form) for _, word in self.words if not word.is_capitalised)

    @cached_property
    def numbers(self) -> tuple[CountedNumber, ...]:
        """All its numbers."""
        return tuple(counted for stretch in self.stretches for counted in counted_numbers_in(stretch.plain))

    @cached_property
    def values(self) -> frozenset[tuple[Decimal, bool]]:
        """The values of its numbers, also of those that a line break parts from their percent sign."""
        across_lines = counted_numbers_in(self.searchable.plain)
        return frozenset(counted.kind for counted in (*self.numbers, *across_lines))

    @cached_property
    def has_one(self) -> bool:
        """Whether it has the number 1 in any form, such as “a year”."""
        return any(holds("1", stretch.plain) for stretch in self.stretches)

    @cached_property
    def counts(self) -> dict[str, dict[Decimal, str]]:
        """For each word that it may count, the values it gives for it and how it words them."""
        found: dict[str, dict[Decimal, str]] = defaultdict(dict)
        for stretch in self.stretches:
            for unit, value, wording in things_counted(stretch.plain):
                found[unit].setdefault(value, wording)
        return dict(found)

    @cached_property
    def searchable(self) -> Searchable:
        """The text as quotations are looked up in it."""
        return Searchable(self._body)

    def says(self, readings: Iterable[str]) -> bool:
        """Whether any of the readings stands in one of its paragraphs."""
        return any(
            not isinstance(locate(reading, None, None, self.searchable), Absent) for reading in readings
        )

    def line_of(self, stretch: Stretch, start: int) -> int:
        """The line of the original on which a position of a stretch stands."""
        return self._positions.span(*stretch.in_text(start, start + 1)).line

    @cached_property
    def _body(self) -> SourceText:
        return as_body(self.text)

    @cached_property
    def _positions(self) -> BodyPositions:
        return BodyPositions(self._body)
