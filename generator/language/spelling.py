"""What an author may have meant by a word that is not known: for “did you mean”, never to accept it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

LONG_WORD = 7


def near_misses(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that differ from `word` by one edit, or by two if it is over seven letters long.

    An edit adds, drops or changes a letter, or swaps two neighbours; case does not count. The nearest come
    first, equals in alphabetical order; the word itself is left out.
    """
    return _within(word, known, 2 if len(word) > LONG_WORD else 1)


def closest(id: str, ids: Iterable[str]) -> str | None:
    """The one of `ids` that was most likely meant by `id`, if any is likely.

    It differs by few letters, or else has all the words of `id` among its own.
    """
    others = sorted(set(ids))
    near = _within(id, others, max(1, min(3, len(id) // 3)))
    if near:
        return near[0]
    words = set(id.casefold().split("-"))
    holding = [other for other in others if other != id and words <= set(other.casefold().split("-"))]
    return min(holding, key=lambda other: (len(other), other), default=None)


def _within(word: str, known: Iterable[str], edits: int) -> tuple[str, ...]:
    choices = sorted({str(other) for other in known if other != word})
    found = extract(
        word, choices, scorer=OSA.distance, processor=str.casefold, score_cutoff=edits, limit=None
    )
    return tuple(choice for choice, _, _ in sorted(found, key=lambda match: (match[1], match[0])))
