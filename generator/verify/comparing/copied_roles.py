"""Rules for near copies: each thing keeps its place, its number, and who does what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.model.claims import Amount, Claim, WordKind
from generator.model.quantities import QuantityForm
from generator.verify.comparing.accounts import Account, Change
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.copy_rules import account
from generator.verify.comparing.wording_rules import is_passive

_KEEP_PLACE = "keep each word in its place"
_FEW = 3
_EVEN = frozenset({"and", "or", "with", "between", "both", "nor", "&"})
"""Little words on both sides of which things stand alike: “A and B” is “B and A”."""


def names_keep_their_side(case: Case) -> Findings:
    """“A over B” is not “B over A”, nor “A accused B” “B accused A”, whatever stands between commas."""
    if account(case) is None or _turns(case):
        return
    statement, evidence, pairs = case.statement, case.evidence, case.alignment.pairs
    names = [at for at in sorted(pairs) if statement.words[at].kind is WordKind.NAME]
    for at, middle, other in _around(statement, names):
        its, its_other = pairs[at], pairs[other]
        key = statement.words[middle].key
        between = [word.key for word in evidence.words[its_other + 1 : its]]
        if its_other < its and key in between and key not in _EVEN and _stand_apart(evidence, its_other, its):
            yield case.finding("roles-differ", (at, middle, other), (its_other, its))
            return


def _around(claim: Claim, names: list[int]) -> Iterator[tuple[int, int, int]]:
    """Two names one after the other, and each verb or preposition between them."""
    for at, other in pairwise(names):
        for middle in range(at + 1, other):
            word = claim.words[middle]
            if word.kind is WordKind.VERB or "preposition" in word.marks:
                yield at, middle, other


def _stand_apart(claim: Claim, first: int, last: int) -> bool:
    """Whether no third name stands between two."""
    between = claim.words[first + 1 : last]
    return sum(1 for word in between if word.kind is WordKind.VERB) <= 1


def _turns(case: Case) -> bool:
    """Whether a verb of both is active in one and passive in the other, or told from the other end."""
    return bool(case.alignment.turned) or any(
        is_passive(case.statement, at) != is_passive(case.evidence, its)
        for at, its in case.alignment.pairs.items()
        if WordKind.VERB in (case.statement.words[at].kind, case.evidence.words[its].kind)
    )


def numbers_keep_what_follows(case: Case) -> Findings:
    """A number counts what it counts in the evidence, not what another number counts there."""
    found = account(case)
    if found is None:
        return
    for at, its in found.pairs:
        said, printed = at + 1, its + 1
        if not (_is_count(case.statement, at) and said < len(case.statement.words)):
            continue
        rival = dict(found.pairs).get(said, case.alignment.pairs.get(said))
        word = case.statement.words[said]
        if rival is None or rival == printed or word.kind not in (WordKind.OTHER, WordKind.NAME):
            continue
        if _is_count(case.evidence, rival - 1) and rival - 1 != its:
            yield case.finding("counted-differs", (at, said), (its, printed))
            return


def _is_count(claim: Claim, at: int) -> bool:
    quantity = claim.words[at].quantity if at >= 0 else None
    return quantity is not None and quantity.form is QuantityForm.NUMBER


def things_keep_their_place(case: Case) -> Findings:
    """What the evidence says of one thing is not said of another that it names elsewhere."""
    found = account(case)
    if found is None or _turns(case):
        return
    for change in found.changes:
        if change.after is None or change.before is None or _has_pronoun(case.evidence, change.printed):
            continue
        said, printed = _things(case.statement, change.said), _things(case.evidence, change.printed)
        if not (0 < len(said) <= _FEW and 0 < len(printed) <= _FEW):
            continue
        pairs, taken = case.alignment.pairs, case.alignment.taken
        is_moved = all(at in pairs and pairs[at] not in change.printed for at in said)
        if is_moved and not any(its in taken for its in printed) and _is_plain(case, found, change):
            yield case.finding("word-exchanged", said, printed, _KEEP_PLACE)
            return


def _things(claim: Claim, words: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(at for at in words if claim.words[at].is_content)


def _has_pronoun(claim: Claim, words: tuple[int, ...]) -> bool:
    """Whether one of some words points to what is named elsewhere."""
    return any("pronoun" in claim.words[at].marks for at in words)


def _is_plain(case: Case, found: Account, change: Change) -> bool:
    """Whether nouns stand for nouns there, and the words came from another clause."""
    sides = (case.statement, change.said), (case.evidence, change.printed)
    kinds = {claim.words[at].kind for claim, words in sides for at in _things(claim, words)}
    if not kinds <= {WordKind.OTHER, WordKind.NAME} or found.pairs[0] == change.before:
        return False
    home = case.alignment.clause_of(case.evidence, change.printed[0])
    return all(
        case.alignment.clause_of(case.evidence, case.alignment.pairs[at]) != home
        for at in _things(case.statement, change.said)
    )


def exceptions_are_kept(case: Case) -> Findings:
    """“Every party but one” is not “every party”."""
    found = account(case)
    if found is None:
        return
    for change in found.changes:
        if change.said or not change.printed or change.after is None:
            continue
        opener = case.evidence.words[change.printed[0]]
        if not ("condition" in opener.marks or (opener.key == "but" and len(change.printed) <= _FEW)):
            continue
        before = range(max(change.after[1] - _FEW, 0), change.after[1] + 1)
        whole = next((its for its in before if case.evidence.words[its].amount is Amount.ALL), None)
        if whole is not None:
            yield case.finding(
                "quantifier-raised",
                (change.after[0],),
                (whole, *change.printed[:_FEW]),
                "say who is left out",
            )
            return
