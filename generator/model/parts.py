"""Finds the values of one kind, wherever they stand in a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

T = TypeVar("T")


def parts_of(value: object, kind: type[T]) -> Iterator[T]:
    """What is of a kind in a value of dataclasses and tuples, in its order; not what such a one holds."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from parts_of(each, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from parts_of(getattr(value, field.name), kind)
