"""The site as a file: unpacked, it is read and searched from disk, without a server."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.project import Project
from generator.site.gate import check_site
from tests.support.browsers import browser
from tests.support.readers import point_at

SUBJECTS = ("real", "second")
WORDS = {"real": "samarium", "second": "weir"}


@pytest.fixture(scope="module", params=SUBJECTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def unpacked(request: pytest.FixtureRequest, name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader unpacks, in a place with a space in its name."""
    project = request.getfixturevalue(name)
    assert isinstance(project, Project)
    folder = tmp_path_factory.mktemp("a reader's") / "downloads"
    zipfile.ZipFile(project.site / "site.zip").extractall(folder)
    return folder / "site"


def open_page(launched: Browser, file: Path, complaints: list[str]) -> Page:
    page = launched.new_page(viewport={"width": 1280, "height": 900})
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(file.as_uri())
    return page


@pytest.mark.browser
def test_the_site_is_searched_from_disk(unpacked: Path, name: str) -> None:
    """Search finds a page, the result opens it, a note previews, and a link leads to the next page."""
    complaints: list[str] = []
    with browser() as launched:
        page = open_page(launched, unpacked / "index.html", complaints)
        box = page.locator("input.md-search__input")
        box.click()
        box.press_sequentially(WORDS[name])
        found = page.locator("a.md-search-result__link").first
        expect(found).to_be_visible(timeout=15_000)
        found.click()
        page.wait_for_url(re.compile(r"^file:.*/index\.html"))
        expect(page.locator("h1")).to_be_visible()
        topic = next((unpacked / "briefings").glob("*/index.html"))
        page.goto(topic.as_uri())
        expect(point_at(page.locator(".statement .evidence").first)).to_be_visible()
        page.locator("a.md-logo").first.click()
        page.wait_for_url((unpacked / "index.html").as_uri() + "*")
    assert complaints == []


@pytest.mark.browser
def test_from_disk_a_page_reads_without_scripts(unpacked: Path) -> None:
    """Style, notes and links need none."""
    with browser() as launched:
        page = launched.new_context(java_script_enabled=False).new_page()
        page.goto(next((unpacked / "briefings").glob("*/index.html")).as_uri())
        page.locator("a.note-ref").first.click()
        expect(page.locator("#note-1")).to_be_visible()
        assert page.locator("body").evaluate("body => getComputedStyle(body).fontFamily") != "Times New Roman"


def test_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    """A browser shows a folder as a list of its files, so no link leads to one."""
    broken = [problem for problem in check_site(unpacked, ()) if problem.code.startswith("broken")]
    assert broken == []
    pages = sorted(path.relative_to(unpacked) for path in unpacked.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        tree = LexborHTMLParser((unpacked / page).read_text(encoding="utf-8"))
        for link in tree.css("a[href]"):
            written = link.attributes.get("href") or link.attributes.get("xlink:href") or ""
            address = written.split("#")[0].split("?")[0]
            assert not address.endswith(("/", "..")) or ":" in address, (page, link.html)
            assert "site.zip" not in address, page


def test_the_archive_says_nothing_of_when_and_where_it_was_made(request: pytest.FixtureRequest) -> None:
    """One moment for all files, in order, in one folder; nothing that only a host reads."""
    project = request.getfixturevalue("second")
    with zipfile.ZipFile(project.site / "site.zip") as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert all(each.startswith("site/") for each in names)
    assert not [
        each for each in names if each.endswith((".map", "_headers", "sitemap.xml")) or "/share/" in each
    ]
