"""`llms.txt`: what there is on the site, for programs that read it in place of people (llmstxt.org).

A title, what the site is in a quotation, and lists of pages with a link to the clean Markdown of each.
"""

from collections.abc import Iterator

from generator.model.addresses import PageFiles, SiteAddress
from generator.model.kinds import KINDS, Kind, MainEntity, MenuGroup
from generator.model.pages import Edition, Page
from generator.output.documents.backslashes import at_line_start, destination, escaped, on_one_line
from generator.output.typography import curled
from generator.words import Words, words_in

OPTIONAL = "Optional"
"""What the form calls what may be left out where there is little room."""


def llms_file(edition: Edition, site: SiteAddress) -> bytes:
    """The list as UTF-8; addresses are whole if the site says where it lives, else from its root."""
    words = words_in(edition.language)
    first = next((page for page in edition.pages if page.kind.is_first), None)
    parts = [
        f"# {_shown(edition.site_name, words)}",
        f"> {_shown(first.description if first else edition.site_name, words)}",
        _shown(words("page.as-of", date=words.date(edition.as_of)), words),
    ]
    for heading, pages in _sections(edition, words).items():
        parts += [f"## {heading}", "\n".join(_lines(pages, site, words))]
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def _lines(pages: list[Page], site: SiteAddress, words: Words) -> Iterator[str]:
    for page in pages:
        file = PageFiles(page.path).markdown
        link = f"[{_shown(page.title, words)}]({destination(site.of_file(file) or file)})"
        yield f"- {link}: {_shown(page.description, words)}"


def _shown(text: str, words: Words) -> str:
    return at_line_start(escaped(curled(on_one_line(text).strip(), words)))


def _sections(edition: Edition, words: Words) -> dict[str, list[Page]]:
    """The pages by heading: an index with those it lists, the others by their group of the navigation."""
    titles = {page.kind: page.title for page in edition.pages if page.kind.menu.lists}
    found: dict[str, list[Page]] = {}
    optional: list[Page] = []
    for kind in sorted(KINDS, key=_is_member):
        pages = [page for page in edition.pages if page.kind is kind]
        if _is_optional(kind):
            optional += pages
        elif pages:
            index = _index_of(kind)
            title = titles.get(index) if index else None
            heading = title or words.of(kind.menu.group or MenuGroup.READ)
            found.setdefault(_shown(heading, words), []).extend(pages)
    return found | ({OPTIONAL: optional} if optional else {})


def _is_optional(kind: Kind) -> bool:
    """Whether pages of a kind only hold what others rest on, or are of no use outside the site."""
    listed = kind.menu.lists
    is_proof = MainEntity.SOURCE in (kind.schema.about, listed.schema.about if listed else None)
    return is_proof or kind.search.weight is None


def _is_member(kind: Kind) -> bool:
    """Whether pages of a kind are listed by another, which comes before them."""
    return _index_of(kind) is not kind and _index_of(kind) is not None


def _index_of(kind: Kind) -> Kind | None:
    """The kind of page that lists those of a kind, itself if it lists others."""
    return kind if kind.menu.lists else next((each for each in KINDS if each.menu.lists is kind), None)
