"""Lighthouse on each kind of page of the built site, as its own host would serve it.

    npm ci --prefix benchmarks/node && python -m benchmarks.lighthouse [PROJECT]

The site must be built. Performance depends on what else the machine does, other scores do not: the middle
of five runs is told (Lighthouse's docs/variability.md), and a run counts only if it found the machine at the
speed that Lighthouse's slowing down by four is made for (docs/throttling.md: a benchmarkIndex of 1,500 to
2,000).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rich.console import Console
from rich.progress import Progress
from selectolax.lexbor import LexborHTMLParser

from tests.support.hosts import Host, hosted

NODE = Path(__file__).with_name("node")
RUNS, ROUNDS, LEAST_INDEX = 5, 20, 1500
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def one_of_each_kind(site: Path) -> list[str]:
    """The address of one page of each kind: the first in each folder, and all that stand alone."""
    pages = sorted(path.relative_to(site).parent.as_posix() for path in site.rglob("index.html"))
    chosen: dict[str, str] = {}
    for page in pages:
        folder, _, name = page.rpartition("/")
        chosen.setdefault(folder or f"{name} itself", "" if page == "." else f"{page}/")
    return list(chosen.values())


def home_of(site: Path) -> str:
    """The path below which the site says that it lives."""
    tree = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    canonical = tree.css_first("link[rel=canonical]")
    return urlsplit(canonical.attributes["href"] or "/").path if canonical else "/"


def main(project: Path) -> int:
    """Print the scores of each kind of page; 1 if one is below what is wanted, or too few runs count."""
    site = project / "build" / "site"
    pages = one_of_each_kind(site)
    with hosted(site, home_of(site)) as host:
        runs = measured(host, pages)
    print(f"{'page':32}{'  '.join(WANTED)}  runs  performance  TBT ms  LCP ms   kB  index")
    enough = True
    for page in pages:
        counted = [run for run in runs[page] if run["counts"]]
        label = page or "(home)"
        if len(counted) < RUNS:
            print(f"{label:32}only {len(counted)} of {len(runs[page])} runs count: the machine is too slow")
            enough = False
            continue
        scores, line = of_page(runs[page], counted)
        print(f"{label:32}{line}")
        enough &= all(scores[kind] >= least for kind, least in WANTED.items())
    return int(not enough)


def of_page(runs: list[dict[str, Any]], counted: list[dict[str, Any]]) -> tuple[dict[str, int], str]:
    """The scores of a page, and the line that tells them with what lost points."""
    by_performance = sorted(counted, key=lambda run: run["scores"]["performance"])
    middle = by_performance[len(counted) // 2]
    whole = next(run for run in runs if None not in run["scores"].values())
    scores, lost = (whole[name] | middle[name] for name in ("scores", "lost"))
    told = "".join(f"{scores[kind]:>{len(kind)}}  " for kind in WANTED)
    lowest, highest = (by_performance[at]["scores"]["performance"] for at in (0, -1))
    spread = f"{len(runs):4}  {f'{lowest} to {highest}':>11}"
    times = (
        f"{middle['blocked']:6}  {middle['paint']:6}  {middle['bytes'] / 1000:3.0f}  {middle['machine']:5}"
    )
    return scores, " ".join((f"{told}{spread}  {times}", *(audit for kind in WANTED for audit in lost[kind])))


def measured(host: Host, pages: list[str]) -> dict[str, list[dict[str, Any]]]:
    """What Lighthouse says of each page, run for run.

    All pages are measured before one is measured again: what else the machine does for a while then spoils
    one run of some pages, not all runs of one.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    settings = [chromium, *map(str, (RUNS, ROUNDS, LEAST_INDEX))]
    command = ["node", str(NODE / "lighthouse.mjs"), *settings, *(host.address + page for page in pages)]
    runs: dict[str, list[dict[str, Any]]] = {page: [] for page in pages}
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as lighthouse,
        Progress(console=Console(stderr=True)) as progress,
    ):
        assert lighthouse.stdout
        counted = progress.add_task("Runs that count", total=RUNS * len(pages))
        for line in lighthouse.stdout:
            if line.startswith("{"):
                run = json.loads(line)
                runs[run["address"].removeprefix(host.address)].append(run)
                progress.advance(counted, int(run["counts"]))
    if lighthouse.returncode:
        raise SystemExit("Lighthouse stopped; what it said is above")
    return runs


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
