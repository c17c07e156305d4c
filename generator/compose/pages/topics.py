"""Topic briefings: bottom line, why it matters, where it stands, what is agreed, disputed and not known."""

from collections.abc import Iterable, Iterator, Sequence

from generator.compose import parts
from generator.compose.atlas import Atlas
from generator.compose.findings.differences import about_figures, differences_on
from generator.compose.findings.passages import what_sources_say
from generator.compose.pages.timelines import concerns, timeline
from generator.compose.parts import authored, heading_of, other_sections
from generator.compose.time_charts import slice_chart
from generator.compose.undertakings import table, undertaken
from generator.compose.writer import (
    PageWriter,
    bullets,
    capitalised,
    joined,
    paragraphs,
    plain,
    separated,
    without_empty_columns,
)
from generator.model import blocks as page_blocks
from generator.model.entries import Entry, Measurand, Person
from generator.model.evidence import Statement
from generator.model.facts import AuthoredSection, Briefing, Dispute, Event, Round, Source
from generator.model.keys import ParagraphKey, Part, SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Page
from generator.model.runs import Anchor, Line, Link, Plain, Quiet, Run, SideMark, Target
from generator.model.text import EntryId
from generator.words import Words

Written = tuple[PageWriter, Page]


def topic_page(atlas: Atlas, topic: Entry) -> Written:
    """The briefing on one topic."""
    page = PageWriter(atlas, KINDS.topic, capitalised(topic.pref_label), topic.id)
    words, scope = atlas.words, atlas.scope(topic.id)
    briefing = atlas.dossier.briefings.get(topic.id)
    events = tuple(event for event in atlas.dossier.events.values() if concerns(event, scope))
    measurands = tuple(m for m in atlas.dossier.measurands.values() if scope & set(m.about))

    sections = briefing.sections if briefing else ()

    opening = _opening(page, topic, sections, events)
    page.section(None, None, [parts.since_the_sources(atlas), *opening])
    _narrative(page, sections, Part.WHY_IT_MATTERS)
    points = page.lines(authored(sections, Part.KEY_POINTS), support=True)
    page.section("key-points", heading_of(words, sections, Part.KEY_POINTS), [bullets(points)])
    _narrative(page, sections, Part.HOW_IT_CAME_TO_THIS)
    stands = paragraphs(
        page.line(each, tail=parts.dated(page, each), support=True)
        for each in authored(sections, Part.STATE_OF_PLAY)
    )
    page.section("state-of-play", heading_of(words, sections, Part.STATE_OF_PLAY), stands)
    heading = heading_of(words, sections, Part.AGREED_AND_OPEN)
    page.section("agreed-and-open", heading, _agreed_and_open(page, sections, scope))
    page.section("positions", words("part.positions-by-side"), [_positions(page, scope)])
    page.section("disputed", words("part.disputed"), _disputed(page, briefing, measurands))
    heading = heading_of(words, sections, Part.NOT_KNOWN)
    page.section("not-known", heading, [_not_known(page, sections, scope)])
    page.section("figures", words("part.figures"), _figures(page, measurands))
    for anchor, heading, statements in other_sections(sections):
        blocks = paragraphs(page.lines(statements, support=True))
        page.section(anchor, heading, blocks, SectionKey.AUTHORED)
    page.section("picture", words("chart.title-of-events"), [slice_chart(atlas, events)])
    page.section("events", words("part.events"), [timeline(page, events)])
    _narrative(page, sections, Part.WHAT_TO_WATCH)
    page.section("people", words("part.people"), [_people(page, scope, events)])
    page.section("sources-say", words("part.sources-say"), what_sources_say(page, scope))
    page.section("terms", words("part.terms"), [parts.terms_used(page, apart_from=frozenset({topic.id}))])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    return page, page.page(_deck(atlas.words, briefing), related=_related(atlas, topic))


def topics_page(atlas: Atlas) -> Written:
    """The index of the briefings."""
    page = PageWriter(atlas, KINDS.topics)
    cards = tuple(
        page_blocks.Card(
            Link(capitalised(topic.pref_label), atlas.entry(topic.id)), plain(_deck(atlas.words, briefing))
        )
        for topic in atlas.dossier.topics()
        for briefing in [atlas.dossier.briefings.get(topic.id)]
    )
    page.section(None, None, [page_blocks.Cards(cards)] if cards else [])
    return page, page.page(atlas.words("topics.deck"))


def _deck(words: Words, briefing: Briefing | None) -> str:
    return briefing.deck if briefing else words("topic.deck")


