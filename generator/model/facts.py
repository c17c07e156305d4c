"""What is proved: every citation a passage, every name an entry. The output of the verify stage."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.claims import Reading
from generator.model.commitments import Commitment, CommitmentKind, CommitmentState, state_on
from generator.model.dates import Date, PartialDate
from generator.model.editions import Redirect, Release, Stood
from generator.model.entries import Entry, Measurand, Organisation, Person, Side
from generator.model.evidence import (
    Borne,
    CopiedPassage,
    DoubtfulMention,
    Evidence,
    Mention,
    Statement,
    Support,
)
from generator.model.keys import DisputeKind, Part
from generator.model.proved import Proved
from generator.model.publishers import Publisher
from generator.model.reviews import Review
from generator.model.seals import Seal
from generator.model.sources import USUAL_BUDGET, Bibliography, QuoteBudget, SourceText
from generator.model.text import EntryId, EventId, SourceId, Span
from generator.model.values import parts_of


class EventKind(StrEnum):
    """What sort of happening an event is."""

    ROUND = "round"
    MEETING = "meeting"
    CALL = "call"
    AGREEMENT = "agreement"
    STATEMENT = "statement"
    MEASURE = "measure"
    DATA = "data"
    DEADLINE = "deadline"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is to happen."""

    id: EventId
    kind: EventKind
    title: str
    date: Proved[Date | None]
    summary: Statement
    sides: tuple[EntryId, ...]
    people: tuple[EntryId, ...]
    terms: tuple[EntryId, ...]
    place: Proved[EntryId | None]
    follows: tuple[EventId, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a delegation: the role they are named with, and the proof that they were there."""

    person: Proved[EntryId]
    presence: Statement
    role: str | None
    lead: Proved[bool]


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who sat on one side of the table."""

    side: EntryId
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one side wanted."""

    side: Proved[EntryId]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Account:
    """How one side, or a person, put the outcome."""

    side: EntryId | None
    person: EntryId | None
    statement: Statement


class RoundStatus(StrEnum):
    """Where a talk round stands."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    CONCLUDED = "concluded"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question to which sources give different answers."""

    id: str
    question: str
    positions: tuple[Statement, ...]
    would_settle: str | None
    kind: DisputeKind = DisputeKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Event):
    """A talk round; its `narrative` tells it in order, in a paragraph."""

    status: Proved[RoundStatus]
    narrative: tuple[Statement, ...]
    result: Statement | None
    delegations: tuple[Delegation, ...]
    agenda: tuple[Statement, ...]
    positions: tuple[Position, ...]
    agreed: tuple[Statement, ...]
    not_agreed: tuple[Statement, ...]
    unclear: tuple[Statement, ...]
    accounts: tuple[Account, ...]
    commitments: tuple[Commitment, ...]
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthoredSection:
    """A section that an analyst wrote; one that is no `part` of a briefing is the analyst's own."""

    heading: str
    part: Part | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What an analyst adds to a topic; empty where nobody did."""

    topic: EntryId
    deck: str
    disputes: tuple[Dispute, ...]
    sections: tuple[AuthoredSection, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """What an editor adds to the home page; `figures` are the measurands that it shows."""

    sections: tuple[AuthoredSection, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source, the names and terms in its text, sure and doubtful, and what the editor notes about it.

    `seal` ties a summary to its article; None if it has none.
    """

    id: SourceId
    bibliography: Bibliography
    body: SourceText
    mentions: tuple[Mention, ...]
    doubtful: tuple[DoubtfulMention, ...]
    good_for: str | None
    problems: tuple[Statement, ...]
    span: Span
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class OwnBudget:
    """How many statements of a page may be the editor's own, those apart that say what no source says."""

    statements: int = 3
    percent: int = 15

    def of(self, total: int) -> int:
        """How many of a page that has `total`: the larger of the two limits."""
        return max(self.statements, total * self.percent // 100)


USUAL_OWN = OwnBudget()

NO_DAY = PartialDate(1970, 1, 1)
"""In place of the day for which an edition speaks, where nobody knows it; which is an error of its own."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is proved, with the look-ups that composing needs.

    Mappings keep the order that pages want: sources and entries by id, events by date (undated last).
    `as_of` is the day for which the edition speaks. `kin` names for each source the first of those that
    copied passages connect it with, itself if there are none; `copies` are these passages. `language` is
    that of our own words on the site, `written_in` that of what authors write. `readings` tells, by the
    place of a statement, what comparing it with its evidence came to, `borne` which sources bear which of its
    clauses if it has several, and `accepted` what somebody accepted of it. `disputes` are the questions
    that are of no topic and no round. `newest` is the day of the newest source, by its first possible day.
    """

    site_name: str
    site_description: str
    as_of: PartialDate
    fingerprint: str
    sources: Mapping[SourceId, Source]
    entries: Mapping[EntryId, Entry]
    measurands: Mapping[str, Measurand]
    events: Mapping[EventId, Event]
    briefings: Mapping[EntryId, Briefing]
    home: Home | None = None
    kin: Mapping[SourceId, SourceId] = field(default_factory=dict)
    copies: tuple[CopiedPassage, ...] = ()
    quote_budget: QuoteBudget = USUAL_BUDGET
    own_budget: OwnBudget = USUAL_OWN
    releases: tuple[Release, ...] = ()
    stood: tuple[Stood, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    reviews: tuple[Review, ...] = ()
    accepted: Mapping[Span, tuple[Review, ...]] = field(default_factory=dict)
    language: str = "en"
    written_in: str = "en"
    publisher: Publisher | None = None
    readings: Mapping[Span, Reading] = field(default_factory=dict)
    borne: Mapping[Span, tuple[Borne, ...]] = field(default_factory=dict)
    disputes: tuple[Dispute, ...] = ()
    _sides: tuple[Side, ...] = field(init=False, repr=False, compare=False)
    _people: tuple[Person, ...] = field(init=False, repr=False, compare=False)
    _rounds: tuple[Round, ...] = field(init=False, repr=False, compare=False)
    _topics: tuple[Entry, ...] = field(init=False, repr=False, compare=False)
    newest: Date | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort out once what every page asks for."""
        entries = self.entries.values()
        sides = sorted((one for one in entries if isinstance(one, Side)), key=lambda side: side.rank)
        people = [one for one in entries if isinstance(one, Person)]
        topics = [one for one in entries if one.briefing]
        rounds = (event for event in self.events.values() if isinstance(event, Round))
        issued = (each.bibliography.issued for each in self.sources.values())
        days = (day for day in issued if day and day.first_day())
        object.__setattr__(self, "_sides", tuple(sides))
        object.__setattr__(self, "_people", tuple(sorted(people, key=_by_sort_label)))
        object.__setattr__(self, "_rounds", tuple(rounds))
        object.__setattr__(self, "_topics", tuple(sorted(topics, key=_by_label)))
        object.__setattr__(self, "newest", max(days, key=lambda day: day.earliest(), default=None))

    def support(self, statement: Statement) -> Support:
        """The sources that a statement cites, in all and by clause, those of a group counted once."""
        names = tuple(dict.fromkeys(item.source for item in statement.evidence))
        borne = self.borne.get(statement.span)
        clauses = tuple(self._independent(each.sources) for each in borne or ())
        return Support(names, self._independent(names), clauses, is_compared=borne != ())

    def _independent(self, names: Iterable[SourceId]) -> int:
        return len({self.kin.get(name, name) for name in names})

    def names_of_sources(self, statement: Statement) -> tuple[str, ...]:
        """The short names of the sources that a statement cites, the longest first."""
        names = {self.sources[item.source].bibliography.short for item in statement.evidence}
        return tuple(sorted((name for name in names if name), key=lambda name: (-len(name), name)))

    def state_of(self, commitment: Commitment) -> CommitmentState:
        """How a commitment stands on the day of the edition."""
        is_own = self.is_undertaken(commitment)
        newest = self.newest.earliest() if self.newest else None
        return state_on(self.as_of.latest(), commitment, is_own=is_own, newest=newest)

    def is_undertaken(self, commitment: Commitment) -> bool:
        """Whether it is an undertaking: no expectation, and not merely announced by somebody else."""
        speaker = commitment.says.value
        if commitment.kind is CommitmentKind.EXPECT:
            return False
        return speaker is None or all(self.speaks_for(speaker, party) for party in commitment.by.value)

    def speaks_for(self, speaker: EntryId, party: EntryId) -> bool:
        """Whether somebody is a party, or belongs to it: to the organisation or the side."""
        entry = self.entries.get(speaker)
        if speaker == party:
            return True
        if isinstance(entry, Person):
            organisation = self.entries.get(entry.organisation) if entry.organisation else None
            of_it = organisation.side if isinstance(organisation, Organisation) else None
            return party in (entry.organisation, entry.side, of_it)
        return isinstance(entry, Organisation) and entry.side == party

    def commitments(self) -> tuple[tuple[Round, Commitment], ...]:
        """Every commitment with the round at which it was made, by date of the round."""
        return tuple((talks, made) for talks in self._rounds for made in talks.commitments)

    def sides(self) -> tuple[Side, ...]:
        """The sides in the order of the glossary."""
        return self._sides

    def people(self) -> tuple[Person, ...]:
        """The people by the label they are sorted under."""
        return self._people

    def rounds(self) -> tuple[Round, ...]:
        """The talk rounds by date."""
        return self._rounds

    def topics(self) -> tuple[Entry, ...]:
        """The entries that have a briefing, by label."""
        return self._topics


def _by_sort_label(person: Person) -> tuple[str, str]:
    return person.sort_label, person.id


def _by_label(entry: Entry) -> tuple[str, str]:
    return entry.pref_label.casefold(), entry.id


def all_evidence(dossier: Dossier) -> Iterator[Evidence]:
    """Everything that a statement or a value rests on, as often as it does."""
    for part in (dossier.entries, dossier.measurands, dossier.events, dossier.briefings):
        for value in part.values():
            yield from parts_of(value, Evidence)
    yield from parts_of(dossier.home, Evidence)
    yield from parts_of(dossier.disputes, Evidence)
    for source in dossier.sources.values():
        yield from parts_of(source.problems, Evidence)


def all_statements(dossier: Dossier) -> Iterator[Statement]:
    """Every statement: of glossary, figures, timeline, briefings and home page, and the notes on sources."""
    parts = (dossier.entries, dossier.measurands, dossier.events, dossier.briefings)
    for part in parts:
        for value in part.values():
            yield from parts_of(value, Statement)
    yield from parts_of(dossier.home, Statement)
    yield from parts_of(dossier.disputes, Statement)
    for source in dossier.sources.values():
        yield from source.problems
