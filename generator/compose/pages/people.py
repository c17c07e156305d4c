"""People: the index by side, and a profile of each official, analyst and executive."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from generator.compose.atlas import Atlas
from generator.compose.findings.differences import differences_on
from generator.compose.findings.errors import late_titles
from generator.compose.findings.names import (
    Deviation,
    Form,
    form_told,
    forms_differ,
    has_several_titles,
    late_told,
    printed_forms,
    titles_told,
)
from generator.compose.findings.passages import what_sources_say
from generator.compose.pages.timelines import timeline
from generator.compose.pages.topics import Written
from generator.compose.parts import (
    belongs_to,
    dated,
    mentions_any,
    round_told,
    source_link,
    source_of_words,
    sources_table,
    terms_used,
)
from generator.compose.undertakings import Made, commitments_sections
from generator.compose.voices import name
from generator.compose.writer import (
    PageWriter,
    bullets,
    capitalised,
    fact,
    plain,
    separated,
    without_empty_columns,
)
from generator.model.blocks import Block, Facts, Paragraph, Row, Table
from generator.model.entries import Person, PersonKind, Role, Saying
from generator.model.evidence import Mention
from generator.model.facts import Event, Round, RoundStatus, Source
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Run, Status
from generator.model.text import EntryId


def person_page(atlas: Atlas, person: Person) -> Written:
    """The profile of one person."""
    page = PageWriter(atlas, KINDS.person, person.pref_label, person.id)
    delegate = [talks for talks in atlas.dossier.rounds() if _is_delegate(person, talks)]
    planned = [talks for talks in delegate if not is_held(talks)]
    attended = [talks for talks in delegate if is_held(talks)]
    acted = [event for event in atlas.dossier.events.values() if _acts_in(person, event, delegate)]
    scope = frozenset({person.id})
    page.section(None, None, [_facts(page, person), _definition(page, person)])
    words = atlas.words
    page.section("said", words("part.said"), [bullets(sayings(page, ((None, each) for each in person.said)))])
    page.section("did", words("part.did"), [timeline(page, acted, scope=scope)])
    page.section("rounds", words("part.rounds-attended"), [bullets(_rounds(atlas, attended))])
    page.section("rounds-planned", words("part.rounds-planned"), [bullets(_rounds(atlas, planned))])
    commitments_sections(page, _commitments(atlas, person))
    page.section("roles", words("part.roles"), [*_titles_told(atlas, person), _roles(page, person.roles)])
    page.section("names", words("part.names"), [*_forms_told(atlas, person), _names(page, person)])
    page.section("sources-say", words("part.sources-say"), what_sources_say(page, scope))
    page.section("terms", words("part.terms"), [terms_used(page)])
    page.section("sources", words("part.sources"), [sources_table(page)])
    return page, page.page(_deck(atlas, person), related=_related(atlas, person))


def _acts_in(person: Person, event: Event, rounds: Sequence[Round]) -> bool:
    """Whether somebody takes part in an event; rounds stand apart, with what is told of others there."""
    if person.id not in event.people or event in rounds:
        return False
    is_part = any(belongs_to(event, talks) for talks in rounds)
    return not is_part or mentions_any(event.summary, frozenset({person.id}))


def people_page(atlas: Atlas) -> Written:
    """Everyone, by side: delegates first, then others; then analysts and executives."""
    page = PageWriter(atlas, KINDS.people)
    people, words = atlas.dossier.people(), atlas.words
    officials = [person for person in people if person.person_kind is PersonKind.OFFICIAL]
    for side in atlas.dossier.sides():
        own = [person for person in officials if person.side == side.id]
        page.section(f"side-{side.id}", side.pref_label, [people_table(page, side.pref_label, own)])
    stateless = [person for person in officials if person.side is None]
    heading = words("people.other-officials" if atlas.dossier.sides() else "people.officials")
    page.section("officials", heading, [people_table(page, heading, stateless)])
    for kind, heading in (
        (PersonKind.ANALYST, words("people.analysts")),
        (PersonKind.EXECUTIVE, words("people.executives")),
        (PersonKind.OTHER, words("people.others")),
    ):
        own = [person for person in people if person.person_kind is kind]
        page.section(f"{kind}s", heading, [people_table(page, heading, own)])
    return page, page.page(words("people.deck" if atlas.dossier.sides() else "people.deck-without-sides"))


def people_table(page: PageWriter, group: str, people: Iterable[Person]) -> Table | None:
    """People with their roles and rounds, delegates first; None if there is nobody."""
    words = page.atlas.words
    rows = tuple(_row(page, person) for person in sorted(people, key=lambda p: not _rounds_of(page.atlas, p)))
    if not rows:
        return None
    header = words.each("column.name", "column.role", "column.rounds-attended")
    caption = words("people.caption", group=group, count=len(rows))
    return without_empty_columns(words, Table(caption, header, rows, is_headed=True))


def _row(page: PageWriter, person: Person) -> Row:
    atlas = page.atlas
    role = atlas.current_role(person)
    rounds = [(atlas.event_link(talks.id),) for talks in _rounds_of(atlas, person)]
    return Row(
        (
            Line((Link(person.pref_label, atlas.entry(person.id)),)),
            _titled(page, role) if role else plain(atlas.words("value.not-stated")),
            separated(atlas.words, rounds) if rounds else plain(atlas.words("people.no-rounds")),
        )
    )


def _rounds_of(atlas: Atlas, person: Person) -> list[Round]:
    """The rounds that somebody attended; not those that are planned."""
    return [talks for talks in atlas.dossier.rounds() if _is_delegate(person, talks) and is_held(talks)]


def is_held(talks: Round) -> bool:
    """Whether a round is more than planned."""
    return talks.status.value is not RoundStatus.PLANNED


def _is_delegate(person: Person, talks: Round) -> bool:
    return any(member.person.value == person.id for group in talks.delegations for member in group.members)


def _deck(atlas: Atlas, person: Person) -> str:
    role = atlas.current_role(person)
    words, kind = atlas.words, person.person_kind
    if role:
        title = role.title.text
    else:
        none = "person.no-title-now" if person.roles else "person.no-title"
        title = words(none, kind=words.of(kind))
    if person.side:
        title = words("person.deck", title=title, side=atlas.dossier.entries[person.side].pref_label)
    return capitalised(title)


def _definition(page: PageWriter, person: Person) -> Block | None:
    return Paragraph(page.line(person.definition)) if person.definition else None


def _facts(page: PageWriter, person: Person) -> Facts:
    atlas, words = page.atlas, page.atlas.words
    role = atlas.current_role(person)
    mark = atlas.side_mark(person.side) if person.side else None
    rows = []
    if atlas.dossier.sides():
        rows.append(fact(words, FactKey.SIDE, (Line((mark,)) if mark else plain(words("value.none")),)))
    title = _titled(page, role) if role else plain(words("value.not-stated"))
    rows.append(fact(words, FactKey.ROLE, (title,)))
    if person.organisation:
        rows.append(fact(words, FactKey.ORGANISATION, (Line((atlas.link(person.organisation),)),)))
    separator = words("list.separator")
    if person.alt_labels:
        rows.append(fact(words, FactKey.OTHER_NAMES, (plain(separator.join(person.alt_labels)),)))
    if person.misspellings:
        rows.append(fact(words, FactKey.MISSPELLINGS, (plain(separator.join(person.misspellings)),)))
    rows += [fact(words, FactKey.DISAGREEMENTS, (line,)) for line in differences_on(atlas, page.path)]
    return Facts(tuple(rows))


def _titled(page: PageWriter, role: Role) -> Line:
    """A title, and the day of the newest source that prints it if that is before the edition's."""
    return page.line(role.title, tail=() if role.held.value else dated(page, role.title))


