"""What machines are told of a page: what it describes, its sources, when it last changed, in brief."""

from collections.abc import Iterable, Iterator

from generator.compose.atlas import Atlas
from generator.model.dates import Date
from generator.model.entries import Entry, Person
from generator.model.facts import Dossier, Event, Round, Source
from generator.model.kinds import KINDS
from generator.model.pages import KnownEntry, KnownEvent, KnownPerson, Thing
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
        organisation=_label(atlas, organisation),
        side=_label(atlas, person.side),
        target=atlas.entry(person.id),
    )


def known_event(atlas: Atlas, event: Event) -> KnownEvent:
    """An event, with who was there."""
    return KnownEvent(
        name=event.title,
        date=event.date.value,
        place=_label(atlas, event.place.value),
        description=event.summary.text,
        people=tuple(atlas.link(name) for name in _present(event)),
        sides=tuple(atlas.dossier.entries[name].pref_label for name in event.sides),
        target=atlas.event(event.id),
    )


def _present(event: Event) -> Iterable[EntryId]:
    members = (
        (member.person.value for delegation in event.delegations for member in delegation.members)
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
