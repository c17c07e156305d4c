"""How far the site is borne out: what of each source it uses, and what rests on one source only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.compose import voices
from generator.compose.atlas import Atlas
from generator.compose.findings.passages import copies_table, text_of
from generator.compose.inventory import Stated, stated
from generator.compose.pages.sources import Uses, coverage, left_out
from generator.compose.pages.topics import Written
from generator.compose.parts import EXPLAINED, source_link, statement_facets
from generator.compose.voices import sentence
from generator.compose.writer import PageWriter, Supported, capitalised, joined, paragraphs, plain, separated
from generator.model import sources as source_model
from generator.model.blocks import Block, Bullets, Heading, Paragraph, Row, Table
from generator.model.entries import Entry
from generator.model.evidence import Voice
from generator.model.facts import Source
from generator.model.keys import OwnKind, Part
from generator.model.kinds import KINDS
from generator.model.pages import Page
from generator.model.runs import Line, Link, Plain, Quiet, Run, Target
from generator.model.sources import Passage
from generator.model.text import EntryId, SourceId, Span
from generator.text.own import kind_of_own
from generator.words import Words

MOST_SOURCES = 12
MOST_SENTENCES = 60

Mentions = dict[SourceId, Counter[EntryId]]


def coverage_page(atlas: Atlas, uses: Uses) -> Written:
    """Sentences used, mentions of topics by source, and the sentences that no page uses."""
    page = PageWriter(atlas, KINDS.coverage)
    counted = [
        (source, coverage(source, uses.get(source.id, ()))) for source in atlas.dossier.sources.values()
    ]
    words = atlas.words
    page.section("sentences", words("part.sentences"), [_sentences(atlas, counted)])
    page.section("mentions", words("part.mentions"), _matrices(atlas))
    used, total = (sum(pair[place] for _, pair in counted) for place in (0, 1))
    unused = words("count.sentences", n=total - used)
    page.section("left-out", words("part.left-out"), _left_out(atlas, uses), fold=unused)
    own = [each for each in stated(atlas.dossier) if each.statement.reason]
    kinds = tuple(_kinds(atlas, own))
    told = words("coverage.editors-own", n=len(own), absent=kinds.count(OwnKind.ABSENCE))
    page.section("editors-own", words("part.editors-own"), [_editors_own(words, own, kinds)], fold=told)
    deck = words(voices.worded("coverage.deck", _voices(atlas)), used=used, n=total)
    return page, page.page(words("coverage.deck-with-left-out", deck=deck) if used < total else deck)


def _sentences(atlas: Atlas, counted: Sequence[tuple[Source, tuple[int, int]]]) -> Table:
    rows = tuple(
        Row(
            (
                Line((source_link(atlas, source),)),
                Line((atlas.issued(source),)),
                plain(atlas.words("coverage.of", used=used, total=total)),
            )
        )
        for source, (used, total) in counted
    )
    header = atlas.words.each("column.source", "column.issued", "column.used")
    caption = atlas.words(voices.worded("coverage.caption", _voices(atlas)))
    return Table(caption, header, rows, (2,))


def _voices(atlas: Atlas) -> set[Voice]:
    """Whose words the texts of the sources are."""
    return {source.bibliography.rights.voice for source in atlas.dossier.sources.values()}


def _kinds(atlas: Atlas, own: Iterable[Stated]) -> Iterator[OwnKind]:
    """What each statement of the editor's own is."""
    for each in own:
        explains = each.part is Part.DEFINITION
        yield kind_of_own(each.statement.text, (), atlas.dossier.written_in, explains=explains)


