"""The order of events in time, where their dates alone do not decide it."""

import datetime
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.facts import Event
from generator.model.text import EventId


def in_order(events: Iterable[Event]) -> Iterator[Event]:
    """The events in order of time; undated ones come last.

    What an event follows stands before it, unless its date lies wholly after that of the event. Otherwise the
    first possible day decides, then the last, then whether the date is sure, then the id. Events that follow
    each other in a circle stand by their dates.
    """
    ranked = {event.id: event for event in sorted(events, key=_by_date)}
    rank = {name: place for place, name in enumerate(ranked)}
    waiting = {event.id: _causes(event, ranked) for event in ranked.values()}
    effects: defaultdict[EventId, list[EventId]] = defaultdict(list)
    for name, causes in waiting.items():
        for cause in causes:
            effects[cause].append(name)
    ready = [rank[name] for name, causes in waiting.items() if not causes]
    names = list(ranked)
    while waiting:
        name = names[heapq.heappop(ready)] if ready else next(name for name in names if name in waiting)
        del waiting[name]
        yield ranked[name]
        for effect in effects[name]:
            if effect in waiting:
                waiting[effect].discard(name)
                if not waiting[effect]:
                    heapq.heappush(ready, rank[effect])


def _by_date(event: Event) -> tuple[bool, datetime.date, datetime.date, bool, str]:
    date = event.date.value
    if date is None:
        return (True, datetime.date.max, datetime.date.max, True, event.id)
    return (False, date.earliest(), date.latest(), date.is_doubtful, event.id)


def _causes(event: Event, events: dict[EventId, Event]) -> set[EventId]:
    """Those of the events that must stand before the event."""
    causes = (events[name] for name in event.follows if name in events)
    return {cause.id for cause in causes if cause.id != event.id and _may_precede(cause, event)}


def _may_precede(cause: Event, event: Event) -> bool:
    """Whether the first may begin before the second ends; an undated event stands after all dated ones."""
    first, second = cause.date.value, event.date.value
    if first is None or second is None:
        return first is second
    return first.earliest() <= second.latest()
