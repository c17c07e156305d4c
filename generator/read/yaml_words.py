"""What the YAML parser complains of, in plain words."""

from __future__ import annotations

import yaml

from generator.model.diagnostics import Diagnostic, Related
from generator.read.positions import Positions

_TAB = "found a tab character that violates indentation"

# Where the parser gives up is far behind what is wrong.
_BETTER_AT_THE_BEGINNING = frozenset({"found unexpected end of stream", "could not find expected ':'"})

# The parser's words, and what an author makes of them: message, help.
_PLAIN = {
    "mapping values are not allowed in this context": (
        "a colon followed by a space begins a new field, which cannot stand here",
        "put text that holds “: ” in quotation marks",
    ),
    "found character that cannot start any token": (
        "text without quotation marks cannot begin with this character",
        "put the text in quotation marks",
    ),
    "could not find expected ':'": (
        "a field name has no colon after it",
        "write `name: value`; indent the further lines of a text more than its field",
    ),
    "did not find expected key": (
        "no field can begin here",
        "check the indentation, and that no quotation mark within a text ends it too early",
    ),
    "did not find expected '-' indicator": (
        "a list item was expected here",
        "begin each item with “- ”, all at the same indentation",
    ),
    "did not find expected ',' or ']'": (
        "the list in square brackets goes on wrongly",
        "part items by commas and close the bracket",
    ),
    "did not find expected ',' or '}'": (
        "the mapping in braces goes on wrongly",
        "part fields by commas, close the brace, put text that holds a comma or “: ” in quotation marks",
    ),
    "found unexpected end of stream": (
        "a quotation mark is never closed",
        "close it; write a quotation mark inside single-quoted text twice",
    ),
    "did not find expected node content": (
        "a value was expected here",
        "fill it in, or remove the punctuation",
    ),
    "found unknown escape character": (
        "this backslash sequence means nothing",
        "write “\\\\” for a backslash, or use single quotation marks",
    ),
    "found invalid Unicode character escape code": (
        "this backslash sequence is no character",
        "write the character itself",
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot begin here",
        "put the “- ” on a new line below its field",
    ),
    "did not find expected <document start>": (
        "something follows that belongs to nothing",
        "check the indentation of this line and of the lines above",
    ),
    _TAB: ("a tab stands where YAML takes spaces only", "write spaces instead"),
    "did not find expected alphabetic or numeric character": (
        "text without quotation marks cannot begin with “*” or “&”",
        "put the text in quotation marks",
    ),
}


def syntax_fault(error: yaml.YAMLError, positions: Positions, base: int, length: int) -> Diagnostic:
    """The diagnostic for text of this length at the offset `base` of the file that is no YAML."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    mark, begin = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None or problem in _BETTER_AT_THE_BEGINNING:
        mark = begin or mark
    offset = min(mark.index, max(length - 1, 0)) if mark else 0
    if positions.text[base + offset : base + offset + 1] == "\t":
        problem = _TAB
    message, help = _PLAIN.get(problem, (problem, None))
    return Diagnostic(
        "yaml-syntax",
        message,
        positions.at(base + offset),
        related=_context(error, positions, base, offset),
        help=help,
    )


def _context(error: yaml.YAMLError, positions: Positions, base: int, offset: int) -> tuple[Related, ...]:
    context, mark = getattr(error, "context", None), getattr(error, "context_mark", None)
    if not context or not mark or mark.index == offset:
        return ()
    inside = next((ours for theirs, ours in _INSIDE.items() if theirs in context), "what holds it")
    return (Related(positions.at(base + mark.index), f"{inside} begins here"),)


_INSIDE = {
    "flow mapping": "the mapping in braces",
    "flow sequence": "the list in brackets",
    "block mapping": "the mapping of fields",
    "block collection": "the list",
    "block sequence": "the list",
    "quoted scalar": "the quoted text",
    "simple key": "the field",
    "plain scalar": "the text",
}
