"""Gaps: what no source covers is found by rule, and told where readers look at time."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose.atlas import Atlas
from generator.compose.findings.gaps import Gap, all_dated, gap_told, gaps, gaps_between, gaps_told
from generator.model.blocks import Paragraph
from generator.model.dates import parse
from generator.words import words_in
from tests.support.dossiers import edition, verified
from tests.support.projects import ROOT, SUBJECT
from tests.support.wording import line_text


def spans(*dates: str) -> list[str]:
    return [str(gap.span) for gap in gaps_between(map(parse, dates))]


def test_a_long_pause_among_short_ones_is_a_gap() -> None:
    """It begins on the day after what is covered, and ends on the day before."""
    assert spans("2025-06-09", "2025-06-10", "2025-06-11", "2025-10-26") == ["2025-06-12/2025-10-25"]


def test_a_month_covers_itself() -> None:
    """The gap beside it is told by the month, as nobody knows a day."""
    assert spans("2025-06-09", "2025-06-10", "2025-06", "2025-10-26") == ["2025-07/2025-10-25"]


def test_about_a_day_stays_about_a_day() -> None:
    """What the gap begins after is not surer than its source."""
    assert spans("2025-06-09", "2025-06-10", "2025-06-11~", "2025-10-26") == ["2025-06-12~/2025-10-25"]


@pytest.mark.parametrize(
    "dates",
    [
        (),
        ("2025-06-09",),
        ("2025-06-09", "2025-10-26"),
        ("2025-01-10", "2025-04-10", "2025-07-10", "2025-11-10"),
        ("2025-06-01", "2025-06-02", "2025-06-20", "2025-06-21"),
        ("2025-06-09", "2025-06-10", "2025-06-11/2025-10-20", "2025-10-26"),
    ],
    ids=["nothing", "one day", "two days", "as usual there", "less than four weeks", "a stretch between"],
)
def test_what_is_usual_or_covered_is_no_gap(dates: tuple[str, ...]) -> None:
    """A pause is measured by the other pauses of the same site, and by four weeks."""
    assert spans(*dates) == []


def test_a_year_alone_covers_nothing() -> None:
    """Neither it nor an open end tells of any day within."""
    assert spans("2025-06-09", "2025-06-10", "2025", "2025-06-10/..", "2025-10-26") == [
        "2025-06-11/2025-10-25"
    ]


def test_in_a_chronicle_of_decades_months_are_no_gap() -> None:
    """A gap is at least a tenth of the whole time."""
    assert spans("1990-01-01", "1990-01-02", "1990-06-01", "1990-06-02", "2000-01-01") == [
        "1990-06-03/1999-12-31"
    ]


def test_gaps_are_told_in_the_language_of_the_site() -> None:
    """Dates by CLDR; the year once where both ends share it."""
    (gap,) = gaps_between(map(parse, ("2025-05", "2025-06-10", "2025-06", "2025-10-26")))
    english, german = words_in("en"), words_in("de")
    assert gap_told(english, gap, all_dated=True) == "No source covers July to 25 October 2025."
    assert gap_told(german, gap, all_dated=True) == (
        "Keine Quelle deckt diese Zeit ab: Juli bis 25. Oktober 2025."
    )
    assert gaps_told(english, (), all_dated=True) == ""


def test_a_source_without_a_date_may_be_of_the_gap() -> None:
    """So the sentence speaks of dated sources only: of one gap, of one month, of several."""
    (gap,) = gaps_between(map(parse, ("2025-05", "2025-06-10", "2025-06", "2025-10-26")))
    month = Gap(gap.first, gap.first)
    english = words_in("en")
    assert gap_told(english, gap, all_dated=False) == "No dated source covers July to 25 October 2025."
    assert gap_told(english, month, all_dated=False) == "No dated source covers July 2025."
    assert gaps_told(english, (gap, gap), all_dated=False).startswith("No dated source covers July to")
    assert not all_dated(Atlas(verified(ROOT)[0]))


def test_deadlines_and_plans_cover_nothing() -> None:
    """The second subject has a deadline in March 2023 and a meeting to come; no gap ends with them."""
    found = gaps(Atlas(verified(SUBJECT)[0]))
    assert [str(gap.span) for gap in found] == ["2022-02/2022-10", "2022-12/2023-02-13"]


@pytest.mark.parametrize("path", ["timeline", "rounds/index", "index"])
@pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=lambda path: path.name)
def test_gaps_stand_at_the_head_of_pages_on_time(path: str, project: Path) -> None:
    """Timeline, rounds and home say in their first section what no source covers."""
    atlas = Atlas(verified(project)[0])
    told = gaps_told(atlas.words, gaps(atlas), all_dated=all_dated(atlas))
    page = next(page for page in edition(project).pages if page.path == path)
    first = [block for block in page.sections[0].blocks if isinstance(block, Paragraph)]
    assert told in [line_text(block.line) for block in first]
