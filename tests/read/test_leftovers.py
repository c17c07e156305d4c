"""What pages leave in the text of a source is told, with the edits that remove it."""

from __future__ import annotations

import pytest

from generator.model.diagnostics import Diagnostic
from generator.read.sources import read_source
from tests.read.builders import a_file, a_source


def told(text: str, **fields: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The whole file, and what is wrong with it."""
    whole = a_source(text, **fields)
    draft, problems = read_source("herald", a_file(whole))
    assert draft is not None
    return whole, problems


def mended(whole: str, problem: Diagnostic) -> str:
    """The text of the file after the problem's edits."""
    lines = whole.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    for edit in sorted(problem.edits, key=lambda edit: edit.span, reverse=True):
        begin = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        whole = whole[:begin] + edit.text + whole[end:]
    return whole.split("---\n", 2)[2].strip()


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("<p>It fell.</p><p>It rose.</p>", "It fell.\n\n\n\nIt rose."),
        ("It fell by 3&nbsp;m &mdash; or <a href='x'>four</a>.", "It fell by 3\xa0m — or four."),
        ("It fell.&#3;", "It fell."),
    ],
)
def test_marks_of_a_page_are_told(text: str, clean: str) -> None:
    """One warning a text, at the first of them."""
    whole, (problem,) = told(text)
    assert problem.code == "source-has-html"
    assert mended(whole, problem) == clean


@pytest.mark.parametrize(
    "text",
    [
        "The board showed <script>alert(1)</script>, AT&amp;T said, and <b>that</b> was all.",
        "If a < b and c > d, a &b; c & d; R&D.",
        "He typed <name> and <em, then left.",
    ],
)
def test_an_article_may_speak_of_marks(text: str) -> None:
    """One or two are none of a page."""
    assert told(text)[1] == ()


def test_a_whole_page_is_to_be_imported() -> None:
    """Nobody mends its scripts by hand."""
    _, (problem,) = told("<html><script>var a = 1;</script><p>It fell.</p></html>")
    assert problem.edits == ()
    assert "briefing import" in (problem.help or "")


def test_lines_around_the_article_are_told_and_removed() -> None:
    """With the empty lines at them, wherever they stand."""
    text = "Share this article\n\nIt fell.\n\nAdvertisement\n\nIt rose.\n\nSign up for our newsletter"
    whole, (problem,) = told(text)
    assert problem.code == "source-has-furniture"
    assert "2 more" in problem.message
    assert mended(whole, problem) == "It fell.\n\nIt rose."


def test_what_an_editor_keeps_is_the_articles() -> None:
    """By its first words."""
    assert told("It fell.\n\nShare this article", keep='["Share this"]')[1] == ()
    assert len(told("It fell.\n\nShare this article", keep='["Share that"]')[1]) == 1
