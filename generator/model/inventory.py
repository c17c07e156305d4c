"""What an edition holds, item by item: enough to compare two editions without building either."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.digests import digest_of
from generator.model.identifiers import SourceId


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
    marks what is the editor's own. `places` are addresses on the site, `page#anchor`. A statement that is
    the text of another item names it in `part_of`. `concludes` marks bottom lines, key points and results.
    """

    kind: ItemKind
    id: str
    label: str
    text: str
    details: tuple[tuple[str, str], ...] = ()
    proofs: tuple[Proof, ...] = ()
    reason: str | None = None
    places: tuple[str, ...] = ()
    part_of: str | None = None
    concludes: bool = False

    def checksum(self) -> str:
        """A digest of what it says and of its proof, wherever it stands."""
        return digest_of(self.kind, self.id, self.label, self.text, self.details, self.proofs, self.reason)

    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that it stands on, each once."""
        return tuple(dict.fromkeys(place.partition("#")[0] for place in self.places))
