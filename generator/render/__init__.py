"""The render stage: an edition as files, one view each. No decisions."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

from generator.model.bibliography import csl_json
from generator.model.edition import Edition
from generator.render.calendars import calendar_file
from generator.render.markdown import page_markdown
from generator.render.nav import navigation
from generator.render.places import path
from generator.render.reading import page_text
from generator.render.records import edition_record, page_record

__all__ = ["navigation", "render"]

ASSETS = ("briefing.css", "briefing.js")


def render(edition: Edition) -> dict[PurePosixPath, bytes]:
    """All files of the site's pages by their path: Markdown, text, data, calendar entries, style and script.

    Equal editions give equal bytes. Raises ValueError if two files want one path, or a path, an anchor or
    an identifier is not fit to be one.
    """
    files: dict[PurePosixPath, bytes] = {}
    for page in edition.pages:
        where = path(page.path)
        _add(files, f"{where}.md", page_markdown(edition, page).encode(errors="replace"))
        _add(files, f"data/{where}.txt", page_text(edition, page))
        _add(files, f"data/{where}.json", page_record(edition, page))
    _add(files, "data/edition.json", edition_record(edition))
    _add(files, "data/sources.csl.json", csl_json(edition.bibliography))
    for entry in edition.calendar:
        _add(files, f"{path(entry.path)}.ics", calendar_file(entry, edition.as_of))
    for name in ASSETS:
        _add(files, f"assets/{name}", _asset(name))
    return files


def _add(files: dict[PurePosixPath, bytes], where: str, content: bytes) -> None:
    if PurePosixPath(where) in files:
        raise ValueError(f"two files of the site want the path {where}")
    files[PurePosixPath(where)] = content


@cache
def _asset(name: str) -> bytes:
    return Path(__file__).with_name("assets").joinpath(name).read_bytes()
