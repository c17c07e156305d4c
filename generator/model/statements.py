"""Finds the statements of a dossier, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.model.dossier import Dossier
from generator.model.evidence import Statement


def all_statements(dossier: Dossier) -> Iterator[Statement]:
    """Every statement: of the glossary, its figures, the timeline, the briefings and the notes on sources."""
    parts = (dossier.entries, dossier.measurands, dossier.events, dossier.briefings)
    for part in parts:
        for value in part.values():
            yield from _inside(value)
    for source in dossier.sources.values():
        yield from source.problems


def _inside(value: object) -> Iterator[Statement]:
    if isinstance(value, Statement):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))
