"""What is inside a line, as Markdown. Marks that HTML alone knows are inline HTML.

And facets as data attributes, with the form whose fields choose among them; the browser does the filtering.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import assert_never

from generator.model import runs as inlines
from generator.model.blocks import (
    Block,
    ComparedFigure,
    Comparison,
    Facet,
    FacetName,
    Moment,
    Row,
    Table,
    Timeline,
)
from generator.model.dates import Date
from generator.model.editions import What
from generator.model.pages import Section
from generator.output.charts.lettering import runs_left
from generator.output.markdown import escape as escaping
from generator.output.typography import curled, typeset
from generator.words import Words

# Beyond this many sides the looks come round again; the names still tell them apart.
SIDE_LOOKS = 6

# Marks and asides would flood the search.
UNSEARCHED = 'data-search-exclude="true"'

_WRAPPED = {
    inlines.Plain: "{}",
    inlines.Strong: "<strong>{}</strong>",
    inlines.Quiet: '<span class="quiet">{}</span>',
    inlines.Attribution: '<span class="quiet attribution">{}</span>',
    inlines.Quoted: '<span class="quoted">{}</span>',
    inlines.Summarised: '<span class="summarised">{}</span>',
    inlines.Added: "<ins>{}</ins>",
    inlines.Removed: "<del>{}</del>",
}

_ORDER = {name: position for position, name in enumerate(FacetName)}

# Who has one thing before them need not choose.
_FEWEST = 2

EvidenceMark = inlines.SupportMark | inlines.EditorMark | inlines.ReviewMark
"""What is told of the evidence of a statement."""

UNCHANGED: Mapping[str, What] = MappingProxyType({})

Filtered = Moment | Row | ComparedFigure
"""What a reader may choose among."""

Fields = list[tuple[FacetName, list[tuple[escaping.Markdown, str]]]]


def line(
    value: inlines.Line, page: str, words: Words, changes: Mapping[str, What] = UNCHANGED
) -> escaping.Markdown:
    """The runs of a line as they stand on a page; `changes` says what an edition did to which statement.

    Marks of notes that touch share one superscript, and all that is told of the evidence is one mark.
    """
    parts: list[str] = []
    for kind, runs in groupby(typeset(value, words).runs, _mark_kind):
        if kind is inlines.NoteRef:
            parts.append(_note_refs((each for each in runs if isinstance(each, inlines.NoteRef)), words))
        elif kind is EvidenceMark:
            parts.append(_evidence((each for each in runs if isinstance(each, EvidenceMark)), words))
        else:
            parts += [run(each, page, words) for each in runs]
    # Old and new words that touch would read as one.
    text = "".join(parts).strip().replace("</del><ins>", "</del> <ins>")
    if value.statement is None:
        return escaping.Markdown(text)
    what = changes.get(value.statement)
    change = f' data-change="{escaping.word(what)}"' if what else ""
    name = escaping.anchor(value.statement)
    return escaping.Markdown(f'<span class="statement" id="{name}"{change}>{text}</span>')


def run(value: inlines.Run, page: str, words: Words) -> escaping.Markdown:
    """One run as it stands on a page."""
    match value:
        case (
            inlines.Plain()
            | inlines.Strong()
            | inlines.Quiet()
            | inlines.Attribution()
            | inlines.Quoted()
            | inlines.Summarised()
            | inlines.Status()
            | inlines.Added()
            | inlines.Removed()
            | inlines.Anchor()
        ):
            return _text(value, words)
        case inlines.Link() | inlines.Term() | inlines.SideMark() | inlines.PersonMark():
            return _link(value, page)
        case inlines.External(text, url):
            return _external(text, url)
        case inlines.NoteRef():
            return _note_refs([value], words)
        case inlines.EditorMark() | inlines.ReviewMark() | inlines.SupportMark():
            return _evidence([value], words)
        case inlines.When():
            return _when(value)
        case _:
            assert_never(value)


def _text(
    value: inlines.Plain
    | inlines.Strong
    | inlines.Quiet
    | inlines.Attribution
    | inlines.Quoted
    | inlines.Summarised
    | inlines.Status
    | inlines.Added
    | inlines.Removed
    | inlines.Anchor,
    words: Words,
) -> escaping.Markdown:
    if isinstance(value, inlines.Anchor):
        return escaping.Markdown(f'<span id="{escaping.anchor(value.name)}"></span>')
    if isinstance(value, inlines.Quoted | inlines.Summarised):
        wrapped = _WRAPPED[type(value)].format(cited(value, words))
        return escaping.Markdown(wrapped.replace(">", f"{direction(value.text)}>", 1))
    text = escaping.escape(value.text)
    if isinstance(value, inlines.Status):
        return escaping.Markdown(f'<span class="status status-{escaping.word(value.key)}">{text}</span>')
    return escaping.Markdown(_WRAPPED[type(value)].format(text))


def cited(value: inlines.Quoted | inlines.Summarised, words: Words) -> escaping.Markdown:
    """Words of a source, the cited ones marked if there are others; only an article's in quotation marks."""
    pieces = value.pieces()
    text = escaping.Markdown("".join(_piece(text, is_cited and len(pieces) > 1) for text, is_cited in pieces))
    return escaping.worded(words, "text.quoted", text=text) if isinstance(value, inlines.Quoted) else text


def direction(text: str) -> escaping.Markdown:
    """The attribute of an element whose text runs from right to left; nothing for other texts."""
    return escaping.Markdown(' dir="rtl"' if runs_left(text) else "")


def _piece(text: str, is_marked: bool) -> str:
    shown = escaping.escape(text)
    return f'<mark class="cited">{shown}</mark>' if is_marked else shown


