"""Rules for sources: their age against that of what they are cited for, and what may be shown of them."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from generator.model.content import LONGEST_SHORT
from generator.model.dates import Date, spoken, surely_before
from generator.model.diagnostics import Diagnostic, Edit, Related, Severity
from generator.model.entries import Person, Role
from generator.model.evidence import Evidence, Statement
from generator.model.facts import Dossier, Event, EventKind, Round, RoundStatus, Source, all_statements
from generator.model.sources import QuoteBudget, Rights
from generator.model.text import SourceId, Span, Text
from generator.text.dates import is_out_of_time
from generator.text.short_names import short_name
from generator.text.tokens import word_ranges
from generator.verify.checks.names import span_of
from generator.verify.checks.proved_values import values_in

NOT_MENDED = "the site shows it among the errors of the source; nothing to mend if the source really says so"

SHOWN_CITATIONS = 3

NO_DATE = "not stated"
"""The basis that `briefing import` writes where an article does not print its day."""

Citations = Sequence[tuple[Evidence, Span]]


def titles_are_printed_in_their_time(dossier: Dossier) -> Iterator[Diagnostic]:
    """A source gives a person a title that was held when the source was issued, or says that it was not."""
    for person in dossier.people():
        for role in person.roles:
            for evidence in role.title.evidence:
                issued = dossier.sources[evidence.source].bibliography.issued
                if is_out_of_time(evidence.exact, role.held.value, issued):
                    yield _out_of_time(dossier, person, role, evidence)


def _out_of_time(dossier: Dossier, person: Person, role: Role, evidence: Evidence) -> Diagnostic:
    source = dossier.sources[evidence.source]
    start, end = evidence.ranges[0]
    line_end = source.body.text.find("\n", start, end)
    return Diagnostic(
        "role-anachronism",
        f"{person.pref_label} is called “{role.title.text}” ({spoken(role.held.value)}) in a source of"
        f" {spoken(source.bibliography.issued)}",
        span_of(source, start, end if line_end < 0 else line_end),
        severity=Severity.WARNING,
        related=(Related(role.title.span, "the title, with the time for which it was held"),),
        help=NOT_MENDED,
    )


def events_are_not_younger_than_their_sources(dossier: Dossier) -> Iterator[Diagnostic]:
    """What has happened is quoted from sources that were not surely issued before it."""
    for event in dossier.events.values():
        if event.date.value and not _lies_ahead(event, event.date.value, dossier):
            for statement in _outcome(event):
                for evidence in statement.evidence:
                    issued = dossier.sources[evidence.source].bibliography.issued
                    if issued and surely_before(issued, event.date.value):
                        yield _too_old(event, statement, evidence, issued)


def _lies_ahead(event: Event, date: Date, dossier: Dossier) -> bool:
    """Whether an event is still to come, or has been announced only: then older sources are what there is."""
    is_planned = isinstance(event, Round) and event.status.value is RoundStatus.PLANNED
    return is_planned or event.kind is EventKind.DEADLINE or date.earliest() > dossier.as_of.latest()


def _outcome(event: Event) -> Iterator[Statement]:
    """What is said of the event itself; agenda and positions may well be quoted from before it."""
    yield event.summary
    if isinstance(event, Round):
        if event.result:
            yield event.result
        yield from (*event.agreed, *event.not_agreed)


def _too_old(event: Event, statement: Statement, evidence: Evidence, issued: Date) -> Diagnostic:
    return Diagnostic(
        "source-older-than-event",
        f"“{event.id}” ({spoken(event.date.value)}) is quoted from “{evidence.source}”, which is older"
        f" ({spoken(issued)})",
        statement.span,
        severity=Severity.WARNING,
        related=(Related(event.span, "the event"),),
        help="quote a source that reports it, or mend the date of the event or of the source",
    )


def every_source_is_dated(dossier: Dossier) -> Iterator[Diagnostic]:
    """A source says when it was issued, or its basis tells why nobody knows."""
    for source in dossier.sources.values():
        about = source.bibliography
        if about.issued is None and about.issued_basis in (None, NO_DATE):
            yield Diagnostic(
                "source-undated",
                f"“{source.id}” does not say when it was issued",
                about.issued_basis.span if isinstance(about.issued_basis, Text) else source.span,
                Severity.WARNING,
                help="write `issued:`, as `2025-06-11~` if it is about that day, with what it follows from as"
                " `issued_basis:`; or write there why the day cannot be known",
            )


def long_titles_have_a_short_name(dossier: Dossier) -> Iterator[Diagnostic]:
    """A source whose title is too long for tables, charts and notes says what pages call it."""
    for source in dossier.sources.values():
        about = source.bibliography
        if about.short or len(about.title) <= LONGEST_SHORT:
            continue
        name = short_name(about.publisher or about.container_title, about.issued, about.title)
        field = f"short: {json.dumps(name, ensure_ascii=False)}"
        span = about.title.span if isinstance(about.title, Text) else source.span
        end = Span(span.path, span.end_line, span.end_column, span.end_line, span.end_column)
        yield Diagnostic(
            "source-without-short",
            f"the title of “{source.id}” has {len(about.title)} characters, and the source no short name",
            span,
            help=f"write below it what pages should call it, as `{field}`:"
            f" at most {LONGEST_SHORT} characters, two or three words",
            edits=(Edit(end, f"\n{field}"),),
        )


def no_two_sources_are_called_alike(dossier: Dossier) -> Iterator[Diagnostic]:
    """Pages call each source by a name that no other has: its short name, else its title."""
    first: dict[str, Source] = {}
    for source in dossier.sources.values():
        name = source.bibliography.name
        other = first.setdefault(" ".join(name.casefold().split()), source)
        if other is not source:
            yield Diagnostic(
                "sources-called-alike",
                f"“{source.id}” and “{other.id}” are both called “{name}” on pages",
                _name_span(source),
                Severity.WARNING,
                related=(Related(_name_span(other), f"the name of “{other.id}”"),),
                help="give one of them another `short:` name, by its publisher, its day or its subject",
            )


def _name_span(source: Source) -> Span:
    """Where the name stands by which pages call a source."""
    about = source.bibliography
    name = about.short or about.title
    return name.span if isinstance(name, Text) else source.span


def quotations_stay_within_their_budget(dossier: Dossier) -> Iterator[Diagnostic]:
    """Of a source that is shown in quotations only, the whole site quotes no more words than it may."""
    limited = {name: source for name, source in dossier.sources.items() if _is_limited(source)}
    if not limited:
        return
    cited: dict[SourceId, list[tuple[Evidence, Span]]] = {name: [] for name in limited}
    quoted = [(statement.evidence, statement.span) for statement in all_statements(dossier)]
    quoted += [(each.value.own, each.span) for each in values_in(dossier)]
    for evidences, span in quoted:
        for evidence in evidences:
            if evidence.source in cited:
                cited[evidence.source].append((evidence, span))
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
