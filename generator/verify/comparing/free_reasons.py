"""Rules for statements in words of their own: a cause or a clause of which the evidence has nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.claims import Claim, Clause, WordKind
from generator.text.lexicons.relations import Relation
from generator.text.prose import quoted_texts
from generator.text.tokens import is_latin
from generator.verify.comparing.accounts import relation
from generator.verify.comparing.context import SPEECH, Case, Findings
from generator.verify.comparing.kinship import kinship

_COVERED = 0.75
_SAME = frozenset({Relation.SAME, Relation.BROADER})
_FEWEST = 3


def causes_are_those_of_the_evidence(case: Case) -> Findings:
    """What follows “because” is something that the evidence names."""
    statement = case.statement
    for at, word in enumerate(statement.words):
        if "cause" not in word.marks or "purpose" in word.marks:
            continue
        told = _told(case, range(at + 1, _end_of_cause(case, at)))
        others = [each for each in _told(case, range(len(statement.words))) if each not in told]
        if len(told) >= _fewest(case) and not _any_kin(case, told) and _any_kin(case, others):
            yield case.finding("more-than-evidence", (at, *told), ())
            return


def _fewest(case: Case) -> int:
    """How many words of a cause must be missing: more if the evidence gives one, perhaps in other words."""
    gives_one = any(word.marks & {"cause", "occasion"} for claim in case.printed for word in claim.words)
    return (2 if gives_one else 1) * (1 if is_latin(case.statement.text) else 2)


def _end_of_cause(case: Case, at: int) -> int:
    """Where the clause ends that begins with a word for a cause, or the next one if it stands alone."""
    clauses = case.statement.clauses
    own = case.alignment.clause_of(case.statement, at)
    is_alone = clauses[own].last == at + 1 and own + 1 < len(clauses)
    return clauses[own + 1].last if is_alone else clauses[own].last


def what_makes_it_so_is_printed(case: Case) -> Findings:
    """Who or what “made” or “led” others to do something is named in the evidence."""
    statement = case.statement
    if any("making" in word.marks for claim in case.printed for word in claim.words):
        return
    for at, word in enumerate(statement.words):
        if "making" not in word.marks or statement.manners[at].is_negated:
            continue
        clause = statement.clauses[case.alignment.clause_of(statement, at)]
        before = _told(case, range(clause.first, at))
        after = _told(case, range(at + 1, len(statement.words)))
        if len(before) >= _fewest(case) and after and not _any_kin(case, before) and _any_kin(case, after):
            yield case.finding("more-than-evidence", (*before, at), ())
            return


def no_clause_is_put_on(case: Case) -> Findings:
    """A clause joined on with “and” or “which” has something of the evidence, if all the rest has."""
    clauses = [each for each in case.statement.clauses if not each.speaker]
    for place, clause in enumerate(clauses):
        inside = _told(case, range(clause.first, clause.last))
        if not place or len(inside) < _FEWEST - 1 or not _is_joined(case, clause) or _any_kin(case, inside):
            continue
        rest = [
            at
            for other in clauses
            if other is not clause
            for at in _told(case, range(other.first, other.last))
        ]
        covered = sum(1 for at in rest if _any_kin(case, (at,)))
        if len(rest) >= _FEWEST and covered >= _COVERED * len(rest):
            yield case.finding("more-than-evidence", tuple(range(clause.first, clause.last)), ())
            return


def _is_joined(case: Case, clause: Clause) -> bool:
    """Whether a clause is joined on, has a verb, and tells nothing of what somebody says."""
    words = case.statement.words[clause.first : clause.last]
    is_told = any(word.kind is WordKind.VERB for word in words) or not is_latin(case.statement.text)
    is_speech = any(word.marks & SPEECH for word in words)
    return bool(words[0].marks & {"joining", "relative"}) and is_told and not is_speech


def _told(case: Case, words: Iterable[int]) -> list[int]:
    return kinship(case.statement, case.evidence).told(list(words))


def _any_kin(case: Case, words: Sequence[int]) -> bool:
    """Whether anything that is printed has kin of one of some words."""
    if any(not case.statement.words[at].senses.isdisjoint(case.known) for at in words):
        return True
    return any(kinship(case.statement, claim).has(at) for claim in case.printed for at in words)


def quoted_words_are_of_the_same(case: Case) -> Findings:
    """Quoted words are said of what they are said of in the evidence: “called the talks “frank””."""
    said, printed = _quoted_of(case.statement), _quoted_of(case.evidence)
    if said is None or printed is None:
        return
    language = case.statement.language
    is_printed = any(
        relation(case.statement.words[said], case.evidence.words[its], language) in _SAME
        for its in case.evidence.content
        if case.evidence.words[its].kind is not WordKind.VERB
    )
    if not is_printed:
        yield case.finding("word-exchanged", (said,), (printed,), "say of what it is said in the evidence")


def _quoted_of(claim: Claim) -> int | None:
    """The thing right after a verb and right before quoted words, names between them aside."""
    quoted = next(quoted_texts(claim.text), None)
    if quoted is None:
        return None
    before = [at for at in claim.content if claim.words[at].end <= quoted.start][-_FEWEST:]
    things = [at for at in before if claim.words[at].kind is WordKind.OTHER]
    verb = next((at for at in reversed(before) if claim.words[at].kind is WordKind.VERB), None)
    is_object = bool(things) and verb is not None and verb < things[0]
    is_close = bool(things) and quoted.start - claim.words[before[-1]].end <= _FEWEST
    return things[0] if is_object and is_close else None
