"""Rules for statements in words of their own: what these tell by themselves that the evidence nowhere says.

They look at few words only, so that they hold where the two cannot be aligned: a cause where none is
printed, “proved” where all is “may”, “all” where it is “some”. They apply in languages whose lexicon says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.claims import CERTAIN, PLAIN, Claim, WordKind
from generator.text.lexicons.lexicon import lexicon_of
from generator.verify.comparing.context import OPEN, Case, Findings

_MOST_WORDS = 100


def applies(case: Case, unread: str) -> bool:
    """Whether a statement is worded freely, or has such a clause, in a language known well enough.

    Sentences of very many words are not asked: each word would be held against each.
    """
    if max(len(case.statement.content), len(case.evidence.content)) > _MOST_WORDS:
        return False
    lexicon = lexicon_of(case.statement.language)
    is_free = bool(unread) or not case.alignment.is_near
    return lexicon is not None and lexicon.reads_freely and is_free


def causes_are_given(case: Case) -> Findings:
    """A cause is told only where the evidence gives one, or tells on what occasion something happened."""
    if not case.alignment.pairs or _has(case.printed, {"cause", "occasion"}):
        return
    for at, word in enumerate(case.statement.words):
        is_denied = at > 0 and "negator" in case.statement.words[at - 1].marks
        is_cause = "cause" in word.marks and "purpose" not in word.marks and not _tells_since(case, at)
        if is_cause and not is_denied:
            clause = case.statement.clauses[case.alignment.clause_of(case.statement, at)]
            last = next((each for each in case.statement.content if each > at), at)
            yield case.finding("more-than-evidence", (at, min(last, clause.last)), ())
            return


def _tells_since(case: Case, at: int) -> bool:
    """Whether “since” may tell the time from which on: it does not open the sentence, or a date follows."""
    words = case.statement.words
    is_dated = at + 1 < len(words) and words[at + 1].kind in (WordKind.DATE, WordKind.NUMBER)
    return "or-since" in words[at].marks and (at > 0 or is_dated)


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
            yield case.finding("certainty-raised", (at,), (hedge,))
            return


def nothing_is_absolute(case: Case) -> Findings:
    """“For good”, “always” or “fully” stand in the evidence too."""
    if not case.alignment.pairs or _has(case.printed, {"absolute"}):
        return
    for at, word in enumerate(case.statement.words):
        if "absolute" in word.marks and not case.statement.manners[at].is_negated:
            yield case.finding("certainty-raised", (at,), (), "say it no more strongly than the evidence")
            return


def _is_open(claim: Claim) -> bool:
    return claim.is_question or any(word.marks & OPEN for word in claim.words)


def _has(claims: Sequence[Claim], marks: set[str]) -> bool:
    return any(word.marks & marks for claim in claims for word in claim.words)
