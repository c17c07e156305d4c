"""Statements of a briefing: words that end in references to notes."""

from __future__ import annotations

import re

from generator.model.diagnostics import Diagnostic
from generator.model.fields import SPAN_KEY, CitationRecord, StatementRecord
from generator.model.text import Text
from generator.read.blocks import Passage
from generator.read.notes import EditorNote, Notes
from generator.read.positions import Positions

_REFERENCE = re.compile(r"\[\^([^\s\]]{0,64})\]")
_SPACES = re.compile(r"[ \t\n]+")


def read_statement(
    passage: Passage, notes: Notes, positions: Positions
) -> tuple[StatementRecord | None, tuple[Diagnostic, ...]]:
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


def _record(words: Text, cited: list[CitationRecord | EditorNote]) -> StatementRecord:
    reasons = [note.reason for note in cited if isinstance(note, EditorNote)]
    tree: dict[str, object] = {
        SPAN_KEY: words.span,
        "text": words,
        "cite": tuple(note for note in cited if isinstance(note, CitationRecord)),
    }
    if reasons:
        tree |= {"basis": "editor", "reason": Text(" ".join(reasons), reasons[0].span)}
    return StatementRecord.model_validate(tree)
