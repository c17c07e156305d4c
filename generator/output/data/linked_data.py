"""What a page describes, as schema.org JSON-LD: the page, the way to it, its things, its claims."""

import json
import posixpath
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.model.addresses import SiteAddress, folder_of
from generator.model.dates import PartialDate
from generator.model.evidence import Voice
from generator.model.kinds import KINDS, MainEntity
from generator.model.knowledge import KnownEntry, KnownEvent, KnownPerson, KnownWords, Named, Thing
from generator.model.pages import Edition, Note, Page
from generator.model.runs import NoteRef, Target
from generator.model.sources import Author, CslDate, CslItem
from generator.model.text import SourceId
from generator.model.values import digest_of
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


CONTEXT = "https://schema.org"


def script_safe(value: object) -> str:
    """The value as JSON that can stand in a script element, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode(errors="replace").decode().translate(_ESCAPES)


def linked_data(edition: Edition, page: Page, site: SiteAddress, most_claims: int | None = None) -> Node:
    """The graph of one page; addresses are relative to the page if the site does not say where it lives.

    With `most_claims` it is for a page that is to load fast: it has only the first claims, and of their words
    and the sources of the page no more than which they are.
    """
    at = Addresses(page.path, site)
    is_brief = most_claims is not None
    graph = [_site(edition, at), _page(page, at, is_brief=is_brief)]
    if not page.kind.is_first:
        graph.append(_way(edition, page, at))
    if page.kind.schema.claims:
        graph += islice(_claims(page, at, is_brief=is_brief), most_claims)
    return {"@context": CONTEXT, "@graph": graph}


def linked_data_file(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    """The whole graph as a file."""
    return f"{script_safe(linked_data(edition, page, site))}\n".encode()


class Addresses:
    """Addresses as they stand on one page, or in a file beside it; `path` is the page's."""

    def __init__(self, path: str, site: SiteAddress) -> None:
        self._from = path
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

    def identity(self, target: Target, fragment: str) -> str:
        """The identifier of a thing: the anchor that tells of it; on a page of its own, the fragment."""
        return self.of(target) if target.anchor else f"{self.of(target)}#{fragment}"

    def work(self, source: SourceId | str) -> str:
        """The identifier of a source: of the article, not of the page about it."""
        return self.identity(Target(KINDS.source.path(source)), "work")

    def reference(self, named: Named) -> Node:
        """A thing by its name; what else is known of it stands in a node of its own."""
        identifier = self.identity(named.target, named.fragment)
        return {"@type": named.type, "@id": identifier, "name": named.name}

    def named(self, name: str) -> str:
        """The identifier of something that has no page: the site."""
        return f"{self.of(Target(KINDS.home.path()))}#{name}"


def _site(edition: Edition, at: Addresses) -> Node:
    home = next((page for page in edition.pages if page.kind.is_first), None)
    by = edition.publisher
    publisher = {"@type": "Organization", "name": by.name} if by else None
    return filled(
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


def _page(page: Page, at: Addresses, *, is_brief: bool) -> Node:
    here = at.of(Target(page.path))
    kind, is_source = page.kind.schema.type, page.kind.schema.about is MainEntity.SOURCE
    works = [work_node(item, at) for item in page.sources]
    cited = [{name: work[name] for name in ("@type", "@id", "name")} for work in works]
    things = works if is_source else [thing_node(thing, at) for thing in page.about]
    return filled(
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
            "citation": [] if is_source else cited if is_brief else works,
            "mainEntity": _main_entity(page, things, at),
        }
    )


def work_node(item: CslItem, at: Addresses) -> Node:
    """A source: its page here, and what is known of where it was published."""
    published = item.publisher or item.container_title
    container = item.container_title if item.container_title != published else None
    return filled(
        {
            "@type": SCHEMA_TYPES.get(item.type, "CreativeWork"),
            "@id": at.work(item.id),
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
    return filled({"@type": "Person", "name": author.name, **parts})


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


def thing_node(thing: Thing, at: Addresses) -> Node:
    """What is known of a thing."""
    match thing:
        case KnownPerson():
            return _person(thing, at)
        case KnownEvent():
            return _event(thing, at)
        case KnownEntry():
            return filled(
                {
                    "@type": thing.types[0] if len(thing.types) == 1 else list(thing.types),
                    "@id": at.identity(thing.target, thing.fragment),
                    "name": thing.name,
                    "alternateName": list(thing.other_names),
                    "description": thing.description,
                    "url": at.of(thing.target),
                    "sameAs": list(thing.same_as),
                }
            )


def _person(person: KnownPerson, at: Addresses) -> Node:
    """A person, and whom they act for: an organisation, and the side at the table."""
    acts_for = [each for each in (person.organisation, person.side) if each]
    return filled(
        {
            "@type": "Person",
            "@id": at.identity(person.target, "person"),
            "name": person.name,
            "alternateName": list(person.other_names),
            "jobTitle": person.role,
            "affiliation": [at.reference(each) for each in acts_for],
            "url": at.of(person.target),
            "sameAs": list(person.same_as),
        }
    )


def _event(event: KnownEvent, at: Addresses) -> Node:
    start, end = (event.date.start, event.date.end) if event.date else (None, None)
    return filled(
        {
            "@type": "Event",
            "@id": at.identity(event.target, "event"),
            "name": event.name,
            "description": event.description,
            "startDate": sure_iso(start),
            "endDate": sure_iso(end),
            "location": at.reference(event.place) if event.place else None,
            "organizer": [at.reference(side) for side in event.sides],
            "attendee": [at.reference(person) for person in event.people],
            "url": at.of(event.target),
        }
    )


def sure_iso(date: PartialDate | None) -> str | None:
    """As much of a day as is sure, in ISO 8601."""
    return date.sure().iso() if date else None


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


def _claims(page: Page, at: Addresses, *, is_brief: bool) -> Iterator[Node]:
    """The statements of a page, each with the words that prove it."""
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
                "citation": [{"@id": node["@id"]} for node in proofs] if is_brief else proofs,
            }


def _cited(note: Note, at: Addresses) -> Iterator[Node]:
    evidence = note.evidence
    printed = evidence.printed.exact if evidence.printed else None
    is_shown = note.target.anchor is not None
    yield from words_nodes(
        KnownWords(
            evidence.source,
            note.target,
            evidence.exact if is_shown else "",
            evidence.voice,
            evidence.paragraph,
            printed if is_shown else None,
        ),
        at,
    )


def words_nodes(words: KnownWords, at: Addresses) -> Iterator[Node]:
    """The words that prove something, with their place; our summary of an article is no quotation of it.

    Of a source that may not be shown, its page alone.
    """
    here, work, page = at.of(words.target), {"@id": at.work(words.source)}, words.target.page
    if not words.exact:
        yield {"@id": here}
        return
    node: Node = {"@id": here, "text": words.exact, "position": words.paragraph}
    if words.voice is Voice.ARTICLE:
        yield node | {"@type": "Quotation", "isPartOf": work}
    else:
        summary = {"@id": at.of(Target(page))}
        yield node | {"@type": "CreativeWork", "isPartOf": summary, "isBasedOn": work}
    if words.printed:
        identifier = f"{at.of(Target(page))}#words-{digest_of(words.printed)[:10]}"
        yield {"@type": "Quotation", "@id": identifier, "text": words.printed, "isPartOf": work}


def filled(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
