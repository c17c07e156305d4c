"""Ids that are given twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.diagnostics import Diagnostic, Related
from generator.model.text import Span, Text
from generator.read.nodes import Fields, clipped


@dataclass(slots=True)
class Taken:
    """The ids given so far to things of one sort, each with its span."""

    sort: str
    spans: dict[str, Span] = field(default_factory=dict)

    def claim(self, item: object) -> tuple[Diagnostic, ...]:
        """Take the id of this item; the report if it is taken already. An item without id claims nothing."""
        identifier = identifier_of(item)
        if identifier is None:
            return ()
        first = self.spans.setdefault(identifier, identifier.span)
        if first == identifier.span:
            return ()
        message = f"two {self.sort} have the id `{clipped(identifier)}`"
        related = (Related(first, "it is first given here"),)
        help = "give one of them another id"
        return (Diagnostic("duplicate-id", message, identifier.span, related=related, help=help),)


def identifier_of(item: object) -> Text | None:
    """The id that the item gives itself, whatever else is wrong with it."""
    found = item.get("id") if isinstance(item, Fields) else None
    return found if isinstance(found, Text) else None
