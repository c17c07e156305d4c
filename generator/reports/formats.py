"""The summary of a CI job: all problems in one table, where annotations stop after the first few."""

from __future__ import annotations

import html
from collections.abc import Sequence

from generator.model.diagnostics import Diagnostic, Severity
from generator.report.visible import visible

MOST_ROWS = 500  # GitHub takes no summary over a megabyte


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
