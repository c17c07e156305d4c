"""Every page of a site looked at by axe-core, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.support.readers import Reader

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the theme does on every page, and no reader meets as a barrier: its search is a dialog that holds
# a landmark, and its navigation has two headings for one list.
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}


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
        found += [f"{path}: {fault}" for fault in _faults(page)]
    page.close()
    return found


def _faults(page: Page) -> list[str]:
    violations: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"]]
