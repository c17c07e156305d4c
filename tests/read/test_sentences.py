"""Sentences of a paragraph."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.prose import sentences


def split(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Reed met Mrs. Marsh.", "Then Dr. He left."],
        ["The talks resume at 9 a.m. Tuesday.", "They end at 5 p.m. EST."],
        ["They fell by 3.5% in May.", "Prices rose."],
        ["He said “Yes. We did.”", "Then he left."],
        ["Is it so?", "It is!", "Well…"],
        ["A sentence over\ntwo lines.", "Another\none."],
        ["Prices\xa0rose.", "Mr.\xa0Reed left."],
        ["The river 😀 rose.", "日本 fell."],
    ],
)
def test_english_is_split_where_sentences_end(parts: list[str]) -> None:
    """Titles, times, figures, quotations and line ends do not end one."""
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["U.S. Not to impose tariffs"]),
        ("en", ["They met in the U.S. Treasury.", "They left for the U.S.", "The talks went on."]),
        ("de", ["Am 9. März traf er Wang.", "Dann ging er."]),
        ("de", ["In der 3. Runde blieb es bei ca. 5 Mio. Euro.", "Er kam am 9.", "Dann ging er."]),
        ("fr", ["Le 9 juin, M. Dupont a dit oui.", "Puis il est parti.", "« Oui. » dit-il."]),
        ("es", ["El Sr. Pérez dijo: «¡Sí!».", "Luego se fue.", "¿Qué pasó?", "Nada."]),
    ],
)
def test_each_language_is_split_by_its_own_rules(language: str, parts: list[str]) -> None:
    """A rank, a title or initials end no sentence; a denial never stands alone for its opposite."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text, language)] == parts


def test_chinese_is_split_at_its_own_marks() -> None:
    """Which no space follows."""
    text = "他说：“是。”然后走了。真的吗？是！"
    found = [text[start:end] for start, end in sentences(text, "zh")]
    assert found == ["他说：“是。”", "然后走了。", "真的吗？", "是！"]


def test_what_holds_no_word_is_no_sentence_of_its_own() -> None:
    """Stray marks stay with the sentence before."""
    assert split("They left. … ”") == ["They left. … ”"]
    assert split("…") == ["…"]
    assert split(" \n") == []


ALPHABET = st.sampled_from(list(".!?\"“”'()[] \n\t\xa0\u2009\u2028\x85\x0bAab1。！é\u0301😀\u200d…;:-"))
WORDS = st.sampled_from(["Mr.", "U.S.", "J.", "É.", "a.m.", "No.", "1.", "[1]", "e.g.", " ", "\xa0", "Reed"])


@settings(deadline=None)
@given(
    st.text(alphabet=ALPHABET, max_size=60) | st.lists(WORDS, max_size=20).map("".join) | st.text(),
    st.sampled_from(("en", "de", "fr", "es", "zh-Hant", "xx")),
)
def test_sentences_cover_all_text_in_order(paragraph: str, language: str) -> None:
    """Nothing but white space lies between them, and none begins or ends with it."""
    last = 0
    for start, end in sentences(paragraph, language):
        assert last <= start < end
        assert not paragraph[last:start].strip()
        assert paragraph[start:end] == paragraph[start:end].strip()
        last = end
    assert not paragraph[last:].strip()


@pytest.mark.parametrize("piece", ["a. ", '"', "“", "(", ".", "Mr. A ", "' ", "[1] ", "A. B ", "1. "])
def test_no_paragraph_takes_long(piece: str) -> None:
    """The longest that is read, of what confuses segmenters."""
    begin = time.perf_counter()
    sentences(piece * (20_000 // len(piece)))
    assert time.perf_counter() - begin < 5
