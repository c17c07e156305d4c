"""What a number counts, by the words after it."""

from __future__ import annotations

import pytest

from generator.text.counting import Counted, counted, of_different_things


def things(value: str, text: str) -> list[str]:
    return [str(each) for each in counted(value, text)]


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        ("17", "a group of 17 elements that industries need", ["17 elements"]),
        ("14", "the line made fourteen sailings a week", ["fourteen sailings"]),
        ("90", "for a 90-day trial period.", ["90 day trial period"]),
        ("40000", "a total of 40,000 tonnes was accepted", ["40,000 tonnes"]),
        ("90", "controls 90% of the world's processing", []),
        ("99", "more than 99 percent of the types", []),
        ("35", "Every F-35 fighter jet contains it", []),
        ("17", "there are 17, it says", []),
        ("17", "18 elements", []),
    ],
)
def test_the_words_after_a_number_are_what_it_counts(value: str, text: str, found: list[str]) -> None:
    """Up to the first word that ends the name; percentages and names of things count nothing."""
    assert things(value, text) == found


def one(text: str) -> Counted:
    (thing,) = counted("17", text)
    return thing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("17 elements", "17 minerals"),
        ("17 elements", "seventeen kinds of ore"),
        ("17 stages", "17 plants"),
        ("17 tonnes", "17 tons"),
    ],
)
def test_another_noun_is_another_thing(first: str, second: str) -> None:
    """The number is the same and yet the texts do not say the same."""
    assert of_different_things(one(first), one(second))
    assert of_different_things(one(second), one(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("17 elements", "17 element group"),
        ("17 elements", "17 rare elements"),
        ("17 elements", "17 Elements"),
        ("17 days", "a 17-day period"),
        ("17 metres", "17 meters"),
        ("17 litres", "17 liters"),
        ("17 kilogrammes", "17 kilograms"),
        ("17 kilometres", "17 km"),
        ("17 countries", "17-country list"),
    ],
)
def test_number_spelling_adjectives_and_abbreviations_make_no_difference(first: str, second: str) -> None:
    """No false alarm for the same thing in other words."""
    assert not of_different_things(one(first), one(second))
