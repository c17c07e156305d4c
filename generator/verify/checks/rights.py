"""Rules for what may be shown of a source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from generator.language.words import word_ranges
from generator.model.diagnostics import Diagnostic, Related
from generator.model.dossier import Dossier, Source
from generator.model.evidence import Evidence
from generator.model.identifiers import SourceId
from generator.model.sources import QuoteBudget, Rights
from generator.model.statements import all_statements
from generator.model.text import Span

SHOWN_CITATIONS = 3

Citations = Sequence[tuple[Evidence, Span]]


def quotations_stay_within_their_budget(dossier: Dossier) -> Iterator[Diagnostic]:
    """Of a source that is shown in quotations only, the whole site quotes no more words than it may."""
    limited = {name: source for name, source in dossier.sources.items() if _is_limited(source)}
    if not limited:
        return
    cited: dict[SourceId, list[tuple[Evidence, Span]]] = {name: [] for name in limited}
    for statement in all_statements(dossier):
        for evidence in statement.evidence:
            if evidence.source in cited:
                cited[evidence.source].append((evidence, statement.span))
    for name, source in limited.items():
        yield from _over_budget(source, cited[name], dossier.quote_budget)


def _is_limited(source: Source) -> bool:
    return source.bibliography.rights is Rights.QUOTE


def _over_budget(source: Source, citations: Citations, budget: QuoteBudget) -> Iterator[Diagnostic]:
    ranges = word_ranges(source.body.text)
    quoted = [(_words_in(evidence, ranges), evidence, span) for evidence, span in citations]
    used = len(frozenset[int]().union(*(words for words, _, _ in quoted)))
    allowed = budget.of(len(ranges))
    if used <= allowed:
        return
    longest = {evidence.anchor: (len(words), span) for words, evidence, span in reversed(quoted)}
    most = sorted(longest.values(), key=lambda item: -item[0])[:SHOWN_CITATIONS]
    yield Diagnostic(
        "rights-budget",
        f"the site quotes {used} of the {len(ranges)} words of “{source.id}”, but may quote {allowed}",
        source.span,
        related=tuple(Related(span, f"{count} words are quoted here") for count, span in most),
        help=f"quote less: at most {budget.words} words or {budget.percent} percent, whichever is less;"
        " `extra.briefing` in mkdocs.yml may set `quote_words` and `quote_percent`",
    )


def _words_in(evidence: Evidence, ranges: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the words that a quotation touches."""
    found: set[int] = set()
    for start, end in evidence.ranges:
        first = bisect_right(ranges, start, key=lambda each: each[1])
        last = bisect_left(ranges, end, key=lambda each: each[0])
        found.update(range(first, last))
    return frozenset(found)
