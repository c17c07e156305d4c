"""The files of a whole edition: which there are, what is in them, and that they are the same each time."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.blocks import Paragraph
from generator.model.keys import SectionKey
from generator.model.pages import Page, Section
from generator.model.runs import Line, Plain
from generator.output.data.exports import page_record, page_text
from generator.output.data.figure_file import compares
from generator.output.markdown.page import page_markdown, states_something
from generator.output.views import ASSETS, render, surroundings, views
from generator.site.engine import theme_files
from generator.site.gate import inline_scripts
from tests.output.editions import a_page, an_edition, numbered
from tests.output.golden_files import agrees
from tests.support.projects import ROOT
from tests.support.wording import ENGLISH

FILES = render(an_edition())
OUTPUT = ROOT / "generator" / "output"


def files_of(page: str) -> set[str]:
    ends = ("txt", "json", "bib", "ris", "csl.json", "jsonld")
    return {f"{page}.md", f"data/{page}.md.text", *(f"data/{page}.{end}" for end in ends)}


def more_of(page: Page) -> set[str]:
    """The files of a page that not every page has."""
    own = {"statements.txt": states_something(page), "csv": compares(page)}
    return {f"data/{page.path}.{end}" for end, has in own.items() if has}


def test_every_page_is_there_as_markdown_text_and_data() -> None:
    """Eight files a page, its statements, its figures, a calendar entry, the edition’s, the assets."""
    expected = {
        "data/edition.json",
        "llms.txt",
        "data/annotations.jsonld",
        "data/graph.jsonld",
        "data/edition.schema.json",
        *(f"data/sources.{end}" for end in ("csl.json", "bib", "ris")),
        "rounds/sallvik.ics",
        *(f"assets/{name}" for name in ASSETS),
        *(f"assets/search/{name}.js" for name in ("start", "words-0", "entries-0", "days")),
    }
    for page in an_edition().pages:
        expected |= files_of(page.path) | more_of(page)
    assert {str(path) for path in FILES} == expected


@pytest.mark.parametrize("anchor", ["s-0123456789", None])
def test_a_list_of_statements_is_there_if_a_page_makes_one(anchor: str | None) -> None:
    """Else neither file nor link, nor the offer to cite one."""
    said = Paragraph(Line((Plain("Nothing was signed."),), anchor))
    page = replace(a_page("about"), sections=(Section(SectionKey.OTHER, "said", "Said", (said,)),))
    files = {str(path): content.decode() for path, content in render(an_edition(page)).items()}
    assert "data/about.bib" in files
    assert ("data/about.statements.txt" in files) is (anchor is not None)
    assert ("data/about.statements.txt)" in files["about.md"]) is (anchor is not None)
    assert ("cite one statement" in files["about.md"]) is (anchor is not None)


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Also in another process, with another seed for the hashes of text."""
    code = (
        "import hashlib; from generator.output.views import render\n"
        "from tests.output.editions import an_edition\n"
        "files = render(an_edition())\n"
        "print(hashlib.sha256(b''.join(str(p).encode() + files[p] for p in files)).hexdigest())"
    )
    root = Path(__file__).parents[2]
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


def test_files_are_utf_8_with_a_line_feed_at_the_end() -> None:
    """Calendars, RIS and CSV end their lines as their forms demand, all others plainly."""
    for path, content in ((path, content) for path, content in FILES.items() if content):
        assert content.decode().endswith("\n"), path
        assert (b"\r" in content) is (path.suffix in (".ics", ".ris", ".csv")), path


def test_two_files_cannot_have_one_path() -> None:
    """A page that would hide another is an error, not a surprise."""
    with pytest.raises(ValueError, match="two files"):
        render(an_edition(a_page("about"), a_page("about")))


