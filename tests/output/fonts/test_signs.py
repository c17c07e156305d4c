"""A text is cut into what a reader takes for signs; only what the faces of print may lack is asked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.signs import (
    BREAKABLE,
    SUBSTITUTE,
    is_ordinary,
    may_be_lost,
    on_one_line,
    signs_of,
    stretches,
    swapped,
    with_substitutes,
)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("abc", ["a", "b", "c"]),
        ("e\u0302\u0323x", ["e\u0302\u0323", "x"]),
        ("👨\u200d👩\u200d👧👍🏽", ["👨\u200d👩\u200d👧", "👍🏽"]),
        ("🇩🇪🇫🇷🇮", ["🇩🇪", "🇫🇷", "🇮"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("\u1112\u1161\u11ab한", ["\u1112\u1161\u11ab", "한"]),
        ("กิน", ["กิ", "น"]),
        ("🏴\U000e0067\U000e0062\U000e007f", ["🏴\U000e0067\U000e0062\U000e007f"]),
    ],
)
def test_a_sign_is_a_character_with_all_that_belongs_to_it(text: str, signs: list[str]) -> None:
    """Marks, joined emoji, skin tones, flags, keycaps, syllables of jamo."""
    assert signs_of(text) == signs


@given(st.text())
def test_nothing_gets_lost_as_a_text_is_cut(text: str) -> None:
    assert "".join(signs_of(text)) == text
    assert swapped(text, lambda stretch: stretch) == text


def test_nothing_is_asked_of_ordinary_words() -> None:
    """Latin, Greek and Cyrillic letters, quotation marks, dashes, currencies, arrows."""
    text = "“Ærø – Łódź”: 5 × 3 ≤ 15 €, Ирина Ветрова, λίμνη → № 7… Nguyễn\u00a0Văn\u00ad\u200b"
    assert is_ordinary(text)
    assert stretches(text) == []


def test_signs_are_asked_for_as_they_stand() -> None:
    """With the character before, of which they may be marks; an ideograph for itself."""
    assert stretches("x\u20dd said “ไทย”, 林若海.") == ["x\u20dd", "“ไทย", "林", "若", "海"]


def test_only_what_a_reader_would_miss_can_be_lost() -> None:
    """Neither joiners, selectors and tags for themselves, nor the substitute."""
    unseen = ("\u200d", "\ufe0f", "\u2060", "\U000e0041", "\ufeff", "a", SUBSTITUTE)
    assert [sign for sign in ("ไ", "❤\ufe0f", "\ue000", *unseen) if may_be_lost(sign)] == [
        "ไ",
        "❤\ufe0f",
        "\ue000",
    ]


def test_a_substitute_takes_the_place_of_a_whole_sign() -> None:
    assert with_substitutes("x👨\u200d👩\u200d👧กิน", {"👨\u200d👩\u200d👧", "กิ"}) == f"x{SUBSTITUTE * 2}น"


@pytest.mark.parametrize("bad", ["\x07", "\x85\x9f", "\ud800", "\ufffe", "\ufdd0", "\U0003ffff", "\u202e"])
def test_what_is_no_character_is_shown_as_such(bad: str) -> None:
    """Controls but for spaces, halves, codes that are none, and what would turn the words around it."""
    assert on_one_line(f"a{bad}b").strip(f"ab {SUBSTITUTE}") == ""


def test_a_byte_order_mark_within_a_text_is_the_joiner_that_it_was_used_for() -> None:
    """PDF/A forbids it, and nobody sees either."""
    assert on_one_line("a\ufeffb") == "a\u2060b"


def test_a_long_word_is_never_broken_within_a_sign() -> None:
    """Nor where letters are written joined: no mark and no Arabic letter is among what may part."""
    assert not re.search(BREAKABLE, "\u0301\u20dd\u0e34\ufe0f\u200d\u094d\u064b\u3099عادة")
    assert len(re.findall(BREAKABLE, "aЖλ0/林カ한")) == 8
