"""Files that nobody vouches for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.model.diagnostics import Diagnostic
from generator.read.corpus import lines_of
from generator.read.inputs import MAX_SOURCE, MEGABYTE, InputFile, read_file


def written(folder: Path, raw: bytes, name: str = "sources/a.md") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return folder


def text_of(folder: Path, raw: bytes) -> str:
    found = read_file(written(folder, raw), "sources/a.md")
    assert isinstance(found, InputFile)
    return found.text


def refusal(project: Path, path: str = "sources/a.md", limit: int = MAX_SOURCE) -> Diagnostic:
    found = read_file(project, path, limit)
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("re\u0301sume\u0301 \u00bd \u00b2".encode(), "r\u00e9sum\u00e9 \u00bd \u00b2"),
    ],
    ids=["byte order mark", "line ends", "composed, but not compatibly"],
)
def test_text_is_the_same_however_an_editor_saved_it(tmp_path: Path, raw: bytes, text: str) -> None:
    """No byte order mark, line feeds only, Unicode NFC."""
    assert text_of(tmp_path, raw) == text


@pytest.mark.parametrize(
    ("raw", "place", "code"),
    [
        (b"", "sources/a.md:1:1", "file-empty"),
        (b" \r\n\t\n", "sources/a.md:1:1", "file-empty"),
        (b"\xef\xbb\xbf", "sources/a.md:1:1", "file-empty"),
        (b"a\r\nb\rc\xe9d", "sources/a.md:3:2", "not-utf8"),
        ("é\n日本".encode() + b"\xff", "sources/a.md:2:3", "not-utf8"),
        (b"\xed\xa0\x80", "sources/a.md:1:1", "not-utf8"),
        ("a\n".encode("utf-16"), "sources/a.md:1:1", "not-utf8"),
        ("é\n".encode() + b"ab\0", "sources/a.md:2:3", "nul-bytes"),
        ("a\nb" + "\u0301\u0323" * 16, "sources/a.md:2:2", "too-many-accents"),
    ],
)
def test_a_file_that_is_no_text_is_refused_at_its_first_fault(
    tmp_path: Path, raw: bytes | str, place: str, code: str
) -> None:
    """Line and column are those that an editor shows."""
    problem = refusal(written(tmp_path, raw.encode() if isinstance(raw, str) else raw))
    assert (str(problem.span), problem.code) == (place, code)


def test_accents_are_not_sorted_for_hours(tmp_path: Path) -> None:
    """Normalising a long run of marks takes quadratic time; it is not begun."""
    begin = time.perf_counter()
    assert refusal(written(tmp_path, ("a" + "\u0301\u0323" * 500_000).encode())).code == "too-many-accents"
    assert time.perf_counter() - begin < 5


def test_chinese_is_not_taken_for_accents(tmp_path: Path) -> None:
    """A long run of characters beyond ASCII is as good as any."""
    assert text_of(tmp_path, ("稀土" * 500).encode()) == "稀土" * 500


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    """The size is looked at before the file is opened."""
    path = written(tmp_path, b"") / "sources/a.md"
    os.truncate(path, 50 * MEGABYTE)
    path.chmod(0)
    assert refusal(tmp_path).code == "file-too-large"


def test_a_file_is_never_read_beyond_its_limit(tmp_path: Path) -> None:
    """One byte too many is too many."""
    assert isinstance(read_file(written(tmp_path, b"a" * 9), "sources/a.md", 9), InputFile)
    assert refusal(tmp_path, limit=8).code == "file-too-large"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    """So is one to which a link leads in vain."""
    assert refusal(tmp_path).code == "file-missing"
    (tmp_path / "a.md").symlink_to("nowhere")
    assert refusal(tmp_path, "a.md").code == "file-missing"


@pytest.mark.parametrize("target", ["/etc/hostname", "../.env", "../sources-of-others/a.md"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    """What is not in `sources` cannot be published as a source, even from within the project."""
    written(tmp_path, b"SECRET=1", ".env")
    written(tmp_path, b"text", "sources-of-others/a.md")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.md").symlink_to(target)
    assert refusal(tmp_path).code == "symlink-outside"


def test_a_folder_that_is_a_link_out_is_not_followed(tmp_path: Path) -> None:
    """The whole folder may not be borrowed either."""
    written(tmp_path / "elsewhere", b"text", "a.md")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "sources").symlink_to(tmp_path / "elsewhere")
    assert refusal(tmp_path / "project").code == "symlink-outside"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    """A second name for a file is no fault."""
    written(tmp_path, b"text", "sources/b.md")
    (tmp_path / "sources" / "a.md").symlink_to("b.md")
    assert isinstance(read_file(tmp_path, "sources/a.md"), InputFile)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """The report names no path of the machine."""
    (tmp_path / "a.md").symlink_to("a.md")
    problem = refusal(tmp_path, "a.md")
    assert problem.code == "file-unreadable"
    assert str(tmp_path) not in problem.message


def test_pipes_and_folders_are_not_waited_for(tmp_path: Path) -> None:
    """Opening a pipe without a writer would never return."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    assert refusal(tmp_path, "pipe.md").code == "not-a-file"
    assert refusal(tmp_path, "folder.md").code == "not-a-file"


def test_lines_are_shown_even_of_files_that_are_not_read(tmp_path: Path) -> None:
    """A report of a wrong byte shows its line; a link out of the folder shows nothing."""
    written(tmp_path, b"\xef\xbb\xbfa\r\n\xe9b")
    (tmp_path / "sources" / "b.md").symlink_to("/etc/hostname")
    lines = lines_of(tmp_path)
    assert lines("sources/a.md") == ("a", "\ufffdb")
    assert lines("sources/b.md") == lines("sources/none.md") == ()
