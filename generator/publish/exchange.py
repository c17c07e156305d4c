"""Puts a finished folder in place of the one on show, all at once."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publish.writing import differs

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def swap_in(staging: Path, live: Path) -> None:
    """Make `live` what `staging` is; what was live before is removed.

    On Linux the two change places in one step, so that a reader finds either the old or the new and never
    neither. Where the system cannot do that, the old one is renamed aside first. Files that are the same in
    both keep their time of change, so that hosts are sent only what differs. Raises OSError if the system
    refuses; then `live` is whole, old or new.
    """
    _keep_times(staging, live)
    _settle(staging)
    if not live.exists():
        staging.rename(live)
    elif _exchange(staging, live):
        shutil.rmtree(staging)
    else:
        _rename_in_turn(staging, live)
    _sync(live.parent)


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0)


def _rename_in_turn(staging: Path, live: Path) -> None:
    aside = live.with_name(f".{live.name}.old")
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


def _settle(folder: Path) -> None:
    """Have everything in the folder on the disk before it is shown."""
    for path in folder.rglob("*"):
        if path.is_file() or path.is_dir():
            _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
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
