"""The articles that summaries sum up, found in a folder whose files nobody vouches for; each read once."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from generator.model.dates import DateBasis, DateInText, PartialDate
from generator.model.diagnostics import Diagnostic
from generator.model.quantities import Quantity, QuantityForm
from generator.model.sources import Original, Paragraph, Passage, SourceFile, SourceText
from generator.model.text import Span, Text
from generator.text.counted_things import SHARES, things_near
from generator.text.dates import dates_in
from generator.text.names import Word, stem, words
from generator.text.numerals import numerals_of
from generator.text.prose import BodyPositions, Stretch, as_body, stretches_in, stretches_of
from generator.text.quantities import quantities_in
from generator.text.quotations import Absent, Searchable, locate
from generator.text.tokens import normalise

MEGABYTE = 1_000_000
LARGEST = 5 * MEGABYTE

# Composing longer runs of marks takes quadratic time (UAX #15 calls 30 the stream-safe limit).
_TOO_MANY_MARKS = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20ff]{31}"
)


class OriginalFolder:
    """The files that lie directly in a folder; they are read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def text_of(self, source: SourceFile, original: Original) -> str | Diagnostic:
        """The text of a source's original, in Unicode NFC; or why there is none.

        The original is the file with the name and the SHA-256 that the source gives; else any with the
        SHA-256. Raises OSError where the system refuses to read.
        """
        named = self._named(original.file)
        raw = _bytes(named) if named else None
        if raw is None or _checksum(raw) != original.sha256.lower():
            other = self._by_checksum.get(original.sha256.lower())
            if other is None:
                return _missing(source, original) if raw is None else _changed(source, original, raw)
            raw = other.read_bytes()
        return _text(raw, source, original)

    def _named(self, name: str) -> Path | None:
        path = self._folder / name
        return path if path.parent == self._folder and path.is_file() else None

    @cached_property
    def _by_checksum(self) -> dict[str, Path]:
        files = sorted(path for path in self._folder.iterdir() if path.is_file())
        read = ((path, _bytes(path)) for path in files)
        return {_checksum(raw): path for path, raw in read if raw is not None}


def _bytes(path: Path) -> bytes | None:
    """What the file holds; None if it is larger than any article."""
    return path.read_bytes() if path.stat().st_size <= LARGEST else None


