"""On what the sources differ: found by rules alone, each with the pages that it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.compose.atlas import DISAGREEMENTS, Atlas
from generator.compose.errors import error_count, late_titles, late_titles_by_source, overlap
from generator.compose.figures import (
    in_words,
    number_of,
    other_words,
    sources_of,
    values_told,
    wordings_told,
)
from generator.compose.names import MISSPELT, forms_differ, forms_of
from generator.compose.parts import differs
from generator.compose.timelines import concerns
from generator.language.printed_dates import days_in
from generator.model.dates import MONTHS, Interval, PartialDate, spoken
from generator.model.dossier import Dispute, Event, Measurand, Person, Round, Source
from generator.model.edition import Line, Link, Plain, Quiet, Run, Target
from generator.model.evidence import Evidence, Statement
from generator.model.identifiers import EntryId, SourceId

MOST_LINKS = 6


class Kind(StrEnum):
    """What a difference is about; the anchor of its section, in the order of the page."""

    FIGURES = "figures"
    ROLES = "roles"
    NAMES = "names"
    DATES = "dates"
    CLAIMS = "claims"
    ERRORS = "errors"


Subject = Measurand | Person | Event | Dispute | Source


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which sources differ, or what one of them gets wrong.

    `told` says in plain words what differs; `pages` are the paths of the pages that it concerns; `count`
    is how many differences it holds.
    """

    kind: Kind
    anchor: str
    title: str
    told: str
    subject: Subject
    pages: frozenset[str]
    count: int = 1

    @property
    def target(self) -> Target:
        """Where it is told in full."""
        return Target(DISAGREEMENTS, self.anchor)


@lru_cache(maxsize=1)
def differences(atlas: Atlas) -> tuple[Difference, ...]:
    """All differences, in the order of the page on which they stand."""
    return (
        *_figures(atlas),
        *_roles(atlas),
        *_names(atlas),
        *_dates(atlas),
        *_claims(atlas),
        *_errors(atlas),
    )


@lru_cache(maxsize=1)
def _by_page(atlas: Atlas) -> dict[str, list[Difference]]:
    found: dict[str, list[Difference]] = {}
    for difference in differences(atlas):
        for path in difference.pages:
            found.setdefault(path, []).append(difference)
    return found


def differences_on(atlas: Atlas, path: str) -> tuple[Line, ...]:
    """Links to the differences that concern a page, on one line; empty if there are none."""
    found = _by_page(atlas).get(path, [])
    runs: list[Run] = []
    for difference in found[:MOST_LINKS]:
        runs += [*([Plain("; ")] if runs else []), Link(difference.title, difference.target)]
    if len(found) > MOST_LINKS:
        runs += [Quiet(" and "), Link(f"{len(found) - MOST_LINKS} more", Target(DISAGREEMENTS))]
    return (Line(tuple(runs)),) if runs else ()


def _figures(atlas: Atlas) -> Iterator[Difference]:
    for measurand in atlas.dossier.measurands.values():
        told = [values_told(measurand)] if differs(measurand) else []
        told += [wordings_told(group) for group in other_words(measurand)]
        if told:
            actors = {figure.attributed_to for figure in measurand.figures if figure.attributed_to}
            pages = {
                *_source_pages(atlas, sources_of(measurand)),
                *_topic_pages(atlas, frozenset(measurand.about)),
                *_person_pages(atlas, actors),
            }
            anchor = f"figure-{measurand.id}"
            yield Difference(
                Kind.FIGURES, anchor, measurand.pref_label, " ".join(told), measurand, frozenset(pages)
            )


def _roles(atlas: Atlas) -> Iterator[Difference]:
    for person in atlas.dossier.people():
        late = list(late_titles(atlas, person))
        told = [_titles_told(atlas, person)] if has_several_titles(person) else []
        told += [_late_told(atlas, item.evidence, item.role.title.text, item.role.held) for item in late]
        if told:
            evidence = [item for role in person.roles for item in role.title.evidence]
            rounds = [talks for talks in atlas.dossier.rounds() if _sits_in(person, talks)]
            pages = {
                f"people/{person.id}",
                *_pages_of(atlas, evidence),
                *(atlas.event(talks.id).page for talks in rounds),
            }
            title = f"{person.pref_label}: title"
            yield Difference(
                Kind.ROLES, f"roles-{person.id}", title, " ".join(told), person, frozenset(pages)
            )


def has_several_titles(person: Person) -> bool:
    """Whether different sources print different titles for a person, for times that may be the same.

    Titles of the same words in another order are not different.
    """
    cited = [
        (_title_words(role.title.text), {item.source for item in role.title.evidence}, role.held)
        for role in person.roles
    ]
    return any(
        words != other_words and sources != other_sources and (held is None or other_held is None or overlap(held, other_held))
        for position, (words, sources, held) in enumerate(cited)
        for other_words, other_sources, other_held in cited[:position]
    )


def _title_words(title: str) -> list[str]:
    return sorted(set(title.casefold().replace(",", " ").split()) - {"of", "the", "for"})


def _titles_told(atlas: Atlas, person: Person) -> str:
    titles = dict.fromkeys(role.title.text for role in person.roles)
    sources = {item.source for role in person.roles for item in role.title.evidence}
    return f"{number_of(len(titles), 'title')} for the same person{_when_issued(atlas, sources)}."


def _when_issued(atlas: Atlas, sources: Iterable[SourceId]) -> str:
    """The months in which the sources were issued, as far as they are known."""
    dates = [date for name in sources if (date := atlas.dossier.sources[name].bibliography.issued)]
    if not dates:
        return ""
    first, last = min(date.earliest() for date in dates), max(date.latest() for date in dates)
    start, end = PartialDate(first.year, first.month), PartialDate(last.year, last.month)
    return f" in {spoken(start)}" if start == end else f" from {spoken(start)} to {spoken(end)}"


def _late_told(atlas: Atlas, evidence: Evidence, title: str, held: object) -> str:
    issued = spoken(atlas.dossier.sources[evidence.source].bibliography.issued)
    return f"A source of {issued} prints the title “{title}”, held {spoken(held)}."  # type: ignore[arg-type]


def _sits_in(person: Person, talks: Round) -> bool:
    return any(member.person == person.id for group in talks.delegations for member in group.members)


def _names(atlas: Atlas) -> Iterator[Difference]:
    sources = tuple(atlas.dossier.sources.values())
    for person in atlas.dossier.people():
        forms = forms_of(person, sources)
        if forms_differ(forms):
            other = [form for form in forms if form.differs]
            told = in_words([f"“{form.text}” ({form.differs})" for form in other])
            also = " " if any(form.differs != MISSPELT for form in other) else " wrong "
            pages = {
                f"people/{person.id}",
                *(f"sources/{source.id}" for form in other for source, _ in form.places),
            }
            yield Difference(
                Kind.NAMES,
                f"names-{person.id}",
                f"{person.pref_label}: name",
                f"Printed in{also}another form: {told}.".replace("another form", "another form"),
                person,
                frozenset(pages),
            )
