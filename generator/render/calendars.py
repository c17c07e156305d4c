"""Calendar entries as iCalendar files (RFC 5545)."""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from generator import __version__
from generator.model.dates import Date, PartialDate
from generator.model.edition import CalendarEntry
from generator.render.escape import cleaned


def calendar_file(entry: CalendarEntry, as_of: PartialDate) -> bytes:
    """The entry as a file of its own: all-day, stamped with the edition's date, the same bytes each time."""
    first, last = days(entry.date)
    event = Event()
    event.add("uid", cleaned(entry.uid))
    event.add("dtstamp", datetime.datetime.combine(as_of.latest(), datetime.time(), datetime.UTC))
    event.add("dtstart", first)
    if last < datetime.date.max:
        event.add("dtend", last + datetime.timedelta(days=1))  # exclusive, says the RFC
    event.add("summary", cleaned(entry.title))
    event.add("description", cleaned(entry.description))
    if entry.place is not None:
        event.add("location", cleaned(entry.place))
    event.add("transp", "TRANSPARENT")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Briefing//Briefing {__version__}//EN")
    calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=True))


def days(date: Date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that a calendar shows; an open interval shows the end that is known."""
    return date.ends[0].earliest(), date.ends[-1].latest()
