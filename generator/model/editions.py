"""Editions beside each other: what one holds, item by item, and what differs from another.

A release records what it changed for readers, and the addresses that it promised to keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.dates import Date, PartialDate
from generator.model.evidence import Voice
from generator.model.keys import DetailKey, Part
from generator.model.text import SourceId, Text
from generator.model.values import digest_of

_PARTS: Mapping[Part, str] = {
    Part.WHERE_THINGS_STAND: "Where things stand",
    Part.BOTTOM_LINE: "Bottom line",
    Part.WHY_IT_MATTERS: "Why it matters",
    Part.HOW_IT_CAME_TO_THIS: "How it came to this",
    Part.AGREED_AND_OPEN: "Agreed and open",
    Part.WHAT_TO_WATCH: "What to watch",
    Part.NARRATIVE: "In a paragraph",
    Part.KEY_POINTS: "Key points",
    Part.STATE_OF_PLAY: "State of play",
    Part.NOT_KNOWN: "What is not known",
    Part.SECTION: "{}",
    Part.ANSWER: "{}",
    Part.EVENT: "Event",
    Part.RESULT: "Result",
    Part.PRESENCE: "Presence of {}",
    Part.AGENDA: "Agenda",
    Part.POSITION: "Position of {}",
    Part.AGREED: "Agreed",
    Part.NOT_AGREED: "Not agreed",
    Part.UNCLEAR: "Unclear",
    Part.ACCOUNT: "Account",
    Part.COMMITMENT: "Commitment",
    Part.SETTLEMENT: "Outcome of a commitment",
    Part.FIGURE: "Figure",
    Part.DEFINITION: "Definition",
    Part.ROLE: "Role",
    Part.SAID: "Said",
    Part.PROBLEM: "Note on the source",
}

Value = str | Date
"""A detail: text that an author wrote, a key, names, the part of a statement, or a date."""


class ItemKind(StrEnum):
    """The kinds of item, in the order in which a comparison tells them."""

    STATEMENT = "statement"
    FIGURE = "figure"
    EVENT = "event"
    COMMITMENT = "commitment"
    DEADLINE = "deadline"
    ROLE = "role"
    DISAGREEMENT = "disagreement"
    SOURCE = "source"
    PAGE = "page"


class Names(str):
    """Names that belong together, in their order, and the ids of what has them; as text, with commas."""

    __slots__ = ("ids", "names")
    names: tuple[str, ...]
    ids: tuple[str, ...]

    def __new__(cls, names: Iterable[str], ids: Iterable[str] = ()) -> Names:
        """The names, in this order; ids in the same, or none where what is named has none."""
        listed = tuple(names)
        made = super().__new__(cls, ", ".join(listed))
        made.names, made.ids = listed, tuple(ids)
        return made


class Named(str):
    """The name of one thing, and its id; as text, the name."""

    __slots__ = ("id",)
    id: str

    def __new__(cls, name: str, of: str) -> Named:
        """The name of what has an id."""
        made = super().__new__(cls, name)
        made.id = of
        return made


class Played(str):
    """The part that a statement plays, and what tells it from others that play it; as text, as in a manifest.

    The words of a manifest are its own: whatever language a site speaks, they stay as they are.
    """

    __slots__ = ("named", "part")
    part: Part
    named: str | None

    def __new__(cls, part: Part, named: str | None = None) -> Played:
        """The part; `named` where several of an owner play it."""
        made = super().__new__(cls, _PARTS[part].format(named))
        made.part, made.named = part, named
        return made

    @classmethod
    def read(cls, text: str) -> Played:
        """The part that a manifest writes so; what is none of ours is a section of an author's own."""
        for part, written in _PARTS.items():
            start, _, named = written.partition("{")
            if start == text and not named:
                return cls(part)
            if start and named and text.startswith(start):
                return cls(part, text.removeprefix(start))
        return cls(Part.SECTION, text)


