"""A digest is in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.prose import Stretch
from generator.audit.texts import Digest, Original
from generator.model.diagnostics import Diagnostic

# The longest run of words that a digest may share with its original.
LONGEST_RUN = 12

_WORD = re.compile(r"[^\W_]+(?:[-'.,:/][^\W_]+)*")
_SHOWN = 40

Token = tuple[str, int, int]


def nothing_is_copied(digest: Digest, original: Original) -> Iterator[Diagnostic]:
    """No more than `LONGEST_RUN` words outside quotation marks follow each other as in the original.

    Case and punctuation do not count. The original is indexed once, so the time grows with the texts' length.
    """
    known = frozenset(_shingles([word for stretch in original.stretches for word, _, _ in _words(stretch)]))
    for stretch in digest.stretches:
        for segment in _own_words(stretch):
            for first, last in _runs([word in known for word in _shingles([token[0] for token in segment])]):
                run = segment[first : last + LONGEST_RUN + 1]
                start, end = run[0][1], run[-1][2]
                yield Diagnostic(
                    "digest-copies-original",
                    f"{len(run)} words in a row are the original's: “{_shortened(stretch, run)}”",
                    digest.span(stretch, start, end),
                    help=f"say it in your own words, or quote it; {LONGEST_RUN} words in a row are the most",
                )


def _words(stretch: Stretch) -> Iterator[Token]:
    text = stretch.plain
    return ((found.group().casefold(), found.start(), found.end()) for found in _WORD.finditer(text))


def _own_words(stretch: Stretch) -> Iterator[list[Token]]:
    """The words between quotations."""
    segment: list[Token] = []
    for token in _words(stretch):
        if not stretch.is_quoted[token[1]]:
            segment.append(token)
        elif segment:
            yield segment
            segment = []
    if segment:
        yield segment


def _shingles(words: list[str]) -> Iterator[str]:
    """Every run of one word more than may be shared."""
    size = LONGEST_RUN + 1
    return (" ".join(words[first : first + size]) for first in range(len(words) - size + 1))


def _runs(marks: list[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of marks."""
    begin: int | None = None
    for place, is_marked in enumerate((*marks, False)):
        if is_marked and begin is None:
            begin = place
        elif not is_marked and begin is not None:
            yield begin, place - 1
            begin = None


def _shortened(stretch: Stretch, run: list[Token]) -> str:
    if len(run) <= _SHOWN:
        return stretch.printed[run[0][1] : run[-1][2]]
    return stretch.printed[run[0][1] : run[_SHOWN - 1][2]] + " …"
