"""Rules for summaries: what a sentence denies, doubts, turns round or has somebody say is so in its article.

The article is known by its seal, whose words have no order, and a summary is worded freely. So these rules
ask of each word only in what manner it stands, and keep quiet where the article has it in several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.model.claims import CERTAIN, PLANNED, POSSIBLE, Claim, Clause, Finding, Word, WordKind
from generator.text.assertions import holders_in, speech_in
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.lexicons.slots import slots_of
from generator.text.terms import term_of
from generator.verify.comparing.alignment import match, oppose
from generator.verify.comparing.context import DENIES, OPEN
from generator.verify.comparing.summed import (
    Summed,
    are_akin,
    clause_of,
    hedges_among,
    is_conditional,
    is_weak,
    words_of,
)

_ENOUGH, _MOST = 3, 0.6
"""So many words of a denied assertion, and more than such a share of them, tell that a summary sums it up."""
_MOST_SHOWN = 4

_DENIAL, _DIRECTION = "denial-not-in-article", "direction-not-in-article"
_CERTAINTY, _SPEAKER = "certainty-not-in-article", "speaker-not-in-article"


def denials_agree(case: Summed) -> Iterator[Finding]:
    """What the article denies the summary denies, and nothing else."""
    yield from _first(
        _added_denials(case),
        _dropped_denials(case),
        _assertions_without_denial(case),
        _denied_things(case),
        _things_not_denied(case),
    )


def _first(*found: Iterator[Finding]) -> Iterator[Finding]:
    """The first finding of several rules, which may see the same."""
    yield from [finding for rule in found for finding in rule][:1]


def _added_denials(case: Summed) -> Iterator[Finding]:
    """What the summary denies of which the article denies nothing."""
    for at, like in case.predicates:
        manner = case.summary.manners[at]
        new = [each for each in manner.negated_by if each in case.own_denials]
        is_denied = case.its_denials or any(case.article.manners[its].is_negated for its in like)
        if manner.is_negated and new and not is_denied and not case.contraries(case.summary.words[at]):
            yield case.finding(_DENIAL, (*new, at), like)


def _dropped_denials(case: Summed) -> Iterator[Finding]:
    """What the article denies wherever it says it, and the summary does not."""
    for at, like in case.predicates:
        manners = [case.article.manners[its] for its in like]
        dropped = _dropped(case, manners[0].negated_by)
        is_denied = case.own_denials or case.summary.manners[at].is_negated
        if dropped and not is_denied and all(manner.is_negated for manner in manners):
            yield case.finding(_DENIAL, (at,), (*dropped, *like))


def _assertions_without_denial(case: Summed) -> Iterator[Finding]:
    """What the article denies, of which the summary has most words, and denies none."""
    manners = case.summary.manners
    back = {its: at for at, like in case.pairs.items() if len(like) == 1 for its in like}
    for clause in case.article.clauses:
        inside = [its for its in words_of(clause) if its in case.article.content]
        denied = [its for its in inside if case.article.manners[its].is_negated]
        dropped = _dropped(case, case.article.manners[denied[0]].negated_by) if denied else ()
        said = [back[its] for its in denied if its in back and not manners[back[its]].is_negated]
        if dropped and not case.own_denials and len(said) >= max(_ENOUGH, len(inside) * _MOST):
            yield case.finding(_DENIAL, said, (*dropped, *inside))


def _denied_things(case: Summed) -> Iterator[Finding]:
    """A clause that the summary denies, where the article denies none of the words that it has of it."""
    summary, article = case.summary, case.article
    for clause in summary.clauses:
        # “No fall since 1990 was as sharp” denies nothing of this one.
        own = [at for at in words_of(clause) if at in case.own_denials and at > clause.first]
        new = [at for at in own if "negator" in summary.words[at].marks]
        denied = [at for at in words_of(clause) if at in case.core and summary.manners[at].is_negated]
        like = {at: case.near(summary.words[at]) for at in denied}
        found = [its for each in like.values() for its in each]
        deny = [at for at in words_of(clause) if summary.words[at].marks & {"negator", "denial", "without"}]
        if len(deny) != 1 or not new or not found or any(article.manners[its].is_negated for its in found):
            continue
        has_denial = any(word.marks & DENIES for word in article.words)
        if not has_denial or sum(1 for each in like.values() if each) >= _ENOUGH - 1:
            yield case.finding(_DENIAL, (*new, *denied[:_MOST_SHOWN]), found[:_MOST_SHOWN])


def _things_not_denied(case: Summed) -> Iterator[Finding]:
    """Words that the article has only where it denies them, and the summary where it does not."""
    summary, article = case.summary, case.article
    for clause in summary.clauses:
        told = [at for at in words_of(clause) if at in case.core and case.pairs[at]]
        told = [at for at in told if summary.words[at].kind is not WordKind.NAME]
        bare = [
            at
            for at in told
            if not summary.manners[at].is_negated
            and all(article.manners[its].is_negated for its in case.pairs[at])
        ]
        denials = {
            each
            for at in bare
            for its in case.pairs[at]
            for each in _dropped(case, article.manners[its].negated_by)
        }
        is_plain = all(_is_no(article.words[each]) for each in denials)
        if bare and denials and is_plain and not _may_deny(case, clause):
            yield case.finding(_DENIAL, bare, (*sorted(denials), *(case.pairs[at][0] for at in bare)))


def _is_no(word: Word) -> bool:
    """Whether a word only denies: “not”, no verb such as “give up”, nor “lack”."""
    return "negator" in word.marks and "lack" not in word.marks


def _may_deny(case: Summed, clause: Clause) -> bool:
    """Whether a clause of the summary has anything that may stand for a denial, or sets a condition."""
    marks = {"negator", "denial", "condition", "turning", "no-negator", "inverter"}
    return any(case.summary.words[at].marks & marks for at in words_of(clause))


def _dropped(case: Summed, denials: Iterable[int]) -> tuple[int, ...]:
    """Those of the article's denials that the summary does not have; none if one is a condition."""
    found = tuple(its for its in denials if its in case.its_denials)
    return () if any("condition" in case.article.words[its].marks for its in found) else found


