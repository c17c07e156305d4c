"""What a summary leaves out: warnings, since only a reader can tell a fact from an advertisement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from generator.audit.texts import OriginalText, Summary
from generator.language.figures import counted_numbers_in
from generator.language.prose import Stretch
from generator.model.diagnostics import Diagnostic, Severity

_LONGEST_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class _Lack:
    """Something at `[start, end)` of the original that the summary lacks; the same thing has the same key."""

    stretch: Stretch
    start: int
    end: int
    key: Hashable


def no_figure_is_left_out(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """The summary has every figure of the original's sentences; one warning a sentence."""
    lacks = (
        _Lack(stretch, counted.start, counted.number.end, counted.kind)
        for stretch in original.prose
        for counted in counted_numbers_in(stretch.plain)
        if counted.kind not in summary.values
    )
    for message, help in _warnings(lacks, original):
        yield Diagnostic("summary-lacks-figure", message, summary.span_of_lacks, Severity.WARNING, help=help)


def no_name_is_left_out(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """The summary has every name of the original's sentences; one warning a sentence.

    Headings, bylines and other lines that are no sentences do not count, nor do words that merely begin
    sentences. A name counts as had in any case of letters, in the text, the title or the bibliography.
    """
    lacks = (
        _Lack(stretch, word.start, word.end, word.form.casefold())
        for stretch, word in original.words
        if word.form in original.names_of_prose
        and word.form.casefold() not in summary.vocabulary
        and not stretch.is_heading
    )
    for message, help in _warnings(lacks, original):
        yield Diagnostic("summary-lacks-name", message, summary.span_of_lacks, Severity.WARNING, help=help)


def _warnings(lacks: Iterable[_Lack], original: OriginalText) -> Iterator[tuple[str, str]]:
    """A message and a help for each sentence in which something is met first."""
    seen: set[Hashable] = set()
    sentences: dict[tuple[int, int], list[_Lack]] = {}
    for lack in lacks:
        if lack.key not in seen:
            seen.add(lack.key)
            which = bisect_right(lack.stretch.sentences, (lack.start, len(lack.stretch.plain))) - 1
            sentences.setdefault((lack.stretch.origin, which), []).append(lack)
    for (_, which), found in sentences.items():
        stretch = found[0].stretch
        start, end = stretch.sentences[which]
        excerpt = stretch.printed[start:end]
        if len(excerpt) > _LONGEST_EXCERPT:
            excerpt = excerpt[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"
        place = f"line {original.line_of(stretch, found[0].start)} of the original: “{excerpt}”"
        message = f"the original has {_listed(found)}, and the summary does not"
        yield message, f"add it if it is a fact of the article; {place}"


def _listed(found: list[_Lack]) -> str:
    """What is lacking, neighbouring words as one: “A”, “B C” and “D”."""
    joined: list[tuple[int, int]] = []
    for lack in found:
        if joined and lack.start == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], lack.end)
        else:
            joined.append((lack.start, lack.end))
    shown = [f"“{found[0].stretch.printed[start:end]}”" for start, end in joined]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
