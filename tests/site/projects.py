"""Tiny projects for the site engines: our settings and templates, and a few pages made by hand."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

from generator.site.engine import theme_files
from tests.support.wording import ENGLISH

ROOT = Path(__file__).parents[2]
PAGES = {
    "index.md": "# Home\n\nTo [the round](rounds/one.md#result), and [all rounds](rounds/index.md).\n",
    "rounds/index.md": "# Rounds\n\n## In order {: #in-order }\n\n- [One](one.md)\n",
    "rounds/one.md": "# Round one\n\n## Result {: #result }\n\nBack to [the list](index.md#in-order).\n",
    "assets/briefing.css": "body { color-scheme: light dark; }\n",
    "assets/previews.js": '"use strict";\n',
    "assets/filter.js": '"use strict";\n',
    "assets/searchbox.js": '"use strict";\n',
}
NAVIGATION = [{"Home": "index.md"}, {"Rounds": ["rounds/index.md", {"One": "rounds/one.md"}]}]


def a_project(
    folder: Path,
    pages: Mapping[str, str] = MappingProxyType({}),
    extra: Mapping[str, str] = MappingProxyType({}),
) -> Path:
    """A project whose pages are already published; `extra` goes beside its navigation."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    files = {f"build/pages/{name}": text for name, text in {**PAGES, **pages}.items()}
    files["build/nav.yml"] = yaml.safe_dump({"nav": NAVIGATION, "extra": dict(extra)}, width=1000)
    theme = {f"build/theme/{template}": content for template, content in theme_files(ENGLISH).items()}
    for name, content in (theme | {name: text.encode() for name, text in files.items()}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
