"""Asks the typesetter, whose own faults become errors like those of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import typst

T = TypeVar("T")

_PANIC = "PanicException"
"""What is raised where the typesetter breaks down; it is no Exception, and cannot be imported."""


class BrokenDown(RuntimeError):
    """The typesetter broke down over a document: a fault of its own."""


def answer_of(typesetter: Callable[[], T]) -> T:
    """What the typesetter answers. Raises RuntimeError if it refuses, also where it breaks down."""
    try:
        return typesetter()
    except BaseException as fault:
        if type(fault).__name__ != _PANIC:
            raise
        raise BrokenDown(str(fault)) from None


def pdf_of(document: typst.Compiler) -> bytes:
    """The document as PDF/A-3a and PDF/UA-1, the same each time. Raises RuntimeError if it is refused."""
    made, warnings = answer_of(
        lambda: document.compile_with_warnings(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=0)
    )
    if any("converge" in warning.message for warning in warnings):
        raise RuntimeError("its page numbers do not settle")
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave several files for one document")
    return made
