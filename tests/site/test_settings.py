"""Settings are changed without being understood."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.site.settings import (
    Configured,
    address_of,
    custom_templates,
    docs_folder,
    print_settings,
    resolved,
    site_words,
    variant,
)
from tests.support.projects import configured

SETTINGS = """\
INHERIT: build/nav.yml
site_name: "Überblick: eins"
docs_dir: build/pages
theme: {name: material, custom_dir: build/theme}
extra: {place: !ENV [NO_SUCH_PLACE, nowhere]}
hooks: [hooks/one.py, two.py]
watch: [data]
markdown_extensions:
  - toc: {slugify: !!python/name:pymdownx.slugs.slugify {}}
"""


def a_project(folder: Path, settings: str = SETTINGS) -> Configured:
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return configured(folder)


def test_places_become_absolute(tmp_path: Path) -> None:
    """The settings work from any folder."""
    read = yaml.load(variant(a_project(tmp_path), {}), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    here = tmp_path.resolve()
    assert read["INHERIT"] == str(here / "build" / "nav.yml")
    assert read["docs_dir"] == str(here / "build" / "pages")
    assert read["theme"]["custom_dir"] == str(here / "build" / "theme")
    assert read["hooks"] == [str(here / "hooks" / "one.py"), str(here / "two.py")]
    assert read["watch"] == [str(here / "data")]
    assert read["site_name"] == "Überblick: eins"


def test_tags_that_only_an_engine_knows_pass_through(tmp_path: Path) -> None:
    """No code is looked up or run for them."""
    text = variant(a_project(tmp_path), {})
    assert "!!python/name:pymdownx.slugs.slugify" in text


def test_variables_are_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what depends on the settings is made anew when the environment changes."""
    assert "place: nowhere" in resolved(a_project(tmp_path).settings)
    monkeypatch.setenv("NO_SUCH_PLACE", "somewhere")
    project = configured(tmp_path)
    assert "place: somewhere" in resolved(project.settings)
    assert "place: somewhere" in variant(project, {})


def test_settings_are_replaced_added_and_removed(tmp_path: Path) -> None:
    """None removes."""
    changes: dict[str, object] = {"docs_dir": "pages", "strict": False, "INHERIT": None}
    read = yaml.load(variant(a_project(tmp_path), changes), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    assert (read["docs_dir"], read["strict"]) == ("pages", "false")
    assert "INHERIT" not in read


def test_a_setting_within_another_is_replaced(tmp_path: Path) -> None:
    """What stands beside it stays; nothing is put where there is nothing to hold it."""
    project = a_project(tmp_path)
    changed = variant(project, {"theme.custom_dir": "theme", "extra.place": None, "plugins.search": "x"})
    read = yaml.load(changed, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    assert read["theme"] == {"name": "material", "custom_dir": "theme"}
    assert read["extra"] == {}
    assert "plugins" not in read


def test_settings_of_little_say_little(tmp_path: Path) -> None:
    """A theme may be a mere name, and folders may be left to the engine."""
    project = a_project(tmp_path, "theme: material\n")
    assert custom_templates(project) is None
    assert docs_folder(project) == (tmp_path / "docs").resolve()
    assert variant(project, {}) == "theme: material\n"


def test_changes_are_made_to_a_copy(tmp_path: Path) -> None:
    """The settings are those of the whole run."""
    project = a_project(tmp_path)
    before = resolved(project.settings)
    assert variant(project, {"docs_dir": "pages"}) != before
    assert resolved(project.settings) == before


@pytest.mark.parametrize("settings", ["", "- a list\n", "a: [b", "a: !unknown b\n", "a: \x01\n"])
def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path, settings: str) -> None:
    """Whoever needs no more than the address of the site, or its language, goes on."""
    for project in (a_project(tmp_path, settings), configured(tmp_path / "nowhere")):
        assert address_of(project.settings).address is None
        assert site_words(project.settings).language == "en"
        assert resolved(project.settings) == "{}\n"


def test_what_print_needs_is_read_as_the_engine_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Address, language and paper, from the environment too, and through an alias."""
    monkeypatch.setenv("BRIEFING_TEST_URL", "http://intranet/talks")
    project = a_project(
        tmp_path,
        "site_url: !ENV [NO_SUCH_URL, BRIEFING_TEST_URL, 'https://lake-talks.org/']\n"
        "theme: {name: material, language: !ENV [NO_SUCH_LANGUAGE, pt-BR]}\n"
        "extra:\n  usual: &usual {paper: Letter}\n  briefing: *usual\n",
    )
    found = print_settings(project.settings)
    assert (found.site_url, found.language, found.paper) == ("http://intranet/talks", "pt-BR", "letter")
    assert found.line == 4
    site = address_of(project.settings)
    assert (site.address, site.language) == ("http://intranet/talks/", "pt-BR")
