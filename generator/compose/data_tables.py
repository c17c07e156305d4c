"""The rows of the tables in which an edition is given to machines."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.compose.atlas import Atlas
from generator.compose.findings.differences import Difference, differences
from generator.compose.inventory import own_id, stated
from generator.compose.parts import figure_told, statement_told
from generator.compose.undertakings import commitment_id, told
from generator.model.dates import Date
from generator.model.editions import Item, ItemKind
from generator.model.entries import Organisation, Person, Side
from generator.model.evidence import Statement
from generator.model.facts import Round
from generator.model.keys import DetailKey
from generator.model.kinds import KINDS
from generator.model.runs import Target
from generator.model.tables import TABLES, Cell, Filled
from generator.model.text import EntryId, Span
from generator.model.values import parts_of

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are made of: the places of the dossier, and the items of its inventory.

    `statements` are the ids of statements by where they were written.
    """

    atlas: Atlas
    items: tuple[Item, ...]
    statements: Mapping[Span, str]

    def of(self, kind: ItemKind) -> Iterator[Item]:
        """The items of a kind, in the order of the dossier."""
        return (item for item in self.items if item.kind is kind)

    def id_of(self, statement: Statement) -> str:
        """The id under which a statement stands among the statements."""
        return self.statements[statement.span]


def data_tables(atlas: Atlas, items: Iterable[Item]) -> tuple[Filled, ...]:
    """Every table with its rows, each kind in the order of the dossier."""
    listed = tuple(items)
    written = (item.id for item in listed if item.kind is ItemKind.STATEMENT)
    spans = (each.statement.span for each in stated(atlas.dossier))
    known = Known(atlas, listed, dict(zip(spans, written, strict=True)))
    return tuple(Filled(table, tuple(dict.fromkeys(_ROWS[table.name](known)))) for table in TABLES)


def _days(date: Date | None) -> tuple[str | None, datetime.date | None, datetime.date | None]:
    """A date as it is written, and the first and the last day that it may mean; none where it is open."""
    if date is None:
        return None, None, None
    first = date.start.earliest() if date.start else None
    return str(date), first, date.end.latest() if date.end else None


def _sources(known: Known) -> Iterator[Row]:
    for source in known.atlas.dossier.sources.values():
        about = source.bibliography
        authors = "; ".join(author.name for author in about.author) or None
        yield (
            *(source.id, about.title, about.short, about.type, authors, about.publisher),
            *(about.container_title, *_days(about.issued), about.url, about.language, about.rights.value),
            *(source.body.checksum, known.atlas.source(source.id)),
        )


def _statements(known: Known) -> Iterator[Row]:
    dossier = known.atlas.dossier
    for each, item in zip(stated(dossier), known.of(ItemKind.STATEMENT), strict=True):
        statement, support = each.statement, dossier.support(each.statement)
        address = Target(*item.addresses[0].split("#", 1)) if item.addresses else None
        certainty = statement.certainty.value if statement.certainty else None
        part = item.written()[DetailKey.PART.value]
        yield (
            *(item.id, each.about, part, statement_told(known.atlas, statement), statement.says, certainty),
            *(len(support.sources), support.independent if statement.evidence else None),
            *(statement.reason, address),
        )


def _evidence(known: Known) -> Iterator[Row]:
    for each, item in zip(stated(known.atlas.dossier), known.of(ItemKind.STATEMENT), strict=True):
        for number, proof in enumerate(each.statement.evidence, start=1):
            printed = proof.printed.exact if proof.printed else None
            address = known.atlas.evidence(proof)
            yield item.id, number, proof.source, proof.exact, proof.voice.value, printed, address


def _entries(known: Known) -> Iterator[Row]:
    for entry in known.atlas.dossier.entries.values():
        definition = entry.definition.text if entry.definition else None
        yield entry.id, entry.kind.value, entry.pref_label, definition, known.atlas.entry(entry.id)


def _organisations(known: Known) -> Iterator[Row]:
    for entry in known.atlas.dossier.entries.values():
        if isinstance(entry, Organisation):
            yield entry.id, entry.pref_label, entry.side, *_days(entry.existed), False
        elif isinstance(entry, Side):
            yield entry.id, entry.pref_label, None, *_days(None), True


def _people(known: Known) -> Iterator[Row]:
    for person in known.atlas.dossier.people():
        kind, name = person.person_kind.value, person.pref_label
        yield person.id, name, person.sort_label, kind, _employer(known, person.organisation), person.side


