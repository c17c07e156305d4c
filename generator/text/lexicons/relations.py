"""How two words of a language are related: the same, broader, narrower, contrary, of one sort.

The data are WordNet's (docs/decisions/0030-words-are-related-by-wordnet.md); other languages have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from generator.text.numerals import primary

FOLDER = Path(__file__).parent
_DEPTH = 3
_PARTS = ("noun", "verb", "adj", "adv")
_SIBLINGS_UP = 2


class Relation(StrEnum):
    """What the first of two words is to the second."""

    SAME = "same"
    BROADER = "broader"
    NARROWER = "narrower"
    CONTRARY = "contrary"
    SIBLING = "sibling"
    NONE = "none"
    UNKNOWN = "unknown"
    """One of the two is no word of the data."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The words of a language, with the sets of synonyms that they are in, and what is above these."""

    above: Mapping[str, str]
    senses: Mapping[str, str]
    contrary: Mapping[str, frozenset[str]]
    derived: Mapping[str, frozenset[str]]
    _found: dict[tuple[str, str], Relation] = field(default_factory=dict)
    _families: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)

    def between(self, word: str, other: str) -> Relation:
        """What a word is to another; both in their dictionary form."""
        if (word, other) not in self._found:
            self._found[word, other] = self._between(word, other)
        return self._found[word, other]

    def has(self, word: str) -> bool:
        """Whether the data have a word."""
        return word in self.senses

    def _between(self, word: str, other: str) -> Relation:
        if word == other:
            return Relation.SAME
        if not (word in self.senses and other in self.senses):
            return Relation.UNKNOWN
        if self._are_contrary(word, other):
            return Relation.CONTRARY
        own, others = self._synsets(word), self._synsets(other)
        if other in self.derived.get(word, ()) or own & others:
            return Relation.SAME
        return self._above_or_beside(own, others)

    def _above_or_beside(self, own: frozenset[str], others: frozenset[str]) -> Relation:
        up, its_up = self._up(own, _DEPTH), self._up(others, _DEPTH)
        if own & its_up:
            return Relation.BROADER
        if up & others:
            return Relation.NARROWER
        if self._up(own, _SIBLINGS_UP) & self._up(others, _SIBLINGS_UP):
            return Relation.SIBLING
        return Relation.NONE

    def _are_contrary(self, word: str, other: str) -> bool:
        """Whether one is the contrary of the other, or words derived from them are."""
        its = {other, *self.derived.get(other, ())}
        mine = (word, *self.derived.get(word, ()))
        return any(not its.isdisjoint(self.contrary.get(each, ())) for each in mine)

    def _synsets(self, word: str) -> frozenset[str]:
        found = set(self.senses.get(word, "").split())
        return frozenset(found | {each[1:] for one in found for each in self._pointers(one, same=True)})

    def are_near(self, word: str, other: str) -> bool:
        """Whether two words share a set of synonyms, are made of each other, or one is above the other."""
        own, others = self._family(word), self._family(other)
        if not own[0] or not others[0]:
            return False
        if not own[0].isdisjoint(others[0]):
            return True
        return not (own[0].isdisjoint(others[1]) and own[1].isdisjoint(others[0]))

    def _family(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """The sets of synonyms of a word and of those made of it, and those up to two steps above."""
        if word not in self._families:
            synsets = self._synsets(word)
            wide = synsets.union(*(self._synsets(each) for each in self.derived.get(word, ())))
            self._families[word] = wide, frozenset(self._up(wide, _SIBLINGS_UP))
        return self._families[word]

    def _pointers(self, synset: str, *, same: bool = False) -> Iterator[str]:
        return (each for each in self.above.get(synset, "").split() if (each[0] == "=") == same)

    def _up(self, synsets: frozenset[str], depth: int) -> set[str]:
        """What is above some sets of synonyms, up to so many steps."""
        found, layer = set[str](), set(synsets)
        for _ in range(depth):
            layer = {above for each in layer for above in self._pointers(each)} - found
            found |= layer
        return found


@cache
def relations_of(language: str) -> Relations | None:
    """The relations of a language (BCP 47); None if there are no data."""
    key = primary(language)
    path = FOLDER / f"relations-{key}.txt"
    if not key.isalpha() or not path.exists():
        return None
    return _parsed(path.read_text(encoding="utf-8"))


def _parsed(text: str) -> Relations:
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line[:1] == "[":
            lines = parts.setdefault(line.strip("[]"), [])
        elif line[:1] != "#":
            lines.append(line)
    senses: dict[str, str] = {}
    for part in _PARTS:
        for line in parts[part]:
            word, _, rest = line.partition(" ")
            senses[word] = f"{senses[word]} {rest}" if word in senses else rest
    above = dict(line.split(" ", 1) for line in parts["above"])
    return Relations(above, senses, _pairs(parts["contrary"]), _pairs(parts["derived"]))


def _pairs(lines: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines:
        word, *others = line.split()
        for other in others:
            found.setdefault(word, set()).add(other)
            found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}
