"""The sources of an edition as items of a bibliography."""

from __future__ import annotations

from generator.model.bibliography import CslDate, CslItem
from generator.model.dates import Date, Interval, PartialDate
from generator.model.dossier import Dossier, Source


def bibliography(dossier: Dossier) -> tuple[CslItem, ...]:
    """An item for each source, by id."""
    return tuple(item(dossier.sources[name]) for name in sorted(dossier.sources))


def item(source: Source) -> CslItem:
    """A source as an item."""
    about = source.bibliography
    return CslItem(
        id=source.id,
        type="article",
        title=about.title,
        author=about.author,
        publisher=about.publisher,
        container_title=about.container_title,
        issued=_date(about.issued),
        accessed=_date(about.accessed),
        url=about.url,
        archive_location=about.archive_url,
        language=about.language,
        note=about.issued_basis,
    )


def _date(date: Date | None) -> CslDate | None:
    """The date in CSL's parts; None if nothing is known or an end is open, which CSL cannot say."""
    if date is None:
        return None
    ends = (date.start, date.end) if isinstance(date, Interval) else (date,)
    known = tuple(end for end in ends if end is not None)
    if len(known) < len(ends):
        return None
    return CslDate(tuple(map(_parts, known)), any(end.approximate or end.uncertain for end in known))


def _parts(date: PartialDate) -> tuple[int, ...]:
    return tuple(part for part in (date.year, date.month, date.day) if part is not None)
