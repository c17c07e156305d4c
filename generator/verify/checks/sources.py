"""Rules for the age of sources, against that of what they are cited for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.tenure import is_out_of_time
from generator.model.dates import Date, spoken, surely_before
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.dossier import Dossier, Event, EventKind, Round, RoundStatus
from generator.model.entries import Person, Role
from generator.model.evidence import Evidence, Statement
from generator.verify.checks.names import span_of

NOT_MENDED = "the site shows it among the errors of the source; nothing to mend if the source really says so"


def titles_are_printed_in_their_time(dossier: Dossier) -> Iterator[Diagnostic]:
    """A source gives a person a title that was held when the source was issued, or says that it was not."""
    for person in dossier.people():
        for role in person.roles:
            for evidence in role.title.evidence:
                issued = dossier.sources[evidence.source].bibliography.issued
                if is_out_of_time(evidence.exact, role.held, issued):
                    yield _out_of_time(dossier, person, role, evidence)


def _out_of_time(dossier: Dossier, person: Person, role: Role, evidence: Evidence) -> Diagnostic:
    source = dossier.sources[evidence.source]
    start, end = evidence.ranges[0]
    line_end = source.body.text.find("\n", start, end)
    return Diagnostic(
        "role-anachronism",
        f"{person.pref_label} is called “{role.title.text}” ({spoken(role.held)}) in a source of"
        f" {spoken(source.bibliography.issued)}",
        span_of(source, start, end if line_end < 0 else line_end),
        severity=Severity.WARNING,
        related=(Related(role.title.span, "the title, with the time for which it was held"),),
        help=NOT_MENDED,
    )


def events_are_not_younger_than_their_sources(dossier: Dossier) -> Iterator[Diagnostic]:
    """What has happened is quoted from sources that were not surely issued before it."""
    for event in dossier.events.values():
        if event.date and not _lies_ahead(event, event.date, dossier):
            for statement in _outcome(event):
                for evidence in statement.evidence:
                    issued = dossier.sources[evidence.source].bibliography.issued
                    if issued and surely_before(issued, event.date):
                        yield _too_old(event, statement, evidence, issued)


def _lies_ahead(event: Event, date: Date, dossier: Dossier) -> bool:
    """Whether an event is still to come, or has been announced only: then older sources are what there is."""
    is_planned = isinstance(event, Round) and event.status is RoundStatus.PLANNED
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
        f"“{event.id}” ({spoken(event.date)}) is quoted from “{evidence.source}”, which is older"
        f" ({spoken(issued)})",
        statement.span,
        severity=Severity.WARNING,
        related=(Related(event.span, "the event"),),
        help="quote a source that reports it, or mend the date of the event or of the source",
    )
