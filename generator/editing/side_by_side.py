"""Shows the proposed places of a seal side by side with the summary, and takes one key for each."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import click
from rich.console import Console

from generator.editing.seal_text import position
from generator.editing.sealing import Sealing
from generator.model.evidence import InArticle
from generator.model.seals import SealedSentence
from generator.reports.full import visible

KEYS = "a accept · e earlier · l later · + add the next · - drop the last · s skip · q quit"


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Where the questions are shown, and the keys that answer them."""

    show: Callable[[str], None]
    key: Callable[[], str]

    @classmethod
    def found(cls) -> Self | None:
        """The terminal, if there is one to ask at."""
        if not (sys.stdin.isatty() and Console(stderr=True).is_terminal):
            return None
        return cls(lambda text: click.echo(text, err=True), lambda: click.getchar())


def review(sealing: Sealing, keyboard: Keyboard) -> Sealing:
    """The seal with what an editor accepts or corrects; what is skipped, or left by quitting, stays so."""
    order = tuple(sentence.at for sentence in sealing.article)
    waiting = [sentence for sentence in sealing.seal.sentences if not sentence.reviewed]
    for number, sentence in enumerate(waiting, start=1):
        keyboard.show(f"\n{sealing.seal.source}, {number} of {len(waiting)}")
        decided, goes_on = _decided(sealing, sentence, order, keyboard)
        sealing = sealing.with_sentence(decided)
        if not goes_on:
            break
    return sealing


def _decided(
    sealing: Sealing, sentence: SealedSentence, order: Sequence[InArticle], keyboard: Keyboard
) -> tuple[SealedSentence, bool]:
    """What the keys make of a sentence, and whether others follow."""
    asked = sentence
    while True:
        keyboard.show(_side_by_side(sealing, asked))
        key = keyboard.key().lower()
        if key == "q":
            return sentence, False
        if key == "s":
            return sentence, True
        if key in ("a", "\r", "\n") and asked.article:
            return replace(asked, reviewed=True), True
        asked = replace(asked, article=_answered(key, asked.article, order))


def _answered(key: str, places: Sequence[InArticle], order: Sequence[InArticle]) -> tuple[InArticle, ...]:
    """The sentences of the article after a key that moves or changes them; as they are after any other."""
    numbers = [order.index(place) for place in places]
    if key in ("e", "l"):
        step = -1 if key == "e" else 1
        moved = [number + step for number in numbers]
        numbers = moved if all(0 <= number < len(order) for number in moved) else numbers
    elif key == "+":
        following = numbers[-1] + 1 if numbers else 0
        numbers += [following] if following < len(order) else []
    elif key == "-":
        numbers = numbers[:-1]
    return tuple(order[number] for number in numbers)


def _side_by_side(sealing: Sealing, sentence: SealedSentence) -> str:
    own = next(each.text for each in sealing.summary if each.at == sentence.at)
    lines = [f"summary {position(sentence.at):>6}  {visible(own)}"]
    held = {each.at: each.text for each in sealing.article}
    lines += [f"article {position(place):>6}  {visible(held[place])}" for place in sentence.article]
    return "\n".join((*lines, KEYS))
