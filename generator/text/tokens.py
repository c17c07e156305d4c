"""Where a token may begin or end, so that a quotation never cuts a figure, a word or a negation in two."""

from __future__ import annotations

import re
import unicodedata

_HYPHENS = "-‐‑"
_APOSTROPHES = "'’ʼ‘"
_IN_NUMBERS = ".,:/‒–−" + _HYPHENS + _APOSTROPHES
_SIGNS = "+±‒–−" + _HYPHENS
_AFTER_NUMBERS = "%‰％"
_GROUPED = re.compile(r"(?<!\d)\d{1,3} \d{3}(?!\d)")

# Scripts written without spaces between words, and Hangul, whose particles cling to the word.
SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SPACELESS = re.compile(f"[{SPACELESS}]")


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
    or a percent sign to its number; thousands parted by a space.
    """
    if not 0 < at < len(text):
        return True
    left, right = text[at - 1], text[at]
    if left in " \n" or right in " \n":
        return not _parts_number(text, at)
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
