"""The calendars of an edition: of all days, to subscribe to, of each talk round, and of what is due.

What is planned, expected or bound to a condition is tentative, and so is a day that is not known exactly.
"""

from collections.abc import Iterator

from generator.compose.atlas import Atlas
from generator.compose.undertakings import calendar_told, commitment_id, is_ahead, is_end_of, told
from generator.compose.writer import capitalised
from generator.model.addresses import PageFiles, SiteFiles
from generator.model.commitments import Commitment, CommitmentKind
from generator.model.dates import Date
from generator.model.editions import ItemKind, What, in_time
from generator.model.facts import Event, Round, RoundStatus
from generator.model.kinds import KINDS
from generator.model.pages import Calendar, CalendarEntry
from generator.model.runs import Target

_DATED = frozenset({ItemKind.EVENT, ItemKind.COMMITMENT, ItemKind.DEADLINE})
_SAID = {CommitmentKind.DO: "due", CommitmentKind.KEEP: "ends", CommitmentKind.EXPECT: "expected"}


def calendars(atlas: Atlas) -> Iterator[Calendar]:
    """All calendars that have an entry, the one of all days first."""
    rounds = (_of_round(atlas, talks) for talks in atlas.dossier.rounds())
    for calendar in (_of_everything(atlas), *rounds, _of_what_is_ahead(atlas)):
        if calendar.entries:
            yield calendar


def has_days(atlas: Atlas) -> bool:
    """Whether anything has a day for the calendar of all days."""
    return next(_all_entries(atlas), None) is not None


def has_days_of(atlas: Atlas, talks: Round) -> bool:
    """Whether a talk round, or something that was undertaken there, has a day."""
    return next(_entries_of_round(atlas, talks), None) is not None


def _of_everything(atlas: Atlas) -> Calendar:
    title = atlas.words("calendar.of-site", site=atlas.dossier.site_name)
    entries = sorted(_all_entries(atlas), key=lambda each: (each.date.ends[0].earliest(), each.name))
    return Calendar(SiteFiles.CALENDAR, title, Target(KINDS.timeline.path()), tuple(entries))


def _of_round(atlas: Atlas, talks: Round) -> Calendar:
    page = KINDS.round.path(talks.id)
    return Calendar(
        PageFiles(page).calendar, talks.title, Target(page), tuple(_entries_of_round(atlas, talks))
    )


def _of_what_is_ahead(atlas: Atlas) -> Calendar:
    page = KINDS.commitments.path()
    ahead = ((talks, made) for talks, made in atlas.dossier.commitments() if is_ahead(atlas, made))
    entries = tuple(entry for item in ahead for entry in _of_commitment(atlas, *item))
    title = atlas.words("calendar.of-commitments", site=atlas.dossier.site_name)
    return Calendar(PageFiles(page).calendar, title, Target(page), entries)


def _all_entries(atlas: Atlas) -> Iterator[CalendarEntry]:
    """Everything that has a day; the end of a commitment once, where a deadline stands for it."""
    events = tuple(atlas.dossier.events.values())
    for event in events:
        yield from _of_event(atlas, event)
    for talks, made in atlas.dossier.commitments():
        if not any(is_end_of(event, talks, made) for event in events):
            yield from _of_commitment(atlas, talks, made)


def _entries_of_round(atlas: Atlas, talks: Round) -> Iterator[CalendarEntry]:
    yield from _of_event(atlas, talks)
    for made in talks.commitments:
        yield from _of_commitment(atlas, talks, made)


def _of_event(atlas: Atlas, event: Event) -> Iterator[CalendarEntry]:
    """The entry of an event; none if no source gives its day."""
    date = event.date.value
    if date is None:
        return
    place, basis = event.place.value, atlas.basis(event.date)
    is_planned = isinstance(event, Round) and event.status.value is RoundStatus.PLANNED
    yield CalendarEntry(
        name=f"{'round' if isinstance(event, Round) else 'event'}-{event.id}",
        title=_titled(atlas, event.title, date),
        date=date,
        place=atlas.dossier.entries[place].pref_label if place else None,
        description=_described(atlas, event.summary.text, basis),
        target=atlas.event(event.id),
        category=capitalised(atlas.words.of(event.kind)),
        is_tentative=is_planned or atlas.is_coming(event) or not date.is_exact,
        revision=_revision(atlas, f"{KINDS.timeline.path()}#{event.id}"),
    )


def _of_commitment(atlas: Atlas, talks: Round, made: Commitment) -> Iterator[CalendarEntry]:
    """The day by which something is due or expected, or on which a term ends; nothing if that is open."""
    date, name = made.end.value, commitment_id(talks, made.id)
    if date is None or date.is_open:
        return
    is_sure = made.kind is not CommitmentKind.EXPECT and not made.condition.value
    yield CalendarEntry(
        name=f"commitment-{name}",
        title=_titled(atlas, atlas.words(f"calendar.{_SAID[made.kind]}", what=told(atlas, made)), date),
        date=date,
        place=None,
        description=calendar_told(atlas, talks, made),
        target=Target(KINDS.commitments.path(), name),
        category=capitalised(atlas.words.of(ItemKind.COMMITMENT)),
        is_tentative=not date.is_exact or (is_ahead(atlas, made) and not is_sure),
        revision=_revision(atlas, f"{KINDS.commitments.path()}#{name}"),
    )


def _titled(atlas: Atlas, title: str, date: Date) -> str:
    """The title of an entry, with its date where that is not the days that the entry shows."""
    return title if date.is_exact else atlas.words("calendar.about", title=title, date=atlas.words.date(date))


def _described(atlas: Atlas, text: str, basis: str | None) -> str:
    """What happened, and on what its day rests."""
    told = (text, atlas.words("value.basis", basis=basis) if basis else "")
    return atlas.words("list.strong-separator").join(filter(None, told))


def _revision(atlas: Atlas, address: str) -> int:
    """How many released editions changed what stands at an address, after the one that brought it."""
    changed = [
        {change.what for change in release.changes if change.kind in _DATED and address in change.addresses}
        for release in in_time(atlas.dossier.releases)
    ]
    told = [found for found in changed if found]
    return len(told) - bool(told and What.ADDED in told[0])
