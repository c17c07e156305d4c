"""Parts that several kinds of page share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.compose.atlas import Atlas, shortened
from generator.compose.writer import PageWriter, bullets, separated, status
from generator.model.blocks import Block, Column, Dot, DotPlot, KeyFigure, KeyFigures, Row, Table
from generator.model.dossier import Commitment, Round, Source
from generator.model.entries import EntryKind, Figure, Measurand
from generator.model.evidence import Statement
from generator.model.identifiers import EntryId
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Run, Strong, Target, When

EXPLAINED = (EntryKind.CONCEPT, EntryKind.MEASURE)


def mentions_any(statement: Statement, scope: frozenset[EntryId]) -> bool:
    """Whether the text names something in scope."""
    return any(mention.entry in scope for mention in statement.mentions)


def commitments_table(page: PageWriter, made: Iterable[tuple[Round, Commitment]]) -> Table | None:
    """Commitments, a row each; None if there are none."""
    rows = tuple(_commitment_row(page, talks, commitment) for talks, commitment in made)
    if not rows:
        return None
    words = page.atlas.words
    header = words.each("column.who", "column.undertakes", "column.due", "column.status", "column.made-at")
    return Table(words("commitments.caption"), header, rows)


def _commitment_row(page: PageWriter, talks: Round, commitment: Commitment) -> Row:
    return Row(
        (
            by_and_to(page.atlas, commitment),
            page.line(commitment.statement, tail=condition(page.atlas, commitment)),
            Line((due(page.atlas, commitment),)),
            Line((status(page.atlas.words, commitment.status),)),
            Line((page.atlas.event_link(talks.id),)),
        )
    )


def by_and_to(atlas: Atlas, commitment: Commitment) -> Line:
    """Who undertakes something, and to whom."""
    by = separated(atlas.words, (_actor(atlas, name) for name in commitment.by))
    if not commitment.to:
        return by
    to = separated(atlas.words, (_actor(atlas, name) for name in commitment.to))
    return atlas.words.line("commitments.by-and-to", by=by, to=to)


def condition(atlas: Atlas, commitment: Commitment) -> tuple[Run, ...]:
    """The condition of a commitment, to stand behind it; nothing if there is none."""
    if not commitment.condition:
        return ()
    return (Quiet(f" {atlas.words('commitments.condition', condition=commitment.condition)}"),)


def due(atlas: Atlas, commitment: Commitment) -> When:
    """When a commitment is due, as it is shown."""
    if commitment.due:
        return atlas.when(commitment.due, commitment.due_basis)
    return When(atlas.words("commitments.no-date"), None, commitment.due_basis)


def _actor(atlas: Atlas, name: EntryId) -> tuple[Run, ...]:
    return (atlas.side_mark(name) or atlas.person_mark(name) or atlas.link(name),)


def key_figures(page: PageWriter, measurands: Iterable[Measurand]) -> KeyFigures | None:
    """A card for each thing measured: its values, who gives them, a picture if they differ; None if none."""
    cards = tuple(_key_figure(page, measurand) for measurand in measurands if measurand.figures)
    return KeyFigures(cards) if cards else None


def _key_figure(page: PageWriter, measurand: Measurand) -> KeyFigure:
    by_text: dict[str, list[Figure]] = {}
    for figure in measurand.figures:
        by_text.setdefault(figure.statement.text, []).append(figure)
    values = tuple(_value(page, figures) for figures in by_text.values())
    return KeyFigure(
        figure_link(measurand), values, dot_plot(page, measurand) if differs(measurand) else None
    )


def _value(page: PageWriter, figures: Sequence[Figure]) -> Column:
    """One value, whose words all these figures share, and who gives it."""
    first = figures[0].statement
    proofs = [run for figure in figures for run in page.proof(figure.statement)]
    by = separated(page.atlas.words, (_given_by(page, figure) for figure in figures))
    return Column(page.stated(first, (Strong(first.text), *proofs)), (by,))


def _given_by(page: PageWriter, figure: Figure) -> tuple[Run, ...]:
    separator = Plain(page.atlas.words("list.separator"))
    as_of = (page.atlas.when(figure.as_of), separator) if figure.as_of else ()
    by = (page.atlas.link(figure.attributed_to),) if figure.attributed_to else _origin(page, figure.statement)
    return (*as_of, *by)


def figure_link(measurand: Measurand) -> Link:
    """A link to all that is known of what is measured."""
    return Link(measurand.pref_label, Target(KINDS.figures.path(), f"figure-{measurand.id}"))


def _origin(page: PageWriter, statement: Statement) -> tuple[Run, ...]:
    if statement.reason:
        return page.atlas.words.runs("figure.by-the-editor")
    sources = dict.fromkeys(item.source for item in statement.evidence)
    links = [(source_link(page.atlas, page.atlas.dossier.sources[name]),) for name in sources]
    return separated(page.atlas.words, links).runs


def dot_plot(page: PageWriter, measurand: Measurand) -> DotPlot:
    """A picture of the values of one measurand."""
    dots = tuple(
        Dot(
            _shown_by(page.atlas, figure.statement),
            figure.statement.text,
            *map(float, bounds(figure)),
        )
        for figure in measurand.figures
    )
    words = page.atlas.words
    told = words("list.strong-separator").join(
        words("figure.dot", who=dot.label, value=dot.shown) for dot in dots
    )
    told = words("figure.picture", values=told)
    return DotPlot(measurand.pref_label, told, measurand.unit or "", dots)


def _shown_by(atlas: Atlas, statement: Statement) -> str:
    names = dict.fromkeys(item.source for item in statement.evidence)
    titles = [shortened(atlas.dossier.sources[name].bibliography.title) for name in names]
    return atlas.words("list.separator").join(titles) or atlas.words("figure.editor")


def differs(measurand: Measurand) -> bool:
    """Whether the sources give it different values."""
    return len(set(map(bounds, measurand.figures))) > 1


def bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that a figure gives; equal unless it is a range."""
    return Decimal(figure.low.replace(",", "")), Decimal(figure.high.replace(",", ""))


def source_link(atlas: Atlas, source: Source) -> Link:
    """A link to a source, by its short title."""
    return Link(shortened(source.bibliography.title), atlas.source(source.id))


def sources_table(page: PageWriter) -> Table | None:
    """The sources that the page relies on so far, with the number of passages quoted."""
    counts = Counter(item.source for item in dict.fromkeys(page.quoted()))
    rows = tuple(
        Row(
            (
                Line((Link(source.bibliography.title, page.atlas.source(name)),)),
                Line((page.atlas.issued(source),)),
                Line((Plain(page.atlas.words.number(counts[name])),)),
            )
        )
        for name in sorted(counts)
        if (source := page.atlas.dossier.sources[name])
    )
    words = page.atlas.words
    header = words.each("column.source", "column.issued", "column.quotations-here")
    return Table(words("sources.caption-of-page"), header, rows, numeric=(2,)) if rows else None


def terms_used(page: PageWriter, *, apart_from: frozenset[EntryId] = frozenset()) -> Block | None:
    """The concepts and measures that the page has named so far, with their definitions."""
    entries = (page.atlas.dossier.entries[name] for name in tuple(page.terms) if name not in apart_from)
    defined = sorted(
        (entry for entry in entries if entry.definition and entry.kind in EXPLAINED),
        key=lambda entry: entry.pref_label.casefold(),
    )
    colon = Plain(page.atlas.words("list.colon"))
    return bullets(
        page.line(entry.definition, lead=(Link(entry.pref_label, page.atlas.entry(entry.id)), colon))
        for entry in defined
        if entry.definition
    )
