"""The things that pages describe, as machines are told of them: events, people, terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.atlas import Atlas
from generator.model.dossier import Event, Round
from generator.model.entries import Entry, Person
from generator.model.identifiers import EntryId
from generator.model.kinds import KINDS
from generator.model.runs import Target
from generator.model.things import KnownEntry, KnownEvent, KnownPerson, Thing


def every_event(atlas: Atlas) -> Iterator[Thing]:
    """The events, by date."""
    yield from (known_event(atlas, event) for event in atlas.dossier.events.values())


def every_round(atlas: Atlas) -> Iterator[Thing]:
    """The talk rounds, by date."""
    yield from (known_event(atlas, talks) for talks in atlas.dossier.rounds())


def every_person(atlas: Atlas) -> Iterator[Thing]:
    """The people, by label."""
    yield from (known_person(atlas, person) for person in atlas.dossier.people())


def every_term(atlas: Atlas) -> Iterator[Thing]:
    """The entries of the glossary, by label."""
    entries = (entry for entry in atlas.dossier.entries.values() if not isinstance(entry, Person))
    yield from (known_term(atlas, entry) for entry in sorted(entries, key=_by_label))


def _by_label(entry: Entry) -> tuple[str, str]:
    return entry.pref_label.casefold(), entry.id


def known_person(atlas: Atlas, person: Person) -> KnownPerson:
    """A person, with the role held as of the edition."""
    role = atlas.current_role(person)
    organisation = (role.organisation if role else None) or person.organisation
    return KnownPerson(
        name=person.pref_label,
        other_names=person.alt_labels,
        role=role.title.text if role else None,
        organisation=_label(atlas, organisation),
        side=_label(atlas, person.side),
        target=atlas.entry(person.id),
    )


def known_event(atlas: Atlas, event: Event) -> KnownEvent:
    """An event, with who was there."""
    return KnownEvent(
        name=event.title,
        date=event.date,
        place=_label(atlas, event.place),
        description=event.summary.text,
        people=tuple(atlas.link(name) for name in _present(event)),
        sides=tuple(atlas.dossier.entries[name].pref_label for name in event.sides),
        target=atlas.event(event.id),
    )


def _present(event: Event) -> Iterable[EntryId]:
    members = (
        (member.person for delegation in event.delegations for member in delegation.members)
        if isinstance(event, Round)
        else ()
    )
    return dict.fromkeys((*members, *event.people))


def known_term(atlas: Atlas, entry: Entry) -> KnownEntry:
    """An entry as what the glossary defines: where it has a briefing, by that, else there."""
    target = atlas.entry(entry.id) if entry.briefing else Target(KINDS.glossary.path(), entry.id)
    return _entry(entry, "DefinedTerm", "term", target)


def known_organisation(atlas: Atlas, entry: Entry) -> KnownEntry:
    """A side, or an organisation, as such."""
    return _entry(entry, "Organization", "organisation", atlas.entry(entry.id))


def _entry(entry: Entry, type: str, fragment: str, target: Target) -> KnownEntry:
    said = entry.definition.text if entry.definition else None
    return KnownEntry(type, fragment, entry.pref_label, entry.alt_labels, said, target)


def _label(atlas: Atlas, name: EntryId | None) -> str | None:
    return atlas.dossier.entries[name].pref_label if name else None
