"""What the head of a page says of its article: JSON-LD, Open Graph, meta elements, microdata, titles.

Each value comes with its origin. What a page says of itself (the site, the day it was changed) is not what it
says of the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from readability import Document

from generator.editing.importing.article import Author, Field
from generator.editing.importing.bylines import authors_of
from generator.editing.importing.layout import Element, is_unshown, letters
from generator.editing.importing.mending import mended
from generator.editing.importing.printed_dates import first_day
from generator.text.furniture import listed

JsonValue: TypeAlias = Any  # of `json.loads`, as pages have it
Node = dict[str, JsonValue]

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|Posting|Review)$")
_PAGES = re.compile(r"(?:WebPage|ItemPage)$")
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_TRAILING = re.compile(r",\s*([}\]])")
_SEPARATED = re.compile(
    r"\s+(?:\||-|–|—|::|:|·|•|»|«|/|//|>|‹|›|~|ǀ|│|｜|＿|_)\s+|\s*(?:\||｜|_|＿|│)\s*|\s+[-–—](?=\S)"
    r"|(?<=[\u3040-\u9fff])[-–—_](?=[\u3040-\u9fff])|\s*--\s*"
)
_DATE_NAMES = listed("""
    article:published_time og:article:published_time og:published_time datepublished
    article:published parsely-pub-date sailthru.date dc.date.issued dcterms.created
    dcterms.issued dc.date.created dc.date.published pubdate publishdate publish-date
    publish_date published published_date publicationdate publication_date
    originalpublicationdate article.published displaydate cxenseparse:recs:publishtime
    rnews:datepublished article_date_original article:publicationdate weibo:article:create_at
    date.issued datecreated citation_publication_date citation_date ptime iptc.datecreated
    bt:pubdate article_publication_date shareaholic:article_published_time dc.date dcterms.date
    date timestamp og:pubdate dcsext.articlefirstpublished creation_date publish_time
    firstpublished
""")
_AUTHOR_NAMES = listed("""
    author article:author_name article:author parsely-author sailthru.author dc.creator
    dcterms.creator byl authors byline citation_author cxenseparse:author creator article.author
    og:article:author dc.contributor mediator_author twitter:data1
""")
_SITE_NAMES = listed("""
    og:site_name dc.publisher dcterms.publisher publisher article:publisher_name
    application-name apple-mobile-web-app-title copyright cre citation_publisher
""")
_TITLE_NAMES = listed("""
    og:title twitter:title dc.title dcterms.title title headline sailthru.title parsely-title
    citation_title
""")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?![\d])|\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)T")
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "gob", "or", "ne", "edu"})
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s,]*(?:copyright\s+)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|present))?)?"
    r"[\s,:]*(?:by\s+)?(?P<name>[^\W\d_][^|•·©.,;:(]{1,60}?)?\s*(?:(?:19|20)\d\d)?\s*"
    r"(?:[|•·.,;:(–—]|-\s|all rights|alle rechte|tous droits|todos los|版权|$)",
    re.IGNORECASE,
)
_AGREEING = 0.6
_TRUSTED = {"printed as heading": 0.4, "JSON-LD headline": 0.35, "itemprop headline": 0.3, "og:title": 0.2}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a page gives, and where."""

    value: str
    origin: str