def _link(
    value: inlines.Link | inlines.Term | inlines.SideMark | inlines.PersonMark, page: str
) -> escaping.Markdown:
    link = f"[{escaping.escape(value.text)}]({escaping.address(page, value.target)})"
    match value:
        case inlines.Link():
            return escaping.Markdown(link)
        case inlines.Term():
            about = f' data-about="{escaping.attribute(value.preview)}"' if value.preview.strip() else ""
            return escaping.Markdown(f"{link}{{: .term{about} }}")
        case inlines.SideMark(_, rank):
            return escaping.Markdown(f"{link}{{: .side {_side_look(rank)} }}")
        case inlines.PersonMark(_, rank, _, preview):
            side = "" if rank is None else f" {_side_look(rank)}"
            return escaping.Markdown(
                f'{link}{{: .term .person{side} data-about="{escaping.attribute(preview)}" }}'
            )
        case _:
            assert_never(value)


def _side_look(rank: int) -> str:
    return f".side-{(rank - 1) % SIDE_LOOKS + 1}"


def _mark_kind(value: inlines.Run) -> object:
    """What runs that touch are shown together as; None if each stands for itself."""
    if isinstance(value, EvidenceMark):
        return EvidenceMark
    return inlines.NoteRef if isinstance(value, inlines.NoteRef) else None


def _evidence(marks: Iterable[EvidenceMark], words: Words) -> escaping.Markdown:
    """One mark for all that is told of the evidence of a statement; aloud it names the sources."""
    shown, names = [], []
    for mark in marks:
        match mark:
            case inlines.SupportMark(text, sources):
                shown.append(f'<span class="support">{escaping.escape(text)}</span>')
                names = [text, "; ".join(sources)]
            case inlines.EditorMark(reason):
                shown.append(_own(escaping.worded(words, "mark.editor"), reason, words))
            case inlines.ReviewMark(label, told, _):
                shown.append(_own(escaping.escape(label), told, words))
            case _:
                assert_never(mark)
    about = f' data-about="{escaping.attribute(": ".join(names))}"' if names else ""
    return escaping.Markdown(f' <span class="evidence" {UNSEARCHED}{about}>{" · ".join(shown)}</span>')


def _own(label: escaping.Markdown, told: str, words: Words) -> str:
    return f'<span class="own">{label}{_aside(curled(told, words))}</span>'


def _aside(text: str) -> escaping.Markdown:
    """Text that belongs to what it follows: heard and printed with it, shown to the eye on demand."""
    return escaping.Markdown(f'<span class="aside" {UNSEARCHED}> ({escaping.escape(text.strip())})</span>')


def _external(text: str, url: str) -> escaping.Markdown:
    safe = escaping.safe_url(url)
    if safe is None:
        return escaping.escape(text)
    target, shown = escaping.attribute(safe), escaping.escape(text)
    return escaping.Markdown(f'<a class="external" rel="noopener noreferrer" href="{target}">{shown}</a>')


def _note_refs(refs: Iterable[inlines.NoteRef], words: Words) -> escaping.Markdown:
    marks = ",".join(_note_ref(ref, words) for ref in refs)
    return escaping.Markdown(f'<sup class="note-refs" {UNSEARCHED}>{marks}</sup>')


def _note_ref(ref: inlines.NoteRef, words: Words) -> str:
    place = f"#ref-{ref.number}-{ref.occurrence} .note-ref"
    label = escaping.worded(words, "note.mark", number=str(ref.number))
    return f'[{ref.number}](#note-{ref.number}){{: {place} aria-label="{label}" }}'


def _when(value: inlines.When) -> escaping.Markdown:
    approximate = value.date is not None and value.date.is_doubtful
    looks = ["when"] + ["approximate"] * approximate + ["has-aside"] * (value.basis is not None)
    shown = escaping.escape(value.text)
    if value.date is not None:
        shown = escaping.Markdown(f"<time {_machine_date(value.date)}>{shown}</time>")
    aside = _aside(value.basis) if value.basis is not None else ""
    return escaping.Markdown(f'<span class="{" ".join(looks)}">{shown}{aside}</span>')


def _machine_date(date: Date) -> str:
    """HTML knows no interval and no doubt: `datetime` has the first day, `data-edtf` says it whole."""
    first, edtf = date.ends[0].iso(), str(date)
    return f'datetime="{first}"' + (f' data-edtf="{escaping.attribute(edtf)}"' if edtf != first else "")


def facets_of(item: Filtered) -> escaping.Markdown:
    """The attribute of an item that may be filtered: its facets as `name:value`, parted by spaces."""
    return escaping.Markdown(
        f'data-facets="{" ".join(f"{each.name}:{escaping.word(each.value)}" for each in item.facets)}"'
    )


def filter_fields(sections: Iterable[Section]) -> Fields:
    """What there is to choose on a page: each facet, its values and their labels; none if no use."""
    items = [item for section in sections for block in section.blocks for item in _filtered(block)]
    if len(items) < _FEWEST:
        return []
    facets = sorted({each for item in items for each in item.facets}, key=_place)
    return [
        (name, list(dict.fromkeys((escaping.word(each.value), each.label) for each in found)))
        for name, found in groupby(facets, lambda each: each.name)
    ]


def is_filtered(section: Section) -> bool:
    """Whether a section holds what a reader may filter."""
    return any(True for block in section.blocks for _ in _filtered(block))


def _filtered(block: Block) -> Iterator[Filtered]:
    match block:
        case Timeline(moments, anchored=True):
            yield from moments
        case Table(rows=rows, filterable=True):
            yield from rows
        case Comparison(groups=groups):
            yield from (figure for group in groups for figure in group.figures)


def _place(facet: Facet) -> tuple[int, str, str]:
    return _ORDER[facet.name], facet.label.casefold(), facet.value
