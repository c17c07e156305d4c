"""What a folder holds that is ours, and what each file was made of."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.publish.writing import write_if_changed


@dataclass(frozen=True, slots=True)
class Mark:
    """A file as it was left: the key that it was made for, its size and its time of change."""

    key: str
    size: int
    changed: int


UNKNOWN = Mark("", -1, -1)


def mark_of(key: str, file: str) -> Mark:
    """The mark of what stands at a place now."""
    try:
        found = os.stat(file)  # noqa: PTH116 - this is asked of every file in every run
    except OSError:
        return UNKNOWN
    return Mark(key, found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Owned:
    """The files of ours in a folder, and which program left them there."""

    program: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)

    @classmethod
    def beside(cls, folder: Path) -> Owned:
        """What is kept beside a folder; nothing if nothing can be read there."""
        try:
            kept = json.loads(_place(folder).read_bytes())
            marks = {path: Mark(*mark) for path, mark in kept["files"].items()}
            return cls(kept["program"], marks)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def with_paths(self, paths: Iterable[str]) -> Owned:
        """The same and more files, of which nothing is known yet."""
        return Owned(self.program, dict.fromkeys(paths, UNKNOWN) | dict(self.marks))

    def keep(self, folder: Path) -> None:
        """Write this beside the folder."""
        files = {path: (mark.key, mark.size, mark.changed) for path, mark in self.marks.items()}
        content = json.dumps({"program": self.program, "files": files}, sort_keys=True)
        write_if_changed(_place(folder), content.encode())


def _place(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.owned.json")