class PageHead:
    """The metadata of a page, read from its tree."""

    def __init__(self, root: Element, markup: str, address: str | None, lines: Iterable[str]) -> None:
        self._printed = frozenset(map(letters, lines))
        self._root = root
        self._markup = markup
        self._address = address
        self.metas = _metas(root)
        self.nodes = tuple(_nodes(root))

    @cached_property
    def article_node(self) -> Node:
        """The JSON-LD node of the page's own article; empty if there is none."""
        nodes = [node for node in self.nodes if _is_type(node, _ARTICLES)]
        if not nodes:
            return {}
        others = [value.value for value in (*self._meta(("og:title",)), *self._title_element())]
        return max(
            nodes,
            key=lambda node: max(
                (_likeness(_text(node.get("headline")), title) for title in others), default=0
            ),
        )

    @cached_property
    def page_node(self) -> Node:
        """The JSON-LD node of the page that holds the article."""
        return next((node for node in self.nodes if _is_type(node, _PAGES)), {})

    @cached_property
    def title(self) -> Field[str] | None:
        """The headline, without the name of the site: the one that is printed, if others agree."""
        candidates = [candidate for candidate in self._titles() if len(letters(candidate.value)) > 1]
        if not candidates:
            return None
        best = max(candidates, key=lambda one: self._agreement(one, candidates))
        return Field(best.value, best.origin)

    @cached_property
    def site_names(self) -> tuple[Candidate, ...]:
        """What the page calls its site, the surest first."""
        found = [*_named(self.article_node.get("publisher"), self.nodes, "JSON-LD publisher")]
        found += self._meta(("og:site_name",))
        found += [
            Candidate(_text(node.get("name")), f"JSON-LD {_type(node)}")
            for node in self.nodes
            if _is_type(node, re.compile(r"(?:WebSite|NewsMediaOrganization|Organization)$"))
        ]
        found += self._microdata("publisher")
        found += self._meta(_SITE_NAMES[1:])
        return tuple(Candidate(name, one.origin) for one in found if (name := _site_name(one.value)))

    @cached_property
    def publisher(self) -> Field[str] | None:
        """Who published the article."""
        for candidate in self.site_names:
            if letters(candidate.value) != letters(self.title.value if self.title else ""):
                return Field(candidate.value, candidate.origin)
        return self._from_title_end() or self._from_copyright() or self._from_address()

    @cached_property
    def authors(self) -> Field[tuple[Author, ...]] | None:
        """Who wrote the article, as the head says; the site itself is no author."""
        for candidate in self._author_values():
            if authors := self.without_site(candidate[0]):
                return Field(authors, candidate[1])
        return None

    def without_site(self, authors: Iterable[Author]) -> tuple[Author, ...]:
        """Authors that are people or agencies other than the site."""
        names = {letters(one.value) for one in self.site_names} | {letters(_host_name(self.url_host) or "")}
        return tuple(dict.fromkeys(author for author in authors if letters(str(author)) not in names))

    @cached_property
    def issued(self) -> Field[str] | None:
        """The day the article was published, as the head says; never the day it was changed."""
        values = [Candidate(_text(self.article_node.get("datePublished")), "JSON-LD datePublished")]
        values += self._meta(_DATE_NAMES[:3])
        values += self._microdata("datePublished")
        values += [Candidate(_text(self.page_node.get("datePublished")), "JSON-LD datePublished of the page")]
        values += self._meta(_DATE_NAMES[3:])
        values += [Candidate(_text(self.article_node.get("dateCreated")), "JSON-LD dateCreated")]
        for candidate in values:
            if day := iso_day(candidate.value):
                return Field(day, candidate.origin)
        return None

    @cached_property
    def issued_by_address(self) -> Field[str] | None:
        """The day in the address of the page."""
        addresses = (self.canonical.value if self.canonical else None, self._address)
        found = (_IN_ADDRESS.search(urlsplit(address).path) for address in addresses if address)
        days = (first_day("-".join(match.groups())) for match in found if match)
        day = next(filter(None, days), None)
        return Field(day, "address") if day else None

    @cached_property
    def canonical(self) -> Field[str] | None:
        """The address that the page itself gives."""
        for link in self._root.iterfind(".//link[@rel='canonical']"):
            if _is_address(link.get("href")):
                return Field(link.get("href").strip(), "link rel=canonical")
        for one in (*self._meta(("og:url",)), Candidate(_text(self.article_node.get("url")), "JSON-LD url")):
            if _is_address(one.value):
                return Field(one.value, one.origin)
        return None

    @property
    def description(self) -> str:
        """What the head says in short of the article."""
        return "\n".join(
            value for name in ("description", "og:description") for value in self.metas.get(name, ())
        )

    @cached_property
    def language(self) -> Candidate | None:
        """The language that the page declares."""
        values = [Candidate(self._root.get("lang") or self._root.get("xml:lang") or "", "html lang")]
        values += [Candidate(_text(self.article_node.get("inLanguage")), "JSON-LD inLanguage")]
        values += self._meta(("og:locale", "content-language", "dc.language", "language"))
        for one in values:
            if found := re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", one.value.strip()):
                return Candidate(found[1].lower(), one.origin)
        return None

    @cached_property
    def type(self) -> Field[str]:
        """The type as CSL names it."""
        kind = _type(self.article_node)
        if re.search(r"News", kind):
            return Field("article-newspaper", f"JSON-LD {kind}")
        if kind in {"Report", "ScholarlyArticle"}:
            return Field("report" if kind == "Report" else "article-journal", f"JSON-LD {kind}")
        if kind == "BlogPosting":
            return Field("post-weblog", "JSON-LD BlogPosting")
        if kind or self.metas.get("article:published_time"):
            return Field("article-newspaper", f"JSON-LD {kind}" if kind else "article:published_time")
        return Field("webpage", "a page that does not say what it is", is_doubtful=True)

    @property
    def is_free(self) -> bool:
        """False if the page says that the whole article is for subscribers."""
        return str(self.article_node.get("isAccessibleForFree", "true")).casefold() not in {
            "false",
            "no",
            "0",
        }

    @property
    def url_host(self) -> str:
        """The host of the page's address."""
        address = self.canonical.value if self.canonical else self._address
        return (urlsplit(address).hostname or "") if address else ""

    def _titles(self) -> Iterator[Candidate]:
        yield Candidate(self._plain(_text(self.article_node.get("headline"))), "JSON-LD headline")
        for one in self._headings():
            yield one
        for one in (*self._microdata("headline"), *self._meta(_TITLE_NAMES), *self._title_element()):
            yield Candidate(self._plain(one.value), one.origin)
        short = _readability_title(self._markup)
        if short and letters(short) not in {letters(one.value) for one in self._title_element()}:
            yield Candidate(short, "the page's title")

    def _headings(self) -> Iterator[Candidate]:
        for heading in self._root.iter("h1"):
            if not any(is_unshown(element) for element in (heading, *heading.iterancestors())):
                yield Candidate(_content(heading), "printed as heading")

    def _agreement(self, one: Candidate, all_: list[Candidate]) -> float:
        """How well a candidate fits the others; a printed heading before what only machines see."""
        others = {letters(other.value): other for other in all_ if letters(other.value) != letters(one.value)}
        likeness = sum(
            sorted((_likeness(one.value, other.value) for other in others.values()), reverse=True)[:4]
        )
        origins = {other.origin for other in all_ if letters(other.value) == letters(one.value)}
        likeness += 0.5 * (len(origins) - 1)
        is_site = letters(one.value) in {letters(name.value) for name in self.site_names}
        printed = (
            0.5 if one.origin == "printed as heading" else 0.3 if one.origin == "JSON-LD headline" else 0.0
        )
        is_cut = one.value.endswith(("...", "…"))
        return likeness + printed - 5 * is_site - 1.5 * is_cut

    def _plain(self, title: str) -> str:
        """A title without the names of the site and of its sections at its ends."""
        parts = [part for part in _SEPARATED.split(title) if part]
        before, _, after = title.partition(": ")
        if len(before) < 40 and len(letters(after)) > 15 and letters(after) in self._printed:
            return after
        if len(parts) < 2:
            return title
        headings = [heading.value for heading in self._headings()]
        headings += [_text(self.article_node.get("headline"))]
        for heading in headings:
            key = letters(heading)
            if len(key) > 10 and letters(title) != key and letters(title).startswith(key):
                return heading
        for part in parts:
            if len(letters(part)) > 15 and letters(part) in self._printed:
                return part
        return self._without_names(title, parts)

    def _without_names(self, title: str, parts: list[str]) -> str:
        names = {letters(one.value) for one in self.site_names}
        host = letters(_host_name(self.url_host) or "")
        while len(parts) > 1 and self._is_name(parts[-1], names, host):
            title = title[: title.rindex(parts[-1])].rstrip(" |-–—:·•»«/>‹›~_ǀ│｜＿") if parts[-1] else title
            parts = parts[:-1]
        if len(parts) > 1 and self._is_name(parts[0], names, host) and letters(parts[0]) in names | {host}:
            title = title[len(parts[0]) :].lstrip(" |-–—:·•»«/>‹›~_ǀ│｜＿")
        return title

    def _is_name(self, part: str, names: set[str], host: str) -> bool:
        key = letters(part)
        if not key or key in names or (host and (key == host or (len(key) > 3 and key in host))):
            return True
        if any(len(name) > 3 and (name in key or key in name) for name in names) and len(part) < 60:
            return True
        return (
            bool(re.search(r"\.(?:com|org|net|de|fr|es|cn|co|it|uk|eu|at|ch|info|news)\b", part))
            and " " not in part
        )

    def _title_element(self) -> list[Candidate]:
        return [
            Candidate(_content(title), "the page's title") for title in self._root.iterfind(".//head/title")
        ][:1]

    def _meta(self, names: Iterable[str]) -> list[Candidate]:
        return [Candidate(value, name) for name in names for value in self.metas.get(name, ()) if value]

    def _microdata(self, name: str) -> list[Candidate]:
        found = []
        for element in self._root.iterfind(f".//*[@itemprop='{name}']"):
            inner = element.find(".//*[@itemprop='name']")
            value = (
                element.get("content")
                or element.get("datetime")
                or _content(element if inner is None else inner)
            )
            if inner is not None and inner.get("content"):
                value = inner.get("content")
            if value and len(value) < 300:
                found.append(Candidate(mended(value).strip(), f"itemprop {name}"))
        return found[:3]

    def _author_values(self) -> Iterator[tuple[tuple[Author, ...], str]]:
        """The authors that each part of the head names, the surest first."""
        for node in (self.article_node, self.page_node):
            named = _named(node.get("author"), self.nodes, "JSON-LD author")
            yield _all_authors(one.value for one in named), "JSON-LD author"
        for name in _AUTHOR_NAMES:
            yield _all_authors(self.metas.get(name, ())), f"meta {name}"
        yield _all_authors(one.value for one in self._microdata("author")), "itemprop author"
        yield _all_authors(map(_content, self._root.iterfind(".//a[@rel='author']"))), "rel=author"

    def _from_title_end(self) -> Field[str] | None:
        """The name that follows the headline in the title of the page."""
        for one in (*self._title_element(), *self._meta(("og:title",))):
            parts = [part for part in _SEPARATED.split(one.value) if part]
            title = letters(self.title.value) if self.title else ""
            if (
                len(parts) > 1
                and title
                and letters(one.value).startswith(title)
                and letters(one.value) != title
            ):
                name = parts[-1].strip()
                if 1 < len(name) <= 50 and letters(name) not in title:
                    return Field(_site_name(name) or name, "the end of the page's title")
        return None

    def _from_copyright(self) -> Field[str] | None:
        text = " ".join(self._root.text_content().split())
        for found in _COPYRIGHT.finditer(text[-6000:]):
            name = (found["name"] or "").strip()
            if 1 < len(name) <= 50 and len(name.split()) <= 6:
                return Field(name, "copyright line")
        return None

    def _from_address(self) -> Field[str] | None:
        name = _host_name(self.url_host)
        return Field(name, "address", is_doubtful=True) if name else None


