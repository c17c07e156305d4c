"""A subject of any shape: no side, twelve, no round, sixty events, one bare article, another language.

What it lacks leaves no empty page, section, table or column behind; what remains is told as for any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.compose.crosslinks import web_of
from generator.model.blocks import (
    Block,
    Bullets,
    Callout,
    Cards,
    Columns,
    Comparison,
    Fact,
    Facts,
    KeyFigures,
    SourceBody,
    Table,
    Timeline,
)
from generator.model.kinds import KINDS
from generator.model.pages import Edition, NavItem, Page
from generator.model.runs import Line
from generator.model.values import parts_of
from generator.pipeline import check, composed
from generator.project import Project
from generator.words import words_in
from tests.support.left_behind import Known, left_behind
from tests.support.pseudo import disguised_catalogue, speaking_from
from tests.support.shapes import FOLDER, SHAPES, project_of_shape

LISTS = {
    Bullets: "items",
    Callout: "lines",
    Cards: "cards",
    Columns: "columns",
    Comparison: "groups",
    Facts: "rows",
    KeyFigures: "figures",
    Table: "rows",
    Timeline: "moments",
}
"""What each block that lists things has of them."""
FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours|wir|uns|unser\w*)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Project]:
    """A project of each shape."""
    folder = tmp_path_factory.mktemp("shapes")
    return {name: Project(project_of_shape(name, folder / name)) for name in SHAPES}


@pytest.fixture(scope="module")
def editions(projects: dict[str, Project]) -> dict[str, Edition]:
    """What each shape makes, which has no problem of any sort."""
    found = {name: composed(project) for name, project in projects.items()}
    return {name: edition for name, (edition, _) in found.items() if edition}


@pytest.fixture(params=SHAPES)
def edition(request: pytest.FixtureRequest, editions: dict[str, Edition]) -> Edition:
    """The edition of a shape."""
    return editions[request.param]


def blocks(page: Page) -> Iterator[Block]:
    """All blocks of a page."""
    return (block for section in page.sections for block in section.blocks)


def said(page: Page) -> str:
    """The words of a page outside its sources' text."""
    inside = tuple(block for block in blocks(page) if not isinstance(block, SourceBody))
    lines = (line.text() for line in parts_of(inside, Line))
    tables = (text for table in parts_of(inside, Table) for text in (table.caption, *table.header))
    headings = (section.heading or "" for section in page.sections)
    labels = (row.label for row in parts_of(inside, Fact))
    return "\n".join((page.title, page.deck, *headings, *tables, *labels, *lines))


def nav_pages(items: tuple[NavItem, ...]) -> Iterator[str]:
    """The pages that the navigation leads to."""
    for item in items:
        yield from (item.page,) if item.page else ()
        yield from nav_pages(item.items)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_clean(shape: str, projects: dict[str, Project]) -> None:
    """Neither an error nor a warning: links and anchors of all pages are among what is checked."""
    _, problems = check(projects[shape])
    assert not problems


def test_no_page_is_empty(edition: Edition) -> None:
    """Nor is a section, a table, a list or a column of one."""
    for page in edition.pages:
        assert page.sections, page.path
        for section in page.sections:
            assert section.blocks, (page.path, section.heading)
        for block in blocks(page):
            listed = LISTS.get(type(block))
            assert listed is None or getattr(block, listed), (page.path, block)
            if isinstance(block, Columns):
                assert all(column.items for column in block.columns), (page.path, block)


def test_no_column_of_a_table_says_nothing(edition: Edition) -> None:
    """Where a subject has no talk rounds, nobody is told to have attended none."""
    words = words_in(edition.language)
    nothing = {words("value.none"), words("people.no-rounds")}
    for page in edition.pages:
        for table in (block for block in blocks(page) if isinstance(block, Table)):
            for at, name in enumerate(table.header):
                cells = {row.cells[at].text() for row in table.rows}
                assert not cells <= nothing, (page.path, name, cells)


def test_links_lead_to_pages_that_say_something(edition: Edition) -> None:
    """Those of the pages, of the navigation and of the home page's cards."""
    filled = {page.path for page in edition.pages if page.sections}
    assert {*nav_pages(edition.navigation)} <= filled
    for page in edition.pages:
        assert {link.target.page for link in web_of(page).links} <= filled, page.path


def test_cards_of_the_home_page_count_something(edition: Edition) -> None:
    """No way in leads to nothing."""
    home = next(page for page in edition.pages if page.kind is KINDS.home)
    cards = [card for block in blocks(home) if isinstance(block, Cards) for card in block.cards]
    assert cards
    assert all(card.count != "0" for card in cards)


def test_what_is_counted_in_a_deck_is_there(edition: Edition) -> None:
    """“No figures for no things measured” is no way to open a page."""
    for page in edition.pages:
        assert not re.match(r"(?:No|Keine?)\b", page.deck), (page.path, page.deck)


def test_no_page_speaks_in_the_first_person(edition: Edition) -> None:
    """A site is its editors', not the program's."""
    for page in edition.pages:
        if page.kind is not KINDS.source:
            assert not FIRST_PERSON.search(said(page)), (page.path, FIRST_PERSON.search(said(page)))


def test_the_picture_is_called_what_it_shows(editions: dict[str, Edition]) -> None:
    """It is of the talks if there are any, of what happened if not, and absent if nothing did."""
    words = words_in("en")
    titles = {}
    for name, found in editions.items():
        home = next(page for page in found.pages if page.kind is KINDS.home)
        titles[name] = [each.heading for each in home.sections if each.anchor == "picture"]
    assert titles["bare"] == []
    assert titles["twelve_sides"] == [words("chart.title")]
    assert titles["no_rounds"] == titles["no_sides"] == [words("chart.title-of-events")]


def test_a_shape_has_the_pages_of_what_it_has(editions: dict[str, Edition]) -> None:
    """And no index of what it has not."""
    kinds = {name: {page.kind for page in found.pages} for name, found in editions.items()}
    assert kinds["bare"].isdisjoint({KINDS.timeline, KINDS.glossary, KINDS.figures, KINDS.people})
    assert kinds["no_sides"].isdisjoint({KINDS.sides, KINDS.rounds, KINDS.commitments})
    assert kinds["no_sides"] >= {KINDS.people, KINDS.figures, KINDS.topics, KINDS.timeline}
    assert kinds["no_rounds"] >= {KINDS.sides, KINDS.side, KINDS.timeline}
    sides = [page for page in editions["twelve_sides"].pages if page.kind is KINDS.side]
    assert len(sides) == 12


def test_a_german_site_is_german(tmp_path: Path) -> None:
    """Headings, decks, lines and tables: what its authors and sources did not write is said in German."""
    words = disguised_catalogue(tmp_path / "words", language="de")
    known, english = Known(FOLDER / "german", "de"), dict[str, str]()
    project = Project(project_of_shape("german", tmp_path / "project"))
    with speaking_from(words):
        found, _ = composed(project)
        assert found is not None
        for page in found.pages:
            for phrase in left_behind(said(page), known):
                english.setdefault(phrase, page.path)
    assert not english
