"""A subject of any size, at any day: what `check` passes is built, pages that hold something, PDFs, dossier.

Lists of a page end somewhere, and what is new, due or overdue changes with the day: so the sizes lie on both
sides of every limit, and the days before and after everything that is due.
"""

from __future__ import annotations

import datetime

import pytest

from generator.model.addresses import PageFiles, SiteFiles
from generator.model.dates import PartialDate, parse
from generator.model.diagnostics import has_errors
from generator.model.kinds import KINDS
from generator.output.pdf.printer import printable_pages
from generator.pipeline import Printing, build, build_pages, check
from generator.project import Project
from tests.support.harbours import harbours, last_day

# Each size, with a heading of the author's own in some script.
SIZES = {0: "Ships and berths", 1: "泊位", 13: "…", 40: "Причалы"}
DAYS_AFTER = (0, 1, 45, 200, 900)
# What a subject of this size has no page of: nothing is told of one without sources, and one cannot differ.
LACKING = {
    0: {KINDS.round, KINDS.rounds, KINDS.timeline, KINDS.commitments, KINDS.disagreements},
    1: {KINDS.disagreements},
}
# What is built to its end, by the site engine too: each size once, each day at least once.
WHOLE = {(0, 0), (1, 45), (13, 1), (13, 900), (40, 200)}
# What is printed: the small ones on each day; of the large ones, whose lists are all cut, one on each day.
PRINTED = {*((size, after) for size in (0, 1) for after in DAYS_AFTER), *WHOLE, (40, 0), (40, 45)}


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Project]:
    """A project of each size."""
    folder = tmp_path_factory.mktemp("sizes")
    return {size: Project(harbours(folder / str(size), size, heading=SIZES[size])) for size in SIZES}


def day_after(size: int, days: int) -> PartialDate:
    """So many days after the newest source."""
    day = parse(str(last_day(size) + datetime.timedelta(days)))
    assert isinstance(day, PartialDate)
    return day


@pytest.mark.parametrize("after", DAYS_AFTER)
@pytest.mark.parametrize("size", SIZES)
def test_what_check_passes_is_built_with_every_page_and_pdf(
    size: int, after: int, projects: dict[int, Project]
) -> None:
    """No source on a topic, one, thirteen and forty; on the day of the newest, and up to 900 days later.

    Every page is built each time, and every PDF where the edition is printed.
    """
    project, day = projects[size], day_after(size, after)
    _, problems = check(project, day)
    assert not has_errors(problems), problems
    if (size, after) in WHOLE:
        outcome = build(project, day)
    else:
        outcome = build_pages(project, day, printing=Printing(is_wanted=(size, after) in PRINTED))
    assert not has_errors(outcome.problems), outcome.problems
    assert outcome.problems == problems, "check tells what build tells"
    assert outcome.edition is not None
    assert {page.kind for page in outcome.edition.pages} == set(KINDS) - LACKING.get(size, set())
    if (size, after) in PRINTED:
        printed = [PageFiles(page.path).pdf for page in printable_pages(outcome.edition)]
        for path in (SiteFiles.DOSSIER, *printed):
            assert (project.pages / path).read_bytes().startswith(b"%PDF"), path
