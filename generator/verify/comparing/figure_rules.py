"""A figure keeps what the words of its evidence make of the number: how often, how surely, how exactly.

A figure is a number, and says nothing else of itself: so its evidence is asked only for what it does to that
number. Where that stands in the label or the unit, or in the figure's own fields, it is kept.
"""

from collections.abc import Iterator, Sequence

from generator.model.claims import PLAIN, Claim, Finding
from generator.model.evidence import Certainty, Statement
from generator.model.quantities import Bound, Quantity
from generator.verify.comparing.bound_rules import with_bound
from generator.verify.comparing.context import Witness, spelt, stretch

CODE = "figure-qualified"
_LOOSE = frozenset({Bound.ABOUT, Bound.NEARLY, Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE, Bound.LESS})
_FREQUENCY = "frequency"
_NEGATOR = "negator"


def figure_keeps_its_words(
    statement: Statement, figure: Sequence[Claim], witnesses: Sequence[Witness], beside: Sequence[Claim]
) -> Iterator[Finding]:
    """What the evidence says of a figure's number and the figure leaves out, once for each piece of it.

    `figure` is what the figure's own text asserts, `beside` what label and unit do.
    """
    ours = [word.quantity for claim in figure for word in claim.words if word.quantity]
    if not ours:
        return
    for witness in witnesses:
        found = [_left_out(statement, ours[0], witness, at, beside) for at in _places(ours[0], witness)]
        if found and all(found):  # a sentence may give the number twice, once without such a word
            yield _finding(witness, found[0] or ())


def _places(ours: Quantity, witness: Witness) -> Iterator[int]:
    """The quoted numbers of a piece of evidence that are those of the figure."""
    for at, word in enumerate(witness.claim.words):
        number = word.quantity
        if number and (number.low, number.high) == (ours.low, ours.high) and witness.is_quoted(at):
            yield at


def _left_out(
    statement: Statement, ours: Quantity, witness: Witness, at: int, beside: Sequence[Claim]
) -> tuple[int, ...] | None:
    """The words from the one that does something to a number to the number; None if the figure has them."""
    claim = witness.claim
    how_often = _how_often(claim, at)
    if how_often is not None and not any(_FREQUENCY in w.marks for each in beside for w in each.words):
        return how_often, at
    manner = claim.manners[at]
    if manner.is_negated and not any(_NEGATOR in w.marks for each in beside for w in each.words):
        return manner.negated_by[0], at
    is_told = statement.certainty not in (None, Certainty.CONFIRMED) or _is_hedged(beside)
    if manner.certainty < PLAIN and manner.hedged_by and not is_told:
        return manner.hedged_by[-1], at
    number = claim.words[at].quantity
    if ours.bound is None and number and number.bound in _LOOSE:
        return (at,)
    return None


def _is_hedged(beside: Sequence[Claim]) -> bool:
    return any(word.certainty < PLAIN for claim in beside for word in claim.words)


def _how_often(claim: Claim, at: int) -> int | None:
    """The word that tells how often a number is right, in its clause."""
    clause = next((each for each in claim.clauses if each.first <= at < each.last), None)
    inside = range(clause.first, clause.last) if clause else range(0)
    return next((each for each in inside if _FREQUENCY in claim.words[each].marks), None)


def _finding(witness: Witness, words: Sequence[int]) -> Finding:
    """The words of the evidence up to the number, with its bound."""
    claim = witness.claim
    printed = stretch(claim, (*words, *with_bound(claim, words[-1])))
    help = "tell it in `qualifier:`, `certainty:` or the label"
    return Finding(CODE, "", spelt(claim, printed), None, printed, witness.place, help)
