"""The policy names the scripts of the theme, whatever stands on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.site import policy as policy_module
from generator.site.gate import inline_scripts, named
from generator.site.policy import CACHE, EngineCannotRun, headers_of, policy_of, policy_setting
from tests.site.projects import a_project
from tests.support.projects import configured

pytestmark = pytest.mark.slow

ATTACK = "alert('slipped in')"


def test_scripts_of_content_are_never_named(tmp_path: Path) -> None:
    """Neither one of a page nor one of the navigation, where titles stand raw."""
    clean = policy_of(configured(a_project(tmp_path / "clean")))
    attacked = a_project(tmp_path / "attacked", pages={"index.md": f"# Home\n\n<script>{ATTACK}</script>\n"})
    navigation = attacked / "build" / "nav.yml"
    navigation.write_text(f'nav: [{{"<script>{ATTACK}</script>": index.md}}]\n', encoding="utf-8")
    assert policy_of(configured(attacked)) == clean
    assert named(ATTACK) not in clean


def test_the_policy_allows_our_files_and_the_theme_alone(tmp_path: Path) -> None:
    """Nothing inline but by hash, nothing evaluated, nothing from elsewhere, no address that ends a page."""
    policy = policy_of(configured(a_project(tmp_path / "project")))
    directives = {words[0]: words[1:] for words in (part.split() for part in policy.split(";"))}
    assert directives["default-src"] == ["'none'"]
    assert directives["style-src"] == ["'self'"]
    assert directives["script-src"][0] == "'self'"
    assert all(each.startswith("'sha256-") for each in directives["script-src"][1:])
    assert len(directives["script-src"]) > 5
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors" not in directives, "browsers ignore it in a meta element, and complain"


def test_the_theme_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build asks no engine."""
    project = a_project(tmp_path / "project")
    first = policy_of(configured(project))
    policy_module._rehearsed.cache_clear()
    monkeypatch.setattr(policy_module, "harmless_site", None)
    assert policy_of(configured(project)) == first


def test_other_settings_or_templates_are_looked_at_anew(tmp_path: Path) -> None:
    """What is kept holds only for what it was made of."""
    project = a_project(tmp_path / "project")
    keys = set()
    for change in ("mkdocs.yml", "build/theme/page.html", "build/pages/index.md"):
        policy_of(configured(project))
        keys.add((project / CACHE).read_bytes())
        with (project / change).open("a") as file:
            file.write("copyright: Mine\n" if change == "mkdocs.yml" else "\n\n")
    policy_of(configured(project))
    keys.add((project / CACHE).read_bytes())
    assert len(keys) == 3, "pages do not count"


@pytest.mark.parametrize("kept", ["[]", '{"key": 1'])
def test_a_spoilt_cache_is_made_again(tmp_path: Path, kept: str) -> None:
    """It is only a cache."""
    project = a_project(tmp_path / "project")
    (project / CACHE).write_text(kept)
    assert "sha256-" in policy_of(configured(project))


def test_settings_that_no_engine_can_use_are_a_refusal_of_one_line(tmp_path: Path) -> None:
    """The message says what the engine said."""
    project = a_project(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text().replace("name: material", "name: no-such-theme")
    (project / "mkdocs.yml").write_text(settings)
    with pytest.raises(EngineCannotRun, match="no-such-theme") as refusal:
        policy_of(configured(project))
    assert "\n" not in str(refusal.value)


def test_the_headers_say_what_a_meta_element_cannot() -> None:
    """Who may frame the pages, and that types are not to be guessed."""
    headers = headers_of("default-src 'none'")
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_each_engine_has_its_own_policy_under_extra() -> None:
    """Scripts of another engine's theme would be blocked."""
    assert policy_setting("mkdocs") == policy_setting("properdocs") != policy_setting("zensical")


@pytest.mark.parametrize(
    ("script", "is_run"),
    [
        ("<script>x</script>", True),
        ('<script type="">x</script>', True),
        ('<script type="text/javascript">x</script>', True),
        ('<script type=" Module ">x</script>', True),
        ("<svg><script>x</script></svg>", True),
        ('<script type="application/json">x</script>', False),
        ('<script type="application/ld+json">x</script>', False),
        ('<script src="a.js">x</script>', False),
    ],
)
def test_only_what_a_browser_runs_counts(script: str, is_run: bool) -> None:
    """Data blocks and outside files need no hash."""
    assert list(inline_scripts(LexborHTMLParser(f"<body>{script}"))) == (["x"] if is_run else [])
