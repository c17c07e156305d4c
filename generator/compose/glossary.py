"""The glossary: every entry with its definition, its names and where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.compose.atlas import Atlas
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, capitalised, joined, many, plain
from generator.model.blocks import Block, Fact, Facts, Heading, Paragraph
from generator.model.dates import spoken
from generator.model.entries import Entry, EntryKind, Organisation
from generator.model.identifiers import EntryId
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Quiet, Target, When

MOST_USES = 8


def glossary_page(atlas: Atlas, uses: Mapping[EntryId, Sequence[Link]]) -> Written:
    """All entries but people, A to Z; `uses` are the pages on which each is named."""
    page = PageWriter(atlas, KINDS.glossary, "Glossary")
    entries = sorted(
        (entry for entry in atlas.dossier.entries.values() if entry.kind is not EntryKind.PERSON),
        key=lambda entry: (entry.pref_label.casefold(), entry.id),
    )
    by_letter: dict[str, list[Entry]] = {}
    for entry in entries:
        by_letter.setdefault(_letter(entry.pref_label), []).append(entry)
    for letter, group in by_letter.items():
        blocks = [block for entry in group for block in _entry(page, entry, uses.get(entry.id, ()))]
        page.section(f"letter-{letter.lower()}" if letter.isalpha() else "letter-other", letter, blocks)
    told = capitalised(many(len(entries), "entry", "entries"))
    deck = f"{told}: terms, measures, organisations and places. People have pages of their own."
    return page, page.page(deck, related=[Link("People", Target(KINDS.people.path()))])


def _letter(label: str) -> str:
    first = label[0].upper()[0]
    return first if first.isascii() and first.isalpha() else "#"


def _entry(page: PageWriter, entry: Entry, uses: Sequence[Link]) -> Iterator[Block]:
    yield Heading(entry.id, Line((*plain(entry.pref_label).runs, Quiet(f" {entry.kind}"))))
    if entry.definition:
        yield Paragraph(page.line(entry.definition))
    facts = tuple(_facts(page.atlas, entry, uses))
    if facts:
        yield Facts(facts)


def _facts(atlas: Atlas, entry: Entry, uses: Sequence[Link]) -> Iterator[Fact]:
    if entry.briefing:
        yield Fact(FactKey.BRIEFING, "Briefing", (Line((Link(entry.pref_label, atlas.entry(entry.id)),)),))
    if entry.alt_labels:
        yield Fact(FactKey.OTHER_NAMES, "Also called", (plain(", ".join(entry.alt_labels)),))
    if entry.misspellings:
        yield Fact(FactKey.MISSPELLINGS, "Misspelt as", (plain(", ".join(entry.misspellings)),))
    if isinstance(entry, Organisation) and entry.existed:
        yield Fact(
            FactKey.EXISTED,
            "Existed",
            (Line((When(spoken(entry.existed), entry.existed, entry.existed_basis),)),),
        )
    if entry.broader:
        yield Fact(FactKey.BROADER, "Part of", (joined((atlas.link(name),) for name in entry.broader),))
    others = (
        (FactKey.DISTINCT_FROM, "Not to be confused with", entry.distinct_from),
        (FactKey.RELATED, "See also", entry.related),
    )
    for key, label, names in others:
        if names:
            yield Fact(key, label, (joined((atlas.link(name),) for name in names),))
    if uses:
        named = joined((link,) for link in uses[:MOST_USES])
        rest = len(uses) - MOST_USES
        more = (Quiet(f" and {many(rest, 'more page')}"),) if rest > 0 else ()
        yield Fact(FactKey.USED_IN, "Used in", (Line((*named.runs, *more)),))
