"""Seals as they are read."""

from __future__ import annotations

import pytest

from generator.editing.seal_text import text_of
from generator.read.inputs import InputFile
from generator.read.seal_files import read_seal
from tests.editing.seals.builders import a_project, sealing_of


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file of a seal."""
    return text_of(sealing_of(a_project(tmp_path_factory.mktemp("sealed"))).seal)


def codes(text: str) -> list[str]:
    _, problems = read_seal("bridge", InputFile("sources/bridge.seal.yml", text, "0" * 64))
    return [problem.code for problem in problems]


def test_a_seal_is_read_as_it_was_written(text: str) -> None:
    """Writing what was read gives the same bytes."""
    seal, problems = read_seal("bridge", InputFile("sources/bridge.seal.yml", text, "0" * 64))
    assert (problems, seal and text_of(seal)) == ((), text)


def test_any_changed_character_is_told(text: str) -> None:
    """Every character of the file, its comment included: changed, left out and doubled."""
    for place in range(0, len(text), 3):
        for new in ("x" if text[place] != "x" else "y", "", text[place] * 2):
            assert codes(text[:place] + new + text[place + 1 :]), (place, new)


def test_text_below_the_checksum_is_told(text: str) -> None:
    """The checksum is the last line."""
    assert codes(text + "# more\n") == ["seal-broken"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("article: [1.1]", "article: [one]", "bad-value"),
        ("article: [1.1]", "article: [0.1]", "bad-value"),
        ("words: 12", "words: many", "bad-value"),
        ("paragraphs: 2", "pages: 2", "unknown-field"),
        ("version: 2\n", "", "missing-field"),
        ('low: "34000000"', 'low: "4,0"', "bad-value"),
        ("claim:", "claims:", "unknown-field"),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(text: str, old: str, new: str, code: str) -> None:
    """As in every file that is read."""
    assert old in text
    assert code in codes(text.replace(old, new, 1))
