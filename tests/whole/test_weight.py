"""A briefing is light: what is transferred before anybody searches, and what a first picture waits for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.project import Project
from tests.support.browsers import browser
from tests.support.hosts import Host, hosted
from tests.support.sites import a_copy
from tests.whole.test_locked_down import home_of, pages_of

pytestmark = pytest.mark.browser

MOST_BYTES = 100_000
TO_FIND = ("/assets/search/start.js", "/assets/search/words-", "/assets/search/entries-")
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking" && entry.initiatorType === "link")
  .map((entry) => new URL(entry.name).pathname)"""


def first_visit(launched: Browser, host: Host, path: str) -> tuple[dict[str, int], list[str]]:
    """The bytes of each answer to a reader who was never here, and the style sheets that hold up the page."""
    host.sent.clear()
    page = launched.new_page()  # of a profile of its own, which has kept nothing
    page.goto(host.address + path, wait_until="networkidle")
    blocking: list[str] = page.evaluate(BLOCKING)
    page.close()
    return dict(host.sent), blocking


def test_a_briefing_is_under_100_kb_before_search(real: Project) -> None:
    """Compressed as hosts do; nothing of what there is to find is fetched."""
    paths = [path for path in pages_of(real.site) if path.startswith("briefings/")]
    with browser() as launched, hosted(real.site, home_of(real.site)) as host:
        sizes = {path: first_visit(launched, host, path) for path in paths}
    assert sizes
    for path, (sent, blocking) in sizes.items():
        assert sum(sent.values()) < MOST_BYTES, (path, sent)
        assert not [name for name in sent if any(part in name for part in TO_FIND)]
        own = [name for name in blocking if "/assets/stylesheets/" not in name]
        assert [name.rpartition("/")[2] for name in own] == ["briefing.css"]


def test_a_search_that_could_not_be_fetched_is_tried_again(real: Project, tmp_path: Path) -> None:
    """A phone that loses its network for a moment does not lose the search."""
    site = a_copy(real, tmp_path / "project").site
    with browser() as launched, hosted(site, home_of(site)) as host:
        page = launched.new_page()
        page.goto(host.address, wait_until="networkidle")
        moved = site / "assets/search/start.js"
        moved.rename(moved.with_suffix(".away"))
        try:
            page.keyboard.press("/")
            with page.expect_response("**/assets/search/start.js"):
                page.keyboard.type("samari")
        finally:
            moved.with_suffix(".away").rename(moved)
        page.keyboard.type("um")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        page.close()


def test_what_there_is_to_find_is_fetched_at_the_first_letter(real: Project) -> None:
    """Opening the search fetches nothing; a word fetches the parts that it needs."""
    with browser() as launched, hosted(real.site, home_of(real.site)) as host:
        page = launched.new_page()
        page.goto(host.address, wait_until="networkidle")
        host.sent.clear()
        page.keyboard.press("/")
        expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
        assert not host.sent
        page.keyboard.type("samarium")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        for part in TO_FIND:
            assert [name for name in host.sent if part in name]
        page.close()
