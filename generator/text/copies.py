"""Passages that texts share because one was copied from the other, or both from a third.

What is measured is shared words in shared order; nothing here says that two texts mean the same. Words in
quotation marks do not count: two reporters may quote the same speaker.
"""

import hashlib
import itertools
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from generator.cache import FORGETFUL, Memory, Rows, key_of
from generator.text.tokens import SPACELESS

FEWEST_SHARED = 30
"""From so many shared words on a passage counts as copied: two sentences, more than a row of titled names."""

LONGEST_CHANGE = 5
"""So many words in a row may differ inside a copied passage."""

LARGEST_CHANGE = 1 / 3
"""Such a part of its words may differ in all."""

_SHINGLE = 5
_SHORTEST_STRETCH = 3
_REACH = 150
# A quarter of all words begin a shingle; their checksum decides, so that all texts agree on which.
_SAMPLED = 4
# What so many texts hold already is a common phrase, or much copied; these stand for those that follow.
_MOST_HOLDERS = 6
_LETTERS = 0x110000

# Where a script has no spaces between words, each character is one.
_WORD = re.compile(rf"[^\W{SPACELESS}]+|[{SPACELESS}]")
# What is open longer than this is no quotation: a text of opening marks alone is looked through from each.
_LONGEST_QUOTED = 2_000
_QUOTED = re.compile(
    "|".join(
        rf"{opening}(?:[^{closing}\n]|\n(?!\s*\n)){{0,{_LONGEST_QUOTED}}}[{closing}]"
        for opening, closing in (("“", "”"), ("„", "“”"), ("«", "»"), ("「", "」"), ('"', '"'))
    )
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that two texts share: its `[start, end)` in each, and how many of its words are the same."""

    first: str
    second: str
    first_range: tuple[int, int]
    second_range: tuple[int, int]
    words: int


class Groups:
    """Names that are joined, one with another; each group stands under the name that came first in it."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name that stands for the group; the name itself if it was never joined."""
        while (above := self._above.get(name)) is not None:
            self._above[name] = self._above.get(above, above)
            name = above
        return name

    def join(self, first: str, second: str) -> None:
        """Make one group of the groups of both, under the name that stands for the first."""
        above, below = self.of(first), self.of(second)
        if above != below:
            self._above[below] = above


def copied_passages(texts: Mapping[str, str], memory: Memory = FORGETFUL) -> tuple[Copy, ...]:
    """Passages that connect all texts which share any; near-duplicates with a few other words count.

    Texts that share passages are joined by a chain of copies, not each with each: of a hundred texts with
    one passage there are 99 copies. The time grows with the words, not with the pairs of texts. The same
    texts in the same order give the same copies in every run; a `memory` makes it faster and changes nothing.
    """
    shelf = Shelf(memory)
    return tuple(copy for name, text in texts.items() for copy in shelf.place(name, text))


class _Letters(dict[str, str]):
    """A letter for each word, so that a text becomes a string, which is compared fast."""

    def __missing__(self, word: str) -> str:
        letter = self[word] = chr(len(self) % _LETTERS)
        return letter


class Shelf:
    """The texts placed so far, found by the shingles they hold."""

    def __init__(self, memory: Memory = FORGETFUL) -> None:
        self._texts: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._memory = memory
        self._letters = _Letters()
        self._codes: dict[str, str] = {}
        self._holders: dict[int, list[tuple[str, int]]] = {}
        self._groups = Groups()

    def place(self, name: str, text: str) -> Iterator[Copy]:
        """Join a text with those that it shares a passage with, and keep its shingles for the next.

        The copies come one by one, and the text is placed when the last has come.
        """
        self._texts[name], self._keys[name] = text, key_of(text)
        told = self._memory.recall("shingles", self._keys[name], lambda: _shingles(text), _are_shingles)
        tried: set[tuple[str, int]] = set()
        fellows: set[str] = set()
        for position, shingle in zip(told[::2], told[1::2], strict=True):
            held = self._holders.setdefault(shingle, [])
            for other, place in held:
                near = (other, (place - position) // _SHINGLE)
                if other in fellows or near in tried:
                    continue
                tried.add(near)
                if self._groups.of(other) != self._groups.of(name):
                    yield from self._compare(other, name, place, position)
                if self._groups.of(other) == self._groups.of(name):
                    fellows.add(other)
            if len(held) < _MOST_HOLDERS:
                held.append((name, position))

    def _compare(self, first: str, second: str, place: int, position: int) -> Iterator[Copy]:
        key = key_of(self._keys[first], self._keys[second], f"{place} {position}")
        found = self._memory.recall(
            "copies",
            key,
            lambda: self._run(first, second, place, position),
            lambda rows: _is_run(rows, self._texts[first], self._texts[second]),
        )
        if found:
            start, end, second_start, second_end, words = found
            self._groups.join(first, second)
            yield Copy(first, second, (start, end), (second_start, second_end), words)

    def _run(self, first: str, second: str, place: int, position: int) -> Rows:
        """Where the passage around a shingle is in both texts, and how many words they share; or nothing."""
        run = _shared(self._code(first), self._code(second), place, position)
        if run is None:
            return []
        return [*_range(self._texts[first], run.first), *_range(self._texts[second], run.second), run.words]

    def _code(self, name: str) -> str:
        if name not in self._codes:
            self._codes[name] = "".join(map(self._letters.__getitem__, _words(self._texts[name])))
        return self._codes[name]


@lru_cache(maxsize=2)  # what was asked for its shingles is often compared next
def _words(text: str) -> list[str]:
    """The words that count, whatever their case."""
    return [word.lower() for word in _WORD.findall(_unquoted(text))]


def _shingles(text: str) -> Rows:
    """The sampled shingles of a text: the number of the first word of each, and what stands for its words."""
    words = _words(text)
    told: list[int] = []
    for at in range(len(words) - _SHINGLE + 1):
        if _is_sampled(words[at]):
            shingle = "\0".join(words[at : at + _SHINGLE]).encode(errors="replace")
            told += at, int.from_bytes(hashlib.blake2b(shingle, digest_size=6).digest())
    return told


def _are_shingles(told: Rows) -> bool:
    """Whether these are numbers of words, in their order, with what stands for a shingle after each."""
    places = told[::2]
    return (
        all(type(each) is int for each in told)
        and len(told) == 2 * len(set(places))
        and places == sorted(places)
    )


def _is_run(found: Rows, first: str, second: str) -> bool:
    """Whether this is nothing, or two passages that have as many words in common, in order, as it says."""
    if not found:
        return True
    start, end, second_start, second_end, words = found
    slices = (first[start:end], second[second_start:second_end])
    shared = LCSseq.similarity(*([word.lower() for word in _WORD.findall(each)] for each in slices))
    return bool(FEWEST_SHARED <= words <= shared)


@lru_cache(maxsize=100_000)
def _is_sampled(word: str) -> bool:
    return zlib.crc32(word.encode(errors="replace")) % _SAMPLED == 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Shared words of two coded texts: `[start, end)` in words of each, and how many are the same."""

    first: tuple[int, int]
    second: tuple[int, int]
    words: int


def _shared(first: str, second: str, place: int, position: int) -> _Run | None:
    """The run around a shingle that stands in both; None if it is no copied passage."""
    near = FEWEST_SHARED + LONGEST_CHANGE
    around = first[max(0, place - near) : place + near], second[max(0, position - near) : position + near]
    if not LCSseq.similarity(*around, score_cutoff=FEWEST_SHARED):
        return None
    before = _reached(
        first[max(0, place - _REACH) : place][::-1], second[max(0, position - _REACH) : position][::-1]
    )
    after = _reached(first[place : place + _REACH], second[position : position + _REACH])
    words = before.words + after.words
    run = _Run(
        (place - before.first[1], place + after.first[1]),
        (position - before.second[1], position + after.second[1]),
        words,
    )
    longest = max(end - start for start, end in (run.first, run.second))
    return run if words >= FEWEST_SHARED and words >= (1 - LARGEST_CHANGE) * longest else None


def _reached(first: str, second: str) -> _Run:
    """How far two codes go on alike from their start, with small changes in between."""
    ends, words, scattered = (0, 0), 0, 0
    for block in LCSseq.opcodes(first, second):
        if block.tag != "equal":
            continue
        length = block.src_end - block.src_start
        changed = max(block.src_start - ends[0], block.dest_start - ends[1]) - scattered
        if changed > LONGEST_CHANGE:
            break
        if length < _SHORTEST_STRETCH and changed:
            scattered += length
        else:
            ends, words, scattered = (block.src_end, block.dest_end), words + length, 0
    return _Run((0, ends[0]), (0, ends[1]), words)


def _unquoted(text: str) -> str:
    """The text with spaces for what stands in quotation marks; every other character keeps its offset."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), text)


def _range(text: str, words: tuple[int, int]) -> tuple[int, int]:
    """Where a run of words, given by their numbers, begins and ends in the text."""
    found = list(itertools.islice(_WORD.finditer(_unquoted(text)), *words))
    return found[0].start(), found[-1].end()
