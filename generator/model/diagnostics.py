"""Problems in the content, as values: collected through a run and reported together."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.text import Span


class Severity(StrEnum):
    """How much a problem matters: an error keeps the edition from being published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Related:
    """Another span that helps to understand a problem."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What mends a problem: this text in place of what stands at `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in the content.

    `code` is kebab-case and stable; each has a paragraph in docs/diagnostics.md. `help` says how to mend
    it, to people; `edits` do mend it, where the fix is known. A problem of the whole project has no `span`.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()
    help: str | None = None
    edits: tuple[Edit, ...] = ()


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file and position, each once; those without a span come first."""

    def position(problem: Diagnostic) -> tuple[str, int, int, str, str]:
        span = problem.span or Span.at("", 0, 0)
        return (span.path, span.line, span.column, problem.code, problem.message)

    return tuple(sorted(set(diagnostics), key=position))


def has_errors(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether any of them keeps the edition from being published; under `strict`, warnings do too."""
    return any(strict or problem.severity is Severity.ERROR for problem in diagnostics)
