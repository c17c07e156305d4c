"""A built page as a browser would take it: its anchors, what it refers to, what its policy would block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.site.scripts import inline_scripts, named

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
