"""Text that nobody would write is read in steps that its length bounds, without exception."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.hostile import Pair, load, pairs

MOST_STEPS = 200
"""Calls of functions that a character may cost, in a statement compared with a sentence of its length."""


class Steps:
    """How many functions were called."""

    count = 0


@contextmanager
def counted() -> Iterator[Steps]:
    """Count the functions of Python that are called meanwhile."""
    steps, before = Steps(), sys.getprofile()

    def count(_: object, event: str, __: object) -> None:
        steps.count += event == "call"

    sys.setprofile(count)
    try:
        yield steps
    finally:
        sys.setprofile(before)


def steps_of(pair: Pair) -> int:
    """The steps that one comparison takes."""
    with counted() as steps:
        pair.compare()
    return steps.count


def test_hostile_sentences_take_bounded_steps() -> None:
    """Numbers, dates, names, marks and Han characters in any mixture, up to 400 characters."""
    load()
    for pair in itertools.islice(pairs(seed=7, longest=400), 60):
        length = len(pair.statement) + len(pair.sentence)
        assert steps_of(pair) <= MOST_STEPS * max(length, 100), pair


def test_many_numbers_take_steps_in_proportion() -> None:
    """Twice as many numbers take at most three times the steps: no pair of numbers is tried with a third."""
    load()
    texts = [", ".join(str(7 * number) for number in range(1, count)) for count in (40, 80)]
    few, many = (steps_of(Pair(text, f"{text}, 5", "en")) for text in texts)
    assert many < 3 * few
