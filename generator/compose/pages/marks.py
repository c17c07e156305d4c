"""What a page says of editions: what was withdrawn, corrected or moved, and what the latest changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.compose.leads import Lead, is_of_statement, standing_on
from generator.compose.pages.editions import anchor_of, name_of, part_of
from generator.compose.writer import capitalised, separated, status
from generator.model.blocks import Bullets
from generator.model.editions import Importance, Redirect, Release, ReleasedChange, What
from generator.model.keys import Mark, SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Page, Section, Since
from generator.model.runs import Anchor, Line, Link, Plain, Removed, Run, Strong, Target
from generator.model.values import digest_of, mapped
from generator.words import Words

_NOWHERE: Mapping[str, Lead] = MappingProxyType({})
Marked = dict[str, tuple[Mark, Line]]
"""Lines by the anchor that each gives, or by a name if it gives none."""


def with_marks(
    words: Words,
    page: Page,
    releases: Sequence[Release],
    redirects: Iterable[Redirect],
    titles: Mapping[str, str],
    led: Mapping[str, Lead] = _NOWHERE,
) -> Page:
    """The page with a line for each statement that was withdrawn or corrected on it, each entry that moved.

    The line has the old anchor, so that links to what stood there still lead to something; that of a
    corrected statement which kept its anchor leads to it. What stands elsewhere on the page has its old
    anchor beside the new one. `titles` are those of all pages, `led` says where old addresses lead now.
    """
    marked = _of_changes(words, page, releases, led)
    given = _given(page, redirects)
    page, elsewhere = _with_anchors(page, led, {*marked, *given})
    marked |= _of_leads(words, elsewhere, titles)
    marked |= _of_redirects(words, given, _words_before(releases), titles)
    return _with_section(words, page, marked) if marked else page


def _with_section(words: Words, page: Page, marked: Marked) -> Page:
    """The page with the lines below all else, under the names of what they mark."""
    found = {mark for mark, _ in marked.values()}
    heading = capitalised(words.listed((words.of(mark) for mark in Mark if mark in found), of_choices=True))
    lines = Bullets(tuple(line for _, line in marked.values()))
    section = Section(SectionKey.CHANGED, "changed", heading, (lines,))
    return replace(page, sections=(*page.sections, section), version=digest_of(page.version, section))


def _of_changes(words: Words, page: Page, releases: Iterable[Release], led: Mapping[str, Lead]) -> Marked:
    """What was withdrawn or corrected; of what was marked several times the last."""
    standing = {*standing_on(page)}
    return {
        name: (mark, line)
        for release in releases
        for change in release.changes
        if (mark := _mark_of(release, change, led))
        for name, line in _lines(words, page, standing, release, change)
    }


def _mark_of(release: Release, change: ReleasedChange, led: Mapping[str, Lead]) -> Mark | None:
    """What a page has to say for ever of a change; None if it is history that the page of editions tells."""
    if change.what is What.WITHDRAWN:
        return None if any(each in led for each in change.addresses) else Mark.WITHDRAWN
    is_mended = change.what is What.CHANGED and change.reads_otherwise()
    return Mark.CORRECTED if is_mended and release.importance is Importance.CORRECTION else None


def _lines(
    words: Words, page: Page, standing: set[str], release: Release, change: ReleasedChange
) -> Iterator[tuple[str, Line]]:
    """The lines of one change on a page, each with a name: at every anchor that is gone, else at none."""
    places = [place for place in map(Target.read, change.addresses) if place.page == page.path]
    anchors = [place.anchor for place in places if place.anchor and is_of_statement(place)]
    gone = [anchor for anchor in anchors if anchor not in standing]
    there = next((Target(page.path, anchor) for anchor in anchors if anchor in standing), None)
    if gone:
        yield gone[0], replace(_line(words, release, change, there), statement=gone[0])
    elif there and change.what is What.CHANGED:
        yield f"{there.anchor} {release.id}", _line(words, release, change, there)
    for anchor in gone[1:]:
        mark = status(words, Mark.WITHDRAWN if change.what is What.WITHDRAWN else Mark.CORRECTED)
        yield anchor, Line((mark, Plain(f" {words('mark.same-again')}")), anchor)


def _line(words: Words, release: Release, change: ReleasedChange, now: Target | None) -> Line:
    """What was said and since when it is not; what is said instead, with a link to where that is `now`."""
    day = Link(name_of(words, release), Target(KINDS.editions.path(), anchor_of(release)))
    before = Removed(change.before or "")
    if change.what is What.WITHDRAWN:
        told = words.runs("mark.no-longer-said", day=day, before=before)
        return Line((status(words, Mark.WITHDRAWN), Plain(" "), *told))
    after = change.after or ""
    reads: Run = Link(after, now) if now else Plain(after)
    told = words.runs("mark.now-reads", day=day, before=before, after=reads)
    return Line((status(words, Mark.CORRECTED), Plain(" "), *told))


def _given(page: Page, redirects: Iterable[Redirect]) -> dict[str, Redirect]:
    """The redirects of anchors of a page that stand there no more."""
    standing = standing_on(page)
    return {
        place.anchor: redirect
        for redirect in redirects
        if (place := Target.read(redirect.old)).page == page.path
        and place.anchor
        and place.anchor not in standing
    }


def _with_anchors(page: Page, led: Mapping[str, Lead], told: set[str]) -> tuple[Page, dict[str, Lead]]:
    """The page with old anchors at what they lead to, but for those told; and the leads to other pages."""
    here: dict[str, list[str]] = {}
    elsewhere: dict[str, Lead] = {}
    for address, lead in led.items():
        old = Target.read(address)
        if old.page != page.path or not old.anchor or old.anchor in told:
            continue
        if lead.target.page == page.path and lead.target.anchor:
            here.setdefault(lead.target.anchor, []).append(old.anchor)
        else:
            elsewhere[old.anchor] = lead

    def anchored(line: Line) -> Line:
        names = here.pop(line.statement or "", ())
        return replace(line, runs=(*map(Anchor, names), *line.runs)) if names else line

    return (replace(page, sections=mapped(page.sections, Line, anchored)) if here else page), elsewhere


def _of_leads(words: Words, led: Mapping[str, Lead], titles: Mapping[str, str]) -> Marked:
    """What stands on other pages: a line each of what reads otherwise, one a page of all that does not."""
    marked = {
        anchor: (Mark.MOVED, _stands_at(words, lead.said, lead.target, anchor, titles))
        for anchor, lead in led.items()
        if not lead.is_same
    }
    alike = {anchor: lead for anchor, lead in led.items() if lead.is_same}
    return marked | {line.text(): (Mark.MOVED, line) for line in _moved_alike(words, alike, titles)}


def _moved_alike(words: Words, led: Mapping[str, Lead], titles: Mapping[str, str]) -> Iterator[Line]:
    """Of what stands elsewhere word for word a line a page: its old anchors, each with the way on."""
    by_page: dict[str, list[tuple[Run, ...]]] = {}
    for anchor, lead in led.items():
        listed = by_page.setdefault(lead.target.page, [])
        listed.append((Anchor(anchor), Link(words.number(len(listed) + 1), lead.target)))
    for path, listed in by_page.items():
        where, places = _where(Target(path), titles), separated(words, listed)
        told = words.runs("mark.stand-at", where=where, places=places)
        yield Line((status(words, Mark.MOVED), Plain(" "), *told))


def _of_redirects(
    words: Words, given: Mapping[str, Redirect], before: Mapping[str, str | None], titles: Mapping[str, str]
) -> Marked:
    """Where authors say that something went: with its words if it was a statement, else by its anchor."""
    marked: Marked = {}
    for anchor, redirect in given.items():
        target, said = Target.read(redirect.new), before.get(redirect.old)
        if said:
            line = _stands_at(words, said, target, anchor, titles)
        else:
            told = words.runs("mark.moved-to", anchor=Strong(anchor), where=_where(target, titles))
            line = Line((status(words, Mark.MOVED), Plain(" "), *told), anchor)
        marked[anchor] = Mark.MOVED, line
    return marked


def _words_before(releases: Iterable[Release]) -> dict[str, str | None]:
    """By address, what stood there before an edition changed it last."""
    changes = (change for release in releases for change in release.changes)
    return {address: change.before for change in changes for address in change.addresses}


def _stands_at(words: Words, said: str, target: Target, anchor: str, titles: Mapping[str, str]) -> Line:
    """A statement that stands elsewhere now, in these or other words."""
    told = words.runs("mark.stands-at", before=Strong(said), where=_where(target, titles))
    return Line((status(words, Mark.MOVED), Plain(" "), *told), anchor)


def _where(target: Target, titles: Mapping[str, str]) -> Run:
    """A link by the title of its page; the path of a page that is not there."""
    return Link(titles[target.page], target) if target.page in titles else Plain(target.page)


def with_changes(words: Words, page: Page, releases: Sequence[Release]) -> Page:
    """The page with what the latest edition changed on it, if there was one before it."""
    if len(releases) < 2:
        return page
    before, latest = releases[-2:]
    standing = standing_on(page)
    found = {
        place.anchor: change.what
        for change in latest.changes
        if change.what is not What.WITHDRAWN
        for place in map(Target.read, change.addresses)
        if place.page == page.path and place.anchor in standing
    }
    if not found:
        return page
    told = Target(KINDS.editions.path(), part_of(latest, page.path))
    key = "edition.since-first" if before is releases[0] else "edition.since"
    since = words(key, edition=name_of(words, before))
    return replace(page, since=Since(since, told, tuple(found.items())))
