"""PDF files in tests: made once, and looked into with pikepdf, qpdf and poppler."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf

from generator.model.addresses import site_address
from generator.model.blocks import Table
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS, Kind
from generator.model.pages import Edition, Page
from generator.model.values import records_in
from generator.output.pdf.printer import print_page
from tests.support.dossiers import edition
from tests.support.programs import needed

FORMS = tuple(kind for kind in KINDS if kind.paper)
"""The kinds of page that are printed by themselves."""
SITE = site_address("https://example.org/somewhere/")
FOOT_AND_HEAD = re.compile(r"\n([^\n\f]*\n\f[^\n\f]*)\n")
"""The foot of a page and the head of the next, between which a sentence or a word may go on."""


def made(whole: Edition, page: Page, paper: str = "a4") -> bytes:
    """The page's PDF; the page can be printed."""
    result = print_page(whole, page, SITE, paper)
    assert isinstance(result, bytes), result
    return result


def _has_a_table(page: Page) -> bool:
    own = (section for section in page.sections if section.key is not SectionKey.SOURCES)
    return any(isinstance(each, Table) for section in own for each in records_in(section.blocks))


@cache
def printed(project: Path, kind: Kind, paper: str = "a4") -> tuple[Page, bytes]:
    """The first page of a kind that has a table of its own, printed."""
    page = next(page for page in edition(project).pages if page.kind is kind and _has_a_table(page))
    return page, made(edition(project), page, paper)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def model_of(content: bytes) -> dict[str, object]:
    """The model that the file carries."""
    with opened(content) as pdf:
        model = json.loads(pdf.attachments["model.json"].get_file().read_bytes())
    assert isinstance(model, dict)
    return model


def run(name: str, content: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What a program says of a PDF that it reads from its standard input."""
    return subprocess.run([needed(name), *arguments], input=content, capture_output=True, check=False)


def raw_text_of(content: bytes) -> str:
    """The words in the order of the file, as a program reads them to somebody."""
    done = run("pdftotext", content, "-raw", "-", "-")
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def text_of(content: bytes) -> str:
    """The words in reading order, without breaks of lines and words."""
    return squeezed(raw_text_of(content))


def squeezed(text: str) -> str:
    """The text without what line breaks may add or take."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)


def elements_of(pdf: pikepdf.Pdf, kind: str | None = None) -> Iterator[pikepdf.Dictionary]:
    """The elements of the structure tree in reading order; of one kind, if it is named."""
    pending: list[object] = [pdf.Root.StructTreeRoot.K]
    while pending:
        each = pending.pop(0)
        if isinstance(each, pikepdf.Array):
            pending = [*each, *pending]
        elif isinstance(each, pikepdf.Dictionary):
            if "/S" in each and kind in (None, str(each.S)):
                yield each
            if "/K" in each:
                pending.insert(0, each.K)
