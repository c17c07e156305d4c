"""Proves the glossary: definitions, roles, what people said, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.language.names import Label, is_exact
from generator.language.numbers import holds
from generator.model.dates import spoken
from generator.model.diagnostics import Diagnostic
from generator.model.entries import (
    Entry,
    EntryKind,
    Figure,
    Measurand,
    Organisation,
    Person,
    Role,
    Saying,
    Side,
)
from generator.model.glossary import (
    EntryRecord,
    FigureRecord,
    GlossaryRecord,
    MeasurandRecord,
    OrganisationRecord,
    PersonRecord,
    RoleRecord,
    SayingRecord,
    SideRecord,
    TopicRecord,
)
from generator.model.identifiers import EntryId, EventId
from generator.model.text import Text
from generator.verify.proof import Prover, extended, proved
from generator.verify.references import all_entries

INFLECTED = frozenset({"concept", "measure"})


def labels(glossary: GlossaryRecord) -> Iterator[Label]:
    """Every form under which the entries are found in texts."""
    for kind, entry in all_entries(glossary):
        name = EntryId(entry.id)
        short = (entry.short,) if isinstance(entry, SideRecord) and entry.short else ()
        for form in dict.fromkeys((entry.pref_label, *entry.other_names(), *short)):
            yield Label(name, form, "label", inflect=kind in INFLECTED, exact=is_exact(form))
        for form in entry.misspellings:
            yield Label(name, form, "misspelling", inflect=False, exact=is_exact(form))


def entries(glossary: GlossaryRecord, prover: Prover) -> dict[EntryId, Entry]:
    """The entries by id, with their definitions proved."""
    found = [_entry(kind, record, rank, prover) for rank, (kind, record) in enumerate(all_entries(glossary))]
    return {entry.id: entry for entry in sorted(found, key=lambda entry: entry.id)}


def _entry(kind: str, record: EntryRecord, rank: int, prover: Prover) -> Entry:
    entry = Entry(
        id=EntryId(str(record.id)),
        kind=EntryKind(kind),
        pref_label=str(record.pref_label),
        alt_labels=tuple(map(str, record.other_names())),
        languages=tuple((str(each.text), str(each.language)) for each in record.foreign_labels),
        misspellings=tuple(map(str, record.misspellings)),
        definition=prover.statement(record.definition) if record.definition else None,
        broader=entry_ids(record.broader),
        related=entry_ids(record.related),
        distinct_from=entry_ids(record.distinct_from),
        span=record.span,
        briefing=record.briefing if isinstance(record, TopicRecord) else False,
    )
    match record:
        case SideRecord():
            return extended(partial(Side, short=str(record.short or record.pref_label), rank=rank), entry)
        case OrganisationRecord():
            return extended(_organisation(record), entry)
        case PersonRecord():
            return extended(_person(record, prover), entry)
        case _:
            return entry


def _organisation(record: OrganisationRecord) -> Callable[..., Organisation]:
    return partial(
        Organisation,
        side=entry_id(record.side),
        existed=record.existed,
        existed_basis=plain(record.existed_basis),
    )


def _person(record: PersonRecord, prover: Prover) -> Callable[..., Person]:
    def role(item: RoleRecord) -> Role | None:
        title = prover.prove(item.title, item)
        return Role(title, entry_id(item.organisation), item.held) if title else None

    def saying(item: SayingRecord) -> Saying | None:
        statement = prover.prove(item.text, item, dated=spoken(item.date) if item.date else "")
        event = EventId(str(item.event)) if item.event else None
        return Saying(statement, item.date, plain(item.date_basis), event) if statement else None

    return partial(
        Person,
        person_kind=record.kind,
        side=entry_id(record.side),
        organisation=entry_id(record.organisation),
        sort_label=str(record.sort_label or record.pref_label),
        roles=proved(role, record.roles),
        said=proved(saying, record.said),
    )


def measurands(glossary: GlossaryRecord, prover: Prover) -> dict[str, Measurand]:
    """The measurands by id, with their figures proved."""
    found = (_measurand(record, prover) for record in sorted(glossary.measurands, key=lambda item: item.id))
    return {measurand.id: measurand for measurand in found}


def _measurand(record: MeasurandRecord, prover: Prover) -> Measurand:
    return Measurand(
        id=str(record.id),
        pref_label=str(record.pref_label),
        unit=plain(record.unit),
        about=entry_ids(record.about),
        distinct_from=tuple(map(str, record.distinct_from)),
        figures=proved(lambda figure: _figure(figure, plain(record.unit), prover), record.figures),
        span=record.span,
    )


def _figure(record: FigureRecord, unit: str | None, prover: Prover) -> Figure | None:
    low, _, high = record.value.partition("..")
    shown = " ".join(filter(None, (record.qualifier, record.value.replace("..", "–"), unit)))
    statement = prover.prove(Text(shown, record.value.span), record)
    if statement is None:
        return None
    if statement.evidence and not any(holds(record.value, item.exact) for item in statement.evidence):
        prover.problems.append(
            Diagnostic(
                "figure-not-in-quotation",
                f"none of its quotations gives the value {record.value}",
                record.value.span,
                help="quote the words that give the value, in digits or words",
            )
        )
        return None
    by = entry_id(record.attributed_to)
    return Figure(statement, low, high or low, record.qualifier, record.as_of, by)


def plain(text: Text | None) -> str | None:
    """The text without its span; None stays None."""
    return None if text is None else str(text)


def entry_id(text: Text | None) -> EntryId | None:
    """The id that a reference names; None stays None."""
    return None if text is None else EntryId(str(text))


def entry_ids(texts: tuple[Text, ...]) -> tuple[EntryId, ...]:
    """The ids that references name."""
    return tuple(EntryId(str(text)) for text in texts)
