"""Searching a site as a reader does, and tables of what should be found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, expect

QUERIES = Path(__file__).parents[1] / "whole" / "queries"
ITEMS = ".md-search-result__item"


def queries(name: str) -> list[dict[str, Any]]:
    """The table of a subject: `query`, and the address wanted `first` or among the `top` three."""
    found: list[dict[str, Any]] = yaml.safe_load((QUERIES / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def search(page: Page, words: str) -> list[list[str]]:
    """What the search shows for the words, best first: for each page its address and those of its parts."""
    box = page.locator("input.md-search__input")
    box.click()
    box.fill("")
    box.press("End")  # the theme listens to keys
    expect(page.locator(ITEMS)).to_have_count(0, timeout=15_000)
    box.fill(words)
    box.press("End")
    expect(page.locator(ITEMS).first).to_be_attached(timeout=15_000)
    shown = page.locator(ITEMS).evaluate_all(
        "(items) => items.map((item) => [...item.querySelectorAll(':scope > a')].map((link) => link.href))"
    )
    root = page.evaluate("JSON.parse(document.querySelector('#__config').textContent).base")
    base = page.evaluate("(root) => new URL(root, location).href", root)
    return [[re.sub(r"\?h=[^#]*", "", link.removeprefix(base)) for link in links] for links in shown]


def is_right(query: dict[str, Any], shown: list[list[str]]) -> bool:
    """Whether one of the wanted addresses stands among the first pages of the results."""
    wanted = query.get("first") or query["top"]
    first = shown[: 1 if "first" in query else 3]
    addresses = wanted if isinstance(wanted, list) else [wanted]
    return any(address in links for address in addresses for links in first)
