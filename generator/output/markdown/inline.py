"""What is inside a line, as Markdown. Marks that HTML alone knows are inline HTML.

And facets as data attributes, with the form whose fields choose among them; the browser does the filtering.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from generator.model.blocks import Block, Facet, FacetName, Moment, Row, Table, Timeline
from generator.model.dates import Date
from generator.model.pages import Section
from generator.model.runs import (
    Added,
    EditorMark,
    External,
    Line,
    Link,
    NoteRef,
    PersonMark,
    Plain,
    Quiet,
    Quoted,
    Removed,
    Run,
    SideMark,
    Status,
    Strong,
    SupportMark,
    Term,
    When,
)
from generator.output.markdown.escape import (
    Markdown,
    address,
    anchor,
    attribute,
    escape,
    safe_url,
    word,
    worded,
)
from generator.words import Words

# Beyond this many sides the looks come round again; the names still tell them apart.
SIDE_LOOKS = 6

# More dots than these are not counted at a glance; the words tell the number.
MOST_DOTS = 4

# Marks and asides would flood the search.
UNSEARCHED = 'data-search-exclude="true"'

_WRAPPED = {
    Plain: "{}",
    Strong: "<strong>{}</strong>",
    Quiet: '<span class="quiet">{}</span>',
    Quoted: '<span class="quoted">{}</span>',
    Added: "<ins>{}</ins>",
    Removed: "<del>{}</del>",
}

_ORDER = {name: position for position, name in enumerate(FacetName)}

# Who has one thing before them need not choose.
_FEWEST = 2

Fields = list[tuple[FacetName, list[tuple[Markdown, str]]]]


def line(value: Line, page: str, words: Words) -> Markdown:
    """The runs of a line as they stand on a page; marks of notes that touch share one superscript."""
    parts: list[str] = []
    for are_marks, runs in groupby(value.runs, lambda each: isinstance(each, NoteRef)):
        if are_marks:
            parts.append(_note_refs((each for each in runs if isinstance(each, NoteRef)), words))
        else:
            parts += [run(each, page, words) for each in runs]
    # Old and new words that touch would read as one.
    text = "".join(parts).strip().replace("</del><ins>", "</del> <ins>")
    if value.statement is None:
        return Markdown(text)
    return Markdown(f'<span class="statement" id="{anchor(value.statement)}">{text}</span>')


def run(value: Run, page: str, words: Words) -> Markdown:
    """One run as it stands on a page."""
    match value:
        case Plain() | Strong() | Quiet() | Quoted() | Status() | Added() | Removed():
            return _text(value, words)
        case Link() | Term() | SideMark() | PersonMark():
            return _link(value, page)
        case External(text, url):
            return _external(text, url)
        case NoteRef():
            return _note_refs([value], words)
        case EditorMark() | SupportMark():
            return _mark(value, words)
        case When():
            return _when(value)
        case _:
            assert_never(value)


def _text(value: Plain | Strong | Quiet | Quoted | Status | Added | Removed, words: Words) -> Markdown:
    text = worded(words, "text.quoted", text=value.text) if isinstance(value, Quoted) else escape(value.text)
    if isinstance(value, Status):
        return Markdown(f'<span class="status status-{word(value.key)}">{text}</span>')
    return Markdown(_WRAPPED[type(value)].format(text))


def _link(value: Link | Term | SideMark | PersonMark, page: str) -> Markdown:
    link = f"[{escape(value.text)}]({address(page, value.target)})"
    match value:
        case Link():
            return Markdown(link)
        case Term():
            about = f' data-about="{attribute(value.preview)}"' if value.preview.strip() else ""
            return Markdown(f"{link}{{: .term{about} }}")
        case SideMark(_, rank):
            return Markdown(f"{link}{{: .side {_side_look(rank)} }}")
        case PersonMark(_, rank, _, preview):
            side = "" if rank is None else f" {_side_look(rank)}"
            return Markdown(f'{link}{{: .term .person{side} data-about="{attribute(preview)}" }}')
        case _:
            assert_never(value)


def _side_look(rank: int) -> str:
    return f".side-{(rank - 1) % SIDE_LOOKS + 1}"


def _mark(value: EditorMark | SupportMark, words: Words) -> Markdown:
    match value:
        case EditorMark(reason):
            mark = worded(words, "mark.editor")
            return Markdown(f'<span class="own has-aside" {UNSEARCHED}>{mark}{_aside(reason)}</span>')
        case SupportMark():
            return _support(value)
        case _:
            assert_never(value)


def _support(value: SupportMark) -> Markdown:
    """Dots for the eye: one a source, a hollow one for a source that copies; words for the ear and paper."""
    count = len(value.sources)
    dots = "•" * min(value.independent, MOST_DOTS) + "◦" * min(count - value.independent, MOST_DOTS)
    about = attribute("; ".join((value.text, *value.sources)))
    shown = f'<span class="support-dots" aria-hidden="true">{dots}</span>'
    words = f'<span class="support-words">{escape(value.text)}</span>'
    return Markdown(f'<span class="support" {UNSEARCHED} data-about="{about}">{shown}{words}</span>')


def _aside(text: str) -> Markdown:
    """Text that belongs to what it follows: heard and printed with it, shown to the eye on demand."""
    return Markdown(f'<span class="aside" {UNSEARCHED}> ({escape(text.strip())})</span>')


def _external(text: str, url: str) -> Markdown:
    safe = safe_url(url)
    if safe is None:
        return escape(text)
    return Markdown(
        f'<a class="external" rel="noopener noreferrer" href="{attribute(safe)}">{escape(text)}</a>'
    )


def _note_refs(refs: Iterable[NoteRef], words: Words) -> Markdown:
    marks = ",".join(_note_ref(ref, words) for ref in refs)
    return Markdown(f'<sup class="note-refs" {UNSEARCHED}>{marks}</sup>')


def _note_ref(ref: NoteRef, words: Words) -> str:
    place = f"#ref-{ref.number}-{ref.occurrence} .note-ref"
    label = worded(words, "note.mark", number=str(ref.number))
    return f'[{ref.number}](#note-{ref.number}){{: {place} aria-label="{label}" }}'


def _when(value: When) -> Markdown:
    approximate = value.date is not None and value.date.is_doubtful
    looks = ["when"] + ["approximate"] * approximate + ["has-aside"] * (value.basis is not None)
    shown = escape(value.text)
    if value.date is not None:
        shown = Markdown(f"<time {_machine_date(value.date)}>{shown}</time>")
    aside = _aside(value.basis) if value.basis is not None else ""
    return Markdown(f'<span class="{" ".join(looks)}">{shown}{aside}</span>')


def _machine_date(date: Date) -> str:
    """HTML knows no interval and no doubt: `datetime` has the first day, `data-edtf` says it whole."""
    first, edtf = date.ends[0].iso(), str(date)
    return f'datetime="{first}"' + (f' data-edtf="{attribute(edtf)}"' if edtf != first else "")


def facets_of(item: Moment | Row) -> Markdown:
    """The attribute of an item that may be filtered: its facets as `name:value`, parted by spaces."""
    return Markdown(f'data-facets="{" ".join(f"{each.name}:{word(each.value)}" for each in item.facets)}"')


def filter_fields(sections: Iterable[Section]) -> Fields:
    """What there is to choose on a page: each facet, its values and their labels; none if no use."""
    items = [item for section in sections for block in section.blocks for item in _filtered(block)]
    if len(items) < _FEWEST:
        return []
    facets = sorted({each for item in items for each in item.facets}, key=_place)
    return [
        (name, list(dict.fromkeys((word(each.value), each.label) for each in found)))
        for name, found in groupby(facets, lambda each: each.name)
    ]


def is_filtered(section: Section) -> bool:
    """Whether a section holds what a reader may filter."""
    return any(True for block in section.blocks for _ in _filtered(block))


def _filtered(block: Block) -> Iterator[Moment | Row]:
    match block:
        case Timeline(moments, anchored=True):
            yield from moments
        case Table(rows=rows, filterable=True):
            yield from rows


def _place(facet: Facet) -> tuple[int, str, str]:
    return _ORDER[facet.name], facet.label.casefold(), facet.value
