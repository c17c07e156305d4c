"""Our templates for the site engine: they go beside the pages, where a project's mkdocs.yml names them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


def theme_files() -> dict[PurePosixPath, bytes]:
    """The templates by their name."""
    folder = Path(__file__).parent
    return {PurePosixPath(path.name): path.read_bytes() for path in sorted(folder.glob("*.html"))}
