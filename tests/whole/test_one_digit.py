"""One digit changed in one source of the real content, mended, released and built: what of the site differs.

The procedure is an editor's, command by command; what may differ is read off the two manifests.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editions.manifest import Manifest, manifest_of, read_manifest
from generator.editions.release import LATEST, compact
from generator.model.addresses import SiteFiles
from generator.model.editions import ItemKind
from generator.output.data.annotations import ANNOTATIONS_FILE
from generator.output.data.site_graph import GRAPH_FILE
from generator.project import Project
from tests.support.digit import a_digit, change_source, citing, mend_content, tells_of
from tests.support.dossiers import edition
from tests.support.projects import ROOT
from tests.support.sites import a_copy

# Whole-site files that hold every page, or the words of every page.
ARCHIVES = {
    *(SiteFiles.ARCHIVE, SiteFiles.DOSSIER, SiteFiles.MANIFEST, SiteFiles.LLMS),
    *(SiteFiles.WORD, SiteFiles.EPUB),
    *(SiteFiles.DATABASE, SiteFiles.DATA_PACKAGE),
    *(SiteFiles.export(name) for name in (GRAPH_FILE, ANNOTATIONS_FILE)),
}
TELLING = (".ics", ".csv")
"""Calendars and tables of the whole edition, of which those differ that tell of the figure."""

EDITIONS = "editions/index"
SEARCHED = "assets/search/"


def briefing(project: Path, command: str, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "-C", str(project), *options])


@pytest.fixture(scope="module")
def changed(real: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project with its site built, whose content is as the last edition; one digit changed."""
    project = a_copy(real, tmp_path_factory.mktemp("digit") / "project").root
    (project / LATEST).write_bytes(compact(manifest_of(edition(ROOT))))
    change_source(project, a_digit())
    return project


@pytest.fixture(scope="module")
def noted(real: Project, changed: Path) -> dict[str, Any]:
    """What `briefing diff` says once the content is mended, released as a correction, and built."""
    failed = briefing(changed, "check", "--format", "json")
    errors = (each for each in json.loads(failed.stdout) if each["code"] == "quotation-not-found")
    named = {f"{each['span']['path']}:{each['span']['line']}" for each in errors}
    assert (failed.exit_code, named) == (1, citing(changed, a_digit()))
    mend_content(changed, a_digit())
    assert briefing(changed, "check").exit_code == 0
    told = briefing(changed, "diff", str(real.site), "--format", "json")
    assert briefing(changed, "release", "--importance", "correction").exit_code == 0
    assert briefing(changed, "build").exit_code == 0
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def manifest_in(site: Path) -> Manifest:
    return read_manifest((site / SiteFiles.MANIFEST).read_bytes(), SiteFiles.MANIFEST)


MARKED = re.compile(rb'<p class="changes-since".*?</p>\n?| data-change="[a-z]+"', re.DOTALL)
"""What a page says and marks of the changes since the edition before."""


def unmarked(name: str, content: bytes) -> bytes:
    """A file of the site without what tells of the changes since the edition before, in pages and records."""
    if name.endswith(".html"):
        return MARKED.sub(b"", content)
    record = json.loads(content) if name.startswith("data/") and name.endswith(".json") else None
    if isinstance(record, dict):
        return json.dumps({key: value for key, value in record.items() if key != "since"}).encode()
    return content


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def html_of(page: str) -> str:
    return f"{page}.html" if PurePosixPath(page).name == "index" else f"{page}/index.html"


def test_the_note_names_the_figure_its_statements_and_their_pages(noted: dict[str, Any]) -> None:
    """Nothing else changed, and no page differs that does not show the figure."""
    digit = a_digit()
    (figure,) = (each for each in noted["changes"] if each["kind"] == "figure")
    assert (figure["label"], figure["before"]["details"]["low"], figure["after"]["details"]["low"]) == (
        digit.label,
        digit.value,
        digit.other,
    )
    for each in noted["changes"]:
        assert each["what"] == "changed"
        assert digit.other in str(each["after"]) or each["remarks"] == ["its text or the notes on it changed"]
    assert {page for each in noted["changes"] for page in each["pages"]} <= set(noted["pages"])


def words_of(page: Path) -> str:
    """What a page shows, without its markup."""
    return html.unescape(re.sub(r"<[^>]*>", " ", page.read_text("utf-8")))


def test_the_pages_that_differ_are_those_that_show_the_digit(changed: Path, noted: dict[str, Any]) -> None:
    """Each of them has the new value, and no page that did not change has it."""
    other = re.compile(rf"\b{re.escape(a_digit().other)}\s*(?:%|percent)")
    site = changed / "build" / "site"
    pages = {item.id for item in manifest_in(site).of(ItemKind.PAGE)}
    showing = {page for page in pages if other.search(words_of(site / html_of(page)))}
    # About counts what was accepted: with the digit an acceptance of the statement dies.
    assert showing | {"about"} == {*noted["pages"], EDITIONS}


def test_no_other_file_of_the_site_differs(real: Project, changed: Path, noted: dict[str, Any]) -> None:
    """Those pages in all their forms, the feeds that tell of it, the search index, the manifest, archives.

    Pages that marked what the edition before had changed mark it no more, which is all that differs on them.
    """
    old, new = contents(real.site), contents(changed / "build" / "site")
    assert not [name for name in old.keys() ^ new.keys() if not name.startswith(SEARCHED)]
    # The picture of the page of editions shows its deck, which tells how many there are.
    expected = {*ARCHIVES, f"share/{EDITIONS}.png"}
    for page in (*noted["pages"], EDITIONS):
        forms = (f"data/{page}.", f"docx/{page}.", f"pdf/{page}.")
        expected |= {html_of(page), *(name for name in new if name.startswith(forms))}
    for page in ("index", *(page for each in noted["changes"] for page in each["pages"])):
        expected |= {name for name in new if name.startswith(f"feeds/{page}.")}
    manifests = manifest_in(real.site), manifest_in(changed / "build" / "site")
    expected |= {name for name in new if name.endswith(TELLING) and tells_of(new[name], *manifests)}
    # What the search reads numbers the places of all pages: a line more moves those after it.
    assert any(name.startswith(SEARCHED) and old.get(name) != new[name] for name in new)
    others = {name for name in new if not name.startswith(SEARCHED)}
    assert {name for name in others if unmarked(name, old[name]) != unmarked(name, new[name])} == expected
    printed = {name for name in new if name.startswith("pdf/")}
    assert len(printed & expected) < len(printed) / 4


def test_a_corrected_statement_keeps_a_line_under_its_old_address(
    changed: Path, noted: dict[str, Any]
) -> None:
    """Whoever comes by an old link reads what was said, what is said now, and since when."""
    statements = (each for each in noted["changes"] if each["kind"] == "statement")
    corrected = [each for each in statements if each["before"]["text"] != each["after"]["text"]]
    assert corrected
    for each in corrected:
        for place in each["before"]["places"]:
            page, _, anchor = place.partition("#")
            text = (changed / "build" / "site" / html_of(page)).read_text("utf-8")
            assert f'id="{anchor}"' in text
            assert ">corrected<" in text
