"""Parts that several kinds of page share: facts, lists, facets to choose by, stretches of time."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.compose.atlas import Atlas
from generator.compose.writer import PageWriter, bullets, capitalised, separated, status
from generator.model import blocks
from generator.model.commitments import CommitmentKind
from generator.model.dates import Date, Interval, surely_before
from generator.model.entries import EntryKind, Figure, Measurand, Person
from generator.model.evidence import Statement, Voice
from generator.model.facts import AuthoredSection, Event, EventKind, Round, Source
from generator.model.keys import Part
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Run, Status, Strong, Target
from generator.model.text import EntryId, EventId, SourceId, Span
from generator.text.dates import date_spans
from generator.text.quotations import heading_anchors
from generator.text.units import PERCENT, unit_words
from generator.words import Words

EXPLAINED = (EntryKind.CONCEPT, EntryKind.MEASURE)

# More bars beside each other than this would crowd the page; what has no room keeps its words.
MOST_LANES = 3

# So many terms a page explains, those that it names most; of the others it names where they are explained.
MOST_DEFINED = 8

# Where a scale of percent ends.
WHOLE = 100.0

# The look of a bar that stands for what was undertaken until a day.
DUE = "due"


def mentions_any(statement: Statement, scope: frozenset[EntryId]) -> bool:
    """Whether the text names something in scope."""
    return any(mention.entry in scope for mention in statement.mentions)


def key_figures(page: PageWriter, measurands: Iterable[Measurand]) -> blocks.KeyFigures | None:
    """A card for each thing measured: its values, who gives them, a picture if they differ; None if none."""
    cards = tuple(_key_figure(page, measurand) for measurand in measurands if measurand.figures)
    return blocks.KeyFigures(cards) if cards else None


def _key_figure(page: PageWriter, measurand: Measurand) -> blocks.KeyFigure:
    by_text: dict[str, list[Figure]] = {}
    for figure in measurand.figures:
        by_text.setdefault(figure_told(page.atlas.words, measurand, figure), []).append(figure)
    values = tuple(_value(page, text, figures) for text, figures in by_text.items())
    return blocks.KeyFigure(
        figure_link(measurand), values, dot_plot(page, measurand) if differs(measurand) else None
    )


def figure_told(words: Words, measurand: Measurand, figure: Figure) -> str:
    """A figure with what it counts: “about 110 cubic metres a second”. Its statement has it in English."""
    value = value_told(words, figure)
    return words("figure.with-unit", values=value, unit=measurand.unit) if measurand.unit else value


def statement_told(atlas: Atlas, statement: Statement) -> str:
    """A statement in plain words: a figure's in the language of the site, any other as it is authored."""
    return _figures_told(atlas).get(statement.span, statement.text)


@lru_cache(maxsize=1)
def _figures_told(atlas: Atlas) -> dict[Span, str]:
    return {
        figure.statement.span: figure_told(atlas.words, measurand, figure)
        for measurand in atlas.dossier.measurands.values()
        for figure in measurand.figures
    }


def value_told(words: Words, figure: Figure) -> str:
    """The number of a figure, or its range, and how exactly it is given: “about 110”."""
    shown = figure.low
    if figure.low != figure.high:
        shown = words("figure.range", low=figure.low, high=figure.high)
    return qualified(words, figure, shown)


def qualified(words: Words, figure: Figure, value: str) -> str:
    """A value in words with how exactly it is given; of no value that alone: “about”."""
    if figure.qualifier is None:
        return value
    return words(f"qualifier.{figure.qualifier.replace(' ', '-')}", value=value).strip()


def _value(page: PageWriter, text: str, figures: Sequence[Figure]) -> blocks.Column:
    """One value, whose words all these figures share, and who gives it."""
    proofs = [run for figure in figures for run in page.proof(figure.statement)]
    by = separated(page.atlas.words, (_given_by(page, figure) for figure in figures))
    return blocks.Column(page.stated(figures[0].statement, (Strong(text), *proofs)), (by,))


def _given_by(page: PageWriter, figure: Figure) -> tuple[Run, ...]:
    separator = Plain(page.atlas.words("list.separator"))
    as_of = (page.atlas.when_proved(figure.as_of), separator) if figure.as_of.value else ()
    by = (
        (page.atlas.link(figure.attributed_to.value),)
        if figure.attributed_to.value
        else _origin(page, figure.statement)
    )
    return (*as_of, *by)


def figure_link(measurand: Measurand) -> Link:
    """A link to all that is known of what is measured."""
    return Link(measurand.pref_label, Target(KINDS.figures.path(), f"figure-{measurand.id}"))


