"""Compares a statement with its evidence: the rules as one list, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.model.claims import Claim, Finding, Outcome, Reading, WordKind
from generator.verify.comparing import (
    belonging,
    bound_rules,
    change_rules,
    copied_roles,
    copy_rules,
    counting_rules,
    date_rules,
    denial_rules,
    direction_rules,
    free_amounts,
    free_claims,
    free_reasons,
    free_wording,
    name_rules,
    near_copies,
    number_rules,
    own_words,
    party_rules,
    rate_rules,
    small_words,
    strength_rules,
    wording_rules,
)
from generator.verify.comparing.alignment import Alignment, aligned
from generator.verify.comparing.context import (
    DENIES,
    Case,
    Context,
    Findings,
    Sentence,
    Witness,
    all_values,
    speak_alike,
    spelt,
    stretch,
)
from generator.verify.comparing.ellipsis_rules import ellipses_hide_nothing

Rule = Callable[[Case], Findings]

VALUE_RULES: tuple[Rule, ...] = (
    name_rules.names_stand_in_the_evidence,
    name_rules.names_are_not_mixed,
    name_rules.names_follow_the_same,
    name_rules.names_keep_their_preposition,
    date_rules.dates_stand_in_the_evidence,
    number_rules.quantities_stand_in_the_evidence,
    bound_rules.bounds_are_not_turned,
    date_rules.parts_of_years_agree,
    name_rules.countries_stand_in_the_evidence,
    date_rules.times_of_day_agree,
    date_rules.parts_of_months_agree,
    date_rules.years_between_are_counted,
    counting_rules.rows_are_as_long,
    rate_rules.rates_are_per_the_same,
    counting_rules.amounts_are_not_shared_out,
    counting_rules.numbers_count_what_they_counted,
    belonging.numbers_belong_to_the_same,
    belonging.numbers_keep_their_date,
    belonging.a_part_is_not_the_whole,
    belonging.dates_belong_to_the_same,
    change_rules.steps_are_not_levels,
    change_rules.what_was_is_not_now,
)
COPY_RULES: tuple[Rule, ...] = (
    near_copies.small_changes_change_nothing,
    own_words.every_word_is_printed,
    near_copies.quotations_are_verbatim,
)
"""For any language of which there are closed classes, with or without a lexicon."""
MEANING_RULES: tuple[Rule, ...] = (
    counting_rules.numbers_count_the_same,
    bound_rules.numbers_keep_their_bound,
    party_rules.roles_are_kept,
    direction_rules.directions_agree,
    direction_rules.prepositions_agree,
    direction_rules.causes_are_printed,
    strength_rules.certainty_is_not_raised,
    strength_rules.conditions_are_kept,
    strength_rules.quantifiers_are_not_raised,
    denial_rules.denials_agree,
    denial_rules.contrasts_are_kept,
    strength_rules.absolutes_are_printed,
    party_rules.speakers_agree,
    wording_rules.words_are_not_exchanged,
    wording_rules.places_are_not_exchanged,
    wording_rules.things_are_not_swapped,
    wording_rules.ends_are_kept,
    wording_rules.receivers_are_kept,
    wording_rules.numbers_belong_to_the_same,
    wording_rules.nothing_is_added,
    copy_rules.new_words_are_of_the_evidence,
    small_words.small_words_are_not_exchanged,
    small_words.strong_words_are_printed,
    small_words.limits_are_kept,
    small_words.numbers_are_not_exchanged,
    small_words.verbs_are_kept,
    small_words.sorts_are_not_widened,
    copied_roles.names_keep_their_side,
    copied_roles.numbers_keep_what_follows,
    copied_roles.things_keep_their_place,
    copied_roles.exceptions_are_kept,
)
"""In the order of what they find; where two find the same words, the first tells it."""

FREE_RULES: tuple[Rule, ...] = (
    free_wording.causes_are_given,
    free_reasons.causes_are_those_of_the_evidence,
    free_reasons.what_makes_it_so_is_printed,
    free_wording.nothing_is_settled,
    free_wording.nothing_is_absolute,
    free_amounts.all_is_not_a_part,
    free_amounts.everybody_is_printed,
    free_amounts.a_part_is_not_all,
    free_claims.what_is_open_is_not_done,
    free_claims.what_is_done_is_not_ahead,
    free_claims.what_is_denied_is_not_asserted,
    free_reasons.no_clause_is_put_on,
    free_reasons.quoted_words_are_of_the_same,
)
"""Asked last, of statements that follow the wording of none of their evidence."""

ONE_MISSING = 6
"""Of so many words of a clause one may be missing in the evidence; no name, number or date may."""
_VALUES = (WordKind.NAME, WordKind.DATE, WordKind.NUMBER)
OTHERS_MISSING = 0.3
"""The share of a statement's other words that may be missing where a difference of meaning is told."""
ROLES_IN_ORDER = 0.6
MOST_SENTENCES = 12
"""Of a statement of more sentences, those after the twelfth are left to people."""
MOST_VALUES = 30
"""A sentence of more numbers and dates, or one whose evidence has twice as many, is left to people."""
MOST_WITNESSES = 8
"""With so many sentences of its evidence at most a statement's sentence is aligned, as each takes time."""


