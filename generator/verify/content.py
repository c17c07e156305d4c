"""Proves what authors wrote: glossary, timeline and talk rounds, briefings."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from generator.model import content, facts
from generator.model import entries as entry_types
from generator.model.commitments import Commitment, CommitmentKind, Settlement
from generator.model.dates import Date
from generator.model.diagnostics import Diagnostic
from generator.model.evidence import Evidence, Statement
from generator.model.proved import Fields, Proved
from generator.model.text import EntryId, EventId, SourceId, Text
from generator.text.names import Label, NameIndex, is_exact
from generator.verify.chronology import in_order
from generator.verify.proof import Prover, extended, proved
from generator.verify.proving import Values, known
from generator.verify.references import all_entries
from generator.verify.settled import mentions_in

INFLECTED = frozenset({"concept", "measure"})


def labels(glossary: content.GlossaryRecord) -> Iterator[Label]:
    """Every form under which the entries are found in texts."""
    for kind, entry in all_entries(glossary):
        name, is_term = EntryId(entry.id), kind in INFLECTED
        short = (entry.short,) if isinstance(entry, content.SideRecord) and entry.short else ()
        own = frozenset() if is_term else frozenset(_words_beside(entry))
        named = partial(Label, proper=not is_term, person=kind == entry_types.EntryKind.PERSON, own=own)
        for form in dict.fromkeys((entry.pref_label, *entry.other_names(), *short)):
            yield named(name, form, "label", inflect=is_term, exact=is_exact(form))
        for form in entry.misspellings:
            yield named(name, form, "misspelling", inflect=False, exact=is_exact(form))


def _words_beside(entry: content.EntryRecord) -> Iterator[str]:
    """The words that may stand beside a name of the entry: of its other names, and of a person's titles."""
    titles = tuple(role.title for role in entry.roles) if isinstance(entry, content.PersonRecord) else ()
    for form in (entry.pref_label, *entry.other_names(), *entry.misspellings, *titles):
        yield from form.lower().replace("-", " ").split()


def names_of(glossary: content.GlossaryRecord) -> NameIndex:
    """The names of people, places, organisations and sides, to be found in texts; no terms."""
    named = {EntryId(entry.id) for kind, entry in all_entries(glossary) if kind not in INFLECTED}
    return NameIndex.build(label for label in labels(glossary) if label.entry in named)


def entries(glossary: content.GlossaryRecord, values: Values) -> dict[EntryId, entry_types.Entry]:
    """The entries by id, with their definitions proved."""
    found = [_entry(kind, record, rank, values) for rank, (kind, record) in enumerate(all_entries(glossary))]
    return {entry.id: entry for entry in sorted(found, key=lambda entry: entry.id)}


def _entry(kind: str, record: content.EntryRecord, rank: int, values: Values) -> entry_types.Entry:
    entry = entry_types.Entry(
        id=EntryId(str(record.id)),
        kind=entry_types.EntryKind(kind),
        pref_label=str(record.pref_label),
        alt_labels=tuple(map(str, record.other_names())),
        languages=tuple((str(each.text), str(each.language)) for each in record.foreign_labels),
        misspellings=tuple(map(str, record.misspellings)),
        definition=values.prover.statement(record.definition) if record.definition else None,
        broader=entry_ids(record.broader),
        related=entry_ids(record.related),
        distinct_from=entry_ids(record.distinct_from),
        span=record.span,
        same_as=tuple(map(str, record.same_as)),
        briefing=record.briefing if isinstance(record, content.TopicRecord) else False,
    )
    match record:
        case content.SideRecord():
            return extended(
                partial(entry_types.Side, short=str(record.short or record.pref_label), rank=rank), entry
            )
        case content.OrganisationRecord():
            return extended(_organisation(record), entry)
        case content.PersonRecord():
            return extended(_person(record, values), entry)
        case _:
            return entry


def _organisation(record: content.OrganisationRecord) -> Callable[..., entry_types.Organisation]:
    return partial(
        entry_types.Organisation,
        side=entry_id(record.side),
        existed=record.existed,
        existed_basis=plain(record.existed_basis),
    )


