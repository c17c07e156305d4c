"""Rules for the glossary."""

from collections.abc import Iterator

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.entries import Entry, EntryKind, Person, PersonKind
from generator.model.facts import Dossier, Round
from generator.model.text import EntryId

DEFINED = (EntryKind.CONCEPT, EntryKind.MEASURE)


def every_official_has_a_side(dossier: Dossier) -> Iterator[Diagnostic]:
    """An official acts for a side."""
    for person in dossier.people():
        if person.person_kind is PersonKind.OFFICIAL and person.side is None:
            yield Diagnostic(
                "official-without-side",
                f"{person.pref_label} is an official of no side",
                person.span,
                help="add `side:`, or make the person an analyst, executive or other",
            )


def broader_terms_form_no_circle(dossier: Dossier) -> Iterator[Diagnostic]:
    """Going from a term to the broader one, again and again, comes to an end."""
    for entry in dossier.entries.values():
        if entry.id in _wider_than(entry, dossier):
            yield Diagnostic(
                "broader-circle",
                f"“{entry.id}” is broader than itself, through `broader`",
                entry.span,
                help="remove one `broader` of the circle",
            )


def _wider_than(entry: Entry, dossier: Dossier) -> set[EntryId]:
    found: set[EntryId] = set()
    waiting = list(entry.broader)
    while waiting:
        name = waiting.pop()
        if name not in found and name in dossier.entries:
            found.add(name)
            waiting.extend(dossier.entries[name].broader)
    return found


def every_term_is_defined(dossier: Dossier) -> Iterator[Diagnostic]:
    """A concept or measure tells what it is."""
    for entry in dossier.entries.values():
        if entry.kind in DEFINED and entry.definition is None:
            yield Diagnostic(
                "term-undefined",
                f"“{entry.pref_label}” has no definition",
                entry.span,
                severity=Severity.WARNING,
                help="add `definition:` with a text and what proves it",
            )


def every_entry_is_used(dossier: Dossier) -> Iterator[Diagnostic]:
    """An entry occurs in a source, or something of the timeline or glossary refers to it."""
    used = {mention.entry for source in dossier.sources.values() for mention in source.mentions}
    used |= set(_referred_to(dossier))
    publishers = set(_publishers(dossier))
    for entry in dossier.entries.values():
        if entry.id not in used and not publishers & {entry.pref_label, *entry.alt_labels}:
            yield Diagnostic(
                "term-unused",
                f"“{entry.pref_label}” occurs in no source, and nothing refers to it",
                entry.span,
                severity=Severity.WARNING,
                help="add the names that sources use to `alt_labels`, or remove the entry",
            )


def _publishers(dossier: Dossier) -> Iterator[str]:
    for source in dossier.sources.values():
        about = source.bibliography
        authors = (author.name for author in about.author)
        yield from filter(None, (about.publisher, about.container_title, *authors))


def _referred_to(dossier: Dossier) -> Iterator[EntryId]:
    for entry in dossier.entries.values():
        yield from _referred_to_by(entry)
    for measurand in dossier.measurands.values():
        yield from measurand.about
    for event in dossier.events.values():
        yield from (*event.sides, *event.people, *event.terms)
        if event.place.value:
            yield event.place.value
        if isinstance(event, Round):
            yield from (member.person.value for group in event.delegations for member in group.members)
            for made in event.commitments:
                yield from (*made.by.value, *made.to.value, *((made.says.value,) if made.says.value else ()))


def _referred_to_by(entry: Entry) -> Iterator[EntryId]:
    if entry.broader:
        yield from entry.broader
    if isinstance(entry, Person):
        yield from filter(
            None, (entry.side, entry.organisation, *(role.organisation for role in entry.roles))
        )
