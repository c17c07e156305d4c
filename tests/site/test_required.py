"""What mkdocs.yml must hold, and how little else is asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.config_options import Deprecated, Private
from mkdocs.config.defaults import MkDocsConfig

from generator.output.views import ASSETS
from generator.site import needs
from generator.site.needs import KNOWN, NEEDS, wrong_settings
from generator.site.policy import policy_of
from generator.site.settings import ASKED_BY_TEMPLATES, OUR_SCRIPTS, OUR_STYLES
from tests.site.projects import a_project
from tests.support.projects import BASE, ROOT, configured, copy_of, overlay

OF_THE_FILE = "config_file_path"


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The small project with words of its settings replaced."""
    project = copy_of(BASE, folder / "project")
    for old, new in changes:
        overlay(project, {"mkdocs.yml": {"old": old, "new": new}})
    return project


def told(project: Path) -> list[str]:
    """Code and message of each problem."""
    return [f"{problem.code}: {problem.message}" for problem in wrong_settings(configured(project))]


def test_the_settings_known_are_those_of_the_engine() -> None:
    """A new version of the engine that knows more, or less, is noticed here."""
    of_the_engine = {
        name for name, option in MkDocsConfig._schema if not isinstance(option, Deprecated | Private)
    }
    assert of_the_engine - {OF_THE_FILE} | {"INHERIT"} == KNOWN


def test_the_assets_that_settings_must_name_are_ours() -> None:
    """And none of them is forgotten but those that the search, and the table of figures, ask for."""
    assert {*OUR_STYLES, *OUR_SCRIPTS} <= {f"assets/{name}" for name in ASSETS}
    assert {f"assets/{name}" for name in ASSETS} - {*OUR_STYLES, *OUR_SCRIPTS} == {
        "assets/search.js",
        "assets/searching.js",
        "assets/figures.js",
        *ASKED_BY_TEMPLATES,
    }


def test_each_need_says_what_to_write() -> None:
    """In a line."""
    assert all(need.why and need.help and "\n" not in need.why + need.help for need in NEEDS)


