"""Quotation marks and apostrophes as printers set them, for what an author typed with straight ones.

Each mark becomes one mark, so places in a text stay where they are. Marks that are curly already are left.
"""

from dataclasses import dataclass, replace
from functools import cache

from generator.model import runs as inlines
from generator.words import Words

_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{—–-/“„‘‚«‹")
_STRAIGHT = frozenset("\"'")
_Wordless = inlines.NoteRef | inlines.EditorMark | inlines.ReviewMark


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a language: around what is quoted, and around what is quoted within that."""

    opening: str
    closing: str
    opening_within: str
    closing_within: str


@cache
def marks_of(words: Words) -> Marks:
    """The marks of the language of the words."""
    outer = words("text.quoted", text="\0").split("\0")
    inner = words("text.quoted-within", text="\0").split("\0")
    return Marks(outer[0], outer[1], inner[0], inner[1])


def curled(text: str, words: Words, *, before: str = "", after: str = "", within: bool = False) -> str:
    """The text with curly marks; `before` and `after` touch it, `within` if it stands in quotation marks."""
    if not _STRAIGHT & set(text):
        return text
    marks = marks_of(words)
    double = (marks.opening_within, marks.closing_within) if within else (marks.opening, marks.closing)
    single = (marks.opening_within, marks.closing_within)
    whole = f"{before}{text}{after}"
    found = [_mark(whole, at, double, single) for at in range(len(before), len(before) + len(text))]
    return "".join(found)


def _mark(text: str, at: int, double: tuple[str, str], single: tuple[str, str]) -> str:
    if text[at] not in _STRAIGHT:
        return text[at]
    last, following = text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "
    opens = (last in _OPENS_AFTER or last in _STRAIGHT) and not following.isspace()
    if text[at] == '"':
        return double[0] if opens else double[1]
    # “’90s” has lost a century, and opens nothing.
    return single[0] if opens and following.isalpha() and "'" in text[at + 1 :] else "’"


def typeset(line: inlines.Line, words: Words) -> inlines.Line:
    """A line with curly marks; a mark at the edge of a run looks at the run beside it."""
    texts = [_text(run) for run in line.runs]
    if not any(_STRAIGHT & set(text) for text in texts):
        return line
    runs = []
    for at, run in enumerate(line.runs):
        before, after = "".join(texts[:at]), "".join(texts[at + 1 :])
        new = curled(texts[at], words, before=before, after=after, within=isinstance(run, inlines.Quoted))
        runs.append(run if new == texts[at] else _with(run, new))
    return replace(line, runs=tuple(runs))


def _text(run: inlines.Run) -> str:
    return "" if isinstance(run, _Wordless) else run.text


def _with(run: inlines.Run, text: str) -> inlines.Run:
    return run if isinstance(run, _Wordless) else replace(run, text=text)
