"""Sources: the index, and a page each with the used sentences marked and linked back."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compose import voices
from generator.compose.atlas import Atlas
from generator.compose.findings.differences import differences_on
from generator.compose.findings.errors import error_lines, late_titles_by_source
from generator.compose.findings.passages import shared_passages
from generator.compose.pages.topics import Written
from generator.compose.parts import reference, source_link
from generator.compose.writer import PageWriter, bullets, fact, paragraphs, plain
from generator.model.addresses import DataForm, SiteFiles, seen_from
from generator.model.blocks import Block, Callout, Facts, Row, SourceBody, SourceParagraph, Table
from generator.model.evidence import Evidence, Voice
from generator.model.facts import Source
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.pages import Attachment, AttachmentKind
from generator.model.runs import External, Line, Link, Target
from generator.model.sources import Cut, Paragraph, Passage, Rights, overlaps
from generator.model.text import SourceId
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Use:
    """A page that relies on words of a source."""

    evidence: Evidence
    link: Link


Uses = Mapping[SourceId, Sequence[Use]]


def source_page(atlas: Atlas, source: Source, uses: Sequence[Use]) -> Written:
    """One source: what is known of it, what it is good for, its known problems, its text."""
    page = PageWriter(atlas, KINDS.source, source.bibliography.title, source.id)
    page.section(None, None, [_facts(atlas, source, uses)])
    page.section("problems", atlas.words("part.problems"), [_problems(page, source)])
    own = [Use(item, source_link(atlas, source)) for item in page.quoted() if item.source == source.id]
    others = dict.fromkeys((*uses, *own))
    heading = "part.text" if source.bibliography.rights.voice is Voice.ARTICLE else "part.summary"
    page.section(
        "text", atlas.words(heading), [*_numbering(atlas.words, source), *_body(source, tuple(others))]
    )
    return page, page.page(_deck(atlas.words, source))


def sources_page(atlas: Atlas, uses: Uses) -> Written:
    """The index of sources."""
    page = PageWriter(atlas, KINDS.sources)
    words = atlas.words
    rows = tuple(
        Row(
            (
                reference(atlas, source),
                Line((atlas.issued(source),)),
                plain(_publisher(words, source)),
                plain(words.of(source.bibliography.rights)),
                plain(_of(words, *coverage(source, uses.get(source.id, ())))),
            )
        )
        for source in sorted(atlas.dossier.sources.values(), key=_by_date)
    )
    of = {source.bibliography.rights.voice for source in atlas.dossier.sources.values()}
    used = voices.worded("column.sentences-used", of)
    header = words.each("column.source", "column.issued", "column.publisher", "column.rights", used)
    table = Table(words("sources.caption"), header, rows, numeric=(4,))
    page.section(None, None, [*_unstated(words, atlas.dossier.sources.values()), table])
    bibliography = seen_from(KINDS.sources.path(), SiteFiles.bibliography(DataForm.CSL))
    return page, page.page(
        words("sources.deck", n=len(rows)),
        related=[Link(words("sources.to-coverage"), Target(KINDS.coverage.path()))],
        attachments=[Attachment(AttachmentKind.BIBLIOGRAPHY, bibliography)],
    )


def coverage(source: Source, uses: Iterable[Use]) -> tuple[int, int]:
    """How many sentences of a source the site cites, and how many it has."""
    passages = [passage for paragraph in source.body.paragraphs for passage in paragraph.passages]
    return len(passages) - len(left_out(source, uses)), len(passages)


def left_out(source: Source, uses: Iterable[Use]) -> tuple[tuple[Paragraph, Passage], ...]:
    """The sentences of a source that the site cites nothing of."""
    ranges = {r for use in uses for r in use.evidence.ranges}
    return tuple(
        (paragraph, passage)
        for paragraph in source.body.paragraphs
        for passage in paragraph.passages
        if not overlaps((passage.start, passage.end), ranges)
    )


def _unstated(words: Words, sources: Collection[Source]) -> Iterator[Block]:
    """What sources do not say of themselves, each with how many: a reader has to judge them without it."""
    about = [source.bibliography for source in sources]
    counts = {
        "sources.without-author": sum(not each.author for each in about),
        "sources.without-publisher": sum(not (each.publisher or each.container_title) for each in about),
        "sources.without-address": sum(not (each.url or each.canonical_url) for each in about),
        "sources.without-date": sum(each.issued is None or each.issued_basis is not None for each in about),
    }
    lacking = [words(key, count=_of(words, count, len(about))) for key, count in counts.items() if count]
    if lacking:
        yield from paragraphs([plain(words("sources.unstated", what=words.listed(lacking)))])


def _by_date(source: Source) -> tuple[bool, datetime.date, str]:
    date = source.bibliography.issued
    return (date is None, date.earliest() if date else datetime.date.max, source.id)


def _of(words: Words, used: int, total: int) -> str:
    return words("coverage.of", used=used, total=total)


def _publisher(words: Words, source: Source) -> str:
    about = source.bibliography
    return about.publisher or about.container_title or words("value.not-stated")


def _deck(words: Words, source: Source) -> str:
    return source.good_for or words("source.deck", issued=words.date(source.bibliography.issued))


def _facts(atlas: Atlas, source: Source, uses: Sequence[Use]) -> Facts:
    about, words = source.bibliography, atlas.words
    used, total = coverage(source, uses)
    used_here = words(voices.worded("source.used-here", (about.rights.voice,)), used=used, n=total)
    differing = differences_on(atlas, KINDS.source.path(source.id))
    original = about.original
    basis = (plain(about.issued_basis),) if about.issued_basis else ()
    authors = words("list.separator").join(author.name for author in about.author)
    rows = [
        *([fact(words, FactKey.SHORT, (plain(about.short),))] if about.short else []),
        fact(words, FactKey.AUTHOR, (plain(authors or words("value.not-stated")),)),
        fact(words, FactKey.PUBLISHER, (plain(_publisher(words, source)),)),
        fact(words, FactKey.ISSUED, (Line((atlas.when_stated(about.issued),)), *basis)),
        fact(words, FactKey.ADDRESS, (_address(words, about.url or about.canonical_url),)),
        *(
            [fact(words, FactKey.ARCHIVED, (_address(words, about.archive_url),))]
            if about.archive_url
            else []
        ),
        fact(words, FactKey.LANGUAGE, (plain(about.language),)),
        fact(words, FactKey.RIGHTS, (plain(words(f"rights.{about.rights}.told")),)),
        fact(words, FactKey.USED_HERE, (plain(used_here),)),
        *(fact(words, FactKey.DISAGREEMENTS, (line,)) for line in differing),
        *(fact(words, FactKey.SHARED_PASSAGE, (line,)) for line in shared_passages(atlas, source)),
        *(
            [
                fact(
                    words,
                    FactKey.ORIGINAL,
                    (plain(words("source.original", file=original.file, sum=original.sha256)),),
                )
            ]
            if original
            else []
        ),
        fact(words, FactKey.CHECKSUM, (plain(words("source.checksum", sum=source.body.checksum)),)),
    ]
    return Facts(tuple(rows))


def _address(words: Words, url: str | None) -> Line:
    return Line((External(url, url),)) if url else plain(words("value.not-stated"))


def _problems(page: PageWriter, source: Source) -> Callout | None:
    late = late_titles_by_source(page.atlas).get(source.id, [])
    found = bullets((*page.lines(source.problems), *error_lines(page, source, late)))
    return Callout("problem", page.atlas.words("part.problems"), found.items) if found else None


def _body(source: Source, uses: Sequence[Use]) -> list[Block]:
    rights = source.bibliography.rights
    if rights is Rights.NONE:
        return []
    by_paragraph: dict[int, list[Use]] = {}
    for use in uses:
        by_paragraph.setdefault(use.evidence.paragraph, []).append(use)
    shown = [
        SourceParagraph(
            paragraph.number,
            _cut(source, paragraph, by_paragraph.get(paragraph.number, [])),
            _links(KINDS.source.path(source.id), by_paragraph.get(paragraph.number, [])),
        )
        for paragraph in source.body.paragraphs
        if rights is not Rights.QUOTE or paragraph.number in by_paragraph
    ]
    return [SourceBody(source.bibliography.language, tuple(shown))] if shown else []


def _numbering(words: Words, source: Source) -> Iterable[Block]:
    """Before a summary that is tied to its article: its numbers are not those that notes give."""
    return paragraphs([plain(words("source.numbering"))] if source.seal else [])


def _links(own: str, uses: Iterable[Use]) -> tuple[Link, ...]:
    by_page: dict[str, Link] = {}
    for use in uses:
        if use.link.target.page != own:
            by_page.setdefault(use.link.target.page, use.link)
    return tuple(by_page.values())


def _cut(source: Source, paragraph: Paragraph, uses: Iterable[Use]) -> Cut:
    """The paragraph with the ranges of its sentences and of what is quoted from it.

    What may not be shown is blank: it does not even come near a page.
    """
    base, text = paragraph.start, source.body.text[paragraph.start : paragraph.end]
    quotations = tuple(dict.fromkeys((use.evidence.anchor, _from(base, use.evidence.ranges)) for use in uses))
    sentences = _from(base, ((each.start, each.end) for each in paragraph.passages))
    if source.bibliography.rights is not Rights.QUOTE:
        return Cut(text, sentences, quotations)
    shown = {at for _, places in quotations for start, end in places for at in range(start, end)}
    blanked = "".join(letter if at in shown else " " for at, letter in enumerate(text))
    return Cut(blanked, sentences, quotations, partial=True)


def _from(base: int, ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges as counted from a base."""
    return tuple((start - base, end - base) for start, end in ranges)
