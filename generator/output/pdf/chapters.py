"""The dossier as an editor sees it: which pages make which chapter, and what of them a book prints once.

The site says the same on several pages, because a reader lands on any of them. A book is read through: what
another chapter prints in full is referred to with its page, and lists that the book has anyway (the terms and
sources of a page) are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model import kinds
from generator.model.blocks import (
    Block,
    Bullets,
    Comparison,
    Facts,
    Heading,
    Paragraph,
    Table,
    Tense,
    Timeline,
)
from generator.model.keys import FactKey, SectionKey
from generator.model.kinds import KINDS, ChapterForm, Kind
from generator.model.pages import Edition, Page, Section
from generator.model.runs import Line, Link, Plain, Quiet, Target
from generator.model.values import parts_of
from generator.output.pdf.document import group_table, without_moves
from generator.words import Words, words_in

# Sections that a chapter of the book says for all pages; and facts that only serve the web.
SAID_ELSEWHERE = frozenset(
    {SectionKey.SOURCES, SectionKey.TERMS, SectionKey.NAMES, SectionKey.ROUNDS, SectionKey.PICTURE}
)
FACTS_OF_THE_WEB = frozenset(
    {
        FactKey.USED_IN,
        FactKey.USED_HERE,
        FactKey.DISAGREEMENTS,
        FactKey.ORIGINAL,
        FactKey.CHECKSUM,
        FactKey.LANGUAGE,
        FactKey.RIGHTS,
    }
)
_COLUMNS_OF_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of a chapter: a page, or a section of the one page that makes the chapter."""

    page: Page
    key: str
    title: str
    deck: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, made as its plan says: `opening` stands before its parts."""

    plan: kinds.Chapter
    page: Page
    opening: tuple[Block, ...]
    parts: tuple[Part, ...]


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """The chapters of an edition; one that would be empty is not there."""
    by_kind: dict[Kind, list[Page]] = {}
    for page in edition.pages:
        by_kind.setdefault(page.kind, []).append(page)
    disputes, words = _Disputes(by_kind.get(KINDS.disagreements, [])), words_in(edition.language)
    planned = [(page.kind.chapter, page) for page in edition.pages if page.kind.chapter]
    planned.sort(key=lambda each: each[0].order)
    found = (
        Chapter(plan, page, _opening(plan, page), tuple(_parts(plan, page, by_kind, disputes, words)))
        for plan, page in planned
    )
    return tuple(chapter for chapter in found if chapter.parts)


def _opening(plan: kinds.Chapter, index: Page) -> tuple[Block, ...]:
    sections = [section for section in index.sections if section.key is not SectionKey.SOURCES and plan.opens]
    return tuple(block for section in sections for block in section.blocks if isinstance(block, Table))


def _parts(
    plan: kinds.Chapter, page: Page, by_kind: Mapping[Kind, list[Page]], disputes: _Disputes, words: Words
) -> Iterator[Part]:
    listed = page.kind.menu.lists
    members = in_order_of(page, by_kind.get(listed, [])) if listed else []
    match plan.form:
        case ChapterForm.PAGES:
            for each in members:
                yield Part(each, each.path, each.title, each.deck, tuple(_printed(each, disputes, words)))
        case ChapterForm.SOURCES:
            yield from (_source(each) for each in members)
        case ChapterForm.SECTIONS:
            sections = [each for each in page.sections if each.anchor and each.key is not SectionKey.SOURCES]
            yield from (_section(page, each) for each in sections)
        case ChapterForm.FIGURES:
            yield from _figures(page, words)


class _Disputes:
    """The page on which the sources' differences stand in full, and the anchors on it."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.page = next(iter(pages), None)
        sections = self.page.sections if self.page else ()
        self.anchors = frozenset(heading.anchor for heading in parts_of(sections, Heading))

    def link(self, text: str, anchor: str) -> Link | None:
        """A link to the anchor, if it is there."""
        return Link(text, Target(self.page.path, anchor)) if self.page and anchor in self.anchors else None


def in_order_of(index: Page, pages: list[Page]) -> list[Page]:
    """The pages as their index lists them, which knows dates and sides; others after them."""
    listed = [link.target.page for link in parts_of(index.sections, Link)]
    order = {path: at for at, path in reversed(list(enumerate(listed)))}
    return sorted(pages, key=lambda page: (order.get(page.path, len(order)), page.path))


