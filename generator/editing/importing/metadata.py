"""What the head of a page says of its article: who, when, where, in which language; each with its origin.

What a page says of itself (the site, the day it was changed) is not what it says of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from urllib.parse import urlsplit

from generator.editing.importing.article import Author, Field
from generator.editing.importing.bylines import authors_of
from generator.editing.importing.layout import Block, Element, letters
from generator.editing.importing.printed_dates import first_day
from generator.editing.importing.structured import Candidate, Node, Structured, content_of, text_of, types_of
from generator.editing.importing.titles import name_after_title, site_titles, title_of
from generator.text.furniture import listed

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|Posting|Review)$")
_PAGES = re.compile(r"(?:WebPage|ItemPage)$")
_SITES = re.compile(r"(?:WebSite|NewsMediaOrganization|Organization|Newspaper|Periodical)$")
_DATES = listed("""
    article:published_time og:article:published_time og:published_time datepublished article:published
    parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.published pubdate publishdate
    publish-date publish_date published published_date publicationdate publication_date
    originalpublicationdate article.published displaydate cxenseparse:recs:publishtime rnews:datepublished
    article_date_original article:publicationdate weibo:article:create_at date.issued
    citation_publication_date citation_date bt:pubdate article_publication_date dcsext.articlefirstpublished
    shareaholic:article_published_time og:pubdate publish_time firstpublished ptime iptc.datecreated
    dc.date.created dcterms.created datecreated
""")
_LOOSE_DATES = listed("dc.date dcterms.date date timestamp creation_date")
_AUTHORS = listed("""
    author article:author_name article:author parsely-author sailthru.author dc.creator dcterms.creator byl
    authors byline citation_author cxenseparse:author creator article.author og:article:author mediator_author
    dc.contributor twitter:data1
""")
_SITES_OF_METAS = listed("""
    dc.publisher dcterms.publisher publisher sitename site_name site-name article:publisher_name
    application-name
    apple-mobile-web-app-title copyright cre citation_publisher
