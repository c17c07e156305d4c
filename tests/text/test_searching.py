"""Words as the search knows them; the script that cuts queries has the same rules (tests/output)."""

from __future__ import annotations

import pytest

from generator.text.searching import folded, index_words, search_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sällvik’s weir", ["sallvik", "s", "weir"]),
        ("40,000 tonnes, 34.5%", ["40000", "tonnes", "34.5", "%"]),
        ("34,5 %", ["34.5", "%"]),
        ("35mm", ["35mm"]),
        ("Straße", ["strasse"]),
        ("习近平", ["习近", "近平"]),
        ("港", ["港"]),
        ("カタカナ", ["カタ", "タカ", "カナ"]),
        ("การค้า", ["กา", "าร", "รค", "ค\u0e49", "\u0e49า"]),
        ("한국", ["한국"]),
        ("الصَّادِرات", ["الصادرات"]),
        ("WTO加入", ["wto", "加入"]),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, words: list[str]) -> None:
    """Small letters without accents; pairs of letters where a script has no spaces."""
    assert search_words(text) == words


@pytest.mark.parametrize(
    ("text", "word"),
    [("F-35", "f35"), ("U.S. ships", "us"), ("semi-conductors", "semiconductors"), ("والصين", "صين")],
)
def test_a_term_is_found_in_its_other_forms(text: str, word: str) -> None:
    """Written as one word, without dots, without what Arabic puts before a word."""
    assert word in list(index_words(text))


def test_numbers_that_stand_side_by_side_are_no_other_number() -> None:
    """A date or a range does not become a number that nobody wrote."""
    assert "910" not in list(index_words("9-10"))


def test_letters_that_look_alike_are_one() -> None:
    """Full-width letters, ligatures, joiners and soft hyphens."""
    assert folded("ＡＢ ﬁ co\u00adop\u200b") == "ab fi coop"
