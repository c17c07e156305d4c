"""Rules for meaning: which way, whether, how surely, on what condition, how many, who, according to whom."""

from __future__ import annotations

from generator.model.claims import (
    CERTAIN,
    LIKELY,
    PLAIN,
    PLANNED,
    POSSIBLE,
    Amount,
    Claim,
    Clause,
    Word,
    WordKind,
)
from generator.text.lexicons.lexicon import lexicon_of
from generator.verify.comparing.alignment import ClausePair, match, oppose
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.wording_rules import turns_a_verb

_LIMITED = {Amount.SOME: 2, Amount.FEW: 1, Amount.MANY: 3, Amount.MOST: 4, Amount.ALL: 5}
_ALL = 5
_BOUND_BY = 3
ALIKE = 0.7
HALF = 0.5
CONDITIONED = 0.8
FEW = 4
_DIRECT = 3
"""Up to how many words before another one bears on it directly."""
CUT = "quotation-cut"
"""The code of a difference that comes of what a quotation leaves out of its sentence."""


def directions_agree(case: Case) -> Findings:
    """What rises in the statement does not fall in the evidence, unless one of the two is denied."""
    alignment = case.alignment
    for at, its in alignment.contrary.items():
        denied = _is_turned(case.statement, at) != _is_turned(case.evidence, its)
        if (
            (at, its) == alignment.turned
            or _only_dates(case.statement, at)
            or _only_dates(case.evidence, its)
        ):
            continue
        if denied or not _is_about_the_same(case, at, its) or not _has_same_object(case, at, its):
            continue
        if case.evidence.manners[its].certainty <= POSSIBLE < case.statement.manners[at].certainty:
            continue
        yield case.finding("direction-differs", (at,), (its,))


def _only_dates(claim: Claim, at: int) -> bool:
    """Whether a word only tells which part of a month or year is meant: “by the **end** of September”."""
    after = claim.words[at + 1 : at + _DIRECT]
    is_part = len(after) > 1 and "no-complement" in after[0].marks and after[1].kind is WordKind.DATE
    return is_part and claim.words[at].kind is WordKind.OTHER


def _has_same_object(case: Case, at: int, its: int) -> bool:
    """Of two verbs, whether a word right after them is shared, or the one right before."""
    words, printed = case.statement.words, case.evidence.words
    if words[at].kind is not WordKind.VERB or printed[its].kind is not WordKind.VERB:
        return True
    after = [each for each in case.statement.content if each > at][:FEW]
    its_after = {each for each in case.evidence.content if each > its and each <= its + FEW}
    before = [each for each in case.statement.content if each < at][-1:]
    its_before = {each for each in case.evidence.content if each < its and each >= its - FEW}
    pairs = case.alignment.pairs
    return any(pairs.get(each) in its_after for each in after) or any(
        pairs.get(each) in its_before for each in before
    )


def _is_turned(claim: Claim, at: int) -> bool:
    """Whether a word means its contrary here: it is denied, or made less of."""
    is_less = at > 0 and "inverter" in claim.words[at - 1].marks
    return claim.manners[at].is_negated != is_less


def _is_about_the_same(case: Case, at: int, its: int) -> bool:
    """Whether the words around two words match well enough for these to speak of the same."""
    alignment = case.alignment
    if any(at in gap.said and its in gap.printed for gap in alignment.gaps):
        return alignment.is_near or alignment.companions(at, its) > 0
    return alignment.companions(at, its) > 1


def causes_are_printed(case: Case) -> Findings:
    """“Because of protests” stands in the evidence as a cause, not as “after” or “despite protests”."""
    statement, evidence = case.statement, case.evidence
    if not case.alignment.is_near or any("cause" in word.marks for word in evidence.words):
        return
    has_concession = any("concession" in word.marks for word in statement.words)
    for at, its in case.alignment.in_order:
        said, printed = _marked(statement, at, "cause"), _marked(evidence, its, "concession")
        if said is not None and statement.words[at].kind is not WordKind.VERB:
            yield case.finding("more-than-evidence", (said, at), (its,))
            return
        if printed is not None and not has_concession:
            yield case.finding("direction-differs", (at,), (printed, its))
            return


def _marked(claim: Claim, at: int, mark: str) -> int | None:
    """The word with a mark among the small words right before another."""
    for before in range(at - 1, max(at - 4, -1), -1):
        if mark in claim.words[before].marks:
            return before
        if claim.words[before].is_content:
            return None
    return None


