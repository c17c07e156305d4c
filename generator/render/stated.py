"""What a page states: the lines that have an anchor made of their proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.model.edition import Page
from generator.model.runs import Line


def stated_lines(value: object) -> Iterator[Line]:
    """The lines under a value that state something, in the order in which they are read."""
    if isinstance(value, Line):
        if value.statement is not None:
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from stated_lines(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from stated_lines(getattr(value, field.name))


def states_something(page: Page) -> bool:
    """Whether there is a statement to cite on the page: there is none on a list of other pages."""
    return next(stated_lines(page.sections), None) is not None
