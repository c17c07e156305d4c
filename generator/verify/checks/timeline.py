"""Rules for events and talk rounds."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.model.dates import Date, may_coincide, spoken, surely_before
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.entries import Person
from generator.model.facts import NO_DAY, Dossier, RoundStatus
from generator.model.text import EventId


def causes_come_first(dossier: Dossier) -> Iterator[Diagnostic]:
    """An event cannot follow from one that certainly came later."""
    for event in dossier.events.values():
        for name in event.follows:
            cause = dossier.events.get(name)
            if (
                cause
                and event.date.value
                and cause.date.value
                and surely_before(event.date.value, cause.date.value)
            ):
                yield Diagnostic(
                    "cause-after-effect",
                    f"“{event.id}” ({spoken(event.date.value)}) follows from “{cause.id}”,"
                    f" which is later ({spoken(cause.date.value)})",
                    event.span,
                    related=(Related(cause.span, "the later event"),),
                    help="mend one of the dates, or `follows`",
                )


def no_event_follows_itself(dossier: Dossier) -> Iterator[Diagnostic]:
    """Going from an event to those that it follows, again and again, comes to an end."""
    causes = {event.id: {*event.follows} & dossier.events.keys() for event in dossier.events.values()}
    left = _without_loose_ends(causes)
    for name in causes:
        if name in left and name in _reached_from(name, left):
            yield Diagnostic(
                "follows-circle",
                f"“{name}” follows itself, through `follows`",
                dossier.events[name].span,
                help="remove one `follows` of the circle",
            )


def _without_loose_ends(causes: Mapping[EventId, set[EventId]]) -> dict[EventId, set[EventId]]:
    """The events that a circle may go through: what follows nothing that is left goes, again and again."""
    left = {name: {*names} for name, names in causes.items()}
    effects: defaultdict[EventId, list[EventId]] = defaultdict(list)
    for name, names in causes.items():
        for cause in names:
            effects[cause].append(name)
    loose = [name for name, names in left.items() if not names]
    while loose:
        name = loose.pop()
        del left[name]
        for effect in effects[name]:
            left[effect].discard(name)
            if not left[effect]:
                loose.append(effect)
    return left


def _reached_from(name: EventId, causes: Mapping[EventId, set[EventId]]) -> set[EventId]:
    found = set[EventId]()
    waiting = [*causes[name]]
    while waiting:
        cause = waiting.pop()
        if cause not in found:
            found.add(cause)
            waiting += causes[cause]
    return found


def rounds_do_not_overlap(dossier: Dossier) -> Iterator[Diagnostic]:
    """Two talk rounds between the same sides cannot surely share a day."""
    exact = [
        (talks, talks.date.value)
        for talks in dossier.rounds()
        if talks.date.value and talks.date.value.is_exact
    ]
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
        if talks.status.value is RoundStatus.CONCLUDED and talks.result is None:
            yield Diagnostic(
                "round-without-result",
                f"the round “{talks.id}” is concluded but has no `result`",
                talks.span,
                severity=Severity.WARNING,
                help="add `result:`; that nothing came of it, or that it is not known, is a result too",
            )


def what_is_planned_lies_ahead(dossier: Dossier) -> Iterator[Diagnostic]:
    """A round that is planned cannot surely lie before the day for which the edition speaks."""
    for talks in dossier.rounds():
        date = talks.date.value
        if talks.status.value is RoundStatus.PLANNED and _is_before(date, dossier.as_of):
            yield Diagnostic(
                "planned-in-the-past",
                f"the round “{talks.id}” ({spoken(date)}) is planned, but the edition speaks for"
                f" {spoken(dossier.as_of)}",
                talks.span,
                Severity.WARNING,
                help="say what became of it in `status:` and `result:`, or mend the date",
            )


def what_is_concluded_lies_behind(dossier: Dossier) -> Iterator[Diagnostic]:
    """A round that is concluded cannot surely lie after the day for which the edition speaks."""
    for talks in dossier.rounds():
        date = talks.date.value
        if talks.status.value is RoundStatus.CONCLUDED and _is_before(dossier.as_of, date):
            yield Diagnostic(
                "concluded-in-the-future",
                f"the round “{talks.id}” ({spoken(date)}) is concluded, but the edition speaks for"
                f" {spoken(dossier.as_of)}",
                talks.span,
                help="mend `status:` or the date; or build the edition for a later day",
            )


def _is_before(first: Date | None, second: Date | None) -> bool:
    """Whether one day surely lies before the other, and both are known."""
    return bool(first and second and NO_DAY not in (first, second) and surely_before(first, second))


def delegates_sit_on_their_own_side(dossier: Dossier) -> Iterator[Diagnostic]:
    """A member of a delegation belongs to its side."""
    for talks in dossier.rounds():
        for delegation in talks.delegations:
            for member in delegation.members:
                person = dossier.entries.get(member.person.value)
                if isinstance(person, Person) and person.side and person.side != delegation.side:
                    yield Diagnostic(
                        "delegate-of-other-side",
                        f"{person.pref_label} sits in the delegation of “{delegation.side}” but belongs to"
                        f" “{person.side}”",
                        member.presence.span,
                        related=(Related(person.span, "the person"),),
                        help="move the member, or mend the person's `side`",
                    )
