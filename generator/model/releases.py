"""Editions that were released: what each changed for readers, and the addresses that it promised to keep."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.changes import What
from generator.model.dates import PartialDate
from generator.model.inventory import ItemKind
from generator.model.text import Text


class Importance(StrEnum):
    """How much an edition means to readers; a correction mends what was wrong."""

    MAJOR = "major"
    MINOR = "minor"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class ReleasedChange:
    """One item that an edition changed, in both wordings; `addresses` are where it stands, `page#anchor`."""

    what: What
    kind: ItemKind
    label: str
    before: str | None
    after: str | None
    remarks: tuple[str, ...]
    addresses: tuple[str, ...]
    concludes: bool

    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that it concerns, each once."""
        return tuple(dict.fromkeys(each.partition("#")[0] for each in self.addresses))

    def reads_otherwise(self) -> bool:
        """Whether words changed, not only proof or another value."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Release:
    """One released edition: the day for which it speaks, the day on which it came out, what it changed.

    `addresses` are the pages and anchors that it was the first to have.
    """

    id: str
    as_of: PartialDate
    date: PartialDate
    importance: Importance
    note: str | None
    fingerprint: str
    changes: tuple[ReleasedChange, ...]
    addresses: tuple[Text, ...]

    def concludes_otherwise(self) -> bool:
        """Whether a bottom line, key point or result said something else from then on."""
        return any(change.concludes and change.reads_otherwise() for change in self.changes)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that is no more, and where what stood there went."""

    old: Text
    new: Text


def in_time(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    """The releases, the oldest first."""
    return tuple(sorted(releases, key=lambda each: (each.date.latest(), len(each.id), each.id)))
