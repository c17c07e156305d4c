"""A site of our own harmless pages, built in a temporary folder with a project's settings.

It shows which scripts the theme has, and whether the engine can work with the settings at all, before a
page of the content is made.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from generator.cache import key_of, program_digest
from generator.model.settings import items_of
from generator.site.engine import EngineResult, engine_version, invoke
from generator.site.settings import (
    OUR_SCRIPTS,
    OUR_STYLES,
    SETTINGS,
    custom_templates,
    docs_folder,
    read_settings,
    resolved,
    site_words,
    variant,
)
from generator.site.theme import theme_files

# The theme's first script holds the way up to the site's root, so it differs by depth.
CLEAN_PAGES = tuple(
    map(PurePosixPath, ("index.md", "a/index.md", "a/b/index.md", "a/b/c/index.md", "a/b/c/d/index.md"))
)
# Nothing of the content: a navigation holds titles, so it is left out too.
HARMLESS = {"INHERIT": None, "nav": None, "docs_dir": "pages", "site_dir": "site", "strict": False}


@contextmanager
def harmless_site(project: Path, engine: str) -> Iterator[tuple[EngineResult, Path]]:
    """What the engine said, and the folder of what it made; its files are gone afterwards."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _lay_out(project, folder)
        yield invoke(engine, ("build", "-f", str(folder / SETTINGS)), folder), folder / "site"


def rehearsal_key(project: Path, engine: str) -> str:
    """What stands for all that such a site depends on: settings, engine, theme, our templates and program."""
    parts = [program_digest(), engine_version(engine), resolved(project)]
    for path, content in sorted(_templates(project).items()):
        parts += str(path), hashlib.sha256(content).hexdigest()
    return key_of(*parts)


def _lay_out(project: Path, folder: Path) -> None:
    files = {PurePosixPath("pages", name): b"# A page\n\n## A section\n\nWords.\n" for name in CLEAN_PAGES}
    files |= {PurePosixPath("pages", name): b"\n" for name in (*OUR_STYLES, *OUR_SCRIPTS)}
    files |= {PurePosixPath("theme", path): content for path, content in _templates(project).items()}
    files[PurePosixPath(SETTINGS)] = variant(project, {**HARMLESS, "theme.custom_dir": "theme"}).encode()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    _take_along(project, folder / "pages")


def _take_along(project: Path, pages: Path) -> None:
    """Files of one's own that the settings name: an engine finds them beside the pages."""
    settings = read_settings(project)
    lists = (items_of(settings.at(name)) for name in ("extra_css", "extra_javascript", "extra_templates"))
    names = {name for named in lists for name, _ in named}
    for name in names | {settings.words(f"theme.{each}") for each in ("logo", "favicon")}:
        source, target = docs_folder(project) / name, pages / name
        if source.is_file() and target.resolve().is_relative_to(pages) and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _templates(project: Path) -> dict[PurePosixPath, bytes]:
    """The project's own templates, or ours where it has none yet."""
    folder = custom_templates(project)
    if folder is None or not folder.is_dir():
        return theme_files(site_words(project))
    found = (path for path in folder.rglob("*") if path.is_file())
    return {PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes() for path in found}
