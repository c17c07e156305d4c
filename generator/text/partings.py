"""What a near copy of a text has of its own: words that the text does not have, wherever they stand.

Words that a copy only moves (“Laut Polizei kamen 30” for “30 kamen, sagte die Polizei”) are none of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.text.edits import MOST_WORDS, Token
from generator.text.tokens import is_latin

Spans = tuple[tuple[int, int, int], ...]
"""Equal stretches of two texts: where each begins in the one and the other, and how long it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch at which a copy and its original part: words `said` for words `printed`, either maybe none.

    `said_moved` and `printed_moved` are those of them that the other text has elsewhere; `before` and `after`
    how many equal words that say something hold it, up to the stretches beside it.
    """

    said: tuple[Token, ...]
    printed: tuple[Token, ...]
    said_moved: frozenset[int]
    printed_moved: frozenset[int]
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def own(self) -> tuple[Token, ...]:
        """The words of the copy that its original has nowhere."""
        return tuple(each for each in self.said if each.start not in self.said_moved)

    @property
    def left(self) -> tuple[Token, ...]:
        """The words of the original that the copy has nowhere."""
        return tuple(each for each in self.printed if each.start not in self.printed_moved)


@dataclass(frozen=True, slots=True)
class Copy:
    """A text laid beside another: how much of what it says the other has, and where they part.

    `changed` are pairs of words that are equal but for their form.
    """

    share: float
    equal: int
    changes: tuple[Change, ...]
    changed: tuple[tuple[Token, Token], ...]


def copy_of(said: Sequence[Token], printed: Sequence[Token], says: Callable[[Token], bool]) -> Copy | None:
    """How a text copies another; None if it is empty or too long.

    `says` tells whether a word says something by itself.
    """
    content = sum(1 for each in said if says(each))
    if not content or len(said) > MOST_WORDS or len(printed) > MOST_WORDS:
        return None
    spans = _equal_spans(said, printed, says)
    rest, its_rest = _outside(spans, len(said), 0), _outside(spans, len(printed), 1)
    moved, its_moved = _moved(said, rest, printed, its_rest)
    own = sum(1 for at in rest if says(said[at]) and said[at].start not in moved)
    changes = tuple(_changes(said, printed, spans, moved, its_moved))
    changed = tuple(
        (said[a + n], printed[b + n])
        for a, b, size in spans
        for n in range(size)
        if said[a + n].form != printed[b + n].form
    )
    return Copy(1 - own / content, content - own, changes, changed)


def _equal_spans(said: Sequence[Token], printed: Sequence[Token], says: Callable[[Token], bool]) -> Spans:
    """The stretches that both have in the same order; none of little words alone, which are no hold."""
    one, other = [each.lemma for each in said], [each.lemma for each in printed]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return tuple(
        (block.a, block.b, block.size)
        for block in blocks
        if any(says(each) for each in said[block.a : block.a + block.size])
    )


def _outside(spans: Spans, length: int, side: int) -> list[int]:
    inside = {span[side] + n for span in spans for n in range(span[2])}
    return [at for at in range(length) if at not in inside]


def _moved(
    said: Sequence[Token], rest: Sequence[int], printed: Sequence[Token], its_rest: Sequence[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """Where the words start that both texts have, but in another place.

    A character of a script without spaces is none by itself: only with the one beside it.
    """
    free = Counter(_keys(printed, its_rest).values())
    moved = set[int]()
    for at, key in _keys(said, rest).items():
        if free[key]:
            free[key] -= 1
            moved.update(said[at + n].start for n in range(len(key)))
    free = Counter(_keys(said, rest).values())
    its_moved = set[int]()
    for at, key in _keys(printed, its_rest).items():
        if free[key]:
            free[key] -= 1
            its_moved.update(printed[at + n].start for n in range(len(key)))
    return frozenset(moved), frozenset(its_moved)


def _keys(tokens: Sequence[Token], rest: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What of each word is looked for elsewhere: itself, or two characters that follow each other."""
    places, found = frozenset(rest), dict[int, tuple[str, ...]]()
    for at in rest:
        token = tokens[at]
        if len(token.form) > 1 or token.is_number or is_latin(token.form):
            found[at] = (token.lemma,)
        elif at + 1 in places and tokens[at + 1].start == token.end:
            found[at] = (token.lemma, tokens[at + 1].lemma)
    return found


def _changes(
    said: Sequence[Token],
    printed: Sequence[Token],
    spans: Spans,
    moved: frozenset[int],
    its_moved: frozenset[int],
) -> list[Change]:
    found, begin, its_begin, before = [], 0, 0, tuple[Token, ...]()
    for a, b, size in (*spans, (len(said), len(printed), 0)):
        after = tuple(said[a : a + size])
        mine, its = tuple(said[begin:a]), tuple(printed[its_begin:b])
        if mine or its:
            found.append(
                Change(
                    mine,
                    its,
                    frozenset(each.start for each in mine if each.start in moved),
                    frozenset(each.start for each in its if each.start in its_moved),
                    before,
                    after,
                )
            )
        begin, its_begin, before = a + size, b + size, after
    return found
