"""What a site gets after the engine has made it and before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.hosting.facts import base_of, files_forever, headers_file
from generator.model.addresses import SiteFiles
from generator.model.diagnostics import Diagnostic
from generator.model.edition import Edition
from generator.model.site_address import site_address
from generator.site.gate import check_site
from generator.site.index import part_index
from generator.site.manifest import record_files
from generator.site.moved import moved_pages, write_moved
from generator.site.offline import write_archive
from generator.site.policy import headers_of, policy_of
from generator.site.settings import print_settings
from generator.site.sitemap import write_sitemap
from generator.words import words_in


@dataclass(frozen=True, slots=True)
class Staged:
    """A site that the engine has made and that nobody sees yet: its folder, its project, its edition."""

    folder: Path
    project: Path
    edition: Edition


Finish = Callable[[Staged], Iterable[Diagnostic]]
"""Adds to the staged site, or looks at it, and says what is wrong. An error leaves the old site on show."""


def headers(staged: Staged) -> Iterable[Diagnostic]:
    """The security policy, and which files never change, as a file that hosts read."""
    content = headers_file(headers_of(policy_of(staged.project)), files_forever(staged.folder))
    (staged.folder / SiteFiles.HEADERS).write_text(content, encoding="utf-8")
    return ()


def links(staged: Staged) -> Iterable[Diagnostic]:
    """Pages in are pages out, and every link leads somewhere."""
    pages = [PurePosixPath(f"{page.path}.md") for page in staged.edition.pages]
    return check_site(staged.folder, [*pages, *moved_pages(staged.edition)])


def moved(staged: Staged) -> Iterable[Diagnostic]:
    """A page at each address that moved, which leads on."""
    write_moved(staged.folder, staged.edition, base_of(print_settings(staged.project).site_url))
    return ()


def manifest(staged: Staged) -> Iterable[Diagnostic]:
    """The checksum of each file, by which anybody can tell whether what is published is what was built."""
    record_files(staged.folder)
    return ()


def search_engines(staged: Staged) -> Iterable[Diagnostic]:
    """A sitemap with the dates of what the pages rest on."""
    settings = print_settings(staged.project)
    write_sitemap(staged.folder, staged.edition.pages, site_address(settings.site_url))
    return ()


def search(staged: Staged) -> Iterable[Diagnostic]:
    """The index apart from what only the search's worker reads."""
    part_index(staged.folder)
    return ()


def offline(staged: Staged) -> Iterable[Diagnostic]:
    """The site as one file that is read from disk."""
    write_archive(staged.folder, words_in(staged.edition.language))
    return ()


FINISHING: tuple[Finish, ...] = (headers, moved, search_engines, search, offline, links, manifest)
"""In this order, each seeing what those before it made; what lists or packs all files comes last."""


def finished(staged: Staged) -> tuple[Diagnostic, ...]:
    """Take every finishing step, and say what all of them complain of."""
    return tuple(problem for finish in FINISHING for problem in finish(staged))
