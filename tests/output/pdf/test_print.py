"""What is printed: the statements in order, the page's notes, and nothing that text could break."""

from __future__ import annotations

import itertools
import json
import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.cache import Store
from generator.compose.edition import compose
from generator.model.addresses import PageFiles, SiteAddress, SiteFiles, site_address
from generator.model.blocks import Bullets, Fact, Facts, Paragraph, Timeline
from generator.model.diagnostics import Diagnostic
from generator.model.keys import FactKey, ParagraphKey, SectionKey
from generator.model.kinds import KINDS, Kind
from generator.model.pages import AttachmentKind, Edition, Page, Section
from generator.model.runs import External, Line, Link, Plain, Target, Term, When
from generator.output.pdf.document import is_signpost, printed_facts
from generator.output.pdf.fit import draft, steps_of
from generator.output.pdf.printer import print_page, print_pages, printable_pages
from generator.output.typography import curled
from tests.support.dossiers import edition, verified
from tests.support.pdfs import FORMS, SITE, made, model_of, opened, printed, squeezed, text_of
from tests.support.projects import ROOT, SUBJECT
from tests.support.wording import ENGLISH

pytestmark = pytest.mark.slow

PROJECTS = [ROOT, SUBJECT]


def types_of(value: object) -> set[str]:
    """The structure types below an element."""
    found: set[str] = set()
    pending = [value]
    while pending:
        each = pending.pop()
        if isinstance(each, pikepdf.Array):
            pending += list(each)
        elif isinstance(each, pikepdf.Dictionary):
            found |= {str(each.S)} if "/S" in each else set()
            pending += [each.K] if "/K" in each else []
    return found


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("project", PROJECTS, ids=["real", "second"])
def test_a_document_keeps_its_form_and_its_standards(project: Path, kind: Kind) -> None:
    """Title, language, bookmarks, tags, table headers, an attached model; no more pages than the form."""
    page, content = printed(project, kind)
    with opened(content) as pdf:
        assert 1 <= len(pdf.pages) <= (kind.paper or 0)
        assert str(pdf.Root.Lang) == "en"
        assert page.title in str(pdf.docinfo["/Title"])
        assert pdf.Root.MarkInfo.Marked
        assert {"/H1", "/H2", "/TH", "/TD", "/L", "/P"} <= types_of(pdf.Root.StructTreeRoot.K)
        with pdf.open_outline() as outline:
            assert str(outline.root[0].title) == page.title
            assert len(outline.root[0].children) >= 2
        meta = str(pdf.open_metadata())
        assert "pdfuaid" in meta
        assert "pdfaid" in meta


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("project", PROJECTS, ids=["real", "second"])
def test_each_note_is_the_web_pages_own(project: Path, kind: Kind) -> None:
    """Every mark has its note, under the number and with the passage that the web page gives it."""
    page, content = printed(project, kind)
    notes = {note.number: note for note in page.notes}
    model = model_of(content)
    quoted, summed, groups = model["quoted"], model["summed"], model["listed"]
    assert isinstance(quoted, list)
    assert isinstance(summed, list)
    assert isinstance(groups, list)
    shown = [*quoted, *summed]
    listed = [note for group in groups for note in group["notes"]]
    assert listed or shown
    for note in listed:
        assert note["at"] == notes[note["number"]].lines[-1].at
    for note in shown:
        own = notes[note["number"]]
        wording = {each.words.text for each in own.lines[:-1]} | {own.evidence.exact}
        assert note["lines"]
        for each in note["lines"]:
            assert each["quoted"] == (note in quoted)
            assert each["where"] in {w for line in own.lines for w in (line.where, line.at)}
            assert each["text"] in {curled(text, ENGLISH, within=each["quoted"]) for text in wording}
    marks = {
        int(each)
        for each in re.findall(
            r'"number":(\d+),"type":"note_ref"',
            json.dumps(model_of(content), sort_keys=True, separators=(",", ":")),
        )
    }
    assert marks == {note["number"] for note in (*shown, *listed)}


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_key_points_are_read_in_their_order(paper: str) -> None:
    """Columns are read down, then across."""
    page, content = printed(ROOT, KINDS.topic, paper)
    text, at = text_of(content), -1
    points = next(s for s in page.sections if s.anchor == "key-points").blocks[0]
    assert isinstance(points, Bullets)
    for item in points.items:
        runs = itertools.takewhile(lambda run: isinstance(run, Plain | Term), item.runs)
        words = squeezed("".join(run.text for run in runs if isinstance(run, Plain | Term)))[:40]
        found = text.find(words, at + 1)
        assert found > at, words
        at = found


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_one_asked_for(paper: str, size: tuple[int, int]) -> None:
    with opened(printed(ROOT, KINDS.round, paper)[1]) as pdf:
        box = [float(each) for each in pdf.pages[0].mediabox]
    assert (round(box[2]), round(box[3])) == size


