"""Two wordings of one thing, word by word: what stays, what goes, what comes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import Indel

from generator.text.tokens import SPACELESS

# A character each where a script has no spaces between words.
_LETTERS = rf"[^\W_{SPACELESS}]+"
_WORDS = re.compile(rf"\s+|{_LETTERS}(?:[.,'’-]{_LETTERS})*[%°]?|.", re.DOTALL)

# Below this share of equal words two wordings are shown one after the other: a patchwork reads badly.
FEWEST_SHARED = 0.35
# Words of so few letters are mostly those that hold a sentence together.
LONGEST_LIGHT = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both wordings share, or that only the old or the new one has."""

    text: str
    what: Literal["same", "removed", "added"]


def redline(old: str, new: str) -> tuple[Stretch, ...]:
    """The new wording with what was removed from the old; joined, either can be read off it whole."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old != new and _shared(before, after) < FEWEST_SHARED:
        return tuple(_filled([Stretch(old, "removed"), Stretch(new, "added")]))
    return tuple(_filled(_joined(_stretches(before, after, matcher))))


def _shared(before: list[str], after: list[str]) -> float:
    """How much of two wordings is the same, from 0 to 1; spaces, which all wordings share, do not count."""
    old, new = ([word for word in each if not word.isspace()] for each in (before, after))
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def shared_words(old: str, new: str) -> float:
    """How many of the words of two texts stand in both, in the same order: from 0 to 1.

    What any two texts may share says little: capitals, spaces and punctuation do not count, and words of up
    to three letters, such as “the” and “met”, count half of what longer ones do.
    """
    return Indel.normalized_similarity(*([*_weighed(text)] for text in (old, new)))


def _weighed(text: str) -> Iterator[str]:
    """The words of a text, those that weigh more twice."""
    for word in map(str.casefold, _WORDS.findall(text)):
        if any(map(str.isalnum, word)):
            yield from (word,) if len(word) <= LONGEST_LIGHT else (word, word)


def _stretches(before: list[str], after: list[str], matcher: SequenceMatcher[str]) -> Iterator[Stretch]:
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            yield Stretch("".join(before[start:end]), "same")
        else:
            yield Stretch("".join(before[start:end]), "removed")
            yield Stretch("".join(after[new_start:new_end]), "added")


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """A space between two changes belongs to both, so that a changed run of words is one change."""
    removed = added = ""
    waiting = ""
    for stretch in stretches:
        if stretch.what == "same" and stretch.text.isspace() and (removed or added):
            waiting = stretch.text
        elif stretch.what == "same":
            yield from (Stretch(removed, "removed"), Stretch(added, "added"))
            yield Stretch(waiting + stretch.text, "same")
            removed = added = waiting = ""
        else:
            removed, added, waiting = removed + waiting, added + waiting, ""
            removed += stretch.text if stretch.what == "removed" else ""
            added += stretch.text if stretch.what == "added" else ""
    yield from (Stretch(removed, "removed"), Stretch(added, "added"), Stretch(waiting, "same"))


def _filled(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    return (stretch for stretch in stretches if stretch.text)
