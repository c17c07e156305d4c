"""Feeds as strict readers find them: without scripts, in the head, by the exact words."""

from __future__ import annotations

from html.parser import HTMLParser

ATOM, JSON = "application/atom+xml", "application/feed+json"


class _Strict(HTMLParser):
    """Takes a link of a page's head for one to a feed if `rel` and `type` are exactly those of feeds."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.is_in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_in_head = tag == "head" or (self.is_in_head and tag != "body")
        given = dict(attrs)
        kind, address = given.get("type"), given.get("href")
        is_found = self.is_in_head and tag == "link" and given.get("rel") == "alternate"
        if is_found and kind in (ATOM, JSON) and address:
            self.found.append((kind, address))

    def handle_endtag(self, tag: str) -> None:
        self.is_in_head = self.is_in_head and tag != "head"


def feeds_found(html: str) -> list[tuple[str, str]]:
    """The type and the address of each feed, in the order of the page."""
    reader = _Strict()
    reader.feed(html)
    return reader.found
