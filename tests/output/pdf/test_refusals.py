"""What cannot be printed is said in an author's words, with the place in content/ that is to blame."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.cache import FORGETFUL
from generator.model.addresses import site_address
from generator.model.blocks import Bullets, DotPlot
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.origins import Origins
from generator.model.pages import Page, Section
from generator.model.runs import Line, NoteRef, Plain
from generator.model.settings import PAPERS
from generator.output.pdf.printer import (
    ALONE,
    Desk,
    Order,
    overlong_pages,
    pages_of_form,
    print_page,
    print_pages,
)
from generator.pipeline import Printing, build_pages, check
from generator.project import Project
from tests.support.dossiers import edition, verified
from tests.support.harbours import harbours
from tests.support.projects import ROOT, SUBJECT

pytestmark = pytest.mark.slow

SITE = site_address("https://example.org/somewhere/")


def refusal(page: Page) -> Diagnostic:
    """Why a page of the second subject is not printed."""
    result = print_page(edition(SUBJECT), page, SITE, origin=Origins(verified(SUBJECT)[0]).of)
    assert isinstance(result, Diagnostic)
    return result


def a_topic() -> Page:
    return next(page for page in edition(SUBJECT).pages if page.kind is KINDS.topic)


def with_block(block: Bullets | DotPlot) -> Page:
    """A briefing that holds nothing but this block."""
    return replace(
        a_topic(), sections=(Section(SectionKey.KEY_POINTS, "key-points", "Key points", (block,)),), notes=()
    )


def says(text: str) -> Bullets:
    return Bullets((Line((Plain(text),)),))


def test_a_page_that_cannot_fit_runs_on_and_is_shown_in_the_content() -> None:
    """A text of 10,000 words belongs on no two pages; the place is the briefing's own file."""
    page = with_block(says("word " * 10_000))
    found = replace(edition(SUBJECT), pages=(page,))
    made = print_page(found, page, SITE)
    assert isinstance(made, bytes)
    pages = len(pikepdf.open(BytesIO(made)).pages)
    assert pages > pages_of_form(page)
    desk = Desk(Origins(verified(SUBJECT)[0]).of)
    (said,) = overlong_pages(found, Order(SITE, "a4", desk=desk))
    assert (said.code, said.severity) == ("print-does-not-fit", Severity.WARNING)
    assert f"takes {pages} printed pages, and its form has 2 pages" in said.message
    assert said.span is not None
    assert said.span.path.startswith("content/")


def test_pages_that_fit_are_not_told_of() -> None:
    """On both papers, whatever had to be left out."""
    for paper in PAPERS:
        assert overlong_pages(edition(SUBJECT), Order(SITE, paper)) == ()


def test_check_tells_what_runs_on_and_build_prints_it(tmp_path: Path) -> None:
    """A person whom every source quotes at length is printed, and both tell the same."""
    project = Project(harbours(tmp_path / "project", 13, sayings=13))
    glossary = project.root / "content" / "glossary.yml"
    more = ", and that nobody should wait for another winter before it is known who pays for it" * 5
    text = re.sub(r"(- text: Ada Lind .*)\.", rf"\1{more}.", glossary.read_text(encoding="utf-8"))
    glossary.write_text(text, encoding="utf-8")
    _, problems = check(project)
    assert [problem.code for problem in problems] == ["print-does-not-fit"]
    assert (
        "“Ada Lind” (people/ada-lind) takes 2 printed pages, and its form has one page" in problems[0].message
    )
    outcome = build_pages(project, printing=Printing())
    assert outcome.problems == problems
    assert len(pikepdf.open(project.pages / "pdf" / "people" / "ada-lind.pdf").pages) == 2


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
        if page.kind in (KINDS.topic, KINDS.round, KINDS.person):
            assert origins.of(page), page.path
    briefing = next(each for each in dossier.briefings.values() if each.sections)
    statement = briefing.sections[0].statements[0]
    page = next(each for each in edition(project).pages if each.path == f"briefings/{briefing.topic}")
    assert origins.of(page, (statement.text,)) == statement.span
    assert origins.of(page, ("nobody says this", statement.text)) == statement.span


def test_who_watches_is_told_how_far_it_is() -> None:
    """Once for each document, in order; kept ones count too."""
    whole, told = edition(SUBJECT), list[tuple[int, int]]()
    pages = tuple(page for page in whole.pages if page.kind is KINDS.person)[:2]
    print_pages(whole, pages, SITE, "a4", FORGETFUL, Desk(watch=lambda done, of: told.append((done, of))))
    assert told == [(1, 2), (2, 2)]
    assert ALONE.watch is None
