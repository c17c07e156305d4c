"""`[…]` in a quotation hides no denial, hedge, figure, condition or speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.comparing.pairs import compare_pair


def hidden(statement: str, quotation: str, sentence: str, language: str = "en") -> list[str]:
    """What the finding says that the quotation leaves out."""
    found = compare_pair(statement, quotation, sentence, language=language)
    return [message for code, message in found.findings if code == "ellipsis-hides"]


LINES = (Path(__file__).parent / "ellipses.txt").read_text(encoding="utf-8").splitlines()
CASES = tuple(tuple(line.split(" | ")) for line in LINES if not line.startswith("#"))
HIDING = tuple(case for case in CASES if case[1] != "-")
HONEST = tuple(case for case in CASES if case[1] == "-")


@pytest.mark.parametrize(("language", "word", "statement", "quotation", "sentence"), HIDING)
def test_what_an_ellipsis_hides_is_told(
    language: str, word: str, statement: str, quotation: str, sentence: str
) -> None:
    """The message names the word that is left out."""
    found = hidden(statement, quotation, sentence, language)
    assert any(word.lower() in message.lower() for message in found), found


@pytest.mark.parametrize(("language", "_", "statement", "quotation", "sentence"), HONEST)
def test_an_honest_ellipsis_is_quiet(
    language: str, _: str, statement: str, quotation: str, sentence: str
) -> None:
    """Over an apposition, a place, an example, or what the statement tells itself."""
    assert hidden(statement, quotation, sentence, language) == []


def test_a_quotation_in_one_piece_hides_nothing() -> None:
    """What stands around it is not left out by `[…]`: other rules see to that."""
    assert hidden("Tolls rose.", "Tolls rose", "Tolls rose, but not by much.") == []
