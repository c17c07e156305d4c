"""Which words of the sources prove something."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from generator.model.dossier import Dossier
from generator.model.evidence import Evidence
from generator.model.identifiers import SourceId
from generator.model.mentions import Mention
from generator.model.sources import SourceText
from generator.model.text import Span

Range = tuple[int, int]


def evidence_in(value: object) -> Iterator[Evidence]:
    """All evidence that a record holds, at whatever depth: a new kind of statement is found as well."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, str | Span | Mention | SourceText):
        return
    elif isinstance(value, Mapping):
        yield from (found for item in value.values() for found in evidence_in(item))
    elif isinstance(value, tuple):
        yield from (found for item in value for found in evidence_in(item))
    elif dataclasses.is_dataclass(value):
        fields = (getattr(value, field.name) for field in dataclasses.fields(value))
        yield from (found for item in fields for found in evidence_in(item))


class Used:
    """The stretches of the sources that prove a statement."""

    def __init__(self, dossier: Dossier) -> None:
        ranges: dict[SourceId, list[Range]] = defaultdict(list)
        for evidence in evidence_in(dossier):
            ranges[evidence.source] += evidence.ranges
        self._ranges = {source: tuple(_merged(found)) for source, found in ranges.items()}

    def holds(self, source: SourceId, offset: int) -> bool:
        """Whether the character at an offset of a source's text is part of any evidence."""
        ranges = self._ranges.get(source, ())
        place = bisect_right(ranges, offset, key=itemgetter(0)) - 1
        return place >= 0 and offset < ranges[place][1]


def _merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """The same stretches, in order and apart from each other."""
    begin = end = -1
    for start, stop in sorted(ranges):
        if start > end:
            if end >= 0:
                yield begin, end
            begin, end = start, stop
        else:
            end = max(end, stop)
    if end >= 0:
        yield begin, end
