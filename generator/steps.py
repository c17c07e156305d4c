"""The steps of a run, for whoever watches it."""

from __future__ import annotations

from typing import Protocol

STEPS = (
    "Reading",
    "Verifying",
    "Composing",
    "Printing",
    "Rendering",
    "Publishing pages",
    "Building the site",
    "Checking links",
    "Showing the site",
)


class Progress(Protocol):
    """Told which step begins, or how many of its things are done."""

    def __call__(self, name: str, done: int = 0, of: int = 0) -> None:
        """The step `name` has `done` things of `of`; of 0 if they are not counted."""


def unwatched(name: str, done: int = 0, of: int = 0) -> None:
    """Nobody watches the steps."""
