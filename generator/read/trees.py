"""Trees of YAML, remembered from run to run: parsing takes longer than reading what came of it."""

from __future__ import annotations

from typing import Any

from generator.model.diagnostics import Diagnostic
from generator.model.fields import SPAN_KEY
from generator.model.memory import Rows, key_of
from generator.model.text import Span, Text
from generator.read.files import InputFile
from generator.read.nodes import Fields, Items, Node, parse
from generator.read.positions import Positions


def tree_of(
    file: InputFile, text: str, positions: Positions, base: int = 0
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The same as `parse` gives for a part of the file; faulty parts are parsed each time."""
    found: list[tuple[Node | None, tuple[Diagnostic, ...]]] = []

    def make() -> Rows:
        found.append(parse(text, positions, base))
        tree, problems = found[0]
        return [] if problems or tree is None else [_plain(tree)]

    rows = file.memory.recall("trees", key_of(file.path, text, str(base)), make)
    if found:
        return found[0]
    return (_node(rows[0], positions), ()) if rows else parse(text, positions, base)


def _plain(node: object) -> object:
    """The node in JSON's own types: a text as a list, the others as objects."""
    if isinstance(node, Text):
        return [str(node), *_numbers(node.span)]
    if isinstance(node, Items):
        return {"items": [_plain(item) for item in node], "span": _numbers(node.span)}
    if not isinstance(node, Fields):
        raise TypeError(f"{type(node).__name__} is no node of a tree")
    return {
        "fields": {key: _plain(value) for key, value in node.items() if key != SPAN_KEY},
        "offsets": node.offsets,
        "absent": sorted(node.absent),
        "span": _numbers(node.span),
    }


def _node(plain: Any, positions: Positions) -> Node:  # noqa: ANN401 - what `_plain` made, in JSON
    path = positions.path
    if isinstance(plain, list):
        value, *place = plain
        return Text(value, Span(path, *place))
    if "items" in plain:
        items = Items(_node(item, positions) for item in plain["items"])
        items.span = Span(path, *plain["span"])
        return items
    fields = Fields(positions)
    for key, value in plain["fields"].items():
        fields[key] = _node(value, positions)
    fields[SPAN_KEY] = Span(path, *plain["span"])
    fields.offsets, fields.absent = plain["offsets"], set(plain["absent"])
    return fields


def _numbers(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column
