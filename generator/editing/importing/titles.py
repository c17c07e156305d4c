"""The title of a page's article: the headline that is printed, without the names of site and section."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from readability.htmls import shorten_title

from generator.editing.importing.layout import Block, Element, is_unshown, letters
from generator.editing.importing.structured import Candidate, Structured, content_of
from generator.text.furniture import listed

_SEPARATOR = re.compile(
    r"(\s+(?:\||-|–|—|::|:|·|•|»|«|/|//|>|‹|›|~|ǀ|│|｜|＿|_)\s+|\s*(?:\||｜|_|＿|│)\s*|\s+[-–—](?=\S)"
    r"|(?<=[\u3040-\u9fff\uac00-\ud7a3])[-–—_：](?=[\u3040-\u9fff\uac00-\ud7a3])|\s*--\s*|:\s+)"
)
_METAS = listed(
    "og:title twitter:title dc.title dcterms.title title headline sailthru.title parsely-title citation_title"
)
_HEADING = "printed as heading"
_TITLE = "the page's title"
_TRUST = {"JSON-LD headline": 0.5, _HEADING: 0.5, "itemprop headline": 0.5, "og:title": 0.4, _TITLE: 0.2}
_TRUSTED = 0.25  # of any other origin
_IS_PRINTED = 0.8
_AGREES = 0.5  # for each other origin that gives the same
_STANDS_ALONE = 0.5  # for the only heading of the first rank
_PER_PART = 0.1  # that is left off
_NAME = 4  # words of the name of a site, at most
_LEAST = 6  # letters of a part that is a title
_BRAND = re.compile(
    r"(?:^|[\s_-])(?:logo|brand(?:ing)?|site-?(?:title|name)|masthead|navbar)(?:$|[\s_-])", re.I
)
_NAMED = re.compile(
    r"(?:entry|article|post|story|news|page|content|main)-?_?(?:title|headline|hed)|headline", re.I
)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class _Version:
    """A candidate or a part of it, with what speaks for it."""

    text: str
    origin: str
    trust: float


def title_of(
    root: Element, data: Structured, headline: str, blocks: Sequence[Block], names: Collection[str]
) -> Candidate | None:
    """The title that most of a page's origins agree on, printed headings before what only machines see.

    `headline` is that of JSON-LD; `names` are those of the site, as `letters`.
    """
    versions = list(_versions(root, data, headline))
    printed = {block.key for block in blocks}
    best = max(
        (one for one in versions if letters(one.text)),
        key=lambda one: _score(one, versions, printed, names),
        default=None,
    )
    return Candidate(best.text, best.origin) if best else None


def _versions(root: Element, data: Structured, headline: str) -> Iterator[_Version]:
    yield from _parts(Candidate(headline, "JSON-LD headline"))
    for one in (*data.microdata("headline"), *data.meta(*_METAS), *_title_elements(root)):
        yield from _parts(one)
    yield from _headings(root)
    if short := str(shorten_title(root) or "").strip():
        yield _Version(short, "the page's title, as readability has it", 0.1)


def _parts(one: Candidate) -> Iterator[_Version]:
    """A candidate as it is, and what is left of it without the names of site and section at its ends."""
    trust = _TRUST.get(one.origin, _TRUSTED)
    pieces = _SEPARATOR.split(one.value)
    parts, marks = pieces[::2], pieces[1::2]
    yield _Version(one.value, one.origin, trust)
    for cut in range(1, len(parts)):
        kept = "".join(
            part + mark for part, mark in zip(parts[:-cut], [*marks[: len(parts) - cut - 1], ""], strict=True)
        )
        ending = [part for part in parts[-cut:] if part]
        is_colon = (
            marks[len(parts) - cut - 1].strip() in {":", "：", "/"} or " " not in marks[len(parts) - cut - 1]
        )
        usual = all(len(part.split()) <= _NAME for part in ending) and len(kept) > max(
            map(len, ending), default=0
        )
        bonus = 0.25 if usual and one.origin != "JSON-LD headline" and not is_colon else -0.1
        yield _Version(kept.strip(), one.origin, trust + bonus - _PER_PART * cut)
    if len(parts) > 1:
        rest = "".join(part + mark for part, mark in zip(parts[1:], [*marks[1:], ""], strict=True))
        yield _Version(rest.strip(), one.origin, trust - 2 * _PER_PART)


def _headings(root: Element) -> Iterator[_Version]:
    shown = [heading for heading in root.iter("h1") if not _is_hidden(heading)]
    for heading in shown:
        text = content_of(heading)
        words = len(text.split()) + len(_EAST_ASIAN.findall(text)) / 2
        alone = _STANDS_ALONE if len(shown) == 1 and words >= _NAME else 0.0
        trust = _TRUST[_HEADING] + _IS_PRINTED + alone - (1.5 if _is_brand(heading) else 0.0)
        yield _Version(text, _HEADING, trust)
        yield from (_Version(part, _HEADING, trust - 4 * _PER_PART) for part in _inner(heading))
    for heading in root.iter("div", "span", "p", "h2", "h3", "td"):
        if _NAMED.search(f"{heading.get('class') or ''} {heading.get('id') or ''}") and len(heading) < _LEAST:
            yield _Version(content_of(heading), "printed as title", 0.3)
    for heading in (*root.iter("h2"), *root.iter("h3")):
        yield from (_Version(part, "printed", -1.0) for part in (content_of(heading), *_inner(heading)))


def _inner(heading: Element) -> Iterator[str]:
    """The pieces of a heading, such as a kicker and the title, where elements within it divide them."""
    for element in heading.iterdescendants("span", "a", "strong", "div", "em", "small"):
        if text := content_of(element):
            yield text
        if element.tail and (text := " ".join(element.tail.split())):
            yield text


def _is_hidden(element: Element) -> bool:
    return any(is_unshown(one) for one in (element, *element.iterancestors()))


def _is_brand(heading: Element) -> bool:
    return any(
        _BRAND.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        for element in (heading, *list(heading.iterancestors())[:3])
        if element.tag not in {"body", "html"}
    )


def _score(
    one: _Version, versions: Sequence[_Version], printed: Collection[str], names: Collection[str]
) -> float:
    key = letters(one.text)
    origins = {other.origin for other in versions if letters(other.text) == key} - {one.origin}
    score = one.trust + _AGREES * len(origins)
    score += _IS_PRINTED * (key in printed and one.origin != _HEADING and len(key) >= _LEAST)
    score -= 5 * (key in names) + 1.5 * one.text.endswith(("...", "…")) + (len(key) < _LEAST)
    return score - 0.8 * _holds_name(one.text, names)


def _holds_name(text: str, names: Collection[str]) -> bool:
    """Whether a part at an end of a title is a name of the site."""
    parts = [letters(part) for part in _SEPARATOR.split(text)[::2]]
    return len(parts) > 1 and any(
        part in names or (len(part) > 3 and any(part in name for name in names))
        for part in (parts[0], parts[-1])
    )


def _title_elements(root: Element) -> list[Candidate]:
    return [Candidate(content_of(title), _TITLE) for title in root.iterfind(".//title")][:1]


def name_after_title(title: str, candidates: Iterable[Candidate]) -> Candidate | None:
    """The name that follows the title in a candidate: that of the site."""
    key = letters(title)
    for one in candidates:
        last = one.value[len(title) :] if one.value.startswith(title) else ""
        name = next((part.strip() for part in reversed(_SEPARATOR.split(last)[::2]) if letters(part)), "")
        if key and name and 1 < len(name) <= 50 and letters(name) not in key:
            return Candidate(name, "the end of the page's title")
    return None


def site_titles(root: Element, data: Structured) -> list[Candidate]:
    """Where a page gives its title with the name of the site."""
    return [*_title_elements(root), *data.meta("og:title")]
