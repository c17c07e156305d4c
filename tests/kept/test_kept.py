"""What is kept from build to build is safe to delete, to damage and to share, and does not grow on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.kept import LONGEST_UNUSED, Kept, drop_oldest
from generator.model.memory import Rows


def made(kept: Kept, key: str, rows: Rows) -> bool:
    """Whether a result had to be made; that it is right either way."""
    calls: list[str] = []

    def make() -> Rows:
        calls.append(key)
        return rows

    assert [*kept.recall("words", key, make)] == rows
    return bool(calls)


def test_what_one_build_made_the_next_remembers(tmp_path: Path) -> None:
    """By kind and key, and only once it is saved."""
    first = Kept(tmp_path, "program")
    assert made(first, "a", [1, "ä", None])
    assert not made(first, "a", [1, "ä", None])
    assert made(Kept(tmp_path, "program"), "a", [1, "ä", None])
    first.save()
    assert not made(Kept(tmp_path, "program"), "a", [1, "ä", None])
    assert made(Kept(tmp_path, "program"), "b", [])


def test_another_program_remembers_nothing(tmp_path: Path) -> None:
    """What decides a result is in the program too."""
    first = Kept(tmp_path, "program")
    made(first, "a", [1])
    first.save()
    assert made(Kept(tmp_path, "other program"), "a", [2])


@pytest.mark.parametrize("damage", [b"", b"\n", b"{}", b"\xff\x00", None])
def test_damaged_files_are_made_again(tmp_path: Path, damage: bytes | None) -> None:
    """Emptied, overwritten, cut off, or with one other digit in them."""
    first = Kept(tmp_path, "program")
    made(first, "a", [1])
    first.save()
    file = tmp_path / "words.json"
    whole = file.read_bytes()
    for content in (whole[:-3], whole.replace(b"[1]", b"[2]")) if damage is None else (damage,):
        file.write_bytes(content)
        again = Kept(tmp_path, "program")
        assert made(again, "a", [1])
        again.save()
        assert file.read_bytes() == whole


def test_two_builds_that_share_a_folder_leave_one_whole_memory(tmp_path: Path) -> None:
    """Whoever saves last wins; nothing is mixed and no scrap is left."""
    one, other = Kept(tmp_path, "program"), Kept(tmp_path, "program")
    made(one, "a", [1])
    made(other, "b", [2])
    one.save()
    other.save()
    last = Kept(tmp_path, "program")
    assert not made(last, "b", [2])
    assert made(last, "a", [1])
    assert [path.name for path in tmp_path.iterdir()] == ["words.json"]


def test_what_no_build_uses_is_dropped(tmp_path: Path) -> None:
    """After a few builds that made something new; until then a branch may come back to it."""
    first = Kept(tmp_path, "program")
    made(first, "old", [1])
    first.save()
    for number in range(LONGEST_UNUSED + 1):
        later = Kept(tmp_path, "program")
        made(later, f"new {number}", [number])
        later.save()
        assert (b'"old"' in (tmp_path / "words.json").read_bytes()) == (number < LONGEST_UNUSED)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "kept").write_text("in the way")
    kept = Kept(tmp_path / "kept", "program")
    assert made(kept, "a", [1])
    kept.save()
    assert made(Kept(tmp_path / "kept", "program"), "a", [1])


def test_files_that_another_build_removes_meanwhile_are_no_fault(tmp_path: Path) -> None:
    """Two builds that share a folder may both drop its oldest files; here one is listed and not there."""
    for name in ("old.pdf", "new.pdf"):
        (tmp_path / name).touch()
    (tmp_path / "gone.pdf").symlink_to("nowhere")
    os.utime(tmp_path / "old.pdf", (1, 1))
    drop_oldest(tmp_path, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["new.pdf"]
