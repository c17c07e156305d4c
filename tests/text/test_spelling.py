"""Promises of “did you mean”."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.names import closest, near_misses


def test_one_edit_is_near() -> None:
    """A letter added, dropped, changed or swapped; case does not count."""
    assert near_misses("Qusit", ["Quist", "Quest"]) == ("Quist",)
    assert near_misses("quest", ["Quist", "Lindqvane"]) == ("Quist",)
    assert near_misses("Quist", ["Quist"]) == ()
    assert near_misses("Quist", []) == ()


def test_two_edits_are_near_for_long_words_only() -> None:
    """The nearest comes first, equals in alphabetical order."""
    assert near_misses("Lindquane", ["Lindqvans", "Lindqvane", "Lindqvana"]) == (
        "Lindqvane",
        "Lindqvana",
        "Lindqvans",
    )
    assert near_misses("Quaat", ["Quist"]) == ()


def test_an_id_is_suggested_if_one_is_likely() -> None:
    """Few letters differ, or its words are among an id's words."""
    ids = ["oskar-lindqvane", "halvard-brekken", "rare-salts"]
    assert closest("rare-salt", ids) == "rare-salts"
    assert closest("lindqvane", ids) == "oskar-lindqvane"
    assert closest("oskar-lindquane", ids) == "oskar-lindqvane"
    assert closest("zebra", ids) is None
    assert closest("", ids) is None


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=8))
def test_only_other_known_words_are_suggested(word: str, known: list[str]) -> None:
    """Suggestions come from what is known, never the word itself, in one order."""
    near = near_misses(word, known)
    assert set(near) <= set(known) - {word}
    assert near == near_misses(word, reversed(known))
    assert closest(word, known) in {None, *known}
