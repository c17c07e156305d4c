"""Answers for the search: who was there, when it ends, what it is, who said what, in words of statements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.compose import parts, undertakings
from generator.compose.atlas import Atlas
from generator.compose.findings.gaps import all_dated, gap_told, gaps
from generator.compose.writer import capitalised, support_told
from generator.model.answers import Answer, Asked
from generator.model.commitments import UNSETTLED, Commitment, CommitmentKind
from generator.model.dates import Date
from generator.model.entries import Entry, Measurand, Organisation, Person, Side
from generator.model.evidence import Statement
from generator.model.facts import Event, EventKind, Round
from generator.model.kinds import KINDS
from generator.model.runs import Target
from generator.model.text import EntryId, Span

Places = Mapping[Span, Sequence[Target]]
"""Where what was written at a span stands on the site."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: its heading, its page, the names by which it may be asked for."""

    title: str
    target: Target
    names: tuple[str, ...]


def answers(atlas: Atlas, places: Places) -> tuple[Answer, ...]:
    """All answers, question by question, each in the order of the dossier."""
    answering = Answering(atlas, places)
    made = (
        *(each for event in atlas.dossier.events.values() for each in answering.of_event(event)),
        *(each for talks in atlas.dossier.rounds() for each in answering.of_round(talks)),
        *(each for entry in atlas.dossier.entries.values() for each in answering.of_entry(entry)),
        *(each for thing in atlas.dossier.measurands.values() for each in answering.of_figures(thing)),
        *answering.of_gaps(),
    )
    order = list(Asked)
    return tuple(sorted(made, key=lambda each: order.index(each.asked)))


