"""Every kind of page, a record each: what all stages ask instead of switching on a kind.

A record has all its properties, none with a default, so one that is left out is an error at start. What is a
function of a stage stands in a table of that stage which has every kind: `for_every_kind` sees to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.model.entries import Entry, EntryKind

V = TypeVar("V")
ID = "{id}"


class Subject(StrEnum):
    """What the id in the address of a page names."""

    TOPIC = "an entry with its briefing"
    ENTRY = "an entry"
    EVENT = "an event"
    SOURCE = "a source"
    NONE = "nothing"


class Anchors(StrEnum):
    """What the anchors of the items on a page name."""

    ENTRIES = "entries"
    EVENTS = "events and their commitments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the names in addresses mean: the id of a page, which entries have one, the anchors on it."""

    subject: Subject
    entries: EntryKind | None
    anchors: Anchors


class Navigation(StrEnum):
    """Where a kind stands in the navigation, whose groups have the kinds in the order of their table."""

    FIRST = "before all others"
    ALWAYS = "always"
    IN_GROUP = "with its index"
    NEVER = "never"


class MenuGroup(StrEnum):
    """What readers come for: the groups of the navigation, in their order."""

    READ = "read"
    LOOK_UP = "look up"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """Where a kind stands in the navigation; an index `lists` the pages of another kind, perhaps by side.

    `group` has its line; what is in no group stands before them all.
    """

    group: MenuGroup | None
    position: Navigation
    lists: Kind | None
    by_side: bool


class MainEntity(StrEnum):
    """What a page is about for schema.org."""

    THING = "the thing that it describes"
    SOURCE = "its source"
    ITEM_LIST = "all things that it describes, as a list"
    TERM_SET = "all terms that it describes, as a set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """What schema.org calls a page, and what it is about.

    `claims`: its statements are told as claims; pages without repeat those of others.
    """

    type: str
    about: MainEntity
    claims: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How it is looked for.

    `weight` is that in the search, 1 as a rule; None keeps it out. `group` is where its own group stands on
    the find page; None if it has none.
    """

    weight: float | None
    group: int | None


class Fed(StrEnum):
    """Which of its pages have a feed of their own."""

    ALWAYS = "each"
    CHANGED = "each that an edition after the first changed"
    NEVER = "none"


class ChapterForm(StrEnum):
    """How a chapter of the dossier is made of an index, or of a page that stands alone."""

    PAGES = "a part for each page that the index lists"
    SECTIONS = "a part for each section"
    FIGURES = "a part for each section, its figures in one table"
    SOURCES = "a part for each source: what is known of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of the dossier: its position among them, and how it is made.

    `opens`: the tables of the index stand before the parts. `listed`: the contents name its parts.
    `counted`: the cover tells how many parts it has. `numbered`: its parts have numbers.
    """

    order: int
    form: ChapterForm
    opens: bool
    listed: bool
    counted: bool
    numbered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page.

    Attributes:
        key: its stable name, in data and manifests.
        address: the path of its page, without suffix; of its pages, with `{id}`.
        names: what the names in its addresses mean.
        menu: its group and position in the navigation, and what it is the index of.
        schema: what schema.org calls it.
        open_graph: its type for those who show links to it.
        search: how it is looked for.
        fed: whether its pages have feeds of their own.
        is_collection: it repeats what other pages say, so what it uses is told after theirs, or not.
        is_current: it tells how things stand on the day of the edition, so it is as new as that.
        owner_rank: which page owns a statement that several show: the least; None if it never does.
        paper: how many pages its form on paper has; None if it is not printed by itself.
        offers_dossier: a reader looks there for the whole edition as a book.
        chapter: the chapter that it makes in the dossier.

    """

    key: str
    address: str
    names: Names
    menu: Menu
    schema: Schema
    open_graph: str
    search: Search
    fed: Fed
    is_collection: bool
    is_current: bool
    owner_rank: int | None
    paper: int | None
    offers_dossier: bool
    chapter: Chapter | None

    @property
    def has_ids(self) -> bool:
        """Whether there is a page of this kind for each of many things, by their ids."""
        return ID in self.address

    @property
    def label(self) -> str:
        """The key of the words that tell readers what such a page is."""
        return f"kind.{self.key.replace(' ', '-')}.label"

    @property
    def is_first(self) -> bool:
        """Whether it is the page that readers of the site come to first."""
        return self.menu.position is Navigation.FIRST

    @property
    def defines_terms(self) -> bool:
        """Whether it is where terms are defined."""
        return self.schema.about is MainEntity.TERM_SET

    @property
    def slug(self) -> str:
        """Its key as a part of the keys of words."""
        return self.key.replace(" ", "-")

    def path(self, name: str = "") -> str:
        """The path of the page, of what has this id. Raises ValueError if it wants an id, or wants none."""
        if bool(name) != self.has_ids:
            raise ValueError(f"the address of a page of kind {self.key} is {self.address}, not for {name!r}")
        return self.address.replace(ID, name)

    def id_of(self, path: str) -> str:
        """The id in the path of one of its pages; empty if they have none."""
        return path.removeprefix(self.address.removesuffix(ID)) if self.has_ids else ""


