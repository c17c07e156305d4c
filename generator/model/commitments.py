"""What somebody undertook, or is expected to do, and how that stands on a day.

The state is computed, here and nowhere else. It accuses nobody of what no source says: only an undertaking
of one's own, to be done by a sure day and on no condition, is ever overdue, and only if a source is younger
than that day.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import Date
from generator.model.evidence import Statement
from generator.model.proved import Fields, Proved, ProvedField
from generator.model.text import EntryId

SOON = datetime.timedelta(days=90)


class CommitmentKind(StrEnum):
    """What sort of commitment it is, which decides what its day means."""

    DO = "do"
    """An act, by a day."""
    KEEP = "keep"
    """Something that lasts, for a term or until a day."""
    EXPECT = "expect"
    """Somebody says that it will happen, which is nobody's undertaking."""


class SettlementOutcome(StrEnum):
    """What became of a commitment, as a source says."""

    MET = "met"
    BROKEN = "broken"
    LAPSED = "lapsed"
    RENEWED = "renewed"


CONTRARY = (
    frozenset({SettlementOutcome.MET, SettlementOutcome.BROKEN}),
    frozenset({SettlementOutcome.MET, SettlementOutcome.LAPSED}),
    frozenset({SettlementOutcome.RENEWED, SettlementOutcome.LAPSED}),
)
"""What cannot both be true of one commitment; one that was broken may have been renewed later."""


class CommitmentState(StrEnum):
    """How a commitment stands on the day for which an edition speaks."""

    OVERDUE = "overdue"
    """It was to be done by a day that has passed, and no source says that it was."""
    SOON = "soon"
    """Its day, or the end of its term, is near."""
    OPEN = "open"
    """Its day lies further ahead, or it has none."""
    ENDED = "ended"
    """Its term is over; no source says whether it was kept or renewed."""
    PASSED = "passed"
    """Its day has passed; no source says what happened, and nobody can be charged with it."""
    MET = "met"
    BROKEN = "broken"
    LAPSED = "lapsed"
    RENEWED = "renewed"
    DISPUTED = "disputed"
    """Sources differ on what became of it."""


AHEAD = frozenset({CommitmentState.SOON, CommitmentState.OPEN})
"""States of what may still come."""

UNTOLD = frozenset({CommitmentState.ENDED, CommitmentState.PASSED})
"""States of what is over, and no source says how it went."""

UNSETTLED = AHEAD | UNTOLD | {CommitmentState.OVERDUE}
"""States of what no source has told the outcome of."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a commitment: the outcome, the sentence that tells it with its evidence, and when."""

    outcome: SettlementOutcome
    statement: Statement
    date: Proved[Date | None]

    def is_known_on(self, day: datetime.date) -> bool:
        """Whether it had happened by a day; one without a date had."""
        return self.date.value is None or self.date.value.earliest() <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody undertook, or is expected to do.

    `by` are those who act: they undertake it, but for what is expected of them. `says` is who says so, if
    that is not the sources themselves. `start` is since when it holds, `end` the day by which it is to be
    done or the end of its term. `is_disputed` if the author says that sources differ on the outcome.
    """

    id: str
    kind: CommitmentKind
    by: Proved[tuple[EntryId, ...]]
    to: Proved[tuple[EntryId, ...]]
    says: Proved[EntryId | None]
    statement: Statement
    condition: Proved[str | None]
    start: Proved[Date | None]
    end: Proved[Date | None]
    settlements: tuple[Settlement, ...] = ()
    is_disputed: bool = False

    @property
    def fields(self) -> tuple[tuple[ProvedField, Proved[object]], ...]:
        """Its values that must be proved, each with the field in which authors write it."""
        is_term = self.kind is CommitmentKind.KEEP or self.start.value is not None
        return (
            (Fields.OF if self.kind is CommitmentKind.EXPECT else Fields.BY, self.by),
            (Fields.TO, self.to),
            (Fields.SAYS, self.says),
            (Fields.CONDITION, self.condition),
            (Fields.FROM, self.start),
            (Fields.UNTIL if is_term else Fields.DUE, self.end),
        )


def contrary(settlements: tuple[Settlement, ...]) -> tuple[Settlement, Settlement] | None:
    """The first two settlements that cannot both be true; None if there are none."""
    for place, first in enumerate(settlements):
        for second in settlements[place + 1 :]:
            if frozenset({first.outcome, second.outcome}) in CONTRARY:
                return first, second
    return None


def state_on(
    day: datetime.date, commitment: Commitment, *, is_own: bool, newest: datetime.date | None
) -> CommitmentState:
    """How a commitment stands on a day.

    `is_own` tells that those who act say so themselves, `newest` the day of the newest source.
    """
    settled = tuple(each for each in commitment.settlements if each.is_known_on(day))
    if contrary(settled):
        return CommitmentState.DISPUTED
    if settled:
        return CommitmentState(max(settled, key=_when).outcome.value)
    end = commitment.end.value
    if end is None or end.latest() == datetime.date.max:
        return CommitmentState.OPEN
    if end.latest() >= day:
        return CommitmentState.SOON if end.latest() - day <= SOON else CommitmentState.OPEN
    return _state_after(end, commitment, is_own=is_own, newest=newest)


def _state_after(
    end: Date, commitment: Commitment, *, is_own: bool, newest: datetime.date | None
) -> CommitmentState:
    """How it stands after its day or term, of which no settlement is known."""
    if not is_own or commitment.condition.value is not None:
        return CommitmentState.PASSED  # It may never have begun, or never been due.
    if commitment.kind is CommitmentKind.KEEP:
        return CommitmentState.ENDED
    could_be_told = newest is not None and newest > end.latest()
    is_charge = commitment.kind is CommitmentKind.DO and not end.is_doubtful and could_be_told
    return CommitmentState.OVERDUE if is_charge else CommitmentState.PASSED


def _when(settlement: Settlement) -> datetime.date:
    """The day by which the last of several settlements is found; one without a date came first."""
    return settlement.date.value.latest() if settlement.date.value else datetime.date.min
