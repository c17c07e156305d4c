"""Organisations: the index by side, and a page of each institution, company and administration."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose import descriptions, parts
from generator.compose.atlas import Atlas
from generator.compose.findings.differences import differences_on
from generator.compose.findings.passages import what_sources_say
from generator.compose.pages import find
from generator.compose.pages.home import WayIn
from generator.compose.pages.people import sayings
from generator.compose.pages.sides import Once
from generator.compose.pages.timelines import concerns, timeline
from generator.compose.pages.topics import Written
from generator.compose.undertakings import Made, commitments_sections
from generator.compose.writer import PageWriter, bullets, fact, plain, separated, without_empty_columns
from generator.model.blocks import Block, Bullets, Facts, Paragraph, Row, Table
from generator.model.dates import may_coincide
from generator.model.entries import Measurand, Organisation, Person, Role, Saying
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.knowledge import Thing
from generator.model.runs import Line, Link, Plain, Run
from generator.model.text import EntryId


def organisation_pages(atlas: Atlas, _: object = None) -> Iterator[Written]:
    """A page of each organisation."""
    return (_page(atlas, organisation) for organisation in _all(atlas))


def organisations_page(atlas: Atlas, _: object = None) -> Iterator[Written]:
    """The index, by side; no page if there is no organisation."""
    organisations, words = _all(atlas), atlas.words
    if not organisations:
        return
    page = PageWriter(atlas, KINDS.organisations)
    for side in atlas.dossier.sides():
        own = [each for each in organisations if each.side == side.id]
        page.section(f"side-{side.id}", side.pref_label, [_table(page, side.pref_label, own)])
    others = [each for each in organisations if each.side is None]
    heading = words("organisations.others" if atlas.dossier.sides() else "kind.organisations.title")
    page.section("others", heading, [_table(page, heading, others)])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    has_sides = bool(atlas.dossier.sides())
    yield page, page.page(words("organisations.deck" if has_sides else "organisations.deck-without-sides"))


def known_organisation(atlas: Atlas, name: str) -> Iterator[Thing]:
    """The organisation that has this id."""
    yield descriptions.known_entry(atlas, atlas.dossier.entries[EntryId(name)])


def known_organisations(atlas: Atlas, _: str) -> Iterator[Thing]:
    """All organisations, by label."""
    return (descriptions.known_entry(atlas, each) for each in _all(atlas))


def way_to_organisations(atlas: Atlas) -> WayIn | None:
    """The card of the home page; none if there is no organisation."""
    count, words = len(_all(atlas)), atlas.words
    told, path = plain(words("kind.organisations.way.told")), KINDS.organisations.path()
    return WayIn(words("kind.organisations.way"), path, told, count) if count else None


def organisations_found(atlas: Atlas) -> find.Group:
    """The organisations on the find page."""
    separator = atlas.words("list.separator")
    rows = (
        find.row(
            atlas,
            atlas.link(each.id),
            each.definition.text if each.definition else separator.join(each.alt_labels),
            each.kind,
            parts.side_facets(atlas, [each.side] if each.side else []),
        )
        for each in _all(atlas)
    )
    return find.Group("organisations", rows)


def _all(atlas: Atlas) -> list[Organisation]:
    found = (entry for entry in atlas.dossier.entries.values() if isinstance(entry, Organisation))
    return sorted(found, key=lambda each: (each.pref_label.casefold(), each.id))


def _page(atlas: Atlas, organisation: Organisation) -> Written:
    page = PageWriter(atlas, KINDS.organisation, organisation.pref_label, organisation.id)
    words, scope = atlas.words, frozenset({organisation.id})
    people = [person for person in atlas.dossier.people() if _speaks_for(person, organisation)]
    once = Once()
    said = (
        (person, each)
        for person in people
        for each in _said_for(organisation, person)
        if not once.repeats(each.statement)
    )
    events = [event for event in atlas.dossier.events.values() if concerns(event, scope)]
    definition = organisation.definition
    page.section(
        None, None, [_facts(page, organisation), Paragraph(page.line(definition)) if definition else None]
    )
    page.section("speakers", words("part.speaks-for-it"), [_speakers(page, organisation, people)])
    page.section("said", words("organisation.said"), [bullets(sayings(page, said))])
    page.section("events", words("part.events"), [timeline(page, events)])
    figures = parts.key_figures(page, _figures(atlas, {organisation.id, *(person.id for person in people)}))
    page.section("figures", words("part.figures-given"), [figures])
    commitments_sections(page, _commitments(atlas, organisation))
    page.section("published", words("organisation.published"), [_published(atlas, organisation)])
    page.section("sources-say", words("part.sources-say"), what_sources_say(page, scope))
    page.section("terms", words("part.terms"), [parts.terms_used(page)])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    named = dict.fromkeys((*organisation.related, *organisation.distinct_from))
    return page, page.page(_deck(atlas, organisation), related=[atlas.link(name) for name in named])


def _deck(atlas: Atlas, organisation: Organisation) -> str:
    if not atlas.dossier.sides():
        return atlas.words("organisation.deck-without-sides")
    if organisation.side is None:
        return atlas.words("organisation.deck")
    side = atlas.dossier.entries[organisation.side].pref_label
    return atlas.words("organisation.deck-of-side", side=side)


def _facts(page: PageWriter, organisation: Organisation) -> Facts | None:
    atlas, words = page.atlas, page.atlas.words
    mark = atlas.side_mark(organisation.side) if organisation.side else None
    existed = atlas.when(organisation.existed, organisation.existed_basis) if organisation.existed else None
    rows = (
        (FactKey.SIDE, Line((mark,) if mark else ())),
        (FactKey.BROADER, separated(words, ((atlas.link(name),) for name in organisation.broader))),
        (FactKey.EXISTED, Line((existed,) if existed else ())),
        (FactKey.OTHER_NAMES, separated(words, map(_plain, organisation.alt_labels))),
        (FactKey.MISSPELLINGS, separated(words, map(_plain, organisation.misspellings))),
        *((FactKey.DISAGREEMENTS, line) for line in differences_on(atlas, page.path)),
    )
    facts = tuple(fact(words, key, (line,)) for key, line in rows if line.runs)
    return Facts(facts) if facts else None


def _plain(text: str) -> tuple[Run, ...]:
    return (Plain(text),)


def _roles(person: Person, organisation: Organisation) -> list[Role]:
    """The titles that a person holds there: those that name it, or that name none if it is theirs."""
    is_theirs = person.organisation == organisation.id
    return [
        role
        for role in person.roles
        if role.organisation == organisation.id or (is_theirs and role.organisation is None)
    ]


def _speaks_for(person: Person, organisation: Organisation) -> bool:
    return person.organisation == organisation.id or bool(_roles(person, organisation))


def _said_for(organisation: Organisation, person: Person) -> Iterator[Saying]:
    """What somebody may have said for an organisation: nothing of a time when they surely were not there."""
    held = [role.held.value for role in _roles(person, organisation)]
    for each in person.said:
        date = each.date.value
        if date is None or not held or any(time is None or may_coincide(time, date) for time in held):
            yield each


def _speakers(page: PageWriter, organisation: Organisation, people: Iterable[Person]) -> Table | None:
    atlas, words = page.atlas, page.atlas.words
    rows = []
    for person in people:
        name = Line((atlas.person_mark(person.id) or atlas.link(person.id),))
        roles = _roles(person, organisation)
        for role in roles:
            held = Line((atlas.when_proved(role.held, "value.not-stated"),))
            rows.append(Row((name, page.line(role.title), held)))
        if not roles:
            unknown = plain(words("value.not-stated"))
            rows.append(Row((name, unknown, unknown)))
    header = words.each("column.name", "column.title", "column.held")
    return Table(words("organisation.speakers"), header, tuple(rows)) if rows else None


def _figures(atlas: Atlas, speakers: Iterable[EntryId]) -> Iterator[Measurand]:
    """What is measured, with the values alone that these give."""
    known = frozenset(speakers)
    for measurand in atlas.dossier.measurands.values():
        own = tuple(each for each in measurand.figures if each.attributed_to.value in known)
        if own:
            yield replace(measurand, figures=own)


def _commitments(atlas: Atlas, organisation: Organisation) -> Iterator[Made]:
    scope = frozenset({organisation.id})
    for talks, made in atlas.dossier.commitments():
        names = {*made.by.value, *made.to.value, made.says.value}
        if scope & names or parts.mentions_any(made.statement, scope):
            yield talks, made


def _published(atlas: Atlas, organisation: Organisation) -> Bullets | None:
    """The sources that name it as their publisher."""
    names = {organisation.pref_label, *organisation.alt_labels}
    own = (each for each in atlas.dossier.sources.values() if each.bibliography.publisher in names)
    return bullets(
        atlas.words.line(
            "organisation.source", source=parts.source_link(atlas, each), issued=(atlas.issued(each),)
        )
        for each in own
    )


def _table(page: PageWriter, group: str, organisations: list[Organisation]) -> Block | None:
    words = page.atlas.words
    rows = tuple(_row(page, each) for each in organisations)
    header = words.each("column.name", "column.what-it-is", "column.speaks-for-it")
    if not rows:
        return None
    caption = words("people.caption", group=group, count=len(rows))
    return without_empty_columns(words, Table(caption, header, rows))


def _row(page: PageWriter, organisation: Organisation) -> Row:
    atlas = page.atlas
    people = [each for each in atlas.dossier.people() if _speaks_for(each, organisation)]
    speakers = separated(atlas.words, ((atlas.link(person.id),) for person in people))
    definition = organisation.definition
    return Row(
        (
            Line((Link(organisation.pref_label, atlas.entry(organisation.id)),)),
            page.line(definition) if definition else plain(atlas.words("value.not-stated")),
            speakers if people else plain(atlas.words("people.no-rounds")),
        )
    )
