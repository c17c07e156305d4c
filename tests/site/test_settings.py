"""Settings are changed without being understood."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.site.settings import custom_templates, docs_folder, variant

SETTINGS = """\
INHERIT: build/nav.yml
site_name: "Überblick: eins"
docs_dir: build/pages
theme: {name: material, custom_dir: build/theme}
extra: {place: !ENV [PLACE, nowhere]}
markdown_extensions:
  - toc: {slugify: !!python/name:pymdownx.slugs.slugify {}}
"""


def a_project(folder: Path, settings: str = SETTINGS) -> Path:
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def test_places_become_absolute(tmp_path: Path) -> None:
    """The settings work from any folder."""
    read = yaml.load(variant(a_project(tmp_path), {}), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    here = tmp_path.resolve()
    assert read["INHERIT"] == str(here / "build" / "nav.yml")
    assert read["docs_dir"] == str(here / "build" / "pages")
    assert read["theme"]["custom_dir"] == str(here / "build" / "theme")
    assert read["site_name"] == "Überblick: eins"


def test_tags_that_only_an_engine_knows_pass_through(tmp_path: Path) -> None:
    """No code is looked up or run for them."""
    text = variant(a_project(tmp_path), {})
    assert "!ENV [PLACE, nowhere]" in text
    assert "!!python/name:pymdownx.slugs.slugify" in text


def test_settings_are_replaced_added_and_removed(tmp_path: Path) -> None:
    """None removes."""
    changes: dict[str, object] = {"docs_dir": "pages", "strict": False, "INHERIT": None}
    read = yaml.load(variant(a_project(tmp_path), changes), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    assert (read["docs_dir"], read["strict"]) == ("pages", "false")
    assert "INHERIT" not in read


def test_settings_of_little_say_little(tmp_path: Path) -> None:
    """A theme may be a mere name, and folders may be left to the engine."""
    project = a_project(tmp_path, "theme: material\n")
    assert custom_templates(project) is None
    assert docs_folder(project) == (tmp_path / "docs").resolve()
    assert variant(project, {}) == "theme: material\n"


@pytest.mark.parametrize("settings", ["", "- a list\n"])
def test_a_file_without_settings_is_refused(tmp_path: Path, settings: str) -> None:
    """There is nothing to change."""
    with pytest.raises(ValueError, match="holds no settings"):
        variant(a_project(tmp_path, settings), {})