def _opening(
    page: PageWriter, topic: Entry, sections: Sequence[AuthoredSection], events: Sequence[Event]
) -> Iterator[page_blocks.Block | None]:
    """The bottom line; where nobody wrote one, what the topic is and the last that happened."""
    statements = authored(sections, Part.BOTTOM_LINE)
    if statements:
        heading = heading_of(page.atlas.words, sections, Part.BOTTOM_LINE)
        yield page_blocks.Callout("bottom-line", heading, page.lines(statements, support=True))
        return
    yield page_blocks.Paragraph(page.line(topic.definition, support=True)) if topic.definition else None
    yield parts.latest(page.atlas, events)


def _narrative(page: PageWriter, sections: Sequence[AuthoredSection], part: Part) -> None:
    """A part that reads as a paragraph, if it is authored."""
    told = page.narrative(authored(sections, part))
    page.section(part, heading_of(page.atlas.words, sections, part), [told])


def _agreed_and_open(
    page: PageWriter, sections: Sequence[AuthoredSection], scope: frozenset[EntryId]
) -> Iterator[page_blocks.Block | None]:
    """What the author says of it, what rounds agreed and did not, and who undertook what."""
    yield from paragraphs(page.lines(authored(sections, Part.AGREED_AND_OPEN), support=True))
    rounds = page.atlas.dossier.rounds()
    found = {
        Part.AGREED: [(talks, each) for talks in rounds for each in talks.agreed],
        Part.NOT_AGREED: [(talks, each) for talks in rounds for each in talks.not_agreed],
    }
    for part, statements in found.items():
        points = bullets(
            page.line(each, tail=_at(page.atlas, talks), support=True)
            for talks, each in statements
            if parts.mentions_any(each, scope) and not page.repeats(each)
        )
        if points:
            yield page_blocks.Heading(part, plain(page.atlas.words.of(part)))
            yield points
    made = [item for item in page.atlas.dossier.commitments() if parts.mentions_any(item[1].statement, scope)]
    own, others = undertaken(page.atlas, made)
    yield table(page, own)
    yield table(page, others, is_own=False)


def _disputed(
    page: PageWriter, briefing: Briefing | None, measurands: Sequence[Measurand]
) -> Iterator[page_blocks.Block]:
    """The questions, then the figures on which sources differ; a plot stands below the question it is of."""
    words = page.atlas.words
    beside = {
        measurand.id: asked.dispute.id
        for measurand in measurands
        for asked in about_figures(page.atlas, measurand)
        if asked.page == page.path
    }
    for dispute in briefing.disputes if briefing else ():
        question, *answers = dispute_blocks(page, dispute)
        yield question
        for measurand in measurands:
            if beside.get(measurand.id) == dispute.id:
                yield page_blocks.Paragraph(
                    Line((Anchor(f"figure-{measurand.id}"), Quiet(measurand.pref_label)))
                )
                yield parts.dot_plot(page, measurand)
        yield from answers
    for measurand in filter(parts.differs, measurands):
        if measurand.id in beside:
            continue
        heading = words("topic.figures-differ", figure=measurand.pref_label)
        yield page_blocks.Heading(f"figure-{measurand.id}", plain(heading))
        yield parts.dot_plot(page, measurand)
        more = Link(
            words("topic.figures-and-sources"), Target(KINDS.disagreements.path(), f"figure-{measurand.id}")
        )
        yield page_blocks.Paragraph(words.line("topic.see", what=more), ParagraphKey.SIGNPOST)
    for line in differences_on(page.atlas, page.path):
        yield page_blocks.Paragraph(
            Line((Quiet(f"{words('topic.disagreements')} "), *line.runs)), ParagraphKey.SIGNPOST
        )


def _figures(page: PageWriter, measurands: Iterable[Measurand]) -> Iterator[page_blocks.Block]:
    """The figures as cards, and the way to all of them; nothing if there are none."""
    cards = parts.key_figures(page, measurands)
    if cards:
        yield cards
        link = Link(page.atlas.words("figures.all"), Target(KINDS.figures.path()))
        yield page_blocks.Paragraph(Line((link,)), ParagraphKey.SIGNPOST)


def dispute_blocks(page: PageWriter, dispute: Dispute) -> Iterator[page_blocks.Block]:
    """A disputed question, the answers with their evidence, and what would settle it."""
    yield page_blocks.Heading(f"dispute-{dispute.id}", plain(dispute.question))
    positions = bullets(page.line(each, tail=_sources_of(page.atlas, each)) for each in dispute.positions)
    if positions:
        yield positions
    if dispute.would_settle:
        lead = Quiet(f"{page.atlas.words('dispute.would-settle')} ")
        yield page_blocks.Paragraph(Line((lead, Plain(dispute.would_settle))), ParagraphKey.WOULD_SETTLE)