def _section(page: Page, section: Section) -> Part:
    return Part(page, f"{page.path}#{section.anchor}", section.heading or "", "", (_bare(section),))


def _bare(section: Section) -> Section:
    return Section(SectionKey.OPENING, None, None, tuple(map(_for_a_book, section.blocks)))


def _source(page: Page) -> Part:
    facts = tuple(_for_a_book(block) for block in page.sections[0].blocks if isinstance(block, Facts))
    opening = Section(SectionKey.OPENING, None, None, facts)
    return Part(page, page.path, page.title, page.deck, (opening,))


def _printed(page: Page, disputes: _Disputes, words: Words) -> Iterator[Section]:
    """The sections of a page as a book prints them."""
    for section in page.sections:
        if section.key in SAID_ELSEWHERE or (section.key is SectionKey.ROLES and _rows(section) <= 1):
            continue
        blocks = tuple(map(_for_a_book, section.blocks))
        match section.key:
            case SectionKey.DISPUTED:
                blocks = tuple(_referred(blocks, disputes, words, in_full=False))
            case SectionKey.EVENTS | SectionKey.DID | SectionKey.BEFORE | SectionKey.AFTER:
                blocks = tuple(_told_elsewhere(block, words) for block in blocks)
            case SectionKey.CHANGED:
                blocks = tuple(filter(None, map(without_moves, blocks)))
            case SectionKey.PEOPLE:
                blocks = tuple(_narrowed(b) if isinstance(b, Table) else b for b in blocks)
        if blocks:
            yield replace(section, blocks=blocks)


def _rows(section: Section) -> int:
    return sum(len(block.rows) for block in section.blocks if isinstance(block, Table))


def _for_a_book(block: Block) -> Block:
    """Without the facts that only serve the web."""
    if not isinstance(block, Facts):
        return block
    return Facts(tuple(row for row in block.rows if row.key not in FACTS_OF_THE_WEB))


def _told_elsewhere(block: Block, words: Words) -> Block:
    """The titles of what happened; the chapter with the timeline tells it."""
    if not isinstance(block, Timeline):
        return block
    return Bullets(
        tuple(
            Line(
                (
                    replace(moment.when, basis=None),
                    Plain(words("list.colon")),
                    *moment.title.runs,
                    *([Quiet(f" ({words('tense.coming')})")] if moment.tense is Tense.COMING else []),
                )
            )
            for moment in block.moments
        )
    )


def _narrowed(table: Table) -> Table:
    """Who, of which side, in which role; what they did stands in their own part."""
    rows = tuple(replace(row, cells=row.cells[:_COLUMNS_OF_PEOPLE]) for row in table.rows)
    return replace(table, header=table.header[:_COLUMNS_OF_PEOPLE], rows=rows)


def _under_headings(blocks: Iterable[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """The blocks in groups, each under its heading."""
    heading: Heading | None = None
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if heading or group:
                yield heading, group
            heading, group = block, []
        else:
            group.append(block)
    if heading or group:
        yield heading, group


def _referred(
    blocks: Iterable[Block], disputes: _Disputes, words: Words, *, in_full: bool
) -> Iterator[Block]:
    """What the chapter on disagreements prints is named here, with a reference to it."""
    pointers: list[Line] = []
    others: list[Block] = []
    for heading, group in _under_headings(blocks):
        link = disputes.link(heading.line.text(), heading.anchor) if heading else None
        if link is None:
            others += [*([heading] if heading else []), *group]
            continue
        summary = next((b.line.runs for b in group if isinstance(b, Paragraph)), ()) if in_full else ()
        said = tuple(run for run in summary if not isinstance(run, Link))
        pointers.append(Line((link, *([Plain(words("list.sentence"))] if said else []), *said)))
    if pointers:
        yield Bullets(tuple(pointers))
    yield from others


def _figures(page: Page, words: Words) -> Iterator[Part]:
    """The figures of each unit, as a part of its own."""
    for comparison in parts_of(page.sections, Comparison):
        for number, group in enumerate(comparison.groups, start=1):
            table = group_table(comparison, group, words)
            opening = Section(SectionKey.OPENING, None, None, (table,))
            yield Part(page, f"{page.path}#unit-{number}", group.label, "", (opening,))
