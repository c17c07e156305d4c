"""The few colours of a report."""

from __future__ import annotations

from enum import StrEnum

from generator.model.diagnostics import Severity


class Ink(StrEnum):
    """Terminal sequences (ECMA-48)."""

    ERROR = "\x1b[1;31m"
    WARNING = "\x1b[1;33m"
    GUTTER = "\x1b[1;34m"
    HELP = "\x1b[1;36m"
    STRONG = "\x1b[1m"
    END = "\x1b[0m"


def ink_of(severity: Severity) -> Ink:
    """The colour of errors or of warnings."""
    return Ink.ERROR if severity is Severity.ERROR else Ink.WARNING


def inked(text: str, ink: Ink, *, color: bool) -> str:
    """The text in this colour, if colours are wanted."""
    return f"{ink}{text}{Ink.END}" if color and text else text
