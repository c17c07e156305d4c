"""What in a text is a sign that the faces of print may lack, and how a text is cut into signs.

A sign is what a reader takes for one: a character with its marks, an emoji of several characters, a flag.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection

SUBSTITUTE = "\ufffd"
"""What stands in print for a sign that no font has."""

# What every face of print has, so that no font need be asked.
_KNOWN = (
    "!-~\u00a1-\u00ac\u00ae-\u0131\u0134-\u0149\u014c-\u0165\u0168-\u017e\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u03ce\u0400-\u045f\u1ea0-\u1ef9\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030"
    "\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2117\u2122\u2153\u2154\u215b-\u215e\u2190-\u2193\u2202\u2206"
    "\u2211\u2212\u221e\u2248\u2260\u2264\u2265\u25a0\u25b2\u25b3\u25c6\u25ca\u2713"
)
# Ideographs, kana, Hangul and their punctuation: each a sign, whatever stands beside it.
_SINGLE = (
    "\u2e80-\u2fdf\u2ff0-\u2fff\u3001-\u3029\u3030-\u3098\u309b-\u318f\u31a0-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uffee\U0001f200-\U0001f2ff\U00020000-\U0003fffd"
)
_NO_SIGN = r"\s\u00ad\u200b"
_OTHER = f"[^{_NO_SIGN}{_KNOWN}{_SINGLE}]"
_BEYOND = re.compile(f"[^{_NO_SIGN}{_KNOWN}]")

_JOINED = rf"\S?{_OTHER}+"
"""Signs as they stand together, with the character before: they may be marks of it."""
_STRETCH = re.compile(f"{_JOINED}|[{_SINGLE}]")
_IS_SINGLE = re.compile(f"[{_SINGLE}]")

BREAKABLE = f"[{_KNOWN}{_SINGLE}]"
"""Characters between which a long word may be broken: no marks, and no letters that are written joined."""

_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u1680\u2028\u2029\u205f]+")
# Controls, halves of characters, and codes that are none; and marks that would turn the words around them.
_NO_CHARACTER = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
_UNPRINTABLE = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069{_NO_CHARACTER}]")

# The blocks of Unicode for scripts that run so.
_TO_THE_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# What Unicode calls default-ignorable: joiners, selectors of a form, fillers, tags.
_UNSEEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_IS_UNSEEN = re.compile(_UNSEEN)
_UNSEEN_END = re.compile(rf"{_UNSEEN}\Z")

_ZWJ = "\u200d"
_JOINERS = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]{2}")


def on_one_line(text: str) -> str:
    """The text on one line; controls, and what would reorder the words around it, are U+FFFD.

    A byte order mark, which PDF/A forbids, is the word joiner that it was used for within a text.
    """
    return _UNPRINTABLE.sub(SUBSTITUTE, _SPACES.sub(" ", text)).replace("\ufeff", "\u2060")


def is_ordinary(text: str) -> bool:
    """Whether the faces of print have every sign of the text."""
    return text.isascii() or not _BEYOND.search(text)


def runs_to_the_left(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and bool(_TO_THE_LEFT.search(text))


def stretches(text: str) -> list[str]:
    """The parts of a text that hold other than ordinary signs, in their order."""
    return [] if text.isascii() else _STRETCH.findall(text)


def swapped(text: str, swap: Callable[[str], str]) -> str:
    """The text with what `swap` makes of each of its stretches."""
    return text if text.isascii() else _STRETCH.sub(lambda found: swap(found[0]), text)


def is_single(stretch: str) -> bool:
    """Whether a stretch is one character that is a sign whatever stands beside it."""
    return len(stretch) == 1 and bool(_IS_SINGLE.match(stretch))


def signs_of(text: str) -> list[str]:
    """The text, cut into signs."""
    found: list[str] = []
    for character in text:
        if found and _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(sign: str, character: str) -> bool:
    """Whether a character is part of the sign before it."""
    category = unicodedata.category(character)
    if category[0] == "M" or _JOINERS.match(character) or (sign.endswith(_ZWJ) and category == "So"):
        return True
    if _REGIONAL.match(character):
        return len(sign) == 1 and bool(_REGIONAL.match(sign))
    return bool(_JAMO.match(sign[-1] + character))


def may_be_lost(sign: str) -> bool:
    """Whether something is lost to a reader if no font has the sign."""
    return sign != SUBSTITUTE and not is_ordinary(sign) and not _IS_UNSEEN.fullmatch(sign)


def without_unseen_end(text: str) -> str:
    """The text without joiners and selectors at its end."""
    return _UNSEEN_END.sub("", text)


def with_substitutes(stretch: str, lost: Collection[str]) -> str:
    """The stretch with U+FFFD in place of each of these signs."""
    return "".join(SUBSTITUTE if sign in lost else sign for sign in signs_of(stretch))
