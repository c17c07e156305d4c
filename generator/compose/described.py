"""What machines are told of a page: the things it describes, its sources, when it last changed, in brief."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Mapping

from generator.compose.atlas import Atlas, shortened
from generator.compose.bibliography import item
from generator.compose.pages import COMPOSITIONS
from generator.model.dates import Date, PartialDate
from generator.model.edition import Page
from generator.model.identifiers import SourceId
from generator.model.kinds import Kind, Subject
from generator.model.things import Thing
from generator.words import Words

SHORT, LONGEST = 70, 160
"""Search engines show up to about 160 characters; a description shorter than `SHORT` says too little."""


def described(atlas: Atlas, pages: Iterable[Page], rests_on: Mapping[str, Iterable[SourceId]]) -> list[Page]:
    """The pages with what machines are told of them; `rests_on` has the sources of each by its path."""
    dated = [_dated(atlas, page, rests_on.get(page.path, ())) for page in pages]
    newest: dict[Kind, PartialDate] = {}
    for page in dated:
        if page.modified:
            newest[page.kind] = _newest((page.modified, newest.get(page.kind))) or page.modified
    return [
        dataclasses.replace(
            page,
            modified=page.modified or _of_its_list(page, newest),
            about=_things(atlas, page),
            description=description(atlas, page),
        )
        for page in dated
    ]


def _dated(atlas: Atlas, page: Page, rests_on: Iterable[SourceId]) -> Page:
    names = set(rests_on)
    if page.kind.names.subject is Subject.SOURCE:
        names.add(SourceId(page.kind.id_of(page.path)))
    sources = [atlas.dossier.sources[name] for name in sorted(names)]
    modified = _newest(_end(source.bibliography.issued) for source in sources)
    if page.kind.is_current:
        modified = atlas.dossier.as_of
    return dataclasses.replace(page, sources=tuple(map(item, sources)), modified=modified)


def _of_its_list(page: Page, newest: Mapping[Kind, PartialDate]) -> PartialDate | None:
    """An index is as new as the newest page it lists."""
    listed = page.kind.menu.lists
    return newest.get(listed) if listed else None


def _newest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date is not None]
    return max(known, key=_newness, default=None)


def _newness(date: PartialDate) -> tuple[datetime.date, datetime.date, bool, bool]:
    """A sort key: by last possible day; of those that share it the finest, and of these the surest."""
    return (date.latest(), date.earliest(), not date.is_doubtful, not date.uncertain)


def _end(date: Date | None) -> PartialDate | None:
    return date.ends[-1] if date else None


def _things(atlas: Atlas, page: Page) -> tuple[Thing, ...]:
    """What a page describes: one thing, or on a page that collects them all of them."""
    return tuple(COMPOSITIONS[page.kind].describes(atlas, page.kind.id_of(page.path)))


def description(atlas: Atlas, page: Page) -> str:
    """What a search engine shows under the title: what the page has, in one or two sentences."""
    said = page.description
    if len(said) >= SHORT:
        return said
    more = COMPOSITIONS[page.kind].tells_more(atlas, page.kind.id_of(page.path))
    return _cut(f"{_sentence(atlas.words, said)} {_sentence(atlas.words, more or atlas.dossier.site_name)}")


def _sentence(words: Words, text: str) -> str:
    return text if re.search(r"[.!?…]\W?\Z", text) else words("text.sentence", text=text)


def _cut(text: str) -> str:
    return shortened(text, LONGEST)
