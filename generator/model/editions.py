"""What differs between two editions: items that came, changed or were withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.inventory import Item, ItemKind, Proof, Value
from generator.model.keys import DetailKey

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
    shared = {(proof.source, proof.exact) for proof in other.proofs}
    return tuple(proof for proof in one.proofs if (proof.source, proof.exact) not in shared)


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
