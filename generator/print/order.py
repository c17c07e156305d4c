"""An order to print: which pages of an edition, on which paper, and who is told how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model.diagnostics import Diagnostic
from generator.model.edition import Edition, Page, PageKind
from generator.model.text import Span
from generator.print.book import TITLE, book
from generator.print.engine import (
    ALONE,
    DOSSIER,
    PAPERS,
    Desk,
    Printed,
    print_pages,
    printable_pages,
    typesetter,
)
from generator.print.keeping import kept_or_made
from generator.print.model import Place
from generator.print.refusals import faults, refused


@dataclass(frozen=True, slots=True)
class Order:
    """How an edition is printed; `paper_setting` is where its paper was chosen, `kept` what is used again."""

    place: Place
    paper: str
    paper_setting: Span | None = None
    kept: Path | None = None
    desk: Desk = ALONE


def print_edition(edition: Edition, order: Order) -> Printed:
    """The printed pages of an edition, and the dossier."""
    return _printed(edition, printable_pages(edition), order, with_dossier=True)


def print_named(edition: Edition, name: str, order: Order) -> Printed:
    """The page whose path is `name` or ends in it, or the dossier."""
    if name == DOSSIER.stem:
        return _printed(edition, (), order, with_dossier=True)
    page = next((p for p in printable_pages(edition) if f"/{p.path}".endswith(f"/{name}")), None)
    if page is None:
        return Printed({}, (Diagnostic("not-printed", f"no page with a printed form is called {name}"),))
    return _printed(edition, (page,), order, with_dossier=False)


def _printed(edition: Edition, pages: tuple[Page, ...], order: Order, *, with_dossier: bool) -> Printed:
    if order.paper not in PAPERS:
        help = f"write one of: {', '.join(PAPERS)}"
        message = f"there is no paper “{order.paper}”"
        return Printed({}, (Diagnostic("unknown-paper", message, order.paper_setting, help=help),))
    printed = print_pages(edition, pages, order.place, order.paper, order.kept, order.desk)
    if not with_dossier or printed.problems:
        return printed
    made = print_dossier(edition, order)
    if isinstance(made, Diagnostic):
        return Printed(printed.files, (made,))
    return Printed({**printed.files, DOSSIER: made}, ())


def print_dossier(edition: Edition, order: Order) -> bytes | Diagnostic:
    """The whole edition as a book, or why it cannot be one; a kept one is used again."""
    fault = next((each for page in edition.pages for each in faults(page, order.desk.origin)), None)
    if fault:
        return fault
    one = book(edition, order.place)

    def made() -> bytes | Diagnostic:
        try:
            with typesetter(order.paper) as run:
                return run.make(one)
        except RuntimeError as refusal:
            said = str(getattr(refusal, "message", refusal))
            return refused(_as_a_page(edition), said, one.node, order.desk.origin)

    return kept_or_made(one, order.paper, made, order.kept)


def _as_a_page(edition: Edition) -> Page:
    """The book as one page, for what is said of it."""
    return Page(DOSSIER.stem, PageKind.HOME, TITLE, "", edition.site_name, (), ())
