"""Authored text that knows where it was written, and the identifiers that it uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NewType

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

SourceId = NewType("SourceId", str)
EntryId = NewType("EntryId", str)
EventId = NewType("EventId", str)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST_SLUG = 64
INDEX = "index"
"""The page of a folder itself, which lists the others: no item can have its id."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one input file.

    `path` is relative to the project, with forward slashes. Lines and columns count from 1, columns in
    code points; the end is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, path: str, line: int = 1, column: int = 1) -> Span:
        """The single character at this position."""
        return cls(path, line, column, line, column + 1)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Text(str):
    """A scalar of an input file: a string that keeps its `span`.

    Compares, hashes and formats as the plain string it is.
    """

    __slots__ = ("span",)
    span: Span

    def __new__(cls, value: str, span: Span) -> Text:
        """The text `value`, written at `span`."""
        text = super().__new__(cls, value)
        text.span = span
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept only text that was read from a file, and keep it as it is."""
        return core_schema.is_instance_schema(cls)


def is_slug(value: str) -> bool:
    """Whether `value` may be an identifier: a-z, 0-9 and single inner hyphens, at most 64 characters."""
    return len(value) <= LONGEST_SLUG and SLUG.match(value) is not None


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device's, whatever follows its first dot, and stores no such file.

    https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    return _DEVICES.match(name) is not None