def directions_agree(case: Summed) -> Iterator[Finding]:
    """What rises in the article does not fall in the summary."""
    yield from _first(_contraries(case), _comparisons(case))


def _contraries(case: Summed) -> Iterator[Finding]:
    """Words of which the article has the contrary only, denied neither here nor there, or both."""
    taken = {its for like in case.pairs.values() for its in like}
    for at in case.core:
        if case.pairs[at] or _has_part_in(case, at):
            continue
        for its in case.contraries(case.summary.words[at]):
            same = case.summary.manners[at].is_negated == case.article.manners[its].is_negated
            same = same or not (case.own_denials or case.its_denials)
            if same and (its not in taken or _is_one_of_two(case, at, its)):
                yield case.finding(_DIRECTION, (at,), (its,))


def _is_one_of_two(case: Summed, at: int, its: int) -> bool:
    """Whether the article has two words of one meaning, and the summary one of it and this, its contrary."""
    kept = [other for other, like in case.pairs.items() if its in like]
    return len(kept) == 1 and len(case.pairs[kept[0]]) > 1 and kept[0] < at


def _has_part_in(case: Summed, at: int) -> bool:
    """Whether the article has the meaning of a phrase's last word: “lost” for “made a loss”."""
    first, _, last = case.summary.words[at].key.rpartition("_")
    return bool(first and case.like(term_of(last, case.summary.language, case.names, 0, None)))


def _comparisons(case: Summed) -> Iterator[Finding]:
    """What the article makes less is not more in the summary."""
    article = case.article
    for at in range(len(case.summary.words) - 1):
        way = _way(case.summary.words[at], case)
        for its in case.akin(case.summary.words[at + 1]) if way else ():
            inside = [each for each in words_of(clause_of(article, its)) if article.words[each].is_content]
            ways = (way, case.summary.words[at]) if way else ()
            contrary = [each for each in inside if any(oppose(one, article.words[each]) for one in ways)]
            if contrary and not any(way and match(way, article.words[each]) for each in inside):
                yield case.finding(_DIRECTION, (at, at + 1), (*contrary, its))


def _way(word: Word, case: Summed) -> Word | None:
    """The verb that tells which way a word such as “more” compares; None if it does not."""
    lexicon = lexicon_of(case.summary.language)
    verb = lexicon.comparatives.get(word.key) if lexicon else None
    return term_of(verb, case.summary.language, case.names, 0, WordKind.VERB) if verb else None


def certainty_agrees(case: Summed) -> Iterator[Finding]:
    """What may be in the article is not told as so, nor what is so as what may be."""
    yield from _first(_raised(case), _raised_things(case), _lowered(case), _confirmed(case))


def _raised(case: Summed) -> Iterator[Finding]:
    """What the article hedges wherever it says it, in a clause that holds nothing weak."""
    summary, article = case.summary, case.article
    if hedges_among(summary, range(len(summary.words))):
        return
    for at, like in case.predicates:
        hedges = [hedges_among(article, article.manners[its].hedged_by) for its in like]
        is_weak_here = any(is_weak(summary.words[each]) for each in words_of(clause_of(summary, at)))
        if all(hedges) and not is_weak_here and not is_conditional(summary, at):
            yield case.finding(_CERTAINTY, (at,), (*hedges[0], *like))


