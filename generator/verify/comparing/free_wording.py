"""Rules for statements in words of their own: what these tell by themselves that the evidence nowhere says.

They look at few words only, so that they hold where the two cannot be aligned: a cause where none is
printed, “proved” where all is “may”, “all” where it is “some”. They apply in languages whose lexicon says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.claims import CERTAIN, PLAIN, PLANNED, Amount, Claim, Word, WordKind
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.terms import is_place
from generator.verify.comparing.context import Case, Findings

_SAY_NO_MORE = "leave out what the evidence does not say"
_KEEP_CERTAINTY = "keep how surely the evidence says it"
_OPEN = frozenset({"condition", "question", "cognition", "soft"})
_PARTS = frozenset({Amount.SOME, Amount.FEW, Amount.MANY, Amount.MOST})


def applies(case: Case) -> bool:
    """Whether a statement is worded freely, in a language of which that much is known."""
    lexicon = lexicon_of(case.statement.language)
    return lexicon is not None and lexicon.reads_freely and not case.alignment.is_near


def causes_are_given(case: Case) -> Findings:
    """A cause is told only where the evidence gives one, or tells on what occasion something happened."""
    if not case.alignment.pairs or _has(case.printed, {"cause", "occasion"}):
        return
    for at, word in enumerate(case.statement.words):
        is_denied = at > 0 and "negator" in case.statement.words[at - 1].marks
        if "cause" in word.marks and "purpose" not in word.marks and not is_denied:
            clause = case.statement.clauses[case.alignment.clause_of(case.statement, at)]
            last = next((each for each in case.statement.content if each > at), at)
            yield case.finding("more-than-evidence", (at, min(last, clause.last)), (), _SAY_NO_MORE)
            return


def nothing_is_settled(case: Case) -> Findings:
    """“Proved” or “certainly” is not told of what the evidence only expects or deems possible."""
    statement = case.statement
    if any(word.certainty == CERTAIN for claim in case.printed for word in claim.words):
        return
    hedge = next((its for its, word in enumerate(case.evidence.words) if word.certainty < PLAIN), None)
    if hedge is None or _is_open(statement):
        return
    for at, word in enumerate(statement.words):
        if word.certainty == CERTAIN and not statement.manners[at].is_negated:
            yield case.finding("certainty-raised", (at,), (hedge,), _KEEP_CERTAINTY)
            return


def nothing_is_absolute(case: Case) -> Findings:
    """“For good”, “always” or “fully” stand in the evidence too."""
    if not case.alignment.pairs or _has(case.printed, {"absolute"}):
        return
    for at, word in enumerate(case.statement.words):
        if "absolute" in word.marks and not case.statement.manners[at].is_negated:
            yield case.finding("certainty-raised", (at,), (), "say it no more strongly than the evidence")
            return


def parts_are_not_all(case: Case) -> Findings:
    """“All” is not told where the evidence only speaks of some, many or most."""
    amounts = {word.amount for claim in case.printed for word in claim.words}
    part = next((its for its, word in enumerate(case.evidence.words) if word.amount in _PARTS), None)
    if part is None or Amount.ALL in amounts:
        return
    for at, word in enumerate(case.statement.words):
        if word.amount is Amount.ALL and word.quantity is None:
            yield case.finding("quantifier-raised", (at,), (part,), "keep how many the evidence says")
            return


def plans_are_not_done(case: Case) -> Findings:
    """What is ahead, possible or bound to a condition is not told as done."""
    statement, evidence = case.statement, case.evidence
    if _is_open(statement) or any(word.certainty < PLAIN for word in statement.words):
        return
    shared = [(at, its) for at, its in case.alignment.pairs.items() if _tells(statement.words[at])]
    for code, open_ones in (
        ("certainty-raised", [pair for pair in shared if evidence.manners[pair[1]].certainty <= PLANNED]),
        ("condition-dropped", [pair for pair in shared if evidence.manners[pair[1]].conditions]),
    ):
        if not open_ones or len(open_ones) * 2 <= len(shared):
            continue
        at, its = open_ones[0]
        manner = evidence.manners[its]
        if code == "condition-dropped":
            yield case.finding(code, (at,), manner.conditions[:1], "say on what it depends")
            return
        if any(word.is_past or "past-auxiliary" in word.marks for word in statement.words):
            yield case.finding(code, (at,), (*manner.hedged_by[:1], its), _KEEP_CERTAINTY)
            return


def _tells(word: Word) -> bool:
    is_told = word.kind in (WordKind.VERB, WordKind.OTHER) and "reporting" not in word.marks
    return is_told and not is_place(word)


def _is_open(claim: Claim) -> bool:
    return claim.is_question or any(word.marks & _OPEN for word in claim.words)


def _has(claims: Sequence[Claim], marks: set[str]) -> bool:
    return any(word.marks & marks for claim in claims for word in claim.words)
