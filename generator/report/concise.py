"""One line a problem, as editors and `grep` like it: `path:line:column: error[code]: message`."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostics import Diagnostic
from generator.report.colours import ink_of, inked
from generator.report.visible import visible


def concise(diagnostics: Iterable[Diagnostic], *, color: bool) -> str:
    """The report of the diagnostics, in their order."""
    return "".join(f"{_line(problem, color=color)}\n" for problem in diagnostics)


def _line(problem: Diagnostic, *, color: bool) -> str:
    where = f"{visible(str(problem.span))}: " if problem.span else ""
    label = inked(f"{problem.severity}[{problem.code}]", ink_of(problem.severity), color=color)
    help = f" ({visible(problem.help)})" if problem.help else ""
    return f"{where}{label}: {visible(problem.message)}{help}"
