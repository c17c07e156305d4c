"""People: the index by side, and a profile of each official, analyst and executive."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from generator.compose.atlas import OFFICIALS, Atlas
from generator.compose.differences import differences_on
from generator.compose.names import MISSPELT, Form, printed_forms
from generator.compose.parts import (
    commitments_table,
    source_link,
    sources_table,
    terms_used,
)
from generator.compose.passages import what_sources_say
from generator.compose.timelines import timeline
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, bullets, joined, plain
from generator.model.blocks import Block, Fact, Facts, Paragraph, Row, Table
from generator.model.dates import spoken
from generator.model.dossier import Round, Source
from generator.model.edition import PageKind
from generator.model.entries import Person, PersonKind, Role, Saying
from generator.model.identifiers import EntryId
from generator.model.mentions import Mention
from generator.model.runs import Line, Link, Plain, Quiet, Quoted, Run, Status, When

GROUPS = {
    PersonKind.OFFICIAL: "Other officials",
    PersonKind.ANALYST: "Analysts",
    PersonKind.EXECUTIVE: "Executives",
    PersonKind.OTHER: "Others",
}


def person_page(atlas: Atlas, person: Person) -> Written:
    """The profile of one person."""
    page = PageWriter(atlas, f"people/{person.id}", PageKind.OFFICIAL, person.pref_label)
    attended = [talks for talks in atlas.dossier.rounds() if _attended(person, talks)]
    acted = [event for event in atlas.dossier.events.values() if person.id in event.people]
    page.section(None, None, [_facts(page, person), _definition(page, person)])
    page.section("roles", "Roles as the sources print them", [_roles(page, person.roles)])
    page.section("names", "Names as the sources print them", [_names(page, person)])
    page.section("said", "Said", [bullets(_sayings(page, person.said))])
    page.section("did", "Did and took part in", [timeline(page, acted)])
    page.section("rounds", "Rounds attended", [bullets(_rounds(atlas, attended))])
    page.section("commitments", "Commitments", [_commitments(page, person)])
    page.section("sources-say", "What the sources say", what_sources_say(page, frozenset({person.id})))
    page.section("terms", "Terms used", [terms_used(page)])
    page.section("sources", "Sources", [sources_table(page)])
    return page, page.page(_deck(atlas, person), related=_related(atlas, person))


def people_page(atlas: Atlas) -> Written:
    """Everyone, by side: delegates first, then others; then analysts and executives."""
    page = PageWriter(atlas, OFFICIALS, PageKind.OFFICIALS, "People")
    people = atlas.dossier.people()
    officials = [person for person in people if person.person_kind is PersonKind.OFFICIAL]
    for side in atlas.dossier.sides():
        own = [person for person in officials if person.side == side.id]
        page.section(f"side-{side.id}", side.pref_label, [_table(page, side.pref_label, own)])
    stateless = [person for person in officials if person.side is None]
    page.section("officials", GROUPS[PersonKind.OFFICIAL], [_table(page, "Other officials", stateless)])
    for kind in (PersonKind.ANALYST, PersonKind.EXECUTIVE, PersonKind.OTHER):
        own = [person for person in people if person.person_kind is kind]
        page.section(f"{kind}s", GROUPS[kind], [_table(page, GROUPS[kind], own)])
    return page, page.page("Officials by side, then analysts and others whom the sources quote.")


def _table(page: PageWriter, caption: str, people: list[Person]) -> Table | None:
    rows = tuple(_row(page, person) for person in sorted(people, key=lambda p: not _rounds_of(page.atlas, p)))
    return Table(f"{caption}: {len(rows)}", ("Name", "Role", "Rounds attended"), rows) if rows else None


def _row(page: PageWriter, person: Person) -> Row:
    atlas = page.atlas
    role = atlas.current_role(person)
    rounds = [(atlas.event_link(talks.id),) for talks in _rounds_of(atlas, person)]
    return Row(
        (
            Line((Link(person.pref_label, atlas.entry(person.id)),)),
            page.line(role.title) if role else plain("not stated"),
            joined(rounds) if rounds else plain("none named"),
        )
    )


def _rounds_of(atlas: Atlas, person: Person) -> list[Round]:
    return [talks for talks in atlas.dossier.rounds() if _attended(person, talks)]


def _attended(person: Person, talks: Round) -> bool:
    return any(member.person == person.id for group in talks.delegations for member in group.members)


def _deck(atlas: Atlas, person: Person) -> str:
    role = atlas.current_role(person)
    none = "no title as of this edition" if person.roles else "no title is printed"
    title = role.title.text if role else f"{person.person_kind.value.capitalize()}; {none}"
    side = f", {atlas.dossier.entries[person.side].pref_label}" if person.side else ""
    return title[0].upper() + title[1:] + side


def _definition(page: PageWriter, person: Person) -> Block | None:
    return Paragraph(page.line(person.definition)) if person.definition else None


def _facts(page: PageWriter, person: Person) -> Facts:
    atlas = page.atlas
    role = atlas.current_role(person)
    mark = atlas.side_mark(person.side) if person.side else None
    rows = [
        Fact("Side", (Line((mark,)) if mark else plain("none"),)),
        Fact("Role as of this edition", (page.line(role.title) if role else plain("not stated"),)),
    ]
    if person.organisation:
        rows.append(Fact("Organisation", (Line((atlas.link(person.organisation),)),)))
    if person.alt_labels:
        rows.append(Fact("Also called", (plain(", ".join(person.alt_labels)),)))
    if person.misspellings:
        rows.append(Fact("Misspelt as", (plain(", ".join(person.misspellings)),)))
    rows += [Fact("Disagreements", (line,)) for line in differences_on(atlas, page.path)]
    return Facts(tuple(rows))


def _roles(page: PageWriter, roles: Iterable[Role]) -> Table | None:
    rows = tuple(
        Row(
            (
                page.line(role.title),
                _printed_by(page.atlas, role),
                plain(spoken(role.held) if role.held else "not stated"),
            )
        )
        for role in roles
    )
    header = ("Title", "Printed by", "Held")
    return Table("Each title, and the sources that print it", header, rows) if rows else None


def _printed_by(atlas: Atlas, role: Role) -> Line:
    names = dict.fromkeys(item.source for item in role.title.evidence)
    return joined([(source_link(atlas, atlas.dossier.sources[name]),) for name in names])


def _names(page: PageWriter, person: Person) -> Table | None:
    forms = printed_forms(page.atlas).get(person.id, ())
    rows = tuple(_form_row(page.atlas, form, *place) for form in forms for place in form.places)
    header = ("Form", "Source", "Times")
    return Table("Each form of the name, and how often", header, rows, numeric=(2,)) if rows else None


def _form_row(atlas: Atlas, form: Form, source: Source, mentions: Sequence[Mention]) -> Row:
    """A form in one source, with the way to the first paragraph that prints it."""
    runs: tuple[Run, ...] = (Quoted(form.text),)
    if form.differs:
        runs = (*runs, Plain(" "), Status("misspelt" if form.differs == MISSPELT else form.differs))
    times = Link(str(len(mentions)), atlas.paragraph(source, mentions[0].start))
    return Row((Line(runs), Line((source_link(atlas, source),)), Line((times,))))


def _sayings(page: PageWriter, sayings: Iterable[Saying]) -> Iterator[Line]:
    def order(saying: Saying) -> tuple[bool, datetime.date]:
        return (saying.date is None, saying.date.earliest() if saying.date else datetime.date.max)

    for saying in sorted(sayings, key=order):
        date = When(spoken(saying.date), saying.date, saying.date_basis)
        tail = (Plain(" "), page.atlas.event_link(saying.event)) if saying.event else ()
        yield page.line(saying.statement, lead=(date, Plain(": ")), tail=tail)


def _rounds(atlas: Atlas, attended: Iterable[Round]) -> Iterator[Line]:
    for talks in attended:
        yield Line(
            (atlas.day_of(talks), Plain(": "), atlas.event_link(talks.id), Quiet(f" ({talks.status})"))
        )


def _commitments(page: PageWriter, person: Person) -> Table | None:
    return commitments_table(
        page,
        (
            (talks, commitment)
            for talks in page.atlas.dossier.rounds()
            for commitment in talks.commitments
            if person.id in (*commitment.by, *commitment.to)
        ),
    )


def _related(atlas: Atlas, person: Person) -> list[Link]:
    named: dict[EntryId, None] = dict.fromkeys(
        filter(None, (person.organisation, *person.related, *person.distinct_from))
    )
    return [atlas.link(name) for name in named]
