"""What cannot be printed is said in an author's words, with the place in content/ that is to blame."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.blocks import Bullets, DotPlot
from generator.model.diagnostics import Diagnostic
from generator.model.edition import Page, PageKind, Section
from generator.model.origins import Origins
from generator.model.places import site_place
from generator.model.runs import Line, NoteRef, Plain
from generator.print.engine import ALONE, Desk, print_page, print_pages
from tests.support.dossiers import edition, verified
from tests.support.projects import ROOT, SUBJECT

PLACE = site_place("https://example.org/somewhere/")


def refusal(page: Page) -> Diagnostic:
    """Why a page of the second subject is not printed."""
    result = print_page(edition(SUBJECT), page, PLACE, origin=Origins(verified(SUBJECT)[0]).of)
    assert isinstance(result, Diagnostic)
    return result


def a_topic() -> Page:
    return next(page for page in edition(SUBJECT).pages if page.kind is PageKind.TOPIC)


def with_block(block: Bullets | DotPlot) -> Page:
    """A briefing that holds nothing but this block."""
    return replace(a_topic(), sections=(Section("key-points", "Key points", (block,)),), notes=())


def says(text: str) -> Bullets:
    return Bullets((Line((Plain(text),)),))


def test_a_page_that_cannot_fit_is_shown_in_the_content() -> None:
    """A text of 10,000 words belongs on no two pages; the place is the briefing's own file."""
    said = refusal(with_block(says("word " * 10_000)))
    assert said.code == "print-does-not-fit"
    assert "does not fit 2 printed pages" in said.message
    assert said.span is not None
    assert said.span.path.startswith("content/")


def test_a_picture_of_nothing_is_shown_in_the_content() -> None:
    said = refusal(with_block(DotPlot("A picture", "What it shows", "", ())))
    assert said.code == "not-printable"
    assert "picture “A picture” has no values" in said.message
    assert said.span is not None


def test_a_mark_without_its_note_is_shown_in_the_content() -> None:
    said = refusal(with_block(Bullets((Line((Plain("Said."), NoteRef(7, 1))),))))
    assert said.code == "not-printable"
    assert "note 7" in said.message
    assert said.span is not None


@pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=["real", "second"])
def test_every_printed_page_has_a_place_in_the_content(project: Path) -> None:
    """Whatever is wrong with a page, its author learns where to look; a statement has its own place."""
    dossier, _ = verified(project)
    origins = Origins(dossier)
    for page in edition(project).pages:
        if page.kind in (PageKind.TOPIC, PageKind.ROUND, PageKind.OFFICIAL):
            assert origins.of(page), page.path
    briefing = next(each for each in dossier.briefings.values() if each.sections)
    statement = briefing.sections[0].statements[0]
    page = next(each for each in edition(project).pages if each.path == f"briefings/{briefing.topic}")
    assert origins.of(page, (statement.text,)) == statement.span
    assert origins.of(page, ("nobody says this", statement.text)) == statement.span


def test_who_watches_is_told_how_far_it_is() -> None:
    """Once for each document, in order; kept ones count too."""
    whole, told = edition(SUBJECT), list[tuple[int, int]]()
    pages = tuple(page for page in whole.pages if page.kind is PageKind.OFFICIAL)[:2]
    print_pages(whole, pages, PLACE, "a4", None, Desk(watch=lambda done, of: told.append((done, of))))
    assert told == [(1, 2), (2, 2)]
    assert ALONE.watch is None
