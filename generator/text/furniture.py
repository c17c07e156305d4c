"""The furniture of pages: lines that stand around an article and are none of it, each with its reason.

A line is judged by its own words here, in the languages of `furniture_phrases`; what its place on a page
says of it is for those who know the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache

from generator.text.furniture_phrases import ANYWHERE, BESIDE_SHARING, DATE_WORDS, SHARING_WORDS, WHOLE

_STATEMENT = 45  # characters of a sentence that is more than a label with a full stop
_MOST_WORDS = 30
LONGEST = 600  # characters; no furniture is longer


class MaskReason(StrEnum):
    """Why a paragraph is no part of an article."""

    SHARE = "share"
    COOKIE = "cookie"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    ADVERT = "advert"
    CAPTION = "caption"
    RELATED = "related"
    BYLINE = "byline"
    DATELINE = "dateline"
    REPEATED_TITLE = "repeated-title"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    PAYWALL_NOTE = "paywall-note"
    READ_ORIGINAL = "read-original"
    COPYRIGHT = "copyright"
    DUPLICATE = "duplicate"


_NO_STATEMENTS = (MaskReason.RELATED, MaskReason.SHARE, MaskReason.NAVIGATION)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "\u00a0": " ", "“": '"', "”": '"'})
_EDGES = " \t*•·●▪◦‣–—-|>»›→⟶➜<«‹←▶►▼▲△▾▸+×✕✖✓✔#:：.…!！,，;_=~[]【】「」\"'(){}↓↑⤵"
_SPACES = re.compile(r"\s+")
_PART = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
_DIGIT = re.compile(r"\d")
_JUDGED_BY_MARKS = (MaskReason.CAPTION, MaskReason.CREDIT, MaskReason.RELATED)


def plain_line(line: str) -> str:
    """A line as phrases are written: small letters, straight apostrophes, no signs at its edges."""
    return _spaced(line).strip(_EDGES)


def furniture_in(line: str) -> tuple[MaskReason, str] | None:
    """Why a line is furniture by its own words, and the words that say so; None if they do not say it.

    A line is never judged by its length alone, and a sentence never by its subject: an article may write of
    cookies and newsletters.
    """
    if len(line) > LONGEST:
        return None
    spaced = _spaced(line)
    plain = spaced.strip(_EDGES)
    if not plain:
        return (MaskReason.NAVIGATION, line.strip()) if _is_ornament(line) else None
    for reason, is_it in _BY_FORM:
        if is_it(plain):
            return reason, line.strip()
    for reason, form in _FORMS:
        if form.fullmatch(line.strip()):
            return reason, line.strip()
    return _by_phrase(spaced, plain)


def stands_alone(line: str) -> bool:
    """Whether a line has a form that belongs to no paragraph, such as a slug or the head of a print."""
    return any(form.fullmatch(line.strip()) for _, form in _FORMS)


def _by_phrase(spaced: str, plain: str) -> tuple[MaskReason, str] | None:
    is_statement = len(plain) > _STATEMENT and spaced.rstrip("\"'").endswith((".", "。"))
    for reason, pattern in _whole():
        if reason in _NO_STATEMENTS and is_statement:
            continue
        if pattern.fullmatch(plain) or (reason in _JUDGED_BY_MARKS and pattern.fullmatch(spaced)):
            return reason, plain
    for reason, pattern in _anywhere():
        if found := pattern.search(plain):
            return reason, found.group()
    return None


def offers_to_share(plain: str) -> bool:
    """Whether a plain line has nothing but the names of networks and words such as “share” or “print”."""
    words = plain.split() if " " not in plain else _PART.findall(plain)
    words = [word for word in words if not word.isdigit()]
    beside = _words_beside_sharing()
    sharing = [word for word in words if word not in beside]
    if not sharing:
        return plain in {"x", "link", "mail", "rss", "copy", "post"}
    return len(words) <= _MOST_WORDS and all(word in _sharing_words() for word in sharing)


def gives_contact(plain: str) -> bool:
    """Whether a short plain line is there for its e-mail address or telephone number."""
    if len(plain) > 160 or not (_MAIL.search(plain) or _TELEPHONE.search(plain)):
        return False
    return len(plain.split()) <= 5 or bool(_CONTACT.match(plain))


def is_only_date(plain: str) -> bool:
    """Whether a plain line has a date or time of day, and nothing but what belongs to one.

    Words such as “published”, “updated” and the names of zones belong to it.
    """
    if len(plain) > 120 or not _DIGIT.search(plain):
        return False
    words = [word for word in _PART.findall(_EAST_ASIAN.sub(" 1 ", plain)) if not word.isdigit()]
    numbers = len(_PART.findall(plain)) - len(words)
    if not words:
        return bool(_NUMERIC_DATE.search(plain))
    return numbers <= 14 and all(word in _date_words() or _ORDINAL.fullmatch(word) for word in words)


_EAST_ASIAN = re.compile(
    r"\d+ ?(?:年|月|日|时|時|分|秒|点|點|号|號|년|월|일|시|분)|[上下]午"
    r"|午前|午後|오전|오후|星期.|周[一二三四五六日]|[月火水木金土日]曜日?"
)
# Slugs, takes and marks of the wire, in the letters that it uses.
_WIRE = re.compile(
    r"(?:[a-z] )*[A-Z]{2,}(?:[-/][A-Z0-9]{2,})+(?:[- ][\w-]+){0,4}"
    r"|\((?:Adds?|Updates?|Recasts?|Refiles?|Corrects?|Repeats?|Fixes|Removes|Writes through"
    r"|ADDS|UPDATES)\b.*\)"
    r"|\(?(?:MORE|ENDS|END|REUTERS?|NNNN|ends)\)?|\d{4} ?GMT|\(\(.*\)\)"
)
# A browser prints the time and the title over each page, and the address with the number of the page below.
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?\s+\S.{3,200}"
    r"|(?:https?://|www\.)\S+\s+(?:page )?\d+(?: ?/ ?| of )\d+"
)
_CREDITED = re.compile(
    r".{5,300}[.!?)”\"] ?(?:photos?|fotos?|bild|image|crédits?|credits?|photographie|©)"
    r"\b ?[:/©]? ?[^.!?]{2,50}",
    re.IGNORECASE,
)
_FORMS = ((MaskReason.CREDIT, _WIRE), (MaskReason.NAVIGATION, _PRINTED), (MaskReason.CAPTION, _CREDITED))
_MAIL = re.compile(r"[\w.+-]+(?:@|\[at\]|\(at\))[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?:tel(?:efon|éfono|ephone)?|phone|fon|tél|电话|電話)[.: ]+\+?[\d /()-]{6,}")
_CONTACT = re.compile(
    r"(?:\(?(?:media |press )?(?:contacts?|kontakt|contacto|联系)"
    r"|write to|e-?mail|mail|tips?|send|reach|follow|to contact"
    r"|for (?:more|further)|presse|tel|phone|schreiben sie|écrivez|escrib)"
)
_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d ?[年년]|^\d{1,2}:\d\d")
_ORDINAL = re.compile(r"st|nd|rd|th|er|º|h|t|z|uhr|u")


def _spaced(line: str) -> str:
    text = unicodedata.normalize("NFC", line.translate(_STRAIGHT)).casefold()
    return _SPACES.sub(" ", text).strip()


def _is_ornament(line: str) -> bool:
    return bool(line.strip()) and not any(character.isalnum() for character in line)


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is written as one text."""
    return tuple(words.split())


