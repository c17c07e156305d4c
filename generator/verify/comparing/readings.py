"""Reads every statement of a dossier against its evidence, and tells the differences as problems."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.claims import Claim, Finding, Outcome, Reading
from generator.model.dates import Date
from generator.model.diagnostics import About, Diagnostic, Related, Severity
from generator.model.entries import Entry, EntryKind, Measurand, Organisation, Person
from generator.model.evidence import Certainty, Evidence, Statement
from generator.model.facts import Dossier, Event, Member, Round, Source
from generator.model.proved import Proved
from generator.model.text import EntryId, SourceId, Span
from generator.model.values import parts_of
from generator.text.clauses import claim_of
from generator.text.connecting import without_connecting
from generator.text.names import NameIndex
from generator.text.source_names import by_no_name
from generator.text.value_words import senses_of_date
from generator.verify.comparing.comparison import compare
from generator.verify.comparing.context import Context, Witness, sentences_of, witnesses_of
from generator.verify.comparing.days import senses_of_issue
from generator.verify.comparing.figure_rules import figure_keeps_its_words
from generator.verify.comparing.undated import words_do_not_point_to_the_day_of_writing

_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]+")

_EVERYWHERE = frozenset({EntryKind.PLACE, EntryKind.CONCEPT, EntryKind.MEASURE})
"""What a source names anywhere may be named for any of its quotations; people only for their paragraph."""

_UNREAD = {
    Outcome.NOT_READ: "worded too freely to be compared with its evidence: “{clause}”",
    Outcome.NOT_COMPARED: "only its quantities, dates and names were compared: there is no lexicon for"
    " the language, or the evidence is in another",
}

ERRORS = frozenset(
    {"bound-differs", "counted-differs", "date-differs", "direction-differs", "quotation-cut", "roles-differ"}
)
"""The codes of findings that keep an edition from being published; the others are warnings.

