"""Every page of a site looked at by axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from generator.pipeline import Project
from tests.support.readers import Reader, reading

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # Good practice that the theme's navigation does not follow: each of its folded lists is a landmark, and
    # an unfolded list bears the name of the list that holds it.
    "rules": {"landmark-unique": {"enabled": False}},
}


@contextmanager
def at_home(project: Project, folder: Path) -> Iterator[Reader]:
    """A reader of the site under the path that its settings name, so that its 404 page is dressed too."""
    settings = yaml.safe_load((project.root / "mkdocs.yml").read_text(encoding="utf-8"))
    place = folder / urlparse(settings["site_url"]).path.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(project.site, target_is_directory=True)
    with reading(folder) as reader:
        reader.address += f"{place.name}/"
        yield reader


def pages(site: Path) -> list[str]:
    """The address of every page, as a reader types it."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [path.removesuffix("index.html") for path in found]


def faults(reader: Reader, site: Path, scheme: str, width: int) -> list[str]:
    """What axe-core finds on the pages of a site: page, rule and element."""
    page = reader.open("", width=width, scheme=scheme)
    found: list[str] = []
    for path in pages(site):
        page.goto(reader.address + path)
        found += [f"{path}: {fault}" for fault in page_faults(page)]
    page.close()
    return found


def page_faults(page: Page) -> list[str]:
    """What axe-core finds on an open page."""
    violations: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"]]
