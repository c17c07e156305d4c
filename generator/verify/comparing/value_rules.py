"""Rules for values: names, dates, quantities and what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice, pairwise

from generator.model.claims import Amount, Claim, Word, WordKind
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.agreement import DOWN, UP, Aspect, agreeing, differences
from generator.text.lexicons.slots import slots_of
from generator.text.numerals import numerals_of
from generator.text.terms import is_ordinary, is_place
from generator.text.tokens import is_latin
from generator.text.units import BASIS_POINT, PERCENT, PERCENTAGE_POINT, is_currency, scale_of
from generator.text.value_words import DATE_PARTS
from generator.verify.comparing.alignment import VERY_NEAR, match
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.contradictions import is_denied_otherwise, with_bound
from generator.verify.comparing.counting_rules import (
    MOST_NUMBERS,
    are_digits_swapped,
    noun_at,
    per,
    tells_each,
)


def names_stand_in_the_evidence(case: Case) -> Findings:
    """A name of the statement stands in its evidence, or in what is known besides, in one of its forms."""
    statement = case.statement
    for at, word in enumerate(statement.words):
        if word.kind is not WordKind.NAME or _is_known_name(case, at, word):
            continue
        if case.is_across_languages and _may_be_translated(case, word):
            continue
        if is_place(word) and _may_lie_there(case):
            continue
        printed = _name_in_its_place(case, at)
        if "unsure" in word.marks and not (case.alignment.is_near and _stands_for(case, at, printed)):
            continue
        yield case.finding(
            "name-differs", (at,), printed, "name whom the evidence names, or quote the words that do"
        )


def _may_lie_there(case: Case) -> bool:
    """Whether a free wording may name the country of a place that the evidence names: “Chilean” of a port."""
    evidence = case.evidence.words
    names = [its for its, word in enumerate(evidence) if word.kind is WordKind.NAME]
    are_unknown = any(its not in case.alignment.taken and not is_place(evidence[its]) for its in names)
    is_said = any(is_place(evidence[its]) and its not in case.alignment.taken for its in names)
    return not case.alignment.is_near and are_unknown and not is_said


def _stands_for(case: Case, at: int, printed: Sequence[int]) -> bool:
    """Whether a word stands at the place of a name of the evidence that the statement leaves out."""
    return bool(printed) and any(at in gap.said and printed[0] in gap.printed for gap in case.alignment.gaps)


def _may_be_translated(case: Case, word: Word) -> bool:
    """Whether a name may stand in evidence in another language in another form: “Swedish”, “Inner Mongolia”.

    Names of the index have all their forms there; others are the same only in Latin script, and only if they
    are no word and no place of the statement's language.
    """
    if word.key.startswith("@"):
        return False
    if not all(is_latin(claim.text) for claim in (case.statement, *case.printed)):
        return True
    return is_ordinary(word.form, case.statement.language) or is_place(word)


def _is_known_name(case: Case, at: int, word: Word) -> bool:
    if not word.senses.isdisjoint(case.known):
        return True
    names = [other for claim in case.printed for other in claim.words if other.kind is WordKind.NAME]
    if any(match(word, other) for other in names):
        return True
    if word.form.isupper() and any(_abbreviates(word.form, claim) for claim in case.printed):
        return True
    if any(other.form.isupper() and _spells_out(other.form, case.statement, at) for other in names):
        return True
    return _is_part_of_known_name(case, at)


def _abbreviates(acronym: str, claim: Claim) -> bool:
    """Whether the capitals are the initials of words that follow each other in a text."""
    letters = acronym.replace(".", "").lower()
    initials = "".join(word.form[0].lower() for word in claim.words)
    capitals = "".join(word.form[0].lower() for word in claim.words if word.form[0].isupper())
    return len(letters) > 1 and (letters in initials or letters in capitals)


def _spells_out(acronym: str, claim: Claim, at: int) -> bool:
    letters = acronym.replace(".", "").lower()
    around = claim.words[max(at - 4, 0) : at + 5]
    initials = "".join(word.form[0].lower() for word in around)
    capitals = "".join(word.form[0].lower() for word in around if word.form[0].isupper())
    return len(letters) > 1 and (letters in initials or letters in capitals)


def _is_part_of_known_name(case: Case, at: int) -> bool:
    """Whether it only makes a known name longer, such as a given name before a family name.

    Not if the evidence gives that name another such part.
    """
    words = case.statement.words
    for beside in (at + 1, at - 1):
        if not 0 <= beside < len(words) or words[beside].kind is not WordKind.NAME:
            continue
        if not words[beside].senses.isdisjoint(case.known):
            return not _has_other_part(case, words[beside], at < beside)
    return False


def _has_other_part(case: Case, name: Word, is_before: bool) -> bool:
    said = case.statement.words
    for claim in case.printed:
        for place, word in enumerate(claim.words):
            if word.kind is WordKind.NAME and match(word, name):
                beside = place - 1 if is_before else place + 1
                if 0 <= beside < len(claim.words):
                    other = claim.words[beside]
                    is_name = other.kind is WordKind.NAME and not other.marks
                    if is_name and not any(match(other, each) for each in said):
                        return True
    return False


def _name_in_its_place(case: Case, at: int) -> tuple[int, ...]:
    """The name that the evidence has where the statement has another."""
    words = case.evidence.words
    for gap in case.alignment.gaps:
        if at in gap.said:
            return tuple(its for its in gap.printed if words[its].kind is WordKind.NAME)[:3]
    taken = case.alignment.taken
    free = [its for its in case.evidence.content if words[its].kind is WordKind.NAME and its not in taken]
    return tuple(free[:1])


def dates_stand_in_the_evidence(case: Case) -> Findings:
    """A day, weekday, month, quarter or year of the statement is one that the evidence gives."""
    for at, word in enumerate(case.statement.words):
        if word.kind is not WordKind.DATE:
            continue
        missing = {sense for sense in word.senses - case.known if sense.startswith(DATE_PARTS)}
        if any(sense.startswith("span") for sense in missing) and not _has_span(case.printed):
            missing = {sense for sense in missing if not sense.startswith("span")}
        missing = {sense for sense in missing if not _is_a_year_off(case, sense)}
        missing = {sense for sense in missing if not _is_month_of_span(case, sense)}
        if not missing and (its := _same_day_of_another_month(case, word)) is not None:
            yield case.finding("date-differs", (at,), (its,), "give the date that the evidence gives")
        elif missing:
            printed = _date_in_its_place(case, at, missing)
            yield case.finding("date-differs", (at,), printed, "give the date that the evidence gives")


def _is_a_year_off(case: Case, sense: str) -> bool:
    """Whether a year is the one before or after a printed one, and the evidence says “a year earlier”."""
    if not sense.startswith("year") or not sense[4:].isdecimal():
        return False
    beside = {f"year{int(sense[4:]) + step}" for step in (-1, 1)}
    words = [word for claim in case.printed for word in claim.words]
    has_step = any(word.quantity and word.quantity.low == 1 and word.quantity.unit == "a" for word in words)
    return has_step and any(word.kind is WordKind.DATE and beside & word.senses for word in words)


def _is_month_of_span(case: Case, sense: str) -> bool:
    """Whether a month is an end of one that the evidence tells otherwise.

    “The first seven months” end with July, what lasts “until the end of November” begins with January, and
    “before 1 November” is “by the end of October”.
    """
    month = int(sense[5:]) if re.fullmatch(r"month\d+", sense) else 0
    if not month:
        return False
    words = [word for claim in case.printed for word in claim.words]
    spans = [each for word in words if (each := word.quantity) and each.unit == "mo"]
    if any(each.low == month or (month == 1 and each.low > 1) for each in spans):
        return True
    if any(
        sense.startswith("span") and str(month) in sense[4:].split("-")
        for word in words
        for sense in word.senses
    ):
        return True
    if any(each.low == 1 for each in spans) and case.known & {
        f"month{month % 12 + 1}",
        f"month{(month - 2) % 12 + 1}",
    }:
        return True
    if any({f"month{month % 12 + 1}", "day1"} <= word.senses for word in words):
        return True
    said = [word for word in case.statement.words if word.kind is WordKind.DATE]
    return month == 1 and any(word.senses & case.known for word in said if sense not in word.senses)


def _same_day_of_another_month(case: Case, word: Word) -> int | None:
    """The date of the evidence that shares only the day, where the month comes from another of its dates."""
    day, month = _part_of(word, "day"), _part_of(word, "month")
    if not day or not month:
        return None
    others = [each for claim in case.printed for each in claim.words if day in each.senses]
    if not others or any(_part_of(other, "month") in (None, month) for other in others):
        return None
    return next((its for its, each in enumerate(case.evidence.words) if each in others), None)


def _part_of(word: Word, sort: str) -> str | None:
    return next((sense for sense in word.senses if re.fullmatch(rf"{sort}\d+", sense)), None)


def _has_span(printed: Sequence[Claim]) -> bool:
    """Whether the evidence names a quarter or a season, with which another can be at odds."""
    return any(sense.startswith("span") for claim in printed for word in claim.words for sense in word.senses)


def _date_in_its_place(case: Case, at: int, missing: set[str]) -> tuple[int, ...]:
    """The date that the evidence has instead: the one it is aligned with, or one of its sort."""
    if at in case.alignment.pairs:
        return (case.alignment.pairs[at],)
    sorts = tuple(sense.rstrip("0123456789-") for sense in missing)
    dates = [
        its
        for its, word in enumerate(case.evidence.words)
        if word.kind is WordKind.DATE and any(sense.startswith(sorts) for sense in word.senses)
    ]
    free = [its for its in dates if its not in case.alignment.taken]
    return tuple((free or dates)[:1])


def quantities_stand_in_the_evidence(case: Case) -> Findings:
    """A quantity of the statement is one of the evidence, in value and unit, or follows from two of them."""
    printed = [word.quantity for claim in case.printed for word in claim.words if word.quantity]
    printed += [each for claim in case.printed for each in _with_borrowed_scales(claim)]
    printed += [each for claim in case.printed for each in (*_whole_times(claim), *_sums_of_money(claim))]
    rivals = _rivals(case)
    for at, word in enumerate(case.statement.words):
        quantity = word.quantity
        if quantity is None or _is_rounded(quantity, printed):
            continue
        if agreeing(quantity, printed, _TOLD_ELSEWHERE) and not _counts_money(case, at, printed):
            continue
        if _borrows_scale(case.statement, at, printed) or _is_step(quantity, printed):
            continue
        is_replaced = _is_close(case) and _is_replaced(case, at)
        is_replaced = is_replaced or any(
            are_digits_swapped(quantity, other) for _, other in rivals[:_MOST_ADDED]
        )
        if _follows_from(case, at, printed, is_replaced=is_replaced):
            continue
        if _is_share_of_evidence(case, at, is_replaced=is_replaced):
            continue
        if not is_replaced and (not _has_rival(case, at, rivals) or _lies_between_dates(case, quantity)):
            continue
        if _is_otherwise_told(case, at, quantity, printed):
            continue
        its = _number_in_its_place(case, at, quantity)
        yield case.finding("number-differs", (at,), its, "give the number and unit of the evidence")


def _follows_from(case: Case, at: int, printed: Sequence[Quantity], *, is_replaced: bool) -> bool:
    """Whether a quantity follows from others of the evidence, and stands in the place of none of them."""
    quantity = case.statement.words[at].quantity
    if quantity is None:
        return False
    near = printed[:MOST_NUMBERS]
    if _is_part_of_one(quantity, near) or _is_part_of_year(case, quantity):
        return True
    if is_replaced:
        return _denies_alone(case, at) and _is_worked_out(case, at, quantity, printed)
    if _is_worked_out(case, at, quantity, printed) or _is_bounded_by(quantity, printed):
        return True
    return _is_end_of_range(quantity, near) or _means_a_pair(case.statement, at)


def _is_share_of_evidence(case: Case, at: int, *, is_replaced: bool) -> bool:
    """Whether a number tells a share that the evidence gives in another form, or rounded as it says."""
    quantity, share = case.statement.words[at].quantity, _share_at(case.statement, at)
    if quantity is None or share is None:
        return False
    is_exact = is_replaced or (_is_close(case) and not case.statement.has_lexicon)
    if quantity.unit == PERCENT and quantity.bound is None and not is_exact:
        return _is_whole_percent(share, case.printed)
    shares = _shares_in(case.printed)
    return _is_share(share, shares, exactly=is_exact) or _is_safely_rounded(share, quantity, case.printed)


def _is_close(case: Case) -> bool:
    """Whether a statement follows its evidence; where little words are not known, it does so very closely."""
    alignment = case.alignment
    return alignment.is_near and (case.statement.has_lexicon or alignment.share >= VERY_NEAR)


def _denies_alone(case: Case, at: int) -> bool:
    """Whether a number's clause denies, so that it may count the others: “two did not” of one of three."""
    slots, clause = slots_of(case.statement.language), case.alignment.clause_of(case.statement, at)
    bounds = case.statement.clauses[clause] if case.statement.clauses else None
    words = case.statement.words[bounds.first : bounds.last] if bounds else case.statement.words
    forms = slots.negators if slots else frozenset[str]()
    return any(word.form.lower() in forms or "negator" in word.marks for word in words)


