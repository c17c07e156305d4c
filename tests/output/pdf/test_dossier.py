"""The dossier: the whole edition as a book, its references and back-references true to the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.cache import Store
from generator.model.blocks import Bullets, Heading
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Page, Section
from generator.model.runs import Line, Plain
from generator.output.pdf.book import book
from generator.output.pdf.chapters import chapters
from generator.output.pdf.printer import Order, print_dossier
from tests.output.pdf.test_print import HOSTILE, types_of
from tests.support.dossiers import edition
from tests.support.pdfs import SITE, model_of, opened, raw_text_of, run, squeezed, text_of
from tests.support.projects import ROOT, SUBJECT

pytestmark = pytest.mark.slow

PROJECTS = pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=["real", "second"])


@cache
def dossier(project: Path, paper: str = "a4") -> bytes:
    made = print_dossier(edition(project), Order(SITE, paper))
    assert isinstance(made, bytes), made
    return made


@cache
def raw_texts(project: Path) -> list[str]:
    """The lines of each page without its head and foot; the first page is at 1."""
    text = raw_text_of(dossier(project)).replace("\u2060", "")
    whole = edition(project)
    heads = {whole.site_name, *(f"{at} {each.page.title}" for at, each in enumerate(chapters(whole), 1))}
    pages = [page.splitlines() for page in text.split("\f")]
    bodies = (page[1:] if page[:1] and page[0] in heads else page for page in pages)
    foot = "Dossier as of "
    return ["", *("\n".join(each for each in page if not each.startswith(foot)) for page in bodies)]


def page_texts(project: Path) -> list[str]:
    """The words of each page, without breaks of lines and words."""
    return [*map(squeezed, raw_texts(project))]


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    """The title and page of each bookmark, in their order."""
    pages: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def below(items: list[pikepdf.OutlineItem]) -> Iterator[tuple[str, int]]:
        for item in items:
            assert isinstance(item.destination, pikepdf.Array)
            yield str(item.title), pages[item.destination[0].objgen]
            yield from below(list(item.children))

    with pdf.open_outline() as outline:
        yield from below(list(outline.root))


def sections_of(project: Path) -> dict[str, tuple[int, int]]:
    """The first and last page of each numbered section."""
    with opened(dossier(project)) as pdf:
        last = len(pdf.pages)
        starts = [(title, page) for title, page in bookmarks(pdf) if re.match(r"\d", title)]
    ends = [page for _, page in starts[1:]] + [last]
    found: dict[str, tuple[int, int]] = {}
    for (title, start), end in zip(starts, ends, strict=True):
        number = re.match(r"\d+(\.\d+)?", title)
        assert number, title
        found[number[0]] = (start, end)
        chapter = number[0].split(".")[0]
        found[chapter] = (found[chapter][0], end)
    return found


@PROJECTS
def test_the_book_keeps_its_standards(project: Path) -> None:
    """Title, language, tags, table of contents, alternative texts, attached model and citations."""
    with opened(dossier(project)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert str(pdf.docinfo["/Title"]) == f"Dossier · {edition(project).site_name}"
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.MarkInfo.Marked
        wanted = {"/H1", "/H2", "/H3", "/TOC", "/TOCI", "/TH", "/TD", "/L", "/P", "/Link", "/Figure"}
        assert wanted <= types_of(pdf.Root.StructTreeRoot.K)
        meta = str(pdf.open_metadata())
        assert "pdfuaid" in meta
        assert "pdfaid" in meta
        cited = {
            item["id"] for item in json.loads(pdf.attachments["sources.csl.json"].get_file().read_bytes())
        }
    assert cited == {note.evidence.source for page in edition(project).pages for note in page.notes}


@PROJECTS
def test_every_chapter_has_its_bookmark_in_order(project: Path) -> None:
    titles = [f"{number}{chapter.page.title}" for number, chapter in enumerate(chapters(edition(project)), 1)]
    with opened(dossier(project)) as pdf:
        marked = [squeezed(title) for title, _ in bookmarks(pdf)]
    assert [each for each in marked if each in map(squeezed, titles)] == [*map(squeezed, titles)]


@PROJECTS
def test_a_reference_names_the_section_and_a_page_of_it(project: Path) -> None:
    """“(2.1, p. 14)” leads to a page of 2.1."""
    sections, text = sections_of(project), "".join(page_texts(project)[3:])
    found = re.findall(r"[(,](\d+(?:\.\d+)?),p\.(\d+)\)", text)
    assert len(found) > 50
    for number, page in found:
        first, last = sections[number]
        assert first <= int(page) <= last, (number, page)


@PROJECTS
def test_the_contents_tell_the_page_of_each_part(project: Path) -> None:
    sections = sections_of(project)
    contents = [
        squeezed(line) for page in raw_texts(project)[3 : sections["1"][0]] for line in page.splitlines()
    ]
    for number, chapter in enumerate(chapters(edition(project)), 1):
        title = re.escape(squeezed(f"{number} {chapter.page.title}"))
        told = [int(found[1]) for line in contents if (found := re.fullmatch(rf"{title}\.*?(\d+)", line))]
        assert told == [sections[str(number)][0]], title


@PROJECTS
def test_every_quotation_is_listed_once_with_the_pages_that_cite_it(project: Path) -> None:
    """The pages behind a quotation are just those on which its mark stands."""
    pages = page_texts(project)
    quotations = model_of(dossier(project))["quotations"]
    assert isinstance(quotations, list)
    number, chapter = next(
        each for each in enumerate(chapters(edition(project)), 1) if each[1].page.kind is KINDS.sources
    )
    first = sections_of(project)[str(number)][0]
    before = raw_texts(project)[: first + 1]
    before[first] = re.split(rf"(?m)^{number}\s*{chapter.page.title}$", before[first])[0]
    whole = "".join(pages[first:])
    for each in quotations:
        lines = re.escape(squeezed(" ".join(map(line_of, each["lines"]))))
        listed = re.search(rf"{each['mark']}{lines}\(citedonp\.([\d,–]+)\)", whole)
        assert listed, each["mark"]
        where = {n for n, text in enumerate(before) if n > 2 and marked(each["mark"], text)}
        assert set(numbers(listed[1])) == where, each["mark"]


def line_of(line: dict[str, Any]) -> str:
    """A line of a passage as the book prints it: an article's words in quotation marks, ours in none."""
    text = "".join(piece["text"] for piece in line["words"]["pieces"])
    return f"“{text}” {line['where']}" if line["words"]["type"] == "quoted" else f"{line['where']}: {text}"


