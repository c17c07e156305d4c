"""What `briefing suggest figures` prints: measurands to be named, ready to be pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from generator.language.number_words import MAGNITUDES
from generator.language.prose import BodyPositions
from generator.model.dossier import Dossier
from generator.model.entries import EntryKind
from generator.suggest.numbers import Unused, unused_numbers
from generator.suggest.quoting import listed, scalar, sentence_at, slug

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
