"""How much there is to read: what each page of a built site shows, beside what its sources say.

    python -m benchmarks.reading [PROJECT]

The site must be built (`briefing build`), and Chromium installed. Words are counted as a reader meets them:
once with every block closed as a page opens, once with all of them open. The tail is what stands in the block
of sources, terms and notes. What a person's page shares is counted without its frame: headings, labels, the
ways to other forms. A run of six words that stands twice counts as said twice.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

from tests.support.browsers import browser
from tests.support.hosts import hosted
from tests.whole.test_locked_down import home_of, pages_of

Run = tuple[str, ...]
Shares = list[tuple[str, float]]

LONG = 6
DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
VAGUE = re.compile(r"\b(?:one|another|one more) article\b", re.IGNORECASE)
WORD = re.compile(r"\w(?:[\w.,'’%$–-]*[\w%])?")

READ = r"""() => {
  const article = document.querySelector(".md-content__inner");
  const cut = ".headerlink, .note-refs, script, style, [hidden], option";
  const lines = "p, li, td, th, dd, dt, h1, h2, h3, text, summary, figcaption, label, button";
  function* texts(within) {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(cut)) yield walker.currentNode;
  }
  function seen(node) {
    const holder = node.parentElement;
    if (!holder.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !holder.closest(".aside, .visually-hidden");
  }
  function text(nodes) {
    let told = "", last;
    for (const node of [...nodes].filter(seen)) {
      const line = node.parentElement.closest(lines);
      told += (line === last ? "" : "\n") + node.data;
      last = line;
    }
    return told;
  }
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility({visibilityProperty: true})).length;
  const closed = text(texts(article));
  const labels = "#related ~ ul, h2, dt, th, summary, figcaption";
  const frame = ".skips, .changes-since, .edition, .reading-key, .page-end, " + labels;
  const own = text([...texts(article)].filter((node) => !node.parentElement.closest(frame)));
  const folded = [...article.querySelectorAll("details:not([open])")];
  for (const each of article.querySelectorAll("details")) each.open = true;
  const block = article.querySelector(".apparatus");
  const found = {
    closed, own, stops, open: text(texts(article)), tail: block ? text(texts(block)) : "",
    statements: [...article.querySelectorAll(".statement")].map((each) => text(texts(each))),
    marks: [...article.querySelectorAll(".support")].map((each) => each.textContent.trim()),
    links: [...article.querySelectorAll("a")].map((each) => each.textContent.trim()),
  };
  for (const each of folded) each.open = false;
  return found;
}"""
HEIGHT = 'document.querySelector(".md-content__inner").getBoundingClientRect().height'


@dataclass(frozen=True, slots=True)
class Read:
    """A page as it is read: its words closed, without its frame, open, in its tail; what else is counted."""

    path: str
    closed: list[str]
    own: list[str]
    open: list[str]
    tail: list[str]
    statements: list[str]
    vague: int
    cut: int
    alone: int
    stops: int
    height: float

    def twice(self) -> float:
        """The share of its words in runs that stand more than once on it, with its blocks closed."""
        counts = Counter(runs(self.closed))
        return share(self.closed, {run for run, count in counts.items() if count > 1})


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [each.lower() for each in WORD.findall(text)]


def runs(of: Sequence[str]) -> Iterator[Run]:
    """Each six words that follow each other."""
    return (tuple(of[at : at + LONG]) for at in range(len(of) - LONG + 1))


def share(of: Sequence[str], known: set[Run]) -> float:
    """The share of words that lie in a run that is known."""
    inside = {at + step for at, run in enumerate(runs(of)) if run in known for step in range(LONG)}
    return len(inside) / len(of) if of else 0.0


def measured(path: str, page: Page, address: str) -> Read:
    """One page, as a browser shows it."""
    page.set_viewport_size(DESK)
    page.goto(address + path, wait_until="load")
    found: dict[str, Any] = page.evaluate(READ)
    page.set_viewport_size(PHONE)
    page.wait_for_function(f"innerWidth === {PHONE['width']}")
    return Read(
        path or "(home)",
        words(found["closed"]),
        words(found["own"]),
        words(found["open"]),
        words(found["tail"]),
        [" ".join(words(each)) for each in found["statements"]],
        len(VAGUE.findall(found["open"])),
        sum(each.endswith("…") for each in found["links"]),
        found["marks"].count("1 source"),
        found["stops"],
        page.evaluate(HEIGHT),
    )


def of_people(pages: Iterable[Read]) -> tuple[Shares, Shares]:
    """For each person's page the share of its words that stand on one other person's, and on any other's."""
    own = {page.path: page.own for page in pages if page.path.startswith("people/")}
    own.pop("people/", None)
    known = {path: set(runs(text)) for path, text in own.items()}
    one: Shares = []
    every: Shares = []
    for path, text in own.items():
        others = [found for other, found in known.items() if other != path]
        one.append((path, max((share(text, found) for found in others), default=0.0)))
        every.append((path, share(text, set[Run]().union(*others))))
    return one, every


def source_words(project: Path) -> int:
    """The words of the texts that the sources hold."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((project / "sources").glob("*.md")))
    return sum(len(words(text.split("\n---\n", 1)[-1])) for text in texts)


def table(pages: Sequence[Read], said: int) -> Iterator[str]:
    """The measures, a line each."""
    closed, opened = (sum(len(getattr(page, name)) for page in pages) for name in ("closed", "open"))
    statements = [each for page in pages for each in page.statements]
    yield f"words of sources                    {said}"
    yield f"words of pages, as they open        {closed} ({closed / said:.1f} times)"
    yield f"words of pages, all blocks open     {opened} ({opened / said:.1f} times)"
    yield f"statements, times shown             {len(set(statements))} shown {len(statements)} times"
    yield f"vague articles, cut titles          {sum(p.vague for p in pages)}, {sum(p.cut for p in pages)}"
    yield f"'1 source' on one page, at most     {max(page.alone for page in pages)}"
    yield f"tail, by words, at most             {max(tails(pages), default=0.0):.0%}"
    for name, shares in zip(("one other", "any other"), of_people(pages), strict=True):
        worst = sorted(shares, key=lambda item: -item[1])[:3]
        told = ", ".join(f"{path} {value:.0%}" for path, value in worst)
        yield f"a person's page on {name:<16} {told}"
    yield ""
    yield f"{'page':44} closed   open  tail  twice  stops  1 source  px at 390"
    for page in sorted(pages, key=lambda each: -len(each.closed)):
        tail = len(page.tail) / max(len(page.open), 1)
        yield (
            f"{page.path:44} {len(page.closed):6} {len(page.open):6} {tail:5.0%} {page.twice():6.0%}"
            f" {page.stops:6} {page.alone:9} {page.height:10.0f}"
        )


def written(site: Path) -> list[str]:
    """The addresses of the pages with words: none that only leads on, nor that of what is missing."""
    pages = ((path, site / path / "index.html") for path in pages_of(site) if path != "404.html")
    return [path for path, file in pages if "md-content__inner" in file.read_text(encoding="utf-8")]


def tails(pages: Iterable[Read]) -> Iterator[float]:
    """The share of the tail of each page that has one."""
    return (len(page.tail) / len(page.open) for page in pages if page.tail)


def main(project: Path) -> int:
    """Print the measures of a built site."""
    site = project / "build" / "site"
    with browser() as launched, hosted(site, home_of(site)) as host:
        page = launched.new_page()
        pages = [measured(path, page, host.address) for path in written(site)]
    print("\n".join(table(pages, source_words(project))))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path()))
