"""Which words of a freely worded statement may stand for which words of its evidence.

Alignment knows words that the lexicon joins. Here two words are kin, too, if WordNet has them as synonyms,
one right above the other, or made of each other; in languages without it, if synonyms or stems join them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.model.claims import Claim, Word, WordKind
from generator.text.lexicons.relations import relations_of
from generator.text.lexicons.synonyms import synonyms_of
from generator.text.numerals import primary
from generator.text.tokens import is_latin
from generator.verify.comparing.alignment import match

_STEM = 5
_VALUES = (WordKind.NAME, WordKind.NUMBER, WordKind.DATE)


@dataclass(frozen=True)
class Kinship:
    """Each word of the statement that says something, with the words of the evidence that are its kin."""

    statement: Claim
    evidence: Claim

    @cached_property
    def kin(self) -> Mapping[int, tuple[int, ...]]:
        """For each word of the statement the words of the evidence that may mean the same; none left out."""
        return {at: tuple(self._kin_of(self.statement.words[at])) for at in self.statement.content}

    def _kin_of(self, word: Word) -> Iterator[int]:
        for its in self.evidence.content:
            if are_kin(word, self.evidence.words[its], self.statement.language):
                yield its

    def has(self, at: int) -> bool:
        """Whether the evidence has anything that may mean a word."""
        return bool(self.kin.get(at))

    def told(self, words: Sequence[int]) -> list[int]:
        """Those of some words of the statement that the evidence must have."""
        return [at for at in words if at in self.statement.needed and at in self.kin]


@lru_cache(maxsize=2_000)
def kinship(statement: Claim, evidence: Claim) -> Kinship:
    """The kinship of two claims."""
    return Kinship(statement, evidence)


def are_kin(one: Word, other: Word, language: str) -> bool:
    """Whether one may stand for the other in a sentence about the same."""
    if match(one, other):
        return True
    if one.kind in _VALUES or other.kind in _VALUES:
        return False
    return _are_kin(one.key, other.key, primary(language))


@lru_cache(maxsize=200_000)
def _are_kin(one: str, other: str, language: str) -> bool:
    if is_latin(one) and len(one) >= _STEM and one[:_STEM] == other[:_STEM]:
        return True
    if (relations := relations_of(language)) is not None:
        return relations.are_near(one, other)
    synonyms = synonyms_of(language)
    return synonyms is not None and (synonyms.is_above(one, other) or synonyms.is_above(other, one))
