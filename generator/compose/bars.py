"""Stretches of time beside a timeline: events that last, and commitments until they are due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.blocks import Bar
from generator.model.dates import Interval
from generator.model.dossier import Event, Round
from generator.model.identifiers import EventId

# More bars beside each other than this would crowd the page; what has no room keeps its words.
MOST_LANES = 3

# The look of a bar that stands for what was undertaken until a day.
DUE = "due"


class Stretch(NamedTuple):
    """From the moment at a position to the last one that lies within it; `ends` unless it is open."""

    first: int
    last: int
    kind: str
    ends: bool


def bars_beside(events: Sequence[Event]) -> Mapping[EventId, tuple[Bar, ...]]:
    """For each of the events, which are in order of time, the bars that pass it, by lane."""
    dated = [event for event in events if event.date]
    found: dict[EventId, list[Bar]] = {}
    free = [0] * MOST_LANES
    for stretch in _stretches(dated):
        lane = next((each for each in range(MOST_LANES) if free[each] <= stretch.first), None)
        if lane is None:
            continue
        free[lane] = stretch.last + 1
        for position in range(stretch.first, stretch.last + 1):
            begins, ends = position == stretch.first, stretch.ends and position == stretch.last
            found.setdefault(dated[position].id, []).append(Bar(lane + 1, stretch.kind, begins, ends))
    return {name: tuple(sorted(bars, key=lambda bar: bar.lane)) for name, bars in found.items()}


def _stretches(dated: Sequence[Event]) -> Iterator[Stretch]:
    """Those that reach beyond their own moment, each once."""
    days = [event.date.earliest() for event in dated if event.date]
    for first, event in enumerate(dated):
        for end, kind in dict.fromkeys(_ends(event)):
            last = sum(day <= end for day in days) - 1
            if last > first:
                yield Stretch(first, last, kind, end < datetime.date.max)


def _ends(event: Event) -> Iterator[tuple[datetime.date, str]]:
    """When what began with an event is over: the event itself, and what was undertaken at it."""
    if isinstance(event.date, Interval):
        yield event.date.latest(), event.kind
    if isinstance(event, Round):
        for commitment in event.commitments:
            if commitment.due:
                yield commitment.due.latest(), DUE
