"""A language that nobody speaks: each letter of our words is a look-alike that no author writes.

What a reader sees in plain letters is then an author's, a source's, the theme's, or was left behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.pofile import write_po

from generator.model.keys import BRIEFING_PARTS
from generator.output.views import _asset
from generator.site.engine import theme_files
from generator.words import catalogue, wording, words_in

PLAIN = "abcdefghijklmnopqrstuvwxyz"
ALIKE = "àƀçðéƒĝĥîĵķłɱñøþʠřšŧüṽŵẋýž"
LETTERS = str.maketrans(PLAIN + PLAIN.upper(), ALIKE + ALIKE.upper())
assert len(ALIKE) == len(PLAIN)
Said = str | tuple[str, ...] | list[str] | None
"""What a message says: one text, or one for each number that there is a form for."""
PATTERN_OF_DATES = re.compile(r"[yMd ,.]+")
PLACE = re.compile(r"(\{[^{}]*\})")


def disguised(text: str) -> str:
    """A message in letters that nobody writes; its places, and patterns of dates, as they are."""
    if PATTERN_OF_DATES.fullmatch(text):
        return text
    return "".join(part if part.startswith("{") else part.translate(LETTERS) for part in PLACE.split(text))


def disguised_catalogue(folder: Path, but: Collection[str] = (), language: str = catalogue.FIRST) -> Path:
    """A folder of catalogues in which what a language says is in letters that nobody writes.

    The messages of the keys in `but` stay as they are. So does English beside another language: it says what
    that one lacks.
    """
    for path in sorted(catalogue.FOLDER.glob("*/*.po")):
        target = folder / path.relative_to(catalogue.FOLDER)
        target.parent.mkdir(parents=True, exist_ok=True)
        messages = catalogue.read(path)
        for message in messages if path.parent.name == language else ():
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key and key not in but:
                message.string = _disguised(message.string)
        with target.open("wb") as file:
            write_po(file, messages)
    return folder


def _disguised(said: Said) -> Said:
    return disguised(said) if isinstance(said, str) else tuple(map(disguised, said or ()))


def disguise_headings(project: Path) -> None:
    """Have the briefings of a project name their parts as the site does, so that they are these parts."""
    names = {f"## {words_in(catalogue.FIRST).of(each)}" for each in BRIEFING_PARTS}
    for path in project.glob("content/briefings/*.md"):
        lines = path.read_text(encoding="utf-8").splitlines()
        said = (disguised(line) if line in names else line for line in lines)
        path.write_text("\n".join(said) + "\n", encoding="utf-8")


@contextmanager
def speaking_from(folder: Path) -> Iterator[None]:
    """Have the program take its words from another folder; nothing that it remembers is of another one."""
    before = catalogue.FOLDER
    _forget()
    catalogue.FOLDER = folder
    try:
        yield
    finally:
        catalogue.FOLDER = before
        _forget()


def _forget() -> None:
    for remembered in (catalogue.catalogue, wording.words_in, wording._dated, theme_files, _asset):
        remembered.cache_clear()