@pytest.mark.parametrize("project", [ROOT, BASE, ROOT / "tests" / "subject"], ids=lambda path: path.name)
def test_no_engine_is_asked_about_the_usual_settings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` takes no longer for them."""
    monkeypatch.setattr(needs, "settings_refused", None)
    assert {problem.code for problem in wrong_settings(configured(project))} <= {"placeholder-address"}


HARMLESS = [
    (("strict: true\n", ""),),
    (("strict: true", "strict: false"),),
    (("docs_dir: build/pages", "docs_dir: ./build/pages/"),),
    (("  - admonition\n", ""), ("  - def_list\n", ""), ("  - tables\n", "")),
    (("  language: en\n", ""),),
    (("  language: en\n", "  language: de\n"),),
    (("    - toc.follow\n", "    - toc.follow\n    - navigation.expand\n"),),
    (("    omitted_files: ignore", "    omitted_files: info"),),
    (("strict: true\n", "strict: true\nuse_directory_urls: true\nnot_in_nav: sources/\n"),),
    (("strict: true\n", "strict: true\nexclude_docs:\nsite_author: Ada Marsh\ncopyright: © 2023\n"),),
    (("  generator: false\n", "  generator: false\n  briefing: {paper: !ENV [NO_SUCH_PAPER, letter]}\n"),),
    (("site_url: https://lake-talks.org/lake/", 'site_url: ""'),),
    (("INHERIT: build/nav.yml", "INHERIT: !ENV [NO_SUCH_FILE, build/nav.yml]"),),
]


@pytest.mark.parametrize("changes", HARMLESS)
def test_what_is_harmless_stays_allowed(
    changes: tuple[tuple[str, str], ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said of it, and no engine is asked."""
    monkeypatch.setattr(needs, "settings_refused", None)
    assert told(changed(tmp_path, *changes)) == []


def test_one_of_many_ways_to_write_the_same_is_as_good_as_another(tmp_path: Path) -> None:
    """Mappings for lists, whole names, bundles, merges, own files: the engine is asked, and agrees."""
    project = copy_of(BASE, tmp_path / "project")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    head = text[: text.index("theme:")]
    settings = f"""{head}
theme: &theme
  <<: {{font: false, name: material}}
  custom_dir: build/theme
plugins:
  search: {{}}
  tags: {{}}
markdown_extensions:
  markdown.extensions.attr_list:
  pymdownx.extra: {{}}
  smarty: {{smart_dashes: false}}
extra_css: [assets/briefing.css, assets/mine.css]
extra_javascript: [{{path: assets/previews.js}}, assets/filter.js]
hooks: [hooks.py]
repo_url: https://codeberg.org/upton/lake
extra: {{again: *theme}}
"""
    mine = {"mkdocs.yml": settings, "hooks.py": "", "build/pages/assets/mine.css": "p {}\n"}
    overlay(project, mine)
    assert told(project) == []
    assert not (project / "build" / "policy.json").exists(), "a check writes nothing"


@pytest.mark.parametrize(
    ("old", "new", "problem", "line"),
    [
        ("plugins:\n", "plugins:\n  - lakes\n", "site-engine: Config value 'plugins': The \"lakes\"", 39),
        (
            "      pipeline:",
            "      pipelines:",
            "site-engine: Config value 'plugins': Plugin 'material/search'",
            42,
        ),
        (
            "  - tables\n",
            "  - lakes\n",
            "site-engine: Config value 'markdown_extensions': Failed to load",
            50,
        ),
        ("    anchors: warn", "    anchor: warn", "site-engine: Config value 'validation'", 65),
        ("strict: true\n", "strict: true\nhooks: [lake.py]\n", "site-engine: Config value 'hooks'", 11),
        (
            "strict: true\n",
            "strict: true\ncopyright: <img src=https://a.b/x.png>\n",
            "third-party-request: 'https://a.b/x.png' is fetched from another host",
            11,
        ),
        ("strict: true\n", "strict: true\ndev_addr: here\n", "site-engine: Config value 'dev_addr'", 11),
        ("  language: en\n", "  logo: lake.png\n", "broken-link: '/lake/lake.png' leads to no file", 15),
        ("  - search:\n", "  - blog\n  - search:\n", "page-unexpected: the site has blog/index.html", 1),
    ],
)
def test_the_engine_is_asked_about_the_rest(
    tmp_path: Path, old: str, new: str, problem: str, line: int
) -> None:
    """What it would say of the site, it says of empty pages: once, at the place that is to blame."""
    (found,) = wrong_settings(configured(changed(tmp_path, (old, new))))
    assert f"{found.code}: {found.message}".startswith(problem)
    assert str(tmp_path) not in found.message
    assert found.span is not None
    assert found.span.line == line


def test_what_the_engine_would_break_down_over_is_told_by_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And at once: no engine is asked."""
    monkeypatch.setattr(needs, "settings_refused", None)
    project = changed(tmp_path, ("strict: true\n", "strict: true\nnot_in_nav: 5\n"))
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    head, rest = text[: text.index("  palette:")], text[text.index("extra:") :]
    (project / "mkdocs.yml").write_text(f"{head}  palette: {{primary: teal}}\n{rest}", encoding="utf-8")
    assert [each.partition(": ")[2][:40] for each in told(project)] == [
        "`not_in_nav` must be text",
        "`theme.palette` must be a list of colour",
    ]


def test_settings_that_a_site_was_built_with_are_not_asked_about_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The policy that is kept of them tells that they are good."""
    project = a_project(tmp_path / "project")
    overlay(project, {"mkdocs.yml": {"old": "plugins:\n", "new": "plugins:\n  - tags\n"}})
    policy_of(configured(project))
    monkeypatch.setattr("generator.site.policy.harmless_site", None)
    assert {problem.code for problem in wrong_settings(configured(project))} == {"placeholder-address"}
