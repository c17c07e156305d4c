"""Identifiers: lower-case slugs that become URLs and anchors, so they never change."""

from __future__ import annotations

import re
from typing import NewType

SourceId = NewType("SourceId", str)
EntryId = NewType("EntryId", str)
EventId = NewType("EventId", str)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST_SLUG = 64
INDEX = "index"
"""The page of a folder itself, which lists the others: no item can have its id."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


def is_slug(value: str) -> bool:
    """Whether `value` may be an identifier: a-z, 0-9 and single inner hyphens, at most 64 characters."""
    return len(value) <= LONGEST_SLUG and SLUG.match(value) is not None


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device's, whatever follows its first dot, and stores no such file.

    https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    return _DEVICES.match(name) is not None
