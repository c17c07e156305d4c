"""Values as trees: digests that are equal where values are, and all values of one kind in a record."""

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from operator import attrgetter
from typing import Any, TypeVar, cast

# Where words stand in a source moves when other words of it change, and what is folded is told in full below;
# what a page says does not change.
UNSAID = frozenset({"ranges", "paragraph", "within", "fold", "folds"})

_KNOWN: dict[type, Callable[[object], tuple[object, ...]] | None] = {}

T = TypeVar("T")
V = TypeVar("V")

_FIELDS: dict[type, tuple[str, ...]] = {}


def digest_of(*values: object) -> str:
    """Sixteen hexadecimal digits of everything that the values say, dates and ids included."""
    told: list[str] = []
    _tell((values,), told)
    text = "\x1f".join(told)
    return hashlib.blake2s(text.encode(errors="replace"), digest_size=8).hexdigest()


def _tell(values: Iterable[object], told: list[str]) -> None:
    """Add what each value says. Called for every word of the site, so the commonest kinds come first."""
    for value in values:
        if type(value) is str:
            told.append(value)
            continue
        if isinstance(value, tuple):
            told.append(f"({len(value)}")
            _tell(value, told)
            continue
        kind = type(value)
        if kind not in _KNOWN:
            _KNOWN[kind] = _sayings(kind)
        said = _KNOWN[kind]
        if said is not None:
            told.append(kind.__name__)
            _tell(said(value), told)
        else:
            told.append(str(value.value if isinstance(value, Enum) else value))


def _sayings(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the fields that say something; None of what is no dataclass."""
    if not is_dataclass(kind):
        return None
    names = [name for name in fields_said(kind) if name not in UNSAID]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def parts_of(value: object, kind: type[T]) -> Iterator[T]:
    """What is of a kind in a value of dataclasses and tuples, in its order; not what such a one holds."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, kind):
            yield each
        elif isinstance(each, tuple):
            waiting.extend(reversed(each))
        elif names := fields_said(type(each)):
            waiting.extend([getattr(each, name) for name in reversed(names)])


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
