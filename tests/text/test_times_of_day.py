"""Times of day are read in five languages: clocks told in words, and the parts of a day."""

from decimal import Decimal

import pytest

from generator.model.quantities import QuantityForm
from generator.text.quantities import quantities_in
from generator.text.times_of_day import parts_of_days


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "just past seven in the evening", 19 * 60),
        ("en", "at 6 o'clock in the morning", 6 * 60),
        ("de", "um sieben Uhr abends", 19 * 60),
        ("de", "gegen 7 Uhr 30 morgens", 7 * 60 + 30),
        ("de", "um ein Uhr nachts", 60),
        ("fr", "à 7 h 30 du soir", 19 * 60 + 30),
        ("fr", "à une heure du matin", 60),
        ("es", "a la una de la tarde", 13 * 60),
        ("es", "a las tres de la madrugada", 3 * 60),
        ("zh", "下午两点半", 14 * 60 + 30),
    ],
)
def test_a_clock_in_words_has_its_minutes(language: str, text: str, minutes: int) -> None:
    """As many as one in digits."""
    (clock,) = quantities_in(text, language)
    assert (clock.form, clock.low) == (QuantityForm.CLOCK, Decimal(minutes))


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "in the early hours of Wednesday", (0, 7)),
        ("de", "am Freitagabend", (17, 24)),
        ("fr", "dans la nuit", (19, 31)),
        ("es", "de madrugada", (0, 7)),
        ("zh", "周二凌晨", (0, 6)),
    ],
)
def test_a_part_of_a_day_has_its_hours(language: str, text: str, hours: tuple[int, int]) -> None:
    """From the first to the last; a night goes on into the next day."""
    (part,) = parts_of_days(text, language)
    assert (part.first, part.last) == (hours[0] * 60, hours[1] * 60)


def test_a_night_meets_the_morning_after_it() -> None:
    """But no evening the early hours, nor a clock a part in which it does not lie."""
    night, hours = parts_of_days("overnight", "en")[0], parts_of_days("the early hours", "en")[0]
    evening = parts_of_days("in the evening", "en")[0]
    assert night.may_be(hours)
    assert not evening.may_be(hours)


def test_a_word_that_only_holds_one_is_no_part() -> None:
    """“Morgen” may be tomorrow, and a night that is paid for is none of the day."""
    assert parts_of_days("Er kommt morgen.", "de") == ()
    assert parts_of_days("two euros a night", "en") == ()
