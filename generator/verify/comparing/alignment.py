"""Which words of a statement stand for which words of its evidence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.claims import Claim, Clause, Word, WordKind
from generator.text.lexicons.lexicon import CONVERSE, lexicon_of
from generator.text.lexicons.slots import slots_of

NEAR = 0.6
"""The share of a statement's words that its evidence has in the same order, from which it is a near copy."""
VERY_NEAR = 0.75
SAME_WORDS = 0.8
LONGEST = 80
"""Up to how many words that say something a sentence is aligned: the time grows with their square."""
_SHORTEST_NAME = 4
_PARTIES = frozenset({WordKind.NAME, WordKind.OTHER})
_COMPARED = 3
"""Within how many words after a comparative what it compares with follows."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the statement and of the evidence that stand at the same place, and do not match."""

    said: tuple[int, ...]
    printed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClausePair:
    """A clause of the statement and one of the evidence, with the words that they share.

    `share` is how much of the statement's clause these are.
    """

    mine: Clause
    other: Clause
    pairs: tuple[tuple[int, int], ...]
    share: float
    elsewhere: tuple[tuple[int, int], ...] = ()
    """Words of the statement's clause that other clauses of the evidence have."""


@dataclass(frozen=True)
class Alignment:
    """The words of a statement and of one piece of evidence, as indices into their claims.

    `in_order` are the pairs of the longest common sequence, `pairs` these and the other words that match;
    of a pair of `contrary`, one word means the opposite of the other.
    """

    statement: Claim
    evidence: Claim
    core: tuple[int, ...]
    in_order: tuple[tuple[int, int], ...]
    pairs: Mapping[int, int]
    contrary: Mapping[int, int]

    @cached_property
    def share(self) -> float:
        """How much of the statement, without its attribution, the evidence has in the same order."""
        in_order = {at for at, _ in self.in_order}
        return self._share_of(in_order)

    def _share_of(self, words: Container[int]) -> float:
        """How much of the words that the evidence must have are among some."""
        needed = [at for at in self.core if at in self.statement.needed] or self.core
        return sum(1 for at in needed if at in words) / len(needed) if needed else 0.0

    @cached_property
    def is_near(self) -> bool:
        """Whether the statement follows the wording of the evidence."""
        return len(self.in_order) > 1 and (self.share >= NEAR or self.same_words >= SAME_WORDS)

    @cached_property
    def same_words(self) -> float:
        """How much of the statement's words, attribution aside, the evidence has too, anywhere."""
        said, printed = self.statement.words, self.evidence.words
        return self._share_of({at for at, its in self.pairs.items() if said[at].key == printed[its].key})

    @cached_property
    def coverage(self) -> float:
        """How much of the statement's words, attribution aside, the evidence has anywhere."""
        return self._share_of(self.pairs)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Where the statement leaves the wording of the evidence, in order."""
        return tuple(gaps_of(self.core, self.evidence.content, self.in_order))

    @cached_property
    def taken(self) -> frozenset[int]:
        """The words of the evidence that have their like in the statement."""
        return frozenset(self.pairs.values())

    @cached_property
    def turned(self) -> tuple[int, int] | None:
        """A word and the one by which the evidence tells the same from the other end; None if there is none.

        “B bought it from A” tells “A sold it to B”, and “B grew less than A” tells “A grew more than B”: the
        two have changed sides, and so has what stands about them.
        """
        said, printed = self.statement.words, self.evidence.words
        turning = _turning(printed, said)
        for at in _turning(said, printed):
            word = said[at]
            for its in turning:
                other = printed[its]
                is_converse = are_converse(word, other)
                if is_converse:
                    centre: tuple[int | None, int | None] = (at, its)
                elif oppose(word, other):
                    centre = _compared(self.statement, at), _compared(self.evidence, its)
                else:
                    continue
                if self._have_changed_sides(*centre, is_converse=is_converse):
                    return at, its
        return None

    def _have_changed_sides(self, at: int | None, its: int | None, *, is_converse: bool) -> bool:
        """Whether what both have before a word stands after its like in the evidence, and the reverse.

        Of converses the first is enough: both things may stand after “sold the house to the bank”.
        """
        if at is None or its is None:
            return False
        clause = self.statement.clauses[self.clause_of(self.statement, at)]
        keys = [word.key for word in self.evidence.words]
        sides: dict[bool, set[bool]] = {True: set(), False: set()}
        for one, other in self.pairs.items():
            is_party = self.statement.words[one].kind in _PARTIES and keys.count(keys[other]) == 1
            if is_party and clause.first <= one < clause.last and one != at and other != its:
                sides[one < at].add(other < its)
        if is_converse and self._are_turned_before(clause, at, its):
            return True
        return sides[True] == {False} and (is_converse or True in sides[False])

    def _are_turned_before(self, clause: Clause, at: int, its: int) -> bool:
        """Whether two things stand before both words, in the other order: “B from A buys”."""
        before = [
            other
            for one, other in sorted(self.pairs.items())
            if clause.first <= one < at and other < its and self.statement.words[one].kind in _PARTIES
        ]
        return len(before) > 1 and before[0] > before[-1]

    def clause_of(self, claim: Claim, at: int) -> int:
        """The clause of one of the two claims that holds a word."""
        return next((n for n, clause in enumerate(claim.clauses) if clause.first <= at < clause.last), 0)

    @cached_property
    def clauses(self) -> tuple[ClausePair, ...]:
        """The clauses of the statement, each with that of the evidence which has most of its words."""
        return tuple(self._clauses())

    def _clauses(self) -> Iterator[ClausePair]:
        core = frozenset(self.core)
        for clause in self.statement.clauses:
            inside = [at for at in range(clause.first, clause.last) if at in core]
            paired = [(at, self.pairs[at]) for at in inside if at in self.pairs]
            if not paired:
                continue
            homes = [self.clause_of(self.evidence, its) for _, its in paired]
            home = max(homes, key=lambda each: (homes.count(each), -each))
            shared = tuple(pair for pair, its in zip(paired, homes, strict=True) if its == home)
            elsewhere = tuple(pair for pair, its in zip(paired, homes, strict=True) if its != home)
            needed = [at for at in inside if at in self.statement.needed] or inside
            share = sum(1 for at, _ in shared if at in needed) / len(needed)
            yield ClausePair(clause, self.evidence.clauses[home], shared, share, elsewhere)

    def companions(self, at: int, its: int) -> int:
        """How many other words match between the clauses that hold the two."""
        mine = self.statement.clauses[self.clause_of(self.statement, at)]
        other = self.evidence.clauses[self.clause_of(self.evidence, its)]
        return sum(
            1
            for one, two in self.pairs.items()
            if one != at and mine.first <= one < mine.last and other.first <= two < other.last
        )


def gaps_of(
    core: Sequence[int], printed: Sequence[int], in_order: Sequence[tuple[int, int]]
) -> Iterator[Gap]:
    """The words of both between the pairs of a common sequence."""
    said = {at: place for place, at in enumerate(core)}
    given = {its: place for place, its in enumerate(printed)}
    one = other = 0
    for at, its in (*in_order, (-1, -1)):
        end, its_end = said.get(at, len(core)), given.get(its, len(printed))
        gap = Gap(tuple(core[one:end]), tuple(printed[other:its_end]))
        if gap.said or gap.printed:
            yield gap
        one, other = end + 1, its_end + 1


def aligned(statement: Claim, evidence: Claim) -> Alignment:
    """The alignment of the two, by what their words may mean."""
    statement, evidence = _first_words(statement), _first_words(evidence)
    spoken = _attribution(statement)
    core = tuple(at for at in statement.content if at not in spoken) or statement.content
    in_order = tuple(_longest_common(core, evidence.content, _matches(statement, core, evidence)))
    contrary = dict(_contrary_in_gaps(statement, evidence, core, in_order))
    pairs = dict(in_order)
    _pair_the_rest(statement, evidence, pairs, contrary)
    _oppose_the_rest(statement, evidence, core, pairs, contrary)
    return Alignment(statement, evidence, core, in_order, pairs, contrary)


def _first_words(claim: Claim) -> Claim:
    """A claim of no more words than are aligned: of a longer one the rest is left unread."""
    return claim if len(claim.content) <= LONGEST else replace(claim, content=claim.content[:LONGEST])


def _contrary_in_gaps(
    statement: Claim, evidence: Claim, core: Sequence[int], in_order: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where the two part: a word, and its contrary at the same place."""
    taken = {its for _, its in in_order}
    for gap in gaps_of(core, evidence.content, in_order):
        for at in gap.said:
            if _stands_elsewhere(statement.words[at], evidence, taken):
                continue
            for its in gap.printed:
                if oppose(statement.words[at], evidence.words[its]):
                    yield at, its
                    break


