"""What the compose stage does for each kind of page, in the order in which the pages are written.

What tells where things are used, and what lists the pages, is written after all that it tells of.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compose import descriptions
from generator.compose.atlas import Atlas
from generator.compose.findings.differences import count_of, disagreements
from generator.compose.pages import find, organisations, sides
from generator.compose.pages.about import about_page
from generator.compose.pages.coverage import coverage_page, single_source_page
from generator.compose.pages.disagreements import disagreements_page
from generator.compose.pages.editions import editions_page
from generator.compose.pages.glossary import glossary_page
from generator.compose.pages.home import WayIn, home_page, some_of
from generator.compose.pages.ledgers import commitments_page, figures_page
from generator.compose.pages.people import people_page, person_page
from generator.compose.pages.rounds import round_page, rounds_page
from generator.compose.pages.sources import Use, source_page, sources_page
from generator.compose.pages.timelines import timeline_page
from generator.compose.pages.topics import Written, topic_page, topics_page
from generator.compose.parts import source_link
from generator.compose.writer import capitalised
from generator.model.entries import Person
from generator.model.facts import Event, Round
from generator.model.kinds import KINDS, Kind, for_every_kind
from generator.model.knowledge import Thing
from generator.model.runs import Line, Link, Target
from generator.model.text import EntryId, EventId, SourceId

Earlier = Sequence[Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What the compose stage does for one kind of page; an id is empty where its address has none.

    Attributes:
        write: the pages, from the pages that were written before.
        describes: the things that the page of this id describes.
        tells_more: what a search engine shows of it, if what it says of itself is short.
        way_in: the card of the home page that leads to it.
        found: its group on the find page.

    """

    write: Callable[[Atlas, Earlier], Iterable[Written]]
    describes: Callable[[Atlas, str], Iterable[Thing]]
    tells_more: Callable[[Atlas, str], str | None]
    way_in: Callable[[Atlas], WayIn | None] | None
    found: Callable[[Atlas], find.Group] | None


def nothing(_: Atlas, __: str) -> tuple[Thing, ...]:
    """It describes no thing."""
    return ()


def no_more(_: Atlas, __: str) -> None:
    """It says enough of itself."""
    return


def _topics(atlas: Atlas, _: Earlier) -> Iterator[Written]:
    return (topic_page(atlas, topic) for topic in atlas.dossier.topics())


def _known_topic(atlas: Atlas, name: str) -> Iterator[Thing]:
    yield descriptions.known_term(atlas, atlas.dossier.entries[EntryId(name)])


def _definition_of(atlas: Atlas, name: str) -> str | None:
    definition = atlas.dossier.entries[EntryId(name)].definition
    return definition.text if definition else None


def _way_to_topics(atlas: Atlas) -> WayIn:
    topics = atlas.dossier.topics()
    links = [Link(capitalised(topic.pref_label), atlas.entry(topic.id)) for topic in topics]
    return _way(atlas, KINDS.topics, len(topics), some_of(atlas.words, links))


def _rounds(atlas: Atlas, _: Earlier) -> Iterator[Written]:
    return (round_page(atlas, talks) for talks in atlas.dossier.rounds())


def _known_round(atlas: Atlas, name: str) -> Iterator[Thing]:
    yield descriptions.known_event(atlas, atlas.dossier.events[EventId(name)])


def _more_of_round(atlas: Atlas, name: str) -> str:
    talks: Event = atlas.dossier.events[EventId(name)]
    result = talks.result if isinstance(talks, Round) else None
    return (result or talks.summary).text


def _way_to_rounds(atlas: Atlas) -> WayIn:
    rounds = atlas.dossier.rounds()
    links = some_of(atlas.words, [atlas.event_link(talks.id) for talks in rounds])
    return _way(atlas, KINDS.rounds, len(rounds), links)


def _people(atlas: Atlas, _: Earlier) -> Iterator[Written]:
    return (person_page(atlas, person) for person in atlas.dossier.people())


def _known_person(atlas: Atlas, name: str) -> Iterator[Thing]:
    person = atlas.dossier.entries[EntryId(name)]
    if isinstance(person, Person):
        yield descriptions.known_person(atlas, person)


def _more_of_person(atlas: Atlas, name: str) -> str:
    label = atlas.dossier.entries[EntryId(name)].pref_label
    return atlas.words("person.description", person=label)


