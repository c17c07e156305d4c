"""A page as Markdown that MkDocs, ProperDocs and Zensical build alike."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.model.addresses import DataForm, PageFiles, folder_of, seen_from_folder
from generator.model.blocks import Block, Comparison, Heading, Moment, SourceParagraph, Table, Tense, Timeline
from generator.model.editions import What
from generator.model.facts import EventKind
from generator.model.keys import SectionKey
from generator.model.kinds import Kind
from generator.model.pages import Attachment, AttachmentKind, Edition, Note, NoteLine, Page, Section
from generator.model.runs import (
    Attribution,
    EditorMark,
    External,
    Line,
    Link,
    NoteRef,
    Plain,
    Quiet,
    Quoted,
    ReviewMark,
    Run,
    SupportMark,
    Target,
    When,
)
from generator.model.sources import Piece
from generator.model.values import parts_of
from generator.output.charts.time_marks import look_of
from generator.output.markdown import escape as escaping
from generator.output.markdown.dot_plot import drawn, strip
from generator.output.markdown.figure_scale import axis, day_of, key_to, scale_told, sorted_at, track
from generator.output.markdown.inline import (
    UNCHANGED,
    cited,
    direction,
    facets_of,
    filter_fields,
    is_filtered,
    line,
)
from generator.output.markdown.spreadsheet import comparison_csv
from generator.output.markdown.svg import chart_key, charts, glyph, lettered, lines, number, rect
from generator.output.typography import curled, typeset
from generator.words import Words, words_in

TEMPLATES = Path(__file__).with_name("templates")

# These sections repeat what stands elsewhere: the search finds it there.
REPEATING = re.compile(r"terms|sources|sources-say|in-.+")

# At the end of a page these stand in one block with the notes, closed until they are wanted.
APPARATUS = frozenset(
    {
        *(SectionKey.ROLES, SectionKey.NAMES),
        *(SectionKey.SOURCES_SAY, SectionKey.TERMS, SectionKey.SOURCES, SectionKey.CHANGED),
    }
)

# A table of at least so many columns stands as cards on a phone; one of fewer if a cell is so long.
MOST_BESIDE = 3
LONG_CELL = 60

# With more headings, the table of contents shows sections only: it is to be seen at a glance.
MOST_CONTENTS = 30

UNCITED: Mapping[str, str] = MappingProxyType({})

# The address of a link to a term, how it looks, what its preview says.
_PREVIEWED = re.compile(r"""(\]\([^()\s]*\))\{: (\.term[^"}]*?) (data-about="[^"]*") \}""")

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def page_markdown(
    edition: Edition,
    page: Page,
    head: escaping.Markdown | None = None,
    citations: Mapping[str, str] = UNCITED,
    url: str | None = None,
) -> str:
    """The whole page, with front matter.

    `head` is HTML for the head of the page, `citations` are references to it by the name of their style,
    `url` is where it will stand.
    """
    fields, words = filter_fields(page.sections), words_in(edition.language)
    body, apparatus = _parted(page.sections)
    changes = dict(page.since.statements) if page.since else UNCHANGED
    view = {
        "page": page,
        "body": body,
        "apparatus": apparatus,
        "has_apparatus": bool(apparatus or page.notes),
        "edition": edition,
        "as_of": words.date(edition.as_of),
        "front_matter": _front_matter(page, words, head),
        "shows_support": any(parts_of(page.sections, SupportMark)),
        "files": _files(page, words),
        "paper": _set_for_paper(page),
        "changed": words("changes.list", n=len(changes)) if changes else "",
        "filter_fields": fields,
        "filter_at": next(
            (at for at, each in enumerate(page.sections) if fields and is_filtered(each)), None
        ),
        "citations": citations,
        "publisher": _publisher(edition, words),
        "url": url,
        "references": _references(page, words),
        "states_something": states_something(page),
        "note_line": partial(_note_line, languages=_languages(page), words=words),
        "blocks": partial(_blocks, page=page.path, words=words, changes=changes, url=url),
        **_on_page(page.path, words, changes),
    }
    text = _previewed_once(environment().get_template("page.md.j2").render(view))
    return escaping.in_languages(re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n", edition.languages)


def _languages(page: Page) -> dict[str, str]:
    """The languages of the sources of a page by their names, where they say one."""
    return {item.id: item.language for item in page.sources if item.language}


def _previewed_once(text: str) -> str:
    """The page with what a term means at its first link alone: the script finds it by the address."""
    seen: set[tuple[str, str]] = set()

    def told(found: re.Match[str]) -> str:
        link, looks, about = found.groups()
        if (link, about) in seen:
            return f"{link}{{: {looks} }}"
        seen.add((link, about))
        return found[0]

    return _PREVIEWED.sub(told, text)


def _parted(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """What is read, and what proves and explains it at the end; a page that is nothing else is read."""
    at = len(sections)
    while at and sections[at - 1].key in APPARATUS:
        at -= 1
    return (sections[:at], sections[at:]) if at else (sections, ())


def _publisher(edition: Edition, words: Words) -> Line | None:
    """Who publishes the site, where to write to, and the terms; None if nobody says."""
    by = edition.publisher
    if by is None:
        return None
    runs: list[Run] = [Plain(words("publisher.told", name=by.name))]
    for told in filter(None, (by.contact, by.terms)):
        runs += [Plain(" · "), External(told, told) if told.startswith("https://") else Plain(told)]
    return Line(tuple(runs))


def _front_matter(page: Page, words: Words, head: escaping.Markdown | None) -> escaping.Markdown:
    return escaping.front_matter(
        page.title,
        page.description,
        words(page.kind.label),
        search=_searched(page.kind),
        contents=_contents(page),
        head=head,
    )


def _searched(kind: Kind) -> str | None:
    """Its weight in the search, as the theme reads it; None if it is as usual."""
    weight = kind.search.weight
    if weight is None:
        return "exclude: true"
    return None if weight == 1 else f"boost: {weight:g}"


def _contents(page: Page) -> int | None:
    if page.kind.is_first:
        return 0
    headings = sum(isinstance(block, Heading) for section in page.sections for block in section.blocks)
    return 2 if headings + len(page.sections) > MOST_CONTENTS else None


def block_markdown(
    block: Block,
    page: str,
    words: Words,
    changes: Mapping[str, What] = UNCHANGED,
    url: str | None = None,
) -> escaping.Markdown:
    """One block as it stands on a page, by the template that is named after its type.

    `url` is where the page will stand, if that is known.
    """
    template = environment().get_template(f"blocks/{snake(type(block).__name__)}.md.j2")
    extra: dict[str, object] = {"key": _key(block)} if isinstance(block, Table | Comparison) else {}
    if isinstance(block, Comparison):
        extra |= {"file": escaping.beside(page, PageFiles(page).data(DataForm.CSV))}
        extra |= {"spreadsheet": comparison_csv(block, url or folder_of(page)).splitlines()}
    on_page = _on_page(page, words, changes)
    return escaping.Markdown(template.render(block=block, **extra, **on_page).strip("\n"))


def menu_label(label: str, words: Words) -> str:
    """What a line of the navigation is called, fit for themes that print it as it is."""
    return escaping.shown_raw(curled(label, words))


def snake(name: str) -> str:
    """`DotPlot` as `dot_plot`."""
    return _CAPITAL.sub("_", name).lower()


def plain_text(value: Line) -> str:
    """The words of a line, without what steps back and without marks of notes and of the editor."""
    return " ".join("".join(run_words(each) for each in value.runs).split())


def run_words(run: Run) -> str:
    """The words of a run; none if it steps back or is a mark."""
    marks = (Attribution, NoteRef, EditorMark, ReviewMark, SupportMark)
    return "" if isinstance(run, (Quiet, *marks)) else run.text


def _parts(section: Section) -> Iterator[tuple[str | None, tuple[Block, ...]]]:
    """What of a section stands open and what is folded, in its order; of that, what the fold holds."""
    folds, told, within = dict(section.folds), section.fold, list[Block]()
    for block in section.blocks:
        if isinstance(block, Heading) and block.anchor in folds:
            if within:
                yield told, tuple(within)
            yield None, (block,)
            told, within = folds[block.anchor], []
        else:
            within.append(block)
    if within:
        yield told, tuple(within)


def _blocks(
    blocks: tuple[Block, ...], page: str, words: Words, changes: Mapping[str, What], url: str | None
) -> escaping.Markdown:
    made = (block_markdown(each, page, words, changes, url) for each in blocks)
    return escaping.Markdown("\n\n".join(made))


def _on_page(page: str, words: Words, changes: Mapping[str, What]) -> dict[str, Any]:
    """What templates call that depends on the page, or on the language of its words."""

    def line_here(value: Line) -> escaping.Markdown:
        return line(value, page, words, changes)

    def run_here(value: Run) -> escaping.Markdown:
        return line(Line((value,)), page, words)

    def address_here(target: Target) -> escaping.Markdown:
        return escaping.address(page, target)

    def joined_here(links: Iterable[Link]) -> escaping.Markdown:
        return escaping.Markdown(words("list.separator").join(map(run_here, links)))

    def web_address_here(target: Target) -> escaping.Markdown:
        return escaping.web_address(page, target)

    return {
        "line": line_here,
        "set": partial(curled, words=words),
        "direction": direction,
        "label": lambda value: escaping.attribute(plain_text(typeset(value, words))),
        "run": run_here,
        "address": address_here,
        "web_address": web_address_here,
        "words": partial(escaping.worded, words),
        "word_of": words.of,
        "joined": joined_here,
        "in_tenses": partial(_in_tenses, words=words),
        "drawn": partial(drawn, words=words),
        "strip": partial(strip, words=words),
        "charts": partial(charts, words=words),
        "chart_key": partial(chart_key, words=words),
        "axis": partial(axis, words=words),
        "parts_of": _parts,
        "scale_told": partial(scale_told, words=words),
        "key_to": partial(key_to, words=words),
    }


def _note_line(value: NoteLine, note: Note, languages: Mapping[str, str], words: Words) -> escaping.Markdown:
    """Words of a note: an article's with their place behind them, ours behind what they sum up.

    They say their language where it is another than that of our words, and which way they run.
    """
    where = f'<span class="note-where">{escaping.escape(value.where)}</span>'
    language = languages.get(note.evidence.source, "")
    is_other = language.partition("-")[0] not in ("", words.language.partition("-")[0])
    marks = (f' lang="{escaping.attribute(language)}"' if is_other else "") + direction(value.words.text)
    said = f'<span class="note-words"{marks}>{cited(value.words, words)}</span>'
    parts = (said, where) if isinstance(value.words, Quoted) else (where, said)
    return escaping.Markdown(f'<span class="note-line">{" ".join(parts)}</span>')


def _files(page: Page, words: Words) -> escaping.Markdown:
    """The links to what else there is of a page: attachments, the feed of its changes, text, data."""
    links = [_to_file(page, each, words) for each in page.attachments]
    if page.is_fed:
        feed = escaping.beside(page.path, PageFiles(page.path).feed.atom)
        links.append(f"[{escaping.escape(words.of(AttachmentKind.ATOM))}]({feed})")
    forms = (
        (escaping.worded(words, "page.text"), DataForm.TEXT),
        (escaping.worded(words, "page.data"), DataForm.JSON),
    )
    links += [_to_data(page, label, form) for label, form in forms]
    return escaping.Markdown(" · ".join(links))


def _to_file(page: Page, file: Attachment, words: Words) -> str:
    """The link to an attachment.

    Engines take Markdown for a page that is missing: that link is HTML, without an end that they would know.
    """
    label = escaping.escape(words.of(file.kind))
    if file.kind is AttachmentKind.MARKDOWN:
        where = escaping.path(seen_from_folder(page.path, PageFiles(page.path).markdown))
        return f'<a href="{where.removesuffix(".md")}&#46;md">{label}</a>'
    return f"[{label}]({escaping.path(file.path)})"


def _set_for_paper(page: Page) -> escaping.Markdown | None:
    """The link to the page as it is set for paper, named by where it lies on the site; None if it is not."""
    paths = (each.path for each in page.attachments if each.kind is AttachmentKind.PDF)
    name = escaping.escape(PageFiles(page.path).pdf)
    return next((escaping.Markdown(f"[{name}]({escaping.path(each)})") for each in paths), None)


def _is_exact(when: When) -> bool:
    """Whether the day, or the first and the last, is known without doubt."""
    return when.date is not None and when.date.is_exact


def _references(page: Page, words: Words) -> escaping.Markdown:
    """The links to references to the page, and to each statement on it."""
    forms = {"BibTeX": DataForm.BIBTEX, "RIS": DataForm.RIS, "CSL-JSON": DataForm.CSL}
    if states_something(page):
        forms[escaping.worded(words, "cite.each-statement")] = DataForm.STATEMENTS
    return escaping.Markdown(" · ".join(_to_data(page, label, form) for label, form in forms.items()))


def _to_data(page: Page, label: str, form: DataForm) -> str:
    return f"[{label}]({escaping.beside(page.path, PageFiles(page.path).data(form))})"


def _piece(piece: Piece) -> escaping.Markdown:
    """A piece of a source's text: marked if used; its first anchor on the mark, others before it."""
    text = escaping.escape(piece.text)
    first, *others = [f' id="{escaping.anchor(each)}"' for each in piece.anchors] or [""]
    spans = "".join(f"<span{each}></span>" for each in others)
    if piece.used:
        held = f' data-quotations="{" ".join(map(escaping.anchor, piece.quotations))}"'
        return escaping.Markdown(f'{spans}<mark class="quoted-here"{first}{held}>{text}</mark>')
    # The full stop after a quotation says nothing, and underlined it would look like a comma.
    if piece.sentence_used and re.search(r"\w", piece.text):
        return escaping.Markdown(f'{spans}<span class="sentence-used"{first}>{text}</span>')
    return escaping.Markdown(f"{spans}<span{first}></span>{text}" if first else text)


def _stacks(table: Table) -> bool:
    """Whether the rows of a table are cards where there is little room."""
    cells = (cell for row in table.rows for cell in row.cells)
    is_long = any(len(plain_text(cell)) > LONG_CELL for cell in cells)
    return len(table.header) > MOST_BESIDE or (len(table.header) == MOST_BESIDE and is_long)


def _text_of(paragraph: SourceParagraph) -> str:
    """What a paragraph of a source shows."""
    return "".join(piece.text for piece in paragraph.pieces)


def _in_tenses(timeline: Timeline, words: Words) -> list[tuple[str, Tense, list[Moment]]]:
    """The moments apart by tense, under a heading each if there is more than one."""
    found = [(tense, [moment for moment in timeline.moments if moment.tense is tense]) for tense in Tense]
    filled = [(_tense(tense, timeline, words), tense, moments) for tense, moments in found if moments]
    return filled if len(filled) > 1 else [("", tense, moments) for _, tense, moments in filled]


def _tense(tense: Tense, timeline: Timeline, words: Words) -> str:
    if tense is Tense.COMING and timeline.as_of:
        return words("timeline.coming-as-of", date=timeline.as_of)
    return words(f"timeline.{tense}")


def _key(block: Table | Comparison) -> escaping.Markdown:
    """An anchor for a caption that depends on the table alone."""
    said = "\0".join((block.caption, *block.header, *map(plain_text, parts_of(block, Line))))
    return escaping.anchor(
        f"table-{hashlib.blake2b(said.encode(errors='replace'), digest_size=6).hexdigest()}"
    )


@cache
def environment() -> Environment:
    """The templates; whatever they print goes through the one escaping function."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        finalize=escaping.finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - `finalize` escapes for Markdown and HTML at once
    )
    made.globals.update(
        anchor=escaping.anchor,
        attribute=escaping.attribute,
        facets_of=facets_of,
        glyph=glyph,
        lettered=lettered,
        lines=lines,
        number=number,
        rect=rect,
        sorted_at=sorted_at,
        day_of=day_of,
        track=track,
        piece_of=_piece,
        text_of=_text_of,
        repeats=lambda anchor: REPEATING.fullmatch(anchor) is not None,
        is_exact=_is_exact,
        kind_of=EventKind,
        word=escaping.word,
        look_of=look_of,
        stacks=_stacks,
    )
    return made


def stated_lines(page: Page) -> Iterator[Line]:
    """The lines of a page that state something, in the order in which they are read."""
    return (line for line in parts_of(page.sections, Line) if line.statement is not None)


def states_something(page: Page) -> bool:
    """Whether there is a statement to cite on the page: there is none on a list of other pages."""
    return any(stated_lines(page))
