"""In what a statement's quantity differs from its evidence's."""

from __future__ import annotations

import pytest

from generator.model.quantities import Quantity
from generator.text.agreement import differences
from generator.text.quantities import quantities_in


def one(text: str, language: str = "en") -> Quantity:
    """The last quantity of a text."""
    return quantities_in(text, language)[-1]


def differing(statement: str, evidence: str, language: str = "en") -> str:
    found = differences(one(statement), one(evidence, language), same_language=language == "en")
    return " ".join(sorted(found))


@pytest.mark.parametrize(
    ("statement", "evidence", "language"),
    [
        ("$300 million", "300 mln dlrs", "en"),
        ("1,500 tonnes", "1.500 Tonnen", "de"),
        ("34.5 percent", "34,5 Prozent", "de"),
        ("2.5 years", "two and a half years", "en"),
        ("1.5 tonnes", "1,500 kilograms", "en"),
        ("ten tons", "10 tonnes", "en"),
        ("1,190 firms", "1 190 firms", "en"),
        ("half of it", "50 percent", "en"),
        ("cut by half", "halved", "en"),
        ("about 99 percent", "99 percent", "en"),
        ("at least 5", "more than 5", "en"),
        ("up to 20 percent", "10 - 20 percent", "en"),
        ("17 elements", "17 rare elements", "en"),
        ("fell 6 percent", "-6 percent", "en"),
        ("5 percent", "5", "en"),
        ("$25 billion", "250亿美元", "zh"),
        ("the F-35", "the F35", "en"),
        ("at 10:30", "um 10.30 Uhr", "de"),
        ("1.234", "1,234", "de"),
    ],
)
def test_the_same_quantity_in_another_form_agrees(statement: str, evidence: str, language: str) -> None:
    """No difference is invented: scripts, magnitudes, units of one dimension, what is left out."""
    assert differing(statement, evidence, language) == ""


@pytest.mark.parametrize(
    ("statement", "evidence", "aspects"),
    [
        ("$10", "10 per cent", "unit"),
        ("€25 billion", "$25 billion", "unit"),
        ("25 percent", "25 basis points", "unit"),
        ("5 percent", "5‰", "unit"),
        ("3 percentage points", "3 percent", "unit"),
        ("5 tonnes", "5 kilograms", "value"),
        ("12 firms", "12 percent", "unit"),
        ("301 firms", "Section 301", "form"),
        ("12 firms", "firms.[12]", "form"),
        ("3 firms", "a third", "form value"),
        ("3 rounds", "the third round", "form"),
        ("the F-35", "the F-16", "value"),
        ("less than 99", "more than 99", "bound"),
        ("exactly 47%", "about 47%", "bound"),
        ("99 percent", "more than 99 percent", "bound-left-out"),
        ("20 percent", "10 - 20 percent", "value"),
        ("17 firms", "17 elements", "counted"),
        ("30 members", "10:30", "form value"),
        ("a third", "half", "value"),
        ("doubled", "tripled", "value"),
    ],
)
def test_it_is_told_in_what_they_differ(statement: str, evidence: str, aspects: str) -> None:
    """Value, unit, form, bound, and what is counted; each by itself."""
    assert differing(statement, evidence) == aspects


def test_an_ambiguous_number_proves_nothing_but_itself() -> None:
    """“1.234” in a text whose language does not decide."""
    evidence = one("1.234 firms", "und")
    assert differences(one("1,234 firms"), evidence)
    assert not differences(evidence, evidence)
