"""The inventory of an edition: every statement, figure, event, commitment, role, source and page.

Each statement comes with the part that it plays: a key point, a position, the text of a figure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compose.atlas import Atlas
from generator.compose.findings.differences import differences
from generator.compose.pages.topics import Written
from generator.compose.undertakings import commitment_id, told
from generator.compose.writer import capitalised
from generator.model.commitments import Commitment, CommitmentKind
from generator.model.dates import Date, spoken
from generator.model.editions import Item, ItemKind, Named, Names, Played, Proof, Unstated, Value
from generator.model.entries import Entry, Figure, Measurand, Person
from generator.model.evidence import Evidence, Statement
from generator.model.facts import AuthoredSection, Briefing, Dossier, Event, EventKind, Round, Source
from generator.model.keys import CONCLUDING, DetailKey, Part
from generator.model.kinds import KINDS
from generator.model.pages import Page
from generator.model.proved import Fields, Proved, ProvedField
from generator.model.runs import Target
from generator.model.text import EntryId, Span
from generator.text.quotations import statement_anchor

Addresses = dict[Span, list[str]]
"""Where what was written at a span stands on the site."""


Values = tuple[tuple[ProvedField, Proved[object]], ...]
"""Values of an item that must be proved."""


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
    values: Values = ()


def stated(dossier: Dossier) -> Iterator[Stated]:
    """Every statement once: of briefings, rounds and events, figures, people and entries, sources."""
    yield from _of_sections(dossier.site_name, dossier.home.sections if dossier.home else ())
    for briefing in dossier.briefings.values():
        yield from _of_briefing(capitalised(dossier.entries[briefing.topic].pref_label), briefing)
    for event in dossier.events.values():
        yield Stated(event.summary, event.title, Part.EVENT, part_of=f"event {event.id}")
        if isinstance(event, Round):
            yield from _of_round(dossier, event)
    for dispute in dossier.disputes:
        yield from _all(dispute.positions, dispute.question, Part.ANSWER)
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


def _of_briefing(label: str, briefing: Briefing) -> Iterator[Stated]:
    yield from _of_sections(label, briefing.sections)
    for dispute in briefing.disputes:
        yield from _all(dispute.positions, label, Part.ANSWER, dispute.question)


def _of_sections(label: str, sections: Iterable[AuthoredSection]) -> Iterator[Stated]:
    for section in sections:
        named = section.heading if section.part is None else None
        yield from _all(section.statements, label, section.part or Part.SECTION, named)


def _of_round(dossier: Dossier, talks: Round) -> Iterator[Stated]:
    yield from _all(talks.narrative, talks.title, Part.NARRATIVE)
    if talks.result:
        yield Stated(talks.result, talks.title, Part.RESULT)
    for group in talks.delegations:
        for member in group.members:
            name = dossier.entries[member.person.value].pref_label
            lead = ((Fields.LEAD, member.lead),)
            yield Stated(member.presence, talks.title, Part.PRESENCE, name, values=lead)
    yield from _all(talks.agenda, talks.title, Part.AGENDA)
    for position in talks.positions:
        side = dossier.entries[position.side.value].pref_label
        of_side = ((Fields.SIDE, position.side),)
        yield Stated(position.statement, talks.title, Part.POSITION, side, values=of_side)
    yield from _all(talks.agreed, talks.title, Part.AGREED)
    yield from _all(talks.not_agreed, talks.title, Part.NOT_AGREED)
    yield from _all(talks.unclear, talks.title, Part.UNCLEAR)
    for account in talks.accounts:
        yield Stated(account.statement, talks.title, Part.ACCOUNT)
    for dispute in talks.disputes:
        yield from _all(dispute.positions, talks.title, Part.ANSWER, dispute.question)
    for commitment in talks.commitments:
        owner = f"commitment {commitment_id(talks, commitment.id)}"
        yield Stated(commitment.statement, talks.title, Part.COMMITMENT, part_of=owner)
        for each in commitment.settlements:
            dated = ((Fields.SETTLED, each.date),)
            yield Stated(each.statement, talks.title, Part.SETTLEMENT, commitment.statement.text, None, dated)


def _of_entry(entry: Entry) -> Iterator[Stated]:
    if entry.definition:
        yield Stated(entry.definition, entry.pref_label, Part.DEFINITION)
    if isinstance(entry, Person):
        for role in entry.roles:
            owner = f"role {own_id(entry.id, role.title)}"
            yield Stated(role.title, entry.pref_label, Part.ROLE, part_of=owner)
        for saying in entry.said:
            values = ((Fields.SAID, saying.date),)
            yield Stated(saying.statement, entry.pref_label, Part.SAID, values=values)


def _all(
    statements: Iterable[Statement], about: str, part: Part, named: str | None = None
) -> Iterator[Stated]:
    return (Stated(statement, about, part, named) for statement in statements)


def inventory(atlas: Atlas, written: Iterable[Written]) -> tuple[Item, ...]:
    """All items, kind by kind, each kind in the order of the dossier, with where they stand."""
    written = list(written)
    addresses = _addresses(written)
    made = (
        *_statements(atlas, addresses),
        *_figures(atlas, addresses),
        *_events(atlas, addresses),
        *_commitments(atlas, addresses),
        *_roles(atlas, addresses),
        *_disagreements(atlas),
        *(_source(source) for source in atlas.dossier.sources.values()),
        *(_page(page) for _, page in written),
    )
    order = list(ItemKind)
    return tuple(sorted(_apart(made), key=lambda item: order.index(item.kind)))


def address(target: Target) -> str:
    """A target as text: `briefings/lake-level#key-points`."""
    return f"{target.page}#{target.anchor}" if target.anchor else target.page


def _apart(items: Iterable[Item]) -> Iterator[Item]:
    """The items; those of a kind that would share an id get a number behind it."""
    counts: Counter[tuple[ItemKind, str]] = Counter()
    for item in items:
        counts[item.kind, item.id] += 1
        count = counts[item.kind, item.id]
        yield item if count == 1 else _renamed(item, f"{item.id}-{count}")


def _renamed(item: Item, name: str) -> Item:
    return Item(**{**{field: getattr(item, field) for field in Item.__slots__}, "id": name})


def _addresses(written: Iterable[Written]) -> Addresses:
    found: Addresses = {}
    for writer, page in written:
        for statement, anchor in writer.lines_stated:
            found.setdefault(statement.span, []).append(f"{page.path}#{anchor}")
    return {span: sorted(addresses) for span, addresses in found.items()}


def _proofs(statement: Statement) -> tuple[Proof, ...]:
    return tuple(_proof(item) for item in statement.evidence)


def _proof(item: Evidence) -> Proof:
    printed = item.printed.exact if item.printed else None
    return Proof(item.source, item.exact, item.anchor, item.voice, printed)


def _details(values: Mapping[DetailKey, Value | None]) -> tuple[tuple[DetailKey, Value], ...]:
    """The values that there are, by key."""
    return tuple(sorted((key, value) for key, value in values.items() if value))


def _bases(atlas: Atlas, values: Values) -> tuple[tuple[str, str], ...]:
    """What each value rests on that its citations do not give as it is, by the name of its field."""
    told = ((field.name, atlas.basis(value)) for field, value in values)
    return tuple((name, basis) for name, basis in told if basis)


def _names(dossier: Dossier, names: Iterable[EntryId]) -> Names:
    listed = tuple(names)
    return Names((dossier.entries[name].pref_label for name in listed), listed)


def _name(dossier: Dossier, name: EntryId | None) -> Named | None:
    return Named(dossier.entries[name].pref_label, name) if name else None


def _statements(atlas: Atlas, addresses: Addresses) -> Iterator[Item]:
    for each in stated(atlas.dossier):
        yield Item(
            kind=ItemKind.STATEMENT,
            id=statement_anchor(each.statement),
            label=each.about,
            text=each.statement.text,
            details=_details(_voiced(atlas, each) | {DetailKey.PART: Played(each.part, each.named)}),
            proofs=_proofs(each.statement),
            reason=each.statement.reason,
            addresses=tuple(addresses.get(each.statement.span, ())),
            part_of=each.part_of,
            concludes=each.part in CONCLUDING,
            bases=_bases(atlas, each.values),
        )


def _voiced(atlas: Atlas, each: Stated) -> dict[DetailKey, Value | None]:
    """According to whom, and how surely, where the author tells."""
    says, certainty = each.statement.says, each.statement.certainty
    return {DetailKey.SAYS: _name(atlas.dossier, says), DetailKey.CERTAINTY: certainty}


def _figures(atlas: Atlas, addresses: Addresses) -> Iterator[Item]:
    for measurand in atlas.dossier.measurands.values():
        for figure in measurand.figures:
            yield _figure(atlas, measurand, figure, addresses)


def _figure(atlas: Atlas, measurand: Measurand, figure: Figure, addresses: Addresses) -> Item:
    return Item(
        kind=ItemKind.FIGURE,
        id=own_id(measurand.id, figure.statement),
        label=measurand.pref_label,
        text=figure.statement.text,
        details=_details(
            {
                DetailKey.LOW: figure.low,
                DetailKey.HIGH: figure.high,
                DetailKey.UNIT: measurand.unit,
                DetailKey.QUALIFIER: figure.qualifier,
                DetailKey.AS_OF: figure.as_of.value,
                DetailKey.ATTRIBUTED_TO: _name(atlas.dossier, figure.attributed_to.value),
            }
        ),
        bases=_bases(atlas, ((Fields.AS_OF, figure.as_of), (Fields.ATTRIBUTED_TO, figure.attributed_to))),
        proofs=_proofs(figure.statement),
        reason=figure.statement.reason,
        addresses=(
            f"{KINDS.figures.path()}#figure-{measurand.id}",
            *addresses.get(figure.statement.span, ()),
        ),
    )


def _events(atlas: Atlas, addresses: Addresses) -> Iterator[Item]:
    for event in atlas.dossier.events.values():
        stands = dict.fromkeys(
            (
                address(atlas.event(event.id)),
                f"{KINDS.timeline.path()}#{event.id}",
                *addresses.get(event.summary.span, ()),
            )
        )
        yield Item(
            kind=ItemKind.EVENT,
            id=event.id,
            label=event.title,
            text=event.summary.text,
            details=_event_details(atlas.dossier, event),
            proofs=_proofs(event.summary),
            reason=event.summary.reason,
            addresses=tuple(stands),
            bases=_bases(atlas, _values_of(event)),
        )
        if event.kind is EventKind.DEADLINE and event.date.value:
            basis = atlas.basis(event.date)
            yield _deadline(event.id, event.title, event.date.value, basis, tuple(stands))


def _values_of(event: Event) -> Values:
    status = ((Fields.ROUND_STATUS, event.status),) if isinstance(event, Round) else ()
    return ((Fields.EVENT_DATE, event.date), (Fields.PLACE, event.place), *status)


def _event_details(dossier: Dossier, event: Event) -> tuple[tuple[DetailKey, Value], ...]:
    return _details(
        {
            DetailKey.DATE: event.date.value or Unstated.UNKNOWN,
            DetailKey.KIND: event.kind,
            DetailKey.STATUS: event.status.value if isinstance(event, Round) else None,
            DetailKey.PLACE: _name(dossier, event.place.value),
            DetailKey.SIDES: _names(dossier, event.sides),
            DetailKey.PEOPLE: _names(dossier, event.people),
        }
    )


def _deadline(
    name: str,
    label: str,
    due: Date,
    basis: str | None,
    addresses: tuple[str, ...],
    key: DetailKey = DetailKey.DUE,
) -> Item:
    return Item(
        kind=ItemKind.DEADLINE,
        id=name,
        label=label,
        text=spoken(due),
        details=_details({key: due, DetailKey.BASIS: basis}),
        addresses=addresses,
    )


def _commitments(atlas: Atlas, addresses: Addresses) -> Iterator[Item]:
    for talks, made in atlas.dossier.commitments():
        name = commitment_id(talks, made.id)
        stands = (f"{KINDS.commitments.path()}#{name}", *addresses.get(made.statement.span, ()))
        yield Item(
            kind=ItemKind.COMMITMENT,
            id=name,
            label=talks.title,
            text=made.statement.text,
            details=_commitment_details(atlas.dossier, made),
            proofs=_proofs(made.statement),
            reason=made.statement.reason,
            addresses=stands,
            bases=_bases(atlas, made.fields),
        )
        if made.end.value:
            basis, key = atlas.basis(made.end), _end_key(made)
            yield _deadline(name, told(atlas, made), made.end.value, basis, stands, key)


def _commitment_details(dossier: Dossier, made: Commitment) -> tuple[tuple[DetailKey, Value], ...]:
    return _details(
        {
            DetailKey.KIND: made.kind,
            DetailKey.BY: _names(dossier, made.by.value),
            DetailKey.TO: _names(dossier, made.to.value),
            DetailKey.SAYS: _name(dossier, made.says.value),
            DetailKey.CONDITION: made.condition.value,
            DetailKey.SINCE: made.start.value,
            _end_key(made): made.end.value,
            DetailKey.STATUS: dossier.state_of(made),
        }
    )


def _end_key(made: Commitment) -> DetailKey:
    """What the end of a commitment is: that of its term, or the day on which it is due."""
    return DetailKey.UNTIL if made.kind is CommitmentKind.KEEP else DetailKey.DUE


def _roles(atlas: Atlas, addresses: Addresses) -> Iterator[Item]:
    dossier = atlas.dossier
    for person in dossier.people():
        for role in person.roles:
            yield Item(
                kind=ItemKind.ROLE,
                id=own_id(person.id, role.title),
                label=person.pref_label,
                text=role.title.text,
                details=_details(
                    {
                        DetailKey.ORGANISATION: _name(dossier, role.organisation),
                        DetailKey.HELD: role.held.value,
                    }
                ),
                proofs=_proofs(role.title),
                reason=role.title.reason,
                addresses=tuple(addresses.get(role.title.span, ())),
                bases=_bases(atlas, ((Fields.HELD, role.held),)),
            )


def _disagreements(atlas: Atlas) -> Iterator[Item]:
    for difference in differences(atlas):
        yield Item(
            kind=ItemKind.DISAGREEMENT,
            id=difference.anchor,
            label=difference.title,
            text=difference.told or difference.title,
            details=_details({DetailKey.ABOUT: difference.kind}),
            addresses=(f"{KINDS.disagreements.path()}#{difference.anchor}",),
        )


def _source(source: Source) -> Item:
    known = source.bibliography
    return Item(
        kind=ItemKind.SOURCE,
        id=source.id,
        label=known.title,
        text=known.title,
        details=_details(
            {
                DetailKey.AUTHOR: Names(tuple(author.name for author in known.author)),
                DetailKey.PUBLISHER: known.publisher,
                DetailKey.CONTAINER_TITLE: known.container_title,
                DetailKey.ISSUED: known.issued,
                DetailKey.ACCESSED: known.accessed,
                DetailKey.URL: known.url,
                DetailKey.LANGUAGE: known.language,
                DetailKey.RIGHTS: known.rights,
                DetailKey.CHECKSUM: source.body.checksum,
            }
        ),
        addresses=(KINDS.source.path(source.id),),
    )


def _page(page: Page) -> Item:
    return Item(
        kind=ItemKind.PAGE,
        id=page.path,
        label=page.title,
        text=page.deck,
        details=_details({DetailKey.KIND: page.kind.key, DetailKey.VERSION: page.version}),
        addresses=(page.path,),
    )
