"""What an edition says, in which order, on which page: sections of blocks, pages. No markup.

Every view (Markdown, print, data) renders these same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.bibliography import CslItem
from generator.model.blocks import Block
from generator.model.dates import Date, PartialDate
from generator.model.evidence import Evidence
from generator.model.feeds import Feed
from generator.model.inventory import Item
from generator.model.keys import SectionKey
from generator.model.kinds import Kind
from generator.model.runs import Link, Target
from generator.model.things import Thing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; the first section of a page may have none."""

    key: SectionKey
    anchor: str | None
    heading: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: the proof of what carries its number."""

    number: int
    evidence: Evidence
    source_label: str
    occurrences: int
    target: Target


class AttachmentKind(StrEnum):
    """What a file is that belongs to a page."""

    CALENDAR = "calendar"
    BIBLIOGRAPHY = "bibliography"
    ATOM = "atom"
    JSON_FEED = "json feed"
    PDF = "pdf"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a page, such as a calendar entry: what it is, and its path from the page."""

    kind: AttachmentKind
    path: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `path` without suffix; `description` is plain text for search engines.

    `version` is a digest of what the page says: it changes if and only if the page says something else.
    `sources` are those it rests on, `modified` is the day of the newest of them, or of the edition where the
    page tells how things stand; `about` are the things it describes, first the one it is about as a whole.
    """

    path: str
    kind: Kind
    title: str
    deck: str
    description: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    related: tuple[Link, ...] = ()
    previous: Link | None = None
    following: Link | None = None
    attachments: tuple[Attachment, ...] = ()
    version: str = ""
    sources: tuple[CslItem, ...] = ()
    modified: PartialDate | None = None
    about: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the navigation: a page, or a group of them."""

    label: str
    page: str | None
    items: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A dated happening for calendars (RFC 5545), all-day."""

    path: str
    uid: str
    title: str
    date: Date
    place: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the site, our words in `language`.

    `languages` are names in another script, each with its own (BCP 47).
    """

    site_name: str
    as_of: PartialDate
    fingerprint: str
    pages: tuple[Page, ...]
    navigation: tuple[NavItem, ...]
    calendar: tuple[CalendarEntry, ...]
    bibliography: tuple[CslItem, ...]
    inventory: tuple[Item, ...] = ()
    feeds: tuple[Feed, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    language: str = "en"
