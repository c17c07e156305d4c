"""What `briefing suggest figures` prints: numbers that no evidence holds, as measurands to be named."""

import dataclasses
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from types import MappingProxyType

from generator.editing.quoting import Quotable, Quoted, listed, scalar, sentence_at, slug
from generator.model.entries import EntryKind
from generator.model.evidence import Evidence, Mention
from generator.model.facts import Dossier, Source
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.model.sources import SourceText
from generator.model.text import SourceId, Span
from generator.text.numerals import numerals_of
from generator.text.prose import BodyPositions, Stretch
from generator.text.quantities import quantities_in, words_after
from generator.text.units import unit_words

Range = tuple[int, int]

HEADING = (
    "# Numbers that no evidence holds. Paste what is a figure below `measurands:` in content/glossary.yml,\n"
    "# name what it measures, and mend what was guessed.\n"
)
NOTHING = "# Every number of the sources is part of some evidence.\n"

_TOPICS = (EntryKind.CONCEPT, EntryKind.MEASURE)
_QUALIFIERS = MappingProxyType(
    {
        Bound.AT_LEAST: "at least",
        Bound.AT_MOST: "at most",
        Bound.MORE: "more than",
        Bound.LESS: "less than",
        Bound.NEARLY: "nearly",
        Bound.ABOUT: "about",
        Bound.EXACTLY: "exactly",
    }
)
_LETTERS = re.compile(r"[^\W\d_]+")


def evidence_in(value: object) -> Iterator[Evidence]:
    """All evidence that a record holds, at whatever depth: a new kind of statement is found as well."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, str | Span | Mention | SourceText):
        return
    elif isinstance(value, Mapping):
        yield from (found for item in value.values() for found in evidence_in(item))
    elif isinstance(value, tuple):
        yield from (found for item in value for found in evidence_in(item))
    elif dataclasses.is_dataclass(value):
        fields = (getattr(value, field.name) for field in dataclasses.fields(value))
        yield from (found for item in fields for found in evidence_in(item))


class Used:
    """The stretches of the sources that prove a statement."""

    def __init__(self, dossier: Dossier) -> None:
        ranges: dict[SourceId, list[Range]] = defaultdict(list)
        for evidence in evidence_in(dossier):
            ranges[evidence.source] += evidence.ranges
        self._ranges = {source: tuple(_merged(found)) for source, found in ranges.items()}

    def holds(self, source: SourceId, offset: int) -> bool:
        """Whether the character at an offset of a source's text is part of any evidence."""
        ranges = self._ranges.get(source, ())
        place = bisect_right(ranges, offset, key=itemgetter(0)) - 1
        return place >= 0 and offset < ranges[place][1]


def _merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """The same stretches, in order and apart from each other."""
    begin = end = -1
    for start, stop in sorted(ranges):
        if start > end:
            if end >= 0:
                yield begin, end
            begin, end = start, stop
        else:
            end = max(end, stop)
    if end >= 0:
        yield begin, end


@dataclass(frozen=True, slots=True)
class Unused:
    """A number or range in a paragraph of a source; and how to quote it.

    `citation` is None where the source has the same words elsewhere.
    """

    source: Source
    paragraph: Stretch
    quantity: Quantity
    citation: Quoted | None

    @property
    def shown(self) -> str:
        """The number as printed, with its currency and unit."""
        return self.paragraph.plain[self.quantity.start : self.quantity.end]

    @property
    def language(self) -> str:
        """The language of its source."""
        return self.source.bibliography.language


