"""Sources and texts to test with."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from generator.model.sources import Paragraph, SourceText
from generator.text.quotations import Found, Searchable


def a_source(*paragraphs: str) -> Searchable:
    """A source of these paragraphs, with blank lines between them."""
    places, position = [], 0
    for number, paragraph in enumerate(paragraphs, start=1):
        places.append(Paragraph(number, position, position + len(paragraph), ()))
        position += len(paragraph) + 2
    return Searchable(SourceText("\n\n".join(paragraphs), tuple(places), "sources/a.md", 1, ""))


def printed(place: object, source: Searchable) -> list[str]:
    """What the source prints where the quotation was found; fails if it was not."""
    assert isinstance(place, Found), place
    return [source.source.text[start:end] for start, end in place.ranges]


_PIECES = (
    *(
        "the",
        "end",
        "not",
        "ending",
        "tariff",
        "rose",
        "non-binding",
        "Mr.",
        "Vé",
        "one",
        "two",
        "a",
        "İ",
        "ß",
    ),
    *("5", "34.5", "1,190", "90.5", "20-30", "−5", "5%", "$5", "F-35", "3½", "九十", "中国"),
    *("l’an", "“so”", "‘x’", ".", ",", ";", ":", "%", "-", "–", "—", "'", '"', "(", ")", "´", "…"),
)
_GAPS = (" ", " ", " ", "", "\n", "  ", "\u00a0", "\u2009", "\u00ad", " \u00ad", "\u200b", "\t \u2028")


def nfc(text: str) -> str:
    """The text as readers of files give it."""
    return unicodedata.normalize("NFC", text)


def texts() -> st.SearchStrategy[str]:
    """Texts of what makes trouble: marks, numbers, all kinds of white space; and of anything at all."""
    pieces = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), min_size=1, max_size=25)
    troublesome = pieces.map(lambda found: "".join(piece + gap for piece, gap in found))
    return st.one_of(troublesome, st.text(min_size=1, max_size=40)).map(nfc)
