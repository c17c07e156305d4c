"""Proves the timeline: events, and the talk rounds among them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from generator.model.corpus import (
    AccountRecord,
    CommitmentRecord,
    DelegationRecord,
    EventRecord,
    MemberRecord,
    PositionRecord,
    RoundRecord,
)
from generator.model.dates import spoken
from generator.model.dossier import (
    Account,
    Commitment,
    Delegation,
    Event,
    Member,
    Position,
    Round,
)
from generator.model.identifiers import EntryId, EventId
from generator.verify.entries import entry_id, entry_ids, plain
from generator.verify.proof import Prover, extended, proved


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
