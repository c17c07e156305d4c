"""The things that pages describe, named as schema.org names them: a closed set, for machines."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import Date
from generator.model.runs import Link, Target


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person: the title held as of the edition, and whom they act for."""

    name: str
    other_names: tuple[str, ...]
    role: str | None
    organisation: str | None
    side: str | None
    target: Target


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Something that happened, or is to happen."""

    name: str
    date: Date | None
    place: str | None
    description: str
    people: tuple[Link, ...]
    sides: tuple[str, ...]
    target: Target


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry of the glossary: `type` is what schema.org calls it, `fragment` its name at its own page."""

    type: str
    fragment: str
    name: str
    other_names: tuple[str, ...]
    description: str | None
    target: Target


Thing = KnownPerson | KnownEvent | KnownEntry