class Unstated(StrEnum):
    """A value that no source states."""

    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that prove an item: their source, the words, their anchor on the page of the source.

    `voice` is whose words they are: the article's, or ours that sum it up; `printed` are words of the article
    that are cited besides.
    """

    source: SourceId
    exact: str
    anchor: str
    voice: Voice
    printed: str | None = None

    def record(self) -> dict[str, str]:
        """The proof as a manifest writes it."""
        record = {
            "source": self.source,
            "exact": self.exact,
            "anchor": self.anchor,
            "voice": self.voice.value,
        }
        return record | ({"printed": self.printed} if self.printed else {})

    def quotation(self) -> str | None:
        """What of it an article prints; None if it is our summary alone."""
        return self.exact if self.voice is Voice.ARTICLE else self.printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that an edition holds; `id` is unique among the items of a kind.

    `label` says what it is about, `text` what is said, `details` are named values such as dates. `reason`
    marks what is the editor's own. `addresses` are where it stands on the site, `page#anchor`. A statement
    that is the text of another item names it in `part_of`. `concludes` marks bottom lines, key points and
    results. `bases` tell of values by their field on what they rest that no citation gives as they are; they
    explain and are not compared.
    """

    kind: ItemKind
    id: str
    label: str
    text: str
    details: tuple[tuple[DetailKey, Value], ...] = ()
    proofs: tuple[Proof, ...] = ()
    reason: str | None = None
    addresses: tuple[str, ...] = ()
    part_of: str | None = None
    concludes: bool = False
    bases: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def checksum(self) -> str:
        """A digest of what it says and of its proof, wherever it stands."""
        details = tuple(self.written().items())
        return digest_of(self.kind, self.id, self.label, self.text, details, self.proofs, self.reason)

    def written(self) -> dict[str, str]:
        """The details as text: dates in EDTF, keys as they are, lists with commas."""
        return {str(key): str(value) for key, value in self.details}

    def record(self) -> dict[str, str | list[str]]:
        """The details as a manifest writes them: the same, with names that belong together as a list."""
        return {
            str(key): list(value.names) if isinstance(value, Names) else str(value)
            for key, value in self.details
        }

    def ids(self) -> dict[str, str | list[str]]:
        """The ids of what the details name, by their keys."""
        named = {str(key): value for key, value in self.details}
        several: dict[str, str | list[str]] = {
            key: list(value.ids) for key, value in named.items() if isinstance(value, Names) and value.ids
        }
        return several | {key: value.id for key, value in named.items() if isinstance(value, Named)}

    def part(self) -> Part | None:
        """The part that a statement plays."""
        played = dict(self.details).get(DetailKey.PART)
        return played.part if isinstance(played, Played) else None

    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that it stands on, each once."""
        return tuple(dict.fromkeys(each.partition("#")[0] for each in self.addresses))


IN_ORDER = (
    ItemKind.SOURCE,
    ItemKind.STATEMENT,
    ItemKind.FIGURE,
    ItemKind.EVENT,
    ItemKind.COMMITMENT,
    ItemKind.DEADLINE,
    ItemKind.ROLE,
    ItemKind.DISAGREEMENT,
    ItemKind.PAGE,
)
"""The kinds in the order in which their changes are told, after those of conclusions of any kind."""


class What(StrEnum):
    """What became of an item from one edition to the next."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Detail:
    """A named value that is another now; None where there is none."""

    key: DetailKey
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class Change:
    """One item that is not the same in both editions: `before` in the old one, `after` in the new one."""

    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The item as it is now, or as it was last."""
        item = self.after or self.before
        if item is None:
            raise ValueError("a change needs an item")
        return item

    @property
    def kind(self) -> ItemKind:
        """The kind of the item."""
        return self.item.kind

    @property
    def what(self) -> What:
        """What became of it."""
        if self.before is None:
            return What.ADDED
        return What.WITHDRAWN if self.after is None else What.CHANGED

    def details(self) -> tuple[Detail, ...]:
        """The named values that differ, if the item is in both."""
        if self.before is None or self.after is None:
            return ()
        old, new = dict(self.before.details), dict(self.after.details)
        keys = sorted(old.keys() | new.keys())
        return tuple(Detail(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key))

    def concludes(self) -> bool:
        """Whether it is about a bottom line, a key point or a result, before or now."""
        return any(item.concludes for item in (self.before, self.after) if item)

    def reads_otherwise(self) -> bool:
        """Whether it says something else now, or is new or gone: not only other proof or another value."""
        return self.before is None or self.after is None or self.before.text != self.after.text

    def lost(self) -> tuple[Proof, ...]:
        """The words that proved it before, of sources that do not prove it any more, if fewer do than did."""
        if self.before is None or self.after is None:
            return ()
        before, after = ({proof.source for proof in each.proofs} for each in (self.before, self.after))
        gone = before - after
        return tuple(
            proof for proof in self.before.proofs if proof.source in gone and len(after) < len(before)
        )

    def proofs_gone(self) -> tuple[Proof, ...]:
        """The quotations that proved it before and do not now, if it is still there."""
        return _without(self.before, self.after)

    def proofs_come(self) -> tuple[Proof, ...]:
        """The quotations that prove it now and did not before, if it was there."""
        return _without(self.after, self.before)

    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that it concerns, in the old edition and in the new one."""
        both = (page for item in (self.after, self.before) if item for page in item.pages())
        return tuple(sorted(set(both)))


