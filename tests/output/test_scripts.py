"""Words in another script carry their language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.markdown.escape import escape, in_languages, parted

NAMES = (("Ирена Ветрова", "bg"), ("林若海", "zh-Hant"))


@given(st.text())
def test_no_character_is_lost_or_moved(text: str) -> None:
    """The pieces are the text."""
    assert "".join(piece for piece, _ in parted(text)) == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Lin Ruohai (林若海)", [("Lin Ruohai (", ""), ("林若海", "und-Hani"), (")", "")]),
        (
            "«Вода — не товар»",
            [("«", ""), ("Вода", "und-Cyrl"), (" — ", ""), ("не товар", "und-Cyrl"), ("»", "")],
        ),
        ("東京タワー", [("東京タワー", "und-Jpan")]),
        ("שלום", [("שלום", "und-Hebr")]),
        ("5 µg, ΔT of 3 α", [("5 µg, ΔT of 3 α", "")]),
        ("Sällvik", [("Sällvik", "")]),
    ],
)
def test_the_letters_tell_the_script(text: str, pieces: list[tuple[str, str]]) -> None:
    """Names of several words stay whole; a letter that is a symbol is none."""
    assert parted(text) == pieces


def test_the_glossary_tells_the_language_of_its_names() -> None:
    """Of part of a name too; of other words only the script is known."""
    page = in_languages(str(escape("Ирена Ветрова, Ветрова, 林若海; Вода")), NAMES)
    assert page == (
        '<span lang="bg">Ирена Ветрова</span>&#44; <span lang="bg">Ветрова</span>&#44;'
        ' <span lang="zh-Hant">林若海</span>&#59; <span lang="und-Cyrl">Вода</span>'
    )
