"""What would keep the dossier from being set is found before it is set, and names its item."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.addresses import SiteAddress
from generator.model.blocks import Bullets, DotPlot
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.origins import Origins
from generator.model.pages import Edition, Section
from generator.model.runs import Line, Link, Target
from generator.output.pdf.document import Node
from generator.output.pdf.refusals import Printed, broken_crossrefs
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT


def found_in(changed: Edition, project: Path = SUBJECT) -> list[str]:
    problems = broken_crossrefs(changed, SiteAddress(), Origins(verified(project)[0]).of)
    return [f"{problem.code}: {problem.message}" for problem in problems]


@pytest.mark.parametrize("project", [BASE, SUBJECT, ROOT], ids=lambda path: path.name)
def test_a_sound_edition_prints_all_that_it_refers_to(project: Path) -> None:
    """No reference without its place, no mark without its quotation."""
    assert found_in(edition(project), project) == []


def with_block(block: Bullets | DotPlot) -> Edition:
    """The second subject's edition with a block more on its first topic."""
    found = edition(SUBJECT)
    topic = next(page for page in found.pages if page.kind is KINDS.topic)
    more = replace(topic, sections=(*topic.sections, Section(SectionKey.OTHER, "more", "More", (block,))))
    return replace(found, pages=tuple(more if page is topic else page for page in found.pages))


@pytest.mark.parametrize("path", ["sources/index", "glossary", "rounds/index", "coverage", "index", "find"])
def test_a_reference_to_a_list_of_pages_is_no_reference_to_one_of_them(path: str) -> None:
    """Only sources have letters: their list is a chapter, with a number and a page."""
    changed = with_block(Bullets((Line((Link("all of them", Target(path)),)),)))
    assert found_in(changed) == []


def test_a_picture_of_nothing_names_the_page() -> None:
    """What cannot be drawn is told by `check`, not by the typesetter."""
    (problem,) = found_in(with_block(DotPlot("Flow", "", "", ())))
    assert "its picture “Flow” has no values to draw" in problem


def test_what_is_not_printed_is_missed() -> None:
    """Each kind of reference, to a place, a quotation, a remark or a letter that is not there."""
    printed = Printed(
        frozenset({"a", "sources/x"}), frozenset({"q"}), frozenset({"ed1"}), frozenset({"sources/x"})
    )
    there: tuple[Node, ...] = (
        {"type": "link", "to": "a", "source": False},
        {"type": "link", "to": "sources/x", "source": True},
        {"type": "link", "to": None},
        {"type": "note_ref", "key": "q"},
        {"type": "remark", "letter": "ed1"},
        {"type": "when", "letter": None},
    )
    missing: tuple[Node, ...] = (
        {"type": "link", "to": "b"},
        {"type": "term", "to": "c"},
        {"type": "link", "to": "a", "source": True},
        {"type": "note_ref", "key": "r"},
        {"type": "remark", "letter": "ed2"},
        {"type": "when", "letter": "ed2"},
    )
    assert not any(map(printed.lacks, there))
    assert all(map(printed.lacks, missing))
