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


def kept_or_made(
    one: Draft, paper: str, make: Callable[[], bytes | Diagnostic], folder: Path | None
) -> bytes | Diagnostic:
    """What an earlier run made of the same draft; else what `make` makes, kept for the next run.

    The folder may be damaged, deleted or shared at any time, or refuse to be written: that costs only time.
    """
    if folder is None:
        return make()
    kept = folder / f"{_key(one, paper)}.pdf"
    found = _found(kept)
    if found is not None:
        return found
    result = make()
    if isinstance(result, bytes):
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


def _key(one: Draft, paper: str) -> str:
    digest = hashlib.sha256(f"{version('typst')}\0{paper}\0{one.form}\0".encode())
    for each in sorted(Path(__file__).parent.rglob("*")):
        if each.suffix in (".py", ".typ"):
            digest.update(each.read_bytes())
    digest.update(as_json(one.node).encode(errors="replace"))
    return digest.hexdigest()