def prepositions_agree(case: Case) -> Findings:
    """“Before May” is not “after May”: the little word right before what both name is not its contrary."""
    statement, evidence = case.statement, case.evidence
    if case.alignment.turned:
        return
    for at, its in case.alignment.in_order:
        said, printed = _little_word(statement, at), _little_word(evidence, its)
        if said is None or printed is None:
            continue
        is_agent = "by" in statement.words[said].marks | evidence.words[printed].marks
        if is_agent and turns_a_verb(case):
            continue
        if oppose(statement.words[said], evidence.words[printed]) and case.alignment.is_near:
            yield case.finding("direction-differs", (said, at), (printed, its))
    for at, its in case.alignment.in_order:
        if (
            statement.words[at].quantity is None
            or at + 1 == len(statement.words)
            or its + 1 == len(evidence.words)
        ):
            continue
        if oppose(statement.words[at + 1], evidence.words[its + 1]) and case.alignment.is_near:
            yield case.finding("direction-differs", (at, at + 1), (its, its + 1))


def _little_word(claim: Claim, at: int) -> int | None:
    for before in range(at - 1, max(at - 5, -1), -1):
        word = claim.words[before]
        if word.is_content:
            return None
        if word.opposites:
            return before
    return None


def denials_agree(case: Case) -> Findings:
    """What is denied in the evidence is denied in the statement, and the other way round."""
    statement, evidence = case.statement, case.evidence
    for clause in case.alignment.clauses:
        if not _is_alike(case, clause) or _asks(statement):
            continue
        for at, its in _telling(case, clause):
            mine, other = statement.manners[at], evidence.manners[its]
            if mine.is_negated == other.is_negated or not _is_told_plainly(case, clause, (at, its)):
                continue
            if _is_told_otherwise(case, mine.negated_by, other.negated_by) or mine.asked_by or other.asked_by:
                continue
            if _is_open(statement, mine.negated_by) or _is_open(evidence, other.negated_by):
                continue
            if any(evidence.manners[each].is_negated == mine.is_negated for each in _others(case, at, its)):
                continue
            if _waits(statement, at) != _waits(evidence, its):
                continue
            yield case.finding(
                CUT if case.cut(other.negated_by) else "denial-differs",
                (*mine.negated_by, at),
                (*other.negated_by, its),
                "deny what the evidence denies, no more and no less",
            )
            break


def _waits(claim: Claim, at: int) -> bool:
    """Whether a word is denied only until something happens: “may not build before it is approved”."""
    manner = claim.manners[at]
    return manner.is_negated and any("until" in claim.words[each].marks for each in manner.conditions)


def contrasts_are_kept(case: Case) -> Findings:
    """What the evidence names only to say that it is not so (“Parents, not teachers”) is not told as so."""
    statement, evidence = case.statement, case.evidence
    if not case.alignment.is_near:
        return
    for at, its in case.alignment.pairs.items():
        negator = _set_aside(evidence, its)
        if negator is None or statement.manners[at].is_negated or _set_aside(statement, at) is not None:
            continue
        if statement.words[at].is_content:
            yield case.finding("denial-differs", (at,), (negator, its), "say what the evidence says instead")
            return


def _set_aside(claim: Claim, at: int) -> int | None:
    """The negator right before a word that follows a comma or “and”."""
    for before in range(at - 1, max(at - 3, -1), -1):
        word = claim.words[before]
        if "negator" in word.marks and "condition" not in word.marks:
            opens = before == 0 or any(each.first in (before, before - 1) for each in claim.clauses)
            return before if opens else None
        if word.is_content or word.marks & {"auxiliary"}:
            return None
    return None


def _is_told_plainly(case: Case, clause: ClausePair, pair: tuple[int, int]) -> bool:
    """In free wording, whether “not” stands right before the word, and all else of the clause is shared."""
    if case.alignment.is_near:
        return True
    at, its = pair
    sides = ((case.statement, at), (case.evidence, its))
    is_direct = any(
        negation < word <= negation + _DIRECT and "negator" in claim.words[negation].marks
        for claim, word in sides
        for negation in claim.manners[word].negated_by
    )
    return is_direct and clause.share == 1.0


def _is_open(claim: Claim, negations: tuple[int, ...]) -> bool:
    """Whether something is denied on a condition only: by “unless”, by “without” at a beginning."""
    begins = {clause.first for clause in claim.clauses}
    marks = ({"condition", "without"} if each in begins else {"condition"} for each in negations)
    return any(each & claim.words[at].marks for each, at in zip(marks, negations, strict=True))


def _asks(claim: Claim) -> bool:
    """Whether it only asks, such as “Whether the weir will close”."""
    return claim.is_question or (bool(claim.words) and "interrogative" in claim.words[0].marks)


def _is_alike(case: Case, clause: ClausePair) -> bool:
    """Whether two clauses share so much that what is said about one must hold of the other."""
    if case.alignment.is_near:
        return clause.share >= HALF
    return len(clause.pairs) > 2 and clause.share >= ALIKE


