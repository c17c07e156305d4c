"""Where the site lives on the web, and so the whole address of each of its places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.runs import Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site lives and its language (BCP 47).

    Without an https address nothing off the site can lead to it.
    """

    address: str | None = None
    language: str = "en"

    def of(self, target: Target) -> str | None:
        """The address of a place on the site."""
        if self.address is None:
            return None
        path = "" if target.page == "index" else target.page.removesuffix("/index") + "/"
        return f"{self.address}{path}" + (f"#{target.anchor}" if target.anchor else "")

    def of_file(self, path: str) -> str | None:
        """The address of a file of the site that is no page."""
        return None if self.address is None else f"{self.address}{path}"


def site_place(url: str | None, language: str | None = None) -> Place:
    """The place that a project's settings name; no address unless it is an https one."""
    is_known = language is not None and re.fullmatch("[a-z]{2,3}", language)
    is_secure = url is not None and urlsplit(url).scheme == "https" and urlsplit(url).hostname
    return Place(
        url.rstrip("/") + "/" if url and is_secure else None, language if language and is_known else "en"
    )


def picture_path(page: str) -> str:
    """The place on the site of the picture that stands beside links to a page."""
    return f"share/{page}.png"
