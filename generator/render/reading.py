"""A page as plain text to read and keep: light marks in the manner of Markdown, nothing escaped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import singledispatch

from generator.model.blocks import (
    Bullets,
    Callout,
    Cards,
    Columns,
    DotPlot,
    Facts,
    Heading,
    KeyFigures,
    Legend,
    Moment,
    Paragraph,
    Quotation,
    SourceBody,
    Table,
    Tense,
    Timeline,
)
from generator.model.dates import spoken
from generator.model.edition import Edition, Page
from generator.model.runs import (
    Added,
    EditorMark,
    External,
    Line,
    NoteRef,
    Quoted,
    Removed,
    Run,
    SupportMark,
    When,
)
from generator.render.escape import cleaned

_WIDTH = 96


def page_text(edition: Edition, page: Page) -> bytes:
    """The page as UTF-8 text with lines of at most 96 characters, notes at the end."""
    parts = [f"# {cleaned(page.title)}", _wrapped(page.deck), f"As of {spoken(edition.as_of)}, "]
    parts[-1] += f"version {page.version[:8]}. {cleaned(edition.site_name)}"
    for section in page.sections:
        if section.heading:
            parts.append(f"## {cleaned(section.heading)}")
        parts += [block_text(block) for block in section.blocks]
    if page.notes:
        parts.append("## Notes")
    parts += [
        _wrapped(f"[{note.number}] “{note.evidence.exact}” {note.source_label}", "    ")
        for note in page.notes
    ]
    return ("\n\n".join(part for part in parts if part.strip()) + "\n").encode(errors="replace")


def line_text(value: Line) -> str:
    """The line in one line of text; notes as `[3]`, the editor's own with its reason."""
    return cleaned("".join(_run_text(run) for run in value.runs)).strip()


_MARKED = {Quoted: "“{}”", Added: "{{+{}+}}", Removed: "[-{}-]"}


def _run_text(run: Run) -> str:
    match run:
        case NoteRef() | EditorMark() | SupportMark():
            return _mark_text(run)
        case Quoted() | Added() | Removed():
            return _MARKED[type(run)].format(run.text)
        case When(text, _, basis):
            return f"{text} [{basis}]" if basis else text
        case External(text, url):
            return f"{text} <{url}>"
        case _:
            return run.text


def _mark_text(mark: NoteRef | EditorMark | SupportMark) -> str:
    match mark:
        case NoteRef(number):
            return f"[{number}]"
        case EditorMark(reason):
            return f"[editor: {reason}]"
        case SupportMark(text):
            return f" [{text}]"


def _wrapped(text: str, indent: str = "", first: str = "") -> str:
    return textwrap.fill(
        cleaned(text),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _points(lines: tuple[Line, ...]) -> str:
    return "\n".join(_wrapped(line_text(each), "  ", "- ") for each in lines)


@singledispatch
def block_text(block: object) -> str:
    """The text of a block; TypeError for one that nobody taught this view."""
    raise TypeError(f"no plain text for {type(block).__name__}")


@block_text.register
def _(block: Paragraph) -> str:
    return _wrapped(line_text(block.line))


@block_text.register
def _(block: Bullets) -> str:
    return _points(block.items)


@block_text.register
def _(block: Callout) -> str:
    return "\n".join(
        [f"{cleaned(block.title).upper()}", *(_wrapped(line_text(each)) for each in block.lines)]
    )


@block_text.register
def _(block: Facts) -> str:
    rows = (f"{row.label}: " + "; ".join(line_text(each) for each in row.lines) for row in block.rows)
    return "\n".join(_wrapped(row, "  ") for row in rows)


@block_text.register
def _(block: Columns) -> str:
    return "\n\n".join(f"{line_text(each.heading)}\n{_points(each.items)}" for each in block.columns)


@block_text.register
def _(block: Table) -> str:
    rows = [block.header, *(tuple(line_text(cell) for cell in row.cells) for row in block.rows)]
    ruled = [" | ".join(cleaned(cell) for cell in row) for row in rows]
    return "\n".join([cleaned(block.caption), *ruled])


@block_text.register
def _(block: Timeline) -> str:
    return "\n".join(line for moment in block.moments for line in _moment(moment))


def _moment(moment: Moment) -> Iterator[str]:
    sides = ", ".join(side.text for side in moment.sides)
    ahead = ", planned or due" if moment.tense is Tense.COMING else ""
    about = f" ({moment.kind}{': ' + sides if sides else ''}{ahead})"
    yield _wrapped(f"{_run_text(moment.when)}: {line_text(moment.title)}{about}", "  ", "- ")
    for each in moment.lines:
        yield _wrapped(line_text(each), "  ", "  ")


@block_text.register
def _(block: DotPlot) -> str:
    rows = (_wrapped(f"{dot.label}: {dot.shown}", "  ", "- ") for dot in block.dots)
    return "\n".join([f"{cleaned(block.title)} ({cleaned(block.unit)})", *rows])


@block_text.register
def _(block: KeyFigures) -> str:
    cards = (
        f"{figure.label.text}: "
        + "; ".join(
            f"{line_text(value.heading)} ({', '.join(map(line_text, value.items))})"
            for value in figure.values
        )
        for figure in block.figures
    )
    return "\n".join(_wrapped(card, "  ", "- ") for card in cards)


@block_text.register
def _(block: Legend) -> str:
    del block  # it explains marks that a text does not have
    return ""


@block_text.register
def _(block: Quotation) -> str:
    return f"{_wrapped(f'“{block.text}”', '> ', '> ')}\n> {line_text(block.attribution)}"


@block_text.register
def _(block: Cards) -> str:
    cards = (f"{each.title.text}{f' ({each.count})' if each.count else ''}: " for each in block.cards)
    lines = (line_text(each.line) for each in block.cards)
    return "\n".join(_wrapped(card + line, "  ", "- ") for card, line in zip(cards, lines, strict=True))


@block_text.register
def _(block: SourceBody) -> str:
    numbered = ((each.number, "".join(piece.text for piece in each.pieces)) for each in block.paragraphs)
    return "\n\n".join(_wrapped(text, "   ", f"{number}. ") for number, text in numbered)


@block_text.register
def _(block: Heading) -> str:
    return f"### {line_text(block.line)}"
