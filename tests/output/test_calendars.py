"""Calendar files: the fields that RFC 5545 requires, since readers accept files without them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from icalendar import Calendar, Component

from generator.output.data.feeds import calendar_file
from tests.output.editions import AS_OF, a_calendar_entry
from tests.output.golden_files import agrees


def the_event(content: bytes) -> Component:
    """The one event of a calendar file."""
    (event,) = Calendar.from_ical(content.decode()).walk("VEVENT")
    return event


def test_an_entry_has_what_the_rfc_requires() -> None:
    """VERSION, PRODID, UID, DTSTAMP and DTSTART, each once; lines end in CRLF and are folded at 75 octets."""
    content = calendar_file([a_calendar_entry()], AS_OF)
    assert agrees("entry.ics", content)
    lines = content.decode().split("\r\n")
    for name in ("VERSION:2.0", "PRODID:", "UID:sallvik@example.org", "DTSTAMP:20230602T000000Z", "DTSTART;"):
        assert sum(line.startswith(name) for line in lines) == 1, name
    assert all(len(line.encode()) <= 75 for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023-02-14/2023-02-15", "2023-02-14", "2023-02-16"),
        ("2023-07-15", "2023-07-15", "2023-07-16"),
        ("2023-02", "2023-02-01", "2023-02-02"),
        ("2023-02~", "2023-02-01", "2023-02-02"),
        ("2023-12-31~", "2023-12-31", "2024-01-01"),
        ("2023-05/2023-06-08", "2023-05-01", "2023-05-02"),
        ("2023-05/..", "2023-05-01", "2023-05-02"),
        ("../2023-05-04", "2023-05-04", "2023-05-05"),
    ],
)
def test_entries_last_whole_days(edtf: str, start: str, end: str) -> None:
    """Intervals include their last day, DTEND does not; what is known to a month only is no event of it."""
    event = the_event(calendar_file([a_calendar_entry(edtf)], AS_OF))
    assert event.decoded("dtstart") == datetime.date.fromisoformat(start)
    assert event.decoded("dtend") == datetime.date.fromisoformat(end)
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_what_lasts_to_the_end_of_the_calendar_has_no_end() -> None:
    """There is no day after its last."""
    event = the_event(calendar_file([a_calendar_entry("9999-12-31")], AS_OF))
    assert event.decoded("dtstart") == datetime.date.max
    assert "dtend" not in event


@pytest.mark.parametrize(
    "text", ["a; b, c \\n \\ d", "x\r\nATTENDEE:mailto:a@b.c", "x" * 300, "“日本”", "BEGIN:VEVENT\n"]
)
def test_text_cannot_add_fields(text: str) -> None:
    """Whatever a title, place or description holds, it is read back as one value."""
    entry = replace(a_calendar_entry(), title=text, description=text, place=text)
    event = the_event(calendar_file([entry], AS_OF))
    words = " ".join(text.split())
    assert [" ".join(str(event[name]).split()) for name in ("summary", "description", "location")] == [
        words
    ] * 3
    assert "attendee" not in event


def test_a_place_that_is_not_known_is_left_out() -> None:
    """No empty LOCATION."""
    assert "location" not in the_event(calendar_file([replace(a_calendar_entry(), place=None)], AS_OF))


def test_a_page_with_several_days_has_them_in_one_file() -> None:
    """In their order, each an event of its own."""
    entries = [replace(a_calendar_entry(day), uid=day) for day in ("2023-02-14", "2023-03-01")]
    found = Calendar.from_ical(calendar_file(entries, AS_OF).decode()).walk("VEVENT")
    assert [str(event["uid"]) for event in found] == ["2023-02-14", "2023-03-01"]
