"""A page as plain text to read and as JSON, and the edition's manifest; its format: docs/manifest.md."""

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import singledispatch
from pathlib import Path, PurePosixPath
from typing import get_args

from generator import __version__
from generator.model import blocks, runs
from generator.model.addresses import SiteFiles
from generator.model.dates import Interval, PartialDate
from generator.model.editions import Item, ItemKind
from generator.model.facts import EventKind
from generator.model.kinds import Kind
from generator.model.pages import Edition, Note, NoteLine, Page
from generator.model.sources import Cut
from generator.model.values import fields_said
from generator.output.markdown.escape import cleaned
from generator.output.markdown.page import snake
from generator.words import Words, words_in

_WIDTH = 96

_NAMED = frozenset((*get_args(runs.Run), *get_args(blocks.Block)))
_PLAIN = frozenset((str, int, float, bool, type(None)))

FORMAT = "briefing-edition/2"
SCHEMA = Path(__file__).with_name("edition.schema.json")
"""The JSON Schema of the manifest, which lies beside it on the site."""


def page_text(edition: Edition, page: Page) -> bytes:
    """The page as UTF-8 text with lines of at most 96 characters, notes at the end."""
    words = words_in(edition.language)
    site, version = cleaned(edition.site_name), page.version[:8]
    of_edition = words("text.as-of", date=edition.as_of, version=version, site=site)
    parts = [f"# {cleaned(page.title)}", _wrapped(page.deck), of_edition]
    for section in page.sections:
        if section.heading:
            parts.append(f"## {cleaned(section.heading)}")
        parts += [block_text(block, words) for block in section.blocks]
    if page.notes:
        parts.append(f"## {words('part.notes')}")
    parts += [
        _wrapped(f"[{note.number}] {_note_text(note, words)} {note.source_label}", "    ")
        for note in page.notes
    ]
    return ("\n\n".join(part for part in parts if part.strip()) + "\n").encode(errors="replace")


def _note_text(note: Note, words: Words) -> str:
    return " ".join(_note_line(each, words) for each in note.lines)


def _note_line(value: NoteLine, words: Words) -> str:
    if isinstance(value.words, runs.Quoted):
        return f"{_run_text(value.words, words)} {value.where}"
    return words("text.labelled", label=value.where, text=_run_text(value.words, words))


def line_text(value: runs.Line, words: Words) -> str:
    """The line in one line of text; notes as `[3]`, the editor's own with its reason."""
    return cleaned("".join(_run_text(run, words) for run in value.runs)).strip()


def _lines_text(values: Iterable[runs.Line], words: Words) -> Iterator[str]:
    return (line_text(each, words) for each in values)


def _run_text(run: runs.Run, words: Words) -> str:
    match run:
        case runs.NoteRef() | runs.EditorMark() | runs.ReviewMark() | runs.SupportMark():
            return _mark_text(run, words)
        case runs.Quoted() | runs.Added() | runs.Removed():
            return _marked(run, words)
        case runs.When(text, _, basis):
            return f"{text} [{basis}]" if basis else text
        case runs.External(text, url):
            return f"{text} <{url}>"
        case _:
            return run.text


def _marked(run: runs.Quoted | runs.Added | runs.Removed, words: Words) -> str:
    match run:
        case runs.Quoted(text, _):
            return words("text.quoted", text=text)
        case runs.Added(text):
            return f"{{+{text}+}}"
        case runs.Removed(text):
            return f"[-{text}-]"


def _mark_text(
    mark: runs.NoteRef | runs.EditorMark | runs.ReviewMark | runs.SupportMark, words: Words
) -> str:
    match mark:
        case runs.NoteRef(number):
            return f"[{number}]"
        case runs.EditorMark(reason):
            return words("text.editor", reason=reason)
        case runs.ReviewMark(text) | runs.SupportMark(text):
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


def _points(lines: tuple[runs.Line, ...], words: Words) -> str:
    return "\n".join(_wrapped(text, "  ", "- ") for text in _lines_text(lines, words))


@singledispatch
def block_text(block: object, words: Words) -> str:
    """The text of a block; TypeError for one that nobody taught this view."""
    del words
    raise TypeError(f"no plain text for {type(block).__name__}")


@block_text.register
def _(block: blocks.Paragraph, words: Words) -> str:
    return _wrapped(line_text(block.line, words))


@block_text.register
def _(block: blocks.Narrative, words: Words) -> str:
    return _wrapped(" ".join(_lines_text(block.lines, words)))


@block_text.register
def _(block: blocks.Bullets, words: Words) -> str:
    return _points(block.items, words)


@block_text.register
def _(block: blocks.Callout, words: Words) -> str:
    return "\n".join([cleaned(block.title).upper(), *map(_wrapped, _lines_text(block.lines, words))])


@block_text.register
def _(block: blocks.Facts, words: Words) -> str:
    rows = ((row.label, "; ".join(_lines_text(row.lines, words))) for row in block.rows)
    return "\n".join(_wrapped(words("text.labelled", label=label, text=text), "  ") for label, text in rows)


@block_text.register
def _(block: blocks.Columns, words: Words) -> str:
    columns = ((line_text(each.heading, words), _points(each.items, words)) for each in block.columns)
    return "\n\n".join(map("\n".join, columns))


@block_text.register
def _(block: blocks.Table, words: Words) -> str:
    rows = [block.header, *(tuple(_lines_text(row.cells, words)) for row in block.rows)]
    ruled = [" | ".join(cleaned(cell) for cell in row) for row in rows]
    return "\n".join([cleaned(block.caption), *ruled])


@block_text.register
def _(block: blocks.Timeline, words: Words) -> str:
    return "\n".join(line for moment in block.moments for line in _moment(moment, words))


