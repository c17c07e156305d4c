"""Parts that several kinds of page share."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.compose.atlas import Atlas, issued
from generator.compose.writer import PageWriter, bullets, joined
from generator.language.anchors import anchor_of
from generator.language.normalise import normalise
from generator.language.numbers import numbers_in
from generator.model.dates import spoken
from generator.model.dossier import Commitment, Measurand, Person, Round, Source
from generator.model.edition import (
    Block,
    Dot,
    DotPlot,
    Heading,
    Line,
    Link,
    Plain,
    Quiet,
    Row,
    Run,
    Status,
    Strong,
    Table,
    When,
)
from generator.model.evidence import Evidence, Statement
from generator.model.identifiers import EntryId
from generator.model.sources import Paragraph, Passage

PASSAGES_SHOWN = 3


def mentions_any(statement: Statement, scope: frozenset[EntryId]) -> bool:
    """Whether the text names something in scope."""
    return any(mention.entry in scope for mention in statement.mentions)


def commitments_table(page: PageWriter, made: Iterable[tuple[Round, Commitment]]) -> Table | None:
    """Commitments, a row each; None if there are none."""
    rows = tuple(_commitment_row(page, talks, commitment) for talks, commitment in made)
    if not rows:
        return None
    header = ("Who", "Undertakes", "Due", "Status", "Made at")
    return Table("Commitments, with their status as of this edition", header, rows)


def _commitment_row(page: PageWriter, talks: Round, commitment: Commitment) -> Row:
    atlas = page.atlas
    who = joined([_actor(atlas, name) for name in commitment.by])
    if commitment.to:
        to = joined([_actor(atlas, name) for name in commitment.to])
        who = Line((*who.runs, Plain(" to "), *to.runs))
    condition = (Quiet(f" Condition: {commitment.condition}"),) if commitment.condition else ()
    return Row(
        (
            who,
            page.line(commitment.statement, tail=condition),
            Line((When(_due(commitment), commitment.due, commitment.due_basis),)),
            Line((Status(commitment.status),)),
            Line((atlas.event_link(talks.id),)),
        )
    )


def _due(commitment: Commitment) -> str:
    return spoken(commitment.due) if commitment.due else "no date stated"


def _actor(atlas: Atlas, name: EntryId) -> tuple[Run, ...]:
    return (atlas.side_mark(name) or atlas.link(name),)


def figures_table(page: PageWriter, measurands: Iterable[Measurand]) -> Table | None:
    """Figures, a row each, under the measurand they give a value for; None if there are none."""
    rows = tuple(row for measurand in measurands for row in _figure_rows(page, measurand))
    if not rows:
        return None
    header = ("What is measured", "Value", "As of", "Who says so")
    return Table("Figures as the sources give them", header, rows, numeric=(1,))


def _figure_rows(page: PageWriter, measurand: Measurand) -> Iterator[Row]:
    for figure in measurand.figures:
        by = (
            (page.atlas.link(figure.attributed_to),)
            if figure.attributed_to
            else _origin(page, figure.statement)
        )
        yield Row(
            (
                Line((Plain(measurand.pref_label),)),
                Line((Strong(figure.statement.text), *page.proof(figure.statement))),
                Line((When(spoken(figure.as_of) if figure.as_of else "not stated", figure.as_of),)),
                Line(by),
            )
        )


def _origin(page: PageWriter, statement: Statement) -> tuple[Run, ...]:
    if statement.reason:
        return (Plain("the editor"),)
    sources = dict.fromkeys(item.source for item in statement.evidence)
    links = [(source_link(page.atlas, page.atlas.dossier.sources[name]),) for name in sources]
    return joined(links).runs


def dot_plot(page: PageWriter, measurand: Measurand) -> DotPlot:
    """A picture of the values of one measurand."""
    dots = tuple(
        Dot(
            _shown_by(page.atlas, figure.statement),
            figure.statement.text,
            float(figure.low),
            float(figure.high),
        )
        for figure in measurand.figures
    )
    told = "; ".join(f"{dot.label}: {dot.shown}" for dot in dots)
    return DotPlot(measurand.pref_label, f"Values by source. {told}.", measurand.unit or "", dots)


def _shown_by(atlas: Atlas, statement: Statement) -> str:
    names = dict.fromkeys(item.source for item in statement.evidence)
    return ", ".join(short_title(atlas.dossier.sources[name]) for name in names) or "editor"


def differs(measurand: Measurand) -> bool:
    """Whether the sources give it different values."""
    return len({(figure.low, figure.high) for figure in measurand.figures}) > 1


LONGEST_SHORT_TITLE = 42


def short_title(source: Source) -> str:
    """A source's title, cut at a word where it is long."""
    title = source.bibliography.title
    if len(title) <= LONGEST_SHORT_TITLE:
        return title
    return title[:LONGEST_SHORT_TITLE].rsplit(" ", 1)[0].rstrip(" ,:;–-") + "…"


