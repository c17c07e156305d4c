"""The addresses that are made of ids: they never change, unless a redirect tells where they went."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier import Dossier, Round
from generator.model.entries import EntryKind
from generator.model.kinds import KINDS, page_of


def addresses(dossier: Dossier) -> frozenset[str]:
    """Each page that has an id for its name, and each anchor that is one: `people/x`, `glossary#y`."""
    return frozenset(_made_of_ids(dossier))


def is_made_of_ids(address: str) -> bool:
    """Whether an address can vanish when an id changes; the others, such as `timeline`, are always there."""
    page, _, anchor = address.partition("#")
    return bool(anchor) or ("/" in page and not page.endswith("/index"))


def _made_of_ids(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.entries.values():
        if own := page_of(entry):
            yield own
        if entry.kind is not EntryKind.PERSON:
            yield f"{KINDS.glossary.path()}#{entry.id}"
    for event in dossier.events.values():
        yield f"{KINDS.timeline.path()}#{event.id}"
        if isinstance(event, Round):
            yield KINDS.round.path(event.id)
            made = KINDS.commitments.path()
            yield from (f"{made}#{event.id}.{commitment.id}" for commitment in event.commitments)
    figures = KINDS.figures.path()
    yield from (f"{figures}#figure-{measurand.id}" for measurand in dossier.measurands.values())
    yield from map(KINDS.source.path, dossier.sources)
