"""Runs of capitalised words in the sources: names that the glossary does not have."""

from __future__ import annotations

import calendar
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from generator.language.capitals import Word, words
from generator.language.prose import Stretch, stretches_in
from generator.model.dates import MONTHS
from generator.model.dossier import Dossier, Source
from generator.model.identifiers import SourceId

_CALENDAR = frozenset(filter(None, (*MONTHS, *calendar.day_name)))
_TITLES = frozenset(
    (
        *("Ambassador", "Chairman", "Chairwoman", "Chancellor", "Commissioner", "Dr", "Governor", "Mayor"),
        *("Minister", "Mr", "Mrs", "Ms", "Premier", "President", "Prof", "Professor", "Representative"),
        *("Secretary", "Senator", "Spokesman", "Spokeswoman"),
    )
)
# After these, “of” goes on with the name: “Ministry of Water”, but not “Jane Roe of Acme”.
_HEADS = frozenset(
    (
        *("Academy", "Agency", "Association", "Bank", "Board", "Bureau", "Chamber", "Commission"),
        *("Committee", "Council", "Department", "Institute", "Kingdom", "Ministry", "Office", "Republic"),
        *("School", "Union", "University"),
    )
)


@dataclass(frozen=True, slots=True)
class Run:
    """A name at `[start, end)` of a paragraph of a source.

    `before` and `after` are the words next to it, empty if there are none; `is_titled` if a title such as
    Minister stands before it.
    """

    source: SourceId
    paragraph: Stretch
    start: int
    end: int
    before: str
    after: str
    is_titled: bool

    @property
    def name(self) -> str:
        """The words as printed."""
        return self.paragraph.printed[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The words of a paragraph of a source; of each, whether it is part of a known name, or of a term."""

    source: SourceId
    stretch: Stretch
    words: tuple[Word, ...]
    is_known: tuple[bool, ...]
    is_term: tuple[bool, ...]


def unknown_names(dossier: Dossier) -> Iterator[Run]:
    """The names in all sources that are in no entry, by source and place.

    A word that begins a sentence belongs to a name only if it is capitalised within a sentence somewhere;
    if only as part of a known name, it is none by itself.
    Left out: headings, days and months, and what only repeats words of known roles.
    """
    paragraphs = [
        paragraph for source in dossier.sources.values() for paragraph in _paragraphs(source, dossier)
    ]
    within = _capitalised_within(paragraphs)
    roles = _words_of_roles(dossier)
    for paragraph in paragraphs:
        for first, last in _runs(paragraph, within):
            forms = [word.form for word in paragraph.words[first : last + 1]]
            if first == last and within[forms[0]] and paragraph.words[first].initial:
                continue
            run = _run(paragraph, first, last)
            if run and not roles.issuperset(forms) and not all(paragraph.is_term[first : last + 1]):
                yield run


def _paragraphs(source: Source, dossier: Dossier) -> Iterator[_Paragraph]:
    names, terms = bytearray(len(source.body.text)), bytearray(len(source.body.text))
    for mention in source.mentions:
        # A term may be part of a name: of “Water Board” where the glossary has “water”.
        is_term = dossier.entries[mention.entry].pref_label.islower()
        (terms if is_term else names)[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    for stretch in stretches_in(source.body.text):
        if not stretch.is_heading:
            found = tuple(words(stretch))
            offsets = [stretch.in_text(word.start, word.end)[0] for word in found]
            known = (names[at] or word.form in _CALENDAR for word, at in zip(found, offsets, strict=True))
            yield _Paragraph(
                source.id, stretch, found, tuple(map(bool, known)), tuple(bool(terms[at]) for at in offsets)
            )


def _capitalised_within(paragraphs: Iterable[_Paragraph]) -> dict[str, bool]:
    """The words that are capitalised within a sentence; of each, whether only as part of known names."""
    found: dict[str, bool] = {}
    for paragraph in paragraphs:
        for word, is_known in zip(paragraph.words, paragraph.is_known, strict=True):
            if word.is_surely_name:
                found[word.form] = is_known and found.get(word.form, True)
    return found


def _words_of_roles(dossier: Dossier) -> frozenset[str]:
    titles = (role.title.text for person in dossier.people() for role in person.roles)
    return frozenset(word for title in titles for word in title.split())


def _runs(paragraph: _Paragraph, within: Container[str]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each run."""
    named = [
        word.is_capitalised and len(word.form) > 1 and not is_known and (word.form in within)
        for word, is_known in zip(paragraph.words, paragraph.is_known, strict=True)
    ]
    first: int | None = None
    last = -1
    for at, is_named in enumerate(named):
        if not is_named:
            continue
        if first is not None and not _goes_on(paragraph, last, at):
            yield first, last
            first = None
        first, last = at if first is None else first, at
    if first is not None:
        yield first, last


def _goes_on(paragraph: _Paragraph, last: int, at: int) -> bool:
    """Whether a capitalised word belongs to the name that ends with the word at `last`."""
    between = paragraph.stretch.plain[paragraph.words[last].end : paragraph.words[at].start]
    form = paragraph.words[last].form
    return (
        between in (" ", "-")
        or (form in _HEADS and between == " of ")
        or (form in _TITLES and between == ". ")
    )


def _run(paragraph: _Paragraph, first: int, last: int) -> Run | None:
    """The name without titles before it; None if it is nothing but titles."""
    titles = [at for at in range(first, last + 1) if paragraph.words[at].form in _TITLES]
    begin = titles[-1] + 1 if titles else first
    if begin > last:
        return None
    return Run(
        paragraph.source,
        paragraph.stretch,
        paragraph.words[begin].start,
        paragraph.words[last].end,
        before=paragraph.words[first - 1].form if first else "",
        after=paragraph.words[last + 1].form if last + 1 < len(paragraph.words) else "",
        is_titled=bool(titles),
    )
