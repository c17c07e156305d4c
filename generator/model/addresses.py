"""The addresses that are made of ids: they never change, unless a redirect tells where they went."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier import Dossier, Round
from generator.model.entries import Person


def addresses(dossier: Dossier) -> frozenset[str]:
    """Each page that has an id for its name, and each anchor that is one: `people/x`, `glossary#y`."""
    return frozenset(_made_of_ids(dossier))


def is_made_of_ids(address: str) -> bool:
    """Whether an address can vanish when an id changes; the others, such as `timeline`, are always there."""
    page, _, anchor = address.partition("#")
    return bool(anchor) or ("/" in page and not page.endswith("/index"))


def _made_of_ids(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.entries.values():
        if isinstance(entry, Person):
            yield f"people/{entry.id}"
        else:
            yield f"briefings/{entry.id}" if entry.briefing else f"glossary#{entry.id}"
    for event in dossier.events.values():
        yield f"timeline#{event.id}"
        if isinstance(event, Round):
            yield f"rounds/{event.id}"
            yield from (f"commitments#{event.id}.{made.id}" for made in event.commitments)
    yield from (f"figures#figure-{measurand.id}" for measurand in dossier.measurands.values())
    yield from (f"sources/{name}" for name in dossier.sources)
