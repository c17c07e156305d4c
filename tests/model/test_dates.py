"""Dates mean what EDTF says, and are read aloud in plain English."""

from __future__ import annotations

import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import Interval, PartialDate, parse, spoken

SPOKEN = {
    "2025": "2025",
    "2025-06": "June 2025",
    "2025-06-09": "9 June 2025",
    "2025-06-11~": "about 11 June 2025",
    "2025-06?": "June 2025 (uncertain)",
    "2025-06%": "about June 2025 (uncertain)",
    "2025-06-09/2025-06-10": "9–10 June 2025",
    "2025-06-30/2025-07-01": "30 June – 1 July 2025",
    "2024-12/2025-01": "December 2024 – January 2025",
    "2025-05/..": "since May 2025",
    "../2025-01-20": "until 20 January 2025",
}


@pytest.mark.parametrize(("written", "read"), SPOKEN.items())
def test_a_date_is_read_aloud_in_plain_english(written: str, read: str) -> None:
    """Doubt and openness are said in words."""
    assert spoken(parse(written)) == read


@pytest.mark.parametrize("written", SPOKEN)
def test_a_date_is_written_as_it_was_read(written: str) -> None:
    """Writing what was parsed gives the same text."""
    assert str(parse(written)) == written


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "2025-13",
        "2025-02-30",
        "2025-6-9",
        "9 June 2025",
        "2025-06-10/2025-06-09",
        "../..",
        "0000",
        "2025-06-09~~",
        "25",
    ],
)
def test_what_is_no_date_is_refused(wrong: str) -> None:
    """An impossible day is not rounded to a possible one."""
    with pytest.raises(ValueError, match=r"date|calendar|interval"):
        parse(wrong)


def test_an_unknown_date_says_so() -> None:
    """Unknown is said, never guessed."""
    assert spoken(None) == "date not known"


def test_a_month_reaches_from_its_first_to_its_last_day() -> None:
    """Bounds know the calendar, leap years included."""
    month = parse("2024-02")
    assert (month.earliest(), month.latest()) == (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))


def test_an_open_interval_has_bounds() -> None:
    """Open ends reach to the ends of the calendar."""
    assert parse("2025-05/..").latest() == datetime.date.max
    assert parse("../2025-05").earliest() == datetime.date.min


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("2025-06-11~", "2025-06-11"),
        ("2025-06-11?", "2025-06-11"),
        ("2025-06?", "2025-06-01"),
        ("2025", "2025-01-01"),
        ("2025~", "2025-01-01"),
        ("2025-05/2025-07", "2025-05-01"),
        ("2025-05/..", "2025-05-01"),
        ("../2025-05", None),
    ],
)
def test_a_date_may_be_of_a_first_day(written: str, first: str | None) -> None:
    """Doubt does not move it; an interval that is open at its start has none."""
    assert parse(written).first_day() == (datetime.date.fromisoformat(first) if first else None)


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ("2025-06-09", "exact"),
        ("2025-06", ""),
        ("2025", ""),
        ("2025-06-09~", "doubtful"),
        ("2025-06-09?", "doubtful"),
        ("2025-06-09%", "doubtful"),
        ("2025-06-09/2025-06-10", "exact"),
        ("2025-06-09/2025-07", ""),
        ("2025-06-09~/2025-06-10", "doubtful"),
        ("2025-06-09/2025-06-10?", "doubtful"),
        ("2025-06-09/..", "open"),
        ("../2025-06-09~", "doubtful open"),
    ],
)
def test_a_date_answers_for_itself(written: str, answers: str) -> None:
    """Of an interval either end may be in doubt, and both must be days for it to be exact."""
    date = parse(written)
    given = {"exact": date.is_exact, "doubtful": date.is_doubtful, "open": date.is_open}
    assert [name for name in ("doubtful", "exact", "open") if given[name]] == answers.split()


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("2025-06~", ["2025-06~"]),
        ("2025-05/2025-06~", ["2025-05", "2025-06~"]),
        ("2025-05/..", ["2025-05"]),
        ("../2025-06", ["2025-06"]),
    ],
)
def test_the_ends_of_a_date_are_those_that_are_known(written: str, ends: list[str]) -> None:
    """A date that is no interval begins and ends with itself."""
    date = parse(written)
    assert [str(end) for end in date.ends] == ends
    assert [end for end in (date.start, date.end) if end in date.ends][-1] == date.ends[-1]


