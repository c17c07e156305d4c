"""Addresses that moved lead on, whatever serves the site."""

from __future__ import annotations

import dataclasses
from pathlib import Path, PurePosixPath

from generator.site.finish import moved_pages, write_moved
from generator.site.gate import check_site
from tests.support.dossiers import edition
from tests.support.projects import BASE

PAGES = ("index.html", "rounds/new/index.html", "glossary/index.html")


def a_site(folder: Path) -> Path:
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text('<p id="here">Here.</p>', encoding="utf-8")
    (folder / "data" / "rounds").mkdir(parents=True)
    (folder / "data" / "rounds" / "new.json").write_text("{}", encoding="utf-8")
    return folder


def test_an_old_address_answers_and_leads_on(tmp_path: Path) -> None:
    """As a page without script, in its other forms, and in the list that hosts read."""
    site = a_site(tmp_path)
    redirects = (("rounds/old", "rounds/new"), ("people/x", "glossary#here"), ("glossary#a", "glossary#b"))
    moved = dataclasses.replace(edition(BASE), redirects=redirects)
    write_moved(site, moved, "/talks/")
    page = (site / "rounds" / "old" / "index.html").read_text("utf-8")
    assert 'content="0; url=../new/"' in page
    assert '<a href="../new/">' in page
    assert "<script" not in page
    assert 'href="../../glossary/#here"' in (site / "people" / "x" / "index.html").read_text("utf-8")
    assert (site / "data" / "rounds" / "old.json").read_text("utf-8") == "{}"
    assert (site / "_redirects").read_text("utf-8").splitlines() == [
        "/talks/rounds/old/ /talks/rounds/new/ 301",
        "/talks/people/x/ /talks/glossary/#here 301",
    ]
    pages = ("index.md", "rounds/new.md", "glossary.md")
    assert check_site(site, [*map(PurePosixPath, pages), *moved_pages(moved)]) == ()
