"""Markdown files that begin with YAML between two `---` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from generator.model.diagnostics import Diagnostic
from generator.model.fields import SPAN_KEY, Record
from generator.model.text import Span
from generator.read.files import InputFile
from generator.read.nodes import Fields, Node, parse
from generator.read.positions import Positions
from generator.read.schema import validate

R = TypeVar("R", bound=Record)

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)


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
