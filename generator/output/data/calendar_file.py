"""Calendars as iCalendar files (RFC 5545), with the name and address to subscribe to (RFC 7986)."""

import datetime
import uuid

from icalendar import Calendar, Event

from generator import __version__
from generator.model import pages
from generator.model.addresses import SiteAddress, is_placeholder
from generator.model.dates import Date, PartialDate
from generator.model.pages import CalendarEntry, Edition
from generator.output.markdown.escape import cleaned

REFRESHED = datetime.timedelta(days=1)
"""How often those who subscribe should look for another edition."""


def calendar_file(edition: Edition, calendar: pages.Calendar, site: SiteAddress) -> bytes:
    """The calendar: all-day entries, stamped with the edition's date, the same bytes each time."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//Briefing//Briefing {__version__}//EN")
    for name in ("name", "x-wr-calname"):
        made.add(name, cleaned(calendar.title))
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    if (here := site.of_file(calendar.path)) and (page := site.of(calendar.target)):
        made.add("source", here, parameters={"VALUE": "URI"})
        made.add("url", page)
    for entry in calendar.entries:
        made.add_component(_event(entry, edition, site))
    return bytes(made.to_ical(sorted=True))


def _event(entry: CalendarEntry, edition: Edition, site: SiteAddress) -> Event:
    first, last = days(entry.date)
    event = Event()
    event.add("uid", _uid(entry, edition, site))
    event.add("dtstamp", _midnight(edition.as_of))
    event.add("sequence", entry.revision)
    event.add("status", "TENTATIVE" if entry.is_tentative else "CONFIRMED")
    event.add("dtstart", first)
    if last < datetime.date.max:
        event.add("dtend", last + datetime.timedelta(days=1))  # exclusive, says the RFC
    event.add("summary", cleaned(entry.title))
    event.add("description", cleaned(entry.description))
    event.add("categories", [cleaned(entry.category)])
    if entry.place is not None:
        event.add("location", cleaned(entry.place))
    if address := site.of(entry.target):
        event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _uid(entry: CalendarEntry, edition: Edition, site: SiteAddress) -> str:
    """An identifier that no other site gives (RFC 7986, 5.3): from the site's address and the entry's name.

    A site without an address, or with one that is only an example, is told from others by its first edition.
    """
    own = site.address is not None and not is_placeholder(site.address)
    where = site.address.partition("://")[2] if own and site.address else edition.seed
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{where}#{entry.name}"))


def _midnight(date: PartialDate) -> datetime.datetime:
    return datetime.datetime.combine(date.latest(), datetime.time(), datetime.UTC)


def days(date: Date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that a calendar shows.

    What is known only about, or only to a month, has one day, the first possible, and not a whole month:
    its title says what is known.
    """
    first = date.ends[0].earliest()
    return (first, date.ends[-1].latest()) if date.is_exact else (first, first)
