"""Calendar files: the fields that RFC 5545 requires, since readers accept files without them."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from generator.model.addresses import SiteAddress
from generator.model.pages import CalendarEntry
from generator.output.data.calendar_file import calendar_file
from generator.output.markdown.escape import cleaned
from tests.output.editions import a_calendar, a_calendar_entry, an_edition
from tests.output.golden_files import agrees

HERE = SiteAddress("https://talks.lake.se/briefing/")


def made(*entries: CalendarEntry, site: SiteAddress = HERE, seed: str = "5eed") -> bytes:
    """The calendar of the entries."""
    return calendar_file(replace(an_edition(), seed=seed), a_calendar(*entries), site)


def the_event(content: bytes) -> Component:
    """The one event of a calendar file."""
    (event,) = Calendar.from_ical(content.decode()).walk("VEVENT")
    return event


def test_an_entry_has_what_the_rfc_requires() -> None:
    """VERSION, PRODID, UID, DTSTAMP and DTSTART, each once; lines end in CRLF and are folded at 75 octets."""
    content = made(a_calendar_entry())
    assert agrees("entry.ics", content)
    lines = content.decode().split("\r\n")
    for name in ("VERSION:2.0", "PRODID:", "UID:", "DTSTAMP:20230602T000000Z", "DTSTART;", "SEQUENCE:2"):
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
    event = the_event(made(a_calendar_entry(edtf)))
    assert event.decoded("dtstart") == datetime.date.fromisoformat(start)
    assert event.decoded("dtend") == datetime.date.fromisoformat(end)
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_what_lasts_to_the_end_of_the_calendar_has_no_end() -> None:
    """There is no day after its last."""
    event = the_event(made(a_calendar_entry("9999-12-31")))
    assert event.decoded("dtstart") == datetime.date.max
    assert "dtend" not in event


@pytest.mark.parametrize(("is_tentative", "status"), [(True, "TENTATIVE"), (False, "CONFIRMED")])
def test_what_is_planned_is_tentative(is_tentative: bool, status: str) -> None:
    """Programs show such entries apart."""
    event = the_event(made(a_calendar_entry(is_tentative=is_tentative)))
    assert str(event["status"]) == status


def test_two_sites_never_give_the_same_identifier() -> None:
    """Each is a UUID, made of where the site lives: a calendar program would overwrite one with the other."""
    entry = a_calendar_entry()
    elsewhere = SiteAddress("https://talks.lake.se/other/")
    found = {
        str(the_event(content)["uid"])
        for content in (
            made(entry),
            made(entry, site=elsewhere),
            made(a_calendar_entry(name="round-other")),
            made(entry, site=SiteAddress()),
            made(entry, site=SiteAddress(), seed="another"),
        )
    }
    assert len(found) == 5
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", each) for each in found)


def test_an_identifier_stays_when_all_else_changes() -> None:
    """The title, the day, the edition and the scheme of the address are no part of it."""
    entry, moved = a_calendar_entry(), a_calendar_entry("2023-03-01", title="Another", revision=9)
    unsafe = SiteAddress("http://talks.lake.se/briefing/")
    found = [
        the_event(each)["uid"] for each in (made(entry), made(moved, seed="x"), made(entry, site=unsafe))
    ]
    assert found[0] == found[1] == found[2]


def test_an_address_that_is_only_an_example_tells_no_site_from_another() -> None:
    """Then the first edition does."""
    placeholder, entry = SiteAddress("https://example.org/"), a_calendar_entry()
    assert made(entry, site=placeholder, seed="a") != made(entry, site=placeholder, seed="b")


def test_an_entry_leads_back_to_the_page() -> None:
    """By its whole address; where the site has none, there is no URL, which would lead nowhere."""
    assert the_event(made(a_calendar_entry()))["url"] == "https://talks.lake.se/briefing/rounds/sallvik/"
    assert "url" not in the_event(made(a_calendar_entry(), site=SiteAddress()))


def test_a_calendar_can_be_subscribed_to() -> None:
    """It says its name, where it lives, and how often to look."""
    calendar = Calendar.from_ical(made(a_calendar_entry()).decode())
    assert calendar["name"] == calendar["x-wr-calname"] == "First round"
    assert calendar["source"] == "https://talks.lake.se/briefing/rounds/sallvik.ics"
    assert calendar["refresh-interval"].to_ical() == b"P1D"


@given(st.text(max_size=60))
def test_text_cannot_add_fields(text: str) -> None:
    """Whatever a title, place or description holds, it is read back as one value."""
    entry = replace(a_calendar_entry(), title=text, description=text, place=text, category=text)
    event = the_event(made(entry))
    expected = " ".join(cleaned(text).split())
    for name in ("summary", "description", "location"):
        assert " ".join(str(event[name]).split()) == expected
    assert set(event) == set(the_event(made(a_calendar_entry())))


@pytest.mark.parametrize(
    "text", ["a; b, c \\n \\ d", "x\r\nATTENDEE:mailto:a@b.c", "x" * 300, "“日本”", "BEGIN:VEVENT\n"]
)
def test_hostile_text_stays_text(text: str) -> None:
    """Breaks of lines, separators and the words of the format itself."""
    entry = replace(a_calendar_entry(), title=text, description=text, place=text)
    event = the_event(made(entry))
    words = " ".join(text.split())
    for name in ("summary", "description", "location"):
        assert " ".join(str(event[name]).split()) == words
    assert "attendee" not in event


def test_a_place_that_is_not_known_is_left_out() -> None:
    """No empty LOCATION."""
    assert "location" not in the_event(made(a_calendar_entry(place=None)))


def test_a_calendar_with_several_days_has_them_in_one_file() -> None:
    """In their order, each an event of its own."""
    entries = [a_calendar_entry(day, name=day, title=day) for day in ("2023-02-14", "2023-03-01")]
    found = Calendar.from_ical(made(*entries).decode()).walk("VEVENT")
    assert [str(event["summary"]) for event in found] == ["2023-02-14", "2023-03-01"]
    assert len({str(event["uid"]) for event in found}) == 2
