"""What authors wrote, read into records and not judged yet: the output of the read stage.

The fields are pydantic models; each value keeps its span.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import dates
from generator.model.commitments import CommitmentKind, SettlementOutcome
from generator.model.editions import Redirect, Release, Stood
from generator.model.entries import PersonKind
from generator.model.evidence import Certainty
from generator.model.facts import USUAL_OWN, EventKind, OwnBudget, RoundStatus
from generator.model.keys import DisputeKind, Part
from generator.model.publishers import Publisher
from generator.model.reviews import Review
from generator.model.seals import Seal
from generator.model.sources import FORMER_RIGHTS, TYPES, USUAL_BUDGET, QuoteBudget, Rights, SourceFile
from generator.model.text import INDEX, Span, Text, is_device, is_slug
from generator.model.web_addresses import web_address_meant, web_fault

SPAN_KEY: Final = "\x00span"

Qualifier = Literal[
    "exactly", "about", "more than", "less than", "nearly", "at least", "at most", "almost all"
]


def _slug(value: Text) -> Text:
    if not is_slug(value):
        raise PydanticCustomError(
            "bad-id", "an id is made of a-z, 0-9 and single hyphens, at most 64 characters"
        )
    return value


def _names_a_page(value: Text) -> Text:
    if value == INDEX:
        raise PydanticCustomError(
            "bad-id", "“index” cannot be an id: a page of this name lists all the others of its kind"
        )
    if is_device(value):
        raise PydanticCustomError(
            "bad-id", "“{id}” cannot be an id: Windows stores no file of this name", {"id": str(value)}
        )
    return value


def _filled(value: Text) -> Text:
    if not value.strip():
        raise ValueError("this must not be empty")
    return value


def _web_address(value: Text) -> Text:
    """An address that a page may lead to; of another, what was meant by it where that can be told."""
    if fault := web_fault(value):
        meant = web_address_meant(value) or ""
        raise PydanticCustomError("bad-value", "{fault}", {"fault": fault, "meant": meant})
    return value


_WIKIDATA = re.compile(r"(?:wikidata:\s*|wd:)?(Q[1-9]\d{0,11})", re.IGNORECASE)


def _same(value: Text) -> Text:
    """An address that stands for the same thing elsewhere; of an item of Wikidata, the one that was meant."""
    if item := _WIKIDATA.fullmatch(value.strip()):
        fault = "an item of Wikidata is written as its address"
        meant = f"https://www.wikidata.org/entity/{item[1].upper()}"
        raise PydanticCustomError("bad-value", "{fault}", {"fault": fault, "meant": meant})
    return _web_address(value)


def _language(value: Text) -> Text:
    if not re.fullmatch("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", value):
        raise ValueError("a language is a tag such as zh, zh-Hant or pt-BR (BCP 47)")
    return value


def as_date(value: object) -> dates.Date:
    """The date that a field of a record gives, in EDTF."""
    if not isinstance(value, str):
        raise PydanticCustomError("bad-date", "a date is text such as 2025-06-09")
    try:
        return dates.parse(value)
    except ValueError as reason:
        raise PydanticCustomError("bad-date", "{reason}", {"reason": str(reason)}) from None


def _event_date(value: object) -> dates.Date | None:
    return None if value == "unknown" else as_date(value)


def _flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise ValueError("write true or false")
    return value == "true"


def _in_order(value: Text) -> Text:
    """A value; of a range `20..30` the lower end comes first."""
    ends = [part.strip().replace(",", "") for part in value.split("..")]
    numbers = [float(end) for end in ends if re.fullmatch(r"[+-]?[0-9.]{1,30}", end) and end.count(".") < 2]
    if len(numbers) == 2 and numbers[0] >= numbers[1]:
        raise ValueError("a range begins with its lower end, as 20..30")
    return value


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Slug = Annotated[Text, AfterValidator(_slug)]

ItemId = Annotated[Slug, AfterValidator(_names_a_page)]

Filled = Annotated[Text, AfterValidator(_filled)]

LanguageTag = Annotated[Text, AfterValidator(_language)]

WebAddress = Annotated[Filled, AfterValidator(_web_address)]

EdtfDate = Annotated[dates.PartialDate | dates.Interval, BeforeValidator(as_date)]

EdtfOrUnknown = Annotated[dates.PartialDate | dates.Interval | None, BeforeValidator(_event_date)]

Flag = Annotated[bool, BeforeValidator(_flag)]

Names = Annotated[tuple[Filled, ...], BeforeValidator(_one_or_more)]

SameAs = Annotated[tuple[Annotated[Filled, AfterValidator(_same)], ...], BeforeValidator(_one_or_more)]

Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_one_or_more)]


class Record(BaseModel):
    """A mapping of an input file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    HINTS: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What to write for fields that are missing."""
    FORMER: ClassVar[frozenset[str]] = frozenset()
    """Fields that it had once, of which the reader tells what became of them."""

    span: Span = Field(alias=SPAN_KEY)


class CitationRecord(Record):
    """Where the author says the words are (W3C TextQuoteSelector).

    `article` are, beside words of a summary, a few words of the article itself, which its seal proves.
    """

    source: Slug
    exact: Filled
    prefix: Filled | None = None
    suffix: Filled | None = None
    article: Filled | None = None


class NoteRecord(CitationRecord):
    """A note of a briefing: a citation, and according to whom and how surely its statement is said."""

    says: Slug | None = None
    certainty: Certainty | None = None


Citations = tuple[CitationRecord, ...]


class Sourced(Record):
    """Anything that must be cited, or be openly the editor's own."""

    cite: Citations = ()
    basis: Literal["editor"] | None = None
    reason: Filled | None = None
    says: Slug | None = None
    certainty: Certainty | None = None

    def assertions(self) -> tuple[Text, ...]:
        """The sentences that it proposes to say; none where it proves a value only."""
        return ()


