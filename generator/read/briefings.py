"""`content/briefings/*.md`, what an analyst adds to a topic, and `content/home.md`, to the home page.

Headings, statements that end in references to notes, and the notes: `[^name]: {source: …, exact: …}` or
`[^name]: {basis: editor, reason: …}`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import Levenshtein

from generator.model import content
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.keys import BRIEFING_PARTS, HOME_PARTS, Part
from generator.model.text import Span, Text
from generator.read.inputs import InputFile, Positions
from generator.read.nodes import CONTROLS, Fields, Items, clipped, control_character, parse
from generator.read.records import Parted, Taken, part
from generator.read.schema import suggestion, validate
from generator.words import Words

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=\n|\Z)|(?<=##)(?=[^\s#]))")
_PART = re.compile(r"\{:?[ \t]*part[ \t]*=[ \t]*([^\s{}]*)[ \t]*\}\Z")
_NOTE = re.compile(r"[ \t]{0,3}\[\^([^\s\]]*)\]:")
_ITEM = re.compile(r"([ \t]*)-(?:[ \t]+|\Z)")
_FOREIGN_ITEM = re.compile(r"[ \t]*[*+][ \t]+")
_NUMBERED = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+")

_REFERENCE = re.compile(r"\[\^([^\s\]]{0,64})\]")
_SPACES = re.compile(r"[ \t\n]+")

LIKELY_SLIPS = 2

VOICED = ("says", "certainty")
"""What a note tells of the statement that it proves."""

_Names = Mapping[Part, str]
"""What the site calls the parts: a heading of these very words is that part without a mark."""

_First = dict[tuple[str, str], Text]
"""Where headings of these words, and sections that are this part, stand first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `marks` are its number signs, and the space behind them; `part` is what it is marked as."""

    marks: Text
    words: Text
    part: Text | None = None


@dataclass(slots=True)
class Passage:
    """A list item or a paragraph: `[start, end)` of the file's text, without the item's marker.

    `marker` is set if the item is marked in a way that is not read.
    """

    start: int
    end: int
    marker: Text | None = None


@dataclass(slots=True)
class Note:
    """The definition of a note: `[start, end)` is what follows its colon."""

    name: Text
    start: int
    end: int


Block = Heading | Passage | Note


def blocks(positions: Positions, start: int) -> Iterator[Block]:
    """What stands in the file's text from the offset `start` on, in order."""
    current: Passage | Note | None = None
    offset = start
    for line in positions.text[start:].split("\n"):
        end = offset + len(line.rstrip())
        if line.strip():
            begun = _begun(positions, offset, line, current)
            if begun is None and current is not None:
                current.end = end
            else:
                if current is not None:
                    yield current
                current = None
                if isinstance(begun, Heading):
                    yield begun
                else:
                    current = begun or Passage(offset + len(line) - len(line.lstrip()), end)
        elif current is not None:
            yield current
            current = None
        offset += len(line) + 1
    if current is not None:
        yield current


def _begun(positions: Positions, offset: int, line: str, current: Passage | Note | None) -> Block | None:
    """The block that this line begins; None if it is plain text."""
    end = offset + len(line.rstrip())
    if found := _HEADING.match(line):
        return _heading(positions, offset, min(offset + found.end(), end), end)
    if found := _NOTE.match(line):
        name = positions.cut(offset + found.start(1), offset + found.end(1))
        return Note(name, offset + found.end(), end)
    if isinstance(current, Note):
        return None
    if found := _ITEM.match(line):
        return Passage(min(offset + found.end(), end), end, _odd_marker(positions, offset, found))
    if (found := _FOREIGN_ITEM.match(line)) or (current is None and (found := _NUMBERED.match(line))):
        return Passage(offset + found.end(), end, positions.cut(offset, offset + len(found.group().rstrip())))
    return None


def _heading(positions: Positions, offset: int, start: int, end: int) -> Heading:
    """The heading whose words stand in `[start, end)`; a mark such as `{part=key-points}` may end them."""
    marks = positions.cut(offset, start)
    marked = _PART.search(positions.text, start, end)
    if marked is None:
        return Heading(marks, positions.cut(start, end))
    words = positions.text[start : marked.start()].rstrip()
    return Heading(
        marks, positions.cut(start, start + len(words)), positions.cut(marked.start(1), marked.end(1))
    )


def _odd_marker(positions: Positions, offset: int, found: re.Match[str]) -> Text | None:
    """The marker of an item within an item: there is one level only."""
    if not found.group(1):
        return None
    return positions.cut(offset + found.end(1), offset + found.end(1) + 1)