""")
_TYPES = {"Report": "report", "ScholarlyArticle": "article-journal", "BlogPosting": "post-weblog"}
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "gob", "or", "ne", "edu"})
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s,]*(?:copyright\s+|©\s*)?"
    r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|present))?)?[\s,:]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^|•·©.,;:(]{1,60}?)?\s*(?:(?:19|20)\d\d)?\s*"
    r"(?:[|•·.,;:(–—]|-\s|all rights|alle rechte|tous droits|todos los|todos os|tutti i|版权|版權|무단"
    r"|Inc\b|Ltd\b|$)",
    re.IGNORECASE,
)
_LOGO = re.compile(r"(?:^|[\s_-])(?:logo|brand|site-?(?:title|name)|sitename)(?:$|[\s_-])", re.IGNORECASE)
_NAME = 60  # characters of the name of a publisher


class PageHead:
    """The metadata of a page, read from its tree and the blocks of its text."""

    def __init__(self, root: Element, blocks: Sequence[Block], address: str | None) -> None:
        self._root = root
        self._blocks = blocks
        self._address = address
        self._data = Structured(root)

    @cached_property
    def _article(self) -> Node:
        """The JSON-LD node of the page's own article; empty if there is none."""
        titles = [one.value for one in site_titles(self._root, self._data)]
        return max(
            self._data.of_type(_ARTICLES),
            key=lambda node: max(
                (_likeness(text_of(node.get("headline")), title) for title in titles), default=0
            ),
            default={},
        )

    @cached_property
    def _page(self) -> Node:
        """The JSON-LD node of the page that holds the article."""
        return next(iter(self._data.of_type(_PAGES)), {})

    @cached_property
    def title(self) -> Field[str] | None:
        """The headline, without the name of the site."""
        names = {letters(one.value) for one in self._site_names} | {letters(_host_name(self._host) or "")} - {
            ""
        }
        headline = text_of(self._article.get("headline") or self._article.get("name"))
        found = title_of(self._root, self._data, headline, self._blocks, names)
        return Field(found.value, found.origin) if found else None

    @cached_property
    def _site_names(self) -> tuple[Candidate, ...]:
        """What the page calls its site, the surest first."""
        found = self._data.meta("og:site_name")
        found += self._data.named(self._article.get("publisher"), "JSON-LD publisher")
        found += self._data.named(self._page.get("publisher"), "JSON-LD publisher")
        found += [
            Candidate(text_of(node.get("name")), f"JSON-LD {types_of(node)[0]}")
            for node in self._data.of_type(_SITES)
        ]
        found += self._data.microdata("publisher")
        found += self._data.meta(*_SITES_OF_METAS)
        return tuple(Candidate(name, one.origin) for one in found if (name := _site_name(one.value)))

    @cached_property
    def publisher(self) -> Field[str] | None:
        """Who published the article."""
        title = self.title.value if self.title else ""
        found = next((one for one in self._site_names if letters(one.value) != letters(title)), None)
        found = found or name_after_title(title, site_titles(self._root, self._data))
        found = found or self._by_copyright() or self._by_logo()
        if found:
            return Field(found.value, found.origin)
        name = _host_name(self._host)
        return Field(name, "address", is_doubtful=True) if name else None

    @cached_property
    def container_title(self) -> Field[str] | None:
        """The newspaper or series that the article says it is a part of."""
        for one in self._data.named(self._article.get("isPartOf"), "JSON-LD isPartOf"):
            if one.value != (self.publisher.value if self.publisher else None):
                return Field(one.value, one.origin)
        return None

    @cached_property
    def authors(self) -> Field[tuple[Author, ...]] | None:
        """Who wrote the article, as the head says; the site itself is no author."""
        for values, origin in self._author_values():
            named = tuple(author for value in values for author in authors_of(value))
            if authors := self.without_site(named):
                return Field(authors, origin)
        return None

    def without_site(self, authors: Iterable[Author]) -> tuple[Author, ...]:
        """Authors that are people or agencies other than the site."""
        names = {letters(one.value) for one in self._site_names} | {letters(_host_name(self._host) or "")}
        return tuple(dict.fromkeys(author for author in authors if letters(str(author)) not in names))

    @cached_property
    def issued(self) -> Field[str] | None:
        """The day the article was published, as the head surely says; never the day it was changed."""
        values = [Candidate(text_of(self._article.get("datePublished")), "JSON-LD datePublished")]
        values += self._data.meta(*_DATES[:3])
        values += self._data.microdata("datePublished")
        values += [Candidate(text_of(self._page.get("datePublished")), "JSON-LD datePublished of the page")]
        values += self._data.meta(*_DATES[3:])
        values += [Candidate(text_of(self._article.get("dateCreated")), "JSON-LD dateCreated")]
        return _first_day_of(values)

    @cached_property
    def perhaps_issued(self) -> Field[str] | None:
        """A day that the head gives without saying what happened on it, or that the address has."""
        if found := _first_day_of(self._data.meta(*_LOOSE_DATES)):
            return found
        addresses = (self.canonical.value if self.canonical else None, self._address)
        found_in = (_IN_ADDRESS.search(urlsplit(address).path) for address in addresses if address)
        days = (first_day("-".join(match.groups())) for match in found_in if match)
        day = next(filter(None, days), None)
        return Field(day, "address") if day else None

    @cached_property
    def canonical(self) -> Field[str] | None:
        """The address that the page itself gives."""
        links = (link.get("href") for link in self._root.iterfind(".//link[@rel='canonical']"))
        values = [Candidate(link or "", "link rel=canonical") for link in links]
        values += self._data.meta("og:url")
        values += [Candidate(text_of(self._article.get("url")), "JSON-LD url")]
        for one in values:
            if urlsplit(one.value.strip()).scheme in {"http", "https"}:
                return Field(one.value.strip(), one.origin)
        return None

    @cached_property
    def language(self) -> Candidate | None:
        """The language that the page declares, as ISO 639 has it."""
        values = [Candidate(self._root.get("lang") or self._root.get("xml:lang") or "", "html lang")]
        values += [Candidate(text_of(self._article.get("inLanguage")), "JSON-LD inLanguage")]
        values += self._data.meta("og:locale", "content-language", "dc.language", "language")
        for one in values:
            if found := re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", one.value.strip()):
                return Candidate(found[1].lower(), one.origin)
        return None

    @cached_property
    def type(self) -> Field[str]:
        """The type as CSL names it."""
        kind = next(iter(types_of(self._article)), "")
        if kind in _TYPES:
            return Field(_TYPES[kind], f"JSON-LD {kind}")
        if kind:
            return Field("article-newspaper", f"JSON-LD {kind}")
        if self._data.meta("article:published_time"):
            return Field("article-newspaper", "article:published_time")
        return Field("webpage", "a page that does not say what it is", is_doubtful=True)

    @property
    def description(self) -> str:
        """What the head says in short of the article."""
        return "\n".join(one.value for one in self._data.meta("description", "og:description"))

    @property
    def is_free(self) -> bool:
        """False if the page says that the whole article is for subscribers."""
        return str(self._article.get("isAccessibleForFree", True)).casefold() not in {"false", "no", "0"}

    @property
    def _host(self) -> str:
        address = self.canonical.value if self.canonical else self._address
        return (urlsplit(address).hostname or "") if address else ""

    def _author_values(self) -> Iterator[tuple[list[str], str]]:
        """The values that each part of the head has for the authors, the surest first."""
        for node in (self._article, self._page):
            named = self._data.named(node.get("author"), "JSON-LD author")
            yield [one.value for one in named], "JSON-LD author"
        for name in _AUTHORS:
            yield [one.value for one in self._data.meta(name)], f"meta {name}"
        yield [one.value for one in self._data.microdata("author")], "itemprop author"
        yield list(map(content_of, self._root.iterfind(".//a[@rel='author']"))), "rel=author"

    def _by_copyright(self) -> Candidate | None:
        lines = (block.text for block in reversed(self._blocks) if len(block.text) < 5 * _NAME)
        name = next(filter(None, map(name_in_copyright, lines)), None)
        return Candidate(name, "copyright line") if name else None

    def _by_logo(self) -> Candidate | None:
        for element in self._root.iter("div", "a", "span", "p", "h1", "h2", "header"):
            if _LOGO.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
                image = element.find(".//img")
                name = content_of(element) or ("" if image is None else image.get("alt") or "").strip()
                if 1 < len(name) < _NAME:
                    return Candidate(name, "the site's logo")
        return None


