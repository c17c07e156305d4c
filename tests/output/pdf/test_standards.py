"""What a PDF owes to those who read it with other means than eyes, and to archives."""

from __future__ import annotations

import html
import json
import re
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any

import pikepdf
import pytest

from generator.model.blocks import Bullets, Callout, Columns, DotPlot, Heading, Paragraph
from generator.model.kinds import KINDS, Kind
from generator.model.pages import Page
from generator.model.runs import Line, NoteRef, Plain, Term
from generator.output.pdf.printer import printable_pages
from generator.output.views import views
from tests.support.dossiers import edition
from tests.support.pdfs import (
    FOOT_AND_HEAD,
    FORMS,
    SITE,
    elements_of,
    made,
    model_of,
    opened,
    printed,
    raw_text_of,
    run,
    squeezed,
    text_of,
)
from tests.support.projects import ROOT, SUBJECT

pytestmark = pytest.mark.slow

EACH = [
    pytest.param(project, kind, paper, id=f"{name}-{kind.key}-{paper}")
    for name, project in (("real", ROOT), ("second", SUBJECT))
    for kind in FORMS
    for paper in ("a4", "letter")
]
SOURCE = re.compile(r"^([A-Z]) (.+?)(?=\n[A-Z] |\n1 |\Z)", re.MULTILINE | re.DOTALL)
FURNITURE = re.compile(r"^Version [0-9a-f]{8} .*Page \d of \d\n(?:\f.*\n)?|\f.*\n", re.MULTILINE)


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_a_file_is_sound(project: Path, kind: Kind, paper: str, tmp_path: Path) -> None:
    """Another program finds nothing to say about its syntax."""
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(project, kind, paper)[1])
    done = run("qpdf", b"", "--check", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"WARNING" not in done.stderr + done.stdout


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_a_file_says_what_it_is(project: Path, kind: Kind, paper: str) -> None:
    """Its title is shown instead of its name; language, standards and bookmarks are there."""
    page, content = printed(project, kind, paper)
    with opened(content) as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert page.title in str(pdf.docinfo["/Title"])
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        with pdf.open_outline() as outline:
            (top,) = outline.root
            marked = [str(each.title) for each in top.children]
        assert str(top.title) == page.title
        headings = [text for level, text in headings_of(pdf, content) if level == 2]
        assert [squeezed(each) for each in marked] == headings


def headings_of(pdf: pikepdf.Pdf, content: bytes) -> list[tuple[int, str]]:
    """Level and squeezed text of the headings; the text is found in the file's own outline order."""
    titles: list[str] = []
    with pdf.open_outline() as outline:
        pending = list(outline.root)
        while pending:
            each = pending.pop(0)
            titles.append(squeezed(str(each.title)))
            pending = [*each.children, *pending]
    levels = [int(str(each.S)[2:]) for each in elements_of(pdf) if re.fullmatch(r"/H\d", str(each.S))]
    text = text_of(content)
    assert all(title in text for title in titles)
    return list(zip(levels, titles, strict=True))


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_headings_skip_no_level(project: Path, kind: Kind, paper: str) -> None:
    page, content = printed(project, kind, paper)
    with opened(content) as pdf:
        found = headings_of(pdf, content)
    assert found[0] == (1, squeezed(page.title))
    assert all(below <= above + 1 for (above, _), (below, _) in pairwise(found))


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_every_picture_is_told_in_words(project: Path, kind: Kind, paper: str) -> None:
    """A picture that is not furniture has an alternative text."""
    with opened(printed(project, kind, paper)[1]) as pdf:
        assert all(str(each.get("/Alt", "")) for each in elements_of(pdf, "/Figure"))


@pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=["real", "second"])
def test_a_picture_of_values_names_each_of_them(project: Path) -> None:
    """Who cannot see the dots reads who says which value."""
    whole = edition(project)
    page = next(p for p in printable_pages(whole) if has_picture(p))
    content = made(whole, page)
    with opened(content) as pdf:
        told = [str(each.Alt) for each in elements_of(pdf, "/Figure")]
    plots = plots_of(model_of(content))
    assert plots
    for plot in plots:
        assert any(all(str(dot["shown"]) in text for dot in plot["dots"]) for text in told), plot["title"]


def has_picture(page: Page) -> bool:
    return any(isinstance(block, DotPlot) for section in page.sections for block in section.blocks)


