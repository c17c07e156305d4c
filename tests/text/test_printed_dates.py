"""Days and months as texts print them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import DateBasis, DateInText, parse
from generator.text.dates import dates_in, days_in, is_printed
from tests.text.builders import texts

CASES = Path(__file__).with_name("dates.txt")
ISSUED = parse("2025-06-11")
SIGNS = {DateBasis.PRINTED: "", DateBasis.YEAR_DERIVED: "~", DateBasis.RELATIVE: "@", DateBasis.UNKNOWN: "?"}


def shown(found: DateInText) -> str:
    return SIGNS[found.basis] + (str(found.date) if found.date else " ".join(map(str, found.readings)))


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """The language, the text and the dates of each case in the file beside this one."""
    for case, expected in pairwise(CASES.read_text(encoding="utf-8").splitlines()):
        if expected.startswith("  = "):
            language, _, text = case.partition(": ")
            yield language, text, expected.removeprefix("  = ").split(" | ")


@pytest.mark.parametrize(("language", "text", "expected"), tuple(cases()))
def test_a_text_has_these_dates(language: str, text: str, expected: list[str]) -> None:
    """As printed, by the year of issue, or by the day of issue; what has two readings tells both."""
    assert [shown(each) for each in dates_in(text, language, ISSUED)] == expected


@pytest.mark.parametrize("text", ["9 June", "on Tuesday", "yesterday", "last month", "Q3"])
def test_without_a_sure_day_of_issue_nothing_is_derived(text: str) -> None:
    """Also if the day of issue is doubtful or unknown: nothing is guessed."""
    for issued in (None, parse("2025~"), parse("2025-01/2025-12")):
        (found,) = dates_in(text, "en", issued)
        assert found.date is None
        assert found.basis is DateBasis.UNKNOWN


@given(
    st.one_of(texts(), st.text(alphabet="0123456789./-年月日Q May9 June,至", max_size=60)),
    st.sampled_from(("en", "de", "fr", "es", "zh", "")),
)
def test_reading_never_fails(text: str, language: str) -> None:
    """Dates come in order and share nothing."""
    free = 0
    for found in dates_in(text, language, ISSUED):
        assert free <= found.start < found.end <= len(text)
        free = found.end


@pytest.mark.parametrize(
    "unit", ["9 June ", "May 9, ", "2025-", "1/1/", "last ", "Q3 ", "9, ", "9月", "June and "]
)
def test_long_texts_are_quick(unit: str) -> None:
    """No repetition makes reading slow out of proportion."""
    began = time.process_time()
    for language in ("en", "zh"):
        dates_in(unit * 5_000, language, ISSUED)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("shut on 1 March under an order", [(3, 1)]),
        ("closed on 3 March, not earlier", [(3, 3)]),
        ("met on 14 and 15 February 2023", [(2, 14), (2, 15)]),
        ("from 16 to 17 May 2023", [(5, 16), (5, 17)]),
        ("on March 9, 2023", [(3, 9)]),
        ("on the 1st of June", [(6, 1)]),
        ("3–5 April", [(4, 3), (4, 5)]),
        ("from 30 May to 2 June", [(5, 30), (6, 2)]),
        ("Sept. 5", [(9, 5)]),
        ("in March 2023", []),
        ("they may 3 times", []),
        ("of 45 March hares", []),
        ("version 2.3 March", []),
    ],
)
def test_printed_days_are_found(text: str, days: list[tuple[int, int]]) -> None:
    """Day first and month first, ranges with both ends; a year is no day."""
    assert sorted(days_in(text)) == sorted(days)


@pytest.mark.parametrize(
    ("date", "text", "printed"),
    [
        ("2023-03-09", "met on 9 March 2023", True),
        ("2023-03-09", "met on March 9, 2023", True),
        ("2023-03-09", "met on 8 March 2023", False),
        ("2023-03-09", "met on 9 March", False),
        ("2023-03-09", "met on 9 May 2023", False),
        ("2023-02-14/2023-02-15", "on 14 and 15 February 2023", True),
        ("2023-02-14/2023-02-16", "on 14 and 15 February 2023", False),
        ("2023-05-17/..", "from 17 May 2023 until shares are settled", True),
        ("2022-01", "in January 2022", True),
        ("2022-02", "in January 2022", False),
        ("2022", "the catch in 2022", True),
        ("2023-03-09", "dated 2023-03-09", True),
        ("2024-06-09", "Talks on 9 June 2025 follow those of 11 May 2024", False),
        ("2025-06-09", "On 9 June 2,025 people came", False),
        ("2025", "2,025 people came", False),
    ],
)
def test_a_date_is_printed_only_if_as_precisely(date: str, text: str, printed: bool) -> None:
    """Day, month and year, of an interval both ends."""
    assert is_printed(parse(date), text) == printed