def _checksum(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _text(raw: bytes, source: SourceFile, original: Original) -> str | Diagnostic:
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return _unreadable(source, original, "is not UTF-8")
    if _TOO_MANY_MARKS.search(text):
        return _unreadable(source, original, "has a letter with more than 30 accents or other marks")
    if not text.strip():
        return _unreadable(source, original, "is empty")
    return unicodedata.normalize("NFC", text)


def _missing(source: SourceFile, original: Original) -> Diagnostic:
    return Diagnostic(
        "original-missing",
        f"the folder of originals has no file “{original.file}”, and none with its checksum",
        _span(original.file, source),
        help="put the article into the folder, or mend `file:` and `sha256:` under `original:`",
    )


def _changed(source: SourceFile, original: Original, raw: bytes) -> Diagnostic:
    return Diagnostic(
        "original-changed",
        f"the file “{original.file}” is not the one that was summed up: its SHA-256 is {_checksum(raw)}",
        _span(original.sha256, source),
        help="restore the file; or, if the article changed, write the new checksum here and audit again",
    )


def _unreadable(source: SourceFile, original: Original, fault: str) -> Diagnostic:
    return Diagnostic(
        "original-unreadable",
        f"the original “{original.file}” {fault}",
        _span(original.file, source),
        help="save the text of the article as UTF-8, and write its checksum under `original:`",
    )


def _span(value: str, source: SourceFile) -> Span:
    return value.span if isinstance(value, Text) else source.span


_ANY_DAY = PartialDate(2000, 6, 15)
"""A day from which dates without a year are resolved, as only their days count."""
_NO_FIGURES = frozenset((QuantityForm.LABEL, QuantityForm.NOTE))
# “Eight times a day” and “eight crossings” have one figure, “the eighth” and “at eight” another.
_SORTS = frozenset((QuantityForm.RANK, QuantityForm.CLOCK))
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A quantity, or the days and years of a date, at `[start, end)` of a text, as `shown`.

    `kinds` are its values, each with what sort of number it is; `thing` is its unit or the noun that it
    counts, if that can be told. `is_minor` if it is an article (“a year”), “both”, or a rank, fraction or
    multiple in words (“half”, “doubled”): a text need not repeat those.
    """

    start: int
    end: int
    shown: str
    kinds: frozenset[tuple[Decimal, str]]
    thing: str = ""
    is_minor: bool = False

    @property
    def least(self) -> Decimal:
        """Its least value."""
        return min(value for value, _ in self.kinds)


def printed_figures(text: str, language: str) -> tuple[PrintedFigure, ...]:
    """The figures of a text, which is normalised, in its order; names with numbers are none."""
    quantities = (
        _of_quantity(text, each, language)
        for each in quantities_in(text, language)
        if each.form not in _NO_FIGURES
    )
    dates = (_of_date(text, each) for each in dates_in(text, language, _ANY_DAY))
    found = (*quantities, *(each for each in dates if each.kinds))
    return tuple(sorted(found, key=lambda each: each.start))


def _of_quantity(text: str, quantity: Quantity, language: str) -> PrintedFigure:
    shown = text[quantity.start : quantity.end]
    form = quantity.form if quantity.form in _SORTS else QuantityForm.NUMBER
    sort = quantity.unit if quantity.unit in SHARES else form.value
    numerals = numerals_of(language)
    is_article = quantity.low == 1 and shown.split()[0].lower() in numerals.articles
    is_derived = quantity.form is not QuantityForm.NUMBER and not _DIGIT.search(shown)
    return PrintedFigure(
        quantity.start,
        quantity.end,
        shown,
        frozenset(((quantity.low, sort), (quantity.high, sort))),
        "" if quantity.unit in SHARES else quantity.unit or next(iter(quantity.counted), ""),
        is_article or is_derived or shown.lower() in numerals.sets,
    )


def _of_date(text: str, date: DateInText) -> PrintedFigure:
    """The days and the year that a date prints: not those that only follow from the day of writing."""
    read = (date.date,) if date.date else date.readings
    ends = [end for each in read for end in each.ends]
    days = {end.day for end in ends if end.day and (date.day or date.readings)}
    years = {end.year for end in ends if date.basis is DateBasis.PRINTED}
    kinds = frozenset((Decimal(number), QuantityForm.NUMBER.value) for number in days | years)
    return PrintedFigure(date.start, date.end, text[date.start : date.end], kinds)


class Summary:
    """A summary: its paragraphs, and where they stand in its file."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.language = source.bibliography.language
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
    def figures(self) -> tuple[tuple[Stretch, PrintedFigure], ...]:
        """Its figures outside quotation marks."""
        return tuple(
            (stretch, figure)
            for stretch in self.stretches
            for figure in printed_figures(stretch.plain, self.language)
            if not stretch.is_quoted[figure.start]
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
        authors = (author.name for author in about.author)
        heads = (about.title, about.publisher or "", about.container_title or "", *authors)
        stretches = (*self.stretches, *(Stretch(head, 0) for head in heads))
        return frozenset(word.form.casefold() for stretch in stretches for word in words(stretch))

    @cached_property
    def values(self) -> frozenset[tuple[Decimal, str]]:
        """The values of its figures, in and outside quotation marks and in its title."""
        texts = (*(stretch.plain for stretch in self.stretches), normalise(self.source.bibliography.title))
        figures = (figure for text in texts for figure in printed_figures(text, self.language))
        return frozenset(kind for figure in figures for kind in figure.kinds)


class OriginalText:
    """The text of the article that a summary sums up, ready to be compared; and its language."""

    def __init__(self, text: str, language: str) -> None:
        self.language = language
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
    def figures(self) -> tuple[PrintedFigure, ...]:
        """All its figures."""
        texts = (stretch.plain for stretch in self.stretches)
        return tuple(figure for text in texts for figure in printed_figures(text, self.language))

    @cached_property
    def values(self) -> frozenset[tuple[Decimal, str]]:
        """The values of its figures, also of those that a line break parts from their percent sign."""
        across_lines = printed_figures(self.searchable.plain, self.language)
        return frozenset(kind for figure in (*self.figures, *across_lines) for kind in figure.kinds)

    @cached_property
    def counts(self) -> dict[str, dict[Decimal, str]]:
        """For each word that it may count, the values it gives for it and how it words them."""
        found: dict[str, dict[Decimal, str]] = defaultdict(dict)
        for stretch in self.stretches:
            text = stretch.plain
            for quantity in quantities_in(text, self.language):
                if quantity.form in _NO_FIGURES or quantity.unit in SHARES:
                    continue
                for thing, end in things_near(text, quantity, self.language):
                    wording = text[quantity.start : end]
                    found[thing].setdefault(quantity.low, wording)
                    found[thing].setdefault(quantity.high, wording)
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


LONGEST_HEADING = 20
"""Lines of more words are sentences even if they do not end as one, as wire copy may."""


def article_of(text: str) -> SourceText:
    """The article with its paragraphs and sentences as a seal numbers them.

    Headings, bylines and other lines of the page that are no sentences are not counted.
    """
    text = unicodedata.normalize("NFC", text)
    paragraphs: list[Paragraph] = []
    for stretch in stretches_in(text):
        if stretch.plain and not (stretch.is_heading and len(stretch.plain.split()) <= LONGEST_HEADING):
            ranges = (stretch.in_text(start, end) for start, end in stretch.sentences)
            passages = tuple(Passage(start, end) for start, end in ranges)
            start, end = stretch.in_text(0, len(stretch.plain))
            paragraphs.append(Paragraph(len(paragraphs) + 1, start, end, passages))
    return SourceText(text, tuple(paragraphs), path="", first_line=1, checksum="")
