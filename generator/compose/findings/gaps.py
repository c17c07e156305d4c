"""Gaps: long spans between the first and the last happening that no source covers.

A span is covered by what happened in it (what is planned, deadlines and dates coarser than a month tell of
nothing that a source saw), and by the day on which a source was issued. A month is covered no longer than
until what is dated to it was reported. A span without either is a gap if it lasts at least `SHORTEST`,
`TIMES_USUAL` times the usual pause from one happening to the next, and one part in `PART_OF_ALL` of the time
between the first and the last: a busy month and decades each have their measure.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from statistics import median_low

from generator.compose.atlas import Atlas
from generator.compose.possible_days import is_vague, last_reported
from generator.model.dates import Date, Interval, PartialDate, surely_before
from generator.model.facts import Event, EventKind
from generator.words import Words

SHORTEST = datetime.timedelta(days=28)
TIMES_USUAL = 4
PART_OF_ALL = 10
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """A span that no source covers: its first and last day, or month where no day is known beside it.

    `span.earliest()` and `span.latest()` are the days, for a picture.
    """

    first: PartialDate
    last: PartialDate

    @property
    def span(self) -> Interval:
        """The gap as a date."""
        return Interval(self.first, self.last)


@lru_cache(maxsize=1)
def gaps(atlas: Atlas) -> tuple[Gap, ...]:
    """The gaps of the edition, in order of time."""
    return gaps_between(_covered(atlas))


def gaps_between(dates: Iterable[Date]) -> tuple[Gap, ...]:
    """The gaps that dates of happenings leave."""
    ends = sorted({end for date in dates for end in _spans(date)}, key=lambda ends: ends[0].earliest())
    if not ends:
        return ()
    latest = list(accumulate((last for _, last in ends), _later))
    pauses = [(before, after) for before, (after, _) in zip(latest, ends[1:], strict=False)]
    whole = latest[-1].latest() - ends[0][0].earliest()
    shortest = _shortest_gap([_days_between(*pause) for pause in pauses], whole)
    return tuple(
        Gap(_next(before), _previous(after))
        for before, after in pauses
        if _days_between(before, after) >= shortest
    )


@lru_cache(maxsize=1)
def all_dated(atlas: Atlas) -> bool:
    """Whether each source has a date; one without may be of a gap, so only the dated are spoken of then."""
    return all(source.bibliography.issued for source in atlas.dossier.sources.values())


def gap_told(words: Words, gap: Gap, *, all_dated: bool) -> str:
    """A gap as a sentence: “No source covers July to 25 October 2025.”, or “No dated source …”."""
    first, last = words.ends(gap.first, gap.last)
    if gap.first == gap.last:
        return words("gap.one" if all_dated else "gap.one.dated", date=last)
    return words("gap.told" if all_dated else "gap.told.dated", first=first, last=last)


def gaps_told(words: Words, found: Sequence[Gap], *, all_dated: bool) -> str:
    """Several gaps as one sentence; an empty string if there are none."""
    if len(found) < 2:
        return "".join(gap_told(words, gap, all_dated=all_dated) for gap in found)
    spans = (words("gap.span", first=first, last=last) for first, last in _ends_of(words, found))
    return words("gap.several" if all_dated else "gap.several.dated", spans=words.listed(spans))


def _ends_of(words: Words, found: Iterable[Gap]) -> Iterator[tuple[str, str]]:
    return (words.ends(gap.first, gap.last) for gap in found)


def _covered(atlas: Atlas) -> Iterator[Date]:
    dossier = atlas.dossier
    for event in dossier.events.values():
        if (date := event.date.value) and _was_seen(atlas, event):
            yield _as_reported(atlas, event, date)
    for source in dossier.sources.values():
        if source.bibliography.issued:
            yield source.bibliography.issued


def _was_seen(atlas: Atlas, event: Event) -> bool:
    """Whether an event is no deadline, and not only planned, as is what all its sources told ahead."""
    if event.kind is EventKind.DEADLINE or atlas.is_coming(event) or atlas.is_untold(event):
        return False
    date, reported = event.date.value, last_reported(atlas.dossier, event)
    return date is not None and not (reported and surely_before(reported, date))


def _as_reported(atlas: Atlas, event: Event, date: Date) -> Date:
    """The date of an event; of a month whose end its sources did not see, only until the last was issued."""
    reported = last_reported(atlas.dossier, event)
    if reported and is_vague(date) and date.start and reported.latest() < date.latest():
        return Interval(date.start, reported)
    return date


def _spans(date: Date) -> Iterator[tuple[PartialDate, PartialDate]]:
    """What a date covers: all between its ends if both are at least months, else the end that is."""
    known = [end for end in date.ends if end.month]
    if len(known) == len(date.ends) and not date.is_open:
        yield known[0], known[-1]
        return
    for end in known:
        yield end, end


def _later(one: PartialDate, other: PartialDate) -> PartialDate:
    return one if one.latest() >= other.latest() else other


def _days_between(before: PartialDate, after: PartialDate) -> datetime.timedelta:
    """How long nothing was covered between two dates; no time if they touch."""
    return max(after.earliest() - before.latest() - DAY, datetime.timedelta())


def _shortest_gap(pauses: Sequence[datetime.timedelta], whole: datetime.timedelta) -> datetime.timedelta:
    usual = median_low(pauses) if pauses else datetime.timedelta()
    return max(SHORTEST, TIMES_USUAL * usual, whole / PART_OF_ALL)


def _next(date: PartialDate) -> PartialDate:
    return _as_exact_as(date, date.latest() + DAY)


def _previous(date: PartialDate) -> PartialDate:
    return _as_exact_as(date, date.earliest() - DAY)


def _as_exact_as(beside: PartialDate, day: datetime.date) -> PartialDate:
    """A day, or its month, as exact as the date beside it."""
    exact = PartialDate(day.year, day.month, day.day if beside.day else None)
    return PartialDate(*exact.parts, approximate=beside.approximate and beside.day is not None)
