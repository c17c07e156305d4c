"""The last look at a built site: every page is there, every link leads somewhere, nothing calls another host.

The site engine checks links too; these checks do not rely on it, and see what it writes itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from generator.model.diagnostics import Diagnostic
from generator.site.built import BuiltPage, Reference, foreign_in_styles, read_page

NOT_FOUND = PurePosixPath("404.html")
SOMEWHERE = "https://site.invalid/"  # for a site that does not say where it lives
WEB = ("http", "https")
HARMLESS = frozenset({*WEB, "mailto", "tel"})
LONGEST_SHOWN = 100

_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))  # a browser reads "java\nscript:" as one word
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Site:
    """What was built: where it will live, all its files, and its pages."""

    address: str
    files: frozenset[PurePosixPath]
    pages: Mapping[PurePosixPath, BuiltPage]

    def holds(self, parts: SplitResult) -> bool:
        """Whether an address is one of this site's."""
        here = urlsplit(self.address)
        return parts.netloc == here.netloc and f"{parts.path}/".startswith(here.path)

    def file_at(self, parts: SplitResult) -> PurePosixPath | None:
        """The file that a server gives for an address of the site; None if it has none."""
        inside = unquote(parts.path)[len(unquote(urlsplit(self.address).path)) :]
        path = PurePosixPath(inside + "index.html" if inside.endswith("/") or not inside else inside)
        return path if path in self.files else None


def check_site(site: Path, pages: Collection[PurePosixPath]) -> tuple[Diagnostic, ...]:
    """Every problem of a site that was built from these Markdown pages, page by page.

    Pages in are pages out; local links and their anchors exist; nothing is fetched from another host; no
    address runs code; the policy that a page carries blocks nothing of it.
    """
    built = _read(site)
    found = [*_lost_and_found(built, pages)]
    for path in sorted(built.pages):
        found += _problems_of(built, built.pages[path])
    found += _foreign_styles(site, built)
    return tuple(found)


def _read(site: Path) -> Site:
    files = frozenset(PurePosixPath(path.relative_to(site)) for path in site.rglob("*") if path.is_file())
    html = sorted(path for path in files if path.suffix == ".html")
    pages = {path: read_page(path, (site / path).read_text("utf-8", "replace")) for path in html}
    home = pages.get(PurePosixPath("index.html"))
    address = home.canonical if home and home.canonical else SOMEWHERE
    return Site(urljoin(SOMEWHERE, address.rstrip("/") + "/"), files, pages)


def html_of(page: PurePosixPath) -> PurePosixPath:
    """The file that a Markdown page becomes; `a/b.md` is shown at the address `a/b/`."""
    if page.suffix != ".md":
        return page
    return page.with_suffix(".html") if page.stem == "index" else page.with_suffix("") / "index.html"


def _lost_and_found(site: Site, pages: Collection[PurePosixPath]) -> Iterator[Diagnostic]:
    wanted = Counter(html_of(page) for page in pages)
    for page in sorted(pages):
        html = html_of(page)
        if html not in site.files:
            yield Diagnostic("page-lost", f"{page} was published, but the site has no {html}")
        elif wanted[html] > 1:
            yield Diagnostic("page-lost", f"{page} shares {html} with another page, so one of them is lost")
    for html in sorted(set(site.pages) - set(wanted) - {NOT_FOUND}):
        yield Diagnostic("page-unexpected", f"the site has {html}, which no page was published for")


def _problems_of(site: Site, page: BuiltPage) -> Iterator[Diagnostic]:
    for reference in page.references:
        problem = _problem(site, page, reference)
        if problem:
            code, said = problem
            yield Diagnostic(code, f"{page.path}: {said}")
    for what in page.blocked:
        yield Diagnostic("outside-policy", f"{page.path}: its security policy blocks {what}")


def _problem(site: Site, page: BuiltPage, reference: Reference) -> tuple[str, str] | None:
    """What is wrong with one reference: a code and what to say of it."""
    url = reference.url.translate(_DROPPED).strip(_EDGES)
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in HARMLESS:
        is_picture = reference.is_loaded and url.lower().startswith("data:image/")
        return None if is_picture else ("unsafe-link", f"{shown(url)} is no address to follow")
    if reference.is_loaded and not url:
        return "broken-link", "the address of something to load is empty"
    try:
        parts = urlsplit(urljoin(_address(site, page), url.replace("\\", "/")))
    except ValueError:
        return "broken-link", f"{shown(url)} is no address"
    if parts.scheme in WEB and not site.holds(parts):
        return _problem_outside(site, reference, url, parts)
    return _problem_inside(site, url, parts) if parts.scheme in WEB else None


def _problem_outside(
    site: Site, reference: Reference, url: str, parts: SplitResult
) -> tuple[str, str] | None:
    is_same_host = parts.netloc == urlsplit(site.address).netloc
    if is_same_host and not _SCHEME.match(url) and not url.startswith("//"):
        return "broken-link", f"{shown(url)} leads out of the site"
    return (
        ("third-party-request", f"{shown(url)} is fetched from another host") if reference.is_loaded else None
    )


def _problem_inside(site: Site, url: str, parts: SplitResult) -> tuple[str, str] | None:
    file = site.file_at(parts)
    if file is None:
        return "broken-link", f"{shown(url)} leads to no file of the site"
    target = site.pages.get(file)
    fragment = parts.fragment.split(":~:")[0]
    if target is None or fragment in ("", "top") or {fragment, unquote(fragment)} & target.ids:
        return None
    return "broken-anchor", f"{shown(url)} leads to a place that {file} does not have"


def _address(site: Site, page: BuiltPage) -> str:
    path = page.path.as_posix()
    return urljoin(site.address, path.removesuffix("index.html") or "./")


def _foreign_styles(site: Path, built: Site) -> Iterator[Diagnostic]:
    for path in sorted(path for path in built.files if path.suffix == ".css"):
        text = (site / path).read_text("utf-8", "replace")
        for url in foreign_in_styles(text):
            yield Diagnostic("third-party-request", f"{path}: {shown(url)} is fetched from another host")


def shown(url: str) -> str:
    """An address as a message may show it: on one line, without anything that is not visible."""
    short = url if len(url) <= LONGEST_SHOWN else url[: LONGEST_SHOWN - 1] + "…"
    return repr(short)