def _origin(page: PageWriter, statement: Statement) -> tuple[Run, ...]:
    if statement.reason:
        return page.atlas.words.runs("figure.by-the-editor")
    sources = dict.fromkeys(item.source for item in statement.evidence)
    links = [(source_link(page.atlas, page.atlas.dossier.sources[name]),) for name in sources]
    return separated(page.atlas.words, links).runs


def dot_plot(page: PageWriter, measurand: Measurand) -> blocks.DotPlot:
    """A picture of the values of one measurand."""
    dots = tuple(
        blocks.Dot(
            _shown_by(page.atlas, figure.statement),
            figure_told(page.atlas.words, measurand, figure),
            *map(float, bounds(figure)),
        )
        for figure in measurand.figures
    )
    words = page.atlas.words
    told = words("list.strong-separator").join(
        words("figure.dot", who=dot.label, value=dot.shown) for dot in dots
    )
    told = words("figure.picture", values=told)
    units, *_ = unit_words(page.atlas.dossier.written_in)
    whole = WHOLE if units.get((measurand.unit or "").lower()) == PERCENT else None
    return blocks.DotPlot(measurand.pref_label, told, measurand.unit or "", dots, whole)


def _shown_by(atlas: Atlas, statement: Statement) -> str:
    names = dict.fromkeys(item.source for item in statement.evidence)
    called = [atlas.dossier.sources[name].bibliography.name for name in names]
    return atlas.words("list.separator").join(called) or atlas.words("figure.editor")


def differs(measurand: Measurand) -> bool:
    """Whether the sources give it different values."""
    return len(set(map(bounds, measurand.figures))) > 1


def bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that a figure gives; equal unless it is a range."""
    return Decimal(figure.low.replace(",", "")), Decimal(figure.high.replace(",", ""))


def round_mark(atlas: Atlas, talks: Round) -> Status:
    """How a talk round stands; one that was planned for a day that has passed only was that."""
    if atlas.is_untold(talks):
        return Status(atlas.words("round.was-planned"), talks.status.value)
    return status(atlas.words, talks.status.value)


def round_told(atlas: Atlas, talks: Round) -> tuple[Run, ...]:
    """How a talk round stands, and that no source tells of it if none does."""
    mark = round_mark(atlas, talks)
    return (mark, Quiet(f" {atlas.words('round.untold')}")) if atlas.is_untold(talks) else (mark,)


def authored(sections: Iterable[AuthoredSection], part: Part) -> tuple[Statement, ...]:
    """The statements of the section that an author marked as a part."""
    return tuple(each for section in sections if section.part is part for each in section.statements)


def dated(page: PageWriter, statement: Statement) -> tuple[Run, ...]:
    """When it was so, to stand behind what an edition says of the present: the day of its newest source.

    Nothing if that may be the edition's own day, if the text tells a date, or if no source is cited.
    """
    if next(date_spans(statement.text, page.atlas.dossier.written_in), None):
        return ()
    return as_of_sources(page.atlas, statement)


def as_of_sources(atlas: Atlas, statement: Statement) -> tuple[Run, ...]:
    """The day of the newest source of a statement; nothing if that may be the edition's own day."""
    dossier, words = atlas.dossier, atlas.words
    sources = [dossier.sources[item.source].bibliography for item in statement.evidence]
    if not sources:
        return ()
    issued = [about.issued for about in sources if about.issued]
    if not issued:
        return (Quiet(f" {words('as-of.undated')}"),)
    newest = max(issued, key=lambda date: date.latest())
    if not surely_before(newest, dossier.as_of):
        return ()
    return (Quiet(f" {words('as-of.told', day=words.date(newest))}"),)


def heading_of(words: Words, sections: Iterable[AuthoredSection], part: Part) -> str:
    """What the author calls a part; its usual name where nobody does."""
    return next((each.heading for each in sections if each.part is part), words.of(part))


def other_sections(
    sections: Iterable[AuthoredSection],
) -> tuple[tuple[str | None, str, tuple[Statement, ...]], ...]:
    """The sections that are the author's own: anchor, heading and statements."""
    own = [section for section in sections if section.part is None]
    anchors = heading_anchors(section.heading for section in own)
    return tuple(
        (anchor, section.heading, section.statements) for anchor, section in zip(anchors, own, strict=True)
    )


def latest(atlas: Atlas, events: Iterable[Event]) -> blocks.Paragraph | None:
    """The last that happened, by its title and day, where nobody wrote what it comes to; None if nothing."""
    past = [
        event
        for event in events
        if event.date.value
        and not atlas.is_coming(event)
        and not atlas.is_untold(event)
        and event.kind is not EventKind.DEADLINE
    ]
    if not past:
        return None
    told = atlas.words.line("latest.told", event=atlas.event_link(past[-1].id), day=atlas.day_of(past[-1]))
    return blocks.Paragraph(told)


