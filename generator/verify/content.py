"""Proves what authors wrote: glossary, timeline and talk rounds, briefings."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.model import content, facts
from generator.model import entries as entry_types
from generator.model.dates import spoken
from generator.model.diagnostics import Diagnostic
from generator.model.text import EntryId, EventId, SourceId, Text
from generator.text.names import Label, NameIndex, is_exact
from generator.verify.proof import Prover, extended, proved
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


def entries(glossary: content.GlossaryRecord, prover: Prover) -> dict[EntryId, entry_types.Entry]:
    """The entries by id, with their definitions proved."""
    found = [_entry(kind, record, rank, prover) for rank, (kind, record) in enumerate(all_entries(glossary))]
    return {entry.id: entry for entry in sorted(found, key=lambda entry: entry.id)}


def _entry(kind: str, record: content.EntryRecord, rank: int, prover: Prover) -> entry_types.Entry:
    entry = entry_types.Entry(
        id=EntryId(str(record.id)),
        kind=entry_types.EntryKind(kind),
        pref_label=str(record.pref_label),
        alt_labels=tuple(map(str, record.other_names())),
        languages=tuple((str(each.text), str(each.language)) for each in record.foreign_labels),
        misspellings=tuple(map(str, record.misspellings)),
        definition=prover.statement(record.definition) if record.definition else None,
        broader=entry_ids(record.broader),
        related=entry_ids(record.related),
        distinct_from=entry_ids(record.distinct_from),
        span=record.span,
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
            return extended(_person(record, prover), entry)
        case _:
            return entry


def _organisation(record: content.OrganisationRecord) -> Callable[..., entry_types.Organisation]:
    return partial(
        entry_types.Organisation,
        side=entry_id(record.side),
        existed=record.existed,
        existed_basis=plain(record.existed_basis),
    )


def _person(record: content.PersonRecord, prover: Prover) -> Callable[..., entry_types.Person]:
    def role(item: content.RoleRecord) -> entry_types.Role | None:
        title = prover.prove(item.title, item)
        return entry_types.Role(title, entry_id(item.organisation), item.held) if title else None

    def saying(item: content.SayingRecord) -> entry_types.Saying | None:
        statement = prover.prove(item.text, item, dated=spoken(item.date) if item.date else "")
        event = EventId(str(item.event)) if item.event else None
        return entry_types.Saying(statement, item.date, plain(item.date_basis), event) if statement else None

    return partial(
        entry_types.Person,
        person_kind=record.kind,
        side=entry_id(record.side),
        organisation=entry_id(record.organisation),
        sort_label=str(record.sort_label or record.pref_label),
        roles=proved(role, record.roles),
        said=proved(saying, record.said),
    )


def measurands(glossary: content.GlossaryRecord, prover: Prover) -> dict[str, entry_types.Measurand]:
    """The measurands by id, with their figures proved."""
    found = (_measurand(record, prover) for record in sorted(glossary.measurands, key=lambda item: item.id))
    return {measurand.id: measurand for measurand in found}


def _measurand(record: content.MeasurandRecord, prover: Prover) -> entry_types.Measurand:
    return entry_types.Measurand(
        id=str(record.id),
        pref_label=str(record.pref_label),
        unit=plain(record.unit),
        about=entry_ids(record.about),
        distinct_from=tuple(map(str, record.distinct_from)),
        figures=proved(lambda figure: _figure(figure, plain(record.unit), prover), record.figures),
        span=record.span,
    )


def _figure(record: content.FigureRecord, unit: str | None, prover: Prover) -> entry_types.Figure | None:
    low, _, high = record.value.partition("..")
    shown = " ".join(filter(None, (record.qualifier, record.value.replace("..", "–"), unit)))
    statement = prover.prove(Text(shown, record.value.span), record, compared=False)
    if statement is None:
        return None
    if statement.evidence and not prover.figure_given(record, unit, statement.evidence):
        prover.problems.append(_no_figure(record, unit))
        return None
    by = entry_id(record.attributed_to)
    return entry_types.Figure(statement, low, high or low, record.qualifier, record.as_of, by)


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


def events(records: Sequence[content.EventRecord], prover: Prover) -> dict[EventId, facts.Event]:
    """The proved events by id, in order of time; undated ones come last."""
    found = proved(lambda record: _event(record, prover), records)
    return {event.id: event for event in sorted(found, key=by_time)}


def by_time(event: facts.Event) -> tuple[bool, datetime.date, datetime.date, str]:
    """A sort key: by first possible day, then last, then id; undated events after all others."""
    if event.date is None:
        return (True, datetime.date.max, datetime.date.max, event.id)
    return (False, event.date.earliest(), event.date.latest(), event.id)


def _event(record: content.EventRecord, prover: Prover) -> facts.Event | None:
    summary = prover.prove(record.summary, record, dated=_known_date(record))
    talks = _round(record, prover) if isinstance(record, content.RoundRecord) else None
    if summary is None:
        return None
    event = facts.Event(
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


def _known_date(record: content.EventRecord) -> str:
    return spoken(record.date) if record.date else ""


def _round(record: content.RoundRecord, prover: Prover) -> Callable[..., facts.Round]:
    """What makes an event this round: all that is proved of it but what it shares with other events."""
    result = record.result
    return partial(
        facts.Round,
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


def _delegation(record: content.DelegationRecord, prover: Prover) -> facts.Delegation:
    return facts.Delegation(
        EntryId(str(record.side)), proved(lambda member: _member(member, prover), record.members)
    )


def _member(record: content.MemberRecord, prover: Prover) -> facts.Member | None:
    presence = prover.prove(record.role or record.person, record)
    if presence is None:
        return None
    return facts.Member(EntryId(str(record.person)), presence, plain(record.role), record.lead)


def _position(record: content.PositionRecord, prover: Prover) -> facts.Position | None:
    statement = prover.statement(record)
    return facts.Position(EntryId(str(record.side)), statement) if statement else None


def _account(record: content.AccountRecord, prover: Prover) -> facts.Account | None:
    statement = prover.statement(record)
    return facts.Account(entry_id(record.side), entry_id(record.person), statement) if statement else None


def _commitment(record: content.CommitmentRecord, prover: Prover) -> facts.Commitment | None:
    due = spoken(record.due) if record.due else ""
    statement = prover.prove(record.text, record, dated=due)
    if statement is None:
        return None
    return facts.Commitment(
        id=str(record.id),
        by=entry_ids(record.by),
        to=entry_ids(record.to),
        statement=statement,
        condition=plain(record.condition),
        due=record.due,
        due_basis=plain(record.due_basis),
        status=record.status,
    )


def briefings(records: Sequence[content.BriefingRecord], prover: Prover) -> dict[EntryId, facts.Briefing]:
    """The authored briefings by topic."""
    return {EntryId(str(record.topic)): _briefing(record, prover) for record in records}


def _briefing(record: content.BriefingRecord, prover: Prover) -> facts.Briefing:
    return facts.Briefing(
        topic=EntryId(str(record.topic)),
        deck=str(record.head.deck),
        disputes=tuple(_dispute(item, prover) for item in record.head.disputes),
        sections=tuple(_section(item, prover) for item in record.sections),
    )


def _dispute(record: content.DisputeRecord, prover: Prover) -> facts.Dispute:
    positions = prover.statements(record.positions)
    return facts.Dispute(str(record.id), str(record.question), positions, plain(record.would_settle))


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
