"""What search engines are told of the site."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

from generator.model.addresses import SiteAddress
from generator.model.dates import PartialDate
from generator.site.finish import sitemap, write_sitemap
from tests.output.editions import a_page

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HERE = SiteAddress("https://talks.example/a&b/")


def told(*dates: PartialDate | None) -> list[tuple[str | None, str | None]]:
    pages = [replace(a_page(f"briefings/p{n}"), modified=date) for n, date in enumerate(dates)]
    tree = ET.fromstring(sitemap(pages, HERE))  # noqa: S314 - our own
    return [(url.findtext("s:loc", None, NAMES), url.findtext("s:lastmod", None, NAMES)) for url in tree]


def test_each_page_has_the_date_of_what_it_rests_on() -> None:
    """As exact as it is sure; none where nothing is known."""
    found = told(PartialDate(2023, 5, 4), PartialDate(2023, 5, 4, approximate=True), None)
    assert found == [
        ("https://talks.example/a&b/briefings/p0/", "2023-05-04"),
        ("https://talks.example/a&b/briefings/p1/", "2023-05"),
        ("https://talks.example/a&b/briefings/p2/", None),
    ]


def test_the_packed_one_is_the_same_and_says_no_time(tmp_path: Path) -> None:
    """Same pages, same bytes."""
    write_sitemap(tmp_path, [a_page()], HERE)
    first = (tmp_path / "sitemap.xml.gz").read_bytes()
    write_sitemap(tmp_path, [a_page()], HERE)
    assert (tmp_path / "sitemap.xml.gz").read_bytes() == first
    assert gzip.decompress(first) == (tmp_path / "sitemap.xml").read_bytes()
    assert "Sitemap: https://talks.example/a&b/sitemap.xml" in (tmp_path / "robots.txt").read_text()


def test_a_site_without_an_address_has_none(tmp_path: Path) -> None:
    """A sitemap has whole addresses only; the engine's is taken away."""
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    write_sitemap(tmp_path, [a_page()], SiteAddress())
    assert list(tmp_path.iterdir()) == []