def test_the_same_page_is_the_same_bytes() -> None:
    page, content = printed(ROOT, KINDS.person)
    assert made(edition(ROOT), page) == content


def test_what_is_kept_is_used_again(tmp_path: Path) -> None:
    """A second build reads what the first made."""
    whole = edition(ROOT)
    page = next(p for p in printable_pages(whole) if p.kind is KINDS.person)
    first = print_pages(whole, (page,), SITE, "a4", Store(tmp_path, "this one"))
    (kept,) = (tmp_path / "pdf").iterdir()
    Store(tmp_path, "this one").keep("pdf", kept.name, b"kept")
    second = print_pages(whole, (page,), SITE, "a4", Store(tmp_path, "this one"))
    assert not first.problems
    assert list(second.files.values()) == [b"kept"]
    kept.write_bytes(kept.read_bytes()[:-1])
    third = print_pages(whole, (page,), SITE, "a4", Store(tmp_path, "this one"))
    assert third.files == first.files  # what is cut off is made again


@pytest.mark.parametrize("project", PROJECTS, ids=["real", "second"])
def test_pages_lead_to_the_files_that_are_printed_and_to_no_others(project: Path) -> None:
    """An edition that is printed is composed so; what it leads to is what printing makes of it."""
    whole = compose(verified(project)[0], printed=True)
    linked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), each.path))
        for page in whole.pages
        for each in page.attachments
        if each.kind in {AttachmentKind.PDF, AttachmentKind.DOSSIER}
    }
    assert linked == {PageFiles(page.path).pdf for page in printable_pages(whole)} | {SiteFiles.DOSSIER}
    plain = edition(project)
    assert [replace(page, attachments=()) for page in whole.pages] == [
        replace(page, attachments=()) for page in plain.pages
    ]
    assert not any("pdf/" in each.path for page in plain.pages for each in page.attachments)


def with_text(text: str, times: int = 1) -> tuple[Edition, Page]:
    """An edition whose one briefing says this alone."""
    points = Bullets((Line((Plain(text),)),) * times)
    page = Page(
        "briefings/text",
        KINDS.topic,
        "Text",
        "Deck",
        "",
        (Section(SectionKey.KEY_POINTS, "key-points", "Key points", (points,)),),
        (),
    )
    return replace(edition(SUBJECT), pages=(page,)), page


