"""How a page, or one statement on it, is cited: APA, Chicago, and files for reference managers.

In BibTeX and RIS a text cannot end its field, whatever it holds.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from generator.model.addresses import DataForm, SiteAddress
from generator.model.dates import PartialDate
from generator.model.pages import Edition, Page
from generator.model.runs import Line, Target
from generator.model.sources import Author, CslDate, CslItem, csl_json
from generator.output.markdown.escape import cleaned
from generator.output.markdown.page import plain_text, stated_lines, states_something
from generator.words import Words, words_in

BIBTEX_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "online",
}
"""BibLaTeX's `online` is no type of BibTeX itself, which takes whatever it does not know for `misc`."""
SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
"""What BibLaTeX and Zotero tell apart, and BibTeX cannot."""
RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# BibTeX counts braces even behind a backslash, so a brace has to become a command with braces in pairs.
_TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
} | {mark: f"\\{mark}" for mark in "&%$#_"}
_TO_TEX = str.maketrans(_TEX)
_NOT_IN_A_KEY = re.compile("[^a-z0-9-]+")
_NOT_IN_AN_ADDRESS = re.compile(r"[{}\\\s\"]")


def bibtex(items: Iterable[CslItem]) -> bytes:
    """The items as BibTeX, an entry each."""
    return "\n".join("".join(_entry(item)) for item in items).encode(errors="replace")


def _entry(item: CslItem) -> Iterator[str]:
    key = _NOT_IN_A_KEY.sub("-", item.id.casefold()).strip("-") or "source"
    yield f"@{BIBTEX_TYPES.get(item.type, 'misc')}{{{key},\n"
    yield _field("title", f"{{{_tex(item.title)}}}")  # a second pair of braces keeps its capitals
    if item.author:
        yield _field("author", " and ".join(map(_tex_name, item.author)))
    for name, value in _holders(item):
        yield _field(name, _tex(value)) if value else ""
    yield from _issued(item.issued)
    for name, value in (("note", item.note), ("language", item.language)):
        yield _field(name, _tex(value)) if value else ""
    for name, address in (("url", item.url), ("archiveurl", item.archive_location)):
        yield _field(name, _NOT_IN_AN_ADDRESS.sub("", address)) if address else ""
    accessed = _sure(item.accessed)
    yield _field("urldate", accessed.iso()) if accessed else ""
    yield "}\n"


def _issued(issued: CslDate | None) -> Iterator[str]:
    year, month, day = _parts(issued)
    yield _field("year", str(year)) if year else ""
    yield f"  month = {BIBTEX_MONTHS[month - 1]},\n" if month else ""
    yield _field("day", str(day)) if day else ""


def _holders(item: CslItem) -> tuple[tuple[str, str | None], ...]:
    """Who brought it out, under the names that BibTeX and BibLaTeX have for its type."""
    publisher, container = item.publisher, item.container_title
    match BIBTEX_TYPES.get(item.type):
        case "article":
            subtype = SUBTYPES.get(item.type)
            return ("journal", container), ("publisher", publisher), ("entrysubtype", subtype)
        case "techreport":
            return ("institution", publisher), ("howpublished", container)
        case "phdthesis":
            return ("school", publisher), ("howpublished", container)
        case "book":
            return ("publisher", publisher), ("series", container)
        case "incollection" | "inproceedings":
            return ("booktitle", container), ("publisher", publisher)
        case _:
            # What BibTeX prints of such an entry, and what BibLaTeX prints of it.
            return ("howpublished", container or publisher), ("organization", publisher or container)


def _field(name: str, value: str) -> str:
    return f"  {name} = {{{value}}},\n"


def _tex_name(author: Author) -> str:
    """`Family, Given`; a name that is not parted stands in braces, so that BibTeX does not part it."""
    if author.family is None:
        return f"{{{_tex(author.name)}}}"
    return ", ".join(f"{{{_tex(part)}}}" for part in (author.family, author.given) if part)


def _tex(text: str) -> str:
    return cleaned(text).strip().translate(_TO_TEX)


def ris(items: Iterable[CslItem]) -> bytes:
    """The items as RIS, a record each; every value on the line of its tag."""
    return "".join(line for item in items for line in _record(item)).encode(errors="replace")


def _record(item: CslItem) -> Iterator[str]:
    yield _line("TY", RIS_TYPES.get(item.type, "GEN"))
    yield _line("ID", item.id)
    yield _line("TI", item.title)
    yield from (_line("AU", _parted_name(author)) for author in item.author)
    if item.issued:
        yield _line("PY", str(_parts(item.issued)[0]))
        yield _line("DA", _slashed(item.issued))
    tags = {
        "T2": item.container_title,
        "PB": item.publisher,
        "LA": item.language,
        "N1": item.note,
        "UR": item.url,
        "Y2": _slashed(item.accessed),
        "AV": item.archive_location,
    }
    yield from (_line(tag, value) for tag, value in tags.items() if value)
    yield _line("ER", "")


def _slashed(date: CslDate | None) -> str:
    """The date as RIS has it: what is not known or not sure is left empty, and so is the remark behind it."""
    sure = _sure(date)
    return f"{sure.iso('/')}{'/' * (4 - len(sure.parts))}" if sure else ""


def _parted_name(author: Author) -> str:
    return ", ".join(part for part in (author.family, author.given) if part) or author.name


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {cleaned(value).strip()}\r\n"


def _parts(date: CslDate | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a date, or of the last of a range, as far as they are sure."""
    sure = _sure(date)
    year, month, day = (part for part, _ in zip_longest(sure.parts if sure else (), range(3)))
    return year, month, day


def _sure(date: CslDate | None) -> PartialDate | None:
    """A date, or the last of a range, as far as it is sure: the marks of these forms know no doubt."""
    return PartialDate(*date.date_parts[-1], approximate=date.circa).sure() if date else None


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
    author: str | None = None


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
        author=cleaned(edition.publisher.name).strip() if edition.publisher else None,
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
        author=whole.author,
    )


def apa(cited: Cited, words: Words) -> str:
    """A reference in the manner of APA 7: the title comes first where nobody is the author."""
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
        "site": ended(cited.site),
    }
    if cited.words is None:
        reference = words(style, **about)
    else:
        reference = words(f"{style}.statement", statement=ended(cited.words), **about)
    if cited.author:
        said = about | {"author": ended(cited.author), "statement": ended(cited.words or "")}
        is_page = cited.words is None
        reference = words(f"{style}.by", **said) if is_page else words(f"{style}.by-statement", **said)
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
        author=(Author(literal=cited.author),) if cited.author else (),
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
    return words("text.quoted", text=ended(text))


def ended(text: str) -> str:
    """The text with a full stop, unless it is empty or has an end of its own."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
