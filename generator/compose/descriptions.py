"""What machines are told of a page: what it describes, its sources, when it last changed, in brief."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.compose.atlas import Atlas
from generator.model.dates import Date
from generator.model.entries import Entry, EntryKind, Person
from generator.model.facts import Dossier, Event, Round, Source
from generator.model.kinds import KINDS
from generator.model.knowledge import KnownEntry, KnownEvent, KnownPerson, Named, Thing
from generator.model.runs import Target
from generator.model.sources import PERIODICAL_TYPES, USUAL_TYPE, CslDate, CslItem
from generator.model.text import EntryId


def bibliography(dossier: Dossier) -> tuple[CslItem, ...]:
    """An item for each source, by id."""
    return tuple(bibliography_item(dossier.sources[name]) for name in sorted(dossier.sources))


def bibliography_item(source: Source) -> CslItem:
    """A source as an item."""
    about = source.bibliography
    type = about.type or USUAL_TYPE
    in_periodical = about.publisher if type in PERIODICAL_TYPES else None
    return CslItem(
        id=source.id,
        type=type,
        title=about.title,
        title_short=about.short,
        author=about.author,
        publisher=about.publisher,
        container_title=about.container_title or in_periodical,
        issued=_date(about.issued),
        accessed=_date(about.accessed),
        url=about.canonical_url or about.url,
        archive_location=about.archive_url,
        language=about.language,
        note=about.issued_basis,
    )


def _date(date: Date | None) -> CslDate | None:
    """The date in CSL's parts; None if nothing is known or an end is open, which CSL cannot say."""
    if date is None or date.is_open:
        return None
    return CslDate(tuple(end.parts for end in date.ends), date.is_doubtful)


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
        organisation=named(atlas, organisation) if organisation else None,
        side=named(atlas, person.side) if person.side else None,
        target=atlas.entry(person.id),
        same_as=person.same_as,
    )


def known_event(atlas: Atlas, event: Event) -> KnownEvent:
    """An event, with who was there."""
    return KnownEvent(
        name=event.title,
        date=event.date.value,
        place=named(atlas, event.place.value) if event.place.value else None,
        description=event.summary.text,
        people=tuple(named(atlas, name) for name in _present(event)),
        sides=tuple(named(atlas, name) for name in event.sides),
        target=atlas.event(event.id),
    )


def _present(event: Event) -> Iterable[EntryId]:
    members = (
        (member.person.value for delegation in event.delegations for member in delegation.members)
        if isinstance(event, Round)
        else ()
    )
    return dict.fromkeys((*members, *event.people))


SCHEMA_TYPES: Mapping[EntryKind, tuple[str, str]] = MappingProxyType(
    {
        EntryKind.PERSON: ("Person", "person"),
        EntryKind.SIDE: ("Organization", "organisation"),
        EntryKind.ORGANISATION: ("Organization", "organisation"),
        EntryKind.PLACE: ("Place", "place"),
        EntryKind.CONCEPT: ("DefinedTerm", "term"),
        EntryKind.MEASURE: ("DefinedTerm", "term"),
    }
)
"""What schema.org calls the kinds of entry, and the fragment by which one that has a page is told from it."""


def named(atlas: Atlas, name: EntryId) -> Named:
    """An entry by its name and identity."""
    entry = atlas.dossier.entries[name]
    type, fragment = SCHEMA_TYPES[entry.kind]
    return Named(type, entry.pref_label, atlas.entry(name), fragment)


def known_entry(atlas: Atlas, entry: Entry) -> KnownEntry:
    """A side, an organisation, a place or a term as such."""
    type, fragment = SCHEMA_TYPES[entry.kind]
    return _entry(entry, (type,), fragment, atlas.entry(entry.id), entry.same_as)


def known_term(atlas: Atlas, entry: Entry) -> KnownEntry:
    """An entry as what the glossary defines: where it has a briefing, by that, else there.

    Where the glossary alone has it, the term is the thing as well; a person's name is no person.
    """
    target = atlas.entry(entry.id) if entry.briefing else Target(KINDS.glossary.path(), entry.id)
    is_itself = target == atlas.entry(entry.id)
    types = dict.fromkeys(("DefinedTerm", *([SCHEMA_TYPES[entry.kind][0]] if is_itself else [])))
    return _entry(entry, tuple(types), "term", target, entry.same_as if is_itself else ())


def _entry(
    entry: Entry, types: tuple[str, ...], fragment: str, target: Target, same_as: tuple[str, ...]
) -> KnownEntry:
    said = entry.definition.text if entry.definition else None
    return KnownEntry(types, fragment, entry.pref_label, entry.alt_labels, said, target, same_as)
