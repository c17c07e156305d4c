"""Rules for names as sources print them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

from generator.language.spelling import near_misses
from generator.model.dates import MONTHS, spoken
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.dossier import Dossier, Organisation, Source
from generator.model.text import Span

NAME_WORD = re.compile(r"[^\W\d_]+")
SHORTEST_NAME = 5
CALENDAR_WORDS = frozenset(filter(None, (*MONTHS, *calendar.day_name)))


def organisations_are_named_in_their_time(dossier: Dossier) -> Iterator[Diagnostic]:
    """A source names an organisation that existed when the source was issued."""
    for source in dossier.sources.values():
        issued = source.bibliography.issued
        for name in dict.fromkeys(mention.entry for mention in source.mentions):
            organisation = dossier.entries[name]
            if isinstance(organisation, Organisation) and not organisation.may_have_existed(issued):
                first = next(mention for mention in source.mentions if mention.entry == name)
                yield Diagnostic(
                    "anachronism",
                    f"{organisation.pref_label} ({spoken(organisation.existed)}) is named in a source of"
                    f" {spoken(issued)}",
                    place_of(source, first.start, first.end),
                    severity=Severity.WARNING,
                    related=(Related(organisation.span, "the organisation, with its dates"),),
                    help="the site shows it under the source's known problems; nothing to mend if the"
                    " source really says so",
                )


def no_name_is_a_near_miss(dossier: Dossier) -> Iterator[Diagnostic]:
    """A capitalised word that is one letter off a person's name, and no known word, is a misspelling."""
    known = _name_words(dossier)
    words = {source.id: _words_of(source) for source in dossier.sources.values()}
    known_words = known | CALENDAR_WORDS | _small_words(words.values())
    for source in dossier.sources.values():
        if not any(word.lower() not in known_words for word in words[source.id] - known_words):
            continue
        mentioned = [(mention.start, mention.end) for mention in source.mentions]
        for word, start in _unknown_capitalised(source, mentioned, known_words):
            likely = near_misses(word, known)
            if likely:
                yield Diagnostic(
                    "name-near-miss",
                    f"“{word}” is one letter off the name “{likely[0]}”",
                    place_of(source, start, start + len(word)),
                    severity=Severity.WARNING,
                    help="if the source misspells the name, add the form to the entry's `misspellings`",
                )


def place_of(source: Source, start: int, end: int) -> Span:
    """The place in the source's file of a stretch of its text that lies on one line."""
    return source.body.place(start, end)


def _name_words(dossier: Dossier) -> frozenset[str]:
    forms = (form for person in dossier.people() for form in (person.pref_label, *person.alt_labels))
    words = (word for form in forms for word in NAME_WORD.findall(form))
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME and word[0].isupper())


def _words_of(source: Source) -> frozenset[str]:
    """The words of a source, each once, that are long enough for a name."""
    return frozenset(word for word in set(NAME_WORD.findall(source.body.text)) if len(word) >= SHORTEST_NAME)


def _small_words(words: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words that sources write small somewhere: no names."""
    return frozenset(word for word in frozenset().union(*words) if word.islower())


def _unknown_capitalised(
    source: Source, mentioned: list[tuple[int, int]], known: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """Each capitalised word that belongs to no mention and is not known, at its first place."""
    found = ((match.group(), match.start()) for match in NAME_WORD.finditer(source.body.text))
    seen: set[str] = set()
    position = 0
    for word, start in found:
        while position < len(mentioned) and mentioned[position][1] <= start:
            position += 1
        inside = position < len(mentioned) and mentioned[position][0] <= start
        if inside or len(word) < SHORTEST_NAME or not word[0].isupper() or word in seen or word in known:
            continue
        if word.lower() not in known:
            seen.add(word)
            yield word, start