def _stands_elsewhere(word: Word, evidence: Claim, taken: Container[int]) -> bool:
    """Whether the evidence has a verb too, but elsewhere, in a language where it may end its clause."""
    lexicon = lexicon_of(evidence.language)
    is_free = lexicon is not None and lexicon.has_verb_second
    return (
        is_free
        and word.kind is WordKind.VERB
        and any(word.key == evidence.words[its].key for its in evidence.content if its not in taken)
    )


def _pair_the_rest(
    statement: Claim, evidence: Claim, pairs: dict[int, int], contrary: Mapping[int, int]
) -> None:
    """Pair what stands in another order, with a word that is still free if there is one."""
    taken = set(pairs.values())
    for at in statement.content:
        if at in pairs or at in contrary:
            continue
        like = [each for each in evidence.content if match(statement.words[at], evidence.words[each])]
        its = next((each for each in like if each not in taken), like[0] if like else None)
        if its is not None:
            pairs[at] = its
            taken.add(its)


def _oppose_the_rest(
    statement: Claim, evidence: Claim, core: Sequence[int], pairs: Mapping[int, int], contrary: dict[int, int]
) -> None:
    taken = set(pairs.values())
    for at in core:
        if at in pairs or at in contrary:
            continue
        word = statement.words[at]
        its = next(
            (each for each in evidence.content if each not in taken and oppose(word, evidence.words[each])),
            None,
        )
        if its is not None:
            contrary[at] = its