class Answering:
    """Makes answers of what one dossier proves."""

    def __init__(self, atlas: Atlas, places: Places) -> None:
        self.atlas = atlas
        self.places = places

    def of_event(self, event: Event) -> Iterator[Answer]:
        """When it happens, or when it ends what it is about; where it was."""
        asked = Asked.ENDS if event.kind is EventKind.DEADLINE else Asked.WHEN
        subject = self._event(event)
        when, day = self.atlas.day_of(event).text, event.date.value
        yield self._answer(asked, subject, event.summary, when, day)
        if event.place.value:
            place = self.atlas.dossier.entries[event.place.value].pref_label
            yield self._answer(Asked.WHERE, subject, event.summary, place)

    def of_round(self, talks: Round) -> Iterator[Answer]:
        """Who was there, what each side wanted, what was agreed and promised."""
        subject = self._event(talks)
        entries = self.atlas.dossier.entries
        yield from self._delegations(talks, subject)
        for position in talks.positions:
            side = entries[position.side.value]
            names = (*subject.names, *_labels(side))
            yield self._answer(Asked.WANTED, _renamed(subject, names), position.statement, side.pref_label)
        for statement in talks.agreed:
            yield self._answer(Asked.AGREED, subject, statement, "")
        if talks.result:
            yield self._answer(Asked.AGREED, subject, talks.result, self.atlas.words.of(talks.status.value))
        for account in talks.accounts:
            who = entries[account.person or account.side or talks.sides[0]]
            yield self._answer(Asked.SAID, self._entry(who), account.statement, talks.title)
        for commitment in talks.commitments:
            yield from self._commitment(subject, commitment)
            yield from self._state(talks, commitment)

    def _delegations(self, talks: Round, subject: Subject) -> Iterator[Answer]:
        """Who was there and who led, by side; of a side, that no source names anyone."""
        entries = self.atlas.dossier.entries
        for group in talks.delegations:
            for member in group.members:
                lead = entries[member.person.value].pref_label
                named = self._labels([member.person.value, group.side])
                for asked in (Asked.LED, Asked.ATTENDED)[not member.lead.value :]:
                    yield self._answer(asked, subject, member.presence, lead, also=named)
        named_sides = {group.side for group in talks.delegations if group.members}
        for side in talks.sides:
            if side not in named_sides:
                told = self.atlas.words("round.no-members")
                yield self._untold(
                    Asked.ATTENDED, subject, told, entries[side].pref_label, self._labels([side])
                )

    def of_entry(self, entry: Entry) -> Iterator[Answer]:
        """What or who it is, and what that person said."""
        subject = self._entry(entry)
        if isinstance(entry, Person):
            role = self.atlas.current_role(entry)
            if role:
                yield self._answer(Asked.WHAT, subject, role.title, "")
            for saying in entry.said:
                when = self.atlas.when_proved(saying.date).text
                yield self._answer(Asked.SAID, subject, saying.statement, when, saying.date.value)
            if not entry.said and entry.id not in self._speakers:
                told = self.atlas.words("answer.no-words", name=entry.pref_label)
                own = _renamed(subject, (entry.pref_label, *entry.misspellings))
                yield self._untold(Asked.SAID, own, told, "", _labels(entry))
        if entry.definition:
            yield self._answer(Asked.WHAT, subject, entry.definition, "")

    def of_figures(self, measurand: Measurand) -> Iterator[Answer]:
        """Each value that a source gives for what is measured."""
        target = Target(KINDS.figures.path(), f"figure-{measurand.id}")
        names = (measurand.pref_label, *self._labels(measurand.about))
        subject = Subject(capitalised(measurand.pref_label), target, names)
        for figure in measurand.figures:
            told = parts.figure_told(self.atlas.words, measurand, figure)
            yield replace(self._answer(Asked.AMOUNT, subject, figure.statement, told), text="")

    def of_gaps(self) -> Iterator[Answer]:
        """Of each span that no source covers, that none does."""
        timeline = Subject("", Target(KINDS.timeline.path()), ())
        for gap in gaps(self.atlas):
            told = gap_told(self.atlas.words, gap, all_dated=all_dated(self.atlas))
            yield replace(self._untold(Asked.WHEN, timeline, told, ""), days=gap.span)

    @cached_property
    def _speakers(self) -> frozenset[EntryId]:
        """Those whose account of a round, or whose word for what will be done, the site has."""
        rounds = self.atlas.dossier.rounds()
        accounts = (each.person for talks in rounds for each in talks.accounts)
        foretold = (each.says.value for talks in rounds for each in talks.commitments)
        return frozenset(name for name in (*accounts, *foretold) if name)

    def _state(self, talks: Round, commitment: Commitment) -> Iterator[Answer]:
        """How a commitment stands, for each thing that it is about; what is settled, as that is told."""
        day = self.atlas.dossier.as_of.latest()
        known = [each.statement for each in commitment.settlements if each.is_known_on(day)]
        is_settled = self.atlas.dossier.state_of(commitment) not in UNSETTLED
        told = known if is_settled else [commitment.statement]
        lead = undertakings.standing_told(self.atlas, commitment)
        ends = [event.title for event in self._ends(talks, commitment)]
        for name in self._things(talks, commitment):
            entry = self.atlas.dossier.entries[name]
            subject = _renamed(self._entry(entry), (*_labels(entry), *ends))
            for statement in told:
                yield self._answer(Asked.STATUS, subject, statement, lead)

    def _things(self, talks: Round, commitment: Commitment) -> Iterator[EntryId]:
        """What a commitment is about: what it names that can do nothing, and what its end is the end of."""
        ends = self._ends(talks, commitment)
        named = (each.entry for each in commitment.statement.mentions)
        for name in dict.fromkeys((*named, *(term for event in ends for term in event.terms))):
            if not isinstance(self.atlas.dossier.entries[name], Person | Side | Organisation):
                yield name

    def _ends(self, talks: Round, commitment: Commitment) -> list[Event]:
        """The deadlines that stand for its end."""
        events = self.atlas.dossier.events.values()
        return [event for event in events if undertakings.is_end_of(event, talks, commitment)]

    def _commitment(self, subject: Subject, commitment: Commitment) -> Iterator[Answer]:
        by = self._labels(commitment.by.value)
        lead = self.atlas.words.listed(
            self.atlas.dossier.entries[name].pref_label for name in commitment.by.value
        )
        promised = _renamed(subject, (*by, *subject.names))
        if commitment.kind is not CommitmentKind.EXPECT:
            yield self._answer(Asked.PROMISED, promised, commitment.statement, lead)
        if commitment.end.value:
            told = undertakings.term_told(self.atlas, commitment)
            yield self._answer(Asked.ENDS, promised, commitment.statement, told, commitment.end.value)

    def _event(self, event: Event) -> Subject:
        place = [event.place.value] if event.place.value else []
        named = event.terms if event.kind is EventKind.DEADLINE else place
        return Subject(event.title, self.atlas.event(event.id), (event.title, *self._labels(named)))

    def _entry(self, entry: Entry) -> Subject:
        return Subject(capitalised(entry.pref_label), self.atlas.entry(entry.id), _labels(entry))

    def _labels(self, names: Iterable[EntryId]) -> tuple[str, ...]:
        return tuple(label for name in names for label in _labels(self.atlas.dossier.entries[name]))

    def _answer(
        self,
        asked: Asked,
        subject: Subject,
        statement: Statement,
        lead: str,
        days: Date | None = None,
        *,
        also: tuple[str, ...] = (),
    ) -> Answer:
        """An answer in the words of a statement."""
        mentioned = self._labels(dict.fromkeys(each.entry for each in statement.mentions))
        return replace(
            self._untold(asked, subject, statement.text, lead, (*also, *mentioned)),
            place=self._place(statement, subject.target),
            support=self._support(statement),
            days=days,
        )

    def _support(self, statement: Statement) -> str:
        if not statement.evidence:
            return self.atlas.words("mark.editor")
        return support_told(self.atlas.words, self.atlas.dossier.support(statement))

    @staticmethod
    def _untold(asked: Asked, subject: Subject, told: str, lead: str, also: tuple[str, ...] = ()) -> Answer:
        """An answer that no source gives, which is said."""
        return Answer(
            asked=asked,
            title=subject.title,
            subject=subject.target,
            names=subject.names,
            lead=lead,
            text=told,
            place=subject.target,
            support=None,
            also=also,
        )

    def _place(self, statement: Statement, subject: Target) -> Target:
        """Where it stands on the page of its subject, else on the page that owns it."""
        places = self.places.get(statement.span, ())
        here = (place for place in places if place.page == subject.page)
        return next(here, places[0] if places else subject)


def _labels(entry: Entry) -> tuple[str, ...]:
    short = (entry.short,) if isinstance(entry, Side) else ()
    return (entry.pref_label, *short, *entry.alt_labels, *entry.misspellings)


def _renamed(subject: Subject, names: tuple[str, ...]) -> Subject:
    return Subject(subject.title, subject.target, names)