def _employer(known: Known, name: EntryId | None) -> EntryId | None:
    """An organisation; None for what the glossary has as something else."""
    is_one = name is not None and isinstance(known.atlas.dossier.entries[name], Organisation | Side)
    return name if is_one else None


def _roles(known: Known) -> Iterator[Row]:
    for person in known.atlas.dossier.people():
        for role, name in zip(person.roles, _named(person), strict=True):
            organisation = _employer(known, role.organisation)
            statement = known.id_of(role.title)
            yield name, person.id, role.title.text, organisation, *_days(role.held.value), statement


def _named(person: Person) -> Iterator[str]:
    """The ids of the roles of a person; those that share one get a number behind it."""
    return _apart(own_id(person.id, role.title) for role in person.roles)


def _apart(names: Iterable[str]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        yield name if counts[name] == 1 else f"{name}-{counts[name]}"


def _events(known: Known) -> Iterator[Row]:
    atlas = known.atlas
    for event in atlas.dossier.events.values():
        yield (
            *(event.id, event.kind.value, event.title, *_days(event.date.value), event.place.value),
            *(atlas.is_coming(event), known.id_of(event.summary), atlas.event(event.id)),
        )


def _event_entries(known: Known) -> Iterator[Row]:
    for event in known.atlas.dossier.events.values():
        yield from ((event.id, name) for name in (*event.sides, *event.people, *event.terms))


def _rounds(known: Known) -> Iterator[Row]:
    for talks in known.atlas.dossier.rounds():
        yield talks.id, talks.status.value.value, known.id_of(talks.result) if talks.result else None


def _delegates(known: Known) -> Iterator[Row]:
    for talks in known.atlas.dossier.rounds():
        yield from _of_round(known, talks)


def _of_round(known: Known, talks: Round) -> Iterator[Row]:
    for group in talks.delegations:
        for member in group.members:
            presence, leads = known.id_of(member.presence), member.lead.value
            yield talks.id, group.side, member.person.value, member.role, leads, presence


def _figures(known: Known) -> Iterator[Row]:
    for measurand in known.atlas.dossier.measurands.values():
        names = _apart(own_id(measurand.id, figure.statement) for figure in measurand.figures)
        for name, figure in zip(names, measurand.figures, strict=True):
            yield (
                *(name, measurand.id, measurand.pref_label, Decimal(figure.low), Decimal(figure.high)),
                *(measurand.unit, figure.qualifier, figure_told(known.atlas.words, measurand, figure)),
                *_days(figure.as_of.value),
                *(figure.attributed_to.value, known.id_of(figure.statement)),
                Target(KINDS.figures.path(), f"figure-{measurand.id}"),
            )


def _commitments(known: Known) -> Iterator[Row]:
    atlas = known.atlas
    for talks, made in atlas.dossier.commitments():
        name, state = commitment_id(talks, made.id), atlas.dossier.state_of(made).value
        yield (
            *(name, talks.id, made.kind.value, told(atlas, made), made.condition.value),
            *(*_days(made.start.value), *_days(made.end.value), state, made.says.value),
            *(known.id_of(made.statement), Target(KINDS.commitments.path(), name)),
        )


def _commitment_parties(known: Known) -> Iterator[Row]:
    for talks, made in known.atlas.dossier.commitments():
        name = commitment_id(talks, made.id)
        yield from ((name, DetailKey.BY.value, party) for party in made.by.value)
        yield from ((name, DetailKey.TO.value, party) for party in made.to.value)


def _disagreements(known: Known) -> Iterator[Row]:
    for name, each in _differences(known):
        yield name, each.kind.value, each.title, each.told or each.title, each.target()


def _differences(known: Known) -> Iterator[tuple[str, Difference]]:
    """The differences with their ids."""
    found = differences(known.atlas)
    return ((item.id, each) for item, each in zip(known.of(ItemKind.DISAGREEMENT), found, strict=True))


def _disagreement_statements(known: Known) -> Iterator[Row]:
    for name, each in _differences(known):
        for statement in parts_of(each.subject, Statement):
            if statement.span in known.statements:
                yield name, known.id_of(statement)


_ROWS: Mapping[str, Callable[[Known], Iterator[Row]]] = {
    "sources": _sources,
    "statements": _statements,
    "evidence": _evidence,
    "entries": _entries,
    "organisations": _organisations,
    "people": _people,
    "roles": _roles,
    "events": _events,
    "event_entries": _event_entries,
    "rounds": _rounds,
    "delegates": _delegates,
    "figures": _figures,
    "commitments": _commitments,
    "commitment_parties": _commitment_parties,
    "disagreements": _disagreements,
    "disagreement_statements": _disagreement_statements,
}
