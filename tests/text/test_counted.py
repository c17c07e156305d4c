"""What a number counts, by the words after it."""

from __future__ import annotations

import pytest

from generator.model.quantities import Quantity
from generator.text.counted_things import (
    count_different_things,
    figure_quantity,
    figures_counting,
    with_what_it_counts,
)


def things(value: str, text: str, language: str = "en") -> list[str]:
    figure = figure_quantity(value, "", language)
    assert figure
    found = figures_counting(figure, text, language)
    return [with_what_it_counts(text, each, language) for each in found]


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        ("17", "a group of 17 elements that industries need", ["17 elements"]),
        ("14", "the line made fourteen sailings a week", ["fourteen sailings"]),
        ("90", "for a 90-day trial period.", ["90-day trial period"]),
        ("40000", "a total of 40,000 tonnes was accepted", ["40,000 tonnes"]),
        ("20..30", "20 to 30 boats", ["20 to 30 boats"]),
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


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "eine Gruppe von 17 Elementen, die", "17 Elementen"),
        ("fr", "un groupe de 17 éléments dont", "17 éléments"),
        ("zh", "有17家企业", "17家企业"),
    ],
)
def test_the_words_after_a_number_end_by_the_language(language: str, text: str, found: str) -> None:
    """As each language writes them."""
    assert things("17", text, language) == [found]


def one(text: str) -> Quantity:
    figure = figure_quantity("17", "", "en")
    assert figure
    (thing,) = figures_counting(figure, text, "en")
    return thing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("17 elements", "17 minerals"),
        ("17 elements", "seventeen kinds of ore"),
        ("17 stages", "17 plants"),
        ("17 days", "17 boats"),
    ],
)
def test_another_noun_is_another_thing(first: str, second: str) -> None:
    """The number is the same and yet the texts do not say the same."""
    assert count_different_things(one(first), one(second))
    assert count_different_things(one(second), one(first))


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
        ("17 tonnes", "17 tons"),
    ],
)
def test_number_spelling_adjectives_and_abbreviations_make_no_difference(first: str, second: str) -> None:
    """No false alarm for the same thing in other words."""
    assert not count_different_things(one(first), one(second))


@pytest.mark.parametrize("value", ["some", "", "nan", "20..", "1e3"])
def test_a_figure_without_a_number_is_no_quantity(value: str) -> None:
    """Digits, with or without groups; a range has two ends."""
    assert figure_quantity(value, "", "en") is None
