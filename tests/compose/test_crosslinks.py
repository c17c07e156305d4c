"""Whatever would break in the web form of an edition is found before it is built, and names its item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compose.crosslinks import broken_crosslinks
from generator.model.blocks import Bullets, Heading
from generator.model.diagnostics import Diagnostic
from generator.model.keys import SectionKey
from generator.model.origins import Origins
from generator.model.pages import Edition, NavItem, Page, Section
from generator.model.runs import Line, Link, NoteRef, Plain, Target
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT

TOPIC = "briefings/river-water"


@pytest.mark.parametrize("project", [BASE, SUBJECT, ROOT], ids=lambda path: path.name)
def test_a_sound_edition_has_no_broken_link(project: Path) -> None:
    """Every link leads somewhere, every place stands once."""
    assert found_in(edition(project), project) == []


def found_in(changed: Edition, project: Path = SUBJECT) -> list[Diagnostic]:
    return list(broken_crosslinks(changed, Origins(verified(project)[0])))


def with_page(path: str, change: Callable[[Page], Page]) -> Edition:
    """The second subject's edition with one page changed."""
    found = edition(SUBJECT)
    pages = tuple(change(page) if page.path == path else page for page in found.pages)
    return replace(found, pages=pages)


def with_line(line: Line) -> Edition:
    """The same with a line more on the topic's page."""
    section = Section(SectionKey.OTHER, "more", "More", (Bullets((line,)),))
    return with_page(TOPIC, lambda page: replace(page, sections=(*page.sections, section)))


@pytest.mark.parametrize(
    "target",
    [
        Target("briefings/nothing"),
        Target("glossary", "nothing"),
        Target(TOPIC, "ref-1-999"),
        Target("sources/index", "letter-a"),
    ],
)
def test_a_link_to_nowhere_names_the_item_its_page_and_where_it_leads(target: Target) -> None:
    """A page that is not there, or one that lacks the place."""
    (problem,) = found_in(with_line(Line((Link("Hollen Weir", target),))))
    assert problem.code == "link-to-nowhere"
    assert f"({TOPIC}): “Hollen Weir” leads to {target.page}" in problem.message
    assert problem.span is not None
    assert problem.span.path.startswith("content/")


def test_a_note_without_its_mark_names_the_words_that_it_quotes() -> None:
    """The fault of an edition whose home page wrote more lines than it showed."""
    page = next(each for each in edition(SUBJECT).pages if each.path == TOPIC)
    note = page.notes[-1]
    shown = tuple(
        replace(section, blocks=tuple(each for each in section.blocks if not _refers(each, note.number)))
        for section in page.sections
    )
    problems = found_in(with_page(TOPIC, lambda page: replace(page, sections=shown)))
    assert any(
        problem.code == "link-to-nowhere"
        and f"note {note.number} leads back to a mark" in problem.message
        and note.evidence.exact in problem.message
        for problem in problems
    )


def _refers(value: object, number: int) -> bool:
    return f"NoteRef(number={number}, " in repr(value)


def test_an_anchor_that_stands_twice_names_both_places_and_the_entry() -> None:
    """Two headings of one name; the place is where the entry of this id was written."""
    blocks = tuple(Heading("hollen-weir", Line((Plain(text),))) for text in ("First", "Second"))
    section = Section(SectionKey.OTHER, "more", "More", blocks)
    (problem,) = found_in(with_page(TOPIC, lambda page: replace(page, sections=(*page.sections, section))))
    assert problem.code == "anchor-repeated"
    assert "“hollen-weir”: the entry “First” and the entry “Second”" in problem.message
    assert problem.span == verified(SUBJECT)[0].entries["hollen-weir"].span  # type: ignore[index]


def test_the_navigation_leads_to_pages() -> None:
    """What stands on no page is looked at as well."""
    found = edition(SUBJECT)
    lost = NavItem("Group", None, (NavItem("Lost", "lost"),))
    (problem,) = found_in(replace(found, navigation=(*found.navigation, lost)))
    assert problem.message.startswith("the navigation: “Lost” leads to lost,")


def test_a_mark_without_its_note_names_the_page() -> None:
    """It would lead to a note that is not there."""
    (problem,) = found_in(with_line(Line((NoteRef(999, 1),))))
    assert problem.code == "link-to-nowhere"
    assert f"({TOPIC}): a mark leads to note 999, which the page does not have" in problem.message
