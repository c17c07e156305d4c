"""The site's search in a real browser, as a reader uses it: a table of queries for each subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.support.readers import Reader
from tests.support.searching import ITEMS, is_right, queries, search

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(reader: Reader) -> Iterator[Page]:
    page = reader.open("")
    yield page
    page.close()


@pytest.fixture
def page(reader: Reader, opened: Page) -> Iterator[Page]:
    """One page for all queries: loading it takes longer than searching."""
    if urlparse(opened.url).path != "/":
        opened.goto(reader.address)
    yield opened
    reader.assert_nothing_went_wrong()


@pytest.mark.parametrize("query", queries("real"), ids=lambda query: query["query"])
def test_a_query_finds_what_its_reader_looks_for(page: Page, query: dict[str, Any]) -> None:
    """Names, slips of the pen, other names, figures, phrases, places, dates and quoted words."""
    shown = search(page, query["query"])
    assert is_right(query, shown), shown[:4]


def test_results_show_the_kind_of_page(page: Page) -> None:
    """A reader sees whether a result is a briefing, a person or a source."""
    search(page, "Bessent")
    first = page.locator(ITEMS).first
    assert first.locator(".md-tag").first.inner_text() == "person"


def test_notes_and_copies_of_other_pages_do_not_flood_the_results(page: Page) -> None:
    """The words of a source are found on its page, not once for each note that quotes them."""
    shown = search(page, "sluggish distribution of rare earth minerals")
    assert not [link for links in shown for link in links if re.search(r"#(note|terms|sources|in)\b", link)]


def test_the_enter_key_opens_the_best_result(page: Page) -> None:
    """What stands first is what opens."""
    search(page, "Lutnik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/howard-lutnick/**")


def test_words_that_nothing_is_like_find_nothing(page: Page) -> None:
    """The search says so."""
    box = page.locator("input.md-search__input")
    box.click()
    box.fill("xylophonequartet")
    box.press("End")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
