"""A summary and its original, both invented: as it is, and with one thing changed."""

from __future__ import annotations

from generator.editing.audit import audit
from generator.model.diagnostics import Severity
from tests.editing.audit import changes
from tests.editing.audit.builders import ORIGINAL, errors, the_pair


def test_a_faithful_summary_has_no_errors() -> None:
    """Other forms of the same figures, names and quotation marks are no fault."""
    assert errors(the_pair(), ORIGINAL) == []


def test_only_the_advertisement_is_missed() -> None:
    """Headings, the byline and the page around the article are no facts that the summary lacks."""
    problems = audit(the_pair(), ORIGINAL)
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert [(problem.code, problem.message) for problem in problems] == [
        ("summary-lacks-figure", "the original has “3,000”, and the summary does not"),
        ("summary-lacks-name", "the original has “Paints” and “ISO”, and the summary does not"),
    ]


def test_a_changed_digit_is_refused() -> None:
    """Every digit, changed into every other."""
    for text in changes.with_a_digit_changed(the_pair()):
        assert errors(the_pair(text), ORIGINAL), text


def test_a_changed_name_is_refused() -> None:
    """Every name, at every place, also where it begins a sentence."""
    for text in changes.with_a_name_changed(the_pair()):
        assert errors(the_pair(text), ORIGINAL), text


def test_a_changed_quotation_is_refused() -> None:
    """Every word between quotation marks."""
    for text in changes.with_a_quoted_word_changed(the_pair()):
        assert "summary-quotation-not-in-original" in [
            problem.code for problem in errors(the_pair(text), ORIGINAL)
        ]


def test_a_copied_sentence_is_refused() -> None:
    """Every sentence of the original with more words than may be shared."""
    copies = tuple(changes.with_a_sentence_copied(the_pair(), ORIGINAL))
    assert len(copies) > 5
    for text in copies:
        assert "summary-copies-original" in [problem.code for problem in errors(the_pair(text), ORIGINAL)], (
            text
        )