def since_the_sources(atlas: Atlas) -> blocks.Paragraph | None:
    """That an edition for a day after its newest source tells nothing of the time between; else None."""
    newest = atlas.dossier.newest
    if newest is None or newest.latest() >= atlas.dossier.as_of.latest():
        return None
    told = atlas.words("sources.newest", day=newest)
    return blocks.Paragraph(Line((Quiet(told),)))


def where(atlas: Atlas, event: Event) -> Line | None:
    """Where an event takes place, as every page shows it; None if nobody says."""
    return Line((atlas.link(event.place.value),)) if event.place.value else None


def source_link(atlas: Atlas, source: Source) -> Link:
    """A link to a source, by the name that pages call it."""
    return Link(source.bibliography.name, atlas.source(source.id))


def reference(atlas: Atlas, source: Source) -> Line:
    """A link to a source by its name, and its whole title where that is another."""
    about, link = source.bibliography, source_link(atlas, source)
    if about.name == about.title:
        return Line((link,))
    return Line((link, Quiet(f"{atlas.words('list.colon')}{about.title}")))


def source_of_words(atlas: Atlas, source: Source) -> tuple[Run, ...]:
    """A link to a source beside words of its text, and that these are ours if they sum up the article."""
    link = source_link(atlas, source)
    if source.bibliography.rights.voice is Voice.ARTICLE:
        return (link,)
    return (link, Quiet(f"{atlas.words('list.separator')}{atlas.words('evidence.in-our-summary')}"))


def sources_table(page: PageWriter) -> blocks.Table | None:
    """The sources that the page relies on so far, with the number of passages cited."""
    counts = Counter(item.source for item in dict.fromkeys(page.quoted()))
    rows = tuple(
        blocks.Row(
            (
                reference(page.atlas, source),
                Line((page.atlas.issued(source),)),
                Line((Plain(page.atlas.words.number(counts[name])),)),
            )
        )
        for name in sorted(counts)
        if (source := page.atlas.dossier.sources[name])
    )
    words = page.atlas.words
    header = words.each("column.source", "column.issued", "column.quotations-here")
    return blocks.Table(words("sources.caption-of-page"), header, rows, numeric=(2,)) if rows else None


def terms_used(page: PageWriter, *, apart_from: frozenset[EntryId] = frozenset()) -> blocks.Block | None:
    """The concepts and measures that the page has named so far: of those named most, the definitions too."""
    entries = (page.atlas.dossier.entries[name] for name in page.terms if name not in apart_from)
    defined = [entry for entry in entries if entry.definition and entry.kind in EXPLAINED]
    ranked = sorted(defined, key=lambda entry: (-page.terms[entry.id], entry.pref_label.casefold()))
    chosen, others = (
        sorted(some, key=lambda entry: entry.pref_label.casefold())
        for some in (ranked[:MOST_DEFINED], ranked[MOST_DEFINED:])
    )
    colon = Plain(page.atlas.words("list.colon"))
    lines = [
        page.line(entry.definition, lead=(Link(entry.pref_label, page.atlas.entry(entry.id)), colon))
        for entry in chosen
        if entry.definition
    ]
    if others:
        links = separated(page.atlas.words, ((page.atlas.link(entry.id),) for entry in others))
        lines.append(page.atlas.words.line("terms.others", terms=links))
    return bullets(lines)


def event_facets(atlas: Atlas, event: Event) -> tuple[blocks.Facet, ...]:
    """What sort of event it is, and its topics, sides, people, talk rounds and year."""
    named = {*named_in(event), *(mention.entry for mention in event.summary.mentions)}
    return (
        facet(blocks.FacetName.KIND, event.kind, atlas.words.of(event.kind)),
        *topic_facets(atlas, named),
        *side_facets(atlas, event.sides),
        *person_facets(atlas, named),
        *(round_facet(talks) for talks in atlas.dossier.rounds() if belongs_to(event, talks)),
        *year_facets(event.date.value),
    )


def named_in(event: Event) -> Iterator[EntryId]:
    """The entries that an event names, those of its delegations too."""
    yield from (*event.sides, *event.people, *event.terms)
    if event.place.value:
        yield event.place.value
    if isinstance(event, Round):
        yield from (member.person.value for group in event.delegations for member in group.members)


def belongs_to(event: Event, talks: Round) -> bool:
    """Whether an event is the talk round, part of it, or what came of it."""
    if event.id == talks.id or talks.id in event.follows:
        return True
    date, whole = event.date.value, talks.date.value
    if date is None or whole is None or not set(event.sides) & set(talks.sides):
        return False
    return whole.earliest() <= date.earliest() and date.latest() <= whole.latest()


def figure_facets(atlas: Atlas, measurand: Measurand, figure: Figure) -> tuple[blocks.Facet, ...]:
    """What a figure is about, who gives it, and the year of which it is true."""
    return (
        *topic_facets(atlas, measurand.about),
        *side_facets(atlas, measurand.about),
        *source_facets(atlas, figure.statement),
        *year_facets(figure.as_of.value),
    )


