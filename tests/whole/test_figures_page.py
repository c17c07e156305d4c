"""The table of figures in a browser: sorted and copied by hand and by keyboard, whole without either."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from tests.support.browsers import browser, served

pytestmark = pytest.mark.browser

VALUES = "document.querySelector('tbody').querySelectorAll('[data-sort]:nth-child(2)')"
NUMBERS = f"() => [...{VALUES}].map((cell) => Number(cell.dataset.sort))"


@pytest.fixture(scope="module")
def launched() -> Iterator[Browser]:
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def address(real: Project) -> Iterator[str]:
    with served(real.site) as where:
        yield f"{where}figures/"


@pytest.fixture
def page(launched: Browser, address: str) -> Iterator[Page]:
    context = launched.new_context(permissions=["clipboard-read", "clipboard-write"])
    made = context.new_page()
    made.goto(address, wait_until="networkidle")
    yield made
    context.close()


def test_a_header_sorts_within_each_unit_and_says_so(page: Page) -> None:
    """By keyboard too, first up, then down; a screen reader is told."""
    header = page.get_by_role("columnheader", name="Value")
    assert header.get_attribute("aria-sort") == "none"
    button = header.get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    rising = page.evaluate(NUMBERS)
    assert rising == sorted(rising)
    assert header.get_attribute("aria-sort") == "ascending"
    status = page.locator(".comparison output")
    expect(status).to_have_text("Sorted by “Value” within each unit, ascending.")
    page.keyboard.press("Space")
    assert page.evaluate(NUMBERS) == sorted(rising, reverse=True)
    assert header.get_attribute("aria-sort") == "descending"
    assert page.locator(".comparison tbody > tr:first-child:not(.unit)").count() == 0


def test_what_is_copied_is_what_the_file_holds(page: Page, real: Project) -> None:
    """Without asking for the file again: it works from a disk too."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Copy as CSV").click()
    expect(page.locator(".comparison output")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    held = (real.site / "data/figures.csv").read_text(encoding="utf-8-sig")
    assert copied.split() == held.split()
    assert not asked


def test_the_file_is_linked_and_the_table_whole_without_scripts(launched: Browser, address: str) -> None:
    """No button that does nothing; every figure with the words that say what it counts."""
    context = launched.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    assert plain.locator(".comparison button").count() == 0
    link = plain.get_by_role("link", name="All figures as a file (CSV)")
    answer = context.request.get(f"{address}{link.get_attribute('href')}")
    assert answer.ok
    assert len(answer.text().splitlines()) == 1 + plain.locator("[data-facets]").count()
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_a_card_a_figure(page: Page, width: int) -> None:
    """Nothing is scrolled sideways, and the headers that sort are there to be touched."""
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = page.locator(".comparison .table-box")
    assert box.evaluate("(each) => each.scrollWidth - each.clientWidth") <= 0
    for button in page.locator(".comparison th button").all():
        place = button.bounding_box()
        assert place
        assert place["height"] >= 24
        assert place["x"] + place["width"] <= width