HOSTILE = {
    "markup": "*bold* _it_ = Heading $x^2$ `raw` // comment /* c */ @ref <label> #let x = 1",
    "code": '#read("/etc/passwd") #{panic("x")} #sys.inputs.model #eval("1+1")',
    "link": "javascript:alert(1) file:///etc/passwd http://example.org/ https://example.org/a",
    "quotes": '"it\'s" \\ \\u{41} ]} ) #] ~ -- --- ...',
    "long word": "a" * 400,
    "cyrillic": "Ирина Ветрова",
    "chinese": "林若海与何立峰",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_text_prints_as_itself(name: str) -> None:
    """No text is markup or code to the typesetter, and nothing of it becomes a link; quotes are curled."""
    whole, page = with_text(HOSTILE[name])
    content = made(whole, page)
    assert squeezed(curled(HOSTILE[name], ENGLISH)) in text_of(content)
    assert all(url.startswith("https://example.org/somewhere/") for url in addresses_in(content))


@pytest.mark.parametrize(
    "text", ["a\x00b\x1bc", "\u202ereversed\u202c", "\ud800 half", "\U000e0041 tag \U0001f600"]
)
def test_what_cannot_be_printed_is_replaced(text: str) -> None:
    """Never an empty box, never a trace of the typesetter, never no page."""
    assert "\ufffd" in text_of(made(*with_text(text)))


def test_what_is_left_out_is_said() -> None:
    """Each step takes something away, and the document says so."""
    page = next(p for p in edition(ROOT).pages if p.kind is KINDS.topic)
    last = draft(edition(ROOT), page, SITE, frozenset(steps_of(page))).node["left_out"]
    assert isinstance(last, list)
    headings = {s.heading for s in page.sections if s.anchor in steps_of(page)}
    assert headings <= set(last)
    assert draft(edition(ROOT), page, SITE).node["left_out"] == []


def addresses_in(content: bytes) -> list[str]:
    """Where the links of a PDF lead."""
    with opened(content) as pdf:
        return [str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", []) if "/A" in a]


def test_a_site_of_an_intranet_is_printed_with_its_address() -> None:
    """The links of others stay secure ones."""
    whole, page = with_text("They met.")
    lines = (Line((External("one", "http://lake-talks.org/"), External("two", "https://lake-talks.org/"))),)
    page = replace(
        page, sections=(Section(SectionKey.KEY_POINTS, "key-points", "Key points", (Bullets(lines),)),)
    )
    site = site_address("http://intranet/talks/")
    content = print_page(replace(whole, pages=(page,)), page, site)
    assert isinstance(content, bytes), content
    assert {*addresses_in(content)} == {"http://intranet/talks/briefings/text/", "https://lake-talks.org/"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)//", "file:///etc/", "data:text/html,", "//evil.net/"]
)
def test_no_other_address_reaches_paper(address: str) -> None:
    """Were one to get as far as the typesetter, it would refuse the page."""
    whole, page = with_text("They met.")
    result = print_page(whole, page, SiteAddress(address))
    assert isinstance(result, Diagnostic)
    assert "not an address to print" in result.message


def test_paper_has_no_signposts_to_the_site() -> None:
    """“See the figures” leads nowhere on paper; a sentence that has a link in it stays, however short."""
    line = Line((Plain("See "), Link("the figures", Target("figures")), Plain(".")))
    assert is_signpost(Paragraph(line, ParagraphKey.SIGNPOST))
    assert not is_signpost(Paragraph(line))


def test_how_a_date_is_known_is_said_once() -> None:
    """The remark says it, so the row of the fact box goes."""
    date = Fact(FactKey.DATE, "Date", (Line((When("9 June", None, basis="Counted from the report."),)),))
    how = Fact(FactKey.DATE_BASIS, "How the date is known", (Line((Plain("Counted from the report."),)),))
    place = Fact(FactKey.PLACE, "Place", (Line((Plain("Hall"),)),))
    assert printed_facts(Facts((date, how, place)), with_bases=True).rows == (date, place)


def test_a_kind_without_a_name_is_not_named() -> None:
    """“Other” is the program's word, on paper as on the web."""
    page, _ = printed(ROOT, KINDS.topic)
    events = tuple(section for section in page.sections if section.key is SectionKey.EVENTS)
    content = made(edition(ROOT), replace(page, sections=events))
    told = [block for section in events for block in section.blocks if isinstance(block, Timeline)]
    assert any(moment.kind == "other" for block in told for moment in block.moments)
    assert "▲measure" in text_of(content)
    assert "■other" not in text_of(content)
