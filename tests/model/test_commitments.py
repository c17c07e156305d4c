"""How a commitment stands on a day: computed, and never an accusation that no source bears."""

from __future__ import annotations

import datetime

import pytest

from generator.model.commitments import (
    Commitment,
    CommitmentKind,
    CommitmentState,
    Settlement,
    SettlementOutcome,
    state_on,
)
from generator.model.dates import Date, parse
from generator.model.evidence import Statement
from generator.model.proved import Proved
from generator.model.text import EntryId, Span

DAY = datetime.date(2023, 5, 22)
SAID = Statement("It was said.", (), "We say so.", (), Span.at("content/timeline.yml"))


def proved(date: str | None) -> Proved[Date | None]:
    return Proved(parse(date) if date else None)


def a_settlement(outcome: str, date: str | None = None) -> Settlement:
    return Settlement(SettlementOutcome(outcome), SAID, proved(date))


def a_commitment(
    kind: str = "do", end: str | None = None, condition: str | None = None, *settlements: Settlement
) -> Commitment:
    return Commitment(
        id="c",
        kind=CommitmentKind(kind),
        by=Proved((EntryId("upton"),)),
        to=Proved(()),
        says=Proved(None),
        statement=SAID,
        condition=Proved(condition),
        start=Proved(None),
        end=proved(end),
        settlements=settlements,
    )


def state(made: Commitment, *, is_own: bool = True, newest: datetime.date | None = DAY) -> str:
    return state_on(DAY, made, is_own=is_own, newest=newest).value


@pytest.mark.parametrize(
    ("kind", "end", "expected"),
    [
        ("do", "2023-05-21", "overdue"),
        ("do", "2023-05-22", "soon"),
        ("do", "2023-08-20", "soon"),
        ("do", "2023-08-21", "open"),
        ("do", "2023-05", "soon"),
        ("do", "2023-04", "overdue"),
        ("do", "2023-04~", "passed"),
        ("do", "2023-04?", "passed"),
        ("do", "2023-05-01/..", "open"),
        ("do", None, "open"),
        ("keep", "2023-05-21", "ended"),
        ("keep", "2023-05-22", "soon"),
        ("keep", "2023-04~", "ended"),
        ("keep", None, "open"),
        ("expect", "2023-05-21", "passed"),
        ("expect", "2023-06-01", "soon"),
        ("expect", None, "open"),
    ],
)
def test_the_state_follows_from_kind_and_day(kind: str, end: str | None, expected: str) -> None:
    """Only an act is ever overdue; a term ends; what has no day stays open."""
    assert state(a_commitment(kind, end)) == expected


def test_nobody_is_overdue_if_no_source_is_younger_than_the_day() -> None:
    """It may have been done since; nobody whom we read could tell."""
    made = a_commitment("do", "2023-05-01")
    assert state(made, newest=datetime.date(2023, 5, 1)) == "passed"
    assert state(made, newest=None) == "passed"
    assert state(made, newest=datetime.date(2023, 5, 2)) == "overdue"


@pytest.mark.parametrize("kind", ["do", "keep"])
def test_on_a_condition_nothing_is_overdue_and_no_term_ends(kind: str) -> None:
    """It may never have come true, and the term never have begun."""
    assert state(a_commitment(kind, "2023-05-01", "The weir opens.")) == "passed"
    assert state(a_commitment(kind, "2023-05-01"), is_own=False) == "passed"


@pytest.mark.parametrize("outcome", [each.value for each in SettlementOutcome])
def test_an_outcome_settles_it_whatever_the_day(outcome: str) -> None:
    """What a source tells is its state."""
    assert state(a_commitment("do", "2023-05-01", None, a_settlement(outcome, "2023-05-02"))) == outcome


def test_an_outcome_that_lies_ahead_does_not_count_yet() -> None:
    """An edition for an earlier day knows nothing of it."""
    assert state(a_commitment("keep", "2023-07-01", None, a_settlement("broken", "2023-06-01"))) == "soon"


def test_the_last_of_several_outcomes_counts() -> None:
    """Broken in March and renewed in May is renewed."""
    broken, renewed = a_settlement("broken", "2023-03-01"), a_settlement("renewed", "2023-05-01")
    assert state(a_commitment("keep", None, None, renewed, broken)) == "renewed"


@pytest.mark.parametrize("pair", [("met", "broken"), ("met", "lapsed"), ("renewed", "lapsed")])
def test_contrary_outcomes_are_a_dispute(pair: tuple[str, str]) -> None:
    """In whichever order they are written."""
    for first, second in (pair, pair[::-1]):
        made = a_commitment("keep", None, None, a_settlement(first), a_settlement(second))
        assert state(made) == CommitmentState.DISPUTED
