"""Every page of a site looked at by axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlparse

import yaml
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from generator.project import Project
from tests.support.readers import Reader, reading

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # Good practice that the theme's navigation does not follow: each of its folded lists is a landmark, and
    # an unfolded list bears the name of the list that holds it.
    "rules": {"landmark-unique": {"enabled": False}},
}

# What can differ between two looks of one document: colours, the room for targets, and what scrolls.
OF_THE_LOOK = {
    "runOnly": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
    "resultTypes": ["violations"],
}

UNLIKE = (Path(__file__).parent / "unlike.js").read_text(encoding="utf-8")


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


@dataclass(frozen=True)
class Walk:
    """What was found on the pages of a site, each opened once.

    `faults` are what axe-core finds: look, page, rule and element. `wide` are the pages that scroll sideways
    with text at 200 percent.
    """

    faults: list[str]
    wide: list[str]


def walked(reader: Reader, site: Path) -> Walk:
    """A walk through all pages of a site.

    Every rule is asked of each page on a desk in light; of the same document on a phone in the dark only the
    rules that can tell another look apart. How far a colour stands out, which takes most of the time, is
    asked once in each look of all that looks alike. A desk of 1280 pixels at 200 percent is 640 pixels wide,
    with letters twice as large.
    """
    page = reader.open("")
    walk = Walk([], [])
    on_desk, on_phone = set[str](), set[str]()
    for path in pages(site):
        _dress(page, "light", 1280)
        page.goto(reader.address + path)
        walk.faults.extend(f"desk: {path}: {fault}" for fault in page_faults(page, OPTIONS, on_desk))
        _dress(page, "dark", 390)
        page.locator("body[data-md-color-scheme=slate]").wait_for(state="attached")
        walk.faults.extend(f"phone: {path}: {fault}" for fault in page_faults(page, OF_THE_LOOK, on_phone))
        _dress(page, "light", 640)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth") > 640:
            walk.wide.append(path)
    page.close()
    return walk


def _dress(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)


def page_faults(page: Page, options: dict[str, Any] = OPTIONS, seen: set[str] | None = None) -> list[str]:
    """What axe-core finds on an open page, which keeps it for further questions.

    Given what was seen in the same look, it asks for colours only where something looks unlike all that, and
    adds it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    if seen is not None:
        seen.update(page.evaluate(UNLIKE, list(seen)))
    question = "(options) => axe.run(options).then((results) => results.violations)"
    violations: list[dict[str, Any]] = page.evaluate(question, options)
    return [f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"]]
