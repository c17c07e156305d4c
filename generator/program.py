"""Which program this is: what is kept from an earlier run is used again only by the very same one."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

PROGRAM = Path(__file__).parent


@cache
def program_digest() -> str:
    """A digest of the program's own files, of Python's version, and of the libraries that are installed."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(PROGRAM.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(PROGRAM).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update("\n".join(sorted(_libraries())).encode())
    return digest.hexdigest()


def _libraries() -> set[str]:
    """Each installed library with its version, which the name of its folder of metadata tells."""
    places = (Path(place) for place in sys.path if place)
    return {entry.name for place in places if place.is_dir() for entry in place.glob("*.dist-info")}
