"""The notes of a briefing: `[^name]: {source: …, exact: …}` or `[^name]: {basis: editor, reason: …}`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.fields import CitationRecord, Filled, Record
from generator.model.text import Text
from generator.read.blocks import Note
from generator.read.nodes import Fields, clipped, parse
from generator.read.positions import Positions
from generator.read.schema import suggestion, validate


class EditorNote(Record):
    """The note of a statement that is the editor's own."""

    basis: Literal["editor"]
    reason: Filled


@dataclass(slots=True)
class Notes:
    """The notes of one briefing by name; None is a note that is faulty, which has been reported."""

    by_name: dict[str, CitationRecord | EditorNote | None] = field(default_factory=dict)
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
) -> tuple[CitationRecord | EditorNote | None, tuple[Diagnostic, ...]]:
    tree, problems = parse(positions.text[note.start : note.end], positions, note.start)
    if tree is None:
        empty = Diagnostic(
            "empty-value",
            f"the note `[^{clipped(note.name)}]` is empty",
            note.name.span,
            help="write `{source: …, exact: …}` behind it",
        )
        return None, problems or (empty,)
    record: CitationRecord | EditorNote | None
    if isinstance(tree, Fields) and "basis" in tree.offsets:
        record, misfits = validate(EditorNote, tree, note.name.span)
    else:
        record, misfits = validate(CitationRecord, tree, note.name.span)
    return record, (*problems, *misfits)
