"""How each kind of page looks, measured: sizes, contrast, what is cut off or lies over something else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.project import Project
from tests.support.browsers import browser, served
from tests.whole.test_browser import KINDS

pytestmark = pytest.mark.browser

# The second subject has other scripts, long names and hostile words.
SECOND = KINDS | {
    "briefing": "briefings/river-water/",
    "round": "rounds/sallvik-round/",
    "side": "sides/kasteria/",
    "person": "people/irena-vetrova/",
    "organisation": "organisations/sound-institute/",
    "source": "sources/vetrova-interview/",
}

FAULTS = (Path(__file__).parent.parent / "support/look.js").read_text(encoding="utf-8")
WIDTHS = (390, 768, 1280)
A4 = 672  # pixels between the margins of the printed page

PLANTED = {
    "text of 9 px": "p.style.fontSize = '9px'",
    "contrast of": "p.style.color = 'rgb(200, 200, 200)'",
    "cut off": "p.style.whiteSpace = 'nowrap'; p.textContent = 'word '.repeat(400)",
    "text over text": "p.style.marginTop = '-30px'",
    "link on a line": "p.innerHTML = 'word<br><a class=headerlink href=#>¶</a>'",
}


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """One page for all tests: a profile of its own for each would fetch and compile the style anew."""
    with browser() as launched:
        yield launched.new_page(reduced_motion="reduce")


@pytest.fixture(scope="module")
def address(real: Project) -> Iterator[str]:
    with served(real.site) as where:
        yield where


@pytest.fixture(scope="module")
def second_address(second: Project) -> Iterator[str]:
    with served(second.site) as where:
        yield where


def open_in(page: Page, where: str) -> None:
    """Open an address on a desk, in light, whatever was looked at before."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(media="screen", color_scheme="light")
    page.goto(where, wait_until="networkidle")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_looks_right(page: Page, address: str, kind: str) -> None:
    """On a phone, a tablet and a desk, light and dark, and on paper."""
    assert faults_of(page, address + KINDS[kind]) == {}


@pytest.mark.parametrize("kind", SECOND)
def test_a_page_of_another_subject_looks_right(page: Page, second_address: str, kind: str) -> None:
    """Nothing of the look depends on the words of one subject."""
    assert faults_of(page, second_address + SECOND[kind]) == {}


def faults_of(page: Page, where: str) -> dict[tuple[int, str], list[str]]:
    """What is wrong with a page, by width and look; empty if nothing is."""
    open_in(page, where)
    faults: dict[tuple[int, str], list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.wait_for_timeout(50)
            faults[width, scheme] = page.evaluate(FAULTS)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults[width, scheme].append("scrolls sideways")
    page.set_viewport_size({"width": A4, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    faults[A4, "paper"] = page.evaluate(FAULTS)
    return {state: found for state, found in faults.items() if found}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_of_the_look_is_seen(page: Page, address: str, fault: str) -> None:
    """The measuring itself can fail."""
    open_in(page, address + "about/")
    page.evaluate(f"(() => {{ const p = document.querySelectorAll('article p')[3]; {PLANTED[fault]} }})()")
    assert any(found.startswith(fault) for found in page.evaluate(FAULTS))
