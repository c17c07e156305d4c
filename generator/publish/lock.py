"""A lock that keeps two builds out of one folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AnotherBuildIsRunning(OSError):
    """Another process is building into the same folder."""


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Hold the folder's lock while the body runs; the system frees it even if the process is killed.

    Raises AnotherBuildIsRunning at once if another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherBuildIsRunning(
                f"another build into {folder} is running; wait until it ends"
            ) from None
        yield
    finally:
        os.close(lock)
