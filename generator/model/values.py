"""Finds and changes the values of one kind, wherever they stand in a record: the lines of a block, its runs.

No block needs to be taught: what a dataclass holds is looked at, whatever it is called.

A field called `key` is what the program calls a thing, for code to decide by; it is no part of what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

T = TypeVar("T")
V = TypeVar("V")


def parts_of(value: object, kind: type[T]) -> Iterator[T]:
    """What is of a kind in a value of dataclasses and tuples, in its order; not what such a one holds."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from parts_of(each, kind)
    else:
        for name in fields_said(type(value)):
            yield from parts_of(getattr(value, name), kind)


def records_in(value: object, closed: Container[type] = ()) -> Iterator[object]:
    """Every dataclass in a value of dataclasses and tuples: itself, then what it holds, in its order.

    What `closed` ones hold is not looked at.
    """
    waiting = [value]
    while waiting:
        each = waiting.pop()
        kind = type(each)
        if kind is tuple:
            waiting.extend(reversed(each))  # type: ignore[call-overload]
        elif names := fields_said(kind):
            yield each
            if kind not in closed:
                waiting.extend([getattr(each, name) for name in reversed(names)])


def mapped(value: V, kind: type[T], change: Callable[[T], T]) -> V:
    """The value with each part of a kind changed, not what such a one holds; itself if none is another."""
    if isinstance(value, kind):
        return cast(V, change(value))
    if isinstance(value, tuple):
        parts = tuple(mapped(each, kind, change) for each in value)
        return cast(V, parts) if _differ(parts, value) else value
    names = fields_said(type(value))
    old = tuple(getattr(value, name) for name in names)
    new = tuple(mapped(each, kind, change) for each in old)
    if not _differ(new, old):
        return value
    return cast(V, replace(cast(Any, value), **dict(zip(names, new, strict=True))))


def _differ(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    return any(one is not other for one, other in zip(new, old, strict=True))


def fields_said(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields but its key; none for any other type.

    Asked for each value of an edition, so known by type.
    """
    known = _FIELDS.get(kind)
    if known is None:
        known = (
            tuple(field.name for field in fields(kind) if field.name != "key") if is_dataclass(kind) else ()
        )
        _FIELDS[kind] = known
    return known


_FIELDS: dict[type, tuple[str, ...]] = {}
