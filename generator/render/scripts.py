"""Words in another script carry their language, so that a screen reader speaks and a browser sets them right.

The letters tell the script (ISO 15924), the glossary the language (BCP 47) of the names that it knows; of all
others the page says that it is not known: `und-Cyrl`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_LETTERS = {
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl": "\u0400-\u052f",
    "Armn": "\u0530-\u058f",
    "Hebr": "\u0590-\u05ff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Taml": "\u0b80-\u0bff",
    "Thai": "\u0e00-\u0e7f",
    "Geor": "\u10a0-\u10ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7a3",
}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KANA = "\u3041-\u30ff"

# One letter alone is a symbol, such as µ or Δ, but for the scripts in which it is a word.
_RUNS = re.compile(
    "|".join(
        [
            f"(?P<Jpan>[{_HAN}]*[{_KANA}][{_HAN}{_KANA}]*)",
            f"(?P<Hani>[{_HAN}]+)",
            *(f"(?P<{name}>[{these}]{{2,}}(?:[ ’·-][{these}]+)*)" for name, these in _LETTERS.items()),
        ]
    )
)
_UNKNOWN = re.compile('<span lang="(und-[A-Z][a-z]{3})">([^<]*)</span>')


def parted(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with the tag of its script as `und-Cyrl`, or "" if it is in Latin letters."""
    pieces, at = [], 0
    for found in _RUNS.finditer(text):
        pieces += [(text[at : found.start()], ""), (found[0], f"und-{found.lastgroup}")]
        at = found.end()
    return [(piece, tag) for piece, tag in (*pieces, (text[at:], "")) if piece]


def in_languages(page: str, names: Iterable[tuple[str, str]]) -> str:
    """The page, with languages in place of scripts where the names, each with its own, tell them."""
    known = tuple(names)

    def named(found: re.Match[str]) -> str:
        text = html.unescape(found[2])
        languages = {language for name, language in known if name in text or text in name}
        tag = languages.pop() if len(languages) == 1 else found[1]
        return f'<span lang="{tag}">{found[2]}</span>'

    return _UNKNOWN.sub(named, page)
