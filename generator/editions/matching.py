"""Which item of a newer edition is which of an older one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from rapidfuzz import fuzz

from generator.model.changes import Change
from generator.model.inventory import Item, ItemKind
from generator.model.keys import Part

# Alike enough to be one item that was mended; two different statements seldom come near it.
ALIKE = 0.6
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
    """The most alike first; ties by the order in which they stand."""
    candidates = sorted(
        (
            (-likeness(before, after), place, at, before, after)
            for place, after in enumerate(new)
            for at, before in enumerate(old)
            if likeness(before, after) >= ALIKE
        ),
        key=lambda each: each[:3],
    )
    taken: set[int] = set()
    for *_, before, after in candidates:
        if id(before) not in taken and id(after) not in pairs:
            pairs[id(after)] = before
            taken.add(id(before))
    return [item for item in old if id(item) not in taken]


def likeness(old: Item, new: Item) -> float:
    """From 0 to 1: how alike text and proof are, of items about the same thing that play the same part."""
    if old.kind in (ItemKind.FIGURE, ItemKind.ROLE) and old.label != new.label:
        return 0.0
    text = fuzz.ratio(old.text, new.text) / 100
    before, after = _words(old), _words(new)
    proof = fuzz.ratio(before, after) / 100 if before and after else 0.0
    is_same_part = (old.label, old.details) == (new.label, new.details)
    return min(1.0, max(text, proof) + (0.1 if is_same_part else 0.0))


def _words(item: Item) -> str:
    return " ".join(f"{proof.source} {proof.exact}" for proof in item.proofs)
