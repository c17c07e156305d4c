"""Text as it was meant: bytes to characters, characters that went wrong, lines broken at a margin."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import ftfy
import simplemma

from generator.text.furniture import listed

_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding=["']([\w.-]+)""", re.I
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
_HEAD = 4096

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
MARGIN = (44, 120)  # of hard-wrapped text, in characters


def decoded(data: bytes, hint: str | None = None) -> str:
    """The characters of a page: by its byte order mark, what it declares, the hint; else as UTF-8.

    What does not fit is read as the next in turn, at last as Windows-1252, which takes any byte.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    for encoding in _candidates(data, hint):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _candidates(data: bytes, hint: str | None) -> Iterable[str]:
    declared = _DECLARED.search(data[:_HEAD])
    named = (hint, (declared[1] or declared[2]).decode("ascii") if declared else None)
    if any(byte > 127 for byte in data[:_HEAD]) or not data.isascii():
        yield "utf-8"  # other encodings hardly ever happen to be valid UTF-8
    for name in named:
        if name and (known := _known(name)):
            yield known
    yield "utf-8"


def _known(name: str) -> str | None:
    try:
        codec = codecs.lookup(name.strip())
    except LookupError:
        return None
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
    widths = [len(line) for line in long[:-1]]
    margin = max(widths)
    if not MARGIN[0] <= margin <= MARGIN[1] or median(widths) < 0.6 * margin:
        return False
    goes_on = sum(not _CLOSED.search(line) for line in long[:-1])
    return goes_on >= 0.5 * len(widths)


def unwrapped(block: Sequence[str], language: str | None = None, *, wrapped: bool | None = None) -> list[str]:
    """The paragraphs of lines without an empty one between them: joined where a line goes on in the next."""
    if wrapped is None:
        wrapped = is_wrapped(block)
    margin = max(map(len, block), default=0) if wrapped else 0
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
    return len(before) >= (0.8 if _CLOSED.search(before) else 0.6) * margin
