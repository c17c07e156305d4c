"""Writes one file so that a reader never sees half of it."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomically(path: Path, content: bytes, *, settle: bool = True) -> None:
    """Put the content in place of what is at the path, all at once.

    With `settle` it is on the disk before; who writes many files without it settles all of them at once.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = half_written(path)
    try:
        with new.open("wb") as file:
            file.write(content)
            if settle:
                file.flush()
                os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, content: bytes) -> None:
    """Put the content in place of what is at the path unless it is there already."""
    if differs(path, content):
        write_atomically(path, content)


def differs(path: Path, content: bytes) -> bool:
    """Whether what is at the path is anything but this content."""
    return not path.is_file() or path.stat().st_size != len(content) or path.read_bytes() != content


def half_written(path: Path) -> Path:
    """Where a file is written before it takes its place; what a killed run leaves there is ours too."""
    return path.with_name(f".{path.name}.new")
