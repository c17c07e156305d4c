"""What has digits and is no quantity: times of day, marks of footnotes, names such as F-35 or Section 301."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model.quantities import Quantity, QuantityForm
from generator.text.numerals import numerals_of, words_of
from generator.text.times_of_day import spoken_clocks_in
from generator.text.tokens import is_letter

_NOTE = r"\[[0-9]{1,3}(?:\s?[,–-]\s?[0-9]{1,3})*\]|(?<=[^\s\d])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![^\W_])"
_CLOCK = r"""
    (?<![\w.,:/])(?P<a>[0-9]{1,2}):(?P<am>[0-9]{2})(?::[0-9]{2})?(?![\d:]|[.,]\d)
        (?:\s?(?P<ah>[ap])\.?m\b\.?|\s(?:Uhr|h\b)|\s?(?:UTC|GMT)[+−-][0-9]{1,2}(?![\d:]))?
  | (?<=[0-9]T)(?P<e>[0-9]{2}):(?P<em>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)?
        (?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![\w:])
  | (?<![\w.,:/])(?P<b>[0-9]{1,2})(?:\.(?P<bm>[0-9]{2}))?\s?
        (?:(?P<bh>[ap])(?:m\b|\.m\.)|Uhr(?:\s(?P<bn>[0-9]{2})\b)?|o['’]clock)
  | (?<![\w.,:/])(?P<c>[0-9]{1,2})\s?h\s?(?P<cm>[0-9]{2})(?!\d)
  | (?<![\d.,:/])(?P<d>[0-9]{1,2})[点點时時](?:(?P<dm>[0-9]{1,2})分|(?P<half>半))?(?!间)
"""
_NO_QUANTITY = re.compile(rf"(?P<note>{_NOTE})|(?P<clock>{_CLOCK})", re.VERBOSE | re.IGNORECASE)
_POINT_CLOCK = re.compile(r"(?<![\w.,:/])([0-9]{1,2})\.([0-5][0-9])(?!\d|\s?[%‰€$£]|\s[a-zäöüéñ]{3,})")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")
_MINUTES = 24 * 60

_KEYS = {
    "section": "section sections sec abschnitt sección",
    "article": "article articles art artikel artículo artículos",
    "clause": "clause klausel cláusula",
    "chapter": "chapter kapitel chapitre capítulo",
    "paragraph": "paragraph paragraf absatz párrafo paragraphe",
    "page": "page pages seite página",
    "annex": "annex appendix anhang annexe anexo",
    "rule": "rule regel",
    "resolution": "resolution résolution resolución",
    "schedule": "schedule",
    "no": "no nos nr nº núm numéro número nummer",
}
_LABELS = {word: key for key, words in _KEYS.items() for word in words.split()}
_BEFORE_LABEL = re.compile(r"(?:(?P<sign>[§№])|(?<![^\W_])(?P<word>[^\W\d_]+)\.?)[ \u00a0\u2009]?\Z")
_HAN_LABEL = re.compile(r"第(?P<number>[0-9]+|[一二三四五六七八九十百]+)(?P<kind>[条條章款号號])")
_HAN_KEYS = {"条": "article", "條": "article", "章": "chapter", "款": "paragraph", "号": "no", "號": "no"}
_CODE_BEFORE = re.compile(r"[^\W\d_][\w]*(?:[-‐‑.][\w]+)*\Z")
_NAME_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_][\w]*)[-‐‑]\Z")
_NO_NAMES = words_of("mid pre post early late sub non ex over under")
_CODE_AFTER = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_LONGEST = 40
_NEAREST = 20


def clocks_and_notes_in(text: str, language: str) -> Iterator[Quantity]:
    """The times of day and the marks of footnotes in a text, of each sort in its order."""
    for found in _NO_QUANTITY.finditer(text):
        if found["note"]:
            yield _as(QuantityForm.NOTE, Decimal(0), *found.span())
        elif (minutes := _minutes(found)) is not None:
            yield _as(QuantityForm.CLOCK, Decimal(minutes), *found.span())
    for clock in spoken_clocks_in(text, language):
        yield _as(QuantityForm.CLOCK, Decimal(clock.minutes), clock.start, clock.end)
    before_clock = numerals_of(language).clock_after
    for found in _POINT_CLOCK.finditer(text) if before_clock else ():
        word = _WORD_BEFORE.search(text, max(found.start() - _NEAREST, 0), found.start())
        minutes = 60 * int(found[1]) + int(found[2])
        if word and word[1].lower() in before_clock and minutes < _MINUTES:
            yield _as(QuantityForm.CLOCK, Decimal(minutes), *found.span())


def _as(form: QuantityForm, value: Decimal, start: int, end: int, unit: str = "") -> Quantity:
    return Quantity(value, value, start, end, form, unit)


def _minutes(found: re.Match[str]) -> int | None:
    hour = int(next(found[name] for name in "abcde" if found[name]))
    minute = int(next((found[name] for name in ("am", "bm", "bn", "cm", "dm", "em") if found[name]), "0"))
    half = (found["ah"] or found["bh"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = 30 if found["half"] else minute
    return 60 * hour + minute if hour <= 24 and minute < 60 else None


def han_labels_in(text: str) -> Iterator[Quantity]:
    """Articles and chapters as Chinese numbers them: 第5条."""
    if text.isascii():
        return
    for found in _HAN_LABEL.finditer(text):
        yield _as(QuantityForm.LABEL, Decimal(0), *found.span(), _HAN_KEYS[found["kind"]] + found["number"])


def label_at(text: str, start: int, end: int, suffix_is_known: bool) -> Quantity | None:
    """The name or number of a thing of which the digits at `[start, end)` are part; None if of none.

    F-35, G20, CO2, 5G, v1.2.3, Section 301, § 3, No. 5; but not 90-minute, mid-2025, 9th, 5km.
    """
    begin = _code_start(text, start)
    stop = end
    if not suffix_is_known:
        after = _CODE_AFTER.match(text, end) if is_letter(text[end : end + 1] or " ") else None
        stop = after.end() if after else end
        right = text[stop : stop + 1]
        if right == "_" or (right and right.isnumeric() and not right.isalpha()):
            stop += 1
    if begin < start or stop > end:
        return _as(QuantityForm.LABEL, Decimal(0), begin, stop, key_of(text[begin:stop]))
    named = _BEFORE_LABEL.search(text, max(start - _NEAREST, 0), start)
    if named is None:
        return None
    key = "section" if named["sign"] == "§" else "no" if named["sign"] else _LABELS.get(named["word"].lower())
    if key is None or (key == "no" and named["word"] and not _numbers_things(named)):
        return None
    return _as(QuantityForm.LABEL, Decimal(0), named.start(), end, key + key_of(text[start:end]))


def _numbers_things(named: re.Match[str]) -> bool:
    """Whether “No. 5” numbers: with a point or a sign, or as a whole word; “no 5 percent” is a denial."""
    return named[0].rstrip().endswith((".", "º")) or named["word"].lower() in (
        "nummer",
        "numéro",
        "número",
        "nr",
    )


def _code_start(text: str, start: int) -> int:
    left = text[start - 1 : start]
    if left and (is_letter(left) or left == "_"):
        found = _CODE_BEFORE.search(text, max(start - _LONGEST, 0), start)
        return found.start() if found else start - 1
    name = _NAME_BEFORE.search(text, max(start - _NEAREST, 0), start)
    if name and name[1] != name[1].lower() and name[1].lower() not in _NO_NAMES:
        return name.start()
    return start


def key_of(shown: str) -> str:
    """A label as it is compared: in small letters, without spaces, hyphens and points at its edges."""
    return "".join(mark for mark in shown.lower() if mark not in " \u00a0-‐‑–").strip(".,")
