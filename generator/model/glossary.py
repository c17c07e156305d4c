"""What authors wrote in the glossary, read into records and not judged yet; SKOS names."""

from __future__ import annotations

from typing import Literal

from generator.model.entries import PersonKind
from generator.model.fields import (
    EdtfDate,
    Filled,
    Flag,
    ItemId,
    LanguageTag,
    Record,
    Slug,
    Slugs,
    Sourced,
    StatementRecord,
)
from generator.model.text import Text


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


class SayingRecord(StatementRecord):
    """Something that a person said."""

    date: EdtfDate | None = None
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


Qualifier = Literal[
    "exactly", "about", "more than", "less than", "nearly", "at least", "at most", "almost all"
]


class FigureRecord(Sourced):
    """One value that sources give for a measurand."""

    value: Filled
    qualifier: Qualifier | None = None
    as_of: EdtfDate | None = None
    attributed_to: Slug | None = None


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
