"""Workflow commands that GitHub turns into annotations of the files."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostics import Diagnostic
from generator.report.visible import visible


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
