"""What machines are told of a page: the things it describes, its sources, when it last changed, in brief."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.compose.atlas import Atlas, shortened
from generator.compose.bibliography import item
from generator.model.dates import Date, PartialDate
from generator.model.dossier import Event, Round
from generator.model.edition import Page, PageKind
from generator.model.entries import Entry, Person
from generator.model.identifiers import EntryId, EventId, SourceId
from generator.model.things import KnownEvent, KnownPerson, KnownTerm, Thing

# They tell how things stand on the day of the edition, so they are as new as it is.
AS_NEW_AS_THE_EDITION = frozenset({PageKind.HOME, PageKind.TIMELINE, PageKind.COMMITMENTS, PageKind.ROUNDS})

SHORT, LONGEST = 70, 160
"""Search engines show up to about 160 characters; a description shorter than `SHORT` says too little."""


def described(atlas: Atlas, pages: Iterable[Page], rests_on: Mapping[str, Iterable[SourceId]]) -> list[Page]:
    """The pages with what machines are told of them; `rests_on` has the sources of each by its path."""
    dated = [_dated(atlas, page, rests_on.get(page.path, ())) for page in pages]
    newest: dict[str, PartialDate] = {}
    for page in dated:
        if page.modified:
            folder = page.path.rpartition("/")[0]
            newest[folder] = _newest((page.modified, newest.get(folder))) or page.modified
    return [
        dataclasses.replace(
            page,
            modified=page.modified or _of_its_folder(page, newest),
            about=things(atlas, page),
            description=description(atlas, page),
        )
        for page in dated
    ]


def _dated(atlas: Atlas, page: Page, rests_on: Iterable[SourceId]) -> Page:
    names = set(rests_on)
    if page.kind is PageKind.SOURCE:
        names.add(SourceId(_name(page)))
    sources = [atlas.dossier.sources[name] for name in sorted(names)]
    modified = _newest(_end(source.bibliography.issued) for source in sources)
    if page.kind in AS_NEW_AS_THE_EDITION:
        modified = atlas.dossier.as_of
    return dataclasses.replace(page, sources=tuple(map(item, sources)), modified=modified)


def _of_its_folder(page: Page, newest: Mapping[str, PartialDate]) -> PartialDate | None:
    """An index is as new as the newest page it lists."""
    folder, _, name = page.path.rpartition("/")
    return newest.get(folder) if name == "index" else None


def _newest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date is not None]
    return max(known, key=_newness, default=None)


def _newness(date: PartialDate) -> tuple[datetime.date, datetime.date, bool, bool]:
    """A sort key: by last possible day; of those that share it the finest, and of these the surest."""
    return (date.latest(), date.earliest(), not date.is_doubtful, not date.uncertain)


def _end(date: Date | None) -> PartialDate | None:
    return date.ends[-1] if date else None


def _name(page: Page) -> str:
    return page.path.rpartition("/")[2]


def things(atlas: Atlas, page: Page) -> tuple[Thing, ...]:
    """What a page describes: one thing, or on a page that collects them all of them."""
    collected = {
        PageKind.TIMELINE: _events,
        PageKind.ROUNDS: _rounds,
        PageKind.OFFICIALS: _people,
        PageKind.GLOSSARY: _terms,
    }
    if page.kind in collected:
        return tuple(collected[page.kind](atlas))
    if page.kind is PageKind.ROUND:
        return (_event(atlas, atlas.dossier.events[EventId(_name(page))]),)
    if page.kind not in (PageKind.OFFICIAL, PageKind.TOPIC):
        return ()
    entry = atlas.dossier.entries[EntryId(_name(page))]
    return (_person(atlas, entry) if isinstance(entry, Person) else _term(atlas, entry),)


def _events(atlas: Atlas) -> Iterator[Thing]:
    yield from (_event(atlas, event) for event in atlas.dossier.events.values())


def _rounds(atlas: Atlas) -> Iterator[Thing]:
    yield from (_event(atlas, talks) for talks in atlas.dossier.rounds())


def _people(atlas: Atlas) -> Iterator[Thing]:
    yield from (_person(atlas, person) for person in atlas.dossier.people())


def _terms(atlas: Atlas) -> Iterator[Thing]:
    entries = (entry for entry in atlas.dossier.entries.values() if not isinstance(entry, Person))
    yield from (_term(atlas, entry) for entry in sorted(entries, key=_by_label))


def _by_label(entry: Entry) -> tuple[str, str]:
    return entry.pref_label.casefold(), entry.id


def _person(atlas: Atlas, person: Person) -> KnownPerson:
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


def _event(atlas: Atlas, event: Event) -> KnownEvent:
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


def _term(atlas: Atlas, entry: Entry) -> KnownTerm:
    said = entry.definition.text if entry.definition else None
    return KnownTerm(entry.pref_label, entry.alt_labels, said, atlas.entry(entry.id))


def _label(atlas: Atlas, name: EntryId | None) -> str | None:
    return atlas.dossier.entries[name].pref_label if name else None


def description(atlas: Atlas, page: Page) -> str:
    """What a search engine shows under the title: what the page has, in one or two sentences."""
    said = page.description
    if len(said) >= SHORT:
        return said
    more = _more(atlas, page)
    if more is None:
        return _cut(f"{_sentence(said)} {atlas.dossier.site_name}.")
    return _cut(f"{_sentence(said)} {more}")


def _more(atlas: Atlas, page: Page) -> str | None:
    match page.kind:
        case PageKind.ROUND:
            talks = atlas.dossier.events[EventId(_name(page))]
            result = talks.result if isinstance(talks, Round) else None
            return _sentence((result or talks.summary).text)
        case PageKind.OFFICIAL:
            return (
                f"What {page.title} said and did, in the exact words of the sources: roles, meetings, dates."
            )
        case PageKind.TOPIC:
            entry = atlas.dossier.entries[EntryId(_name(page))]
            return _sentence(entry.definition.text) if entry.definition else None
        case _:
            return None


def _sentence(text: str) -> str:
    return text if re.search(r"[.!?…]\W?\Z", text) else f"{text}."


def _cut(text: str) -> str:
    return shortened(text, LONGEST)
