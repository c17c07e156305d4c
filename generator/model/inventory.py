"""What an edition holds, item by item: enough to compare two editions without building either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import Date
from generator.model.digests import digest_of
from generator.model.identifiers import SourceId
from generator.model.keys import DetailKey, Part


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
    """Names that belong together, in their order; as text, what a manifest writes for them."""

    __slots__ = ("names",)
    names: tuple[str, ...]

    def __new__(cls, names: Iterable[str]) -> Names:
        """The names, in this order."""
        listed = tuple(names)
        made = super().__new__(cls, ", ".join(listed))
        made.names = listed
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


_PARTS: Mapping[Part, str] = {
    Part.BOTTOM_LINE: "Bottom line",
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
    Part.FIGURE: "Figure",
    Part.DEFINITION: "Definition",
    Part.ROLE: "Role",
    Part.SAID: "Said",
    Part.PROBLEM: "Note on the source",
}


class Unstated(StrEnum):
    """A value that no source states."""

    UNKNOWN = "unknown"


Value = str | Date
"""A detail: text that an author wrote, a key, names, the part of a statement, or a date."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that prove an item: their source, the words, their anchor on the page of the source."""

    source: SourceId
    exact: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that an edition holds; `id` is unique among the items of a kind.

    `label` says what it is about, `text` what is said, `details` are named values such as dates. `reason`
    marks what is the editor's own. `addresses` are where it stands on the site, `page#anchor`. A statement
    that is the text of another item names it in `part_of`. `concludes` marks bottom lines, key points and
    results.
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

    def checksum(self) -> str:
        """A digest of what it says and of its proof, wherever it stands."""
        details = tuple(self.written().items())
        return digest_of(self.kind, self.id, self.label, self.text, details, self.proofs, self.reason)

    def written(self) -> dict[str, str]:
        """The details as a manifest writes them: dates in EDTF, keys as they are, lists with commas."""
        return {str(key): str(value) for key, value in self.details}

    def part(self) -> Part | None:
        """The part that a statement plays."""
        played = dict(self.details).get(DetailKey.PART)
        return played.part if isinstance(played, Played) else None

    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that it stands on, each once."""
        return tuple(dict.fromkeys(each.partition("#")[0] for each in self.addresses))
