"""Feeds of what changed: on the whole site, or on one page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.runs import Target


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One edition as a feed tells it: `id` is a URN for ever, `lines` what it changed, in plain words."""

    id: str
    title: str
    target: Target
    date: PartialDate
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What changed on the whole site, or on one page; `path` is without suffix, newest entry first."""

    path: str
    id: str
    title: str
    target: Target
    updated: PartialDate
    entries: tuple[FeedEntry, ...]
