"""What happened in one picture: the marks of a chart of time, and how long what was undertaken holds."""

from collections.abc import Iterable, Iterator, Sequence

from generator.compose.atlas import Atlas
from generator.compose.findings.gaps import all_dated, gap_told, gaps
from generator.compose.possible_days import possible_days
from generator.compose.undertakings import is_end_of
from generator.compose.undertakings import told as said
from generator.model.blocks import ChartGap, ChartMark, ChartTerm, Tense, TimeChart
from generator.model.commitments import Commitment, CommitmentKind
from generator.model.dates import Date, Interval
from generator.model.facts import Event, Round
from generator.model.kinds import KINDS
from generator.model.runs import Link, SideMark, Target, When

FEWEST = 3
"""With fewer happenings a part of the timeline needs no picture."""


def time_chart(atlas: Atlas, events: Iterable[Event], title: str, *, roomy: bool = False) -> TimeChart | None:
    """The events, which are in order of time, as a chart; None if there are none."""
    shown = tuple(events)
    if not shown:
        return None
    marks = tuple(_mark(atlas, event) for event in shown)
    terms = tuple(_terms(atlas, shown))
    found = tuple(_gaps(atlas, marks))
    described = _description(atlas, marks, found)
    return TimeChart(title, described, marks, terms, found, atlas.dossier.as_of, roomy)


def slice_chart(atlas: Atlas, events: Iterable[Event]) -> TimeChart | None:
    """A part of what happened as a chart; None if there is too little to see in it."""
    shown = tuple(events)
    dated = sum(event.date.value is not None for event in shown)
    return time_chart(atlas, shown, atlas.words("chart.title-of-events")) if dated >= FEWEST else None


def tense(atlas: Atlas, event: Event) -> Tense:
    """Where an event stands against the edition's day."""
    if event.date.value is None:
        return Tense.UNDATED
    return Tense.COMING if atlas.is_coming(event) else Tense.PAST


def _mark(atlas: Atlas, event: Event) -> ChartMark:
    sides = tuple(mark for name in event.sides if (mark := atlas.side_mark(name)))
    when = atlas.day_of(event)
    told = _told(atlas, when, event, sides)
    possible = possible_days(atlas).get(event.id)
    return ChartMark(when, atlas.event_link(event.id), told, event.kind, tense(atlas, event), sides, possible)


def _told(atlas: Atlas, when: When, event: Event, sides: Sequence[SideMark]) -> str:
    """All that a mark says, in words."""
    words = atlas.words
    of_sides = words("list.separator").join(side.text for side in sides)
    key = "chart.mark" if sides else "chart.mark-of-nobody"
    return words(key, when=when.text, title=event.title, sides=of_sides)


def _terms(atlas: Atlas, events: Sequence[Event]) -> Iterator[ChartTerm]:
    """Until when what was undertaken or announced at the rounds among the events holds; no expectation.

    An end that is a deadline among the events, which follows the round, is not told twice.
    """
    for talks in (event for event in events if isinstance(event, Round)):
        for commitment in talks.commitments:
            if commitment.kind is CommitmentKind.EXPECT:
                continue
            begins, ends = commitment.start.value or talks.date.value, commitment.end.value
            if begins is None or ends is None or _is_open(begins) or _is_open(ends):
                continue
            yield _term(atlas, talks, commitment, (begins, ends), _closing(events, talks, commitment))


def _is_open(date: Date) -> bool:
    return isinstance(date, Interval) and date.is_open


def _closing(events: Sequence[Event], talks: Round, commitment: Commitment) -> int | None:
    """The position of the deadline that stands for the end of a term."""
    found = (at for at, event in enumerate(events) if is_end_of(event, talks, commitment))
    return next(found, None)


def _term(
    atlas: Atlas, talks: Round, commitment: Commitment, span: tuple[Date, Date], closed_by: int | None
) -> ChartTerm:
    begins, ends = span
    words = atlas.words
    text = said(atlas, commitment).rstrip(".。")
    told = words("chart.term", text=text, round=talks.title, when=words.date(ends))
    anchor = f"{talks.id}.{commitment.id}"
    link = Link(text, Target(KINDS.commitments.path(), anchor))
    return ChartTerm(link, told, begins, ends, closed_by)


def _gaps(atlas: Atlas, marks: Sequence[ChartMark]) -> Iterator[ChartGap]:
    """The gaps that lie between what the chart shows, as far as it reaches."""
    dates = [mark.when.date for mark in marks if mark.when.date and mark.tense is Tense.PAST]
    if not dates:
        return
    first, last = min(date.earliest() for date in dates), max(date.latest() for date in dates)
    for gap in gaps(atlas):
        if first <= gap.span.earliest() and gap.span.latest() <= last:
            yield ChartGap(gap.span, gap_told(atlas.words, gap, all_dated=all_dated(atlas)))


def _description(atlas: Atlas, marks: Sequence[ChartMark], found: Sequence[ChartGap]) -> str:
    """What a reader who does not see the chart should know of it as a whole."""
    words = atlas.words
    dated = [mark for mark in marks if mark.when.date]
    told = [words("chart.description", events=words("count.events", n=len(marks)), day=atlas.dossier.as_of)]
    if len(dated) > 1:
        told.append(words("chart.description-span", first=dated[0].when.text, last=dated[-1].when.text))
    if len(marks) - len(dated) > 0:
        told.append(words("chart.description-undated", n=len(marks) - len(dated)))
    return " ".join((*told, *(gap.told for gap in found)))
