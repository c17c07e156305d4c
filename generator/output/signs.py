"""Which signs of a text no font has. The typesetter itself is asked, so the answer is what printing meets."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate

import typst

from generator.typeset.fonts import Fonts
from generator.typeset.pdf import BrokenDown, pdf_of
from generator.typeset.signs import (
    SUBSTITUTE,
    is_single,
    may_be_lost,
    signs_of,
    stretches,
    swapped,
    with_substitutes,
    without_unseen_end,
)

Face = tuple[str, int]
"""A family and a weight."""

Lost = Mapping[str, tuple[str, ...]]
"""Stretches of text that hold signs which no font has, each with these signs."""

_ABOUT_SIGNS = re.compile("could not be displayed|disallowed codepoint|contains the codepoint")
_QUOTED = re.compile(r'`"((?:\\u\{[0-9a-f]+\}|[^"\\])+)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"\.typ:(\d+):(\d+)$", re.MULTILINE)
_HEAD = ('#set document(title: "Signs")', "#let others = json(bytes(sys.inputs.fonts))")
_TRIES = 3


def lacking(texts: Iterable[str], fonts: Fonts, faces: Sequence[Face]) -> Lost:
    """The stretches of the texts that hold signs which no font has, set in any of these faces.

    Raises RuntimeError if one of the fonts cannot be used.
    """
    known = _answers(fonts, tuple(faces))
    met = dict.fromkeys(each for text in texts for each in stretches(text))
    new = [each for each in met if each not in known]
    if new:
        known.update(_asked(new, fonts, faces))
    return {each: known[each] for each in met if known[each]}


def replaced(text: str, lost: Lost) -> str:
    """The text with U+FFFD in place of its lost signs."""
    return swapped(text, lambda stretch: with_substitutes(stretch, lost.get(stretch, ())))


def pattern_of(lost: Lost) -> str:
    """A regular expression, for the typesetter too, that matches the lost signs, the longer first."""
    signs = {sign for each in lost.values() for sign in each}
    return "|".join(map(re.escape, sorted(signs, key=lambda sign: (-len(sign), sign))))


def all_lost(texts: Iterable[str]) -> Lost:
    """The stretches of the texts as if no font had any but the ordinary signs."""
    return {each: _others(each) for text in texts for each in stretches(text) if _others(each)}


def objected(refusal: RuntimeError, texts: Iterable[str]) -> Lost:
    """The stretches with what the typesetter objected to, or that begin with a mark of what stands before."""
    said = str(getattr(refusal, "diagnostic", refusal))
    bad = {_ESCAPED.sub(lambda code: chr(int(code[1], 16)), each) for each in _QUOTED.findall(said)}
    return {
        each: signs
        for each, signs in all_lost(texts).items()
        if unicodedata.category(each[0])[0] == "M" or any(sign in each for sign in bad)
    }


def is_about_signs(refusal: RuntimeError) -> bool:
    """Whether it was for signs that fonts lack, that PDF/A forbids, or that the typesetter breaks over."""
    said = str(getattr(refusal, "message", refusal))
    return isinstance(refusal, BrokenDown) or bool(_ABOUT_SIGNS.search(said))


@cache
def _answers(_fonts: Fonts, _faces: tuple[Face, ...]) -> dict[str, tuple[str, ...]]:
    """What was answered so far: an answer depends on the stretch, the fonts and the faces alone."""
    return {}


def _asked(asked: Sequence[str], fonts: Fonts, faces: Sequence[Face]) -> dict[str, tuple[str, ...]]:
    """For each stretch the signs that are refused; they are replaced until nothing is."""
    lost: dict[str, tuple[str, ...]] = dict.fromkeys(asked, ())
    waiting = list(asked)
    for _ in range(_TRIES):
        refused = _refused([with_substitutes(each, lost[each]) for each in waiting], fonts, faces)
        for at, offsets in refused.items():
            lost[waiting[at]] = _more(waiting[at], lost[waiting[at]], offsets)
        waiting = [waiting[at] for at in refused]
        if not waiting:
            break
    return lost | {each: _others(each) for each in waiting}


def _more(stretch: str, lost: Sequence[str], offsets: Sequence[int]) -> tuple[str, ...]:
    """What is lost of a stretch that is refused at these offsets, set with substitutes for what was lost."""
    signs = signs_of(stretch)
    ends = list(accumulate(len(SUBSTITUTE if sign in lost else sign) for sign in signs))
    hit = {signs[bisect_right(ends, offset)] for offset in offsets}
    others = _others(stretch)
    found = tuple(sign for sign in others if sign in lost or sign in hit)
    return found if len(found) > len(lost) else others


def _others(stretch: str) -> tuple[str, ...]:
    """All signs of a stretch but the ordinary ones, those that nobody sees, and the substitute itself."""
    return tuple(sign for sign in dict.fromkeys(signs_of(stretch)) if may_be_lost(sign))


def _refused(texts: Sequence[str], fonts: Fonts, faces: Sequence[Face]) -> dict[int, list[int]]:
    """The texts that the typesetter refuses, by number, each with the offsets of what it refuses.

    A text that it breaks down over is found by halves, and has no offsets.
    """
    lines, owners = _document(texts, faces)
    try:
        said = _objections("\n".join(lines), fonts)
    except BrokenDown:
        if len(texts) == 1:
            return {0: []}
        half = len(texts) // 2
        rest = _refused(texts[half:], fonts, faces)
        return _refused(texts[:half], fonts, faces) | {half + at: offsets for at, offsets in rest.items()}
    refused: dict[int, list[int]] = {}
    places: dict[int, dict[int, int]] = {}
    for line, column in _PLACE.findall(said):
        at = owners[int(line)]
        if at not in places:
            places[at] = _offsets(texts[at])
        refused.setdefault(at, []).append(places[at][int(column)])
    return dict(sorted(refused.items()))


def _offsets(stretch: str) -> dict[int, int]:
    """The offset in a stretch of each column of the line that sets it."""
    before, text = _as_set(stretch)
    columns = accumulate((len(_escaped(each)) for each in before + text), initial=0)
    return {column: max(0, number - len(before)) for number, column in enumerate(columns)}


def _objections(document: str, fonts: Fonts) -> str:
    """What the typesetter says against the signs of a document, with the line and column of each."""
    with tempfile.TemporaryDirectory(prefix="briefing-signs-") as nothing:
        compiler = typst.Compiler(
            document.encode(),
            root=nothing,
            font_paths=fonts.found(ordinary=False),
            sys_inputs={"fonts": json.dumps(fonts.asked(ordinary=False))},
            package_path=nothing,
            package_cache_path=nothing,
        )
        try:
            pdf_of(compiler)
        except BrokenDown:
            raise
        except RuntimeError as refusal:
            if not is_about_signs(refusal):
                raise
            return str(getattr(refusal, "diagnostic", refusal))
    return ""


def _document(texts: Sequence[str], faces: Sequence[Face]) -> tuple[list[str], dict[int, int]]:
    """The lines of a document that sets each text in each face, and which line is which text's.

    What is one sign for itself is set in the first face only: a sign alone is found in any font that has it.
    """
    lines, owners = list(_HEAD), dict[int, int]()
    for number, (family, weight) in enumerate(faces):
        lines.append(f'#[#set text(font: ("{family}", ..others), weight: {weight})')
        for at, text in enumerate(texts):
            if number == 0 or not is_single(text):
                lines += ["", "".join(map(_escaped, "".join(_as_set(text))))]
                owners[len(lines)] = at
        lines.append("]")
    return lines, owners


def _as_set(text: str) -> tuple[str, str]:
    """What a text is set behind, and what is set of it.

    A mark at its beginning gets a letter, as it will find one in print. Joiners at its end are left out: the
    typesetter breaks down over them behind a mark that no font has, where words run from right to left.
    """
    before = "x" if unicodedata.category(text[0])[0] == "M" else ""
    return before, without_unseen_end(text)


def _escaped(character: str) -> str:
    """A character as markup that can be nothing else."""
    return f"\\u{{{ord(character):x}}}"