def _way_to_people(atlas: Atlas) -> WayIn:
    return _way(atlas, KINDS.people, len(atlas.dossier.people()))


def _way_to_timeline(atlas: Atlas) -> WayIn:
    return _way(atlas, KINDS.timeline, len(atlas.dossier.events))


def _way_to_figures(atlas: Atlas) -> WayIn:
    return _way(atlas, KINDS.figures, len(atlas.dossier.measurands))


def _way_to_commitments(atlas: Atlas) -> WayIn:
    count = sum(len(talks.commitments) for talks in atlas.dossier.rounds())
    return _way(atlas, KINDS.commitments, count)


def _way_to_disagreements(atlas: Atlas) -> WayIn:
    count = count_of(disagreements(atlas))
    return _way(atlas, KINDS.disagreements, count)


def _glossary(atlas: Atlas, earlier: Earlier) -> Iterator[Written]:
    yield glossary_page(atlas, _terms_by_page(earlier))


def _way_to_glossary(atlas: Atlas) -> WayIn:
    count = len(atlas.dossier.entries) - len(atlas.dossier.people())
    return _way(atlas, KINDS.glossary, count)


def _coverage(atlas: Atlas, earlier: Earlier) -> Iterator[Written]:
    yield coverage_page(atlas, _uses(atlas, earlier))


def _sources(atlas: Atlas, earlier: Earlier) -> Iterator[Written]:
    yield sources_page(atlas, _uses(atlas, earlier))


def _way_to_sources(atlas: Atlas) -> WayIn:
    return _way(atlas, KINDS.sources, len(atlas.dossier.sources))


def _each_source(atlas: Atlas, earlier: Earlier) -> Iterator[Written]:
    uses = _uses(atlas, earlier)
    for source in atlas.dossier.sources.values():
        yield source_page(atlas, source, uses.get(source.id, ()))


def _home(atlas: Atlas, _: Earlier) -> Iterator[Written]:
    ways = (COMPOSITIONS[kind].way_in for kind in KINDS)
    cards = (card for way in ways if way and (card := way(atlas)))
    yield home_page(atlas, [card for card in cards if card.count])


def _find(atlas: Atlas, earlier: Earlier) -> Iterator[Written]:
    placed = sorted((kind.search.group, kind.key) for kind in KINDS if kind.search.group is not None)
    by_key = {kind.key: COMPOSITIONS[kind].found for kind in KINDS}
    groups = (found(atlas) for _, key in placed if (found := by_key[key]))
    yield find.find_page(atlas, [page for _, page in earlier], groups)


def _way(atlas: Atlas, kind: Kind, count: int, told: Line | None = None) -> WayIn:
    """A card of the home page: links to what is in a collection, or a line on what it is."""
    key = f"kind.{kind.slug}.way"
    return WayIn(atlas.words(key), kind.path(), told or atlas.words.line(f"{key}.told"), count)


def _terms_by_page(written: Iterable[Written]) -> dict[EntryId, list[Link]]:
    found: dict[EntryId, list[Link]] = {}
    for writer, page in written:
        if not page.kind.is_collection:
            for name in writer.terms:
                found.setdefault(name, []).append(Link(page.title, Target(page.path)))
    return found


def _uses(atlas: Atlas, written: Iterable[Written]) -> dict[SourceId, list[Use]]:
    """For each source the words that pages rely on; a note of a page links to its number there.

    What editors note of a source relies on words too, of itself and of others; its own page has it.
    """
    found: dict[SourceId, list[Use]] = {}
    for writer, page in sorted(written, key=lambda item: item[1].kind.is_collection):
        numbered = {(note.evidence.source, note.evidence.anchor) for note in page.notes}
        for note in page.notes:
            link = Link(page.title, Target(page.path, f"note-{note.number}"))
            found.setdefault(note.evidence.source, []).append(Use(note.evidence, link))
        for evidence in writer.passages:
            if (evidence.source, evidence.anchor) not in numbered:
                link = Link(page.title, Target(page.path, "sources-say"))
                found.setdefault(evidence.source, []).append(Use(evidence, link))
    for source in atlas.dossier.sources.values():
        for evidence in dict.fromkeys(item for problem in source.problems for item in problem.evidence):
            found.setdefault(evidence.source, []).append(Use(evidence, source_link(atlas, source)))
    return found


