"""The ledgers: all figures with who gives them, and all commitments with how they stand."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.compose import parts
from generator.compose.atlas import Atlas
from generator.compose.findings.figures import is_disputed, look_alikes, measurand_table, sources_of, told_of
from generator.compose.pages.topics import Written
from generator.compose.writer import PageWriter, capitalised, plain, separated
from generator.model.blocks import Block, Heading, Paragraph, Row, Table
from generator.model.entries import Measurand
from generator.model.facts import Commitment, CommitmentStatus, Round
from generator.model.keys import ParagraphKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Run, Target

SOON = datetime.timedelta(days=90)
UNSETTLED = frozenset({CommitmentStatus.OPEN, CommitmentStatus.UNKNOWN})

Made = tuple[Round, Commitment]


def figures_page(atlas: Atlas) -> Written:
    """Every figure, by what it measures: first where the sources differ, then where they agree."""
    page = PageWriter(atlas, KINDS.figures)
    measurands = sorted(atlas.dossier.measurands.values(), key=lambda each: each.pref_label.casefold())
    differing = [each for each in measurands if is_disputed(each)]
    agreeing = [each for each in measurands if each not in differing and len(sources_of(each)) > 1]
    single = [each for each in measurands if each not in differing and each not in agreeing]
    words = atlas.words
    for anchor, group in (("differ", differing), ("agree", agreeing), ("single", single)):
        blocks = (block for each in group for block in _measurand(page, each))
        page.section(anchor, words(f"figures.{anchor}"), blocks)
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    deck = words(
        "figures.deck",
        figures=words("count.figures", n=sum(len(each.figures) for each in measurands)),
        things=words("figures.things", n=len(measurands)),
        differing=words("figures.differing", n=len(differing)),
    )
    return page, page.page(capitalised(deck))


def _measurand(page: PageWriter, measurand: Measurand) -> Iterator[Block]:
    anchor = f"figure-{measurand.id}"
    yield Heading(anchor, plain(measurand.pref_label))
    words = page.atlas.words
    runs: list[Run] = [Plain(told_of(page.atlas, measurand))]
    if is_disputed(measurand):
        runs += [
            Plain(" "),
            Link(words("figures.how-they-differ"), Target(KINDS.disagreements.path(), anchor)),
        ]
    yield Paragraph(Line(tuple(runs)))
    if parts.differs(measurand):
        yield parts.dot_plot(page, measurand)
    table = measurand_table(page, measurand)
    if table:
        yield replace(table, filterable=True)
    yield from look_alikes(page, measurand)
    if measurand.about:
        about = separated(page.atlas.words, ((page.atlas.link(name),) for name in measurand.about))
        line = Line((Quiet(f"{words('figures.about')} "), *about.runs))
        yield Paragraph(line, ParagraphKey.SIGNPOST)


def commitments_page(atlas: Atlas) -> Written:
    """Every commitment of every round, by how it stands on the day of the edition."""
    page = PageWriter(atlas, KINDS.commitments)
    made = [(talks, each) for talks in atlas.dossier.rounds() for each in talks.commitments]
    as_of = atlas.dossier.as_of.latest()
    words, day = atlas.words, atlas.dossier.as_of
    overdue = _by_due(item for item in made if is_overdue(item[1], as_of))
    soon = _by_due(item for item in made if is_due_soon(item[1], as_of))
    settled = [item for item in made if item[1].status.value not in UNSETTLED]
    still = _by_due(item for item in made if item not in (*overdue, *soon, *settled))
    for anchor, caption, group in (
        ("overdue", words("commitments.caption-overdue", day=day), overdue),
        ("soon", words("commitments.caption-soon", day=day, days=SOON.days), soon),
        ("open", words("commitments.caption-open"), still),
        ("settled", words("commitments.caption-settled"), settled),
    ):
        page.section(anchor, words(f"commitments.{anchor}"), [_table(page, caption, group)])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    told = words(
        "commitments.deck",
        commitments=words("count.commitments", n=len(made)),
        day=day,
        overdue=words("commitments.count-overdue", n=len(overdue)),
        soon=words("commitments.count-soon", n=len(soon)),
    )
    deck = capitalised(told)
    return page, page.page(deck, description=words("commitments.description", deck=deck))


def is_overdue(commitment: Commitment, as_of: datetime.date) -> bool:
    """Whether it was due before that day, and is not known to be met or settled otherwise."""
    return (
        commitment.status.value in UNSETTLED
        and commitment.due.value is not None
        and commitment.due.value.latest() < as_of
    )


def is_due_soon(commitment: Commitment, as_of: datetime.date) -> bool:
    """Whether it is due on that day or in the 90 days after it."""
    if commitment.status.value not in UNSETTLED or commitment.due.value is None:
        return False
    return datetime.timedelta() <= commitment.due.value.latest() - as_of <= SOON


def _by_due(made: Iterable[Made]) -> list[Made]:
    return sorted(
        made, key=lambda item: item[1].due.value.latest() if item[1].due.value else datetime.date.max
    )


def _table(page: PageWriter, caption: str, made: Sequence[Made]) -> Table | None:
    rows = tuple(_row(page, talks, commitment) for talks, commitment in made)
    header = page.atlas.words.each(
        "column.due", "column.status", "column.by-and-to", "column.what", "column.made-at"
    )
    return Table(caption, header, rows, filterable=True) if rows else None


def _row(page: PageWriter, talks: Round, commitment: Commitment) -> Row:
    cells = (
        parts.due_line(page, commitment),
        parts.status_line(page, commitment),
        parts.by_and_to(page, commitment),
        page.line(commitment.statement, tail=parts.condition(page.atlas, commitment)),
        Line((page.atlas.event_link(talks.id),)),
    )
    return Row(cells, f"{talks.id}.{commitment.id}", parts.commitment_facets(page.atlas, talks, commitment))
