"""Passages that sources share: why several of them count as one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.atlas import Atlas, shortened
from generator.compose.writer import plain
from generator.model.blocks import Row, Table
from generator.model.dossier import Source
from generator.model.runs import Line, Link, Plain, Quiet, Quoted
from generator.model.support import CopiedPassage

SHOWN_WORDS = 24


def copies_table(atlas: Atlas) -> Table | None:
    """The passages that connect sources, a row each; None if there are none."""
    rows = tuple(_row(atlas, copy) for copy in atlas.dossier.copies)
    words = atlas.words
    header = words.each(
        "column.source", "column.shares-it-with", "column.words-the-same", "column.passage-begins"
    )
    return Table(words("copies.caption"), header, rows, (2,)) if rows else None


def shared_passages(atlas: Atlas, source: Source) -> Iterator[Line]:
    """The passages that connect a source with others, and where they stand in both."""
    for copy in atlas.copies(source.id):
        is_first = copy.first == source.id
        own, range_ = (
            (copy.first_range, copy.second_range) if is_first else (copy.second_range, copy.first_range)
        )
        other = atlas.dossier.sources[copy.second if is_first else copy.first]
        yield atlas.words.line(
            "copies.shared",
            n=copy.words,
            passage=Link(atlas.words("copies.passage-here"), atlas.paragraph(source, own[0])),
            source=_passage_link(atlas, other, range_),
        )


def _row(atlas: Atlas, copy: CopiedPassage) -> Row:
    first, second = atlas.dossier.sources[copy.first], atlas.dossier.sources[copy.second]
    return Row(
        (
            Line((_passage_link(atlas, first, copy.first_range),)),
            Line((_passage_link(atlas, second, copy.second_range),)),
            plain(atlas.words.number(copy.words)),
            _beginning(atlas, copy),
        )
    )


def _passage_link(atlas: Atlas, source: Source, at: tuple[int, int]) -> Link:
    return Link(shortened(source.bibliography.title), atlas.paragraph(source, at[0]))


def _beginning(atlas: Atlas, copy: CopiedPassage) -> Line:
    """The first words of a passage, from a source that may be shown whole."""
    for name, (start, end) in ((copy.first, copy.first_range), (copy.second, copy.second_range)):
        source = atlas.dossier.sources[name]
        if source.bibliography.rights.may_be_shown_whole():
            words = source.body.text[start:end].split()
            more = (Plain(" …"),) if len(words) > SHOWN_WORDS else ()
            return Line((Quoted(" ".join(words[:SHOWN_WORDS])), *more))
    return Line((Quiet(atlas.words("copies.not-shown")),))
