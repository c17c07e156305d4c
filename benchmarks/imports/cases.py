"""The cases: a saved page or a pasted text, and beside it the truth about it.

`<id>.html` is a page and `<id>.txt` a paste; `<id>.yml` says what a careful reader would keep of it.
Faults in a truth file are raised: a case that is described wrongly makes every figure wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
HALVES = ("tuned", "apart")
_REQUIRED = "title issued authors publisher language layout sentences furniture"
REQUIRED = frozenset(_REQUIRED.split())
_OPTIONAL = "address charset encoded_twice headings either"
OPTIONAL = frozenset(_OPTIONAL.split())


class MisdescribedCase(ValueError):
    """A truth file that breaks the form."""


@dataclass(frozen=True)
class Truth:
    """What a careful reader keeps of a page.

    `headings` are the body's own subheadings. `furniture` are lines that are no part of the article.
    `either` may be kept or left out: the title repeated, a deck, the rows of a table.
    `publisher` holds every name that is right. None and empty: the page does not say.
    """

    title: str | None
    issued: str | None
    authors: tuple[str, ...]
    publisher: tuple[str, ...]
    language: str
    layout: str
    sentences: tuple[str, ...]
    furniture: tuple[str, ...]
    headings: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    address: str | None = None
    charset: str = "utf-8"
    encoded_twice: bool = False


@dataclass(frozen=True)
class Case:
    """A file as it was saved or pasted, with its truth."""

    path: Path
    truth: Truth

    @property
    def id(self) -> str:
        """The file's name without its ending; unique over both halves."""
        return self.path.stem

    @property
    def is_page(self) -> bool:
        """Whether it is a saved page rather than a pasted text."""
        return self.path.suffix == ".html"

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @property
    def text(self) -> str:
        """The file decoded as it was meant to be, whatever it says of itself."""
        text = self.data.decode(self.truth.charset)
        return text.encode("cp1252").decode() if self.truth.encoded_twice else text


def cases_in(path: Path) -> Sequence[Case]:
    """The cases of a folder in the order of their names, or the one case of a file."""
    truths = sorted(path.glob("**/*.yml")) if path.is_dir() else [path.with_suffix(".yml")]
    return [_case(file) for file in truths]


def _case(file: Path) -> Case:
    pages = [file.with_suffix(suffix) for suffix in (".html", ".txt")]
    described = [page for page in pages if page.exists()]
    if len(described) != 1:
        raise MisdescribedCase(f"{file}: describes {len(described)} files")
    return Case(described[0], _truth(file, yaml.safe_load(file.read_text(encoding="utf-8"))))


def _truth(file: Path, fields: dict[str, Any]) -> Truth:
    missing, unknown = REQUIRED - set(fields), set(fields) - REQUIRED - OPTIONAL
    if missing or unknown:
        raise MisdescribedCase(f"{file}: missing {sorted(missing)}, unknown {sorted(unknown)}")
    values: dict[str, Any] = {name: _frozen(value) for name, value in fields.items()}
    return Truth(**values)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
