"""How long it takes to prove 5,000 quotations in 1,000 sources, beside a bare `str.find`.

Run as `python -m benchmarks.quotations`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from generator.model.sources import Paragraph, SourceText
from generator.text.quotations import Absent, Found, Searchable, locate, nearest

SOURCES = 1_000
QUOTATIONS = 5_000
MISSES = 200
PARAGRAPHS = 20
GOAL_SECONDS = 2.0

T = TypeVar("T")
_SYLLABLES = ["ba", "den", "lor", "mi", "quo", "ra", "sel", "tun", "ve", "zor"]


def main() -> None:
    """Measure and print."""
    chance = random.Random(20250610)
    words = _vocabulary(chance)
    sources = [_source(chance, words) for _ in range(SOURCES)]
    quotations = [_quotation(chance, sources) for _ in range(QUOTATIONS)]
    size = sum(len(source.text) for source in sources) / 1e6
    print(f"{SOURCES} sources, {size:.1f} million characters; {QUOTATIONS} quotations")

    bare, _ = _timed(lambda: [sources[which].text.find(words) for which, words in quotations])
    building, searchables = _timed(lambda: [Searchable(source) for source in sources])
    finding, places = _timed(lambda: [locate(q, None, None, searchables[which]) for which, q in quotations])
    found = sum(isinstance(place, Found) for place in places)
    assert not any(isinstance(place, Absent) for place in places), "every quotation stands in its source"
    whole = building + finding
    print(f"bare str.find       {bare:8.3f} s")
    print(f"make searchable     {building:8.3f} s   {size / building:.0f} million characters/s")
    print(f"locate              {finding:8.3f} s   {QUOTATIONS / finding:,.0f} quotations/s; {found} unique")
    print(f"both                {whole:8.3f} s   {whole / bare:.0f} times str.find; goal {GOAL_SECONDS} s")

    changed = [(which, _changed(chance, quotation)) for which, quotation in quotations[:MISSES]]
    missing, _ = _timed(lambda: [nearest(q, searchables[which]) for which, q in changed])
    print(f"nearest of a miss   {missing / MISSES * 1000:8.3f} ms each")


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _vocabulary(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(4_000)]


def _source(chance: random.Random, words: list[str]) -> SourceText:
    """A source with what slows normalisation down: typographic marks, line breaks, soft hyphens."""
    paragraphs = []
    for _ in range(PARAGRAPHS):
        chosen = chance.choices(words, k=chance.randint(30, 90))
        chosen[3] = f"“{chosen[3]}”"
        chosen[7] = f"{chance.randint(1, 99)}.{chance.randint(0, 9)}%"
        chosen[9] = f"{chosen[9]}’s —"
        chosen[12] = f"so\u00adft{chosen[12]}"
        paragraphs.append(" ".join(chosen[:20]) + "\n" + " ".join(chosen[20:]))
    places, position = [], 0
    for number, paragraph in enumerate(paragraphs, start=1):
        places.append(Paragraph(number, position, position + len(paragraph), ()))
        position += len(paragraph) + 2
    return SourceText("\n\n".join(paragraphs), tuple(places), "sources/example.md", 1, "")


def _quotation(chance: random.Random, sources: list[SourceText]) -> tuple[int, str]:
    """Five to twenty-five words of a source, as an author types them."""
    which = chance.randrange(len(sources))
    source = sources[which]
    paragraph = chance.choice(source.paragraphs)
    words = source.text[paragraph.start : paragraph.end].replace("\u00ad", "").replace("’", "'").split()
    first = chance.randrange(len(words) - 5)
    quotation = " ".join(words[first : first + chance.randint(5, 25)])
    return which, quotation.replace("“", '"').replace("”", '"').replace("—", "-")


def _changed(chance: random.Random, quotation: str) -> str:
    words = quotation.split()
    words[chance.randrange(len(words))] = "another"
    return " ".join(words)


if __name__ == "__main__":
    main()
