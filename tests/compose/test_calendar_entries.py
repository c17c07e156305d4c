"""What calendars hold: every day that is known, once, and no more said of it than is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.compose.atlas import Atlas
from generator.compose.calendars import calendars
from generator.compose.undertakings import is_end_of
from generator.model.addresses import SiteFiles
from generator.model.dates import PartialDate
from generator.model.editions import Importance, ItemKind, Release, ReleasedChange, What
from generator.model.pages import Calendar, CalendarEntry
from tests.support.as_it_stood import dossier_on
from tests.support.projects import ROOT, SUBJECT
from tests.support.wording import ENGLISH

DAYS = ((ROOT, "2025-10-27"), (SUBJECT, "2023-06-02"))


def found(project: Path, day: str, *releases: Release) -> dict[str, Calendar]:
    """The calendars of a project by their path."""
    dossier = replace(dossier_on(project, day), releases=releases)
    return {calendar.path: calendar for calendar in calendars(Atlas(dossier))}


def everything(project: Path, day: str, *releases: Release) -> dict[str, CalendarEntry]:
    """The entries of the calendar of all days, by name."""
    return {entry.name: entry for entry in found(project, day, *releases)[SiteFiles.CALENDAR].entries}


@pytest.mark.parametrize(("project", "day"), DAYS)
def test_every_day_that_is_known_is_in_the_calendar_of_all(project: Path, day: str) -> None:
    """Each event, and the end of each commitment, once: a deadline of its own may stand for it."""
    dossier, entries = dossier_on(project, day), everything(project, day)
    events = tuple(dossier.events.values())
    dated = {event.id for event in events if event.date.value}
    assert {name.partition("-")[2] for name in entries if not name.startswith("commitment-")} == dated
    for talks, made in dossier.commitments():
        is_there = f"commitment-{talks.id}.{made.id}" in entries
        is_stood_for = any(is_end_of(event, talks, made) for event in events)
        assert is_there is (made.end.value is not None and not made.end.value.is_open and not is_stood_for)


@pytest.mark.parametrize(("project", "day"), DAYS)
def test_an_entry_whose_day_is_not_known_says_so_in_its_title(project: Path, day: str) -> None:
    """By the words for its date, such as “about June 2025”, behind its title."""
    entries = everything(project, day).values()
    vague = [entry for entry in entries if not entry.date.is_exact]
    assert vague
    assert all(entry.title.endswith(f" ({ENGLISH.date(entry.date)})") for entry in vague)


@pytest.mark.parametrize(("project", "day"), DAYS)
def test_each_round_has_a_calendar_with_what_was_undertaken_there(project: Path, day: str) -> None:
    """Beside its page."""
    made = found(project, day)
    for talks in dossier_on(project, day).rounds():
        names = [entry.name for entry in made[f"rounds/{talks.id}.ics"].entries]
        assert names[0] == f"round-{talks.id}"
        assert all(name.startswith(f"commitment-{talks.id}.") for name in names[1:])


def test_what_lies_ahead_is_tentative_and_what_happened_is_not() -> None:
    """Also a deadline that hangs on a condition, what is only expected, and what has no exact day."""
    entries = everything(*DAYS[0])
    assert entries["round-south-korea"].is_tentative
    assert entries["commitment-october-deal.leaders-finalize"].is_tentative
    assert not entries["round-london"].is_tentative
    assert entries["event-may-consumer-prices"].is_tentative, "of a month, not of a day"


def a_release(name: str, what: What, kind: ItemKind = ItemKind.EVENT, at: str = "timeline#london") -> Release:
    """An edition that changed one item."""
    change = ReleasedChange(what, kind, "London", "a", "b", (), (at,), concludes=False)
    day = PartialDate(2025, 10, 27)
    return Release(name, day, day, Importance.MINOR, None, "0" * 64, (change,), ())


def test_the_number_of_an_entry_rises_with_each_edition_that_changed_it() -> None:
    """Not with the one that brought it, nor with changes of other entries or of statements there."""
    added, changed = a_release("1", What.ADDED), a_release("2", What.CHANGED)
    others = (
        a_release("3", What.CHANGED, at="timeline#geneva"),
        a_release("4", What.CHANGED, ItemKind.STATEMENT),
    )
    again = a_release("5", What.CHANGED)
    numbers = [
        everything(*DAYS[0], *releases)["round-london"].revision
        for releases in ((), (added,), (changed,), (added, changed), (added, changed, *others, again))
    ]
    assert numbers == [0, 0, 1, 1, 2]
