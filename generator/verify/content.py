"""Proves what authors wrote: glossary, timeline and talk rounds, briefings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.model.content import (
    AccountRecord,
    BriefingRecord,
    CommitmentRecord,
    DelegationRecord,
    DisputeRecord,
    EntryRecord,
    EventRecord,
    FigureRecord,
    GlossaryRecord,
    MeasurandRecord,
    MemberRecord,
    OrganisationRecord,
    PersonRecord,
    PositionRecord,
    RoleRecord,
    RoundRecord,
    SayingRecord,
    SectionRecord,
    SideRecord,
    SourceDraft,
    TopicRecord,
)
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
from generator.model.facts import (
    Account,
    AuthoredSection,
    Briefing,
    Commitment,
    Delegation,
    Dispute,
    Event,
    Member,
    Position,
    Round,
    Source,
)
from generator.model.text import EntryId, EventId, SourceId, Text
from generator.text.names import Label, NameIndex, is_exact
from generator.text.quantities import holds
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


def events(records: Sequence[EventRecord], prover: Prover) -> dict[EventId, Event]:
    """The proved events by id, in order of time; undated ones come last."""
    found = proved(lambda record: _event(record, prover), records)
    return {event.id: event for event in sorted(found, key=by_time)}


def by_time(event: Event) -> tuple[bool, datetime.date, datetime.date, str]:
    """A sort key: by first possible day, then last, then id; undated events after all others."""
    if event.date is None:
        return (True, datetime.date.max, datetime.date.max, event.id)
    return (False, event.date.earliest(), event.date.latest(), event.id)


def _event(record: EventRecord, prover: Prover) -> Event | None:
    summary = prover.prove(record.summary, record, dated=_known_date(record))
    talks = _round(record, prover) if isinstance(record, RoundRecord) else None
    if summary is None:
        return None
    event = Event(
        id=EventId(str(record.id)),
        kind=record.kind,
        title=str(record.title),
        date=record.date,
        date_basis=plain(record.date_basis),
        summary=summary,
        sides=entry_ids(record.sides),
        people=entry_ids(record.people),
        terms=entry_ids(record.terms),
        place=entry_id(record.place),
        follows=tuple(EventId(str(text)) for text in record.follows),
        span=record.span,
    )
    return extended(talks, event) if talks else event


def _known_date(record: EventRecord) -> str:
    return spoken(record.date) if record.date else ""


def _round(record: RoundRecord, prover: Prover) -> Callable[..., Round]:
    """What makes an event this round: all that is proved of it but what it shares with other events."""
    result = record.result
    return partial(
        Round,
        status=record.status,
        result=prover.prove(result.text, result, dated=_known_date(record)) if result else None,
        delegations=tuple(_delegation(item, prover) for item in record.delegations),
        agenda=prover.statements(record.agenda),
        positions=proved(lambda item: _position(item, prover), record.positions),
        agreed=prover.statements(record.agreed),
        not_agreed=prover.statements(record.not_agreed),
        unclear=prover.statements(record.unclear),
        accounts=proved(lambda item: _account(item, prover), record.accounts),
        commitments=proved(lambda item: _commitment(item, prover), record.commitments),
    )


def _delegation(record: DelegationRecord, prover: Prover) -> Delegation:
    return Delegation(
        EntryId(str(record.side)), proved(lambda member: _member(member, prover), record.members)
    )


def _member(record: MemberRecord, prover: Prover) -> Member | None:
    presence = prover.prove(record.role or record.person, record)
    if presence is None:
        return None
    return Member(EntryId(str(record.person)), presence, plain(record.role), record.lead)


def _position(record: PositionRecord, prover: Prover) -> Position | None:
    statement = prover.statement(record)
    return Position(EntryId(str(record.side)), statement) if statement else None


def _account(record: AccountRecord, prover: Prover) -> Account | None:
    statement = prover.statement(record)
    return Account(entry_id(record.side), entry_id(record.person), statement) if statement else None


def _commitment(record: CommitmentRecord, prover: Prover) -> Commitment | None:
    due = spoken(record.due) if record.due else ""
    statement = prover.prove(record.text, record, dated=due)
    if statement is None:
        return None
    return Commitment(
        id=str(record.id),
        by=entry_ids(record.by),
        to=entry_ids(record.to),
        statement=statement,
        condition=plain(record.condition),
        due=record.due,
        due_basis=plain(record.due_basis),
        status=record.status,
    )


def briefings(records: Sequence[BriefingRecord], prover: Prover) -> dict[EntryId, Briefing]:
    """The authored briefings by topic."""
    return {EntryId(str(record.topic)): _briefing(record, prover) for record in records}


def _briefing(record: BriefingRecord, prover: Prover) -> Briefing:
    return Briefing(
        topic=EntryId(str(record.topic)),
        deck=str(record.head.deck),
        disputes=tuple(_dispute(item, prover) for item in record.head.disputes),
        sections=tuple(_section(item, prover) for item in record.sections),
    )


def _dispute(record: DisputeRecord, prover: Prover) -> Dispute:
    positions = prover.statements(record.positions)
    return Dispute(str(record.id), str(record.question), positions, plain(record.would_settle))


def _section(record: SectionRecord, prover: Prover) -> AuthoredSection:
    return AuthoredSection(str(record.heading), record.part, prover.statements(record.statements))


def sources(drafts: Sequence[SourceDraft], names: NameIndex, prover: Prover) -> dict[SourceId, Source]:
    """The sources by id, with the names and terms in their texts."""
    return {draft.file.id: _source(draft, names, prover) for draft in drafts}


def _source(draft: SourceDraft, names: NameIndex, prover: Prover) -> Source:
    return Source(
        id=draft.file.id,
        bibliography=draft.file.bibliography,
        body=draft.file.body,
        mentions=names.mentions(draft.file.body.text),
        good_for=plain(draft.record.good_for),
        problems=prover.statements(draft.record.problems),
        span=draft.file.span,
    )
