"""The names and terms in texts, remembered from run to run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.language.names import NameIndex
from generator.model.identifiers import EntryId
from generator.model.memory import Memory, key_of
from generator.model.mentions import Mention


class Names(Protocol):
    """Finds the names and terms of the glossary in a text."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names and terms in a text, in its order."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Asks a memory before the index; `labels` stands for all labels of the index."""

    index: NameIndex
    labels: str
    memory: Memory

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names and terms in a text, in its order."""
        rows = self.memory.recall("mentions", key_of(self.labels, text), lambda: self._rows(text))
        return tuple(Mention(EntryId(entry), start, end, wrong) for entry, start, end, wrong in rows)

    def _rows(self, text: str) -> list[tuple[str, int, int, bool]]:
        return [(each.entry, each.start, each.end, each.misspelt) for each in self.index.mentions(text)]
