"""Rules for who: who does it and to whom, and according to whom."""

from __future__ import annotations

from generator.model.claims import (
    PLAIN,
    Claim,
    Word,
    WordKind,
)
from generator.text.lexicons.lexicon import lexicon_of
from generator.verify.comparing.alignment import match
from generator.verify.comparing.context import Case, Findings, has_verb

_BEFORE_NOUN = 2


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
        if place in places or (beside and not has_verb(evidence, evidence.clauses[place])):
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
