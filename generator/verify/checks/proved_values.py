"""Rules for the values that must be proved: dates, statuses, parties, places."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from generator.model.commitments import Commitment
from generator.model.dates import Interval, PartialDate, spoken
from generator.model.diagnostics import Diagnostic
from generator.model.entries import Person
from generator.model.facts import Dossier, Round, RoundStatus
from generator.model.proved import Fields, Proved, ProvedField, ValueKind
from generator.model.text import Span

CLAIM_NOTHING = frozenset({RoundStatus.UNKNOWN})
"""Statuses that say of nothing that it happened."""


class Valued(NamedTuple):
    """A value of the dossier: of which field, whose, and where that is written."""

    field: ProvedField
    value: Proved[object]
    whose: str
    span: Span


def uncertain_dates_tell_their_basis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A date that is approximate or uncertain, or that of an event that is not known, says why."""
    for field, proof, whose, span in values_in(dossier):
        if field.kind is ValueKind.DATE and _needs_basis(field, proof) and not _is_explained(proof):
            yield Diagnostic(
                "date-without-basis",
                f"{field.what} of “{whose}” ({_spoken(proof.value)}) has no basis",
                span,
                help=f"add `{field.basis}:` and say how the date is known, or why it is not",
            )


def every_value_is_proved(dossier: Dossier) -> Iterator[Diagnostic]:
    """A value is given by its citations, follows from them, or its author says openly on what it rests."""
    for field, proof, whose, span in values_in(dossier):
        if _claims_nothing(proof.value) or _is_explained(proof) or _is_unknown(field, proof, dossier):
            continue
        if field.kind is ValueKind.DATE and _needs_basis(field, proof):
            continue
        yield Diagnostic(
            "value-unproved",
            f"`{field.name}: {_shown(proof.value)}` of “{whose}” is given by no citation and has no basis",
            span,
            help=_help(field),
        )


def _help(field: ProvedField) -> str:
    if not field.is_beside:
        return "quote words whose sentence names them"
    return {
        ValueKind.DATE: f"quote words whose sentence gives it, in `cite:` or `{field.cite}:`; or say in"
        f" `{field.basis}:` how it is known",
        ValueKind.ENTRY: f"quote words whose sentence names it, in `cite:` or `{field.cite}:`; or say in"
        f" `{field.basis}:` how it is known"
        + ("; who acts is named before the other" if field in (Fields.BY, Fields.SIDE) else ""),
        ValueKind.STATUS: f"quote the words that say so in `{field.cite}:`, or say in `{field.basis}:` how it"
        " is known",
        ValueKind.TEXT: f"quote words whose sentence has it in `cite:`, or that say so in `{field.cite}:`; or"
        f" say in `{field.basis}:` how it is known",
        ValueKind.FLAG: f"quote words that say so in `{field.cite}:`, say in `{field.basis}:` how it is"
        f" known, or leave out `{field.name}`",
    }[field.kind]


def _claims_nothing(value: object) -> bool:
    return value is None or value is False or value == () or value in CLAIM_NOTHING


def _is_explained(proof: Proved[object]) -> bool:
    """Whether anything speaks for it, or a citation for it was not found, which has been reported."""
    return proof.is_proved or proof.is_cited


def _needs_basis(field: ProvedField, proof: Proved[object]) -> bool:
    """Whether it is a date that no source prints so: doubtful, or not known where one is expected."""
    date = proof.value
    if date is None:
        return field is Fields.EVENT_DATE
    return isinstance(date, PartialDate | Interval) and date.is_doubtful


def values_in(dossier: Dossier) -> Iterator[Valued]:
    """Every value that must be proved, in the order of the dossier."""
    for entry in dossier.entries.values():
        if isinstance(entry, Person):
            yield from _of_person(entry)
    for measurand in dossier.measurands.values():
        for figure in measurand.figures:
            span = figure.statement.span
            yield Valued(Fields.AS_OF, figure.as_of, measurand.id, span)
            yield Valued(Fields.ATTRIBUTED_TO, figure.attributed_to, measurand.id, span)
    for event in dossier.events.values():
        yield Valued(Fields.EVENT_DATE, event.date, event.id, event.span)
        yield Valued(Fields.PLACE, event.place, event.id, event.span)
        if isinstance(event, Round):
            yield from _of_round(event)


def _of_person(person: Person) -> Iterator[Valued]:
    for role in person.roles:
        yield Valued(Fields.HELD, role.held, person.id, role.title.span)
    for saying in person.said:
        yield Valued(Fields.SAID, saying.date, person.id, saying.statement.span)


def _of_round(talks: Round) -> Iterator[Valued]:
    yield Valued(Fields.ROUND_STATUS, talks.status, talks.id, talks.span)
    for group in talks.delegations:
        for member in group.members:
            yield Valued(Fields.PERSON, member.person, talks.id, member.presence.span)
            yield Valued(Fields.LEAD, member.lead, talks.id, member.presence.span)
    for position in talks.positions:
        yield Valued(Fields.SIDE, position.side, talks.id, position.statement.span)
    for made in talks.commitments:
        yield from _of_commitment(made)


def _of_commitment(made: Commitment) -> Iterator[Valued]:
    for field, proof in made.fields:
        yield Valued(field, proof, made.id, made.statement.span)
    for each in made.settlements:
        yield Valued(Fields.SETTLED, each.date, made.id, each.statement.span)


def _is_unknown(field: ProvedField, proof: Proved[object], dossier: Dossier) -> bool:
    """Whether it names an entry that there is not, which has been reported."""
    if field.kind is not ValueKind.ENTRY:
        return False
    names = proof.value if isinstance(proof.value, tuple) else (proof.value,)
    return any(name not in dossier.entries for name in names)


def _spoken(value: object) -> str:
    return spoken(value) if isinstance(value, PartialDate | Interval) else spoken(None)


def _shown(value: object) -> str:
    match value:
        case None:
            return spoken(None)
        case PartialDate() | Interval():
            return str(value)
        case bool():
            return str(value).lower()
        case StrEnum():
            return value.value
        case tuple():
            return ", ".join(map(str, value))
    return str(value)