class EditorNote(content.Record):
    """The note of a statement that is the editor's own."""

    basis: Literal["editor"]
    reason: content.Filled


@dataclass(slots=True)
class Notes:
    """The notes of one briefing by name; None is a note that is faulty, which has been reported."""

    by_name: dict[str, content.CitationRecord | EditorNote | None] = field(default_factory=dict)
    names: dict[str, Text] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def define(self, note: Note, positions: Positions) -> tuple[Diagnostic, ...]:
        """Take in a definition; its faults."""
        first = self.names.get(note.name)
        if first is not None:
            related = (Related(first.span, "it is first given here"),)
            message = f"the note `[^{clipped(note.name)}]` is given twice"
            help = "give one of them another name"
            return (Diagnostic("duplicate-note", message, note.name.span, related=related, help=help),)
        self.names[note.name] = note.name
        self.by_name[note.name], problems = _content(note, positions)
        return problems

    def undefined(self, reference: Text) -> tuple[Diagnostic, ...]:
        """The fault of a reference, if it is one; notes the note as used."""
        self.used.add(reference)
        if reference in self.by_name:
            return ()
        slip = suggestion(reference, tuple(self.names))
        help = (
            f"did you mean `[^{slip}]`?"
            if slip
            else f"write `[^{clipped(reference)}]: {{source: …, exact: …}}` below"
        )
        message = f"the note `[^{clipped(reference)}]` is not given"
        return (Diagnostic("note-undefined", message, reference.span, help=help),)

    def unused(self) -> Iterator[Diagnostic]:
        """A warning for each note to which no statement refers."""
        for name, written in self.names.items():
            if name not in self.used:
                message = f"no statement refers to the note `[^{clipped(name)}]`"
                help = "put it behind the statement that it proves, or remove it"
                yield Diagnostic("note-unused", message, written.span, Severity.WARNING, help=help)


def _content(
    note: Note, positions: Positions
) -> tuple[content.CitationRecord | EditorNote | None, tuple[Diagnostic, ...]]:
    tree, problems = parse(positions.text[note.start : note.end], positions, note.start)
    if tree is None:
        empty = Diagnostic(
            "empty-value",
            f"the note `[^{clipped(note.name)}]` is empty",
            note.name.span,
            help="write `{source: …, exact: …}` behind it",
        )
        return None, problems or (empty,)
    record: content.CitationRecord | EditorNote | None
    if isinstance(tree, Fields) and "basis" in tree.offsets:
        record, misfits = validate(EditorNote, tree, note.name.span)
    else:
        record, misfits = validate(content.NoteRecord, tree, note.name.span)
    return record, (*problems, *misfits)


def read_statement(
    passage: Passage, notes: Notes, positions: Positions
) -> tuple[content.StatementRecord | None, tuple[Diagnostic, ...]]:
    """The statement that a list item or paragraph writes, with what its notes say, and its faults.

    None also if one of its notes is faulty: what it proves is not known then.
    """
    raw = positions.text[passage.start : passage.end]
    references = tuple(_REFERENCE.finditer(raw))
    names = [
        positions.cut(passage.start + found.start(1), passage.start + found.end(1)) for found in references
    ]
    problems = [problem for name in names for problem in notes.undefined(name)]
    length = _length_without_notes(raw, references)
    words = Text(
        _SPACES.sub(" ", raw[:length]), positions.span(passage.start, passage.start + max(length, 1))
    )
    problems += _misplaced(words, references, length, passage, positions)
    cited = [note for name in names if (note := notes.by_name.get(name)) is not None]
    problems += _differing(words, cited)
    if problems or len(cited) < len(names):
        return None, tuple(problems)
    return _record(words, cited), ()


def _length_without_notes(raw: str, references: tuple[re.Match[str], ...]) -> int:
    """How much of the raw text stands before the references at its end."""
    end = len(raw.rstrip())
    for reference in reversed(references):
        if raw[reference.end() : end].strip():
            break
        end = reference.start()
    return len(raw[:end].rstrip())


