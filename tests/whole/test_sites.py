"""Whole sites: the real one and the second subject, built again, and with three engines."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.compose.crosslinks import web_of
from generator.pipeline import build, composed
from generator.project import Project
from generator.site.gate import html_of, read_page

ENGINES = {
    "mkdocs": ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict"),
    "zensical": ("zensical", "build", "--strict"),
}


def test_a_second_build_rewrites_no_page_and_no_site(real: Project) -> None:
    """Nothing changed, so nothing is touched."""
    before = {path: path.stat().st_mtime_ns for path in real.build.rglob("*") if path.is_file()}
    outcome = build(real)
    assert outcome.published is not None
    assert outcome.published.written == ()
    assert not outcome.is_site_new
    after = {path: path.stat().st_mtime_ns for path in real.build.rglob("*") if path.is_file()}
    assert after == before


def test_the_second_subject_builds_a_full_site(second: Project) -> None:
    """Another subject needs sources and YAML only: every kind of page is there."""
    pages = {path.relative_to(second.site).as_posix() for path in second.site.rglob("*.html")}
    for kind in ("briefings", "rounds", "people", "sources"):
        assert f"{kind}/index.html" in pages
        assert any(re.fullmatch(rf"{kind}/[^/]+/index\.html", page) for page in pages), kind
    assert {"index.html", "timeline/index.html", "glossary/index.html", "about/index.html"} <= pages
    assert "disagreements/index.html" in pages


@pytest.mark.parametrize("name", ["real", "second"])
def test_the_places_that_check_knows_are_those_of_the_built_pages(
    name: str, request: pytest.FixtureRequest
) -> None:
    """No more and no fewer: a link that `check` passes leads somewhere. The theme's begin with `__`."""
    project: Project = request.getfixturevalue(name)
    edition, _ = composed(project)
    assert edition is not None
    for page in edition.pages:
        path = html_of(PurePosixPath(f"{page.path}.md"))
        built = read_page(path, (project.site / path).read_text(encoding="utf-8")).ids
        of_content = {each for each in built if not each.startswith(("__", "table-"))}
        assert of_content == {name for name, _ in web_of(page).anchors}, page.path


def test_hostile_source_text_is_shown_and_does_nothing(second: Project) -> None:
    """Markdown, HTML and templates in a source render as themselves."""
    page = (second.site / "sources" / "harbour-notes" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "alert(1)" in page.replace("&#40;", "(").replace("&#41;", ")")
    assert 'href="javascript:' not in page


@pytest.mark.parametrize("engine", ENGINES)
def test_three_engines_build_the_same_pages(real: Project, tmp_path: Path, engine: str) -> None:
    """From the same mkdocs.yml, unchanged, strictly."""
    project = tmp_path / "project"
    shutil.copytree(real.root, project, ignore=shutil.ignore_patterns("site", "staging", "*.stamp", ".lock"))
    command = [str(Path(sys.executable).parent / ENGINES[engine][0]), *ENGINES[engine][1:]]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {
        path.relative_to(project / "build" / "site") for path in (project / "build" / "site").rglob("*.html")
    }
    wanted = {path.relative_to(real.site) for path in real.site.rglob("*.html")}
    assert wanted - pages == set()
    built = project / "build" / "site"
    glossary, briefing = (
        (built / name / "index.html").read_text(encoding="utf-8")
        for name in ("glossary", "briefings/rare-earths")
    )
    sections = {link for link in contents_of(glossary) if not link.startswith("#letter-")}
    assert sections == {"#related", "#notes"}
    assert len(contents_of(briefing)) > 10
    head, body = (LexborHTMLParser(glossary).css(f"{part} script[src]") for part in ("head", "body"))
    assert all("defer" in script.attributes for script in head)
    # Zensical has a search of its own, and keeps it.
    has_our_search = engine != "zensical"
    assert [len(head), len(body)] == [3 + has_our_search, 0], "asked for in the head, once"
    assert ("search.js?theme=" in glossary) is has_our_search


def contents_of(html: str) -> set[str]:
    """Where the table of contents leads, which a large glossary keeps to its sections."""
    links = LexborHTMLParser(html).css(".md-sidebar--secondary .md-nav--secondary .md-nav__link[href]")
    return {link.attributes.get("href") or link.attributes.get("xlink:href") or "" for link in links}
