"""What pages say: a golden of each kind, and what must be true of all of them."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.compose.crosslinks import web_of
from generator.model.blocks import SourceBody
from generator.model.facts import all_statements
from generator.model.kinds import KINDS, Kind
from generator.model.pages import Edition, Page
from generator.model.runs import Line, NoteRef, SupportMark, Term
from generator.output.markdown.page import page_markdown
from generator.text.quotations import statement_anchor
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT

GOLDENS = Path(__file__).parent / "golden"
PROJECTS = (BASE, SUBJECT, ROOT)
GOLDEN_PAGES = {
    KINDS.home: "index",
    KINDS.topic: "briefings/river-water",
    KINDS.topics: "briefings/index",
    KINDS.side: "sides/orsund",
    KINDS.sides: "sides/index",
    KINDS.person: None,
    KINDS.people: "people/index",
    KINDS.round: None,
    KINDS.rounds: "rounds/index",
    KINDS.organisation: "organisations/sound-institute",
    KINDS.organisations: "organisations/index",
    KINDS.timeline: "timeline",
    KINDS.figures: "figures",
    KINDS.commitments: "commitments",
    KINDS.coverage: "coverage",
    KINDS.glossary: "glossary",
    KINDS.source: "sources/institute-note",
    KINDS.sources: "sources/index",
    KINDS.disagreements: "disagreements",
    KINDS.single_source: "single-source",
    KINDS.find: "find",
    KINDS.about: "about",
    KINDS.editions: "editions/index",
}


# What is drawn has a golden of its own, and properties.
DRAWING = re.compile(r"(<svg class=\"chart-[a-z]+\"[^>]*>).*?</svg>", re.DOTALL)


def of_kind(found: Edition, kind: Kind) -> Page:
    """The page of a kind that has a golden: the one that is named, else the first."""
    pages = [page for page in found.pages if page.kind is kind]
    named = GOLDEN_PAGES[kind]
    return next(page for page in pages if named in (None, page.path))


@pytest.mark.parametrize("kind", tuple(KINDS), ids=lambda kind: kind.key)
def test_a_page_of_each_kind_is_as_reviewed(kind: Kind) -> None:
    """The golden is read like code when it changes."""
    found = edition(SUBJECT)
    text = DRAWING.sub(r"\1…</svg>", page_markdown(found, of_kind(found, kind)))
    golden = GOLDENS / f"{kind.key.replace(' ', '_')}.md"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def inside(value: object) -> Iterator[object]:
    """A value of the edition and everything in it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from inside(getattr(value, field.name))


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_every_statement_can_be_linked_to(project: Path) -> None:
    """Each statement of the dossier stands on a page under its own anchor."""
    dossier, _ = verified(project)
    lines = (value for page in edition(project).pages for value in inside(page.sections))
    stated = {line.statement.split("-", 2)[1] for line in lines if isinstance(line, Line) and line.statement}
    assert {statement_anchor(each).split("-")[1] for each in all_statements(dossier)} <= stated


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_notes_are_numbered_in_reading_order(project: Path) -> None:
    """The first marks of the notes on a page count 1, 2, 3 … and each mark has its note."""
    for page in edition(project).pages:
        marks = [value for value in inside(page.sections) if isinstance(value, NoteRef)]
        first = [mark.number for mark in marks if mark.occurrence == 1]
        assert first == list(range(1, len(page.notes) + 1)), page.path
        for note in page.notes:
            assert note.occurrences == sum(mark.number == note.number for mark in marks)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_the_words_of_every_note_are_on_the_page_it_leads_to(project: Path) -> None:
    """A note leads to an anchor on its source's page, unless the words may not be shown."""
    found = edition(project)
    known = {page.path: {name for name, _ in web_of(page).anchors} for page in found.pages}
    for page in found.pages:
        for note in page.notes:
            assert note.target.anchor is None or note.target.anchor in known[note.target.page], (
                page.path,
                note,
            )


def test_a_source_page_shows_the_text_that_was_read() -> None:
    """Cutting a paragraph into pieces loses and adds nothing."""
    dossier, _ = verified(ROOT)
    for page in edition(ROOT).pages:
        if page.kind is KINDS.source:
            body = next(value for value in inside(page.sections) if isinstance(value, SourceBody))
            source = next(item for item in dossier.sources.values() if page.path == f"sources/{item.id}")
            shown = ["".join(piece.text for piece in paragraph.pieces) for paragraph in body.paragraphs]
            assert shown == [source.body.text[p.start : p.end] for p in source.body.paragraphs]


def test_a_source_of_which_only_quotations_may_be_shown_shows_no_more() -> None:
    """Rights: what no page quotes does not appear."""
    page = next(page for page in edition(SUBJECT).pages if page.path == "sources/institute-note")
    body = next(value for value in inside(page.sections) if isinstance(value, SourceBody))
    assert all(piece.used or piece.text == " […] " for item in body.paragraphs for piece in item.pieces)


def test_terms_are_linked_at_their_first_use_in_a_section_only() -> None:
    """A line that follows another in the same section does not link a term again."""
    for page in edition(ROOT).pages:
        for section in page.sections:
            linked = [value.target for value in inside(section) if isinstance(value, Term)]
            assert len(linked) == len(set(linked)), (page.path, section.heading)


def test_a_line_reads_as_its_statement() -> None:
    """Linking terms changes no letter of what is said."""
    dossier, _ = verified(ROOT)
    summaries = {event.summary.text for event in dossier.events.values()}
    page = next(page for page in edition(ROOT).pages if page.kind is KINDS.timeline)
    lines = [value for value in inside(page.sections) if isinstance(value, Line)]
    said = {
        "".join(getattr(run, "text", "") for run in line.runs if not isinstance(run, SupportMark))
        for line in lines
    }
    assert summaries <= said
