"""Whether the file of a font is whole, by the checksums that OpenType gives each of its tables."""

from __future__ import annotations

import array
import struct
import sys
from collections.abc import Iterator

_KINDS = (b"\0\1\0\0", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_TABLE = struct.Struct(">4sLLL")
_WORD = 4

Table = tuple[bytes, int, int, int]
"""Its name, checksum, start and length."""


def is_whole(content: bytes) -> bool:
    """Whether these bytes are a font, or a collection of fonts, of which nothing is cut off or changed."""
    try:
        tables = {table for start in _fonts(content) for table in _tables(content, start)}
    except (struct.error, ValueError):
        return False
    return bool(tables) and all(_is_right(content, *table) for table in tables)


def _fonts(content: bytes) -> tuple[int, ...]:
    """Where each font of the file starts."""
    if not content.startswith(_COLLECTION):
        return (0,)
    (number,) = struct.unpack_from(">L", content, 8)
    return struct.unpack_from(f">{number}L", content, 12)


def _tables(content: bytes, start: int) -> Iterator[Table]:
    """The tables that a font lists. Raises ValueError if it is none, struct.error if the list is cut off."""
    if content[start : start + _WORD] not in _KINDS:
        raise ValueError("no font starts here")
    (number,) = struct.unpack_from(">H", content, start + _WORD)
    for at in range(number):
        name, checksum, begin, length = _TABLE.unpack_from(content, start + 12 + at * _TABLE.size)
        yield name, checksum, begin, length


def _is_right(content: bytes, name: bytes, checksum: int, begin: int, length: int) -> bool:
    table = content[begin : begin + length]
    if len(table) < length:
        return False
    if name == b"head":  # it holds the checksum of the whole file, which counts as 0
        table = table[:8] + bytes(_WORD) + table[12:]
    words = array.array("I", table + bytes(-length % _WORD))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF == checksum