@pytest.mark.parametrize(
    ("written", "sure"),
    [
        ("2025-06-09", "2025-06-09"),
        ("2025-06-09~", "2025-06"),
        ("2025-06?", "2025"),
        ("2025%", "2025"),
        ("2025-06", "2025-06"),
    ],
)
def test_as_much_of_a_date_is_sure_as_is_not_in_doubt(written: str, sure: str) -> None:
    """What knows no doubt, as HTML and sitemaps do, is told less rather than more."""
    date = parse(written)
    assert isinstance(date, PartialDate)
    assert str(date.sure()) == date.sure().iso() == sure


@given(st.dates(min_value=datetime.date(1, 1, 1)), st.dates(min_value=datetime.date(1, 1, 1)))
def test_any_days_survive_writing_and_reading(first: datetime.date, second: datetime.date) -> None:
    """Days and intervals of days round-trip."""
    low, high = sorted((first, second))
    days = [PartialDate(day.year, day.month, day.day) for day in (low, high)]
    assert parse(str(days[0])) == days[0]
    interval = Interval(*days)
    assert parse(str(interval)) == interval
    assert (interval.earliest(), interval.latest()) == (low, high)


@given(st.text())
def test_any_text_is_a_date_or_a_clear_refusal(text: str) -> None:
    """Parsing raises nothing but ValueError."""
    with contextlib.suppress(ValueError):
        date = parse(text)
        assert parse(str(date)) == date


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("2023-03-00", "leave out what is not known"),
        ("2025-00", "leave out what is not known"),
        ("2023-00-00", "leave out what is not known"),
        ("2025-33", "2025-01/2025-03"),
        ("2025-36", "2025-10/2025-12"),
        ("2025-22", "2025-06~/2025-08~"),
        ("2025-24", "2025-12~/2026-02~"),
        ("2025-13", "not in the calendar"),
        ("2025-02-30", "not in the calendar"),
    ],
)
def test_what_is_no_date_is_told_how_to_write_it(written: str, advice: str) -> None:
    """Zeroes for what is not known, seasons and quarters."""
    with pytest.raises(ValueError, match=advice):
        parse(written)


@pytest.mark.parametrize("advised", ["2025-01/2025-03", "2025-12~/2026-02~"])
def test_what_is_advised_is_a_date(advised: str) -> None:
    """The help can be pasted."""
    assert str(parse(advised)) == advised


def test_an_interval_is_doubtful_if_either_end_is() -> None:
    """Not only by the last character."""
    assert parse("2019-03~/2022-11").is_doubtful


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-XX", "2025"),
        ("2025-XX-XX", "2025"),
        ("2025-06-XX", "2025-06"),
        ("2025-XX/2026-02", "2025/2026-02"),
        ("2025-06-09T10:00:00Z", "2025-06-09"),
        ("2025-06-09T23:30-04:00", "2025-06-09"),
        ("2025-06-09T01:30:00+08:00", "2025-06-09"),
    ],
)
def test_open_parts_and_times_are_left_off(written: str, read: str) -> None:
    """A part that is not known is not there; of a time in a zone, the day counts that is written."""
    assert str(parse(written)) == read


@pytest.mark.parametrize(
    ("written", "years"), [("20XX", "2000/2099"), ("202X", "2020/2029"), ("202X-XX", "2020/2029")]
)
def test_a_year_with_open_digits_is_told_its_years(written: str, years: str) -> None:
    """The author may mean the span of years, which an interval says."""
    with pytest.raises(ValueError, match=f"such as {years}"):
        parse(written)


@pytest.mark.parametrize(
    "wrong", ["2025-06T10:00", "2025-06-09T10", "2025-X", "XX25", "2025-XX-09", "2025-13-XX"]
)
def test_no_other_part_may_be_open(wrong: str) -> None:
    """A day without its month names no day; a time belongs to a day."""
    with pytest.raises(ValueError, match=r"EDTF|calendar"):
        parse(wrong)
