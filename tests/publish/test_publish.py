"""Publishing never shows half of anything, and removes only what it wrote itself."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.publish import publish


def files(**texts: str) -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(name.replace("__", "/") + ".md"): text.encode() for name, text in texts.items()}


def tree(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_files_are_written_and_a_second_run_touches_none(tmp_path: Path) -> None:
    """Equal files keep their time of change."""
    pages = tmp_path / "pages"
    first = publish(files(index="home", rounds__one="one"), pages)
    before = {path: path.stat().st_mtime_ns for path in pages.rglob("*.md")}
    second = publish(files(index="home", rounds__one="one"), pages)
    assert len(first.written) == 2
    assert second.written == ()
    assert second.removed == ()
    assert before == {path: path.stat().st_mtime_ns for path in pages.rglob("*.md")}


def test_orphans_are_removed_and_foreign_files_are_left_alone(tmp_path: Path) -> None:
    """Only what an earlier run wrote is removed, with the folders that it leaves empty."""
    pages = tmp_path / "pages"
    publish(files(index="home", rounds__one="one"), pages)
    (pages / "foreign.txt").write_text("mine")
    done = publish(files(index="home"), pages)
    assert done.removed == (PurePosixPath("rounds/one.md"),)
    assert tree(pages) == {"index.md": "home", "foreign.txt": "mine"}
    assert not (pages / "rounds").exists()


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", "a/../../out.md"])
def test_a_path_that_leaves_the_folder_is_refused_before_anything_is_written(
    tmp_path: Path, path: str
) -> None:
    """Nothing is written outside the folder, nor anything inside beside it."""
    with pytest.raises(ValueError, match="no path inside"):
        publish({PurePosixPath("good.md"): b"", PurePosixPath(path): b""}, tmp_path / "pages")
    assert not (tmp_path / "pages").exists()


def test_a_write_that_fails_leaves_the_old_file_and_no_scraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk keeps what was there."""
    pages = tmp_path / "pages"
    publish(files(index="old"), pages)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        publish(files(index="new"), pages)
    assert tree(pages) == {"index.md": "old"}


def test_a_run_that_died_owns_what_it_had_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a killed run are removed by the next one that does not want them."""
    pages = tmp_path / "pages"
    publish(files(index="home"), pages)
    write = publish.__globals__["write_atomically"]

    def dies_at_second_page(path: Path, content: bytes, *, settle: bool = True) -> None:
        if path.name == "two.md":
            raise KeyboardInterrupt
        write(path, content, settle=settle)

    monkeypatch.setitem(publish.__globals__, "write_atomically", dies_at_second_page)
    with pytest.raises(KeyboardInterrupt):
        publish(files(index="home", one="1", two="2"), pages)
    monkeypatch.undo()
    publish(files(index="home"), pages)
    assert tree(pages) == {"index.md": "home"}


def test_what_a_killed_run_left_half_written_goes_with_its_page(tmp_path: Path) -> None:
    """A scrap beside a page is removed when the page is, and does not keep the folder."""
    pages = tmp_path / "pages"
    publish(files(index="home", rounds__one="one"), pages)
    (pages / "rounds" / ".one.md.new").write_text("ha")
    publish(files(index="home"), pages)
    assert tree(pages) == {"index.md": "home"}
    assert not (pages / "rounds").exists()
