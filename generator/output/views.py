"""An edition as files, one view each, and its navigation as MkDocs configuration. No decisions."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator.model.addresses import DataForm, FeedFiles, PageFiles, SiteAddress, SiteFiles, unread
from generator.model.pages import Edition, NavItem, Page, SiteFile
from generator.model.runs import Target
from generator.model.sources import csl_json
from generator.output.data.annotations import ANNOTATIONS_FILE, annotation_page
from generator.output.data.calendar_file import calendar_file
from generator.output.data.citations import apa, bibtex, chicago, cited_page, citing, ris
from generator.output.data.data_package import data_package, table_file
from generator.output.data.database import database
from generator.output.data.exports import SCHEMA, manifest, page_record, page_text
from generator.output.data.feeds import atom, json_feed
from generator.output.data.figure_file import compares, figures_csv
from generator.output.data.head import head
from generator.output.data.linked_data import linked_data_file
from generator.output.data.search_index import search_parts
from generator.output.data.site_graph import GRAPH_FILE, site_graph
from generator.output.documents.commonmark import page_commonmark
from generator.output.documents.llms import llms_file
from generator.output.markdown.escape import path
from generator.output.markdown.page import menu_label, page_markdown
from generator.words import Words, script_with, words_in

NOWHERE = SiteAddress()
ASSETS: dict[str, dict[str, str]] = {
    "briefing.css": {},
    "previews.js": {"more": "preview.more", "back": "preview.back"},
    "filter.js": {"shown": "filter.shown"},
    "search.js": {},
    "searching.js": {},
    "searchbox.js": {},
    "figures.js": {
        "ascending": "figures.ascending",
        "copied": "figures.copied",
        "copy": "figures.copy",
        "descending": "figures.descending",
        "failed": "figures.not-copied",
    },
}
"""What pages look like and do, each script with the messages that it shows, by the names that it knows."""

APPENDED: dict[str, dict[str, dict[str, str]]] = {
    "previews.js": {
        "evidence.js": {
            "cite": "evidence.cite",
            "close": "evidence.close",
            "copied": "evidence.copied",
            "evidence": "evidence.title",
            "link": "evidence.link",
            "passages": "evidence.passages",
            "report": "evidence.report",
            "style": "evidence.style",
            "within": "evidence.within",
        },
        "changes.js": {"added": "changes.mark-added", "changed": "changes.mark-changed"},
        "menu.js": {},
    }
}
"""Scripts that are sent behind another in its file: a site's settings name one file, whatever it holds."""

_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own, in a style or script of ours: readers need not fetch it."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_AROUND_SIGNS = re.compile(r"""("[^"]*")|\s*([{};])\s*""")
"""Space that a style sheet needs no more than a script its indents; what stands in quotation marks stays."""

Named = tuple[str, SiteFile]


def render(edition: Edition, site: SiteAddress = NOWHERE) -> dict[PurePosixPath, bytes]:
    """All files of the site's pages by their path: Markdown, text, data, calendar entries, style and script.

    `site` is where it will live, for all that needs whole addresses.
    Equal editions give equal bytes. Raises ValueError if two files want one path, or a path, an anchor or
    an identifier is not fit to be one.
    """
    return {where: file.make() for where, file in views(edition, site).items()}


def views(edition: Edition, site: SiteAddress = NOWHERE) -> dict[PurePosixPath, SiteFile]:
    """The same files, none of them made yet. Raises ValueError if two want one path."""
    files: dict[PurePosixPath, SiteFile] = {}
    for where, file in (*_of_pages(edition, site), *_of_edition(edition, site), *_of_feeds(edition, site)):
        if files.setdefault(PurePosixPath(where), file) is not file:
            raise ValueError(f"two files of the site want the path {where}")
    return files


def _of_pages(edition: Edition, site: SiteAddress) -> Iterator[Named]:
    around = surroundings(edition)
    context = repr((around, site)).encode(errors="replace")
    for page in edition.pages:
        where = path(page.path)
        files = PageFiles(where)
        key = hashlib.sha256(context + _told(page).encode(errors="replace")).hexdigest()
        yield f"{where}.md", SiteFile(key, partial(_markdown, around, page, site))
        yield files.data(DataForm.TEXT), SiteFile(key, partial(page_text, around, page))
        yield unread(files.markdown), SiteFile(key, partial(page_commonmark, around, page, site))
        yield files.data(DataForm.JSON), SiteFile(key, partial(page_record, around, page))
        forms = citing(page) | {DataForm.JSON_LD: linked_data_file}
        for form, make in (forms | ({DataForm.CSV: figures_csv} if compares(page) else {})).items():
            yield files.data(form), SiteFile(key, partial(make, around, page, site))


def _told(page: Page) -> str:
    """All that a page says: its version stands for its sections, the greatest part."""
    return repr(replace(page, sections=()))


