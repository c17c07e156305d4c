"""The glossary: every entry with its definition, its names and where it is used."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compose.atlas import Atlas
from generator.compose.pages.topics import Written
from generator.compose.writer import PageWriter, capitalised, fact, plain, separated
from generator.model.blocks import Block, Fact, Facts, Heading, Paragraph
from generator.model.entries import Entry, EntryKind, Organisation
from generator.model.keys import FactKey
from generator.model.kinds import KINDS, page_of
from generator.model.runs import Line, Link, Quiet, Target
from generator.model.text import EntryId

MOST_USES = 8


def glossary_page(atlas: Atlas, uses: Mapping[EntryId, Sequence[Link]]) -> Written:
    """All entries but people, A to Z; `uses` are the pages on which each is named."""
    page = PageWriter(atlas, KINDS.glossary)
    entries = sorted(
        (entry for entry in atlas.dossier.entries.values() if entry.kind is not EntryKind.PERSON),
        key=lambda entry: (entry.pref_label.casefold(), entry.id),
    )
    by_letter: dict[str, list[Entry]] = {}
    for entry in entries:
        by_letter.setdefault(_letter(entry.pref_label), []).append(entry)
    for letter, group in by_letter.items():
        blocks = [block for entry in group for block in _entry(page, entry, uses.get(entry.id, ()))]
        anchor = f"letter-{letter.lower()}" if letter.isalpha() else "letter-other"
        names = atlas.words("list.separator").join(entry.pref_label for entry in group)
        page.section(anchor, letter, blocks, fold=names)
    words = atlas.words
    deck = capitalised(words("glossary.deck", entries=words("count.entries", n=len(entries))))
    if not atlas.dossier.people():
        return page, page.page(deck)
    deck = words("glossary.deck-beside-people", deck=deck)
    return page, page.page(deck, related=[Link(words("kind.people.title"), Target(KINDS.people.path()))])


def _letter(label: str) -> str:
    first = label[0].upper()[0]
    return first if first.isascii() and first.isalpha() else "#"


def _entry(page: PageWriter, entry: Entry, uses: Sequence[Link]) -> Iterator[Block]:
    yield Heading(
        entry.id, Line((*plain(entry.pref_label).runs, Quiet(f" {page.atlas.words.of(entry.kind)}")))
    )
    if entry.definition:
        yield Paragraph(page.line(entry.definition))
    facts = tuple(_facts(page.atlas, entry, uses))
    if facts:
        yield Facts(facts)


def _facts(atlas: Atlas, entry: Entry, uses: Sequence[Link]) -> Iterator[Fact]:
    words, separator = atlas.words, atlas.words("list.separator")
    if page_of(entry):
        key = FactKey.BRIEFING if entry.briefing else FactKey.OWN_PAGE
        yield fact(words, key, (Line((Link(entry.pref_label, atlas.entry(entry.id)),)),))
    if entry.alt_labels:
        yield fact(words, FactKey.OTHER_NAMES, (plain(separator.join(entry.alt_labels)),))
    if entry.misspellings:
        yield fact(words, FactKey.MISSPELLINGS, (plain(separator.join(entry.misspellings)),))
    if isinstance(entry, Organisation) and entry.existed:
        yield fact(words, FactKey.EXISTED, (Line((atlas.when(entry.existed, entry.existed_basis),)),))
    if entry.broader:
        broader = separated(words, ((atlas.link(name),) for name in entry.broader))
        yield fact(words, FactKey.BROADER, (broader,))
    for key, names in (
        (FactKey.DISTINCT_FROM, entry.distinct_from),
        (FactKey.RELATED, entry.related),
    ):
        if names:
            yield fact(words, key, (separated(words, ((atlas.link(name),) for name in names)),))
    if uses:
        named = separated(words, ((link,) for link in uses[:MOST_USES]))
        rest = len(uses) - MOST_USES
        more = (Quiet(f" {words('list.and-more-pages', n=rest)}"),) if rest > 0 else ()
        yield fact(words, FactKey.USED_IN, (Line((*named.runs, *more)),))