def _roles(page: PageWriter, roles: Iterable[Role]) -> Table | None:
    """Titles, who prints them, and since when they are held if that is said of any."""
    told, words = tuple(roles), page.atlas.words
    is_held = any(role.held.value for role in told)
    rows = tuple(
        Row((page.line(role.title), _printed_by(page.atlas, role), *([_held(page, role)] if is_held else ())))
        for role in told
    )
    header = words.each("column.title", "column.printed-by", *(["column.held"] if is_held else ()))
    return Table(words("person.roles"), header, rows) if rows else None


def _held(page: PageWriter, role: Role) -> Line:
    return Line((page.atlas.when_proved(role.held, "value.not-stated"), *page.why_cited(role.held)))


def _titles_told(atlas: Atlas, person: Person) -> Iterator[Paragraph]:
    """That sources give a person different titles, or one outside its time."""
    if has_several_titles(person):
        yield Paragraph(plain(titles_told(atlas, person)))
    for late in late_titles(atlas, person):
        yield Paragraph(plain(late_told(atlas, late)))


def _forms_told(atlas: Atlas, person: Person) -> Iterator[Paragraph]:
    """Which forms of a name truly differ from the usual one, and in how many sources."""
    forms = printed_forms(atlas).get(person.id, ())
    if forms_differ(forms):
        yield from (Paragraph(plain(form_told(atlas.words, form))) for form in forms if form.differs)


