"""Names and terms where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.identifiers import EntryId


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or term of the glossary in a text: `[start, end)` in code points of that text.

    `misspelt` if the text prints a form that the glossary lists as wrong.
    """

    entry: EntryId
    start: int
    end: int
    misspelt: bool
