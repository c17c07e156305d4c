"""Figures, names and quotations of a summary are those of the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.audit import audit
from generator.model.diagnostics import Severity
from generator.model.text import Span
from tests.editing.audit.builders import a_summary, errors, found

FIGURE = "summary-figure-not-in-original"
NAME = "summary-name-not-in-original"
QUOTATION = "summary-quotation-not-in-original"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("90% of it", "ninety percent of it"),
        ("90 percent of it", "90% of it"),
        ("17 boats", "seventeen boats"),
        ("5 million crowns", "5,000,000 crowns"),
        ("a one-year delay", "a delay of a year"),
        ("one year", "a year"),
        ("twenty to thirty days", "20-30 days"),
        ("17 boats of 24", "17 of the 24 white boats"),
        ("one of the boats", "a boat"),
        ("the F-35 jet", "the F-35 jet"),
    ],
)
def test_the_same_figure_in_another_form_is_accepted(written: str, printed: str) -> None:
    """Digits or words, percent sign or word, any grouping; “one” as a pronoun is no figure."""
    assert found(f"It was {written}.", f"There it was {printed}.") == []


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("90% of it", "90 days of it"),
        ("90 days", "90%"),
        ("34.6%", "34.5%"),
        ("eighteen boats", "17 boats"),
        ("5 million crowns", "5 billion crowns"),
        ("a two-year delay", "a one-year delay"),
        ("a one-year delay", "a two-year delay"),
        ("50 schools for 40 pounds", "40 schools and 50 pounds"),
        ("90 to 30 million crowns", "20 to 30 million crowns within 90 days"),
    ],
)
def test_another_figure_is_refused(written: str, printed: str) -> None:
    """Another value; a percentage for a number; the value that counts something else."""
    assert FIGURE in found(f"It was {written}.", f"There it was {printed}.")


def test_a_refused_figure_is_shown_with_its_place_and_the_nearest() -> None:
    """The author sees where, and what the original has."""
    source = a_summary("First line.\n\nThe dam holds 41 ships.\n")
    (problem,) = errors(source, "The first dam holds 40 ships. A line.")
    assert problem.code == FIGURE
    assert problem.severity is Severity.ERROR
    assert problem.span == Span("sources/bridge.md", 7, 15, 7, 17)
    assert problem.help == "the nearest in the original: “40”"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("He met Ada Marsh's envoy.", "He met the envoy of Ada Marsh."),
        ("The U.S. envoy left.", "The US envoy left."),
        ("The US-Calvery deal.", "The deal of US and Calvery."),
        ("He met O'Brien.", "He met O’Brien."),
        ("In Tarnhaven it rained.", "RAIN IN TARNHAVEN\n\nIt rained."),
        ("Repairs are due.", "A repair is due."),
        ("Both wait. According to him, all wait.", "He said that all wait."),
        ("The end: Everybody waits.", "Everybody waits to the end."),
    ],
)
def test_names_are_compared_word_by_word(written: str, printed: str) -> None:
    """Possessives, points and hyphens make no other name; a word that begins a sentence is none."""
    assert [code for code in found(written, printed) if code != "summary-lacks-name"] == []


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("He met Ada Marsch.", "He met Ada Marsh."),
        ("He met Ida Marsh.", "He met Ada Marsh."),
        ("The Rare Boats left.", "The rare boats left."),
        ("He flew an F-36.", "He flew an F-35."),
        ("UX envoys left.", "US envoys left."),
        ("Marsch left.", "He met Ada Marsh, who left."),
        ("Lo Chen left.", "He met Li Chen, who left."),
        ("Orlan left. He met Orlan.", "He met Quist, who left."),
        ("He met Мария.", "He met Марья."),
    ],
)
def test_another_name_is_refused(written: str, printed: str) -> None:
    """Also where it begins a sentence, if the summary has it elsewhere or it is a letter off a name."""
    assert NAME in found(written, printed)


def test_an_unknown_word_at_the_beginning_of_a_sentence_is_a_warning() -> None:
    """It may be a name that the original does not have; a machine cannot tell."""
    (problem,) = audit(a_summary("Carmakers wait."), "Those who make cars wait.")
    assert (problem.code, problem.severity) == ("summary-name-doubtful", Severity.WARNING)


def test_a_name_that_the_original_writes_small_is_explained() -> None:
    """The help shows the original's form."""
    (problem,) = audit(a_summary("He sold the Boats."), "He sold the boats.")
    assert problem.help == "the original writes “boats”"


