"""A site in another language than English: its frame, its scripts, its search."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.model.diagnostics import has_errors
from generator.pipeline import NOT_PRINTED, build
from generator.project import Project
from tests.support.projects import SUBJECT, copy_of, speak_german
from tests.support.readers import Reader, reading
from tests.support.searching import ITEMS, search

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second subject, our words in German."""
    project = Project(copy_of(SUBJECT, tmp_path_factory.mktemp("german") / "second"))
    speak_german(project.root)
    assert not has_errors(build(project, printing=NOT_PRINTED).problems)
    return project.site


@pytest.fixture(scope="module")
def reader(site: Path) -> Iterator[Reader]:
    with reading(site) as found:
        yield found


def test_the_search_works_in_another_language(reader: Reader) -> None:
    """Questions are understood and answered in it, by a script that is fetched when it is first asked."""
    page = reader.open("")
    assert not [name for name in reader.requests if name.endswith("/searching.js")]
    assert search(page, "Was ist Hollen Weir?")
    assert [name for name in reader.requests if name.endswith("/searching.js")]
    expect(page.locator(ITEMS).first.locator(".md-tag").first).to_have_text("Antwort")
    reader.assert_nothing_went_wrong()


def test_it_is_searched_from_disk_too(reader: Reader, site: Path, tmp_path: Path) -> None:
    """A frame that stands in for the worker finds the same files."""
    zipfile.ZipFile(site / "site.zip").extractall(tmp_path)
    page = reader.browser.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    box = page.locator("input.md-search__input")
    box.click()
    box.press_sequentially("weir")
    expect(page.locator("a.md-search-result__link").first).to_be_visible(timeout=15_000)


def test_filters_and_previews_speak_the_language_of_the_site(reader: Reader) -> None:
    """Scripts have their words from the build."""
    page = reader.open("timeline/")
    page.locator(".filter [name=words]").fill("ferry")
    expect(page.locator(".filter output")).to_have_text("2 von 18 angezeigt")
    page = reader.open("briefings/river-water/")
    page.locator("article .statement .evidence").first.click()
    expect(page.locator("#evidence")).to_contain_text("Quellenangabe kopieren")
    reader.assert_nothing_went_wrong()


def test_a_page_that_is_missing_says_so_in_the_language_of_the_site(reader: Reader) -> None:
    """With the way to the first page."""
    page = reader.open("404.html")
    expect(page.locator("h1")).to_have_text("Diese Seite gibt es nicht")
    expect(page.locator("article p a")).to_have_text("Startseite")
    assert page.locator("html").get_attribute("lang") == "de"
