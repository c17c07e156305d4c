"""Access: every page of both subjects, light and dark, desk and phone; valid HTML; the keyboard."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.project import Project
from tests.support.access import Walk, at_home, page_faults, pages, walked
from tests.support.programs import needed
from tests.support.readers import Reader

LOOKS = pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])


@pytest.fixture(scope="module", params=["real", "second"])
def project(request: pytest.FixtureRequest) -> Project:
    """Each subject in turn."""
    found: Project = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def guest(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the subject's site, under its own path."""
    with at_home(project, tmp_path_factory.mktemp("home")) as reader:
        yield reader


@pytest.fixture(scope="module")
def walk(guest: Reader, project: Project) -> Walk:
    """What was found on the subject's pages."""
    return walked(guest, project.site)


@pytest.mark.browser
def test_no_page_has_an_access_fault(walk: Walk) -> None:
    """No violation of WCAG 2.2 A or AA, nor of good practice, that axe-core can find, in light and dark.

    In the dark, on a phone, pages are asked only the rules that a look can break; all others, of what the
    theme puts around every page on a phone, are asked of one page below.
    """
    assert walk.faults == []


PARAGRAPH = '<p id="planted">Words lead <a href="#">on</a> to words.</p>'
FAINT = {
    "color-contrast: <p": ("#planted", "color: rgb(150, 150, 150)"),
    "link-in-text-block: <a": ("#planted a", "color: rgb(60, 60, 90); text-decoration: none"),
}


@pytest.mark.browser
@pytest.mark.parametrize("fault", FAINT)
def test_a_faint_colour_is_found_where_all_else_was_seen_before(guest: Reader, fault: str) -> None:
    """What looks as on an earlier page is not asked again; a paragraph or a link that looks unlike it is."""
    page, seen = guest.open("about/"), set[str]()
    page.locator("article").evaluate("(it, html) => it.insertAdjacentHTML('beforeend', html)", PARAGRAPH)
    assert page_faults(page, seen=seen) == []
    place, style = FAINT[fault]
    page.locator(place).evaluate("(it, style) => { it.style.cssText = style; }", style)
    assert any(each.startswith(fault) for each in page_faults(page, seen=seen))
    assert page_faults(page, seen=seen) == []
    page.close()


@pytest.mark.browser
@LOOKS
def test_what_scripts_add_has_no_access_fault(guest: Reader, scheme: str, width: int) -> None:
    """A filtered list and an open card of evidence, by every rule in both looks."""
    page = guest.open("timeline/?kind=round", width=width, scheme=scheme)
    expect(page.locator(".filter output")).to_contain_text("shown")
    page.locator(".evidence, .note-ref").filter(visible=True).first.click()
    expect(page.locator("#evidence")).to_be_visible()
    assert page_faults(page) == []
    page.close()


@pytest.mark.browser
def test_the_keyboard_reaches_the_text_past_the_navigation(guest: Reader) -> None:
    """The first stop skips to the content, which lies in one main landmark under one heading."""
    page = guest.open("timeline/")
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"main [id='{target}']").count() == 1
    assert page.locator("main").count() == 1
    assert page.locator("h1").count() == 1
    page.close()


# What has the focus: whether it is in the page's text, and if so whether it is seen, with a mark, and whole.
FOCUSED = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  const [at, header] = [node, document.querySelector(".md-header")].map((it) => it.getBoundingClientRect());
  const style = getComputedStyle(node);
  return {
    isInText: Boolean(node.closest("article")),
    isSeen: at.height > 0 && at.top >= header.bottom - 1 && at.top < innerHeight,
    isMarked: style.outlineStyle !== "none",
    html: node.outerHTML.slice(0, 80),
  };
}"""


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "find/"])
def test_the_keyboard_goes_through_a_page_and_out_of_it(guest: Reader, path: str) -> None:
    """Each stop in the text shows that it has the focus, and nothing covers it; none is a trap."""
    page = guest.open(path)
    stops = []
    page.keyboard.press("Tab")
    while stop := page.evaluate(FOCUSED):
        stops.append(stop)
        assert len(stops) < 900
        page.keyboard.press("Tab")
    told = [stop for stop in stops if stop["isInText"]]
    assert len(told) > 15
    assert [stop["html"] for stop in told if not (stop["isSeen"] and stop["isMarked"])] == []
    page.close()


@pytest.mark.browser
def test_every_kind_of_page_is_heard_by_its_words(guest: Reader, project: Project) -> None:
    """Headings without the sign of their link, buttons and links with a name, levels without a gap."""
    one_of_each = {path.partition("/")[::2] for path in pages(project.site)}
    chosen = {top: f"{top}/{rest}" if rest else f"{top}/" for top, rest in sorted(one_of_each) if top}
    page = guest.open("")
    for path in ("", *chosen.values()):
        page.goto(guest.address + path.replace("404.html/", "404.html"), wait_until="load")
        page.wait_for_function("document.querySelector('.md-nav__container [role=button]')")
        heard = page.locator("body").aria_snapshot()
        headings = re.findall(r"- '?heading (?:\"(.*?)\" )?\[level=(\d)\]", heard)
        assert headings, path
        assert [name for name, _ in headings if not name or "¶" in name] == [], path
        levels = [int(level) for _, level in headings]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert re.findall(r"- (?:button|link)(?: \[[^\]]*\])*:?$", heard, re.MULTILINE) == [], path
    page.close()


@pytest.mark.browser
def test_a_table_is_a_stop_only_where_it_is_scrolled(guest: Reader) -> None:
    """By keys, sideways; a table that is shown whole needs none, however long it is."""
    page = guest.open("find/")
    page.locator(".fold > summary").first.click()
    box = page.locator(".fold .table-box").first
    expect(box).to_have_attribute("tabindex", "-1")
    box.evaluate("(box) => { box.style.width = '1rem'; }")
    expect(box).to_have_attribute("tabindex", "0")
    page.close()


@pytest.mark.browser
def test_text_at_200_percent_needs_no_sideways_scroll(walk: Walk) -> None:
    """On every page."""
    assert walk.wide == []


def test_every_page_is_valid_html(real: Project, second: Project) -> None:
    """No error that the Nu HTML checker finds in either subject, in one run: it takes long to warm up.

    Even so its run is too short for Java to gain from optimising the checker.
    """
    java = [needed("java"), "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    validator = [*java, "-jar", needed("vnu-jar")]
    command = [*validator, "--skip-non-html", "--format", "json", "--stdout"]
    sites = [str(project.site) for project in (real, second)]
    done = subprocess.run([*command, *sites], capture_output=True, text=True, check=False)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    errors = [f"{each.get('url')}: {each['message']}" for each in messages if each["type"] == "error"]
    assert errors == []
    pages = [page for site in sites for page in Path(site).rglob("*.html")]
    assert len({each["url"] for each in messages}) >= len(pages)