def _is_part_of_one(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is a share of another number, both of the evidence: seven million for half of 14 million."""
    shares = [share for each in printed if (share := _as_share(each)) is not None]
    wholes = [each.low for each in printed if each.unit == quantity.unit and each.form is quantity.form]
    return any(
        quantity.low == whole * part
        for whole in wholes[:_MOST_ADDED]
        for share in shares[:_MOST_ADDED]
        for part in (share, 1 - share)
        if 0 < share < 1
    )


def _is_part_of_year(case: Case, quantity: Quantity) -> bool:
    """Whether months are those of a half or quarter that the evidence names without a number."""
    scale = scale_of(quantity.unit)
    months = quantity.low * scale.factor if scale and scale.dimension == "months" else Decimal(0)
    names = _PARTS_OF_YEAR.get(int(months)) if months == int(months) else None
    return names is not None and any(names.search(claim.text) for claim in case.printed)


def _is_end_of_range(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is the least or most of a range: “six years at most” of “two to six years”."""
    return any(
        each.low != each.high and quantity.low in (each.low, each.high) and each.unit == quantity.unit
        for each in printed
    )


def _means_a_pair(claim: Claim, at: int) -> bool:
    """Whether a number is “both”, which may be said of any two."""
    return claim.words[at].form.lower() in numerals_of(claim.language).sets


def _is_otherwise_told(case: Case, at: int, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether words around it make it one of the evidence, or it may have been counted."""
    if _names_its_unit(case, case.statement.words[at]) or _is_in_millions(quantity, printed):
        return True
    if _tells_times(quantity, printed):
        return True
    is_told = _counts_alike(case, at) or _counts_a_unit(case, at) or _is_another_rank(quantity, printed)
    return _is_weak(quantity) and not is_told


def follows(case: Case, word: Word) -> bool:
    """Whether a quantity is another form of one of the evidence: so many points, a share, every third."""
    if word.quantity is None:
        return False
    printed = [other.quantity for claim in case.printed for other in claim.words if other.quantity]
    at = case.statement.words.index(word)
    share = _share_at(case.statement, at)
    return _is_step(word.quantity, printed) or _is_share(share, _shares_in(case.printed), exactly=True)


def _borrows_scale(claim: Claim, at: int, printed: Sequence[Quantity]) -> bool:
    """Whether a number has the scale and unit of the one after it: “from 4.1 to 3 million euros”."""
    own = claim.words[at].quantity
    if own is None or own.unit:
        return False
    after = [word.quantity for word in claim.words[at + 1 : at + 5] if word.quantity]
    return any(
        other.low == own.low * scale and other.unit == after[0].unit
        for other in printed
        for scale in (_THOUSAND, _THOUSAND**2, _THOUSAND**3)
        if after and after[0].low >= scale
    )


def _with_borrowed_scales(claim: Claim) -> Iterator[Quantity]:
    """Numbers with the scale of the one after them: 4.1 million for “from 4.1 to 3 million euros”."""
    numbers = [word.quantity for word in claim.words if word.quantity]
    for one, other in pairwise(numbers):
        scale = next((each for each in (_THOUSAND**3, _THOUSAND**2, _THOUSAND) if other.low >= each), None)
        if scale and one.low < _THOUSAND and one.unit in ("", other.unit) and one.form is other.form:
            yield replace(one, low=one.low * scale, high=one.high * scale, unit=other.unit)


def _whole_times(claim: Claim) -> Iterator[Quantity]:
    """Times told in two units, as one: four and a half years for “four years and six months”."""
    numbers = [word.quantity for word in claim.words if word.quantity]
    for one, other in pairwise(numbers):
        mine, its = scale_of(one.unit), scale_of(other.unit)
        if not (mine and its) or mine.dimension != its.dimension or mine.dimension not in _TIMES:
            continue
        between = claim.text[one.end : other.start]
        if mine.factor > its.factor and len(between.split()) < _DIRECT and "," not in between:
            rest = other.low * its.factor / mine.factor
            if rest < 1:
                yield replace(one, low=one.low + rest, high=one.high + rest)


def _sums_of_money(claim: Claim) -> Iterator[Quantity]:
    """Large numbers that count nothing, in their sentence's one currency: “3 million euros, … 2 million”."""
    numbers = [(at, word.quantity) for at, word in enumerate(claim.words) if word.quantity]
    currencies = {quantity.unit for _, quantity in numbers if is_currency(quantity.unit)}
    for at, quantity in numbers:
        is_bare = not quantity.unit and quantity.low >= _THOUSAND**2 and quantity.form is QuantityForm.NUMBER
        if is_bare and len(currencies) == 1 and _counted(claim, at) is None:
            yield replace(quantity, unit=next(iter(currencies)))


def _is_step(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is told in points how far apart two shares of the evidence are."""
    if quantity.unit != PERCENTAGE_POINT:
        return False
    shares = [each.low for each in printed if each.unit in (PERCENT, "")]
    return PERCENT in {each.unit for each in printed} and any(
        abs(one - other) == quantity.low for one, other in combinations(shares, 2)
    )


def _is_replaced(case: Case, at: int) -> bool:
    """Whether the evidence has another number at the same place."""
    return any(
        at in gap.said and any(case.evidence.words[its].quantity for its in gap.printed)
        for gap in case.alignment.gaps
    )


def _lies_between_dates(case: Case, quantity: Quantity) -> bool:
    """Whether it is a time, and the evidence has two dates from which it may be counted."""
    scale = scale_of(quantity.unit)
    if scale is None or scale.dimension not in ("months", "time"):
        return False
    dates = [word.senses for word in case.evidence.words if word.kind is WordKind.DATE]
    return sum(1 for senses in dates if any(each.startswith(("year", "month")) for each in senses)) > 1


def _rivals(case: Case) -> list[tuple[int, Quantity]]:
    """The numbers of the evidence that the statement does not give, each with its place."""
    said = [word.quantity for word in case.statement.words if word.quantity]
    return [
        (its, word.quantity)
        for its, word in enumerate(case.evidence.words)
        if word.quantity is not None
        and not agreeing(word.quantity, said, _TOLD_ELSEWHERE)
        and not (word.quantity.low == 1 and word.quantity.unit)
    ]


def _has_rival(case: Case, at: int, rivals: Sequence[tuple[int, Quantity]]) -> bool:
    """Whether the evidence has a number of the same sort that the statement does not give."""
    quantity = case.statement.words[at].quantity
    is_share = _share_at(case.statement, at) is not None
    return quantity is not None and any(
        _is_of_one_kind(quantity, other) or (is_share and _share_at(case.evidence, its) is not None)
        for its, other in rivals
    )


def _is_of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a slip for the other: equal, shares, counts, or units of one dimension."""
    if one.low == other.low:
        return True
    shares = [
        each.unit in (PERCENT, PERCENTAGE_POINT)
        or each.form in (QuantityForm.FRACTION, QuantityForm.MULTIPLE)
        for each in (one, other)
    ]
    if any(shares) or one.form is not other.form:
        return all(shares)
    mine, its = scale_of(one.unit), scale_of(other.unit)
    if mine and its:
        return mine.dimension == its.dimension
    if is_currency(one.unit) and is_currency(other.unit):
        return True
    return one.unit == other.unit


def _names_its_unit(case: Case, word: Word) -> bool:
    """Whether the evidence has the number, and the words of its unit soon after it: “two long days”."""
    unit = word.form.split()[-1].lower()
    at = case.statement.words.index(word)
    after = {each.key for each in case.statement.words[at + 1 : at + 4]}
    for other in (other for claim in case.printed for other in claim.words if other.quantity):
        is_equal = other.quantity and word.quantity and other.quantity.low == word.quantity.low
        if is_equal and after & set(other.form.lower().replace("-", " ").split()) - {other.form.lower()}:
            return True
        if is_equal and any(other.form.lower().endswith(key) and len(key) > 1 for key in after):
            return True
    return any(
        each.form.lower() == unit
        for claim in case.printed
        for at, other in enumerate(claim.words)
        if other.quantity and word.quantity and other.quantity.low == word.quantity.low
        for each in claim.words[at + 1 : at + 4]
    )


def _tells_times(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “dos veces” tells how often, not how many times as much: the evidence has two of something."""
    is_times = quantity.form is QuantityForm.MULTIPLE
    return is_times and any(other.low == quantity.low and not other.unit for other in printed)


def _is_in_millions(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “3.1m” means millions: the evidence has just so many."""
    return quantity.unit == "m" and any(other.low == quantity.low * 10**6 for other in printed)


def _is_worked_out(case: Case, at: int, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether a reader gets it from the evidence: by adding, subtracting, or comparing two of its numbers."""
    years = [
        Decimal(sense.removeprefix("year"))
        for sense in case.known
        if sense.startswith("year") and sense[4:].isdecimal()
    ]
    if _follows(quantity, printed, years) or _is_proportion(quantity, printed):
        return True
    near = printed[:MOST_NUMBERS]
    if _is_in_cents(quantity, near) or _is_of_each(case, quantity, near):
        return True
    if (per(case.statement, at) or tells_each(case.statement)) and _is_quotient(quantity, near):
        return True
    ratio = _share_at(case.statement, at)
    as_part = replace(quantity, low=ratio or Decimal(0), unit="", form=QuantityForm.FRACTION)
    return ratio is not None and _is_proportion(as_part, printed)


def _is_in_cents(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it tells in cents or pence how far two amounts of the evidence are apart."""
    amounts = [each.low for each in printed if is_currency(each.unit)]
    return quantity.unit in _CENTS and any(
        abs(one - other) * 100 == quantity.low for one, other in combinations(amounts[:_MOST_ADDED], 2)
    )


def _is_quotient(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is an amount of the evidence, parted among as many as it counts."""
    counts = [each.low for each in printed if each.low > 1 and not is_currency(each.unit)]
    return any(
        each.low == quantity.low * count and each.unit == quantity.unit
        for each in printed
        for count in counts
    )


def _is_of_each(case: Case, quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is what each of a few gets, times their number: 240 of “each side frees 120”."""
    if not any(tells_each(claim) for claim in case.printed):
        return False
    counts = {Decimal(2), *(each.low for each in printed if not each.unit and 1 < each.low <= _SMALL)}
    return any(
        each.low * count == quantity.low and each.unit == quantity.unit
        for each in printed
        for count in counts
    )


_TOLD_ELSEWHERE = (Aspect.COUNTED, Aspect.BOUND, Aspect.BOUND_LEFT_OUT)
_ONE_IN = re.compile(r"\b(?:one|an?)\s(?:[a-z]+\s){0,2}(?:in|out\sof|of)\s(?:every\s)?\Z", re.IGNORECASE)
_OF_THE = re.compile(
    r"(?:\A|[,;:]\s?)(?:of|von|de|sur)\s(?:(?:the|its|all|den|las?|los|les)\s)*\Z", re.IGNORECASE
)
_AMONG = re.compile(r"个?[一-鿿]{0,4}(?:中的|中有?|里的?)")
_OPENING, _LONGEST_ONE = 12, 32
_CENTS = frozenset({"cent", "penny", "p"})
_ROUND = Decimal("0.1")
_CLOSE = Decimal("0.025")
_SAME = Decimal("0.001")
_HALF_POINT = Decimal("0.0055")
_FAR = Decimal("0.4")
_DOZEN = Decimal(12)
_HALF, _TWICE = Decimal("0.5"), Decimal(2)
_NEARLY = Decimal("0.15")
_LOOSE = Decimal("0.05")
_MOST_ADDED = 8
_RATIO_REACH = 5
_PARTS = frozenset({QuantityForm.FRACTION, QuantityForm.MULTIPLE})
_YEAR = scale_of("a")
_THOUSAND = Decimal(1000)
_PARTS = frozenset({QuantityForm.FRACTION, QuantityForm.MULTIPLE})
_SMALL = 12
_HIGH_RANK = 1
_DIRECT = 3
_PARTS_OF_YEAR = {
    6: re.compile(r"\bhalf\b|Halbjahr|Jahreshälfte|semestre|moitié|mitad|半年", re.IGNORECASE),
    3: re.compile(r"\bquarter|Quartal|Vierteljahr|trimestre|季度", re.IGNORECASE),
}
_TIMES = frozenset({"months", "time"})
_HEADS = frozenset({"人次", "观众", "人", "Menschen", "Personen", "people", "persons"})
"""Words that count people, and never money."""


def _is_bounded_by(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “less than two weeks” is said of eleven days: a bound that holds, and is not far off."""
    mine = scale_of(quantity.unit)
    if mine is None or quantity.bound not in UP | DOWN:
        return False
    limit = quantity.low * mine.factor
    for other in printed:
        its = scale_of(other.unit)
        if its is None or its.dimension != mine.dimension:
            continue
        ratio = other.low * its.factor / limit if limit else Decimal(0)
        least = 1 - _NEARLY if quantity.bound is Bound.NEARLY else _HALF
        if (quantity.bound in UP and 1 <= ratio <= _TWICE) or (
            quantity.bound in DOWN and least <= ratio <= 1
        ):
            return True
    return False


def _is_rounded(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether “over two million” is said of 2.1 million: rounded, and said to be."""
    if quantity.bound is None or quantity.bound in (Bound.EXACTLY, Bound.ONLY):
        return False
    for other in printed:
        if quantity.unit != other.unit or not quantity.low or quantity.form is not other.form:
            continue
        off = (other.low - quantity.low) / abs(quantity.low)
        if quantity.bound in UP and 0 <= off <= max(_ROUND, _next_round(quantity.low)):
            return True
        if quantity.bound in DOWN and -_ROUND <= off <= 0:
            return True
        if quantity.bound is Bound.ABOUT and abs(off) <= _ROUND / 2:
            return True
    return False


def _next_round(value: Decimal) -> Decimal:
    """How far, as a share of it, the next number is that is as round: for a thousand, two thousand."""
    if value % _DOZEN == 0 and value <= 5 * _DOZEN:
        return _DOZEN / 2 / value
    digits = value.normalize().as_tuple()
    return 1 / Decimal(digits.digits[0]) if len(digits.digits) == 1 and int(digits.exponent) > 1 else _ROUND


def _share_at(claim: Claim, at: int) -> Decimal | None:
    """The share that a number tells, alone or with the one beside it; None if it tells none."""
    quantity = claim.words[at].quantity
    if quantity is None:
        return None
    if quantity.unit == PERCENT:
        return quantity.low / 100
    if quantity.form is QuantityForm.FRACTION:
        return quantity.low
    if quantity.form is QuantityForm.RANK and at and claim.words[at - 1].amount is Amount.ALL:
        return 1 / quantity.low if quantity.low else None
    return _ratio(claim, at) or _one_in(claim, at) or _whole_first(claim, at)


def _one_in(claim: Claim, at: int) -> Decimal | None:
    """What “un sur cinq” or “uno de cada diez” comes to, at its number."""
    slots, quantity = slots_of(claim.language), claim.words[at].quantity
    if quantity and not quantity.unit and quantity.low > 1 and claim.language.startswith("en"):
        one = _ONE_IN.search(claim.text, max(quantity.start - _LONGEST_ONE, 0), quantity.start)
        return 1 / quantity.low if one else None
    before = [word.form.lower() for word in claim.words[max(at - _RATIO_REACH, 0) : at]]
    if slots is None or quantity is None or not before or before[-1] not in slots.ratios:
        return None
    return 1 / quantity.low if quantity.low > 1 and slots.ones & set(before) else None


def _ratio(claim: Claim, at: int) -> Decimal | None:
    """What “three in ten” or “two of the nine” comes to, at either of its numbers."""
    for first, last in ((at, _next_number(claim, at)), (_next_number(claim, at, -1), at)):
        if first is None or last is None:
            continue
        one, other = claim.words[first].quantity, claim.words[last].quantity
        if one and other and not one.unit and other.low > one.low > 0:
            return one.low / other.low
    return None


def _next_number(claim: Claim, at: int, step: int = 1) -> int | None:
    """The number of a ratio's other part: “three **of** the law's **seven** articles”."""
    for beside in range(at + 2 * step, at + (_RATIO_REACH + 1) * step, step):
        if not 0 <= beside < len(claim.words):
            return None
        if claim.words[beside].quantity is not None:
            between = claim.words[min(at, beside) + 1 : max(at, beside)]
            is_ratio = any("ratio" in word.marks for word in between) or _has_ratio_word(claim, between)
            has_more = any(word.is_past or word.kind is WordKind.DATE for word in between)
            return beside if is_ratio and not has_more else None
    return None


def _has_ratio_word(claim: Claim, between: Sequence[Word]) -> bool:
    """Whether “of” or “in” stands between two numbers, where there is no lexicon that marks it."""
    slots = slots_of(claim.language)
    if claim.has_lexicon or slots is None:
        return False
    return any(word.form.lower() in slots.ratios for word in between)


def _whole_first(claim: Claim, at: int) -> Decimal | None:
    """What “of the 48 boats only eleven” or 15个样本中的9个 comes to, at its second number."""
    before = [(place, word) for place, word in enumerate(claim.words[:at]) if word.quantity]
    own = claim.words[at].quantity
    if not before or own is None or own.unit or own.form is not QuantityForm.NUMBER:
        return None
    whole = before[-1][1].quantity
    if whole is None or whole.unit or whole.form is not QuantityForm.NUMBER or not 0 < own.low < whole.low:
        return None
    is_opened = _OF_THE.search(claim.text, max(whole.start - _OPENING, 0), whole.start) is not None
    is_parted = _AMONG.match(claim.text[whole.end : own.start][:_OPENING]) is not None
    return own.low / whole.low if is_opened or is_parted else None


def _shares_in(printed: Sequence[Claim]) -> list[Decimal]:
    """The shares that the evidence gives, in any form."""
    shares = [_share_at(claim, at) for claim in printed for at in range(len(claim.words))]
    shares += [
        1 / word.quantity.low
        for claim in printed
        for word in claim.words
        if word.quantity and word.quantity.form is QuantityForm.MULTIPLE and word.quantity.low
    ]
    return [share for share in shares if share is not None]


def _is_share(ratio: Decimal | None, given: Sequence[Decimal], *, exactly: bool) -> bool:
    """Whether the evidence gives a share in another form, or what is left of one."""
    if ratio is None:
        return False
    if exactly:
        return any(abs(share - ratio) < _SAME for share in given)
    return any(abs(share - ratio) <= _CLOSE or abs(1 - share - ratio) <= _CLOSE for share in given)


def _is_whole_percent(ratio: Decimal | None, printed: Sequence[Claim]) -> bool:
    """Whether a share in percent is one that the evidence gives in percent, or in another form, rounded.

    So is what is left of one: 85 percent for “all but 15”.
    """
    if ratio is None:
        return False
    for claim in printed:
        for at, word in enumerate(claim.words):
            share = _share_at(claim, at)
            is_percent = word.quantity is not None and word.quantity.unit == PERCENT
            off = _SAME / 2 if is_percent else _HALF_POINT
            if share is not None and min(abs(share - ratio), abs(1 - share - ratio)) <= off:
                return True
    return False


def _is_safely_rounded(ratio: Decimal | None, quantity: Quantity, printed: Sequence[Claim]) -> bool:
    """Whether “more than half” is told of 60 percent, or “nearly half” of 47."""
    if ratio is None or quantity.bound not in UP | DOWN:
        return False
    shares = [
        _share_at(claim, at)
        for claim in printed
        for at, word in enumerate(claim.words)
        if not (_is_fraction(quantity) and word.quantity and _is_fraction(word.quantity))
    ]
    over = [share - ratio for share in shares if share is not None]
    loose = _LOOSE * (2 if ratio * 2 == 1 else 1)
    return any(0 <= each <= loose if quantity.bound in UP else -loose <= each <= 0 for each in over)


def _is_fraction(quantity: Quantity) -> bool:
    """Whether it is one of the fractions that are said in words, which nobody rounds to another."""
    return quantity.form is QuantityForm.FRACTION


def _follows(quantity: Quantity, printed: Sequence[Quantity], years: Sequence[Decimal]) -> bool:
    """Whether it is worked out of numbers of its sort: a sum, a difference, a share of one, years between."""
    if scale_of(quantity.unit) == _YEAR and any(
        abs(abs(one - other) - quantity.low) <= 1 for one, other in combinations(years, 2)
    ):
        return True
    sort = [each for other in printed if _is_of_one_sort(each := _as_percent(other, quantity), quantity)][
        :_MOST_ADDED
    ]
    alike = tuple(value for each in sort for value in dict.fromkeys((each.low, each.high)))
    shares = (share for each in printed if (share := _as_share(each)) is not None)
    found = _worked_out(alike, tuple(islice(shares, _MOST_ADDED)))
    off = (_ROUND / 2 if quantity.bound else _SAME) * abs(quantity.low)
    nearest = found[bisect_left(found, quantity.low - off) :][:1]
    return any(each <= quantity.low + off for each in nearest)


@lru_cache(maxsize=256)
def _worked_out(alike: tuple[Decimal, ...], shares: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Sums, differences and shares of some values, in order."""
    found = {one + other for one, other in combinations(alike, 2)}
    found |= {one + other + third for one, other, third in combinations(alike, 3)}
    found |= {abs(one - other) for one, other in combinations(alike, 2)}
    found |= {part for one in alike for share in shares if one != share for part in _parts_of(one, share)}
    return tuple(sorted(found))


def _as_percent(printed: Quantity, quantity: Quantity) -> Quantity:
    """Basis points as percent, where a share is told in percent: 4.5 for “by 25 basis points to 4.75”."""
    if quantity.unit == PERCENT and printed.unit == BASIS_POINT:
        return replace(printed, low=printed.low / 100, high=printed.high / 100, unit=PERCENT)
    return printed


def _as_share(quantity: Quantity) -> Decimal | None:
    if quantity.unit == PERCENT:
        return quantity.low / 100
    return quantity.low if quantity.form in _PARTS else None


def _parts_of(whole: Decimal, share: Decimal) -> Iterator[Decimal]:
    """A share of something, the rest of it, and what it was before it rose or fell by that share."""
    yield from (whole * share, whole * (1 - share), whole * (1 + share))
    yield from (whole / (1 + each) for each in (share, -share) if each not in (1, -1))
    if share:
        yield whole / share


def _is_of_one_sort(one: Quantity, other: Quantity) -> bool:
    if one.form is not other.form:
        return False
    shares = {PERCENT, PERCENTAGE_POINT, ""}
    if one.unit == other.unit or {one.unit, other.unit} <= shares:
        return True
    bare, measured = (one, other) if not one.unit else (other, one)
    return not bare.unit and (not bare.counted or scale_of(measured.unit) is None)


def _is_proportion(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether two numbers of the evidence stand to each other as it says: “halved” of 9 and 4.5."""
    if quantity.form not in _PARTS:
        return False
    if not quantity.low > 0:
        return False
    for one, other in combinations(printed[:_MOST_ADDED], 2):
        if one.form is not other.form or (one.unit != other.unit and "" not in (one.unit, other.unit)):
            continue
        low, high = sorted((abs(one.low), abs(other.low)))
        if not low:
            continue
        if any(_is_about(ratio, quantity) for ratio in (low / high, high / low, 1 - low / high)):
            return True
    shares = [share for each in printed if (share := _as_share(each)) is not None and each.unit == PERCENT]
    return any(_is_about(ratio, quantity) for share in shares for ratio in (1 + share, 1 - share))


def _is_about(ratio: Decimal, quantity: Quantity) -> bool:
    """Whether a proportion may be told so: “more than doubled” of 2.3 times, “a third” of 0.34."""
    off = (ratio - quantity.low) / quantity.low
    if quantity.bound in UP:
        return -_SAME <= off <= _FAR
    if quantity.bound is Bound.NEARLY:
        return -_NEARLY <= off <= _SAME
    if quantity.bound in DOWN:
        return -_FAR <= off <= _SAME
    wide = quantity.bound is not None or quantity.form is QuantityForm.MULTIPLE
    return abs(off) <= (_ROUND if wide else _CLOSE)


def _is_weak(quantity: Quantity) -> bool:
    """Whether it is a small count or rank, which a writer may have counted: “two cities” of a list."""
    if quantity.form is QuantityForm.RANK:
        return True
    is_count = quantity.form is QuantityForm.NUMBER and not quantity.unit
    return (is_count and quantity.low <= _SMALL) or (
        quantity.low == 1 and quantity.form is QuantityForm.NUMBER
    )


def _is_another_rank(quantity: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether it is the only rank of the statement's sort, and the evidence has just another one."""
    ranks = {each.low for each in printed if each.form is QuantityForm.RANK}
    return quantity.form is QuantityForm.RANK and quantity.low > _HIGH_RANK and len(ranks) == 1


def _counts_alike(case: Case, at: int) -> bool:
    """Whether the evidence has another such number of the same things, or at the same place."""
    quantity = case.statement.words[at].quantity
    for gap in case.alignment.gaps if _is_close(case) else ():
        if at in gap.said:
            there = [case.evidence.words[its].quantity for its in gap.printed]
            return any(other and quantity and other.form is quantity.form for other in there)
    said = _counted(case.statement, at)
    if said is None or (quantity and quantity.low == 1):
        return False
    for its, word in enumerate(case.evidence.words):
        if word.quantity is not None and quantity and word.quantity.form is quantity.form:
            printed = _counted(case.evidence, its)
            if printed is not None and _is_said_beside(case, at, case.evidence.words[printed]):
                return True
    return False


def _counts_a_unit(case: Case, at: int) -> bool:
    """Whether the statement counts things by a number that is one of days, tonnes or the like."""
    quantity = case.statement.words[at].quantity
    if quantity is None or quantity.unit or quantity.low <= 1 or _counted(case.statement, at) is None:
        return False
    others = [
        word.quantity
        for claim in case.printed
        for word in claim.words
        if word.quantity and word.quantity.low == quantity.low
    ]
    return bool(others) and all(scale_of(other.unit) for other in others)


def _counts_money(case: Case, at: int, printed: Sequence[Quantity]) -> bool:
    """Whether the statement counts people by a number that is an amount of money in the evidence."""
    quantity = case.statement.words[at].quantity
    if quantity is None or quantity.unit or quantity.low <= _SMALL or not case.statement.has_lexicon:
        return False
    after = [word.form for word in case.statement.words[at + 1 : at + 3]]
    counts = (quantity.end - quantity.start) and case.statement.text[quantity.end :][:2] in _HEADS
    same = [each for each in printed if each.low == quantity.low]
    return bool((counts or _HEADS & set(after)) and same and all(is_currency(each.unit) for each in same))


def _is_said_beside(case: Case, at: int, counted: Word) -> bool:
    """Whether the statement has, in the clause of a number, what the evidence counts."""
    clause = case.statement.clauses[case.alignment.clause_of(case.statement, at)]
    return any(match(word, counted) for word in case.statement.words[clause.first : clause.last])


def _number_in_its_place(case: Case, at: int, quantity: Quantity) -> tuple[int, ...]:
    """The number that the evidence has instead: at its place, else the likest that is free."""
    words = case.evidence.words
    for gap in case.alignment.gaps:
        if at in gap.said:
            found = tuple(its for its in gap.printed if words[its].quantity is not None)
            if found:
                return found[:1]
    numbers = [(its, word.quantity) for its, word in enumerate(words) if word.quantity is not None]
    likest = sorted(
        numbers, key=lambda each: (len(differences(quantity, each[1])), each[0] in case.alignment.taken)
    )
    return tuple(its for its, _ in likest[:1])


def numbers_count_the_same(case: Case) -> Findings:
    """What a number counts in the statement, it counts in the evidence."""
    for at, its in case.alignment.pairs.items():
        word = case.statement.words[at]
        if word.quantity is None or word.quantity.unit or word.quantity.form is not QuantityForm.NUMBER:
            continue
        said, printed = _counted(case.statement, at), _counted(case.evidence, its)
        if said is None or printed is None:
            continue
        mine, other = case.statement.words[said], case.evidence.words[printed]
        if _follows_soon(case.statement, at, other) or _follows_soon(case.evidence, its, mine):
            continue
        is_swapped = _occurs(other, case.statement, said) and _occurs(mine, case.evidence, printed)
        if _occurs(other, case.statement, said) != is_swapped or not _are_countable(mine, other):
            continue
        if case.alignment.is_near or mine.groups & other.groups:
            yield case.finding(
                "counted-differs", (at, said), (its, printed), "say what the number counts in the evidence"
            )


def _follows_soon(claim: Claim, at: int, word: Word) -> bool:
    """Whether a word stands within the next few after a number."""
    return any(match(word, other) for other in claim.words[at + 1 : at + 4])


def _are_countable(*words: Word) -> bool:
    return all(word.form.endswith("s") or word.groups for word in words)


def _occurs(word: Word, claim: Claim, beside: int) -> bool:
    return any(
        match(word, other) for at, other in enumerate(claim.words) if at != beside and other.is_content
    )


def _counted(claim: Claim, at: int) -> int | None:
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


def numbers_keep_their_bound(case: Case) -> Findings:
    """“More than 5” is not “less than 5”, nor “about 5” “exactly 5”."""
    for at, its in case.alignment.pairs.items():
        said, printed = _bounded(case.statement, at), _bounded(case.evidence, its)
        if said is None or printed is None:
            continue
        aspects = differences(said, printed)
        is_contrary = Aspect.BOUND in aspects and printed.bound is not None
        is_contrary = is_contrary and not is_denied_otherwise(case, at, its)
        is_left_out = Aspect.BOUND_LEFT_OUT in aspects and printed.bound in UP | DOWN
        is_added = Aspect.BOUND in aspects and printed.bound is None
        if is_contrary or ((is_left_out or is_added) and case.alignment.is_near):
            words = with_bound(case.statement, at), with_bound(case.evidence, its)
            yield case.finding("bound-differs", *words, "keep the bound")


def _bounded(claim: Claim, at: int) -> Quantity | None:
    """A quantity, without a bound that belongs to words before it: “went up to 5”, “three more than 5”."""
    quantity = claim.words[at].quantity
    if quantity is not None and quantity.bound is None:
        return replace(quantity, bound=_bound_after(claim, at))
    if quantity is None or quantity.bound is None:
        return quantity
    before = claim.words[max(at - 3, 0) : at]
    if quantity.bound is Bound.AT_MOST and any(word.is_past or word.kind is WordKind.VERB for word in before):
        return replace(quantity, bound=None)
    if quantity.bound in (Bound.MORE, Bound.LESS) and any(word.quantity for word in before):
        return replace(quantity, bound=None)
    return quantity


def _bound_after(claim: Claim, at: int) -> Bound | None:
    """The bound that follows a number: “eight months or longer”."""
    after = [word.marks for word in claim.words[at + 1 : at + 4]]
    for place, marks in enumerate(after[:-1]):
        if "joiner" in marks:
            if "or-more" in after[place + 1]:
                return Bound.AT_LEAST
            return Bound.AT_MOST if "or-less" in after[place + 1] else None
    return None


def all_values(claims: Iterator[Claim]) -> frozenset[str]:
    """The senses of all words of some claims."""
    return frozenset(sense for claim in claims for word in claim.words for sense in word.senses)
