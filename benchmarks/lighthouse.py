"""Lighthouse on each kind of page of the built site, as its own host would serve it.

    npm ci --prefix benchmarks/node && python -m benchmarks.lighthouse [PROJECT]

The site must be built. Performance depends on what else the machine does; other scores do not.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.support.hosts import Host, hosted

NODE = Path(__file__).with_name("node")
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
    """Print the scores of each kind of page; 1 if one is below what is wanted."""
    site = project / "build" / "site"
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    with hosted(site, home_of(site)) as host:
        told = list(measured(chromium, host, one_of_each_kind(site)))
    print(f"{'page':44}{'  '.join(WANTED)}  LCP ms  TBT ms   kB")
    for line in told:
        if None in line["scores"].values():
            raise SystemExit(f"{line['address']} could not be measured: the machine is too busy")
        scores = "".join(f"{line['scores'][name]:>{len(name)}}  " for name in WANTED)
        path = line["address"].removeprefix(host.address) or "(home)"
        print(
            f"{path:44}{scores}{line['paint']:6}  {line['blocked']:6}  {line['bytes'] / 1000:.0f}",
            *line["lost"],
        )
    return int(any(line["scores"][name] < least for line in told for name, least in WANTED.items()))


def measured(chromium: str, host: Host, pages: list[str]) -> list[dict[str, Any]]:
    """What Lighthouse says of each page."""
    addresses = [host.address + page for page in pages]
    command = ["node", str(NODE / "lighthouse.mjs"), chromium, *addresses]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
