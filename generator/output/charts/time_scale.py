"""A scale of time that gives room to what happened: quiet times are narrow, crowded days wide.

Between two days on which anything begins or ends, time runs evenly. How wide such a stretch is drawn follows
the logarithm of its days, so that a day and a decade both fit.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from generator.model.dates import Date, PartialDate

# How much wider a stretch is for each doubling of its days, and for each thing that begins with it.
_DOUBLING = 0.8
_CROWD = 0.6
_MOST_CROWD = 4
# A quiet stretch in units of the drawing, and the share of the whole that all of them may take.
_QUIET = 14.0
_QUIET_DOUBLING = 4.0
_MOST_QUIET = 0.35


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` until before `end`, counted from the beginning of the calendar."""

    first: int
    end: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days, and where each stands."""

    days: tuple[int, ...]
    places: tuple[float, ...]
    quiet: tuple[Stretch, ...]

    def at(self, day: float) -> float:
        """Where a day begins; one beyond the ends stands at the end."""
        if day <= self.days[0]:
            return self.places[0]
        if day >= self.days[-1]:
            return self.places[-1]
        here = bisect_right(self.days, day) - 1
        first, last = self.days[here], self.days[here + 1]
        share = (day - first) / (last - first)
        return round(self.places[here] + share * (self.places[here + 1] - self.places[here]), 1)

    def middle(self, stretch: Stretch) -> float:
        """The middle of a stretch as it is drawn."""
        return round((self.at(stretch.first) + self.at(stretch.end)) / 2, 1)


def stretch_of(date: Date, within: Stretch) -> Stretch:
    """The days that a date may mean; where it is open, as far as the others reach."""
    first, last = date.earliest(), date.latest()
    begins = within.first if first == datetime.date.min else first.toordinal()
    ends = within.end if last == datetime.date.max else last.toordinal() + 1
    return Stretch(min(begins, ends - 1), max(ends, begins + 1))


def reach_of(dates: Iterable[Date], as_of: PartialDate) -> Stretch:
    """From the first to the last day that any of the dates names, and the day of the edition."""
    ends = [end for date in (*dates, as_of) for end in date.ends]
    return Stretch(
        min(end.earliest() for end in ends).toordinal(), max(end.latest() for end in ends).toordinal() + 1
    )


def time_scale(
    stretches: Sequence[Stretch], marked: Iterable[Stretch], left: float, right: float
) -> TimeScale:
    """The scale on which all the stretches stand between two places.

    The `marked` only bound: they are days on which something else begins or ends.
    """
    covered = sorted(set(stretches), key=lambda each: (each.first, each.end))
    bounds = {day for each in (*covered, *marked) for day in (each.first, each.end)}
    days = tuple(day for day in sorted(bounds) if covered[0].first <= day <= max(c.end for c in covered))
    crowd = Counter(each.first for each in stretches)
    busy = [_is_covered(Stretch(*ends), covered) for ends in pairwise(days)]
    widths = [
        (1 + _DOUBLING * log2(last - first) + _CROWD * min(crowd[first], _MOST_CROWD))
        if is_busy
        else _QUIET + _QUIET_DOUBLING * log2(last - first)
        for (first, last), is_busy in zip(pairwise(days), busy, strict=True)
    ]
    places = list(_placed(widths, busy, left, right))
    quiet = tuple(Stretch(*ends) for ends, is_busy in zip(pairwise(days), busy, strict=True) if not is_busy)
    return TimeScale(days, tuple(places), quiet)


def _is_covered(stretch: Stretch, covered: Sequence[Stretch]) -> bool:
    return any(each.first <= stretch.first and stretch.end <= each.end for each in covered)


def _placed(widths: Sequence[float], busy: Sequence[bool], left: float, right: float) -> Iterator[float]:
    """Where each stretch begins and the last ends: the quiet ones first, the others share the rest."""
    whole = right - left
    quiet = sum(width for width, is_busy in zip(widths, busy, strict=True) if not is_busy)
    shared = sum(width for width, is_busy in zip(widths, busy, strict=True) if is_busy)
    less = min(1.0, _MOST_QUIET * whole / quiet) if quiet else 1.0
    each = (whole - quiet * less) / shared
    place = left
    yield round(place, 1)
    for width, is_busy in zip(widths, busy, strict=True):
        place += width * (each if is_busy else less)
        yield round(place, 1)
