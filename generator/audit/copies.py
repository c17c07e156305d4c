"""A summary is in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.texts import OriginalText, Summary
from generator.language.prose import Stretch
from generator.model.diagnostics import Diagnostic

# The longest run of words that a summary may share with its original.
LONGEST_RUN = 12

_WORD = re.compile(r"[^\W_]+(?:[-'.,:/][^\W_]+)*")
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Word:
    """A word at `[start, end)` of a stretch, in small letters."""

    form: str
    start: int
    end: int


def nothing_is_copied(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """No more than `LONGEST_RUN` words outside quotation marks follow each other as in the original.

    Case and punctuation do not count, nor do the words of a quotation amid the run. The original is indexed
    once, so the time grows with the length of the texts.
    """
    known = frozenset(_shingles([word for stretch in original.stretches for word in _words(stretch)]))
    for stretch in summary.stretches:
        words = _words(stretch)
        for first, last in _runs([shingle in known for shingle in _shingles(words)]):
            shared = words[first : last + LONGEST_RUN + 1]
            own = [word for word in shared if not stretch.is_quoted[word.start]]
            if len(own) > LONGEST_RUN:
                yield _copied(summary, stretch, own)


def _copied(summary: Summary, stretch: Stretch, run: list[_Word]) -> Diagnostic:
    last = run[-1] if len(run) <= _MOST_SHOWN else run[_MOST_SHOWN - 1]
    shown = stretch.printed[run[0].start : last.end] + ("" if last is run[-1] else " …")
    return Diagnostic(
        "summary-copies-original",
        f"{len(run)} words in a row are the original's: “{shown}”",
        summary.span(stretch, run[0].start, run[-1].end),
        help=f"say it in your own words, or quote it: {LONGEST_RUN} words in a row may be shared",
    )


def _words(stretch: Stretch) -> list[_Word]:
    text = stretch.plain
    return [_Word(found.group().casefold(), *found.span()) for found in _WORD.finditer(text)]


def _shingles(words: list[_Word]) -> Iterator[str]:
    """Every run of one word more than may be shared."""
    size = LONGEST_RUN + 1
    forms = [word.form for word in words]
    return (" ".join(forms[first : first + size]) for first in range(len(forms) - size + 1))


def _runs(marks: list[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last position of each run of marks."""
    begin: int | None = None
    for at, is_marked in enumerate((*marks, False)):
        if is_marked and begin is None:
            begin = at
        elif not is_marked and begin is not None:
            yield begin, at - 1
            begin = None
