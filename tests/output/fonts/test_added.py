"""A project's fonts are read in the order of their names; what is wrong with one is said, with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.diagnostics import Diagnostic
from generator.model.text import Span
from generator.output.fonts import OWN, Fonts, added_fonts, is_whole
from tests.support.fonts import a_font

SETTING = Span.at("mkdocs.yml", 12, 12)
THAI = a_font("Thai", "กขค")


def read(project: Path, folder: str = "fonts") -> tuple[Fonts, tuple[Diagnostic, ...]]:
    return added_fonts(project, folder, SETTING)


def project_with(folder: Path, **files: bytes) -> Path:
    (folder / "fonts").mkdir(parents=True)
    for name, content in files.items():
        (folder / "fonts" / name.replace("_", ".")).write_bytes(content)
    return folder


def refusal(project: Path, folder: str = "fonts") -> Diagnostic:
    """The one problem of the fonts."""
    _, (problem,) = read(project, folder)
    return problem


def test_fonts_are_asked_in_the_order_of_their_names(tmp_path: Path) -> None:
    """However the system lists the folder, and whatever else lies in it."""
    one, two = a_font("One", "กข"), a_font("Two", "กข")
    first = project_with(tmp_path / "first", b_ttf=two, a_otf=one, readme_txt=b"", _a_ttf=b"hidden")
    second = project_with(tmp_path / "second", a_otf=one, b_ttf=two)
    assert read(first)[0].families == ("One", "Two")
    assert read(first)[0].key == read(second)[0].key
    other = project_with(tmp_path / "other", a_otf=two, b_ttf=one)
    assert read(other)[0].families == ("Two", "One")
    assert read(other)[0].key != read(first)[0].key != OWN.key


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("", "names no folder"),
        ("nowhere", "not there"),
        ("../elsewhere", "out of the project"),
        ("/", "out of the project"),
        ("out", "out of the project"),
        ("fonts/readme.txt", "not there"),
        ("fonts", "holds no font"),
        ("fo\0nts", "cannot be read"),
    ],
)
def test_a_folder_that_is_of_no_use_is_told_at_the_setting(tmp_path: Path, folder: str, said: str) -> None:
    project = project_with(tmp_path / "project", readme_txt=b"")
    (project / "out").symlink_to(tmp_path)
    problem = refusal(project, folder)
    assert (problem.code, problem.span) == ("setting-wrong", SETTING)
    assert said in problem.message
    assert str(tmp_path) not in problem.message


@pytest.mark.parametrize(
    "content",
    [b"", b"no font", THAI[:-100], THAI[:40], b"ttcf\0\1\0\0\xff\xff\xff\xff", THAI[:-1] + b"x"],
    ids=["empty", "text", "cut off", "cut short", "endless collection", "changed"],
)
def test_a_damaged_font_is_told_at_its_file(tmp_path: Path, content: bytes) -> None:
    """And its neighbours are read all the same."""
    project = project_with(tmp_path, a_ttf=THAI, b_ttf=content)
    fonts, (problem,) = read(project)
    assert fonts.families == ("Thai",)
    assert (problem.code, str(problem.span)) == ("font-unusable", "fonts/b.ttf:1:1")


def test_no_byte_of_a_font_may_change() -> None:
    """But those that no table covers: padding, and the checksum of the whole file."""
    assert is_whole(THAI)
    behind_the_directory = range(12 + 16 * 10, len(THAI))
    changed = (THAI[:at] + bytes([THAI[at] ^ 1]) + THAI[at + 1 :] for at in behind_the_directory)
    assert sum(map(is_whole, changed)) < 10


def test_what_is_no_file_of_the_project_is_not_read(tmp_path: Path) -> None:
    """A link that leads out of it or in a circle, a folder, a pipe, what is too large."""
    project = project_with(tmp_path / "project")
    outside = tmp_path / "outside.ttf"
    outside.write_bytes(THAI)
    (project / "fonts" / "a.ttf").symlink_to(outside)
    (project / "fonts" / "b.ttf").symlink_to("b.ttf")
    (project / "fonts" / "c.ttf").mkdir()
    os.mkfifo(project / "fonts" / "d.ttf")
    with (project / "fonts" / "e.ttf").open("wb") as large:
        large.truncate(100_000_001)
    fonts, problems = read(project)
    assert not fonts.families
    assert [str(problem.span)[:11] for problem in problems] == [f"fonts/{name}.ttf" for name in "abcde"]
    assert all(str(tmp_path) not in problem.message for problem in problems)
