"""Blocks, runs and pages as Markdown, against golden files and through the Markdown engine."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from generator.model.blocks import (
    Block,
    Bullets,
    Paragraph,
    SourceBody,
    SourceParagraph,
    Table,
    Tense,
    Timeline,
)
from generator.model.dates import parse
from generator.model.keys import SectionKey
from generator.model.pages import Section
from generator.model.runs import (
    External,
    Line,
    Link,
    NoteRef,
    PersonMark,
    Plain,
    Quoted,
    Run,
    SideMark,
    Strong,
    SupportMark,
    Target,
    Term,
    When,
)
from generator.model.sources import Piece
from generator.output.markdown.escape import cleaned
from generator.output.markdown.inline import line
from generator.output.markdown.page import TEMPLATES, block_markdown, page_markdown, plain_text, snake
from generator.output.typography import curled
from tests.output.builders import a_timeline, every_block
from tests.output.editions import a_page, an_edition, numbered
from tests.output.golden_files import agrees
from tests.output.reading_html import Page, html_of, shown
from tests.output.runs import a_line, a_note, every_run
from tests.support.wording import ENGLISH

PAGE = "briefings/water"
BLOCKS = {snake(type(block).__name__): block for block in reversed(every_block())}
HOSTILE = "<b>*x*</b> {: #__config } [y](javascript:z) | `q` &amp; \"'"


def test_every_kind_of_block_has_a_template_and_a_golden() -> None:
    """The closed set of blocks is the list of templates."""
    kinds = {snake(kind.__name__) for kind in get_args(Block)}
    assert kinds == set(BLOCKS)
    assert kinds == {path.name.removesuffix(".md.j2") for path in (TEMPLATES / "blocks").iterdir()}


@pytest.mark.parametrize("kind", BLOCKS)
def test_blocks_are_written_as_they_were(kind: str) -> None:
    """Each block as somebody last read and approved it."""
    assert agrees(f"{kind}.md", block_markdown(BLOCKS[kind], PAGE, ENGLISH) + "\n")


def test_a_page_is_written_as_it_was() -> None:
    """Front matter, title, deck, files, sections, related, notes and the end of a page."""
    assert agrees("page.md", page_markdown(an_edition(), numbered(a_page())))


def test_a_timeline_with_anchors_has_permalinks() -> None:
    """The page that owns the anchors shows where each moment can be linked to."""
    assert agrees(
        "timeline_anchored.md", block_markdown(a_timeline(anchored=True), "timeline", ENGLISH) + "\n"
    )


@pytest.mark.parametrize("kind", BLOCKS)
def test_blocks_leave_no_markup_unread(kind: str) -> None:
    """The Markdown engine consumes every attribute list and every `markdown` attribute of a block."""
    html = html_of(block_markdown(BLOCKS[kind], PAGE, ENGLISH))
    page = Page(html)
    assert "{:" not in html
    assert "markdown" not in {name for _, attributes in page.elements for name in attributes}
    assert "style" not in {name for _, attributes in page.elements for name in attributes}


def test_every_run_is_an_element_of_its_own() -> None:
    """The marks of a line become links, times, superscripts, all inside its paragraph."""
    page = Page(html_of(line(every_run(), PAGE, ENGLISH)))
    assert page.tags()[0] == "p"
    assert "p" not in page.tags()[1:]
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    assert links == [
        *(
            "../glossary.md#orsund",
            "../glossary.md#hollen-weir",
            "#note-1",
            "#note-3",
            "../people/astrid-fennhalm.md",
            "../people/ada-okonjo.md",
            "../rounds/sallvik.md",
        ),
        "https://example.org/register?a=1&b=2",
    ]
    assert [attributes["datetime"] for tag, attributes in page.elements if tag == "time"] == [
        "2022-11",
        "2023-02-14",
    ]


@pytest.mark.parametrize(
    "run",
    [
        Plain(HOSTILE),
        Strong(HOSTILE),
        Quoted(HOSTILE),
        Link(HOSTILE, Target("glossary")),
        Term(HOSTILE, Target("glossary", "x"), HOSTILE),
        External(HOSTILE, "https://example.org/"),
        External(HOSTILE, "javascript:alert(1)"),
        SideMark(HOSTILE, 2, Target("glossary", "x")),
        When(HOSTILE, None, HOSTILE),
        SupportMark(HOSTILE, (HOSTILE, HOSTILE), 1),
        PersonMark(HOSTILE, 1, Target("people/x"), HOSTILE),
    ],
)
def test_hostile_words_stay_words_in_every_run(run: Run) -> None:
    """Text in a run is shown, and brings neither elements nor attributes with it."""
    page = Page(html_of(line(Line((Plain("x "), run, Plain(" y"))), PAGE, ENGLISH)))
    told = curled(HOSTILE, ENGLISH, before="x ", after=" y", within=isinstance(run, Quoted))
    assert shown(cleaned(told)) in page.text("p")
    names = {name for _, attributes in page.elements for name in attributes}
    assert names <= {"class", "href", "rel", "data-about", "data-search-exclude", "aria-hidden"}
    assert not {"b", "em", "code"} & set(page.tags())
    assert "javascript:alert(1)" not in {attributes.get("href") for _, attributes in page.elements}


@pytest.mark.parametrize(
    ("tag", "frame"),
    [
        ("p", "{}"),
        ("li", "- {}"),
        ("td", '<table markdown="1"><tr markdown="1"><td markdown="span">{}</td></tr></table>'),
        ("h3", "### {} {{: #here }}"),
    ],
)
def test_a_term_may_end_any_block(tag: str, frame: str) -> None:
    """The attribute list of a last link is not taken for its block's."""
    run = Term("t", Target("glossary", "x"), "a b")
    page = Page(html_of(frame.format(line(a_line("x ", run), PAGE, ENGLISH))))
    assert page.attribute("a", "class") == "term"
    assert page.text(tag) == "x t"


