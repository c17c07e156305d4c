"""What `briefing suggest figures` prints: numbers that no evidence holds, as measurands to be named."""

import dataclasses
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType

from generator.editing.quoting import Quotable, Quoted, listed, scalar, sentence_at, slug
from generator.model.dates import MONTHS
from generator.model.entries import EntryKind
from generator.model.evidence import Evidence, Mention
from generator.model.facts import Dossier, Source
from generator.model.quantities import QuantityForm
from generator.model.sources import SourceText
from generator.model.text import SourceId, Span
from generator.text.counting import MAGNITUDES, CountedNumber, counted_numbers_in
from generator.text.prose import BodyPositions, Stretch
from generator.text.quantities import quantities_in

Range = tuple[int, int]

FIRST_YEAR, LAST_YEAR = 1500, 2199

_MONTH = rf"(?:{'|'.join(name for month in MONTHS if month for name in (month, month[:3]))})(?![^\W_])\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\w,.]*\d)"
_DAYS = rf"{_DAY}(?:(?:\s?-\s?|,\s|\s(?:to|and|or)\s){_DAY})*"
_DATE = re.compile(
    rf"(?<![\w.]){_DAYS}\s(?:of\s)?{_MONTH}|(?<!\w){_MONTH}\s(?:the\s)?{_DAYS}"
    r"|(?<![\w.])\d{4}-\d{2}(?:-\d{2})?(?!\w)|(?<![\w.])\d{1,2}:\d{2}(?!\d)"
)
_BARE_YEAR = re.compile(r"\d{4}")
_CURRENCY = ("$", "€", "£", "¥")
_JOINT = re.compile(r"(?:\s?-\s?|\s+to\s+)[$€£¥]?|(?P<and>\s+and\s+[$€£¥]?)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+[$€£¥]?\Z", re.IGNORECASE)

HEADING = (
    "# Numbers that no evidence holds. Paste what is a figure below `measurands:` in content/glossary.yml,\n"
    "# name what it measures, and mend what was guessed.\n"
)
NOTHING = "# Every number of the sources is part of some evidence.\n"

_TOPICS = (EntryKind.CONCEPT, EntryKind.MEASURE)
_CURRENCIES = MappingProxyType({"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen or yuan"})
_QUALIFIERS = (
    ("at least", "at least|no fewer than|no less than"),
    ("at most", "at most|up to|no more than"),
    ("almost all", "almost all"),
    ("more than", "more than|over|above|exceeding"),
    ("less than", "less than|fewer than|under|below"),
    ("nearly", "nearly|almost|close to|near"),
    ("about", "about|around|approximately|roughly|an estimated"),
    ("exactly", "exactly"),
)
_QUALIFIER = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(f'(?P<q{n}>{words})' for n, (_, words) in enumerate(_QUALIFIERS))})"
    r"\s+[$€£¥]?\Z",
    re.IGNORECASE,
)
_LONGEST_QUALIFIER = 20


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
    """A number, or a range from `low` to `high`, in a paragraph of a source; and how to quote it.

    `citation` is None where the source has the same words elsewhere.
    """

    source: Source
    paragraph: Stretch
    low: CountedNumber
    high: CountedNumber
    citation: Quoted | None