class StatementRecord(Sourced):
    """A sentence or two that a page may say."""

    text: Filled

    def assertions(self) -> tuple[Text, ...]:
        """The sentences that it proposes to say."""
        return (self.text,)


class LabelRecord(Record):
    """A name in another language than the site's."""

    text: Filled
    language: LanguageTag


class EntryRecord(Record):
    """What all glossary entries share; SKOS names."""

    id: ItemId
    pref_label: Filled
    alt_labels: tuple[Filled, ...] = ()
    foreign_labels: tuple[LabelRecord, ...] = ()
    misspellings: tuple[Filled, ...] = ()
    definition: StatementRecord | None = None
    broader: Slugs = ()
    related: tuple[Slug, ...] = ()
    distinct_from: tuple[Slug, ...] = ()
    same_as: SameAs = ()

    def other_names(self) -> tuple[Text, ...]:
        """What it goes by besides its preferred label, in whatever language."""
        return (*self.alt_labels, *(label.text for label in self.foreign_labels))


class SideRecord(EntryRecord):
    """A party to the talks."""

    short: Filled | None = None


class OrganisationRecord(EntryRecord):
    """An institution, company or administration."""

    side: Slug | None = None
    existed: EdtfDate | None = None
    existed_basis: Filled | None = None


class PlaceRecord(EntryRecord):
    """A place."""


class TopicRecord(EntryRecord):
    """A concept or a measure."""

    briefing: Flag = False


class RoleRecord(Sourced):
    """A title that sources give a person."""

    title: Filled
    organisation: Slug | None = None
    held: EdtfDate | None = None
    held_cite: Citations = ()
    held_basis: Filled | None = None


class SayingRecord(StatementRecord):
    """Something that a person said."""

    date: EdtfDate | None = None
    date_cite: Citations = ()
    date_basis: Filled | None = None
    event: Slug | None = None


class PersonRecord(EntryRecord):
    """An official, an analyst, an executive."""

    kind: PersonKind
    side: Slug | None = None
    organisation: Slug | None = None
    sort_label: Filled | None = None
    roles: tuple[RoleRecord, ...] = ()
    said: tuple[SayingRecord, ...] = ()