def plots_of(value: object) -> list[dict[str, list[dict[str, object]]]]:
    found = []
    if isinstance(value, dict):
        found += [value] if value.get("type") == "dot_plot" else []
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        found += plots_of(each)
    return found


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_every_table_has_a_header_row(project: Path, kind: Kind, paper: str) -> None:
    """Each column is headed, and says that it is a column that it heads."""
    with opened(printed(project, kind, paper)[1]) as pdf:
        for table in elements_of(pdf, "/Table"):
            text = str(list(each for each in types_below(table)))
            assert "/TH" in text
        heads = list(elements_of(pdf, "/TH"))
        assert all(scopes_of(head) == {"/Column"} for head in heads)


def types_below(element: pikepdf.Dictionary) -> list[str]:
    found, pending = [], [element.get("/K")]
    while pending:
        each = pending.pop()
        if isinstance(each, pikepdf.Array):
            pending += list(each)
        elif isinstance(each, pikepdf.Dictionary):
            found += [str(each.S)] if "/S" in each else []
            pending.append(each.get("/K"))
    return found


def scopes_of(head: pikepdf.Dictionary) -> set[str]:
    attributes: object = head.get("/A", [])
    each = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    return {str(item.Scope) for item in each if isinstance(item, pikepdf.Dictionary) and "/Scope" in item}


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_all_that_is_drawn_is_tagged_or_furniture(project: Path, kind: Kind, paper: str) -> None:
    """Text and lines belong to the structure, or are marked as artifacts: heads, feet, rules, bands."""
    with opened(printed(project, kind, paper)[1]) as pdf:
        for number, page in enumerate(pdf.pages):
            marks: list[str] = []
            for each in pikepdf.parse_content_stream(page):
                name = str(each.operator)
                if name in ("BDC", "BMC"):
                    marks.append(str(each.operands[0]))
                elif name == "EMC":
                    marks.pop()
                elif name in ("Tj", "TJ", "f", "S", "B", "f*", "Do"):
                    assert marks, (number, name)
            assert not marks


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_links_lead_to_the_site_or_to_notes(project: Path, kind: Kind, paper: str) -> None:
    """Each is described, tagged as a link, and leads to https or to a place in the file."""
    with opened(printed(project, kind, paper)[1]) as pdf:
        links = [each for page in pdf.pages for each in page.get("/Annots", [])]
        tagged = sum(1 for _ in elements_of(pdf, "/Link"))
        outside = [str(each.A.URI) for each in links if "/A" in each and "/URI" in each.A]
        assert links
        assert all(each.Subtype == "/Link" and str(each.get("/Contents", "")) for each in links)
    assert 0 < tagged <= len(links)
    assert outside
    assert all(url.startswith(str(SITE.address)) for url in outside)


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=["real", "second"])
def test_the_file_carries_its_model_and_its_sources(project: Path, kind: Kind) -> None:
    """As data, and as citations for reference managers: those that its notes cite, no others."""
    page, content = printed(project, kind)
    with opened(content) as pdf:
        files = {str(each.UF): each for each in pdf.Root.AF}
        assert {name: str(each.AFRelationship) for name, each in files.items()} == {
            "model.json": "/Data",
            "sources.csl.json": "/Supplement",
        }
        subtypes = {str(each.EF.F.Subtype) for each in files.values()}
        items = json.loads(files["sources.csl.json"].EF.F.read_bytes())
    assert subtypes == {"/application/json", "/application/vnd.citationstyles.csl+json"}
    cited = set(
        re.findall(r'"number": (\d+), "type": "note_ref"', json.dumps(model_of(content), sort_keys=True))
    )
    sources = {note.evidence.source for note in page.notes if str(note.number) in cited}
    assert {item["id"] for item in items} == sources
    assert all(item["title"] and item["type"] for item in items)


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_notes_on_paper_are_those_of_the_web_page(project: Path, kind: Kind, paper: str) -> None:
    """Number for number the same source and the same place, and the same words where they fit.

    An article's words stand in quotation marks, our summary of it in none.
    """
    page, content = printed(project, kind, paper)
    listed = FURNITURE.sub("", raw_text_of(content)).split("\nSources and notes\n")[1].split("\nRemarks\n")[0]
    first = re.search(
        r"^(?:In the articles’ words|As our summaries put it|Our summary, by paragraphs of article A:)$",
        listed,
        re.M,
    )
    assert first
    labels = {letter: squeezed(label) for letter, label in SOURCE.findall(listed[: first.start()])}
    model, on_the_web = model_of(content), web_notes(project, page)
    quoted, summed, groups = model["quoted"], model["summed"], model["listed"]
    assert isinstance(quoted, list)
    assert isinstance(summed, list)
    assert isinstance(groups, list)
    notes = [*quoted, *summed]
    heads = ["In the articles’ words"] if quoted else [], ["As our summaries put it"] if summed else []
    told = "".join((*heads[0], *map(on_paper, quoted), *heads[1], *map(on_paper, summed)))
    told += "".join(map(_group_on_paper, groups))
    assert squeezed(listed[first.start() :]) == squeezed(told)
    for note in notes:
        shown, label = on_the_web[note["number"]]
        assert is_source(labels[note["source"]], label), note
        for line in note["lines"]:
            assert squeezed(line["where"]) in shown
            assert all(_unquoted(piece) in _unquoted(shown) for piece in line["text"].split(" […] "))
    for group in groups:
        for note in group["notes"]:
            shown, label = on_the_web[note["number"]]
            assert squeezed(note["at"]) in shown
            (letter,) = (letter for letter, own in labels.items() if is_source(own, label))
            assert f"{letter}:" in group["lead"]