def _first_day_of(values: Iterable[Candidate]) -> Field[str] | None:
    return next((Field(day, one.origin) for one in values if (day := iso_day(one.value))), None)


def name_in_copyright(line: str) -> str | None:
    """Who owns the rights, as a line with the sign or word for it says."""
    names = ((found["name"] or "").strip() for found in _COPYRIGHT.finditer(line))
    return next((name for name in names if 1 < len(name) < _NAME and len(name.split()) <= 6), None)


def iso_day(value: str) -> str | None:
    """The day of a value that metadata gives as date, in ISO 8601; None if it has none."""
    if found := _ISO.match(value):
        return first_day("-".join(found.groups()))
    return first_day(value)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, letters(one)[:300], letters(other)[:300], autojunk=False).ratio()


def _site_name(value: str) -> str | None:
    """A name of a site; None if it is an address, a handle or a sentence."""
    name = re.sub(r"^(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d)?\s*(?:by )?", "", value, flags=re.IGNORECASE)
    name = name.strip(" |-–—·•:.,")
    if not name or len(name) > _NAME or name.startswith(("@", "http")) or "facebook.com" in name:
        return None
    return name


def _host_name(host: str) -> str | None:
    """The name in a host, such as `example` of `www.example.co.uk`; None of an address of numbers."""
    parts = host.removeprefix("www.").split(".")
    if len(parts) < 2 or parts[-1].isdigit():
        return None
    return parts[-3] if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else parts[-2]
