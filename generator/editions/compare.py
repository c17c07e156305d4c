"""Two editions held against each other: which item is which, and what differs."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.editions.manifest import Manifest
from generator.model.editions import Change, Comparison, Item, ItemKind, What
from generator.model.keys import Part
from generator.text.redline import shared_words

# So many words an item shares with what it was mended to. Of 336 pairs of different statements that stand
# side by side in our two subjects one has as many; letters, at 0.6, took 70 of them for one that was mended.
ALIKE = 0.5
# What has an id that an author gave it is another item if that id is another.
NAMED = frozenset({ItemKind.EVENT, ItemKind.SOURCE, ItemKind.PAGE, ItemKind.COMMITMENT, ItemKind.DEADLINE})

# Of these an entry or a talk round has one, so it is the same one however it reads.
ONCE = frozenset({Part.DEFINITION, Part.RESULT})


def matched(old: Sequence[Item], new: Sequence[Item]) -> list[Change]:
    """All items of one kind in pairs: those alone have no partner. In the order of the new edition."""
    pairs: dict[int, Item] = {}
    left_old, left_new = list(old), list(new)
    for key in (_id_and_text, _label_and_text, _id, _only_part):
        left_old, left_new = _by(key, left_old, left_new, pairs)
    if left_new and left_new[0].kind not in NAMED:
        left_old = _by_likeness(left_old, left_new, pairs)
    return [
        *(Change(pairs.get(id(item)), item) for item in new),
        *(Change(item, None) for item in left_old),
    ]


def _id_and_text(item: Item) -> Hashable:
    return (item.id, item.text, item.label)


def _label_and_text(item: Item) -> Hashable:
    return item.id if item.kind in NAMED else (item.label, item.text, item.details)


def _id(item: Item) -> Hashable:
    return item.id


def _only_part(item: Item) -> Hashable:
    return (item.label, item.part()) if item.part() in ONCE else None


def _by(
    key: Callable[[Item], Hashable], old: list[Item], new: list[Item], pairs: dict[int, Item]
) -> tuple[list[Item], list[Item]]:
    waiting: dict[Hashable, list[Item]] = {}
    for item in old:
        waiting.setdefault(key(item), []).append(item)
    lonely = []
    for item in new:
        found = waiting.get(key(item)) if key(item) is not None else None
        if found:
            pairs[id(item)] = found.pop(0)
        else:
            lonely.append(item)
    taken = {id(item) for item in pairs.values()}
    return [item for item in old if id(item) not in taken], lonely


def _by_likeness(old: list[Item], new: Iterable[Item], pairs: dict[int, Item]) -> list[Item]:
    """The most alike first; of these those that play the same part, then by the order in which they stand."""
    candidates = sorted(
        (
            (-alike, _part(before) != _part(after), place, at, before, after)
            for place, after in enumerate(new)
            for at, before in enumerate(old)
            if (alike := likeness(before, after)) >= ALIKE
        ),
        key=lambda each: each[:4],
    )
    taken: set[int] = set()
    for *_, before, after in candidates:
        if id(before) not in taken and id(after) not in pairs:
            pairs[id(after)] = before
            taken.add(id(before))
    return [item for item in old if id(item) not in taken]


def _part(item: Item) -> Hashable:
    return item.label, item.details


def likeness(old: Item, new: Item) -> float:
    """From 0 to 1: how many words two items share.

    A figure and a role say little in words, so their proof counts as well; but both are about one measurand,
    or one person, only. The proof of a statement does not count: one passage may prove several.
    """
    if old.kind not in (ItemKind.FIGURE, ItemKind.ROLE):
        return shared_words(old.text, new.text)
    if old.label != new.label:
        return 0.0
    return max(shared_words(old.text, new.text), shared_words(_words(old), _words(new)))


def _words(item: Item) -> str:
    return " ".join(f"{proof.source} {proof.exact}" for proof in item.proofs)


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
