"""What search engines are told of the whole site: every page, and when what it rests on was last new.

The engine's own sitemap gives each page the day of the build.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from generator.model.addresses import SiteFiles
from generator.model.edition import Page
from generator.model.runs import Target
from generator.model.site_address import SiteAddress


def sitemap(pages: Iterable[Page], site: SiteAddress) -> bytes:
    """The sitemap (sitemaps.org 0.9) of a site that says where it lives; a date is as exact as it is sure."""
    entries = "".join(_entry(page, site) for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    ).encode()


def _entry(page: Page, site: SiteAddress) -> str:
    address = escape(site.of(Target(page.path)) or "")
    modified = f"<lastmod>{page.modified.sure().iso()}</lastmod>" if page.modified else ""
    return f"<url><loc>{address}</loc>{modified}</url>\n"


def write_sitemap(folder: Path, pages: Iterable[Page], site: SiteAddress) -> None:
    """Put the sitemap in place of the engine's; none if the site does not say where it lives."""
    files = {name: folder / name for name in (SiteFiles.SITEMAP, SiteFiles.PACKED_SITEMAP, SiteFiles.ROBOTS)}
    if site.address is None:
        for file in files.values():
            file.unlink(missing_ok=True)
        return
    made = sitemap(pages, site)
    files[SiteFiles.SITEMAP].write_bytes(made)
    files[SiteFiles.PACKED_SITEMAP].write_bytes(gzip.compress(made, mtime=0))
    where = site.of_file(SiteFiles.SITEMAP)
    files[SiteFiles.ROBOTS].write_text(f"User-agent: *\nAllow: /\nSitemap: {where}\n", encoding="utf-8")
