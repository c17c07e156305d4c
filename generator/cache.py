"""What a run may remember of earlier ones. One store, and one rule: what it says is checked, never believed.

Three checks, in this order. A seal: what is remembered carries a code that only this user can make, over its
content, its name and the program that made it, so that nobody else's cache counts, nor an entry under another
name. Its content: what can be held against what it was made of in less time than it takes to make, is. And
what can be made as fast as it is checked (the places of quotations, names in texts, YAML) is not remembered.

Why, and what a forged entry could do: docs/decisions/0019-one-store.md.
"""

import hashlib
import hmac
import json
import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from platformdirs import user_state_path

LONGEST_UNUSED = 3
"""So many builds that made something new may pass without a result being used before it is dropped."""

MOST_EDITIONS = 4
"""So many times the files of one build may be left of those that are files of their own."""

KEY_VARIABLE = "BRIEFING_CACHE_KEY"
"""The variable that gives machines a common key, so that one believes what another remembers."""

PROGRAM = Path(__file__).parent
KEY_LENGTH = 32

Rows = list[Any]
"""A result in JSON's own types, so that it is the same whether it was made or remembered."""

Entry = tuple[int, Rows]
"""For how many builds a result was not used, and the result."""


class Memory(Protocol):
    """Gives results that are known, or has them made and may remember them."""

    def recall(self, kind: str, key: str, make: Callable[[], Rows], holds: Callable[[Rows], bool]) -> Rows:
        """What `make` gives, or gave for the same kind and key; the key stands for all that decides it.

        `holds` says of a remembered result whether it can be one of what it was made of; it may raise what
        a result of another form makes it raise.
        """

    def file(self, kind: str, key: str) -> bytes | None:
        """The file that was kept under this key; None if there is none, or none that counts."""

    def keep(self, kind: str, key: str, content: bytes) -> None:
        """Have `file` give this content in later runs."""

    def drop_oldest(self, kind: str, editions_of: int) -> None:
        """Leave as many files of a kind as a few editions of so many files have, those used last."""

    def save(self) -> None:
        """Keep new results for later runs."""


class Forgetful:
    """Remembers nothing."""

    def recall(
        self,
        kind: str,  # noqa: ARG002 - a memory is asked so
        key: str,  # noqa: ARG002
        make: Callable[[], Rows],
        holds: Callable[[Rows], bool],  # noqa: ARG002
    ) -> Rows:
        """What `make` gives."""
        return make()

    def file(self, kind: str, key: str) -> bytes | None:  # noqa: ARG002
        """None."""
        return None

    def keep(self, kind: str, key: str, content: bytes) -> None:
        """Nothing is kept."""

    def drop_oldest(self, kind: str, editions_of: int) -> None:
        """Nothing is there."""

    def save(self) -> None:
        """Nothing is kept."""


FORGETFUL = Forgetful()