def statement_facets(atlas: Atlas, statement: Statement) -> tuple[blocks.Facet, ...]:
    """What a statement names, and the sources that it cites."""
    named = {mention.entry for mention in statement.mentions}
    return (
        *topic_facets(atlas, named),
        *side_facets(atlas, named),
        *person_facets(atlas, named),
        *source_facets(atlas, statement),
    )


def facet(name: blocks.FacetName, value: str, label: str) -> blocks.Facet:
    """A value of ours, such as a status, with the word for it."""
    return blocks.Facet(name, value.replace(" ", "-"), capitalised(label))


def topic_facets(atlas: Atlas, named: Iterable[EntryId]) -> tuple[blocks.Facet, ...]:
    """The topics with a briefing to which entries belong."""
    found = frozenset(named)
    return tuple(
        blocks.Facet(blocks.FacetName.TOPIC, topic.id, capitalised(topic.pref_label))
        for topic in atlas.dossier.topics()
        if atlas.scope(topic.id) & found
    )


def side_facets(atlas: Atlas, named: Iterable[EntryId]) -> tuple[blocks.Facet, ...]:
    """The sides among entries."""
    found = frozenset(named)
    return tuple(
        blocks.Facet(blocks.FacetName.SIDE, side.id, side.pref_label)
        for side in atlas.dossier.sides()
        if side.id in found
    )


def person_facets(atlas: Atlas, named: Iterable[EntryId]) -> tuple[blocks.Facet, ...]:
    """The people among entries."""
    entries = (atlas.dossier.entries[name] for name in sorted(frozenset(named)))
    return tuple(
        blocks.Facet(blocks.FacetName.PERSON, entry.id, entry.pref_label)
        for entry in entries
        if isinstance(entry, Person)
    )


def round_facet(talks: Round) -> blocks.Facet:
    """A talk round."""
    return blocks.Facet(blocks.FacetName.ROUND, talks.id, talks.title)


def source_facets(atlas: Atlas, statement: Statement) -> tuple[blocks.Facet, ...]:
    """The sources that a statement cites."""
    names: dict[SourceId, None] = dict.fromkeys(item.source for item in statement.evidence)
    called = ((name, atlas.dossier.sources[name].bibliography.name) for name in names)
    return tuple(blocks.Facet(blocks.FacetName.SOURCE, name, label) for name, label in called)


def year_facets(date: Date | None) -> tuple[blocks.Facet, ...]:
    """The years in which a date lies; none if it is open or not known."""
    if date is None:
        return ()
    first, last = date.earliest().year, date.latest().year
    if last - first > 1:
        return ()
    return tuple(blocks.Facet(blocks.FacetName.YEAR, str(year), str(year)) for year in range(first, last + 1))


class Stretch(NamedTuple):
    """From the moment at a position to the last one that lies within it; `ends` unless it is open."""

    first: int
    last: int
    kind: str
    ends: bool


def bars_beside(events: Sequence[Event]) -> Mapping[EventId, tuple[blocks.Bar, ...]]:
    """For each of the events, which are in order of time, the bars that pass it, by lane."""
    dated = [event for event in events if event.date.value]
    found: dict[EventId, list[blocks.Bar]] = {}
    free = [0] * MOST_LANES
    for stretch in _stretches(dated):
        lane = next((each for each in range(MOST_LANES) if free[each] <= stretch.first), None)
        if lane is None:
            continue
        free[lane] = stretch.last + 1
        for position in range(stretch.first, stretch.last + 1):
            begins, ends = position == stretch.first, stretch.ends and position == stretch.last
            found.setdefault(dated[position].id, []).append(blocks.Bar(lane + 1, stretch.kind, begins, ends))
    return {name: tuple(sorted(bars, key=lambda bar: bar.lane)) for name, bars in found.items()}


def _stretches(dated: Sequence[Event]) -> Iterator[Stretch]:
    """Those that reach beyond their own moment, each once."""
    days = [event.date.value.earliest() for event in dated if event.date.value]
    for first, event in enumerate(dated):
        for end, kind in dict.fromkeys(_ends(event)):
            last = sum(day <= end for day in days) - 1
            if last > first:
                yield Stretch(first, last, kind, end < datetime.date.max)


def _ends(event: Event) -> Iterator[tuple[datetime.date, str]]:
    """When what began with an event is over: the event itself, and what was undertaken at it."""
    if isinstance(event.date.value, Interval):
        yield event.date.value.latest(), event.kind
    if isinstance(event, Round):
        for commitment in event.commitments:
            if commitment.end.value and commitment.kind is not CommitmentKind.EXPECT:
                yield commitment.end.value.latest(), DUE
