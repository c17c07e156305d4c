"""Every statement of a dossier with the part that it plays: a key point, a position, the text of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compose.topics import BOTTOM_LINE, KEY_POINTS
from generator.compose.writer import capitalised
from generator.language.anchors import statement_anchor
from generator.model.dossier import Briefing, Dossier, Event, Round
from generator.model.entries import Entry, Person
from generator.model.evidence import Statement

CONCLUDING = frozenset({BOTTOM_LINE, KEY_POINTS, "Result"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement, what it is about and the part that it plays there.

    `part_of` is the id of the event, figure, role or commitment whose text it is.
    """

    statement: Statement
    about: str
    part: str
    part_of: str | None = None


def stated(dossier: Dossier) -> Iterator[Stated]:
    """Every statement once: of briefings, rounds and events, figures, people and entries, sources."""
    for briefing in dossier.briefings.values():
        yield from _of_briefing(capitalised(dossier.entries[briefing.topic].pref_label), briefing)
    for event in dossier.events.values():
        yield Stated(event.summary, event.title, "Event", f"event {event.id}")
        if isinstance(event, Round):
            yield from _of_round(dossier, event)
    for measurand in dossier.measurands.values():
        for figure in measurand.figures:
            owner = f"figure {own_id(measurand.id, figure.statement)}"
            yield Stated(figure.statement, measurand.pref_label, "Figure", owner)
    for entry in dossier.entries.values():
        yield from _of_entry(entry)
    for source in dossier.sources.values():
        for problem in source.problems:
            yield Stated(problem, source.bibliography.title, "Note on the source")


def own_id(owner: str, statement: Statement) -> str:
    """The id of a figure or role, which has no name of its own: its owner's and its proof's."""
    return f"{owner}.{statement_anchor(statement)}"


def commitment_id(event: Event, name: str) -> str:
    """The id of a commitment: as the anchor on the page of commitments."""
    return f"{event.id}.{name}"


def _of_briefing(label: str, briefing: Briefing) -> Iterator[Stated]:
    for section in briefing.sections:
        yield from _all(section.statements, label, section.heading)
    for dispute in briefing.disputes:
        yield from _all(dispute.positions, label, dispute.question)


def _of_round(dossier: Dossier, talks: Round) -> Iterator[Stated]:
    if talks.result:
        yield Stated(talks.result, talks.title, "Result")
    for group in talks.delegations:
        for member in group.members:
            name = dossier.entries[member.person].pref_label
            yield Stated(member.presence, talks.title, f"Presence of {name}")
    yield from _all(talks.agenda, talks.title, "Agenda")
    for position in talks.positions:
        yield Stated(
            position.statement, talks.title, f"Position of {dossier.entries[position.side].pref_label}"
        )
    yield from _all(talks.agreed, talks.title, "Agreed")
    yield from _all(talks.not_agreed, talks.title, "Not agreed")
    yield from _all(talks.unclear, talks.title, "Unclear")
    for account in talks.accounts:
        yield Stated(account.statement, talks.title, "Account")
    for commitment in talks.commitments:
        owner = f"commitment {commitment_id(talks, commitment.id)}"
        yield Stated(commitment.statement, talks.title, "Commitment", owner)


def _of_entry(entry: Entry) -> Iterator[Stated]:
    if entry.definition:
        yield Stated(entry.definition, entry.pref_label, "Definition")
    if isinstance(entry, Person):
        for role in entry.roles:
            yield Stated(role.title, entry.pref_label, "Role", f"role {own_id(entry.id, role.title)}")
        for saying in entry.said:
            yield Stated(saying.statement, entry.pref_label, "Said")


def _all(statements: Iterable[Statement], about: str, part: str) -> Iterator[Stated]:
    return (Stated(statement, about, part) for statement in statements)
