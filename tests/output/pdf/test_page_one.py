"""Page one stands alone, marks and notes lead to each other, and disputed questions give way in order."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from generator.model.blocks import Bullets, DotPlot, Heading, Paragraph
from generator.model.keys import Mark, ParagraphKey, SectionKey
from generator.model.kinds import KINDS, Kind
from generator.model.pages import Page
from generator.model.runs import Line, Plain, Status
from generator.output.pdf.disputes import has_further, shortened
from generator.output.pdf.document import WIDE, without_moves
from generator.output.pdf.fit import nodes_of
from generator.output.pdf.printer import printable_pages
from tests.support.dossiers import edition
from tests.support.pdfs import made, model_of, opened, printed, run, squeezed
from tests.support.projects import ROOT, SUBJECT
from tests.support.wording import ENGLISH


def asked(number: int) -> tuple[Heading, Bullets, Paragraph]:
    """A disputed question with its answer and what would settle it."""
    return (
        Heading(f"dispute-{number}", Line((Plain(f"Question {number}?"),))),
        Bullets((Line((Plain(f"Answer {number}."),)),)),
        Paragraph(Line((Plain("A count."),)), ParagraphKey.WOULD_SETTLE),
    )


def test_further_questions_keep_the_question() -> None:
    """The first two are whole; what would settle them goes first."""
    blocks = (*asked(1), *asked(2), *asked(3), *asked(4))
    assert shortened(blocks, ENGLISH, settling=True, whole=True) == blocks
    assert shortened(blocks[:6], ENGLISH, settling=True, whole=False) == blocks[:6]
    *first, last = shortened(blocks, ENGLISH, settling=False, whole=False)
    assert first == [*asked(1)[:2], *asked(2)[:2]]
    assert isinstance(last, Paragraph)
    assert last.line.text() == "Also disputed: Question 3? Question 4?"
    assert has_further(blocks)
    assert not has_further(blocks[:6])


def test_where_an_address_leads_now_is_no_matter_of_paper() -> None:
    """What was withdrawn is."""
    moved, gone = (Line((Status(mark, mark), Plain(" It met."))) for mark in (Mark.MOVED, Mark.WITHDRAWN))
    assert without_moves(Bullets((moved, gone))) == Bullets((gone,))
    assert without_moves(Bullets((moved,))) is None


@pytest.mark.slow
@pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=["real", "second"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_page_one_of_a_briefing_is_complete_in_itself(project: Path, paper: str) -> None:
    """Bottom line, picture, positions, what is next and key points all stand on it."""
    for page in (each for each in printable_pages(edition(project)) if each.kind is KINDS.topic):
        content = made(edition(project), page, paper)
        first = squeezed(run("pdftotext", content, "-l", "1", "-", "-").stdout.decode())
        for section in page.sections:
            if section.key in WIDE and section.heading:
                assert squeezed(section.heading) in first, (page.path, section.heading)
        with opened(content) as pdf:
            assert figures_on_page_one(pdf), page.path


def figures_on_page_one(pdf: pikepdf.Pdf) -> int:
    """How many pictures begin on the first page."""
    found, pending = 0, [pdf.Root.StructTreeRoot.K]
    while pending:
        each = pending.pop()
        if isinstance(each, pikepdf.Array):
            pending += list(each)
        elif isinstance(each, pikepdf.Dictionary):
            is_there = each.get("/S") == pikepdf.Name.Figure and each.get("/Pg") == pdf.pages[0].obj
            found += is_there
            pending += [each.K] if "/K" in each else []
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", [KINDS.topic, KINDS.round, KINDS.person], ids=["topic", "round", "person"])
def test_marks_lead_to_notes_and_notes_back(kind: Kind) -> None:
    """Within the file there is a link for each mark, and one for each note."""
    _, content = printed(ROOT, kind)
    model = model_of(content)
    nodes = [*nodes_of(model["sections"])]
    marks = sum(node.get("type") in {"note_ref", "remark"} or bool(node.get("letter")) for node in nodes)
    notes = [node for node in nodes_of([model["quoted"], model["summed"], model["listed"]]) if "key" in node]
    remarks = model["remarks"]
    assert isinstance(remarks, list)
    with opened(content) as pdf:
        links = [each for page in pdf.pages for each in page.get("/Annots", []) if "/Dest" in each]
    assert notes
    assert len(links) == marks + len(notes) + len(remarks)


@pytest.mark.slow
def test_a_plot_stands_below_its_question() -> None:
    """No heading of its own: the question is above it, and what it is of."""
    pages = [page for page in edition(ROOT).pages if page.kind is KINDS.topic and plots_of(page)]
    assert pages
    for page in pages:
        for before, caption in plots_of(page):
            assert isinstance(caption, Paragraph | Heading)
            assert isinstance(before, Heading) or isinstance(caption, Heading)


def plots_of(page: Page) -> list[tuple[object, object]]:
    """What stands two places and one before each plot among what is disputed."""
    blocks = [b for s in page.sections if s.key is SectionKey.DISPUTED for b in s.blocks]
    places = [at for at, block in enumerate(blocks) if isinstance(block, DotPlot)]
    return [(blocks[at - 2], blocks[at - 1]) for at in places]
