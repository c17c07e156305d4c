"""What RFC 4287 and JSON Feed 1.1 require of a feed: asserted here, since parsers forgive."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00Z")


def assert_is_atom(content: bytes, site: str, path: str) -> None:
    """One id, title and updated of the feed and of each entry; an author; links; ids that are URIs."""
    assert not feedparser.parse(content).bozo, path
    feed = ElementTree.fromstring(content)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert _links(feed, "self") == [f"{site}{path}"]
    entries = list(feed.iter(f"{ATOM}entry"))
    for element in (feed, *entries):
        for required in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{required}")) == 1, (path, required)
            assert element.findtext(f"{ATOM}{required}"), (path, required)
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        (alternate,) = _links(element, "alternate")
        assert alternate.startswith(site)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) > 0
    newest = max(entry.findtext(f"{ATOM}updated") or "" for entry in entries)
    assert feed.findtext(f"{ATOM}updated") == newest


def _links(element: ElementTree.Element, relation: str) -> list[str]:
    links = element.findall(f"{ATOM}link")
    return [link.get("href") or "" for link in links if link.get("rel") == relation]


def assert_is_json_feed(content: bytes, site: str, path: str) -> None:
    """Version, title and items with an id and content; whole addresses."""
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == f"{site}{path}"
    assert feed["items"]
    for item in feed["items"]:
        assert item["id"].startswith("urn:uuid:")
        assert item["content_text"]
        assert item["content_html"].startswith("<p>")
        assert MOMENT.fullmatch(item["date_published"])
        assert MOMENT.fullmatch(item["date_modified"])
        assert item["url"].startswith(f"{site}editions/#edition-")
