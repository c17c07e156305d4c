"""Where statements stand now that stood elsewhere: their anchors are made of their proof, which is mended."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.editions import Release, Stood, What
from generator.model.pages import Page
from generator.model.runs import Line, Target
from generator.model.values import parts_of


@dataclass(frozen=True, slots=True)
class Lead:
    """What was said at an address that is no more, and where it stands now; whether in the same words."""

    said: str
    target: Target
    is_same: bool = False


def standing_on(page: Page) -> dict[str, str]:
    """The anchors of the statements of a page, with their words."""
    return {line.statement: line.text() for line in parts_of(page.sections, Line) if line.statement}


def leads(
    releases: Iterable[Release],
    standing: Mapping[str, Mapping[str, str]],
    stood: Iterable[Stood] = (),
) -> dict[str, Lead]:
    """By address, `page#anchor`: of what changed, moved, or is withdrawn there and said elsewhere.

    `standing` are the statements of all pages by path and anchor, `stood` is what the last edition said, and
    where. What changed several times leads to where it stands in the end.
    """
    found: dict[str, Lead] = {}
    said = {
        words: Target(path, anchor) for path, lines in standing.items() for anchor, words in lines.items()
    }
    ways = [_Way(each, is_said=True, is_same=True) for each in stood]
    for release in reversed(tuple(releases)):
        ways += [_Way(each, is_said=True, is_same=True) for each in release.moved]
        ways += [
            _Way(Stood(each.before or "", each.addresses), is_said=each.what is What.WITHDRAWN)
            for each in release.changes
        ]
    for way in ways:
        now = [*way.leads_to(standing, found, said)]
        for address in _statements(way.stood) if now else ():
            old = Target.read(address)
            if not _stands(old, standing) and address not in found:
                here = next((each for each in now if each.page == old.page), now[0])
                found[address] = Lead(way.stood.said, here, way.is_same)
    return found


@dataclass(frozen=True, slots=True)
class _Way:
    """What was said and where; whether it may be said still, in the same words, and if so is only moved."""

    stood: Stood
    is_said: bool
    is_same: bool = False

    def leads_to(
        self,
        standing: Mapping[str, Mapping[str, str]],
        found: Mapping[str, Lead],
        said: Mapping[str, Target],
    ) -> Iterator[Target]:
        """Where it stands, in order of its addresses; nothing if it is said no more."""
        for address in _statements(self.stood):
            if _stands(place := Target.read(address), standing):
                yield place
            elif address in found:
                yield found[address].target
        if self.is_said and self.stood.said in said:
            yield said[self.stood.said]


def _statements(stood: Stood) -> Iterator[str]:
    return (each for each in stood.addresses if is_of_statement(Target.read(each)))


def is_of_statement(place: Target) -> bool:
    """Whether an address is that of a statement, not of an entry or a page."""
    return (place.anchor or "").startswith("s-")


def _stands(place: Target, standing: Mapping[str, Mapping[str, str]]) -> bool:
    return place.anchor in standing.get(place.page, {})
