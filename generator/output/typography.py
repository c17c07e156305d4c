"""Quotation marks and apostrophes as printers set them, for what an author typed with straight ones.

Each mark becomes one mark, so places in a text stay where they are. Marks that are curly already are left,
unless they stand within others: a quotation in a quotation has the inner marks.
"""

from dataclasses import dataclass, replace
from functools import cache

from generator.model import runs as inlines
from generator.words import Words

_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{—–-/“„‘‚«‹")
_STRAIGHT = frozenset("\"'")
_DOUBLE = frozenset('"“”„')
_MARKS = _STRAIGHT | _DOUBLE
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
    if not _MARKS & set(text):
        return text
    marks, whole = marks_of(words), f"{before}{text}{after}"
    least = 1 if within and _is_whole(text) else 0
    depth = least or _depth(whole, len(before))
    found = []
    for at in range(len(before), len(before) + len(text)):
        if whole[at] in _DOUBLE:
            opens = _opens(whole, at)
            depth = depth if opens else max(depth - 1, least)
            found.append(_double(whole[at], marks, opens=opens, depth=depth))
            depth += opens
        else:
            found.append(_single(whole, at, marks) if whole[at] == "'" else whole[at])
    return "".join(found)


def _is_whole(text: str) -> bool:
    """Whether each quotation in a text begins and ends there; else the marks around the text are its own."""
    depth = 0
    for at in (at for at, sign in enumerate(text) if sign in _DOUBLE):
        depth += 1 if _opens(text, at) else -1
        if depth < 0:
            return False
    return depth == 0


def _depth(text: str, end: int) -> int:
    """How many quotations are open at a place in a text."""
    depth = 0
    for at in range(end):
        if text[at] in _DOUBLE:
            depth = depth + 1 if _opens(text, at) else max(depth - 1, 0)
    return depth


def _opens(text: str, at: int) -> bool:
    last, following = text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "
    return (last in _OPENS_AFTER or last in _STRAIGHT) and not following.isspace()


def _double(mark: str, marks: Marks, *, opens: bool, depth: int) -> str:
    """A double mark, around what stands in `depth` quotations."""
    if depth:
        return marks.opening_within if opens else marks.closing_within
    return mark if mark != '"' else marks.opening if opens else marks.closing


def _single(text: str, at: int, marks: Marks) -> str:
    # “’90s” has lost a century, and opens nothing.
    following = text[at + 1] if at + 1 < len(text) else " "
    return marks.opening_within if _opens(text, at) and following.isalpha() and "'" in text[at + 1 :] else "’"


def typeset(line: inlines.Line, words: Words) -> inlines.Line:
    """A line with curly marks; a mark at the edge of a run looks at the run beside it."""
    texts = [_text(run) for run in line.runs]
    if not any(_MARKS & set(text) for text in texts):
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
