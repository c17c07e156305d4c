"""How a page, or one statement on it, is cited: APA, Chicago, and files for reference managers.

Neither style knows who wrote a page that names nobody: its title comes first. The day is that of the edition;
the version tells the very words that were read, so the day of reading is not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.bibliography import CslDate, CslItem, csl_json
from generator.model.dates import MONTHS, PartialDate, spoken
from generator.model.edition import Edition, Page
from generator.model.places import Place
from generator.model.runs import Line, Target
from generator.render.escape import cleaned
from generator.render.markdown import plain_text
from generator.render.references import bibtex, ris
from generator.render.stated import stated_lines, states_something


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


def cited_page(edition: Edition, page: Page, place: Place) -> Cited:
    """The page as a whole."""
    return Cited(
        page=cleaned(page.title).strip(),
        site=cleaned(edition.site_name).strip(),
        as_of=edition.as_of,
        version=page.version[:8],
        url=place.of(Target(page.path)),
        key=page.path.replace("/", "-"),
        language=place.language,
    )


def cited_statement(edition: Edition, page: Page, line: Line, place: Place) -> Cited:
    """One statement of the page, under its own address."""
    whole = cited_page(edition, page, place)
    return Cited(
        page=whole.page,
        site=whole.site,
        as_of=whole.as_of,
        version=whole.version,
        url=place.of(Target(page.path, line.statement)),
        key=f"{whole.key}-{line.statement}",
        language=whole.language,
        words=cleaned(plain_text(line)).strip(),
    )


def apa(cited: Cited) -> str:
    """A reference in the manner of APA 7: for want of an author the title comes first."""
    version, date = f"Version {cited.version}", _american(cited.as_of, year_first=True)
    if cited.words is None:
        start = f"{cited.page} ({version}). ({date})."
    else:
        start = f"{_quoted(cited.words)} ({date}). In {cited.page} ({version})."
    return f"{start} {_ended(cited.site)}" + _address(cited)


def chicago(cited: Cited) -> str:
    """A bibliography entry in the manner of the Chicago Manual of Style, notes and bibliography."""
    date = f"As of {_american(cited.as_of)}, version {cited.version}."
    start = f"{_quoted(cited.words)} In “{cited.page},”" if cited.words else _quoted(cited.page)
    return f"{start} {_ended(cited.site)} {date}" + _address(cited)


def item_of(cited: Cited) -> CslItem:
    """The same for reference managers."""
    note = f"Version {cited.version}, as of {spoken(cited.as_of)}"
    return CslItem(
        id=cited.key,
        type="webpage",
        title=cited.page if cited.words is None else cited.words,
        container_title=cited.site if cited.words is None else f"{cited.page}, {cited.site}",
        issued=CslDate((cited.as_of.parts,)),
        url=cited.url,
        language=cited.language,
        note=note,
    )


def statements_text(edition: Edition, page: Page, place: Place) -> bytes:
    """Every statement of a page in the order of reading, each with its address and all its citations."""
    parts = [f"# {cleaned(page.title)}: each statement, with its address and how to cite it"]
    for line in stated_lines(page):
        cited = cited_statement(edition, page, line, place)
        item = item_of(cited)
        parts += [
            f"## {cited.words}",
            cited.url or f"#{line.statement}",
            f"APA: {apa(cited)}",
            f"Chicago: {chicago(cited)}",
            bibtex([item]).decode().strip(),
            ris([item]).decode().replace("\r\n", "\n").strip(),
            csl_json([item]).decode().strip(),
        ]
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def _page_bibtex(edition: Edition, page: Page, place: Place) -> bytes:
    return bibtex([item_of(cited_page(edition, page, place))])


def _page_ris(edition: Edition, page: Page, place: Place) -> bytes:
    return ris([item_of(cited_page(edition, page, place))])


def _page_csl(edition: Edition, page: Page, place: Place) -> bytes:
    return csl_json([item_of(cited_page(edition, page, place))])


def citing(page: Page) -> dict[str, Callable[[Edition, Page, Place], bytes]]:
    """What makes the files that cite a page, and its statements if it has any, by the end of their names."""
    each = {"statements.txt": statements_text} if states_something(page) else {}
    return {"bib": _page_bibtex, "ris": _page_ris, "csl.json": _page_csl, **each}


def _american(date: PartialDate, *, year_first: bool = False) -> str:
    """The date as both styles write it: “October 27, 2025”, or “2025, October 27”."""
    day = f" {date.day}" if date.day else ""
    if date.month is None:
        return str(date.year)
    month = f"{MONTHS[date.month]}{day}"
    return f"{date.year}, {month}" if year_first else f"{month}{',' if day else ''} {date.year}"


def _quoted(text: str) -> str:
    return f"“{_ended(text)}”"


def _ended(text: str) -> str:
    """The text with a full stop, unless it has an end of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _address(cited: Cited) -> str:
    return f" {cited.url}" if cited.url else ""
