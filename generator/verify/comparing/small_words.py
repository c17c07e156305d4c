"""Rules for near copies: little words put in, left out, or put in the place of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.claims import PLAIN, Amount, Claim, Word, WordKind
from generator.model.quantities import Quantity, QuantityForm
from generator.text.agreement import agreeing
from generator.text.lexicons.slots import Slots, slots_of
from generator.text.units import is_time, unit_words
from generator.verify.comparing.accounts import Change
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.copy_rules import account
from generator.verify.comparing.near_copies import CODES

_REACH = 3
_MOST_SAID = 4
_MOST_PRINTED = 8
_FAR_REACHING = frozenset({"condition"})
_USE = "use the word of the evidence"
_KEEP = "keep how much and how surely the evidence says it"
_RAISING = frozenset({Amount.SOME, Amount.FEW, Amount.MOST, Amount.ONLY})


def small_words_are_not_exchanged(case: Case) -> Findings:
    """In a near copy, no little word stands in the place of another of its class: “unless” for “if”."""
    found, slots = account(case), slots_of(case.statement.language)
    if found is None or slots is None:
        return
    for change in found.changes:
        is_short = len(change.said) <= _MOST_SAID and len(change.printed) <= _MOST_PRINTED
        for at, its in _unlike(case, change):
            one, other = case.statement.words[at], case.evidence.words[its]
            kind = _class_of(one, other, slots)
            if kind and (is_short or kind in _FAR_REACHING) and kind not in ("unit", "fraction", "person"):
                yield case.finding(CODES[kind], (at,), (its,), _USE)


def _class_of(one: Word, other: Word, slots: Slots) -> str | None:
    """The class in which two words have different values, in any of their spellings."""
    for mine in _spellings(one):
        for its in _spellings(other):
            if kind := slots.exchanged(mine, its):
                return kind
    return None


def _unlike(case: Case, change: Change) -> Iterator[tuple[int, int]]:
    """Pairs of words of the two sides of a change, without those that both sides have."""
    mine = {case.statement.words[at].key for at in change.said}
    its = {case.evidence.words[each].key for each in change.printed}
    for at in change.said:
        for each in change.printed:
            if case.statement.words[at].key not in its and case.evidence.words[each].key not in mine:
                yield at, each


def _spellings(word: Word) -> tuple[str, ...]:
    form = word.form.lower().replace(" ", "_")
    return (form,) if form == word.key else (form, word.key)


def strong_words_are_printed(case: Case) -> Findings:
    """In a near copy, “even”, “without” or “more than” stands only where the evidence has it."""
    found = account(case)
    if found is None:
        return
    free = [word for its, word in enumerate(case.evidence.words) if its not in found.mates]
    free += [word for claim in case.printed if claim.text != case.evidence.text for word in claim.words]
    for change in found.changes:
        for at in change.said:
            word = case.statement.words[at]
            is_turned = "negator" in word.marks and case.alignment.contrary
            if "strong" in word.marks and not is_turned and not _has_like(word, free):
                yield case.finding("more-than-evidence", (at,), change.printed[:_REACH])


def _has_like(word: Word, words: Iterable[Word]) -> bool:
    """Whether some words have one that may mean the same, or does the same to its sentence."""
    parts = set(word.key.split("_"))
    return any(
        word.senses & other.senses
        or parts & set(other.key.split("_"))
        or (word.amount is not None and word.amount is other.amount)
        or (word.amount is Amount.ONLY and "condition" in other.marks)
        or ("negator" in word.marks and other.marks & {"negator", "denial", "condition"})
        for other in words
    )


def limits_are_kept(case: Case) -> Findings:
    """In a near copy, what limits a word right after it is not left out: “partly because”, “attempted”."""
    found = account(case)
    if found is None:
        return
    for change in found.changes:
        is_said = any(case.statement.words[at].amount for at in change.said)
        if change.before is None or not change.printed or is_said:
            continue
        for its in _right_before(case.evidence, change):
            word = case.evidence.words[its]
            if _limits(word) and not _is_made_up(case, word) and not _counts_time(case, its, change):
                code = "certainty-raised" if word.certainty < PLAIN else "quantifier-raised"
                yield case.finding(code, (change.before[0],), (its, change.before[1]), _KEEP)
                break


def _right_before(claim: Claim, change: Change) -> Iterator[int]:
    """The words left out that bear on the word which both have next, with only its attributes between."""
    if change.before is None:
        return
    after = claim.words[change.before[1]]
    if not (after.is_content or "break" in after.marks):
        return
    for its in reversed(change.printed[-_REACH:]):
        word = claim.words[its]
        if claim.text[word.end : after.start].strip(" -‐“”‘’'\""):
            return
        yield its
        if word.kind is not WordKind.OTHER and "limiter" not in word.marks:
            return
        after = word


def _counts_time(case: Case, its: int, change: Change) -> bool:
    """Whether it only tells which day or year it was, or what is ahead where the item is a plan."""
    if case.is_planned and _is_modal(case.evidence.words[its]):
        return True
    if case.evidence.words[its].quantity is None or change.before is None:
        return False
    after = case.evidence.words[change.before[1]]
    units, _, _ = unit_words(case.evidence.language)
    return is_time(units.get(after.form.lower(), ""))


def _limits(word: Word) -> bool:
    if word.quantity is not None:
        return word.quantity.form is QuantityForm.RANK and word.quantity.low > 1
    return "limiter" in word.marks or word.amount in _RAISING or _is_modal(word)


def _is_modal(word: Word) -> bool:
    return word.certainty < PLAIN and word.kind is not WordKind.VERB and "reporting" not in word.marks


def _is_made_up(case: Case, word: Word) -> bool:
    """Whether the statement limits as much in other words, anywhere."""
    words = case.statement.words
    if word.quantity is not None:
        return any(other.quantity and other.quantity.low == word.quantity.low for other in words)
    if any(word.form.lower() in other.form.lower() for other in words):
        return True
    if word.certainty < PLAIN and any(other.certainty < PLAIN for other in words):
        return True
    return word.amount is not None and any(other.amount in _RAISING for other in words)


def numbers_are_not_exchanged(case: Case) -> Findings:
    """In a near copy, no number stands in the place of another, though the evidence have it elsewhere."""
    found = account(case)
    if found is None or _compares(case.statement) != _compares(case.evidence):
        return
    for change in found.changes:
        said = [(at, q) for at in change.said if (q := case.statement.words[at].quantity)]
        printed = [(its, q) for its in change.printed if (q := case.evidence.words[its].quantity)]
        is_one = len(said) == len(printed) == 1 and _has_rival_word(case, change)
        if is_one and _differ(said[0][1], printed[0][1]):
            yield case.finding("number-differs", (said[0][0],), (printed[0][0],))


def _compares(claim: Claim) -> bool:
    """Whether a claim tells more of one than of another, so that each may stand first."""
    slots = slots_of(claim.language)
    return slots is not None and any(word.form.lower() in slots.compared for word in claim.words)


def _differ(mine: Quantity, its: Quantity) -> bool:
    return (
        mine.form is its.form and mine.unit == its.unit and not agreeing(mine, [its]) and mine.low != its.low
    )


def _has_rival_word(case: Case, change: Change) -> bool:
    """Whether nothing but the numbers and little words parts the two there."""
    said = [at for at in change.said if case.statement.words[at].is_content]
    printed = [its for its in change.printed if case.evidence.words[its].is_content]
    return len(said) == 1 and len(printed) <= _REACH


def verbs_are_kept(case: Case) -> Findings:
    """In a near copy, “is” or “has” does not stand alone in the place of a verb."""
    found = account(case)
    if found is None:
        return
    for change in found.changes:
        if change.before is None or change.after is None:
            continue
        words = [case.statement.words[at] for at in change.said]
        if not words or any(word.is_content for word in words):
            continue
        verb = next((its for its in change.printed if _is_verb(case, its)), None)
        helping = next((at for at in change.said if "auxiliary" in case.statement.words[at].marks), None)
        if verb is None or helping is None or case.statement.words[change.before[0]].quantity:
            continue
        if _goes_on_with_verb(case.statement, change.before[0]):
            continue
        yield case.finding("word-exchanged", (helping,), (verb,))


def _is_verb(case: Case, its: int) -> bool:
    word = case.evidence.words[its]
    is_verb = word.kind is WordKind.VERB and not word.marks & {"light", "reporting", "copula"}
    return is_verb and its not in case.alignment.taken


def _goes_on_with_verb(claim: Claim, at: int) -> bool:
    return any(word.kind is WordKind.VERB for word in claim.words[at : at + 2])


def sorts_are_not_widened(case: Case) -> Findings:
    """“Every primary school” is not “every school”, nor “any budget that raised the tax” “any budget”."""
    found = account(case)
    if found is None:
        return
    for change in found.changes:
        if change.said or not change.printed or change.after is None:
            continue
        at, its = change.after
        word = case.evidence.words[its]
        is_all = word.amount is Amount.ALL or word.key in ("no", "any", "none")
        told = [each for each in change.printed if case.evidence.words[each].is_content]
        if is_all and told and change.before is not None and case.statement.words[at].key == word.key:
            yield case.finding("quantifier-raised", (at, change.before[0]), (its, *told[:_REACH]), _KEEP)
