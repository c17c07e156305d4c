"""Rules for statements in words of their own: how many of what is told, as the evidence has it.

A quantifier belongs to the next noun after it. “All” is held against a part, a ratio or an exception that the
evidence gives, “some” against its “all” of the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.claims import Amount, Claim, Word, WordKind
from generator.text.units import is_time, unit_words
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.counting_rules import tells_each
from generator.verify.comparing.kinship import are_kin, kinship
from generator.verify.comparing.shares import whole_of

_PARTS = frozenset({Amount.SOME, Amount.FEW, Amount.MANY, Amount.MOST})
_FEW = frozenset({Amount.SOME, Amount.FEW})
_REACH = 4


def all_is_not_a_part(case: Case) -> Findings:
    """“All” is not told where the evidence counts a part, or makes an exception, and has no “all” itself."""
    statement = case.statement
    if any(word.marks & {"exception"} or word.amount in _PARTS for word in statement.words):
        return
    if any(word.amount is Amount.ALL and "pair" not in word.marks for word in _printed(case)):
        return
    part = next((its for its in range(len(case.evidence.words)) if _is_part(case.evidence, its)), None)
    if part is None:
        return
    for at in _universals(statement):
        yield case.finding("quantifier-raised", (at,), (part,))
        return


def everybody_is_printed(case: Case) -> Findings:
    """“Everybody”, or “every” before what the evidence names, stands where the evidence has such a word."""
    if any(word.amount is Amount.ALL or word.marks & {"negator", "any"} for word in _printed(case)):
        return
    statement = case.statement
    kin = kinship(statement, case.evidence)
    for at in _universals(statement):
        head = _head(statement, at)
        if _is_rate(statement):
            continue
        if "everybody" in statement.words[at].marks or (head is not None and kin.has(head)):
            printed = kin.kin[head][:1] if head is not None and kin.has(head) else ()
            yield case.finding("quantifier-raised", (at,), printed)
            return


def _is_rate(claim: Claim) -> bool:
    """Whether “each” only tells of what a measured amount is one: “each costs 400 dollars”."""
    return tells_each(claim) and any(word.quantity and word.quantity.unit for word in claim.words)


def a_part_is_not_all(case: Case) -> Findings:
    """“Some” of what the evidence has all of is told only where it has a part of it as well."""
    statement, evidence = case.statement, case.evidence
    if any(word.amount in _PARTS or word.amount is Amount.ONLY for word in _printed(case)):
        return
    for at, word in enumerate(statement.words):
        head = _head(statement, at) if word.amount in _FEW else None
        if head is None:
            continue
        for its, other in enumerate(evidence.words):
            its_head = _head(evidence, its) if other.amount is Amount.ALL else None
            if its_head is None:
                continue
            if are_kin(statement.words[head], evidence.words[its_head], statement.language):
                yield case.finding("quantifier-raised", (at, head), (its, its_head))
                return


def _printed(case: Case) -> Iterator[Word]:
    return (word for claim in case.printed for word in claim.words)


def _universals(claim: Claim) -> Iterator[int]:
    """The words that speak of all there are, but of time: not “every year”."""
    for at, word in enumerate(claim.words):
        if "universal" not in word.marks or word.quantity is not None or claim.manners[at].is_negated:
            continue
        head = _head(claim, at)
        if head is None or not _is_of_time(claim.words[head], claim.language):
            yield at


def _head(claim: Claim, at: int) -> int | None:
    """The noun that a quantifier is about: the last of the words right after it that say something."""
    found = None
    for each in range(at + 1, min(at + 1 + _REACH, len(claim.words))):
        word = claim.words[each]
        if word.kind is WordKind.VERB or word.marks & {"auxiliary", "break"}:
            break
        if word.is_content:
            found = each
        elif found is not None:
            break
    return found


def _is_of_time(word: Word, language: str) -> bool:
    if word.kind is WordKind.DATE:
        return True
    units, _, _ = unit_words(language)
    return is_time(units.get(word.form.lower(), units.get(word.key, "")))


def _is_part(claim: Claim, its: int) -> bool:
    word = claim.words[its]
    return word.amount in _PARTS or "exception" in word.marks or whole_of(claim, its) is not None
