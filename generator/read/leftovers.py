"""What a source's text holds that no article has: marks of a page, and lines that stood around it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from generator.model.diagnostics import Diagnostic, Edit, Severity
from generator.model.text import Span
from generator.read.inputs import Positions
from generator.text.furniture import MaskReason, furniture_in

_ENDING = (
    "p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|hr|figure|figcaption|header|footer|nav"
)
_TAG = re.compile(
    rf"</?(?:{_ENDING}|html|head|body|title|meta|link|a|b|i|u|em|strong|span|font|img|script|style|iframe|form"
    r"|input|button|svg|td|th|small|sup|sub|cite|code|pre|label|main|aside|video|picture|source)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_ENDS_LINE = re.compile(rf"</?(?:{_ENDING})\b", re.IGNORECASE)
# An article may well speak of a mark or two; these are left over from a page.
_TELLING = re.compile(rf"</?(?:{_ENDING}|html|head|body)\b|<(?:a|span|font)\s|&(?!amp;)", re.IGNORECASE)
_MANY = 6
_CODE = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_LONGEST_LINE, _LONGEST_SENTENCE = 80, 60
"""Characters; longer paragraphs are not looked at, which would take a millisecond each."""
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_ENDED = (".", "!", "?", "。", "！", "？")
_MOST_EDITS = 200
_SURE = frozenset(
    {
        MaskReason.ADVERT,
        MaskReason.COMMENTS,
        MaskReason.COOKIE,
        MaskReason.COPYRIGHT,
        MaskReason.NEWSLETTER,
        MaskReason.PAYWALL_NOTE,
        MaskReason.READ_ORIGINAL,
        MaskReason.RELATED,
        MaskReason.SHARE,
    }
)
"""What a line is whatever stands around it; a label, a date or a caption it is only in its place."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a source, where in its file it begins, and where its paragraphs are."""

    text: str
    base: int
    paragraphs: tuple[tuple[int, int], ...]
    positions: Positions


def leftovers(body: Body, keep: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A warning for the marks and one for the lines, each with the edits that remove them.

    Lines whose first words are among those that the editor keeps are the article's own.
    """
    yield from _marks(body)
    kept = tuple(map(_folded, keep))
    found = [place for place in _furniture(body) if not _is_kept(body.text[slice(*place)], kept)]
    if found:
        yield _around(body, found)


def _marks(body: Body) -> Iterator[Diagnostic]:
    found = [*_TAG.finditer(body.text), *filter(_is_entity, _ENTITY.finditer(body.text))]
    is_of_a_page = any(_TELLING.match(each.group()) for each in found)
    if not is_of_a_page and len(found) < _MANY:
        return
    found.sort(key=re.Match.start)
    first = found[0]
    more = f", and {len(found) - 1} more in this text" if len(found) > 1 else ""
    is_code = _CODE.search(body.text) is not None or len(found) > _MOST_EDITS
    help = "remove the marks" if not is_code else "make the source of the page by `briefing import`"
    yield Diagnostic(
        "source-has-html",
        f"“{first.group()[:40]}” is a mark of HTML, not text{more}",
        _span(body, first.start(), first.end()),
        Severity.WARNING,
        help=help,
        edits=() if is_code else tuple(Edit(_span(body, *each.span()), _plain(each)) for each in found),
    )


def _is_entity(found: re.Match[str]) -> bool:
    return found.group().startswith("&#") or found.group()[1:] in html5


def _plain(found: re.Match[str]) -> str:
    """What a mark stands for: its character, the end of a paragraph, or nothing."""
    mark = found.group()
    if mark.startswith("&"):
        return html.unescape(mark)
    return "\n\n" if _ENDS_LINE.match(mark) else ""


def _furniture(body: Body) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end that surely stood around the article."""
    for start, end in body.paragraphs:
        if end - start <= _LONGEST_LINE and _is_furniture(body.text[start:end].strip()):
            yield start, end


def _is_furniture(line: str) -> bool:
    is_ended = line.endswith(_ENDED)
    weight = 2.5 if _SPACELESS.search(line) else 1
    if len(line) * weight > (_LONGEST_SENTENCE if is_ended else _LONGEST_LINE):
        return False
    found = furniture_in(line)
    if found is None or found[0] not in _SURE:
        return False
    # Buttons end in no full stop, and a sentence may be of their words alone: “Text.”
    return found[0] is not MaskReason.SHARE or not is_ended


def _around(body: Body, found: list[tuple[int, int]]) -> Diagnostic:
    start, end = found[0]
    reason, words = furniture_in(body.text[start:end]) or ("", "")
    more = f", and {len(found) - 1} more in this text" if len(found) > 1 else ""
    return Diagnostic(
        "source-has-furniture",
        f"this line seems to have stood around the article ({reason}: “{words}”){more}",
        _span(body, start, end),
        Severity.WARNING,
        help="remove it; or, if it is the article's own, write its first words as `keep:` above the text",
        edits=tuple(Edit(_span(body, *_with_gap(body.text, each)), "") for each in found),
    )


def _with_gap(text: str, paragraph: tuple[int, int]) -> tuple[int, int]:
    """The paragraph with the empty lines behind it, or before it if it is the last."""
    start, end = paragraph
    after = end + len(text[end:]) - len(text[end:].lstrip())
    return (start, after) if after < len(text) else (len(text[:start].rstrip()), end)


def _span(body: Body, start: int, end: int) -> Span:
    return body.positions.span(body.base + start, body.base + end)


def _is_kept(line: str, kept: tuple[str, ...]) -> bool:
    return any(_folded(line).startswith(words) for words in kept if words)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