def _person(record: content.PersonRecord, values: Values) -> Callable[..., entry_types.Person]:
    def role(item: content.RoleRecord) -> entry_types.Role | None:
        beside, title = values.beside(Fields.HELD, item), values.prover.prove(item.title, item)
        if title is None:
            return None
        held = values.date(item.held, beside, title.evidence)
        return entry_types.Role(title, entry_id(item.organisation), held)

    def saying(item: content.SayingRecord) -> entry_types.Saying | None:
        beside = values.beside(Fields.SAID, item)
        date = partial(values.said, item.date, beside, event=plain(item.event))
        statement = values.prover.prove(item.text, item, lambda evidence: known(date(evidence)))
        if statement is None:
            return None
        event = EventId(str(item.event)) if item.event else None
        return entry_types.Saying(statement, date(statement.evidence), event)

    return partial(
        entry_types.Person,
        person_kind=record.kind,
        side=entry_id(record.side),
        organisation=entry_id(record.organisation),
        sort_label=str(record.sort_label or record.pref_label),
        roles=proved(role, record.roles),
        said=proved(saying, record.said),
    )


def measurands(glossary: content.GlossaryRecord, values: Values) -> dict[str, entry_types.Measurand]:
    """The measurands by id, with their figures proved."""
    found = (_measurand(record, values) for record in sorted(glossary.measurands, key=lambda item: item.id))
    return {measurand.id: measurand for measurand in found}


def _measurand(record: content.MeasurandRecord, values: Values) -> entry_types.Measurand:
    return entry_types.Measurand(
        id=str(record.id),
        pref_label=str(record.pref_label),
        unit=plain(record.unit),
        about=entry_ids(record.about),
        distinct_from=tuple(map(str, record.distinct_from)),
        figures=proved(lambda figure: _figure(figure, plain(record.unit), values), record.figures),
        span=record.span,
    )


def _figure(record: content.FigureRecord, unit: str | None, values: Values) -> entry_types.Figure | None:
    low, _, high = record.value.partition("..")
    shown = " ".join(filter(None, (record.qualifier, record.value.replace("..", "–"), unit)))
    statement = values.prover.prove(Text(shown, record.value.span), record, compared=False)
    if statement is None:
        return None
    if statement.evidence and not values.prover.figure_given(record, unit, statement.evidence):
        values.prover.problems.append(_no_figure(record, unit))
        return None
    as_of = values.as_of(record.as_of, values.beside(Fields.AS_OF, record), statement.evidence)
    beside, name = values.beside(Fields.ATTRIBUTED_TO, record), entry_id(record.attributed_to)
    by = values.giver(name, beside, statement.evidence) if name else Proved(None)
    return entry_types.Figure(statement, low, high or low, record.qualifier, as_of, by)


def _no_figure(record: content.FigureRecord, unit: str | None) -> Diagnostic:
    whole = " ".join(filter(None, (record.qualifier, record.value, unit)))
    return Diagnostic(
        "figure-not-in-quotation",
        f"none of its quotations gives the value “{whole}”",
        record.value.span,
        help="quote the words that give the value, in digits or words, with its unit and qualifier",
    )


def plain(text: Text | None) -> str | None:
    """The text without its span; None stays None."""
    return None if text is None else str(text)


def entry_id(text: Text | None) -> EntryId | None:
    """The id that a reference names; None stays None."""
    return None if text is None else EntryId(str(text))


def entry_ids(texts: tuple[Text, ...]) -> tuple[EntryId, ...]:
    """The ids that references name."""
    return tuple(EntryId(str(text)) for text in texts)


def events(records: Sequence[content.EventRecord], values: Values) -> dict[EventId, facts.Event]:
    """The proved events by id, in order of time; undated ones come last."""
    found = proved(lambda record: _event(record, values), records)
    return {event.id: event for event in in_order(found)}


