"""Digests of values: equal values have equal digests, on any machine and with any version of Python."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum

# Where words stand in a source moves when other words of it change; what a page says does not.
UNSAID = frozenset({"ranges", "paragraph"})

_KNOWN: dict[type, tuple[str, ...] | None] = {}


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
        elif isinstance(value, tuple):
            told.append(f"({len(value)}")
            _tell(value, told)
        elif (names := _names(type(value))) is not None:
            told.append(type(value).__name__)
            _tell([getattr(value, name) for name in names], told)
        else:
            told.append(str(value.value if isinstance(value, Enum) else value))


def _names(kind: type) -> tuple[str, ...] | None:
    """The fields that say something; None of what is no dataclass."""
    if kind not in _KNOWN:
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else None
        _KNOWN[kind] = None if names is None else tuple(name for name in names if name not in UNSAID)
    return _KNOWN[kind]
