"""Originals are found by name or checksum, and read with care."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.editing.originals import LARGEST, OriginalFolder
from generator.model.diagnostics import Diagnostic
from generator.model.sources import Original
from tests.editing.audit.builders import the_pair

ARTICLE = "The Old Bridge – closed.\n"


def looked_up(folder: Path, name: str, raw: bytes) -> str | Diagnostic:
    """What is found for a summary whose original has this name and had these bytes."""
    return OriginalFolder(folder).text_of(the_pair(), Original(name, hashlib.sha256(raw).hexdigest()))


def code(found: str | Diagnostic) -> str:
    assert isinstance(found, Diagnostic), found
    assert found.span is not None
    return found.code


def test_an_original_is_found_by_its_name(tmp_path: Path) -> None:
    """The usual case."""
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    assert looked_up(tmp_path, "bridge.txt", ARTICLE.encode()) == ARTICLE


@pytest.mark.parametrize("name", ["bridge.txt", "elsewhere/bridge.txt", "../bridge.txt", "..", ""])
def test_an_original_is_found_by_its_checksum(tmp_path: Path, name: str) -> None:
    """A file that was renamed is the same article; a path leads nowhere."""
    folder = tmp_path / "originals"
    folder.mkdir()
    (tmp_path / "bridge.txt").write_text("Not this one.", encoding="utf-8")
    (folder / "a.txt").write_text("Another.", encoding="utf-8")
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-8")
    assert looked_up(folder, name, ARTICLE.encode()) == ARTICLE


def test_the_right_checksum_goes_before_the_right_name(tmp_path: Path) -> None:
    """A file of the name with other bytes is not the original if another file is."""
    (tmp_path / "bridge.txt").write_text("Changed.", encoding="utf-8")
    (tmp_path / "old.txt").write_text(ARTICLE, encoding="utf-8")
    assert looked_up(tmp_path, "bridge.txt", ARTICLE.encode()) == ARTICLE


def test_a_missing_original_is_a_problem(tmp_path: Path) -> None:
    """Nothing is audited against nothing."""
    assert code(looked_up(tmp_path, "bridge.txt", b"gone")) == "original-missing"


def test_a_changed_original_is_a_problem(tmp_path: Path) -> None:
    """One byte is enough."""
    (tmp_path / "bridge.txt").write_text(ARTICLE + " ", encoding="utf-8")
    assert code(looked_up(tmp_path, "bridge.txt", ARTICLE.encode())) == "original-changed"


@pytest.mark.parametrize("raw", [b"caf\xe9", b" \n", b"", "e\u0301".encode() + "\u0301".encode() * 40])
def test_an_original_that_is_no_text_is_a_problem(tmp_path: Path, raw: bytes) -> None:
    """Other encodings are not guessed; nothing is normalised that takes forever."""
    (tmp_path / "bridge.txt").write_bytes(raw)
    assert code(looked_up(tmp_path, "bridge.txt", raw)) == "original-unreadable"


def test_no_larger_file_is_read(tmp_path: Path) -> None:
    """A folder may hold anything."""
    with (tmp_path / "bridge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert code(looked_up(tmp_path, "bridge.txt", b"x")) == "original-missing"


def test_line_ends_and_byte_order_mark_do_not_count(tmp_path: Path) -> None:
    """The text is the same whatever wrote it; letters are composed."""
    raw = "\ufeffCafe\u0301\r\nBar\rEnd".encode()
    (tmp_path / "bridge.txt").write_bytes(raw)
    assert looked_up(tmp_path, "bridge.txt", raw) == "Café\nBar\nEnd"
