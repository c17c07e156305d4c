"""Every page of both subjects below the path of its address, under the policy that it asks its host for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from generator.project import Project
from tests.support.browsers import browser
from tests.support.hosts import Host, headers_in, hosted
from tests.support.readers import Reader

pytestmark = pytest.mark.browser

SUBJECTS = ("real", "second")
TABS = 8


@pytest.fixture(scope="module", params=SUBJECTS)
def project(request: pytest.FixtureRequest) -> Project:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Project)
    return found


@pytest.fixture(scope="module")
def host(project: Project) -> Iterator[Host]:
    with hosted(project.site, home_of(project.site)) as found:
        yield found


@pytest.fixture(scope="module")
def strict_reader(host: Host) -> Iterator[Reader]:
    with browser() as launched:
        yield Reader(host.address, launched)


def home_of(site: Path) -> str:
    """The path below which the site says that it lives; the page for what is not found relies on it."""
    found = re.search(r'rel="canonical" href="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    assert found
    return urlsplit(found[1]).path


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages, from the site's own."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(file.removesuffix("index.html") for file in files)


def test_no_page_asks_for_what_the_policy_forbids(project: Project, strict_reader: Reader) -> None:
    """Each page as header and as meta element: no violation, no request elsewhere, nothing missing."""
    paths = pages_of(project.site)
    with strict_reader.tabs(TABS) as tabs:
        for some in (paths[start : start + TABS] for start in range(0, len(paths), TABS)):
            for path, page in zip(some, tabs, strict=False):
                page.goto(strict_reader.address + path, wait_until="commit")
            for path, page in zip(some, tabs, strict=False):
                page.wait_for_load_state("networkidle")
                assert page.locator("h1").count() == 1, path
    strict_reader.assert_nothing_went_wrong()


def test_search_and_previews_work_under_the_policy(project: Project, strict_reader: Reader) -> None:
    """What needs scripts runs with the scripts that the policy names."""
    topic = next(path for path in pages_of(project.site) if re.fullmatch("briefings/[^/]+/", path))
    page = strict_reader.open(topic)
    page.locator(".statement .evidence").first.click()
    page.locator("#evidence").get_by_role("button", name="Copy citation").click()
    expect(page.locator("#evidence [role=status]")).not_to_be_empty()
    title = page.locator("h1").inner_text().split("\n")[0].strip("¶ ")
    box = page.locator("input.md-search__input")
    box.click()
    box.press_sequentially(title)
    links = page.locator("a.md-search-result__link")
    expect(links.first).to_be_visible(timeout=15_000)
    assert any(topic in str(link.get_attribute("href")) for link in links.all()[:5])
    page.close()
    strict_reader.assert_nothing_went_wrong()


def test_the_policy_runs_no_script_that_a_page_brings(project: Project, strict_reader: Reader) -> None:
    """Scripts by hash and file alone; the header forbids frames as well, and leaks no address."""
    asked = headers_in(project.site)
    scripts = re.search(r"script-src ([^;]*)", asked["Content-Security-Policy"])
    assert scripts
    assert "unsafe" not in asked["Content-Security-Policy"]
    assert all(word == "'self'" or word.startswith("'sha256-") for word in scripts[1].split())
    assert "frame-ancestors 'none'" in asked["Content-Security-Policy"]
    assert asked["Referrer-Policy"] == "same-origin"
    strict_reader.complaints.clear()
    page = strict_reader.open("")
    ran = page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.slippedIn = true";
          document.head.append(script);
          return window.slippedIn === true;
        }"""
    )
    page.close()
    assert not ran
    assert len(strict_reader.complaints) == 2, "the policy of the header blocks it, and that of the page"
    assert all("script-src" in said for said in strict_reader.complaints)
    strict_reader.complaints.clear()


def test_links_that_leave_the_site_give_nothing_away(project: Project) -> None:
    """They hand over neither the page's window nor its address; the page itself says so too."""
    for path in pages_of(project.site):
        file = project.site / path / "index.html" if not path.endswith(".html") else project.site / path
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        assert tree.css_matches("meta[name=referrer][content=same-origin]"), path
        for link in tree.css("a[href]"):
            if urlsplit(link.attributes.get("href") or "").scheme in ("http", "https"):
                rel = set((link.attributes.get("rel") or "").split())
                assert {"noopener", "noreferrer"} <= rel, (path, link.html)


def test_the_second_subject_has_links_that_leave_the_site(second: Project) -> None:
    """Without one the test above would look at nothing."""
    text = "".join(file.read_text(encoding="utf-8") for file in second.site.rglob("*.html"))
    assert 'rel="noopener noreferrer"' in text
