"""Runs the typesetter: JSON in memory to a PDF file that it has checked itself. It reads nothing else."""

from __future__ import annotations

import atexit
import io
import json
import posixpath
import re
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Protocol

import segno
import typst

from generator.model.diagnostics import Diagnostic
from generator.model.edition import Attachment, Edition, Page, PageKind
from generator.model.origins import Origin
from generator.print.fit import Draft, Extent, draft, pulled_in, put_back, steps_of
from generator.print.keeping import as_json, kept_or_made
from generator.print.model import FORMS, Node, Place
from generator.print.refusals import faults, nowhere, refused, too_long

TEMPLATES = Path(__file__).with_name("templates")
AGES = 11
DOSSIER = PurePosixPath("pdf/dossier.pdf")
PAPERS = {"a4": "a4", "letter": "us-letter"}
WORKERS = 2
FACES = {
    "font_source_serif_pro": tuple(f"SourceSerifPro-{face}.ttf" for face in ("Regular", "It", "Bold")),
    "font_source_sans_pro": tuple(
        f"SourceSansPro-{face}.ttf" for face in ("Regular", "It", "Semibold", "Bold")
    ),
}

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDF files by their path on the site, and what could not be printed."""

    files: dict[PurePosixPath, bytes]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom printing asks where words were written, and whom it tells how many documents are done."""

    origin: Origin = nowhere
    watch: Callable[[int, int], None] | None = None

    def tell(self, done: int, of: int) -> None:
        """Say how far printing is, if anybody watches."""
        if self.watch:
            self.watch(done, of)


ALONE = Desk()


def printable_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages that have a form on paper."""
    return tuple(page for page in edition.pages if page.kind in FORMS)


def with_links(edition: Edition, files: Collection[PurePosixPath]) -> Edition:
    """The edition with a link from each page to its PDF, where there is one."""
    return replace(edition, pages=tuple(_linked(page, files) for page in edition.pages))


def _linked(page: Page, files: Collection[PurePosixPath]) -> Page:
    path, label = _file_of(page)
    if path not in files:
        return page
    beside = posixpath.relpath(str(path), posixpath.dirname(page.path) or ".")
    return replace(page, attachments=(*page.attachments, Attachment(beside, label)))


def _file_of(page: Page) -> tuple[PurePosixPath, str]:
    """The PDF of a page; the dossier, from where a reader looks for the whole."""
    if page.kind in (PageKind.HOME, PageKind.ABOUT):
        return DOSSIER, "The whole edition as a book (PDF)"
    return pdf_path(page), "PDF"


def pdf_path(page: Page) -> PurePosixPath:
    """The place of a page's PDF on the site."""
    return PurePosixPath(f"pdf/{page.path}.pdf")


def print_pages(
    edition: Edition,
    pages: tuple[Page, ...],
    place: Place,
    paper: str,
    cache_folder: Path | None = None,
    desk: Desk = ALONE,
) -> Printed:
    """A PDF for each page: the same bytes for the same edition and paper; kept ones are used again."""

    def one(page: Page) -> bytes | Diagnostic:
        made = partial(print_page, edition, page, place, paper, desk.origin)
        if any(faults(page, desk.origin)):
            return made()
        return kept_or_made(draft(edition, page, place), paper, made, cache_folder)

    made: list[tuple[Page, bytes | Diagnostic]] = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for page, result in zip(pages, pool.map(one, pages), strict=True):
            made.append((page, result))
            desk.tell(len(made), len(pages))
    problems = tuple(result for _, result in made if isinstance(result, Diagnostic))
    files = {pdf_path(page): result for page, result in made if isinstance(result, bytes)}
    return Printed(files, problems)


def print_page(
    edition: Edition, page: Page, place: Place, paper: str = "a4", origin: Origin = nowhere
) -> bytes | Diagnostic:
    """The page as PDF, or why it cannot be one; takes away only as much as its form demands."""
    fault = next(faults(page, origin), None)
    if fault:
        return fault
    try:
        with typesetter(paper) as run:
            return _fitted(edition, page, place, run) or _too_long(edition, page, place, origin)
    except RuntimeError as refusal:
        said = str(getattr(refusal, "message", refusal))
        return refused(page, said, draft(edition, page, place).node, origin)


