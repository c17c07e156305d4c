"""A Code Quality report, as GitLab shows it beside the lines of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from generator.model.diagnostics import Diagnostic, Severity
from generator.report.visible import visible

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
# GitLab wants a file for every problem; those of the whole project go to the file that makes it one.
OF_THE_PROJECT = "mkdocs.yml"


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
