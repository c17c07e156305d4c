"""The home page: where things stand; what is new, next and disputed; figures; the ways in; the evidence."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from generator.compose.atlas import Atlas
from generator.compose.findings.differences import count_of, disagreements
from generator.compose.pages.editions import latest_change
from generator.compose.pages.timelines import gaps_paragraph
from generator.compose.pages.topics import Written
from generator.compose.parts import (
    authored,
    heading_of,
    key_figures,
    latest,
    other_sections,
    round_told,
    since_the_sources,
)
from generator.compose.time_charts import time_chart
from generator.compose.undertakings import is_end_of, said_line, state_runs, term
from generator.compose.voices import counted, told
from generator.compose.writer import PageWriter, paragraphs, plain, separated
from generator.model.blocks import Block, Card, Cards, Column, Columns, Paragraph
from generator.model.commitments import AHEAD, UNTOLD, Commitment, CommitmentState
from generator.model.dates import Date
from generator.model.entries import Measurand
from generator.model.evidence import Statement
from generator.model.facts import Dossier, Event, EventKind, Round, all_evidence
from generator.model.keys import Part, SectionKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Run, Status, Strong, Target, When
from generator.model.values import parts_of
from generator.words import Words

MOST_ITEMS = 5
MOST_FIGURES = 3
MOST_ENDED = 3
MOST_LINKS = 6


@dataclass(frozen=True, slots=True)
class WayIn:
    """A card that leads to a page that many things stand on: what they are, and how many."""

    label: str
    path: str
    told: Line
    count: int


def home_page(atlas: Atlas, ways: Iterable[WayIn]) -> Written:
    """The way in to the pages that are written."""
    page = PageWriter(atlas, KINDS.home, atlas.dossier.site_name)
    words, sections = atlas.words, atlas.dossier.home.sections if atlas.dossier.home else ()
    told = page.narrative(authored(sections, Part.WHERE_THINGS_STAND))
    heading = heading_of(words, sections, Part.WHERE_THINGS_STAND)
    stands = told or latest(atlas, atlas.dossier.events.values())
    page.section("where-things-stand", heading, [since_the_sources(atlas), stands, gaps_paragraph(atlas)])
    pictured = words("chart.title" if atlas.dossier.rounds() else "chart.title-of-events")
    chart = time_chart(atlas, atlas.dossier.events.values(), pictured, roomy=True)
    page.section("picture", pictured, [chart])
    page.section("overview", words("part.overview"), [_overview(page)])
    told = page.narrative(authored(sections, Part.WHAT_TO_WATCH))
    page.section("what-to-watch", heading_of(words, sections, Part.WHAT_TO_WATCH), [told])
    for anchor, heading, statements in other_sections(sections):
        blocks = paragraphs(page.lines(statements, support=True))
        page.section(anchor, heading, blocks, SectionKey.AUTHORED)
    page.section("changes", words("part.changes"), latest_change(page))
    page.section("figures", words("part.figures"), _figures(page))
    page.section("pages", words("part.pages"), [_ways_in(words, ways), _promise(atlas)])
    return page, page.page(atlas.dossier.site_description)


def _promise(atlas: Atlas) -> Paragraph:
    """On what the site rests, in numbers, and whose words that is."""
    words = atlas.words
    count = counted(all_evidence(atlas.dossier))
    return Paragraph(
        words.line(
            "home.promise" if count.passages else "home.promise.nothing",
            statements=Strong(words("count.statements", n=len(atlas.dossier.readings))),
            passages=Strong(words("count.passages", n=count.passages)),
            sources=Strong(words("count.sources", n=count.sources)),
            voices=told(words, count),
            how=Link(words("home.how-it-works"), Target(KINDS.about.path())),
        )
    )


def _overview(page: PageWriter) -> Columns | None:
    """What is new, next, unresolved and disputed, as far as the subject has it; None if it has nothing."""
    atlas = page.atlas
    columns = (_new(atlas), _next(page), _unresolved(page), _disputed(atlas))
    found = tuple(column for column in columns if column)
    return Columns(found, "overview") if found else None


def _new(atlas: Atlas) -> Column | None:
    """The newest events, the newest first; deadlines that passed, and what was only planned, are not news."""
    past = [
        event
        for event in atlas.dossier.events.values()
        if event.date.value
        and not atlas.is_coming(event)
        and not atlas.is_untold(event)
        and event.kind is not EventKind.DEADLINE
    ]
    items = [_event(atlas, event) for event in past[: -MOST_ITEMS - 1 : -1]]
    words, count = atlas.words, len(atlas.dossier.events)
    if not count:
        return None
    more = Link(words("home.timeline", events=words("count.events", n=count)), Target(KINDS.timeline.path()))
    return _column(words("home.new"), items or [words.line("home.nothing-new")], more)


def _next(page: PageWriter) -> Column | None:
    """What is planned, due or ends, by date; None where nothing is and nobody ever undertook anything."""
    words, count = page.atlas.words, len(page.atlas.dossier.commitments())
    items = list(islice(_coming(page), MOST_ITEMS))
    if not count:
        return _column(words("home.next"), items, None) if items else None
    more = Link(words("home.all-commitments", n=count), Target(KINDS.commitments.path()))
    return _column(words("home.next"), items or [words.line("home.nothing-next")], more)


def _unresolved(page: PageWriter) -> Column | None:
    """What is overdue in a word, and what is over and nobody tells of; None if there is neither."""
    dossier, words = page.atlas.dossier, page.atlas.words
    states = [dossier.state_of(made) for _, made in dossier.commitments()]
    items: list[Line] = []
    if overdue := states.count(CommitmentState.OVERDUE):
        mark = Status(words.of(CommitmentState.OVERDUE), CommitmentState.OVERDUE.value)
        items.append(Line((mark, Plain(" "), _counted_commitments(words, overdue, "overdue"))))
    items += (_untold(page.atlas, talks) for talks in dossier.rounds() if page.atlas.is_untold(talks))
    items += _ended(page)
    return _column(words("home.unresolved"), items, None) if items else None


def _ended(page: PageWriter) -> Iterator[Line]:
    """What is past its day or term and of unknown outcome, the latest first; of many, how many more."""
    dossier, words = page.atlas.dossier, page.atlas.words
    over = [made for _, made in dossier.commitments() if dossier.state_of(made) in UNTOLD]
    over.sort(key=lambda made: made.end.value.latest() if made.end.value else datetime.date.min, reverse=True)
    yield from (_commitment(page, made) for made in over[:MOST_ENDED])
    if more := len(over[MOST_ENDED:]):
        yield Line((_counted_commitments(words, more, "ended"),))


def _counted_commitments(words: Words, number: int, anchor: str) -> Link:
    return Link(words(f"home.commitments-{anchor}", n=number), Target(KINDS.commitments.path(), anchor))


def _untold(atlas: Atlas, talks: Round) -> Line:
    """A round whose planned day has passed, and no source tells of it."""
    return Line((*_event(atlas, talks).runs, Plain(" "), *round_told(atlas, talks)))


def _coming(page: PageWriter) -> Iterator[Line]:
    """What is planned, and what is due or ends on the edition's day or later, by date.

    A deadline that is the end of a commitment is told with that.
    A line is written when it is asked for: what nobody asks for gets no notes.
    """
    dossier = page.atlas.dossier
    made = dossier.commitments()
    events = [
        event
        for event in dossier.events.values()
        if event.date.value
        and page.atlas.is_coming(event)
        and not any(is_end_of(event, talks, each) for talks, each in made)
    ]
    ahead = [made for _, made in dossier.commitments() if dossier.state_of(made) in AHEAD]
    dated: list[tuple[Date, Callable[[], Line]]] = [
        *((event.date.value, partial(_event, page.atlas, event)) for event in events if event.date.value),
        *((made.end.value, partial(_commitment, page, made)) for made in ahead if made.end.value),
    ]
    return (write() for _, write in sorted(dated, key=lambda item: item[0].earliest()))


def _event(atlas: Atlas, event: Event) -> Line:
    return Line((atlas.day_of(event), Plain(" "), atlas.event_link(event.id)))


def _commitment(page: PageWriter, made: Commitment) -> Line:
    """When it is due or ends, as one date (“by 31 March 2023”); what it is; how it stands."""
    lead = (_dated(term(page.atlas, made, whole=False)), Plain(" "))
    return said_line(page, made, lead, (Plain(" "), *state_runs(page.atlas, made)))


def _dated(runs: Sequence[Run]) -> When:
    """A term as one date, with its words."""
    when = next(run for run in runs if isinstance(run, When))
    return replace(when, text="".join(run.text for run in runs if isinstance(run, Plain | When)))


def _disputed(atlas: Atlas) -> Column | None:
    """The questions to which the sources give different answers first, then what else they differ on."""
    found = disagreements(atlas)
    items = [Line((Link(each.title, each.target()),)) for each in found[:MOST_ITEMS]]
    if not found:
        return None
    words = atlas.words
    more = Link(words("home.all-disagreements", n=count_of(found)), Target(KINDS.disagreements.path()))
    return _column(words("home.disputed"), items, more)


def _column(heading: str, items: Sequence[Line], more: Link | None) -> Column:
    return Column(plain(heading), (*items, *([Line((more,))] if more else [])))


def _figures(page: PageWriter) -> Iterator[Block]:
    """Those that the editor chose; else those whose evidence briefings cite most often."""
    dossier = page.atlas.dossier
    chosen = [dossier.measurands[name] for name in (dossier.home.figures if dossier.home else ())]
    cards = key_figures(page, chosen or _figures_of_briefings(dossier)[:MOST_FIGURES])
    if cards:
        yield cards


def _figures_of_briefings(dossier: Dossier) -> list[Measurand]:
    """The things measured for whose figures briefings cite the evidence, the most cited first."""
    cited = Counter(
        (item.source, start)
        for briefing in dossier.briefings.values()
        for statement in parts_of(briefing, Statement)
        for item in statement.evidence
        for start, _ in item.ranges
    )
    counts = {
        measurand.id: sum(
            cited[item.source, start]
            for figure in measurand.figures
            for item in figure.statement.evidence
            for start, _ in item.ranges
        )
        for measurand in dossier.measurands.values()
    }
    found = [each for each in dossier.measurands.values() if counts[each.id]]
    return sorted(found, key=lambda each: (-counts[each.id], each.pref_label.casefold()))


def _ways_in(words: Words, ways: Iterable[WayIn]) -> Cards:
    cards = (Card(Link(way.label, Target(way.path)), way.told, words.number(way.count)) for way in ways)
    return Cards(tuple(cards))


def some_of(words: Words, links: Sequence[Link]) -> Line:
    """The first of many links."""
    more: tuple[tuple[Run, ...], ...] = ((Plain("…"),),) if len(links) > MOST_LINKS else ()
    return separated(words, [*((link,) for link in links[:MOST_LINKS]), *more])
