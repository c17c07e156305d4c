"""The days on which what is not dated to the day can have happened: less than its date says.

A happening of “June” that an event of 9 June follows began by then; one that a source of 11 June reports lies
not after that day. Such days place a mark in a picture; the date stays what it is.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.compose.atlas import Atlas
from generator.model.dates import Date, Interval, PartialDate
from generator.model.facts import Dossier, Event
from generator.model.text import EventId

Days = dict[EventId, tuple[datetime.date, datetime.date]]


@lru_cache(maxsize=1)
def possible_days(atlas: Atlas) -> Mapping[EventId, Interval]:
    """The first and the last possible day of each event for which its order or its sources leave fewer."""
    dossier = atlas.dossier
    days: Days = {
        event.id: (date.earliest(), date.latest())
        for event in dossier.events.values()
        if (date := event.date.value)
    }
    vague = [event for event in dossier.events.values() if is_vague(event.date.value)]
    dated = dict(days)
    for event in vague:
        reported = last_reported(dossier, event)
        if reported and not atlas.is_coming(event) and not atlas.is_untold(event):
            _narrow(days, event.id, last=reported.latest())
    _by_order(days, dossier.events.values(), {event.id for event in vague})
    return {name: _interval(*days[name]) for name in dated if days[name] != dated[name]}


def is_vague(date: Date | None) -> bool:
    """Whether a date is a month or a year, and not a day or a span of time, which are where they are."""
    return isinstance(date, PartialDate) and date.day is None


def last_reported(dossier: Dossier, event: Event) -> PartialDate | None:
    """The last day on which a source that tells of an event was issued; None if one is not dated."""
    issued = [dossier.sources[item.source].bibliography.issued for item in event.summary.evidence]
    days = [each.end for each in issued if each is not None and each.end is not None]
    return max(days, key=PartialDate.latest) if days and len(days) == len(issued) else None


def _by_order(days: Days, events: Iterable[Event], vague: set[EventId]) -> None:
    """What follows began no earlier than what it follows, as far as the dates of both allow.

    An event without a date hands on what it follows. Bounds only ever tighten, to days that some date names;
    so this ends even where events follow each other in a circle.
    """
    causes = {event.id: tuple(event.follows) for event in events}
    effects: defaultdict[EventId, set[EventId]] = defaultdict(set)
    for event, names in causes.items():
        for name in names:
            effects[name].add(event)
    waiting = [*causes]
    waiting.reverse()
    while waiting:
        name = waiting.pop()
        changed = set[EventId]()
        if name in vague:
            before, after = _dated(name, causes, days), _dated(name, effects, days)
            was = days[name]
            for other in before:
                _narrow(days, name, first=days[other][0])
            for other in after:
                _narrow(days, name, last=days[other][1])
            changed = (before | after) if days[name] != was else changed
        waiting += sorted(changed & vague)


def _dated(
    name: EventId, beside: Mapping[EventId, Iterable[EventId]], days: Mapping[EventId, object]
) -> set[EventId]:
    """The nearest events on one side that have a date."""
    found, seen, waiting = set[EventId](), {name}, [*beside.get(name, ())]
    while waiting:
        other = waiting.pop()
        if other in seen:
            continue
        seen.add(other)
        if other in days:
            found.add(other)
        else:
            waiting += beside.get(other, ())
    return found


def _narrow(
    days: Days, name: EventId, *, first: datetime.date | None = None, last: datetime.date | None = None
) -> None:
    """Bound the days of an event, unless none would be left: then its date stands."""
    earliest, latest = days[name]
    if first and earliest < first <= latest:
        days[name] = (first, latest)
    elif last and earliest <= last < latest:
        days[name] = (earliest, last)


def _interval(first: datetime.date, last: datetime.date) -> Interval:
    return Interval(*(PartialDate(day.year, day.month, day.day) for day in (first, last)))
