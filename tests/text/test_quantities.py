"""Promises of the one reader of quantities, language by language."""

from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.quantities import quantities_in
from tests.text.builders import texts

CASES = Path(__file__).with_name("quantities.txt")
LANGUAGES = ("en", "de", "fr", "es", "zh", "ar", "")


def shown(text: str, language: str = "en") -> list[str]:
    """Each quantity as “value form unit”, a range as “low..high”; an ambiguous one ends in “?”."""
    return [_shown(each) for each in quantities_in(text, language)]


def _shown(quantity: Quantity) -> str:
    ends = dict.fromkeys((_plain(quantity.low), _plain(quantity.high)))
    form = "" if quantity.form is QuantityForm.NUMBER else quantity.form.value
    is_name = quantity.form in (QuantityForm.LABEL, QuantityForm.NOTE)
    value = "" if is_name else "..".join(ends)
    return " ".join(filter(None, (value, form, quantity.unit, "?" if quantity.other else "")))


def _plain(value: Decimal) -> str:
    return f"{round(value, 4).normalize():f}"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """The language, the text and the quantities of each case in the file beside this one."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    for case, expected in pairwise(lines):
        if expected.startswith("  = "):
            language, _, text = case.partition(": ")
            found = expected.removeprefix("  = ")
            yield language, text, [] if found == "nothing" else found.split(" | ")


@pytest.mark.parametrize(("language", "text", "expected"), tuple(cases()))
def test_a_text_has_these_quantities(language: str, text: str, expected: list[str]) -> None:
    """Groups, magnitudes, words, ranges, fractions, ranks, units; and what is none of them."""
    assert shown(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [("1.234", "", "1234 1.234"), ("1,234 firms", "und", "1234 1.234"), ("34,5 of them", "en", "34.5 34")],
)
def test_an_ambiguous_form_has_both_readings(text: str, language: str, readings: str) -> None:
    """It proves nothing, and the message can name them."""
    (found,) = quantities_in(text, language)
    assert found.other
    assert [_plain(found.low), _plain(found.other.low)] == readings.split()


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "more than 99 percent", Bound.MORE),
        ("en", "no more than $5", Bound.AT_MOST),
        ("en", "an estimated 40,000", Bound.ABOUT),
        ("en", "~5 percent", Bound.ABOUT),
        ("en", "up to 20", Bound.AT_MOST),
        ("en", "exactly 47%", Bound.EXACTLY),
        ("en", "only 3", Bound.ONLY),
        ("en", "nearly three", Bound.NEARLY),
        ("en", "5 or more", Bound.AT_LEAST),
        ("en", "50+ firms", Bound.AT_LEAST),
        ("en", "more. 5", None),
        ("de", "mindestens drei Stunden", Bound.AT_LEAST),
        ("de", "etwa 20", Bound.ABOUT),
        ("fr", "plus de 99 %", Bound.MORE),
        ("es", "más de 99 %", Bound.MORE),
        ("zh", "约20家企业", Bound.ABOUT),
        ("zh", "超过99%", Bound.MORE),
        ("zh", "5万以上", Bound.AT_LEAST),
    ],
)
def test_the_words_around_a_number_bound_it(language: str, text: str, bound: Bound | None) -> None:
    """In the same sentence, right before or after it."""
    assert [each.bound for each in quantities_in(text, language)] == [bound]


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("en", "17 rare elements that industries need", ("rare", "element")),
        ("en", "five companies", ("company",)),
        ("en", "there are 17, it says", ()),
        ("en", "90% of the firms", ()),
        ("de", "20 Firmen", ("firma",)),
        ("fr", "20 entreprises", ("entreprise",)),
        ("zh", "20家企业", ("企业",)),
    ],
)
def test_what_is_counted_is_known_by_its_dictionary_form(
    language: str, text: str, counted: tuple[str, ...]
) -> None:
    """The words after the number, as far as they can tell."""
    assert quantities_in(text, language)[0].counted == counted


@given(
    st.one_of(texts(), st.text(alphabet="0123456789.,-%½ ab$’\u00a0年万第Q€[]:/", max_size=60)),
    st.sampled_from(LANGUAGES),
)
def test_reading_never_fails(text: str, language: str) -> None:
    """Quantities come in order, share nothing, and have finite values."""
    free = 0
    for found in quantities_in(text, language):
        assert free <= found.start < found.end <= len(text)
        assert found.low.is_finite()
        assert found.low <= found.high
        free = found.end


@given(st.integers(0, 10**12), st.sampled_from(("en,", "de.", "fr\u202f", "es.", "zh,", "fr ")))
def test_grouped_digits_read_back(value: int, style: str) -> None:
    """Groups change nothing, in any language."""
    language, mark = style[:2], style[2:]
    written = f"{value:,}".replace(",", mark)
    assert [each.low for each in quantities_in(f"({written})", language)] == [value] or 1500 <= value < 2200


@given(st.integers(0, 999), st.integers(0, 99), st.sampled_from(("en.", "de,", "fr,", "es,", "zh.")))
def test_decimals_read_back(whole: int, part: int, style: str) -> None:
    """By the mark of the language."""
    language, mark = style[:2], style[2:]
    written = f"{whole}{mark}{part:02} %"
    assert [each.low for each in quantities_in(written, language)] == [Decimal(f"{whole}.{part:02}")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["22,", "1.2.", "20-", "one hundred and ", "half a ", "9", "1 190 ", "二", "百", "Q3 ", "1/", "$", "a "],
)
def test_long_texts_are_quick(unit: str, language: str) -> None:
    """No repetition makes reading slow out of proportion."""
    began = time.process_time()
    quantities_in(unit * 5_000, language)
    assert time.process_time() - began < 2