def _telling(case: Case, clause: ClausePair) -> list[tuple[int, int]]:
    """The shared words whose manner counts: verbs, and what the word before denies."""
    words, printed = case.statement.words, case.evidence.words
    pairs = (*clause.pairs, *clause.elsewhere) if case.alignment.is_near else clause.pairs
    if (copula := _copula(case.statement, clause.mine)) is not None:
        return [(at, its) for at, its in pairs if at > copula]
    return [
        (at, its)
        for at, its in pairs
        if WordKind.VERB in (words[at].kind, printed[its].kind)
        or (case.alignment.is_near and _is_directly_denied(case, at, its))
    ]


def _copula(claim: Claim, clause: Clause) -> int | None:
    """The “is” of a clause that has no other verb; None if it has one, or none at all."""
    inside = range(clause.first, clause.last)
    if any(claim.words[at].kind is WordKind.VERB for at in inside):
        return None
    return next((at for at in inside if "passive" in claim.words[at].marks), None)


def _is_directly_denied(case: Case, at: int, its: int) -> bool:
    """Whether one of two words is denied by a word right before it: “not unprofitable”."""
    if case.statement.words[at].kind is not WordKind.OTHER:
        return False
    return any(
        negation < word <= negation + 2
        and claim.words[negation].kind is WordKind.FUNCTION
        and "condition" not in claim.words[negation].marks
        for claim, word in ((case.statement, at), (case.evidence, its))
        for negation in claim.manners[word].negated_by
    )


def _has_verb(claim: Claim, clause: Clause) -> bool:
    return any(
        word.kind is WordKind.VERB or "auxiliary" in word.marks
        for word in claim.words[clause.first : clause.last]
    )


