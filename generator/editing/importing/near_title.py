"""What a page prints around the title of its article: who wrote it, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.editing.importing.article import Author, Field, MaskReason
from generator.editing.importing.bylines import authors_in, names_beside_date, names_in
from generator.editing.importing.layout import Block, Element
from generator.editing.importing.metadata import iso_day
from generator.editing.importing.printed_dates import first_day
from generator.editing.importing.selection import Judged, is_prose

LINE = 160  # characters; what is longer is neither a byline nor a date
_ABOVE = 4  # lines
_BELOW = 14
_AFTER = 6  # lines below the text
_DATED = frozenset({MaskReason.BYLINE, MaskReason.DATELINE})
_CHANGED = re.compile(r"updat|modif|chang|aktualis|edited", re.IGNORECASE)


class LinesNearTitle:
    """The lines between title and text, then those above the title, then those below the text."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        prose = [at for at, one in enumerate(judged) if one.mask is None and is_prose(one.block.text)]
        first, last = (prose[0], prose[-1]) if prose else (0, len(judged))
        titles = [
            at for at, one in enumerate(judged) if one.mask and one.mask.reason is MaskReason.REPEATED_TITLE
        ]
        title = max((at for at in titles if at <= first), default=min(titles, default=max(0, first - _BELOW)))
        parts = (
            judged[title : max(first, title + 1)][:_BELOW],
            judged[max(0, title - _ABOVE) : title],
            [one for one in judged[last + 1 : last + 1 + _AFTER] if one.mask and one.mask.reason in _DATED],
        )
        lines = [one for part in parts for one in part]
        self._between = parts[0]
        self._lines = [one.block for one in lines if len(one.block.text) < LINE]
        self._bylines = [
            one.block
            for one in (*lines, *judged)
            if one.mask and one.mask.reason is MaskReason.BYLINE and len(one.block.text) < LINE
        ]

    def authors(self) -> Iterator[tuple[Author, ...]]:
        """The authors that the lines may give, the surest first."""
        yield from chain(
            map(_linked, self._bylines),
            (authors_in(block.text) for block in self._bylines),
            (authors_in(text) for block in self._lines for text in _pieces(block)),
            (names_beside_date(block.text) for block in self._lines),
            (names_in(block.text) for block in self._bylines),
            (names_in(block.text) for block in self._beside_date()),
        )

    def _beside_date(self) -> Iterator[Block]:
        """The lines between title and text that a date follows or precedes."""
        for at, one in enumerate(self._between):
            beside = self._between[max(0, at - 2) : at + 3]
            if any(first_day(other.block.text) for other in beside) and not first_day(one.block.text):
                yield one.block

    def day(self, language: Field[str] | None) -> Field[str] | None:
        """The day of publication that the lines give."""
        for block in self._lines:
            for time in block.element.iter("time"):
                if day := _day_of(time):
                    return Field(day, "time element near the title")
            if day := first_day(block.text, language.value if language else None):
                return Field(day, "printed near the title")
        return None


def _linked(block: Block) -> tuple[Author, ...]:
    """The authors of a byline whose names are links, each by itself."""
    if not authors_in(block.text):
        return ()
    found = [names_in(" ".join(link.text_content().split())) for link in block.element.iter("a")]
    return tuple(dict.fromkeys(chain.from_iterable(found))) if found and all(found) else ()


def _pieces(block: Block) -> Iterator[str]:
    """A line, and what elements within it hold by themselves."""
    yield block.text
    for element in block.element.iterdescendants("span", "a", "b", "strong", "em", "i", "address"):
        yield " ".join(element.text_content().split())


def _day_of(time: Element) -> str | None:
    """The day of a time element, unless it says when the page was changed."""
    about = " ".join(
        filter(None, (time.get("class"), time.get("itemprop"), time.get("id"), time.get("title")))
    )
    before = (time.getparent().text or "") if time.getparent() is not None else ""
    if _CHANGED.search(about) or (_CHANGED.search(before) and time.getprevious() is None):
        return None
    return iso_day(time.get("datetime") or "")
