"""The ledgers of figures and commitments, and the coverage of the sources."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from generator.compose.atlas import Atlas
from generator.compose.findings.figures import told_of
from generator.compose.pages.coverage import MOST_SOURCES, coverage_page
from generator.model.blocks import ComparedFigure, SourceBody, Table
from generator.model.pages import Page, Section
from generator.model.runs import Link
from generator.model.text import SourceId
from generator.model.values import parts_of
from tests.compose.test_pages import inside
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT
from tests.support.wording import line_text


def page_of(project: Path, path: str) -> Page:
    return next(page for page in edition(project).pages if page.path == path)


def rows_of(section: Section) -> list[str]:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [row.anchor or "" for table in tables for row in table.rows]


def test_each_planted_commitment_stands_where_it_belongs() -> None:
    """tests/subject/PLANTED.md, “Commitments as of 22 May 2023”."""
    sections = {section.anchor: section for section in page_of(SUBJECT, "commitments").sections}
    assert rows_of(sections["overdue"]) == ["sallvik-round.publish-gate-readings"]
    assert rows_of(sections["soon"]) == ["brasno-round.admit-inspection"]
    assert rows_of(sections["open"]) == [
        "port-amery-round.pay-for-inspection",
        "brasno-round.show-landing-books",
        "brasno-round.print-timetable",
    ]
    assert rows_of(sections["settled"]) == ["port-amery-round.lift-berth-ban-for-ferries"]


def test_every_commitment_is_in_the_ledger_once() -> None:
    """No commitment falls between the tables."""
    for project in (BASE, ROOT, SUBJECT):
        made = [
            f"{talks.id}.{each.id}" for talks in verified(project)[0].rounds() for each in talks.commitments
        ]
        found = [
            anchor for section in page_of(project, "commitments").sections for anchor in rows_of(section)
        ]
        assert sorted(filter(None, found)) == sorted(made)


def test_agreeing_figures_are_told_to_agree() -> None:
    """Words and digits are one value; sources that copy from each other count as one."""
    dossier, _ = verified(SUBJECT)
    sailings = dossier.measurands["ferry-sailings"]
    assert told_of(Atlas(dossier), sailings) == "2 sources agree: 14."
    names = [SourceId("sallvik-opens"), SourceId("port-amery-report")]
    copied = dataclasses.replace(dossier, kin={name: names[0] for name in names})
    assert told_of(Atlas(copied), sailings) == "2 sources agree (1 independent): 14."


def test_every_figure_is_in_the_ledger() -> None:
    """Each measurand under an anchor of its own, with each of its values."""
    for project in (BASE, ROOT, SUBJECT):
        text = "\n".join(
            line_text(each.value) for each in parts_of(page_of(project, "figures").sections, ComparedFigure)
        )
        for measurand in verified(project)[0].measurands.values():
            assert all(figure.statement.text in text for figure in measurand.figures), measurand.id


def test_used_and_left_out_sentences_are_all_there_are() -> None:
    """What coverage lists as left out is marked on no page of a source."""
    dossier, _ = verified(ROOT)
    text = "\n".join(
        line_text(item)
        for section in page_of(ROOT, "coverage").sections
        for block in section.blocks
        for item in getattr(block, "items", ())
    )
    used, total = page_of(ROOT, "coverage").deck.split(" sentences")[0].split(" of ")
    assert int(total) - int(used) == len(re.findall(r"paragraph \d+ of our summary", text))
    for source in dossier.sources.values():
        body = next(
            value
            for value in inside(page_of(ROOT, f"sources/{source.id}").sections)
            if isinstance(value, SourceBody)
        )
        marked = [piece.text for item in body.paragraphs for piece in item.pieces if piece.used]
        assert not any(f"“{' '.join(words.split())}”" in text for words in marked)


def test_a_cell_of_the_matrix_leads_to_the_first_mention() -> None:
    """The number is a link to the paragraph."""
    section = next(each for each in page_of(ROOT, "coverage").sections if each.anchor == "mentions")
    topics = next(block for block in section.blocks if isinstance(block, Table))
    row = next(row for row in topics.rows if line_text(row.cells[0]) == "Rare earths")
    links = [run for cell in row.cells[1:] for run in cell.runs if isinstance(run, Link)]
    assert [link.target.page for link in links] == [f"sources/{name}" for name in verified(ROOT)[0].sources]
    assert all(link.target.anchor and link.target.anchor.startswith("p") for link in links)


def test_of_many_sources_the_matrix_shows_those_that_mention_most() -> None:
    """And says so."""
    dossier, _ = verified(ROOT)
    first = next(iter(dossier.sources.values()))
    many = {
        SourceId(f"copy-{n:02}"): dataclasses.replace(first, id=SourceId(f"copy-{n:02}")) for n in range(20)
    }
    _, page = coverage_page(Atlas(dataclasses.replace(dossier, sources=many)), {})
    section = next(each for each in page.sections if each.anchor == "mentions")
    assert f"Of 20 sources, the {MOST_SOURCES} that mention most." in "\n".join(
        line_text(block.line) for block in section.blocks if hasattr(block, "line")
    )
    tables = [block for block in section.blocks if isinstance(block, Table)]
    assert all(len(table.header) == 1 + MOST_SOURCES for table in tables)