def _editors_own(words: Words, own: Sequence[Stated], kinds: Sequence[OwnKind]) -> Table | None:
    """What rests on no source: every statement with its reason, those that say what is not known last."""
    order = list(OwnKind)
    rows = tuple(
        Row(
            (
                plain(capitalised(each.about)),
                plain(each.statement.text),
                plain(each.statement.reason or ""),
                plain(words.of(kind)),
            )
        )
        for each, kind in sorted(zip(own, kinds, strict=True), key=lambda pair: -order.index(pair[1]))
    )
    header = words.each("column.about", "column.statement", "column.reason", "column.sort")
    return Table(words("coverage.caption-own"), header, rows) if rows else None


def _matrices(atlas: Atlas) -> Iterator[Block]:
    mentions = {
        source.id: Counter(mention.entry for mention in source.mentions)
        for source in atlas.dossier.sources.values()
    }
    words = atlas.words
    ranked = sorted(mentions, key=lambda name: (-mentions[name].total(), name))
    shown = [atlas.dossier.sources[name] for name in sorted(ranked[:MOST_SOURCES])]
    if len(ranked) > MOST_SOURCES:
        yield Paragraph(plain(words("coverage.most-mentions", count=len(ranked), shown=MOST_SOURCES)))
    topics = [(topic, atlas.scope(topic.id)) for topic in atlas.dossier.topics()]
    caption = words(voices.worded("coverage.caption-topics", _voices(atlas)))
    yield from _matrix(atlas, caption, shown, topics)
    terms = [(entry, frozenset({entry.id})) for entry in _shared_terms(atlas, mentions)]
    caption = words(voices.worded("coverage.caption-terms", _voices(atlas)))
    yield from _matrix(atlas, caption, shown, terms)


def _shared_terms(atlas: Atlas, mentions: Mentions) -> list[Entry]:
    """The concepts and measures without a briefing that occur in several sources, by label."""
    occurring = Counter(name for counts in mentions.values() for name in counts)
    found = (atlas.dossier.entries[name] for name, count in occurring.items() if count > 1)
    terms = (entry for entry in found if entry.kind in EXPLAINED and not entry.briefing)
    return sorted(terms, key=lambda entry: (entry.pref_label.casefold(), entry.id))


def _matrix(
    atlas: Atlas, caption: str, sources: Sequence[Source], rows: Iterable[tuple[Entry, frozenset[EntryId]]]
) -> Iterator[Block]:
    filled = tuple(
        Row(
            (
                Line((Link(capitalised(entry.pref_label), atlas.entry(entry.id)),)),
                *(_times(atlas, source, scope) for source in sources),
            )
        )
        for entry, scope in rows
    )
    header = (atlas.words("column.mentions-of"), *(_short(source) for source in sources))
    if filled:
        yield Table(caption, header, filled, numeric=tuple(range(1, len(header))))


def _times(atlas: Atlas, source: Source, scope: frozenset[EntryId]) -> Line:
    """How often a source mentions what is in scope, with the way to the first mention."""
    places = [mention.start for mention in source.mentions if mention.entry in scope]
    run: Run = (
        Link(atlas.words.number(len(places)), atlas.paragraph(source, places[0])) if places else Plain("–")
    )
    return Line((run,))


def _short(source: Source) -> str:
    return source.bibliography.name


def _left_out(atlas: Atlas, uses: Uses) -> Iterator[Block]:
    """The sentences that no page uses, by source; of many sources, where most is left out."""
    whole = [each for each in atlas.dossier.sources.values() if each.bibliography.rights.may_be_shown_whole()]
    unused = {source.id: left_out(source, uses.get(source.id, ())) for source in whole}
    ranked = sorted((name for name in unused if unused[name]), key=lambda name: (-len(unused[name]), name))
    words = atlas.words
    if len(whole) < len(atlas.dossier.sources):
        yield Paragraph(plain(words("coverage.only-whole")))
    if len(ranked) > MOST_SOURCES:
        told = words("coverage.most-left-out", count=len(ranked), shown=MOST_SOURCES)
        yield Paragraph(plain(told))
    for name in sorted(ranked[:MOST_SOURCES]):
        source = atlas.dossier.sources[name]
        yield Heading(f"left-out-{name}", Line((source_link(atlas, source),)))
        yield Bullets(tuple(_unused(atlas, source, unused[name])))


