"""Which dates certainly come first."""

from __future__ import annotations

import pytest

from generator.model.dates import may_coincide, parse, surely_before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023-04-06", "2023-04-07"),
        ("2023-03", "2023-04-01"),
        ("2022", "2023-01"),
        ("../2022-12", "2023-05-22"),
        ("2023-01-10", "2023-05-17/.."),
        ("2025-06-11~", "2025-10-27~"),
        ("2023-01?", "2023-09"),
    ],
)
def test_one_date_comes_first(first: str, second: str) -> None:
    """Every day of the first lies before every day of the second, even if doubtful days are off a little."""
    assert surely_before(parse(first), parse(second))
    assert not surely_before(parse(second), parse(first))
    assert not may_coincide(parse(first), parse(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023-04-06", "2023-04-06"),
        ("2023-04", "2023-04-30"),
        ("2023-04-06~", "2023-04-20"),
        ("2023-01~", "2023-03"),
        ("2022~", "2023-06"),
        ("2023-01/..", "2030"),
        ("2020", "../2022"),
        ("2023-01/2023-06", "2023-06/2023-09"),
    ],
)
def test_what_may_coincide_is_not_surely_before(first: str, second: str) -> None:
    """Dates that overlap, that are open towards each other, or whose doubt reaches across."""
    assert not surely_before(parse(first), parse(second))
    assert may_coincide(parse(first), parse(second))
    assert may_coincide(parse(second), parse(first))


@pytest.mark.parametrize("edge", ["9999-12-31~", "9999?", "0001-01-01~", "0001~", "9999-12-31/..", "../0001"])
@pytest.mark.parametrize("other", ["9999-12-31~", "0001-01-01~", "2023-04-06"])
def test_doubt_may_reach_beyond_the_calendar(edge: str, other: str) -> None:
    """A month before its first day, or after its last, is no error."""
    assert not (surely_before(parse(edge), parse(other)) and surely_before(parse(other), parse(edge)))
