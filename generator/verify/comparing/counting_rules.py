"""Rules for how numbers count: each or all together, a night or a week, in a row, which digits, of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from generator.model.claims import Claim, Word, WordKind
from generator.model.quantities import Quantity, QuantityForm
from generator.text.agreement import SAME_VALUE, differences
from generator.text.lexicons.relations import Relation, relations_of
from generator.text.lexicons.slots import slots_of
from generator.text.numerals import primary
from generator.text.units import is_currency
from generator.verify.comparing.alignment import match, oppose
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.shares import whole_before, whole_of

_EACH: Mapping[str, str] = {
    "en": r"\b(?:each|apiece|per(?!\s?cent)|every(?!\s(?:second|third|fourth|fifth|other))|both)\b",
    "de": r"\b(?:je|jeweils|jede[nmrs]?(?!\s(?:zweite|dritte|vierte|fünfte))|pro|einzelne[nmrs]?|beide)\b",
    "fr": r"\b(?:chacune?|chaque|par|les\sdeux)\b",
    "es": r"\b(?:cada|por|ambos|ambas)\b",
    "zh": r"每|各|人均|均|分别",
}
_TOGETHER: Mapping[str, str] = {
    "en": r"\b(?:in\s(?:all|total)|altogether|together|combined|between\sthem|(?:a|the)\stotal|overall)\b",
    "de": r"\b(?:insgesamt|zusammen|gemeinsam|alles\sin\sallem)\b",
    "fr": r"\b(?:au\stotal|en\stout|ensemble|totalis\w+)\b",
    "es": r"\b(?:en\stotal|en\sconjunto|juntos|juntas|totaliz\w+)\b",
    "zh": r"共|总|合计",
}
_IN_A_ROW: Mapping[str, tuple[str, str]] = {
    "en": (
        r"\s(?:consecutive|straight|successive)\b|\s(?:\w+\s){0,2}(?:in\sa\srow|running|in\ssuccession|on\sthe\strot)\b",
        "",
    ),
    "de": (
        r"\s(?:\w+\s){0,2}(?:in\sFolge|hintereinander|nacheinander)\b|\s(?:aufeinanderfolgend|aufeinander\sfolgend)",
        "",
    ),
    "fr": (r"\s(?:\w+\s){0,2}(?:consécuti\w+|d['’]affilée|de\ssuite)", ""),
    "es": (r"\s(?:\w+\s){0,2}(?:consecutiv\w+|seguid[oa]s?)\b", ""),
    "zh": ("", r"(?:连续|连)\Z"),
}
_NOUN_FIRST = frozenset({"fr", "es"})
_BEFORE_ALL = 14
_REACH = 4
_FEW_DIGITS = 2
_PAIR = 2
MOST_NUMBERS = 24
"""With more numbers in a sentence, as nobody writes, pairs of them are not tried."""


def amounts_are_not_shared_out(case: Case) -> Findings:
    """What all get together is not what each gets, nor the reverse."""
    for at, its in _same_numbers(case):
        each, other = _is_each(case.statement, at), _is_each(case.evidence, its)
        whole, its_whole = _is_whole(case.statement, at), _is_whole(case.evidence, its)
        if (
            each and not other and not _has(case, _EACH) and (its_whole or _counts_others(case.evidence, its))
        ) or (whole and other and not its_whole and not _has(case, _TOGETHER)):
            yield case.finding("counted-differs", (at,), (its,))


def _same_numbers(case: Case) -> Iterator[tuple[int, int]]:
    """The numbers that both give, larger than two, where the evidence gives them once."""
    for at, its in all_same_numbers(case.statement, case.evidence):
        quantity = case.statement.words[at].quantity
        if quantity is not None and quantity.low > _PAIR:
            yield at, its


@lru_cache(maxsize=64)
def all_same_numbers(statement: Claim, evidence: Claim) -> tuple[tuple[int, int], ...]:
    """The numbers that both give, where the evidence gives them once; of very many, none."""
    said = [(at, word.quantity) for at, word in enumerate(statement.words) if word.quantity]
    printed = [(its, word.quantity) for its, word in enumerate(evidence.words) if word.quantity]
    if len(said) * len(printed) > MOST_NUMBERS**2:
        return ()
    found = []
    for at, mine in said:
        if mine.form is QuantityForm.NUMBER:
            same = [its for its, other in printed if not differences(mine, other) - SAME_VALUE]
            found += [(at, same[0])] if len(same) == 1 else []
    return tuple(found)


def clause_text(claim: Claim, at: int) -> str:
    """What of a claim's text stands in the clause of a word."""
    clause = next((each for each in claim.clauses if each.first <= at < each.last), None)
    if clause is None:
        return claim.text
    return claim.text[claim.words[clause.first].start : claim.words[clause.last - 1].end]


