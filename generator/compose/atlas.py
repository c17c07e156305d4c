"""Where everything is on the site: the page and anchor of each entry, event and source.

Paths and anchors are made of ids alone, so they never change while the ids stay.
"""

import datetime

from generator.model.dates import Date
from generator.model.entries import Entry, Person, Role, Side
from generator.model.evidence import CopiedPassage, Evidence
from generator.model.facts import Dossier, Event, Round, RoundStatus, Source
from generator.model.kinds import KINDS, page_of
from generator.model.proved import Derivation, Proved
from generator.model.runs import Link, PersonMark, SideMark, Target, When
from generator.model.sources import Bibliography
from generator.model.text import EntryId, EventId, SourceId
from generator.words import words_in

NOT_TOLD = frozenset({Derivation.AS_OF, Derivation.ITEM})
"""What follows from what stands beside it on the page."""


class Atlas:
    """Finds places of one dossier; `words` are ours in the language of its site."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.words = words_in(dossier.language)
        self._copies: dict[SourceId, list[CopiedPassage]] = {}
        for copy in dossier.copies:
            for name in (copy.first, copy.second):
                self._copies.setdefault(name, []).append(copy)
        self._narrower: dict[EntryId, list[EntryId]] = {}
        for entry in dossier.entries.values():
            for wider in entry.broader:
                self._narrower.setdefault(wider, []).append(entry.id)

    def entry(self, name: EntryId) -> Target:
        """The page that an entry has to itself; else the entry in the glossary."""
        own = page_of(self.dossier.entries[name])
        return Target(own) if own else Target(KINDS.glossary.path(), name)

    def event(self, name: EventId) -> Target:
        """The page of a talk round; else the event on the timeline."""
        if isinstance(self.dossier.events[name], Round):
            return Target(KINDS.round.path(name))
        return Target(KINDS.timeline.path(), name)

    def source(self, name: SourceId, anchor: str | None = None) -> Target:
        """The page of a source, or words on it."""
        return Target(KINDS.source.path(name), anchor)

    def paragraph(self, source: Source, offset: int) -> Target:
        """The paragraph of a source at an offset of its text; its top where it may not be shown whole."""
        if not source.bibliography.rights.may_be_shown_whole():
            return self.source(source.id)
        holding = (item.number for item in source.body.paragraphs if item.start <= offset < item.end)
        number = next(holding, None)
        return self.source(source.id, None if number is None else f"p{number}")

    def copies(self, name: SourceId) -> tuple[CopiedPassage, ...]:
        """The passages that connect a source with others."""
        return tuple(self._copies.get(name, ()))

    def evidence(self, evidence: Evidence) -> Target:
        """The exact words on the page of their source; its top where words may not be shown."""
        rights = self.dossier.sources[evidence.source].bibliography.rights
        return self.source(evidence.source, evidence.anchor if rights != "none" else None)

    def link(self, name: EntryId) -> Link:
        """A link to an entry, by its preferred label."""
        return Link(self.dossier.entries[name].pref_label, self.entry(name))

    def event_link(self, name: EventId) -> Link:
        """A link to an event, by its title."""
        return Link(self.dossier.events[name].title, self.event(name))

    def source_label(self, name: SourceId) -> str:
        """How a source is named in notes: the name that pages call it, and when it was issued."""
        about = self.dossier.sources[name].bibliography
        issued = self.words.date(about.issued)
        if not about.short:
            return self._published(about, issued)
        if issued in about.name:
            return about.name
        return self.words("source.label-of-short-name", name=about.name, issued=issued)

    def source_reference(self, name: SourceId) -> str:
        """A source in full: the name that pages call it, who published it, its whole title, and when."""
        about = self.dossier.sources[name].bibliography
        whole = self._published(about, self.words.date(about.issued))
        return self.words("list.labelled", label=about.name, value=whole) if about.short else whole

    def _published(self, about: Bibliography, issued: str) -> str:
        if publisher := about.publisher or about.container_title:
            return self.words("source.label", publisher=publisher, title=about.title, issued=issued)
        return self.words("source.label-without-publisher", title=about.title, issued=issued)

    def when(self, date: Date | None, basis: str | None = None) -> When:
        """A date as it is shown, with the reason where no source prints it."""
        return When(self.words.date(date), date, basis)

    def when_proved(self, date: Proved[Date | None], none: str = "") -> When:
        """A date as it is shown, and on what it rests where no source prints it so.

        The day of the source alone is no day of what it reports, and is shown as that of the report.
        `none` is the message for no date; without it that is what `Words.date` says.
        """
        if date.value is not None:
            day = self.words.date(date.value)
            if date.derived and date.derived.how is Derivation.ISSUED:
                day = self.words("derived.reported", day=day)
            return When(day, date.value, self.basis(date))
        if date.derived and date.derived.source:
            issued = self.dossier.sources[date.derived.source].bibliography.issued
            return When(self.words("derived.in-source", day=self.words.date(issued)), None)
        return When(self.words(none) if none else self.words.date(None), None, date.basis)

    def basis(self, value: Proved[object]) -> str | None:
        """Why a value is what it is: as its author says, or as the program concluded; None if it is cited."""
        if value.basis or value.derived is None:
            return value.basis
        how = value.derived
        if how.how in NOT_TOLD:
            return None
        source = self.dossier.sources[how.source].bibliography.issued if how.source else None
        event = self.dossier.events.get(how.event) if how.event else None
        return self.words(
            f"derived.{how.how}", day=self.words.date(source), event=event.title if event else ""
        )

    def when_stated(self, date: Date | None, basis: str | None = None) -> When:
        """A date as it is shown where a source may state none."""
        return When(self.words.date(date) if date else self.words("value.not-stated"), date, basis)

    def day_of(self, event: Event) -> When:
        """The date of an event, as it is shown."""
        return self.when_proved(event.date)

    def issued(self, source: Source) -> When:
        """The date of a source, as it is shown."""
        return self.when(source.bibliography.issued, source.bibliography.issued_basis)

    def side_mark(self, name: EntryId) -> SideMark | None:
        """The mark of a side; None for entries that are no side."""
        side = self.dossier.entries.get(name)
        if not isinstance(side, Side):
            return None
        return SideMark(side.short, 1 + self.dossier.sides().index(side), self.entry(name))

    def person_mark(self, name: EntryId) -> PersonMark | None:
        """The mark of a person, with the look of their side; None for entries that are no person."""
        person = self.dossier.entries.get(name)
        if not isinstance(person, Person):
            return None
        side = self.side_mark(person.side) if person.side else None
        rank = side.rank if side else None
        return PersonMark(person.pref_label, rank, self.entry(name), self.preview(person))

    def preview(self, entry: Entry) -> str:
        """What an entry is, in one line."""
        if isinstance(entry, Person) and entry.roles:
            title = entry.roles[0].title.text
            return self.words("list.labelled", label=entry.pref_label, value=title)
        return entry.definition.text if entry.definition else entry.pref_label

    def scope(self, topic: EntryId) -> frozenset[EntryId]:
        """A topic and everything narrower."""
        found: set[EntryId] = set()
        waiting = [topic]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(self._narrower.get(name, ()))
        return frozenset(found)

    def is_coming(self, event: Event) -> bool:
        """Whether an event lies after the day for which the edition speaks."""
        return event.date.value is not None and event.date.value.earliest() > self.dossier.as_of.latest()

    def is_untold(self, event: Event) -> bool:
        """Whether it was planned for a day that has passed, and no source tells whether it took place."""
        is_planned = isinstance(event, Round) and event.status.value is RoundStatus.PLANNED
        day = event.date.value
        return is_planned and day is not None and day.latest() < self.dossier.as_of.latest()

    def current_role(self, person: Person) -> Role | None:
        """The role a person holds as of the edition: of those held, the one that the newest source prints."""
        as_of = self.dossier.as_of
        held = [
            role
            for role in person.roles
            if role.held.value is None
            or role.held.value.earliest() <= as_of.latest() <= role.held.value.latest()
        ]
        return max(held, key=self._newest_print, default=None)

    def _newest_print(self, role: Role) -> tuple[datetime.date, int]:
        """When a source last printed a title, and in how many it stands."""
        sources = {item.source for item in role.title.evidence}
        issued = [self.dossier.sources[name].bibliography.issued for name in sources]
        days = [date.latest() for date in issued if date is not None]
        return max(days, default=datetime.date.min), len(sources)


LONGEST_TITLE = 48


def shortened(title: str, longest: int = LONGEST_TITLE) -> str:
    """A title, cut at a word where it is long."""
    if len(title) <= longest:
        return title
    return title[:longest].rsplit(" ", 1)[0].rstrip(" ,:;–-") + "…"
