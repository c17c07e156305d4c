"""Parts of months and of years are read in five languages."""

import pytest

from generator.text.parts_of_dates import parts_of_months, parts_of_years


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
    assert (part.of, part.first, part.last, part.is_part) == (3, *days, True)


def test_a_day_is_itself_and_a_month_all_of_its_days() -> None:
    """Neither is a part that a word names."""
    day, month = parts_of_months("from 9 March to April", "en")
    assert (day.first, day.last, day.is_part) == (9, 9, False)
    assert (month.first, month.last, month.is_part) == (1, 31, False)


def test_a_day_may_lie_close_to_the_part_that_it_is_told_as() -> None:
    """By three days; a part has no such room beside another."""
    early, mid, day, later = parts_of_months("early March, mid-March, 13 March or 14 March", "en")
    assert early.may_be(day)
    assert not early.may_be(later)
    assert not early.may_be(mid)


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "by mid-2027", (5, 8)),
        ("de", "Ende des Jahres 2027", (9, 12)),
        ("fr", "au second semestre 2027", (7, 12)),
        ("es", "a comienzos de 2027", (1, 4)),
        ("zh", "2027年上半年", (1, 6)),
    ],
)
def test_a_part_of_a_year_has_its_months(language: str, text: str, months: tuple[int, int]) -> None:
    """From the first to the last."""
    (part,) = parts_of_years(text, language)
    assert (part.of, part.first, part.last) == (2027, *months)


def test_a_year_alone_is_no_part() -> None:
    """Nor is a year before a word that begins like one, nor any in a language of which no words are known."""
    assert parts_of_years("in 2027", "en") == ()
    assert parts_of_years("2027年中国", "zh") == ()
    assert parts_of_years("w połowie 2027", "pl") == ()