def _is_each(claim: Claim, at: int) -> bool:
    pattern = _pattern(_EACH, claim.language)
    return pattern is not None and pattern.search(clause_text(claim, at)) is not None


def _is_whole(claim: Claim, at: int) -> bool:
    """Whether a number is that of all together: “in all 120 prisoners”, “120 in total”."""
    pattern, quantity = _pattern(_TOGETHER, claim.language), claim.words[at].quantity
    if pattern is None or quantity is None:
        return False
    before = claim.text[max(quantity.start - _BEFORE_ALL, 0) : quantity.start]
    after = claim.text[quantity.end : quantity.end + 2 * _BEFORE_ALL].partition(",")[0]
    return pattern.search(before) is not None or pattern.search(after) is not None


def tells_each(claim: Claim) -> bool:
    """Whether a claim tells of each of some: “each side”, “je 120”, “chacun”."""
    pattern = _pattern(_EACH, claim.language)
    return pattern is not None and pattern.search(claim.text) is not None


def _counts_others(claim: Claim, its: int) -> bool:
    """Whether an amount stands beside a number of those who get it."""
    quantity = claim.words[its].quantity
    if quantity is None or not is_currency(quantity.unit):
        return False
    others = (word.quantity for at, word in enumerate(claim.words) if at != its and word.quantity)
    return any(each.form is QuantityForm.NUMBER and not each.unit and each.low > 1 for each in others)


def _has(case: Case, words: Mapping[str, str]) -> bool:
    return any(
        (pattern := _pattern(words, claim.language)) is not None and pattern.search(claim.text) is not None
        for claim in case.printed
    )


def rows_are_as_long(case: Case) -> Findings:
    """“The second loss in a row” is not the third."""
    printed = {quantity.low for claim in case.printed for _, quantity in _rows(claim)}
    place = next((its for its, _ in _rows(case.evidence)), None)
    for at, quantity in _rows(case.statement):
        if printed and quantity.low not in printed:
            yield case.finding("number-differs", (at,), () if place is None else (place,))


def _rows(claim: Claim) -> Iterator[tuple[int, Quantity]]:
    """The numbers that tell how many of something followed each other."""
    main = primary(claim.language)
    for at, word in enumerate(claim.words):
        quantity = word.quantity
        if quantity is None or quantity.form is QuantityForm.FRACTION or main not in _IN_A_ROW:
            continue
        after, before = (_compiled(each) for each in _IN_A_ROW[main])
        number_end = quantity.start + len(claim.text[quantity.start : quantity.end].split()[0])
        is_after = after and (after.match(claim.text, quantity.end) or after.match(claim.text, number_end))
        if is_after or (
            before and before.search(claim.text, max(quantity.start - _REACH, 0), quantity.start)
        ):
            yield at, quantity


def numbers_count_what_they_counted(case: Case) -> Findings:
    """In any wording, a number that both give counts the same: “310 pairs” are not “310 birds”."""
    if case.is_across_languages:
        return
    for at, its in _same_numbers(case):
        mine, other = _noun(case.statement, at), _noun(case.evidence, its)
        quantity = case.statement.words[at].quantity
        if mine is None or quantity is None or (other and match(mine, other)):
            continue
        if other and any(match(other, word) for word in case.statement.words):
            continue
        is_another = other is not None and _are_other_things(mine, other, case.statement.language)
        if is_another or _is_more_than_all(case, quantity, mine, its):
            yield case.finding("counted-differs", (at,), (its,))


def _are_other_things(mine: Word, other: Word, language: str) -> bool:
    """Whether two nouns name things of which one cannot be said for the other, as far as is known."""
    slots, relations = slots_of(language), relations_of(language)
    forms = (mine.form.lower(), other.form.lower())
    if (
        slots is None
        or slots.people & {mine.key, forms[0]}
        or any(mine.key in group and other.key in group for group in _counted_alike(language))
    ):
        return False
    if slots.exchanged(*forms) or oppose(mine, other):
        return True
    if relations is None:
        return False
    return relations.between(mine.key, other.key) in (Relation.NONE, Relation.SIBLING)


def _is_more_than_all(case: Case, quantity: Quantity, mine: Word, its: int) -> bool:
    """Whether the evidence counts such things by another number, and there are fewer of them in all."""
    rivals = [
        word.quantity
        for place, word in enumerate(case.evidence.words)
        if place != its and word.quantity and (noun := _noun(case.evidence, place)) and match(noun, mine)
    ]
    total = _pattern(_TOGETHER, case.evidence.language)
    if total is not None and total.search(case.evidence.text):
        return False
    return bool(rivals) and all(quantity.low > rival.low for rival in rivals)


