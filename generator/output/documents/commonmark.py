"""A page as clean Markdown: CommonMark, with the tables, footnotes and strikethrough of GitHub's flavour.

It holds no HTML, no attribute lists, and no mark that a reader of Markdown would leave over. The words of
others are escaped (`backslashes`), so that they come back from any reader as they were.
"""

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from generator.model.addresses import PageFiles, SiteAddress, folder_of
from generator.model.pages import Edition, Page
from generator.model.runs import Target
from generator.output.documents.backslashes import (
    at_line_start,
    destination,
    emphasised,
    escaped,
    on_one_line,
)
from generator.output.documents.outline import (
    Grid,
    Head,
    Inline,
    Inlines,
    Look,
    Para,
    Part,
    Point,
    Points,
    Proof,
    Quote,
    Remark,
    Text,
    noted,
    outlined,
)
from generator.output.markdown.escape import safe_url
from generator.output.pdf.document import letter_of
from generator.output.typography import curled
from generator.words import Words, words_in

_SPACES = re.compile(" {2,}")
_DELIMITERS = {Look.STRONG: "**", Look.ADDED: "**", Look.REMOVED: "~~"}


def page_commonmark(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    """The page as UTF-8, with front matter and, at its end, a footnote for each note that it marks."""
    words = words_in(edition.language)
    writer = Writer(page, words, site)
    body = [writer.part(part) for part in outlined(edition, page, site)]
    whole = ["\n".join(_front_matter(edition, page, site)), *body, *writer.notes()]
    return ("\n\n".join(part for part in whole if part) + "\n").encode(errors="replace")


def _front_matter(edition: Edition, page: Page, site: SiteAddress) -> Iterator[str]:
    fields = {
        "title": page.title,
        "date": str(edition.as_of),
        "language": edition.language,
        "version": page.version,
        "site": edition.site_name,
        "publisher": edition.publisher.name if edition.publisher else None,
        "address": site.of(Target(page.path)),
    }
    yield "---"
    for name, value in fields.items():
        if value:
            yield f"{name}: {json.dumps(on_one_line(value), ensure_ascii=False)}"
    yield "---"


@dataclass(slots=True)
class Writer:
    """Writes the parts of one page, and keeps which notes and remarks they mark."""

    page: Page
    words: Words
    site: SiteAddress
    proofs: set[int] = field(default_factory=set)
    remarks: dict[str, str] = field(default_factory=dict)
    bullet: str = ""

    def part(self, part: Part) -> str:
        """A part as a block of Markdown, without the empty line after it.

        A list that follows a list has other bullets, or they would be one.
        """
        self.bullet = ("*" if self.bullet == "-" else "-") if isinstance(part, Points) else ""
        match part:
            case Head(level, line):
                return f"{'#' * level} {self.line(line, is_heading=True)}"
            case Para(line):
                return at_line_start(self.line(line))
            case Points(points):
                return "\n".join(line for point in points for line in self._point(point))
            case Grid():
                return self._table(part)
            case Quote(line, by):
                return f"> {at_line_start(self.line(line))}\n>\n> {at_line_start(self.line(by))}"
            case _:
                assert_never(part)

    def _point(self, point: Point) -> Iterator[str]:
        yield f"{self.bullet} {at_line_start(self.line(point.line))}"
        yield from (f"  {self.bullet} {at_line_start(self.line(line))}" for line in point.below)

    def _table(self, table: Grid) -> str:
        rows = [[self.line(cell) for cell in row] for row in table.rows]
        header = [escaped(on_one_line(cell).strip()) for cell in table.header]
        ruled = [_row(header), _row(["---"] * len(header)), *map(_row, rows)]
        caption = (
            f"{emphasised(escaped(on_one_line(table.caption)).strip(), '**')}\n\n" if table.caption else ""
        )
        return caption + "\n".join(ruled)

    def line(self, line: Inlines, *, is_heading: bool = False) -> str:
        """Words and marks on one line."""
        line = _together(line)
        pieces = [self._piece(each) for each in line]
        found = ""
        for at, each in enumerate(line):
            following = next((piece for piece in pieces[at + 1 :] if piece), "")
            shown = pieces[at]
            if isinstance(each, Text):
                shown = self._shown(each, shown, found[-1:], following[:1])
            is_picture = found.endswith("!") and shown.startswith("[")
            found = f"{found[:-1]}\\!{shown}" if is_picture else found + shown
        text = _SPACES.sub(" ", found).strip(" ")
        return f"{text[:-1]}\\#" if is_heading and text.endswith("#") else text

    def _piece(self, each: Inline) -> str:
        match each:
            case Text(text):
                return escaped(on_one_line(text))
            case Proof(number):
                self.proofs.add(number)
                return f"[^{number}]"
            case Remark(text):
                letter = self.remarks.setdefault(text, letter_of(len(self.remarks)))
                return f"[^{letter}]"
            case _:
                assert_never(each)

    def _shown(self, each: Text, shown: str, before: str, after: str) -> str:
        """Escaped words with their look and their link; white space at their edges stays outside of both."""
        inner = shown.strip(" ")
        lead, trail = shown[: len(shown) - len(shown.lstrip(" "))], shown[len(shown.rstrip(" ")) :]
        url = self._url(each.to)
        if not inner:
            return shown
        before, after = (lead or before, trail or after) if url is None else ("[", "]")
        if each.look in _DELIMITERS:
            is_redline = each.look is not Look.STRONG
            inner = emphasised(inner, _DELIMITERS[each.look], before, after, is_needed=is_redline)
        return f"{lead}{inner}{trail}" if url is None else f"{lead}[{inner}]({url}){trail}"

    def _url(self, to: Target | str | None) -> str | None:
        """Where words lead, whole if the site says where it lives, else from where the file lies."""
        if isinstance(to, Target):
            return destination(self.site.of(to) or _from_file(self.page, to))
        safe = None if to is None else safe_url(to)
        return None if safe is None else destination(safe)

    def notes(self) -> Iterator[str]:
        """A definition for each note and remark that was marked, by number and by letter."""
        languages = {item.id: item.language or "" for item in self.page.sources}
        for note in self.page.notes:
            if note.number in self.proofs:
                line = noted(note, self.words, languages.get(note.evidence.source, ""))
                yield f"[^{note.number}]: {at_line_start(self.line(line))}"
        for text, letter in self.remarks.items():
            yield f"[^{letter}]: {at_line_start(self.line((Text(curled(text, self.words)),)))}"


def _from_file(page: Page, target: Target) -> str:
    folder = posixpath.dirname(PageFiles(page.path).markdown)
    way = posixpath.relpath(folder_of(target.page) or ".", folder)
    return f"{way}/" + (f"#{target.anchor}" if target.anchor else "")


def _together(line: Inlines) -> Inlines:
    """Words of one look that touch as one, since their delimiters would run into each other."""
    found: list[Inline] = []
    for each in line:
        last = found[-1] if found else None
        if isinstance(each, Text) and isinstance(last, Text) and last.to is None and each.to is None:
            if _DELIMITERS.get(each.look) == _DELIMITERS.get(last.look):
                found[-1] = replace(last, text=last.text + each.text)
                continue
            if (last.look, each.look) == (Look.REMOVED, Look.ADDED):
                found.append(Text(" "))
        found.append(each)
    return tuple(found)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