def _unused(
    atlas: Atlas, source: Source, sentences: Sequence[tuple[source_model.Paragraph, Passage]]
) -> Iterator[Line]:
    for paragraph, passage in sentences[:MOST_SENTENCES]:
        at = voices.own_paragraph(atlas.words, source.bibliography.rights.voice, paragraph.number)
        link = Link(at, atlas.paragraph(source, passage.start))
        yield Line((sentence(source.bibliography.rights.voice, text_of(source, passage)), Plain(" "), link))
    if len(sentences) > MOST_SENTENCES:
        yield plain(atlas.words("coverage.more-sentences", n=len(sentences) - MOST_SENTENCES))


@dataclass(frozen=True, slots=True)
class Owned:
    """A page with the statements that belong to it, and its rank among those that may own them."""

    rank: int
    page: Page
    statements: tuple[Supported, ...]

    def single(self) -> tuple[Supported, ...]:
        """Those of which one source, or several that count as one, bear a clause alone."""
        return tuple(item for item in self.statements if item.support.least == 1)


def single_source_page(atlas: Atlas, written: Sequence[Written]) -> Written:
    """The list, a table a page; and the passages that make several sources count as one."""
    page, words = PageWriter(atlas, KINDS.single_source), atlas.words
    owned = sorted(owned_by_page(written), key=lambda item: -item.rank)
    page.section(None, None, paragraphs(map(plain, _told(words, owned))))
    for item in filter(Owned.single, owned):
        anchor = "on-" + item.page.path.replace("/", "-")
        fold = words("count.statements", n=len(item.single()))
        page.section(anchor, item.page.title, [_statements(atlas, item)], fold=fold)
    page.section("copies", words("part.shared-passages"), [copies_table(atlas)])
    related = [Link(words("part.support"), Target(KINDS.about.path(), "support"))]
    path = KINDS.disagreements.path()
    if any(each.path == path for _, each in written):
        related.append(Link(words("kind.disagreements.title"), Target(path)))
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
    in_part = sum(item.support.least == 1 for item in statements) - alone - copied
    if in_part:
        yield words("single-source.in-part", n=in_part)
    yield words("single-source.no-error")


def _statements(atlas: Atlas, owned: Owned) -> Table:
    words, single = atlas.words, owned.single()
    rows = tuple(
        Row(
            facets=statement_facets(atlas, item.statement),
            cells=(
                plain(item.section or words("single-source.top")),
                Line((Link(item.statement.text, _place(owned.page, item)),)),
                joined(_alone(atlas, item), words("list.strong-separator")),
            ),
        )
        for item in single
    )
    of = len(owned.statements)
    caption = words("single-source.caption", page=owned.page.title, single=len(single), all=of)
    header = words.each("column.section", "column.statement", "column.source")
    return Table(caption, header, rows, filterable=True)


def _alone(atlas: Atlas, item: Supported) -> Iterator[tuple[Run, ...]]:
    """The sources of a statement that count as one; else each clause that one alone bears, with it."""
    clauses = atlas.dossier.borne.get(item.statement.span, ())
    alone = [
        each for each, count in zip(clauses, item.support.clauses, strict=True) if count == 1 and each.text
    ]
    if item.support.independent == 1 or not alone:
        yield from ((source_link(atlas, atlas.dossier.sources[name]),) for name in item.support.sources)
        return
    for each in alone:
        links = ((source_link(atlas, atlas.dossier.sources[name]),) for name in each.sources)
        told = atlas.words.runs(
            "single-source.clause", clause=(Quiet(each.text),), sources=separated(atlas.words, links)
        )
        yield told


def _place(page: Page, item: Supported) -> Target:
    return Target(page.path, f"ref-{item.place.number}-{item.place.occurrence}")
