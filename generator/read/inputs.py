"""Reading files that nobody vouches for: what cannot be read safely becomes a diagnostic, never text.

Offsets in what was read become lines and columns.
"""

import hashlib
import itertools
import os
import re
import stat
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from generator.cache import FORGETFUL, Memory
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span, Text

MEGABYTE = 1_000_000
MAX_SOURCE = 5 * MEGABYTE
MAX_CONTENT = 10 * MEGABYTE

# Unicode's "stream-safe" limit (UAX #15): normalising longer runs takes quadratic time.
MAX_MARKS = 30

_NOT_ASCII = re.compile(rf"[^\x00-\x7f]{{{MAX_MARKS + 1},}}")


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as read: Unicode NFC, line feeds only, no byte order mark.

    `path` is relative to the project, with forward slashes; `checksum` is the SHA-256 of the bytes, in
    hexadecimal. `memory` knows what earlier runs made of the file.
    """

    path: str
    text: str
    checksum: str
    memory: Memory = FORGETFUL


class Refused(Exception):
    """Why a file was not read; leaves this module only as its diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_file(project: Path, path: str, limit: int = MAX_CONTENT) -> InputFile | Diagnostic:
    """The file at `path` inside the project, or why it is not read.

    Never reads more than `limit` bytes, never waits for a pipe or device, never follows a link out of
    the folder of the project (`sources`, `content`, …) that `path` is in.
    """
    try:
        raw = _bytes(project, path, limit)
        return InputFile(path, _text(path, raw), hashlib.sha256(raw).hexdigest())
    except Refused as refused:
        return refused.diagnostic


def leaves_its_folder(project: Path, path: str) -> bool:
    """Whether a symbolic link on the way to `path` leads out of the project's folder that `path` is in."""
    top, _, rest = path.partition("/")
    folder = project.resolve() / (top if rest else "")
    return not (project / path).resolve().is_relative_to(folder)


def _refuse(code: str, message: str, path: str, help: str | None = None, span: Span | None = None) -> Refused:
    return Refused(Diagnostic(code, message, span or Span.at(path), help=help))


def _bytes(project: Path, path: str, limit: int) -> bytes:
    place = project / path
    try:
        if leaves_its_folder(project, path):
            raise _refuse(
                "symlink-outside",
                "a symbolic link leads out of its folder",
                path,
                "put a copy of the file in its place",
            )
        found = place.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _refuse("not-a-file", "this is a folder or a device, not a file", path)
        if found.st_size > limit:
            raise _too_large(path, limit)
        with place.open("rb") as stream:
            raw = stream.read(limit + 1)
    except FileNotFoundError:
        raise _refuse(
            "file-missing", "the file does not exist", path, "make it, or correct its name"
        ) from None
    except (OSError, RuntimeError) as reason:
        raise _refuse("file-unreadable", f"the file cannot be read: {why_not(reason)}", path) from None
    if len(raw) > limit:
        raise _too_large(path, limit)
    return raw


def why_not(reason: OSError | RuntimeError) -> str:
    """The system's reason, without the path on this machine."""
    if isinstance(reason, OSError) and reason.errno:
        return os.strerror(reason.errno)
    return "symbolic links lead in a circle"


def _too_large(path: str, limit: int) -> Refused:
    return _refuse(
        "file-too-large",
        f"the file is larger than {limit // MEGABYTE} MB",
        path,
        "split it, or check that it is the file you meant",
    )


def _text(path: str, raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refuse("not-utf8", "the file is UTF-16, not UTF-8", path, "save it again as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise _not_utf8(path, broken) from None
    text = with_line_feeds(text)
    if "\0" in text:
        raise _refuse(
            "nul-bytes",
            "the file holds NUL characters, which text does not have",
            path,
            "check that it is a text file",
            _span(path, text[: text.index("\0")]),
        )
    if not text.strip():
        raise _refuse("file-empty", "the file is empty", path, "write it, or remove the file")
    return text if text.isascii() else _composed(path, text)


def with_line_feeds(text: str) -> str:
    """The text with LF for every CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(path: str, broken: UnicodeDecodeError) -> Refused:
    before = broken.object[: broken.start].decode("utf-8", "replace")
    byte = broken.object[broken.start]
    return _refuse(
        "not-utf8",
        f"the byte 0x{byte:02X} here is not UTF-8",
        path,
        "save the file as UTF-8; it may be in Windows-1252 or Latin-1 now",
        _span(path, with_line_feeds(before)),
    )


def _span(path: str, before: str) -> Span:
    return Span.at(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0


def _composed(path: str, text: str) -> str:
    for run in _NOT_ASCII.finditer(text):
        offset = run.start()
        for is_mark, group in itertools.groupby(run.group(), key=_is_mark):
            length = len(tuple(group))
            if is_mark and length > MAX_MARKS:
                raise _refuse(
                    "too-many-accents",
                    f"one letter carries more than {MAX_MARKS} accents or other marks",
                    path,
                    "remove the marks",
                    _span(path, text[:offset]),
                )
            offset += length
    return unicodedata.normalize("NFC", text)


def shown_lines(project: Path, path: str) -> tuple[str, ...]:
    """The lines of a file as far as they can be shown: bytes that are not UTF-8 are replaced."""
    try:
        raw = _bytes(project, path, MAX_CONTENT)
    except Refused:
        return ()
    text = with_line_feeds(raw.decode("utf-8-sig", "replace"))
    return tuple((text if text.isascii() else _composed_if_safe(path, text)).split("\n"))


def _composed_if_safe(path: str, text: str) -> str:
    try:
        return _composed(path, text)
    except Refused:
        return text


class Positions:
    """The positions in one file's text; offsets are code points.

    Only the line feed ends a line, whatever else Unicode or YAML calls a line break, as in editors.
    """

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        starts = [0]
        end = text.find("\n")
        while end != -1:
            starts.append(end + 1)
            end = text.find("\n", end + 1)
        self._starts = starts

    def span(self, start: int, end: int) -> Span:
        """The stretch `[start, end)`."""
        starts = self._starts
        first = bisect_right(starts, start)
        last = first
        if last < len(starts) and starts[last] <= end:
            last = bisect_right(starts, end)
        return Span(self.path, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)

    def at(self, offset: int) -> Span:
        """The single character at this offset."""
        return self.span(offset, offset + 1)

    def cut(self, start: int, end: int) -> Text:
        """The text of `[start, end)`, with its span."""
        return Text(self.text[start:end], self.span(start, end))

    def line_of(self, offset: int) -> int:
        """The line that holds this offset."""
        return bisect_right(self._starts, offset)
