"""The real site in a real browser: what a reader does, and what must not happen meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from generator.model import kinds
from generator.model.addresses import folder_of
from tests.support.autodiscovery import feeds_found
from tests.support.readers import Reader, point_at

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "briefings": "briefings/",
    "briefing": "briefings/rare-earths/",
    "rounds": "rounds/",
    "round": "rounds/london/",
    "sides": "sides/",
    "side": "sides/united-states/",
    "people": "people/",
    "person": "people/scott-bessent/",
    "organisations": "organisations/",
    "organisation": "organisations/commerce-ministry/",
    "timeline": "timeline/",
    "disagreements": "disagreements/",
    "figures": "figures/",
    "commitments": "commitments/",
    "coverage": "coverage/",
    "single-source": "single-source/",
    "find": "find/",
    "glossary": "glossary/",
    "sources": "sources/",
    "source": "sources/london-talks-resume/",
    "editions": "editions/",
    "about": "about/",
}


def test_a_page_of_every_kind_is_looked_at() -> None:
    """A new kind gets an address here."""
    patterns = {kind.key: folder_of(kind.address).replace("{id}", "[^/]+") for kind in kinds.KINDS}
    unseen = [
        key
        for key, pattern in patterns.items()
        if not any(re.fullmatch(pattern, address) for address in KINDS.values())
    ]
    assert unseen == []


@pytest.fixture(autouse=True)
def nothing_goes_wrong(reader: Reader) -> Iterator[None]:
    """No request leaves the host and nothing is complained of, whatever a test does."""
    yield
    reader.assert_nothing_went_wrong()


def test_no_page_scrolls_sideways(reader: Reader) -> None:
    """Tables scroll inside their own box, on the narrowest phone; `test_look` asks it of wider ones."""
    wide = []
    with reader.tabs(1, width=320) as (page,):
        for kind, path in KINDS.items():
            page.goto(reader.address + path, wait_until="networkidle")
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                wide.append(kind)
    assert wide == []


def test_evidence_shows_and_leads_to_the_marked_words(reader: Reader) -> None:
    """Hover shows the words; the link of the card opens the source at them, marked."""
    page = reader.open("briefings/rare-earths/")
    mark = page.locator(".statement:has(.note-ref) .evidence").first
    card = point_at(mark)
    expect(card).to_be_visible()
    passage = card.locator(".evidence-passages > li").first
    cited = passage.locator(".cited")
    words = (cited if cited.count() else passage.locator(".note-words").last).first.inner_text()
    words = words.strip("“” ")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    mark.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    card.get_by_role("link").first.click()
    page.wait_for_url("**/sources/**")
    marked = page.locator("mark.found")
    expect(marked.first).to_be_visible()
    assert words in " ".join("".join(marked.all_inner_texts()).split())
    page.get_by_role("link", name="Back to where you were").click()
    page.wait_for_url("**/briefings/rare-earths/")
    page.close()


def test_a_long_briefing_is_soon_walked_by_keyboard(reader: Reader) -> None:
    """One stop a statement, and none in what is closed: not more than 400 on any briefing."""
    page = reader.open("briefings/rare-earths/")
    stops = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
      .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true })).length"""
    assert page.evaluate(stops) <= 400
    page.close()


@pytest.mark.parametrize("kind", ["home", "briefing", "person"])
def test_the_theme_asks_for_no_sitemap_beside_a_feed(reader: Reader, kind: str) -> None:
    """The links to feeds are there before scripts run and after; the theme looks for them in between."""
    reader.requests.clear()
    page = reader.open(KINDS[kind])
    wanted = [address for _, address in feeds_found(page.request.get(page.url).text())]
    assert len(wanted) == (2 if kind == "home" else 4)
    assert [url for url in reader.requests if "sitemap" in url or "/feeds/" in url] == []
    shown = "[...document.querySelectorAll('head > link[rel=alternate]')].map(e => e.getAttribute('href'))"
    assert page.evaluate(shown) == wanted
    for address in wanted:
        assert page.request.get(urljoin(page.url, address)).ok
    page.close()


def test_without_scripts_a_briefing_reads_whole(reader: Reader) -> None:
    """Notes, timeline and find page need no JavaScript."""
    context = reader.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.address + "briefings/rare-earths/")
    page.locator("a.note-ref").first.click()
    expect(page.locator("#note-1")).to_be_visible()
    expect(page.locator("time").first).to_be_visible()
    expect(page.locator(".cite")).to_contain_text("/briefings/rare-earths/.")
    for path in ("timeline/", "find/"):
        page.goto(reader.address + path)
        items = page.locator("[data-facets]")
        assert items.count() > 20
        assert page.locator("[data-facets]:visible").count() == items.count()
        expect(page.locator(".filter")).to_be_hidden()
    context.close()


def test_colours_are_those_of_the_system_until_a_reader_chooses(reader: Reader) -> None:
    """A choice is kept from page to page, and can be given back to the system, which is then followed."""
    context = reader.browser.new_context(color_scheme="dark")
    page = context.new_page()
    is_dark = "parseInt(getComputedStyle(document.body).backgroundColor.slice(4)) < 128"
    page.goto(reader.address)
    for switch, at_once, later in (
        ("Theme: system. Switch to light", False, False),
        ("Theme: light. Switch to dark", True, True),
        ("Theme: dark. Switch to system", True, True),
    ):
        page.get_by_title(switch).click()
        assert page.evaluate(is_dark) is at_once
        page.goto(reader.address + "about/")
        assert page.evaluate(is_dark) is later
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert page.evaluate(is_dark) is False
    context.close()


def test_colours_are_chosen_by_keyboard(reader: Reader) -> None:
    """Enter goes on to the next choice, as the name of the control says; what a browser draws follows."""
    page = reader.open("")
    page.locator("[name=__palette]:checked").focus()
    for scheme, drawn in (("default", "light"), ("slate", "dark"), ("default", "light")):
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        assert page.evaluate("document.documentElement.style.colorScheme") == drawn
        expect(page.locator("[name=__palette]:checked")).to_be_focused()
    page.close()


def test_without_scripts_the_dark_is_whole(reader: Reader) -> None:
    """What is written in the dark can be read, and no choice is offered in vain."""
    context = reader.browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.address)
    expect(page.locator("[name=__palette] + label").first).to_be_hidden()
    for part in ("body", ".md-header", ".md-footer-meta", "details", "summary"):
        drawn = page.locator(part).first.evaluate(
            "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
        )
        ink, ground = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in drawn)
        assert ink > 300, part
        assert ground < 150, part
    context.close()
