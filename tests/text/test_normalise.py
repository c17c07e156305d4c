"""Promises of the normalisation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from generator.text.tokens import normalise, offsets, plain_marks, single_spaced
from tests.text.builders import texts


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“so” ‘we’ he’s «x» 5′ 6″ ´t`", "\"so\" 'we' he's \"x\" 5' 6\" 't'"),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        (" a\u00a0b\u2009c\r\nd\t e\u3000f\u2028g ", "a b c d e f g"),
        ("trade\u00ads", "trades"),
        ("one \u00ad two\u00ad three", "one two three"),
        ("zero\u200bwidth\u2060\ufeff", "zerowidth"),
        ("\u00ad", ""),
        ("", ""),
    ],
)
def test_only_marks_and_spaces_change(text: str, plain: str) -> None:
    """Quotation marks, dashes, white space and what nobody sees become plain."""
    assert normalise(text) == plain


@pytest.mark.parametrize("text", ["3½", "10²", "ﬁne", "№ 5", "Ⅳ", "５", "…", "中国，", "naïve", "x\u200dy"])
def test_what_means_something_stays(text: str) -> None:
    """No compatibility folding: it would change numbers and letters."""
    assert normalise(text) == text


@given(texts())
def test_normalising_again_changes_nothing(text: str) -> None:
    """Normalisation is idempotent and never lengthens."""
    assert normalise(normalise(text)) == normalise(text)
    assert len(normalise(text)) <= len(text)


@given(texts())
def test_marks_keep_their_places(text: str) -> None:
    """The second step replaces one character by one."""
    assert len(plain_marks(text)) == len(text)


@given(texts())
def test_offsets_lead_back_to_the_character(text: str) -> None:
    """Each normalised character stands for the original one at its offset, in order."""
    plain, places = normalise(text), offsets(text)
    assert len(places) == len(plain)
    assert places == sorted(set(places))
    for character, place in zip(plain, places, strict=True):
        assert character == (" " if text[place].isspace() else plain_marks(text[place]))


@given(texts())
def test_offsets_lead_back_to_the_words(text: str) -> None:
    """The original between the offsets of two words normalises to the text between them."""
    plain, places = normalise(text), offsets(text)
    starts = [at for at in range(len(plain)) if plain[at] != " "]
    for start in starts[:5]:
        for end in starts[-5:]:
            if start <= end:
                assert normalise(text[places[start] : places[end] + 1]) == plain[start : end + 1]


def test_large_texts_are_quick() -> None:
    """Time grows with the length, not with its square."""
    text = "some “words” \u00ad of\n\na text — " * 40_000
    start = time.perf_counter()
    assert len(offsets(text)) == len(single_spaced(text))
    assert time.perf_counter() - start < 5
