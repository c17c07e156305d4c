"""The fonts that the typesetter sets with: those of the program, and those that a project adds."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import typst

FACES = {
    "font_source_serif_pro": tuple(f"SourceSerifPro-{face}.ttf" for face in ("Regular", "It", "Bold")),
    "font_source_sans_pro": tuple(
        f"SourceSansPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "Bold")
    ),
}
EAST_ASIAN = "noto_cjk_sans_otc"
EAST_ASIAN_FAMILY = "Noto Sans CJK SC"


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


OWN = Fonts()


@cache
def _found(folders: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders))


def families_in(folder: str) -> tuple[str, ...]:
    """The families that the typesetter finds in the files of a folder."""
    alone = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return tuple(dict.fromkeys(each.family for each in alone.fonts()))


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