def _all_authors(values: Iterable[str]) -> tuple[Author, ...]:
    return tuple(author for value in values for author in authors_of(value))


def iso_day(value: str) -> str | None:
    """The day of a value that metadata gives as date, in ISO 8601; None if it has none."""
    if found := _ISO.match(value):
        parts = [part for part in found.groups() if part]
        return first_day("-".join(parts))
    if re.fullmatch(r"\d{10}(?:\d{3})?", value.strip()):
        return None  # seconds since 1970 say no day without a zone
    return first_day(value, None)


def _metas(root: Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (
            (meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "")
            .strip()
            .casefold()
        )
        value = mended(meta.get("content") or "").replace("\n", " ").strip()
        if name and value and value not in found.setdefault(name, []):
            found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def _nodes(root: Element) -> Iterator[Node]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold():
            yield from _flattened(_json(script.text_content() or ""))


def _json(text: str) -> JsonValue:
    text = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    for version in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(version, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
    return None


def _flattened(value: JsonValue, depth: int = 0) -> Iterator[Node]:
    if depth > 6:
        return
    if isinstance(value, list):
        for one in value:
            yield from _flattened(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf"):
            if isinstance(value.get(key), (list, dict)):
                yield from _flattened(value[key], depth + 1)


def _type(node: Node) -> str:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return str(next((name for name in names if isinstance(name, str)), ""))


def _is_type(node: Node, pattern: re.Pattern[str]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and pattern.search(name) for name in names)


def _text(value: JsonValue) -> str:
    """A value as text, on one line; of a list its first."""
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("alternateName"))
    return mended(str(value)).replace("\n", " ").strip() if isinstance(value, (str, int)) else ""


def _named(value: JsonValue, nodes: tuple[Node, ...], origin: str) -> list[Candidate]:
    """The names that a property gives, by itself or through the id of another node."""
    if isinstance(value, list):
        return [found for one in value for found in _named(one, nodes, origin)]
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        value = next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), {})
    if isinstance(value, dict) and isinstance(value.get("name"), list):
        return [Candidate(_text(name), origin) for name in value["name"]]
    name = _text(value)
    return [Candidate(name, origin)] if name else []


