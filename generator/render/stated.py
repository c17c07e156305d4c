"""What a page states: the lines that have an anchor made of their proof."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edition import Page
from generator.model.parts import parts_of
from generator.model.runs import Line


def stated_lines(page: Page) -> Iterator[Line]:
    """The lines of a page that state something, in the order in which they are read."""
    return (line for line in parts_of(page.sections, Line) if line.statement is not None)


def states_something(page: Page) -> bool:
    """Whether there is a statement to cite on the page: there is none on a list of other pages."""
    return any(stated_lines(page))
