"""The bibliography of an edition under CSL-JSON names: what is not known is left out, never guessed.

Follows the CSL 1.0.2 input schema (citeproc). Dates keep their doubt as `circa`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CslDate:
    """A date or, with two parts, a range: years, months and days as far as they are known.

    `circa` where the date is approximate or uncertain.
    """

    date_parts: tuple[tuple[int, ...], ...]
    circa: bool = False


@dataclass(frozen=True, slots=True)
class CslItem:
    """One source as reference managers take it; names are those of CSL with underscores for hyphens.

    Authors are literal names: which part of a name is the family's is not guessed.
    """

    id: str
    type: str
    title: str
    author: tuple[str, ...] = ()
    publisher: str | None = None
    container_title: str | None = None
    issued: CslDate | None = None
    accessed: CslDate | None = None
    url: str | None = None
    archive_location: str | None = None
    language: str | None = None
    note: str | None = None


_NAMES = {"url": "URL", "container_title": "container-title"}
_TEXTS = ("publisher", "container_title", "url", "archive_location", "language", "note")


def csl_json(items: Iterable[CslItem]) -> bytes:
    """The items as a CSL-JSON array; a value that is not known has no key."""
    text = json.dumps([_record(item) for item in items], ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode(errors="replace") + b"\n"


def _record(item: CslItem) -> dict[str, object]:
    record: dict[str, object] = {"id": item.id, "type": item.type, "title": item.title}
    if item.author:
        record["author"] = [{"literal": name} for name in item.author]
    for name in ("issued", "accessed"):
        date = getattr(item, name)
        if date:
            record[name] = _date(date)
    known = {name: getattr(item, name) for name in _TEXTS}
    return record | {_NAMES.get(name, name): value for name, value in known.items() if value}


def _date(date: CslDate) -> dict[str, object]:
    record: dict[str, object] = {"date-parts": [list(part) for part in date.date_parts]}
    return record | ({"circa": True} if date.circa else {})
