"""What comes out when a reader prints a page from the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from generator.project import Project
from tests.support.browsers import browser, served
from tests.support.pdfs import opened, squeezed, text_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(real: Project) -> Iterator[Page]:
    """The longest briefing, as it opens."""
    with browser() as launched, served(real.site) as address:
        found = launched.new_page()
        found.goto(f"{address}briefings/rare-earths/")
        yield found


def test_the_closed_block_is_printed_with_its_notes(page: Page) -> None:
    """The block of sources and notes is closed on the screen, open on paper, and closed again."""
    is_open = "document.querySelector('details.apparatus').open"
    assert not page.evaluate(is_open)
    last = page.locator("details.apparatus [id^=note-] .note-words").last.text_content()
    assert last
    assert squeezed(last) in text_of(page.pdf())
    page.locator("details.apparatus:not([open])").wait_for(state="attached")


def test_the_print_is_named_after_the_page(page: Page) -> None:
    """Browsers call the file as the page is titled."""
    with opened(page.pdf(tagged=True)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Rare earths")


def test_the_print_names_the_file_that_is_set_for_paper(page: Page) -> None:
    """Who prints from the browser learns that there is a shorter one; on the screen the line is not seen."""
    assert squeezed("the file pdf/briefings/rare-earths.pdf of this site") in text_of(page.pdf())
    assert not page.locator(".on-paper").is_visible()
