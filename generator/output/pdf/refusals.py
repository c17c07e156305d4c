"""Signs that no font of print has, told to an author: which, where they were written, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.edition import Page
from generator.model.origins import Origin
from generator.model.text import Span
from generator.print.texts import texts_of
from generator.typeset.families import font_for
from generator.typeset.lacking import Lost
from generator.typeset.signs import SUBSTITUTE, is_ordinary, may_be_lost, stretches

Lines = Callable[[str], Sequence[str]]
"""The lines of an input file, by its path."""

PRIVATE, UNASSIGNED = "Co", "Cn"
_NAMED = 3
_ADDED = {0x200B: None, 0x200E: None}  # what print adds to a text
_FOLDER = "the folder that `extra.briefing.fonts` names in mkdocs.yml"
_PRIVATE_HELP = "write what it shows in letters: only the font that it was made for knows what that is"


def no_lines(_path: str) -> Sequence[str]:
    """No line: for what was written in no file."""
    return ()


@dataclass(frozen=True, slots=True)
class Loss:
    """A sign that a document prints as a substitute, and the text that it is lost from."""

    page: Page
    text: str
    stretch: str
    sign: str


def losses(page: Page, node: object, lost: Lost) -> Iterator[Loss]:
    """The signs that a document shows substitutes for, in reading order."""
    for text in texts_of(node) if lost else ():
        for stretch in stretches(text):
            yield from (Loss(page, text, stretch, sign) for sign in lost.get(stretch, ()))


def warnings_of(found: Iterable[Loss], origin: Origin, lines: Lines) -> tuple[Diagnostic, ...]:
    """A warning for each font that would mend it, and for what none would, where it was written first."""
    groups: dict[tuple[str, str | None], list[Loss]] = {}
    for loss in found:
        groups.setdefault((_sort_of(loss.sign), font_for(loss.sign)), []).append(loss)
    return tuple(_warning(group, *key, _span(group[0], origin, lines)) for key, group in groups.items())


def _sort_of(sign: str) -> str:
    """The category in Unicode of a private or an unassigned character in a sign; else nothing."""
    categories = {unicodedata.category(each) for each in sign}
    return next((sort for sort in (PRIVATE, UNASSIGNED) if sort in categories), "")


def _warning(group: Sequence[Loss], sort: str, font: str | None, span: Span | None) -> Diagnostic:
    signs = list(dict.fromkeys(loss.sign for loss in group))
    them, have = ("it", "has it") if len(signs) == 1 else ("them", "has them")
    add = f"add a font that {have}{f', such as {font},' if font else ''} to {_FOLDER}"
    said, help = {
        PRIVATE: ("PDF/A allows no private character, such as", _PRIVATE_HELP),
        UNASSIGNED: ("Unicode has no character", f"delete {them}, or {add}"),
    }.get(sort, ("no font of print has", add))
    files = len({loss.page.path for loss in group})
    shown = f"{SUBSTITUTE} stands for {them} in {files} PDF file{'s' * (files > 1)}"
    message = f"{said} {_listed(signs)}: {shown}"
    return Diagnostic("sign-not-printed", message, span, Severity.WARNING, help=help)


def _listed(signs: Sequence[str]) -> str:
    """The first signs by character, code and name, and how many others there are."""
    named = [_named(sign) for sign in signs[:_NAMED]]
    others = len(signs) - len(named)
    if others:
        return f"{', '.join(named)} and {others} other sign{'s' * (others > 1)}"
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _named(sign: str) -> str:
    """A sign by its codes and names; itself where a terminal can show it."""
    codes = " ".join(f"U+{ord(each):04X}" for each in sign)
    seen = (each for each in sign if is_ordinary(each) or may_be_lost(each))
    names = [unicodedata.name(each, "").lower() for each in seen]
    said = ", ".join(filter(None, (codes, *names)))
    is_shown = all(each.isprintable() or unicodedata.category(each) == "Cf" for each in sign)
    return f"“{sign}” ({said})" if is_shown else said


def _span(loss: Loss, origin: Origin, lines: Lines) -> Span | None:
    """Where the sign was written; if that line does not hold it, the span of the value that does."""
    text = loss.text.translate(_ADDED)
    word = next((each for each in text.split() if loss.sign in each), loss.sign)
    found = origin(loss.page, (text.strip(), word, loss.sign))
    if found is None:
        return None
    rows = lines(found.path)
    for number in range(found.line, len(rows) + 1):
        at = rows[number - 1].find(loss.sign, found.column - 1 if number == found.line else 0)
        if at >= 0:
            return Span(found.path, number, at + 1, number, at + 1 + len(loss.sign))
    return found
