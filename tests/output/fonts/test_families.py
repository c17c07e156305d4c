"""Which font to add is said by name where the name is known, and never a wrong one."""

from __future__ import annotations

import unicodedata

import pytest

from generator.output.signs import font_for


@pytest.mark.parametrize(
    ("sign", "font"),
    [
        ("ไ", "Noto Sans Thai"),
        ("፩", "Noto Sans Ethiopic"),
        ("𐲀", "Noto Sans Old Hungarian"),
        ("𐡀", "Noto Sans Imperial Aramaic"),
        ("ᓀ", "Noto Sans Canadian Aboriginal"),
        ("ང", "Noto Serif Tibetan"),
        ("ᦀ", "Noto Sans New Tai Lue"),
        ("𝠀", "Noto Sans SignWriting"),
        ("𝄞", "Noto Music"),
        ("👨\u200d👩\u200d👧", "Noto Color Emoji or Noto Sans Symbols 2"),
        ("1\ufe0f\u20e3", "Noto Color Emoji or Noto Sans Symbols 2"),
        ("🇩🇪", "Noto Color Emoji or Noto Sans Symbols 2"),
        ("ᵫ", "Noto Sans"),
        ("\U00030000", None),
        ("\ue000", None),
        ("\u0378", None),
    ],
)
def test_a_font_is_named_by_the_script(sign: str, font: str | None) -> None:
    assert font_for(sign) == font


def test_scripts_whose_names_begin_alike_are_told_apart() -> None:
    """Tai Le is not Tai Tham, New Tai Lue is not Newa."""
    names = {"TAI LE LETTER KA", "TAI THAM LETTER HIGH KA", "NEW TAI LUE LETTER HIGH QA", "NEWA LETTER KA"}
    assert len({font_for(unicodedata.lookup(name)) for name in names}) == 4
