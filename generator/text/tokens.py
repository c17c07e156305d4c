"""Where words of a text begin and end, and the one normalisation under which two texts are equal.

A quotation never cuts a figure, a word or a negation in two.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

_HYPHENS = "-‐‑"
_APOSTROPHES = "'’ʼ‘"
_IN_NUMBERS = ".,:/‒–−" + _HYPHENS + _APOSTROPHES
_SIGNS = "+±‒–−~≈∼<>≤≥" + _HYPHENS
_AFTER_NUMBERS = "%‰％٪"
_SPACED_RANGE = re.compile(r"(?<=\d) [-‐‑‒–—−] [$€£¥]?(?=\d)")
_GROUPED = re.compile(r"(?<!\d)\d{1,3} \d{3}(?!\d)")

# Scripts written without spaces between words, and Hangul, whose particles cling to the word.
SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SPACELESS = re.compile(f"[{SPACELESS}]")
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")

SINGLE_QUOTES = "‘’‚‛‹›′‵ʹʻʼʽ´`＇"
DOUBLE_QUOTES = "“”„‟«»″‶〝〞ʺ＂"
DASHES = "‐‑‒–—―−⁃﹘﹣－"
# Embeddings, overrides and isolates of direction (UAX #9): text that holds them may read backwards.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200e\u200f\u2060\ufeff" + TURNING
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}

_MARKS = tuple(
    (mark, plain)
    for marks, plain in ((SINGLE_QUOTES, "'"), (DOUBLE_QUOTES, '"'), (DASHES, "-"))
    for mark in marks
)
_SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
# Scripts that know no space between words, with their punctuation: Hangul does.
_CJK = "\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff5e\U00020000-\U0003ffff"
_HIDDEN = re.compile(rf"\u00ad[{INVISIBLE}]*\s+|[{INVISIBLE}]")
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_NOTE = re.compile(rf"(?:[{_SUPERSCRIPTS}]+|\[[0-9]{{1,3}}\])+(?!\w)")
_BRACKETED, _RAISED = re.compile(r"\[[0-9]"), re.compile(f"[{_SUPERSCRIPTS}]")
_HAN = re.compile(f"[{_CJK}]")
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)”\"'’%])\Z")
# All white space but a single space between words.
_SPACES = re.compile(r"\s{2,}|[^\S ]|\A | \Z")
_CJK_SPACE = re.compile(rf" (?<=[{_CJK}] )(?=[{_CJK}])")
_DOTS = re.compile(r"\.\.\.")

# Where a script has no spaces between words, each character is one.
_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")


def is_latin(text: str) -> bool:
    """Whether all letters of a text are of the Latin script."""
    return _OTHER_SCRIPT.search(text) is None


def is_spaceless(character: str) -> bool:
    """Whether a word may begin or end at this character without a space: as in Chinese, Japanese, Thai."""
    return not character.isascii() and _SPACELESS.match(character) is not None


def is_letter(character: str) -> bool:
    """Whether the character ties a neighbour to it as one word: a letter of a script that uses spaces."""
    return character.isalpha() and not is_spaceless(character)


def is_boundary(text: str, at: int) -> bool:
    """Whether a token may begin or end between `text[at - 1]` and `text[at]`.

    `text` is single-spaced, with its dashes as printed: a hyphen ties two words together, a dash does not.
    What ties: letters and digits to each other; hyphens and apostrophes between them (but “'s” may be left
    off); points, commas, colons, slashes and range dashes between digits; a sign, a decimal point, a currency
    or a percent sign to its number; thousands parted by a space; the ends of a range.
    """
    if not 0 < at < len(text):
        return True
    left, right = text[at - 1], text[at]
    if left in " \n" or right in " \n":
        return not (_parts_number(text, at) or _parts_range(text, at))
    before = text[at - 2] if at > 1 else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if _is_word(left) and _is_word(right):
        return not _tie(left, right)
    if _is_word(left) and _is_word(after):
        return _is_possessive(text, at) or not _joins(left, right, after)
    if _is_word(before) and _is_word(right) and _joins(before, left, right):
        return False
    return not _ties_to_number(before, left, right, after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def _tie(left: str, right: str) -> bool:
    """Whether two neighbouring word characters are one token: in Chinese, only the parts of a number."""
    if is_spaceless(left) or is_spaceless(right):
        return (left.isnumeric() and right.isnumeric()) or unicodedata.category(right)[0] == "M"
    return True


def _joins(left: str, middle: str, right: str) -> bool:
    """Whether a mark between two word characters makes one token of them."""
    if left.isnumeric() and right.isnumeric() and middle in _IN_NUMBERS:
        return True
    if unicodedata.category(middle) == "Sc":
        return True
    return middle in _HYPHENS + _APOSTROPHES and not (is_spaceless(left) or is_spaceless(right))


def _is_possessive(text: str, at: int) -> bool:
    end = text[at + 2] if at + 2 < len(text) else " "
    return text[at] in _APOSTROPHES and text[at + 1] in "sS" and text[at - 1].isalpha() and not _is_word(end)


def _ties_to_number(before: str, left: str, right: str, after: str) -> bool:
    if left.isnumeric():
        return right in _AFTER_NUMBERS or unicodedata.category(right) == "Sc"
    if right.isnumeric():
        signed = left in _SIGNS or left == "."
        return (signed and not _is_word(before)) or unicodedata.category(left) == "Sc"
    return after.isnumeric() and unicodedata.category(right) == "Sc" and left in _SIGNS


def _parts_number(text: str, at: int) -> bool:
    """Whether the cut is beside a space that stands inside a number: “1 190”, “5 %”."""
    space = at if text[at] == " " else at - 1
    if not (0 < space < len(text) - 1 and text[space] == " " and text[space - 1].isdecimal()):
        return False
    if text[space + 1] in _AFTER_NUMBERS:
        return True
    if not text[space + 1].isdecimal():
        return False
    start = space
    while start > 0 and text[start - 1].isdecimal():
        start -= 1
    return _GROUPED.match(text, start) is not None


def _parts_range(text: str, at: int) -> bool:
    """Whether the cut is inside the dash between two numbers: “10 - 20”."""
    found = _SPACED_RANGE.search(text, max(at - 4, 0), at + 4)
    return found is not None and found.start() <= at <= found.end()


def normalise(text: str) -> str:
    """`text`, which is NFC, in the form in which quotations are compared. Idempotent.

    Quotation marks, apostrophes and dashes are plain; white space is one space, and none between Han or kana;
    what nobody sees, and the hyphen at which a line was broken, is left out, and so are the marks of
    footnotes after a word; ligatures are letters, and three points an ellipsis.
    """
    return plain_marks(single_spaced(text))


def single_spaced(text: str) -> str:
    """`text` in all that `normalise` does but quotation marks and dashes, which stay as printed."""
    for pattern, replacement in _steps(text):
        if pattern is _SPACES:
            text = " ".join(text.split())
        elif pattern.search(text):
            text = pattern.sub(replacement, text)
    return text


Replacement = Callable[[re.Match[str]], str]


def _steps(text: str) -> Iterator[tuple[re.Pattern[str], Replacement]]:
    """What is replaced by what, in this order; what cannot occur in the text is left out."""
    is_plain = text.isascii()
    if not is_plain:
        yield _HIDDEN, _nothing
        yield _LIGATURE, _letters
    if _BRACKETED.search(text) or (not is_plain and _RAISED.search(text)):
        yield _NOTE, _without_note
    yield _SPACES, _space
    if not is_plain and _HAN.search(text):
        yield _CJK_SPACE, _nothing
    yield _DOTS, _ellipsis


def _nothing(_: re.Match[str]) -> str:
    return ""


def _ellipsis(_: re.Match[str]) -> str:
    return "…"


def _letters(found: re.Match[str]) -> str:
    return LIGATURES[found.group()]


def _space(found: re.Match[str]) -> str:
    return " " if found.start() > 0 and found.end() < len(found.string) else ""


def _without_note(found: re.Match[str]) -> str:
    """Nothing for the mark of a footnote; a power or a unit (10², km²) stays."""
    start = found.start()
    before = found.string[max(start - 3, 0) : start]
    if found[0][0] == "[":
        is_note = bool(before) and not before[-1].isspace() and before[-1] not in "[(0123456789"
    else:
        is_note = _NOTED.search(before) is not None
    return "" if is_note else found.group()


def plain_marks(text: str) -> str:
    """`text` with plain quotation marks and dashes; every character stays at its offset."""
    # A chain of str.replace runs a hundred times faster than str.translate with a dictionary.
    if text.isascii():
        return text.replace("`", "'")
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    return text


def keeps_places(text: str) -> bool:
    """Whether each character of `normalise(text)` stands at its place in `text`."""
    return len(single_spaced(text)) == len(text) and not _LIGATURE.search(text)


def offsets(text: str) -> list[int]:
    """For each character of `normalise(text)`, its position in `text`; a space stands where its run begins.

    So `[a, b)` of the normalised text, without a space at its edges, is `[offsets[a], offsets[b - 1] + 1)`.
    The letters of a ligature stand at one position.
    """
    places = list(range(len(text)))
    for pattern, replacement in _steps(text):
        if not pattern.search(text):
            continue
        moved: list[int] = []
        done = 0
        for found in pattern.finditer(text):
            new = replacement(found)
            start, end = found.span()
            here = places[start:end] if new == found[0] else places[start : start + 1] * len(new)
            moved += places[done:start] + here
            done = end
        places = moved + places[done:]
        text = pattern.sub(replacement, text)
    return places


def word_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The `[start, end)` of each word in order; marks that stand alone, such as a dash, are none."""
    found = (match.span() for match in _WORD.finditer(text))
    return tuple((start, end) for start, end in found if any(map(str.isalnum, text[start:end])))
