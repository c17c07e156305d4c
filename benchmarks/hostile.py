"""How long the reader of claims and the comparison take with sentences that nobody would write.

`python -m benchmarks.hostile` makes 20,000 of up to 800 characters out of numbers, dates, names, marks,
little words and Han characters, in five languages; reads each and compares it with another or with a changed
copy of itself; and prints what took longest. Any exception ends it. The same seed makes the same sentences.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.verify.comparing.pairs import compare_pair

LANGUAGES = ("en", "de", "fr", "es", "zh")
LONGEST = 800
ALLOWED = 50.0
"""Milliseconds that a sentence may take, of process time on a machine that does nothing else."""
SHOWN = 8

Piece = Callable[[random.Random], str]


def _one_of(words: str, separator: str = " ") -> Piece:
    known = words.split(separator)
    return lambda chance: chance.choice(known)


_PIECES: dict[str, tuple[Piece, ...]] = {
    "numbers": (
        lambda chance: str(chance.randint(0, 99_999)),
        lambda chance: f"{chance.random() * 100:.2f}%",
        lambda chance: f"{chance.randint(1, 999)},{chance.randint(100, 999)}",
        _one_of(
            "three|twenty-one|a dozen|half a million|a third|1/3|3⅓|second|twofold|$5bn|10-20|1.234", "|"
        ),
    ),
    "dates": (
        _one_of("9 June 2025|Tuesday|June 9, 2025|2025-06-09|Q3 2025|last week|in May|1990s|9.6.2025", "|"),
    ),
    "words": (
        _one_of("not never no unless may could said that if until without all some rise fall or but of"),
        _one_of("nicht kein falls könnte sagte dass alle ne pas si dit que todos no dijo puede"),
    ),
    "marks": (_one_of(", - – ' ’ … ( ) [ ] / \\ $ % ‰ * _ # & < > “ ” « » \u200f \u00ad"),),
    "digits": (_one_of("0|1|2|3|4|5|6|7|8|9|.|,|'| ", "|"),),
    "han": (_one_of("三 分 之 一 百 万 亿 年 月 日 的 不 可 如 果 说 十 二 约 多 没 有"),),
    "names": (_one_of("A B. U.S. Li OF Mc de van IBM Co. Marsh Upton St. Jr. O'Neil"),),
}
_SEPARATORS = (" ", " ", "", ", ", "-", "; ")


def hostile_sentence(chance: random.Random, longest: int = LONGEST) -> str:
    """A text of two or three sorts of pieces, of any length up to the longest."""
    kinds = chance.sample(sorted(_PIECES), chance.randint(1, 3))
    separator, length = chance.choice(_SEPARATORS), chance.randint(1, longest)
    text = ""
    while len(text) < length:
        text += chance.choice(_PIECES[chance.choice(kinds)])(chance) + separator
    return text[:length]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement, and the sentence that it is compared with, in one language."""

    statement: str
    sentence: str
    language: str

    def compare(self) -> None:
        """Read both and compare them."""
        middle = len(self.sentence) // 2
        compare_pair(self.statement, self.sentence[:middle], self.sentence, language=self.language)


def pairs(seed: int, longest: int = LONGEST) -> Iterator[Pair]:
    """Endlessly many; every second sentence is a copy with one stretch left out."""
    chance = random.Random(seed)
    while True:
        statement = hostile_sentence(chance, longest)
        at = chance.randint(0, len(statement))
        copy = statement[:at] + statement[at + chance.randint(1, 12) :]
        other = hostile_sentence(chance, longest)
        yield Pair(statement, copy if chance.random() < 0.5 else other, chance.choice(LANGUAGES))


def load() -> None:
    """Have lexicons and dictionaries of all languages read."""
    for language in LANGUAGES:
        Pair("Upton xyzzy said no 5", "Marsh said no 6 mills", language).compare()


def measured(count: int, seed: int) -> list[tuple[float, Pair]]:
    """The milliseconds that each took, the longest first; what is loaded once is loaded before."""
    load()
    found = []
    for _, pair in zip(range(count), pairs(seed), strict=False):
        start = time.process_time()
        pair.compare()
        found.append(((time.process_time() - start) * 1000, pair))
    return sorted(found, key=lambda each: -each[0])


def main() -> int:
    """Print what took longest; the exit code is 1 if anything took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = measured(given.sentences, given.seed)
    late = [each for each in found if each[0] > ALLOWED]
    mean = sum(took for took, _ in found) / max(len(found), 1)
    print(f"{len(found)} sentences, {mean:.1f} ms in the mean, {len(late)} over {ALLOWED:.0f} ms")
    for took, pair in found[:SHOWN]:
        print(f"{took:7.1f} ms  {pair.language}  {len(pair.statement):3} characters  {pair.statement[:60]!r}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
