"""Finds the statements of a dossier, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier import Dossier
from generator.model.evidence import Statement
from generator.model.parts import parts_of


def all_statements(dossier: Dossier) -> Iterator[Statement]:
    """Every statement: of the glossary, its figures, the timeline, the briefings and the notes on sources."""
    parts = (dossier.entries, dossier.measurands, dossier.events, dossier.briefings)
    for part in parts:
        for value in part.values():
            yield from parts_of(value, Statement)
    for source in dossier.sources.values():
        yield from source.problems
