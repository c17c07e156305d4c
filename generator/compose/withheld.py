"""Words that may not be shown are taken out before any page is composed."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.identifiers import SourceId
from generator.model.parts import mapped
from generator.model.sources import Rights

LEFT_OUT = "[…]"

V = TypeVar("V")


def withheld(dossier: Dossier) -> Dossier:
    """The dossier with `[…]` for the cited words of every source that is cited by its metadata alone."""
    silent = frozenset(
        name for name, source in dossier.sources.items() if source.bibliography.rights is Rights.NONE
    )
    if not silent:
        return dossier
    return replace(
        dossier,
        sources={
            name: replace(source, problems=_without(source.problems, silent))
            for name, source in dossier.sources.items()
        },
        entries={name: _without(entry, silent) for name, entry in dossier.entries.items()},
        measurands={name: _without(item, silent) for name, item in dossier.measurands.items()},
        events={name: _without(event, silent) for name, event in dossier.events.items()},
        briefings={name: _without(item, silent) for name, item in dossier.briefings.items()},
    )


def _without(value: V, silent: frozenset[SourceId]) -> V:
    return mapped(value, Evidence, lambda item: _blanked(item) if item.source in silent else item)


def _blanked(item: Evidence) -> Evidence:
    return replace(item, exact=LEFT_OUT)