def compare(statement: Sequence[Sentence], witnesses: Sequence[Witness], context: Context) -> Reading:
    """What comes of holding the sentences of a statement against all of its evidence."""
    if not witnesses:
        return Reading(Outcome.NOT_READ, unread=" ".join(each.claim.text for each in statement))
    printed = tuple(claim for witness in witnesses for claim in _claims_of(witness))
    known = all_values(iter((*printed, *context.claims))) | context.senses
    context = replace(context, senses=known, claims=(*printed, *context.claims))
    has_speaker = any(each.claim.speakers for each in statement)
    found = [
        _compared(each, witnesses, context, is_attributed=has_speaker) for each in statement[:MOST_SENTENCES]
    ]
    found += [Reading(Outcome.NOT_READ, unread=each.claim.text) for each in statement[MOST_SENTENCES:]]
    hidden = ellipses_hide_nothing(statement, witnesses)
    findings = (*(finding for reading in found for finding in reading.findings), *hidden)
    if findings:
        return Reading(Outcome.DIFFERS, findings)
    for outcome in (Outcome.NOT_COMPARED, Outcome.NOT_READ):
        if reading := next((each for each in found if each.outcome is outcome), None):
            return reading
    return Reading(Outcome.AGREES)


def _compared(
    sentence: Sentence, witnesses: Sequence[Witness], context: Context, *, is_attributed: bool
) -> Reading:
    statement, known = sentence.claim, context.senses
    if any(_values_in(each.claim) > 2 * MOST_VALUES for each in witnesses) or (
        _values_in(statement) > MOST_VALUES
    ):
        return Reading(Outcome.NOT_READ, unread=statement.text)
    cases = [
        Case(statement, each, aligned(statement, each.claim), known, context.claims, context, is_attributed)
        for each in _likest(statement, witnesses)
    ]
    best = max(cases, key=lambda case: (case.alignment.coverage, case.alignment.share))
    is_compared = all(speak_alike(statement, witness.claim) for witness in witnesses)
    findings = _once(finding for rule in (*VALUE_RULES, *COPY_RULES) for finding in rule(best))
    if is_compared:
        findings = _once([*findings, *_of_meaning(best, cases)])
    unread = _unread(statement, cases, best, known) if is_compared and not findings else ""
    if is_compared and not findings and free_wording.applies(best, unread):
        findings = _once(_of_free_wording(best, cases))
    if findings:
        return Reading(Outcome.DIFFERS, tuple(_placed(each, sentence, cases) for each in findings))
    if not is_compared:
        return Reading(Outcome.AGREES if own_words.is_plain_copy(best) else Outcome.NOT_COMPARED)
    return Reading(Outcome.NOT_READ, unread=unread) if unread else Reading(Outcome.AGREES)


def _values_in(claim: Claim) -> int:
    return sum(1 for word in claim.words if word.kind in (WordKind.NUMBER, WordKind.DATE))


def _likest(statement: Claim, witnesses: Sequence[Witness]) -> Sequence[Witness]:
    """The witnesses in order; of very many, those that share most meanings with the statement."""
    if len(witnesses) <= MOST_WITNESSES:
        return witnesses
    said = all_values(iter((statement,)))
    shared = [len(said & all_values(iter((each.claim,)))) for each in witnesses]
    likest = sorted(range(len(witnesses)), key=lambda at: (-shared[at], at))[:MOST_WITNESSES]
    return [witnesses[at] for at in sorted(likest)]


