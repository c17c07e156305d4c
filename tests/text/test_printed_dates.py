"""Days and months as texts print them."""

from __future__ import annotations

import pytest

from generator.model.dates import parse
from generator.text.dates import days_in, is_printed


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
    ],
)
def test_a_date_is_printed_only_if_as_precisely(date: str, text: str, printed: bool) -> None:
    """Day, month and year, of an interval both ends."""
    assert is_printed(parse(date), text) == printed
