"""How well statements are supported: which sources they cite, and which sources copy from each other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.identifiers import SourceId


@dataclass(frozen=True, slots=True)
class Support:
    """The sources that a statement cites, and how many of them share no copied passage with another.

    It counts sources; it does not claim that two of them say the same.
    """

    sources: tuple[SourceId, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A passage that two sources share, nearly word for word: `[start, end)` in each, and its same words."""

    first: SourceId
    second: SourceId
    first_range: tuple[int, int]
    second_range: tuple[int, int]
    words: int
