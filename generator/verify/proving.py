"""Proves values: dates, parties, places and statuses, by citations, by an open basis, or by what follows.

What an author writes beside a value (`due_cite`, `due_basis`) counts first. Without it the program looks at
the item's own citations, each within its whole sentence, and concludes what it can. It never invents a
value; a value for which nothing speaks is left unproved, and the rules find it.
"""

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.content import Corpus, OrganisationRecord, PersonRecord, Record, Sourced
from generator.model.dates import Date, PartialDate, spoken
from generator.model.evidence import Evidence, Statement
from generator.model.facts import RoundStatus
from generator.model.proved import Derivation, Derived, Proved, ProvedField
from generator.model.text import EntryId, EventId, Text
from generator.text.leading import led_by
from generator.text.names import NameIndex
from generator.verify.given import dates_given, only_date
from generator.verify.proof import Prover
from generator.verify.references import all_entries

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Beside:
    """What an author wrote beside a value: its citations as found, an open basis.

    `is_lost` if a citation was not found, which has been reported.
    """

    evidence: tuple[Evidence, ...] = ()
    basis: str | None = None
    is_lost: bool = False

    def proof(self, value: V, found: Sequence[Evidence] = (), derived: Derived | None = None) -> Proved[V]:
        """The value as proved by what is beside it, or else by what was found in the item's own citations."""
        if self.evidence or self.is_lost:
            return Proved(value, self.evidence, self.basis, derived, is_cited=True)
        return Proved(value, tuple(found), self.basis, derived)


