"""PDF files that earlier builds made, each under a digest of all that decides its bytes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from generator.model.diagnostics import Diagnostic
from generator.model.memory import sealed, unsealed
from generator.print.fit import Draft
from generator.typeset import fonts as typeset
from generator.typeset.fonts import OWN, Fonts
from generator.typeset.lacking import Lost

PROGRAM = (Path(__file__).parent, Path(typeset.__file__).parent)
"""What sets a document: the bytes of a file depend on it."""


class Mended(bytes):
    """A file that shows substitutes for signs which only the whole document lacks.

    It is not kept, so that the next run tells of them again.
    """

    one: Draft
    lost: Lost

    @classmethod
    def of(cls, content: bytes, one: Draft, lost: Lost) -> Mended:
        """The file of a draft, and the stretches of its text that gave way."""
        made = cls(content)
        made.one, made.lost = one, lost
        return made


def kept_or_made(
    one: Draft,
    paper: str,
    make: Callable[[], bytes | Diagnostic],
    folder: Path | None,
    fonts: Fonts = OWN,
) -> bytes | Diagnostic:
    """What an earlier run made of the same draft; else what `make` makes, kept for the next run.

    The folder may be damaged, deleted or shared at any time, or refuse to be written: that costs only time.
    """
    if folder is None:
        return make()
    kept = folder / f"{_key(one, paper, fonts)}.pdf"
    found = _found(kept)
    if found is not None:
        return found
    result = make()
    if isinstance(result, bytes) and not isinstance(result, Mended):
        with suppress(OSError):
            _keep(kept, sealed(result))
    return result


def as_json(value: object) -> str:
    """The same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _found(kept: Path) -> bytes | None:
    """What is kept there, marked as used now; None if nothing is, or if it was damaged."""
    try:
        found = unsealed(kept.read_bytes())
    except OSError:
        return None
    with suppress(OSError):
        os.utime(kept)
    return found


def _keep(kept: Path, content: bytes) -> None:
    """Written aside under a name of its own first: another build may keep the same file."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    new = kept.with_name(f".{kept.name}.{os.getpid()}.new")
    try:
        new.write_bytes(content)
        new.replace(kept)
    finally:
        new.unlink(missing_ok=True)


def _key(one: Draft, paper: str, fonts: Fonts) -> str:
    parts = (version("typst"), paper, one.form, fonts.key)
    digest = hashlib.sha256("\0".join((*parts, "")).encode())
    for each in sorted(path for place in PROGRAM for path in place.rglob("*")):
        if each.suffix in (".py", ".typ"):
            digest.update(each.read_bytes())
    digest.update(as_json(one.node).encode(errors="replace"))
    return digest.hexdigest()
