"""Two editions held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.editions.manifest import Manifest
from generator.editions.matching import matched
from generator.model.changes import Change, Comparison, What
from generator.model.inventory import Item, ItemKind


def compare(old: Manifest, new: Manifest) -> Comparison:
    """What the newer edition says otherwise, kind by kind; the same for the same two, in any case.

    A statement that is the text of another item, such as a figure, is told with that item alone.
    """
    pages = matched(old.of(ItemKind.PAGE), new.of(ItemKind.PAGE))
    titles = {change.item.id: change.item.label for change in pages}
    standing = [change for change in pages if change.before and change.after]
    changes = (change for kind in ItemKind for change in _changes(old, new, kind))
    return Comparison(
        before=old.as_of,
        after=new.as_of,
        changes=tuple(_told_once(changes)),
        pages=tuple(sorted(change.item.id for change in standing if _differs(change))),
        standing=frozenset(change.item.id for change in standing),
        titles=tuple(sorted(titles.items())),
        language=new.language,
    )


def _told_once(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes without the pages that come and go with a source or a talk round, which is told already.

    The deck of such a page says what the source is about, whose own text is its title.
    """
    changes = list(changes)
    decks = {(c.what, c.item.id): c.item.text for c in changes if c.kind is ItemKind.PAGE}
    owned = {
        (c.what, c.item.addresses[0]) for c in changes if c.kind is not ItemKind.PAGE and c.item.addresses
    }
    for change in changes:
        key = (change.what, change.item.addresses[0] if change.item.addresses else "")
        if change.kind is ItemKind.SOURCE and key in decks:
            yield Change(_about(change.before, decks[key]), _about(change.after, decks[key]))
        elif change.kind is not ItemKind.PAGE or key not in owned:
            yield change


def _about(source: Item | None, deck: str) -> Item | None:
    return replace(source, text=deck) if source else None


def _changes(old: Manifest, new: Manifest, kind: ItemKind) -> Iterator[Change]:
    before = [item for item in old.of(kind) if item.part_of is None]
    after = [item for item in new.of(kind) if item.part_of is None]
    for change in matched(before, after):
        is_new_version = kind is ItemKind.PAGE and change.what is What.CHANGED
        if _differs(change) and not is_new_version:
            yield change


def _differs(change: Change) -> bool:
    if change.before is None or change.after is None:
        return True
    return _said(change.before) != _said(change.after)


def _said(item: Item) -> Item:
    """The item without its id and its addresses, which tell nothing to a reader.

    Nor is it a change that earlier manifests took a section called “Result” for a conclusion.

    A deadline is called by what is due, which has a change of its own.
    """
    label = "" if item.kind is ItemKind.DEADLINE else item.label
    proofs = tuple(sorted(item.proofs, key=lambda proof: (proof.source, proof.anchor)))
    return replace(item, id="", label=label, addresses=(), proofs=proofs, concludes=False)
