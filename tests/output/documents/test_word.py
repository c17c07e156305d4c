"""A page and the dossier as Word files: opened by others' programs, sound by the rules, always the same."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.model.addresses import SiteAddress
from generator.model.blocks import Paragraph
from generator.model.keys import SectionKey
from generator.model.pages import Edition, Page, Section
from generator.model.runs import EditorMark, External, Line, Link, NoteRef, Plain, Run, Strong, Target
from generator.output.documents.takeaway import dossier_word, page_word, taken_along
from generator.output.markdown.escape import cleaned
from tests.output.editions import a_page, an_edition, numbered
from tests.output.test_escape import for_all_hostile
from tests.support.taken import (
    W,
    faults_of_word,
    fields_of_word,
    pandoc,
    parts_of_word,
    word_paragraphs,
)

SITE = SiteAddress("https://example.org/water/", "en")
WHOLE = an_edition()


def word(page: Page, edition: Edition = WHOLE, site: SiteAddress = SITE) -> bytes:
    return page_word(edition, page, site, "a4")


def a_page_of(*runs: Run) -> Page:
    section = Section(SectionKey.OTHER, None, None, (Paragraph(Line(runs)),))
    return a_page(sections=(section,), deck="", related=())


@pytest.mark.parametrize("page", WHOLE.pages, ids=lambda page: page.path)
def test_a_page_is_sound_and_says_what_it_is(page: Page) -> None:
    """Parts, relations, places and styles that Word asks for; its days are the edition's, not a clock's."""
    made = word(page)
    assert not [*faults_of_word(made)]
    about = docx.Document(io.BytesIO(made)).core_properties
    assert (about.title, about.author, about.language) == (page.title, "Sarn and Sound", "en-GB")
    assert str(about.created) == str(about.modified) == "2023-06-02 00:00:00+00:00"


def test_structure_is_that_of_the_page() -> None:
    """Title, headings by level, lists, tables with their header, as another program finds them."""
    page = numbered(a_page())
    opened = docx.Document(io.BytesIO(word(page)))
    styles = [each.style.name for each in opened.paragraphs if each.style]
    assert styles[:3] == ["Title", "Subtitle", "Small"]
    assert {"Heading 1", "Heading 2", "List Bullet", "List Bullet 2", "Quote", "Callout"} <= {*styles}
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == [
        "Who",
        "Undertakes",
        "Value",
        "Due",
        "Status",
    ]


def test_passages_are_footnotes_and_remarks_endnotes() -> None:
    """The passage in words, under the number that it has on the page; what is marked again leads back."""
    page = numbered(a_page())
    parts = parts_of_word(word(page))
    told = ["".join(note.itertext()).strip() for note in parts["word/footnotes.xml"]][2:]
    assert told[0].startswith("“Nothing was signed. The delegations agreed only on an agenda” ¶ 2.")
    remarks = ["".join(note.itertext()).strip() for note in parts["word/endnotes.xml"]][2:]
    assert remarks[0].startswith("Date: The report of February 2023")
    again = [
        link
        for link in parts["word/document.xml"].iter(f"{W}hyperlink")
        if link.get(f"{W}anchor") == "footnote_1"
    ]
    assert again
    assert {"".join(link.itertext()) for link in again} == {"1"}


@pytest.mark.slow
def test_pandoc_reads_the_page_and_its_notes() -> None:
    """The words of the page, in its order, and each note where it is marked."""
    page = numbered(a_page())
    plain = pandoc(word(page), "docx", "plain")
    for said in ("Orsund wants more water over", "Nothing was signed.", "A point.", "“A river is not a tap"):
        assert said in plain
    assert "between 20 and 30 per cent of the flow" in plain


def test_languages_stand_on_their_runs() -> None:
    """Of names in another script, of words of a source in another language; and which way they run."""
    edition = replace(an_edition(), languages=(("王文涛", "zh-Hans"),))
    made = word(a_page_of(Plain("Wang Wentao (王文涛) and شرح")), edition)
    runs = [*parts_of_word(made)["word/document.xml"].iter(f"{W}r")]
    told = {"".join(run.itertext()): run for run in runs}
    eastern = told["王文涛"].find(f"{W}rPr/{W}lang")
    assert eastern is not None
    assert eastern.get(f"{W}eastAsia") == "zh-Hans"
    assert told["شرح"].find(f"{W}rPr/{W}rtl") is not None


def test_links_are_the_authors_and_whole() -> None:
    """A site without an address has no links but those out of it; an address that could run code is none."""
    runs = (
        Link("the round", Target("rounds/sallvik")),
        External("register", "https://example.com/?a=1&b=2"),
        External("trap", "javascript:alert(1)"),
    )
    for site, expected in (
        (SITE, {"https://example.org/water/rounds/sallvik/", "https://example.com/?a=1&b=2"}),
        (SiteAddress(), {"https://example.com/?a=1&b=2"}),
    ):
        parts = parts_of_word(word(a_page_of(*runs), site=site))
        links = {
            each.get("Target") for each in parts["word/_rels/document.xml.rels"] if each.get("TargetMode")
        }
        assert links == expected


@for_all_hostile
def test_whatever_a_text_holds_the_file_says_it_and_runs_nothing(text: str) -> None:
    """In a paragraph, a link, a remark; nothing is lost, and the one field is the number of the page."""
    page = a_page_of(Plain(f"x{text}x"), Strong(text), EditorMark(f"y{text}y"), NoteRef(1, 1))
    made = word(page)
    assert not [*faults_of_word(made)]
    assert fields_of_word(made) == {" PAGE "}
    told = "\n".join(word_paragraphs(made))
    for said in (f"x{text}x", f"y{text}y"):
        assert squeezed(cleaned(said)) in squeezed(told)


def squeezed(text: str) -> str:
    """Text without white space, whatever marks of quotation it was set with."""
    return re.sub("[\"'“”„‘‚’]", "'", "".join(text.split()))


def test_the_dossier_is_one_file_with_its_chapters() -> None:
    """Chapters as headings, links within it, footnotes counted through; sound as a page is."""
    made = dossier_word(WHOLE, SITE, "a4")
    assert not [*faults_of_word(made)]
    assert fields_of_word(made) == {" PAGE "}
    opened = docx.Document(io.BytesIO(made))
    headings = [(each.style.name, each.text) for each in opened.paragraphs if each.style]
    assert headings[0] == ("Title", "Dossier")
    assert ("Heading 1", "Talk rounds") in headings
    links = parts_of_word(made)["word/document.xml"].iter(f"{W}hyperlink")
    assert any((each.get(f"{W}anchor") or "").startswith("place_") for each in links)


def test_the_same_edition_gives_the_same_bytes() -> None:
    """In another process, another zone, with another seed; each file of the zip has the first day of zips."""
    code = (
        "import hashlib; from tests.output.documents.test_word import *\n"
        "files = taken_along(WHOLE, SITE, 'a4')\n"
        "print(hashlib.sha256(b''.join(files[path].make() for path in files)).hexdigest())"
    )
    root = Path(__file__).parents[3]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root)},
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1
    with zipfile.ZipFile(io.BytesIO(word(WHOLE.pages[0]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_is_made_anew_if_its_page_changed() -> None:
    """And the dossier; no other page's."""
    changed = {
        page.path: replace(page, version="0" * 16) for page in WHOLE.pages if page.path == "briefings/water"
    }
    edition = replace(WHOLE, pages=tuple(changed.get(page.path, page) for page in WHOLE.pages))
    before, after = taken_along(WHOLE, SITE, "a4"), taken_along(edition, SITE, "a4")
    differing = {str(path) for path in before if before[path].key != after[path].key}
    assert differing == {"docx/briefings/water.docx", "docx/dossier.docx", "epub/dossier.epub"}
