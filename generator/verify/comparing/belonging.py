"""What a number belongs to, in any wording: the things named in its part of the sentence.

A sentence that gives several numbers of a kind gives them in parts: “cod by 18 percent to 41,000 tonnes,
while haddock was raised by 6 percent to 29,500”. A statement may tell each part in its own words; it may not
give the number of one part to what another part names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model.claims import Claim, WordKind
from generator.model.quantities import QuantityForm
from generator.text.agreement import SAME_VALUE, agreeing, differences
from generator.text.lexicons.slots import slots_of
from generator.verify.comparing.alignment import match
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.counting_rules import MOST_NUMBERS, all_same_numbers, noun_at
from generator.verify.comparing.kinship import are_kin
from generator.verify.comparing.number_rules import are_of_one_kind
from generator.verify.comparing.shares import share_at, whole_of
from generator.verify.comparing.whole_numbers import with_unit_before

_MARK = re.compile(r"[,;:()—–，、；：。]")
_LETTERS = re.compile(r"[-0-9]")
_BEFORE = 3
_THINGS = (WordKind.NAME, WordKind.OTHER)
_VALUES = (WordKind.NUMBER, WordKind.DATE)


@dataclass(frozen=True, slots=True)
class Part:
    """The words `[first, last)` of a claim between two marks or joining words."""

    first: int
    last: int

    def __contains__(self, at: int) -> bool:
        return self.first <= at < self.last


def numbers_belong_to_the_same(case: Case) -> Findings:
    """A number is not given to something of which the evidence gives another one of its kind."""
    statement, evidence = case.statement, case.evidence
    if case.is_across_languages:
        return
    printed = [
        (its, with_unit_before(evidence, its) or word.quantity)
        for its, word in enumerate(evidence.words)
        if word.quantity
    ]
    said = [word.quantity for word in statement.words if word.quantity]
    if not 1 < len(printed) <= MOST_NUMBERS or len(said) > MOST_NUMBERS:
        return
    given = {its for its, other in printed if agreeing(other, said, SAME_VALUE)}
    for at, word in enumerate(statement.words):
        mine = word.quantity
        if mine is None or mine.form is QuantityForm.RANK:
            continue
        own = [its for its, other in printed if not differences(mine, other) - SAME_VALUE]
        rivals = [
            its
            for its, other in printed
            if its not in own
            and are_of_one_kind(mine, other)
            and its not in given
            and not _count_others(case, at, its)
        ]
        if own and rivals and (found := _other_owner(case, at, own, rivals)):
            yield case.finding("number-differs", (found[0], at), found[1:], "give the number of the same")


def numbers_keep_their_date(case: Case) -> Findings:
    """A number is not given to another year or month than the one in its part of the evidence."""
    statement, evidence = case.statement, case.evidence
    elsewhere = {sense for word in evidence.words for sense in word.senses}
    for at, its in all_same_numbers(statement, evidence):
        for sorts in (("year", "shift"), ("month",)):
            mine, other = _dates_beside(statement, at, sorts), _dates_beside(evidence, its, sorts)
            is_alike = {_letters(each) for each in mine} & {_letters(each) for each in other}
            if not mine or not other or mine.keys() & other.keys():
                continue
            if is_alike or mine.keys() <= elsewhere:
                yield case.finding("date-differs", (next(iter(mine.values())),), tuple(other.values())[:1])
                return


def _dates_beside(claim: Claim, at: int, sorts: tuple[str, ...]) -> dict[str, int]:
    """The years or months that stand in a number's part of a claim, each with its place."""
    part = next(each for each in parts_of(claim) if at in each)
    return {
        sense: date
        for date in range(part.first, part.last)
        for sense in sorted(claim.words[date].senses)
        if claim.words[date].kind is WordKind.DATE and sense.startswith(sorts)
    }


def _letters(sense: str) -> str:
    return _LETTERS.split(sense, maxsplit=1)[0]


def a_part_is_not_the_whole(case: Case) -> Findings:
    """Of “36 of the 110 boats were laid up”, it is not told that 110 were."""
    statement, evidence = case.statement, case.evidence
    for at, its in all_same_numbers(statement, evidence):
        share = next((one for one in range(its) if whole_of(evidence, one) == its), None)
        whole = evidence.words[its].quantity
        if share is None or whole is None or whole.unit or _tells_a_part(statement, at):
            continue
        part = next(each for each in parts_of(evidence) if its in each)
        told = [each for each in range(its + 1, part.last) if each != noun_at(evidence, its)]
        said = [each for each in statement.content if each != at and each != noun_at(statement, at)]
        if any(match(statement.words[each], evidence.words[other]) for each in said for other in told):
            yield case.finding("number-differs", (at,), (share, its), "say how many of them")
            return


def _tells_a_part(claim: Claim, at: int) -> bool:
    """Whether a statement says of how many of a number it speaks: “most of the sixteen”."""
    slots = slots_of(claim.language)
    for word in claim.words[max(at - _BEFORE, 0) : at]:
        is_ratio = "ratio" in word.marks or (slots is not None and word.form.lower() in slots.ratios)
        if is_ratio and not _MARK.search(claim.text[word.end : claim.words[at].start]):
            return True
    return share_at(claim, at) is not None


