"""Which scripts of a page a browser would run, and the hashes by which a policy names them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

_RUN = frozenset({"", "module", "importmap", "speculationrules"})
_JAVASCRIPT = ("javascript", "ecmascript", "jscript", "livescript")


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
