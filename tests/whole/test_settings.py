"""What mkdocs.yml says of the site's address reaches every form; what it says wrongly stops every command."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.projects import BASE, copy_of, overlay

ADDRESS = "site_url: https://lake-talks.org/lake/"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
OG_URL = re.compile(r'<meta property="og:url" content="([^"]*)"')


def run(project: Path, *arguments: str) -> Result:
    """A command of the program; whatever happens, no exception comes out of it."""
    result = CliRunner().invoke(main, [*arguments, "-C", str(project)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("site_url: http://intranet/talks", "http://intranet/talks/"),
        ("site_url: !ENV [NO_SUCH_URL, BRIEFING_TEST_URL, null]", "https://lake-talks.net/"),
        ('site_url: ""', None),
    ],
)
def test_engine_and_program_agree_on_the_address(
    setting: str, address: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sitemap, robots, canonical, og:url, picture, feeds, redirects: one address, or none."""
    monkeypatch.setenv("BRIEFING_TEST_URL", "https://lake-talks.net")
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, {"mkdocs.yml": {"old": ADDRESS, "new": setting}})
    assert run(project, "check", "--strict").exit_code == 0
    assert run(project, "build", "--no-pdf", "--no-cache").exit_code == 0
    site = project / "build" / "site"
    page = (site / "rounds" / "lake-round" / "index.html").read_text(encoding="utf-8")
    atom = (site / "feeds" / "index.atom").read_text(encoding="utf-8")
    assert (site / "sitemap.xml").exists() is (site / "robots.txt").exists() is (address is not None)
    if address is None:
        assert not CANONICAL.search(page)
        assert not OG_URL.search(page)
        return
    here = f"{address}rounds/lake-round/"
    assert CANONICAL.findall(page) == OG_URL.findall(page) == [here]
    assert f'content="{address}share/rounds/lake-round.png"' in page
    assert f"<loc>{here}</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"Sitemap: {address}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    assert f'rel="self" type="application/atom+xml" href="{address}feeds/index.atom"' in atom
    assert run(project, "hosting", "path").output == urlsplit(address).path + "\n"


def test_another_environment_makes_another_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build does not take the site on show for current if a variable of the settings has changed."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(
        project,
        {"mkdocs.yml": {"old": "strict: true\n", "new": "strict: true\ncopyright: !ENV [WHOSE, Nobody]\n"}},
    )
    for owner in ("Ada", "Bea"):
        monkeypatch.setenv("WHOSE", owner)
        assert "new site" in run(project, "build", "--no-pdf").output
        assert f"{owner}\n" in (project / "build/site/index.html").read_text(encoding="utf-8").replace(
            "</div>", "\n"
        )
    assert "is current" in run(project, "build", "--no-pdf").output


BROKEN = {
    "broken": "site_name: [",
    "a list": "- a\n",
    "empty": "",
    "a comment": "# a\n",
    "two documents": "site_name: A\n---\nsite_name: B\n",
    "too deep": "a: " + "[" * 100,
    "no utf-8": {"hex": "e9"},
    "nul": {"hex": "613a2000"},
    "control": "a: \x1b\n",
    "an unknown tag": "site_name: !lake A\n",
    "an unknown alias": "site_name: *a\n",
    "a wrong variable": "site_url: !ENV {a: b}\n",
    "a wrong date": "extra: {since: 2023-13-45}\n",
    "missing": None,
    "a link": {"link": "/etc/hostname"},
}


def test_settings_nested_deeper_than_any_reader_goes_are_refused(tmp_path: Path) -> None:
    """Also where reading them would exhaust the stack."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, {"mkdocs.yml": "a: " + "[" * 20_000})
    result = run(project, "check")
    assert result.exit_code == 1
    assert "yaml-too-deep" in result.output


@pytest.mark.parametrize("name", BROKEN)
def test_no_command_fails_with_a_traceback(name: str, tmp_path: Path) -> None:
    """A diagnostic from those that read the settings; the others say what they need, or go on without."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, {"mkdocs.yml": BROKEN[name], "build/site/index.html": "<h1>A site</h1>"})
    for arguments in (
        ("check",),
        ("build",),
        ("build", "--pages-only"),
        ("pdf", "lake-level"),
        ("hosting", "nginx"),
        ("serve",),
    ):
        result = run(project, *arguments)
        assert result.exit_code == 1, (arguments, result.output)
        assert "mkdocs.yml:" in result.output, (arguments, result.output)
    assert run(project, "diff", str(project), str(project)).exit_code == 2
    for arguments in (("suggest", "names"), ("audit",), ("links",)):
        assert run(project, *arguments).exit_code in (0, 1, 2)