def _misplaced(
    words: Text, references: tuple[re.Match[str], ...], length: int, passage: Passage, positions: Positions
) -> tuple[Diagnostic, ...]:
    if not words:
        help = "write the statement before its notes, or remove the item"
        return (Diagnostic("statement-without-text", "there are no words here", words.span, help=help),)
    if not references:
        help = "end it with a note, such as [^1], and give the note below as `[^1]: {source: …, exact: …}`"
        return (Diagnostic("statement-without-note", "this statement has no note", words.span, help=help),)
    return tuple(
        Diagnostic(
            "note-not-at-end",
            "a note stands within the statement",
            positions.span(passage.start + found.start(), passage.start + found.end()),
            help="put it behind the last full stop, or make two statements",
        )
        for found in references
        if found.start() < length
    )


def _told(cited: Iterable[content.CitationRecord | EditorNote], name: str) -> tuple[str, ...]:
    """What the notes of a statement tell of it under a name, each once."""
    return tuple(dict.fromkeys(value for note in cited if (value := getattr(note, name, None))))


def _differing(words: Text, cited: Sequence[content.CitationRecord | EditorNote]) -> Iterator[Diagnostic]:
    """The fault of a statement whose notes tell different speakers or certainties."""
    for name in VOICED:
        told = _told(cited, name)
        if len(told) > 1:
            listed = " and ".join(f"“{each}”" for each in told)
            message = f"the notes of this statement give different values as `{name}`: {listed}"
            yield Diagnostic(
                "notes-differ", message, words.span, help="make two statements, or mend one note"
            )


def _record(words: Text, cited: list[content.CitationRecord | EditorNote]) -> content.StatementRecord:
    reasons = [note.reason for note in cited if isinstance(note, EditorNote)]
    tree: dict[str, object] = {
        content.SPAN_KEY: words.span,
        "text": words,
        "cite": tuple(note for note in cited if isinstance(note, content.CitationRecord)),
    }
    for name in VOICED:
        tree[name] = next(iter(_told(cited, name)), None)
    if reasons:
        tree |= {"basis": "editor", "reason": Text(" ".join(reasons), reasons[0].span)}
    return content.StatementRecord.model_validate(tree)


@dataclass(frozen=True, slots=True)
class _Section:
    heading: Text
    part: Part | None = None
    passages: list[Passage] = field(default_factory=list)


def read_briefing(
    topic: str, file: InputFile, words: Words
) -> tuple[content.BriefingRecord | None, tuple[Diagnostic, ...]]:
    """The briefing that the file holds, and its faults; faulty statements are left out.

    `words` are those of the site: a heading that is its name for a part is that part.
    """
    parted, problems = part(file)
    if parted is None:
        return None, problems
    sections, in_text = _sections(parted, {part: words.of(part) for part in BRIEFING_PARTS})
    head, in_head = parted.validated(content.BriefingHead)
    problems = (*problems, *in_head, *_duplicate_disputes(parted), *in_text)
    if head is None:
        return None, problems
    tree = {
        content.SPAN_KEY: Span.at(file.path),
        "topic": Text(topic, Span.at(file.path)),
        "head": head,
        "sections": sections,
    }
    return content.BriefingRecord.model_validate(tree), problems


def read_home(file: InputFile, words: Words) -> tuple[content.HomeRecord | None, tuple[Diagnostic, ...]]:
    """What the file adds to the home page, and its faults; it is read as a briefing is."""
    parted, problems = part(file)
    if parted is None:
        return None, problems
    sections, in_text = _sections(parted, {part: words.of(part) for part in HOME_PARTS})
    head, in_head = parted.validated(content.HomeHead)
    problems = (*problems, *in_head, *in_text)
    if head is None:
        return None, problems
    tree = {content.SPAN_KEY: Span.at(file.path), "head": head, "sections": sections}
    return content.HomeRecord.model_validate(tree), problems


def _duplicate_disputes(parted: Parted) -> tuple[Diagnostic, ...]:
    disputes = parted.head.get("disputes") if isinstance(parted.head, Fields) else None
    taken = Taken("disputes")
    items = disputes if isinstance(disputes, Items) else ()
    return tuple(problem for item in items for problem in taken.claim(item))


def _sections(
    parted: Parted, names: _Names
) -> tuple[tuple[content.SectionRecord, ...], tuple[Diagnostic, ...]]:
    positions = parted.positions
    written = tuple(blocks(positions, parted.body))
    problems = list(_controls(positions, parted.body))
    notes = Notes()
    for block in written:
        if isinstance(block, Note):
            problems += notes.define(block, positions)
    gathered = tuple(_gathered(written, positions, names, problems))
    read = [_section(section, notes, positions, problems) for section in gathered]
    sections = tuple(section for section in read if section is not None)
    return sections, (*problems, *notes.unused())


