"""Lists and tables that a reader filters, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.readers import Reader

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def nothing_goes_wrong(reader: Reader) -> Iterator[None]:
    """No request leaves the host and nothing is complained of, whatever a test does."""
    yield
    reader.assert_nothing_went_wrong()


def field(page: Page, name: str) -> Locator:
    """A field of the filter."""
    return page.locator(f".filter [name={name}]")


def counted(page: Page) -> int:
    """How many items are shown, which the filter tells."""
    told = page.locator(".filter output")
    expect(told).to_have_text(re.compile(r"^\d+ of \d+ shown$"))
    shown = page.locator("[data-facets]:visible").count()
    assert told.inner_text().startswith(f"{shown} of ")
    return shown


def test_statements_of_one_source_are_filtered_by_words(reader: Reader) -> None:
    """Folds open; rows without the words go, and headings without a row; how many stay is told."""
    page = reader.open("single-source/")
    assert page.locator("[data-facets]:visible").count() == 0
    whole = page.locator("[data-facets]").count()
    headings = page.locator("h2:visible").count()
    words = field(page, "words")
    words.fill("samarium")
    assert 0 < counted(page) < whole
    assert page.locator("h2:visible").count() < headings
    page.locator(".filter button").click()
    expect(page.locator("[data-facets]:visible")).to_have_count(whole)
    expect(words).to_have_value("")
    page.close()


def test_a_slip_of_the_pen_finds_what_was_meant(reader: Reader) -> None:
    """Where no item has the word as it was typed; accents need not be typed."""
    page = reader.open("find/")
    words = field(page, "words")
    words.fill("bessent")
    meant = counted(page)
    words.fill("besennt")
    assert counted(page) == meant > 0
    words.fill("xylophonequartet")
    assert counted(page) == 0
    page.close()


def test_the_timeline_is_filtered_and_the_address_says_how(reader: Reader) -> None:
    """Whoever opens the address sees the same choice; so does who comes back to it."""
    page = reader.open("timeline/")
    field(page, "side").select_option("China")
    field(page, "kind").select_option("Round")
    shown = counted(page)
    assert "side=china" in page.url
    assert "kind=round" in page.url
    other = reader.open(page.url.removeprefix(reader.address))
    assert counted(other) == shown
    other.close()
    page.locator(".moment:visible .moment-title a").first.click()
    page.wait_for_url("**/rounds/**")
    page.go_back()
    assert counted(page) == shown
    page.locator(".filter button").click()
    expect(page).to_have_url(f"{reader.address}timeline/")
    page.close()


def test_an_unknown_choice_in_the_address_hides_nothing(reader: Reader) -> None:
    """An old or mistyped address still shows the page."""
    page = reader.open("timeline/?side=atlantis")
    expect(field(page, "side")).to_have_value("")
    assert page.locator("[data-facets]:visible").count() == page.locator("[data-facets]").count()
    page.close()


@pytest.mark.parametrize("path", ["timeline/", "figures/", "commitments/", "single-source/", "find/"])
def test_filters_are_worked_by_the_keyboard_and_fit_a_phone(reader: Reader, path: str) -> None:
    """Each control has a name and is large enough to touch."""
    page = reader.open(path, width=320)
    for control in page.locator(".filter :is(select, input):visible").all():
        assert control.evaluate("(field) => field.labels.length") == 1
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24
    field(page, "words").focus()
    page.keyboard.type("china")
    counted(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_an_address_opens_the_fold_that_it_leads_into(reader: Reader) -> None:
    """Of an entry of the glossary, at once and when a link on the page leads there."""
    page = reader.open("glossary/")
    folds = page.locator(".fold:not([open])")
    closed = folds.count()
    assert closed > 1
    last = folds.last.locator("h3").last.get_attribute("id")
    page.evaluate("(name) => { location.hash = name; }", last)
    expect(folds).to_have_count(closed - 1)
    expect(page.locator(f"[id='{last}']")).to_be_in_viewport()
    other = reader.open(f"glossary/#{last}")
    expect(other.locator(f"[id='{last}']")).to_be_in_viewport()
    other.close()
    page.close()
