"""Prints an edition: which pages, on which paper, a PDF file for each.

Printing takes away from a page only as much as its form demands.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import PurePosixPath

from generator.cache import FORGETFUL, Memory
from generator.model.addresses import PageFiles, SiteAddress, SiteFiles
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.kinds import KINDS
from generator.model.origins import Origin
from generator.model.pages import Edition, Page
from generator.model.settings import PAPERS
from generator.model.text import Span
from generator.model.values import parts_of
from generator.output.fonts import OWN, Fonts
from generator.output.pdf import refusals
from generator.output.pdf.book import book
from generator.output.pdf.document import Node
from generator.output.pdf.fit import (
    Draft,
    Step,
    draft,
    first_fitting,
    least,
    pulled_in,
    put_back,
    steps_of,
)
from generator.output.pdf.typesetter import Mended, Run, lost_of, remembered_or_made, typesetter
from generator.output.signs import is_ordinary
from generator.words import words_in

DOSSIER = PurePosixPath(SiteFiles.DOSSIER)
WORKERS = 2

LEAST_OF_A_PAGE = 800
"""So many characters fit on a page of any form; with more, it has to be measured."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDF files by their path on the site, and what could not be printed."""

    files: dict[PurePosixPath, bytes]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What printing works with: fonts, whom it asks where words were written, whom it tells how far it is.

    `lines` gives the lines of an input file, to find a sign in the value that holds it.
    """

    origin: Origin = refusals.nowhere
    watch: Callable[[int, int], None] | None = None
    fonts: Fonts = OWN
    lines: refusals.Lines = refusals.no_lines

    def tell(self, done: int, of: int) -> None:
        """Say how far printing is, if anybody watches."""
        if self.watch:
            self.watch(done, of)

    def warnings(self, page: Page, made: bytes | Diagnostic) -> tuple[Diagnostic, ...]:
        """What is to be told of a page that was printed with more substitutes than were foreseen."""
        if not isinstance(made, Mended):
            return ()
        return refusals.warnings_of(refusals.losses(page, made.one.node, made.lost), self.origin, self.lines)


ALONE = Desk()


def printable_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages that have a form on paper."""
    return tuple(page for page in edition.pages if page.kind.paper)


def pages_of_form(page: Page) -> int:
    """How many pages the form of a printable page has. Raises ValueError for any other."""
    if page.kind.paper is None:
        raise ValueError(f"a page of kind {page.kind.key} has no form on paper")
    return page.kind.paper


def print_pages(
    edition: Edition,
    pages: tuple[Page, ...],
    site: SiteAddress,
    paper: str,
    memory: Memory = FORGETFUL,
    desk: Desk = ALONE,
) -> Printed:
    """A PDF for each page: the same bytes for the same edition and paper; remembered ones are used again."""

    def one(page: Page) -> bytes | Diagnostic:
        made = partial(print_page, edition, page, site, paper, desk.origin, desk.fonts)
        if any(refusals.faults(page, desk.origin)):
            return made()
        return remembered_or_made(draft(edition, page, site), paper, made, memory, desk.fonts)

    made: list[tuple[Page, bytes | Diagnostic]] = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for page, result in zip(pages, pool.map(one, pages), strict=True):
            made.append((page, result))
            desk.tell(len(made), len(pages))
    problems = tuple(result for _, result in made if isinstance(result, Diagnostic))
    warnings = tuple(warning for page, result in made for warning in desk.warnings(page, result))
    files = {
        PurePosixPath(PageFiles(page.path).pdf): result for page, result in made if isinstance(result, bytes)
    }
    return Printed(files, (*problems, *warnings))


def print_page(
    edition: Edition,
    page: Page,
    site: SiteAddress,
    paper: str = "a4",
    origin: Origin = refusals.nowhere,
    fonts: Fonts = OWN,
) -> bytes | Diagnostic:
    """The page as PDF, or why it cannot be one; takes away only as much as its form demands.

    What is too long for its form without all that may go runs on: `overlong_pages` tells of it.
    """
    fault = next(refusals.faults(page, origin), None)
    if fault:
        return fault
    try:
        with typesetter(paper, fonts) as run:
            whole = draft(edition, page, site).node
            return run.in_any_case(whole, lambda one: _fitted(edition, page, site, one))
    except RuntimeError as refusal:
        return refusals.refused(page, refusal, origin)


def _fitted(edition: Edition, page: Page, site: SiteAddress, run: Run) -> bytes:
    """Search the steps for the first that fits, then put back what there is still room for; else take all.

    To lay out a draft takes most of the time of printing, so each is laid out once, and the search begins
    where the lengths of the texts promise an end.
    """
    allowed, steps = pages_of_form(page), steps_of(page)

    @cache
    def drafted(taken: frozenset[Step]) -> Draft:
        return draft(edition, page, site, taken)

    measured = cache(run.measure)

    def after(level: int) -> Draft:
        return drafted(frozenset(steps[:level]))

    def fits(level: int) -> bool:
        return measured(after(level)).pages <= allowed

    last = len(steps)
    promising = bisect_left(range(last), True, key=lambda level: after(level).may_fit(allowed))
    level = first_fitting(fits, last, promising)
    if level is None:
        return run.make(after(last))
    if level == 0:
        return run.make(pulled_in(steps, after(0), measured(after(0)), drafted, measured))
    return run.make(put_back(steps[:level], allowed, drafted, measured))


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
    found = (refusals.losses(*document, each) for document, each in zip(documents, lost, strict=True))
    return refusals.warnings_of(chain.from_iterable(found), origin, lines)


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
                found.append(refusals.too_long(page, pages, allowed, one.node["sections"], order.desk.origin))
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
    fault = next((each for page in edition.pages for each in refusals.faults(page, order.desk.origin)), None)
    if fault:
        return fault
    one = book(edition, order.site)

    def made() -> bytes | Diagnostic:
        try:
            with typesetter(order.paper, order.desk.fonts) as run:
                return run.in_any_case(one.node, lambda each: each.make(one))
        except RuntimeError as refusal:
            return refusals.refused(_as_a_page(edition), refusal, order.desk.origin)

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
