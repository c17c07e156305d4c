"""Fonts made for a test: a box for each of a few characters, in a file as OpenType wants it."""

from __future__ import annotations

import struct

EM = 1000
_BOX = ((100, 0), (100, 700), (600, 700), (600, 0))


def a_font(family: str, characters: str, width: int = 700, **changed: bytes) -> bytes:
    """A TrueType font of this family that shows each of the characters as a box, `width` wide.

    Tables may be other than they should be: `hmtx=b""`.
    """
    codes = sorted(set(map(ord, characters)))
    glyphs = len(codes) + 1
    tables = {
        b"OS/2": _os2(codes, width),
        b"cmap": _cmap(codes),
        b"glyf": _box() * glyphs,
        b"head": struct.pack(
            ">HHIIIHHQQhhhhHHhhh", 1, 0, 0, 0, 0x5F0F3CF5, 3, EM, 0, 0, 100, 0, 600, 700, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">HHhhhHhhhh7hH", 1, 0, 800, -200, 0, width, 0, 0, 600, 1, *[0] * 7, glyphs),
        b"hmtx": struct.pack(">Hh", width, 100) * glyphs,
        b"loca": b"".join(struct.pack(">I", len(_box()) * number) for number in range(glyphs + 1)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, glyphs, 4, 1, 0, 0, 1, *[0] * 8),
        b"name": _name(family),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    return _file(tables | {name.encode(): table for name, table in changed.items()})


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind a directory with their checksums."""
    at = 12 + 16 * len(tables)
    directory, body = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 32), b""
    for name, table in tables.items():
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", name, total, at + len(body), len(table))
        body += padded
    return directory + body


def _box() -> bytes:
    """An outline of four points, each after the one before."""
    outline = struct.pack(">hhhhh", 1, 100, 0, 600, 700) + struct.pack(">HH", 3, 0) + bytes([1] * 4)
    for axis in (0, 1):
        before = 0
        for point in _BOX:
            outline += struct.pack(">h", point[axis] - before)
            before = point[axis]
    return outline + bytes(-len(outline) % 4)


def _cmap(codes: list[int]) -> bytes:
    """Each code by itself (format 12)."""
    groups = b"".join(struct.pack(">III", code, code, number) for number, code in enumerate(codes, 1))
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _name(family: str) -> bytes:
    said = {1: family, 2: "Regular", 3: family, 4: family, 6: family.replace(" ", "")}
    records, texts = b"", b""
    for number, text in said.items():
        encoded = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(encoded), len(texts))
        texts += encoded
    return struct.pack(">HHH", 0, len(said), 6 + len(records)) + records + texts


def _os2(codes: list[int], width: int) -> bytes:
    sizes = (650, 600, 0, 75, 650, 600, 0, 350, 50, 300)
    first, last = min(codes[0], 0xFFFF), min(codes[-1], 0xFFFF)
    metrics = (64, first, last, 800, -200, 0, 800, 200)
    return (
        struct.pack(">HhHHH10hh", 4, width, 400, 5, 0, *sizes, 0)
        + bytes(26)
        + b"TEST"
        + struct.pack(">HHHhhhHH", *metrics)
        + struct.pack(">IIhhHHH", 0, 0, 500, 700, 0, 32, 1)
    )