def _printed_by(atlas: Atlas, role: Role) -> Line:
    names = dict.fromkeys(item.source for item in role.title.evidence)
    return separated(atlas.words, [(source_link(atlas, atlas.dossier.sources[name]),) for name in names])


def _names(page: PageWriter, person: Person) -> Table | None:
    forms = printed_forms(page.atlas).get(person.id, ())
    rows = tuple(_form_row(page.atlas, form, *found) for form in forms for found in form.mentions)
    words = page.atlas.words
    header = words.each("column.form", "column.source", "column.times")
    return Table(words("person.names"), header, rows, numeric=(2,)) if rows else None


def _form_row(atlas: Atlas, form: Form, source: Source, mentions: Sequence[Mention]) -> Row:
    """A form in one source, with the way to the first paragraph that has it."""
    runs: tuple[Run, ...] = (name(source.bibliography.rights.voice, form.text),)
    if form.differs:
        wrong = form.differs is Deviation.MISSPELT
        how = atlas.words("person.misspelt") if wrong else atlas.words.of(form.differs)
        runs = (*runs, Plain(" "), Status(how, form.differs.value))
    times = Link(atlas.words.number(len(mentions)), atlas.paragraph(source, mentions[0].start))
    return Row((Line(runs), Line(source_of_words(atlas, source)), Line((times,))))


def sayings(page: PageWriter, said: Iterable[tuple[Person | None, Saying]]) -> Iterator[Line]:
    """What was said, by date; by whom, where that is given and the statement does not say it."""

    def order(item: tuple[Person | None, Saying]) -> tuple[bool, datetime.date]:
        date = item[1].date.value
        return (date is None, date.earliest() if date else datetime.date.max)

    comma, colon = map(Plain, page.atlas.words.each("list.separator", "list.colon"))
    for person, saying in sorted(said, key=order):
        date = page.atlas.when_proved(saying.date)
        is_to_be_named = person and not mentions_any(saying.statement, frozenset({person.id}))
        by = (comma, page.atlas.link(person.id)) if person and is_to_be_named else ()
        tail = (Plain(" "), page.atlas.event_link(saying.event)) if saying.event else ()
        yield page.line(saying.statement, lead=(date, *by, colon), tail=tail)


def _rounds(atlas: Atlas, rounds: Iterable[Round]) -> Iterator[Line]:
    colon = Plain(atlas.words("list.colon"))
    for talks in rounds:
        how = Line(round_told(atlas, talks))
        status = atlas.words.runs("round.in-brackets", status=how)
        yield Line((atlas.day_of(talks), colon, atlas.event_link(talks.id), Plain(" "), *status))


def _commitments(atlas: Atlas, person: Person) -> Iterator[Made]:
    """Those that a person undertook, announced, is expected to keep or may rely on."""
    for talks, made in atlas.dossier.commitments():
        if person.id in (*made.by.value, *made.to.value, made.says.value):
            yield talks, made


def _related(atlas: Atlas, person: Person) -> list[Link]:
    named: dict[EntryId, None] = dict.fromkeys(
        filter(None, (person.organisation, *person.related, *person.distinct_from))
    )
    return [atlas.link(name) for name in named]
