"""What is kept from build to build is safe to delete, to damage and to share, and does not grow on."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cache import KEY_VARIABLE, LONGEST_UNUSED, MOST_EDITIONS, Rows, Store, key_of, sealed, unsealed


def made(kept: Store, key: str, rows: Rows) -> bool:
    """Whether a result had to be made; that it is right either way."""
    calls: list[str] = []

    def make() -> Rows:
        calls.append(key)
        return rows

    assert [*kept.recall("words", key, make, lambda _: True)] == rows
    return bool(calls)


def test_what_one_build_made_the_next_remembers(tmp_path: Path) -> None:
    """By kind and key, and only once it is saved."""
    first = Store(tmp_path, "program")
    assert made(first, "a", [1, "ä", None])
    assert not made(first, "a", [1, "ä", None])
    assert made(Store(tmp_path, "program"), "a", [1, "ä", None])
    first.save()
    assert not made(Store(tmp_path, "program"), "a", [1, "ä", None])
    assert made(Store(tmp_path, "program"), "b", [])


def test_another_program_remembers_nothing(tmp_path: Path) -> None:
    """What decides a result is in the program too."""
    first = Store(tmp_path, "program")
    made(first, "a", [1])
    first.save()
    assert made(Store(tmp_path, "other program"), "a", [2])


@pytest.mark.parametrize("damage", [b"", b"\n", b"{}", b"\xff\x00", None])
def test_damaged_files_are_made_again(tmp_path: Path, damage: bytes | None) -> None:
    """Emptied, overwritten, cut off, or with one other digit in them."""
    first = Store(tmp_path, "program")
    made(first, "a", [1])
    first.save()
    file = tmp_path / "words.json"
    whole = file.read_bytes()
    for content in (whole[:-3], whole.replace(b"[1]", b"[2]")) if damage is None else (damage,):
        file.write_bytes(content)
        again = Store(tmp_path, "program")
        assert made(again, "a", [1])
        again.save()
        assert file.read_bytes() == whole


def test_two_builds_that_share_a_folder_leave_one_whole_memory(tmp_path: Path) -> None:
    """Whoever saves last wins; nothing is mixed and no scrap is left."""
    one, other = Store(tmp_path, "program"), Store(tmp_path, "program")
    made(one, "a", [1])
    made(other, "b", [2])
    one.save()
    other.save()
    last = Store(tmp_path, "program")
    assert not made(last, "b", [2])
    assert made(last, "a", [1])
    assert [path.name for path in tmp_path.iterdir()] == ["words.json"]


def test_what_no_build_uses_is_dropped(tmp_path: Path) -> None:
    """After a few builds that made something new; until then a branch may come back to it."""
    first = Store(tmp_path, "program")
    made(first, "old", [1])
    first.save()
    for number in range(LONGEST_UNUSED + 1):
        later = Store(tmp_path, "program")
        made(later, f"new {number}", [number])
        later.save()
        assert (b'"old"' in (tmp_path / "words.json").read_bytes()) == (number < LONGEST_UNUSED)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "kept").write_text("in the way")
    kept = Store(tmp_path / "kept", "program")
    assert made(kept, "a", [1])
    kept.save()
    assert made(Store(tmp_path / "kept", "program"), "a", [1])


def test_files_are_kept_under_their_key_and_program(tmp_path: Path) -> None:
    """Another key, kind or program has none; without a key to go by nothing is left behind."""
    store = Store(tmp_path, "program")
    store.keep("pdf", "a", b"%PDF a")
    assert Store(tmp_path, "program").file("pdf", "a") == b"%PDF a"
    assert [store.file("pdf", "b"), store.file("txt", "a"), Store(tmp_path, "other").file("pdf", "a")] == [
        None
    ] * 3


@pytest.mark.parametrize("damage", [b"", b"%PDF", None])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: bytes | None) -> None:
    """Emptied, overwritten, or with another byte in it."""
    store = Store(tmp_path, "program")
    store.keep("pdf", "a", b"%PDF a")
    file = tmp_path / "pdf" / "a"
    file.write_bytes(file.read_bytes()[:-1] + b"?" if damage is None else damage)
    assert store.file("pdf", "a") is None


def test_files_that_another_build_removes_meanwhile_are_no_fault(tmp_path: Path) -> None:
    """Two builds that share a folder may both drop its oldest files; here one is listed and not there."""
    store = Store(tmp_path, "program")
    for number in range(MOST_EDITIONS + 1):
        store.keep("pdf", f"{number}", b"")
        os.utime(tmp_path / "pdf" / f"{number}", (number + 1, number + 1))
    (tmp_path / "pdf" / "gone").symlink_to("nowhere")
    store.drop_oldest("pdf", 1)
    assert sorted(path.name for path in (tmp_path / "pdf").iterdir()) == ["1", "2", "3", "4"]


def test_no_two_lists_of_texts_have_one_key() -> None:
    """However the same characters are parted."""
    lists = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"), ("a\0b", "c"), ("a", "b\0c"), ()]
    assert len({key_of(*each) for each in lists}) == len(lists)


def test_a_seal_is_for_one_content_about_one_thing() -> None:
    """What was sealed under another name, or by nobody, is not unsealed."""
    kept = sealed(b"content", "pdf", "a")
    assert unsealed(kept, "pdf", "a") == b"content"
    assert unsealed(kept, "pdf", "b") is None
    assert unsealed(kept + b"!", "pdf", "a") is None
    assert unsealed(hashlib.sha256(b"content").hexdigest().encode() + b"\ncontent", "pdf", "a") is None


def test_a_result_that_does_not_hold_is_made_again(tmp_path: Path) -> None:
    """Though it is sealed: one that another check refuses, or has a form that the check cannot read."""
    first = Store(tmp_path, "program")
    first.recall("words", "a", lambda: [1], lambda _: True)
    first.recall("words", "b", lambda: [], lambda _: True)
    first.save()
    later = Store(tmp_path, "program")
    assert later.recall("words", "a", lambda: [2], lambda rows: rows == [2]) == [2]
    assert later.recall("words", "b", lambda: [3], lambda rows: bool(rows[0])) == [3]


SEEN = (
    "import sys; from pathlib import Path; from generator.cache import Store\n"
    "store = Store(Path(sys.argv[1]), 'p')\n"
)


def seen(folder: Path, code: str, **environment: str) -> str:
    """What a process with another environment prints."""
    done = subprocess.run(
        [sys.executable, "-c", SEEN + code, folder],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if name != KEY_VARIABLE} | environment,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("variable", [KEY_VARIABLE, "XDG_STATE_HOME"])
def test_only_the_same_user_believes_what_is_kept(tmp_path: Path, variable: str) -> None:
    """Told apart by the key of the environment, else by that in the user's home; none is in the cache."""
    mine, other = str(tmp_path / "mine"), str(tmp_path / "other")
    keep, look = "store.keep('pdf', 'a', b'mine')", "print(store.file('pdf', 'a'))"
    seen(tmp_path / "cache", keep, **{variable: mine})
    assert seen(tmp_path / "cache", look, **{variable: mine}) == "b'mine'"
    assert seen(tmp_path / "cache", look, **{variable: other}) == "None"


def test_the_key_is_for_its_user_alone(tmp_path: Path) -> None:
    """Nobody else can read it; one that was cut off is made again; without a home there is none to keep."""
    seen(tmp_path / "cache", "store.keep('pdf', 'a', b'mine')", XDG_STATE_HOME=str(tmp_path))
    (key,) = (tmp_path / "briefing").iterdir()
    assert key.stat().st_mode & 0o077 == 0
    key.write_bytes(key.read_bytes()[:5])
    assert seen(tmp_path / "cache", "print(store.file('pdf', 'a'))", XDG_STATE_HOME=str(tmp_path)) == "None"
    assert len(key.read_bytes()) == 32
    (tmp_path / "file").touch()
    code = "store.keep('pdf', 'a', b'x'); print(store.file('pdf', 'a'))"
    assert seen(tmp_path / "cache", code, XDG_STATE_HOME=str(tmp_path / "file")) == "b'x'"