def _is_told_otherwise(case: Case, mine: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether the negation is said by another word that has its like or its contrary on the other side."""
    words = case.statement.words
    contrary = set(case.alignment.contrary) | set(case.alignment.contrary.values())
    if any(at in case.alignment.contrary for at in mine) or any(its in contrary for its in other):
        return True
    return any("denial" in words[at].marks and at in case.alignment.pairs for at in mine)


def certainty_is_not_raised(case: Case) -> Findings:
    """What may be, or is planned, is not told as done or certain."""
    yield from _confirmed(case)
    for clause in case.alignment.clauses:
        if not _is_alike(case, clause) or not _has_verb(case.statement, clause.mine) or _asks(case.statement):
            continue
        for at, its in _telling(case, clause):
            if (hedge := _dropped_hedge(case, clause, at, its)) is not None:
                mine = case.statement.manners[at]
                yield case.finding(
                    CUT if case.cut((hedge,)) else "certainty-raised",
                    (*mine.hedged_by[:1], at),
                    (hedge, its),
                    "keep how surely the evidence says it",
                )
                return


def _others(case: Case, at: int, its: int) -> list[int]:
    """The other words of the evidence that a word of the statement may stand for."""
    word = case.statement.words[at]
    return [
        each for each in case.evidence.content if each != its and case.evidence.words[each].key == word.key
    ]


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
    is_surer_elsewhere = any(evidence.manners[each].certainty >= said for each in _others(case, at, its))
    if printed >= said or is_surer_elsewhere or _is_attributed(case, other.hedged_by):
        return None
    hedge = min(other.hedged_by, key=lambda each: evidence.words[each].certainty)
    if printed == PLANNED and not (_tells_past(statement, clause.mine) and not _is_done(evidence, its)):
        return None
    is_direct = hedge < its <= hedge + _DIRECT and not (printed == LIKELY and said == PLANNED)
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


_SOFT = frozenset({"soft", "cognition", "attribution"})


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
    if not alignment.is_near and (alignment.coverage < CONDITIONED or len(alignment.pairs) < FEW):
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


def speakers_agree(case: Case) -> Findings:
    """What one says in the evidence, another does not say in the statement."""
    statement, evidence, alignment = case.statement, case.evidence, case.alignment
    for clause in statement.clauses:
        inside = [at for at in alignment.core if clause.first <= at < clause.last]
        said = [at for at in clause.voice if _names_somebody(statement.words[at])]
        images = [alignment.pairs[at] for at in inside if at in alignment.pairs]
        if clause.speaker or not said or len(images) * 2 < len(inside) or len(images) < 2:
            continue
        its_clauses = [alignment.clause_of(evidence, its) for its in images]
        its_clause = evidence.clauses[max(set(its_clauses), key=its_clauses.count)]
        printed = [its for its in its_clause.voice if _names_somebody(evidence.words[its])]
        if not printed or any(
            match(statement.words[at], evidence.words[its]) for at in said for its in printed
        ):
            continue
        if its_clause.speaker or not (_is_name(statement, said) or _is_spoken_of(case, said)):
            continue
        if _stand_together(case, said, printed):
            continue
        if alignment.is_near or len(images) >= len(inside) * 0.7:
            yield case.finding("speaker-differs", said, printed)
            return


def _stand_together(case: Case, said: list[int], printed: list[int]) -> bool:
    """Whether the evidence names the statement's speaker right beside its own, as in an apposition."""
    evidence, alignment = case.evidence, case.alignment
    places = {alignment.clause_of(evidence, its) for its in printed}
    for its in (alignment.pairs[at] for at in said if at in alignment.pairs):
        place = alignment.clause_of(evidence, its)
        beside = places & {place - 1, place + 1}
        if place in places or (beside and not _has_verb(evidence, evidence.clauses[place])):
            return True
    return False


def _is_name(claim: Claim, words: list[int]) -> bool:
    return any(claim.words[at].kind is WordKind.NAME for at in words)


def _is_spoken_of(case: Case, words: list[int]) -> bool:
    """Whether the evidence names somebody too, but not as the speaker."""
    return any(at in case.alignment.pairs for at in words)


def _names_somebody(word: Word) -> bool:
    return word.kind is WordKind.NAME or (
        word.kind in (WordKind.OTHER, WordKind.VERB)
        and not word.marks & {"reporting", "light", "negator", "pronoun", "auxiliary"}
        and word.certainty == PLAIN
    )


def roles_are_kept(case: Case) -> Findings:
    """Who does something to whom in the evidence does it in the statement."""
    statement, evidence, pairs = case.statement, case.evidence, case.alignment.pairs
    for at, its in pairs.items():
        if statement.words[at].kind is not WordKind.VERB or evidence.words[its].kind is not WordKind.VERB:
            continue
        mine, other = _sides(statement, at), _sides(evidence, its)
        if not (mine[0] and mine[1] and other[0] and other[1]):
            continue
        if _opens_with_a_number(statement, at) != _opens_with_a_number(evidence, its):
            continue
        images = tuple({pairs[each] for each in side if each in pairs} for side in mine)
        are_swapped = images[0] & set(other[1]) and images[1] & set(other[0])
        if are_swapped and not images[0] & set(other[0]):
            yield case.finding(
                "roles-differ",
                (mine[0][-1], at, mine[1][0]),
                (other[0][-1], its, other[1][0]),
            )
            return


def _sides(claim: Claim, verb: int) -> tuple[list[int], list[int]]:
    """Who acts and who is acted upon: what stands before a verb and after it, or the reverse if passive."""
    clause = next(each for each in claim.clauses if each.first <= verb < each.last)
    lexicon = lexicon_of(claim.language)
    if lexicon is not None and lexicon.has_verb_second:
        return _bare(claim, clause.first, verb), _bare(claim, verb + 1, clause.last)[:4]
    before = [at for at in range(clause.first, verb) if _takes_part(claim.words[at])]
    after = [at for at in range(verb + 1, clause.last) if _takes_part(claim.words[at])][:4]
    nearby = [claim.words[at].marks for at in range(max(verb - 2, clause.first), verb)]
    is_received = any("receiving" in marks for marks in nearby)
    if not is_received and not any("passive" in marks for marks in nearby):
        return before, after
    agents = {"by", "from-whom"} if is_received else {"by"}
    by = next((at for at in range(verb + 1, clause.last) if agents & claim.words[at].marks), None)
    if by is None:
        return [], before
    return [at for at in range(by + 1, min(by + 5, clause.last)) if _takes_part(claim.words[at])], before


def _opens_with_a_number(claim: Claim, verb: int) -> bool:
    """Whether a number stands before a verb that comes second: then what is told of may stand there too."""
    clause = next(each for each in claim.clauses if each.first <= verb < each.last)
    lexicon = lexicon_of(claim.language)
    is_free = lexicon is not None and lexicon.has_verb_second
    return is_free and any(claim.words[at].kind is WordKind.NUMBER for at in range(clause.first, verb))


_BEFORE_NOUN = 2


def _bare(claim: Claim, first: int, last: int) -> list[int]:
    """Who takes part with no preposition or article that tells the case: in free order only these."""
    return [
        at
        for at in range(first, last)
        if _takes_part(claim.words[at])
        and not any(
            word.marks & {"preposition", "object"} for word in claim.words[max(at - _BEFORE_NOUN, first) : at]
        )
    ]


def _takes_part(word: Word) -> bool:
    return word.kind in (WordKind.NAME, WordKind.OTHER) and word.is_content and not word.marks & {"light"}
