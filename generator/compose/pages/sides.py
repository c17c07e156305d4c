"""Sides: the index, and a page of each: who speaks for it, what it wants, owes and says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.compose import descriptions, parts
from generator.compose.atlas import Atlas
from generator.compose.findings.differences import differences_on
from generator.compose.findings.passages import what_sources_say
from generator.compose.pages import find
from generator.compose.pages.home import WayIn, some_of
from generator.compose.pages.people import people_table
from generator.compose.pages.rounds import side_name, side_of
from generator.compose.pages.timelines import concerns, timeline
from generator.compose.pages.topics import Written
from generator.compose.undertakings import Made, table, undertaken
from generator.compose.writer import PageWriter, bullets, fact, plain, separated, without_empty_columns
from generator.model.blocks import Block, Column, Columns, Facts, Heading, Paragraph, Row, Table
from generator.model.commitments import AHEAD, CommitmentState
from generator.model.entries import Measurand, Organisation, Person, Side
from generator.model.evidence import Evidence, Statement
from generator.model.facts import Round
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.knowledge import Thing
from generator.model.runs import Line, Link, Plain, Quiet, Run, Target
from generator.model.text import EntryId

OWED = AHEAD | {CommitmentState.OVERDUE}
"""States of what is still to be done or kept."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a side said, or wanted: who said it, if one did, and where or when."""

    side: EntryId
    statement: Statement
    lead: tuple[Run, ...]
    tail: tuple[Run, ...]

    def names(self) -> frozenset[EntryId]:
        """What it names."""
        return frozenset(mention.entry for mention in self.statement.mentions)


@dataclass(slots=True)
class Once:
    """Knows what a page has said: a statement whose first proof lies in words that were shown repeats it."""

    shown: list[Evidence] = field(default_factory=list)

    def fresh(self, said: Iterable[Said]) -> list[Said]:
        """Those that the page has not said; now it has."""
        return [each for each in said if not self.repeats(each.statement)]

    def repeats(self, statement: Statement) -> bool:
        """Whether the page has said it; now it has."""
        for proof in statement.evidence[:1]:
            if any(each.source == proof.source and _overlap(each, proof) for each in self.shown):
                return True
            self.shown.append(proof)
        return False


def _overlap(first: Evidence, second: Evidence) -> bool:
    return any(a < d and c < b for a, b in first.ranges for c, d in second.ranges)


def side_pages(atlas: Atlas, _: object = None) -> Iterator[Written]:
    """A page of each side."""
    return (_page(atlas, side) for side in atlas.dossier.sides())


def sides_page(atlas: Atlas, _: object = None) -> Iterator[Written]:
    """The sides beside each other; no page if there are none."""
    sides, words = atlas.dossier.sides(), atlas.words
    if not sides:
        return
    page = PageWriter(atlas, KINDS.sides)
    rows = tuple(_row(page, side) for side in sides)
    header = words.each("column.side", "column.what-it-is", "column.speaks-for-it", "column.owes")
    beside = Table(words("sides.caption"), header, rows)
    page.section(None, None, [without_empty_columns(words, beside)])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    yield page, page.page(words("sides.deck" if atlas.dossier.rounds() else "sides.deck-without-rounds"))


def known_side(atlas: Atlas, name: str) -> Iterator[Thing]:
    """The side that has this id."""
    yield descriptions.known_entry(atlas, atlas.dossier.entries[EntryId(name)])


def known_sides(atlas: Atlas, _: str) -> Iterator[Thing]:
    """All sides, in their order."""
    return (descriptions.known_entry(atlas, side) for side in atlas.dossier.sides())


def way_to_sides(atlas: Atlas) -> WayIn | None:
    """The card of the home page; none if there are no sides."""
    sides = atlas.dossier.sides()
    words = atlas.words
    told, title = some_of(words, [atlas.link(side.id) for side in sides]), words("kind.sides.way")
    return WayIn(title, KINDS.sides.path(), told, len(sides)) if sides else None


def sides_found(atlas: Atlas) -> find.Group:
    """The sides on the find page."""
    separator = atlas.words("list.separator")
    rows = (
        find.row(
            atlas,
            atlas.link(side.id),
            separator.join(side.alt_labels),
            side.kind,
            parts.side_facets(atlas, [side.id]),
        )
        for side in atlas.dossier.sides()
    )
    return find.Group("sides", rows)


