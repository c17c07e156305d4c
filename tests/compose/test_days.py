"""Our own site on five days: home, commitments and rounds say what is true on that day, and accuse nobody.

The goldens are read aloud before they are accepted: a promise is not a deadline, a plan is not news, what one
side announces is not the other's word.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.commitments import CommitmentState
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS, Kind
from generator.model.pages import Edition, Section
from generator.model.runs import Status
from generator.output.data.exports import block_text
from generator.words import words_in
from tests.compose.test_pages import inside
from tests.support.as_it_stood import dossier_on, edition_on
from tests.support.projects import ROOT, SUBJECT

DAYS = ("2025-06-11", "2025-09-01", "2025-10-27", "2025-11-15", "2026-12-01")
GOLDENS = Path(__file__).with_name("golden") / "days"
LEFT_OUT = (SectionKey.FIGURES, SectionKey.SOURCES, SectionKey.TERMS)


def told(found: Edition, kind: Kind) -> str:
    """A page of which there is one, as text, without its figures and its apparatus."""
    page = next(page for page in found.pages if page.kind is kind)
    sections = (each for each in page.sections if each.key not in LEFT_OUT and each.anchor != "pages")
    return "\n\n".join((f"# {page.title}", page.deck, *(_section(each) for each in sections)))


def _section(section: Section) -> str:
    heading = [f"## {section.heading}"] if section.heading else []
    return "\n\n".join((*heading, *(block_text(block, words_in("en")) for block in section.blocks)))


@pytest.mark.parametrize("day", DAYS)
def test_each_day_reads_as_reviewed(day: str) -> None:
    """With the sources that were out by then alone."""
    found = edition_on(ROOT, day)
    text = "\n\n\n".join(told(found, kind) for kind in (KINDS.home, KINDS.commitments, KINDS.rounds)) + "\n"
    golden = GOLDENS / f"{day}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("day", DAYS)
def test_no_page_of_any_day_calls_anybody_overdue(day: str) -> None:
    """No source bears it, however late the day."""
    dossier = dossier_on(ROOT, day)
    assert dossier.commitments()
    assert CommitmentState.OVERDUE not in {dossier.state_of(made) for _, made in dossier.commitments()}
    for page in edition_on(ROOT, day).pages:
        marks = (value for value in inside(page.sections) if isinstance(value, Status))
        assert "overdue" not in {mark.key for mark in marks}, page.path


def test_a_year_later_a_charge_stands_only_where_a_source_could_have_told() -> None:
    """Of the second subject: what was overdue stays so; what came due after the last source has passed."""
    states = {
        made.id: dossier_on(SUBJECT, "2024-05-22").state_of(made)
        for _, made in dossier_on(SUBJECT, "2024-05-22").commitments()
    }
    assert states["publish-gate-readings"] is CommitmentState.OVERDUE
    assert states["admit-inspection"] is CommitmentState.PASSED
    assert states["print-timetable"] is CommitmentState.OPEN
    assert states["lift-berth-ban-for-ferries"] is CommitmentState.MET


def test_what_was_only_planned_is_no_news_and_nobody_attended_it() -> None:
    """Neither before its day nor after it, for want of a source that tells of it."""
    for day in ("2025-10-27", "2025-11-15"):
        found = edition_on(ROOT, day)
        (planned,) = (each for each in dossier_on(ROOT, day).rounds() if each.id == "south-korea")
        home = told(found, KINDS.home)
        assert planned.title not in home[home.index("\nNew\n") : home.index("\nNext\n")]
        people = next(page for page in found.pages if page.kind is KINDS.people)
        assert planned.title not in "\n".join(map(_section, people.sections))
        person = next(page for page in found.pages if page.path == "people/xi-jinping")
        sections = {each.anchor: _section(each) for each in person.sections}
        assert "rounds" not in sections
        assert planned.title in " ".join(sections["rounds-planned"].split())


def test_an_announcement_never_goes_without_who_made_it() -> None:
    """On whatever page, in the calendar, on the find page and in the data."""
    dossier, found = dossier_on(ROOT, "2025-10-27"), edition_on(ROOT, "2025-10-27")
    announced = [
        (dossier.entries[says].pref_label, made.statement.text)
        for _, made in dossier.commitments()
        if (says := made.says.value)
    ]
    assert announced
    for speaker, said in announced:
        whole = [_section(each) for page in found.pages for each in page.sections]
        lines = [line for text in whole for line in text.replace("\n  ", " ").splitlines() if said in line]
        titles = [entry.title for each in found.calendars for entry in each.entries if said in entry.title]
        labels = [item.label for item in found.inventory if said in item.label]
        assert lines
        assert all(speaker in line for line in (*lines, *titles, *labels))
