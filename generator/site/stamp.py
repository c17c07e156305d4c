"""Whether the site on show is made of what is here now, so that the engine need not run again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.program import program_digest
from generator.site.settings import resolved


def stamp(root: Path, made_of: Iterable[Path]) -> bytes:
    """A digest of what a site is made of: files and folders, settings as they are here, and the programs."""
    digest = hashlib.sha256(program_digest().encode() + resolved(root).encode())
    files = (path for place in made_of for path in (place.rglob("*") if place.is_dir() else (place,)))
    for path in sorted(path for path in files if path.is_file()):
        name = path.relative_to(root).as_posix().encode()
        digest.update(name + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest().encode()


def is_current(site: Path, kept: Path, stamp: bytes) -> bool:
    """Whether there is a site, and the stamp that is kept of it is this one."""
    return site.is_dir() and kept.is_file() and kept.read_bytes() == stamp
