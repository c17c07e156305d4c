"""What became of each word of a near copy: every place at which it leaves its evidence, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.model.claims import Claim, Word, WordKind
from generator.text.lexicons.relations import Relation, relations_of
from generator.verify.comparing.alignment import match

_SMALL_WORD = 0.3
_STEM = 5
_SAME_WORDS = 0.6
_SAME_NEIGHBOURS = 0.42
"""How many of a copy's words, and of its pairs of neighbours, its evidence has too.

Of 600 English statements that people wrote close to their evidence 97 in 100 have as many, of 550 that they
worded freely one in 100.
"""
_MOST_WORDS = 100


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the statement in the place of words of its evidence, as indices; either may be none.

    `after` and `before` are the pairs of words of both that stand right before and after the place.
    """

    said: tuple[int, ...]
    printed: tuple[int, ...]
    after: tuple[int, int] | None
    before: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Account:
    """All words of a statement and its evidence, small ones too, held against each other in their order."""

    statement: Claim
    evidence: Claim
    pairs: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...]
    is_copy: bool
    """Whether the statement keeps the words of the evidence, and mostly beside each other."""

    @property
    def mates(self) -> frozenset[int]:
        """The words of the evidence that the statement has in their order."""
        return frozenset(its for _, its in self.pairs)


@lru_cache(maxsize=2_000)
def account_of(statement: Claim, evidence: Claim) -> Account:
    """The account of the two; of very long texts there is none."""
    if max(len(statement.words), len(evidence.words)) > _MOST_WORDS:
        return Account(statement, evidence, (), (), is_copy=False)
    if not _is_copy(statement.words, evidence.words):
        return Account(statement, evidence, (), (), is_copy=False)
    pairs = tuple(_in_order(statement.words, evidence.words))
    return Account(statement, evidence, pairs, tuple(_changes(statement, evidence, pairs)), is_copy=True)


def _is_copy(said: Sequence[Word], printed: Sequence[Word]) -> bool:
    mine, its = [word.key for word in said], [word.key for word in printed]
    known, neighbours = frozenset(its), frozenset(pairwise(its))
    telling = [word.key in known for word in said if word.is_content]
    beside = [pair in neighbours for pair in pairwise(mine)]
    if not telling or not beside:
        return False
    return sum(telling) >= _SAME_WORDS * len(telling) and sum(beside) >= _SAME_NEIGHBOURS * len(beside)


def _in_order(said: Sequence[Word], printed: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The pairs of words of the heaviest common sequence, the leftmost in the evidence."""
    grid = [[_weight(one, other) for other in printed] for one in said]
    width = len(printed)
    best = [[0.0] * (width + 1)]
    for row in reversed(grid):
        below, line, right = best[-1], [0.0] * (width + 1), 0.0
        for column in range(width - 1, -1, -1):
            value, weight = below[column], row[column]
            if weight and below[column + 1] + weight > value:
                value = below[column + 1] + weight
            right = max(right, value)
            line[column] = right
        best.append(line)
    best.reverse()
    one = other = 0
    while one < len(said) and other < width:
        weight = grid[one][other]
        if weight and best[one][other] == best[one + 1][other + 1] + weight:
            yield one, other
            one, other = one + 1, other + 1
        elif best[one + 1][other] >= best[one][other + 1]:
            one += 1
        else:
            other += 1


def _weight(one: Word, other: Word) -> float:
    is_small = one.kind is WordKind.FUNCTION
    if is_small or other.kind is WordKind.FUNCTION:
        return _SMALL_WORD * (is_small and one.key == other.key)
    if one.key == other.key:
        return 1.02
    return 1.0 * (match(one, other) and are_alike(one, other))


def are_alike(one: Word, other: Word) -> bool:
    """Whether two words may be the same part of speech, or one is made of the other."""
    return {one.kind, other.kind} != {WordKind.VERB, WordKind.OTHER} or one.key[:_STEM] == other.key[:_STEM]


def _changes(statement: Claim, evidence: Claim, pairs: Sequence[tuple[int, int]]) -> Iterator[Change]:
    after: tuple[int, int] | None = None
    for pair in (*pairs, None):
        first, last = (after[0] + 1 if after else 0), (pair[0] if pair else len(statement.words))
        begin, end = (after[1] + 1 if after else 0), (pair[1] if pair else len(evidence.words))
        if last > first or end > begin:
            yield Change(tuple(range(first, last)), tuple(range(begin, end)), after, pair)
        after = pair


def relation(word: Word, other: Word, language: str) -> Relation:
    """What a word of a statement is to one of its evidence, by the lexicon and relations of the language."""
    if match(word, other):
        return Relation.SAME if are_alike(word, other) else Relation.NONE
    relations = relations_of(language)
    if relations is None:
        return Relation.UNKNOWN
    return relations.between(word.key, other.key)
