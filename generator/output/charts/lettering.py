"""How wide a text is, and how it parts into lines, without asking any font.

The widths are those of Helvetica and Arial, with which the sans-serif faces of most systems agree within a
few per cent; other scripts count as wide as any of their common faces. A view may hold a text to its width.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# A thousandth of the size of the letters each, in the order of ASCII from the space on.
_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
    "278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 "
    "667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 "
    "833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = dict(zip(map(chr, range(32, 127)), map(int, _ASCII.split()), strict=True)) | {
    "\u00a0": 278,
    "–": 556,
    "—": 1000,
    "‘": 222,
    "’": 222,
    "“": 333,
    "”": 333,
    "„": 333,
    "…": 1000,
    "•": 350,
    "·": 278,
    "×": 584,
    "°": 400,
    "€": 556,
    "£": 556,
    "ß": 611,
    "æ": 889,
    "Æ": 1000,
    "œ": 944,
    "Œ": 1000,
    "ø": 611,
    "Ø": 778,
    "ı": 278,
    "ł": 222,
    "Ł": 556,
    "đ": 556,
    "«": 556,
    "»": 556,
}
_OTHERS = {"L": 750, "Lu": 900, "M": 0, "N": 650, "Z": 300, "C": 0}
"""By category of Unicode: what other characters are at most in common faces."""
_OTHER = 1000
_PICTURE = 1400
_BOLD = 1.07
_TOLERANCE = 1.04
"""System faces are a little wider than Arial; what is held to this width looks as it should."""

# Where a line may end: at a space, after a hyphen or dash between letters, and around ideographs and kana.
_IDEOGRAPH = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_PIECES = re.compile(
    f"[^\\s\u00a0{_IDEOGRAPH}]*[-–—](?=\\w)|[{_IDEOGRAPH}][，。、；：！？）」』》]*|[^\\s{_IDEOGRAPH}]+"
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of text at one size, and what room they take."""

    lines: tuple[str, ...]
    size: float
    is_bold: bool = False

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((width_of(line, self.size, is_bold=self.is_bold) for line in self.lines), default=0.0)

    @property
    def leading(self) -> float:
        """The distance from one line to the next."""
        return round(self.size * 1.22, 1)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.leading * len(self.lines)

    @property
    def runs_left(self) -> bool:
        """Whether its first letter belongs to a script that runs from right to left."""
        return runs_left(self.lines[0]) if self.lines else False


@lru_cache(maxsize=1 << 14)
def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """How wide a text is at most, in the unit of its size."""
    units = sum(map(_width, text))
    return units / 1000 * size * _TOLERANCE * (_BOLD if is_bold else 1)


def is_sure(text: str) -> bool:
    """Whether the widths of all its characters are known, so that it may be held to its width."""
    return all(char in _WIDTHS or _base(char) in _WIDTHS or _is_wide(char) for char in text)


def runs_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    for char in text:
        sort = unicodedata.bidirectional(char)
        if sort == "L" or sort in _RIGHT_TO_LEFT:
            return sort in _RIGHT_TO_LEFT
    return False


@lru_cache(maxsize=1 << 12)
def wrapped(text: str, widest: float, size: float, *, is_bold: bool = False) -> Lettering:
    """The whole text in lines of at most a width; a word too long for it parts anywhere."""
    lines, line = list[str](), ""
    for piece in _pieces(text):
        for part in _parts(piece, widest, size, is_bold=is_bold):
            longer = f"{line}{part}"
            if line.strip() and width_of(longer.rstrip(), size, is_bold=is_bold) > widest:
                lines.append(line.strip())
                longer = part.lstrip()
            line = longer
    return Lettering((*lines, *([line.strip()] if line.strip() else [])) or ("",), size, is_bold)


def balanced(text: str, lines: int, narrowest: float, size: float, *, is_bold: bool = False) -> Lettering:
    """The text in about so many lines of about one length, none narrower than that unless it is short."""
    whole = width_of(text, size, is_bold=is_bold)
    widest = max(whole / lines * 1.05, narrowest)
    while True:
        found = wrapped(text, widest, size, is_bold=is_bold)
        if len(found.lines) <= lines or widest >= whole:
            return found
        widest *= 1.08


def _pieces(text: str) -> list[str]:
    """The words of a text, each with the space before it."""
    pieces, at = list[str](), 0
    for found in _PIECES.finditer(text):
        pieces.append(f"{' ' if text[at : found.start()] and pieces else ''}{found[0]}")
        at = found.end()
    return pieces


def _parts(piece: str, widest: float, size: float, *, is_bold: bool) -> list[str]:
    if width_of(piece.strip(), size, is_bold=is_bold) <= widest:
        return [piece]
    parts, part = list[str](), ""
    for char in piece:
        is_full = part.strip() and width_of((part + char).strip(), size, is_bold=is_bold) > widest
        if is_full and unicodedata.combining(char) == 0:
            parts.append(part)
            part = ""
        part += char
    return [*parts, part]


@lru_cache(maxsize=1 << 12)
def _width(char: str) -> int:
    known = _WIDTHS.get(char) or _WIDTHS.get(_base(char))
    if known:
        return known
    if _is_wide(char):
        return _PICTURE if ord(char) >= 0x1F000 and not unicodedata.category(char).startswith("L") else 1000
    sort = unicodedata.category(char)
    return _OTHERS.get(sort, _OTHERS.get(sort[0], _OTHER))


def _base(char: str) -> str:
    """The letter without its accents."""
    return unicodedata.normalize("NFD", char)[0]


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}
