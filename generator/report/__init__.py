"""Diagnostics to text: for people (full, concise), for CI (github, gitlab, markdown), for programs (json)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from generator.model.diagnostics import Diagnostic, in_order
from generator.report.concise import concise
from generator.report.full import full
from generator.report.github import github
from generator.report.gitlab import gitlab
from generator.report.json import as_json
from generator.report.markdown import markdown

Format = Literal["full", "concise", "github", "gitlab", "markdown", "json"]

FORMATS: tuple[Format, ...] = get_args(Format)
# These say something even if nothing is wrong.
ALWAYS_WRITTEN: tuple[Format, ...] = ("gitlab", "markdown", "json")
PLAIN = {"github": github, "gitlab": gitlab, "markdown": markdown, "json": as_json}


def render(
    diagnostics: Iterable[Diagnostic],
    format: Format,
    lines_of: Callable[[str], Sequence[str]],
    *,
    color: bool = False,
) -> str:
    """The report, ending in a line feed unless it is empty.

    `lines_of` gives the lines of an input file; only `full` shows them, and only `full` and `concise` have
    colour. Whatever the content holds, nothing in the report can control a terminal or a runner.
    """
    ordered = in_order(diagnostics)
    if format == "full":
        return full(ordered, lines_of, color=color)
    if format == "concise":
        return concise(ordered, color=color)
    return PLAIN[format](ordered)
