"""Every statement of a dossier with the part that it plays: a key point, a position, the text of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compose.writer import capitalised
from generator.language.anchors import statement_anchor
from generator.model.dossier import Briefing, Dossier, Event, Round
from generator.model.entries import Entry, Person
from generator.model.evidence import Statement
from generator.model.keys import Part


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement, what it is about and the part that it plays there.

    `named` tells apart what play the same part: the author's heading, the question that it answers, who was
    present, whose position it is. `part_of` is the id of the event, figure, role or commitment whose text
    it is.
    """

    statement: Statement
    about: str
    part: Part
    named: str | None = None
    part_of: str | None = None


def stated(dossier: Dossier) -> Iterator[Stated]:
    """Every statement once: of briefings, rounds and events, figures, people and entries, sources."""
    for briefing in dossier.briefings.values():
        yield from _of_briefing(capitalised(dossier.entries[briefing.topic].pref_label), briefing)
    for event in dossier.events.values():
        yield Stated(event.summary, event.title, Part.EVENT, part_of=f"event {event.id}")
        if isinstance(event, Round):
            yield from _of_round(dossier, event)
    for measurand in dossier.measurands.values():
        for figure in measurand.figures:
            owner = f"figure {own_id(measurand.id, figure.statement)}"
            yield Stated(figure.statement, measurand.pref_label, Part.FIGURE, part_of=owner)
    for entry in dossier.entries.values():
        yield from _of_entry(entry)
    for source in dossier.sources.values():
        for problem in source.problems:
            yield Stated(problem, source.bibliography.title, Part.PROBLEM)


def own_id(owner: str, statement: Statement) -> str:
    """The id of a figure or role, which has no name of its own: its owner's and its proof's."""
    return f"{owner}.{statement_anchor(statement)}"


def commitment_id(event: Event, name: str) -> str:
    """The id of a commitment: as the anchor on the page of commitments."""
    return f"{event.id}.{name}"


def _of_briefing(label: str, briefing: Briefing) -> Iterator[Stated]:
    for section in briefing.sections:
        named = section.heading if section.part is None else None
        yield from _all(section.statements, label, section.part or Part.SECTION, named)
    for dispute in briefing.disputes:
        yield from _all(dispute.positions, label, Part.ANSWER, dispute.question)


def _of_round(dossier: Dossier, talks: Round) -> Iterator[Stated]:
    if talks.result:
        yield Stated(talks.result, talks.title, Part.RESULT)
    for group in talks.delegations:
        for member in group.members:
            name = dossier.entries[member.person].pref_label
            yield Stated(member.presence, talks.title, Part.PRESENCE, name)
    yield from _all(talks.agenda, talks.title, Part.AGENDA)
    for position in talks.positions:
        side = dossier.entries[position.side].pref_label
        yield Stated(position.statement, talks.title, Part.POSITION, side)
    yield from _all(talks.agreed, talks.title, Part.AGREED)
    yield from _all(talks.not_agreed, talks.title, Part.NOT_AGREED)
    yield from _all(talks.unclear, talks.title, Part.UNCLEAR)
    for account in talks.accounts:
        yield Stated(account.statement, talks.title, Part.ACCOUNT)
    for commitment in talks.commitments:
        owner = f"commitment {commitment_id(talks, commitment.id)}"
        yield Stated(commitment.statement, talks.title, Part.COMMITMENT, part_of=owner)


def _of_entry(entry: Entry) -> Iterator[Stated]:
    if entry.definition:
        yield Stated(entry.definition, entry.pref_label, Part.DEFINITION)
    if isinstance(entry, Person):
        for role in entry.roles:
            owner = f"role {own_id(entry.id, role.title)}"
            yield Stated(role.title, entry.pref_label, Part.ROLE, part_of=owner)
        for saying in entry.said:
            yield Stated(saying.statement, entry.pref_label, Part.SAID)


def _all(
    statements: Iterable[Statement], about: str, part: Part, named: str | None = None
) -> Iterator[Stated]:
    return (Stated(statement, about, part, named) for statement in statements)
