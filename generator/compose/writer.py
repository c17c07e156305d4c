"""Writes one page: numbers its notes and links its terms, in the order in which it is read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from generator.compose.atlas import Atlas
from generator.compose.voices import article_place, note_lines, sentence
from generator.model import runs as inlines
from generator.model.blocks import Block, Bullets, Fact, Narrative, Paragraph, Table
from generator.model.claims import Outcome
from generator.model.entries import Side
from generator.model.evidence import Evidence, Printed, Statement, Support
from generator.model.keys import FactKey, SectionKey
from generator.model.kinds import Kind
from generator.model.pages import Attachment, Note, Page, Section
from generator.model.proved import Proved
from generator.model.sources import overlaps
from generator.model.text import EntryId, SourceId
from generator.model.values import digest_of
from generator.text.quotations import statement_anchor
from generator.text.redline import shared_words
from generator.words import Words

# Of 97 statements of a long page, those that share so many words with one before them say no more than it.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Supported:
    """A statement of a page that tells its support; `place` is the first of its marks."""

    statement: Statement
    support: Support
    place: inlines.NoteRef
    section: str = ""


class PageWriter:
    """Gathers one page.

    Call its methods in reading order: a note gets its number when it is first referred to, a term its
    link at its first use in a section. `name` is the id of what the page is about, if its address has one.
    """

    def __init__(self, atlas: Atlas, kind: Kind, title: str | None = None, name: str = "") -> None:
        self.atlas = atlas
        self.path = kind.path(name)
        self.title = title or atlas.words(f"kind.{kind.slug}.title")
        self.kind = kind
        self.passages: list[Evidence] = []
        self.terms: Counter[EntryId] = Counter()
        self.supported: list[Supported] = []
        self._sections: list[Section] = []
        self._linked: set[EntryId] = set()
        self._closed = 0
        self._notes: dict[tuple[SourceId, str], Evidence] = {}
        self._printed: dict[tuple[SourceId, str], dict[Printed, None]] = {}
        self._numbers: dict[tuple[SourceId, str], int] = {}
        self._occurrences: Counter[tuple[SourceId, str]] = Counter()
        self._anchors: Counter[str] = Counter()
        self.lines_stated: list[tuple[Statement, str]] = []

    def section(
        self,
        anchor: str | None,
        heading: str | None,
        blocks: Iterable[Block | None],
        key: SectionKey | None = None,
        *,
        fold: str | None = None,
        folds: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Close a section; one without blocks is left out. Without a key it has that of its anchor.

        With a `fold`, which says what it holds, a screen shows no more of it until a reader opens it; with
        `folds` the same holds for what stands below the headings that have these anchors.
        """
        filled = tuple(block for block in blocks if block is not None)
        if filled:
            at = key or SectionKey.at(anchor)
            self._sections.append(Section(at, anchor, heading, filled, fold, tuple(folds)))
        self._linked.clear()
        fresh = (replace(item, section=heading or "") for item in self.supported[self._closed :])
        self.supported[self._closed :] = fresh
        self._closed = len(self.supported)

    def line(
        self,
        statement: Statement,
        lead: Sequence[inlines.Run] = (),
        tail: Sequence[inlines.Run] = (),
        *,
        support: bool = False,
    ) -> inlines.Line:
        """A statement with its terms linked, its proof behind it and, if asked for, its support."""
        text, proof = self.text(statement), self.proof(statement)
        label = self._support(statement, proof) if support else ()
        marks = [each for each in proof if isinstance(each, inlines.ReviewMark)]
        notes = [each for each in proof if each not in marks]
        return self.stated(statement, (*lead, *text, *notes, *label, *marks, *tail))

    def stated(self, statement: Statement, runs: Iterable[inlines.Run]) -> inlines.Line:
        """The runs as the line that states it, under an anchor that stands once on the page."""
        anchor = statement_anchor(statement)
        self._anchors[anchor] += 1
        if self._anchors[anchor] > 1:
            anchor = f"{anchor}-{self._anchors[anchor]}"
        self.lines_stated.append((statement, anchor))
        return inlines.Line(tuple(runs), anchor)

    def repeats(self, statement: Statement) -> bool:
        """Whether the page has said it: by the same words of a source, and in mostly the same of ours."""
        return any(
            _share_words(said.evidence, statement.evidence)
            and shared_words(said.text, statement.text) >= ALIKE
            for said, _ in self.lines_stated
        )

    def fresh(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Those that the page has not said, each asked for when those before it are written."""
        return (each for each in statements if not self.repeats(each))

    def lines(self, statements: Iterable[Statement], *, support: bool = False) -> tuple[inlines.Line, ...]:
        """Statements, each on its own line."""
        return tuple(self.line(statement, support=support) for statement in statements)

    def narrative(self, statements: Iterable[Statement]) -> Narrative | None:
        """Statements that flow as one paragraph, each with its proof and support; None if there are none."""
        lines = self.lines(statements, support=True)
        return Narrative(lines) if lines else None

    def text(self, statement: Statement) -> tuple[inlines.Run, ...]:
        """The text of a statement, with each term linked at its first use in the section."""
        runs: list[inlines.Run] = []
        position = 0
        for start, end, link in sorted((*self._terms(statement), *self._named(statement)), key=itemgetter(0)):
            if start > position:
                runs.append(inlines.Plain(statement.text[position:start]))
            runs.append(link)
            position = end
        if position < len(statement.text):
            runs.append(inlines.Plain(statement.text[position:]))
        return tuple(runs)

    def _terms(self, statement: Statement) -> Iterator[tuple[int, int, inlines.Run]]:
        """Where the text names terms that have no link in the section yet, and the links."""
        for mention in statement.mentions:
            self.terms[mention.entry] += 1
            if isinstance(self.atlas.dossier.entries[mention.entry], Side):
                continue  # named in every other sentence
            target = self.atlas.entry(mention.entry)
            if mention.entry in self._linked or (target.page == self.path and target.anchor is None):
                continue
            self._linked.add(mention.entry)
            words = statement.text[mention.start : mention.end]
            preview = self.atlas.preview(self.atlas.dossier.entries[mention.entry])
            yield mention.start, mention.end, inlines.Term(words, target, preview)

    def _named(self, statement: Statement) -> Iterator[tuple[int, int, inlines.Run]]:
        """Where the text calls the sources that it cites by their short names, and links to them."""
        for source in dict.fromkeys(item.source for item in statement.evidence):
            name, target = self.atlas.dossier.sources[source].bibliography.short, self.atlas.source(source)
            start = statement.text.find(name) if name else -1
            if name and start >= 0 and target.page != self.path:
                yield start, start + len(name), inlines.Link(name, target)

    def proof(self, statement: Statement) -> tuple[inlines.Run, ...]:
        """The marks behind a statement: its notes, or the mark of the editor."""
        if statement.reason:
            return (inlines.EditorMark(statement.reason),)
        marks = (self._refer(evidence) for evidence in statement.evidence)
        return (*self.attribution(statement), *marks, *self._reviewed(statement))

    def attribution(self, statement: Statement) -> tuple[inlines.Attribution, ...]:
        """According to whom and how surely it is said, where its author tells that apart from the text."""
        words, says, sure = self.atlas.words, statement.says, statement.certainty
        if says is None and sure is None:
            return ()
        is_named = any(mention.entry == says for mention in statement.mentions)
        name = "" if says is None or is_named else self.atlas.dossier.entries[says].pref_label
        told = [words("attribution.says", who=name)] if name else []
        told += [words.of(sure)] if sure else []
        text = f" ({words('list.separator').join(told)})" if told else ""
        return (inlines.Attribution(text, says, sure),)

    def _reviewed(self, statement: Statement) -> tuple[inlines.ReviewMark, ...]:
        """The mark of what somebody accepted, or of what no machine could compare and nobody has read yet."""
        dossier, words = self.atlas.dossier, self.atlas.words
        reviews = dossier.accepted.get(statement.span, ())
        if reviews:
            told = (words("review.accepted", by=each.by, because=each.because) for each in reviews)
            return (inlines.ReviewMark(words("mark.accepted"), " ".join(dict.fromkeys(told)), True),)
        reading = dossier.readings.get(statement.span)
        if reading is None or reading.outcome is Outcome.AGREES:
            return ()
        return (inlines.ReviewMark(words("mark.unread"), words.of(reading.outcome), False),)

    def _support(self, statement: Statement, proof: Sequence[inlines.Run]) -> tuple[inlines.SupportMark, ...]:
        support = self.atlas.dossier.support(statement)
        places = [run for run in proof if isinstance(run, inlines.NoteRef)]
        if not places:
            return ()
        self.supported.append(Supported(statement, support, places[0]))
        return (support_mark(self.atlas, support),)

    def marks(self, evidence: Iterable[Evidence]) -> tuple[inlines.NoteRef, ...]:
        """The marks of the notes that hold these words."""
        return tuple(self._refer(item) for item in evidence)

    def why(self, value: Proved[object]) -> tuple[inlines.Run, ...]:
        """What speaks for a value, to stand behind it: the notes of its own citations, and its open basis."""
        basis = self.atlas.basis(value)
        told = (inlines.Quiet(f" {self.atlas.words('value.basis', basis=basis)}"),) if basis else ()
        return (*self.why_cited(value), *told)

    def why_cited(self, value: Proved[object]) -> tuple[inlines.NoteRef, ...]:
        """The notes of a value's own citations; for where its basis is shown otherwise, as with dates."""
        return self.marks(value.own)

    def _refer(self, evidence: Evidence) -> inlines.NoteRef:
        key = (evidence.source, evidence.anchor)
        if evidence.printed:
            self._printed.setdefault(key, {}).setdefault(evidence.printed)
        known = self._notes.setdefault(key, evidence)
        if evidence.printed and not known.printed:
            self._notes[key] = evidence
        self._occurrences[key] += 1
        return inlines.NoteRef(self._numbers.setdefault(key, len(self._notes)), self._occurrences[key])

    def passage(self, evidence: Evidence) -> inlines.Line:
        """A sentence of a source, and the way to it."""
        self.passages.append(evidence)
        words = self.atlas.words
        at = article_place(words, evidence) or words("evidence.in-context")
        where = inlines.Link(at, self.atlas.evidence(evidence))
        return inlines.Line((sentence(evidence.voice, evidence.exact), inlines.Plain(" "), where))

    def quoted(self) -> tuple[Evidence, ...]:
        """All words of sources that the page relies on, so far."""
        return (*self._notes.values(), *self.passages)

    def page(
        self,
        deck: str,
        *,
        description: str | None = None,
        related: Sequence[inlines.Link] = (),
        attachments: Sequence[Attachment] = (),
    ) -> Page:
        """The page as written so far."""
        notes = self._numbered_notes()
        return Page(
            path=self.path,
            kind=self.kind,
            title=self.title,
            deck=deck,
            description=description or deck,
            sections=tuple(self._sections),
            notes=notes,
            related=tuple(related),
            attachments=tuple(attachments),
            version=digest_of(self.title, deck, tuple(self._sections), notes, tuple(related)),
        )

    def _numbered_notes(self) -> tuple[Note, ...]:
        return tuple(
            Note(
                self._numbers[key],
                evidence,
                note_lines(self.atlas.words, evidence, self._printed.get(key, ())),
                self.atlas.source_label(evidence.source),
                self.atlas.source_reference(evidence.source),
                self._occurrences[key],
                self.atlas.evidence(evidence),
            )
            for key, evidence in self._notes.items()
        )


def _share_words(some: Iterable[Evidence], others: Sequence[Evidence]) -> bool:
    """Whether both cite words that overlap in a source."""
    return any(
        one.source == other.source and any(overlaps(place, other.ranges) for place in one.ranges)
        for one in some
        for other in others
    )


def support_mark(atlas: Atlas, support: Support) -> inlines.SupportMark:
    """How many sources there are and how many are independent, in words, with their names."""
    words = atlas.words
    first: dict[SourceId, str] = {}
    names = []
    for name in support.sources:
        label = atlas.source_label(name)
        other = first.setdefault(atlas.dossier.kin.get(name, name), label)
        names.append(label if other is label else words("support.connected", source=label, other=other))
    return inlines.SupportMark(support_told(words, support), tuple(names), support.least)


def support_told(words: Words, support: Support) -> str:
    """How many sources bear the clause that has fewest, in words."""
    count, least = len(support.sources), support.least
    if not support.is_compared:
        return words("support.not-compared", n=count)
    if least < support.independent:
        if least > 1:
            return words("support.at-least", n=least)
        return words("support.each" if max(support.clauses) == 1 else "support.in-part")
    told = words("support.sources", n=count)
    if support.independent == count:
        return told
    return words("support.independent", sources=told, count=support.independent)


def without_empty_columns(words: Words, table: Table) -> Table:
    """The table without the columns of which every row says that there is nothing, or nobody."""
    nothing = {words("value.none"), words("people.no-rounds")}
    cells = zip(*(row.cells for row in table.rows), strict=True)
    kept = [at for at, column in enumerate(cells) if not {cell.text() for cell in column} <= nothing]
    return replace(
        table,
        header=tuple(table.header[at] for at in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows),
        numeric=tuple(place for place, at in enumerate(kept) if at in table.numeric),
    )


def capitalised(label: str) -> str:
    """A label as a heading: its first letter large."""
    return label[:1].upper() + label[1:]


def status(words: Words, member: StrEnum) -> inlines.Status:
    """The word of state of a member of an enumeration; its look is that of the member."""
    return inlines.Status(words.of(member), member.value)


def fact(words: Words, key: FactKey, lines: tuple[inlines.Line, ...]) -> Fact:
    """A row of a fact box, called as readers call it."""
    return Fact(key, words.of(key), lines)


def plain(text: str) -> inlines.Line:
    """A line of text as it is."""
    return inlines.Line((inlines.Plain(text),))


def paragraphs(lines: Iterable[inlines.Line]) -> tuple[Paragraph, ...]:
    """A paragraph for each line."""
    return tuple(Paragraph(line) for line in lines)


def bullets(lines: Iterable[inlines.Line]) -> Bullets | None:
    """A list of the lines; None if there are none."""
    items = tuple(lines)
    return Bullets(items) if items else None


def separated(words: Words, parts: Iterable[Sequence[inlines.Run]]) -> inlines.Line:
    """Several groups of runs as one line, with commas between them."""
    return joined(parts, words("list.separator"))


def joined(parts: Iterable[Sequence[inlines.Run]], separator: str) -> inlines.Line:
    """Several groups of runs as one line."""
    runs: list[inlines.Run] = []
    for part in parts:
        if runs:
            runs.append(inlines.Plain(separator))
        runs.extend(part)
    return inlines.Line(tuple(runs))
