"""The report for people: each problem with the line it is about, a mark below what is wrong, and help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.text import Span
from generator.report.colours import Ink, ink_of, inked
from generator.report.excerpt import excerpt
from generator.report.visible import visible

LinesOf = Callable[[str], Sequence[str]]


def full(diagnostics: Sequence[Diagnostic], lines_of: LinesOf, *, color: bool) -> str:
    """The report of the diagnostics, in their order, and a closing line that counts them."""
    if not diagnostics:
        return ""
    parts = ["\n".join(_lines(problem, lines_of, color=color)) for problem in diagnostics]
    return "\n\n".join([*parts, inked(counted(diagnostics), Ink.STRONG, color=color)]) + "\n"


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are: “2 errors, 1 warning”."""
    warnings = sum(problem.severity is Severity.WARNING for problem in diagnostics)
    counts = ((len(diagnostics) - warnings, "error"), (warnings, "warning"))
    return ", ".join(f"{count} {noun}{'s' * (count != 1)}" for count, noun in counts if count)


def _lines(problem: Diagnostic, lines_of: LinesOf, *, color: bool) -> Iterator[str]:
    ink = ink_of(problem.severity)
    label = inked(f"{problem.severity}[{problem.code}]", ink, color=color)
    yield f"{label}{inked(f': {visible(problem.message)}', Ink.STRONG, color=color)}"
    margin = _margin(problem)
    if problem.span:
        yield from _span(problem.span, lines_of, margin, ink, color=color)
    for each in problem.related:
        yield from _related(each, lines_of, margin, color=color)
    if problem.help:
        label = inked("help:", Ink.HELP, color=color)
        yield f"{' ' * margin} {inked('=', Ink.GUTTER, color=color)} {label} {visible(problem.help)}"


def _margin(problem: Diagnostic) -> int:
    """The width of the largest line number that is shown."""
    spans = [problem.span, *(each.span for each in problem.related)]
    return max(len(str(span.line)) if span else 1 for span in spans)


def _related(each: Related, lines_of: LinesOf, margin: int, *, color: bool) -> Iterator[str]:
    yield f"{' ' * margin} {inked('=', Ink.GUTTER, color=color)} {visible(each.message)}:"
    yield from _span(each.span, lines_of, margin, Ink.GUTTER, color=color)


def _span(span: Span, lines_of: LinesOf, margin: int, ink: Ink, *, color: bool) -> Iterator[str]:
    """`--> path:line:column`, and the line with its mark if the file has that line."""
    blank = " " * margin
    yield f"{blank}{inked('-->', Ink.GUTTER, color=color)} {visible(str(span))}"
    lines = lines_of(span.path)
    if not 1 <= span.line <= len(lines):
        return
    shown = excerpt(lines[span.line - 1], span)
    bar = inked("|", Ink.GUTTER, color=color)
    number = inked(f"{span.line:>{margin}}", Ink.GUTTER, color=color)
    yield f"{blank} {bar}"
    yield f"{number} {bar} {shown.line}".rstrip()
    yield f"{blank} {bar} {' ' * shown.before}{inked('^' * shown.marked, ink, color=color)}"
