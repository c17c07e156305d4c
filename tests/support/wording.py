"""Our words in the language that tests are written in."""

from __future__ import annotations

from generator.model.runs import Line
from generator.output.data import exports
from generator.words import words_in

ENGLISH = words_in("en")


def line_text(line: Line) -> str:
    """A line as plain text."""
    return exports.line_text(line, ENGLISH)
