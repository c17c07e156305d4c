"""What the sources say in their own words: the most telling sentences on a subject."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.compose.atlas import Atlas
from generator.compose.parts import source_link
from generator.compose.withheld import LEFT_OUT
from generator.compose.writer import PageWriter, bullets
from generator.language.anchors import anchor_of
from generator.language.normalise import normalise
from generator.language.numbers import numbers_in
from generator.model import blocks
from generator.model.blocks import Block, Heading
from generator.model.dossier import Source
from generator.model.evidence import Evidence
from generator.model.identifiers import EntryId, SourceId
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Target
from generator.model.sources import Paragraph, Passage, Rights

PASSAGES_SHOWN = 3
SOURCES_SHOWN = 12


def what_sources_say(page: PageWriter, scope: frozenset[EntryId]) -> Iterator[Block]:
    """The most telling sentences on what is in scope, by source, without those quoted already.

    The sources that name it most often come into question, and are shown in the order of their ids.
    """
    counts = _times_named(page.atlas, scope)
    naming = (source for source in page.atlas.dossier.sources.values() if source.id in counts)
    shown = [source.id for source in naming if source.bibliography.rights.may_be_shown_whole()]
    telling = sorted(shown, key=lambda name: -counts[name])
    seen = {normalise(item.exact) for item in page.quoted()}
    for name in sorted(telling[:SOURCES_SHOWN]):
        source = page.atlas.dossier.sources[name]
        chosen = _most_telling(page, source, scope, seen)
        seen.update(normalise(text_of(source, passage)) for _, passage in chosen)
        block = bullets(page.passage(evidence_of(source, *item)) for item in chosen)
        if block:
            yield Heading(f"in-{name}", Line((source_link(page.atlas, source),)))
            yield block
    if len(telling) > SOURCES_SHOWN:
        words, more = page.atlas.words, len(telling) - SOURCES_SHOWN
        link = Link(words("passages.all-sources"), Target(KINDS.sources.path()))
        yield blocks.Paragraph(words.line("passages.more-sources", n=more, link=link))


def _times_named(atlas: Atlas, scope: frozenset[EntryId]) -> Counter[SourceId]:
    """How often sources name what is in scope, without those that do not."""
    by_entry = _counted(atlas)
    found: Counter[SourceId] = Counter()
    for name in scope & by_entry.keys():
        found.update(by_entry[name])
    return found


@lru_cache(maxsize=1)
def _counted(atlas: Atlas) -> dict[EntryId, Counter[SourceId]]:
    """How often each entry is named by each source that names it."""
    found: defaultdict[EntryId, Counter[SourceId]] = defaultdict(Counter)
    for source in atlas.dossier.sources.values():
        for mention in source.mentions:
            found[mention.entry][source.id] += 1
    return dict(found)


def _most_telling(
    page: PageWriter, source: Source, scope: frozenset[EntryId], seen: Container[str]
) -> list[tuple[Paragraph, Passage]]:
    ranges = [r for item in page.quoted() if item.source == source.id for r in item.ranges]
    starts = [mention.start for mention in source.mentions]
    fresh = [
        (paragraph, passage)
        for paragraph, passage in passages_on(source, scope)
        if not _is_quoted(passage, ranges) and normalise(text_of(source, passage)) not in seen
    ]
    best = sorted(fresh, key=lambda item: -_weight(source, item[1], starts))[:PASSAGES_SHOWN]
    return sorted(best, key=lambda item: item[1].start)


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


def evidence_at(source: Source, start: int, end: int) -> Evidence:
    """The sentence that holds these words; less where the source may not be shown whole.

    Of a source that may be quoted, the words alone; of one that is not shown, where they stand.
    """
    numbered = ((item, passage) for item in source.body.paragraphs for passage in item.passages)
    for paragraph, passage in numbered:
        if passage.start <= start and end <= passage.end and source.bibliography.rights.may_be_shown_whole():
            return evidence_of(source, paragraph, passage)
    holding = next(item for item in source.body.paragraphs if item.start <= start < item.end)
    found = evidence_of(source, holding, Passage(start, end))
    return replace(found, exact=LEFT_OUT) if source.bibliography.rights is Rights.NONE else found


def _is_quoted(passage: Passage, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < passage.end and passage.start < end for start, end in ranges)


def _weight(source: Source, passage: Passage, starts: Sequence[int]) -> int:
    """How telling a sentence is: its figures and names; `starts` are those of the source's mentions."""
    text = source.body.text[passage.start : passage.end]
    first, last = bisect.bisect_left(starts, passage.start), bisect.bisect_left(starts, passage.end)
    names = {mention.entry for mention in source.mentions[first:last]}
    return 2 * len(numbers_in(text)) + len(names)
