"""Which sentences of an article a sentence of its summary sums up: a machine proposes, an editor decides.

What counts is what two sentences share, a rare word more than a common one, numbers and names most; and that
summaries mostly go through their article in its order.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.text.fingerprints import Sentence
from generator.text.names import stem, words
from generator.text.prose import Stretch

WEIGHT_OF_NAMES = 2.0
WEIGHT_OF_NUMBERS = 3.0
WEIGHT_OF_LETTERS = 0.3
COST_OF_SKIPPING = 0.015
COST_OF_TURNING_BACK = 0.12
LEAST_GAIN = 0.22
DOUBTFUL = 0.3
MOST_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """The sentences of the article, by their numbers in order, that one of the summary seems to sum up.

    `share` is how much of the summary's sentence they account for, of 1.
    """

    passages: tuple[int, ...]
    share: float

    @property
    def is_doubtful(self) -> bool:
        """Whether little speaks for it."""
        return self.share < DOUBTFUL


def propose(summary: Sequence[Sentence], article: Sequence[Sentence]) -> tuple[Proposal, ...]:
    """For each sentence of the summary, those of the article that it seems to sum up; none if it is empty."""
    if not article:
        return tuple(Proposal((), 0.0) for _ in summary)
    weights = _weights((*summary, *article))
    held = [frozenset(_terms(sentence)) for sentence in article]
    said = [frozenset(_terms(sentence)) for sentence in summary]
    scores = [
        [
            _share(terms, other, weights) + WEIGHT_OF_LETTERS * _alike(own, text)
            for other, text in zip(held, article, strict=True)
        ]
        for terms, own in zip(said, summary, strict=True)
    ]
    path = _best_path(scores)
    return tuple(_widened(terms, held, first, weights) for terms, first in zip(said, path, strict=True))


def _alike(own: Sentence, other: Sentence) -> float:
    """How alike the words are that two sentences share, of 1."""
    return fuzz.token_set_ratio(own.text, other.text) / 100


def _terms(sentence: Sentence) -> Iterable[str]:
    names = {word.casefold() for run in sentence.runs for word in run.split()}
    for word in words(Stretch(sentence.text, 0)):
        low = word.form.casefold()
        yield f"name {low}" if low in names else f"word {stem(low)}"
    for quantity in sentence.claim.quantities:
        yield f"number {quantity.low}"


def _weights(sentences: Sequence[Sentence]) -> dict[str, float]:
    """How much each term tells: the more, the fewer sentences have it."""
    having = Counter(term for sentence in sentences for term in set(_terms(sentence)))
    kinds = {"name": WEIGHT_OF_NAMES, "number": WEIGHT_OF_NUMBERS}
    return {
        term: kinds.get(term.split(" ", 1)[0], 1.0) * math.log(1 + len(sentences) / count)
        for term, count in having.items()
    }


def _share(said: frozenset[str], held: frozenset[str], weights: dict[str, float]) -> float:
    """How much of what a sentence says the other holds, of 1."""
    total = sum(weights[term] for term in said)
    return sum(weights[term] for term in said & held) / total if total else 0.0


def _best_path(scores: Sequence[Sequence[float]]) -> list[int]:
    """One sentence of the article for each of the summary, which together are likeliest (Viterbi)."""
    if not scores:
        return []
    best, before = [list(scores[0])], [[0] * len(scores[0])]
    for row in scores[1:]:
        came = [_likeliest(best[-1], there) for there in range(len(row))]
        best.append([row[there] + best[-1][here] - _cost(here, there) for there, here in enumerate(came)])
        before.append(came)
    path = [max(range(len(best[-1])), key=best[-1].__getitem__)]
    for came in reversed(before[1:]):
        path.append(came[path[-1]])
    return path[::-1]


def _likeliest(best: Sequence[float], there: int) -> int:
    """From which sentence the way to another is likeliest."""
    return max(range(len(best)), key=lambda here: best[here] - _cost(here, there))


def _cost(here: int, there: int) -> float:
    if there < here:
        return COST_OF_TURNING_BACK + COST_OF_SKIPPING * (here - there)
    return COST_OF_SKIPPING * max(there - here - 1, 0)


def _widened(
    said: frozenset[str], held: Sequence[frozenset[str]], first: int, weights: dict[str, float]
) -> Proposal:
    """The sentence with those near it that account for a good part of what it does not."""
    taken = [first]
    while len(taken) < MOST_PASSAGES:
        covered = frozenset().union(*(held[each] for each in taken))
        near = {each + step for each in taken for step in (-2, -1, 1, 2)} - set(taken)
        gains = {
            each: _share(said, covered | held[each], weights) - _share(said, covered, weights)
            for each in sorted(near)
            if 0 <= each < len(held)
        }
        best = max(gains, key=gains.__getitem__, default=None)
        if best is None or gains[best] < LEAST_GAIN:
            break
        taken.append(best)
    covered = frozenset().union(*(held[each] for each in taken))
    return Proposal(tuple(sorted(taken)), _share(said, covered, weights))