A rule is here that trips on at most one in fifty true statements of `benchmarks/claims/apart`.
"""


@dataclass(frozen=True, slots=True)
class _Item:
    """A statement with what is proved of the item that it belongs to, and of its page."""

    statement: Statement
    entries: tuple[EntryId, ...] = ()
    dates: tuple[Date, ...] = ()
    texts: tuple[str, ...] = ()
    has_condition: bool = False
    is_planned: bool = False
    is_figure: bool = False


def readings(dossier: Dossier, names: NameIndex) -> Mapping[Span, Reading]:
    """What comparing came to, by the place of each statement that has evidence."""
    reader = _Reader(dossier, names)
    return {item.statement.span: reader.read(item) for item in _items(dossier) if item.statement.evidence}


def differences(
    dossier: Dossier, found: Mapping[Span, Reading], told: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """The findings as problems; a number that the proof has `told` is not told twice."""
    numbers = {each.span for each in told if each.code.startswith("number-")}
    for item in _items(dossier):
        reading = found.get(item.statement.span)
        for finding in reading.findings if reading else ():
            if not (finding.code == "number-differs" and item.statement.span in numbers):
                yield _problem(dossier, item.statement, finding)


def _problem(dossier: Dossier, statement: Statement, finding: Finding) -> Diagnostic:
    evidence = statement.evidence[finding.evidence]
    body = dossier.sources[evidence.source].body
    related = Related(body.span_of(*evidence.ranges[0]), "the evidence")
    return Diagnostic(
        finding.code,
        finding.message,
        statement.span,
        severity=Severity.ERROR if finding.code in ERRORS else Severity.WARNING,
        related=() if finding.code == "undated" else (related,),
        help=finding.help or None,
        about=about(statement),
    )


def about(statement: Statement) -> About:
    """The statement and the sentences that it rests on, as an acceptance is tied to them."""
    return About(statement.text, tuple(f"{each.source}: {each.sentence}" for each in statement.evidence))


def unread(dossier: Dossier) -> Iterator[Diagnostic]:
    """The statements that were not compared with their evidence: a queue for people, no fault of theirs."""
    for item in _items(dossier):
        statement, reading = item.statement, dossier.readings.get(item.statement.span)
        if reading is None or reading.outcome not in _UNREAD:
            continue
        evidence = tuple(
            Related(
                dossier.sources[each.source].body.span_of(*each.ranges[0]),
                f"the evidence in “{each.source}”: {each.sentence}",
            )
            for each in statement.evidence
        )
        yield Diagnostic(
            "not-read",
            _UNREAD[reading.outcome].format(clause=reading.unread),
            statement.span,
            Severity.WARNING,
            evidence,
            help="read it beside its evidence: accept it, or mend it",
            about=about(statement),
        )


def _items(dossier: Dossier) -> Iterator[_Item]:
    for entry in dossier.entries.values():
        yield from _of_entry(entry)
    for measurand in dossier.measurands.values():
        yield from _of_measurand(measurand)
    for event in dossier.events.values():
        yield from _of_event(event)
    for briefing in dossier.briefings.values():
        for statement in parts_of(briefing, Statement):
            yield _Item(statement, (briefing.topic,))
    yield from map(_Item, parts_of(dossier.home, Statement))
    yield from (_Item(statement) for statement in parts_of(dossier.disputes, Statement))
    for source in dossier.sources.values():
        yield from (_Item(statement) for statement in source.problems)


def _of_entry(entry: Entry) -> Iterator[_Item]:
    if entry.definition:
        yield _Item(entry.definition, (entry.id, *entry.broader))
    if isinstance(entry, Person):
        about = tuple(each for each in (entry.id, entry.side, entry.organisation) if each)
        for saying in entry.said:
            yield _Item(saying.statement, about, _days(saying.date))


def _of_measurand(measurand: Measurand) -> Iterator[_Item]:
    for figure in measurand.figures:
        by = (figure.attributed_to.value,) if figure.attributed_to.value else ()
        dates = _days(figure.as_of)
        unit = measurand.unit or ""
        entries, texts = (*measurand.about, *by), (measurand.pref_label, unit)
        yield _Item(figure.statement, entries, dates, texts, is_figure=True)


def _of_event(event: Event) -> Iterator[_Item]:
    about = (*event.sides, *event.people, *event.terms, *((event.place.value,) if event.place.value else ()))
    dates = _days(event.date)
    yield _Item(event.summary, about, dates, (event.title,))
    if not isinstance(event, Round):
        return
    members = tuple(each.person.value for delegation in event.delegations for each in delegation.members)
    about = (*about, *members, *(delegation.side for delegation in event.delegations))
    due = {commitment.statement.span: commitment for commitment in event.commitments}
    settled = {each.statement.span: each for made in event.commitments for each in made.settlements}
    skipped = {member.presence.span for member in parts_of(event.delegations, Member)} | {event.summary.span}
    for statement in parts_of(event, Statement):
        if statement.span in skipped:
            continue
        if settlement := settled.get(statement.span):
            yield _Item(statement, about, _days(settlement.date), (event.title,))
            continue
        commitment = due.get(statement.span)
        own = (*_days(commitment.start), *_days(commitment.end)) if commitment else ()
        by = (*commitment.by.value, *commitment.to.value) if commitment else ()
        is_bound = bool(commitment and commitment.condition.value)
        yield _Item(
            statement, (*about, *by), (*dates, *own), (event.title,), is_bound, commitment is not None
        )


def _days(date: Proved[Date | None]) -> tuple[Date, ...]:
    """The date of an item, if anything speaks for it: what nothing proves must prove nothing else."""
    return (date.value,) if date.value and date.is_proved else ()


def _but_for_voice(statement: Statement, reading: Reading) -> Reading:
    """What came of comparing, without what the author tells of speaker and certainty apart from the text."""
    told = {"speaker-differs"} if statement.says else set()
    if statement.certainty not in (None, Certainty.CONFIRMED):
        told.add("certainty-raised")
    findings = tuple(finding for finding in reading.findings if finding.code not in told)
    if len(findings) == len(reading.findings):
        return reading
    outcome = reading.outcome if findings or reading.outcome is not Outcome.DIFFERS else Outcome.AGREES
    return Reading(outcome, findings, reading.unread)


class _Reader:
    """Compares the statements of one dossier; what is read once of a source is kept."""

    def __init__(self, dossier: Dossier, names: NameIndex) -> None:
        self._dossier = dossier
        self._names = names
        self._claims: dict[EntryId, Claim] = {}
        self._places, self._days = _events_of_sources(dossier)

    def read(self, item: _Item) -> Reading:
        """What comes of holding a statement against its evidence.

        What agrees with the sentences cited needs nothing that is known besides, so that is not looked up.
        """
        called = self._dossier.names_of_sources(item.statement)
        language = self._dossier.written_in
        text = by_no_name(without_connecting(item.statement.text, language), called, language)
        statement = sentences_of(text, language, self._names)
        witnesses = self._all_witnesses(item, with_before=item.is_figure)
        reading = compare(statement, witnesses, Context((), frozenset(), item.has_condition, item.is_planned))
        if reading.outcome is not Outcome.AGREES:
            witnesses = self._all_witnesses(item, with_before=True)
            reading = compare(statement, witnesses, self._context(item, witnesses))
        reading = _but_for_voice(item.statement, reading)
        more = [finding for each in statement for finding in words_do_not_point_to_the_day_of_writing(each)]
        if item.is_figure and not any(each.code == "bound-differs" for each in reading.findings):
            beside = [claim_of(text, language, self._names) for text in item.texts if text]
            claims = [each.claim for each in statement]
            more += figure_keeps_its_words(item.statement, claims, witnesses, beside)
        if not more:
            return reading
        return Reading(Outcome.DIFFERS, (*reading.findings, *more), reading.unread)

    def _all_witnesses(self, item: _Item, *, with_before: bool) -> list[Witness]:
        return [
            witness
            for place, evidence in enumerate(item.statement.evidence)
            for witness in self._witnesses(place, evidence, with_before=with_before)
        ]

    def _witnesses(self, place: int, evidence: Evidence, *, with_before: bool) -> tuple[Witness, ...]:
        source = self._dossier.sources[evidence.source]
        language = source.bibliography.language
        before = _sentence_before(source, evidence) if with_before else ""
        return witnesses_of(evidence.sentence, evidence.within, language, self._names, before, place)

    def _context(self, item: _Item, witnesses: Sequence[Witness]) -> Context:
        sources = {evidence.source for evidence in item.statement.evidence}
        claims = [claim for each in witnesses for claim in (each.claim, each.before) if claim]
        claims += [self._claim_of_title(source) for source in sources]
        claims += [each for evidence in item.statement.evidence for each in self._spoken_of(evidence, claims)]
        entries = {*item.entries, *self._named(claims), *(e for s in sources for e in self._places[s])}
        known = (entry for entry in sorted(entries) if entry in self._dossier.entries)
        claims = [self._claim_of_entry(entry) for entry in known]
        claims += [claim_of(text, self._dossier.written_in, self._names) for text in item.texts if text]
        days = (*item.dates, *(day for source in sources for day in self._days[source]))
        senses = {sense for date in days for sense in senses_of_date(date)}
        for place, evidence in enumerate(item.statement.evidence):
            printed = [
                claim
                for witness in witnesses
                if witness.place == place
                for claim in (witness.claim, witness.before)
                if claim
            ]
            senses |= self._of_source(self._dossier.sources[evidence.source], evidence, printed)
        return Context(tuple(claims), frozenset(senses), item.has_condition, item.is_planned)

    def _claim_of_title(self, source: SourceId) -> Claim:
        about = self._dossier.sources[source].bibliography
        return claim_of(about.title, about.language, self._names)

    def _spoken_of(self, evidence: Evidence, claims: Sequence[Claim]) -> Iterator[Claim]:
        """Whom “she” of a quotation's sentence means: the person whom its source named last before."""
        if not any("person" in word.marks for claim in claims for word in claim.words):
            return
        source = self._dossier.sources[evidence.source]
        before = [each.entry for each in source.mentions if each.start < evidence.ranges[0][0]]
        people = (name for name in reversed(before) if isinstance(self._dossier.entries[name], Person))
        person = next(people, None)
        if person is not None:
            yield claim_of(self._dossier.entries[person].pref_label, self._dossier.written_in, self._names)

    def _named(self, claims: Iterable[Claim]) -> Iterator[EntryId]:
        """The people and organisations that the evidence and its title name, and to whom these belong."""
        for word in (word for claim in claims for word in claim.words if word.key[:1] == "@"):
            entry = self._dossier.entries.get(EntryId(word.key[1:]))
            if isinstance(entry, Person | Organisation):
                yield entry.id
                yield from (each for each in (entry.side, _employer(entry)) if each)

    def _claim_of_entry(self, entry: EntryId) -> Claim:
        if entry not in self._claims:
            found = self._dossier.entries[entry]
            labels = [found.pref_label, *found.alt_labels]
            if isinstance(found, Person):
                labels += [role.title.text for role in found.roles]
            text = " ; ".join(labels)
            self._claims[entry] = claim_of(text, self._dossier.written_in, self._names)
        return self._claims[entry]

    def _of_source(self, source: Source, evidence: Evidence, printed: Sequence[Claim]) -> set[str]:
        """The names of the quotation's paragraph and of the source itself, and the days that it means."""
        about = source.bibliography
        paragraph = source.body.paragraphs[evidence.paragraph - 1]
        names = _CAPITALISED.findall(source.body.text, paragraph.start, paragraph.end)
        senses = {name.lower() for name in names}
        for mention in source.mentions:
            kind = self._dossier.entries[mention.entry].kind
            if kind in _EVERYWHERE or paragraph.start <= mention.start < paragraph.end:
                senses.add(f"@{mention.entry}")
        credits = " ; ".join(
            filter(
                None,
                (about.title, *(each.name for each in about.author), about.publisher, about.container_title),
            )
        )
        if credits:
            words = claim_of(credits, about.language, self._names).words
            senses |= {sense for word in words for sense in word.senses}
        senses |= senses_of_issue(about.issued, printed)
        return senses


def _employer(entry: Person | Organisation) -> EntryId | None:
    return entry.organisation if isinstance(entry, Person) else None


def _events_of_sources(
    dossier: Dossier,
) -> tuple[Mapping[SourceId, set[EntryId]], Mapping[SourceId, set[Date]]]:
    """The places and dates of the events that each source is cited for."""
    places: defaultdict[SourceId, set[EntryId]] = defaultdict(set)
    days: defaultdict[SourceId, set[Date]] = defaultdict(set)
    for event in dossier.events.values():
        for evidence in parts_of(event, Evidence):
            if event.place.value:
                places[evidence.source].add(event.place.value)
            if event.date.value:
                days[evidence.source].add(event.date.value)
    return places, days


def _sentence_before(source: Source, evidence: Evidence) -> str:
    """The sentence before the one that holds a quotation, in the same paragraph; empty if there is none."""
    paragraph = source.body.paragraphs[evidence.paragraph - 1]
    first = evidence.ranges[0][0]
    before = [passage for passage in paragraph.passages if passage.end <= first]
    holds = any(passage.start <= first < passage.end for passage in paragraph.passages)
    if not before or not holds:
        return ""
    last = before[-1]
    return " ".join(source.body.text[last.start : last.end].split())
