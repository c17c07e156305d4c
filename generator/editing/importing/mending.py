"""Text as it was meant: bytes to characters, characters that went wrong, lines broken at a margin."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import ftfy
import simplemma
from charset_normalizer import from_bytes

from generator.text.furniture import listed

_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding=["']([\w.-]+)""", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As browsers do (WHATWG Encoding): pages that declare the smaller set are written in the larger one.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "big5": "big5hkscs",
}
_LABELS = {
    "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp",
    "windows-949": "cp949", "ks_c_5601-1987": "cp949", "x-big5": "big5hkscs", "big5-eten": "big5hkscs",
    "x-mac-roman": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "windows-874": "cp874", "dos-874": "cp874",
    "unicode-1-1-utf-8": "utf-8",
    "x-cp1251": "cp1251", "x-cp1252": "cp1252", "koi8": "koi8_r", "utf8mb4": "utf-8",
}  # fmt: skip
# What languages are written in that are not in UTF-8, and in none of the encodings of the west either.
_OF_LANGUAGES = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro", "sq", "bs"), ("cp1250",)),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257",)),
    **{"tr": ("cp1254",), "el": ("cp1253",), "he": ("cp1255",), "vi": ("cp1258",)},
}
_LANGUAGE = re.compile(rb"""<html[^>]*\slang\s*=\s*["']?([A-Za-z]{2,3})""", re.IGNORECASE)
_HEAD = 8192

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_UNSEEN = re.compile(
    r"[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_BREAKS = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_MENDED = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_line_breaks=False,
    remove_terminal_escapes=True,
    remove_control_chars=False,
    normalization="NFC",
)

_HYPHENATED = re.compile(r"([^\W\d_]+)[-‐\u00ad]\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
# English writes these with a hyphen before most words, and dictionaries know some of the joined forms too.
_KEEPS_HYPHEN = frozenset(
    listed(
        "long short well high low self half full part ex all first second third one two three four "
        "five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety mid "
        "vice year month week day state large small medium near far hard soft cross record single "
        "double left right so non decision policy law time market world trade rare "
    )
)
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "o", "e"})
_CLOSED = re.compile(r"""[.!?…。！？:：;][\"'”’»)\]」』]*\s*\Z""")
_LISTED = re.compile(r"\s*(?:[-*•·●▪◦–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_FEW = 5  # lines; of so few each must be as long as the margin
NARROW = 28
MARGIN = (44, 120)  # of hard-wrapped text, in characters


def decoded(data: bytes, hint: str | None = None) -> str:
    """The characters of a page: by its byte order mark, UTF-8, the hint, what it declares; else as detected.

    UTF-8 with a few broken bytes stays UTF-8; these are read as Windows-1252. A page that says Latin-1 is
    asked what language it says that it is in, and whether its letters can be Latin.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    if unmarked := _without_mark(data):
        return data.decode(unmarked, errors="replace")
    for encoding in _candidates(data, hint):
        text = _strictly(data, encoding)
        if text is not None and (encoding == "utf-8" or not _is_garbled(text)):
            return text
    if _is_nearly_utf8(data):
        return data.decode("utf-8", errors=_PATCHED)
    found = from_bytes(data).best()
    return str(found) if found else data.decode("cp1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_garbled(text: str) -> bool:
    """Whether no language is written so: accents on most letters, capitals within words, odd signs."""
    shown = _MARKUP.sub(" ", text)
    foreign = [character for character in shown if ord(character) > 127]
    if len(foreign) < _FOREIGN:
        return False
    latin = sum("\u00a0" <= character <= "\u00ff" for character in foreign)
    odd = sum(unicodedata.category(character) in _ODD for character in foreign)
    words = [word for word in _WORD.findall(shown) if ord(word[0]) > 127]
    turned = sum(_TURNED.search(word) is not None for word in words)
    size = sum(not character.isspace() for character in shown)
    return latin > 0.3 * size or odd > 0.02 * len(foreign) or turned > 0.2 * max(len(words), 1)


_MARKUP = re.compile(r"<(?:script|style)\b.*?</|<[^>]*>", re.DOTALL | re.IGNORECASE)
_FOREIGN = 40  # characters beyond ASCII: fewer say nothing
_ODD = frozenset({"Co", "Cc", "Cn"})
_WORD = re.compile(r"[^\W\d_]{3,}")
_TURNED = re.compile(r"[а-яёα-ωà-ž][А-ЯЁΑ-ΩÀ-Ž]")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that does not say so: every other byte of its markup is zero."""
    head = data[:64]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) > 16 and zeros.count(0) > 0.6 * len(zeros):
            return name
    return None


def _is_nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    foreign = sum(ord(character) > 127 for character in text)
    return 2 * text.count("\ufffd") < foreign


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_PATCHED = "briefing-cp1252"
codecs.register_error(_PATCHED, _as_windows)


