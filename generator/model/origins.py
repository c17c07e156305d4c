"""Where what an edition says was written: a span in content/ for what a view cannot show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from generator.model.facts import Dossier, Round
from generator.model.kinds import Anchors, Subject
from generator.model.pages import Page
from generator.model.text import EntryId, EventId, Span

Origin = Callable[[Page, tuple[str, ...]], Span | None]
"""Where the first of these words that the content has were written; else where the page's subject is."""


@dataclass(frozen=True, slots=True)
class Origins:
    """The spans of what a dossier says. Pages and lines do not carry them, so that they say only content.

    `name` is the span of the site's name in the settings, which the dossier does not know.
    """

    dossier: Dossier
    name: Span | None = None

    def of(self, page: Page, words: tuple[str, ...] = ()) -> Span | None:
        """Where the first of these words that the content has were written; else where the page's subject is.

        What belongs to the page's own subject is looked at first, then all that is proved, then the
        sources; a statement that quotes the words counts as their span.
        """
        subject, dossier = self._subject(page), self.dossier
        proved = (
            subject,
            dossier.home,
            dossier.briefings,
            dossier.events,
            dossier.entries,
            dossier.measurands,
        )
        parts = (*((each, None) for each in proved), (dossier.site_name, self.name), (dossier.sources, None))
        for each in filter(None, words):
            for part, span in parts:
                found = next(_spans(part, each, span), None)
                if found:
                    return found
        return _first(subject)

    def of_item(self, page: Page, name: str) -> Span | None:
        """Where what has this anchor on a page was written: an event, a commitment or an entry, by its id."""
        dossier = self.dossier
        if page.kind.names.anchors is Anchors.ENTRIES:
            entry = dossier.entries.get(EntryId(name))
            return entry.span if entry else None
        event, _, commitment = name.partition(".")
        found = dossier.events.get(EventId(event))
        made = found.commitments if isinstance(found, Round) and commitment else ()
        statement = next((each.statement for each in made if each.id == commitment), None)
        return statement.span if statement else found.span if found else None

    def _subject(self, page: Page) -> tuple[object, ...]:
        """The values that a page is about, the authored ones first."""
        name, dossier = page.kind.id_of(page.path), self.dossier
        entry = dossier.entries.get(EntryId(name))
        match page.kind.names.subject:
            case Subject.EVENT:
                return _known(dossier.events.get(EventId(name)))
            case Subject.TOPIC:
                return _known(dossier.briefings.get(EntryId(name)), entry)
            case Subject.ENTRY:
                return _known(entry)
            case Subject.SOURCE | Subject.NONE:
                return ()


def _known(*values: object | None) -> tuple[object, ...]:
    return tuple(value for value in values if value is not None)


def _first(value: object) -> Span | None:
    """The span of the value, or of the first in it that has one."""
    return next(_spans(value, "", None), None)


def _spans(value: object, words: str, span: Span | None) -> Iterator[Span]:
    """The spans of the innermost values whose text holds the words."""
    if isinstance(value, str):
        if span and words in " ".join(value.split()):
            yield span
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _spans(each, words, span)
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each, words, span)
    elif is_dataclass(value):
        span = getattr(value, "span", span)
        for each in fields(value):
            yield from _spans(getattr(value, each.name), words, span)
