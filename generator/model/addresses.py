"""Where the files of a site are, and which addresses are made of ids.

Nothing else writes the address of a file: it comes from `PageFiles` or `SiteFiles`, as that of a page comes
from its kind. Addresses made of ids never change, unless a redirect tells where they went.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.model.dossier import Dossier, Round
from generator.model.entries import EntryKind
from generator.model.kinds import KINDS, page_of


class DataForm(StrEnum):
    """A form in which a page is offered as data; the value ends the name of the file."""

    TEXT = "txt"
    JSON = "json"
    JSON_LD = "jsonld"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "csl.json"
    STATEMENTS = "statements.txt"


@dataclass(frozen=True, slots=True)
class FeedFiles:
    """The forms of the feed that is called `name`, from the root of the site."""

    name: str

    @property
    def atom(self) -> str:
        """The feed as Atom."""
        return f"{self.name}.atom"

    @property
    def json(self) -> str:
        """The feed as JSON."""
        return f"{self.name}.json"


@dataclass(frozen=True, slots=True)
class PageFiles:
    """Where the files that belong to a page are, from the root of the site; `page` is its path."""

    page: str

    def data(self, form: DataForm) -> str:
        """The page as data, in a form."""
        return f"data/{self.page}.{form}"

    @property
    def pdf(self) -> str:
        """The page as it is printed."""
        return f"pdf/{self.page}.pdf"

    @property
    def picture(self) -> str:
        """The picture that stands beside links to the page."""
        return f"share/{self.page}.png"

    @property
    def calendar(self) -> str:
        """The entry for calendars."""
        return f"{self.page}.ics"

    @property
    def feed(self) -> FeedFiles:
        """The feed of what changed on the page."""
        return FeedFiles(f"feeds/{self.page}")

    def kept(self) -> tuple[str, ...]:
        """Those that stay at their old addresses when the page moves."""
        data = (self.data(DataForm.JSON), self.data(DataForm.TEXT))
        return (*data, self.pdf, self.calendar, self.feed.atom, self.feed.json)


class SiteFiles:
    """Where the files of the site as a whole are, from its root."""

    MANIFEST: Final = "data/edition.json"
    DOSSIER: Final = "pdf/dossier.pdf"
    ARCHIVE: Final = "site.zip"
    FEED: Final = FeedFiles("feeds/index")
    HEADERS: Final = "_headers"
    REDIRECTS: Final = "_redirects"
    ROBOTS: Final = "robots.txt"
    SITEMAP: Final = "sitemap.xml"
    PACKED_SITEMAP: Final = "sitemap.xml.gz"

    @staticmethod
    def bibliography(form: DataForm) -> str:
        """All sources, in a form."""
        return f"data/sources.{form}"

    @staticmethod
    def asset(name: str) -> str:
        """A style or a script of ours."""
        return f"assets/{name}"


def seen_from(page: str, file: str) -> str:
    """The address of a file of the site, relative to the Markdown of a page."""
    return posixpath.relpath(file, posixpath.dirname(page) or ".")


def folder_of(page: str) -> str:
    """Where the site shows a page: a folder with a slash at its end, or the root."""
    return "" if page == "index" else page.removesuffix("/index") + "/"


def addresses(dossier: Dossier) -> frozenset[str]:
    """Each page that has an id for its name, and each anchor that is one: `people/x`, `glossary#y`."""
    return frozenset(_made_of_ids(dossier))


def is_made_of_ids(address: str) -> bool:
    """Whether an address can vanish when an id changes; the others, such as `timeline`, are always there."""
    page, _, anchor = address.partition("#")
    return bool(anchor) or ("/" in page and not page.endswith("/index"))


def _made_of_ids(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.entries.values():
        if own := page_of(entry):
            yield own
        if entry.kind is not EntryKind.PERSON:
            yield f"{KINDS.glossary.path()}#{entry.id}"
    for event in dossier.events.values():
        yield f"{KINDS.timeline.path()}#{event.id}"
        if isinstance(event, Round):
            yield KINDS.round.path(event.id)
            made = KINDS.commitments.path()
            yield from (f"{made}#{event.id}.{commitment.id}" for commitment in event.commitments)
    figures = KINDS.figures.path()
    yield from (f"{figures}#figure-{measurand.id}" for measurand in dossier.measurands.values())
    yield from map(KINDS.source.path, dossier.sources)