def dates_belong_to_the_same(case: Case) -> Findings:
    """A day is not given to something of which the evidence gives another one."""
    statement, evidence = case.statement, case.evidence
    days = [its for its in range(len(evidence.words)) if _day(evidence, its)]
    if case.is_across_languages or not 1 < len(days) <= MOST_NUMBERS:
        return
    said = {_day(statement, at) for at in range(len(statement.words))}
    for at in range(len(statement.words)):
        own = [its for its in days if _day(evidence, its) == _day(statement, at)]
        rivals = [its for its in days if _day(evidence, its) not in said]
        if own and rivals and (found := _other_owner(case, at, own, rivals)):
            yield case.finding("date-differs", (found[0], at), found[1:], "give the date of the same")


def _day(claim: Claim, at: int) -> frozenset[str]:
    """The day and month of a date; nothing of one that has no day."""
    word = claim.words[at]
    senses = {each for each in word.senses if each.startswith(("day", "month"))}
    has_day = word.kind is WordKind.DATE and any(each.startswith("day") for each in senses)
    return frozenset(senses) if has_day else frozenset()


def _count_others(case: Case, at: int, its: int) -> bool:
    """Whether two numbers count different nouns: six people are no slip for 48 boats."""
    mine, other = noun_at(case.statement, at), noun_at(case.evidence, its)
    if mine is None or other is None:
        return False
    return not are_kin(case.statement.words[mine], case.evidence.words[other], case.statement.language)


def _other_owner(case: Case, at: int, own: Sequence[int], rivals: Sequence[int]) -> tuple[int, ...] | None:
    """A thing beside a number which the evidence has only beside a rival: it, its like, and the rival."""
    evidence = case.evidence
    parts = parts_of(evidence)
    homes = [part for part in parts if any(its in part for its in own)]
    mine = next(part for part in parts_of(case.statement) if at in part)
    numbers = (evidence.words[its].quantity for its in own)
    counted = noun_at(case.statement, at) if any(each and each.counted for each in numbers) else None
    things = {beside: _like(case, beside) for beside in _things(case.statement, mine) if beside != counted}
    for rival in rivals:
        part = next(each for each in parts if rival in each)
        if part in homes:
            continue
        for beside, likes in things.items():
            if not likes or any(its not in part for its in likes):
                continue
            if not _is_shared(evidence, likes[0], part, homes[0]) and not any(
                _stays(evidence, its, home, part)
                for home in homes
                for each in things.values()
                for its in each
            ):
                return beside, likes[0], rival
    return None


def _is_shared(claim: Claim, its: int, part: Part, home: Part) -> bool:
    """Whether a word of an earlier part goes for the number's part too, which leaves it out."""
    if part.first > home.first:
        return False
    is_name = claim.words[its].kind is WordKind.NAME
    if _is_elliptical(claim, home) and not is_name:
        return True
    return its < _verb(claim, part) and not _has_own_subject(claim, home)


def _stays(claim: Claim, its: int, home: Part, part: Part) -> bool:
    """Whether a word binds a number to its part, rather than going for a later part too."""
    if its not in home:
        return False
    if part.first < home.first or not _is_elliptical(claim, part):
        return True
    return its < _verb(claim, home) or claim.words[its].kind is WordKind.NAME


def _verb(claim: Claim, part: Part) -> int:
    return next((its for its in range(part.first, part.last) if _is_verb(claim, its)), part.last)


def _is_elliptical(claim: Claim, part: Part) -> bool:
    """Whether a part leaves out the verb: “against 22 percent in the north”, “261 who got none”."""
    verb = _verb(claim, part)
    return verb == part.last or any("relative" in claim.words[its].marks for its in range(part.first, verb))


def _has_own_subject(claim: Claim, part: Part) -> bool:
    slots = slots_of(claim.language)
    pronouns = slots.pronouns if slots else frozenset[str]()
    for its in range(part.first, part.last):
        if "pronoun" in claim.words[its].marks or claim.words[its].form.lower() in pronouns:
            return False
        if claim.words[its].kind in _THINGS:
            return True
        if claim.words[its].kind in _VALUES or _is_verb(claim, its):
            return False
    return False


def _is_verb(claim: Claim, its: int) -> bool:
    return claim.words[its].kind is WordKind.VERB


def _things(claim: Claim, part: Part) -> Iterator[int]:
    """The words of a part that name something; a Han character alone may be cut out of a longer word."""
    return (
        at
        for at in claim.content
        if at in part and claim.words[at].kind in _THINGS and len(claim.words[at].form) > 1
    )


def _like(case: Case, at: int) -> list[int]:
    """The words of the evidence that may mean a word of the statement."""
    word = case.statement.words[at]
    return [its for its in case.evidence.content if match(word, case.evidence.words[its])]


@lru_cache(maxsize=256)
def parts_of(claim: Claim) -> tuple[Part, ...]:
    """The parts of a claim, in order; “of 48 boats, eleven” is one."""
    slots, starts = slots_of(claim.language), [0]
    joins = slots.parts if slots else frozenset[str]()
    for at in range(1, len(claim.words)):
        between = claim.text[claim.words[at - 1].end : claim.words[at].start]
        if _MARK.search(between) or claim.words[at].form.lower() in joins:
            starts.append(at)
    ends = [*starts[1:], len(claim.words)]
    return tuple(Part(first, last) for first, last in zip(starts, ends, strict=True) if first < last)
