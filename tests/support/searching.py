"""Searching a site as a reader does, and tables of what should be found."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from playwright.sync_api import Page, expect

from generator.output.data.search_index import search_parts
from tests.support.dossiers import edition
from tests.support.projects import ROOT

QUERIES = Path(__file__).parents[1] / "whole" / "queries"
ITEMS = ".md-search-result__item"
ASK = ROOT / "tests" / "node" / "search.mjs"
SCRIPT = ROOT / "generator" / "output" / "assets" / "search.js"


def queries(name: str) -> list[dict[str, Any]]:
    """The table of a subject: `query`, and the address wanted `first` or among the `top` three.

    `answer` are words of the answer that should stand before the results, `says` those of a notice among the
    first three.
    """
    found: list[dict[str, Any]] = yaml.safe_load((QUERIES / f"{name}.yml").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """What a query came to: groups of results as the theme takes them, and how much was read for it."""

    items: list[list[dict[str, Any]]]
    read: int

    @property
    def answer(self) -> list[dict[str, Any]]:
        """The card before the results; empty if there is none."""
        first = self.items[0] if self.items else []
        return first if any(each["tags"] == ["answer"] for each in first if "tags" in each) else []

    @property
    def results(self) -> list[list[dict[str, Any]]]:
        """The groups behind it."""
        return self.items[bool(self.answer) :]

    @property
    def shown(self) -> list[list[str]]:
        """The addresses of the results."""
        return [[each["location"] for each in group] for group in self.results]


def ask(parts: dict[str, bytes], asked: list[str]) -> list[Found]:
    """What the script finds for queries in an index of these parts."""
    with TemporaryDirectory() as folder:
        for name, part in parts.items():
            (Path(folder) / name).write_bytes(part)
        told = subprocess.run(
            ["node", str(ASK), str(SCRIPT), folder],
            input=json.dumps(asked).encode(),
            capture_output=True,
            check=False,
        )
    assert (told.returncode, told.stderr.decode()) == (0, "")
    return [Found(**each) for each in json.loads(told.stdout)]


@cache
def asked_of(project: Path, *asked: str) -> dict[str, Found]:
    """What a project's site finds for queries."""
    found = ask(search_parts(edition(project)), list(asked))
    return dict(zip(asked, found, strict=True))


def search(page: Page, words: str) -> list[list[str]]:
    """What the search shows for the words, best first: for each page its address and those of its parts."""
    box = page.locator("input.md-search__input")
    box.click()
    box.fill("")
    expect(page.locator(ITEMS)).to_have_count(0, timeout=15_000)
    box.fill(words)
    expect(page.locator(ITEMS).first).to_be_attached(timeout=15_000)
    shown = page.locator(ITEMS).evaluate_all(
        "(items) => items.map((item) => [...item.querySelectorAll(':scope > a')].map((link) => link.href))"
    )
    root = page.evaluate("JSON.parse(document.querySelector('#__config').textContent).base")
    base = page.evaluate("(root) => new URL(root, location).href", root)
    return [[re.sub(r"\?h=[^#]*", "", link.removeprefix(base)) for link in links] for links in shown]


def is_right(query: dict[str, Any], found: Found) -> bool:
    """Whether one of the wanted addresses stands among the first results, and the answer is as wanted."""
    if "answer" in query:
        words = query["answer"] if isinstance(query["answer"], list) else [query["answer"]]
        told = " ".join(re.sub(r"<[^>]+>", "", each["title"] + " " + each["text"]) for each in found.answer)
        if not all(word in told for word in words):
            return False
    notices = " ".join(each["title"] for group in found.items[:3] for each in group)
    if query.get("says", "") not in notices:
        return False
    wanted = query.get("first") or query.get("top")
    if not wanted:
        return True
    first = found.shown[: 1 if "first" in query else 3]
    addresses = wanted if isinstance(wanted, list) else [wanted]
    return any(address in links for address in addresses for links in first)
