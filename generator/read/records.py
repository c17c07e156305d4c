"""Records in a file: YAML lists, read item by item so that a faulty one does not take the others along.

And the front matter of Markdown files; trees are remembered, since parsing takes the longest.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.model.content import SPAN_KEY, Record
from generator.model.diagnostics import Diagnostic, Related
from generator.model.text import Span, Text
from generator.read.inputs import InputFile, Positions
from generator.read.nodes import Fields, Items, Node, clipped, parse
from generator.read.schema import span_of, suggestion, validate

R = TypeVar("R", bound=Record)

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)

Reader = Callable[[object, Span], tuple[R | None, tuple[Diagnostic, ...]]]


@dataclass(frozen=True, slots=True)
class Parted:
    """A file parted into the tree of its front matter and the offset at which its text begins.

    `head` is None if the front matter cannot be relied on, which has been reported.
    """

    head: Node | None
    body: int
    positions: Positions

    def validated(self, model: type[R]) -> tuple[R | None, tuple[Diagnostic, ...]]:
        """The record that the front matter writes, and what does not fit."""
        if self.head is None:
            return None, ()
        return validate(model, self.head, Span.at(self.positions.path))


def part(file: InputFile) -> tuple[Parted | None, tuple[Diagnostic, ...]]:
    """The parts of the file; None if there are not two `---` lines to tell them by."""
    positions = Positions(file.path, file.text)
    opening = _FENCE.match(file.text)
    if not opening:
        help = "begin the file with a line `---`, the fields, and another line `---`"
        return None, (
            Diagnostic("front-matter-missing", "there is no front matter", positions.at(0), help=help),
        )
    closing = _CLOSING.search(file.text, opening.end())
    if not closing:
        help = "write a line `---` after the last field"
        return None, (
            Diagnostic(
                "front-matter-unclosed", "the front matter is not closed", positions.span(0, 3), help=help
            ),
        )
    head, problems = parse(file.text[opening.end() : closing.start()], positions, opening.end())
    if head is None and not problems:
        head = Fields(positions)
        head[SPAN_KEY] = positions.span(0, 3)
    return Parted(head, closing.end(), positions), problems


@dataclass(slots=True)
class Taken:
    """The ids given so far to things of one sort, each with its span."""

    sort: str
    spans: dict[str, Span] = field(default_factory=dict)

    def claim(self, item: object) -> tuple[Diagnostic, ...]:
        """Take the id of this item; the report if it is taken already. An item without id claims nothing."""
        identifier = identifier_of(item)
        if identifier is None:
            return ()
        first = self.spans.setdefault(identifier, identifier.span)
        if first == identifier.span:
            return ()
        message = f"two {self.sort} have the id `{clipped(identifier)}`"
        related = (Related(first, "it is first given here"),)
        help = "give one of them another id"
        return (Diagnostic("duplicate-id", message, identifier.span, related=related, help=help),)


def identifier_of(item: object) -> Text | None:
    """The id that the item gives itself, whatever else is wrong with it."""
    found = item.get("id") if isinstance(item, Fields) else None
    return found if isinstance(found, Text) else None


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
