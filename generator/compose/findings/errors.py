"""Errors in the sources, found by rules: misspelt names, organisations and titles outside their time."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.compose import voices
from generator.compose.atlas import Atlas
from generator.compose.findings.passages import evidence_at
from generator.compose.writer import PageWriter
from generator.model.entries import Organisation, Person, Role
from generator.model.evidence import Evidence, Mention, Voice
from generator.model.facts import Source
from generator.model.runs import Line
from generator.model.text import EntryId, SourceId
from generator.text.dates import is_out_of_time

MOST_PLACES = 3


class LateTitle(NamedTuple):
    """A title that a source gives to a person outside the time for which it was held."""

    person: Person
    role: Role
    evidence: Evidence


def misspelt(source: Source) -> dict[tuple[str, EntryId], list[Mention]]:
    """The misspelt names of a source, by form and entry, each with its mentions."""
    found: dict[tuple[str, EntryId], list[Mention]] = {}
    for mention in source.mentions:
        if mention.misspelt:
            found.setdefault((form_of(source, mention), mention.entry), []).append(mention)
    return found


def form_of(source: Source, mention: Mention) -> str:
    """A name as the source has it, on one line."""
    return " ".join(source.body.text[mention.start : mention.end].split())


def out_of_time(atlas: Atlas, source: Source) -> dict[EntryId, Mention]:
    """The organisations that a source names outside their time, each at its first mention."""
    issued = source.bibliography.issued
    found: dict[EntryId, Mention] = {}
    for mention in source.mentions:
        entry = atlas.dossier.entries[mention.entry]
        if isinstance(entry, Organisation) and not entry.may_have_existed(issued):
            found.setdefault(mention.entry, mention)
    return found


def late_titles(atlas: Atlas, person: Person) -> Iterator[LateTitle]:
    """The titles that sources give to a person outside their time, without saying so themselves."""
    for role in person.roles:
        for item in role.title.evidence:
            issued = atlas.dossier.sources[item.source].bibliography.issued
            if is_out_of_time(item.exact, role.held.value, issued):
                yield LateTitle(person, role, item)


@lru_cache(maxsize=1)
def late_titles_by_source(atlas: Atlas) -> dict[SourceId, list[LateTitle]]:
    """The titles outside their time, by the source that gives them."""
    found: dict[SourceId, list[LateTitle]] = {}
    for person in atlas.dossier.people():
        for late in late_titles(atlas, person):
            found.setdefault(late.evidence.source, []).append(late)
    return found


def error_lines(page: PageWriter, source: Source, late: list[LateTitle]) -> tuple[Line, ...]:
    """What rules find wrong in a source, a line each, with its proof; `late` are its late titles."""
    return (*_misspellings(page, source), *errors_of_fact(page, source, late))


def errors_of_fact(page: PageWriter, source: Source, late: list[LateTitle]) -> tuple[Line, ...]:
    """Those that are more than a misspelling."""
    return (*_anachronisms(page, source), *_late(page, source, late))


def count_of_fact(atlas: Atlas, source: Source, late: list[LateTitle]) -> int:
    """How many lines `errors_of_fact` writes."""
    return len(out_of_time(atlas, source)) + len(late)


def _misspellings(page: PageWriter, source: Source) -> Iterator[Line]:
    voice = source.bibliography.rights.voice
    for (form, name), mentions in misspelt(source).items():
        places = [evidence_at(source, mention.start, mention.end) for mention in mentions[:MOST_PLACES]]
        marks = page.marks(dict.fromkeys(places))
        runs = page.atlas.words.runs(
            "error.misspelt" if voice is Voice.ARTICLE else "error.misspelt-summed",
            n=len(mentions),
            form=voices.name(voice, form),
            name=page.atlas.link(name),
        )
        yield Line((*runs, *marks))


def _anachronisms(page: PageWriter, source: Source) -> Iterator[Line]:
    atlas, words = page.atlas, page.atlas.words
    issued = words.date(source.bibliography.issued)
    for name, mention in out_of_time(page.atlas, source).items():
        entry = page.atlas.dossier.entries[name]
        existed = entry.existed if isinstance(entry, Organisation) else None
        basis = entry.existed_basis if isinstance(entry, Organisation) else None
        span = atlas.when(existed, basis)
        runs = words.runs("error.out-of-time", name=atlas.link(name), existed=span, issued=issued)
        yield Line((*runs, *page.marks([evidence_at(source, mention.start, mention.end)])))


def _late(page: PageWriter, source: Source, late: list[LateTitle]) -> Iterator[Line]:
    words = page.atlas.words
    for person, role, evidence in late:
        voice = Voice.ARTICLE if voices.is_printed(role.title.text, [evidence]) else Voice.SUMMARY
        runs = words.runs(
            "error.late-title",
            person=page.atlas.link(person.id),
            title=voices.name(voice, role.title.text),
            held=words.date(role.held.value),
            issued=words.date(source.bibliography.issued),
        )
        yield Line((*runs, *page.marks([evidence])))