def test_marks_that_touch_share_a_superscript() -> None:
    """`1,3` and not `13`; marks apart stay apart."""
    runs = line(a_line("a", NoteRef(1, 1), NoteRef(3, 1), " b", NoteRef(2, 1)), PAGE, ENGLISH)
    assert Page(html_of(runs)).text("p") == "a1,3 b2"
    assert runs.count("<sup") == 2


def test_two_lists_in_a_row_stay_two() -> None:
    """Blocks do not run together."""
    two = [block_markdown(Bullets((a_line("a"),)), PAGE, ENGLISH)] * 2
    assert Page(html_of("\n\n".join(two))).tags() == ["ul", "li", "ul", "li"]


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    [
        ("2025-06-09", {"datetime": "2025-06-09"}),
        ("2025-06~", {"datetime": "2025-06", "data-edtf": "2025-06~"}),
        ("2025-05/..", {"datetime": "2025-05", "data-edtf": "2025-05/.."}),
        ("../2025", {"datetime": "2025", "data-edtf": "../2025"}),
    ],
)
def test_dates_are_told_to_machines(edtf: str, attributes: dict[str, str]) -> None:
    """`datetime` is a date that HTML knows; `data-edtf` has the whole where that says less."""
    page = Page(html_of(line(a_line("x ", When("words", parse(edtf))), PAGE, ENGLISH)))
    assert [found for tag, found in page.elements if tag == "time"] == [attributes]


def test_words_that_two_quotations_begin_with_have_both_anchors() -> None:
    """Each note leads to its words, also where quotations overlap."""
    pieces = (
        Piece("a ", ("q-1",)),
        Piece("b", ("q-2", "q-3"), used=True),
        Piece("c", ("q-4",), sentence_used=True),
    )
    body = SourceBody("en", (SourceParagraph(1, pieces, ()),))
    page = Page(html_of(block_markdown(body, "sources/x", ENGLISH)))
    assert [a["id"] for _, a in page.elements if "id" in a] == ["p1", "q-1", "q-3", "q-2", "q-4"]
    assert page.text("p") == "1 a bc"
    assert page.attribute("p", "lang") == "en"


