"""The pages of sides and organisations: whole, without repetition, and found from wherever they are named."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from generator.compose.edition import compose
from generator.compose.pages.sides import Once
from generator.model.addresses import addresses
from generator.model.dates import parse
from generator.model.entries import EntryKind, Person
from generator.model.evidence import Evidence
from generator.model.kinds import KINDS
from generator.model.knowledge import KnownEntry
from generator.model.pages import Edition, Page
from generator.model.proved import Proved
from generator.model.runs import Line, Link, NoteRef, SideMark, Term
from generator.model.text import EntryId
from generator.model.values import records_in
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT

PROJECTS = (ROOT, SUBJECT)
# What people of the sides said; positions stand above, each with the round at which it was taken.
SAID = ("of-it", "of-others")


def page_at(found: Edition, path: str) -> Page:
    return next(page for page in found.pages if page.path == path)


def headings(page: Page) -> dict[str | None, str | None]:
    return {section.anchor: section.heading for section in page.sections}


def first_proofs(page: Page, *anchors: str) -> list[Evidence]:
    """What the statements in these sections rest on first of all."""
    notes = {note.number: note.evidence for note in page.notes}
    lines = (
        record
        for section in page.sections
        if section.anchor in anchors
        for record in records_in(section.blocks)
        if isinstance(record, Line) and record.statement
    )
    marks = ([run.number for run in line.runs if isinstance(run, NoteRef)] for line in lines)
    return [notes[numbers[0]] for numbers in marks if numbers]


def overlap(one: Evidence, other: Evidence) -> bool:
    shared = (a < d and c < b for a, b in one.ranges for c, d in other.ranges)
    return one.source == other.source and any(shared)


@pytest.mark.parametrize("project", PROJECTS, ids=["real", "second"])
def test_each_side_and_organisation_has_a_page_and_stands_in_its_index(project: Path) -> None:
    """None is forgotten, and readers find the way."""
    dossier, _ = verified(project)
    found = edition(project)
    paths = {page.path for page in found.pages}
    for kind, index in ((KINDS.side, KINDS.sides), (KINDS.organisation, KINDS.organisations)):
        own = {kind.path(e.id) for e in dossier.entries.values() if e.kind is kind.names.entries}
        records = records_in(page_at(found, index.path()).sections)
        listed = {each.target.page for each in records if isinstance(each, Link | SideMark)}
        assert own
        assert own <= paths
        assert own <= listed


@pytest.mark.parametrize("project", PROJECTS, ids=["real", "second"])
def test_what_was_said_of_or_by_a_side_stands_once_on_its_page(project: Path) -> None:
    """No two lines rest first of all on the same words, and none on those of a position."""
    pages = [page for page in edition(project).pages if page.kind == KINDS.side]
    assert any(first_proofs(page, *SAID) for page in pages)
    for page in pages:
        said = first_proofs(page, *SAID)
        for one, other in combinations(said, 2):
            assert not overlap(one, other), (page.path, one.exact)
        for position in first_proofs(page, "round-by-round"):
            assert not any(overlap(position, each) for each in said), (page.path, position.exact)


def test_a_statement_is_told_once_by_the_words_that_prove_it() -> None:
    """Another that rests on the same words first repeats it; one that rests on others does not."""
    dossier, _ = verified(SUBJECT)
    one, other = (position.statement for position in dossier.rounds()[0].positions[:2])
    once = Once()
    assert not once.repeats(one)
    assert once.repeats(replace(one, text="The same in other words."))
    assert not once.repeats(other)
    assert not once.repeats(replace(one, evidence=(), reason="The editor's own."))


@pytest.mark.parametrize("project", PROJECTS, ids=["real", "second"])
def test_each_mention_leads_to_the_page_of_what_it_names(project: Path) -> None:
    """Sides and organisations are looked up on their own pages, not in the glossary."""
    kinds = (EntryKind.SIDE, EntryKind.ORGANISATION)
    owned = {entry.id for entry in verified(project)[0].entries.values() if entry.kind in kinds}
    records = (record for page in edition(project).pages for record in records_in(page.sections))
    targets = [each.target for each in records if isinstance(each, Term | SideMark)]
    assert {"sides", "organisations"} <= {target.page.partition("/")[0] for target in targets}
    assert not any(target.anchor in owned for target in targets)


def test_addresses_in_the_glossary_stay() -> None:
    """Links to the entry of a side or organisation, made before it had a page, still lead to it."""
    known = addresses(verified(SUBJECT)[0])
    assert {"glossary#orsund", "sides/orsund"} <= known
    assert {"glossary#sound-institute", "organisations/sound-institute"} <= known


def test_a_heading_promises_no_more_than_is_said() -> None:
    """Where a side says nothing of itself, its page does not announce it."""
    assert headings(page_at(edition(SUBJECT), "sides/kasteria"))["of-it"] == "What others say of it"
    both = headings(page_at(edition(ROOT), "sides/united-states"))["of-it"]
    assert both == "What it says of itself, and what others say of it"


def test_machines_are_told_that_it_is_an_organisation() -> None:
    """In the words of schema.org."""
    for path in ("sides/orsund", "organisations/sound-institute"):
        (thing,) = page_at(edition(SUBJECT), path).about
        assert isinstance(thing, KnownEntry)
        assert thing.types == ("Organization",)


def test_a_subject_without_organisations_has_no_page_of_them() -> None:
    """No empty index, no line of the navigation, no card."""
    assert not any(entry.kind is EntryKind.ORGANISATION for entry in verified(BASE)[0].entries.values())
    found = edition(BASE)
    assert not [page.path for page in found.pages if page.path.startswith("organisations/")]
    labels = [
        record.text for record in records_in(page_at(found, "index").sections) if isinstance(record, Link)
    ]
    assert "Sides" in labels
    assert "Organisations" not in labels
    assert "Organisations" not in [item.label for item in found.navigation]


def test_what_somebody_said_before_they_came_is_not_said_for_an_organisation() -> None:
    """A saying counts for where its speaker was at that time."""
    dossier, _ = verified(SUBJECT)
    speaker = dossier.entries[EntryId("lin-ruohai")]
    assert isinstance(speaker, Person)
    assert "said" in headings(page_at(compose(dossier), "organisations/sound-institute"))
    roles = tuple(replace(role, held=Proved(parse("2030-01-01/.."))) for role in speaker.roles)
    entries = {**dossier.entries, speaker.id: replace(speaker, roles=roles)}
    later = compose(replace(dossier, entries=entries))
    assert "said" not in headings(page_at(later, "organisations/sound-institute"))