def _row(page: PageWriter, side: Side) -> Row:
    atlas, words = page.atlas, page.atlas.words
    people = [(atlas.link(person.id),) for person in atlas.dossier.people() if person.side == side.id]
    own = _belonging(atlas, side)
    made, _ = undertaken(atlas, _acted_by(atlas, own))
    owes = sum(atlas.dossier.state_of(each) in OWED for _, each in made)
    where = Link(words("count.commitments", n=owes), Target(KINDS.side.path(side.id), "owes"))
    owed = Line((where,)) if owes else plain(words("value.none"))
    return Row(
        (
            side_name(atlas, side.id),
            page.line(side.definition) if side.definition else plain(words("value.not-stated")),
            separated(words, people) if people else plain(words("people.no-rounds")),
            owed,
        )
    )


def _page(atlas: Atlas, side: Side) -> Written:
    page, once, words = PageWriter(atlas, KINDS.side, side.pref_label, side.id), Once(), atlas.words
    people = [person for person in atlas.dossier.people() if person.side == side.id]
    page.section(None, None, _opening(page, side))
    page.section("speakers", words("part.speaks-for-it"), [people_table(page, side.pref_label, people)])
    page.section("round-by-round", words("side.round-by-round"), _rounds(page, side, once))
    _commitments(page, side)
    _say_of_it(page, side, once)
    page.section("of-others", words("side.of-others"), [_of_others(page, side, once)])
    if not any(side.id in talks.sides for talks in atlas.dossier.rounds()):
        _without_rounds(page, side)
    page.section("figures", words("part.figures-given"), [parts.key_figures(page, _figures(atlas, side))])
    page.section("terms", words("part.terms"), [parts.terms_used(page)])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    related = [atlas.link(name) for name in dict.fromkeys((*side.related, *side.distinct_from))]
    deck = "side.deck" if atlas.dossier.rounds() else "side.deck-without-rounds"
    return page, page.page(words(deck), related=related)


def _without_rounds(page: PageWriter, side: Side) -> None:
    """What concerned a side that has met nobody, and what the sources say of it."""
    words, scope = page.atlas.words, frozenset({side.id})
    events = [each for each in page.atlas.dossier.events.values() if concerns(each, scope)]
    page.section("events", words("part.events"), [timeline(page, events)])
    page.section("sources-say", words("part.sources-say"), what_sources_say(page, scope))


def _opening(page: PageWriter, side: Side) -> Iterator[Block]:
    atlas, words = page.atlas, page.atlas.words
    organisations = [
        (atlas.link(entry.id),)
        for entry in atlas.dossier.entries.values()
        if isinstance(entry, Organisation) and entry.side == side.id
    ]
    names: list[tuple[Run, ...]] = [(Plain(each),) for each in side.alt_labels]
    rows = (
        (FactKey.OTHER_NAMES, separated(words, names)),
        (FactKey.ORGANISATIONS, separated(words, organisations)),
        *((FactKey.DISAGREEMENTS, line) for line in differences_on(atlas, page.path)),
    )
    facts = tuple(fact(words, key, (line,)) for key, line in rows if line.runs)
    if facts:
        yield Facts(facts)
    if side.definition:
        yield Paragraph(page.line(side.definition))


def _rounds(page: PageWriter, side: Side, once: Once) -> Iterator[Block]:
    """What it wanted at each round, and how it put the outcome where that is something else."""
    rounds = page.atlas.dossier.rounds()
    wanted = {talks.id: tuple(_wanted(talks, side.id)) for talks in rounds}
    once.fresh(each for own in wanted.values() for each in own)
    for talks in rounds:
        put = once.fresh(_put(page.atlas, talks, side.id))
        if wanted[talks.id] or put:
            yield Heading(f"at-{talks.id}", Line((page.atlas.event_link(talks.id),)))
            yield Paragraph(Line((page.atlas.day_of(talks),)))
        if points := bullets(_line(page, each, with_tail=False) for each in wanted[talks.id]):
            yield points
        if accounts := bullets(_line(page, each, with_tail=False) for each in put):
            yield Paragraph(Line((Quiet(page.atlas.words("side.put-it")),)))
            yield accounts


def _wanted(talks: Round, side: EntryId) -> Iterator[Said]:
    for each in talks.positions:
        if each.side.value == side:
            yield Said(side, each.statement, (), _at(talks))


def _put(atlas: Atlas, talks: Round, side: EntryId) -> Iterator[Said]:
    for each in talks.accounts:
        if side_of(atlas, each) == side:
            yield Said(side, each.statement, _by(atlas, each.person, each.statement), _at(talks))


