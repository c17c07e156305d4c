"""Statements that rest on one source only, or on sources that copy: by the page on which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.compose.atlas import Atlas
from generator.compose.copies import copies_table
from generator.compose.facets import statement_facets
from generator.compose.parts import source_link
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, Supported, joined, paragraphs, plain
from generator.model.blocks import Row, Table
from generator.model.edition import Page
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Target
from generator.model.text import Span
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Owned:
    """A page with the statements that belong to it, and its rank among those that may own them."""

    rank: int
    page: Page
    statements: tuple[Supported, ...]

    def single(self) -> tuple[Supported, ...]:
        """Those whose sources count as one."""
        return tuple(item for item in self.statements if item.support.independent == 1)


def single_source_page(atlas: Atlas, written: Sequence[Written]) -> Written:
    """The list, a table a page; and the passages that make several sources count as one."""
    page, words = PageWriter(atlas, KINDS.single_source), atlas.words
    owned = sorted(owned_by_page(written), key=lambda item: -item.rank)
    page.section(None, None, paragraphs(map(plain, _told(words, owned))))
    for item in filter(Owned.single, owned):
        anchor = "on-" + item.page.path.replace("/", "-")
        page.section(anchor, item.page.title, [_statements(atlas, item)])
    page.section("copies", words("part.shared-passages"), [copies_table(atlas)])
    related = [
        Link(words("part.support"), Target(KINDS.about.path(), "support")),
        Link(words("kind.disagreements.title"), Target(KINDS.disagreements.path())),
    ]
    return page, page.page(words("single-source.deck"), related=related)


def owned_by_page(written: Iterable[Written]) -> Iterator[Owned]:
    """The pages with the statements that tell their support, each statement on one page only."""
    seen: set[Span] = set()
    ranked = [(page.kind.owner_rank, writer, page) for writer, page in written]
    chosen = [(rank, writer, page) for rank, writer, page in ranked if rank is not None]
    for rank, writer, page in sorted(chosen, key=lambda item: item[0]):
        own = []
        for item in writer.supported:
            if item.statement.span not in seen:
                seen.add(item.statement.span)
                own.append(item)
        yield Owned(rank, page, tuple(own))


def _told(words: Words, owned: Iterable[Owned]) -> Iterator[str]:
    statements = [item for each in owned for item in each.statements]
    alone = sum(len(item.support.sources) == 1 for item in statements)
    copied = sum(item.support.independent == 1 for item in statements) - alone
    counted = words("single-source.alone", n=alone)
    if copied:
        shared = words("single-source.copied", n=copied)
        yield words("single-source.told-of-copied", all=len(statements), alone=counted, copied=shared)
    else:
        yield words("single-source.told", all=len(statements), alone=counted)
    yield words("single-source.no-error")


def _statements(atlas: Atlas, owned: Owned) -> Table:
    words, single = atlas.words, owned.single()
    rows = tuple(
        Row(
            facets=statement_facets(atlas, item.statement),
            cells=(
                plain(item.section or words("single-source.top")),
                Line((Link(item.statement.text, _place(owned.page, item)),)),
                joined(
                    ((source_link(atlas, atlas.dossier.sources[name]),) for name in item.support.sources),
                    words("list.strong-separator"),
                ),
            ),
        )
        for item in single
    )
    of = len(owned.statements)
    caption = words("single-source.caption", page=owned.page.title, single=len(single), all=of)
    header = words.each("column.section", "column.statement", "column.source")
    return Table(caption, header, rows, filterable=True)


def _place(page: Page, item: Supported) -> Target:
    return Target(page.path, f"ref-{item.place.number}-{item.place.occurrence}")
