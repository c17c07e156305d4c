"""Lists of records in a file, read item by item so that a faulty one does not take the others along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.model.diagnostics import Diagnostic
from generator.model.fields import Record
from generator.model.text import Span
from generator.read.duplicates import Taken, identifier_of
from generator.read.files import InputFile
from generator.read.nodes import Fields, Items, clipped, parse
from generator.read.positions import Positions
from generator.read.schema import span_of, suggestion

R = TypeVar("R", bound=Record)

Reader = Callable[[object, Span], tuple[R | None, tuple[Diagnostic, ...]]]


@dataclass(slots=True)
class Listed(Generic[R]):
    """The records of a list, its faults, and the ids of what was dropped (the path, if it has none)."""

    records: list[R] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


def top_fields(file: InputFile, known: tuple[str, ...]) -> tuple[Fields | None, tuple[Diagnostic, ...]]:
    """The mapping that the whole file is, without the fields that are not `known`, which are reported."""
    positions = Positions(file.path, file.text)
    tree, problems = parse(file.text, positions)
    if tree is None and not problems:
        return None, (Diagnostic("file-empty", "the file holds nothing but comments", positions.at(0)),)
    if tree is None:
        return None, problems
    if not isinstance(tree, Fields):
        message = "the file should be a mapping of fields"
        help = f"begin it with `{known[0]}:`"
        return None, (*problems, Diagnostic("wrong-type", message, tree.span, help=help))
    return tree, (*problems, *_unknown(tree, known))


def _unknown(tree: Fields, known: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            "unknown-field",
            f"there is no field `{clipped(name)}` here",
            tree.key_span(name),
            help=_help(name, known),
        )
        for name in tree.offsets
        if name not in known
    )


def _help(name: str, known: tuple[str, ...]) -> str:
    slip = suggestion(name, known)
    return f"did you mean `{slip}`?" if slip else "the known ones are " + ", ".join(f"`{k}`" for k in known)


def read_list(tree: Fields, name: str, path: str, read: Reader[R], taken: Taken) -> Listed[R]:
    """The records of the list `name` of `tree`, each read by `read`; of two with one id, the first."""
    result: Listed[R] = Listed()
    if name in tree.absent:
        result.lost.add(path)
    if name not in tree:
        return result
    items = tree[name]
    if not isinstance(items, Items):
        help = "begin each item with “- ”"
        span = span_of(items)
        result.problems.append(Diagnostic("wrong-type", f"`{name}` should be a list", span, help=help))
        result.lost.add(path)
        return result
    for item in items:
        record, problems = read(item, span_of(item) or items.span)
        twice = taken.claim(item)
        result.problems += (*problems, *twice)
        if record is None:
            result.lost.add(identifier_of(item) or path)
        elif not twice:
            result.records.append(record)
    return result
