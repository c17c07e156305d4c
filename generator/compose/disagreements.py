"""Where the sources disagree: found by rules from what the files state, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.atlas import DISAGREEMENTS, Atlas
from generator.compose.parts import differs, dot_plot, figures_table, source_link, sources_table
from generator.compose.sources import anachronisms, misspellings
from generator.compose.topics import Written, dispute_blocks
from generator.compose.writer import PageWriter, bullets, joined, plain
from generator.model.dates import spoken
from generator.model.dossier import Measurand, Person
from generator.model.edition import (
    Block,
    Heading,
    Line,
    Link,
    PageKind,
    Paragraph,
    Plain,
    Quiet,
    Row,
    Table,
    Target,
)


def disagreements_page(atlas: Atlas) -> Written:
    """Figures, claims, titles and errors on which the sources differ."""
    page = PageWriter(atlas, DISAGREEMENTS, PageKind.DISAGREEMENTS, "Where the sources disagree")
    page.section("figures", "Figures", _figures(page))
    page.section("claims", "Claims", _claims(page))
    page.section("roles", "Titles of people", _roles(page))
    page.section("errors", "Errors in the sources", _errors(page))
    page.section("sources", "Sources", [sources_table(page)])
    deck = "Different figures, claims and titles for the same thing, and what the sources get wrong."
    return page, page.page(deck)


def _figures(page: PageWriter) -> Iterator[Block]:
    for measurand in filter(differs, page.atlas.dossier.measurands.values()):
        yield Heading(measurand.id, plain(measurand.pref_label))
        yield dot_plot(page, measurand)
        table = figures_table(page, [measurand])
        if table:
            yield table
        yield from _look_alikes(page.atlas, measurand)


def _look_alikes(atlas: Atlas, measurand: Measurand) -> Iterator[Block]:
    others = [atlas.dossier.measurands[name] for name in measurand.distinct_from]
    if not others:
        return
    parts = [
        (Plain(f"{other.pref_label} ("), *_values(other), Plain(")")) for other in others if other.figures
    ]
    yield Paragraph(Line((Quiet("Not to be confused with: "), *joined(parts, "; ").runs)))


def _values(measurand: Measurand) -> tuple[Plain, ...]:
    shown = ", ".join(dict.fromkeys(figure.statement.text for figure in measurand.figures))
    return (Plain(shown),)


def _claims(page: PageWriter) -> Iterator[Block]:
    for topic, briefing in page.atlas.dossier.briefings.items():
        for dispute in briefing.disputes:
            yield from dispute_blocks(page, dispute)
            about = page.atlas.entry(topic)
            more = Link(
                page.atlas.dossier.entries[topic].pref_label, Target(about.page, f"dispute-{dispute.id}")
            )
            yield Paragraph(Line((Quiet("Briefing: "), more)))


def _roles(page: PageWriter) -> Iterator[Block]:
    for person in filter(has_several_titles, page.atlas.dossier.people()):
        yield Heading(f"roles-{person.id}", Line((page.atlas.link(person.id),)))
        rows = tuple(
            Row((page.line(role.title), plain(spoken(role.held) if role.held else "not stated")))
            for role in person.roles
        )
        yield Table(f"Titles printed for {person.pref_label}", ("Title", "Held"), rows)


def has_several_titles(person: Person) -> bool:
    """Whether different sources print different titles for a person, for times that may be the same."""
    cited = [{item.source for item in role.title.evidence} for role in person.roles]
    return any(
        first != second and _may_overlap(person, position, other)
        for position, first in enumerate(cited)
        for other, second in enumerate(cited[:position])
    )


def _may_overlap(person: Person, first: int, second: int) -> bool:
    one, two = person.roles[first].held, person.roles[second].held
    if one is None or two is None:
        return True
    return one.earliest() <= two.latest() and two.earliest() <= one.latest()


def _errors(page: PageWriter) -> Iterator[Block]:
    atlas = page.atlas
    for source in atlas.dossier.sources.values():
        found = bullets(
            (*misspellings(atlas, source), *anachronisms(atlas, source), *page.lines(source.problems))
        )
        if found:
            yield Heading(f"errors-{source.id}", Line((source_link(atlas, source),)))
            yield found
