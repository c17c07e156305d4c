"""Rules for how strongly: how surely, on what condition, how many, for good."""

from __future__ import annotations

from generator.model.claims import (
    CERTAIN,
    LIKELY,
    PLANNED,
    POSSIBLE,
    Amount,
    Claim,
    Clause,
    WordKind,
)
from generator.text.lexicons.lexicon import lexicon_of
from generator.verify.comparing.alignment import ClausePair, match
from generator.verify.comparing.context import ALIKE, CUT, DIRECT, FEW, Case, Findings, asks, has_verb
from generator.verify.comparing.denial_rules import is_alike, others, telling

_LIMITED = {Amount.SOME: 2, Amount.FEW: 1, Amount.MANY: 3, Amount.MOST: 4, Amount.ALL: 5}
_ALL = 5
_BOUND_BY = 3
_CONDITIONED = 0.8
_SOFT = frozenset({"soft", "cognition", "attribution"})


def certainty_is_not_raised(case: Case) -> Findings:
    """What may be, or is planned, is not told as done or certain."""
    yield from _confirmed(case)
    for clause in case.alignment.clauses:
        if not is_alike(case, clause) or not has_verb(case.statement, clause.mine) or asks(case.statement):
            continue
        for at, its in telling(case, clause):
            if (hedge := _dropped_hedge(case, clause, at, its)) is not None:
                mine = case.statement.manners[at]
                yield case.finding(
                    CUT if case.cut((hedge,)) else "certainty-raised",
                    (*mine.hedged_by[:1], at),
                    (hedge, its),
                    "keep how surely the evidence says it",
                )
                return


def _dropped_hedge(case: Case, clause: ClausePair, at: int, its: int) -> int | None:
    """The word of the evidence that makes something less sure there than the statement has it."""
    statement, evidence = case.statement, case.evidence
    other = evidence.manners[its]
    said, printed = _certainty(statement, at), other.certainty
    if case.is_planned:
        said = min(said, PLANNED)
    if statement.manners[at].is_negated:
        return None
    if other.asked_by and said > POSSIBLE:
        return other.asked_by[0]
    is_surer_elsewhere = any(evidence.manners[each].certainty >= said for each in others(case, at, its))
    if printed >= said or is_surer_elsewhere or _is_attributed(case, other.hedged_by):
        return None
    hedge = min(other.hedged_by, key=lambda each: evidence.words[each].certainty)
    if printed == PLANNED and not (_tells_past(statement, clause.mine) and not _is_done(evidence, its)):
        return None
    is_direct = hedge < its <= hedge + DIRECT and not (printed == LIKELY and said == PLANNED)
    return hedge if case.alignment.is_near or is_direct else None


def _tells_past(claim: Claim, clause: Clause) -> bool:
    return any(
        word.is_past or "past-auxiliary" in word.marks for word in claim.words[clause.first : clause.last]
    )


def _is_done(claim: Claim, at: int) -> bool:
    return claim.words[at].is_past


def _certainty(claim: Claim, at: int) -> int:
    """That of the word's clause, or of an attribution that hedges as well."""
    spoken = [
        claim.words[each].certainty
        for clause in claim.clauses
        if clause.speaker
        for each in range(clause.first, clause.last)
    ]
    manner = claim.manners[at]
    if (
        manner.asked_by
        or manner.conditions
        or claim.is_question
        or any(word.marks & _SOFT for word in claim.words)
    ):
        return POSSIBLE
    return min([manner.certainty, *spoken])


def _is_attributed(case: Case, hedges: tuple[int, ...]) -> bool:
    """Whether all that hedges the evidence is who says it, and the statement names a speaker too."""
    evidence = case.evidence
    clauses = [evidence.clauses[case.alignment.clause_of(evidence, each)] for each in hedges]
    return all(clause.speaker for clause in clauses) and (bool(case.statement.speakers) or case.is_attributed)


def _confirmed(case: Case) -> Findings:
    printed = any(word.certainty == CERTAIN for claim in case.printed for word in claim.words)
    if printed or not case.alignment.pairs or case.alignment.coverage < 0.5:
        return
    for at, word in enumerate(case.statement.words):
        if word.certainty == CERTAIN and at not in case.alignment.pairs:
            yield case.finding("certainty-raised", (at,), ())


