"""Statements held against their evidence: what is found, what is left alone, what is not read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.verify.comparing.pairs import Compared, compare_pair


def compared(statement: str, sentence: str, quotation: str = "", **known: object) -> Compared:
    return compare_pair(statement, quotation or sentence, sentence, **known)  # type: ignore[arg-type]


SLIPS = [
    ("name-differs", "Nakasone called the talks useful.", "Petrov called the talks useful."),
    ("date-differs", "The talks began in July.", "The talks began in June."),
    ("number-differs", "The fine was 40 percent.", "The fine was 40 euros."),
    ("bound-differs", "The repair costs less than 99 euros.", "The repair costs more than 99 euros."),
    ("direction-differs", "Exports to the islands fell in May.", "Exports to the islands rose in May."),
    (
        "denial-differs",
        "The ministry agreed to open the port.",
        "The ministry did not agree to open the port.",
    ),
    ("denial-differs", "Teachers asked for the merger.", "Parents, not teachers, asked for the merger."),
    ("certainty-raised", "The river has run dry.", "The river could run dry."),
    ("certainty-raised", "The ministers met in Oslo.", "The ministers are to meet in Oslo."),
    ("condition-dropped", "The town will pay.", "The town will pay unless the state objects."),
    ("quantifier-raised", "All suppliers have licences.", "Some suppliers have licences."),
    ("speaker-differs", "The dam is safe, Marsh said.", "The dam is safe, Holm said; Marsh left the room."),
    ("roles-differ", "Upton accused Downton of delay.", "Downton accused Upton of delay."),
    ("word-exchanged", "The fleet landed copper in June.", "The fleet landed tin in June."),
    ("word-exchanged", "Barley prices moved from 9 to 12 euros.", "Barley prices moved from 12 to 9 euros."),
    (
        "more-than-evidence",
        "The mine closed in May, because its owner fled the country.",
        "The mine closed in May.",
    ),
]


@pytest.mark.parametrize(("code", "statement", "sentence"), SLIPS)
def test_a_slip_is_found_by_its_words(code: str, statement: str, sentence: str) -> None:
    """Each rule finds what it is for, and its message has a word of one side that the other lacks."""
    found = compared(statement, sentence)
    assert found.outcome == "differs"
    assert code in {each for each, _ in found.findings}


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Lund was beaten by Novak.", "Novak beat Lund."),
        ("The council turned the offer down.", "The council rejected the offer."),
        ("The candidate did not concede defeat.", "The candidate refused to concede defeat."),
        (
            "The owner admitted that the vessel is not insured.",
            "The owner admitted that the vessel was uninsured.",
        ),
        ("The fine is a fifth of the profit.", "The fine is 20 percent of the profit."),
        ("The theft was noticed only on Monday.", "The theft was not noticed until Monday."),
        ("Ships were not delayed by the strike.", "The strike did not delay ships."),
    ],
)
def test_what_is_right_is_left_alone(statement: str, sentence: str) -> None:
    """Passives, denials told otherwise, shares in other forms, what is left of a whole."""
    assert compared(statement, sentence).outcome != "differs"


def test_what_a_quotation_cuts_off_counts() -> None:
    """A quotation from inside a denial or a condition does not prove what it seems to say."""
    sentence = "It was unlikely that the tariffs would be lifted before May."
    cut = compared("The tariffs would be lifted in May.", sentence, "the tariffs would be lifted before May")
    assert "quotation-cut" in {code for code, _ in cut.findings}
    told = compared("The tariffs were unlikely to be lifted before May.", sentence, "be lifted before May")
    assert told.outcome != "differs"


def test_free_wording_is_not_read_and_not_agreement() -> None:
    """Words that the evidence does not have are named, not passed."""
    found = compared("Cheaper loans delighted builders.", "The bank lowered its rate on Wednesday.")
    assert (found.outcome, found.unread) == ("not-read", "Cheaper loans delighted builders")


def test_without_a_lexicon_only_values_and_names_are_compared() -> None:
    """Also where statement and evidence are in different languages."""
    sentence = "Le projet a coûté 3 millions d'euros en 2021."
    known = {"language": "fr"}
    assert compared("Il aura fallu 3 millions d'euros.", sentence, **known).outcome == "not-compared"
    assert compared("Le projet a coûté 4 millions d'euros.", sentence, **known).outcome == "differs"
    crossed = compared("The project cost 3 million euros.", sentence, statement_language="en", **known)
    assert crossed.outcome == "not-compared"


def test_a_weekday_is_the_day_that_the_source_means() -> None:
    """“Wednesday” of a source of 13 June 2024 is 12 June, and no other day."""
    known = {"issued": "2024-06-13"}
    sentence = "The bank lowered its rate on Wednesday."
    assert compared("The bank lowered its rate on 12 June 2024.", sentence, **known).outcome != "differs"
    assert compared("The bank lowered its rate on 11 June 2024.", sentence, **known).outcome == "differs"


@pytest.mark.parametrize("sentence", sorted({sentence for _, _, sentence in SLIPS}))
def test_a_copy_is_never_flagged(sentence: str) -> None:
    """A statement that repeats its evidence word for word says no more than it does."""
    assert compared(sentence, sentence).outcome == "agrees"


def test_a_name_in_another_listed_form_is_the_same() -> None:
    """The forms of one name prove each other."""
    names = [["Ann Berg", "Berg", "the governor"]]
    assert compared("The governor left on Friday.", "Berg left on Friday.", names=names).outcome == "agrees"


PIECES = st.sampled_from(
    ["not", "said", "if", "rose", "“", "”", ",", ".", "12", "May", "Marsh", "that", "的", "\u202e"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, max_size=30), st.lists(PIECES, max_size=30), st.sampled_from(["en", "de", "zh", "xx"])
)
def test_no_text_is_too_odd(statement: list[str], sentence: list[str], language: str) -> None:
    """Whatever is written, an outcome comes back."""
    found = compared(" ".join(statement), " ".join(sentence), language=language)
    assert found.outcome in {"differs", "agrees", "not-read", "not-compared"}
