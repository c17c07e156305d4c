"""The files of a site have one address each, and one home for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.addresses import DataForm, PageFiles, SiteFiles, folder_of, seen_from

PROGRAM = Path(__file__).parents[2] / "generator"
WRITTEN = re.compile(
    r"(?:\.\./)*(?:(?:data|pdf|share|feeds|assets)/[\w./-]*|(?:site\.zip|_headers|_redirects|robots\.txt)\Z)"
)
# The theme's own scripts, and a template of ours that names one of ours in the theme's words.
OF_THE_THEME = re.compile(r"assets/(?:javascripts|stylesheets|images)\b")


def written_in(source: str) -> Iterator[str]:
    """The addresses of files that stand in a module's own texts."""
    tree = ast.parse(source)
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for text in texts:
        if isinstance(text, str) and WRITTEN.match(text) and not OF_THE_THEME.match(text):
            yield text


def test_no_module_writes_the_address_of_a_file_by_hand() -> None:
    """Whoever needs one asks; only `model/addresses.py` knows where files are."""
    modules = [path for path in PROGRAM.rglob("*.py") if path != PROGRAM / "model" / "addresses.py"]
    found = {path.name: [*written_in(path.read_text(encoding="utf-8"))] for path in modules}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_addresses_written_by_hand_are_seen() -> None:
    """In a text and in the first piece of a formatted one."""
    source = 'a = f"data/{page}.json"\nb = "../feeds/index.atom"\nc = "site.zip"\nd = "a pdf/A file"\n'
    assert sorted(written_in(source)) == ["../feeds/index.atom", "data/", "site.zip"]


def test_no_two_files_of_a_page_share_an_address() -> None:
    """Whatever its forms, each is a file of its own; so are those of the whole site."""
    files = PageFiles("briefings/lake-level")
    made = [*(files.data(form) for form in DataForm), files.pdf, files.picture, files.calendar]
    made += [files.feed.atom, files.feed.json, SiteFiles.FEED.atom, SiteFiles.FEED.json]
    made += [SiteFiles.bibliography(form) for form in DataForm]
    made += [SiteFiles.MANIFEST, SiteFiles.DOSSIER, SiteFiles.ARCHIVE, SiteFiles.asset("briefing.css")]
    assert len(made) == len({*made})


@pytest.mark.parametrize(
    ("page", "address"),
    [("index", "pdf/x.pdf"), ("rounds/index", "../pdf/x.pdf"), ("rounds/first", "../pdf/x.pdf")],
)
def test_a_file_is_seen_from_the_markdown_of_a_page(page: str, address: str) -> None:
    """One step up from each folder."""
    assert seen_from(page, "pdf/x.pdf") == address


@pytest.mark.parametrize(
    ("page", "folder"),
    [("index", ""), ("timeline", "timeline/"), ("rounds/index", "rounds/"), ("a/b", "a/b/")],
)
def test_a_page_is_shown_in_a_folder(page: str, folder: str) -> None:
    """An index is the folder itself."""
    assert folder_of(page) == folder
