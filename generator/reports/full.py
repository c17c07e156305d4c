"""The reports for people: each problem with its line, a mark below it, and help; or a line a problem."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.text import Span

# Joiners belong to words and emoji of many languages and change nothing else.
_JOINERS = "\u200c\u200d"
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")

TAB = 4
LONGEST = 100
CUT = "…"

LinesOf = Callable[[str], Sequence[str]]


def visible(text: str) -> str:
    """The text in one line, with a visible sign for each character that is not printed as itself."""
    return text if text.isprintable() else _UNPRINTABLE.sub(lambda found: _sign(found.group()), text)


def _sign(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character.isspace() and character >= "\xa0" and character not in "\u2028\u2029":
        return " "
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "␡" if character == _DELETE else f"<U+{ord(character):04X}>"


class Ink(StrEnum):
    """Terminal sequences (ECMA-48)."""

    ERROR = "\x1b[1;31m"
    WARNING = "\x1b[1;33m"
    GUTTER = "\x1b[1;34m"
    HELP = "\x1b[1;36m"
    STRONG = "\x1b[1m"
    END = "\x1b[0m"


def ink_of(severity: Severity) -> Ink:
    """The colour of errors or of warnings."""
    return Ink.ERROR if severity is Severity.ERROR else Ink.WARNING


def inked(text: str, ink: Ink, *, color: bool) -> str:
    """The text in this colour, if colours are wanted."""
    return f"{ink}{text}{Ink.END}" if color and text else text


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and how many cells stand before the mark and below it."""

    line: str
    before: int
    marked: int


def excerpt(line: str, span: Span) -> Excerpt:
    """The line on which `span` begins, cut around it if it is longer than `LONGEST` characters.

    The mark ends with the line if the span goes on, and is one cell wide at least.
    """
    start = min(span.column - 1, len(line))
    end = len(line.rstrip()) if span.end_line > span.line else span.end_column - 1
    first = max(min(start - LONGEST // 3, len(line) - LONGEST), 0)
    last = min(first + LONGEST, len(line))
    end = max(min(end, last), start)
    before = _shown(line[first:start], CUT if first else "")
    marked = _shown(line[start:end], before)[len(before) :]
    whole = _shown(line[end:last], before + marked) + (CUT if last < len(line) else "")
    return Excerpt(whole.rstrip(), cell_len(before), max(cell_len(marked), 1))


def _shown(text: str, before: str) -> str:
    """`before` and the text behind it, with tabs expanded and control characters made visible."""
    first, *others = text.split("\t")
    shown = before + visible(first)
    for piece in others:
        shown += " " * (TAB - cell_len(shown) % TAB) + visible(piece)
    return shown


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


def concise(diagnostics: Iterable[Diagnostic], *, color: bool) -> str:
    """The report of the diagnostics, in their order."""
    return "".join(f"{_line(problem, color=color)}\n" for problem in diagnostics)


def _line(problem: Diagnostic, *, color: bool) -> str:
    where = f"{visible(str(problem.span))}: " if problem.span else ""
    label = inked(f"{problem.severity}[{problem.code}]", ink_of(problem.severity), color=color)
    help = f" ({visible(problem.help)})" if problem.help else ""
    return f"{where}{label}: {visible(problem.message)}{help}"
