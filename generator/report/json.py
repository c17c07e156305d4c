"""The diagnostics for programs: a JSON list, in ASCII."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable

from generator.model.diagnostics import Diagnostic
from generator.model.text import Span


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One object a problem, in their order; everything but ASCII is escaped, so all of it is printable.

    A problem whose fix is known has `edits`: each a span of a file, and the text that belongs there.
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
    }


def _span(span: Span | None) -> dict[str, object] | None:
    return dataclasses.asdict(span) if span else None
