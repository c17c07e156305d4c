"""The fonts that the typesetter sets with: those of the program, and those that a project adds.

A project's fonts are read from its folder, tried, and laid out in order.
"""

import array
import atexit
import hashlib
import os
import shutil
import stat
import struct
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import typst

from generator.model.diagnostics import Diagnostic
from generator.model.text import Span

FACES = {
    "font_source_serif_pro": tuple(f"SourceSerifPro-{face}.ttf" for face in ("Regular", "It", "Bold")),
    "font_source_sans_pro": tuple(
        f"SourceSansPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "Bold")
    ),
}
EAST_ASIAN = "noto_cjk_sans_otc"
EAST_ASIAN_FAMILY = "Noto Sans CJK SC"

_KINDS = (b"\0\1\0\0", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_TABLE = struct.Struct(">4sLLL")
_WORD = 4

Table = tuple[bytes, int, int, int]
"""Its name, checksum, start and length."""

SETTING = "extra.briefing.fonts"
SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
_MEGABYTE = 1_000_000
_LARGEST = 100 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts that a project adds, in the order in which they are asked for a sign.

    `digest` stands for their bytes. Each of the `folders` holds one file: the order in which the typesetter
    finds the files of a folder is chance.
    """

    families: tuple[str, ...] = ()
    digest: str = ""
    folders: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What stands for all fonts, those of the program included."""
        return "\0".join((*map(version, (*FACES, EAST_ASIAN)), self.digest))

    def asked(self, *, ordinary: bool) -> tuple[str, ...]:
        """The families that are asked after the faces of a document; none for what all faces have."""
        return () if ordinary else (*self.families, EAST_ASIAN_FAMILY)

    def found(self, *, ordinary: bool) -> typst.Fonts:
        """The files for a document: the faces of print, and all others only where its signs need them."""
        return _found((own_faces(),) if ordinary else (own_faces(), *self.folders, *_folder_of(EAST_ASIAN)))


@cache
def _found(folders: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders))


@cache
def own_faces() -> str:
    """A folder with just the faces in use: their packages hold each twice, and which is found is chance."""
    folder = new_folder()
    for package, faces in FACES.items():
        for place in _folder_of(package):
            for face in faces:
                shutil.copy(Path(place) / "files" / face, folder)
    return folder


def new_folder() -> str:
    """An empty folder that is gone when the program ends."""
    folder = tempfile.TemporaryDirectory(prefix="briefing-fonts-")
    atexit.register(folder.cleanup)
    return folder.name


def _folder_of(package: str) -> list[str]:
    found = find_spec(package)
    return [str(place) for place in found.submodule_search_locations or ()] if found else []


OWN = Fonts()


def families_in(folder: str) -> tuple[str, ...]:
    """The families that the typesetter finds in the files of a folder."""
    alone = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return tuple(dict.fromkeys(each.family for each in alone.fonts()))


def is_whole(content: bytes) -> bool:
    """Whether these bytes are a font, or a collection of fonts, of which nothing is cut off or changed."""
    try:
        tables = {table for start in _fonts(content) for table in _tables(content, start)}
    except (struct.error, ValueError):
        return False
    return bool(tables) and all(_is_right(content, *table) for table in tables)


def _fonts(content: bytes) -> tuple[int, ...]:
    """Where each font of the file starts."""
    if not content.startswith(_COLLECTION):
        return (0,)
    (number,) = struct.unpack_from(">L", content, 8)
    return struct.unpack_from(f">{number}L", content, 12)


def _tables(content: bytes, start: int) -> Iterator[Table]:
    """The tables that a font lists. Raises ValueError if it is none, struct.error if the list is cut off."""
    if content[start : start + _WORD] not in _KINDS:
        raise ValueError("no font starts here")
    (number,) = struct.unpack_from(">H", content, start + _WORD)
    for at in range(number):
        name, checksum, begin, length = _TABLE.unpack_from(content, start + 12 + at * _TABLE.size)
        yield name, checksum, begin, length


def _is_right(content: bytes, name: bytes, checksum: int, begin: int, length: int) -> bool:
    table = content[begin : begin + length]
    if len(table) < length:
        return False
    if name == b"head":  # it holds the checksum of the whole file, which counts as 0
        table = table[:8] + bytes(_WORD) + table[12:]
    words = array.array("I", table + bytes(-length % _WORD))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF == checksum


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