EXPORTS: Mapping[str, Callable[[Edition], bytes]] = {
    "edition.json": manifest,
    "edition.schema.json": lambda _: SCHEMA.read_bytes(),
    "sources.csl.json": lambda edition: csl_json(edition.bibliography),
    "sources.bib": lambda edition: bibtex(edition.bibliography),
    "sources.ris": lambda edition: ris(edition.bibliography),
}
"""What is made of a whole edition for machines, by the name of its file among the data."""


def _of_edition(edition: Edition, site: SiteAddress) -> Iterator[Named]:
    yield SiteFiles.LLMS, SiteFile.of(llms_file(edition, site))
    for name, export in EXPORTS.items():
        yield SiteFiles.export(name), SiteFile.of(export(edition))
    yield SiteFiles.export(GRAPH_FILE), SiteFile.of(site_graph(edition, site))
    yield SiteFiles.export(ANNOTATIONS_FILE), SiteFile.of(annotation_page(edition, site))
    if edition.tables:
        yield SiteFiles.DATA_PACKAGE, SiteFile.of(data_package(edition, site))
        yield SiteFiles.DATABASE, SiteFile.of(database(edition, site))
    for filled in edition.tables:
        yield SiteFiles.table(filled.table.name), SiteFile.of(table_file(filled, site))
    for calendar in edition.calendars:
        yield path(calendar.path), SiteFile.of(calendar_file(edition, calendar, site))
    for name in ASSETS:
        yield SiteFiles.asset(name), SiteFile.of(_asset(name, words_in(edition.language)))
    for name, part in search_parts(edition).items():
        yield f"{SiteFiles.SEARCHED}{name}", SiteFile.of(part)


def _of_feeds(edition: Edition, site: SiteAddress) -> Iterator[Named]:
    for feed in edition.feeds:
        words = words_in(edition.language)
        files = FeedFiles(path(feed.path))
        yield files.atom, SiteFile.of(atom(feed, _author(edition), site, words))
        yield files.json, SiteFile.of(json_feed(feed, site, words))


def surroundings(edition: Edition) -> Edition:
    """What a page may show of the rest of its edition: no more, since it decides which pages are made anew.

    The site's name, day and publisher, the languages of names in another script, and the titles and
    descriptions of the first page and of those that collect others.
    """
    shown = (page for page in edition.pages if PurePosixPath(page.path).name == "index")
    stubs = tuple(Page(each.path, each.kind, each.title, "", each.description, (), ()) for each in shown)
    return Edition(
        edition.site_name,
        edition.as_of,
        "",
        stubs,
        (),
        (),
        (),
        languages=edition.languages,
        language=edition.language,
        publisher=edition.publisher,
    )


def _markdown(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    cited = cited_page(edition, page, site)
    words = words_in(edition.language)
    styles = {"APA": apa(cited, words), "Chicago": chicago(cited, words)}
    url = site.of(Target(page.path))
    return page_markdown(edition, page, head(edition, page, site), styles, url).encode(errors="replace")


@cache
def _asset(name: str, words: Words) -> bytes:
    files = {name: ASSETS[name]} | APPENDED.get(name, {})
    return "".join(_scripted(each, keys, words) for each, keys in files.items()).encode()


def _scripted(name: str, keys: Mapping[str, str], words: Words) -> str:
    text = Path(__file__).with_name("assets").joinpath(name).read_text(encoding="utf-8")
    text = _INDENT.sub("", _COMMENT.sub("", text))
    if name.endswith(".css"):
        text = _AROUND_SIGNS.sub(lambda found: found[1] or found[2], text) + "\n"
    return script_with(words, text, keys) if keys else text


def navigation(edition: Edition, policy: str | None) -> bytes:
    """`build/nav.yml`, which `mkdocs.yml` inherits; `policy` is a content security policy for its pages.

    A site with a policy is one that is published, so its pages name the archive that is packed of it.
    """
    words = words_in(edition.language)
    config: dict[str, Any] = {"nav": [_item(item, words) for item in edition.navigation]}
    if policy is not None:
        config["extra"] = {"policy": policy, "archive": SiteFiles.ARCHIVE}
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1000).encode()


def _item(item: NavItem, words: Words) -> dict[str, Any]:
    """A line as engines read it.

    They take the index in a group for the group's own page, so one that is called otherwise stands in a group
    of its own.
    """
    page = None if item.page is None else f"{path(item.page)}.md"
    label = menu_label(item.label, words)
    if not item.items:
        return {label: page}
    inside = (NavItem(each.label, None, (each,)) if _is_strange(each, item) else each for each in item.items)
    first = [page] if page else []
    return {label: [*first, *(_item(each, words) for each in inside)]}


def _is_strange(line: NavItem, group: NavItem) -> bool:
    is_index = line.page is not None and PurePosixPath(line.page).name == "index"
    return is_index and not line.items and line.label != group.label


def _author(edition: Edition) -> str:
    """Who stands for what feeds tell: the publisher, else the site."""
    return edition.publisher.name if edition.publisher else edition.site_name
