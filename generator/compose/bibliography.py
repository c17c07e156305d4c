"""The sources of an edition as items of a bibliography."""

from __future__ import annotations

from generator.model.bibliography import CslDate, CslItem
from generator.model.dates import Date
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
    if date is None or date.is_open:
        return None
    return CslDate(tuple(end.parts for end in date.ends), date.is_doubtful)
