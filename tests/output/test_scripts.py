"""Words in another script carry their language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.blocks import SourceBody, SourceParagraph
from generator.model.kinds import KINDS
from generator.model.pages import NoteLine
from generator.model.runs import Quoted
from generator.model.sources import CslItem, Piece
from generator.output.markdown.escape import escape, in_languages, parted
from generator.output.markdown.page import page_markdown
from tests.output.editions import a_page, a_small_page, an_edition
from tests.output.runs import a_note

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


def test_text_that_runs_from_right_to_left_says_so() -> None:
    """The title and the paragraphs of a source, its words in a note; the note says its language too."""
    arabic = "وقالت «لم يوقع شيء»، ثم غادرت."
    body = SourceBody("ar", (SourceParagraph(1, (Piece(arabic),), ()),))
    source = a_small_page("sources/sallvik-opens", KINDS.source, "بدء المحادثات", body, anchor="text")
    told = page_markdown(an_edition(), source)
    assert '{: #top dir="rtl" }' in told
    assert '<p class="source-text" id="p1" lang="ar" dir="rtl">' in told
    item = replace(CslItem("sallvik-opens", "article", "Talks"), language="ar")
    note = replace(a_note(1), lines=(NoteLine(Quoted(arabic), "¶ 1", "¶ 1"),))
    page = replace(a_page(), notes=(note,), sources=(item,))
    assert '<span class="note-words" lang="ar" dir="rtl">' in page_markdown(an_edition(), page)
    english = replace(page, notes=(a_note(1),), sources=(replace(item, language="en-GB"),))
    assert ' dir="rtl"' not in page_markdown(an_edition(), english).partition('class="notes"')[2]
    assert '<span class="note-words">' in page_markdown(an_edition(), english)


def test_the_glossary_tells_the_language_of_its_names() -> None:
    """Of part of a name too; of other words only the script is known."""
    page = in_languages(str(escape("Ирена Ветрова, Ветрова, 林若海; Вода")), NAMES)
    assert page == (
        '<span lang="bg">Ирена Ветрова</span>&#44; <span lang="bg">Ветрова</span>&#44;'
        ' <span lang="zh-Hant">林若海</span>&#59; <span lang="und-Cyrl">Вода</span>'
    )
