"""Where pages live: the whole address of each place of the site, and the addresses made of ids.

Addresses made of ids never change, unless a redirect tells where they went.
"""

import ipaddress
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from generator.model.entries import EntryKind
from generator.model.facts import Dossier, Round
from generator.model.kinds import KINDS, page_of
from generator.model.runs import Target

UNREAD: Final = ".text"
"""The end of names that the engine copies as they are, which the site itself does not have."""

_BEGINNINGS = ("https://", "http://")

# What servers, sitemaps and lists of redirects take as it is: RFC 3986's unreserved characters.
_HOST = re.compile(r"(?:[A-Za-z0-9_-]{1,63}\.)*[A-Za-z0-9_-]{1,63}\.?|\[[0-9A-Fa-f:.]+\]")
_PORT = re.compile(r":[0-9]+\Z")
_STRANGE = re.compile(r"[^\x21-\x7e]|[\"<>\\^`{|}]")
_PATH = re.compile(r"(?:/(?!\.{1,2}(?:/|\Z))(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)*/?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

# RFC 2606 and 6761, and a name that is kept like those.
_RESERVED = ("example.com", "example.net", "example.org", "example.edu")
_RESERVED_ENDS = frozenset({"example", "test", "invalid", "localhost"})


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """Where the site lives and its language (BCP 47).

    Without an address nothing off the site can lead to it.
    """

    address: str | None = None
    language: str = "en"

    def of(self, target: Target) -> str | None:
        """The whole address of a page or an anchor of it."""
        if self.address is None:
            return None
        return f"{self.address}{folder_of(target.page)}" + (f"#{target.anchor}" if target.anchor else "")

    def of_file(self, path: str) -> str | None:
        """The whole address of a file of the site that is no page."""
        return None if self.address is None else f"{self.address}{path}"


def site_address(url: str | None, language: str | None = None) -> SiteAddress:
    """Where settings say that the site lives; no address unless it is one of the web, without a fault."""
    address = None
    if url and not address_fault(url):
        parts = urlsplit(url)
        address = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/"))
    return SiteAddress(address, language if language and _LANGUAGE.fullmatch(language) else "en")


def address_fault(url: str) -> str | None:
    """Why a site cannot live at an address; None if it can."""
    return next((why for is_wrong, why in _FAULTS if is_wrong(url)), None)


def mended(url: str) -> str | None:
    """The address without its faults, if it can be told what was meant."""
    if "\\" in url:
        return None
    whole = url.strip() if "://" in url else f"https://{url.strip().lstrip('/')}"
    try:
        parts = urlsplit(whole)
        host = parts.netloc.rpartition("@")[2].encode("idna").decode()
    except ValueError:
        return None
    path = quote(posixpath.normpath(unquote(parts.path) or "/"), safe="/~").lstrip("/.")
    better = f"{parts.scheme}://{host}/{path}/" if path else f"{parts.scheme}://{host}/"
    return None if address_fault(better) else better


def is_placeholder(url: str) -> bool:
    """Whether an address is one of those that are reserved for examples, tests and one's own machine."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        numbers = ipaddress.ip_address(host)
    except ValueError:
        names = any(host == name or host.endswith(f".{name}") for name in _RESERVED)
        return names or host.rpartition(".")[2] in _RESERVED_ENDS
    return numbers.is_loopback or numbers.is_unspecified


def _is_unreadable(url: str) -> bool:
    try:
        return not urlsplit(url).hostname
    except ValueError:
        return True


def _has_no_host(url: str) -> bool:
    name = _PORT.sub("", urlsplit(url).netloc)
    try:
        return not _HOST.fullmatch(name) or (name[0] == "[" and not ipaddress.ip_address(name[1:-1]))
    except ValueError:
        return True


def _has_no_port(url: str) -> bool:
    try:
        return urlsplit(url).port == 0
    except ValueError:
        return True


# In this order: each may rely on what those before it have refused.
_FAULTS: tuple[tuple[Callable[[str], object], str], ...] = (
    (lambda url: not url.lower().startswith(_BEGINNINGS), "does not begin with `https://` or `http://`"),
    (_STRANGE.search, "holds a space, a quotation mark or a letter that no address can hold as it is"),
    (lambda url: {"?", "#"} & {*url}, "goes on after its path, with “?” or “#”"),
    (_is_unreadable, "names no host"),
    (lambda url: "@" in urlsplit(url).netloc, "holds a user name or password, which every page would show"),
    (_has_no_port, "names a port that there is not"),
    (_has_no_host, "names no host"),
    (
        lambda url: not _PATH.fullmatch(urlsplit(url).path),
        "has a path with other signs than letters, digits and `-._~/%`, or with a name of dots or of nothing",
    ),
)


class DataForm(StrEnum):
    """A form in which a page is offered as data; the value ends the name of the file."""

    TEXT = "txt"
    JSON = "json"
    JSON_LD = "jsonld"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "csl.json"
    STATEMENTS = "statements.txt"
    CSV = "csv"


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
    def markdown(self) -> str:
        """The page as Markdown to take along."""
        return f"data/{self.page}.md"

    @property
    def word(self) -> str:
        """The page as a Word file."""
        return f"docx/{self.page}.docx"

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
        data = (self.data(DataForm.JSON), self.data(DataForm.TEXT), self.markdown)
        return (*data, self.pdf, self.word, self.calendar, self.feed.atom, self.feed.json)


class SiteFiles:
    """Where the files of the site as a whole are, from its root."""

    MANIFEST: Final = "data/edition.json"
    MANIFEST_SCHEMA: Final = "data/edition.schema.json"
    DATA_PACKAGE: Final = "data/datapackage.json"
    DATABASE: Final = "data/briefing.sqlite"
    DOSSIER: Final = "pdf/dossier.pdf"
    WORD: Final = "docx/dossier.docx"
    EPUB: Final = "epub/dossier.epub"
    ARCHIVE: Final = "site.zip"
    LLMS: Final = "llms.txt"
    FEED: Final = FeedFiles("feeds/index")
    CALENDAR: Final = "calendar.ics"
    HEADERS: Final = "_headers"
    REDIRECTS: Final = "_redirects"
    ROBOTS: Final = "robots.txt"
    SITEMAP: Final = "sitemap.xml"
    PACKED_SITEMAP: Final = "sitemap.xml.gz"
    SEARCHED: Final = "assets/search/"

    @staticmethod
    def export(name: str) -> str:
        """What is made of the whole edition for machines."""
        return f"data/{name}"

    @staticmethod
    def table(name: str) -> str:
        """A table of the data package."""
        return f"data/tables/{name}.csv"

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


def seen_from_folder(page: str, file: str) -> str:
    """The address of a file of the site, relative to where the site shows a page."""
    return posixpath.relpath(file, folder_of(page) or ".")


def unread(file: str) -> str:
    """What a file is called among the pages while the engine would read one of its own name as a page."""
    return f"{file}{UNREAD}"


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
