"""Files of the site before they are made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that can be made; `key` stands for all that decides its bytes.

    The same program makes the same bytes of files with equal keys, so one that is there already need not be
    made again.
    """

    key: str
    make: Callable[[], bytes]

    @classmethod
    def of(cls, content: bytes) -> SiteFile:
        """A file that is made already."""
        return cls(hashlib.sha256(content).hexdigest(), lambda: content)
