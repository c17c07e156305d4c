"""Where things are: relative addresses between pages, and identifiers that are fit to be one."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.addresses import seen_from
from generator.model.runs import Target
from generator.render.escape import Markdown

_PATH = re.compile(r"(?:\.\./)*[a-z0-9-]+(?:[/.][a-z0-9-]+)*\Z")
_ANCHOR = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\Z", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def path(value: str) -> Markdown:
    """The path, if it is one that needs no escaping; ValueError if not."""
    if not _PATH.match(value):
        raise ValueError(f"not fit to be a path on the site: {value!r}")
    return Markdown(value)


def anchor(value: str) -> Markdown:
    """The anchor, if it can neither be an attack nor clash with the theme's; ValueError if not."""
    if not _ANCHOR.match(value):
        raise ValueError(f"not fit to be an anchor: {value!r}")
    return Markdown(value)


@lru_cache(maxsize=1 << 16)
def beside(page: str, file: str) -> Markdown:
    """The address of a file of the site, seen from a page."""
    return path(seen_from(page, file))


def address(page: str, target: Target) -> Markdown:
    """The address of a target, seen from a page; each engine turns `.md` into its own form."""
    fragment = f"#{anchor(target.anchor)}" if target.anchor else ""
    if fragment and target.page == page:
        return Markdown(fragment)
    return Markdown(beside(page, f"{target.page}.md") + fragment)


def word(text: str) -> Markdown:
    """The text as one word for a class name: `under way` gives `under-way`."""
    return Markdown(_NOT_A_WORD.sub("-", text.casefold()).strip("-") or "other")
