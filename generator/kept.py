"""The memory on disk: one file for each kind of result, safe to delete, to damage and to share.

The files hold JSON, which can do nothing but be read: a cache that others restored cannot run code. A file
with a wrong checksum, or of another program, counts as empty.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.memory import Rows, sealed, unsealed

LONGEST_UNUSED = 3
"""So many builds that made something new may pass without a result being used before it is dropped."""

MOST_KEPT = 4
"""So many times the files of one build may be kept of those that are files of their own."""

Entry = tuple[int, Rows]
"""For how many builds a result was not used, and the result."""


@dataclass(slots=True)
class _Shelf:
    """The results of one kind: those of earlier builds, and those used in this one."""

    known: dict[str, Entry]
    used: dict[str, Entry] = field(default_factory=dict)
    has_new: bool = False


class Kept:
    """Remembers the results that earlier builds of the same program kept in a folder."""

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program
        self._shelves: dict[str, _Shelf] = {}

    def recall(self, kind: str, key: str, make: Callable[[], Rows]) -> Rows:
        """What `make` gives, or gave in an earlier build."""
        shelf = self._shelves.get(kind)
        if shelf is None:
            shelf = self._shelves[kind] = _Shelf(_read(self._place(kind), self._program))
        entry = shelf.used.get(key) or shelf.known.get(key)
        if entry is None:
            entry = (0, make())
            shelf.has_new = True
        shelf.used[key] = entry
        return entry[1]

    def save(self) -> None:
        """Keep what is new for later builds, and drop what has not been used for long.

        A folder that cannot be written keeps nothing: that costs time, and no build should fail of it.
        """
        for kind, shelf in self._shelves.items():
            if shelf.has_new:
                idle = {
                    key: (age + 1, rows) for key, (age, rows) in shelf.known.items() if age < LONGEST_UNUSED
                }
                entries = idle | {key: (0, rows) for key, (_, rows) in shelf.used.items()}
                with suppress(OSError):
                    _write(self._place(kind), self._program, entries)

    def _place(self, kind: str) -> Path:
        return self._folder / f"{kind}.json"


def _read(place: Path, program: str) -> dict[str, Entry]:
    try:
        content = unsealed(place.read_bytes(), program)
    except OSError:
        return {}
    return {} if content is None else dict(json.loads(content))


def _write(place: Path, program: str, entries: dict[str, Entry]) -> None:
    """Written aside under a name of its own first: another build may write here too, and one of them wins."""
    content = json.dumps(entries, separators=(",", ":"), sort_keys=True).encode()
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        new.write_bytes(sealed(content, program))
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)


def drop_oldest(folder: Path, most: int) -> None:
    """Leave as many files in a folder, those used last; another build may remove some meanwhile."""
    if folder.is_dir():
        files = sorted(folder.iterdir(), key=lambda path: (_last_used(path), path.name))
        for path in files[: max(0, len(files) - most)]:
            with suppress(OSError):
                path.unlink()


def _last_used(path: Path) -> int:
    """The time of change in nanoseconds; that of a file which is gone by now comes first."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