class Values:
    """Proves the values of one run, with its prover, the names of the glossary and the day of the edition."""

    def __init__(self, corpus: Corpus, prover: Prover, names: NameIndex, as_of: PartialDate) -> None:
        self.prover = prover
        self._names = names
        self._as_of = as_of
        self._sources = {draft.file.id: draft.file for draft in corpus.sources}
        self._dates = {str(event.id): event.date for event in corpus.events}
        self._belongs = dict(_belonging(corpus))

    def beside(self, field: ProvedField, record: Record) -> Beside:
        """What the author wrote beside a field of a record; citations that are not found are reported."""
        citations, basis = getattr(record, field.cite), getattr(record, field.basis)
        if basis is None and isinstance(record, Sourced) and record.basis == "editor":
            basis = record.reason
        found = self.prover.located(citations)
        return Beside(found, None if basis is None else str(basis), len(found) < len(citations))

    def date(self, date: Date | None, beside: Beside, evidence: Sequence[Evidence]) -> Proved[Date | None]:
        """A date, proved by a sentence that gives it, be it without year, by weekday or by “yesterday”."""
        if date is None or beside.is_lost:
            return beside.proof(date)
        found = dates_given(date, beside.evidence or evidence, self._sources)
        if found:
            return beside.proof(date, *found)
        return Proved(date, (), beside.basis)

    def said(
        self, date: Date | None, beside: Beside, evidence: Sequence[Evidence], event: str | None
    ) -> Proved[Date | None]:
        """The date of a saying: as printed; else that of its event; else the day of the source."""
        proof = self.date(date, beside, evidence)
        if proof.is_proved or beside.is_lost:
            return proof
        if event and event not in self._dates:
            return Proved(date, is_cited=True)  # There is no such event, which is reported.
        of_event = self._dates.get(event) if event else None
        if of_event and event and date in (None, of_event):
            return beside.proof(of_event, (), Derived(Derivation.EVENT, event=EventId(str(event))))
        days = {item.source: self._sources[item.source].bibliography.issued for item in evidence}
        source, issued = next(iter(days.items()), (None, None))
        if not isinstance(issued, PartialDate) or len(set(days.values())) > 1:
            return proof
        reported = PartialDate(*issued.parts, approximate=True, uncertain=issued.uncertain)
        if date is None or date in (issued, reported):
            return beside.proof(date or reported, (), Derived(Derivation.ISSUED, source))
        return proof

    def as_of(self, date: Date | None, beside: Beside, evidence: Sequence[Evidence]) -> Proved[Date | None]:
        """The time of which a figure is true; unwritten, that in its words, or else “in a source of”."""
        if date is not None or beside.basis or beside.evidence:
            return self.date(date, beside, evidence)
        if printed := only_date(evidence, self._sources):
            return beside.proof(printed[0], *printed[1])
        source = next((item.source for item in evidence), None)
        issued = self._sources[source].bibliography.issued if source else None
        return Proved(None, derived=Derived(Derivation.ISSUED, source)) if issued else Proved(None)

    def party(self, name: EntryId, beside: Beside, evidence: Sequence[Evidence]) -> Proved[EntryId]:
        """A party that a cited sentence names, or one whose member it names."""
        return self.entry(name, beside, evidence, lambda item: self._parties_in(item.sentence))

    def place(self, name: EntryId, beside: Beside, evidence: Sequence[Evidence]) -> Proved[EntryId]:
        """A place that a cited sentence names."""
        return self.entry(name, beside, evidence, lambda item: self._named_in(item.sentence))

    def giver(self, name: EntryId, beside: Beside, evidence: Sequence[Evidence]) -> Proved[EntryId]:
        """Who gives a figure: named by the sentence or the one before it, or author or publisher."""
        return self.entry(name, beside, evidence, self._givers)

    def entry(
        self,
        name: EntryId,
        beside: Beside,
        evidence: Sequence[Evidence],
        names: Callable[[Evidence], Collection[EntryId]],
    ) -> Proved[EntryId]:
        """An entry, proved by the evidence of which it is among the `names`."""
        if beside.is_lost:
            return beside.proof(name)
        found = tuple(item for item in beside.evidence or evidence if name in names(item))
        return beside.proof(name, found) if found else Proved(name, (), beside.basis)

    def parties(
        self, names: tuple[EntryId, ...], beside: Beside, statement: Statement, known: Collection[EntryId]
    ) -> Proved[tuple[EntryId, ...]]:
        """The parties of a commitment: each named by a cited sentence, or known as party to the item."""
        if beside.is_lost or not names:
            return beside.proof(names)
        proofs = [self.party(name, beside, statement.evidence) for name in names]
        if all(each.evidence for each in proofs):
            return beside.proof(
                names, tuple(dict.fromkeys(item for each in proofs for item in each.evidence))
            )
        if all(each.evidence or each.value in known for each in proofs):
            return beside.proof(names, (), Derived(Derivation.ITEM))
        return Proved(names, (), beside.basis)

    def undertaker(
        self,
        by: tuple[EntryId, ...],
        to: tuple[EntryId, ...],
        beside: Beside,
        statement: Statement,
        known: Collection[EntryId],
        speaker: EntryId | None = None,
    ) -> Proved[tuple[EntryId, ...]]:
        """Who undertakes something: of the parties that text or words name, the first is not the other.

        The speaker who tells of it stands for no party.
        """
        proof = self.parties(by, beside, statement, known)
        if beside.evidence or beside.basis:
            return proof
        first = self.first_of({*by, *to}, statement, speaker)
        return Proved(by) if first and not first & {*by} else proof

    def condition(self, condition: Text | None, beside: Beside, statement: Statement) -> Proved[str | None]:
        """On what something depends: what is cited for it, or a cited sentence that has its words."""
        if condition is None or beside.is_lost:
            return beside.proof(None if condition is None else str(condition))
        words = _plain_words(condition)
        found = tuple(item for item in statement.evidence if words in _plain_words(item.sentence))
        if found or beside.evidence:
            return beside.proof(str(condition), found)
        return Proved(str(condition), (), beside.basis)

    def side(
        self, name: EntryId, beside: Beside, statement: Statement, sides: Collection[EntryId]
    ) -> Proved[EntryId]:
        """The side of a position: the first of the sides that the text names, or else its words."""
        if beside.evidence or beside.basis or beside.is_lost:
            return self.party(name, beside, statement.evidence)
        first = self.first_of({*sides, name}, statement)
        if first is None or name not in first:
            return Proved(name)
        return Proved(
            name, statement.evidence, None, None if statement.evidence else Derived(Derivation.ITEM)
        )

    def first_of(
        self, parties: Collection[EntryId], statement: Statement, speaker: EntryId | None = None
    ) -> set[EntryId] | None:
        """Those of the parties that the first name of them means, in the text or else in the cited words.

        A name of the speaker is passed over.
        """
        texts = (statement.text, *(item.exact for item in statement.evidence))
        for text in (*texts, *(item.sentence for item in statement.evidence)):
            for mention in self._names.mentions(text):
                if mention.entry == speaker and speaker not in parties:
                    continue
                meant = {name for name in self._with_owners(mention.entry) if name in parties}
                if meant:
                    return meant
        return None

    def lead(
        self, is_lead: bool, person: EntryId, beside: Beside, evidence: Sequence[Evidence]
    ) -> Proved[bool]:
        """That somebody leads a delegation: a cited sentence says so of them."""
        if not is_lead or beside.is_lost:
            return beside.proof(is_lead)
        found = tuple(item for item in beside.evidence or evidence if person in self._leaders(item))
        return beside.proof(is_lead, found) if found else Proved(is_lead, (), beside.basis)

    def presence(self, person: EntryId, presence: Statement) -> Proved[EntryId]:
        """That somebody was in a delegation: a cited sentence names them, or the editor says why."""
        if presence.reason:
            return Proved(person, (), presence.reason)
        return self.entry(person, Beside(), presence.evidence, lambda item: self._named_in(item.sentence))

    def round_status(
        self,
        status: RoundStatus,
        beside: Beside,
        date: Proved[Date | None],
        evidence: Sequence[Evidence],
    ) -> Proved[RoundStatus]:
        """Where a round stands: what lies ahead, or did when its sources were issued, is planned.

        What holds on the day of the edition is under way.
        """
        day = date.value
        if day is None or not date.is_proved:
            return beside.proof(status)
        today = self._as_of.latest()
        is_planned = status is RoundStatus.PLANNED and day.earliest() > min(today, self._issued_by(evidence))
        is_under_way = status is RoundStatus.UNDER_WAY and day.earliest() <= today <= day.latest()
        return beside.proof(status, (), Derived(Derivation.AS_OF) if is_planned or is_under_way else None)

    def _issued_by(self, evidence: Sequence[Evidence]) -> datetime.date:
        """The last day on which a source of the evidence can have been issued; the last of all if unknown."""
        issued = [self._sources[item.source].bibliography.issued for item in evidence]
        days = [day.latest() for day in issued if day]
        return max(days) if days and len(days) == len(issued) else datetime.date.max

    def _leaders(self, item: Evidence) -> Collection[EntryId]:
        language = self._sources[item.source].bibliography.language
        return led_by(item.sentence, self._names.mentions(item.sentence), language)

    def _named_in(self, text: str) -> Collection[EntryId]:
        return {mention.entry for mention in self._names.mentions(text)}

    def _parties_in(self, text: str) -> Collection[EntryId]:
        return {name for entry in self._named_in(text) for name in self._with_owners(entry)}

    def _with_owners(self, entry: EntryId) -> tuple[EntryId, ...]:
        return (entry, *self._belongs.get(entry, ()))

    def _givers(self, item: Evidence) -> Collection[EntryId]:
        source = self._sources[item.source]
        about = source.bibliography
        behind = (about.publisher, about.container_title, *(author.name for author in about.author))
        texts = (item.sentence, source.body.sentence_before(item.ranges[0][0]), *filter(None, behind))
        return {name for text in texts for name in self._parties_in(text)}


def _belonging(corpus: Corpus) -> Iterator[tuple[EntryId, tuple[EntryId, ...]]]:
    """Each person and organisation with those for whom they speak: their organisation, their side."""
    sides = {str(each.id): each.side for each in corpus.glossary.organisations}
    for _, record in all_entries(corpus.glossary):
        owners: tuple[Text | None, ...] = ()
        if isinstance(record, PersonRecord):
            of_organisation = sides.get(str(record.organisation)) if record.organisation else None
            owners = (record.organisation, record.side, of_organisation)
        elif isinstance(record, OrganisationRecord):
            owners = (record.side,)
        yield EntryId(str(record.id)), tuple(EntryId(str(each)) for each in owners if each)


def _plain_words(text: str) -> str:
    """A text as it is compared: small letters, single spaces, without its full stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def known(proof: Proved[Date | None]) -> str:
    """A date as words that may prove numbers of a text; nothing if nothing speaks for it."""
    return spoken(proof.value) if proof.value and proof.is_proved else ""
