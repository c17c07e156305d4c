"""Rules for statements in words of their own: what one tells as done, denies, or has somebody say.

Nothing is aligned here. A clause of the statement belongs to those clauses of its evidence in which its words
have their kin; a rule speaks only if these all tell the contrary of what it asserts.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from generator.model.claims import PLAIN, PLANNED, Claim, Clause, Word, WordKind
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.kinship import Kinship, kinship

_OF_SPEECH = frozenset({"reporting", "cognition", "attribution"})
_UNSURE = frozenset({"condition", "question", "cognition", "attribution", "soft"})
_FEWEST = 2
_OPENERS = frozenset({"relative", "interrogative", "condition", "end"})


class Sort(Enum):
    """What a clause tells: something done, ahead or open, what somebody says, or none of these."""

    DONE = "done"
    OPEN = "open"
    SPEECH = "speech"
    PLAIN = "plain"


def what_is_open_is_not_done(case: Case) -> Findings:
    """What the evidence plans, demands, doubts or sets a condition to is not told as done."""
    statement = case.statement
    if statement.is_question or any(map(_leaves_open, statement.words)):
        return
    kin = kinship(statement, case.evidence)
    for clause in statement.clauses:
        verb = _verb_of_deed(statement, clause)
        if verb is None:
            continue
        opened, closed = _homes(case, kin, clause)
        if not opened or len(opened) <= closed:
            continue
        hedges = _what_opens(case.evidence, opened[0])
        if not (_keeps(kin, hedges) or _is_who_says_it(case, hedges)):
            yield case.finding("certainty-raised", (verb,), (*hedges[:1], opened[0]))
            return


def _leaves_open(word: Word) -> bool:
    """Whether a word of a statement says that something is not sure: no noun or limit such as “interim”."""
    is_hedge = word.certainty < PLAIN and word.kind is not WordKind.OTHER and "limiter" not in word.marks
    return is_hedge or bool(word.marks & _UNSURE)


def _verb_of_deed(claim: Claim, clause: Clause) -> int | None:
    """The verb by which a main clause tells something as done; None if it has none."""
    if claim.words[clause.first].marks & _OPENERS:
        return None
    return next((at for at in range(clause.first, clause.last) if is_done(claim, at)), None)


def _homes(case: Case, kin: Kinship, clause: Clause) -> tuple[list[int], int]:
    """The words of open clauses that are kin to those of a clause, and how many have theirs elsewhere."""
    opened, closed = list[int](), 0
    for at in kin.told(range(clause.first, clause.last)):
        homes = {_sort_at(case, its): its for its in kin.kin[at]}
        if Sort.DONE in homes or Sort.SPEECH in homes:
            closed += 1
        elif Sort.OPEN in homes:
            opened.append(homes[Sort.OPEN])
    return opened, closed


def _sort_at(case: Case, its: int) -> Sort:
    evidence = case.evidence
    return sort_of(evidence, evidence.clauses[case.alignment.clause_of(evidence, its)])


def sort_of(claim: Claim, clause: Clause) -> Sort:
    """What a clause tells, by its verbs and what bears on them."""
    inside = range(clause.first, clause.last)
    if clause.speaker:
        return Sort.SPEECH
    if any(is_done(claim, at) for at in inside):
        return Sort.DONE
    verbs = [at for at in inside if claim.words[at].kind is WordKind.VERB]
    is_open = any(_is_ahead(claim, at) for at in inside)
    return Sort.OPEN if is_open and not any(claim.manners[at].is_negated for at in verbs) else Sort.PLAIN


def is_done(claim: Claim, at: int) -> bool:
    """Whether a word is a verb that tells of something which has happened, with nothing to limit that."""
    word, manner = claim.words[at], claim.manners[at]
    if word.kind is not WordKind.VERB or not word.is_past or word.certainty < PLAIN:
        return False
    is_turned = word.key.startswith("un") or manner.is_negated
    if is_turned or word.marks & (_OF_SPEECH | {"light", "naming"}):
        return False
    is_sure = all("limiter" in claim.words[each].marks for each in manner.hedged_by)
    return is_sure and not (manner.conditions or manner.asked_by)


def _is_ahead(claim: Claim, at: int) -> bool:
    word, manner = claim.words[at], claim.manners[at]
    if "pending" in word.marks:
        return True
    if not word.is_content or word.marks & _OF_SPEECH:
        return False
    hedges = [each for each in manner.hedged_by if "limiter" not in claim.words[each].marks]
    is_hedged = any(claim.words[each].certainty <= PLANNED for each in hedges)
    return is_hedged or bool(manner.conditions) or bool(manner.asked_by)


def _what_opens(claim: Claim, its: int) -> tuple[int, ...]:
    """The words that make a clause open: hedges, conditions, questions, else none."""
    clause = next(each for each in claim.clauses if each.first <= its < each.last)
    for at in range(clause.first, clause.last):
        manner = claim.manners[at]
        if found := (*manner.hedged_by, *manner.conditions, *manner.asked_by):
            return found
        if "pending" in claim.words[at].marks:
            return (at,)
    return ()


def _keeps(kin: Kinship, hedges: Iterable[int]) -> bool:
    """Whether the statement has a word for what makes it open: “appeal” for “had appealed for”."""
    known = {its for each in kin.kin.values() for its in each}
    return any(each in known for each in hedges)


def _is_who_says_it(case: Case, hedges: Iterable[int]) -> bool:
    """Whether all that makes it open is that somebody says it, and the statement names a speaker too."""
    all_say = all("reporting" in case.evidence.words[each].marks for each in hedges)
    return all_say and (bool(case.statement.speakers) or case.is_attributed)


def what_is_done_is_not_ahead(case: Case) -> Findings:
    """What the evidence tells as done, and nothing as ahead, is not told as planned."""
    statement, evidence = case.statement, case.evidence
    if any(_may_be_ahead(word) for claim in case.printed for word in claim.words):
        return
    kin = kinship(statement, evidence)
    for at, word in enumerate(statement.words):
        manner = statement.manners[at]
        if word.kind is not WordKind.VERB or word.marks & _OF_SPEECH or manner.is_negated:
            continue
        its = next((each for each in kin.kin.get(at, ()) if is_done(evidence, each)), None)
        if its is not None and any(statement.words[each].certainty <= PLANNED for each in manner.hedged_by):
            yield case.finding(
                "certainty-raised", (*manner.hedged_by[:1], at), (its,), "say what the evidence says is done"
            )
            return


def _may_be_ahead(word: Word) -> bool:
    return word.certainty < PLAIN or bool(word.marks & {"condition", "question", "infinitive", "pending"})


def what_is_denied_is_not_asserted(case: Case) -> Findings:
    """Two words that the evidence denies together, one of them a verb, are not asserted."""
    statement, evidence = case.statement, case.evidence
    if any(map(_may_deny, statement.words)):
        return
    kin = kinship(statement, evidence)
    for clause in statement.clauses:
        told = kin.told(range(clause.first, clause.last))
        found = [(at, its) for at in told for its in kin.kin[at]]
        denied = {at: its for at, its in found if evidence.manners[its].is_negated}
        plain = {at for at, its in found if not evidence.manners[its].is_negated}
        verbs = {at for at, its in found if _is_verb(statement, at) and _is_verb(evidence, its)}
        if clause.speaker or len(denied) < _FEWEST or len(denied) * 2 < len(told) or plain & verbs:
            continue
        at = min(verbs & set(denied), default=None)
        if at is not None and not evidence.manners[denied[at]].asked_by:
            its = denied[at]
            yield case.finding(
                "denial-differs",
                (at,),
                (*evidence.manners[its].negated_by, its),
            )
            return


def _is_verb(claim: Claim, at: int) -> bool:
    return claim.words[at].kind is WordKind.VERB


def _may_deny(word: Word) -> bool:
    """Whether a word may turn round what is said, in a way that no rule reads."""
    marks = {"negator", "denial", "no-negator", "inverter", "condition", "concession", "turning", "without"}
    return bool(word.marks & marks) or word.key.startswith(("un", "in", "dis"))
