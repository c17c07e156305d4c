"""Where the sources disagree: found by rules from what the files state, each with its evidence."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from generator.compose.atlas import Atlas
from generator.compose.findings import differences as findings
from generator.compose.findings.errors import error_lines, late_titles, late_titles_by_source
from generator.compose.findings.figures import Wording, look_alikes, other_words
from generator.compose.findings.names import Form, printed_forms
from generator.compose.findings.passages import evidence_at
from generator.compose.pages.topics import Written, dispute_blocks
from generator.compose.parts import (
    differs,
    dot_plot,
    figure_told,
    source_link,
    source_of_words,
    sources_table,
)
from generator.compose.voices import in_a_line, name
from generator.compose.writer import PageWriter, bullets, capitalised, plain, separated
from generator.model.blocks import Block, Column, Columns, Heading, Paragraph, Row, Table
from generator.model.entries import Figure, Measurand, Person, Role
from generator.model.evidence import Evidence
from generator.model.facts import Dispute, Event, Source
from generator.model.keys import ParagraphKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Run, Status, Strong, Target
from generator.words import Words

MOST_TITLES = 4
MOST_MENTIONS = 4


def disagreements_page(atlas: Atlas) -> Written:
    """Figures, titles, names, dates and claims on which the sources differ, and their errors."""
    page = PageWriter(atlas, KINDS.disagreements)
    found = findings.differences(atlas)
    words = atlas.words
    page.section(None, None, [_summary(words, found)])
    for kind in findings.Kind:
        own = [difference for difference in found if difference.kind is kind]
        blocks = (block for each in own for block in _entry(page, each))
        page.section(kind, words(f"differences.{kind}"), blocks)
    page.section("sources", words("part.sources"), [sources_table(page)])
    count = sum(difference.count for difference in found if difference.kind is not findings.Kind.ERRORS)
    errors = sum(difference.count for difference in found if difference.kind is findings.Kind.ERRORS)
    deck = words(
        "differences.deck",
        points=words("differences.points", n=count),
        errors=words("differences.points", n=errors),
    )
    related = [Link(words("single-source.link"), Target(KINDS.single_source.path()))]
    return page, page.page(capitalised(deck), related=related)


def _summary(words: Words, found: Sequence[findings.Difference]) -> Table:
    rows = []
    for kind in findings.Kind:
        heading = words(f"differences.{kind}")
        own = [difference for difference in found if difference.kind is kind]
        count = sum(difference.count for difference in own)
        name: Run = Link(heading, Target(KINDS.disagreements.path(), kind)) if own else Plain(heading)
        noted = sum(len(each.subject.problems) for each in own if isinstance(each.subject, Source))
        shown = words("differences.found", n=count)
        if noted:
            shown = words("differences.found-and-noted", found=count, noted=noted)
        rows.append(Row((Line((name,)), plain(shown), _titles(words, kind, own))))
    header = words.each("column.kind", "column.how-many", "column.on-what")
    return Table(words("differences.caption"), header, tuple(rows), numeric=(1,))


def _titles(words: Words, kind: findings.Kind, own: Sequence[findings.Difference]) -> Line:
    runs: list[Run] = []
    separator = Plain(words("list.strong-separator"))
    for difference in own[:MOST_TITLES]:
        runs += [*([separator] if runs else []), Link(difference.title, difference.target())]
    if len(own) > MOST_TITLES:
        more = words("list.more", n=len(own) - MOST_TITLES)
        runs += [separator, Link(more, Target(KINDS.disagreements.path(), kind))]
    return Line(tuple(runs) or (Plain("–"),))


def _entry(page: PageWriter, difference: findings.Difference) -> Iterator[Block]:
    """One difference: what differs, the words on each side, and the pages that it concerns."""
    match difference.subject:
        case Dispute() as dispute:
            heading, *answers = dispute_blocks(page, dispute)
            yield from (heading, Paragraph(plain(difference.told)), *answers)
        case _:
            yield Heading(difference.anchor, plain(difference.title))
            if difference.told:
                yield Paragraph(plain(difference.told))
    match difference.subject:
        case Measurand() as measurand:
            yield from _figures(page, measurand)
        case Person() as person:
            yield (
                _titles_printed(page, person)
                if difference.kind is findings.Kind.ROLES
                else _names(page, person)
            )
        case Event() as event:
            yield from _days(page, event)
        case Source() as source:
            yield from _errors(page, source)
    yield from _concerned(page.atlas, difference)


def _figures(page: PageWriter, measurand: Measurand) -> Iterator[Block]:
    if differs(measurand):
        yield dot_plot(page, measurand)
        yield Columns(tuple(_value(page, measurand, figure) for figure in measurand.figures))
    for group in other_words(measurand):
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
    return Columns(tuple(Column(plain(str(each.counted)), (_words(page, each.evidence),)) for each in group))


def _asked(page: PageWriter, asked: Iterable[findings.Asked]) -> Iterator[Block]:
    """The questions that briefings ask about the same words."""
    for each in asked:
        yield from dispute_blocks(page, each.dispute)


def _words(page: PageWriter, evidence: Evidence, status: str = "") -> Line:
    """The words of a source with the source, and when it was issued; `status` is what is wrong."""
    source = page.atlas.dossier.sources[evidence.source]
    runs: list[Run] = [*in_a_line(page.atlas.words, evidence), *page.marks([evidence]), Plain(" ")]
    runs += [source_link(page.atlas, source), _behind(page.atlas.words), page.atlas.issued(source)]
    if status:
        runs += [Plain(" "), Status(status, "outside-this-time")]
    return Line(tuple(runs))


def _titles_printed(page: PageWriter, person: Person) -> Columns:
    late = frozenset(each.evidence for each in late_titles(page.atlas, person))
    return Columns(tuple(_title(page, role, late) for role in person.roles))


def _title(page: PageWriter, role: Role, late: Container[Evidence]) -> Column:
    words, heading = page.atlas.words, list[Run]([Strong(role.title.text)])
    if role.held.value:
        heading.append(_behind(words, words("title.held", held=role.held.value)))
    wrong = words("title.outside-its-time")
    lines = [_words(page, item, wrong if item in late else "") for item in role.title.evidence]
    return Column(Line(tuple(heading)), tuple(lines) or (page.line(role.title),))


def _names(page: PageWriter, person: Person) -> Columns:
    """The forms that differ, each beside the name as the glossary has it and its parts."""
    forms = printed_forms(page.atlas)[person.id]
    usual = [form for form in forms if form.differs is None]
    columns = [_form(page, usual, Line((Strong(person.pref_label),)))] if usual else []
    for form in forms:
        if form.differs:
            how = _behind(page.atlas.words, page.atlas.words.of(form.differs))
            columns.append(_form(page, [form], Line((name(form.voice, form.text), how))))
    return Columns(tuple(columns))


def _form(page: PageWriter, forms: Iterable[Form], heading: Line) -> Column:
    found = [(form, source, mentions) for form in forms for source, mentions in form.mentions]
    lines = []
    for form, source, mentions in found[:MOST_MENTIONS]:
        marks = page.marks([evidence_at(source, mentions[0].start, mentions[0].end)])
        voice = source.bibliography.rights.voice
        runs: list[Run] = [name(voice, form.text), *marks, Plain(" "), *source_of_words(page.atlas, source)]
        if len(mentions) > 1:
            times = page.atlas.words("name.times", n=len(mentions))
            runs.append(_behind(page.atlas.words, times))
        lines.append(Line(tuple(runs)))
    if len(found) > MOST_MENTIONS:
        lines.append(plain(page.atlas.words("name.more-places", n=len(found) - MOST_MENTIONS)))
    return Column(heading, tuple(lines))


def _days(page: PageWriter, event: Event) -> Iterator[Block]:
    words = page.atlas.words
    yield Columns(
        tuple(
            Column(Line((Strong(words.day_of_month(*day)),)), tuple(_words(page, item) for item in items))
            for day, items in sorted(findings.days_by_source(event).items())
        )
    )
    if basis := page.atlas.basis(event.date):
        told = Plain(f"{words.date(event.date.value)}. {basis}")
        yield Paragraph(Line((Quiet(f"{words('dispute.how-dated')} "), told)))
    yield from _asked(page, findings.about_date(page.atlas, event))


def _errors(page: PageWriter, source: Source) -> Iterator[Block]:
    late = late_titles_by_source(page.atlas).get(source.id, [])
    errors = error_lines(page, source, late)
    lead = [Quiet(f"{page.atlas.words('editors.note')} ")]
    notes = [page.line(problem, lead=lead) for problem in source.problems]
    found = bullets((*errors, *notes))
    if found:
        yield found


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
