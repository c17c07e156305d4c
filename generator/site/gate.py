"""The last look at a built site: every page is there, every link leads somewhere, nothing calls another host.

A page is taken as a browser would take it: its places, what it refers to, what its policy would block.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.diagnostics import Diagnostic

_RUN = frozenset({"", "module", "importmap", "speculationrules"})
_JAVASCRIPT = ("javascript", "ecmascript", "jscript", "livescript")

# A browser fetches these by itself; other `rel` only tell where something is.
FETCHED = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"}
    | {"preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "prerender"}
)
LOADING = ("src", "poster", "background", "ping")
CANDIDATES = ("srcset", "imagesrcset")
LEADING = ("href", "action", "formaction", "xlink:href")
TELLING = frozenset({*LOADING, *CANDIDATES, *LEADING, "data", "style", "http-equiv"})
DRAWN_FROM = frozenset({"use", "image", "feimage"})

_IN_STYLES = re.compile(r"(?:url\(|@import)\s*['\"]?\s*((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)
_REFRESH = re.compile(r"[\s\d.]*[;,]?\s*(?:url\s*=)?\s*['\"]?([^'\"]+)", re.IGNORECASE)

NOT_FOUND = PurePosixPath("404.html")
SOMEWHERE = "https://site.invalid/"  # for a site that does not say where it lives
WEB = ("http", "https")
HARMLESS = frozenset({*WEB, "mailto", "tel"})
LONGEST_SHOWN = 100

_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))  # a browser reads "java\nscript:" as one word
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def inline_scripts(tree: LexborHTMLParser) -> Iterator[str]:
    """The text of each script that stands in the page and is run, not merely data for one."""
    for script in tree.css("script:not([src])"):
        kind = (script.attributes.get("type") or "").strip().lower()
        if kind in _RUN or any(name in kind for name in _JAVASCRIPT):
            yield script.text(deep=True)


def named(script: str) -> str:
    """The name of a script in a content security policy."""
    digest = hashlib.sha256(script.encode("utf-8", "surrogatepass")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that a page refers to; `is_loaded` if the browser fetches it unasked."""

    url: str
    is_loaded: bool


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What the checks need to know of a page; `path` is where its file is in the site."""

    path: PurePosixPath
    ids: frozenset[str]
    references: tuple[Reference, ...]
    blocked: tuple[str, ...]
    canonical: str | None


def read_page(path: PurePosixPath, html: str) -> BuiltPage:
    """The facts of one page; each reference once, in order of their first mention."""
    tree = LexborHTMLParser(html)
    policy = _policy(tree)
    ids: set[str] = set()
    references: dict[Reference, None] = {}
    blocked: dict[str, None] = {}
    for node in tree.root.traverse() if tree.root else ():
        attributes = node.attributes
        ids.update(_names(node, attributes))
        if node.tag == "style" or not TELLING.isdisjoint(attributes):
            references.update(dict.fromkeys(_references(node, attributes)))
        if policy is not None:
            blocked.update(dict.fromkeys(_handlers(attributes, policy)))
    if policy is not None:
        blocked.update(dict.fromkeys(_unnamed_scripts(tree, policy)))
    return BuiltPage(path, frozenset(ids), tuple(references), tuple(blocked), _canonical(tree))


def foreign_in_styles(styles: str) -> Iterator[str]:
    """The addresses on other hosts that style rules fetch, each once."""
    yield from dict.fromkeys(_IN_STYLES.findall(styles))


def _names(node: LexborNode, attributes: dict[str, str | None]) -> Iterator[str]:
    if identifier := attributes.get("id"):
        yield identifier
    if node.tag == "a" and (name := attributes.get("name")):
        yield name


def _references(node: LexborNode, attributes: dict[str, str | None]) -> Iterator[Reference]:
    for url in _loaded(node, attributes):
        yield Reference(url, is_loaded=True)
    for name in LEADING:
        if name in attributes:
            yield Reference(attributes[name] or "", is_loaded=_is_fetched(node, attributes))


def _loaded(node: LexborNode, attributes: dict[str, str | None]) -> Iterator[str]:
    own = ("data",) if node.tag == "object" else ()
    yield from (attributes[name] or "" for name in (*LOADING, *own) if name in attributes)
    for name in CANDIDATES:
        candidates = (attributes.get(name) or "").split(",")
        yield from (candidate.split()[0] for candidate in candidates if candidate.strip())
    styles = node.text() if node.tag == "style" else attributes.get("style")
    yield from foreign_in_styles(styles or "")
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        yield _destination(attributes.get("content") or "")


def _is_fetched(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    if node.tag == "link":
        return bool(FETCHED.intersection((attributes.get("rel") or "").lower().split()))
    return (node.tag or "").lower() in DRAWN_FROM


def _destination(refresh: str) -> str:
    found = _REFRESH.match(refresh)
    return found[1].strip() if found else ""


def _canonical(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("link[rel=canonical]")
    return node.attributes.get("href") if node else None


def _policy(tree: LexborHTMLParser) -> dict[str, frozenset[str]] | None:
    """The sources that the page's own policy allows, by directive; None if it has no policy."""
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").lower() == "content-security-policy":
            directives = (part.split() for part in (node.attributes.get("content") or "").split(";"))
            return {words[0]: frozenset(words[1:]) for words in directives if words}
    return None


def _handlers(attributes: dict[str, str | None], policy: dict[str, frozenset[str]]) -> Iterator[str]:
    for name in attributes:
        if name.startswith("on") and "'unsafe-inline'" not in policy.get("script-src", ()):
            yield f"the attribute {name}"
    if "style" in attributes and "'unsafe-inline'" not in policy.get("style-src", ()):
        yield "a style attribute"


def _unnamed_scripts(tree: LexborHTMLParser, policy: dict[str, frozenset[str]]) -> Iterator[str]:
    for script in inline_scripts(tree):
        if named(script) not in policy.get("script-src", ()):
            yield f"the inline script that begins {script.strip()[:40]!r}"
    if tree.css_first("style") and "'unsafe-inline'" not in policy.get("style-src", ()):
        yield "an inline style sheet"


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