class FigureRecord(Sourced):
    """One value that sources give for a measurand."""

    value: Annotated[Filled, AfterValidator(_in_order)]
    qualifier: Qualifier | None = None
    as_of: EdtfDate | None = None
    as_of_cite: Citations = ()
    as_of_basis: Filled | None = None
    attributed_to: Slug | None = None
    attributed_to_cite: Citations = ()
    attributed_to_basis: Filled | None = None


class MeasurandRecord(Record):
    """Something measured, with the figures that sources give for it."""

    id: Slug
    pref_label: Filled
    unit: Filled | None = None
    about: tuple[Slug, ...] = ()
    distinct_from: tuple[Slug, ...] = ()
    figures: tuple[FigureRecord, ...] = ()


class GlossaryRecord(Record):
    """content/glossary.yml."""

    sides: tuple[SideRecord, ...] = ()
    people: tuple[PersonRecord, ...] = ()
    organisations: tuple[OrganisationRecord, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    concepts: tuple[TopicRecord, ...] = ()
    measures: tuple[TopicRecord, ...] = ()
    measurands: tuple[MeasurandRecord, ...] = ()


class OriginalRecord(Record):
    """The article that a summary sums up."""

    file: Filled
    sha256: Filled


class ImportedRecord(Record):
    """The file from which `briefing import` made the source, and the SHA-256 of its bytes."""

    file: Filled
    sha256: Filled


class AuthorRecord(Record):
    """An author: a whole name, or its parts."""

    literal: Filled | None = None
    family: Filled | None = None
    given: Filled | None = None

    @model_validator(mode="after")
    def _is_one_name(self) -> Self:
        if bool(self.literal) == bool(self.family) or (self.literal and self.given):
            raise ValueError("an author has either `literal`, or `family` and as a rule `given`")
        return self


def _as_author(value: object) -> object:
    """A name in one piece is one that is not parted, unless one comma parts it as BibTeX and RIS do."""
    if not isinstance(value, Text):
        return value
    family, comma, given = (part.strip() for part in value.partition(","))
    if not comma or not family or not given or "," in given:
        return {SPAN_KEY: value.span, "literal": value}
    return {SPAN_KEY: value.span, "family": Text(family, value.span), "given": Text(given, value.span)}


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str | Mapping) else value


def _csl_type(value: Text) -> Text:
    if value not in TYPES:
        known = ", ".join(f"'{each}'" for each in sorted(TYPES))
        raise PydanticCustomError("bad-value", "no type of CSL", {"expected": known})
    return value


def _short(value: Text) -> Text:
    if len(value) > LONGEST_SHORT:
        raise ValueError(f"a short name has at most {LONGEST_SHORT} characters; this has {len(value)}")
    return value


LONGEST_SHORT = 40

ShortName = Annotated[Filled, AfterValidator(_short)]

CslType = Annotated[Text, AfterValidator(_csl_type)]

Authors = Annotated[
    tuple[Annotated[AuthorRecord, BeforeValidator(_as_author)], ...], BeforeValidator(_listed)
]


def _by_its_present_name(rights: object) -> object:
    return FORMER_RIGHTS.get(rights, rights) if isinstance(rights, str) else rights


NOBODY: Final = "none"
"""The `entry` of words that name nothing of the glossary."""


class MentionRecord(Record):
    """Words of a source that an editor has settled: whose name they are, or nobody's (`NOBODY`)."""

    text: Filled
    entry: Slug


class SourceRecord(Record):
    """The front matter of a source; CSL names."""

    title: Filled
    short: ShortName | None = None
    type: CslType | None = None
    author: Authors = ()
    publisher: Filled | None = None
    container_title: Filled | None = None
    issued: EdtfDate | None = None
    issued_basis: Filled | None = None
    accessed: EdtfDate | None = None
    url: WebAddress | None = None
    canonical_url: WebAddress | None = None
    archive_url: WebAddress | None = None
    language: Filled | None = None
    rights: Annotated[Rights, BeforeValidator(_by_its_present_name)]
    original: OriginalRecord | None = None
    imported: ImportedRecord | None = None
    keep: Names = ()
    good_for: Filled | None = None
    mentions: tuple[MentionRecord, ...] = ()
    problems: tuple[StatementRecord, ...] = ()