def _moment(moment: blocks.Moment, words: Words) -> Iterator[str]:
    of_sides = "-of-sides" if moment.sides else ""
    coming = "-coming" if moment.tense is blocks.Tense.COMING else ""
    text = words(
        f"text.moment{of_sides}{coming}",
        when=_run_text(moment.when, words),
        title=line_text(moment.title, words),
        kind=words.of(EventKind(moment.kind)),
        sides=words("list.separator").join(side.text for side in moment.sides),
    )
    yield _wrapped(text, "  ", "- ")
    for each in _lines_text(moment.lines, words):
        yield _wrapped(each, "  ", "  ")


@block_text.register
def _(block: blocks.DotPlot, words: Words) -> str:
    labelled = (words("text.labelled", label=dot.label, text=dot.shown) for dot in block.dots)
    rows = (_wrapped(text, "  ", "- ") for text in labelled)
    return "\n".join([f"{cleaned(block.title)} ({cleaned(block.unit)})", *rows])


@block_text.register
def _(block: blocks.KeyFigures, words: Words) -> str:
    cards = ((figure.label.text, "; ".join(_values(figure, words))) for figure in block.figures)
    labelled = (words("text.labelled", label=label, text=text) for label, text in cards)
    return "\n".join(_wrapped(card, "  ", "- ") for card in labelled)


def _values(figure: blocks.KeyFigure, words: Words) -> Iterator[str]:
    for value in figure.values:
        by = words("list.separator").join(_lines_text(value.items, words))
        yield f"{line_text(value.heading, words)} ({by})"


@block_text.register
def _(block: blocks.Comparison, words: Words) -> str:
    lines = [cleaned(block.caption), " | ".join(map(cleaned, block.header))]
    for group in block.groups:
        lines += ["", cleaned(group.label)]
        for each in group.figures:
            cells = (runs.Line((runs.Plain(each.measured),)), each.value, each.when, each.who)
            lines.append(" | ".join(_lines_text(cells, words)))
            lines += [_wrapped(text, "  ", "  ") for text in _lines_text(each.words + each.remarks, words)]
    return "\n".join(lines)


@block_text.register
def _(block: blocks.Legend, words: Words) -> str:
    del block, words  # it explains marks that a text does not have
    return ""


@block_text.register
def _(block: blocks.TimeChart, words: Words) -> str:
    del words  # what its marks say stands in the timeline
    return _wrapped(block.description)


@block_text.register
def _(block: blocks.Quotation, words: Words) -> str:
    text = _wrapped(words("text.quoted", text=block.text), "> ", "> ")
    return f"{text}\n> {line_text(block.attribution, words)}"


@block_text.register
def _(block: blocks.Cards, words: Words) -> str:
    labels = (f"{each.title.text}{f' ({each.count})' if each.count else ''}" for each in block.cards)
    lines = _lines_text((each.line for each in block.cards), words)
    cards = (
        words("text.labelled", label=label, text=line) for label, line in zip(labels, lines, strict=True)
    )
    return "\n".join(_wrapped(card, "  ", "- ") for card in cards)


@block_text.register
def _(block: blocks.SourceBody, words: Words) -> str:
    del words  # the text is the source's own
    numbered = ((each.number, "".join(piece.text for piece in each.pieces)) for each in block.paragraphs)
    return "\n\n".join(_wrapped(text, "   ", f"{number}. ") for number, text in numbered)


@block_text.register
def _(block: blocks.Heading, words: Words) -> str:
    return f"### {line_text(block.line, words)}"


def page_record(edition: Edition, page: Page) -> bytes:
    """One page: all its values under their names, a `type` on each run and block, dates in EDTF."""
    about: dict[str, object] = {
        "as_of": str(edition.as_of),
        "site_name": edition.site_name,
    }
    words = words_in(edition.language)
    files = [{"path": each.path, "label": words.of(each.kind)} for each in page.attachments]
    return _json(about | _fields(page) | {"attachments": files})


def _plain_record(value: object) -> object:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, (PartialDate, Interval)):
        return str(value)
    if isinstance(value, Enum | Kind):
        return value.key if isinstance(value, Kind) else value.value
    if isinstance(value, (tuple, Cut)):
        return [_plain_record(each) for each in value]
    return _fields(value) if is_dataclass(value) else value


def _fields(value: object) -> dict[str, object]:
    record = {name: _plain_record(getattr(value, name)) for name in fields_said(type(value))}
    return record | {"type": snake(type(value).__name__)} if type(value) in _NAMED else record


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode(errors="replace") + b"\n"


def manifest(edition: Edition) -> bytes:
    """The manifest without the files of the site, which are known only when it is built."""
    record: dict[str, object] = {
        "format": FORMAT,
        "schema": PurePosixPath(SiteFiles.MANIFEST_SCHEMA).name,
        "site_name": edition.site_name,
        "as_of": str(edition.as_of),
        "fingerprint": edition.fingerprint,
        "program_version": __version__,
    }
    for kind in ItemKind:
        record[f"{kind}s"] = [_item_record(item) for item in edition.inventory if item.kind is kind]
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode(errors="replace") + b"\n"


def _item_record(item: Item) -> dict[str, object]:
    record: dict[str, object] = {
        "id": item.id,
        "label": item.label,
        "text": item.text,
        "details": item.record(),
        "ids": item.ids(),
        "evidence": [proof.record() for proof in item.proofs],
        "places": list(item.addresses),
        "checksum": item.checksum(),
    }
    optional = {
        "bases": dict(item.bases) or None,
        "reason": item.reason,
        "part_of": item.part_of,
        "concludes": item.concludes or None,
    }
    return record | {name: value for name, value in optional.items() if value is not None}
