"""Parts of months are read in five languages."""

import pytest

from generator.text.parts_of_months import parts_of_months


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "in early March", (1, 10)),
        ("en", "by mid-March", (11, 20)),
        ("de", "Ende März", (21, 31)),
        ("fr", "à la mi-mars", (11, 20)),
        ("es", "a finales de marzo", (21, 31)),
        ("zh", "3月下旬", (21, 31)),
    ],
)
def test_a_part_of_a_month_has_its_days(language: str, text: str, days: tuple[int, int]) -> None:
    """From the first to the last."""
    (part,) = parts_of_months(text, language)
    assert (part.month, part.first, part.last, part.is_part) == (3, *days, True)


def test_a_day_is_itself_and_a_month_all_of_its_days() -> None:
    """Neither is a part that a word names."""
    day, month = parts_of_months("from 9 March to April", "en")
    assert (day.first, day.last, day.is_part) == (9, 9, False)
    assert (month.first, month.last, month.is_part) == (1, 31, False)
