"""What there is to import: files, the files in folders, the standard input, addresses."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.text import Span
from generator.read.inputs import why_not

MEGABYTE = 1_000_000
LARGEST = 30 * MEGABYTE
STANDARD_INPUT = "-"
PASTED = "pasted text"
_ADDRESSES = ("http://", "https://")
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
# A page saved “complete” has what it shows in a folder beside it, whose name ends so.
_BESIDE_PAGES = ("_files", ".files", "-files", "_file", "-Dateien", "_fichiers", "_archivos", "_파일", ".fld")
_PAGES = (".html", ".htm", ".xhtml", ".mhtml")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing to import: what it is called, and the file that it is, or the address that it has.

    `was_named`: the user named it, and did not find it in a folder.
    """

    name: str
    path: Path | None = None
    address: str | None = None
    was_named: bool = True


def is_address(path: str) -> bool:
    """Whether what was typed is an address on the web."""
    return path.lower().startswith(_ADDRESSES)


def incoming(paths: Iterable[str]) -> Iterator[Incoming | Diagnostic]:
    """What is behind the paths, in their order, each once; folders with all that is in them, by name."""
    seen: set[tuple[int, int]] = set()
    for typed in paths:
        if typed == STANDARD_INPUT:
            yield Incoming(PASTED)
        elif is_address(typed):
            yield Incoming(typed, address=typed)
        else:
            yield from _at(Path(typed), seen)


def _at(path: Path, seen: set[tuple[int, int]]) -> Iterator[Incoming | Diagnostic]:
    try:
        found = path.stat()
    except (OSError, RuntimeError) as reason:
        yield _unreadable(path, reason)
        return
    if not stat.S_ISDIR(found.st_mode):
        yield from _file(path, seen, was_named=True)
        return
    for item in _within(path):
        if isinstance(item, Diagnostic):
            yield item
        else:
            yield from _file(item, seen, was_named=False)


def _file(path: Path, seen: set[tuple[int, int]], *, was_named: bool) -> Iterator[Incoming | Diagnostic]:
    try:
        found = path.stat()
    except (OSError, RuntimeError) as reason:
        yield _unreadable(path, reason)
        return
    if not stat.S_ISREG(found.st_mode):
        yield Diagnostic("import-unreadable", "this is a device or a pipe, not a file", Span.at(_name(path)))
    elif (found.st_dev, found.st_ino) not in seen:
        seen.add((found.st_dev, found.st_ino))
        yield Incoming(_name(path), path, was_named=was_named)


def _within(folder: Path) -> Iterator[Path | Diagnostic]:
    """The files of a folder and of those in it, by name, without hidden ones and what saved pages show."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as reason:
        yield _unreadable(folder, reason)
        return
    pages = {Path(entry.name).stem for entry in entries if entry.name.lower().endswith(_PAGES)}
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or entry.name.lower() in _SYSTEM_FILES:
            continue
        if not path.is_dir():
            yield path
        elif entry.is_symlink():
            message = "this leads to another folder, which is not followed: it may lead in a circle"
            help = "name the other folder as well, if its articles are to be imported"
            yield Diagnostic("import-link", message, Span.at(_name(path)), Severity.WARNING, help=help)
        elif not any(entry.name == page + ending for page in pages for ending in _BESIDE_PAGES):
            yield from _within(path)


def bytes_of(path: Path) -> bytes | Diagnostic:
    """What a file holds, or why that is not read. Never reads more than `LARGEST` bytes."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as reason:
        return _unreadable(path, reason)
    return data if len(data) <= LARGEST else too_large(_name(path))


def too_large(name: str) -> Diagnostic:
    """The report of something with more bytes than an article has."""
    message = f"it is larger than {LARGEST // MEGABYTE} MB: no article is"
    help = "copy the text of the article, and pipe it into `briefing import -`"
    return Diagnostic("import-too-large", message, Span.at(name), help=help)


def _unreadable(path: Path, reason: OSError | RuntimeError) -> Diagnostic:
    message = f"it cannot be read: {why_not(reason)}"
    return Diagnostic("import-unreadable", message, Span.at(_name(path)))


def _name(path: Path) -> str:
    """How the file is called in reports; bytes of its name that are no text are shown as such."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()
