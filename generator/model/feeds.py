"""Feeds of what changed: on the whole site, or on one page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.runs import Added, Plain, Removed, Target


@dataclass(frozen=True, slots=True)
class FeedChange:
    """One change as a feed tells it: what became of what, its words old and new, what else is to be said.

    `target` is a page where it can be read, if there still is one.
    """

    lead: str
    words: tuple[Plain | Removed | Added, ...]
    remarks: tuple[str, ...]
    target: Target | None

    def before(self) -> str:
        """The words as they were; empty if there were none."""
        return "".join(run.text for run in self.words if not isinstance(run, Added))

    def after(self) -> str:
        """The words as they are; empty if there are none any more."""
        return "".join(run.text for run in self.words if not isinstance(run, Removed))


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One edition as a feed tells it: `id` is a URN for ever, `told` what it is, in plain words."""

    id: str
    title: str
    target: Target
    date: PartialDate
    told: tuple[str, ...]
    changes: tuple[FeedChange, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What changed on the whole site, or on one page; `path` is without suffix, newest entry first."""

    path: str
    id: str
    title: str
    target: Target
    updated: PartialDate
    entries: tuple[FeedEntry, ...]
