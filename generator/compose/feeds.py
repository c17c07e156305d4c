"""The feeds: what changed on the whole site, on each briefing and on each talk round."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from generator.compose.editions import anchor_of, conclusions_told, name_of, words_of
from generator.compose.writer import capitalised
from generator.model.addresses import PageFiles, SiteFiles
from generator.model.dossier import Dossier
from generator.model.edition import Page
from generator.model.feeds import Feed, FeedChange, FeedEntry
from generator.model.kinds import KINDS
from generator.model.releases import Release, ReleasedChange
from generator.model.runs import Target
from generator.words import Words, words_in


def feeds(dossier: Dossier, pages: Iterable[Page]) -> tuple[Feed, ...]:
    """A feed of the whole site, and one of each briefing and talk round, with the newest entries first."""
    pages = list(pages)
    known = {page.path for page in pages}
    whole = _feed(dossier, SiteFiles.FEED.name, dossier.site_name, Target(KINDS.home.path()), known)
    fed = (page for page in pages if page.kind.is_fed)
    return (whole, *(_of_page(dossier, page, known) for page in fed))


def _of_page(dossier: Dossier, page: Page, known: set[str]) -> Feed:
    title = words_in(dossier.language)("feed.of-page", page=page.title, site=dossier.site_name)
    return _feed(dossier, PageFiles(page.path).feed.name, title, Target(page.path), known)


def _feed(dossier: Dossier, path: str, title: str, target: Target, known: set[str]) -> Feed:
    releases = dossier.releases
    page = None if path == SiteFiles.FEED.name else target.page
    entries = tuple(
        _entry(dossier, path, release, page, known)
        for release in reversed(releases)
        if page is None or release is releases[0] or _changes(release, page)
    )
    return Feed(
        path=path,
        id=_urn(dossier, path),
        title=title,
        target=target,
        updated=entries[0].date if entries else dossier.as_of,
        entries=entries,
    )


def _entry(dossier: Dossier, path: str, release: Release, page: str | None, known: set[str]) -> FeedEntry:
    is_first = release is dossier.releases[0]
    words = words_in(dossier.language)
    told = [words("edition.first") if is_first else conclusions_told(words, release)]
    if release.note:
        told.append(release.note)
    return FeedEntry(
        id=_urn(dossier, f"{path} {release.id}"),
        title=words("feed.edition", day=name_of(words, release), importance=words.of(release.importance)),
        target=Target(KINDS.editions.path(), anchor_of(release)),
        date=release.date,
        told=tuple(told),
        changes=tuple(_told(words, change, known) for change in _changes(release, page)),
    )


def _changes(release: Release, page: str | None) -> list[ReleasedChange]:
    return [change for change in release.changes if page is None or page in change.pages()]


def _told(words: Words, change: ReleasedChange, known: set[str]) -> FeedChange:
    """“Changed figure, Depth”, its words with what went and came, and a page that has it."""
    page = next((path for path in change.pages() if path in known), None)
    what, kind = words.of(change.what), words.of(change.kind)
    is_named = change.label != (change.after or change.before)
    return FeedChange(
        lead=words("feed.lead-of", what=capitalised(what), kind=kind, label=change.label)
        if is_named
        else words("feed.lead", what=capitalised(what), kind=kind),
        words=words_of(change),
        remarks=change.remarks,
        target=Target(page) if page else None,
    )


def _urn(dossier: Dossier, name: str) -> str:
    """An id that stays whatever becomes of the site's name and address: it hangs on the first edition."""
    seed = dossier.releases[0].fingerprint if dossier.releases else dossier.site_name
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{seed} {name}").urn
