"""What an edition says, in which order, on which page: sections of blocks, pages, feeds. No markup."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.answers import Answer
from generator.model.blocks import Block
from generator.model.dates import Date, PartialDate
from generator.model.editions import Item, What
from generator.model.evidence import Evidence
from generator.model.keys import SectionKey
from generator.model.kinds import Kind
from generator.model.knowledge import Knowledge, Thing
from generator.model.publishers import Publisher
from generator.model.runs import Added, Link, Plain, Quoted, Removed, Summarised, Target
from generator.model.sources import CslItem
from generator.model.tables import Filled


@dataclass(frozen=True, slots=True)
class FeedChange:
    """One change as a feed tells it: what became of what, its words old and new, what else is to be said.

    `target` is a page where it can be read, if there still is one; `sources` are those that proved it then.
    """

    lead: str
    words: tuple[Plain | Removed | Added, ...]
    remarks: tuple[str, ...]
    target: Target | None
    sources: tuple[Link, ...] = ()

    def before(self) -> str:
        """The words as they were; empty if there were none."""
        return "".join(run.text for run in self.words if not isinstance(run, Added))

    def after(self) -> str:
        """The words as they are; empty if there are none any more."""
        return "".join(run.text for run in self.words if not isinstance(run, Removed))


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One edition as a feed tells it: `id` is a URN for ever, `told` what it is, in plain words."""

    id: str
    title: str
    target: Target
    date: PartialDate
    told: tuple[str, ...]
    changes: tuple[FeedChange, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What changed on the whole site, or on one page; `path` is without suffix, newest entry first."""

    path: str
    id: str
    title: str
    target: Target
    updated: PartialDate
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that can be made; `key` stands for all that decides its bytes.

    The same program makes the same bytes of files with equal keys, so one that is there already need not be
    made again.
    """

    key: str
    make: Callable[[], bytes]

    @classmethod
    def of(cls, content: bytes) -> SiteFile:
        """A file that is made already."""
        return cls(hashlib.sha256(content).hexdigest(), lambda: content)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; the first section of a page may have none.

    A long one may be folded: on the screen `fold` says what it holds, until a reader opens it. Or, in
    `folds`, what stands below some of its headings is, each by the heading's anchor.
    """

    key: SectionKey
    anchor: str | None
    heading: str | None
    blocks: tuple[Block, ...]
    fold: str | None = None
    folds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteLine:
    """Words that a note shows, and `where` they stand: “¶ 8”. Of a summary, that it is ours, and of what.

    `at` are the paragraphs of the article alone; empty if they are not known.
    """

    words: Quoted | Summarised
    where: str
    at: str


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: the proof of what carries its number, and how it is shown.

    `source_label` is what notes call the source, `reference` names it in full.
    """

    number: int
    evidence: Evidence
    lines: tuple[NoteLine, ...]
    source_label: str
    reference: str
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
    MARKDOWN = "markdown"
    WORD = "word"
    DOSSIER_WORD = "dossier word"
    DOSSIER_EPUB = "dossier epub"
    TABLES = "tables"
    DATABASE = "database"
    MANIFEST = "manifest"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a page, such as a calendar entry: what it is, and its path from the page."""

    kind: AttachmentKind
    path: str


@dataclass(frozen=True, slots=True)
class Since:
    """What the latest edition changed on a page: since which edition, where all of it is told.

    `statements` are those that are new or read otherwise, by their anchors.
    """

    edition: str
    target: Target
    statements: tuple[tuple[str, What], ...]


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
    since: Since | None = None
    is_fed: bool = False


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the navigation: a page, or a group of them."""

    label: str
    page: str | None
    items: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A dated happening for calendars (RFC 5545), all-day; `name` is its own on this site.

    `target` is where the site tells of it. `is_tentative` if it is planned or expected only, or its day is
    not exact. `revision` counts the released editions that changed it.
    """

    name: str
    title: str
    date: Date
    place: str | None
    description: str
    target: Target
    category: str
    is_tentative: bool
    revision: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """A file for calendars: its path from the root of the site, and the page that it belongs to."""

    path: str
    title: str
    target: Target
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the site, our words in `language`.

    `languages` are names in another script, each with its own (BCP 47). `answers` are for the search.
    `seed` tells the site from all others, whatever becomes of its name and address.
    """

    site_name: str
    as_of: PartialDate
    fingerprint: str
    pages: tuple[Page, ...]
    navigation: tuple[NavItem, ...]
    calendars: tuple[Calendar, ...]
    bibliography: tuple[CslItem, ...]
    inventory: tuple[Item, ...] = ()
    feeds: tuple[Feed, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    answers: tuple[Answer, ...] = ()
    publisher: Publisher | None = None
    knowledge: Knowledge | None = None
    seed: str = ""
    tables: tuple[Filled, ...] = ()
