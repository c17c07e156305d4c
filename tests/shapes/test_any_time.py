"""What happened, in one picture, for any number of events at any time: from the files to the page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.model.blocks import TimeChart
from generator.model.diagnostics import has_errors
from generator.model.values import parts_of
from generator.output.markdown.page import page_markdown
from generator.pipeline import composed
from generator.project import Project
from tests.support.shapes import project_of_events

LONG = "The ferry that nobody had expected to sail again crosses the sound with everybody on board " * 3


def days(number: int) -> list[str]:
    """As many days of the years before the source, some close together."""
    start = datetime.date(2021, 1, 1)
    return [f"{start + datetime.timedelta(days=(at * at) % 700 + at)}" for at in range(number)]


CASES: dict[str, Sequence[str | None]] = {
    **{f"{number} events": days(number) for number in (0, 1, 5, 27, 60, 200)},
    "all undated": [None] * 27,
    "twelve on one day": ["2024-04-04"] * 12,
    "two centuries": [f"{1824 + 20 * at}" for at in range(11)],
}


def drawn(folder: Path, dates: Sequence[str | None], title: str = "The ferry on day") -> dict[str, str]:
    """The Markdown of the pages that have a picture, by their paths; each picture has all events."""
    edition, problems = composed(Project(project_of_events(folder, dates, title)))
    assert edition is not None
    assert not has_errors(problems)
    pages = {}
    for page in edition.pages:
        for chart in parts_of(page.sections, TimeChart):
            assert len(chart.marks) == len(dates)
            pages[page.path] = page_markdown(edition, page)
    return pages


@pytest.mark.parametrize("case", CASES)
def test_home_and_timeline_have_one_picture_of_all_that_happened(tmp_path: Path, case: str) -> None:
    """Without an event none, else a mark for each in every width."""
    dates = CASES[case]
    pages = drawn(tmp_path, dates)
    assert sorted(pages) == (["index", "timeline"] if dates else [])
    for text in pages.values():
        for strip in re.findall(r"<svg class=\"chart-(?:column|page)\".*?</svg>", text, re.DOTALL):
            assert strip.count('class="chart-mark') == len(dates)


def test_a_title_of_three_hundred_characters_is_whole(tmp_path: Path) -> None:
    """No word of it is lost."""
    pages = drawn(tmp_path, days(5), LONG)
    drawing = pages["timeline"]
    labels = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawing))
    assert f"{LONG.strip()} 3" in " ".join(labels.split())
