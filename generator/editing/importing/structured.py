"""What a page says of itself for machines: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.editing.importing.layout import Element
from generator.editing.importing.mending import mended

JsonValue: TypeAlias = Any  # of `json.loads`, as pages have it
Node = dict[str, JsonValue]

_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)"
    r"|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_TRAILING = re.compile(r",\s*([}\]])")
_DEEPEST = 6
_LONGEST = 300  # characters of a value
_HOLDING = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf", "itemListElement", "item")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a page gives, and where."""

    value: str
    origin: str


class Structured:
    """The structured data of a page."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._metas = _metas(root)
        self.nodes = tuple(_nodes(root))

    def meta(self, *names: str) -> list[Candidate]:
        """The values of meta elements by their names in small letters, in the order of the names."""
        return [Candidate(value, name) for name in names for value in self._metas.get(name, ())]

    def microdata(self, name: str) -> list[Candidate]:
        """The first values of a property of microdata."""
        elements = self._root.iterfind(f".//*[@itemprop='{name}']")
        values = (_microdata_value(element) for element in elements)
        return [Candidate(value, f"itemprop {name}") for value in values if 0 < len(value) < _LONGEST][:3]

    def of_type(self, pattern: re.Pattern[str]) -> list[Node]:
        """The nodes of JSON-LD whose type ends in what the pattern says."""
        return [node for node in self.nodes if any(pattern.search(name) for name in types_of(node))]

    def named(self, value: JsonValue, origin: str) -> list[Candidate]:
        """The names that a property of JSON-LD gives, by itself or through the id of another node."""
        if isinstance(value, list):
            return [found for one in value for found in self.named(one, origin)]
        if isinstance(value, dict) and "name" not in value and "@id" in value:
            value = next(
                (node for node in self.nodes if node.get("@id") == value["@id"] and "name" in node), {}
            )
        if isinstance(value, dict) and isinstance(value.get("name"), list):
            return [Candidate(text_of(name), origin) for name in value["name"]]
        name = text_of(value)
        return [Candidate(name, origin)] if name else []


def types_of(node: Node) -> list[str]:
    """The types of a node of JSON-LD."""
    types = node.get("@type")
    return [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]


def text_of(value: JsonValue) -> str:
    """A value of JSON-LD as text on one line; of a list its first, of a node its name."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("alternateName"))
    return " ".join(mended(str(value)).split()) if isinstance(value, (str, int)) else ""


def content_of(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(mended(element.text_content()).split())


def _microdata_value(element: Element) -> str:
    inner = element.find(".//*[@itemprop='name']")
    named = element if inner is None else inner
    value = named.get("content") or element.get("content") or element.get("datetime")
    return " ".join(mended(value).split()) if value else content_of(named)


def _metas(root: Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"), meta.get("http-equiv"))
        name = next(filter(None, names), "").strip().casefold()
        value = " ".join(mended(meta.get("content") or "").split())
        if name and value:
            found.setdefault(name, []).append(value)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def _nodes(root: Element) -> Iterator[Node]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold():
            yield from _flattened(_json(script.text_content() or ""))


def _json(text: str) -> JsonValue:
    text = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    for version in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(version, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
    return None


def _flattened(value: JsonValue, depth: int = 0) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _flattened(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _held(value, depth)


def _held(node: Node, depth: int) -> Iterable[Node]:
    for key in _HOLDING:
        if isinstance(node.get(key), (list, dict)):
            yield from _flattened(node[key], depth + 1)
