"""What stands in the head of a page for search engines, for those who share it, and for those who cite it."""

import html
import re

from generator.model.addresses import DataForm, PageFiles, SiteAddress, SiteFiles
from generator.model.pages import AttachmentKind, Edition, Page
from generator.model.runs import Target
from generator.output.data.citations import ended
from generator.output.data.figure_file import compares
from generator.output.data.linked_data import linked_data, script_safe
from generator.output.markdown.escape import Markdown, beside, cleaned
from generator.words import Words, words_in

MOST_CLAIMS = 2
"""The bottom line, as a rule; all of them are in the file that the head links to."""
PICTURE_SIZE = (1200, 630)


def head(edition: Edition, page: Page, site: SiteAddress) -> Markdown:
    """HTML for the head; every text in it is escaped, every script is data."""
    words = words_in(edition.language)
    tags = [
        *_shared(edition, page, site, words),
        *_cited(edition, page, site, words),
        *_others(page, words),
        *_scripts(page),
    ]
    told = script_safe(linked_data(edition, page, site, MOST_CLAIMS))
    return Markdown("\n".join([*tags, f'<script type="application/ld+json">{told}</script>']))


def _shared(edition: Edition, page: Page, site: SiteAddress, words: Words) -> list[str]:
    """Open Graph, with the picture where its whole address is known; and the one tag that X needs."""
    tags = [
        _property("og:site_name", edition.site_name),
        _property("og:type", page.kind.open_graph),
        _property("og:title", page.title),
        _property("og:description", page.description),
        _property("og:locale", words.territory_tag()),
    ]
    here, picture = site.of(Target(page.path)), site.of_file(PageFiles(page.path).picture)
    if here and picture:
        width, height = PICTURE_SIZE
        tags += [
            _property("og:url", here),
            _property("og:image", picture),
            _property("og:image:type", "image/png"),
            _property("og:image:width", str(width)),
            _property("og:image:height", str(height)),
            _property("og:image:alt", _picture(edition, page, words)),
        ]
    if page.modified and page.kind.open_graph == "article":
        tags.append(_property("article:modified_time", page.modified.sure().iso()))
    return [*tags, _name("twitter:card", "summary_large_image" if picture else "summary")]


def _cited(edition: Edition, page: Page, site: SiteAddress, words: Words) -> list[str]:
    """What reference managers read; Dublin Core says the kind, or they would take it for a journal's."""
    tags = [
        _name("citation_title", page.title),
        _name("citation_publisher", edition.site_name),
        _name("citation_date", edition.as_of.iso("/")),
        _name("citation_language", site.language),
        _name("DC.type", "webpage"),
        _name("DC.identifier", words("citation.identifier", date=edition.as_of, version=page.version[:8])),
    ]
    if edition.publisher and _is_one_word(edition.publisher.name):
        tags.append(_name("citation_author", edition.publisher.name))
    if here := site.of(Target(page.path)):
        tags.append(_name("citation_public_url", here))
    is_printed = any(each.kind is AttachmentKind.PDF for each in page.attachments)
    if is_printed and (address := site.of_file(PageFiles(page.path).pdf)):
        tags.append(_name("citation_pdf_url", address))
    return tags


def _is_one_word(name: str) -> bool:
    """Whether readers of these tags leave a name whole: in one of several words they see a person's.

    Files for reference managers can say that it is an organisation's, and tell it in any case.
    """
    return not re.search(r"[\s,;]", cleaned(name).strip())


def _others(page: Page, words: Words) -> list[str]:
    """The page as data, and the feeds of what changes: its own, if it has one, and the site's.

    The theme would fetch a sitemap beside each link whose `rel` is `alternate`. So the data are none; the
    feeds, which readers find by exactly that word, are hidden from it by `previews.js` while it looks.
    """
    shown, files = _shown(page), PageFiles(page.path)
    kinds = {DataForm.JSON: "application/json", DataForm.JSON_LD: "application/ld+json"}
    tags = [
        f'<link rel="describedby" type="{kind}" href="{beside(shown, files.data(form))}">'
        for form, kind in kinds.items()
    ]
    for feed in (*([files.feed] if page.is_fed else []), SiteFiles.FEED):
        title = _attribute(words("feed.whole-site" if feed == SiteFiles.FEED else "feed.this-page"))
        for file, kind in ((feed.atom, "application/atom+xml"), (feed.json, "application/feed+json")):
            href = beside(shown, file)
            tags.append(f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">')
    return tags


def _scripts(page: Page) -> list[str]:
    """What a page asks for that others do not."""
    if not compares(page):
        return []
    return [f'<script defer src="{beside(_shown(page), SiteFiles.asset("figures.js"))}"></script>']


def _shown(page: Page) -> str:
    """Where browsers find a page: the engine shows `a/b.md` as `a/b/`, a folder deeper than its Markdown."""
    return page.path if page.path.rpartition("/")[2] == "index" else f"{page.path}/index"


def _picture(edition: Edition, page: Page, words: Words) -> str:
    """What the share picture says, for those who do not see it."""
    title, deck = (ended(cleaned(each).strip()) for each in (page.title, page.deck))
    return words("picture.alt", title=title, deck=deck, site=edition.site_name)


def _property(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{_attribute(value)}">'


def _name(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{_attribute(value)}">'


def _attribute(value: str) -> str:
    return html.escape(cleaned(value).strip())
