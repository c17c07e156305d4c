"""What a PDF says to those who hear it: an independent checker of PDF/UA, and the order of its own tags."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import outloud
import pikepdf
import pytest

from generator.model.kinds import Kind
from generator.output.pdf.fit import nodes_of
from generator.output.pdf.printer import Order, print_dossier
from tests.support.dossiers import edition
from tests.support.pdfs import FORMS, SITE, model_of, opened, printed, run, squeezed
from tests.support.projects import ROOT, SUBJECT

pytestmark = pytest.mark.slow

PROJECTS = {"real": ROOT, "second": SUBJECT}
EACH = [
    pytest.param(project, kind, paper, id=f"{name}-{kind.key}-{paper}")
    for name, project in PROJECTS.items()
    for kind in FORMS
    for paper in ("a4", "letter")
]
# It numbers what an element holds itself before what its links hold, wherever they stand in a sentence, so a
# page full of links seems out of order. `test_tags_are_in_the_order_of_painting` asks the tags as they stand.
FLATTENED = "ORD-001"
# Of a book of many pages it takes for running heads what stands at the top of three pages by chance.
BY_CHANCE = "PAG-001"


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_an_independent_checker_finds_nothing(project: Path, kind: Kind, paper: str, tmp_path: Path) -> None:
    """All is tagged that is read, no prose is furniture, and what is furniture is not read."""
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(project, kind, paper)[1])
    assert findings(file, skip=[FLATTENED]) == []


@pytest.mark.parametrize("project", PROJECTS.values(), ids=PROJECTS)
def test_it_finds_nothing_in_the_book(project: Path, tmp_path: Path) -> None:
    """The dossier is held to the same; a band that a table repeats on a further page is furniture there."""
    file = tmp_path / "dossier.pdf"
    file.write_bytes(book_of(project))
    bands = [each["header"] for each in nodes_of(model_of(book_of(project))) if "header" in each]
    repeated = {squeezed("".join(band)) for band in bands if isinstance(band, list)}
    found = outloud.check(str(file), skip=[FLATTENED, BY_CHANCE]).findings
    assert [each.message for each in found if squeezed(str(each.evidence)) not in repeated] == []


def test_the_checker_would_tell(tmp_path: Path) -> None:
    """A file without its tags does not pass."""
    with opened(printed(SUBJECT, FORMS[0])[1]) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "page.pdf")
    assert findings(tmp_path / "page.pdf", skip=[FLATTENED])


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_tags_are_in_the_order_of_painting(project: Path, kind: Kind, paper: str) -> None:
    """Who hears a page, and who copies its text, has it in one and the same order."""
    with opened(printed(project, kind, paper)[1]) as pdf:
        assert out_of_order(pdf) == []


@pytest.mark.parametrize("project", PROJECTS.values(), ids=PROJECTS)
def test_tags_of_the_book_are_in_the_order_of_painting(project: Path) -> None:
    """The dossier is held to the same."""
    with opened(book_of(project)) as pdf:
        assert out_of_order(pdf) == []


@pytest.mark.parametrize(("project", "kind", "paper"), EACH)
def test_poppler_has_nothing_to_say(project: Path, kind: Kind, paper: str) -> None:
    """It takes a `Suspects` that is false for an error; without one nothing is suspect either."""
    content = printed(project, kind, paper)[1]
    assert run("pdfinfo", content, "-").stderr == b""
    with opened(content) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/Suspects" not in pdf.Root.MarkInfo


@cache
def book_of(project: Path) -> bytes:
    """The dossier of a project."""
    made = print_dossier(edition(project), Order(SITE, "a4"))
    assert isinstance(made, bytes), made
    return made


def findings(file: Path, skip: list[str]) -> list[str]:
    """What the checker says of a file, without these rules."""
    result = outloud.check(str(file), skip=skip)
    assert result.error is None
    return [f"{each.rule} {each.message}" for each in result.findings]


def out_of_order(pdf: pikepdf.Pdf) -> list[int]:
    """The pages whose tags are in another order than what they hold is painted in."""
    tagged: dict[tuple[int, int], list[int]] = {}
    for name, number in marks_of(pdf.Root.StructTreeRoot.K, (0, 0)):
        tagged.setdefault(name, []).append(number)
    found = []
    for at, each in enumerate(pdf.pages, 1):
        numbers = tagged.get(each.obj.objgen, [])
        order = {number: place for place, number in enumerate(numbers)}
        painted = [order[number] for number in painted_on(each) if number in order]
        assert painted
        if longest_rise(painted) < len(painted):
            found.append(at)
    return found


def marks_of(value: object, page: tuple[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """The pieces of content below a tag, in its order: their page and number."""
    if isinstance(value, pikepdf.Array):
        for each in value:
            yield from marks_of(each, page)
    elif isinstance(value, int):
        yield page, value
    elif isinstance(value, pikepdf.Dictionary):
        page = value.Pg.objgen if "/Pg" in value else page
        if "/MCID" in value:
            yield page, int(value.MCID)
        elif "/K" in value:
            yield from marks_of(value.K, page)


def painted_on(page: pikepdf.Page) -> Iterator[int]:
    """The numbers of the pieces of content in the order in which a page paints them."""
    for each in pikepdf.parse_content_stream(page, "BDC"):
        about = list(each.operands)[1]
        if isinstance(about, pikepdf.Dictionary) and "/MCID" in about:
            yield int(about.MCID)


def longest_rise(numbers: list[int]) -> int:
    """How many of the numbers stand in their order."""
    rise: list[int] = []
    for each in numbers:
        at = bisect_left(rise, each)
        rise[at : at + 1] = [each]
    return len(rise)
