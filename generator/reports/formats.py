"""Diagnostics as text, in each of the formats of `--format`; here those for machines and CI services.

Annotations for GitHub, a Code Quality report for GitLab, a summary in Markdown, JSON for programs.
"""

import dataclasses
import hashlib
import html
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from generator.model.diagnostics import Diagnostic, Severity, in_order
from generator.model.text import Span
from generator.reports.full import concise, full, visible

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
# GitLab wants a file for every problem; those of the whole project go to the file that makes it one.
OF_THE_PROJECT = "mkdocs.yml"

MOST_ROWS = 500  # GitHub takes no summary over a megabyte

Format = Literal["full", "concise", "github", "gitlab", "markdown", "json"]

FORMATS: tuple[Format, ...] = get_args(Format)
# These say something even if nothing is wrong.
ALWAYS_WRITTEN: tuple[Format, ...] = ("gitlab", "markdown", "json")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One object a problem, in their order; everything but ASCII is escaped, so all of it is printable.

    A problem whose fix is known has `edits`: each a span of a file, and the text that belongs there. One that
    somebody may accept has a `fingerprint`, and `accepted`: who did, when and why, or null.
    """
    return json.dumps([_object(problem) for problem in diagnostics], indent=2) + "\n"


def _object(problem: Diagnostic) -> dict[str, object]:
    edits = [{"span": _span(edit.span), "text": edit.text} for edit in problem.edits]
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "span": _span(problem.span),
        "help": problem.help,
        "related": [{"message": each.message, "span": _span(each.span)} for each in problem.related],
        **({"edits": edits} if edits else {}),
        **(_acceptance(problem) if problem.may_be_accepted else {}),
    }


def _acceptance(problem: Diagnostic) -> dict[str, object]:
    review = problem.accepted
    accepted = {"by": review.by, "date": review.date.iso(), "because": review.because} if review else None
    return {"fingerprint": dataclasses.asdict(problem.fingerprint), "accepted": accepted}


def _span(span: Span | None) -> dict[str, object] | None:
    return dataclasses.asdict(span) if span else None


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """One command a problem, in their order; no content can begin a command of its own."""
    return "".join(f"{_command(problem)}\n" for problem in diagnostics)


def _command(problem: Diagnostic) -> str:
    properties: dict[str, str | int] = {}
    if problem.span:
        span = problem.span
        properties = {"file": span.path, "line": span.line, "col": span.column}
        # GitHub drops the columns of a span that goes on over lines.
        properties |= {"endColumn": span.end_column} if span.end_line == span.line else {}
    properties["title"] = problem.code
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    parts = [problem.message, *(f"{each.span}: {each.message}" for each in problem.related)]
    if problem.help:
        parts.append(f"help: {problem.help}")
    return f"::{problem.severity} {written}::{_escaped(chr(10).join(map(visible, parts)))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(visible(text)).replace(":", "%3A").replace(",", "%2C")


def gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """One object a problem, in their order; everything but ASCII is escaped, so all of it is printable.

    A problem keeps its fingerprint when lines above it come or go, so GitLab tells new ones from old ones.
    """
    seen: Counter[str] = Counter()
    issues = []
    for problem in diagnostics:
        known_by = f"{problem.code}\0{_path(problem)}\0{visible(problem.message)}"
        issues.append(_issue(problem, f"{known_by}\0{seen[known_by]}"))
        seen[known_by] += 1
    return json.dumps(issues, indent=2) + "\n"


def _issue(problem: Diagnostic, known_by: str) -> dict[str, object]:
    help = f" ({problem.help})" if problem.help else ""
    return {
        "type": "issue",
        "check_name": problem.code,
        "description": visible(f"{problem.message}{help}"),
        "severity": SEVERITIES[problem.severity],
        "fingerprint": hashlib.sha256(known_by.encode()).hexdigest(),
        "location": {
            "path": _path(problem),
            "lines": {"begin": max(1, problem.span.line) if problem.span else 1},
        },
    }


def _path(problem: Diagnostic) -> str:
    return visible(problem.span.path) if problem.span else OF_THE_PROJECT


def markdown(diagnostics: Sequence[Diagnostic]) -> str:
    """A heading that counts, and an HTML table without a blank line, in which Markdown means nothing."""
    if not diagnostics:
        return "## Check of the content\n\nNo problems: every citation was found in its source.\n"
    errors = sum(problem.severity is Severity.ERROR for problem in diagnostics)
    counts = f"{_counted(errors, 'error')}, {_counted(len(diagnostics) - errors, 'warning')}"
    rows = [_row(problem) for problem in diagnostics[:MOST_ROWS]]
    if more := len(diagnostics) - len(rows):
        rows.append(f'<tr><td colspan="3">and {more} more, which the log of the job lists</td></tr>')
    head = "<tr><th>Where</th><th>Problem</th><th>Help</th></tr>"
    return "\n".join([f"## Check of the content: {counts}", "", "<table>", head, *rows, "</table>", ""])


def _row(problem: Diagnostic) -> str:
    # In a span's short form the column follows the line; `file:line` is what a reader needs here.
    where = f"<code>{_text(f'{problem.span.path}:{problem.span.line}')}</code>" if problem.span else ""
    what = f"{problem.severity} <code>{_text(problem.code)}</code>: {_text(problem.message)}"
    also = "".join(f"<br>{_text(f'{each.span}: {each.message}')}" for each in problem.related)
    return f"<tr><td>{where}</td><td>{what}{also}</td><td>{_text(problem.help or '')}</td></tr>"


def _text(text: str) -> str:
    return html.escape(visible(text))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


PLAIN = {"github": github, "gitlab": gitlab, "markdown": markdown, "json": as_json}


def render(
    diagnostics: Iterable[Diagnostic],
    format: Format,
    lines_of: Callable[[str], Sequence[str]],
    *,
    color: bool = False,
) -> str:
    """The report, ending in a line feed unless it is empty.

    What somebody accepted is in `json` only. `lines_of` gives the lines of an input file; only `full` shows
    them, and only `full` and `concise` have colour. Whatever the content holds, nothing in the report can
    control a terminal or a runner.
    """
    ordered = in_order(diagnostics)
    if format != "json":
        ordered = tuple(problem for problem in ordered if problem.accepted is None)
    if format == "full":
        return full(ordered, lines_of, color=color)
    if format == "concise":
        return concise(ordered, color=color)
    return PLAIN[format](ordered)
