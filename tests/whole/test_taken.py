"""What people take along of the whole site: read by others' programs, and leading back to the site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.addresses import SiteFiles
from generator.project import Project
from tests.support.taken import LIVE, destinations, elements, pandoc, tree

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
