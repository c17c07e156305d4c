"""Each format of a report, whole."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.diagnostics import Diagnostic, Edit, Related, Severity
from generator.model.text import Span
from generator.reports.formats import FORMATS, Format, render

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {
    "full": "txt",
    "concise": "txt",
    "github": "txt",
    "gitlab": "json",
    "markdown": "md",
    "json": "json",
}

LINES = {
    "content/timeline.yml": [
        "events:",
        *[""] * 8,
        "  - id: london",
        "\tkind: 回合 😀 rund",
        '    title: "' + "a long title " * 20 + 'end"',
    ],
    "sources/a.md": ["---", "title: A \x1b[31m\u202ered"],
}
PROBLEMS = (
    Diagnostic("no-sources", "there are no sources"),
    Diagnostic(
        "duplicate-id",
        "two events have the id `london`",
        Span("content/timeline.yml", 10, 9, 10, 15),
        related=(Related(Span("content/timeline.yml", 1, 1, 1, 7), "it is first given here"),),
        help="give one of them another id",
    ),
    Diagnostic(
        "bad-value",
        "“rund” should be `round`",
        Span("content/timeline.yml", 11, 12, 11, 16),
        help="did you mean `round`?",
        edits=(Edit(Span("content/timeline.yml", 11, 12, 11, 16), "round"),),
    ),
    Diagnostic("note-unused", "long line", Span("content/timeline.yml", 12, 150, 14, 3), Severity.WARNING),
    Diagnostic(
        "control-character",
        "50% of: it, is \x1b[31mred\u202e\r\nand::more",
        Span("sources/a.md", 2, 10, 2, 11),
        Severity.WARNING,
        help="delete it\n::error::or not",
    ),
    Diagnostic("file-missing", "the file does not exist", Span.at("sources/a,b:%\x07c.md")),
)


def lines_of(path: str) -> Sequence[str]:
    return LINES.get(path, ())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("color", [False, True])
def test_a_report_reads_like_this(format: Format, color: bool) -> None:
    """`make goldens` rewrites them; read the difference."""
    golden = GOLDEN / f"{format}{'-color' if color else ''}.{SUFFIXES[format]}"
    report = render(PROBLEMS, format, lines_of, color=color)
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report, encoding="utf-8", newline="")
    assert report == golden.read_bytes().decode()


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_is_that_of_the_files_and_each_problem_comes_once(format: Format) -> None:
    """However the stages found them."""
    assert render([*reversed(PROBLEMS), *PROBLEMS], format, lines_of) == render(PROBLEMS, format, lines_of)


def test_nothing_is_reported_of_nothing() -> None:
    """Quiet if all is well; a list is a list all the same, and a summary says so."""
    quiet = {format: render((), format, lines_of) for format in FORMATS}
    summary = quiet.pop("markdown")
    assert quiet == {"full": "", "concise": "", "github": "", "gitlab": "[]\n", "json": "[]\n"}
    assert "No problems" in summary


def test_a_summary_stays_small_enough_to_be_taken() -> None:
    """A thousand problems are counted, and the first five hundred are shown."""
    many = [Diagnostic("bad-value", f"problem {number}") for number in range(1000)]
    summary = render(many, "markdown", lines_of)
    assert summary.startswith("## Check of the content: 1000 errors, 0 warnings\n")
    assert summary.count("<tr>") == 502
    assert "and 500 more" in summary


def test_a_problem_is_known_again_when_its_line_moves() -> None:
    """GitLab tells new problems from old ones by a fingerprint, and never sees one twice."""
    here, there = (Diagnostic("bad-value", "a", Span.at("a.md", line)) for line in (1, 2))
    (first,), (moved,) = (json.loads(render([problem], "gitlab", lines_of)) for problem in (here, there))
    assert first["fingerprint"] == moved["fingerprint"]
    both = json.loads(render([here, there], "gitlab", lines_of))
    assert len({issue["fingerprint"] for issue in both}) == 2


def test_json_says_all() -> None:
    """Programs get what people get."""
    first, second, *_ = json.loads(render(PROBLEMS, "json", lines_of))
    assert first["span"] is None
    assert second["related"] == [
        {
            "message": "it is first given here",
            "span": {"path": "content/timeline.yml", "line": 1, "column": 1, "end_line": 1, "end_column": 7},
        }
    ]


HOSTILE = st.text(
    alphabet=st.sampled_from(list("a:%,\n\r\t\x00\x07\x1b\x9b\x7f\u202e\u2066\u200f\ufeff\u2028\udcff😀"))
)
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE, st.integers(1, 9), st.integers(1, 9), st.sampled_from(FORMATS))
def test_no_content_controls_a_terminal_or_a_runner(
    path: str, words: str, line: str, column: int, width: int, format: Format
) -> None:
    """Neither message, help, path nor line can print a control, a mark of direction or a line of its own."""
    span = Span(path, 1, column, 1, column + width)
    problem = Diagnostic("bad-value", words, span, related=(Related(span, words),), help=words)
    report = render([problem], format, lambda _: [line])
    assert not UNSAFE.search(report)
    report.encode()
    if format == "markdown":
        assert report.count("\n") == 6
    if format in ("concise", "github"):
        assert report.count("\n") == 1
        assert not report.startswith("::error") or report.split("::")[1].count(",title=") == 1
