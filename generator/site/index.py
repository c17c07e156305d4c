"""The search index in two files: what the theme's script on each page reads, and what only its worker needs.

The script of the theme reads the whole index while a page starts, before anybody searches. On a slow phone
that holds the page up. So the file that it reads tells how to search, and the worker reads what there is to
find when somebody does: assets/search.js.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

INDEX = PurePosixPath("search/search_index.json")
DOCUMENTS = PurePosixPath("search/documents.js")

_DEFINED = "self.searched = "


def part_index(site: Path) -> None:
    """Leave the settings in the index, and put its documents into a file of their own.

    Another engine's index, which has no `docs`, stays as it is.
    """
    index = site / INDEX
    told = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else {}
    if "docs" in told:
        script = f"{_DEFINED}{_as_json({'docs': told['docs']})};\n"
        (site / DOCUMENTS).write_text(script, encoding="utf-8")
        index.write_text(_as_json(told | {"docs": []}), encoding="utf-8")


def whole_index(site: Path) -> str | None:
    """The index in one piece again, as it is searched from disk; None if the site has none."""
    index, documents = site / INDEX, site / DOCUMENTS
    if not index.is_file():
        return None
    text = index.read_text(encoding="utf-8")
    if not documents.is_file():
        return text
    script = documents.read_text(encoding="utf-8")
    return _as_json(json.loads(text) | json.loads(script.removeprefix(_DEFINED).rstrip(";\n")))


def _as_json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
