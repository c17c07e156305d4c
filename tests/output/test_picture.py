"""Dot-range pictures: every value on the scale, in its place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.blocks import Dot, DotPlot
from generator.output.markdown.dot_plot import drawn, place_of_value, scale_of
from tests.output.builders import a_dot_plot
from tests.support.wording import ENGLISH

values = st.floats(min_value=-1e9, max_value=1e12, allow_nan=False).map(lambda value: round(value, 3))
ranges = st.tuples(values, values).map(sorted).map(lambda pair: Dot("who", "what", pair[0], pair[1]))


@given(st.lists(ranges, min_size=1, max_size=6).map(tuple))
def test_every_value_lies_inside_the_picture(dots: tuple[Dot, ...]) -> None:
    """Whatever the values, each is between the first and the last tick, and ticks are few."""
    scale = scale_of(DotPlot("t", "d", "u", dots))
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 9
    assert all(0 <= scale.x(end) <= 100 for dot in dots for end in (dot.low, dot.high))


def test_ticks_are_round_numbers() -> None:
    """A scale that people can read."""
    assert scale_of(a_dot_plot()).ticks() == (0, 20, 40, 60)
    assert [tick.label for tick in drawn(a_dot_plot(), ENGLISH).ticks] == ["0", "20", "40", "60"]


@given(values.map(abs))
def test_a_scale_begins_at_nought_and_percent_ends_at_a_hundred(value: float) -> None:
    """Lengths compare; a difference of ten points never looks like all or nothing."""
    dots = (Dot("who", "what", value, value),)
    assert scale_of(DotPlot("t", "d", "u", dots)).start == 0
    assert scale_of(DotPlot("t", "d", "percent", dots, 100.0)).end >= 100
    share = DotPlot("t", "d", "percent", (Dot("who", "90", 90, 90),), 100.0)
    assert scale_of(share).ticks()[-1] == 100
    assert not drawn(share, ENGLISH).dots[0].is_range


def test_rows_do_not_overlap() -> None:
    """Labels that take two lines push down what follows."""
    rows = drawn(a_dot_plot(), ENGLISH).dots
    assert len(rows[0].label) == 2
    assert all(upper.y < lower.label_top for upper, lower in pairwise(rows))


@given(
    st.floats(0, 100),
    st.integers(1, 41),
)
def test_the_words_of_a_value_stay_within_the_picture_on_a_phone(middle: float, letters: int) -> None:
    """Beside the dot where there is no room above it."""
    width = letters * 2.4
    at, anchor = place_of_value(middle, width)
    first = at - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    assert first >= -1e-6
    assert first + width <= 100 + 1e-6
