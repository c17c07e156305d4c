"""Dot-range pictures: every value on the scale, in its place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.blocks import Dot, DotPlot
from generator.output.markdown.dot_plot import drawn, scale_of
from tests.output.builders import a_dot_plot
from tests.support.wording import ENGLISH

values = st.floats(min_value=-1e9, max_value=1e12, allow_nan=False).map(lambda value: round(value, 3))
ranges = st.tuples(values, values).map(sorted).map(lambda pair: Dot("who", "what", pair[0], pair[1]))


@given(st.lists(ranges, min_size=1, max_size=6).map(tuple))
def test_every_value_lies_inside_the_picture(dots: tuple[Dot, ...]) -> None:
    """Whatever the values, each is between the first and the last tick, and ticks are few."""
    scale = scale_of(dots)
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 9
    assert all(0 <= scale.x(end) <= 100 for dot in dots for end in (dot.low, dot.high))


def test_ticks_are_round_numbers() -> None:
    """A scale that people can read."""
    assert scale_of(a_dot_plot().dots).ticks() == (10, 20, 30, 40, 50)
    assert [tick.label for tick in drawn(a_dot_plot(), ENGLISH).ticks] == ["10", "20", "30", "40", "50"]


def test_a_single_value_stands_in_the_middle() -> None:
    """One value gives no spread; the picture invents little of its own."""
    picture = drawn(DotPlot("t", "d", "u", (Dot("who", "90", 90, 90),)), ENGLISH)
    assert 40 <= float(picture.dots[0].high.rstrip("%")) <= 60
    assert not picture.dots[0].is_range


def test_rows_do_not_overlap() -> None:
    """Labels that take two lines push down what follows."""
    rows = drawn(a_dot_plot(), ENGLISH).dots
    assert len(rows[0].label) == 2
    assert all(upper.y < lower.label_top for upper, lower in pairwise(rows))
