"""Printing from the command line, and what the site then links to."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.project import Project
from tests.support.pdfs import model_of
from tests.support.projects import BASE, copy_of
from tests.support.sites import a_copy

pytestmark = pytest.mark.slow

NAME = "briefings/lake-level"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of(BASE, tmp_path / "project")


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-C", str(project)])


def test_pages_link_to_their_pdf_only_if_it_was_made(small: Project, tmp_path: Path) -> None:
    """With `--no-pdf` there is no file and no link; without it, both."""
    project = a_copy(small, tmp_path / "project").root
    page, file = project / f"build/pages/{NAME}.md", project / f"build/site/pdf/{NAME}.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert f"[PDF](../pdf/{NAME}.pdf)" in page.read_text(encoding="utf-8")
    assert (project / "build/site/pdf/dossier.pdf").read_bytes().startswith(b"%PDF")
    for name in ("index", "about"):
        text = (project / f"build/pages/{name}.md").read_text(encoding="utf-8")
        assert "[The whole edition as a book &#40;PDF&#41;](pdf/dossier.pdf)" in text
    assert run(project, "build", "--no-pdf").exit_code == 0
    assert not file.exists()
    assert "PDF" not in page.read_text(encoding="utf-8")


def test_one_page_is_printed_by_its_id(project: Path) -> None:
    result = run(project, "pdf", "lake-level", "--paper", "letter")
    assert result.exit_code == 0, result.output
    assert (project / "build/print/lake-level.pdf").read_bytes().startswith(b"%PDF")


def test_the_dossier_is_printed_by_its_name(project: Path) -> None:
    result = run(project, "pdf", "dossier")
    assert result.exit_code == 0, result.output
    assert (project / "build/print/dossier.pdf").read_bytes().startswith(b"%PDF")


def test_an_unknown_page_is_named(project: Path) -> None:
    result = run(project, "pdf", "lake-leval")
    assert result.exit_code == 1
    assert "error[not-printed]" in result.output


def test_an_unknown_paper_is_shown_in_the_settings(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    changed = text.replace("\nextra:\n", "\nextra:\n  briefing: {paper: a5}\n")
    settings.write_text(changed, encoding="utf-8")
    result = run(project, "pdf", "lake-level")
    assert result.exit_code == 1
    assert "error[unknown-paper]" in result.output
    assert "mkdocs.yml:" in result.output


def test_every_pdf_and_its_page_lead_to_each_other(small: Project) -> None:
    """Each link to a PDF leads to one, each PDF is linked, and names a page that is there."""
    site = small.site
    made = {path for path in (site / "pdf").rglob("*.pdf")}
    linked: set[Path] = set()
    for page in site.rglob("*.html"):
        for address in re.findall(r'href="?([^" >]+\.pdf)"?', page.read_text(encoding="utf-8")):
            linked.add((page.parent / unquote(address)).resolve())
    assert linked == {path.resolve() for path in made}
    assert len(made) >= 3
    for path in made:
        address = urlsplit(str(model_of(path.read_bytes())["url"])).path
        settings = (small.root / "mkdocs.yml").read_text(encoding="utf-8")
        root = urlsplit(re.findall(r"site_url: *(\S+)", settings)[0]).path
        assert (site / address.removeprefix(root) / "index.html").is_file(), address
