"""Pages as they are read from disk: where links lead, what the policy allows, what the search reads."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from generator.site.finish import offline_address, offline_page, search_script, write_archive
from tests.support.wording import ENGLISH


@pytest.mark.parametrize(
    ("address", "from_disk"),
    [
        ("../london/", "../london/index.html"),
        ("../london/#result", "../london/index.html#result"),
        ("../..", "../../index.html"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("a/?h=x#y", "a/index.html?h=x#y"),
        ("#note-1", "#note-1"),
        ("", ""),
        ("?q=x", "?q=x"),
        ("../data/a.json", "../data/a.json"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/a/", "//example.org/a/"),
        ("mailto:a@example.org/", "mailto:a@example.org/"),
    ],
)
def test_links_lead_to_files(address: str, from_disk: str) -> None:
    """Folders become the page in them; anchors stay, and so does what leads elsewhere."""
    assert offline_address(address) == from_disk


def test_only_links_are_changed() -> None:
    """Words that look like a link stay as they are; so do scripts, which the policy names by their hash."""
    html = (
        '<p title="x > y">href="a/" and &lt;a href="b/"&gt;</p>'
        "<script>document.write('<a href=\"c/\">')</script>"
        '<a title="1 > 0" href="d/">D</a>'
    )
    assert offline_page(html) == html.replace('href="d/"', 'href="d/index.html"')


def test_the_policy_knows_files_and_stays_strict() -> None:
    """Everything else of it is as it was."""
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src {}">'
    page = offline_page(policy.format("&#39;self&#39; &#39;sha256-x&#39;"))
    assert page == policy.format("&#39;self&#39; file: &#39;sha256-x&#39;")


def test_the_stand_in_for_the_worker_comes_before_the_theme() -> None:
    """From the same place as the theme's own script; the page no longer offers itself as a file."""
    theme = '<script defer src="../assets/javascripts/bundle.1.min.js"></script>'
    page = offline_page(f'<a href="../site.zip" download>A file</a>{theme}')
    assert page == f'<script defer src="../assets/offline.js"></script>{theme}'


def test_search_results_lead_to_files() -> None:
    """The index as a script; a word that would end a script element cannot, nor break a line of it."""
    index = {"config": {}, "docs": [{"location": "", "text": "</script>\u2028"}, {"location": "a/#b"}]}
    script = search_script(json.dumps(index)).decode()
    assert script.startswith("var __index = {")
    told = json.loads(script.removeprefix("var __index = ").rstrip(";\n"))
    assert [entry["location"] for entry in told["docs"]] == ["index.html", "a/index.html#b"]
    assert script.isascii()


def test_the_same_site_is_packed_to_the_same_bytes(tmp_path: Path) -> None:
    """Whenever its files were written; packing again does not pack the archive."""
    packed = []
    for name in ("one", "two"):
        site = tmp_path / name
        for path in ("index.html", "b/index.html", "share/index.png", "a.js.map", "_headers"):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(f"<p>{path}</p>")
        write_archive(site, ENGLISH)
        write_archive(site, ENGLISH)
        packed.append((site / "site.zip").read_bytes())
    assert packed[0] == packed[1]
    with zipfile.ZipFile(tmp_path / "one" / "site.zip") as archive:
        assert archive.namelist() == ["site/assets/offline.js", "site/b/index.html", "site/index.html"]