def _uttered(atlas: Atlas, side: EntryId) -> Iterator[Said]:
    """What people of a side said, by date."""
    for person in atlas.dossier.people():
        for each in person.said if person.side == side else ():
            tail = (Plain(" "), Quiet("("), atlas.when_proved(each.date), Quiet(")"))
            yield Said(side, each.statement, _by(atlas, person.id, each.statement), tail)


def _by(atlas: Atlas, person: EntryId | None, statement: Statement) -> tuple[Run, ...]:
    """Who said it, unless the statement says that itself."""
    if person is None or parts.mentions_any(statement, frozenset({person})):
        return ()
    return (atlas.link(person), Plain(atlas.words("list.colon")))


def _at(talks: Round) -> tuple[Run, ...]:
    link = Link(talks.title, Target(KINDS.round.path(talks.id)))
    return (Plain(" "), Quiet("("), link, Quiet(")"))


def _line(page: PageWriter, said: Said, *, with_tail: bool = True) -> Line:
    return page.line(said.statement, lead=said.lead, tail=said.tail if with_tail else ())


def _commitments(page: PageWriter, side: Side) -> None:
    """What a side and its people undertook, what others announce or expect of them, what others owe them."""
    atlas, words, own = page.atlas, page.atlas.words, _belonging(page.atlas, side)
    made, announced = undertaken(atlas, _acted_by(atlas, own))
    owed, _ = undertaken(atlas, _owed_to(atlas, own))
    page.section("owes", words("side.owes"), [table(page, made)])
    page.section("expected", words("side.expected"), [table(page, announced, is_own=False)])
    page.section("owed", words("side.owed"), [table(page, owed)])


def _acted_by(atlas: Atlas, own: frozenset[EntryId]) -> Iterator[Made]:
    return (item for item in atlas.dossier.commitments() if own & {*item[1].by.value})


def _owed_to(atlas: Atlas, own: frozenset[EntryId]) -> Iterator[Made]:
    """What others undertook towards it, without it."""
    for item in atlas.dossier.commitments():
        if own & {*item[1].to.value} and not own & {*item[1].by.value}:
            yield item


def _belonging(atlas: Atlas, side: Side) -> frozenset[EntryId]:
    """The side with its people and its organisations."""
    entries = (each for each in atlas.dossier.entries.values() if isinstance(each, Person | Organisation))
    return frozenset({side.id, *(each.id for each in entries if each.side == side.id)})


def _say_of_it(page: PageWriter, side: Side, once: Once) -> None:
    """What it says of itself beside what each other says of it, under a heading that promises no more."""
    atlas = page.atlas
    others = [each.id for each in atlas.dossier.sides() if each is not side]
    said = (each for each in _uttered(atlas, side.id) if {side.id, *others} & each.names() == {side.id})
    own = _filled([_column(page, side.id, once.fresh(said))])
    by_others = _filled(
        _column(page, other, once.fresh(each for each in _all_of(atlas, other) if side.id in each.names()))
        for other in others
    )
    heading = "side.of-it" if own and by_others else "side.of-itself" if own else "side.by-others"
    columns = Columns((*own, *by_others)) if own or by_others else None
    page.section("of-it", atlas.words(heading), [columns])


def _of_others(page: PageWriter, side: Side, once: Once) -> Columns | None:
    """What its people say of each other side."""
    atlas = page.atlas
    columns = _filled(
        _column(
            page, other.id, once.fresh(each for each in _uttered(atlas, side.id) if other.id in each.names())
        )
        for other in atlas.dossier.sides()
        if other is not side
    )
    return Columns(columns) if columns else None


def _all_of(atlas: Atlas, side: EntryId) -> Iterator[Said]:
    """All that a side wanted and said."""
    for talks in atlas.dossier.rounds():
        yield from _wanted(talks, side)
        yield from _put(atlas, talks, side)
    yield from _uttered(atlas, side)


def _column(page: PageWriter, side: EntryId, said: Iterable[Said]) -> Column:
    return Column(side_name(page.atlas, side), tuple(_line(page, each) for each in said))


def _filled(columns: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.items)


def _figures(atlas: Atlas, side: Side) -> Iterator[Measurand]:
    """What is measured, with the values alone that the side, its people and its organisations give."""
    known = _belonging(atlas, side)
    for measurand in atlas.dossier.measurands.values():
        own = tuple(each for each in measurand.figures if each.attributed_to.value in known)
        if own:
            yield replace(measurand, figures=own)