def test_a_full_stop_after_a_quotation_is_not_underlined() -> None:
    """It would look like a comma; words of the same sentence are."""
    pieces = (Piece("Nothing was signed", ("q-1",), used=True), Piece(". ", sentence_used=True))
    ended = block_markdown(SourceBody("en", (SourceParagraph(1, pieces, ()),)), "sources/x", ENGLISH)
    more = (*pieces[:1], Piece(", it says. ", sentence_used=True))
    assert "sentence-used" not in ended
    assert "sentence-used" in block_markdown(
        SourceBody("en", (SourceParagraph(1, more, ()),)), "sources/x", ENGLISH
    )


def test_tenses_have_headings_only_where_they_meet() -> None:
    """A timeline of past moments alone needs no word for it."""
    mixed = a_timeline()
    past = Timeline(tuple(moment for moment in mixed.moments if moment.tense is Tense.PAST))
    assert "timeline-heading" in block_markdown(mixed, PAGE, ENGLISH)
    assert "timeline-heading" not in block_markdown(past, PAGE, ENGLISH)


def test_headings_name_themselves_without_marks() -> None:
    """The table of contents shows the words of a heading, not the numbers of its notes."""
    assert plain_text(a_line("Hollen Weir", NoteRef(3, 1))) == "Hollen Weir"


def test_tables_that_differ_have_different_keys() -> None:
    """Captions label their own table, also where two of a page are alike."""
    tables = [Table("Same", ("A",), ()), Table("Same", ("B",), ())]
    keys = {
        Page(html_of(block_markdown(table, PAGE, ENGLISH))).attribute("table", "aria-labelledby")
        for table in tables
    }
    assert len(keys) == 2


def test_an_empty_line_is_no_trouble() -> None:
    """A cell without words, a paragraph without words."""
    assert block_markdown(Paragraph(Line(())), PAGE, ENGLISH) == ""


@pytest.mark.parametrize(
    "target",
    [Target("../etc/passwd x"), Target("a", "__config"), Target("a", 'x" y'), Target("a b"), Target("")],
)
def test_what_is_unfit_to_be_an_address_is_refused(target: Target) -> None:
    """Ids come from authors and are checked; this is the second lock."""
    with pytest.raises(ValueError, match="not fit"):
        line(a_line(Link("x", target)), PAGE, ENGLISH)


def test_titles_make_no_identifiers() -> None:
    """The engine would make an id of a title; one of the theme's own would take the theme over."""
    page = replace(
        a_page(title="__config", notes=()), sections=(Section(SectionKey.OPENING, None, "__search", ()),)
    )
    read = Page(html_of(page_markdown(an_edition(), page)))
    assert [a["id"] for tag, a in read.elements if tag in ("h1", "h2")] == ["top", "search", "related"]


def test_notes_carry_words_source_and_ways_back() -> None:
    """A note is complete without the script: exact words, a link to them, a link to each mark."""
    page = replace(a_page(), sections=(), related=(), notes=(a_note(1, HOSTILE, 2),))
    read = Page(html_of(page_markdown(an_edition(), page)))
    notes = [attributes for _, attributes in read.elements if attributes.get("id") == "note-1"]
    links = [a["href"] for tag, a in read.elements if tag == "a" and "note" in (a.get("class") or "")]
    assert len(notes) == 1
    assert links == ["#ref-1-1", "../sources/sallvik-opens.md#q-00000001", "#ref-1-2"]
    assert shown(cleaned(f"“{HOSTILE}”")) in read.text("ol")


@pytest.mark.parametrize("is_fed", [True, False])
def test_what_else_there_is_of_a_page_stands_in_one_menu(is_fed: bool) -> None:
    """Its attachments, the feed of its changes if it has one, its text and its data; closed at first."""
    text = page_markdown(an_edition(), a_page(is_fed=is_fed))
    (menu,) = re.findall(r'<details class="forms".*?</details>', text, re.DOTALL)
    files = re.findall(r"\]\(([^)]*)\)", menu)
    feed = ["../feeds/briefings/water.atom"] if is_fed else []
    assert files == ["sallvik.ics", *feed, "../data/briefings/water.txt", "../data/briefings/water.json"]
    assert " open" not in menu.partition(">")[0]
