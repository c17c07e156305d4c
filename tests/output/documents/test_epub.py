"""The dossier as an EPUB: the W3C's checker has nothing against it, and a reader of books finds its way."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.model.addresses import SiteAddress
from generator.model.blocks import Paragraph
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Page, Section
from generator.model.runs import EditorMark, External, Line, NoteRef, Plain, Strong
from generator.output.documents.epub import dossier_epub
from generator.output.markdown.escape import cleaned
from tests.output.builders import a_table, every_block
from tests.output.documents.test_word import squeezed
from tests.output.editions import a_page, a_small_page, an_edition, numbered
from tests.output.test_escape import HOSTILE, for_all_hostile
from tests.support.taken import faults_by_epubcheck, lost_links_of_epub, pages_of_epub, pandoc

SITE = SiteAddress("https://example.org/water/", "en")
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
_ALLOWED = (
    "html head title link body section h1 h2 h3 h4 p ul ol li a sup aside table caption thead tbody tr th td"
    " blockquote strong ins del span nav"
)
ALLOWED = frozenset(_ALLOWED.split())


def a_hostile_page(text: str, *, with_blocks: bool = False) -> Page:
    runs = (
        *(Plain(f"x{text}x"), Strong(text), External(f"z{text}", "javascript:alert(1)")),
        *(EditorMark(f"y{text}y"), NoteRef(1, 1)),
    )
    hostile = Section(SectionKey.STATE_OF_PLAY, "state", f"h{text}", (Paragraph(Line(runs)),))
    sections = (
        (hostile, Section(SectionKey.OTHER, "more", "More", every_block())) if with_blocks else (hostile,)
    )
    return numbered(a_page("rounds/sallvik", kind=KINDS.round, sections=sections, title=f"t{text}"))


def a_book_of(page: Page) -> bytes:
    """A book with the one page, in its chapter."""
    index = a_small_page("rounds/index", KINDS.rounds, "Talk rounds", a_table())
    return dossier_epub(an_edition(index, page), SITE)


def words_of(page: ElementTree.Element) -> str:
    return "".join(page.itertext())


@pytest.mark.slow
def test_the_checker_of_the_w3c_has_nothing_against_it(tmp_path: Path) -> None:
    """No error, no warning, no remark; with every block, and with texts that we know to be hostile."""
    page = a_hostile_page(" ".join(HOSTILE), with_blocks=True)
    assert not faults_by_epubcheck(a_book_of(page), tmp_path)


def test_contents_chapters_and_notes_lead_to_each_other() -> None:
    """Each link of the book leads to a place in it, once; each note leads back to its mark."""
    made = dossier_epub(an_edition(), SITE)
    assert not [*lost_links_of_epub(made)]
    pages = pages_of_epub(made)
    toc = next(pages["EPUB/nav.xhtml"].iter(f"{XHTML}nav"))
    assert toc.get(TYPE) == "toc"
    assert "First round, Sällvik" in words_of(toc)
    notes = [each for page in pages.values() for each in page.iter(f"{XHTML}aside")]
    assert {each.get(TYPE) for each in notes} == {"footnote"}
    assert any("“Nothing was signed." in words_of(each) for each in notes)


def test_it_says_what_it_is() -> None:
    """Title, language, identifier and the day of the edition, which no clock tells."""
    package = pages_of_epub(dossier_epub(an_edition(), SITE))["EPUB/package.opf"]
    told = {each.tag.rpartition("}")[2]: each.text or "" for each in package.iter()}
    assert told["title"] == "Sarn and Sound: Dossier"
    assert (told["language"], told["date"]) == ("en", "2023-06-02")
    assert told["identifier"].startswith("urn:uuid:")
    modified = [each.text for each in package.iter() if each.get("property") == "dcterms:modified"]
    assert modified == ["2023-06-02T00:00:00Z"]


@for_all_hostile
def test_whatever_a_text_holds_the_book_says_it_and_runs_nothing(text: str) -> None:
    """In a title, a heading, a paragraph, a link, a remark; only elements of ours, and links of the web's."""
    made = a_book_of(a_hostile_page(text))
    assert not [*lost_links_of_epub(made)]
    pages = {name: page for name, page in pages_of_epub(made).items() if name.endswith(".xhtml")}
    elements = [each for page in pages.values() for each in page.iter()]
    assert {each.tag.removeprefix(XHTML) for each in elements} <= ALLOWED
    assert not [name for each in elements for name in each.attrib if name.startswith("on") or name == "style"]
    told = squeezed("\n".join(map(words_of, pages.values())))
    for said in (f"x{text}x", f"y{text}y", f"z{text}", f"h{text}", f"t{text}"):
        assert squeezed(cleaned(said)) in told


@pytest.mark.slow
def test_pandoc_reads_it() -> None:
    """Another reader finds the words and the notes."""
    plain = pandoc(dossier_epub(an_edition(), SITE), "epub", "plain")
    for said in (
        "Orsund wants more water over",
        "between 20 and 30 per cent of the flow",
        "A river is not a tap",
    ):
        assert said in plain
