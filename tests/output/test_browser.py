"""Pages in a browser: previews, phones, both colour schemes, without script, and with hostile words."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.model.blocks import Paragraph
from generator.model.editions import What
from generator.model.keys import SectionKey
from generator.model.pages import Edition, NavItem, Section, Since
from generator.model.publishers import Publisher
from generator.model.runs import Target
from generator.output.markdown.escape import cleaned
from generator.output.views import navigation, render
from tests.output.editions import a_page, an_edition
from tests.output.reading_html import shown
from tests.output.runs import a_line
from tests.output.test_escape import HOSTILE
from tests.support.browsers import browser as launched

pytestmark = pytest.mark.browser

CONFIGURATION = """
INHERIT: nav.yml
site_name: Sarn and Sound
site_url: https://example.org/sarn/
docs_dir: pages
theme: {name: material, font: false, features: [navigation.indexes, navigation.instant, navigation.sections]}
markdown_extensions: [attr_list, md_in_html, toc: {permalink: true}]
extra_css: [assets/briefing.css]
extra_javascript: [assets/previews.js, assets/filter.js]
validation: {links: {anchors: warn}}
"""
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; img-src 'self' data:"


def build(edition: Edition, folder: Path) -> Path:
    """The site of an edition, by MkDocs in strict mode."""
    for path, content in render(edition).items():
        file = folder / "pages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    shutil.copy(folder / "pages/rounds/sallvik.ics", folder / "pages")
    (folder / "pages/briefings").mkdir(exist_ok=True)
    shutil.copy(folder / "pages/rounds/sallvik.ics", folder / "pages/briefings")
    (folder / "nav.yml").write_bytes(navigation(edition, None))
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", "site"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under a content security policy that allows no inline style."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


def served(site: Path) -> Iterator[str]:
    """The address of a site while it is served."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests of this file."""
    with launched() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example edition, served."""
    since = Since(
        "the first edition of 2 June 2023",
        Target("timeline"),
        (("s-0000000000", What.ADDED), ("s-0000000001", What.CHANGED)),
    )
    pages = tuple(
        replace(page, since=since) if page.path == "briefings/water" else page for page in an_edition().pages
    )
    published = replace(an_edition(), pages=pages, publisher=Publisher("The Sarn Desk", "desk@sarn.example"))
    yield from served(build(published, tmp_path_factory.mktemp("site")))


def opened(
    browser: Browser, address: str, *, width: int = 1280, scheme: str = "light", script: bool = True
) -> Page:
    """A page that fails the test on any error or violation of the policy."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
        has_touch=width < 500,
    )
    context.set_default_timeout(5000)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(address)
    assert not problems
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_are_accessible(browser: Browser, site: str, width: int, scheme: str) -> None:
    """The axe rules of WCAG 2.2 A and AA find nothing on a page with every block."""
    page = opened(browser, site + "briefings/water/", width=width, scheme=scheme)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, context="article", options=rules).response["violations"]
    assert not [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
    page.context.close()


def test_nothing_sticks_out_on_a_small_phone(browser: Browser, site: str) -> None:
    """At 320 pixels a page scrolls down only; a wide table scrolls in its own box."""
    for path in ("", "briefings/water/", "timeline/", "rounds/"):
        page = opened(browser, site + path, width=320)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.context.close()


def test_the_dark_scheme_is_dark(browser: Browser, site: str) -> None:
    """Without a scheme of the theme's, that of the system is followed."""
    page = opened(browser, site, scheme="dark")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(20, 24, 29)"
    page.context.close()


def test_the_pointer_shows_the_evidence_and_it_goes(browser: Browser, site: str) -> None:
    """Hover shows the words and a link to them; the pointer may enter the card; Escape takes it away."""
    page = opened(browser, site + "briefings/water/")
    card = page.locator("#evidence")
    page.locator(".statement .evidence").first.hover()
    card.wait_for()
    assert "“Nothing was signed. The delegations agreed only on an agenda”" in card.inner_text()
    assert card.locator("a").first.get_attribute("href") == site + "sources/sallvik-opens/#q-00000001"
    card.hover()
    page.wait_for_timeout(500)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_evidence_stands_where_its_statement_is_still_seen(
    browser: Browser, site: str, width: int
) -> None:
    """Beside the text where there is room, else at the foot of the screen, never over the statement."""
    page = opened(browser, site + "briefings/water/", width=width)
    for mark in page.locator(".statement .evidence").all():
        mark.click()
        over = page.evaluate(
            """(() => {
            const [card] = document.querySelector("#evidence").getClientRects();
            const [...lines] = document.querySelector(".statement.shown").getClientRects();
            const isOver = (line) => line.left < card.right && line.right > card.left
              && line.top < card.bottom && line.bottom > card.top;
            const isOutside = card.left < 0 || card.right > innerWidth || card.bottom > innerHeight + 1;
            return [lines.some(isOver), isOutside];
            })()"""
        )
        assert over == [False, False], mark.inner_text()
    page.context.close()


def test_the_keyboard_goes_into_the_evidence_and_comes_back(browser: Browser, site: str) -> None:
    """Enter opens and enters it, Tab leads through it and on, Escape returns to the mark."""
    page = opened(browser, site + "briefings/water/")
    mark = page.locator(".statement .evidence").first
    card = page.locator("#evidence")
    mark.focus()
    page.keyboard.press("Enter")
    assert mark.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "evidence"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#evidence') !== null")
    page.keyboard.press("Escape")
    assert card.is_hidden()
    assert mark.evaluate("mark => mark === document.activeElement")
    page.keyboard.press("Enter")
    for _ in range(card.locator("a, button, select").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#evidence') === null")
    page.context.close()


def test_a_statement_is_taken_along_from_its_evidence(browser: Browser, site: str) -> None:
    """Its address, a reference to it in the style that was chosen last, and its passages, as text."""
    page = opened(browser, site + "briefings/water/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copied = "navigator.clipboard.readText()"
    card = page.locator("#evidence")
    mark = page.locator(".statement:has(.note-ref) .evidence").first
    statement = mark.evaluate("mark => mark.closest('.statement').id")
    mark.click()
    card.get_by_role("button", name="Copy link").click()
    card.get_by_text("Copied").wait_for()
    assert str(page.evaluate(copied)).endswith(f"#{statement}")
    card.get_by_role("combobox").select_option("Chicago")
    card.get_by_role("button", name="Copy citation").click()
    page.wait_for_function(f"{copied}.then(text => text.includes('As of'))")
    assert "Nothing was signed. In: The Sarn Desk. “Water: who gets it & why.”" in page.evaluate(copied)
    card.get_by_role("button", name="Copy with passages").click()
    page.wait_for_function(f"{copied}.then(text => text.includes('- “Nothing'))")
    assert "“Nothing was signed. The delegations agreed only on an agenda”" in page.evaluate(copied)
    report = str(card.get_by_role("link", name="Report an error").get_attribute("href"))
    assert report.startswith("mailto:desk@sarn.example?subject=")
    assert f"%23{statement}" in report
    page.locator(".statement .evidence").nth(1).click()
    assert card.get_by_role("combobox").input_value() == "Chicago"
    page.context.close()


def test_what_proves_is_closed_until_it_is_wanted(browser: Browser, site: str) -> None:
    """Sources, terms and notes are one block; a link into it opens it, and so does the printer."""
    page = opened(browser, site + "briefings/water/")
    assert page.locator("#note-1").is_hidden()
    page.evaluate("location.hash = 'note-1'")
    page.locator("#note-1").wait_for()
    page = opened(browser, site + "briefings/water/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#note-1").is_visible()
    page.context.close()


def test_what_an_edition_changed_is_marked_where_it_stands(browser: Browser, site: str) -> None:
    """On demand, in words too, on paper too; it stays chosen on the next page, until it is chosen away."""
    page = opened(browser, site + "briefings/water/")
    switch = page.get_by_role("switch", name="Show changes since the first edition of 2 June 2023")
    expect(switch).not_to_be_checked()
    expect(page.locator(".change-mark")).to_have_count(0)
    switch.focus()
    page.keyboard.press("Space")
    expect(page.locator(".change-mark")).to_have_text(["New: ", "Changed: "])
    page.emulate_media(media="print")
    for each in page.locator(".has-change").all():
        bar = each.evaluate("(box) => getComputedStyle(box, '::after').borderInlineStartWidth")
        assert bar == "3px"
    page.reload()
    expect(page.locator(".change-mark")).to_have_count(2)
    page.emulate_media(media="screen")
    page.get_by_role("switch").uncheck()
    expect(page.locator(".change-mark, .has-change")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("switch")).not_to_be_checked()
    page.context.close()


def test_without_scripts_a_link_leads_to_what_changed(browser: Browser, site: str) -> None:
    """There is no switch that nothing would answer."""
    page = opened(browser, site + "briefings/water/", script=False)
    told = page.locator(".changes-since").inner_text()
    assert told.strip() == "Changes since the first edition of 2 June 2023: 2 statements, old and new"
    assert page.locator(".changes-since input").is_hidden()
    page.locator(".changes-since a").click()
    assert page.url.endswith("/timeline/")
    page.context.close()


def test_the_menu_of_a_phone_opens_at_its_groups(browser: Browser, site: str) -> None:
    """From a page that stands deep in one, all groups are in sight, with the names of what they hold."""
    page = opened(browser, site + "briefings/water/", width=390)
    page.locator("label.md-header__button[for=__drawer]").click()
    menu = page.locator(".md-nav--primary")
    for name in ("Home", "Briefings", "Look up", "Glossary"):
        expect(menu.get_by_text(name, exact=True).first).to_be_in_viewport()
    menu.get_by_role("link", name="Glossary").click()
    page.wait_for_url("**/glossary/")
    page.context.close()


def test_the_keyboard_skips_to_the_notes(browser: Browser, site: str) -> None:
    """The way is seen when it is reached, and leads to the block, which opens."""
    page = opened(browser, site + "briefings/water/")
    way = page.get_by_role("link", name="Skip to sources and terms")
    assert way.evaluate("(link) => getComputedStyle(link.closest('ul')).clipPath") != "none"
    way.focus()
    assert way.evaluate("(link) => getComputedStyle(link.closest('ul')).clipPath") == "none"
    page.keyboard.press("Enter")
    expect(page.locator("#note-1")).to_be_visible()
    expect(page.locator("#__apparatus")).to_be_focused()
    page.context.close()


def test_a_note_is_called_by_its_source(browser: Browser, site: str) -> None:
    """Who hears a number hears whose words it leads to; once, however often the page is shown."""
    page = opened(browser, site + "briefings/water/")
    names = page.locator(".note-ref").evaluate_all("(found) => found.map((each) => each.ariaLabel)")
    assert names
    for name in names:
        assert re.fullmatch(r"Note \d+: [^:]+", name), name
    page.context.close()


def test_marks_do_not_cover_each_other(browser: Browser, site: str) -> None:
    """Each of several marks in a row can be pointed at, in an area fit for a finger."""
    page = opened(browser, site + "briefings/water/")
    for mark in page.locator(".evidence").all()[:2]:
        mark.hover()
        expect(mark).to_have_attribute("aria-expanded", "true")
        area = mark.evaluate(
            "e => [getComputedStyle(e, '::after').width, getComputedStyle(e, '::after').height]"
        )
        assert all(float(side.removesuffix("px")) >= 18 for side in area), area
    page.context.close()


def test_previews_answer_to_the_keyboard(browser: Browser, site: str) -> None:
    """Focus shows them, for links and for marks that are none; leaving hides them."""
    page = opened(browser, site + "briefings/water/")
    page.locator("article a").first.focus()
    seen = set()
    reason = page.locator(".when.has-aside .aside").first.evaluate("(node) => node.textContent").strip(" ()")
    for _ in range(16):
        page.keyboard.press("Tab")
        if page.locator(".preview").is_visible():
            seen.add(page.locator(".preview").inner_text().split("\n")[0])
    assert reason in seen
    assert any(words.startswith("A weir on the Sarn") for words in seen)
    page.context.close()


def test_a_tap_previews_before_it_leads_away(browser: Browser, site: str) -> None:
    """On a touch screen the first tap shows the preview, whose link leads on; a tap elsewhere hides it."""
    page = opened(browser, site + "briefings/water/", width=390)
    page.locator("a.term").first.tap()
    box = page.locator(".preview")
    assert box.is_visible()
    assert page.url == site + "briefings/water/"
    left, right = page.evaluate(
        "(b => [b.left, b.right])(document.querySelector('.preview').getBoundingClientRect())"
    )
    assert left >= 0
    assert right <= 390
    page.locator("h1").tap()
    assert box.is_hidden()
    page.locator("a.term").first.tap()
    box.locator("a").tap()
    page.wait_for_url(site + "glossary/#hollen-weir")
    page.context.close()


def test_previews_survive_instant_navigation(browser: Browser, site: str) -> None:
    """The theme replaces pages without loading them; evidence is shown on the next one too."""
    page = opened(browser, site + "briefings/water/")
    page.locator(".neighbours a").first.click()
    page.go_back()
    page.wait_for_url(site + "briefings/water/")
    page.locator(".evidence:has(.own)").first.click()
    assert "several places" in page.locator("#evidence").inner_text()
    page.context.close()


def test_quotations_that_overlap_are_marked_whole(browser: Browser, site: str) -> None:
    """A link to words marks every piece of them, and no others; the next link unmarks them."""
    page = opened(browser, site + "sources/sallvik-opens/#q-00000002")
    found = page.locator("mark.found")
    assert "".join(found.all_inner_texts()) == "The ferry line"
    page.evaluate("location.hash = 'q-00000001'")
    page.locator("mark#q-00000001.found").wait_for()
    assert found.all_inner_texts() == ["Nothing was signed."]
    page.context.close()


def test_nothing_is_lost_without_script(browser: Browser, site: str) -> None:
    """Reasons and bases are printed where they belong, notes stand at the end."""
    page = opened(browser, site + "briefings/water/", script=False)
    text = page.locator("article").inner_text()
    assert "(A summary of what the sources say in several places.)" in text
    assert page.locator(".own .aside").first.bounding_box()["width"] > 20  # type: ignore[index]
    assert page.locator("#note-1").is_visible()
    page.context.close()


def test_paper_has_all_the_words(browser: Browser, site: str) -> None:
    """Print has no navigation, spells out notes, addresses outside and its own, and shows asides."""
    page = opened(browser, site + "briefings/water/", scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    assert page.locator(".note-words").first.is_visible()
    assert page.locator(".own .aside").first.is_visible()
    address = page.evaluate(
        """() => {
          const link = document.createElement("a");
          Object.assign(link, { className: "external", href: "https://a.example/" });
          document.querySelector("article").append(link);
          return getComputedStyle(link, "::after").content;
        }"""
    )
    assert "https://a.example/" in address
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(15, 45, 78)"
    page.context.close()


def test_hostile_words_run_nothing_anywhere(browser: Browser, tmp_path: Path) -> None:
    """Titles, decks, labels, notes and lines full of attacks: shown as they are, nothing executed."""
    attack = "<img src=x onerror=window.hit=1><script>window.hit=1</script>"
    words = [attack, *HOSTILE]
    lines = tuple(Paragraph(a_line(each)) for each in words if each.strip())
    page = replace(
        a_page("index", title=f"A {attack} & 'title' \"here\"", deck=attack, description=attack),
        sections=(Section(SectionKey.OTHER, "attacks", f"Heading {attack}", lines),),
        notes=(),
        related=(),
        previous=None,
        following=None,
    )
    edition = replace(
        an_edition(page), site_name="Sarn", navigation=(NavItem(attack, "index"), NavItem(attack, None))
    )
    edition = replace(edition, navigation=(NavItem(attack, "index"),))
    for address in served(build(edition, tmp_path)):
        view = opened(browser, address)
        view.locator("[data-md-component=search-query]").click()
        view.keyboard.type("heading")
        view.locator(".md-search-result__item").first.wait_for(state="attached")
        assert view.evaluate("window.hit") is None
        title = view.locator("h1#top").inner_text().removesuffix("¶").strip()
        assert title.translate(STRAIGHT) == f"A {attack} & 'title' \"here\""
        assert view.title().startswith(f"A {attack}")
        shown_words = shown(view.locator("article.md-content__inner").inner_text()).translate(STRAIGHT)
        for each in words:
            assert shown(cleaned(each)).translate(STRAIGHT) in shown_words
        view.context.close()
