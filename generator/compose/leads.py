"""Where statements stand now that stood elsewhere: their anchors are made of their proof, which is mended."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.editions import Release, ReleasedChange, What
from generator.model.pages import Page
from generator.model.runs import Line, Target
from generator.model.values import parts_of


@dataclass(frozen=True, slots=True)
class Lead:
    """What was said at an address that is no more, and where it stands now."""

    said: str
    target: Target


def standing_on(page: Page) -> dict[str, str]:
    """The anchors of the statements of a page, with their words."""
    return {line.statement: line.text() for line in parts_of(page.sections, Line) if line.statement}


def leads(releases: Iterable[Release], standing: Mapping[str, Mapping[str, str]]) -> dict[str, Lead]:
    """By address, `page#anchor`: of statements that changed, and of those withdrawn that are said elsewhere.

    `standing` are the statements of all pages by path and anchor. What changed several times leads to where
    it stands in the end.
    """
    found: dict[str, Lead] = {}
    said = {
        words: Target(path, anchor) for path, lines in standing.items() for anchor, words in lines.items()
    }
    for release in reversed(tuple(releases)):
        for change in release.changes:
            now = [*_now(change, standing, found, said)]
            for address in _statements(change) if now else ():
                path, _, anchor = address.partition("#")
                if anchor not in standing.get(path, {}) and address not in found:
                    here = next((each for each in now if each.page == path), now[0])
                    found[address] = Lead(change.before or "", here)
    return found


def _now(
    change: ReleasedChange,
    standing: Mapping[str, Mapping[str, str]],
    found: Mapping[str, Lead],
    said: Mapping[str, Target],
) -> Iterator[Target]:
    """Where what a change tells of stands, in order of its addresses; nothing if it is said no more."""
    for address in _statements(change):
        path, _, anchor = address.partition("#")
        if anchor in standing.get(path, {}):
            yield Target(path, anchor)
        elif address in found:
            yield found[address].target
    if change.what is What.WITHDRAWN and change.before and change.before in said:
        yield said[change.before]


def _statements(change: ReleasedChange) -> Iterator[str]:
    return (each for each in change.addresses if each.partition("#")[2].startswith("s-"))
