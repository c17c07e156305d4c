"""Words as a reader counts them."""

from __future__ import annotations

import pytest

from generator.text.tokens import word_ranges


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The gates closed – on 3 March.", 6),
        ("don’t say 40,000 tonnes a second-hand ship", 7),
        ("林若海 is senior fellow", 6),
        (" \n two\n\nwords… ", 2),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    """A hyphen, an apostrophe or a comma parts no word; a dash is none; a Chinese character is one."""
    assert len(word_ranges(text)) == count


def test_places_are_those_of_the_words() -> None:
    """Cutting the text at the places gives the words."""
    text = "one, two\n— three"
    assert [text[start:end] for start, end in word_ranges(text)] == ["one,", "two", "three"]
