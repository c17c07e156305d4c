"""Writes files so that a reader never sees half of one, and touches only what changed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

Paths = tuple[PurePosixPath, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in the order of paths."""

    written: Paths
    removed: Paths
    unchanged: Paths


def publish(files: Mapping[PurePosixPath, bytes], folder: Path) -> Published:
    """Make the folder hold these files: write what differs, remove what an earlier run wrote and this lacks.

    Files of others in the folder are left alone. What is owned is kept beside the folder, and is written
    before new files and after removals, so that a killed run leaves no file that nobody owns.
    Raises ValueError for a path that leaves the folder, OSError if the system refuses.
    """
    for path in files:
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise ValueError(f"{path} is no path inside the folder")
    wanted = sorted(files)
    owned = _owned(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _own(folder, owned.union(wanted))
    changed = [path for path in wanted if _differs(folder / path, files[path])]
    for path in changed:
        write_atomically(folder / path, files[path])
    orphans = sorted(owned.difference(wanted))
    removed = [path for path in orphans if _remove(folder, path)]
    _own(folder, wanted)
    kept = set(wanted).difference(changed)
    return Published(tuple(changed), tuple(removed), tuple(sorted(kept)))


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content in place of what is at the path, all at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = _half_written(path)
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.stat().st_size != len(content) or path.read_bytes() != content


def _half_written(path: Path) -> Path:
    """Where a file is written before it takes its place; what a killed run leaves there is ours too."""
    return path.with_name(f".{path.name}.new")


def _remove(folder: Path, path: PurePosixPath) -> bool:
    """Remove a file and the folders that it leaves empty; False if it was not there."""
    file = folder / path
    _half_written(file).unlink(missing_ok=True)
    if not file.is_file():
        return False
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True


def _manifest(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.owned.json")


def _owned(folder: Path) -> frozenset[PurePosixPath]:
    manifest = _manifest(folder)
    if not manifest.is_file():
        return frozenset()
    return frozenset(map(PurePosixPath, json.loads(manifest.read_text(encoding="utf-8"))))


def _own(folder: Path, paths: Iterable[PurePosixPath]) -> None:
    content = json.dumps(sorted(map(str, paths)), indent=0).encode()
    if _differs(_manifest(folder), content):
        write_atomically(_manifest(folder), content)
