"""Python's garbage collector, which knows nothing of how a dossier grows."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Pause the garbage collector while a dossier grows.

    Little of it is garbage before the end, and walking it again and again makes a large project's time
    grow faster than its size.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
