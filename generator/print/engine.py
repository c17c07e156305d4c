"""Prints pages: a PDF file for each, which takes away from the page only as much as its form demands."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from generator.cache import FORGETFUL, Memory
from generator.model.addresses import PageFiles, SiteFiles, seen_from
from generator.model.diagnostics import Diagnostic
from generator.model.edition import Attachment, AttachmentKind, Edition, Page
from generator.model.origins import Origin
from generator.print.fit import Draft, Step, draft, least, pulled_in, put_back, steps_of
from generator.print.keeping import Mended, remembered_or_made
from generator.print.model import SiteAddress
from generator.print.refusals import faults, nowhere, refused
from generator.print.typesetter import Run, typesetter
from generator.print.unprinted import Lines, losses, no_lines, warnings_of
from generator.typeset.fonts import OWN, Fonts

DOSSIER = PurePosixPath(SiteFiles.DOSSIER)
WORKERS = 2


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

    origin: Origin = nowhere
    watch: Callable[[int, int], None] | None = None
    fonts: Fonts = OWN
    lines: Lines = no_lines

    def tell(self, done: int, of: int) -> None:
        """Say how far printing is, if anybody watches."""
        if self.watch:
            self.watch(done, of)

    def warnings(self, page: Page, made: bytes | Diagnostic) -> tuple[Diagnostic, ...]:
        """What is to be told of a page that was printed with more substitutes than were foreseen."""
        if not isinstance(made, Mended):
            return ()
        return warnings_of(losses(page, made.one.node, made.lost), self.origin, self.lines)


ALONE = Desk()


def printable_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages that have a form on paper."""
    return tuple(page for page in edition.pages if page.kind.paper)


def pages_of_form(page: Page) -> int:
    """How many pages the form of a printable page has. Raises ValueError for any other."""
    if page.kind.paper is None:
        raise ValueError(f"a page of kind {page.kind.key} has no form on paper")
    return page.kind.paper


def with_links(edition: Edition, files: Collection[PurePosixPath]) -> Edition:
    """The edition with a link from each page to its PDF, where there is one."""
    return replace(edition, pages=tuple(_linked(page, files) for page in edition.pages))


def _linked(page: Page, files: Collection[PurePosixPath]) -> Page:
    kind, path = _file_of(page)
    if path not in files:
        return page
    beside = seen_from(page.path, str(path))
    return replace(page, attachments=(*page.attachments, Attachment(kind, beside)))


def _file_of(page: Page) -> tuple[AttachmentKind, PurePosixPath]:
    """The PDF of a page; the dossier, from where a reader looks for the whole."""
    if page.kind.offers_dossier:
        return AttachmentKind.DOSSIER, DOSSIER
    return AttachmentKind.PDF, pdf_path(page)


def pdf_path(page: Page) -> PurePosixPath:
    """Where a page's PDF is on the site."""
    return PurePosixPath(PageFiles(page.path).pdf)


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
        if any(faults(page, desk.origin)):
            return made()
        return remembered_or_made(draft(edition, page, site), paper, made, memory, desk.fonts)

    made: list[tuple[Page, bytes | Diagnostic]] = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for page, result in zip(pages, pool.map(one, pages), strict=True):
            made.append((page, result))
            desk.tell(len(made), len(pages))
    problems = tuple(result for _, result in made if isinstance(result, Diagnostic))
    warnings = tuple(warning for page, result in made for warning in desk.warnings(page, result))
    files = {pdf_path(page): result for page, result in made if isinstance(result, bytes)}
    return Printed(files, (*problems, *warnings))


def print_page(
    edition: Edition,
    page: Page,
    site: SiteAddress,
    paper: str = "a4",
    origin: Origin = nowhere,
    fonts: Fonts = OWN,
) -> bytes | Diagnostic:
    """The page as PDF, or why it cannot be one; takes away only as much as its form demands.

    What is too long for its form without all that may go runs on: `overlong_pages` tells of it.
    """
    fault = next(faults(page, origin), None)
    if fault:
        return fault
    try:
        with typesetter(paper, fonts) as run:
            whole = draft(edition, page, site).node
            return run.in_any_case(whole, lambda one: _fitted(edition, page, site, one))
    except RuntimeError as refusal:
        return refused(page, refusal, origin)


def _fitted(edition: Edition, page: Page, site: SiteAddress, run: Run) -> bytes:
    """Search the steps for the first that fits, then put back what there is still room for; else take all."""
    allowed, steps = pages_of_form(page), steps_of(page)

    def drafted(taken: frozenset[Step]) -> Draft:
        return draft(edition, page, site, taken)

    def fits(level: int) -> bool:
        return run.measure(drafted(frozenset(steps[:level]))).pages <= allowed

    whole = drafted(frozenset())
    extent = run.measure(whole)
    if extent.pages <= allowed:
        return run.make(pulled_in(steps, whole, extent, drafted, run.measure))
    low, high = 1, len(steps)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    if low >= len(steps) and not fits(len(steps)):
        return run.make(least(edition, page, site))
    return run.make(put_back(steps[:low], allowed, drafted, run.measure))
