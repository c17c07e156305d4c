"""Promises of reading numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.counting import holds, numbers_in
from tests.text.builders import texts


def values(text: str) -> list[str]:
    return [f"{number.value.normalize():f}" for number in numbers_in(text) if not number.glued]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,190 of 2\u00a0500 in 2025", ["1190", "2500", "2025"]),
        ("34.5% and 3.3 % and .5 and 3½", ["34.5", "3.3", "0.5", "3.5"]),
        ("1, 2,3 and 10,5", ["1", "2", "3", "10", "5"]),
        ("on 2025-06-09 at 12:30", ["2025", "6", "9", "12", "30"]),
        ("on 10.06.2025.", ["10", "6", "2025"]),
        ("fell to −5 or -6, not 7-8", ["-5", "-6", "7", "8"]),
        ("ninety, ninety-minute, forty-two, nineteen", ["90", "90", "42", "19"]),
        ("one hundred, a hundred, one hundred and five", ["100", "100", "105"]),
        ("two million; two million three hundred thousand", ["2000000", "2300000"]),
        ("a hundred thousand, one thousand two hundred", ["100000", "1200"]),
        ("10 billion, 1.5-million, $5bn, $5m", ["10000000000", "1500000", "5000000000", "5000000"]),
        ("two dozen, a dozen, half a dozen, half a million", ["24", "12", "6", "500000"]),
        ("dozens, millions, several hundred, half, a year", []),
        ("twenty twenty-five", ["20", "25"]),
        ("between one hundred and two hundred", ["100", "200"]),
        ("20-30 and 5 to 6", ["20", "30", "5", "6"]),
        ("10-20 million", ["10000000", "20000000"]),
        ("between $5 and $10 million", ["5000000", "10000000"]),
        ("5 and 10 million", ["5", "10000000"]),
        ("90-minute, 1990s, 9th, 3pm, 5km, mid-2025", ["90", "1990", "9", "3", "5", "2025"]),
        ("someone, tend, often, stone, bone-dry", []),
        ("占90%，10万人", ["90", "100000"]),
        ("", []),
    ],
)
def test_numbers_are_worth_what_they_say(text: str, expected: list[str]) -> None:
    """In digits, words and both; years and dates too."""
    assert values(text) == expected


@pytest.mark.parametrize("text", ["F-35", "G20", "CO2", "5G", "H1", "Covid-19", "v1.2.3", "10²", "x_1"])
def test_numbers_in_names_are_glued(text: str) -> None:
    """So that callers can leave them out."""
    assert [number.glued for number in numbers_in(text)] == [True] * len(numbers_in(text))
    assert numbers_in(text)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("34.5%", [True]),
        ("99 percent", [True]),
        ("99 per cent", [True]),
        ("ninety percent", [True]),
        ("20-30%", [True, True]),
        ("20 to 30 percent", [True, True]),
        ("3 percentage points", [False]),
        ("2024 – 5%", [False, True]),
        ("5 people", [False]),
    ],
)
def test_percent_is_known(text: str, percent: list[bool]) -> None:
    """As a sign or a word; at a range, of both ends."""
    assert [number.percent for number in numbers_in(text)] == percent


def test_places_cover_the_number_as_printed() -> None:
    """With sign, magnitude and percent sign."""
    text = "fell −5% on 1.5 million, or forty-two"
    assert [text[n.start : n.end] for n in numbers_in(text)] == ["−5%", "1.5 million", "forty-two"]


def test_words_are_told_from_digits() -> None:
    """A caller may be lenient with “one”."""
    assert [number.word for number in numbers_in("one of 2")] == [True, False]


def test_what_is_stated_is_known_beside_what_it_is_worth() -> None:
    """The number before its magnitude word."""
    (number,) = numbers_in("1.5 million")
    assert (number.stated, number.value) == (Decimal("1.5"), Decimal(1_500_000))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("90", "a ninety-minute call"),
        ("90", "90 percent"),
        ("34.5", "34.5%"),
        ("34.50", "34.5%"),
        ("1190", "1,190"),
        ("1,190", "1190"),
        ("20..30", "20-30 percent"),
        ("20..30", "between twenty and thirty"),
        ("10", "10 million"),
        ("10000000", "ten million"),
        ("1", "within a year"),
        ("1", "one year"),
        ("1", "a single month"),
        ("-5", "−5 degrees"),
    ],
)
def test_a_value_occurs_in_digits_or_words(value: str, text: str) -> None:
    """Figures are recognised however the source writes them."""
    assert holds(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "34.5%"),
        ("4.5", "34.5%"),
        ("90", "1,190"),
        ("90", "90.5"),
        ("90", "nineteen"),
        ("35", "the F-35"),
        ("20..30", "20 percent"),
        ("1", "a boat"),
        ("some", "some"),
        ("", ""),
        ("nan", "nan"),
    ],
)
def test_another_value_does_not_occur(value: str, text: str) -> None:
    """Part of a number is not the number."""
    assert not holds(value, text)


@given(st.one_of(texts(), st.text(alphabet="0123456789.,-%½ ab$’\u00a0", max_size=40)))
def test_reading_never_fails(text: str) -> None:
    """Numbers come in order, share nothing, and have a finite value."""
    free = 0
    for number in numbers_in(text):
        assert free <= number.start < number.end <= len(text)
        assert number.value.is_finite()
        free = number.end


@given(st.integers(0, 10**15))
def test_grouped_digits_read_back(value: int) -> None:
    """Thousands separators change nothing."""
    assert [number.value for number in numbers_in(f"about {value:,} of them")] == [value]
    assert holds(str(value), f"{value:,}")


@given(st.integers(0, 999_999))
def test_words_read_back(value: int) -> None:
    """Every number up to a million, as it is spelt out."""
    assert [number.value for number in numbers_in(f"about {_spelt(value)} people")] == [value]


def test_long_texts_are_quick() -> None:
    """No repetition makes reading slow out of proportion."""
    for unit in ("22,", "1.2.", "20-", "one hundred and ", "half a ", "9"):
        numbers_in(unit * 5_000)


_ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _spelt(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    scale, name = (100, "hundred") if value < 1000 else (1000, "thousand")
    joint = " and " if scale == 100 else " "
    return f"{_spelt(value // scale)} {name}" + (joint + _spelt(value % scale) if value % scale else "")