def _controls(positions: Positions, start: int) -> Iterator[Diagnostic]:
    found = CONTROLS.search(positions.text, start)
    if found:
        yield control_character(found.group(), positions.at(found.start()))


def _gathered(
    written: tuple[Block, ...], positions: Positions, names: _Names, problems: list[Diagnostic]
) -> Iterator[_Section]:
    """The sections with their passages; adds the faults of headings and of where passages stand."""
    section: _Section | None = None
    first: _First = {}
    for block in written:
        if isinstance(block, Heading):
            part = _part_of(block, names)
            problems += _heading_faults(block, part, names, first)
            if section is not None:
                yield section
            section = _Section(block.words, part)
            first.setdefault(("words", block.words.lower()), block.words)
            if part is not None:
                first.setdefault(("part", part), block.words)
        elif isinstance(block, Passage):
            problems += _passage_faults(block, positions, names, under_heading=section is not None)
            section = section or _Section(Text("", positions.at(block.start)))
            section.passages.append(block)
    if section is not None:
        yield section


def _part_of(heading: Heading, names: _Names) -> Part | None:
    """The part that a heading is marked as; without a mark, the part that is called by these very words."""
    if heading.part is not None:
        return next((part for part in names if str(heading.part) == part.value), None)
    return next((part for part, name in names.items() if name == heading.words), None)


def _heading_faults(
    heading: Heading, part: Part | None, names: _Names, first: _First
) -> Iterator[Diagnostic]:
    words = heading.words
    if heading.marks.rstrip() != "##" or heading.marks == "##" or not words:
        message = "a heading is two number signs, a space and words"
        yield Diagnostic("heading-unknown-level", message, heading.marks.span, help="write `## Heading`")
    again = [(("words", words.lower()), f"the heading “{clipped(words)}” stands here again")]
    again += [(("part", part), f"the part `{part}` stands here again")] if part else []
    for key, message in again if words else ():
        if key in first:
            related = (Related(first[key].span, "it first stands here"),)
            help = "put the statements of both under one of them"
            yield Diagnostic("duplicate-heading", message, words.span, related=related, help=help)
            break
    if heading.part is None:
        yield from _near_names(words, names)
    elif part is None:
        message = f"“{clipped(heading.part)}” is no part that can stand here"
        help = f"write one of {', '.join(f'`{{part={each}}}`' for each in names)}, or no mark"
        yield Diagnostic("unknown-part", message, heading.part.span, help=help)


def _near_names(words: Text, names: _Names) -> Iterator[Diagnostic]:
    """What an author probably meant for a part, and what is none."""
    for known in names.values():
        if words != known and Levenshtein.distance(words.lower(), known.lower()) <= LIKELY_SLIPS:
            message = (
                f"“{clipped(words)}” is almost the known heading “{known}”, but becomes a section of its own"
            )
            help = f"write `## {known}`"
            yield Diagnostic("heading-almost-known", message, words.span, Severity.WARNING, help=help)


def _passage_faults(
    passage: Passage, positions: Positions, names: _Names, *, under_heading: bool
) -> Iterator[Diagnostic]:
    if passage.marker is not None:
        message = f"list items are not marked with “{passage.marker.strip()}”"
        if passage.marker == "-":
            message = "a list within a list is not read"
        help = "begin each item with “- ” at the start of the line"
        yield Diagnostic("list-marker", message, passage.marker.span, help=help)
    if not under_heading:
        span = positions.span(passage.start, max(passage.end, passage.start + 1))
        help = f"write a line such as `## {next(iter(names.values()))}` above"
        yield Diagnostic("statement-without-heading", "this stands under no heading", span, help=help)


def _section(
    section: _Section, notes: Notes, positions: Positions, problems: list[Diagnostic]
) -> content.SectionRecord | None:
    """The section; None without a heading, whose statements count as users of their notes all the same."""
    statements: list[content.StatementRecord] = []
    for passage in section.passages:
        statement, found = read_statement(passage, notes, positions)
        problems += found
        if statement is not None:
            statements.append(statement)
    if not section.heading:
        return None
    if not section.passages:
        message = f"nothing stands under “{clipped(section.heading)}”"
        help = "write a statement, or remove the heading"
        problems.append(
            Diagnostic("empty-section", message, section.heading.span, Severity.WARNING, help=help)
        )
    return content.SectionRecord.model_validate(
        {
            content.SPAN_KEY: section.heading.span,
            "heading": section.heading,
            "part": section.part,
            "statements": tuple(statements),
        }
    )