class MemberRecord(Sourced):
    """A person in a delegation."""

    person: Slug
    role: Filled | None = None
    lead: Flag = False
    lead_cite: Citations = ()
    lead_basis: Filled | None = None


class DelegationRecord(Record):
    """Who sat on one side of the table."""

    side: Slug
    members: tuple[MemberRecord, ...] = ()


class PositionRecord(StatementRecord):
    """What one side wanted."""

    side: Slug
    side_cite: Citations = ()
    side_basis: Filled | None = None


class AccountRecord(StatementRecord):
    """How one side, or a person, put the outcome."""

    side: Slug | None = None
    person: Slug | None = None


class SettlementRecord(StatementRecord):
    """What a source says became of a commitment."""

    outcome: SettlementOutcome
    date: EdtfDate | None = None
    date_cite: Citations = ()
    date_basis: Filled | None = None


class CommitmentRecord(StatementRecord):
    """What somebody undertook, or is expected to do.

    Whoever acts is `by`, or in an expectation `of`; what is to be done is `due`, what is to last has a term,
    `from` and `until`. The reader tells which of them belong to which kind.
    """

    HINTS: ClassVar = MappingProxyType(
        {
            "kind": "write `kind: do` for an act by a day, `kind: keep` for what lasts until a day, or"
            " `kind: expect` if somebody says only that it will happen",
        }
    )
    FORMER: ClassVar = frozenset({"status", "status_cite", "status_basis"})

    id: Slug
    kind: CommitmentKind
    by: Slugs = ()
    by_cite: Citations = ()
    by_basis: Filled | None = None
    of: Slugs = ()
    of_cite: Citations = ()
    of_basis: Filled | None = None
    to: Slugs = ()
    to_cite: Citations = ()
    to_basis: Filled | None = None
    says: Slug | None = None
    says_cite: Citations = ()
    says_basis: Filled | None = None
    condition: Filled | None = None
    condition_cite: Citations = ()
    condition_basis: Filled | None = None
    from_: EdtfDate | None = Field(None, alias="from")
    from_cite: Citations = ()
    from_basis: Filled | None = None
    due: EdtfDate | None = None
    due_cite: Citations = ()
    due_basis: Filled | None = None
    until: EdtfDate | None = None
    until_cite: Citations = ()
    until_basis: Filled | None = None
    disputed: Flag = False
    settlements: tuple[SettlementRecord, ...] = ()


class EventRecord(Sourced):
    """Something that happened, or is to happen."""

    id: ItemId
    kind: EventKind
    title: Filled
    date: EdtfOrUnknown
    date_cite: Citations = ()
    date_basis: Filled | None = None
    summary: Filled
    sides: tuple[Slug, ...] = ()
    people: tuple[Slug, ...] = ()
    terms: tuple[Slug, ...] = ()
    place: Slug | None = None
    place_cite: Citations = ()
    place_basis: Filled | None = None
    follows: tuple[Slug, ...] = ()

    def assertions(self) -> tuple[Text, ...]:
        """The sentence that it proposes to say."""
        return (self.summary,)


class DisputePositionRecord(StatementRecord):
    """One answer to a disputed question."""


class DisputeRecord(Record):
    """A question to which sources give different answers."""

    id: Slug
    question: Filled
    kind: DisputeKind = DisputeKind.OTHER
    positions: tuple[DisputePositionRecord, ...]
    would_settle: Filled | None = None