def _sources_of(atlas: Atlas, statement: Statement) -> tuple[Run, ...]:
    """Whose answer it is: the sources that it cites and does not name, and when they were issued."""
    sources = dict.fromkeys(atlas.dossier.sources[item.source] for item in statement.evidence)
    told = [each for source in sources if (each := _told_of(atlas, statement, source))]
    return (Quiet(" ("), *joined(told, atlas.words("list.strong-separator")).runs, Quiet(")")) if told else ()


def _told_of(atlas: Atlas, statement: Statement, source: Source) -> tuple[Run, ...]:
    about = source.bibliography
    day = atlas.words.date(about.issued) if about.issued else ""
    if about.short and about.short.casefold() in statement.text.casefold():
        return (Quiet(day),) if day else ()
    return (parts.source_link(atlas, source), Quiet(f"{atlas.words('list.separator')}{day}" if day else ""))


def _not_known(
    page: PageWriter, sections: Sequence[AuthoredSection], scope: frozenset[EntryId]
) -> page_blocks.Block | None:
    noted = page.lines(authored(sections, Part.NOT_KNOWN), support=True)
    unclear = [
        page.line(statement, tail=_at(page.atlas, talks), support=True)
        for talks in page.atlas.dossier.rounds()
        for statement in talks.unclear
        if parts.mentions_any(statement, scope) and not page.repeats(statement)
    ]
    return bullets((*noted, *unclear))


def _at(atlas: Atlas, talks: Round) -> tuple[Run, ...]:
    return (Plain(" "), Quiet("("), atlas.event_link(talks.id), Quiet(")"))


def _positions(page: PageWriter, scope: frozenset[EntryId]) -> page_blocks.Columns | None:
    """What each side wants, without what the page has said; a side of which it has said all stays."""
    columns = []
    for side in page.atlas.dossier.sides():
        own = [
            (talks, position.statement)
            for talks in page.atlas.dossier.rounds()
            for position in talks.positions
            if position.side.value == side.id and parts.mentions_any(position.statement, scope)
        ]
        fresh = [item for item in own if not page.repeats(item[1])]
        items = tuple(
            page.line(each, tail=_at(page.atlas, talks), support=True) for talks, each in fresh or own
        )
        mark = page.atlas.side_mark(side.id)
        if items and mark:
            columns.append(
                page_blocks.Column(Line((SideMark(side.pref_label, mark.rank, mark.target),)), items)
            )
    return page_blocks.Columns(tuple(columns)) if columns else None


def _people(page: PageWriter, scope: frozenset[EntryId], events: Sequence[Event]) -> page_blocks.Table | None:
    """Who acts or speaks on the topic, those who say something about it first."""
    found: list[tuple[bool, Person, list[Statement], list[Event]]] = []
    for person in page.atlas.dossier.people():
        said = [item.statement for item in person.said if parts.mentions_any(item.statement, scope)]
        did = [event for event in events if person.id in event.people]
        if said or did:
            found.append((not said, person, said, did))
    rows = tuple(
        _person_row(page, person, said, did)
        for _, person, said, did in sorted(found, key=lambda item: item[0])
    )
    words = page.atlas.words
    header = words.each("column.person", "column.side", "column.on-this-topic")
    if not rows:
        return None
    return without_empty_columns(words, page_blocks.Table(words("topic.people"), header, rows))


def _person_row(page: PageWriter, person: Person, said: list[Statement], did: list[Event]) -> page_blocks.Row:
    atlas = page.atlas
    mark = atlas.side_mark(person.side) if person.side else None
    words = [(*page.text(statement), *page.proof(statement)) for statement in page.fresh(said)]
    deeds = separated(atlas.words, [(atlas.event_link(event.id),) for event in did]).runs
    return page_blocks.Row(
        (
            Line((atlas.person_mark(person.id) or atlas.link(person.id),)),
            Line((mark,)) if mark else plain(atlas.words("value.none")),
            joined([*words, *([deeds] if deeds else [])], " "),
        )
    )


def _related(atlas: Atlas, topic: Entry) -> list[Link]:
    named = dict.fromkeys((*topic.broader, *topic.related, *topic.distinct_from))
    return [atlas.link(name) for name in named]
