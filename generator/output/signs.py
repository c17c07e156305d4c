"""Which signs of a text no font has, and which font to add for them.

The typesetter itself is asked, so the answer is what printing meets.
"""

import json
import re
import tempfile
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import TypeVar

import typst

from generator.output.fonts import Fonts

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

# Scripts whose family is called after them. Each was looked up in the fonts themselves.
_NAMED_ALIKE = frozenset(
    """Adlam, Arabic, Avestan, Balinese, Bamum, Bassa Vah, Batak, Bengali, Bhaiksuki, Brahmi, Buginese,
    Buhid, Carian, Caucasian Albanian, Chakma, Cham, Cuneiform, Cypriot, Deseret, Devanagari, Duployan,
    Elbasan, Elymaic, Ethiopic, Georgian, Glagolitic, Gothic, Grantha, Gujarati, Gunjala Gondi,
    Gurmukhi, Hanifi Rohingya, Hanunoo, Hatran, Imperial Aramaic, Inscriptional Pahlavi, Inscriptional
    Parthian, Javanese, Kaithi, Kannada, Kayah Li, Kharoshthi, Khmer, Khojki, Khudawadi, Lao, Lepcha,
    Limbu, Linear A, Linear B, Lisu, Lycian, Lydian, Mahajani, Malayalam, Mandaic, Manichaean, Marchen,
    Masaram Gondi, Medefaidrin, Meetei Mayek, Mende Kikakui, Meroitic, Miao, Modi, Mongolian, Mro,
    Multani, Myanmar, Nabataean, New Tai Lue, Newa, Nushu, Ogham, Ol Chiki, Old Hungarian, Old Italic,
    Old North Arabian, Old Permic, Old Persian, Old Sogdian, Old South Arabian, Old Turkic, Oriya,
    Osage, Osmanya, Pahawh Hmong, Palmyrene, Pau Cin Hau, Phoenician, Psalter Pahlavi, Rejang, Runic,
    Samaritan, Saurashtra, Sharada, Shavian, Siddham, SignWriting, Sinhala, Sogdian, Sora Sompeng,
    Soyombo, Sundanese, Syloti Nagri, Syriac, Tagalog, Tagbanwa, Tai Le, Tai Tham, Tai Viet, Takri,
    Tamil, Telugu, Thaana, Thai, Tifinagh, Tirhuta, Ugaritic, Vai, Wancho, Warang Citi, Yi, Zanabazar
    Square""".replace("\n   ", "").split(", ")
)
_NAMED_OTHERWISE = {
    "Ahom": "Noto Serif Ahom",
    "Alchemical Symbol": "Noto Sans Symbols",
    "Anatolian Hieroglyph": "Noto Sans Anatolian Hieroglyphs",
    "Canadian Syllabics": "Noto Sans Canadian Aboriginal",
    "Combining Cyrillic": "Noto Sans",
    "Cyrillic": "Noto Sans",
    "Dogra": "Noto Serif Dogra",
    "Egyptian Hieroglyph": "Noto Sans Egyptian Hieroglyphs",
    "Indic Siyaq": "Noto Sans Indic Siyaq Numbers",
    "Latin": "Noto Sans",
    "Mayan Numeral": "Noto Sans Mayan Numerals",
    "Nko": "Noto Sans NKo",
    "Phags-Pa": "Noto Sans PhagsPa",
    "Tangut": "Noto Serif Tangut",
    "Tibetan": "Noto Serif Tibetan",
    "Vedic": "Noto Sans Devanagari",
    "Yezidi": "Noto Serif Yezidi",
}
_BY_SCRIPT = {name.upper(): f"Noto Sans {name}" for name in _NAMED_ALIKE} | {
    name.upper(): family for name, family in _NAMED_OTHERWISE.items()
}
_LONGEST = max(len(name.split()) for name in _BY_SCRIPT)

_MUSIC = range(0x1D000, 0x1D250)
_PICTURES = range(0x1F000, 0x1FB00)
_EMOJI_MARKS = frozenset("\u200d\u20e3\ufe0f")
_SYMBOLS = (
    range(0x2000, 0x2C00),
    range(0x4DC0, 0x4E00),
    range(0x10190, 0x10200),
    range(0x1D2E0, 0x1D380),
    range(0x1FB00, 0x1FC00),
)

T = TypeVar("T")

_PANIC = "PanicException"
"""What is raised where the typesetter breaks down; it is no Exception, and cannot be imported."""

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


def font_for(sign: str) -> str | None:
    """A font that has the sign, or has it in all likelihood; None if none is known by name."""
    character = next((each for each in sign if not is_ordinary(each)), sign[0])
    words = unicodedata.name(character, "").split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        family = _BY_SCRIPT.get(" ".join(words[:length]))
        if family:
            return family
    if ord(character) in _MUSIC:
        return "Noto Music"
    if ord(character) in _PICTURES or _EMOJI_MARKS & set(sign):
        return "Noto Color Emoji or Noto Sans Symbols 2"
    is_symbol = any(ord(character) in block for block in _SYMBOLS)
    return "Noto Sans Symbols 2 or Noto Sans Symbols" if is_symbol else None


class BrokenDown(RuntimeError):
    """The typesetter broke down over a document: a fault of its own."""


def answer_of(typesetter: Callable[[], T]) -> T:
    """What the typesetter answers. Raises RuntimeError if it refuses, also where it breaks down."""
    try:
        return typesetter()
    except BaseException as fault:
        if type(fault).__name__ != _PANIC:
            raise
        raise BrokenDown(str(fault)) from None


def pdf_of(document: typst.Compiler) -> bytes:
    """The document as PDF/A-3a and PDF/UA-1, the same each time. Raises RuntimeError if it is refused."""
    made, warnings = answer_of(
        lambda: document.compile_with_warnings(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=0)
    )
    if any("converge" in warning.message for warning in warnings):
        raise RuntimeError("its page numbers do not settle")
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave several files for one document")
    return made


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
