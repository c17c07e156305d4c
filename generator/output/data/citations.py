"""How a page, or one statement on it, is cited: APA, Chicago, and files for reference managers.

Neither style knows who wrote a page that names nobody: its title comes first. The day is that of the edition;
the version tells the very words that were read, so the day of reading is not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.addresses import DataForm
from generator.model.bibliography import CslDate, CslItem, csl_json
from generator.model.dates import PartialDate
from generator.model.edition import Edition, Page
from generator.model.runs import Line, Target
from generator.model.site_address import SiteAddress
from generator.render.escape import cleaned
from generator.render.markdown import plain_text
from generator.render.references import bibtex, ris
from generator.render.stated import stated_lines, states_something
from generator.words import Words, words_in


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: a page, or the words of one statement on it."""

    page: str
    site: str
    as_of: PartialDate
    version: str
    url: str | None
    key: str
    language: str
    words: str | None = None


def cited_page(edition: Edition, page: Page, site: SiteAddress) -> Cited:
    """The page as a whole."""
    return Cited(
        page=cleaned(page.title).strip(),
        site=cleaned(edition.site_name).strip(),
        as_of=edition.as_of,
        version=page.version[:8],
        url=site.of(Target(page.path)),
        key=page.path.replace("/", "-"),
        language=site.language,
    )


def cited_statement(edition: Edition, page: Page, line: Line, site: SiteAddress) -> Cited:
    """One statement of the page, under its own address."""
    whole = cited_page(edition, page, site)
    return Cited(
        page=whole.page,
        site=whole.site,
        as_of=whole.as_of,
        version=whole.version,
        url=site.of(Target(page.path, line.statement)),
        key=f"{whole.key}-{line.statement}",
        language=whole.language,
        words=cleaned(plain_text(line)).strip(),
    )


def apa(cited: Cited, words: Words) -> str:
    """A reference in the manner of APA 7: for want of an author the title comes first."""
    return _reference("citation.apa", cited, cited.page, words)


def chicago(cited: Cited, words: Words) -> str:
    """A bibliography entry in the manner of the Chicago Manual of Style, notes and bibliography."""
    page = _quoted(cited.page, words) if cited.words is None else cited.page
    return _reference("citation.chicago", cited, page, words)


def _reference(style: str, cited: Cited, page: str, words: Words) -> str:
    about = {
        "page": page,
        "version": cited.version,
        "date": words.dated(style, cited.as_of),
        "site": _ended(cited.site),
    }
    if cited.words is None:
        reference = words(style, **about)
    else:
        reference = words(f"{style}.statement", statement=_quoted(cited.words, words), **about)
    if cited.url is None:
        return reference
    return words("citation.with-address", reference=reference, address=cited.url)


def item_of(cited: Cited, words: Words) -> CslItem:
    """The same for reference managers."""
    on_page = words("citation.container", page=cited.page, site=cited.site)
    return CslItem(
        id=cited.key,
        type="webpage",
        title=cited.page if cited.words is None else cited.words,
        container_title=cited.site if cited.words is None else on_page,
        issued=CslDate((cited.as_of.parts,)),
        url=cited.url,
        language=cited.language,
        note=words("citation.note", version=cited.version, date=cited.as_of),
    )


def statements_text(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    """Every statement of a page in the order of reading, each with its address and all its citations."""
    words = words_in(edition.language)
    parts = [f"# {words('citation.statements', page=cleaned(page.title))}"]
    for line in stated_lines(page):
        cited = cited_statement(edition, page, line, site)
        item = item_of(cited, words)
        parts += [
            f"## {cited.words}",
            cited.url or f"#{line.statement}",
            words("citation.in-style", style="APA", reference=apa(cited, words)),
            words("citation.in-style", style="Chicago", reference=chicago(cited, words)),
            bibtex([item]).decode().strip(),
            ris([item]).decode().replace("\r\n", "\n").strip(),
            csl_json([item]).decode().strip(),
        ]
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def _page_bibtex(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    return bibtex([_item_of_page(edition, page, site)])


def _page_ris(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    return ris([_item_of_page(edition, page, site)])


def _page_csl(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    return csl_json([_item_of_page(edition, page, site)])


def _item_of_page(edition: Edition, page: Page, site: SiteAddress) -> CslItem:
    return item_of(cited_page(edition, page, site), words_in(edition.language))


def citing(page: Page) -> dict[DataForm, Callable[[Edition, Page, SiteAddress], bytes]]:
    """What makes the files that cite a page, and its statements if it has any."""
    each = {DataForm.STATEMENTS: statements_text} if states_something(page) else {}
    return {DataForm.BIBTEX: _page_bibtex, DataForm.RIS: _page_ris, DataForm.CSL: _page_csl, **each}


def _quoted(text: str, words: Words) -> str:
    return words("text.quoted", text=_ended(text))


def _ended(text: str) -> str:
    """The text with a full stop, unless it has an end of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
