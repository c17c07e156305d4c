"""Our templates for the site engine: they go beside the pages, where a project's mkdocs.yml names them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


def theme_files() -> dict[PurePosixPath, bytes]:
    """The templates by their place in the theme."""
    folder = Path(__file__).parent
    found = sorted(folder.rglob("*.html"))
    return {PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes() for path in found}