def _without(one: Item | None, other: Item | None) -> tuple[Proof, ...]:
    if one is None or other is None:
        return ()
    shared = {_words(proof) for proof in other.proofs}
    return tuple(proof for proof in one.proofs if _words(proof) not in shared)


def _words(proof: Proof) -> tuple[str, str, str | None]:
    return proof.source, proof.exact, proof.printed


@dataclass(frozen=True, slots=True)
class Comparison:
    """An older and a newer edition: their days, and what differs, kind by kind.

    `language` is that of our words in the newer one. `titles` name the pages of both; `standing` are the
    paths of those that both have, `pages` those of them that say something else now.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    pages: tuple[str, ...]
    standing: frozenset[str]
    titles: tuple[tuple[str, str], ...]
    language: str

    def of(self, kind: ItemKind) -> tuple[Change, ...]:
        """The changes of a kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    def conclusions(self) -> tuple[Change, ...]:
        """The bottom lines, key points and results that say something else now."""
        return tuple(each for each in self.changes if each.concludes() and each.reads_otherwise())

    def other_pages(self) -> tuple[str, ...]:
        """The pages that read otherwise because they show a change whose own pages are others."""
        own = {page for change in self.changes for page in change.pages()}
        return tuple(page for page in self.pages if page not in own)

    def new_disagreements(self) -> tuple[Change, ...]:
        """The points on which sources differ now and did not before."""
        return tuple(c for c in self.of(ItemKind.DISAGREEMENT) if c.what is What.ADDED)

    def lost_support(self) -> tuple[Change, ...]:
        """The statements and values that fewer sources prove than before."""
        return tuple(change for change in self.changes if change.lost())


class Importance(StrEnum):
    """How much an edition means to readers; a correction mends what was wrong."""

    MAJOR = "major"
    MINOR = "minor"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class ReleasedChange:
    """One item that an edition changed, in both wordings; `addresses` are where it stands, `page#anchor`.

    `sources` proved it then, or before if it was withdrawn; editions of earlier versions do not tell them.
    """

    what: What
    kind: ItemKind
    label: str
    before: str | None
    after: str | None
    remarks: tuple[str, ...]
    addresses: tuple[str, ...]
    concludes: bool
    sources: tuple[str, ...] = ()

    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that it concerns, each once."""
        return tuple(dict.fromkeys(each.partition("#")[0] for each in self.addresses))

    def reads_otherwise(self) -> bool:
        """Whether words changed, not only proof or another value."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Stood:
    """What an edition said, and where: an address that is no more leads to one that is, or to the words."""

    said: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One released edition: the day for which it speaks, the day on which it came out, what it changed.

    `addresses` are the pages and anchors that it was the first to have, `moved` what it says as before, but
    not everywhere where the edition before it did.
    """

    id: str
    as_of: PartialDate
    date: PartialDate
    importance: Importance
    note: str | None
    fingerprint: str
    changes: tuple[ReleasedChange, ...]
    addresses: tuple[Text, ...]
    moved: tuple[Stood, ...] = ()

    def concludes_otherwise(self) -> bool:
        """Whether a bottom line, key point or result said something else from then on."""
        return any(change.concludes and change.reads_otherwise() for change in self.changes)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that is no more, and where what stood there went."""

    old: Text
    new: Text


def in_time(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    """The releases, the oldest first."""
    return tuple(sorted(releases, key=lambda each: (each.date.latest(), len(each.id), each.id)))