def marked(mark: str, text: str) -> bool:
    return re.search(rf"{mark}(?!\d)", text) is not None


def numbers(ranges: str) -> Iterator[int]:
    for each in ranges.split(","):
        first, _, last = each.partition("–")
        yield from range(int(first), int(last or first) + 1)


@PROJECTS
def test_a_mark_leads_to_the_words_that_the_web_page_has(project: Path) -> None:
    """Each quotation is that of a note on some page: same source, paragraph and words."""
    notes = {
        (note.evidence.source, note.lines[-1].where, squeezed(note.lines[-1].words.text))
        for page in edition(project).pages
        for note in page.notes
    }
    quotations = model_of(dossier(project))["quotations"]
    assert isinstance(quotations, list)
    last = ((q, q["lines"][-1]) for q in quotations)
    listed = {
        (
            q["source"].removeprefix("sources/"),
            line["where"],
            squeezed("".join(piece["text"] for piece in line["words"]["pieces"])),
        )
        for q, line in last
    }
    assert listed <= notes
    assert len({q["key"] for q in quotations}) == len(quotations)


@PROJECTS
def test_what_a_chapter_tells_is_only_named_elsewhere(project: Path) -> None:
    """A briefing refers to disputes, and no page repeats its terms, its sources or the glossary's uses."""
    disputes = {
        block.anchor
        for page in edition(project).pages
        if page.kind is KINDS.disagreements
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Heading)
    }
    parts = [part for c in chapters(edition(project)) if c.page.kind is KINDS.topics for part in c.parts]
    anchors = {section.anchor for part in parts for section in part.sections}
    told = {b.anchor for part in parts for s in part.sections for b in s.blocks if isinstance(b, Heading)}
    assert not anchors & {"terms", "sources"}
    assert disputes
    assert not told & disputes
    assert "Used in" not in json.dumps(book(edition(project), SITE).node)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_no_word_leaves_its_page(paper: str, size: tuple[int, int]) -> None:
    """All words stand within the margins of the paper that was asked for."""
    done = run("pdftotext", dossier(SUBJECT, paper), "-bbox", "-", "-")
    assert done.returncode == 0, done.stderr
    boxes = re.findall(
        r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"', done.stdout.decode()
    )
    assert len(boxes) > 5000
    for box in boxes:
        left, top, right, bottom = map(float, box)
        assert left >= 40
        assert right <= size[0] - 40
        assert top >= 0
        assert bottom <= size[1]


def test_the_same_edition_is_the_same_book(tmp_path: Path) -> None:
    """Byte for byte; and what is kept is used again."""
    first = print_dossier(edition(SUBJECT), Order(SITE, "a4", memory=Store(tmp_path, "this one")))
    assert first == dossier(SUBJECT)
    (kept,) = (tmp_path / "pdf").iterdir()
    Store(tmp_path, "this one").keep("pdf", kept.name, b"kept")
    assert print_dossier(edition(SUBJECT), Order(SITE, "a4", memory=Store(tmp_path, "this one"))) == b"kept"


@pytest.mark.parametrize("name", HOSTILE)
def test_text_prints_as_itself_in_the_book(name: str) -> None:
    """No title, deck or statement is markup or code to the typesetter."""
    text = HOSTILE[name]
    points = Bullets((Line((Plain(text),)),))
    page = Page(
        "briefings/text", KINDS.topic, text, text, "", (Section(SectionKey.OTHER, "x", text, (points,)),), ()
    )
    index = next(page for page in edition(SUBJECT).pages if page.kind is KINDS.topics)
    made = print_dossier(replace(edition(SUBJECT), site_name=text, pages=(page, index)), Order(SITE, "a4"))
    assert isinstance(made, bytes), made
    assert text_of(made).count(squeezed(text)) >= 4
    with opened(made) as pdf:
        actions = [str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", []) if "/URI" in a.get("/A", {})]
    assert all(url.startswith("https://example.org/somewhere/") for url in actions)


def test_an_edition_without_pages_is_a_book_without_chapters() -> None:
    made = print_dossier(replace(edition(SUBJECT), pages=()), Order(SITE, "a4"))
    assert isinstance(made, bytes), made