class Kinds:
    """All kinds of page, in the order of the navigation."""

    home = Kind(
        key="home",
        address="index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.FIRST, lists=None, by_side=False),
        schema=Schema(type="WebPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=0.5, group=None),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=True,
        owner_rank=None,
        paper=None,
        offers_dossier=True,
        chapter=None,
    )
    find = Kind(
        key="find",
        address="find",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.LOOK_UP, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=None, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=None,
    )
    topic = Kind(
        key="topic briefing",
        address="briefings/{id}",
        names=Names(subject=Subject.TOPIC, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.IN_GROUP, lists=None, by_side=False),
        schema=Schema(type="Article", about=MainEntity.THING, claims=True),
        open_graph="article",
        search=Search(weight=4, group=1),
        fed=Fed.ALWAYS,
        is_collection=False,
        is_current=False,
        owner_rank=3,
        paper=2,
        offers_dossier=False,
        chapter=None,
    )
    topics = Kind(
        key="topic briefings",
        address="briefings/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.READ, position=Navigation.ALWAYS, lists=topic, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=10, form=ChapterForm.PAGES, opens=False, listed=True, counted=True, numbered=True
        ),
    )
    round = Kind(
        key="talk round",
        address="rounds/{id}",
        names=Names(subject=Subject.EVENT, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.IN_GROUP, lists=None, by_side=False),
        schema=Schema(type="Article", about=MainEntity.THING, claims=True),
        open_graph="article",
        search=Search(weight=4, group=2),
        fed=Fed.ALWAYS,
        is_collection=False,
        is_current=False,
        owner_rank=2,
        paper=2,
        offers_dossier=False,
        chapter=None,
    )
    rounds = Kind(
        key="talk rounds",
        address="rounds/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.READ, position=Navigation.ALWAYS, lists=round, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=True,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=20, form=ChapterForm.PAGES, opens=True, listed=True, counted=True, numbered=True
        ),
    )
    side = Kind(
        key="side",
        address="sides/{id}",
        names=Names(subject=Subject.ENTRY, entries=EntryKind.SIDE, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.IN_GROUP, lists=None, by_side=False),
        schema=Schema(type="ProfilePage", about=MainEntity.THING, claims=False),
        open_graph="profile",
        search=Search(weight=1, group=3),
        fed=Fed.ALWAYS,
        is_collection=True,
        is_current=True,
        owner_rank=None,
        paper=2,
        offers_dossier=False,
        chapter=None,
    )
    sides = Kind(
        key="sides",
        address="sides/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.READ, position=Navigation.ALWAYS, lists=side, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=True,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=30, form=ChapterForm.PAGES, opens=False, listed=True, counted=True, numbered=True
        ),
    )
    person = Kind(
        key="person",
        address="people/{id}",
        names=Names(subject=Subject.ENTRY, entries=EntryKind.PERSON, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.IN_GROUP, lists=None, by_side=False),
        schema=Schema(type="ProfilePage", about=MainEntity.THING, claims=True),
        open_graph="profile",
        search=Search(weight=4, group=4),
        fed=Fed.CHANGED,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=1,
        offers_dossier=False,
        chapter=None,
    )
    people = Kind(
        key="people",
        address="people/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.LOOK_UP, position=Navigation.ALWAYS, lists=person, by_side=True),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=40, form=ChapterForm.PAGES, opens=True, listed=True, counted=True, numbered=True
        ),
    )
    organisation = Kind(
        key="organisation",
        address="organisations/{id}",
        names=Names(subject=Subject.ENTRY, entries=EntryKind.ORGANISATION, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.NEVER, lists=None, by_side=False),
        schema=Schema(type="ProfilePage", about=MainEntity.THING, claims=False),
        open_graph="profile",
        search=Search(weight=0.5, group=5),
        fed=Fed.CHANGED,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=1,
        offers_dossier=False,
        chapter=None,
    )
    organisations = Kind(
        key="organisations",
        address="organisations/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.LOOK_UP, position=Navigation.ALWAYS, lists=organisation, by_side=True),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=50, form=ChapterForm.PAGES, opens=False, listed=True, counted=True, numbered=True
        ),
    )
    timeline = Kind(
        key="timeline",
        address="timeline",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.EVENTS),
        menu=Menu(group=MenuGroup.READ, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=2, group=6),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=True,
        owner_rank=1,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=60, form=ChapterForm.SECTIONS, opens=False, listed=False, counted=False, numbered=True
        ),
    )
    figures = Kind(
        key="figures",
        address="figures",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.LOOK_UP, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=2, group=8),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=70, form=ChapterForm.FIGURES, opens=False, listed=True, counted=False, numbered=True
        ),
    )
    commitments = Kind(
        key="commitments",
        address="commitments",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.EVENTS),
        menu=Menu(group=MenuGroup.LOOK_UP, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=2, group=7),
        fed=Fed.NEVER,
        is_collection=True,
        is_current=True,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=90, form=ChapterForm.SECTIONS, opens=False, listed=True, counted=False, numbered=True
        ),
    )
    disagreements = Kind(
        key="disagreements",
        address="disagreements",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.CHECK, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="Article", about=MainEntity.ITEM_LIST, claims=True),
        open_graph="website",
        search=Search(weight=0.5, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=80, form=ChapterForm.SECTIONS, opens=False, listed=True, counted=False, numbered=True
        ),
    )
    glossary = Kind(
        key="glossary",
        address="glossary",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.LOOK_UP, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="WebPage", about=MainEntity.TERM_SET, claims=False),
        open_graph="website",
        search=Search(weight=3, group=9),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=100, form=ChapterForm.SECTIONS, opens=False, listed=False, counted=False, numbered=False
        ),
    )
    source = Kind(
        key="source",
        address="sources/{id}",
        names=Names(subject=Subject.SOURCE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.NEVER, lists=None, by_side=False),
        schema=Schema(type="ItemPage", about=MainEntity.SOURCE, claims=False),
        open_graph="website",
        search=Search(weight=0.3, group=10),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=None,
    )
    sources = Kind(
        key="sources",
        address="sources/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.CHECK, position=Navigation.ALWAYS, lists=source, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=Chapter(
            order=110, form=ChapterForm.SOURCES, opens=False, listed=True, counted=True, numbered=True
        ),
    )
    coverage = Kind(
        key="coverage",
        address="coverage",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.CHECK, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=0.2, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=None,
    )
    single_source = Kind(
        key="single source",
        address="single-source",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=None, position=Navigation.NEVER, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=0.2, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=None,
    )
    editions = Kind(
        key="editions",
        address="editions/index",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.CHECK, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="CollectionPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=False,
        chapter=None,
    )
    about = Kind(
        key="about",
        address="about",
        names=Names(subject=Subject.NONE, entries=None, anchors=Anchors.ENTRIES),
        menu=Menu(group=MenuGroup.CHECK, position=Navigation.ALWAYS, lists=None, by_side=False),
        schema=Schema(type="AboutPage", about=MainEntity.ITEM_LIST, claims=False),
        open_graph="website",
        search=Search(weight=1, group=None),
        fed=Fed.NEVER,
        is_collection=False,
        is_current=False,
        owner_rank=None,
        paper=None,
        offers_dossier=True,
        chapter=Chapter(
            order=120, form=ChapterForm.SECTIONS, opens=False, listed=False, counted=False, numbered=True
        ),
    )

    def __iter__(self) -> Iterator[Kind]:
        """Each kind, in order."""
        return (kind for kind in vars(Kinds).values() if isinstance(kind, Kind))


KINDS = Kinds()


def for_every_kind(table: Mapping[Kind, V]) -> Mapping[Kind, V]:
    """The table as it is. Raises ValueError if it lacks a kind."""
    lacking = [kind.key for kind in KINDS if kind not in table]
    if lacking:
        raise ValueError(f"nothing is said for pages of kind {', '.join(lacking)}")
    return table


def page_of(entry: Entry) -> str | None:
    """The path of the page that an entry has to itself; None if only the glossary has it."""
    own = next((kind for kind in KINDS if kind.names.entries is entry.kind), None)
    if own is None and entry.briefing:
        own = KINDS.topic
    return own.path(entry.id) if own else None
