"""Rules for values that contradict each other in any wording: bounds, parts of years, countries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.model.claims import Claim, Finding, WordKind
from generator.model.quantities import Bound
from generator.text.agreement import Aspect, differences
from generator.text.lexicons.slots import slots_of
from generator.text.parts_of_years import parts_of_years
from generator.verify.comparing.context import Case, Findings

_LOWER = frozenset({Bound.MORE, Bound.AT_LEAST})
_UPPER = frozenset({Bound.LESS, Bound.AT_MOST, Bound.NEARLY})
_VALUE_ONLY = frozenset({Aspect.BOUND, Aspect.BOUND_LEFT_OUT, Aspect.COUNTED})


def bounds_are_not_turned(case: Case) -> Findings:
    """“At least 40” is not “at most 40”, however it is worded, unless one of the two is denied."""
    for at, word in enumerate(case.statement.words):
        if word.quantity is None or word.quantity.bound not in _LOWER | _UPPER:
            continue
        same = [
            its
            for its, other in enumerate(case.evidence.words)
            if other.quantity and not set(differences(word.quantity, other.quantity)) - _VALUE_ONLY
        ]
        turned = [its for its in same if _are_turned(case, at, its)]
        if len(same) == 1 and turned and not is_denied_otherwise(case, at, same[0]):
            said, printed = with_bound(case.statement, at), with_bound(case.evidence, same[0])
            yield case.finding("bound-differs", said, printed, "keep the bound")


def with_bound(claim: Claim, at: int) -> tuple[int, ...]:
    """A number with the few words before it that may bound it."""
    quantity = claim.words[at].quantity
    if quantity is None or quantity.bound is None:
        return (at,)
    first = max(at - 2, 0)
    return tuple(
        each for each in range(first, at + 1) if each == at or claim.words[each].kind is not WordKind.VERB
    )


def _are_turned(case: Case, at: int, its: int) -> bool:
    mine, other = case.statement.words[at].quantity, case.evidence.words[its].quantity
    if mine is None or other is None:
        return False
    sides = (mine.bound in _LOWER, other.bound in _LOWER, mine.bound in _UPPER, other.bound in _UPPER)
    return (sides[0] and sides[3]) or (sides[2] and sides[1])


def is_denied_otherwise(case: Case, at: int, its: int) -> bool:
    """Whether something is denied in one of the two clauses only: “refuses more than” is “at most”."""
    negated = []
    for claim, place in ((case.statement, at), (case.evidence, its)):
        clause = next(each for each in claim.clauses if each.first <= place < each.last)
        words = claim.words[clause.first : clause.last]
        slots = slots_of(claim.language)
        forms = slots.negators if slots else frozenset[str]()
        negated.append(
            any(word.marks & {"negator", "denial"} or word.form.lower() in forms for word in words)
        )
    return negated[0] != negated[1]


def parts_of_years_agree(case: Case) -> Findings:
    """The end of a year is not its middle."""
    statement = case.statement
    printed = [(claim, part) for claim in case.printed for part in parts_of_years(claim.text, claim.language)]
    for mine in parts_of_years(statement.text, statement.language):
        rivals = [(claim, part) for claim, part in printed if part.year == mine.year]
        if not rivals or any(part.may_be(mine) for _, part in rivals):
            continue
        claim, part = rivals[0]
        place = (part.start, part.end) if claim is case.evidence else None
        yield Finding(
            "date-differs",
            statement.text[mine.start : mine.end],
            claim.text[part.start : part.end],
            (mine.start, mine.end),
            place,
            case.witness.place,
            "give the date that the evidence gives",
        )


def countries_stand_in_the_evidence(case: Case) -> Findings:
    """Where there is no lexicon: a country, or its people, is one that the evidence names."""
    if case.statement.has_lexicon or case.is_across_languages:
        return
    known = {country for claim in case.printed for _, country in _countries(claim)}
    countries = _names_of_countries(case.statement.language)
    known |= {countries[sense] for sense in case.known if sense in countries}
    for at, country in _countries(case.statement):
        if known and country not in known:
            its = next((place for place, _ in _countries(case.evidence)), None)
            printed = () if its is None else (its,)
            help = "name whom the evidence names, or quote the words that do"
            yield case.finding("name-differs", (at,), printed, help)


def _countries(claim: Claim) -> Iterator[tuple[int, int]]:
    names = _names_of_countries(claim.language)
    for at, word in enumerate(claim.words):
        key = word.form.lower()
        if key in names and word.kind is not WordKind.NUMBER:
            yield at, names[key]


@cache
def _names_of_countries(language: str) -> Mapping[str, int]:
    """Countries, their people and capitals, by number."""
    slots = slots_of(language)
    groups = sorted(slots.places) if slots else []
    return {name: number for number, group in enumerate(groups) for name in group.split("=")}
