"""Where the site lives on the web, and so the whole address of each page, anchor and file of it."""

from __future__ import annotations

import ipaddress
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from generator.model.addresses import folder_of
from generator.model.runs import Target

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