def _event(record: content.EventRecord, values: Values) -> facts.Event | None:
    date = partial(values.date, record.date, values.beside(Fields.EVENT_DATE, record))
    summary = values.prover.prove(record.summary, record, lambda evidence: known(date(evidence)))
    result = _result(record, values, date) if isinstance(record, content.RoundRecord) else None
    proofs = tuple(item for each in (summary, result) if each for item in each.evidence)
    talks = None
    if isinstance(record, content.RoundRecord):
        talks = _round(record, result, date(proofs), proofs, values)
    if summary is None:
        return None
    event = facts.Event(
        id=EventId(str(record.id)),
        kind=record.kind,
        title=str(record.title),
        date=date(proofs),
        summary=summary,
        sides=entry_ids(record.sides),
        people=entry_ids(record.people),
        terms=entry_ids(record.terms),
        place=_place(record, proofs, values),
        follows=tuple(EventId(str(text)) for text in record.follows),
        span=record.span,
    )
    return extended(talks, event) if talks else event


def _place(record: content.EventRecord, proofs: Sequence[Evidence], values: Values) -> Proved[EntryId | None]:
    name = entry_id(record.place)
    return values.place(name, values.beside(Fields.PLACE, record), proofs) if name else Proved(None)


def _result(
    record: content.RoundRecord, values: Values, date: Callable[[Sequence[Evidence]], Proved[Date | None]]
) -> Statement | None:
    result = record.result
    if result is None:
        return None
    return values.prover.prove(result.text, result, lambda evidence: known(date(evidence)))


def _round(
    record: content.RoundRecord,
    result: Statement | None,
    date: Proved[Date | None],
    proofs: Sequence[Evidence],
    values: Values,
) -> Callable[..., facts.Round]:
    """What makes an event this round: all that is proved of it but what it shares with other events."""
    prover, sides = values.prover, entry_ids(record.sides)
    context = {*sides, *entry_ids(record.people)}
    return partial(
        facts.Round,
        status=values.round_status(record.status, values.beside(Fields.ROUND_STATUS, record), date, proofs),
        narrative=prover.statements(record.narrative),
        result=result,
        delegations=tuple(_delegation(item, values) for item in record.delegations),
        agenda=prover.statements(record.agenda),
        positions=proved(lambda item: _position(item, sides, values), record.positions),
        agreed=prover.statements(record.agreed),
        not_agreed=prover.statements(record.not_agreed),
        unclear=prover.statements(record.unclear),
        accounts=proved(lambda item: _account(item, prover), record.accounts),
        commitments=proved(lambda item: _commitment(item, context, values), record.commitments),
        disputes=disputes(record.disputes, prover),
    )


def _delegation(record: content.DelegationRecord, values: Values) -> facts.Delegation:
    return facts.Delegation(
        EntryId(str(record.side)), proved(lambda member: _member(member, values), record.members)
    )


def _member(record: content.MemberRecord, values: Values) -> facts.Member | None:
    beside, presence = (
        values.beside(Fields.LEAD, record),
        values.prover.prove(record.role or record.person, record),
    )
    if presence is None:
        return None
    person = EntryId(str(record.person))
    lead = values.lead(record.lead, person, beside, presence.evidence)
    return facts.Member(values.presence(person, presence), presence, plain(record.role), lead)


def _position(
    record: content.PositionRecord, sides: tuple[EntryId, ...], values: Values
) -> facts.Position | None:
    beside, statement = values.beside(Fields.SIDE, record), values.prover.statement(record)
    if statement is None:
        return None
    return facts.Position(values.side(EntryId(str(record.side)), beside, statement, sides), statement)


def _account(record: content.AccountRecord, prover: Prover) -> facts.Account | None:
    statement = prover.statement(record)
    return facts.Account(entry_id(record.side), entry_id(record.person), statement) if statement else None


