"""How well the rules of comparing see, measured on labelled pairs that nobody who wrote the rules had read.

`python -m benchmarks.claims benchmarks/claims/fresh` measures it; the figures are written down here by hand.
"""

from dataclasses import dataclass

from generator.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares in percent: of wrong statements found, and passed as agreeing; of right ones flagged.

    `near` are those that follow the wording of their evidence, `free` those in other words.
    """

    day: PartialDate
    pairs: int
    found_near: int
    found_free: int
    passed_near: int
    passed_free: int
    flagged_near: int
    flagged_free: int


COMPARING = Measured(
    day=PartialDate(2026, 11, 30),
    pairs=240,
    found_near=83,
    found_free=45,
    passed_near=10,
    passed_free=0,
    flagged_near=8,
    flagged_free=15,
)
