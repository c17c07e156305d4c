"""Renders web pages with WeasyPrint and tells as JSON what each took; run by the Python that has it.

It is given the article of each page under a short style sheet: the whole page under the theme's own was not
done after four minutes of processor time. Nothing is fetched from the network.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import weasyprint
from weasyprint.urls import URLFetcher

# Files of the site and data within a page; no network.
FILES = URLFetcher(allowed_protocols=["file", "data"])
STYLE = "@page { size: A4; margin: 18mm } body { font: 9pt serif } table { border-collapse: collapse }"


def article(page: str) -> str:
    """The article of a page, as a page of its own."""
    start, end = page.index("<article"), page.index("</article>") + len("</article>")
    return f"<!doctype html><html lang=en><title>Briefing</title><style>{STYLE}</style>{page[start:end]}"


def measured(page: str, base: str) -> dict[str, float]:
    """Seconds of processor time, and pages."""
    start = time.process_time()
    document = weasyprint.HTML(string=page, base_url=base, url_fetcher=FILES).render()
    document.write_pdf(pdf_variant="pdf/ua-1")
    return {"cpu": time.process_time() - start, "pages": len(document.pages)}


def main() -> None:
    """One line of JSON: what the pages took, and the peak of memory in MB."""
    took = []
    for path in map(Path, sys.argv[1:]):
        page = article(path.read_text(encoding="utf-8"))
        took.append(measured(page, path.parent.as_uri() + "/"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"documents": took, "peak": peak}))


if __name__ == "__main__":
    main()
