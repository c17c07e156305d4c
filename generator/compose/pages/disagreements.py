"""Where the sources disagree: found by rules from what the files state, each with its evidence."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.compose.atlas import Atlas
from generator.compose.findings import differences as findings
from generator.compose.findings.errors import errors_of_fact, late_titles_by_source
from generator.compose.findings.figures import Wording, look_alikes, other_words
from generator.compose.pages.topics import Written, dispute_blocks
from generator.compose.parts import (
    differs,
    dot_plot,
    figure_told,
    source_link,
    sources_table,
)
from generator.compose.voices import in_a_line
from generator.compose.writer import PageWriter, bullets, capitalised, plain, separated
from generator.model.blocks import Block, Column, Columns, Heading, Paragraph
from generator.model.entries import Figure, Measurand
from generator.model.evidence import Evidence
from generator.model.facts import Dispute, Event, Source
from generator.model.keys import ParagraphKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Run, Strong, Target
from generator.words import Words


def disagreements_page(atlas: Atlas) -> Written:
    """Questions to which the sources give different answers, figures and days; apart, their errors."""
    page = PageWriter(atlas, KINDS.disagreements)
    found = findings.differences(atlas)
    words = atlas.words
    for kind in findings.Differences:
        own = [difference for difference in found if difference.kind is kind]
        blocks = _notes(atlas) if kind is findings.Differences.ERRORS else []
        blocks += [block for each in own for block in _entry(page, each)]
        folds = ((each.anchor, _answered(atlas, each)) for each in own)
        page.section(kind, words(f"differences.{kind}"), blocks, folds=folds)
    page.section("sources", words("part.sources"), [sources_table(page)])
    errors = [difference for difference in found if difference.kind is findings.Differences.ERRORS]
    count = sum(difference.count for difference in found if difference not in errors)
    deck = words("differences.deck", points=words("differences.points", n=count))
    if errors or _notes(atlas):
        deck = words("differences.deck-with-errors", deck=deck)
    related = [Link(words("single-source.link"), Target(KINDS.single_source.path()))]
    return page, page.page(capitalised(deck), related=related)


def _answered(atlas: Atlas, difference: findings.Difference) -> str:
    """What is folded below a difference: the answers of which sources, or what an error is about."""
    match difference.subject:
        case Dispute() as dispute:
            evidence = [item for each in dispute.positions for item in each.evidence]
        case Measurand() as measurand:
            evidence = [item for each in measurand.figures for item in each.statement.evidence]
        case Event() as event:
            evidence = [item for each in findings.days_by_source(atlas, event).values() for item in each]
        case Source():
            return difference.told
    named = dict.fromkeys(atlas.dossier.sources[item.source].bibliography.name for item in evidence)
    return atlas.words("differences.answers", sources=atlas.words("list.separator").join(named))


def _entry(page: PageWriter, difference: findings.Difference) -> Iterator[Block]:
    """One difference: what differs, the words on each side, and the pages that it concerns."""
    match difference.subject:
        case Dispute() as dispute:
            yield from dispute_blocks(page, dispute)
        case Source():
            yield Heading(difference.anchor, plain(difference.title))
        case _:
            yield Heading(difference.anchor, plain(difference.title))
            yield Paragraph(plain(difference.told))
    match difference.subject:
        case Measurand() as measurand:
            yield from _figures(page, measurand)
        case Event() as event:
            yield from _days(page, event)
        case Source() as source:
            late = late_titles_by_source(page.atlas).get(source.id, [])
            yield bullets(errors_of_fact(page, source, late)) or Paragraph(plain(difference.told))
    yield from _concerned(page.atlas, difference)


def _figures(page: PageWriter, measurand: Measurand) -> Iterator[Block]:
    if differs(measurand):
        yield dot_plot(page, measurand)
        yield Columns(tuple(_value(page, measurand, figure) for figure in measurand.figures))
    for group in other_words(page.atlas, measurand):
        yield _wordings(page, group)
    yield from look_alikes(page, measurand)
    yield from _asked(page, findings.about_figures(page.atlas, measurand))


def _value(page: PageWriter, measurand: Measurand, figure: Figure) -> Column:
    """One value with who says so, and in which words."""
    atlas, words = page.atlas, page.atlas.words
    heading: list[Run] = [Strong(figure_told(words, measurand, figure))]
    if figure.as_of.value:
        heading.append(_behind(words, words.date(figure.as_of.value)))
    if figure.attributed_to.value:
        who = words.runs("figure.according-to", who=atlas.link(figure.attributed_to.value))
        heading += [*(Quiet(run.text) if isinstance(run, Plain) else run for run in who)]
    lines = tuple(_words(page, item) for item in figure.statement.evidence)
    return Column(Line(tuple(heading)), lines or (page.line(figure.statement),))


def _behind(words: Words, text: str = "") -> Quiet:
    """What is said behind a name or a value, after a comma."""
    return Quiet(f"{words('list.separator')}{text}")


def _wordings(page: PageWriter, group: Iterable[Wording]) -> Columns:
    return Columns(tuple(Column(plain(each.shown), (_words(page, each.evidence),)) for each in group))


def _asked(page: PageWriter, asked: Iterable[findings.Asked]) -> Iterator[Block]:
    """The questions that briefings ask about the same words."""
    for each in asked:
        yield from dispute_blocks(page, each.dispute)


def _words(page: PageWriter, evidence: Evidence) -> Line:
    """The words of a source with the source, and when it was issued."""
    source = page.atlas.dossier.sources[evidence.source]
    runs: list[Run] = [*in_a_line(page.atlas.words, evidence), *page.marks([evidence]), Plain(" ")]
    runs += [source_link(page.atlas, source), _behind(page.atlas.words), page.atlas.issued(source)]
    return Line(tuple(runs))


def _days(page: PageWriter, event: Event) -> Iterator[Block]:
    words = page.atlas.words
    yield Columns(
        tuple(
            Column(Line((Strong(words.day_of_month(*day)),)), tuple(_words(page, item) for item in items))
            for day, items in sorted(findings.days_by_source(page.atlas, event).items())
        )
    )
    if basis := page.atlas.basis(event.date):
        told = Plain(f"{words.date(event.date.value)}. {basis}")
        yield Paragraph(Line((Quiet(f"{words('dispute.how-dated')} "), told)))
    yield from _asked(page, findings.about_date(page.atlas, event))


def _notes(atlas: Atlas) -> list[Block]:
    """The way to what editors note of each source, which its own page tells."""
    noted = [source for source in atlas.dossier.sources.values() if source.problems]
    if not noted:
        return []
    links = separated(atlas.words, ((source_link(atlas, source),) for source in noted))
    return [Paragraph(atlas.words.line("differences.notes", sources=links), ParagraphKey.SIGNPOST)]


@lru_cache(maxsize=1)
def _page_titles(atlas: Atlas) -> dict[str, str]:
    """The titles of the pages on topics, people and rounds, by path."""
    dossier = atlas.dossier
    return {
        **{atlas.entry(topic.id).page: capitalised(topic.pref_label) for topic in dossier.topics()},
        **{atlas.entry(person.id).page: person.pref_label for person in dossier.people()},
        **{atlas.event(talks.id).page: talks.title for talks in dossier.rounds()},
        KINDS.timeline.path(): atlas.words("kind.timeline.title"),
    }


def _concerned(atlas: Atlas, difference: findings.Difference) -> Iterator[Block]:
    """Links to the pages that a difference concerns, apart from its sources, which its notes name."""
    titles = _page_titles(atlas)
    links = [Link(title, Target(path)) for path, title in titles.items() if path in difference.pages]
    if links:
        lead = Quiet(f"{atlas.words('differences.concerns')} ")
        concerned = Line((lead, *separated(atlas.words, ((link,) for link in links)).runs))
        yield Paragraph(concerned, ParagraphKey.SIGNPOST)
