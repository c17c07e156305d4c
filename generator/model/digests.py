"""Digests of values: equal values have equal digests, on any machine and with any version of Python."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import is_dataclass
from enum import Enum
from operator import attrgetter

from generator.model.parts import fields_said

# Where words stand in a source moves when other words of it change; what a page says does not.
UNSAID = frozenset({"ranges", "paragraph"})

_KNOWN: dict[type, Callable[[object], tuple[object, ...]] | None] = {}


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
