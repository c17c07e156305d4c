"""Facets as data attributes: what the filter in the browser reads."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.model.edition import Facet, FacetName, Moment, Row
from generator.render.escape import Markdown, attribute, cleaned
from generator.render.places import word

_ORDER = {name: position for position, name in enumerate(FacetName)}


def facets_of(item: Moment | Row) -> Markdown:
    """The attribute of an item that may be filtered: its facets as `name:value`, parted by spaces."""
    return Markdown(f'data-facets="{" ".join(map(_token, item.facets))}"')


def choices_of(items: Iterable[Moment | Row]) -> Markdown:
    """An element that nobody sees: what there is to choose, each once with its label, as JSON."""
    facets = sorted({each for item in items for each in item.facets}, key=_place)
    told = [[_token(each), cleaned(each.label)] for each in facets]
    listed = attribute(json.dumps(told, ensure_ascii=False))
    return Markdown(f'<div class="choices" data-choices="{listed}" hidden></div>')


def _token(facet: Facet) -> str:
    return f"{facet.name}:{word(facet.value)}"


def _place(facet: Facet) -> tuple[int, str, str]:
    return _ORDER[facet.name], facet.label.casefold(), facet.value
