"""The last stage: files into build/, atomically, only what changed, removing only what is owned."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.files import differs, half_written, settle_all, write_atomically, write_if_changed
from generator.model.files import SiteFile

Paths = tuple[PurePosixPath, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in the order of paths."""

    written: Paths
    removed: Paths
    unchanged: Paths


def publish(files: Mapping[PurePosixPath, bytes], folder: Path) -> Published:
    """Make the folder hold these files: write what differs, remove what an earlier run wrote and this lacks.

    Files of others in the folder are left alone. Raises ValueError for a path that leaves the folder,
    OSError if the system refuses.
    """
    return publish_made({path: SiteFile.of(content) for path, content in files.items()}, folder)


def publish_made(files: Mapping[PurePosixPath, SiteFile], folder: Path, program: str = "") -> Published:
    """Do as `publish` does, and make only what `program` has not made and left there before.

    What is owned is kept beside the folder, and is written before new files and after removals, so that a
    killed run leaves no file that nobody owns. Without a `program` every file is made and compared.
    """
    for path in files:
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise ValueError(f"{path} is no path inside the folder")
    owned = Owned.beside(folder)
    known = owned.marks if program and owned.program == program else {}
    folder.mkdir(parents=True, exist_ok=True)
    names = {str(path): path for path in files}
    if not names.keys() <= owned.marks.keys():
        owned.with_paths(names).keep(folder)
    written: set[PurePosixPath] = set()
    marks: dict[str, Mark] = {}
    for name, path in names.items():
        file, place = files[path], f"{folder}/{name}"
        marks[name] = mark_of(file.key, place)
        if marks[name] != known.get(name):
            written |= {path} if _put(Path(place), file) else set()
            marks[name] = mark_of(file.key, place)
    orphans = {PurePosixPath(name) for name in owned.marks.keys() - names.keys()} - files.keys()
    removed = [path for path in sorted(orphans) if _remove(folder, path)]
    if written:
        settle_all()  # before it is told what the files are
    Owned(program, marks).keep(folder)
    unchanged = files.keys() - written
    return Published(*(tuple(sorted(paths, key=_parts)) for paths in (written, removed, unchanged)))


def _parts(path: PurePosixPath) -> tuple[str, ...]:
    """What paths are ordered by, told once for each path and not once for each comparison."""
    return path.parts


def _put(path: Path, file: SiteFile) -> bool:
    """Make the file, and write it unless it is there; whether it was written."""
    content = file.make()
    if not differs(path, content):
        return False
    write_atomically(path, content, settle=False)
    return True


def _remove(folder: Path, path: PurePosixPath) -> bool:
    """Remove a file and the folders that it leaves empty; False if it was not there."""
    file = folder / path
    half_written(file).unlink(missing_ok=True)
    if not file.is_file():
        return False
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True


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
            kept = json.loads(_record(folder).read_bytes())
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
        write_if_changed(_record(folder), content.encode())


def _record(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.owned.json")
