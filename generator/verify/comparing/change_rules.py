"""Rules for numbers that tell of a change: by how much, from how much, and to how much."""

from __future__ import annotations

from generator.model.claims import Claim, WordKind
from generator.text.lexicons.slots import slots_of
from generator.verify.comparing.alignment import oppose
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.counting_rules import all_same_numbers
from generator.verify.comparing.kinship import are_kin
from generator.verify.comparing.number_rules import are_of_one_kind
from generator.verify.comparing.whole_numbers import with_unit_before

_REACH = 6


def steps_are_not_levels(case: Case) -> Findings:
    """“By 1.1 million to 2.3 million” does not leave 1.1 million, nor is it a rise by 2.3."""
    statement, evidence = case.statement, case.evidence
    for at, its in all_same_numbers(statement, evidence):
        mine, other = statement.words[at].quantity, evidence.words[its].quantity
        if mine is None or other is None or _is_step(statement, at) == _is_step(evidence, its):
            continue
        if not _is_step(statement, at) and _tells_change(case):
            continue
        rivals = [
            place
            for place, word in enumerate(evidence.words)
            if word.quantity
            and place != its
            and are_of_one_kind(other, with_unit_before(evidence, place) or word.quantity)
            and _is_step(evidence, place) == _is_step(statement, at)
        ]
        if rivals:
            yield case.finding("number-differs", (at,), (its, rivals[0]), "say how much, or to how much")
            return


def _is_step(claim: Claim, at: int) -> bool:
    """Whether a number tells by how much something changes: “by 5”, “5 more”."""
    slots = slots_of(claim.language)
    if slots is None or at == 0:
        return False
    is_after = claim.words[at - 1].form.lower() in slots.steps
    following = claim.words[at + 1 : at + 2]
    return is_after or any(word.marks & {"or-more", "or-less"} for word in following)


def _tells_change(case: Case) -> bool:
    """Whether a statement tells which way something goes, so that its number may be a step."""
    slots = slots_of(case.statement.language)
    turns = [word for word in case.evidence.words if word.kind is WordKind.VERB and word.opposites]
    for word in case.statement.words:
        classes = slots.values.get(word.form.lower(), ()) if slots and word.is_content else ()
        if any(name == "direction" for name, _, _ in classes):
            return True
        if any(oppose(word, other) or are_kin(word, other, case.statement.language) for other in turns):
            return True
    return False


def what_was_is_not_now(case: Case) -> Findings:
    """Of “from eleven months to seven” it is not told that it takes eleven now."""
    statement, evidence = case.statement, case.evidence
    now = next((at for at, word in enumerate(statement.words) if "undated" in word.marks), None)
    if now is None:
        return
    for at, its in all_same_numbers(statement, evidence):
        end = _end_of_change(evidence, its)
        if end is not None and not (_is_said(case, end) or _tells_change(case)):
            yield case.finding("number-differs", (now, at), (its, end), "give the number that it came to")
            return


def _is_said(case: Case, its: int) -> bool:
    """Whether the statement has a number of the evidence."""
    other = case.evidence.words[its].quantity
    return any(word.quantity and other and word.quantity.low == other.low for word in case.statement.words)


def _end_of_change(claim: Claim, its: int) -> int | None:
    """The number to which something changed from another one; None if there is none."""
    slots = slots_of(claim.language)
    if slots is None or its == 0 or claim.words[its - 1].form.lower() not in slots.starts:
        return None
    for end in range(its + 2, min(its + _REACH, len(claim.words))):
        if claim.words[end].quantity and claim.words[end - 1].form.lower() in slots.levels:
            return end
    return None
