"""What holds on every server: headers, how long files keep, their types, where moved pages went."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.model.addresses import SiteFiles

# The theme names these files by what they hold, so they never change; all else may with the next edition.
HASHED = r"^assets/.+\.[0-9a-f]{8}\.min\.(css|js)(\.map)?$"
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=0, must-revalidate"

KINDS = {
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "css": "text/css",
    "csv": "text/csv",
    "gz": "application/gzip",
    "html": "text/html",
    "ics": "text/calendar",
    "ico": "image/x-icon",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "map": "application/json",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "png": "image/png",
    "ris": "application/x-research-info-systems",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""The type of each kind of file; servers of different ages know different ones by themselves."""
ALREADY_SMALL = frozenset({"gz", "ico", "pdf", "png", "woff2", "zip"})
COMPRESSIBLE = tuple(sorted({type for kind, type in KINDS.items() if kind not in ALREADY_SMALL}))
# application/… types that hold text of which the encoding is not fixed by their own rules.
WITH_CHARSET = tuple(sorted(type for type in COMPRESSIBLE if type.startswith("text/")))

_PATH = re.compile(r"/[A-Za-z0-9._~/%-]*(#[A-Za-z0-9._~-]+)?")
_HEADER = re.compile(r"[A-Za-z0-9 '():;,=/+.*-]+")


@dataclass(frozen=True, slots=True)
class RedirectRule:
    """A page that moved, as servers know it: the paths from the root, each beginning with a slash."""

    old: str
    new: str
    status: int = 301


@dataclass(frozen=True, slots=True)
class Site:
    """A built site as a server sees it.

    `base` is the path under which it is reached, with a slash at both ends. No value holds a character that
    could end a string in a server's configuration.
    """

    headers: Mapping[str, str]
    base: str = "/"
    redirects: tuple[RedirectRule, ...] = ()
    forever: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        for value in self.headers.values():
            if not _HEADER.fullmatch(value):
                raise ValueError(f"a header cannot be written safely: {value}")
        paths = (self.base, *(path for moved in self.redirects for path in (moved.old, moved.new)))
        for path in paths:
            if not _PATH.fullmatch(path):
                raise ValueError(f"a path cannot be written safely: {path}")

    def at(self, path: str) -> str:
        """A path from the site's root, as the server sees it."""
        return f"{self.base}{path.removeprefix('/')}"

    def moves(self) -> dict[str, RedirectRule]:
        """What each path redirects to, with and without a slash at its end; the first to say so counts."""
        moves: dict[str, RedirectRule] = {}
        for redirect in self.redirects:
            old = self.at(redirect.old)
            for path in (old, old.rstrip("/") or "/"):
                moves.setdefault(path, redirect)
        return moves


def site_at(folder: Path, headers: Mapping[str, str], base: str, own: str | None = None) -> Site:
    """What servers need to know of a built site; raises ValueError if it holds what no configuration can.

    `base` is the path under which the site is reached, `own` the one that it was built for, if that differs.
    """
    moved = folder / SiteFiles.REDIRECTS
    below = base if own is None else own
    redirects = redirects_in(moved.read_text(encoding="utf-8"), below) if moved.is_file() else ()
    return Site(headers, base, redirects, files_forever(folder))


def redirects_in(text: str, below: str = "/") -> tuple[RedirectRule, ...]:
    """The moved pages of a `_redirects` file, in its order, as paths from the root of the site `below`."""
    lines = (line.partition(" #")[0].split() for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        RedirectRule(_inside(old, below), _inside(new, below), int(status[0]) if status else 301)
        for old, new, *status in filter(None, lines)
    )


def _inside(path: str, below: str) -> str:
    return "/" + path.removeprefix(below) if path.startswith(below) else path


def files_forever(folder: Path) -> tuple[str, ...]:
    """The files of a built site that never change, as paths from its root."""
    assets = (folder / "assets").rglob("*")
    names = (path.relative_to(folder).as_posix() for path in assets if path.is_file())
    return tuple(sorted(name for name in names if re.match(HASHED, name)))


def base_of(site_url: str | None) -> str:
    """The path of the site's own address, with a slash at both ends."""
    path = urlsplit(site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def headers_file(headers: Mapping[str, str], forever: tuple[str, ...] = ()) -> str:
    """A `_headers` file as Netlify and Cloudflare Pages read it.

    A path there has no pattern but a star, so files that never change are listed. All others keep the rule
    of these hosts, which is ours: ask again each time.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path in forever:
        lines += [f"/{path}", f"  Cache-Control: {FOREVER}"]
    return "".join(f"{line}\n" for line in lines)
