"""Facets as data attributes, and the form whose fields choose among them; the browser does the filtering."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.model.blocks import Block, Facet, FacetName, Moment, Row, Table, Timeline
from generator.model.edition import Section
from generator.render.escape import Markdown
from generator.render.places import word

_ORDER = {name: position for position, name in enumerate(FacetName)}

# Who has one thing before them need not choose.
_FEWEST = 2

Fields = list[tuple[FacetName, list[tuple[Markdown, str]]]]


def facets_of(item: Moment | Row) -> Markdown:
    """The attribute of an item that may be filtered: its facets as `name:value`, parted by spaces."""
    return Markdown(f'data-facets="{" ".join(f"{each.name}:{word(each.value)}" for each in item.facets)}"')


def filter_fields(sections: Iterable[Section]) -> Fields:
    """What there is to choose on a page: each facet, its values and their labels; none if no use."""
    items = [item for section in sections for block in section.blocks for item in _filtered(block)]
    if len(items) < _FEWEST:
        return []
    facets = sorted({each for item in items for each in item.facets}, key=_place)
    return [
        (name, list(dict.fromkeys((word(each.value), each.label) for each in found)))
        for name, found in groupby(facets, lambda each: each.name)
    ]


def is_filtered(section: Section) -> bool:
    """Whether a section holds what a reader may filter."""
    return any(True for block in section.blocks for _ in _filtered(block))


def _filtered(block: Block) -> Iterator[Moment | Row]:
    match block:
        case Timeline(moments, anchored=True):
            yield from moments
        case Table(rows=rows, filterable=True):
            yield from rows


def _place(facet: Facet) -> tuple[int, str, str]:
    return _ORDER[facet.name], facet.label.casefold(), facet.value
