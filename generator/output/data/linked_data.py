"""What a page describes, as schema.org JSON-LD: the page, the way to it, its things, its claims."""

import json
import posixpath
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.model.addresses import SiteAddress, folder_of
from generator.model.dates import PartialDate
from generator.model.evidence import Voice
from generator.model.kinds import KINDS, MainEntity
from generator.model.pages import Edition, KnownEntry, KnownEvent, KnownPerson, Note, Page, Thing
from generator.model.runs import NoteRef, Target
from generator.model.sources import Author, CslDate, CslItem
from generator.output.markdown.page import plain_text, stated_lines

Node = dict[str, object]

SCHEMA_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "webpage": "WebPage",
}
"""What schema.org calls the types of CSL; any other is a creative work."""

# In a script element these would end it, open a comment or a new line of it: JSON has other ways to say them.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPES = str.maketrans(_UNSAFE)


def script_safe(value: object) -> str:
    """The value as JSON that can stand in a script element, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode(errors="replace").decode().translate(_ESCAPES)


def linked_data(edition: Edition, page: Page, site: SiteAddress, most_claims: int | None = None) -> Node:
    """The graph of one page; addresses are relative to the page if the site does not say where it lives.

    With `most_claims` it has only the first, for they weigh much in a page that is to load fast.
    """
    at = Addresses(page, site)
    graph = [_site(edition, at), _page(page, at)]
    if not page.kind.is_first:
        graph.append(_way(edition, page, at))
    if page.kind.schema.claims:
        graph += islice(_claims(page, at), most_claims)
    return {"@context": "https://schema.org", "@graph": graph}


def linked_data_file(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    """The whole graph as a file."""
    return f"{script_safe(linked_data(edition, page, site))}\n".encode()


class Addresses:
    """Addresses as they stand on one page."""

    def __init__(self, page: Page, site: SiteAddress) -> None:
        self._from = page.path
        self._site = site
        self.language = site.language

    def of(self, target: Target) -> str:
        """The address of a page or an anchor of it, whole if the site says where it lives."""
        whole = self._site.of(target)
        if whole is not None:
            return whole
        way = posixpath.relpath(folder_of(target.page) or ".", folder_of(self._from) or ".")
        path = "./" if way == "." else f"{way}/"
        return path + (f"#{target.anchor}" if target.anchor else "")

    def named(self, name: str) -> str:
        """The identifier of something that has no page: the site."""
        return f"{self.of(Target(KINDS.home.path()))}#{name}"


def _site(edition: Edition, at: Addresses) -> Node:
    home = next((page for page in edition.pages if page.kind.is_first), None)
    by = edition.publisher
    publisher = {"@type": "Organization", "name": by.name} if by else None
    return _filled(
        {
            "@type": "WebSite",
            "@id": at.named("site"),
            "name": edition.site_name,
            "description": home.description if home else None,
            "url": at.of(Target(KINDS.home.path())),
            "inLanguage": at.language,
            "dateModified": edition.as_of.sure().iso(),
            "publisher": publisher,
        }
    )


def _page(page: Page, at: Addresses) -> Node:
    here = at.of(Target(page.path))
    kind, is_source = page.kind.schema.type, page.kind.schema.about is MainEntity.SOURCE
    works = [_work(item, at) for item in page.sources]
    things = works if is_source else [_thing(thing, at) for thing in page.about]
    return _filled(
        {
            "@type": kind,
            "@id": here,
            "url": here,
            "name": page.title,
            "headline": page.title if kind == "Article" else None,
            "description": page.description,
            "inLanguage": at.language,
            "isPartOf": {"@id": at.named("site")},
            "dateModified": page.modified.sure().iso() if page.modified else None,
            "version": page.version[:8] or None,
            "citation": [] if is_source else works,
            "mainEntity": _main_entity(page, things, at),
        }
    )


def _work(item: CslItem, at: Addresses) -> Node:
    """A source: its page here, and what is known of where it was published."""
    published = item.publisher or item.container_title
    container = item.container_title if item.container_title != published else None
    return _filled(
        {
            "@type": SCHEMA_TYPES.get(item.type, "CreativeWork"),
            "@id": f"{at.of(Target(KINDS.source.path(item.id)))}#work",
            "name": item.title,
            "alternateName": item.title_short,
            "author": [_author(author) for author in item.author],
            "publisher": {"@type": "Organization", "name": published} if published else None,
            "datePublished": _published(item.issued),
            "isPartOf": {"@type": "CreativeWork", "name": container} if container else None,
            "inLanguage": item.language,
            "url": item.url,
            "archivedAt": item.archive_location,
        }
    )


def _author(author: Author) -> Node:
    """A person, if the name has parts; what is one piece may as well be an organisation."""
    if author.family is None:
        return {"name": author.name}
    parts = {"familyName": author.family, "givenName": author.given}
    return _filled({"@type": "Person", "name": author.name, **parts})


def _published(issued: CslDate | None) -> str | None:
    """ISO 8601 of the last day; of a doubtful one as much as is sure."""
    if issued is None:
        return None
    return PartialDate(*issued.date_parts[-1], approximate=issued.circa).sure().iso()


def _main_entity(page: Page, things: Sequence[Node], at: Addresses) -> Node | None:
    """The one thing of a page; of a page that collects them all, terms as a set, others as a list."""
    if not things:
        return None
    if page.kind.schema.about in (MainEntity.THING, MainEntity.SOURCE):
        return things[0]
    if page.kind.defines_terms:
        return {
            "@type": "DefinedTermSet",
            "@id": at.of(Target(page.path, "terms")),
            "name": page.title,
            "hasDefinedTerm": list(things),
        }
    items = [{"@type": "ListItem", "position": n, "item": thing} for n, thing in enumerate(things, 1)]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _thing(thing: Thing, at: Addresses) -> Node:
    match thing:
        case KnownPerson():
            return _person(thing, at)
        case KnownEvent():
            return _event(thing, at)
        case KnownEntry():
            return _filled(
                {
                    "@type": thing.type,
                    "@id": f"{at.of(thing.target)}#{thing.fragment}" if thing.target.anchor is None else None,
                    "name": thing.name,
                    "alternateName": list(thing.other_names),
                    "description": thing.description,
                    "url": at.of(thing.target),
                }
            )


def _person(person: KnownPerson, at: Addresses) -> Node:
    organisation = person.organisation or person.side
    return _filled(
        {
            "@type": "Person",
            "@id": f"{at.of(person.target)}#person",
            "name": person.name,
            "alternateName": list(person.other_names),
            "jobTitle": person.role,
            "affiliation": {"@type": "Organization", "name": organisation} if organisation else None,
            "url": at.of(person.target),
        }
    )


def _event(event: KnownEvent, at: Addresses) -> Node:
    start, end = (event.date.start, event.date.end) if event.date else (None, None)
    return _filled(
        {
            "@type": "Event",
            "@id": f"{at.of(event.target)}#event" if event.target.anchor is None else at.of(event.target),
            "name": event.name,
            "description": event.description,
            "startDate": start.sure().iso() if start else None,
            "endDate": end.sure().iso() if end else None,
            "location": {"@type": "Place", "name": event.place} if event.place else None,
            "organizer": [{"@type": "Organization", "name": side} for side in event.sides],
            "attendee": [
                {"@type": "Person", "name": link.text, "url": at.of(link.target)} for link in event.people
            ],
            "url": at.of(event.target),
        }
    )


def _way(edition: Edition, page: Page, at: Addresses) -> Node:
    """The way to a page from the first page, as a search engine shows it."""
    index = f"{page.path.rpartition('/')[0]}/index"
    titles = {each.path: each.title for each in edition.pages}
    steps = [path for path in (KINDS.home.path(), index, page.path) if path in titles]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": titles[path], "item": at.of(Target(path))}
            for n, path in enumerate(dict.fromkeys(steps), 1)
        ],
    }


def _claims(page: Page, at: Addresses) -> Iterator[Node]:
    """The statements of a page, each with the places of the words that prove it."""
    words = {note.number: list(_cited(note, at)) for note in page.notes}
    for line in stated_lines(page):
        refs = (run.number for run in line.runs if isinstance(run, NoteRef))
        proofs = [node for number in dict.fromkeys(refs) for node in words.get(number, ())]
        if proofs:
            yield {
                "@type": "Claim",
                "@id": at.of(Target(page.path, line.statement)),
                "text": plain_text(line),
                "appearance": {"@id": at.of(Target(page.path))},
                "citation": proofs,
            }


def _cited(note: Note, at: Addresses) -> Iterator[Node]:
    """Where the words of a note stand, and what an article prints of them: a summary is no quotation."""
    here: Node = {"@id": at.of(note.target)}
    source = {"@id": f"{at.of(Target(KINDS.source.path(note.evidence.source)))}#work"}
    if note.evidence.voice is Voice.ARTICLE and note.target.anchor:
        yield here | {"@type": "Quotation", "text": note.evidence.exact, "isPartOf": source}
        return
    yield here
    for line in note.lines[:-1]:
        yield {"@type": "Quotation", "text": line.words.text, "isPartOf": source}


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}
