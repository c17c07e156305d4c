"""`content/briefings/*.md`: what an analyst adds to a topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from generator.model.corpus import BriefingHead, BriefingRecord, SectionRecord
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.fields import SPAN_KEY, StatementRecord
from generator.model.keys import BRIEFING_PARTS, Part
from generator.model.text import Span, Text
from generator.read.blocks import Block, Heading, Note, Passage, blocks
from generator.read.duplicates import Taken
from generator.read.files import InputFile
from generator.read.front_matter import Parted, part
from generator.read.nodes import CONTROLS, Fields, Items, clipped, control_character
from generator.read.notes import Notes
from generator.read.positions import Positions
from generator.read.statements import read_statement
from generator.words import Words

LIKELY_SLIPS = 2

_Names = Mapping[Part, str]
"""What the site calls the parts: a heading of these very words is that part without a mark."""
_First = dict[tuple[str, str], Text]
"""Where headings of these words, and sections that are this part, stand first."""


@dataclass(frozen=True, slots=True)
class _Section:
    heading: Text
    part: Part | None = None
    passages: list[Passage] = field(default_factory=list)


def read_briefing(
    topic: str, file: InputFile, words: Words
) -> tuple[BriefingRecord | None, tuple[Diagnostic, ...]]:
    """The briefing that the file holds, and its faults; faulty statements are left out.

    `words` are those of the site: a heading that is its name for a part is that part.
    """
    parted, problems = part(file)
    if parted is None:
        return None, problems
    sections, in_text = _sections(parted, {part: words.of(part) for part in BRIEFING_PARTS})
    head, in_head = parted.validated(BriefingHead)
    problems = (*problems, *in_head, *_duplicate_disputes(parted), *in_text)
    if head is None:
        return None, problems
    tree = {
        SPAN_KEY: Span.at(file.path),
        "topic": Text(topic, Span.at(file.path)),
        "head": head,
        "sections": sections,
    }
    return BriefingRecord.model_validate(tree), problems


def _duplicate_disputes(parted: Parted) -> tuple[Diagnostic, ...]:
    disputes = parted.head.get("disputes") if isinstance(parted.head, Fields) else None
    taken = Taken("disputes")
    items = disputes if isinstance(disputes, Items) else ()
    return tuple(problem for item in items for problem in taken.claim(item))


def _sections(parted: Parted, names: _Names) -> tuple[tuple[SectionRecord, ...], tuple[Diagnostic, ...]]:
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
        return next((part for part in BRIEFING_PARTS if str(heading.part) == part.value), None)
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
        message = f"“{clipped(heading.part)}” is no part of a briefing"
        help = f"write one of {', '.join(f'`{{part={each}}}`' for each in BRIEFING_PARTS)}, or no mark"
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
        help = f"write a line such as `## {names[Part.BOTTOM_LINE]}` above"
        yield Diagnostic("statement-without-heading", "this stands under no heading", span, help=help)


def _section(
    section: _Section, notes: Notes, positions: Positions, problems: list[Diagnostic]
) -> SectionRecord | None:
    """The section; None without a heading, whose statements count as users of their notes all the same."""
    statements: list[StatementRecord] = []
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
    return SectionRecord.model_validate(
        {
            SPAN_KEY: section.heading.span,
            "heading": section.heading,
            "part": section.part,
            "statements": tuple(statements),
        }
    )
