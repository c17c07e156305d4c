"""Finding and reading the articles that summaries sum up, in a folder whose files nobody vouches for."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cached_property
from pathlib import Path

from generator.model.diagnostics import Diagnostic
from generator.model.sources import Original, SourceFile
from generator.model.text import Span, Text

MEGABYTE = 1_000_000
LARGEST = 5 * MEGABYTE

# Composing longer runs of marks takes quadratic time (UAX #15 calls 30 the stream-safe limit).
_TOO_MANY_MARKS = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20ff]{31}"
)


class OriginalFolder:
    """The files that lie directly in a folder; they are read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def text_of(self, source: SourceFile, original: Original) -> str | Diagnostic:
        """The text of a source's original, in Unicode NFC; or why there is none.

        The original is the file with the name and the SHA-256 that the source gives; else any with the
        SHA-256. Raises OSError where the system refuses to read.
        """
        named = self._named(original.file)
        raw = _bytes(named) if named else None
        if raw is None or _checksum(raw) != original.sha256.lower():
            other = self._by_checksum.get(original.sha256.lower())
            if other is None:
                return _missing(source, original) if raw is None else _changed(source, original, raw)
            raw = other.read_bytes()
        return _text(raw, source, original)

    def _named(self, name: str) -> Path | None:
        path = self._folder / name
        return path if path.parent == self._folder and path.is_file() else None

    @cached_property
    def _by_checksum(self) -> dict[str, Path]:
        files = sorted(path for path in self._folder.iterdir() if path.is_file())
        read = ((path, _bytes(path)) for path in files)
        return {_checksum(raw): path for path, raw in read if raw is not None}


def _bytes(path: Path) -> bytes | None:
    """What the file holds; None if it is larger than any article."""
    return path.read_bytes() if path.stat().st_size <= LARGEST else None


def _checksum(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _text(raw: bytes, source: SourceFile, original: Original) -> str | Diagnostic:
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return _unreadable(source, original, "is not UTF-8")
    if _TOO_MANY_MARKS.search(text):
        return _unreadable(source, original, "has a letter with more than 30 accents or other marks")
    if not text.strip():
        return _unreadable(source, original, "is empty")
    return unicodedata.normalize("NFC", text)


def _missing(source: SourceFile, original: Original) -> Diagnostic:
    return Diagnostic(
        "original-missing",
        f"the folder of originals has no file “{original.file}”, and none with its checksum",
        _span(original.file, source),
        help="put the article into the folder, or mend `file:` and `sha256:` under `original:`",
    )


def _changed(source: SourceFile, original: Original, raw: bytes) -> Diagnostic:
    return Diagnostic(
        "original-changed",
        f"the file “{original.file}” is not the one that was summed up: its SHA-256 is {_checksum(raw)}",
        _span(original.sha256, source),
        help="restore the file; or, if the article changed, write the new checksum here and audit again",
    )


def _unreadable(source: SourceFile, original: Original, fault: str) -> Diagnostic:
    return Diagnostic(
        "original-unreadable",
        f"the original “{original.file}” {fault}",
        _span(original.file, source),
        help="save the text of the article as UTF-8, and write its checksum under `original:`",
    )


def _span(value: str, source: SourceFile) -> Span:
    return value.span if isinstance(value, Text) else source.span
