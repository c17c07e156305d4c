"""`sources/*.md`: one article a file."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.cache import Rows
from generator.model import sources
from generator.model.content import SourceDraft, SourceRecord
from generator.model.diagnostics import Diagnostic, Edit, Severity
from generator.model.text import SourceId, Span, Text
from generator.read import leftovers
from generator.read.inputs import InputFile, Positions
from generator.read.nodes import CONTROLS, Fields, Items, clipped, control_character
from generator.read.records import Parted, part
from generator.read.schema import span_of
from generator.text.prose import sentences

# The escaping of a paragraph takes time that grows with the square of its length.
LANGUAGE = "en"
"""That of a source whose front matter gives none."""

MAX_PARAGRAPH = 20_000

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


def read_source(identifier: str, file: InputFile) -> tuple[SourceDraft | None, tuple[Diagnostic, ...]]:
    """The source that the file holds, and its faults."""
    parted, problems = part(file)
    if parted is None:
        return None, problems
    record, in_head = parted.validated(SourceRecord)
    body, in_text = _body(file, parted, (record.language if record else None) or LANGUAGE)
    head = parted.head if isinstance(parted.head, Fields) else {}
    problems = (*problems, *in_head, *_renamed(head.get("rights")), *_unparted(head.get("author")), *in_text)
    if record is None or body is None:
        return None, problems
    where = leftovers.Body(
        body.text,
        _start(file, parted),
        tuple((each.start, each.end) for each in body.paragraphs),
        parted.positions,
    )
    problems = (*problems, *leftovers.leftovers(where, record.keep))
    source = sources.SourceFile(SourceId(identifier), _bibliography(record), body, Span.at(file.path))
    issued = head.get("issued")
    return SourceDraft(source, record, span_of(issued)), problems


def _renamed(rights: object) -> Iterator[Diagnostic]:
    if isinstance(rights, Text) and rights in sources.FORMER_RIGHTS:
        now = sources.FORMER_RIGHTS[rights]
        yield Diagnostic(
            "rights-renamed",
            f"the rights `{rights}` are called `{now}` now",
            rights.span,
            Severity.WARNING,
            help=f"write `rights: {now}`",
            edits=(Edit(rights.span, now.value),),
        )


def _unparted(author: object) -> Iterator[Diagnostic]:
    """A name of several words that does not tell which of them is the family's, or that none is."""
    for name in author if isinstance(author, Items) else (author,):
        if not isinstance(name, Text) or "," in name or len(words := name.split()) < 2:
            continue
        given, family, whole = (_quoted(each) for each in (" ".join(words[:-1]), words[-1], name))
        yield Diagnostic(
            "author-not-parted",
            f"“{clipped(name)}” does not tell which part is the family’s name, by which references sort",
            name.span,
            Severity.WARNING,
            help=f"write a person in parts, as `{{family: {family}, given: {given}}}` if these they are,"
            f" and an organisation as `{{literal: {whole}}}`",
        )


def _quoted(text: str) -> str:
    return json.dumps(clipped(text), ensure_ascii=False)


def _bibliography(record: SourceRecord) -> sources.Bibliography:
    original = record.original
    return sources.Bibliography(
        title=record.title,
        short=record.short,
        type=record.type,
        author=tuple(sources.Author(each.literal, each.family, each.given) for each in record.author),
        publisher=record.publisher,
        container_title=record.container_title,
        issued=record.issued,
        issued_basis=record.issued_basis,
        accessed=record.accessed,
        url=record.url,
        canonical_url=record.canonical_url,
        archive_url=record.archive_url,
        language=record.language or LANGUAGE,
        rights=record.rights,
        original=sources.Original(original.file, original.sha256) if original else None,
    )


def _body(
    file: InputFile, parted: Parted, language: str
) -> tuple[sources.SourceText | None, tuple[Diagnostic, ...]]:
    start = _start(file, parted)
    text = file.text[start:].rstrip()
    if not text:
        span = parted.positions.at(max(parted.body - 1, 0))
        help = "write the text below the front matter"
        return None, (Diagnostic("source-without-text", "the source has no text", span, help=help),)
    problems = [*_too_long(text, start, parted.positions), *_controls(text, start, parted.positions)]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, tuple(problems)
    first_line = parted.positions.line_of(start)
    body = sources.SourceText(
        text, tuple(_paragraphs(text, file, language)), file.path, first_line, file.checksum
    )
    return body, tuple(problems)


def _start(file: InputFile, parted: Parted) -> int:
    """Where the text begins."""
    rest = file.text[parted.body :]
    return parted.body + len(rest) - len(rest.lstrip())


def _paragraphs(text: str, file: InputFile, language: str) -> Iterator[sources.Paragraph]:
    rows = file.memory.recall(
        "sentences",
        f"{file.checksum} {language}",
        lambda: list(_cut(text, language)),
        lambda rows: _is_cut(rows, text),
    )
    for number, (start, end, ranges) in enumerate(rows, start=1):
        yield sources.Paragraph(
            number, start, end, tuple(sources.Passage(first, last) for first, last in ranges)
        )


def _cut(text: str, language: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Where each paragraph begins and ends, and each of its sentences."""
    for found in _PARAGRAPH.finditer(text):
        start, words = found.start(), found.group().rstrip()
        ranges = [(start + first, start + last) for first, last in sentences(words, language)]
        yield start, start + len(words), ranges


def _is_cut(rows: Rows, text: str) -> bool:
    """Whether these are the paragraphs of a text, and their sentences miss and repeat no word of it."""
    found = list(_PARAGRAPH.finditer(text))
    wanted = [(each.start(), each.start() + len(each[0].rstrip())) for each in found]
    if [(row[0], row[1]) for row in rows] != wanted:
        return False
    for start, end, ranges in rows:
        here = start
        for first, last in ranges:
            if not here <= first < last <= end or text[here:first].strip():
                return False
            here = last
        if text[here:end].strip():
            return False
    return True


def _too_long(text: str, base: int, positions: Positions) -> Iterator[Diagnostic]:
    for found in _PARAGRAPH.finditer(text):
        length = len(found.group().rstrip())
        if length > MAX_PARAGRAPH:
            message = f"this paragraph has {length:,} characters; {MAX_PARAGRAPH:,} are the most"
            help = "part it with blank lines where the article begins a new thought"
            yield Diagnostic("paragraph-too-long", message, positions.at(base + found.start()), help=help)


def _controls(text: str, base: int, positions: Positions) -> Iterator[Diagnostic]:
    """One warning a text: its characters are kept, since the words around them may still be quoted."""
    first = CONTROLS.search(text)
    if first:
        count = sum(1 for _ in CONTROLS.finditer(text))
        also = f" and {count - 1} more in this text" if count > 1 else ""
        span = positions.at(base + first.start())
        help = "delete it; the page shows a replacement mark in its place"
        yield replace(control_character(first.group(), span, also), severity=Severity.WARNING, help=help)