def _attribution(claim: Claim) -> frozenset[int]:
    """The words of clauses that only tell who says the rest."""
    return frozenset(
        at for clause in claim.clauses if clause.speaker for at in range(clause.first, clause.last)
    )


def match(one: Word, other: Word) -> bool:
    """Whether two words may mean the same."""
    if not one.senses.isdisjoint(other.senses):
        return True
    if one.kind is WordKind.NAME and other.kind is WordKind.NAME:
        return _same_name(one.form, other.form)
    return False


def _same_name(one: str, other: str) -> bool:
    """Whether one is the other in another form, such as the name of a country and that of its people."""
    if one.isupper() or other.isupper():
        return False
    short, long = sorted((one.lower(), other.lower()), key=len)
    return len(short) >= _SHORTEST_NAME and long.startswith(short[: max(_SHORTEST_NAME, len(short) - 2)])


def oppose(one: Word, other: Word) -> bool:
    """Whether one means the contrary of the other."""
    if not one.senses.isdisjoint(other.senses):
        return False
    return not (one.opposites.isdisjoint(other.senses) and other.opposites.isdisjoint(one.senses))


def are_converse(one: Word, other: Word) -> bool:
    """Whether two words tell the same from two ends: “sell” and “buy”."""
    if not one.senses.isdisjoint(other.senses):
        return False
    return any(each.startswith(CONVERSE) for each in one.groups & other.groups)


def _turning(words: Sequence[Word], others: Sequence[Word]) -> list[int]:
    """The words that may oppose one of the others, or tell the same as it from another end."""
    senses = frozenset(each for other in others for each in other.senses)
    opposites = frozenset(each for other in others for each in other.opposites)
    ends = frozenset(each for other in others for each in other.groups if each.startswith(CONVERSE))
    return [
        at
        for at, word in enumerate(words)
        if not (
            word.opposites.isdisjoint(senses)
            and word.senses.isdisjoint(opposites)
            and word.groups.isdisjoint(ends)
        )
    ]


def _compared(claim: Claim, at: int) -> int | None:
    """The “than” soon after a word; None if there is none."""
    slots = slots_of(claim.language)
    after = range(at + 1, min(at + 1 + _COMPARED, len(claim.words))) if slots else range(0)
    return next((each for each in after if slots and claim.words[each].form.lower() in slots.compared), None)


def _matches(statement: Claim, core: Sequence[int], evidence: Claim) -> list[list[float]]:
    """How well each word of the statement fits each of the evidence: the better the more alike."""
    printed = [evidence.words[its] for its in evidence.content]
    rows = []
    for at in core:
        word = statement.words[at]
        senses, form, key = word.senses, word.form, word.key
        worth = 1.05 if word.kind is WordKind.VERB else 1.0
        if word.kind is WordKind.NAME:
            rows.append([1.02 * match(word, other) for other in printed])
        else:
            rows.append(
                [
                    0.0
                    if senses.isdisjoint(other.senses)
                    else worth + 0.01 * (other.key == key) + 0.01 * (other.form == form)
                    for other in printed
                ]
            )
    return rows


def _longest_common(
    core: Sequence[int], printed: Sequence[int], grid: Sequence[Sequence[float]]
) -> Iterator[tuple[int, int]]:
    """The pairs of a longest common subsequence, the leftmost in the evidence."""
    width = len(printed)
    best = [[0.0] * (width + 1)]
    for row in reversed(grid):
        below, line, right = best[-1], [0.0] * (width + 1), 0.0
        for column in range(width - 1, -1, -1):
            value, skipped = below[column], row[column]
            if skipped:
                with_pair = below[column + 1] + skipped
                value = with_pair if with_pair > value else value
            right = value if value > right else right
            line[column] = right
        best.append(line)
    best.reverse()
    one = other = 0
    while one < len(core) and other < width:
        if grid[one][other] and best[one][other] == best[one + 1][other + 1] + grid[one][other]:
            yield core[one], printed[other]
            one, other = one + 1, other + 1
        elif best[one + 1][other] >= best[one][other + 1]:
            one += 1
        else:
            other += 1
