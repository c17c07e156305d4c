"""What people take along of the whole site: read by others' programs, and leading back to the site."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import docx
import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.addresses import SiteFiles
from generator.project import Project
from tests.support.programs import needed
from tests.support.taken import (
    LIVE,
    destinations,
    elements,
    faults_by_epubcheck,
    faults_of_word,
    fields_of_word,
    lost_links_of_epub,
    pandoc,
    parts_of_word,
    tree,
)

LEFT_OVER = ("{:", "<span", "[^", "**", "|--", "&#", "\\")


@pytest.mark.parametrize("name", ["real", "second"])
def test_pandoc_reads_every_page_without_a_mark_left_over(name: str, request: pytest.FixtureRequest) -> None:
    """Nothing raw, nothing that it complains of, no mark but in words of the page; all of them in one run."""
    project = request.getfixturevalue(name)
    files = sorted(_markdown_of(project))
    assert files
    text = b"\n\n".join(_renumbered(file.read_text(encoding="utf-8"), at) for at, file in enumerate(files))
    assert not {kind for kind, _ in elements(tree(text))} & LIVE
    plain = pandoc(text, "markdown", "plain")
    said = "".join(each.read_text(encoding="utf-8") for each in (project.site / "data").rglob("*.txt"))
    assert not [mark for mark in LEFT_OVER if mark in plain and mark not in said]


def _markdown_of(project: Project) -> list[Path]:
    return [*(project.site / "data").rglob("*.md")]


def _renumbered(text: str, at: int) -> bytes:
    """The text of a page without its front matter, its notes called otherwise than those of others."""
    return text.split("---\n", 2)[2].replace("[^", f"[^p{at}-").encode()


@pytest.mark.parametrize("name", ["real", "second"])
def test_every_word_file_is_sound(name: str, request: pytest.FixtureRequest) -> None:
    """One for each PDF file; none has a field but the number of the page."""
    site = request.getfixturevalue(name).site
    files = {file.relative_to(site / "docx").with_suffix("") for file in (site / "docx").rglob("*.docx")}
    assert files == {file.relative_to(site / "pdf").with_suffix("") for file in (site / "pdf").rglob("*.pdf")}
    for file in files:
        made = (site / "docx" / file).with_suffix(".docx").read_bytes()
        assert not [*faults_of_word(made)], file
        assert fields_of_word(made) == {" PAGE "}


def test_libreoffice_opens_and_saves_a_briefing(real: Project, tmp_path: Path) -> None:
    """What was saved there has the same headings, tables and words, and as many notes."""
    file = real.site / "docx" / "briefings" / "rare-earths.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "docx:MS Word 2007 XML"
    command = (needed("soffice"), profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path))
    subprocess.run((*command, str(file)), check=True, capture_output=True)
    before, after = file.read_bytes(), (tmp_path / file.name).read_bytes()
    assert _shape(after) == _shape(before)
    assert _notes(after) == _notes(before)


def _shape(content: bytes) -> tuple[list[tuple[str, str]], list[list[str]], str]:
    """The headings, the cells of the tables, title and language of a Word file, as python-docx reads them."""
    opened = docx.Document(io.BytesIO(content))
    styled = [(each.style.name or "", each.text) for each in opened.paragraphs if each.style]
    headings = [
        (name.casefold(), text) for name, text in styled if name.casefold().startswith(("head", "title"))
    ]
    cells = [[cell.text for row in table.rows for cell in row.cells] for table in opened.tables]
    return headings, cells, opened.core_properties.title


def _notes(content: bytes) -> list[int]:
    parts = parts_of_word(content)
    return [len(list(parts[f"word/{kind}s.xml"])) for kind in ("footnote", "endnote")]


def test_the_checker_of_the_w3c_has_nothing_against_the_dossier(second: Project, tmp_path: Path) -> None:
    """Every link leads somewhere, no error, no warning, no remark."""
    made = (second.site / SiteFiles.EPUB).read_bytes()
    assert not [*lost_links_of_epub(made)]
    assert not faults_by_epubcheck(made, tmp_path)


@pytest.mark.parametrize("name", ["real", "second"])
def test_every_link_leads_to_a_place_of_the_site(name: str, request: pytest.FixtureRequest) -> None:
    """To a page and an anchor that it has, from where the file lies; and to whatever else is on the web."""
    project = request.getfixturevalue(name)
    home = LexborHTMLParser((project.site / "index.html").read_bytes()).css_first("link[rel=canonical]")
    base = (home.attributes["href"] if home else None) or "https://site.example/"
    known: dict[str, set[str]] = {}
    for file in [*_markdown_of(project), project.site / SiteFiles.LLMS]:
        here = urljoin(base, file.relative_to(project.site).as_posix())
        for link in destinations(file.read_text(encoding="utf-8")):
            whole = urljoin(here, link)
            if whole.startswith(base):
                _assert_it_is_there(project.site, whole.removeprefix(base), known)


def _assert_it_is_there(site: Path, address: str, known: dict[str, set[str]]) -> None:
    parts = urlsplit(address)
    file = site / unquote(parts.path)
    file = file / "index.html" if file.is_dir() else file
    assert file.is_file(), address
    if parts.fragment:
        if parts.path not in known:
            tree = LexborHTMLParser(file.read_bytes())
            known[parts.path] = {node.attributes["id"] or "" for node in tree.css("[id]")}
        assert unquote(parts.fragment) in known[parts.path], address