_BY_FORM: tuple[tuple[MaskReason, Callable[[str], bool]], ...] = (
    (MaskReason.SHARE, offers_to_share),
    (MaskReason.DATELINE, is_only_date),
    (MaskReason.CREDIT, gives_contact),
)


@cache
def _sharing_words() -> frozenset[str]:
    return frozenset(word.casefold() for words in SHARING_WORDS.values() for word in words.split())


@cache
def _words_beside_sharing() -> frozenset[str]:
    return frozenset(listed(BESIDE_SHARING))


@cache
def _date_words() -> frozenset[str]:
    return frozenset(word.casefold() for words in DATE_WORDS.values() for word in words.split())


@cache
def _whole() -> tuple[tuple[MaskReason, re.Pattern[str]], ...]:
    return _patterns(WHOLE)


@cache
def _anywhere() -> tuple[tuple[MaskReason, re.Pattern[str]], ...]:
    return _patterns(ANYWHERE)


def _patterns(
    phrases: dict[str, dict[str, tuple[str, ...]]],
) -> tuple[tuple[MaskReason, re.Pattern[str]], ...]:
    return tuple(
        (MaskReason(reason), _pattern(by_language.values())) for reason, by_language in phrases.items()
    )


def _pattern(groups: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for group in groups for phrase in group))