def _too_long(edition: Edition, page: Page, place: Place, origin: Origin) -> Diagnostic:
    least = draft(edition, page, place, frozenset(steps_of(page)))
    return too_long(page, FORMS[page.kind], least.node["sections"], origin)


class Run(Protocol):
    """The typesetter, ready to measure a draft or to make it."""

    def measure(self, one: Draft) -> Extent:
        """How far the draft reaches."""

    def make(self, one: Draft) -> bytes:
        """The draft as PDF."""


def _fitted(edition: Edition, page: Page, place: Place, run: Run) -> bytes | None:
    """Search the steps for the first that fits, then put back what there is still room for; None if none."""
    allowed, steps = FORMS[page.kind], steps_of(page)

    def drafted(taken: frozenset[str]) -> Draft:
        return draft(edition, page, place, taken)

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
        return None
    return run.make(put_back(steps[:low], allowed, drafted, run.measure))


@dataclass(frozen=True, slots=True)
class _Typesetter:
    """Typst on one paper; it may read the templates, and finds no package in an empty folder."""

    paper: str
    nothing: str

    def measure(self, one: Draft) -> Extent:
        found = json.loads(self._compiler(one).query("<extent>", field="value", one=True))
        return Extent(found["pages"], found["free"])

    def make(self, one: Draft) -> bytes:
        compiler = self._compiler(one)
        made, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=0
        )
        if any("converge" in warning.message for warning in warnings):
            raise RuntimeError("its page numbers do not settle")
        if not isinstance(made, bytes):
            raise TypeError("the typesetter gave several files for one document")
        return made

    def _compiler(self, one: Draft) -> typst.Compiler:
        model = as_json(one.node | {"qr": _qr(one.node)})
        has_han = bool(_HAN.search(model))
        return typst.Compiler(
            str(TEMPLATES / one.form),
            root=str(TEMPLATES),
            font_paths=_fonts(has_han),
            sys_inputs={"model": model, "paper": PAPERS[self.paper], "han": "yes" if has_han else "no"},
            package_path=self.nothing,
            package_cache_path=self.nothing,
        )


@contextmanager
def typesetter(paper: str) -> Iterator[Run]:
    """The typesetter, which forgets afterwards what it has set."""
    with tempfile.TemporaryDirectory(prefix="briefing-print-") as nothing:
        yield _Typesetter(paper, nothing)
        _forget()


def _forget() -> None:
    """Let the typesetter drop what it remembers of a document.

    It keeps each step of layout for ten more documents, which for fifty briefings is more than a gigabyte.
    """
    empty = typst.Compiler(b" ", font_paths=_fonts(False))
    for _ in range(AGES):
        empty.compile(input=b" ", format="svg")


@cache
def _fonts(with_han: bool) -> typst.Fonts:
    """The fonts of print, and one with Chinese characters where they are needed."""
    folders = [_own_fonts(), *(_folder_of("noto_cjk_sans_otc") if with_han else ())]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def _own_fonts() -> str:
    """A folder with just the faces in use: their packages hold each twice, and which is found is chance."""
    folder = tempfile.TemporaryDirectory(prefix="briefing-fonts-")
    atexit.register(folder.cleanup)
    for package, faces in FACES.items():
        for place in _folder_of(package):
            for face in faces:
                shutil.copy(Path(place) / "files" / face, folder.name)
    return folder.name


def _folder_of(package: str) -> list[str]:
    found = find_spec(package)
    return [str(place) for place in found.submodule_search_locations or ()] if found else []


def _qr(node: Node) -> str | None:
    url = node["url"]
    if not isinstance(url, str):
        return None
    drawn = io.BytesIO()
    segno.make(url, micro=False).save(drawn, kind="svg", border=0, nl=False)
    return drawn.getvalue().decode()
