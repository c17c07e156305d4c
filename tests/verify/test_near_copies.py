"""Near copies of their evidence: no place at which one leaves it passes unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.verify.comparing.pairs import Compared, compare_pair

RULING = (
    "The labour court ruled on Friday that couriers of the app are employees, partly because they wear its"
    " uniform, and ordered the company to pay them unless it appeals within a month."
)
SLIPS = [
    "The labour court ruled on Friday that couriers of the app are employees because they wear its uniform.",
    "The labour court ruled on Friday that couriers of the app are contractors.",
    "The labour court unanimously ruled on Friday that couriers of the app are employees.",
    "The labour court ruled on Friday that even couriers of the app are employees.",
    "The labour court ordered the company to pay couriers of the app if it appeals within a month.",
    "The labour court ordered the company to pay couriers of the app unless it appeals after a month.",
    "The labour court doubted on Friday that couriers of the app are employees.",
    "The labour court ruled on Friday that couriers of the app are employees, and fined the company.",
]
HONEST = [
    "The labour court ruled on Friday that couriers of the app are employees.",
    "Couriers of the app are employees, the labour court ruled on Friday.",
    "On Friday the labour court ruled that couriers of the app are employees.",
    "The labour tribunal ruled on Friday that couriers of the app are employees.",
]
OTHERS = [
    ("The plan covers every school in the town.", "The plan covers every primary school in the town."),
    ("The gang opened fire after three boardings.", "The gang opened fire after three attempted boardings."),
    ("Two of the nine singers stayed away.", "Seven of the nine singers stayed away; the other two sang."),
    ("Twelve of the volunteers had headaches.", "Twelve of the volunteers dropped out because of headaches."),
]


def compared(statement: str, sentence: str) -> Compared:
    return compare_pair(statement, sentence, sentence)


@pytest.mark.parametrize("statement", SLIPS)
def test_a_changed_word_is_found(statement: str) -> None:
    """Put in, left out, or put in the place of another."""
    assert compared(statement, RULING).outcome == "differs"


@pytest.mark.parametrize(("statement", "sentence"), OTHERS)
def test_a_limit_a_number_and_a_verb_are_kept(statement: str, sentence: str) -> None:
    """What is left out makes the statement wider, what is exchanged makes it another."""
    assert compared(statement, sentence).outcome == "differs"


@pytest.mark.parametrize("statement", HONEST)
def test_what_stays_true_is_left_alone(statement: str) -> None:
    """A detail dropped, an attribution moved, a synonym."""
    assert compared(statement, RULING).outcome == "agrees"


@given(st.integers(3, 20))
def test_what_is_repeated_word_for_word_is_never_flagged(length: int) -> None:
    """Neither the sentence nor a part of it from its beginning, as far as nothing depends on the rest."""
    assert compared(RULING, RULING).outcome == "agrees"
    start = " ".join(RULING.split()[: min(length, 13)]).strip(",")
    assert compared(start, start).outcome == "agrees"
