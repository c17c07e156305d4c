"""Which sources are independent of each other: those that share copied passages count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.cache import FORGETFUL, Memory
from generator.language.copies import Groups, copied_passages
from generator.model.dossier import Source
from generator.model.identifiers import SourceId
from generator.model.support import CopiedPassage


def copies(sources: Mapping[SourceId, Source], memory: Memory = FORGETFUL) -> tuple[CopiedPassage, ...]:
    """The passages that connect all sources which share any, whatever the sources' rights."""
    found = copied_passages({str(name): source.body.text for name, source in sources.items()}, memory)
    return tuple(
        CopiedPassage(
            SourceId(copy.first), SourceId(copy.second), copy.first_range, copy.second_range, copy.words
        )
        for copy in found
    )


def kin(sources: Iterable[SourceId], found: Iterable[CopiedPassage]) -> dict[SourceId, SourceId]:
    """Each source with the first one of its group: of all that copied passages connect; itself if alone."""
    groups = Groups()
    for copy in found:
        groups.join(copy.first, copy.second)
    first: dict[str, SourceId] = {}
    return {name: first.setdefault(groups.of(name), name) for name in sources}
