"""The fonts that a project adds: read from its folder, tried, and laid out in order for the typesetter."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from generator.model.diagnostics import Diagnostic
from generator.model.text import Span
from generator.typeset.fonts import OWN, Fonts, families_in, new_folder
from generator.typeset.sfnt import is_whole

SETTING = "extra.briefing.fonts"
SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
_MEGABYTE = 1_000_000
_LARGEST = 100 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class _Added:
    """One file: the SHA-256 of its bytes, the folder that holds it alone, and the families in it."""

    digest: str
    folder: str
    families: tuple[str, ...]


def added_fonts(project: Path, folder: str, setting: Span) -> tuple[Fonts, tuple[Diagnostic, ...]]:
    """The fonts in a folder of the project, by the names of their files, and what is wrong with them.

    `setting` is where the folder was named. What lies in folders within it is not read.
    """
    found = _names(project, folder)
    if isinstance(found, str):
        help = "name a folder of the project with files of fonts (.ttf, .otf or .ttc), such as `fonts`"
        return OWN, (Diagnostic("setting-wrong", f"`{SETTING}` {found}", setting, help=help),)
    tried = [_tried(project, PurePosixPath(folder) / name) for name in found]
    added = [each for each in tried if isinstance(each, _Added)]
    families = tuple(dict.fromkeys(family for each in added for family in each.families))
    digest = hashlib.sha256("\n".join(each.digest for each in added).encode()).hexdigest()
    fonts = Fonts(families, digest, tuple(each.folder for each in added))
    return fonts, tuple(each for each in tried if isinstance(each, Diagnostic))


def _names(project: Path, folder: str) -> list[str] | str:
    """The names of the files, in order; or what is wrong with the folder."""
    place = project / folder
    try:
        if not folder:
            return "names no folder"
        if not place.resolve().is_relative_to(project.resolve()):
            return f"leads out of the project: `{folder}`"
        if not place.is_dir():
            return f"names a folder that is not there: `{folder}`"
        names = sorted(each.name for each in place.iterdir() if not each.name.startswith("."))
    except (OSError, RuntimeError, ValueError) as reason:
        return f"names a folder that cannot be read, `{folder}`: {_why(reason)}"
    fonts = [name for name in names if Path(name).suffix.lower() in SUFFIXES]
    return fonts or f"names a folder that holds no font: `{folder}`"


def _tried(project: Path, path: PurePosixPath) -> _Added | Diagnostic:
    """The font of a file, which the typesetter can read; or why it cannot be used."""
    try:
        content = _content(project, path)
    except (OSError, RuntimeError, ValueError) as reason:
        return _unusable(path, _why(reason), "mend it, or take it out of the folder")
    added = _laid_out(path.suffix.lower(), content)
    if not added.families:
        return _unusable(path, "it is damaged, or no font", "fetch it again, or take it out of the folder")
    return added


def _unusable(path: PurePosixPath, reason: str, help: str) -> Diagnostic:
    return Diagnostic("font-unusable", f"this font cannot be used: {reason}", Span.at(str(path)), help=help)


def _content(project: Path, path: PurePosixPath) -> bytes:
    """The bytes of a file of the project. Raises ValueError for what is no such file, or too large."""
    place = project / path
    if not place.resolve().is_relative_to(project.resolve()):
        raise ValueError("it is a link that leads out of the project")
    if not stat.S_ISREG(place.stat().st_mode):
        raise ValueError("it is no file")
    if place.stat().st_size > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST // _MEGABYTE} MB")
    return place.read_bytes()


def _why(reason: Exception) -> str:
    """The reason, without the path on this machine."""
    if isinstance(reason, OSError) and reason.errno:
        return os.strerror(reason.errno)
    return "links lead in a circle" if isinstance(reason, RuntimeError) else str(reason)


@cache
def _laid_out(suffix: str, content: bytes) -> _Added:
    """A font in a folder of its own, made once in a run; without families if it cannot be read."""
    folder, digest = new_folder(), hashlib.sha256(content).hexdigest()
    if not is_whole(content):
        return _Added(digest, folder, ())
    (Path(folder) / f"font{suffix}").write_bytes(content)
    return _Added(digest, folder, families_in(folder))
