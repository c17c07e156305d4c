"""What a summary leaves out is shown, without the noise around an article."""

from __future__ import annotations

import pytest

from generator.editing.audit import audit
from generator.model.diagnostics import Severity
from tests.editing.audit.builders import a_summary, found

FIGURE, NAME = "summary-lacks-figure", "summary-lacks-name"


def test_a_figure_that_is_left_out_is_a_warning() -> None:
    """With the sentence and line of the original."""
    (problem,) = audit(a_summary("Ships wait."), "Some ships wait.\n\nThe dam holds 40 ships. It is old.")
    assert (problem.code, problem.severity) == (FIGURE, Severity.WARNING)
    assert problem.message == "the original has “40”, and the summary does not"
    assert (
        problem.help
        == "add it if it is a fact of the article; line 3 of the original: “The dam holds 40 ships.”"
    )


def test_the_names_of_a_sentence_are_one_warning() -> None:
    """Neighbouring words are one name; each is told at its first place."""
    (problem,) = audit(a_summary("He left."), "He met Ada Marsh, Oda Renn and Ada Marsh. He left Ada Marsh.")
    assert problem.message == "the original has “Ada Marsh” and “Oda Renn”, and the summary does not"


@pytest.mark.parametrize(
    "line",
    [
        "A Title With Many Capitals Tells of Tarnhaven and 17 Boats",
        "By Oda Renn, Special Correspondent",
        "Leave a Reply to Oda Renn",
        "Required fields are marked by Oda Renn *",
    ],
)
def test_lines_that_are_no_sentences_are_skipped(line: str) -> None:
    """Headings, bylines and the page around the article, with blank lines around them or without."""
    assert found("He left.", f"{line}\n\nHe left.") == []
    assert found("He left.", f"He left.\n{line}\nHe left.") == []


def test_a_sentence_broken_at_a_margin_is_one_sentence() -> None:
    """Lines that go on with a small letter are no headings."""
    assert found("He left.", "He left and\nmet Ada Marsh\nat the gate.") == [NAME]


def test_words_that_merely_begin_sentences_are_not_missed() -> None:
    """They are no names, as far as can be told."""
    assert found("He left.", "Yesterday he left. Suddenly he left.") == []


@pytest.mark.parametrize("printed", ["Ada Marsh", "ADA MARSH"])
def test_title_and_author_count_as_had(printed: str) -> None:
    """They are part of what the summary keeps."""
    head = "---\ntitle: 17 boats of Calvery\nauthor: Ada Marsh\nrights: summary\n"
    assert audit(a_summary("He left.", head), f"He left, says {printed}, with 17 boats of Calvery.") == ()


def test_the_warning_stands_where_the_summary_names_its_original() -> None:
    """There is no line in the summary for what it lacks."""
    head = "---\ntitle: A\nrights: summary\noriginal:\n  file: bridge.txt\n  sha256: x\n"
    (problem,) = audit(a_summary("He left.", head), "He left with Ada.")
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (5, 9)
