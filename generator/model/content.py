"""What authors wrote, read into records and not judged yet: the output of the read stage.

The records of the sources, the timeline, the briefings and the site; those of the glossary are in
`glossary.py`. Their fields are those of docs/formats.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from generator.model.dossier import CommitmentStatus, EventKind, RoundStatus
from generator.model.fields import (
    EdtfDate,
    EdtfOrUnknown,
    Filled,
    Flag,
    ItemId,
    Names,
    Record,
    Slug,
    Slugs,
    Sourced,
    StatementRecord,
)
from generator.model.glossary import GlossaryRecord
from generator.model.keys import Part
from generator.model.releases import Redirect, Release
from generator.model.sources import FORMER_RIGHTS, USUAL_BUDGET, QuoteBudget, Rights, SourceFile
from generator.model.text import Span


class OriginalRecord(Record):
    """The article that a summary sums up."""

    file: Filled
    sha256: Filled


def _by_its_present_name(rights: object) -> object:
    return FORMER_RIGHTS.get(rights, rights) if isinstance(rights, str) else rights


class SourceRecord(Record):
    """The front matter of a source; CSL names."""

    title: Filled
    author: Names = ()
    publisher: Filled | None = None
    container_title: Filled | None = None
    issued: EdtfDate | None = None
    issued_basis: Filled | None = None
    accessed: EdtfDate | None = None
    url: Filled | None = None
    archive_url: Filled | None = None
    language: Filled | None = None
    rights: Annotated[Rights, BeforeValidator(_by_its_present_name)]
    original: OriginalRecord | None = None
    good_for: Filled | None = None
    problems: tuple[StatementRecord, ...] = ()


class MemberRecord(Sourced):
    """A person in a delegation."""

    person: Slug
    role: Filled | None = None
    lead: Flag = False


class DelegationRecord(Record):
    """Who sat on one side of the table."""

    side: Slug
    members: tuple[MemberRecord, ...] = ()


class PositionRecord(StatementRecord):
    """What one side wanted."""

    side: Slug


class AccountRecord(StatementRecord):
    """How one side, or a person, put the outcome."""

    side: Slug | None = None
    person: Slug | None = None


class CommitmentRecord(StatementRecord):
    """What somebody undertook to do."""

    id: Slug
    by: Slugs
    to: Slugs = ()
    condition: Filled | None = None
    due: EdtfDate | None = None
    due_basis: Filled | None = None
    status: CommitmentStatus = CommitmentStatus.UNKNOWN


class EventRecord(Sourced):
    """Something that happened, or is to happen."""

    id: ItemId
    kind: EventKind
    title: Filled
    date: EdtfOrUnknown
    date_basis: Filled | None = None
    summary: Filled
    sides: tuple[Slug, ...] = ()
    people: tuple[Slug, ...] = ()
    terms: tuple[Slug, ...] = ()
    place: Slug | None = None
    follows: tuple[Slug, ...] = ()


class RoundRecord(EventRecord):
    """A talk round: an event of kind `round`."""

    status: RoundStatus = RoundStatus.UNKNOWN
    result: StatementRecord | None = None
    delegations: tuple[DelegationRecord, ...] = ()
    agenda: tuple[StatementRecord, ...] = ()
    positions: tuple[PositionRecord, ...] = ()
    agreed: tuple[StatementRecord, ...] = ()
    not_agreed: tuple[StatementRecord, ...] = ()
    unclear: tuple[StatementRecord, ...] = ()
    accounts: tuple[AccountRecord, ...] = ()
    commitments: tuple[CommitmentRecord, ...] = ()


class DisputePositionRecord(StatementRecord):
    """One answer to a disputed question."""


class DisputeRecord(Record):
    """A question to which sources give different answers."""

    id: Slug
    question: Filled
    positions: tuple[DisputePositionRecord, ...]
    would_settle: Filled | None = None


class BriefingHead(Record):
    """The front matter of an authored briefing."""

    deck: Filled
    disputes: tuple[DisputeRecord, ...] = ()


class SectionRecord(Record):
    """A heading of an authored briefing, the part that it is if it is one, and the statements below it."""

    heading: Filled
    part: Part | None = None
    statements: tuple[StatementRecord, ...] = ()


class BriefingRecord(Record):
    """content/briefings/<topic>.md; `topic` is the file's name."""

    topic: Slug
    head: BriefingHead
    sections: tuple[SectionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A source as read, beside the editor's notes on it, which still have to be proved.

    `issued_at` is where its date stands in the file; None if it has none.
    """

    file: SourceFile
    record: SourceRecord
    issued_at: Span | None = None


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """What Briefing reads of mkdocs.yml: name, one-sentence description, and how much may be quoted.

    `language` is that of our own words on the site (BCP 47).
    """

    name: str
    description: str
    quote_budget: QuoteBudget = USUAL_BUDGET
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read, in the order of ids and of the files; `fingerprint` is of all input bytes but
    those that tell of released editions.

    `unreadable` names what was written but is not here because it is faulty, which has been reported: ids of
    sources, entries and events, and paths of files that are lost in whole or whose lost parts have no id.
    """

    site: SiteRecord
    sources: tuple[SourceDraft, ...]
    glossary: GlossaryRecord
    events: tuple[EventRecord, ...]
    briefings: tuple[BriefingRecord, ...]
    fingerprint: str
    unreadable: frozenset[str] = frozenset()
    releases: tuple[Release, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    def may_exist(self, identifier: str, path: str) -> bool:
        """Whether something called `identifier` may have been written in `path` and lost in reading.

        Whoever misses it should not report it as unknown.
        """
        return identifier in self.unreadable or path in self.unreadable
