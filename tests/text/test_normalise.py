"""Promises of the normalisation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from generator.text.tokens import LIGATURES, is_boundary, normalise, offsets, plain_marks, single_spaced
from tests.text.builders import texts


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“so” ‘we’ he’s «x» 5′ 6″ ´t`", "\"so\" 'we' he's \"x\" 5' 6\" 't'"),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        (" a\u00a0b\u2009c\r\nd\t e\u3000f\u2028g ", "a b c d e f g"),
        ("trade\u00ads", "trades"),
        ("one \u00ad two", "one two"),
        ("agree\u00ad ment and trea\u00ad\nty", "agreement and treaty"),
        ("oﬃcials ﬁne", "officials fine"),
        ("\u200efrom\u200f right\u061c", "from right"),
        ("and so on ... [...]", "and so on … […]"),
        ("出口管\n制措施 和", "出口管制措施和"),
        ("한국 정부", "한국 정부"),
        ("firms said¹² so.[3] They", "firms said so. They"),
        ("firms[1][2], 10², 5 km², a [3] b", "firms, 10², 5 km², a [3] b"),
        ("zero\u200bwidth\u2060\ufeff", "zerowidth"),
        ("\u00ad", ""),
        ("", ""),
    ],
)
def test_only_marks_and_spaces_change(text: str, plain: str) -> None:
    """Quotation marks, dashes, white space and what nobody sees become plain."""
    assert normalise(text) == plain


@pytest.mark.parametrize("text", ["3½", "10²", "№ 5", "Ⅳ", "５", "…", "中国，", "naïve", "x\u200dy"])
def test_what_means_something_stays(text: str) -> None:
    """No compatibility folding: it would change numbers and letters."""
    assert normalise(text) == text


@given(texts())
def test_normalising_again_changes_nothing(text: str) -> None:
    """Normalisation is idempotent."""
    assert normalise(normalise(text)) == normalise(text)


@given(texts())
def test_marks_keep_their_places(text: str) -> None:
    """The second step replaces one character by one."""
    assert len(plain_marks(text)) == len(text)


@given(texts())
def test_offsets_lead_back_to_the_character(text: str) -> None:
    """Each normalised character stands for the original one at its offset, in order."""
    plain, places = normalise(text), offsets(text)
    assert len(places) == len(plain)
    assert places == sorted(places)
    for character, place in zip(plain, places, strict=True):
        printed = LIGATURES.get(text[place], text[place])
        assert character in (" " if text[place].isspace() else plain_marks(printed)) or character == "…"


@given(texts())
def test_offsets_lead_back_to_the_words(text: str) -> None:
    """The original between the offsets of two words normalises to the text between them.

    Where no word ends it need not: a raised digit is a footnote's mark at an end, and part of “¹0” before it.
    """
    plain, places = normalise(text), offsets(text)
    shown = [at for at in range(len(plain)) if plain[at] != " "]
    starts = [at for at in shown if is_boundary(plain, at)]
    ends = [at for at in shown if is_boundary(plain, at + 1)]
    for start in starts[:5]:
        for end in ends[-5:]:
            if start <= end:
                assert normalise(text[places[start] : places[end] + 1]) == plain[start : end + 1]


def test_large_texts_are_quick() -> None:
    """Time grows with the length, not with its square."""
    text = "some “words” \u00ad of\n\na text — " * 40_000
    start = time.perf_counter()
    assert len(offsets(text)) == len(single_spaced(text))
    assert time.perf_counter() - start < 5
