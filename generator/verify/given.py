"""Which dates cited sentences give, and how: printed whole, without a year, or by the day of the source."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.dates import Date, DateBasis, Interval, PartialDate
from generator.model.evidence import Evidence
from generator.model.proved import Derivation, Derived
from generator.model.sources import SourceFile
from generator.model.text import SourceId
from generator.text.dates import dates_in

Given = tuple[tuple[Evidence, ...], Derived | None]
Sources = Mapping[SourceId, SourceFile]

_HOW = {DateBasis.YEAR_DERIVED: Derivation.YEAR, DateBasis.RELATIVE: Derivation.RELATIVE}
_SUREST = tuple(DateBasis)


class _Read(NamedTuple):
    """A date that the words of a piece of evidence mean, and on what that rests."""

    date: Date
    basis: DateBasis
    evidence: Evidence


def dates_given(date: Date, evidence: Sequence[Evidence], sources: Sources) -> Given | None:
    """The evidence whose sentences give a date, of an interval both ends, and how; None if none does."""
    read = [each for item in evidence for each in _dates(item, item.sentence, sources)]
    whole = _surest(each for each in read if each.date == date)
    if whole:
        return (whole.evidence,), _derived([whole])
    ends = [_surest(each for each in read if _gives(each.date, end)) for end in date.ends]
    found = [each for each in ends if each]
    if len(found) < len(ends):
        return None
    return tuple(dict.fromkeys(each.evidence for each in found)), _derived(found)


def only_date(evidence: Sequence[Evidence], sources: Sources) -> tuple[Date, Given] | None:
    """The one date that the quoted words themselves mean, none after the day of its source."""
    read = [each for item in evidence for each in _dates(item, item.exact, sources)]
    if len({each.date for each in read}) != 1:
        return None
    issued = sources[read[0].evidence.source].bibliography.issued
    if issued and read[0].date.earliest() > issued.latest():
        return None
    best = _surest(read)
    return (best.date, ((best.evidence,), _derived([best]))) if best else None


def _dates(item: Evidence, words: str, sources: Sources) -> Iterator[_Read]:
    about = sources[item.source].bibliography
    for found in dates_in(words, about.language, about.issued):
        if found.date:
            yield _Read(found.date, found.basis, item)


def _gives(found: Date, end: PartialDate) -> bool:
    """Whether a date is at least as precise as the end of another, and no less sure."""
    each = found.ends if isinstance(found, Interval) else (found,)
    return any(
        one.parts[: len(end.parts)] == end.parts and (end.is_doubtful or not one.is_doubtful) for one in each
    )


def _surest(read: Iterator[_Read] | Sequence[_Read]) -> _Read | None:
    return min(read, key=lambda each: _SUREST.index(each.basis), default=None)


def _derived(read: Sequence[_Read]) -> Derived | None:
    """How the least sure of the dates follows; None if all are printed."""
    least = max(read, key=lambda each: _SUREST.index(each.basis))
    how = _HOW.get(least.basis)
    return Derived(how, least.evidence.source) if how else None
