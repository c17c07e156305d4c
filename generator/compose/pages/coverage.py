"""How much of each source the site uses, which topics each source mentions, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.compose.atlas import Atlas, shortened
from generator.compose.parts import EXPLAINED, source_link
from generator.compose.passages import text_of
from generator.compose.sources import Uses, coverage, left_out
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, capitalised, plain
from generator.model import sources as source_model
from generator.model.blocks import Block, Bullets, Heading, Paragraph, Row, Table
from generator.model.dossier import Source
from generator.model.entries import Entry
from generator.model.identifiers import EntryId, SourceId
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quoted, Run
from generator.model.sources import Passage

MOST_SOURCES = 12
MOST_SENTENCES = 60
SHORT_TITLE = 22

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
    page.section("left-out", words("part.left-out"), _left_out(atlas, uses))
    used, total = (sum(pair[place] for _, pair in counted) for place in (0, 1))
    return page, page.page(words("coverage.deck", used=used, n=total))


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
    return Table(atlas.words("coverage.caption"), header, rows, (2,))


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
    yield from _matrix(atlas, words("coverage.caption-topics"), shown, topics)
    terms = [(entry, frozenset({entry.id})) for entry in _shared_terms(atlas, mentions)]
    yield from _matrix(atlas, words("coverage.caption-terms"), shown, terms)


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
    return shortened(source.bibliography.title, SHORT_TITLE)


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
        link = Link(f"¶ {paragraph.number}", atlas.paragraph(source, passage.start))
        yield Line((Quoted(text_of(source, passage)), Plain(" "), link))
    if len(sentences) > MOST_SENTENCES:
        yield plain(atlas.words("coverage.more-sentences", n=len(sentences) - MOST_SENTENCES))