class RoundRecord(EventRecord):
    """A talk round: an event of kind `round`."""

    status: RoundStatus = RoundStatus.UNKNOWN
    status_cite: Citations = ()
    status_basis: Filled | None = None
    narrative: tuple[StatementRecord, ...] = ()
    result: StatementRecord | None = None
    delegations: tuple[DelegationRecord, ...] = ()
    agenda: tuple[StatementRecord, ...] = ()
    positions: tuple[PositionRecord, ...] = ()
    agreed: tuple[StatementRecord, ...] = ()
    not_agreed: tuple[StatementRecord, ...] = ()
    unclear: tuple[StatementRecord, ...] = ()
    accounts: tuple[AccountRecord, ...] = ()
    commitments: tuple[CommitmentRecord, ...] = ()
    disputes: tuple[DisputeRecord, ...] = ()


class BriefingHead(Record):
    """The front matter of an authored briefing."""

    deck: Filled
    disputes: tuple[DisputeRecord, ...] = ()


class SectionRecord(Record):
    """A heading of an authored briefing, the part that it is if it is one, and the statements below it."""

    heading: Filled
    part: Part | None = None
    statements: tuple[StatementRecord, ...] = ()


class HomeHead(Record):
    """The front matter of content/home.md; `figures` are the measurands that the home page shows."""

    figures: Slugs = ()


class HomeRecord(Record):
    """content/home.md: what an editor adds to the home page."""

    head: HomeHead
    sections: tuple[SectionRecord, ...] = ()


class BriefingRecord(Record):
    """content/briefings/<topic>.md; `topic` is the file's name."""

    topic: Slug
    head: BriefingHead
    sections: tuple[SectionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A source as read, beside the editor's notes on it, which still have to be proved.

    `issued_at` is where its date stands in the file; None if it has none. `seal` ties a summary to its
    article; None if it has none that can be read.
    """

    file: SourceFile
    record: SourceRecord
    issued_at: Span | None = None
    seal: Seal | None = None

    @property
    def is_sealable(self) -> bool:
        """Whether it is a summary that names its article."""
        about = self.file.bibliography
        return about.rights is Rights.SUMMARY and about.original is not None


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """What Briefing reads of mkdocs.yml: name, one-sentence description, and how much may be quoted.

    `language` is that of our own words on the site (BCP 47), `written_in` that of what authors write; `as_of`
    the day for which an edition speaks while no source is dated.
    """

    name: str
    description: str
    quote_budget: QuoteBudget = USUAL_BUDGET
    own_budget: OwnBudget = USUAL_OWN
    language: str = "en"
    as_of: dates.PartialDate | None = None
    written_in: str = "en"
    publisher: Publisher | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read, in the order of ids and of the files; `fingerprint` is of all input bytes but
    those that tell of released editions. `disputes` are the questions that are of no topic and no round.

    `unreadable` names what was written but is not here because it is faulty, which has been reported: ids of
    sources, entries and events, and paths of files that are lost in whole or whose lost parts have no id.
    """

    site: SiteRecord
    sources: tuple[SourceDraft, ...]
    glossary: GlossaryRecord
    events: tuple[EventRecord, ...]
    briefings: tuple[BriefingRecord, ...]
    fingerprint: str
    home: HomeRecord | None = None
    unreadable: frozenset[str] = frozenset()
    releases: tuple[Release, ...] = ()
    stood: tuple[Stood, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    reviews: tuple[Review, ...] = ()
    disputes: tuple[DisputeRecord, ...] = ()

    def sourced(self) -> Iterator[Sourced]:
        """All that must be cited, of sources, glossary, timeline, briefings and the home page."""
        for draft in self.sources:
            yield from _sourced_in(draft.record)
        for record in (self.glossary, *self.events, *self.disputes, *self.briefings, self.home):
            yield from _sourced_in(record)

    def may_exist(self, identifier: str, path: str) -> bool:
        """Whether something called `identifier` may have been written in `path` and lost in reading.

        Whoever misses it should not report it as unknown.
        """
        return identifier in self.unreadable or path in self.unreadable


def _sourced_in(value: object) -> Iterator[Sourced]:
    """What must be cited in a record, itself included."""
    if isinstance(value, Sourced):
        yield value
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _sourced_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _sourced_in(item)
