"""The site's search in a real browser, as a reader uses it; tests/output has tables of what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.support.readers import Reader
from tests.support.searching import ITEMS, search

pytestmark = pytest.mark.browser

META = ".md-search-result__meta"


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


def test_results_show_the_kind_of_page(page: Page) -> None:
    """A reader sees whether a result is a briefing, a person or a source."""
    search(page, "Bessent")
    first = page.locator(ITEMS).first
    assert first.locator(".md-tag").first.inner_text() == "person"


def test_a_term_is_a_result_of_its_own(page: Page) -> None:
    """Its name is the heading, not that of the page on which it stands."""
    shown = search(page, "entity list")
    assert shown[0][0] == "glossary/#entity-list"
    assert page.locator(f"{ITEMS} h1").first.inner_text() == "Entity List"


def test_a_question_is_answered_before_the_results(page: Page) -> None:
    """Each sentence leads to the statement and tells how many sources it has; the status line says it."""
    shown = search(page, "who attended london")
    card = page.locator(ITEMS).first
    assert "Scott Bessent" in card.inner_text()
    assert "source" in card.locator("small").first.inner_text()
    assert all("#s-" in link for link in shown[0][1:])
    expect(page.locator(META)).to_have_attribute("role", "status")
    expect(page.locator(META)).to_contain_text("Who attended: London talks")


def test_the_enter_key_opens_the_best_result(page: Page) -> None:
    """What stands first is what opens."""
    search(page, "Lutnik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/howard-lutnick/**")


def test_words_that_nothing_is_like_are_said_to_be_nowhere(page: Page) -> None:
    """With a way on; the status line tells it too."""
    shown = search(page, "xylophonequartet")
    expect(page.locator(META)).to_have_text("Nothing on this site mentions “xylophonequartet”.")
    assert any(link.startswith("briefings/") for link in shown[0])


def test_text_that_is_pasted_or_composed_is_searched_for(page: Page) -> None:
    """Without any key: the box hears of it as input, or as the end of a composition."""
    box = page.locator("input.md-search__input")
    for event, words in (("input", "samarium"), ("compositionend", "fentanyl")):
        box.click()
        box.evaluate(
            "(box, [event, words]) => { box.value = words; box.dispatchEvent(new Event(event)); }",
            [event, words],
        )
        expect(page.locator(f"{ITEMS} h1").first).to_contain_text(words, ignore_case=True, timeout=15_000)


def test_a_text_of_any_length_is_searched_for(page: Page) -> None:
    """Ten thousand characters by mistake do not stop the page."""
    search(page, "samarium " * 1200)
    assert page.locator(ITEMS).count()
