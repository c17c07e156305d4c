"""The navigation: the kinds of page in the order of their table, each index with the pages that it lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compose.atlas import Atlas
from generator.model.edition import NavItem, Page
from generator.model.entries import Organisation, Person
from generator.model.identifiers import EntryId
from generator.model.kinds import KINDS, Kind, Navigation

LONGEST_GROUP = 40
"""The theme renders the navigation on every page, so a longer list would slow down all of them."""

# The kinds whose line is not called by the title of the page.
CALLED_OTHERWISE = frozenset({KINDS.home, KINDS.about})


def navigation(atlas: Atlas, pages: Iterable[Page]) -> tuple[NavItem, ...]:
    """The lines of the navigation, in order."""
    by_kind: dict[Kind, list[Page]] = {}
    for page in pages:
        by_kind.setdefault(page.kind, []).append(page)
    return tuple(line for kind in KINDS for line in _lines(atlas, kind, by_kind))


def _lines(atlas: Atlas, kind: Kind, by_kind: dict[Kind, list[Page]]) -> Iterator[NavItem]:
    if kind.menu.position in (Navigation.IN_GROUP, Navigation.NEVER):
        return
    for page in by_kind.get(kind, ()):
        if page.sections or kind.menu.position is not Navigation.WHEN_FILLED:
            is_title = kind not in CALLED_OTHERWISE
            label = page.title if is_title else atlas.words(f"kind.{kind.slug}.line")
            yield _line(label, page.path, _inside(atlas, kind, by_kind))


def _line(label: str, path: str, inside: Sequence[NavItem]) -> NavItem:
    """A page, under it what is in it; the page alone if there is nothing, or too much."""
    if not inside or len(inside) > LONGEST_GROUP:
        return NavItem(label, path)
    return NavItem(label, None, (NavItem(label, path), *inside))


def _inside(atlas: Atlas, index: Kind, by_kind: dict[Kind, list[Page]]) -> tuple[NavItem, ...]:
    """The lines of the pages that an index lists, if they stand with it: as written, or by side."""
    listed = index.menu.lists
    if listed is None or listed.menu.position is not Navigation.IN_GROUP:
        return ()
    pages = by_kind.get(listed, [])
    if index.menu.by_side:
        pages = sorted(pages, key=lambda page: _side(atlas, page))
    return tuple(NavItem(page.title, page.path) for page in pages)


def _side(atlas: Atlas, page: Page) -> int:
    """The place of the side to which the subject of a page belongs; behind them all if it has none."""
    order = [side.id for side in atlas.dossier.sides()]
    entry = atlas.dossier.entries[EntryId(page.kind.id_of(page.path))]
    side = entry.side if isinstance(entry, Person | Organisation) else None
    return order.index(side) if side in order else len(order)


def reading_order(items: Iterable[NavItem]) -> tuple[NavItem, ...]:
    """The pages of the navigation, one after the other."""
    flat: list[NavItem] = []
    for item in items:
        if item.page is not None:
            flat.append(item)
        flat.extend(reading_order(item.items))
    return tuple(flat)
