"""Words that only connect sentences."""

import pytest

from generator.text.connecting import without_connecting


@pytest.mark.parametrize(
    ("text", "language", "plain"),
    [
        ("However, they met. In addition they spoke.", "en", "         they met.             they spoke."),
        ("They met next week, however.", "en", "They met next week, however."),
        ("Nextdoor they met.", "en", "Nextdoor they met."),
        ("Zudem trafen sie sich.", "de", "      trafen sie sich."),
        ("However, ils.", "fr", "However, ils."),
    ],
)
def test_only_words_at_the_head_of_a_sentence_connect(text: str, language: str, plain: str) -> None:
    """They claim nothing; everything else stays at its place."""
    assert without_connecting(text, language) == plain