COMPOSITIONS: Mapping[Kind, Composition] = for_every_kind(
    {
        KINDS.topics: Composition(
            write=lambda atlas, _: [topics_page(atlas)],
            describes=nothing,
            tells_more=no_more,
            way_in=_way_to_topics,
            found=None,
        ),
        KINDS.topic: Composition(
            write=_topics,
            describes=_known_topic,
            tells_more=_definition_of,
            way_in=None,
            found=find.briefings_found,
        ),
        KINDS.rounds: Composition(
            write=lambda atlas, _: [rounds_page(atlas)],
            describes=lambda atlas, _: descriptions.every_round(atlas),
            tells_more=no_more,
            way_in=_way_to_rounds,
            found=None,
        ),
        KINDS.round: Composition(
            write=_rounds,
            describes=_known_round,
            tells_more=_more_of_round,
            way_in=None,
            found=find.rounds_found,
        ),
        KINDS.sides: Composition(
            write=sides.sides_page,
            describes=sides.known_sides,
            tells_more=no_more,
            way_in=sides.way_to_sides,
            found=None,
        ),
        KINDS.side: Composition(
            write=sides.side_pages,
            describes=sides.known_side,
            tells_more=_definition_of,
            way_in=None,
            found=sides.sides_found,
        ),
        KINDS.people: Composition(
            write=lambda atlas, _: [people_page(atlas)],
            describes=lambda atlas, _: descriptions.every_person(atlas),
            tells_more=no_more,
            way_in=_way_to_people,
            found=None,
        ),
        KINDS.person: Composition(
            write=_people,
            describes=_known_person,
            tells_more=_more_of_person,
            way_in=None,
            found=find.people_found,
        ),
        KINDS.organisations: Composition(
            write=organisations.organisations_page,
            describes=organisations.known_organisations,
            tells_more=no_more,
            way_in=organisations.way_to_organisations,
            found=None,
        ),
        KINDS.organisation: Composition(
            write=organisations.organisation_pages,
            describes=organisations.known_organisation,
            tells_more=_definition_of,
            way_in=None,
            found=organisations.organisations_found,
        ),
        KINDS.timeline: Composition(
            write=lambda atlas, _: [timeline_page(atlas)],
            describes=lambda atlas, _: descriptions.every_event(atlas),
            tells_more=no_more,
            way_in=_way_to_timeline,
            found=find.events_found,
        ),
        KINDS.figures: Composition(
            write=lambda atlas, _: [figures_page(atlas)],
            describes=nothing,
            tells_more=no_more,
            way_in=_way_to_figures,
            found=find.figures_found,
        ),
        KINDS.commitments: Composition(
            write=lambda atlas, _: [commitments_page(atlas)],
            describes=nothing,
            tells_more=no_more,
            way_in=_way_to_commitments,
            found=find.commitments_found,
        ),
        KINDS.disagreements: Composition(
            write=lambda atlas, _: [disagreements_page(atlas)],
            describes=nothing,
            tells_more=no_more,
            way_in=_way_to_disagreements,
            found=None,
        ),
        KINDS.about: Composition(
            write=lambda atlas, _: [about_page(atlas)],
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=None,
        ),
        KINDS.home: Composition(
            write=_home,
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=None,
        ),
        KINDS.single_source: Composition(
            write=lambda atlas, earlier: [single_source_page(atlas, earlier)],
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=None,
        ),
        KINDS.glossary: Composition(
            write=_glossary,
            describes=lambda atlas, _: descriptions.every_term(atlas),
            tells_more=no_more,
            way_in=_way_to_glossary,
            found=find.terms_found,
        ),
        KINDS.coverage: Composition(
            write=_coverage,
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=None,
        ),
        KINDS.sources: Composition(
            write=_sources,
            describes=nothing,
            tells_more=no_more,
            way_in=_way_to_sources,
            found=None,
        ),
        KINDS.source: Composition(
            write=_each_source,
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=find.sources_found,
        ),
        KINDS.editions: Composition(
            write=lambda atlas, earlier: [editions_page(atlas, earlier)],
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=None,
        ),
        KINDS.find: Composition(
            write=_find,
            describes=nothing,
            tells_more=no_more,
            way_in=None,
            found=None,
        ),
    }
)
"""The functions of each kind, in the order of writing."""
