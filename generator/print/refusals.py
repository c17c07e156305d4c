"""Why a page cannot be printed, in an author's words and with the place in content/ that is to blame."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from math import isfinite

from generator.model.blocks import DotPlot
from generator.model.diagnostics import Diagnostic, Related
from generator.model.edition import Page
from generator.model.origins import Origin
from generator.model.parts import parts_of
from generator.model.runs import NoteRef
from generator.model.text import Span

_QUOTED = re.compile(r'"((?:\\u\{[0-9a-f]+\}|[^"\\])+)"')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_CHARACTERS = re.compile("could not be displayed|disallowed codepoint|contains the codepoint")


def nowhere(_page: Page, _words: tuple[str, ...]) -> None:
    """No place: for pages that were written nowhere."""


def refused(page: Page, said: str, node: object, origin: Origin) -> Diagnostic:
    """What the typesetter refused; its own trace names places that no author knows."""
    found = _QUOTED.search(said) if _CHARACTERS.search(said) else None
    if found is None:
        reason = " ".join(said.split()).removeprefix("error: ")[:300]
        return _unprintable(page, reason, origin(page, ()))
    bad = _ESCAPED.sub(lambda each: chr(int(each[1], 16)), found[1])
    word = next((each for text in _texts(node) for each in text.split() if bad in each), bad)
    reason = f"no font of print has {_named(bad)}" + (f", in “{word}”" if word != bad else "")
    place = origin(page, (word, bad))
    return _unprintable(page, reason, place, "write it in letters, or quote other words")


def too_long(page: Page, pages: int, node: object, origin: Origin) -> Diagnostic:
    """A page that does not fit its form, with the longest of the texts that stay."""
    longest = max(_texts(node), key=len, default="")
    place, other = origin(page, ()), origin(page, (longest,))
    return Diagnostic(
        "print-does-not-fit",
        f"“{page.title}” ({page.path}) does not fit {pages} printed page{'s' * (pages > 1)}",
        place,
        related=(Related(other, "the longest text that must stay"),) if other and other != place else (),
        help="shorten its bottom line, key points, disputes or what is not known",
    )


def faults(page: Page, origin: Origin) -> Iterator[Diagnostic]:
    """What makes a page no sound model for print: pictures of nothing, marks without a note."""
    yield from undrawable(page, origin)
    held = {note.number for note in page.notes}
    for number in sorted({ref.number for ref in parts_of(page.sections, NoteRef)} - held):
        reason = f"it refers to note {number}, which it does not hold"
        yield _unprintable(page, reason, origin(page, ()))


def undrawable(page: Page, origin: Origin) -> Iterator[Diagnostic]:
    """The pictures of a page that have nothing to draw."""
    for block in (block for section in page.sections for block in section.blocks):
        if isinstance(block, DotPlot) and not _is_drawable(block):
            reason = f"its picture “{block.title}” has no values to draw"
            yield _unprintable(page, reason, origin(page, (block.title,)))


def _unprintable(page: Page, reason: str, place: Span | None, help: str | None = None) -> Diagnostic:
    message = f"“{page.title}” ({page.path}) cannot be printed: {reason}"
    return Diagnostic("not-printable", message, place, help=help)


def _is_drawable(plot: DotPlot) -> bool:
    return bool(plot.dots) and all(isfinite(dot.low) and isfinite(dot.high) for dot in plot.dots)


def _named(bad: str) -> str:
    """A character by its code and name; itself where a terminal can show it."""
    codes = " ".join(f"U+{ord(each):04X}" for each in bad)
    name = unicodedata.name(bad, "").lower() if len(bad) == 1 else ""
    shown = f"“{bad}”, " if bad.isprintable() else ""
    return f"{shown}{codes}{f' ({name})' if name else ''}"


def _texts(value: object) -> Iterator[str]:
    """The texts of a node in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each) if name not in ("type", "url", "key", "anchor", "csl", "qr") else ()
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
