"""Titles printed outside their time, and those that only look so."""

from __future__ import annotations

import pytest

from generator.model.dates import parse
from generator.text.dates import is_out_of_time

HELD = parse("2019/2022-12")


@pytest.mark.parametrize("issued", ["2023-05-22", "2023-04-18~", "2018-11", "2024"])
def test_a_title_of_another_time_is_out_of_time(issued: str) -> None:
    """It had ended, or had not begun, when the text was issued."""
    assert is_out_of_time("Oskar Lindqvane, the ferry commissioner of Velmark", HELD, parse(issued))


@pytest.mark.parametrize(
    "words",
    [
        "Oskar Lindqvane, ferry commissioner of Velmark from 2019 to December 2022",
        "the former ferry commissioner, Oskar Lindqvane",
        "ex-commissioner Lindqvane",
        "Lindqvane, then ferry commissioner",
        "Lindqvane, who was ferry commissioner",
        "commissioner until 2022",
        "the incoming ferry commissioner",
        "commissioner-designate Lindqvane",
    ],
)
def test_words_that_tell_the_time_of_a_title_are_no_error(words: str) -> None:
    """The text knows that the title is past, or to come."""
    assert not is_out_of_time(words, HELD, parse("2023-05-22"))


@pytest.mark.parametrize("issued", ["2022-12-31", "2020", "2023-01-05~", "2022/2023", "../2030"])
def test_what_may_lie_in_the_time_is_no_error(issued: str) -> None:
    """Only what is certain is reported."""
    assert not is_out_of_time("the ferry commissioner", HELD, parse(issued))


def test_what_is_not_dated_is_never_out_of_time() -> None:
    """Neither a title nor a text without a date."""
    assert not is_out_of_time("the ferry commissioner", None, parse("2023"))
    assert not is_out_of_time("the ferry commissioner", HELD, None)
    assert not is_out_of_time("the ferry commissioner", parse("2019/.."), parse("2035"))
