"""Addresses that moved: a page that leads on, the files beside it, and a list for hosts that redirect."""

from __future__ import annotations

import html
import posixpath
import shutil
from pathlib import Path, PurePosixPath

from generator.model.addresses import PageFiles, SiteFiles, folder_of
from generator.model.edition import Edition
from generator.words import Words, words_in

# Nothing runs and nothing is fetched on such a page.
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="{policy}">
<meta http-equiv="refresh" content="0; url={to}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="canonical" href="{to}">
</head>
<body><main><h1>{title}</h1><p>{text}</p></main></body>
</html>
"""


def moved_pages(edition: Edition) -> tuple[PurePosixPath, ...]:
    """The pages that lead on, as Markdown pages would be named; anchors move on pages that stay."""
    return tuple(PurePosixPath(f"{old}.md") for old, _ in edition.redirects if "#" not in old)


def write_moved(site: Path, edition: Edition, base: str) -> None:
    """Lead on from each page that moved; `base` is the path under which the site is served.

    The other forms of the page (data, text, PDF, calendar) are laid at their old addresses as they are now.
    """
    lines = []
    for old, new in edition.redirects:
        if "#" in old:
            continue
        page, _, anchor = new.partition("#")
        shown = folder_of(page) + (f"#{anchor}" if anchor else "")
        _lead(site, old, _relative(folder_of(old), shown), words_in(edition.language))
        _copy_forms(site, old, page)
        lines.append(f"{base}{old}/ {base}{shown} 301\n")
    if lines:
        with (site / SiteFiles.REDIRECTS).open("a", encoding="utf-8") as file:
            file.writelines(lines)


def _lead(site: Path, old: str, to: str, words: Words) -> None:
    target = site / old / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    address = html.escape(to)
    page = _PAGE.format(
        language=words.language,
        title=html.escape(words("moved.title")),
        text=html.escape(words.unfilled("moved.text")).format(address=f'<a href="{address}">{address}</a>'),
        to=address,
        policy=POLICY,
    )
    target.write_text(page, encoding="utf-8")


def _copy_forms(site: Path, old: str, new: str) -> None:
    for there, here in zip(PageFiles(new).kept(), PageFiles(old).kept(), strict=True):
        source, target = site / there, site / here
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _relative(here: str, there: str) -> str:
    path, _, anchor = there.partition("#")
    to = posixpath.relpath(path or ".", here) + "/"
    return to + (f"#{anchor}" if anchor else "")