def unused_numbers(dossier: Dossier) -> Iterator[Unused]:
    """The numbers of all sources that no evidence holds, by source and place.

    Left out: numbers inside names of the glossary and inside other names (F-35), bare years, days, times of
    day, and “one” unless it counts something.
    """
    used = Used(dossier)
    for source in dossier.sources.values():
        names = bytearray(len(source.body.text))
        for mention in source.mentions:
            names[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        quotable = Quotable(source.id, source.body)
        for index, paragraph in enumerate(quotable.paragraphs):
            open_numbers = [
                counted
                for counted in _measured(paragraph.plain, source.bibliography.language)
                if not names[(offset := _offset(paragraph, counted))] and not used.holds(source.id, offset)
            ]
            for low, high in _ranges(open_numbers, paragraph.plain):
                citation = quotable.quote(index, low.start, high.number.end)
                yield Unused(source, paragraph, low, high, citation)


def _offset(paragraph: Stretch, counted: CountedNumber) -> int:
    return paragraph.in_text(counted.start, counted.start + 1)[0]


def _measured(text: str, language: str) -> Iterator[CountedNumber]:
    """The numbers that are no part of a date, and that the reader of quantities reads as they are here."""
    dates = bytearray(len(text))
    for found in _DATE.finditer(text):
        dates[found.start() : found.end()] = b"\1" * len(found.group())
    read = [each for each in quantities_in(text, language) if each.form is QuantityForm.NUMBER]
    return (
        counted
        for counted in counted_numbers_in(text)
        if not dates[counted.start]
        and not _is_year(counted, text)
        and any(
            each.start <= counted.start < each.end and counted.value in (each.low, each.high)
            for each in read
            if each.other is None
        )
    )


def _is_year(counted: CountedNumber, text: str) -> bool:
    before = text[counted.start - 1 : counted.start]
    is_bare = _BARE_YEAR.fullmatch(counted.shown) is not None and before not in _CURRENCY
    return is_bare and FIRST_YEAR <= counted.value <= LAST_YEAR


def _ranges(numbers: Sequence[CountedNumber], text: str) -> Iterator[tuple[CountedNumber, CountedNumber]]:
    """The numbers, with the two ends of a range as one: “20-30”, “20 to 30”, “between 20 and 30”."""
    highs = {low.start: high for low, high in pairwise(numbers) if _is_range(low, high, text)}
    ends = {high.start for high in highs.values()}
    return ((counted, highs.get(counted.start, counted)) for counted in numbers if counted.start not in ends)


def _is_range(low: CountedNumber, high: CountedNumber, text: str) -> bool:
    joint = _JOINT.fullmatch(text, low.number.end, high.start)
    if joint is None or low.value >= high.value or low.number.percent is not high.number.percent:
        return False
    return joint["and"] is None or _BETWEEN.search(text, 0, low.start) is not None


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
    paragraph, start, end = unused.paragraph, unused.low.start, unused.high.number.end
    span = positions.span(*paragraph.in_text(start, end))
    yield f"  # {span}: “{sentence_at(paragraph, start)}”"
    if unused.citation is None:
        yield "  # These very words occur elsewhere in the source too: nothing tells the places apart."
        return
    yield f"  - id: {slug(unused.citation.exact, taken)}"
    yield "    pref_label: to be named"
    unit = _unit(unused)
    if unit:
        yield f"    unit: {scalar(unit)}"
    about = _topics(unused, dossier)
    if about:
        yield f"    about: {listed(about)}"
    yield "    figures:"
    yield f'      - value: "{_values(unused)}"'
    qualifier = _qualifier(paragraph.plain, start)
    if qualifier:
        yield f"        qualifier: {qualifier}"
    yield "        cite:"
    yield f"          - {unused.citation.yaml()}"


def _magnitude(unused: Unused) -> str:
    """The word for what both ends are multiplied by, where it is one of those that a unit may hold."""
    for word, worth in MAGNITUDES.items():
        ends = (unused.low.number, unused.high.number)
        if worth % 1000 == 0 and all(end.stated and end.stated * worth == end.value for end in ends):
            return word
    return ""


def _values(unused: Unused) -> str:
    ends = (unused.low.number, unused.high.number)
    values = (end.stated if _magnitude(unused) else end.value for end in ends)
    return "..".join(dict.fromkeys(map(_decimal, values)))


def _decimal(value: Decimal) -> str:
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _unit(unused: Unused) -> str:
    """A guess: percent; a magnitude; a currency, or else the word that follows."""
    if unused.high.number.percent:
        return "percent"
    text, start = unused.paragraph.plain, unused.low.start
    currency = _CURRENCIES.get(text[start - 1 : start], unused.high.unit)
    return " ".join(filter(None, (_magnitude(unused), currency)))


def _qualifier(text: str, start: int) -> str | None:
    found = _QUALIFIER.search(text, max(start - _LONGEST_QUALIFIER, 0), start)
    return _QUALIFIERS[int((found.lastgroup or "q0")[1:])][0] if found else None


def _topics(unused: Unused, dossier: Dossier) -> tuple[str, ...]:
    """The concepts and measures that the sentence names."""
    paragraph, start = unused.paragraph, unused.low.start
    begin, stop = next(
        (sentence for sentence in paragraph.sentences if sentence[0] <= start < sentence[1]),
        (0, len(paragraph.plain)),
    )
    first, last = paragraph.in_text(begin, stop)
    named = (mention.entry for mention in unused.source.mentions if first <= mention.start < last)
    return tuple(dict.fromkeys(name for name in named if dossier.entries[name].kind in _TOPICS))