def source_link(atlas: Atlas, source: Source) -> Link:
    """A link to a source, by its short title."""
    return Link(short_title(source), atlas.source(source.id))


def sources_table(page: PageWriter) -> Table | None:
    """The sources that the page relies on so far, with the number of passages quoted."""
    counts = Counter(item.source for item in dict.fromkeys(page.quoted()))
    rows = tuple(
        Row(
            (
                Line((Link(source.bibliography.title, page.atlas.source(name)),)),
                Line((issued(source),)),
                Line((Plain(str(counts[name])),)),
            )
        )
        for name in sorted(counts)
        if (source := page.atlas.dossier.sources[name])
    )
    header = ("Source", "Issued", "Quotations here")
    return Table("Sources of this page", header, rows, numeric=(2,)) if rows else None


def terms_used(page: PageWriter, *, apart_from: frozenset[EntryId] = frozenset()) -> Block | None:
    """The terms of the page so far that the glossary defines, with their definitions."""
    entries = (page.atlas.dossier.entries[name] for name in tuple(page.terms) if name not in apart_from)
    defined = sorted(
        (entry for entry in entries if entry.definition and not isinstance(entry, Person)),
        key=lambda entry: entry.pref_label.casefold(),
    )
    return bullets(
        page.line(entry.definition, lead=(Link(entry.pref_label, page.atlas.entry(entry.id)), Plain(": ")))
        for entry in defined
        if entry.definition
    )


def what_sources_say(page: PageWriter, scope: frozenset[EntryId]) -> Iterator[Block]:
    """The most telling sentences of each source on what is in scope, without those quoted already."""
    quoted = {normalise(item.exact) for item in page.quoted()}
    ranges: dict[str, list[tuple[int, int]]] = {}
    for item in page.quoted():
        ranges.setdefault(item.source, []).extend(item.ranges)
    for source in page.atlas.dossier.sources.values():
        if not source.bibliography.rights.may_be_shown_whole():
            continue
        told = [
            (paragraph, passage)
            for paragraph, passage in passages_on(source, scope)
            if not _is_quoted(passage, ranges.get(source.id, ()))
        ]
        fresh = [item for item in told if normalise(text_of(source, item[1])) not in quoted]
        chosen = sorted(
            sorted(fresh, key=lambda item: -_weight(source, item[1]))[:PASSAGES_SHOWN],
            key=lambda item: item[1].start,
        )
        quoted |= {normalise(text_of(source, passage)) for _, passage in chosen}
        lines = [page.passage(evidence_of(source, *item)) for item in chosen]
        block = bullets(lines)
        if block:
            yield Heading(f"in-{source.id}", Line((source_link(page.atlas, source),)))
            yield block


def passages_on(source: Source, scope: frozenset[EntryId]) -> tuple[tuple[Paragraph, Passage], ...]:
    """The sentences of a source that name something in scope."""
    starts = sorted(mention.start for mention in source.mentions if mention.entry in scope)
    return tuple(
        (paragraph, passage)
        for paragraph in source.body.paragraphs
        for passage in paragraph.passages
        if bisect.bisect_left(starts, passage.start) < bisect.bisect_left(starts, passage.end)
    )


def text_of(source: Source, passage: Passage) -> str:
    """The words of a sentence, on one line."""
    return " ".join(source.body.text[passage.start : passage.end].split())


def evidence_of(source: Source, paragraph: Paragraph, passage: Passage) -> Evidence:
    """A sentence of a source as evidence: found by being taken from there."""
    ranges = ((passage.start, passage.end),)
    exact = text_of(source, passage)
    anchor = anchor_of(exact, f"paragraph {paragraph.number}")
    return Evidence(source.id, paragraph.number, ranges, exact, anchor)


def _is_quoted(passage: Passage, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < passage.end and passage.start < end for start, end in ranges)


def _weight(source: Source, passage: Passage) -> int:
    """How telling a sentence is: its figures and names."""
    text = source.body.text[passage.start : passage.end]
    names = {m.entry for m in source.mentions if passage.start <= m.start < passage.end}
    return 2 * len(numbers_in(text)) + len(names)