def _content(element: Element) -> str:
    return " ".join(mended(element.text_content()).split())


def _likeness(one: str, other: str) -> float:
    """How far two titles are the same, from 0 to 1; that one holds the other counts much."""
    first, second = letters(one), letters(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if len(min(first, second, key=len)) > 8 and (first in second or second in first):
        return 0.8
    ratio = SequenceMatcher(None, first[:300], second[:300], autojunk=False).ratio()
    return ratio if ratio >= _AGREEING else 0.0


def _readability_title(markup: str) -> str:
    try:
        return str(Document(markup).short_title() or "").strip()
    except Exception:
        return ""


def _site_name(value: str) -> str | None:
    """A name of a site; None if it is an address, a handle or a sentence."""
    name = " ".join(value.split()).strip(" |-–—·•:")
    name = re.sub(
        r"^(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d)?\s*(?:by )?", "", name, flags=re.IGNORECASE
    ).strip(" .,")
    if not name or len(name) > 80 or name.startswith(("@", "http")) or "facebook.com" in name:
        return None
    return name


def _host_name(host: str) -> str | None:
    """The name in a host, such as `example` of `www.example.co.uk`; None of an address of numbers."""
    parts = host.removeprefix("www.").split(".")
    if len(parts) < 2 or parts[-1].isdigit():
        return None
    return parts[-3] if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else parts[-2]


def _is_address(value: str | None) -> bool:
    return bool(value) and urlsplit((value or "").strip()).scheme in {"http", "https"}
