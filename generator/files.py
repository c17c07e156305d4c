"""Writing that no reader sees half of: one file, several files, a folder; and one writer at a time.

What is written stands beside its place first, under a name that begins with a dot, and is renamed then.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def write_atomically(path: Path, content: bytes, *, settle: bool = True) -> None:
    """Put the content in place of what is at the path, all at once.

    With `settle` it is on the disk before; who writes many files without it settles all of them at once.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = half_written(path)
    try:
        _write(new, content, settle=settle)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def write_group(files: Mapping[Path, bytes]) -> None:
    """Put several files in place together, in their order: all of them, or, if the system refuses, none.

    All are on the disk before the first takes its place, so what fails for want of room or rights fails
    while nothing has changed; if a renaming is refused, those before it are undone. No file system renames
    several files in one step: a process that is killed between two renamings leaves the new of the first
    and the old of the others, each of them whole.
    """
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(half_written(path), content, settle=True)
            if path.exists():
                shutil.copy2(path, _aside(path))
        _rename_all(tuple(files))
    finally:
        for path in files:
            with suppress(OSError):
                half_written(path).unlink(missing_ok=True)
                _aside(path).unlink(missing_ok=True)
    for folder in dict.fromkeys(path.parent for path in files):
        _sync(folder)


def _rename_all(paths: tuple[Path, ...]) -> None:
    renamed: list[Path] = []
    try:
        for path in paths:
            half_written(path).replace(path)
            renamed.append(path)
    except BaseException:
        for path in reversed(renamed):
            if _aside(path).exists():
                _aside(path).replace(path)
            else:
                path.unlink()
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


def _aside(path: Path) -> Path:
    """Where the old file or folder waits while the new one takes its place."""
    return path.with_name(f".{path.name}.old")


def _write(path: Path, content: bytes, *, settle: bool) -> None:
    with path.open("wb") as file:
        file.write(content)
        if settle:
            file.flush()
            os.fsync(file.fileno())


def settle_all() -> None:
    """Have everything that was written on the disk; once, since a thousand single files take minutes."""
    if hasattr(os, "sync"):
        os.sync()


def swap_in(staging: Path, live: Path) -> None:
    """Make `live` what `staging` is; what was live before is removed.

    On Linux the two change places in one step, so that a reader finds either the old or the new and never
    neither. Where the system cannot do that, the old one is renamed aside first. Files that are the same in
    both keep their time of change, so that hosts are sent only what differs. Raises OSError if the system
    refuses; then `live` is whole, old or new.
    """
    _keep_times(staging, live)
    for path in (*staging.rglob("*"), staging):
        if path.is_file() or path.is_dir():
            _sync(path)
    if not live.exists():
        staging.rename(live)
    elif _exchange(staging, live):
        shutil.rmtree(staging)
    else:
        _rename_in_turn(staging, live)
    _sync(live.parent)


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places; False where the system cannot."""
    rename = of_the_system("renameat2")
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0)


def of_the_system(name: str) -> Callable[..., int] | None:
    """A function of Linux that Python does not offer; None elsewhere, and where the C library lacks it."""
    if not sys.platform.startswith("linux"):
        return None
    found: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return found


def _rename_in_turn(staging: Path, live: Path) -> None:
    aside = _aside(live)
    if aside.exists():
        shutil.rmtree(aside)
    live.rename(aside)
    try:
        staging.rename(live)
    except OSError:
        aside.rename(live)
        raise
    shutil.rmtree(aside)


def _keep_times(staging: Path, live: Path) -> None:
    for path in staging.rglob("*"):
        old = live / path.relative_to(staging)
        if path.is_file() and old.is_file() and not differs(old, path.read_bytes()):
            found = old.stat()
            os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def _sync(path: Path) -> None:
    """Have a file or a folder on the disk; a system that opens no folders settles them by itself."""
    try:
        handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    except PermissionError:
        if path.is_dir():
            return
        raise
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def cleared(staging: Path) -> Iterator[None]:
    """A place that is empty before and after: what an earlier run, or a full disk, left there is removed."""
    if staging.exists():
        shutil.rmtree(staging)
    try:
        yield
    finally:
        shutil.rmtree(staging, ignore_errors=True)


class AnotherBuildIsRunning(OSError):
    """Another process is building into the same folder."""


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Hold the folder's lock while the body runs; the system frees it even if the process is killed.

    Raises AnotherBuildIsRunning at once if another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".lock", blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise AnotherBuildIsRunning(f"another build into {folder} is running; wait until it ends") from None
    try:
        yield
    finally:
        lock.release()
