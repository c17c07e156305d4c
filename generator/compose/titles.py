"""Titles of people on which sources differ, told in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from generator.compose.atlas import Atlas
from generator.compose.errors import LateTitle
from generator.compose.writer import capitalised
from generator.model.dates import PartialDate, may_coincide
from generator.model.entries import Person, Role
from generator.model.identifiers import SourceId

_NO_TITLE_WORDS = frozenset({"of", "the", "for"})


def has_several_titles(person: Person) -> bool:
    """Whether different sources print different titles for a person, for times that may be the same."""
    return any(_differ(*pair) for pair in combinations(person.roles, 2))


def _differ(first: Role, second: Role) -> bool:
    """Titles of the same words in another order are not different."""
    if _words(first.title.text) == _words(second.title.text) or _sources(first) == _sources(second):
        return False
    return first.held is None or second.held is None or may_coincide(first.held, second.held)


def _words(title: str) -> frozenset[str]:
    return frozenset(title.casefold().replace(",", " ").split()) - _NO_TITLE_WORDS


def _sources(role: Role) -> frozenset[SourceId]:
    return frozenset(item.source for item in role.title.evidence)


def titles_told(atlas: Atlas, person: Person) -> str:
    """That sources print several titles for a person, and when."""
    titles = list(dict.fromkeys(role.title.text for role in person.roles))
    sources = {name for role in person.roles for name in _sources(role)}
    words, count = atlas.words, len(titles)
    many, listed = words.spelled(count), words.listed(words("text.quoted", text=title) for title in titles)
    months = _months_of(atlas, sources)
    if months is None:
        told = words("titles.told", n=count, many=many, titles=listed)
    elif months[0] == months[1]:
        told = words("titles.told-in", n=count, many=many, titles=listed, month=months[0])
    else:
        told = words(
            "titles.told-from-to", n=count, many=many, titles=listed, first=months[0], last=months[1]
        )
    return capitalised(told)


def _months_of(atlas: Atlas, sources: Iterable[SourceId]) -> tuple[PartialDate, PartialDate] | None:
    """The first and the last month in which the sources were issued, as far as that is known."""
    dates = [date for name in sources if (date := atlas.dossier.sources[name].bibliography.issued)]
    if not dates:
        return None
    first, last = min(date.earliest() for date in dates), max(date.latest() for date in dates)
    return PartialDate(first.year, first.month), PartialDate(last.year, last.month)


def late_told(atlas: Atlas, late: LateTitle) -> str:
    """That a source prints a title outside its time."""
    words = atlas.words
    return words(
        "titles.late",
        issued=words.date(atlas.dossier.sources[late.evidence.source].bibliography.issued),
        title=late.role.title.text,
        held=words.date(late.role.held),
    )
