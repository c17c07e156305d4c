"""Rules for near copies: one word put in the place of another, and more said than the evidence has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.model.claims import Claim, Clause, Word, WordKind
from generator.text.tokens import is_latin
from generator.verify.comparing.alignment import VERY_NEAR, Gap, oppose
from generator.verify.comparing.context import Case, Findings

_LONGEST_SLOT = 2
_ALIKE = 5
_OF_SPEECH = frozenset({"reporting", "cognition", "soft", "attribution", "or-more", "or-less", "light"})
_OPENING = frozenset('“"„«「')


def words_are_not_exchanged(case: Case) -> Findings:
    """In a near copy, no word stands in the place of another that means something else."""
    alignment = case.alignment
    if alignment.turned:
        return
    for gap in alignment.gaps:
        said = tuple(at for at in gap.said if at not in alignment.pairs and at not in alignment.contrary)
        printed = tuple(its for its in gap.printed if its not in alignment.taken)
        if not said or not printed:
            continue
        one = _of_one_group(case, said, printed)
        if one and alignment.is_near:
            yield case.finding("word-exchanged", one[:1], one[1:])
        elif _is_a_slot(case, gap, said, printed) and (pair := _beside_the_same(case, gap, said, printed)):
            yield case.finding("word-exchanged", pair[:1], pair[1:])


def places_are_not_exchanged(case: Case) -> Findings:
    """In a near copy, a word of the evidence does not stand in the place of another of its words."""
    alignment = case.alignment
    if not alignment.is_near or turns_a_verb(case):
        return
    in_order = dict(alignment.in_order)
    for gap in alignment.gaps:
        moved = [at for at in gap.said if at in alignment.pairs and at not in in_order]
        for at in moved:
            word = case.statement.words[at]
            for its in gap.printed:
                other = case.evidence.words[its]
                like = case.evidence.words[alignment.pairs[at]]
                if like.form[0].isupper() != word.form[0].isupper():
                    continue
                if _opens_a_quotation(case, alignment.pairs[at]):
                    continue
                if _may_stand_for(word, other) and alignment.pairs[at] not in gap.printed:
                    yield case.finding("word-exchanged", (at,), (its,), "keep each word in its place")
                    return


def things_are_not_swapped(case: Case) -> Findings:
    """In a near copy, two words of the evidence have not changed places."""
    alignment = case.alignment
    if not alignment.is_near or turns_a_verb(case):
        return
    in_order = dict(alignment.in_order)
    back = {its: at for at, its in alignment.pairs.items()}
    homes = {at: gap for gap in alignment.gaps for at in gap.said}
    for gap in alignment.gaps:
        for at in gap.said:
            if at not in alignment.pairs or at in in_order:
                continue
            for its in gap.printed:
                other = back.get(its)
                there = homes.get(other) if other is not None and other not in in_order else None
                is_swapped = there and there is not gap and alignment.pairs[at] in there.printed
                word, rival = case.statement.words[at], case.evidence.words[its]
                if is_swapped and word.kind is rival.kind and not (word.marks | rival.marks) & _OF_SPEECH:
                    yield case.finding("word-exchanged", (at,), (its,), "keep each word in its place")
                    return


def ends_are_kept(case: Case) -> Findings:
    """“From A to B” is not “from B to A”."""
    statement, evidence = case.statement, case.evidence
    ends = [
        (at, its, before, printed)
        for at, its in case.alignment.pairs.items()
        if statement.words[at].kind in (WordKind.NAME, WordKind.NUMBER, WordKind.DATE)
        and (before := _preposition(statement, at))
        and (printed := _preposition(evidence, its))
    ]
    for (at, its, one, its_one), (other, its_other, two, its_two) in combinations(ends, 2):
        if one != two and (one, two) == (its_two, its_one):
            yield case.finding("word-exchanged", (at, other), (its, its_other), "keep each word in its place")
            return


def receivers_are_kept(case: Case) -> Findings:
    """“A pays to B” is not “B pays to A”, where a word before it tells who receives and none who acts."""
    statement, evidence = case.statement, case.evidence
    if not case.alignment.is_near or case.alignment.turned:
        return
    said = {at for at in case.alignment.pairs if _is_receiver(statement, at)}
    printed = {at for at, its in case.alignment.pairs.items() if _is_receiver(evidence, its)}
    for at in sorted(said - printed):
        for other in sorted(printed - said):
            its = case.alignment.pairs[at], case.alignment.pairs[other]
            if statement.words[at].is_content and its[0] < its[1] and other < at:
                yield case.finding("roles-differ", (other, at), its)
                return


def _is_receiver(claim: Claim, at: int) -> bool:
    return at > 0 and "before-object" in claim.words[at - 1].marks


def _preposition(claim: Claim, at: int) -> str:
    """The preposition right before a word, or before its article."""
    for before in range(at - 1, max(at - 3, -1), -1):
        if "preposition" in claim.words[before].marks:
            return claim.words[before].key
        if claim.words[before].is_content:
            break
    return ""


def _opens_a_quotation(case: Case, its: int) -> bool:
    """Whether quoted words follow a name at once, which are then its own: “…, Quist “a timetable””."""
    return case.evidence.text[case.evidence.words[its].end :].lstrip()[:1] in _OPENING


def _may_stand_for(word: Word, other: Word) -> bool:
    if not word.senses.isdisjoint(other.senses):
        return False
    if "unsure" in word.marks | other.marks:
        return False
    if WordKind.NAME in (word.kind, other.kind):
        has_date = WordKind.DATE in (word.kind, other.kind)
        return not has_date and word.form[0].isupper() and other.form[0].isupper()
    if word.kind is not other.kind:
        return False
    if word.quantity and other.quantity:
        return word.quantity.unit == other.quantity.unit
    return word.kind is WordKind.DATE and min(word.senses)[:3] == min(other.senses)[:3]


def turns_a_verb(case: Case) -> bool:
    """Whether a verb that both have is active in one and passive in the other, or told from the other end."""
    if case.alignment.turned:
        return True
    if not is_latin(case.statement.text) and _has_passive(case.statement) != _has_passive(case.evidence):
        return True
    return any(
        is_passive(case.statement, at) != is_passive(case.evidence, its)
        for at, its in case.alignment.pairs.items()
        if WordKind.VERB in (case.statement.words[at].kind, case.evidence.words[its].kind)
    )


def _has_passive(claim: Claim) -> bool:
    return any("passive" in word.marks for word in claim.words)


def is_passive(claim: Claim, verb: int) -> bool:
    """Whether a form of “be” stands right before a participle."""
    if not claim.words[verb].form.lower().endswith(("ed", "en", "n", "t", "d", "g")):
        return False
    return any("passive" in word.marks for word in claim.words[max(verb - 2, 0) : verb])


def numbers_belong_to_the_same(case: Case) -> Findings:
    """What a number that both give is told of is not another thing of that sort: turnover for profit."""
    for at, its in case.alignment.pairs.items():
        if case.statement.words[at].quantity is None:
            continue
        mine = case.statement.clauses[case.alignment.clause_of(case.statement, at)]
        other = case.evidence.clauses[case.alignment.clause_of(case.evidence, its)]
        said = tuple(each for each in _free(mine, case.statement) if each not in case.alignment.pairs)
        printed = tuple(each for each in _free(other, case.evidence) if each not in case.alignment.taken)
        if pair := _of_one_group(case, said, printed):
            yield case.finding("word-exchanged", pair[:1], pair[1:])
            return


def _free(clause: Clause, claim: Claim) -> list[int]:
    return [at for at in claim.content if clause.first <= at < clause.last]


def _of_one_group(case: Case, said: tuple[int, ...], printed: tuple[int, ...]) -> tuple[int, int] | None:
    grouped = [its for its in printed if case.evidence.words[its].groups]
    for at in said if grouped else ():
        for its in grouped if case.statement.words[at].groups else ():
            mine, other = case.statement.words[at], case.evidence.words[its]
            shared = {each for each in mine.groups & other.groups if not each.startswith("converse")}
            if shared and mine.senses.isdisjoint(other.senses):
                return at, its
    return None


def _is_a_slot(case: Case, gap: Gap, said: tuple[int, ...], printed: tuple[int, ...]) -> bool:
    """Whether it is the only place at which two otherwise equal texts part, one word against one."""
    alignment = case.alignment
    missing = sum(
        1 for at in alignment.core if at in alignment.statement.needed and at not in alignment.pairs
    )
    is_single = missing == 1 and len(alignment.in_order) > 1
    is_close = alignment.share >= VERY_NEAR and len(alignment.in_order) > _LONGEST_SLOT
    is_single = is_single and len(printed) <= _LONGEST_SLOT
    if not (is_close or is_single) or len(said) > 1:
        return False
    others = [
        each for each in alignment.gaps if each != gap and any(at not in alignment.pairs for at in each.said)
    ]
    if others or alignment.contrary:
        return False
    return _beside_the_same(case, gap, said, printed) is not None


def _beside_the_same(
    case: Case, gap: Gap, said: tuple[int, ...], printed: tuple[int, ...]
) -> tuple[int, int] | None:
    """A word of each that stands next to the same word, tied to it by the same little words."""
    in_order = case.alignment.in_order
    after = next((pair for pair in in_order if pair[0] > said[-1]), None)
    before = next((pair for pair in reversed(in_order) if pair[0] < said[0]), None)
    pairs = []
    if after and said[-1] == gap.said[-1] and printed[-1] == gap.printed[-1]:
        pairs.append((said[-1], printed[-1], after))
    if before and said[0] == gap.said[0] and printed[0] == gap.printed[0]:
        pairs.append((said[0], printed[0], before))
    for at, its, (anchor, other) in pairs:
        is_tied = _between(case.statement, at, anchor) == _between(case.evidence, its, other)
        if is_tied and _are_rivals(case.statement.words[at], case.evidence.words[its]):
            return at, its
    return None


def _between(claim: Claim, one: int, other: int) -> list[str]:
    """The little words between two, without articles."""
    words = claim.words[min(one, other) + 1 : max(one, other)]
    return [word.key for word in words if "article" not in word.marks]


def _are_rivals(word: Word, other: Word) -> bool:
    """Whether one says something else than the other, as far as can be told."""
    if word.kind is not other.kind or oppose(word, other) or (word.marks | other.marks) & _OF_SPEECH:
        return False
    is_phrase = " " in word.form or " " in other.form
    if not is_phrase and word.form[:_ALIKE].lower() == other.form[:_ALIKE].lower():
        return False
    return word.kind in (WordKind.OTHER, WordKind.VERB) and _are_listed(word, other)


def _are_listed(*words: Word) -> bool:
    """Whether the lexicon knows what each may mean, so that having no sense in common tells something."""
    return all(any(sense[:1].isdigit() for sense in word.senses) for word in words)


def is_strong(claim: Claim, words: Sequence[int]) -> bool:
    """Whether some words tell something that can be wrong by itself: a verb, a name, a number."""
    return any(claim.words[at].kind not in (WordKind.OTHER, WordKind.FUNCTION) for at in words)


def nothing_is_added(case: Case) -> Findings:
    """A near copy does not go on with a cause, a consequence or a claim of its own."""
    alignment, statement = case.alignment, case.statement
    for clause in statement.clauses:
        inside = [at for at in alignment.core if clause.first <= at < clause.last]
        if not inside or any(at in alignment.pairs or at in alignment.contrary for at in inside):
            continue
        opener = statement.words[clause.first]
        if any(statement.words[at].marks & _OF_SPEECH for at in range(clause.first, clause.last)):
            continue
        if not is_strong(statement, inside):
            continue
        rest = [at for at in alignment.core if at not in inside]
        covered = sum(1 for at in rest if at in alignment.pairs)
        is_cause = "cause" in opener.marks
        if not rest or covered < len(rest) * (VERY_NEAR if not is_cause else 0.5):
            continue
        if clause.first and (is_cause or alignment.is_near) and len(inside) > 1:
            yield case.finding(
                "more-than-evidence",
                tuple(range(clause.first, clause.last)),
                (),
            )