def _placed(finding: Finding, sentence: Sentence, cases: Sequence[Case]) -> Finding:
    """The finding with its places in the whole statement and in the whole sentence of its evidence."""
    start = next((case.witness.start for case in cases if case.witness.place == finding.evidence), 0)
    return replace(
        finding, said_at=_moved(finding.said_at, sentence.start), printed_at=_moved(finding.printed_at, start)
    )


def _moved(place: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return (place[0] + by, place[1] + by) if place else None


def _claims_of(witness: Witness) -> tuple[Claim, ...]:
    return (witness.claim, witness.before) if witness.before else (witness.claim,)


def _of_meaning(best: Case, cases: Sequence[Case]) -> Iterable[Finding]:
    """What the rules find against the best evidence, unless another bears the same words out."""
    for rule in MEANING_RULES:
        for finding in rule(best):
            if _is_only_one(best, finding) and not any(
                _bears_out(case, rule, finding) for case in cases if case is not best
            ):
                yield finding


def _of_free_wording(best: Case, cases: Sequence[Case]) -> Iterable[Finding]:
    """What the rules for free wording find, if no other piece of evidence bears the statement out."""
    for rule in FREE_RULES:
        if all(any(True for _ in rule(case)) for case in cases):
            yield from rule(best)


def _is_only_one(case: Case, finding: Finding) -> bool:
    """Whether the words that a finding is not about are in the evidence, so that it is the one difference."""
    words = case.statement.words
    start, end = finding.said_at or (0, 0)
    others = [
        at for at in case.alignment.core if at in case.statement.needed and not start <= words[at].start < end
    ]
    missing = [at for at in others if at not in case.alignment.pairs and at not in case.alignment.contrary]
    return len(missing) <= len(others) * OTHERS_MISSING


def _bears_out(case: Case, rule: Rule, finding: Finding) -> bool:
    """Whether another piece of evidence has the words that a finding is about, without that difference."""
    if finding.said_at is None:
        return False
    start, end = finding.said_at
    words = case.statement.words
    inside = [at for at in case.alignment.core if start <= words[at].start < end]
    if not inside or any(at not in case.alignment.pairs for at in inside):
        return False
    return all(other.said_at != finding.said_at for other in rule(case))


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those about words that an earlier one is about."""
    kept: list[Finding] = []
    for finding in findings:
        if not any(_share_words(finding, other) for other in kept):
            kept.append(finding)
    return tuple(kept)


def _share_words(one: Finding, other: Finding) -> bool:
    mine, its = one.said_at, other.said_at
    if mine is None or its is None:
        return one.said_at == other.said_at and one.printed_at == other.printed_at
    return mine[0] < its[1] and its[0] < mine[1]


def _unread(statement: Claim, cases: Sequence[Case], best: Case, known: frozenset[str]) -> str:
    """The clause that the evidence does not cover word by word; empty if it covers all of them."""
    for clause in statement.clauses:
        inside = [at for at in range(clause.first, clause.last) if at in statement.needed]
        missing = [at for at in inside if not _is_covered(statement, at, cases, known)]
        is_value = any(statement.words[at].kind in _VALUES for at in missing)
        if is_value or len(missing) * ONE_MISSING > len(inside):
            return spelt(statement, stretch(statement, range(clause.first, clause.last)))
    if _may_exchange_roles(best.alignment):
        return statement.text
    return ""


_OF_REPORTS = frozenset({"reporting", "attribution"})


def _is_covered(statement: Claim, at: int, cases: Sequence[Case], known: frozenset[str]) -> bool:
    word = statement.words[at]
    if any(at in case.alignment.pairs or at in case.alignment.contrary for case in cases):
        return True
    if "reporting" in word.marks or ("attribution" in word.marks and _prints(cases, _OF_REPORTS)):
        return True
    if "denial" in word.marks and _prints(cases, DENIES):
        return True
    return word.kind in _VALUES and not word.senses.isdisjoint(known)


def _prints(cases: Sequence[Case], marks: frozenset[str]) -> bool:
    """Whether the evidence has a word of one of these marks."""
    return any(marks & word.marks for case in cases for word in case.evidence.words)


def _may_exchange_roles(alignment: Alignment) -> bool:
    """Whether the order of words differs so much that who does what to whom cannot be told."""
    words = alignment.statement.words
    people = [at for at in alignment.pairs if words[at].kind is WordKind.NAME]
    return alignment.share < ROLES_IN_ORDER and len(people) > 1
