"""The last stage: files into build/, atomically, only what changed, removing only what is owned."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.cache import sealed, unsealed
from generator.files import differs, half_written, settle_all, write_atomically, write_if_changed
from generator.model.pages import SiteFile

Paths = tuple[PurePosixPath, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in the order of paths; and the SHA-256 of each file that stands there now."""

    written: Paths
    removed: Paths
    unchanged: Paths
    digests: Mapping[PurePosixPath, str] = field(default_factory=dict)


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
        if not _is_inside(str(path)):
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
        mark = known.get(name)
        if mark and mark.key == files[path].key and mark.digest == _digest_at(f"{folder}/{name}"):
            marks[name] = mark
            continue
        content = files[path].make()
        marks[name] = Mark(files[path].key, hashlib.sha256(content).hexdigest())
        written |= {path} if _put(folder / path, content) else set()
    orphans = {PurePosixPath(name) for name in owned.marks.keys() - names.keys()} - files.keys()
    removed = [path for path in sorted(orphans) if _remove(folder, path)]
    if written:
        settle_all()  # before it is told what the files are
    Owned(program, marks).keep(folder)
    unchanged = files.keys() - written
    return Published(
        written=tuple(sorted(written, key=_parts)),
        removed=tuple(sorted(removed, key=_parts)),
        unchanged=tuple(sorted(unchanged, key=_parts)),
        digests={path: marks[name].digest for name, path in names.items()},
    )


def _parts(path: PurePosixPath) -> tuple[str, ...]:
    """What paths are ordered by, told once for each path and not once for each comparison."""
    return path.parts


def _is_inside(name: str) -> bool:
    """Whether a path stays in the folder that it starts from, on any system."""
    path = PurePosixPath(name)
    is_plain = "\\" not in name and not PureWindowsPath(name).drive
    return is_plain and bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _digest_at(file: str) -> str | None:
    """The SHA-256 of what stands there; None if no file does."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - this is asked of every file in every run
            return hashlib.sha256(stream.read()).hexdigest()
    except OSError:
        return None


def _put(path: Path, content: bytes) -> bool:
    """Write the file unless it is there; whether it was written."""
    if not differs(path, content):
        return False
    write_atomically(path, content, settle=False)
    return True


def _remove(folder: Path, path: PurePosixPath) -> bool:
    """Remove a file and the folders that it leaves empty; False if it was not there, or not in the folder."""
    file = folder / path
    if not file.parent.resolve().is_relative_to(folder.resolve()):
        return False
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
    """A file as it was left: the key that it was made for, and the SHA-256 of its bytes."""

    key: str
    digest: str


UNKNOWN = Mark("", "")


@dataclass(frozen=True, slots=True)
class Owned:
    """The files of ours in a folder, and which program left them there.

    Which files are ours is taken from whoever wrote it, as far as it names files in the folder: all that it
    decides is what may be removed there. How they were left counts only under our seal.
    """

    program: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)

    @classmethod
    def beside(cls, folder: Path) -> Owned:
        """What is kept beside a folder; nothing if nothing can be read there."""
        try:
            kept = _record(folder).read_bytes()
            record = json.loads(kept.partition(b"\n")[2])
            marks = {
                path: Mark(*map(str, mark)) for path, mark in record["files"].items() if _is_inside(path)
            }
            is_ours = unsealed(kept, "owned", folder.name) is not None
            return cls(str(record["program"]), marks) if is_ours else cls("", dict.fromkeys(marks, UNKNOWN))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def with_paths(self, paths: Iterable[str]) -> Owned:
        """The same and more files, of which nothing is known yet."""
        return Owned(self.program, dict.fromkeys(paths, UNKNOWN) | dict(self.marks))

    def keep(self, folder: Path) -> None:
        """Write this beside the folder."""
        files = {path: (mark.key, mark.digest) for path, mark in self.marks.items()}
        content = json.dumps({"program": self.program, "files": files}, sort_keys=True).encode()
        write_if_changed(_record(folder), sealed(content, "owned", folder.name))


def _record(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.owned.json")
