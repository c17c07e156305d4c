"""A page as clean Markdown: what pandoc and CommonMark read of it is what the page says."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.model.addresses import SiteAddress
from generator.model.blocks import Paragraph
from generator.model.keys import SectionKey
from generator.model.pages import Page, Section
from generator.model.runs import Added, External, Line, Link, NoteRef, Plain, Removed, Strong, Target
from generator.output.documents.commonmark import page_commonmark
from generator.output.documents.llms import llms_file
from generator.output.views import NOWHERE
from tests.output.editions import a_page, an_edition, numbered
from tests.output.golden_files import agrees
from tests.support.taken import LIVE, elements, pandoc, read_as_commonmark, tree, words

SITE = SiteAddress("https://example.org/water/", "en")


def markdown(page: Page, site: SiteAddress = NOWHERE) -> str:
    return page_commonmark(an_edition(), page, site).decode()


def said(*runs: object) -> str:
    """The Markdown of a line of these runs, at its place on a page."""
    line = Paragraph(Line(tuple(runs)))  # type: ignore[arg-type]  # a builder takes any run
    section = Section(SectionKey.OTHER, None, None, (line,))
    return markdown(a_page("about", deck="", related=(), sections=(section,))).split("\n\n")[3]


def test_a_page_as_markdown_is_to_be_read() -> None:
    """Every block, in Markdown that somebody has read."""
    assert agrees("taken.md", markdown(numbered(a_page())))


def test_its_front_matter_tells_what_it_is() -> None:
    """Title, day, language, version and address, each as plain YAML."""
    told = yaml.safe_load(markdown(numbered(a_page()), SITE).split("---\n")[1])
    assert told == {
        "title": "Water: who gets it & why",
        "date": "2023-06-02",
        "language": "en",
        "version": "1a2b3c4d5e6f7a8b",
        "site": "Sarn and Sound",
        "address": "https://example.org/water/briefings/water/",
    }


@pytest.mark.slow
@pytest.mark.parametrize("page", an_edition().pages, ids=lambda page: page.path)
def test_pandoc_reads_a_page_without_a_mark_left_over(page: Page) -> None:
    """Nothing raw, each note with its passage, no mark of Markdown in any word."""
    blocks = tree(markdown(page).encode())
    assert not {name for name, _ in elements(blocks)} & LIVE
    plain = pandoc(markdown(page).encode(), "markdown", "plain")
    for mark in ("{:", "<span", "[^", "**", "|--", "&#"):
        assert mark not in plain, mark
    told = {words(note) for name, note in elements(blocks) if name == "Note"}
    for note in page.notes:
        assert any(note.lines[-1].words.text.split()[0] in each for each in told)


def test_commonmark_reads_lists_tables_and_headings() -> None:
    """A reader that knows nothing of ours finds the page's own structure."""
    _, kinds = read_as_commonmark(markdown(numbered(a_page())).split("---\n", 2)[2])
    for kind in ("heading", "bullet_list", "table", "blockquote", "strong", "s", "link"):
        assert f"{kind}_open" in kinds
    assert not kinds & {"html_inline", "html_block", "image", "code_inline", "fence", "code_block"}


def test_a_note_is_defined_once_and_only_if_it_is_marked() -> None:
    """Whatever number of times it is marked."""
    text = markdown(numbered(a_page()))
    defined = re.findall(r"^\[\^(\w+)\]: ", text, re.MULTILINE)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(re.findall(r"\[\^(\w+)\](?!: )", text))


def test_links_are_whole_where_the_site_says_where_it_lives() -> None:
    """Else they lead from where the file lies to where pages are shown; the same words lead there once."""
    link = Link("the round", Target("rounds/sallvik", "outcome"))
    line = Paragraph(Line((link, Plain(" and "), link)))
    section = Section(SectionKey.OTHER, None, None, (line,))
    page = a_page("briefings/water", deck="", related=(), sections=(section,))
    whole, lying = (markdown(page, site).split("\n\n")[3] for site in (SITE, NOWHERE))
    assert whole == "[the round](https://example.org/water/rounds/sallvik/#outcome) and the round"
    assert lying == "[the round](../../rounds/sallvik/#outcome) and the round"


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Plain("Stop!"), Link("x", Target("about"))), "Stop\\![x](../about/)"),
        ((Strong("A: "), Plain("b")), "**A:** b"),
        ((Plain("a"), Strong("“b”"), Plain("c")), "a“b”c"),
        ((Strong("a"), Strong("b")), "**ab**"),
        ((Removed("old"), Added("new")), "~~old~~ **new**"),
        ((Plain("a"), Removed(", b"), Plain("c")), "a ~~, b~~c"),
        ((External("x|y", "https://e.example/a(b)|*c"),), "[x\\|y](https://e.example/a%28b%29%7C%2Ac)"),
        ((External("x", "javascript:alert(1)"),), "x"),
        ((Plain("1. "), Strong("x")), "1\\. **x**"),
    ],
)
def test_runs_that_touch_keep_apart(runs: tuple[object, ...], expected: str) -> None:
    """Delimiters, links and marks beside each other are read as what they are."""
    assert said(*runs) == expected


def test_what_is_not_of_the_page_is_not_a_note() -> None:
    """Text that looks like a note is text; a mark of ours is a mark."""
    assert said(Plain("[^1] and [^2]: x"), NoteRef(1, 1)) == r"\[\^1\] and \[\^2\]: x[^1]"


def test_llms_lists_every_page_with_a_line() -> None:
    """A title, what the site is in a quotation, and links to the Markdown of each page (llmstxt.org)."""
    text = llms_file(an_edition(), SITE).decode()
    assert agrees("llms.txt", text)
    title, about, *_ = text.split("\n\n")
    assert title == "# Sarn and Sound"
    assert about.startswith("> ")
    for page in an_edition().pages:
        assert f"](https://example.org/water/data/{page.path}.md): " in text
