"""The glossary as proved: sides, people, organisations and what is measured, with their evidence."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import Date, may_coincide
from generator.model.evidence import Statement
from generator.model.proved import Proved
from generator.model.text import EntryId, EventId, Span


class EntryKind(StrEnum):
    """What a glossary entry is."""

    SIDE = "side"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    CONCEPT = "concept"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A glossary entry; SKOS names. `briefing` entries have a topic briefing of their own.

    `languages` are those of its labels (BCP 47) that are in another than the site's; `same_as` are addresses
    that stand for the same thing elsewhere, such as an item of Wikidata.
    """

    id: EntryId
    kind: EntryKind
    pref_label: str
    alt_labels: tuple[str, ...]
    misspellings: tuple[str, ...]
    definition: Statement | None
    broader: tuple[EntryId, ...]
    related: tuple[EntryId, ...]
    distinct_from: tuple[EntryId, ...]
    span: Span
    briefing: bool = False
    languages: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Entry):
    """A party to the talks; `short` labels it where space is scarce, `rank` is its place in the glossary."""

    short: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entry):
    """An institution, company or administration, and when it existed."""

    side: EntryId | None
    existed: Date | None
    existed_basis: str | None

    def may_have_existed(self, issued: Date | None) -> bool:
        """Whether it may have existed at a date; False only if the two surely lie apart."""
        if self.existed is None or issued is None:
            return True
        return may_coincide(self.existed, issued)


@dataclass(frozen=True, slots=True)
class Role:
    """A title that sources print for a person; the statement's text is the title."""

    title: Statement
    organisation: EntryId | None
    held: Proved[Date | None]


@dataclass(frozen=True, slots=True)
class Saying:
    """Something a person said."""

    statement: Statement
    date: Proved[Date | None]
    event: EventId | None


class PersonKind(StrEnum):
    """In which capacity a person appears."""

    OFFICIAL = "official"
    ANALYST = "analyst"
    EXECUTIVE = "executive"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """An official, an analyst, an executive."""

    person_kind: PersonKind
    side: EntryId | None
    organisation: EntryId | None
    sort_label: str
    roles: tuple[Role, ...]
    said: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One value that a source gives; the statement's text is the value as it is to be shown.

    `low` and `high` are the bounds as decimals in text; equal unless the value is a range.
    """

    statement: Statement
    low: str
    high: str
    qualifier: str | None
    as_of: Proved[Date | None]
    attributed_to: Proved[EntryId | None]


@dataclass(frozen=True, slots=True)
class Measurand:
    """Something measured, with the figures that sources give for it."""

    id: str
    pref_label: str
    unit: str | None
    about: tuple[EntryId, ...]
    distinct_from: tuple[str, ...]
    figures: tuple[Figure, ...]
    span: Span
