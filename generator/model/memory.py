"""What a run may remember of earlier ones: results of pure functions, by all that decides them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Protocol

Rows = list[Any]
"""A result in JSON's own types, so that it is the same whether it was made or remembered."""


class Memory(Protocol):
    """Gives a result that is known, or makes it and may keep it."""

    def recall(self, kind: str, key: str, make: Callable[[], Rows]) -> Rows:
        """What `make` gives, or gave for the same kind and key; the key stands for all that decides it."""

    def save(self) -> None:
        """Keep what is new for later runs."""


class Forgetful:
    """Remembers nothing."""

    def recall(self, kind: str, key: str, make: Callable[[], Rows]) -> Rows:  # noqa: ARG002 - a memory is asked so
        """What `make` gives."""
        return make()

    def save(self) -> None:
        """Nothing is kept."""


FORGETFUL = Forgetful()


def key_of(*parts: str) -> str:
    """A key that stands for these texts."""
    return hashlib.blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def sealed(content: bytes, by: str = "") -> bytes:
    """The content with a checksum before it, of it and of what made it."""
    return hashlib.sha256(by.encode() + b"\0" + content).hexdigest().encode() + b"\n" + content


def unsealed(kept: bytes, by: str = "") -> bytes | None:
    """The content of what `sealed` gave; None if it was damaged, or made by something else."""
    content = kept.partition(b"\n")[2]
    return content if sealed(content, by) == kept else None
