"""An order to print: which pages of an edition, on which paper, and who is told how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.cache import FORGETFUL, Memory
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.edition import Edition, Page
from generator.model.kinds import KINDS
from generator.model.papers import PAPERS
from generator.model.parts import parts_of
from generator.model.text import Span
from generator.print.book import book
from generator.print.engine import ALONE, DOSSIER, Desk, Printed, pages_of_form, print_pages, printable_pages
from generator.print.fit import Draft, draft, least
from generator.print.keeping import remembered_or_made
from generator.print.model import Node, SiteAddress
from generator.print.refusals import faults, refused, too_long
from generator.print.typesetter import Run, lost_of, typesetter
from generator.print.unprinted import losses, warnings_of
from generator.typeset.signs import is_ordinary
from generator.words import words_in

LEAST_OF_A_PAGE = 800
"""So many characters fit on a page of any form; with more, it has to be measured."""


@dataclass(frozen=True, slots=True)
class Order:
    """How an edition is printed; `paper_setting` is where its paper was chosen, `memory` has files."""

    site: SiteAddress
    paper: str
    paper_setting: Span | None = None
    memory: Memory = FORGETFUL
    desk: Desk = ALONE
    fonts_setting: Span | None = None


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
    printed = print_pages(edition, pages, order.site, order.paper, order.memory, order.desk)
    if not with_dossier or has_errors(printed.problems):
        return printed
    made = print_dossier(edition, order)
    if isinstance(made, Diagnostic):
        return Printed(printed.files, (*printed.problems, made))
    warnings = order.desk.warnings(_as_a_page(edition), made)
    return Printed({**printed.files, DOSSIER: made}, (*printed.problems, *warnings))


def unprintable_signs(edition: Edition, order: Order) -> tuple[Diagnostic, ...]:
    """What print shows a substitute for: a warning for each font that is missing, at its first sign.

    The typesetter is given signs only, and nothing where all are ordinary. No reference may be broken.
    """
    origin, lines = order.desk.origin, order.desk.lines
    pages = tuple(page for page in edition.pages if not _is_ordinary(edition, page))
    documents = tuple(_documents(edition, pages, order.site))
    try:
        lost = [lost_of(node, order.desk.fonts) for _, node in documents]
    except RuntimeError as refusal:
        message = f"the typesetter cannot use the fonts: {getattr(refusal, 'message', refusal)}"
        help = "take the font out of the folder that `extra.briefing.fonts` names"
        return (Diagnostic("font-unusable", message, order.fonts_setting, help=help),)
    found = (losses(*document, each) for document, each in zip(documents, lost, strict=True))
    return warnings_of(chain.from_iterable(found), origin, lines)


def overlong_pages(edition: Edition, order: Order) -> tuple[Diagnostic, ...]:
    """A warning for each page that its form cannot hold, whatever is left out: its PDF runs on.

    Only what may be too long by the number of its characters is set, and only to be measured.
    """
    found = []
    for page in printable_pages(edition):
        one, allowed = least(edition, page, order.site), pages_of_form(page)
        if one.length() > LEAST_OF_A_PAGE * allowed:
            with typesetter(order.paper, order.desk.fonts) as run:
                pages = run.in_any_case(one.node, partial(_pages_of, one))
            if pages > allowed:
                found.append(too_long(page, pages, allowed, one.node["sections"], order.desk.origin))
    return tuple(found)


def _pages_of(one: Draft, run: Run) -> int:
    return run.measure(one).pages


def _is_ordinary(edition: Edition, page: Page) -> bool:
    """Whether the faces of print have all signs of a page and of what stands at its head."""
    return is_ordinary(edition.site_name) and all(map(is_ordinary, parts_of(page, str)))


def _documents(edition: Edition, pages: tuple[Page, ...], site: SiteAddress) -> Iterator[tuple[Page, Node]]:
    """What is printed of these pages, nothing left out for want of room: each, then the dossier."""
    for page in pages:
        if page.kind.paper:
            yield page, draft(edition, page, site).node
    if pages:
        yield _as_a_page(edition), book(edition, site).node


def print_dossier(edition: Edition, order: Order) -> bytes | Diagnostic:
    """The whole edition as a book, or why it cannot be one; a kept one is used again."""
    fault = next((each for page in edition.pages for each in faults(page, order.desk.origin)), None)
    if fault:
        return fault
    one = book(edition, order.site)

    def made() -> bytes | Diagnostic:
        try:
            with typesetter(order.paper, order.desk.fonts) as run:
                return run.in_any_case(one.node, lambda each: each.make(one))
        except RuntimeError as refusal:
            return refused(_as_a_page(edition), refusal, order.desk.origin)

    return remembered_or_made(one, order.paper, made, order.memory, order.desk.fonts)


def _as_a_page(edition: Edition) -> Page:
    """The book as one page, for what is said of it."""
    return Page(
        DOSSIER.stem,
        KINDS.home,
        words_in(edition.language)("print.dossier.title"),
        "",
        edition.site_name,
        (),
        (),
    )
