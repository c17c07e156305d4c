"""Rules for events and talk rounds."""

import itertools
from collections.abc import Iterable, Iterator

from generator.model.dates import Date, may_coincide, spoken, surely_before
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.entries import Person
from generator.model.evidence import Statement
from generator.model.facts import Dossier, Round, RoundStatus
from generator.text.dates import is_printed
from generator.verify.checks.numbers import printed
from generator.verify.quantities import Printed


def causes_come_first(dossier: Dossier) -> Iterator[Diagnostic]:
    """An event cannot follow from one that certainly came later."""
    for event in dossier.events.values():
        for name in event.follows:
            cause = dossier.events.get(name)
            if cause and event.date and cause.date and surely_before(event.date, cause.date):
                yield Diagnostic(
                    "cause-after-effect",
                    f"“{event.id}” ({spoken(event.date)}) follows from “{cause.id}”,"
                    f" which is later ({spoken(cause.date)})",
                    event.span,
                    related=(Related(cause.span, "the later event"),),
                    help="mend one of the dates, or `follows`",
                )


def commitments_fall_due_after_they_are_made(dossier: Dossier) -> Iterator[Diagnostic]:
    """A commitment cannot be due before the round that made it."""
    for talks in dossier.rounds():
        for commitment in talks.commitments:
            if commitment.due and talks.date and surely_before(commitment.due, talks.date):
                yield Diagnostic(
                    "due-before-made",
                    f"“{commitment.id}” is due {spoken(commitment.due)}, before the round of"
                    f" {spoken(talks.date)} that made it",
                    commitment.statement.span,
                    help="mend `due`, or the date of the round",
                )


def rounds_do_not_overlap(dossier: Dossier) -> Iterator[Diagnostic]:
    """Two talk rounds between the same sides cannot surely share a day."""
    exact = [(talks, talks.date) for talks in dossier.rounds() if talks.date and talks.date.is_exact]
    for (earlier, its_date), (later, date) in itertools.combinations(exact, 2):
        if set(earlier.sides) == set(later.sides) and may_coincide(its_date, date):
            yield Diagnostic(
                "rounds-overlap",
                f"the rounds “{earlier.id}” and “{later.id}” of the same sides share a day",
                later.span,
                related=(Related(earlier.span, "the other round"),),
                help="mend one of the dates, or make them one round",
            )


def rounds_have_a_result_once_concluded(dossier: Dossier) -> Iterator[Diagnostic]:
    """A concluded round says what came of it."""
    for talks in dossier.rounds():
        if talks.status is RoundStatus.CONCLUDED and talks.result is None:
            yield Diagnostic(
                "round-without-result",
                f"the round “{talks.id}” is concluded but has no `result`",
                talks.span,
                severity=Severity.WARNING,
                help="add `result:`; that nothing came of it, or that it is not known, is a result too",
            )


def uncertain_dates_tell_their_basis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A date that is approximate, uncertain or not known says why."""
    for event in dossier.events.values():
        if event.date_basis is None and (event.date is None or event.date.is_doubtful):
            yield Diagnostic(
                "date-without-basis",
                f"the date of “{event.id}” ({spoken(event.date)}) has no basis",
                event.span,
                help="add `date_basis:` and say how the date is known, or why it is not",
            )


def dates_without_basis_are_printed(dossier: Dossier) -> Iterator[Diagnostic]:
    """A certain date that comes without a basis is printed, as exactly, in what proves its item."""
    for event in dossier.events.values():
        statements = (event.summary, event.result) if isinstance(event, Round) else (event.summary,)
        if event.date_basis is None and event.date and not _prints(event.date, statements, dossier):
            yield _date_not_printed(f"the date of “{event.id}”", event.date, event.summary)
    for talks in dossier.rounds():
        for made in talks.commitments:
            if made.due_basis is None and made.due and not _prints(made.due, (made.statement,), dossier):
                yield _date_not_printed(f"the day on which “{made.id}” is due", made.due, made.statement)


def _prints(date: Date, statements: Iterable[Statement | None], dossier: Dossier) -> bool:
    if date.is_doubtful:
        return True
    given = [statement for statement in statements if statement]
    proofs = [
        *(printed(item, dossier) for statement in given for item in statement.evidence),
        *(Printed(statement.reason, dossier.language) for statement in given if statement.reason),
    ]
    return all(
        any(is_printed(end, proof.text, proof.language, proof.issued) for proof in proofs)
        for end in date.ends
    )


def _date_not_printed(what: str, date: Date, statement: Statement) -> Diagnostic:
    return Diagnostic(
        "date-not-printed",
        f"{what} ({spoken(date)}) is in none of the quotations, and has no basis",
        statement.span,
        help="quote the words that give the date, or say in `date_basis:` (`due_basis:`) how it is known",
    )


def delegates_sit_on_their_own_side(dossier: Dossier) -> Iterator[Diagnostic]:
    """A member of a delegation belongs to its side."""
    for talks in dossier.rounds():
        for delegation in talks.delegations:
            for member in delegation.members:
                person = dossier.entries.get(member.person)
                if isinstance(person, Person) and person.side and person.side != delegation.side:
                    yield Diagnostic(
                        "delegate-of-other-side",
                        f"{person.pref_label} sits in the delegation of “{delegation.side}” but belongs to"
                        f" “{person.side}”",
                        member.presence.span,
                        related=(Related(person.span, "the person"),),
                        help="move the member, or mend the person's `side`",
                    )
