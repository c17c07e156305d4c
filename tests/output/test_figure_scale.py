"""Figures on the scale of their unit, as SVG: what is uncertain looks so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.blocks import Place, Reach, UnitGroup
from generator.model.dates import parse
from generator.model.runs import When
from generator.output.markdown.figure_scale import axis, day_of, key_to, scale_told, sorted_at, track
from tests.output.builders import a_compared, a_comparison
from tests.output.runs import a_line
from tests.support.wording import ENGLISH


def a_group(*places: Place, whole: float | None = None) -> UnitGroup:
    figures = tuple(a_compared("Flow", "some", place) for place in places)
    return UnitGroup("Cubic metres", figures, has_scale=True, whole=whole)


def exactly(value: float) -> Place:
    return Place(value, value, Reach.EXACT)


def dots(drawn: str) -> list[float]:
    return [float(x) for x in re.findall(r'cx="([\d.]+)%"', drawn)]


numbers = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(numbers, min_size=2, max_size=8))
def test_dots_stand_in_the_order_of_their_values(values: list[float]) -> None:
    """And inside the picture, whatever the values."""
    group = a_group(*map(exactly, values))
    places = [dots(track(group, exactly(value)))[0] for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= x <= 100 for x in places)


def test_a_scale_begins_at_nought_and_that_of_percent_ends_at_100() -> None:
    """Lengths compare; 80 and 90 percent are not nothing and all."""
    assert scale_told(a_group(exactly(80), exactly(90), whole=100), ENGLISH) == "Scale from 0 to 100"
    assert scale_told(a_group(exactly(80), exactly(90)), ENGLISH) == "Scale from 0 to 90"
    assert scale_told(a_group(exactly(-5), exactly(20)), ENGLISH) == "Scale from -10 to 20"
    assert re.findall(r">([^<]+)</text>", axis(a_group(exactly(17), exactly(3)), ENGLISH)) == ["0", "20"]


@pytest.mark.parametrize(
    ("reach", "is_open", "points"),
    [
        (Reach.EXACT, False, 0),
        (Reach.ABOUT, True, 0),
        (Reach.ABOVE, True, 1),
        (Reach.BELOW, True, 1),
        (Reach.FROM, False, 1),
        (Reach.UP_TO, False, 1),
    ],
)
def test_what_is_not_exact_looks_so(reach: Reach, is_open: bool, points: int) -> None:
    """An open dot where the number itself is not meant, an arrow where it goes on."""
    drawn = track(a_group(exactly(10), exactly(20)), Place(12, 12, reach))
    assert ('class="dot open"' in drawn) is is_open
    assert drawn.count('class="reach"') == points


def test_a_range_is_a_bar_between_two_ends() -> None:
    """No single value is made of it."""
    drawn = track(a_group(exactly(10), exactly(40)), Place(20, 30, Reach.EXACT))
    assert drawn.count('class="range"') == 1
    assert len(dots(drawn)) == 2


def test_the_key_has_the_signs_that_are_there() -> None:
    """And no others."""
    assert [each.text for each in key_to(a_comparison(), ENGLISH)] == [
        "the value given",
        "more than",
        "a range",
    ]


def test_rows_are_sorted_by_numbers_and_days() -> None:
    """A range by its middle, a time by its first day, what has none last."""
    assert sorted_at(Place(20, 30, Reach.EXACT)) == "25"
    assert day_of(a_line(When("April 2023", parse("2023-04")))) == "2023-04-01"
    assert day_of(a_line(When("not stated", None))) == ""
