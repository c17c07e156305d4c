"""A reader of a built site: a browser that remembers what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, TimeoutError

from tests.support.browsers import browser, served


@dataclass
class Reader:
    """A browser on the site that remembers what went wrong."""

    address: str
    browser: Browser
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str, *, width: int = 1280, scheme: str = "light") -> Page:
        """A page of the site, watched, when nothing more is loaded."""
        page = self.start(path, width=width, scheme=scheme)
        page.wait_for_load_state("networkidle")
        return page

    def start(self, path: str, *, width: int = 1280, scheme: str = "light") -> Page:
        """The same page as soon as it is answered, so that several load side by side."""
        page = self.watched(
            self.browser.new_page(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
        )
        page.goto(self.address + path, wait_until="commit")
        return page

    @contextmanager
    def tabs(self, count: int, *, width: int = 1280) -> Iterator[list[Page]]:
        """Watched tabs of one profile, for tests that look at many pages.

        What pages share is fetched and compiled once for all of them, which takes most of the time of a page
        that is opened in a profile of its own.
        """
        profile = self.browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        try:
            yield [self.watched(profile.new_page()) for _ in range(count)]
        finally:
            profile.close()

    def watched(self, page: Page) -> Page:
        """The page, of which the reader remembers what it asks for and complains of from now on."""
        page.on("request", self._requested)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def elsewhere(self) -> list[str]:
        """The requests that left the host."""
        host = urlparse(self.address).netloc
        outside = (url for url in self.requests if urlparse(url).scheme in ("http", "https"))
        return [url for url in outside if urlparse(url).netloc != host]

    def assert_nothing_went_wrong(self) -> None:
        """No request left the host and nothing was complained of."""
        assert self.elsewhere() == []
        assert self.complaints == []


def point_at(mark: Locator) -> Locator:
    """The card of a mark of evidence, when the pointer has brought it up.

    A hand that sees nothing happen moves again. On a loaded machine a browser once showed nothing at the
    first movement; the cause was not found, and forty tries under more load did not bring it back.
    """
    card = mark.page.locator("#evidence")
    for _ in range(3):
        mark.hover()
        try:
            card.wait_for(timeout=3000)
        except TimeoutError:
            mark.page.mouse.move(0, 0)
        else:
            break
    return card


@contextmanager
def reading(site: Path) -> Iterator[Reader]:
    """A reader of the site, served from its folder."""
    with browser() as launched, served(site) as address:
        yield Reader(address, launched)
