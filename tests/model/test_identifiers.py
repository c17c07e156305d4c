"""Which names become files and addresses."""

from __future__ import annotations

import pytest

from generator.model.text import is_device


@pytest.mark.parametrize(
    "name", ["con", "PRN", "aux", "Nul", "com1", "lpt9", "com0", "nul.md", "aux.a.b", "CON."]
)
def test_windows_stores_no_file_of_these_names(name: str) -> None:
    """Of any case, and before any dot."""
    assert is_device(name)


@pytest.mark.parametrize(
    "name", ["icon", "con-1", "com", "com10", "lpt", "auxiliary", "null", "a.con", "console"]
)
def test_names_that_only_resemble_them_are_names(name: str) -> None:
    """Longer ones, and what stands after a dot."""
    assert not is_device(name)