def _candidates(data: bytes, hint: str | None) -> Iterable[str]:
    declared = _DECLARED.search(data[:_HEAD])
    named = (hint, (declared[1] or declared[2]).decode("ascii") if declared else None)
    known = [encoding for name in named if name and (encoding := _known(name))]
    language = _LANGUAGE.search(data[:_HEAD])
    by_language = _OF_LANGUAGES.get(language[1].decode("ascii").lower(), ()) if language else ()
    if not data.isascii():
        yield "utf-8"  # other encodings hardly ever happen to be valid UTF-8
    yield from (encoding for encoding in known if not (encoding == "cp1252" and by_language))
    yield from by_language
    yield from known
    yield "utf-8"


def _known(name: str) -> str | None:
    """The codec of a label, as browsers read it."""
    label = name.strip().casefold()
    try:
        codec = codecs.lookup(_LABELS.get(label, label))
    except LookupError:
        return None
    if codec.name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # a page that can be read so far is not in these
    return _MEANT.get(codec.name, codec.name) if codec._is_text_encoding else None


def mended(text: str) -> str:
    """Characters as they were meant: entities read, mojibake and ligatures undone, what is unseen left out.

    Quotation marks, dashes and full-width signs stay as printed. Line breaks stay; other white space becomes
    single spaces. Soft hyphens, joiners of no width and marks that override direction go.
    """
    text = _BREAKS.sub("\n", text)
    for _ in range(2):  # pages escape what was escaped already
        text = _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
    text = ftfy.fix_text(text, _MENDED) if not text.isascii() else text
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


def joined(lines: Sequence[str], language: str | None = None) -> str:
    """The lines of one paragraph as one line; words parted at a line's end become whole."""
    text = ""
    for line in lines:
        text = _continued(text, line.strip(), language) if text else line.strip()
    return text


def _continued(text: str, line: str, language: str | None) -> str:
    parted, following = _HYPHENATED.search(text), _FIRST_WORD.match(line)
    if parted and following:
        return _rejoined(text, line, (parted[1], following.group()), language)
    if text.endswith(("/", "—")) or (_SPACELESS.match(text[-1:]) and _SPACELESS.match(line[:1])):
        return text + line
    return f"{text} {line}"


def _rejoined(text: str, line: str, parts: tuple[str, str], language: str | None) -> str:
    """A word that a line's end parts: the hyphen stays if it belongs, as in “long-term”."""
    first, second = parts
    if second.casefold() in _SUSPENDED:
        return f"{text} {line}"
    if not second[0].islower():
        return text + line
    whole = first + second
    if first.casefold() in _KEEPS_HYPHEN and whole not in text and _is_word(second, language):
        return text + line
    if f"{first}-{second}" in text or f"{first}-{second}" in line:
        return text + line
    if whole in text or whole in line or language == "de" or not _are_words(first, second, language):
        return text[:-1] + line
    return (text[:-1] if _is_word(whole, language) else text) + line


def _are_words(first: str, second: str, language: str | None) -> bool:
    return _is_word(first, language) and _is_word(second, language)


def _is_word(word: str, language: str | None) -> bool:
    return simplemma.is_known(word, lang=language if language in _DICTIONARIES else "en")


_DICTIONARIES = frozenset(
    {"en", "fr", "es", "it", "nl", "pt", "pl", "sv", "ru", "da", "cs", "fi", "hu", "ro", "tr"}
)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were broken at a margin, so that most of them go on in the next."""
    long = [line for line in lines if line.strip()]
    if len(long) < 2:
        return False
    widths = [width(line) for line in long[:-1]]
    margin = max(widths)
    if len(long) < _FEW and (min(widths) < 0.7 * margin or width(long[-1]) > margin):
        return False
    is_narrow = NARROW <= margin < MARGIN[0] and len(long) >= _FEW and median(widths) >= 0.75 * margin
    is_usual = MARGIN[0] <= margin <= MARGIN[1] and median(widths) >= 0.6 * margin
    goes_on = sum(not _CLOSED.search(line) for line in long[:-1])
    share = goes_on / len(widths)
    is_parted = share > 0.5 or (share == 0.5 and len(long) >= _FEW)
    is_parted = is_parted and (len(long) > 2 or long[1].strip()[0].islower())
    return (is_usual or is_narrow) and is_parted


def width(line: str) -> int:
    """How wide a line is set: a sign of East Asia is as wide as two letters."""
    return len(line) + len(_SPACELESS.findall(line))


def unwrapped(block: Sequence[str], language: str | None = None, *, wrapped: bool | None = None) -> list[str]:
    """The paragraphs of lines without an empty one between them: joined where a line goes on in the next."""
    if wrapped is None:
        wrapped = is_wrapped(block)
    margin = max(map(width, block), default=0) if wrapped else 0
    groups: list[list[str]] = [[block[0]]] if block else []
    for before, line in pairwise(block):
        if goes_on(before, line, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [joined(group, language) for group in groups]


def goes_on(before: str, line: str, margin: int) -> bool:
    """Whether a line continues the one before: by a hyphen, a small letter, or in text broken at `margin`.

    A margin of 0 is that of text whose lines are paragraphs.
    """
    if _LISTED.match(line):
        return False
    if _HYPHENATED.search(before) and line[:1].islower():
        return True
    if line[:1].islower() and len(before) >= MARGIN[0] and not _CLOSED.search(before):
        return True
    if not margin:
        return False
    return width(before) >= (0.8 if _CLOSED.search(before) else 0.6) * margin
