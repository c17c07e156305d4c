"""Text as XML, and the languages of its pieces: what Word and EPUB share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from generator.output.charts.lettering import runs_left
from generator.output.markdown.escape import cleaned, parted

Languages = tuple[tuple[str, str], ...]
"""Names in another script, each with its language."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of text in one language, empty if it is the document's; and which way it runs."""

    text: str
    language: str
    runs_left: bool


def as_xml(text: str) -> str:
    """The text as content or as the value of an attribute: nothing in it is markup, and all of it is XML."""
    return escape(cleaned(text))


def spoken(text: str, language: str, names: Languages) -> Iterator[Spoken]:
    """The text in pieces by language: that which is told, else that of the names which a piece belongs to."""
    for piece, tag in parted(cleaned(text)):
        told = language or (_language_of(piece, names) if tag else "")
        yield Spoken(piece, told, runs_left(piece))


@lru_cache(maxsize=1 << 10)
def _language_of(piece: str, names: Languages) -> str:
    """The one language of the names that hold a piece, or that it holds; empty if there is none."""
    found = {language for name, language in names if name in piece or piece in name}
    return found.pop() if len(found) == 1 else ""


def joined(parts: Iterable[str]) -> bytes:
    """Parts of an XML file as the file."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(parts)).encode()
