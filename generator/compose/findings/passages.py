"""What the sources say in their own words: which may be shown, which tell most, which are shared.

Passages that sources share are why several of them count as one.
"""

import bisect
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from generator.compose.atlas import Atlas
from generator.compose.parts import source_of_words
from generator.compose.voices import sentence
from generator.compose.writer import PageWriter, bullets, plain
from generator.model import blocks
from generator.model.blocks import Block, Heading, Row, Table
from generator.model.evidence import CopiedPassage, Evidence
from generator.model.facts import Dossier, Source
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Target
from generator.model.sources import Paragraph, Passage, Rights
from generator.model.text import EntryId, SourceId
from generator.model.values import mapped
from generator.text.dates import dates_in
from generator.text.fingerprints import summed_up
from generator.text.quantities import quantities_in
from generator.text.quotations import anchor_of
from generator.text.tokens import normalise

LEFT_OUT = "[…]"

V = TypeVar("V")

PASSAGES_SHOWN = 2
SOURCES_SHOWN = 12

SHOWN_WORDS = 24


def withheld(dossier: Dossier) -> Dossier:
    """The dossier with nothing in it that the sources' rights do not let the site show.

    Of a source that may be quoted, its evidence keeps the cited words and loses the sentence around them; of
    one that is cited by its metadata alone, `[…]` stands for the words.
    """
    rights = {name: source.bibliography.rights for name, source in dossier.sources.items()}
    if all(each.may_be_shown_whole() for each in rights.values()):
        return dossier
    return replace(
        dossier,
        sources={
            name: replace(source, problems=_without(source.problems, rights))
            for name, source in dossier.sources.items()
        },
        entries={name: _without(entry, rights) for name, entry in dossier.entries.items()},
        measurands={name: _without(item, rights) for name, item in dossier.measurands.items()},
        events={name: _without(event, rights) for name, event in dossier.events.items()},
        briefings={name: _without(item, rights) for name, item in dossier.briefings.items()},
        home=_without(dossier.home, rights),
        disputes=_without(dossier.disputes, rights),
    )


def _without(value: V, rights: Mapping[SourceId, Rights]) -> V:
    return mapped(value, Evidence, lambda item: _lessened(item, rights[item.source]))


def _lessened(item: Evidence, rights: Rights) -> Evidence:
    if rights.may_be_shown_whole():
        return item
    return _alone(replace(item, exact=LEFT_OUT) if rights is Rights.NONE else item)


def _alone(item: Evidence) -> Evidence:
    """The words without the sentence that holds them."""
    return replace(item, sentence=item.exact, within=((0, len(item.exact)),))


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
            yield Heading(f"in-{name}", Line(source_of_words(page.atlas, source)))
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
    whole, within = source.body.sentence_around(ranges)
    return Evidence(
        source=source.id,
        paragraph=paragraph.number,
        ranges=ranges,
        exact=exact,
        anchor=anchor,
        voice=source.bibliography.rights.voice,
        sentence=whole,
        within=within,
        in_article=summed_up(source.seal, source.body, ranges) if source.seal else (),
    )


def evidence_at(source: Source, start: int, end: int) -> Evidence:
    """The sentence that holds these words; less where the source may not be shown whole.

    Of a source that may be quoted, the words alone; of one that is not shown, where they stand.
    """
    numbered = ((item, passage) for item in source.body.paragraphs for passage in item.passages)
    for paragraph, passage in numbered:
        if passage.start <= start and end <= passage.end and source.bibliography.rights.may_be_shown_whole():
            return evidence_of(source, paragraph, passage)
    holding = next(item for item in source.body.paragraphs if item.start <= start < item.end)
    return _lessened(evidence_of(source, holding, Passage(start, end)), source.bibliography.rights)


def _is_quoted(passage: Passage, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < passage.end and passage.start < end for start, end in ranges)


def _weight(source: Source, passage: Passage, starts: Sequence[int]) -> int:
    """How telling a sentence is: its figures, dates and names (`starts` are those of all its mentions)."""
    text = source.body.text[passage.start : passage.end]
    first, last = bisect.bisect_left(starts, passage.start), bisect.bisect_left(starts, passage.end)
    names = {mention.entry for mention in source.mentions[first:last]}
    language = source.bibliography.language
    numbers = len(quantities_in(text, language)) + len(dates_in(text, language))
    return 2 * numbers + len(names)


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
    return Link(source.bibliography.name, atlas.paragraph(source, at[0]))


def _beginning(atlas: Atlas, copy: CopiedPassage) -> Line:
    """The first words of a passage, from a source that may be shown whole."""
    for name, (start, end) in ((copy.first, copy.first_range), (copy.second, copy.second_range)):
        source = atlas.dossier.sources[name]
        if source.bibliography.rights.may_be_shown_whole():
            words = source.body.text[start:end].split()
            more = (Plain(" …"),) if len(words) > SHOWN_WORDS else ()
            shown = " ".join(words[:SHOWN_WORDS])
            return Line((sentence(source.bibliography.rights.voice, shown), *more))
    return Line((Quiet(atlas.words("copies.not-shown")),))
