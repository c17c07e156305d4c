"""Parts of years are read in five languages."""

import pytest

from generator.text.parts_of_years import parts_of_years


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
    assert (part.year, part.first, part.last) == (2027, *months)


def test_a_year_alone_is_no_part() -> None:
    """Nor is there one in a language of which no words are known."""
    assert parts_of_years("in 2027", "en") == ()
    assert parts_of_years("w połowie 2027", "pl") == ()
