"""Timelines: the whole one, and the slices that other pages show."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from generator.compose.atlas import Atlas
from generator.compose.calendars import has_days
from generator.compose.findings.gaps import DAY, all_dated, gap_told, gaps, gaps_told
from generator.compose.parts import bars_beside, event_facets, named_in, round_told, where
from generator.compose.time_charts import tense, time_chart
from generator.compose.undertakings import said_line, term
from generator.compose.writer import PageWriter, capitalised, joined, plain, separated
from generator.model.addresses import SiteFiles, seen_from
from generator.model.blocks import Bar, Legend, Moment, Paragraph, Tense, Timeline
from generator.model.commitments import Commitment
from generator.model.dates import PartialDate
from generator.model.entries import Person
from generator.model.facts import Event, Round
from generator.model.kinds import KINDS
from generator.model.pages import Attachment, AttachmentKind, Page
from generator.model.runs import Line, Link, Plain, Quiet, Run, Strong, Target
from generator.model.text import EntryId, EventId

COMING = "coming"
UNDATED = "undated"

Bars = Mapping[EventId, tuple[Bar, ...]]


def timeline_page(atlas: Atlas) -> tuple[PageWriter, Page]:
    """Every event, by month; what is planned or due, and what has no date, stand apart."""
    page = PageWriter(atlas, KINDS.timeline)
    events = sorted(atlas.dossier.events.values(), key=lambda event: _key(atlas, event))
    bars = bars_beside(events)
    by_month = groupby(events, lambda event: _key(atlas, event))
    groups = [(_place(atlas, key), tuple(group)) for key, group in by_month]
    jumps = [(label, Target(KINDS.timeline.path(), anchor)) for (anchor, _, label), _ in groups]
    chart = time_chart(atlas, events, atlas.words("chart.title-of-events"))
    opening = [chart, gaps_paragraph(atlas), _legend(atlas, events, bars), _jumps(atlas, jumps)]
    page.section(None, None, opening if events else [])
    for (anchor, heading, _), chosen in groups:
        before = _gaps_before(atlas, chosen[0])
        page.section(anchor, heading, [*before, timeline(page, chosen, owner=True, bars=bars)])
    words = atlas.words
    deck = capitalised(words("timeline.deck", events=words("count.events", n=len(events))))
    if any(end.approximate for event in events if event.date.value for end in event.date.value.ends):
        deck = words("timeline.deck-with-about", deck=deck)
    all_days = Attachment(AttachmentKind.CALENDAR, seen_from(KINDS.timeline.path(), SiteFiles.CALENDAR))
    return page, page.page(deck, attachments=[all_days] if has_days(atlas) else [])


def timeline(
    page: PageWriter,
    events: Iterable[Event],
    *,
    owner: bool = False,
    bars: Bars | None = None,
    scope: frozenset[EntryId] | None = None,
) -> Timeline | None:
    """The events, which are in order of time, as moments; None if there are none.

    The owner carries the anchors, and tells all of them. `bars` are those of the whole timeline of which this
    is a part. On other pages, what was said there has its title alone; so has, with a `scope`, what names
    nothing in it, or others beside it.
    """
    shown = tuple(events)
    beside = bars_beside(shown) if bars is None else bars
    moments = tuple(_moment(page, event, beside.get(event.id, ()), scope, owner=owner) for event in shown)
    lanes = max((bar.lane for own in beside.values() for bar in own), default=0)
    as_of = page.atlas.words.date(page.atlas.dossier.as_of)
    return Timeline(moments, anchored=owner, as_of=as_of, lanes=lanes) if moments else None


def gaps_paragraph(atlas: Atlas) -> Paragraph | None:
    """What no source covers, to stand at the head of a page that tells what happened; None if all is."""
    told = gaps_told(atlas.words, gaps(atlas), all_dated=all_dated(atlas))
    return Paragraph(plain(told)) if told else None


def _gaps_before(atlas: Atlas, event: Event) -> Iterator[Paragraph]:
    """The gap that ends where the first event of a part of the timeline begins."""
    date = event.date.value
    for gap in gaps(atlas):
        if date and not atlas.is_coming(event) and date.earliest() - gap.span.latest() == DAY:
            yield Paragraph(plain(gap_told(atlas.words, gap, all_dated=all_dated(atlas))))


def _key(atlas: Atlas, event: Event) -> tuple[int, int, int]:
    """A sort key: the place of its tense, then the year and month in which it begins; 0 if not known."""
    state = tense(atlas, event)
    first = event.date.value.start if event.date.value else None
    if state is not Tense.PAST or first is None:
        return list(Tense).index(state), 0, 0
    return 0, first.year, first.month or 0


def _place(atlas: Atlas, key: tuple[int, int, int]) -> tuple[str, str, str]:
    """The anchor, the heading and the short label of a part of the timeline."""
    state, year, month = list(Tense)[key[0]], *key[1:]
    words, day = atlas.words, atlas.dossier.as_of
    if state is Tense.COMING:
        return COMING, words("timeline.heading-coming", day=day), words("timeline.jump-to-coming", day=day)
    if state is Tense.UNDATED:
        return UNDATED, words("timeline.heading-undated"), words("timeline.jump-to-undated")
    if not year:
        return "earlier", words("timeline.heading-earlier"), words("timeline.jump-to-earlier")
    begun = PartialDate(year, month or None)
    return str(begun), words.date(begun), words.date(begun).replace(" ", "\u00a0")


def _legend(atlas: Atlas, events: Iterable[Event], bars: Bars) -> Legend:
    events = tuple(events)
    counts = {len(event.sides) for event in events}
    sides = dict.fromkeys(name for event in events for name in event.sides)
    marks = (
        mark for side in atlas.dossier.sides() if side.id in sides and (mark := atlas.side_mark(side.id))
    )
    return Legend(tuple(marks), max(counts, default=0) > 1, 0 in counts, bool(bars))


def _jumps(atlas: Atlas, places: Iterable[tuple[str, Target]]) -> Paragraph:
    links = joined([(Link(label, target),) for label, target in places], " · ")
    return Paragraph(Line((Quiet(f"{atlas.words('timeline.jump-to')} "), *links.runs)))


def _moment(
    page: PageWriter,
    event: Event,
    bars: tuple[Bar, ...],
    scope: frozenset[EntryId] | None = None,
    *,
    owner: bool,
) -> Moment:
    atlas = page.atlas
    target = atlas.event(event.id)
    is_elsewhere = target.page != page.path
    title: Run = Link(event.title, target) if is_elsewhere else Strong(event.title)
    sides = tuple(mark for name in event.sides if (mark := atlas.side_mark(name)))
    is_told = owner or (_is_about(atlas, event, scope) and not page.repeats(event.summary))
    lines = [page.line(event.summary, support=True)] if is_told else []
    lines += _untold(atlas, event)
    if owner:
        lines += [*_undertaken(page, event), *_context(atlas, event)]
    return Moment(
        anchor=event.id,
        kind=event.kind,
        tense=tense(atlas, event),
        when=atlas.day_of(event),
        title=Line((title,)),
        lines=tuple(lines),
        sides=sides,
        facets=event_facets(atlas, event) if owner else (),
        bars=bars,
    )


def _is_about(atlas: Atlas, event: Event, scope: frozenset[EntryId] | None) -> bool:
    """Whether what is told of an event names something in scope, if there is one, and nobody else."""
    if scope is None:
        return True
    named = {mention.entry for mention in event.summary.mentions}
    others = (name for name in named - scope if isinstance(atlas.dossier.entries[name], Person))
    return bool(named & scope) and not any(True for _ in others)


def _untold(atlas: Atlas, event: Event) -> Iterator[Line]:
    """That a round was planned for a day that has passed, and no source tells of it."""
    if isinstance(event, Round) and atlas.is_untold(event):
        yield Line(round_told(atlas, event))


def _undertaken(page: PageWriter, event: Event) -> Iterator[Line]:
    """What was undertaken at a round until a certain time: what the bars beside the moments stand for."""
    for commitment in event.commitments if isinstance(event, Round) else ():
        if commitment.end.value:
            yield said_line(page, commitment, lead=_until(page.atlas, commitment))


def _until(atlas: Atlas, commitment: Commitment) -> tuple[Run, ...]:
    return (*term(atlas, commitment), Plain(atlas.words("list.colon")))


def _context(atlas: Atlas, event: Event) -> list[Line]:
    words = atlas.words
    causes = separated(words, ((atlas.event_link(name),) for name in event.follows))
    place = where(atlas, event)
    if place and event.follows:
        return [words.line("timeline.place-and-causes", place=place, causes=causes)]
    if place:
        return [words.line("timeline.place", place=place)]
    return [words.line("timeline.causes", causes=causes)] if event.follows else []


def concerns(event: Event, scope: frozenset[str]) -> bool:
    """Whether an event is about one of these entries: it names them, or its text does."""
    return bool(scope & {*named_in(event), *(mention.entry for mention in event.summary.mentions)})
