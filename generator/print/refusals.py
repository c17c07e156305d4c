"""Why a page cannot be printed, in an author's words and with the line of content/ that is to blame."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from generator.model.blocks import DotPlot
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.edition import Page
from generator.model.origins import Origin
from generator.model.parts import parts_of
from generator.model.runs import NoteRef
from generator.model.text import Span
from generator.print.texts import texts_of


def nowhere(_page: Page, _words: tuple[str, ...]) -> None:
    """No span: for pages that were written nowhere."""


def refused(page: Page, refusal: RuntimeError, origin: Origin) -> Diagnostic:
    """What the typesetter refused; its own trace names files that no author knows."""
    said = str(getattr(refusal, "message", refusal))
    return _unprintable(page, " ".join(said.split()).removeprefix("error: ")[:300], origin(page, ()))


def too_long(page: Page, pages: int, allowed: int, node: object, origin: Origin) -> Diagnostic:
    """A page that takes more pages than its form has, with the longest of the texts that stay."""
    longest = max(texts_of(node), key=len, default="")
    span, other = origin(page, ()), origin(page, (longest,))
    form = "one page" if allowed == 1 else f"{allowed} pages"
    return Diagnostic(
        "print-does-not-fit",
        f"“{page.title}” ({page.path}) takes {pages} printed pages, and its form has {form}",
        span,
        Severity.WARNING,
        related=(Related(other, "the longest text that stays"),) if other and other != span else (),
        help="nothing to mend if it may run on; else shorten what stays when all else is left out",
    )


def faults(page: Page, origin: Origin) -> Iterator[Diagnostic]:
    """What makes a page no sound model for print: pictures of nothing, marks without a note."""
    yield from undrawable(page, origin)
    held = {note.number for note in page.notes}
    for number in sorted({ref.number for ref in parts_of(page.sections, NoteRef)} - held):
        reason = f"it refers to note {number}, which it does not hold"
        yield _unprintable(page, reason, origin(page, ()))


def undrawable(page: Page, origin: Origin) -> Iterator[Diagnostic]:
    """The pictures of a page that have nothing to draw."""
    for block in (block for section in page.sections for block in section.blocks):
        if isinstance(block, DotPlot) and not _is_drawable(block):
            reason = f"its picture “{block.title}” has no values to draw"
            yield _unprintable(page, reason, origin(page, (block.title,)))


def _unprintable(page: Page, reason: str, span: Span | None) -> Diagnostic:
    return Diagnostic("not-printable", f"“{page.title}” ({page.path}) cannot be printed: {reason}", span)


def _is_drawable(plot: DotPlot) -> bool:
    return bool(plot.dots) and all(isfinite(dot.low) and isfinite(dot.high) for dot in plot.dots)
