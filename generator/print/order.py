"""An order to print: which pages of an edition, on which paper, and who is told how far it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.diagnostics import Diagnostic
from generator.model.edition import Edition
from generator.model.text import Span
from generator.print.engine import ALONE, PAPERS, Desk, Printed, print_pages, printable_pages
from generator.print.model import Place


@dataclass(frozen=True, slots=True)
class Order:
    """How an edition is printed; `paper_setting` is where its paper was chosen, `kept` what is used again."""

    place: Place
    paper: str
    paper_setting: Span | None = None
    kept: Path | None = None
    desk: Desk = ALONE


def print_edition(edition: Edition, order: Order) -> Printed:
    """The printed pages of an edition."""
    if order.paper not in PAPERS:
        help = f"write one of: {', '.join(PAPERS)}"
        message = f"there is no paper “{order.paper}”"
        return Printed({}, (Diagnostic("unknown-paper", message, order.paper_setting, help=help),))
    pages = printable_pages(edition)
    return print_pages(edition, pages, order.place, order.paper, order.kept, order.desk)


def print_named(edition: Edition, name: str, order: Order) -> Printed:
    """The page whose path is `name` or ends in it."""
    page = next((p for p in printable_pages(edition) if f"/{p.path}".endswith(f"/{name}")), None)
    if page is None:
        return Printed({}, (Diagnostic("not-printed", f"no page with a printed form is called {name}"),))
    return print_edition(replace(edition, pages=(page,)), order)