def unused_numbers(dossier: Dossier) -> Iterator[Unused]:
    """The numbers of all sources that no evidence holds, by source and place.

    Left out: numbers inside names of the glossary and inside other names (F-35), dates, times of day,
    ranks, fractions in words, articles, “one” unless it counts something, and what has two readings.
    """
    used = Used(dossier)
    for source in dossier.sources.values():
        names = bytearray(len(source.body.text))
        for mention in source.mentions:
            names[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        quotable = Quotable(source.id, source.body)
        for index, paragraph in enumerate(quotable.paragraphs):
            for each in _measured(paragraph.plain, source.bibliography.language):
                offset = paragraph.in_text(each.start, each.start + 1)[0]
                if not names[offset] and not used.holds(source.id, offset):
                    yield Unused(source, paragraph, each, quotable.quote(index, each.start, each.end))


def _measured(text: str, language: str) -> Iterator[Quantity]:
    articles = numerals_of(language).articles
    for each in quantities_in(text, language):
        is_article = each.low == 1 and text[each.start : each.end].split()[0].lower() in articles
        if each.form is QuantityForm.NUMBER and each.other is None and not is_article:
            yield each


def figures(dossier: Dossier) -> str:
    """A measurand for each number of the sources that no evidence holds, with its sentence and span.

    The YAML reads, and its citations are found, as they stand; only the names of the measurands are to be
    given. The same dossier gives the same text.
    """
    taken = {*dossier.entries, *dossier.measurands}
    positions = {source.id: BodyPositions(source.body) for source in dossier.sources.values()}
    items = [
        "\n".join(_item(unused, dossier, positions[unused.source.id], taken))
        for unused in unused_numbers(dossier)
    ]
    return HEADING + "".join(f"\n{item}\n" for item in items) if items else NOTHING


def _item(unused: Unused, dossier: Dossier, positions: BodyPositions, taken: set[str]) -> Iterator[str]:
    paragraph, start, end = unused.paragraph, unused.quantity.start, unused.quantity.end
    span = positions.span(*paragraph.in_text(start, end))
    yield f"  # {span}: “{sentence_at(paragraph, start)}”"
    if unused.citation is None:
        yield "  # These very words occur elsewhere in the source too: nothing tells the places apart."
        return
    yield f"  - id: {slug(unused.citation.exact, taken)}"
    yield "    pref_label: to be named"
    scale, magnitude = _magnitude(unused, dossier.written_in)
    unit = " ".join(filter(None, (magnitude, _unit(unused, dossier.written_in))))
    if unit:
        yield f"    unit: {scalar(unit)}"
    about = _topics(unused, dossier)
    if about:
        yield f"    about: {listed(about)}"
    yield "    figures:"
    yield f'      - value: "{_values(unused.quantity, scale)}"'
    qualifier = _QUALIFIERS.get(unused.quantity.bound) if unused.quantity.bound else None
    if qualifier:
        yield f"        qualifier: {qualifier}"
    yield "        cite:"
    yield f"          - {unused.citation.yaml()}"


def _magnitude(unused: Unused, written_in: str) -> tuple[int, str]:
    """The one magnitude from a thousand on that is printed, and the word for it that a unit may hold."""
    scales = numerals_of(unused.language).scales
    words = (scales.get(word.lower(), 1) for word in _LETTERS.findall(unused.shown))
    printed = {worth for worth in words if worth >= 1000}
    known = numerals_of(written_in).scales.items()
    for scale in printed if len(printed) == 1 else ():
        for word, worth in known:
            if worth == scale and len(word) > 3:
                return scale, word
    return 1, ""


def _values(quantity: Quantity, scale: int) -> str:
    return "..".join(dict.fromkeys(_decimal(value / scale) for value in (quantity.low, quantity.high)))


def _decimal(value: Decimal) -> str:
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _unit(unused: Unused, written_in: str) -> str:
    """A guess: the unit or currency in words of the site’s language; or else the word after."""
    quantity = unused.quantity
    if not quantity.unit:
        after = words_after(unused.paragraph.plain, quantity.end, unused.language)
        return next((word[1] for word in after), "")
    table = unit_words(written_in)[0]
    named = [words for words, unit in table.items() if unit == quantity.unit]
    printed = _LETTERS.findall(unused.shown.lower())
    for words in sorted(named, key=len, reverse=True):
        if printed[-len(words.split()) :] == words.split():
            return words
    plural = named[1:2] if named[1:2] and named[1].startswith(named[0]) else named[:1]
    return next(iter(plural), "")


def _topics(unused: Unused, dossier: Dossier) -> tuple[str, ...]:
    """The concepts and measures that the sentence names."""
    paragraph, start = unused.paragraph, unused.quantity.start
    begin, stop = next(
        (sentence for sentence in paragraph.sentences if sentence[0] <= start < sentence[1]),
        (0, len(paragraph.plain)),
    )
    first, last = paragraph.in_text(begin, stop)
    named = (mention.entry for mention in unused.source.mentions if first <= mention.start < last)
    return tuple(dict.fromkeys(name for name in named if dossier.entries[name].kind in _TOPICS))
