"""Problems in the content, as values: collected through a run and reported together."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.reviews import Fingerprint, Review, fingerprint_of
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
class About:
    """A statement on which a problem is a judgement, and the evidence that it was compared with.

    An acceptance of the problem holds for just these words.
    """

    statement: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in the content.

    `code` is kebab-case and stable; each has a paragraph in docs/diagnostics.md. `help` says how to mend
    it, to people; `edits` do mend it, where the fix is known. A problem of the whole project has no `span`.
    A judgement on a statement says what it is `about`; `accepted` is the review of somebody who accepted it.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()
    help: str | None = None
    edits: tuple[Edit, ...] = ()
    about: About | None = None
    accepted: Review | None = None

    @property
    def may_be_accepted(self) -> bool:
        """Whether somebody may accept it: a warning, or a judgement on a statement; no plain fault."""
        return self.severity is Severity.WARNING or self.about is not None

    @property
    def is_error(self) -> bool:
        """Whether it keeps the edition from being published."""
        return self.severity is Severity.ERROR and self.accepted is None

    @property
    def fingerprint(self) -> Fingerprint:
        """What an acceptance of it is tied to; what is about no statement is tied to its file."""
        path = self.span.path if self.span else ""
        statement, evidence = (self.about.statement, self.about.evidence) if self.about else (path, ())
        return Fingerprint(
            fingerprint_of(statement), fingerprint_of(*evidence), fingerprint_of(self.code, self.message)
        )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file and position, each once; those without a span come first."""

    def position(problem: Diagnostic) -> tuple[str, int, int, str, str]:
        span = problem.span or Span.at("", 0, 0)
        return (span.path, span.line, span.column, problem.code, problem.message)

    return tuple(sorted(set(diagnostics), key=position))


def has_errors(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether any of them keeps the edition from being published; under `strict`, warnings do too.

    What somebody accepted stands in no way.
    """
    return any(problem.is_error or (strict and not problem.accepted) for problem in diagnostics)