def conditions_are_kept(case: Case) -> Findings:
    """What depends on something in the evidence depends on it in the statement."""
    statement, evidence, alignment = case.statement, case.evidence, case.alignment
    if case.has_condition or any(
        word.marks & {"condition", "question"} or (word.certainty <= LIKELY and not _is_kept(case, at))
        for at, word in enumerate(statement.words)
    ):
        return
    if not alignment.is_near and (alignment.coverage < _CONDITIONED or len(alignment.pairs) < FEW):
        return
    core = {at: its for at, its in alignment.pairs.items() if at in alignment.core}
    if any(statement.manners[at].is_negated != evidence.manners[its].is_negated for at, its in core.items()):
        return
    bound = [its for its in core.values() if evidence.manners[its].conditions]
    if not bound or (len(bound) * 2 < len(core) and not (alignment.is_near and _is_clause(case, bound))):
        return
    condition = evidence.manners[bound[0]].conditions[0]
    clause = next(each for each in evidence.clauses if each.first <= condition < each.last)
    inside = [its for its in evidence.content if clause.first <= its < clause.last]
    taken = sum(1 for its in inside if its in alignment.taken)
    if condition == clause.first and taken * 2 > len(inside):
        return
    if condition != clause.first and any(word.certainty <= LIKELY for word in statement.words):
        return
    last = min(clause.last, condition + 8) - 1
    code = CUT if case.cut((condition,)) else "condition-dropped"
    yield case.finding(code, (), tuple(range(condition, last + 1)), "say on what it depends")


def _is_kept(case: Case, at: int) -> bool:
    """Whether a near copy has a word that hedges from its evidence, so that it makes up for nothing."""
    word = case.statement.words[at]
    return case.alignment.is_near and any(word.key == other.key for other in case.evidence.words)


def _is_clause(case: Case, bound: list[int]) -> bool:
    """Whether words make up most of a clause of the evidence."""
    if len(bound) < FEW - 1:
        return False
    condition = case.evidence.manners[bound[0]].conditions[0]
    if not any(clause.first == condition for clause in case.evidence.clauses):
        return False
    clause = case.evidence.clauses[case.alignment.clause_of(case.evidence, bound[0])]
    inside = [its for its in case.evidence.content if clause.first <= its < clause.last]
    return sum(1 for its in bound if its in inside) * 2 > len(inside)


def quantifiers_are_not_raised(case: Case) -> Findings:
    """“Some” of the evidence is not “all” of the statement."""
    statement, evidence = case.statement, case.evidence
    if not (case.alignment.is_near or case.alignment.coverage >= 0.6):
        return
    for at, its in case.alignment.pairs.items():
        if statement.words[at].kind in (WordKind.DATE, WordKind.NUMBER) or statement.words[at].amount:
            continue
        said, printed = _quantifier(statement, at), _quantifier(evidence, its)
        if _is_raised(case, _rank(statement, said), _rank(evidence, printed)):
            mine = (at,) if said is None else (said, at)
            other = (its,) if printed is None else (printed, its)
            yield case.finding("quantifier-raised", mine, other)
            return


def _is_raised(case: Case, said: int | None, printed: int | None) -> bool:
    """Whether the first of two quantifiers, where None is none, says of more than the second."""
    if said is not None and printed is not None:
        return said > printed
    if not case.alignment.is_near:
        return False
    if said is not None:
        return said == _ALL and not _has_amount(case.evidence, _ALL)
    return printed is not None and printed in (1, 2, 4) and not _has_limit(case.statement)


def _rank(claim: Claim, at: int | None) -> int | None:
    amount = claim.words[at].amount if at is not None else None
    return _LIMITED.get(amount) if amount else None


def _has_amount(claim: Claim, amount: int) -> bool:
    return any(word.amount is not None and _LIMITED.get(word.amount) == amount for word in claim.words)


def _has_limit(claim: Claim) -> bool:
    return any(word.amount in (Amount.SOME, Amount.FEW, Amount.MOST, Amount.ONLY) for word in claim.words)


def _quantifier(claim: Claim, at: int) -> int | None:
    """The quantifier that stands right before a word, with only its other attributes between."""
    lexicon = lexicon_of(claim.language)
    for before in range(at - 1, max(at - 1 - _BOUND_BY, -1), -1):
        word = claim.words[before]
        if word.kind is WordKind.NUMBER:
            return None
        if word.amount in _LIMITED:
            return before
        if lexicon is not None and lexicon.capitalises_nouns and word.form[0].isupper():
            return None
        if (word.kind is WordKind.VERB and word.is_past) or word.marks & {"auxiliary", "break"}:
            return None
        if word.form.lower() in ("in", "on", "at", "by", "with", "from", "to", "for"):
            return None
    return None


def absolutes_are_printed(case: Case) -> Findings:
    """“For good”, “always” or “fully” stand in the evidence too."""
    statement, alignment = case.statement, case.alignment
    if not (alignment.is_near or alignment.coverage >= ALIKE):
        return
    for at, word in enumerate(statement.words):
        if "absolute" not in word.marks or statement.manners[at].is_negated:
            continue
        if not any(match(word, other) for claim in case.printed for other in claim.words):
            yield case.finding("certainty-raised", (at,), (), "say it no more strongly than the evidence")
