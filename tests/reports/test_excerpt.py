"""The mark stands below what it marks."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from generator.model.text import Span
from generator.reports.full import LONGEST, excerpt


def marked(line: str, start: int, end: int) -> tuple[str, str]:
    """The line as shown, and the mark below it, for columns `[start, end)`."""
    shown = excerpt(line, Span("f", 1, start, 1, end))
    return shown.line, " " * shown.before + "^" * shown.marked


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "mark"),
    [
        ("a word", 3, 7, "a word", "  ^^^^"),
        ("日本 word", 4, 8, "日本 word", "     ^^^^"),
        ("word 日本", 6, 8, "word 日本", "     ^^^^"),
        ("😀 word", 3, 4, "😀 word", "   ^"),
        ("e\u0301 word", 4, 8, "e\u0301 word", "  ^^^^"),
        ("\tword", 2, 6, "    word", "    ^^^^"),
        ("ab\tword", 4, 8, "ab  word", "    ^^^^"),
        ("日本\tword", 4, 8, "日本    word", "        ^^^^"),
        ("\x1b[31m word", 7, 11, "␛[31m word", "      ^^^^"),
        ("\u202ea", 2, 3, "<U+202E>a", "        ^"),
        ("word", 5, 6, "word", "    ^"),
        ("word", 90, 99, "word", "    ^"),
        ("", 1, 2, "", "^"),
        ("word", 3, 3, "word", "  ^"),
        ("word  ", 1, 9, "word", "^^^^^^"),
    ],
)
def test_the_mark_is_aligned(line: str, start: int, end: int, shown: str, mark: str) -> None:
    """Also below wide characters, tabs and signs for what is not printed; behind the end, at the end."""
    assert marked(line, start, end) == (shown, mark)


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    """More would need more lines than a report has."""
    shown = excerpt("a: some words  ", Span("f", 1, 4, 3, 2))
    assert (shown.before, shown.marked) == (3, 10)


@pytest.mark.parametrize("start", [1, 50, 500, 990, 1000])
def test_a_long_line_is_cut_around_the_mark(start: int) -> None:
    """What is marked is shown, whichever part of the line it is in."""
    line = "".join(chr(0x4E00 + n) for n in range(1000))
    shown = excerpt(line, Span("f", 1, start, 1, start + 1))
    offset = 0
    for character in shown.line:
        if offset == shown.before:
            assert character == line[start - 1]
        offset += cell_len(character)
    assert len(shown.line) <= LONGEST + 2
    assert shown.marked == 2


def test_a_long_mark_ends_with_what_is_shown() -> None:
    """A paragraph in one line does not fill the screen."""
    shown = excerpt("x" * 5000, Span("f", 1, 1, 1, 5001))
    assert (shown.before, shown.marked, len(shown.line)) == (0, LONGEST, LONGEST + 1)
