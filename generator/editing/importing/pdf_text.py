"""The text of a PDF in the order of reading: lines to paragraphs, over columns and pages.

PDFium gives the text in the order in which it was set, which is that of reading in what word processors,
browsers and typesetters make; where it is not, the lines are ordered by column. What runs along on the pages,
such as their numbers, is told apart by where it stands and that it comes again.
"""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from generator.editing.importing.mending import joined, mended

_EDGE = 0.12
"""Such a part of a page at its head and at its foot may hold what runs along."""
_BOLD = 600
_HYPHENS = "\ufffe\x02\xad"
_ENDS = re.compile(r"[.!?…。！？][”’\"'»)\]」]*$")
_NUMBER = re.compile(
    r"(?:page|seite|página|p\.)?\s*[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—]?(?:\s*(?:/|of|von|de|sur)\s*\d+)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


class NoPassword(Exception):
    """The document opens with a password only."""


class NoText(Exception):
    """The document has no text; `is_scanned` if its pages are pictures."""

    def __init__(self, *, is_scanned: bool) -> None:
        super().__init__("a document without text")
        self.is_scanned = is_scanned


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it stands from the left and the foot, and how large its letters are."""

    text: str
    page: int
    left: float
    right: float
    foot: float
    size: float
    is_bold: bool = False
    is_hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF as text: its paragraphs, what runs along on its pages, its largest line, and its own metadata."""

    paragraphs: tuple[str, ...]
    running: tuple[tuple[str, int], ...]
    pages: int
    headline: str | None
    about: dict[str, str]


def document_in(data: bytes) -> Document:
    """The text of a PDF. Raises NoPassword, NoText, or PdfiumError where the file is broken."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as reason:
        if "password" in str(reason).lower():
            raise NoPassword from None
        raise
    heights = []
    lines: list[Line] = []
    has_pictures = False
    for number, page in enumerate(pdf):
        heights.append(page.get_height())
        lines += _in_order(tuple(_lines(page, number)))
        has_pictures = has_pictures or any(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2))
    if sum(map(str.isalpha, "".join(line.text for line in lines))) < 20 * len(heights) ** 0.5:
        raise NoText(is_scanned=has_pictures)
    running = _running(lines, heights)
    body = [line for line in lines if line not in running]
    return Document(
        tuple(_paragraphs(body)),
        tuple(_told(running)),
        len(heights),
        _headline(body),
        {key: value for key, value in pdf.get_metadata_dict().items() if value},
    )


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page as they were set."""
    text = page.get_textpage()
    letters: list[tuple[str, int]] = []
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if letter in "\r\n" or letter in _HYPHENS:
            yield from _line(text, letters, number, is_hyphenated=letter in _HYPHENS)
            letters = []
        else:
            letters.append((letter, index))
    yield from _line(text, letters, number, is_hyphenated=False)


def _line(
    page: pypdfium2.PdfTextPage, letters: Sequence[tuple[str, int]], number: int, *, is_hyphenated: bool
) -> Iterator[Line]:
    shown = [index for letter, index in letters if not letter.isspace()]
    if not shown:
        return
    some = shown[:: max(len(shown) // 5, 1)]
    left, right = page.get_charbox(shown[0])[0], page.get_charbox(shown[-1])[2]
    size = statistics.median(pdfium.FPDFText_GetFontSize(page, index) for index in some)
    foot = statistics.median(page.get_charbox(index, loose=True)[1] for index in some)
    is_bold = statistics.median(pdfium.FPDFText_GetFontWeight(page, index) for index in some) >= _BOLD
    line = "".join(letter for letter, _ in letters).strip()
    yield Line(line, number, left, right, foot, size, is_bold, is_hyphenated)


def _in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a page in the order of reading; as they were set unless that jumps about."""
    jumps = sum(
        after.foot > before.foot + before.size and after.left < before.right
        for before, after in pairwise(lines)
    )
    if jumps <= max(2, len(lines) // 10):
        return lines
    gutter = _gutter(lines)
    if gutter is None:
        return tuple(sorted(lines, key=lambda line: (-round(line.foot), line.left)))
    return tuple(sorted(lines, key=lambda line: (line.left >= gutter, -round(line.foot), line.left)))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns part, if nearly no line crosses there."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    places = [left + (right - left) * step / 40 for step in range(12, 29)]
    crossing = {place: sum(line.left < place < line.right for line in lines) for place in places}
    best = min(places, key=lambda place: (crossing[place], abs(place - (left + right) / 2)))
    return best if crossing[best] <= len(lines) // 20 else None


def _running(lines: Sequence[Line], heights: Sequence[float]) -> set[Line]:
    """The lines at head and foot that come again on other pages, but for numbers, and the pages' numbers."""
    at_edge: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        height = heights[line.page]
        if not _EDGE * height < line.foot < (1 - _EDGE) * height:
            at_edge[_DIGITS.sub("#", line.text)].append(line)
    found: set[Line] = set()
    for same in at_edge.values():
        pages = {line.page for line in same}
        is_number = all(_NUMBER.fullmatch(line.text) for line in same)
        if is_number or (len(pages) > 1 and len(pages) >= len(heights) / 20):
            found.update(same)
    return found


def _told(running: Iterable[Line]) -> Iterator[tuple[str, int]]:
    """Each running line once, as it was printed first, and on how many pages it stands."""
    by_key: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(running, key=lambda line: (line.page, -line.foot, line.left)):
        by_key[_DIGITS.sub("#", line.text)].append(line)
    for same in by_key.values():
        yield mended(same[0].text), len({line.page for line in same})


def _headline(lines: Sequence[Line]) -> str | None:
    """The largest letters of the first page, if they are larger than those of the text."""
    first = [line for line in lines if line.page == 0]
    if not first:
        return None
    usual = statistics.median(line.size for line in lines)
    largest = max(line.size for line in first)
    if largest < 1.15 * usual:
        return None
    start = next(n for n, line in enumerate(first) if line.size == largest)
    titled = []
    for line in first[start:]:
        if abs(line.size - largest) > 0.05 * largest:
            break
        titled.append(line.text)
    return mended(joined(titled)) if len(titled) < 6 else None


@dataclass(frozen=True, slots=True)
class _Column:
    """The edges of the column in which a line stands."""

    left: float
    right: float


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    columns = _columns(lines)
    steps = [
        before.foot - line.foot
        for before, line in pairwise(lines)
        if _is_below(before, line) and line.foot < before.foot
    ]
    pitch = statistics.median(steps) if steps else 0
    is_indenting = sum(_is_indented(line, columns[line]) for line in lines) > len(lines) / 25
    part: list[Line] = []
    for line in lines:
        if part and _begins(part[-1], line, columns, pitch, is_indenting=is_indenting):
            yield _text(part)
            part = []
        part.append(line)
    if part:
        yield _text(part)


def _text(lines: Sequence[Line]) -> str:
    return joined([mended(f"{line.text}-" if line.is_hyphenated else line.text) for line in lines])


def _columns(lines: Sequence[Line]) -> dict[Line, _Column]:
    """The column of each line: lines of a page that begin near each other; a wide title does not widen it."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.page, line.left)):
        last = groups[-1][0] if groups else None
        if last and last.page == line.page and line.left - last.left < 5 * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    found = {}
    for group in groups:
        rights = sorted(line.right for line in group)
        column = _Column(group[len(group) // 10].left, rights[min(len(rights) * 8 // 10, len(rights) - 1)])
        found.update(dict.fromkeys(group, column))
    return found


def _is_indented(line: Line, column: _Column) -> bool:
    return 0.7 * line.size < line.left - column.left < 4 * line.size


def _is_below(before: Line, line: Line) -> bool:
    """Whether a line stands below the one before, in the same column."""
    is_beside = line.left >= before.right or before.left >= line.right
    return before.page == line.page and line.foot <= before.foot + 0.5 * line.size and not is_beside


def _begins(
    before: Line, line: Line, columns: Mapping[Line, _Column], pitch: float, *, is_indenting: bool
) -> bool:
    """Whether a line begins a paragraph: by a gap, an indent, other letters, or a short line before it."""
    if before.is_hyphenated:
        return False
    if abs(before.size - line.size) > 0.08 * line.size or before.is_bold != line.is_bold:
        return True
    column, ended = columns[line], _ENDS.search(before.text) is not None
    if not _is_below(before, line):
        is_open = not ended or line.text[:1].islower()
        return not is_open and (not is_indenting or _is_indented(line, column))
    is_apart = before.foot - line.foot > 1.3 * max(pitch, line.size)
    if is_apart or (_is_indented(line, column) and not _is_indented(before, columns[before])):
        return True
    width = columns[before].right - columns[before].left
    return ended and before.right < columns[before].right - 0.12 * width
