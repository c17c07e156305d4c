"""By what a reader may choose among events, commitments, figures and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.atlas import Atlas, shortened
from generator.compose.writer import capitalised
from generator.model.blocks import Facet, FacetName
from generator.model.dates import Date
from generator.model.dossier import Commitment, Event, Round
from generator.model.entries import Figure, Measurand, Person
from generator.model.evidence import Statement
from generator.model.identifiers import EntryId, SourceId


def event_facets(atlas: Atlas, event: Event) -> tuple[Facet, ...]:
    """What sort of event it is, and its topics, sides, people, talk rounds and year."""
    named = {*named_in(event), *(mention.entry for mention in event.summary.mentions)}
    return (
        facet(FacetName.KIND, event.kind, atlas.words.of(event.kind)),
        *topic_facets(atlas, named),
        *side_facets(atlas, event.sides),
        *person_facets(atlas, named),
        *(round_facet(talks) for talks in atlas.dossier.rounds() if belongs_to(event, talks)),
        *year_facets(event.date),
    )


def named_in(event: Event) -> Iterator[EntryId]:
    """The entries that an event names, those of its delegations too."""
    yield from (*event.sides, *event.people, *event.terms)
    if event.place:
        yield event.place
    if isinstance(event, Round):
        yield from (member.person for group in event.delegations for member in group.members)


def belongs_to(event: Event, talks: Round) -> bool:
    """Whether an event is the talk round, part of it, or what came of it."""
    if event.id == talks.id or talks.id in event.follows:
        return True
    if event.date is None or talks.date is None or not set(event.sides) & set(talks.sides):
        return False
    first, last = event.date.earliest(), event.date.latest()
    return talks.date.earliest() <= first and last <= talks.date.latest()


def commitment_facets(atlas: Atlas, talks: Round, commitment: Commitment) -> tuple[Facet, ...]:
    """How a commitment stands, whose it is, where it was made, and the year in which it is due."""
    named = {*commitment.by, *commitment.to, *(each.entry for each in commitment.statement.mentions)}
    return (
        *topic_facets(atlas, named),
        *side_facets(atlas, commitment.by),
        round_facet(talks),
        facet(FacetName.STATUS, commitment.status, atlas.words.of(commitment.status)),
        *year_facets(commitment.due),
    )


def figure_facets(atlas: Atlas, measurand: Measurand, figure: Figure) -> tuple[Facet, ...]:
    """What a figure is about, who gives it, and the year of which it is true."""
    return (
        *topic_facets(atlas, measurand.about),
        *side_facets(atlas, measurand.about),
        *source_facets(atlas, figure.statement),
        *year_facets(figure.as_of),
    )


def statement_facets(atlas: Atlas, statement: Statement) -> tuple[Facet, ...]:
    """What a statement names, and the sources that it cites."""
    named = {mention.entry for mention in statement.mentions}
    return (
        *topic_facets(atlas, named),
        *side_facets(atlas, named),
        *person_facets(atlas, named),
        *source_facets(atlas, statement),
    )


def facet(name: FacetName, value: str, label: str) -> Facet:
    """A value of ours, such as a status, with the word for it."""
    return Facet(name, value.replace(" ", "-"), capitalised(label))


def topic_facets(atlas: Atlas, named: Iterable[EntryId]) -> tuple[Facet, ...]:
    """The topics with a briefing to which entries belong."""
    found = frozenset(named)
    return tuple(
        Facet(FacetName.TOPIC, topic.id, capitalised(topic.pref_label))
        for topic in atlas.dossier.topics()
        if atlas.scope(topic.id) & found
    )


def side_facets(atlas: Atlas, named: Iterable[EntryId]) -> tuple[Facet, ...]:
    """The sides among entries."""
    found = frozenset(named)
    return tuple(
        Facet(FacetName.SIDE, side.id, side.pref_label) for side in atlas.dossier.sides() if side.id in found
    )


def person_facets(atlas: Atlas, named: Iterable[EntryId]) -> tuple[Facet, ...]:
    """The people among entries."""
    entries = (atlas.dossier.entries[name] for name in sorted(frozenset(named)))
    return tuple(
        Facet(FacetName.PERSON, entry.id, entry.pref_label) for entry in entries if isinstance(entry, Person)
    )


def round_facet(talks: Round) -> Facet:
    """A talk round."""
    return Facet(FacetName.ROUND, talks.id, talks.title)


def source_facets(atlas: Atlas, statement: Statement) -> tuple[Facet, ...]:
    """The sources that a statement cites."""
    names: dict[SourceId, None] = dict.fromkeys(item.source for item in statement.evidence)
    titles = ((name, atlas.dossier.sources[name].bibliography.title) for name in names)
    return tuple(Facet(FacetName.SOURCE, name, shortened(title)) for name, title in titles)


def year_facets(date: Date | None) -> tuple[Facet, ...]:
    """The years in which a date lies; none if it is open or not known."""
    if date is None:
        return ()
    first, last = date.earliest().year, date.latest().year
    if last - first > 1:
        return ()
    return tuple(Facet(FacetName.YEAR, str(year), str(year)) for year in range(first, last + 1))