def _raised_things(case: Summed) -> Iterator[Finding]:
    """A deed of which the article has all words in clauses that only consider, hope or deem it possible."""
    summary, article = case.summary, case.article
    if any(is_weak(word) or word.marks & OPEN for word in summary.words):
        return
    for clause in summary.clauses:
        told = [at for at in words_of(clause) if at in case.core and case.near(summary.words[at])]
        told = [at for at in told if summary.words[at].kind is not WordKind.NAME]
        weak = {at: _weakest(case, at) for at in told}
        found = [(at, its) for at, its in weak.items() if its is not None]
        has_verb = any(_is_deed(summary, at) for at, _ in found)
        if has_verb and len(found) >= _ENOUGH - 1 and len(found) > len(told) * _MOST:
            hedges = article.manners[found[0][1]].hedged_by
            yield case.finding(_CERTAINTY, [at for at, _ in found], (*hedges, *(its for _, its in found)))


def _is_deed(claim: Claim, at: int) -> bool:
    """Whether a word is a verb that tells what has happened or will, and no noun: “easing”, “a shift”."""
    word, manner, slots = claim.words[at], claim.manners[at], slots_of(claim.language)
    moods = slots.hedges if slots else frozenset[str]()
    is_ahead = manner.certainty == PLANNED and not any(
        claim.words[each].form.lower() in moods for each in manner.hedged_by
    )
    return word.kind is WordKind.VERB and (word.is_past or is_ahead)


def _weakest(case: Summed, at: int) -> int | None:
    """The first of the words near one, if the article deems all of them only possible."""
    near = case.near(case.summary.words[at])
    manners = [case.article.manners[its] for its in near]
    return near[0] if all(each.certainty == POSSIBLE and each.hedged_by for each in manners) else None


def _lowered(case: Summed) -> Iterator[Finding]:
    """What the summary hedges, where the article has nothing that may be meant by it."""
    summary = case.summary
    if any(is_weak(word) or word.marks & {"question", "condition"} for word in case.article.words):
        return
    for at, like in case.predicates:
        hedges = hedges_among(summary, summary.manners[at].hedged_by)
        if hedges:
            yield case.finding(_CERTAINTY, (*hedges, at), like)


def _confirmed(case: Summed) -> Iterator[Finding]:
    """A word such as “certainly” that the article does not have."""
    if any(word.certainty == CERTAIN for word in case.article.words):
        return
    for at, word in enumerate(case.summary.words):
        if word.certainty == CERTAIN and "negator" not in word.marks and not case.like(word):
            yield case.finding(_CERTAINTY, (at,), ())


def speakers_agree(case: Summed) -> Iterator[Finding]:
    """Who says, thinks or wants something in the summary does so in the article."""
    summary, article = case.summary, case.article
    printed = sorted({its for clause in article.clauses for its in clause.voice})
    for clause in summary.clauses:
        said = holders_in(summary, clause)
        if not said or _is_any(summary, said, article, printed) or _says_so(case, clause, said):
            continue
        known = any(case.like(summary.words[at]) for at in said) or _is_any(
            summary, said, case.around, range(len(case.around.words))
        )
        has_name = any(summary.words[at].kind is WordKind.NAME for at in said)
        if printed or (has_name and not known):
            yield case.finding(_SPEAKER, said, printed[:_MOST_SHOWN])
            return


def _is_any(claim: Claim, words: Iterable[int], other: Claim, its: Iterable[int]) -> bool:
    """Whether any of some words of a claim may mean the same as any of some of another."""
    printed = [other.words[each] for each in its]
    return any(match(claim.words[at], word) for at in words for word in printed)


def _says_so(case: Summed, clause: Clause, holders: Sequence[int]) -> bool:
    """Whether the article has the verb by which they say it, or a noun of it, beside them."""
    summary, article = case.summary, case.article
    verbs = [summary.words[at] for at in speech_in(summary, clause)]
    for other in article.clauses:
        inside = [its for its in words_of(other) if article.words[its].is_content]
        has_verb = any(are_akin(verb, article.words[its]) for verb in verbs for its in inside)
        if has_verb and _is_any(summary, holders, article, inside):
            return True
    return False


RULES: tuple[Callable[[Summed], Iterator[Finding]], ...] = (
    denials_agree,
    directions_agree,
    certainty_agrees,
    speakers_agree,
)


def differences(case: Summed) -> Iterator[Finding]:
    """All that the rules find."""
    return (finding for rule in RULES for finding in rule(case))