def key_of(*parts: str) -> str:
    """A key that stands for these texts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        text = part.encode(errors="surrogatepass")
        digest.update(len(text).to_bytes(8) + text)
    return digest.hexdigest()


def sealed(content: bytes, *about: str) -> bytes:
    """The content after its seal: a code over it and over what it is about, which only we can make."""
    return _code(content, about) + b"\n" + content


def unsealed(kept: bytes, *about: str) -> bytes | None:
    """The content of what `sealed` gave; None if anything of it is another, or somebody else made it."""
    code, _, content = kept.partition(b"\n")
    return content if hmac.compare_digest(code, _code(content, about)) else None


def _code(content: bytes, about: tuple[str, ...]) -> bytes:
    return hmac.new(_own_key(), key_of(*about).encode() + content, hashlib.sha256).hexdigest().encode()


@cache
def _own_key() -> bytes:
    """The key that the environment gives, else that of this user on this machine, made when first needed.

    Where it cannot be kept it is good for this run alone: what is remembered counts for nobody then.
    """
    given = os.environ.get(KEY_VARIABLE)
    if given:
        return hashlib.sha256(given.encode(errors="surrogateescape")).digest()
    new = secrets.token_bytes(KEY_LENGTH)
    try:
        place = user_state_path("briefing", appauthor=False) / "cache.key"
        if place.is_file() and len(known := place.read_bytes()) == KEY_LENGTH:
            return known
        place.parent.mkdir(parents=True, exist_ok=True)
        aside = place.with_name(f".{place.name}.{os.getpid()}.new")
        aside.touch(mode=0o600)
        aside.write_bytes(new)
        aside.replace(place)
    except (OSError, RuntimeError):  # without rights, or without a home
        return new
    return new


@cache
def program_digest() -> str:
    """A digest of the program's own files, of Python's version, and of the libraries that are installed.

    What one program remembers is no other's: a line of code, or a library, may decide any result.
    """
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


@dataclass(slots=True)
class _Shelf:
    """The results of one kind: those of earlier builds, and those used in this one."""

    known: dict[str, Entry]
    used: dict[str, Entry] = field(default_factory=dict)
    has_new: bool = False


class Store:
    """Remembers in a folder what builds of the same program made for the same user.

    Safe to delete, to damage and to share: that costs time. It holds JSON and finished files, which can do
    nothing but be read.
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program
        self._shelves: dict[str, _Shelf] = {}

    def recall(self, kind: str, key: str, make: Callable[[], Rows], holds: Callable[[Rows], bool]) -> Rows:
        """What `make` gives, or gave in an earlier build if that still holds."""
        shelf = self._shelves.get(kind)
        if shelf is None:
            shelf = self._shelves[kind] = _Shelf(self._read(kind))
        entry = shelf.used.get(key)
        if entry is None:
            entry = shelf.known.get(key)
            if entry is None or not _can_be(entry, holds):
                entry = (0, make())
                shelf.has_new = True
            shelf.used[key] = entry
        return entry[1]

    def file(self, kind: str, key: str) -> bytes | None:
        """The file that was kept under this key, marked as used now; None if there is none that counts."""
        place = self._folder / kind / key
        try:
            content = unsealed(place.read_bytes(), self._program, kind, key)
        except OSError:
            return None
        with suppress(OSError):
            os.utime(place)
        return content

    def keep(self, kind: str, key: str, content: bytes) -> None:
        """Have `file` give this content in later runs of this program."""
        with suppress(OSError):
            _write(self._folder / kind / key, sealed(content, self._program, kind, key))

    def save(self) -> None:
        """Keep what is new for later builds, and drop what has not been used for long.

        A folder that cannot be written keeps nothing: that costs time, and no build should fail of it.
        """
        for kind, shelf in self._shelves.items():
            if shelf.has_new:
                idle = {
                    key: (age + 1, rows) for key, (age, rows) in shelf.known.items() if age < LONGEST_UNUSED
                }
                entries = idle | {key: (0, rows) for key, (_, rows) in shelf.used.items()}
                content = json.dumps(entries, separators=(",", ":"), sort_keys=True).encode()
                with suppress(OSError):
                    _write(self._folder / f"{kind}.json", sealed(content, self._program, kind))

    def drop_oldest(self, kind: str, editions_of: int) -> None:
        """Leave as many files of a kind as a few editions have; another build may remove some meanwhile."""
        folder = self._folder / kind
        if folder.is_dir():
            files = sorted(folder.iterdir(), key=lambda path: (_last_used(path), path.name))
            for path in files[: max(0, len(files) - MOST_EDITIONS * max(1, editions_of))]:
                with suppress(OSError):
                    path.unlink()

    def _read(self, kind: str) -> dict[str, Entry]:
        try:
            content = unsealed((self._folder / f"{kind}.json").read_bytes(), self._program, kind)
        except OSError:
            return {}
        return {} if content is None else dict(json.loads(content))


def _can_be(entry: Entry, holds: Callable[[Rows], bool]) -> bool:
    try:
        return holds(entry[1])
    except (ValueError, TypeError, KeyError, IndexError):
        return False


def _write(place: Path, content: bytes) -> None:
    """Written aside under a name of its own first: another build may write here too, and one of them wins."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        new.write_bytes(content)
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)


def _last_used(path: Path) -> int:
    """The time of change in nanoseconds; that of a file which is gone by now comes first."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