def _unquoted(text: str) -> str:
    """The text without marks of quotation: print has the inner ones within others."""
    return re.sub("[\"'“”‘’]", "", squeezed(text))


def is_source(printed_label: str, label: str) -> bool:
    """Whether a squeezed label of the printed list is this one, publisher and title aside."""
    name, _, day = (re.escape(squeezed(part)) for part in label.rpartition(", "))
    return re.fullmatch(rf"{name}(?::.+”)?,{day}", printed_label) is not None


def on_paper(note: dict[str, Any]) -> str:
    """A note of the model, as it is printed."""
    return f"{note['number']}" + "".join(_line_on_paper(note["source"], line) for line in note["lines"])


def _line_on_paper(source: str, line: dict[str, Any]) -> str:
    if line["quoted"]:
        return f"“{line['text']}” {source} {line['where']}"
    return f"{source} {line['where']}: {line['text']}"


def _group_on_paper(group: dict[str, Any]) -> str:
    """The notes of which only the place is told, as they are printed."""
    return str(group["lead"]) + "".join(f"{note['number']}{note['at']}" for note in group["notes"])


def web_notes(project: Path, page: Page) -> dict[int, tuple[str, str]]:
    """By number what each note of the web page shows, and the label of its source."""
    text = views(edition(project))[PurePosixPath(f"{page.path}.md")].make().decode()
    found = re.findall(r'id="note-(\d+)".*?(<span class="note-line">.*?)</span> \[(.*?)\]\(', text)
    return {int(number): (squeezed(_unmarked(lines)), _unmarked(label)) for number, lines, label in found}


def _unmarked(text: str) -> str:
    """The words without marks of any kind."""
    return html.unescape(re.sub(r"</?(?:span|mark)[^>]*>", "", text))


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_statements_are_read_in_their_order(project: Path, kind: Kind, paper: str) -> None:
    """The order of the structure is that of the page: from the box down, one column after the other."""
    _, content = printed(project, kind, paper)
    text, at = squeezed(FOOT_AND_HEAD.sub("\n", raw_text_of(content))), 0
    for words in said_by(model_of(content)["sections"]):
        found = text.find(words, at)
        assert found >= 0, words
        at = found


def said_by(value: object) -> list[str]:
    """The beginnings of the texts of a model, in its order, squeezed: those long enough to be told apart."""
    found: list[str] = []
    if isinstance(value, dict):
        if value.get("type") == "plain" and len(squeezed(str(value["text"]))) > 24:
            found.append(squeezed(str(value["text"]))[:40])
        value = [each for name, each in value.items() if name not in ("description", "header")]
    for each in value if isinstance(value, list) else ():
        found += said_by(each)
    return found


def test_what_is_short_of_a_full_page_is_said_in_full() -> None:
    """A page that fits leaves nothing out: each line of its text is in the file."""
    whole = edition(SUBJECT)
    page = next(p for p in whole.pages if p.kind is KINDS.person)
    content = made(whole, page)
    if not model_of(content)["left_out"]:
        text = text_of(content)
        for section in page.sections:
            for block in section.blocks:
                if isinstance(block, Bullets | Paragraph | Callout | Columns | Heading):
                    assert all(squeezed(each) in text for each in plain_of(block))


def plain_of(value: object) -> list[str]:
    if isinstance(value, Line):
        is_signpost = not any(isinstance(run, NoteRef | Plain) for run in value.runs)
        return [] if is_signpost else [run.text for run in value.runs if isinstance(run, Plain | Term)]
    if isinstance(value, tuple):
        return [text for each in value for text in plain_of(each)]
    return [text for each in getattr(value, "__slots__", ()) for text in plain_of(getattr(value, each))]
