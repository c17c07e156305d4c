"""Which words of a language may mean the same, beyond those that its lexicon lists.

The data are other people's, each file under the licence that it names (docs/dependencies.md); a language
without a file has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.text.numerals import primary

FOLDER = Path(__file__).parent
_MOST_GROUPS = 6
"""In how many groups a word may be: one of more has too many meanings to tell anything."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The words of a language with those that may stand for them, and for what is above them."""

    groups: Mapping[str, tuple[str, ...]]
    above: Mapping[str, str]

    def of(self, word: str) -> frozenset[str]:
        """The words that may mean the same as a word; none if it has too many meanings."""
        groups = self.groups.get(word, ())
        if len(groups) > _MOST_GROUPS:
            return frozenset()
        return frozenset(each for group in groups for each in group.split()) - {word}

    def is_above(self, word: str, other: str) -> bool:
        """Whether the first word is broader than the second: “Getreide” than “Weizen”."""
        return word in self.above.get(other, "").split()

    def has(self, word: str) -> bool:
        """Whether it is a word of the data."""
        return word in self.groups


@cache
def synonyms_of(language: str) -> Synonyms | None:
    """The synonyms of a language (BCP 47); None if there are no data."""
    key = primary(language)
    path = FOLDER / f"synonyms-{key}.txt"
    if not key.isalpha() or not path.exists():
        return None
    return parsed(path.read_text(encoding="utf-8"))


def parsed(text: str) -> Synonyms:
    """The synonyms that a data file describes: a group a line, then words with what is above each."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    above: dict[str, str] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith(("#", "[")) or not line:
            section = line.strip("[]") if line.startswith("[") else section
        elif section == "same":
            for word in line.split():
                groups[word].append(line)
        else:
            word, _, rest = line.partition(" ")
            above[word] = rest
    return Synonyms({word: tuple(lines) for word, lines in groups.items()}, above)