@cache
def _counted_alike(language: str) -> tuple[frozenset[str], ...]:
    """Nouns by which the same are counted: those who vote by their votes, workers by their jobs."""
    slots = slots_of(language)
    return tuple(frozenset(group.split("=")) for group in sorted(slots.counted)) if slots else ()


def noun_at(claim: Claim, at: int) -> int | None:
    """What a number counts, as the place of a word of what follows it: the noun, as far as can be told."""
    quantity = claim.words[at].quantity
    if quantity is None or quantity.unit or quantity.form is not QuantityForm.NUMBER:
        return None
    main = primary(claim.language)
    if main == "zh":
        return at + 1 if at + 1 < len(claim.words) and claim.words[at + 1].kind is WordKind.OTHER else None
    following = range(at + 1, min(at + 1 + len(quantity.counted), len(claim.words)))
    if (whole := whole_before(claim, at)) is not None:
        return noun_at(claim, whole)
    if not following and (whole := whole_of(claim, at)) is not None:
        return noun_at(claim, whole)
    if not following and _is_rank(claim, at + 1):
        following = range(at + 2, min(at + 2 + _REACH, len(claim.words)))
    if main in _NOUN_FIRST:
        first = at + 2 if main == "fr" and following and claim.words[at + 1].form.lower() == "de" else at + 1
        return first if first in following else None
    return next((place for place in following if _is_plural(claim.words[place], claim.language)), None)


def _is_rank(claim: Claim, at: int) -> bool:
    """Whether a word is a rank that goes on what is counted: “5,200 **first**-year students”."""
    quantity = claim.words[at].quantity if at < len(claim.words) else None
    return quantity is not None and quantity.form is QuantityForm.RANK


def _is_plural(word: Word, language: str) -> bool:
    if word.kind not in (WordKind.OTHER, WordKind.VERB):
        return False
    if primary(language) == "de":
        return word.form[:1].isupper()
    form, slots = word.form.lower(), slots_of(language)
    has_ending = form.endswith("s") and not form.endswith("ss")
    return has_ending or (slots is not None and form in slots.plurals)


def _noun(claim: Claim, at: int) -> Word | None:
    place = noun_at(claim, at)
    return None if place is None else claim.words[place]


def are_digits_swapped(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of a sort have the same digits in another order: 430 for 340."""
    if one.low == other.low or one.unit != other.unit or one.form is not other.form:
        return False
    mine, its = _digits_of(one.low), _digits_of(other.low)
    return len(mine) >= _FEW_DIGITS and mine != its and sorted(mine) == sorted(its)


@lru_cache(maxsize=1_000)
def _digits_of(value: Decimal) -> str:
    return re.sub(r"\D", "", f"{value.normalize():f}").strip("0")


def _pattern(words: Mapping[str, str], language: str) -> re.Pattern[str] | None:
    shown = words.get(primary(language))
    return _compiled(shown) if shown else None


@cache
def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def numbers_count_the_same(case: Case) -> Findings:
    """What a number counts in the statement, it counts in the evidence."""
    for at, its in case.alignment.pairs.items():
        word = case.statement.words[at]
        if word.quantity is None or word.quantity.unit or word.quantity.form is not QuantityForm.NUMBER:
            continue
        said, printed = counted(case.statement, at), counted(case.evidence, its)
        if said is None or printed is None:
            continue
        mine, other = case.statement.words[said], case.evidence.words[printed]
        if _follows_soon(case.statement, at, other) or _follows_soon(case.evidence, its, mine):
            continue
        is_swapped = _occurs(other, case.statement, said) and _occurs(mine, case.evidence, printed)
        if _occurs(other, case.statement, said) != is_swapped or not _are_countable(mine, other):
            continue
        if case.alignment.is_near or mine.groups & other.groups:
            yield case.finding("counted-differs", (at, said), (its, printed))


def _follows_soon(claim: Claim, at: int, word: Word) -> bool:
    """Whether a word stands within the next few after a number."""
    return any(match(word, other) for other in claim.words[at + 1 : at + 4])


def _are_countable(*words: Word) -> bool:
    return all(word.form.endswith("s") or word.groups for word in words)


def _occurs(word: Word, claim: Claim, beside: int) -> bool:
    return any(
        match(word, other) for at, other in enumerate(claim.words) if at != beside and other.is_content
    )


def counted(claim: Claim, at: int) -> int | None:
    """The first noun after a number, before any other number, verb or mark."""
    if not claim.has_lexicon:
        return noun_at(claim, at)
    last: int | None = None
    for beside in range(at + 1, min(at + 4, len(claim.words))):
        word = claim.words[beside]
        if word.kind not in (WordKind.OTHER, WordKind.NAME):
            break
        last = beside
        if word.form.endswith("s"):
            break
    return last