@pytest.mark.parametrize(
    "marks", ['"{}"', "“{}”", "„{}“", "«{}»", "‘{}’", "'{}'", "‹{}›", "「{}」", "“{}.”", "“… {}”", "‚{}‘"]
)
def test_quotation_marks_of_any_form_are_seen(marks: str) -> None:
    """What stands between them must be the original's words."""
    original = "They said: ‘it is deep, old and well known’. That is all they said."
    assert found(f"They said {marks.format('deep, old and well known')} then.", original) == []
    assert found(f"They said {marks.format('deep, old and little known')} then.", original) == [QUOTATION]


def test_one_quoted_word_is_a_quotation() -> None:
    """A single word in quotation marks is somebody's word too."""
    assert found("They call it a “win” then.", "They call it a “loss” then.") == [QUOTATION]


@pytest.mark.parametrize(
    "text",
    [
        "The nations' plans and the firms' plans.",
        "It's theirs, isn't it.",
        "In the '90s the boats' owners left.",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    """Plurals and contractions quote nobody."""
    assert QUOTATION not in found(text, "Other words.")


def test_a_quotation_may_leave_words_out() -> None:
    """Square brackets and dots stand for words of the original, in their order."""
    original = "He said that we shall, if the ice allows, open the old gates soon."
    assert found("He said “we shall […] open the old gates” then.", original) == []
    assert found("He said “we shall … open the old gates” then.", original) == []
    assert found("He said “we shall open [the] old gates” then.", original) == [QUOTATION]
    assert found("He said “open the old gates […] we shall” then.", original) == [QUOTATION]


def test_a_quotation_that_nothing_closes_is_checked() -> None:
    """It goes on to the end of its paragraph."""
    assert QUOTATION in found("He said “we shall not.\n\nHe left.", "He said that we shall. He left.")


def test_a_quotation_is_no_part_of_a_longer_word() -> None:
    """“34.5% in May” does not hold the words “4.5% in May”."""
    assert QUOTATION in found("It was “4.5% in May” then.", "It was 34.5% in May then.")


def test_a_wrong_quotation_is_reported_once() -> None:
    """Its figures and names are part of the same problem, which shows the nearest words."""
    source = a_summary("He said “Ada gave 41 new boats away” then.")
    (problem,) = errors(source, "He said that Ida gave 40 new boats away then.")
    assert problem.code == QUOTATION
    assert problem.help == "the nearest words are “Ida gave 40 new boats away”"


def test_invented_words_in_brackets_are_checked() -> None:
    """A name that a writer puts into a quotation is no part of what is quoted."""
    assert NAME in found("He said “we met [Orlan] in May” then.", "He said that we met him in May then.")


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_is_too_odd_to_be_audited(body: str, original: str) -> None:
    """Whatever the files hold, the audit ends with diagnostics."""
    audit(a_summary(f"x {body.replace(chr(0), '').encode(errors='ignore').decode()}"), original)


@given(st.text("aA1 .,\"'“”‘’«»[]…-%\n", max_size=60))
def test_a_text_is_faithful_to_itself(text: str) -> None:
    """A summary that is the original has nothing that the original does not have."""
    codes = set(found(f"x {text}", f"x {text}"))
    assert codes <= {"summary-copies-original"}
