"""Digests of values: equal values have equal digests, on any machine and with any version of Python."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache

# Where words stand in a source moves when other words of it change; what a page says does not.
UNSAID = frozenset({"ranges", "paragraph"})


def digest_of(*values: object) -> str:
    """Sixteen hexadecimal digits of everything that the values say, dates and ids included."""
    told = "\x1f".join(_told(values))
    return hashlib.blake2s(told.encode(errors="replace"), digest_size=8).hexdigest()


def _told(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        yield f"({len(value)}"
        for item in value:
            yield from _told(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for name in _names(type(value)):
            yield from _told(getattr(value, name))
    else:
        yield str(value.value if isinstance(value, Enum) else value)


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in UNSAID)
