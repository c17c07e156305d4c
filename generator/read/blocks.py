"""The lines of a briefing's text, gathered into headings, statements and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.text import Text
from generator.read.positions import Positions

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=\n|\Z)|(?<=##)(?=[^\s#]))")
_PART = re.compile(r"\{:?[ \t]*part[ \t]*=[ \t]*([^\s{}]*)[ \t]*\}\Z")
_NOTE = re.compile(r"[ \t]{0,3}\[\^([^\s\]]*)\]:")
_ITEM = re.compile(r"([ \t]*)-(?:[ \t]+|\Z)")
_FOREIGN_ITEM = re.compile(r"[ \t]*[*+][ \t]+")
_NUMBERED = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `marks` are its number signs, and the space behind them; `part` is what it is marked as."""

    marks: Text
    words: Text
    part: Text | None = None


@dataclass(slots=True)
class Passage:
    """A list item or a paragraph: `[start, end)` of the file's text, without the item's marker.

    `marker` is set if the item is marked in a way that is not read.
    """

    start: int
    end: int
    marker: Text | None = None


@dataclass(slots=True)
class Note:
    """The definition of a note: `[start, end)` is what follows its colon."""

    name: Text
    start: int
    end: int


Block = Heading | Passage | Note


def blocks(positions: Positions, start: int) -> Iterator[Block]:
    """What stands in the file's text from the offset `start` on, in order."""
    current: Passage | Note | None = None
    offset = start
    for line in positions.text[start:].split("\n"):
        end = offset + len(line.rstrip())
        if line.strip():
            begun = _begun(positions, offset, line, current)
            if begun is None and current is not None:
                current.end = end
            else:
                if current is not None:
                    yield current
                current = None
                if isinstance(begun, Heading):
                    yield begun
                else:
                    current = begun or Passage(offset + len(line) - len(line.lstrip()), end)
        elif current is not None:
            yield current
            current = None
        offset += len(line) + 1
    if current is not None:
        yield current


def _begun(positions: Positions, offset: int, line: str, current: Passage | Note | None) -> Block | None:
    """The block that this line begins; None if it is plain text."""
    end = offset + len(line.rstrip())
    if found := _HEADING.match(line):
        return _heading(positions, offset, min(offset + found.end(), end), end)
    if found := _NOTE.match(line):
        name = positions.cut(offset + found.start(1), offset + found.end(1))
        return Note(name, offset + found.end(), end)
    if isinstance(current, Note):
        return None
    if found := _ITEM.match(line):
        return Passage(min(offset + found.end(), end), end, _odd_marker(positions, offset, found))
    if (found := _FOREIGN_ITEM.match(line)) or (current is None and (found := _NUMBERED.match(line))):
        return Passage(offset + found.end(), end, positions.cut(offset, offset + len(found.group().rstrip())))
    return None


def _heading(positions: Positions, offset: int, start: int, end: int) -> Heading:
    """The heading whose words stand in `[start, end)`; a mark such as `{part=key-points}` may end them."""
    marks = positions.cut(offset, start)
    marked = _PART.search(positions.text, start, end)
    if marked is None:
        return Heading(marks, positions.cut(start, end))
    words = positions.text[start : marked.start()].rstrip()
    return Heading(
        marks, positions.cut(start, start + len(words)), positions.cut(marked.start(1), marked.end(1))
    )


def _odd_marker(positions: Positions, offset: int, found: re.Match[str]) -> Text | None:
    """The marker of an item within an item: there is one level only."""
    if not found.group(1):
        return None
    return positions.cut(offset + found.end(1), offset + found.end(1) + 1)