def test_a_page_as_data_names_its_types() -> None:
    """Runs and blocks say what they are, dates are EDTF, keys are sorted."""
    content = page_record(an_edition(), numbered(a_page()))
    record = json.loads(content)
    assert agrees("page.json", json.dumps(record, indent=1, ensure_ascii=False) + "\n")
    assert [block["type"] for block in record["sections"][0]["blocks"][:3]] == [
        "callout",
        "paragraph",
        "narrative",
    ]
    assert "2023-02-14/2023-02-15" in content.decode()
    assert content == page_record(an_edition(), numbered(a_page()))


def test_a_page_as_text_is_to_be_read() -> None:
    """No character reference and no markup but light marks, in lines of a width that can be read."""
    text = page_text(an_edition(), numbered(a_page())).decode()
    assert agrees("page.txt", text)
    assert "&#" not in text
    assert "<span" not in text
    assert "“Nothing was signed. The delegations agreed only on an agenda”" in text


def test_the_assets_are_small() -> None:
    """Style and script as sent stay under 30 kB in all, with what our templates write into each page."""
    files = theme_files(ENGLISH).items()
    templates = (content.decode() for path, content in files if path.suffix == ".html")
    inline = [script for text in templates for script in inline_scripts(LexborHTMLParser(text))]
    assert inline
    in_files = (FILES[PurePosixPath(f"assets/{name}")] for name in ASSETS)
    assert sum(len(gzip.compress(each)) for each in (*in_files, *map(str.encode, inline))) < 30_000


@pytest.mark.parametrize("name", [name for name in ASSETS if name.endswith(".js")])
def test_a_script_writes_text_only(name: str) -> None:
    """No text of a page is ever read as HTML, and nothing is fetched."""
    script = FILES[PurePosixPath(f"assets/{name}")].decode()
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval",
        "fetch",
        "http",
    ):
        assert forbidden not in script


@pytest.mark.parametrize("name", ASSETS)
def test_comments_are_not_sent(name: str) -> None:
    """What is sent is the file but for its comments, and space that nobody needs."""
    sent = FILES[PurePosixPath(f"assets/{name}")].decode()
    written = (OUTPUT / "assets" / name).read_text(encoding="utf-8")
    whole = "".join(sent.split())
    gone = [line for line in written.splitlines() if "".join(line.split()) not in whole]
    assert "/*" not in sent
    assert gone
    assert not [line for line in gone if not _in_comment(line)]


def _in_comment(line: str) -> bool:
    return line.strip().startswith(("//", "/*")) or line.endswith("*/")


def test_the_style_fetches_nothing() -> None:
    """No font, image or style sheet from anywhere."""
    style = FILES[PurePosixPath("assets/briefing.css")].decode()
    for forbidden in ("url(", "@import", "@font-face"):
        assert forbidden not in style


def test_a_page_is_made_anew_if_it_changed_and_not_if_another_did() -> None:
    """Keys of files stand for the page they are a view of."""
    edition = an_edition()
    first, *others = edition.pages
    changed = replace(edition, pages=(replace(first, deck=f"{first.deck}!"), *others), fingerprint="1" * 64)
    before, after = views(edition), views(changed)
    differing = {str(path) for path in before if before[path].key != after[path].key}
    index = {f"assets/search/{name}.js" for name in ("start", "words-0", "entries-0")}
    assert differing - index == files_of(first.path) | more_of(first) | {"data/edition.json"}


def test_a_page_shows_no_more_of_its_edition_than_its_key_stands_for() -> None:
    """What a view may know of other pages is in `surroundings`: there the views find the same."""
    made = an_edition()
    first, *others = made.pages
    pages = (replace(first, deck="Ирена Ветрова"), *others)
    edition = replace(made, pages=pages, languages=(("Ирена Ветрова", "bg"),))
    around = surroundings(edition)
    assert 'lang="bg"' in page_markdown(edition, pages[0])
    for page in edition.pages:
        assert page_markdown(edition, page) == page_markdown(around, page)
        assert page_text(edition, page) == page_text(around, page)
        assert page_record(edition, page) == page_record(around, page)