def _commitment(
    record: content.CommitmentRecord, context: Collection[EntryId], values: Values
) -> Commitment | None:
    """A commitment with its clauses proved, by what is beside each or by its own citations."""
    is_expected = record.kind is CommitmentKind.EXPECT
    last, of_last = (record.due, Fields.DUE) if record.due else (record.until, Fields.UNTIL)
    end = partial(values.date, last, values.beside(of_last, record))
    start = partial(values.date, record.from_, values.beside(Fields.FROM, record))
    statement = values.prover.prove(
        record.text, record, lambda found: " ".join(filter(None, (known(start(found)), known(end(found)))))
    )
    if statement is None:
        return None
    acts, to, says = entry_ids(record.of or record.by), entry_ids(record.to), entry_id(record.says)
    beside = values.beside(Fields.OF if record.of else Fields.BY, record)
    speaker: Proved[EntryId | None] = Proved(None)
    if says:
        speaker = values.party(says, values.beside(Fields.SAYS, record), statement.evidence)
    return Commitment(
        id=str(record.id),
        kind=record.kind,
        by=values.parties(acts, beside, statement, context)
        if is_expected
        else values.undertaker(acts, to, beside, statement, context, says),
        to=values.parties(to, values.beside(Fields.TO, record), statement, context),
        says=speaker,
        statement=statement,
        condition=values.condition(record.condition, values.beside(Fields.CONDITION, record), statement),
        start=start(statement.evidence),
        end=end(statement.evidence),
        settlements=proved(lambda item: _settlement(item, values), record.settlements),
        is_disputed=record.disputed,
    )


def _settlement(record: content.SettlementRecord, values: Values) -> Settlement | None:
    date = partial(values.date, record.date, values.beside(Fields.SETTLED, record))
    statement = values.prover.prove(record.text, record, lambda found: known(date(found)))
    return Settlement(record.outcome, statement, date(statement.evidence)) if statement else None


def briefings(records: Sequence[content.BriefingRecord], prover: Prover) -> dict[EntryId, facts.Briefing]:
    """The authored briefings by topic."""
    return {EntryId(str(record.topic)): _briefing(record, prover) for record in records}


def _briefing(record: content.BriefingRecord, prover: Prover) -> facts.Briefing:
    return facts.Briefing(
        topic=EntryId(str(record.topic)),
        deck=str(record.head.deck),
        disputes=disputes(record.head.disputes, prover),
        sections=tuple(_section(item, prover) for item in record.sections),
    )


def home(record: content.HomeRecord | None, prover: Prover) -> facts.Home | None:
    """What an editor adds to the home page."""
    if record is None:
        return None
    sections = tuple(_section(item, prover) for item in record.sections)
    return facts.Home(sections, tuple(map(str, record.head.figures)))


def disputes(records: Iterable[content.DisputeRecord], prover: Prover) -> tuple[facts.Dispute, ...]:
    """The disputed questions with what is proved of their answers."""
    return tuple(_dispute(record, prover) for record in records)


def _dispute(record: content.DisputeRecord, prover: Prover) -> facts.Dispute:
    positions, settles = prover.statements(record.positions), plain(record.would_settle)
    return facts.Dispute(str(record.id), str(record.question), positions, settles, record.kind)


def _section(record: content.SectionRecord, prover: Prover) -> facts.AuthoredSection:
    return facts.AuthoredSection(str(record.heading), record.part, prover.statements(record.statements))


def sources(
    drafts: Sequence[content.SourceDraft], names: NameIndex, prover: Prover
) -> dict[SourceId, facts.Source]:
    """The sources by id, with the names and terms in their texts."""
    return {draft.file.id: _source(draft, names, prover) for draft in drafts}


def _source(draft: content.SourceDraft, names: NameIndex, prover: Prover) -> facts.Source:
    mentions, doubtful = mentions_in(draft, names)
    return facts.Source(
        id=draft.file.id,
        bibliography=draft.file.bibliography,
        body=draft.file.body,
        mentions=mentions,
        doubtful=doubtful,
        good_for=plain(draft.record.good_for),
        problems=prover.statements(draft.record.problems),
        span=draft.file.span,
        seal=draft.seal,
    )
