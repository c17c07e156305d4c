"""Numbers that are spelt out in English."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.quantities import quantities_in

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = _SMALL.split()
_TENS = ["", "", *_ROUND.split()]


def _spelt(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    scale, name, joint = (100, "hundred", " and ") if value < 1000 else (1000, "thousand", " ")
    rest = joint + _spelt(value % scale) if value % scale else ""
    return f"{_spelt(value // scale)} {name}{rest}"


@given(st.integers(2, 999_999))
def test_words_read_back(value: int) -> None:
    """Every number up to a million, as it is spelt out."""
    assert [each.low for each in quantities_in(f"about {_spelt(value)} people")] == [value]
