"""References as BibTeX and RIS. A text cannot end its field, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from generator.model.bibliography import CslDate, CslItem
from generator.render.escape import cleaned

BIBTEX_TYPES = {"article": "misc", "webpage": "misc"}
RIS_TYPES = {"article": "GEN", "webpage": "ELEC"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# BibTeX counts braces even behind a backslash, so a brace has to become a command with braces in pairs.
_TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
} | {mark: f"\\{mark}" for mark in "&%$#_"}
_TO_TEX = str.maketrans(_TEX)
_NOT_IN_A_KEY = re.compile("[^a-z0-9-]+")
_NOT_IN_AN_ADDRESS = re.compile(r"[{}\\\s\"]")


def bibtex(items: Iterable[CslItem]) -> bytes:
    """The items as BibTeX, an entry each."""
    return "\n".join("".join(_entry(item)) for item in items).encode(errors="replace")


def _entry(item: CslItem) -> Iterator[str]:
    key = _NOT_IN_A_KEY.sub("-", item.id.casefold()).strip("-") or "source"
    yield f"@{BIBTEX_TYPES.get(item.type, 'misc')}{{{key},\n"
    yield _field("title", f"{{{_tex(item.title)}}}")  # a second pair of braces keeps its capitals
    if item.author:
        yield _field("author", " and ".join(f"{{{_tex(name)}}}" for name in item.author))
    for name, value in (("howpublished", item.container_title), ("organization", item.publisher)):
        yield _field(name, _tex(value)) if value else ""
    year, month, day = _parts(item.issued)
    yield _field("year", str(year)) if year else ""
    yield f"  month = {MONTHS[month - 1]},\n" if month else ""
    yield _field("day", str(day)) if day else ""
    for name, value in (("note", item.note), ("language", item.language)):
        yield _field(name, _tex(value)) if value else ""
    yield _field("url", _NOT_IN_AN_ADDRESS.sub("", item.url)) if item.url else ""
    yield "}\n"


def _field(name: str, value: str) -> str:
    return f"  {name} = {{{value}}},\n"


def _tex(text: str) -> str:
    return cleaned(text).strip().translate(_TO_TEX)


def ris(items: Iterable[CslItem]) -> bytes:
    """The items as RIS, a record each; every value on the line of its tag."""
    return "".join(line for item in items for line in _record(item)).encode(errors="replace")


def _record(item: CslItem) -> Iterator[str]:
    yield _line("TY", RIS_TYPES.get(item.type, "GEN"))
    yield _line("ID", item.id)
    yield _line("TI", item.title)
    yield from (_line("AU", name) for name in item.author)
    year, month, day = _parts(item.issued)
    if year:
        yield _line("PY", str(year))
        yield _line("DA", "/".join((str(year), *(f"{part:02}" if part else "" for part in (month, day)), "")))
    tags = {"T2": item.container_title, "PB": item.publisher, "LA": item.language, "N1": item.note}
    yield from (_line(tag, value) for tag, value in (tags | {"UR": item.url}).items() if value)
    yield _line("ER", "")


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {cleaned(value).strip()}\r\n"


def _parts(date: CslDate | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a date, or of the last of a range, as far as they are sure."""
    if date is None:
        return None, None, None
    known = date.date_parts[-1][:2] if date.circa else date.date_parts[-1]
    year, month, day = (part for part, _ in zip_longest(known, range(3)))
    return year, month, day
