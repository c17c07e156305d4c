"""A page as plain JSON for print: runs, blocks, notes. Text stays text; nothing is parsed.

Tables are made fit for a column of text: fewer columns, and widths by what they hold.
"""

import re
from dataclasses import dataclass, field, is_dataclass, replace
from enum import Enum
from math import sqrt
from typing import get_args
from urllib.parse import urlsplit

from generator.model import blocks as page_blocks
from generator.model import runs as inlines
from generator.model.addresses import SiteAddress
from generator.model.keys import FactKey, Mark, ParagraphKey, SectionKey
from generator.model.pages import Edition, Note, NoteLine, Page, Section
from generator.model.values import fields_said, parts_of
from generator.output.pdf.chart import chart_node
from generator.output.pdf.printable import printable
from generator.output.typography import curled, typeset
from generator.words import Words, words_in

Node = dict[str, object]

# Sections that run over the whole width, before all others; the opening of a page too.
WIDE = (
    SectionKey.PICTURE,
    SectionKey.DELEGATIONS,
    SectionKey.POSITIONS,
    SectionKey.WHAT_TO_WATCH,
    SectionKey.KEY_POINTS,
)
UNPRINTED = frozenset(
    {"facets", "bars", "lanes", "fold", "folds"}
)  # what readers choose by, what is beside a list
LONGEST_WHOLE = 900

# Sections that the printed notes say already.
SAID_BY_NOTES = frozenset({SectionKey.SOURCES})

_RUNS = get_args(inlines.Run)
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")

MOST_COLUMNS = 3


@dataclass(slots=True)
class Writer:
    """Makes nodes, and keeps the remarks that the marks of one document stand for, each once.

    Of the statements that somebody accepted it only keeps which they are: a legend counts them.
    """

    site: SiteAddress
    words: Words
    with_bases: bool = True
    with_reasons: bool = True
    chapter: str = ""
    is_wide: bool = False
    remarks: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)

    def remark(self, text: str) -> str:
        """The letter of a remark: a … z, then aa …; equal remarks share one."""
        return self.remarks.setdefault(printable(text), letter_of(len(self.remarks)))

    def line(self, value: inlines.Line) -> list[Node]:
        """The runs of a line; that it rests on one source is the rule, which the legend says once."""
        if any(isinstance(each, inlines.ReviewMark) and each.is_accepted for each in value.runs):
            self.accepted.add(value.statement or value.text())
        shown = (each for each in typeset(value, self.words).runs if not isinstance(each, inlines.Anchor))
        return [self.run(each) for each in shown if self.is_printed(each)]

    def is_printed(self, run: inlines.Run) -> bool:
        """Whether a run is printed where it stands; else the legend says once what it says."""
        return not is_rule(run) and not (isinstance(run, inlines.ReviewMark) and run.is_accepted)

    def run(self, value: inlines.Run) -> Node:
        """A run with its type; an address only where it may be followed."""
        match value:
            case inlines.Quoted() | inlines.Summarised():
                return cited_node(value)
            case inlines.Added(text) | inlines.Removed(text):
                return {"type": "plain", "text": printable(text)}
            case _:
                return self._marked_or_linked(value)

    def _is_first(self, mark: str) -> bool:
        """Whether a mark has not stood before: its note leads back to this place."""
        is_first = mark not in self.met
        self.met.add(mark)
        return is_first

    def _told(self, mark: inlines.EditorMark | inlines.ReviewMark) -> str:
        if isinstance(mark, inlines.ReviewMark):
            return mark.told
        if not self.with_reasons:
            return self.words("print.remark.unexplained")
        return self.words("print.remark.own", reason=mark.reason)

    def _marked_or_linked(self, value: inlines.Run) -> Node:
        match value:
            case inlines.EditorMark() | inlines.ReviewMark():
                told = self.remark(self._told(value))
                return {"type": "remark", "letter": told, "first": self._is_first(told)}
            case inlines.When(text, _, basis):
                letter = (
                    self.remark(self.words("print.remark.date", basis=basis))
                    if basis and self.with_bases
                    else None
                )
                first = letter is not None and self._is_first(letter)
                return {"type": "when", "text": printable(text), "letter": letter, "first": first}
            case inlines.External(text, url):
                safe = url if urlsplit(url).scheme == "https" and not re.search(r"[\s\\<>\"]", url) else None
                return {"type": "link", "text": printable(text), "url": safe}
            case inlines.NoteRef(number):
                key = note_key(self.chapter, number)
                return {"type": "note_ref", "number": number, "key": key, "first": self._is_first(key)}
            case inlines.Link() | _ if hasattr(value, "target"):
                to = self.site.of(value.target)
                node: Node = {"type": "link", "text": printable(value.text), "url": to}
                return node | (
                    {"type": "side", "rank": value.rank} if isinstance(value, inlines.SideMark) else {}
                )
            case _:
                return {"type": snake(type(value).__name__), "text": printable(value.text)}

    def block(self, value: page_blocks.Block) -> Node:
        """A block with its type and all that it holds."""
        if isinstance(value, page_blocks.KeyFigures):
            value = tabled(value, self.words)
        if isinstance(value, page_blocks.Comparison):
            value = compared_table(value, self.words)
        if isinstance(value, page_blocks.Table):
            value = folded(value, self.words)
            return self._fields(value) | {
                "type": "table",
                "widths": widths(value),
                "whole": all(is_short(row) for row in value.rows),
            }
        if isinstance(value, page_blocks.Timeline):
            return self._fields(value) | {"type": "timeline", "whole": all(map(is_short, value.moments))}
        if isinstance(value, page_blocks.TimeChart):
            return chart_node(value, self.words)
        if isinstance(value, page_blocks.DotPlot):
            return self._fields(value) | {"type": "dot_plot", "scale": _scale(value)}
        if isinstance(value, page_blocks.Facts):
            value = printed_facts(value, with_bases=self.with_bases)
        if isinstance(value, page_blocks.Columns):
            return self._fields(value) | {"type": "columns", "wide": self.is_wide, "shares": shares(value)}
        return self._fields(value) | {"type": snake(type(value).__name__)}

    def section(self, value: Section) -> Node:
        """A section; `titled` if its first block says its heading."""
        heading = printable(value.heading) if value.heading else None
        self.is_wide = value.key is SectionKey.OPENING or value.key in WIDE
        is_points = value.key is SectionKey.KEY_POINTS and all(
            isinstance(b, page_blocks.Bullets) for b in value.blocks
        )
        blocks = (
            [self.points(heading, b) for b in value.blocks if isinstance(b, page_blocks.Bullets)]
            if is_points
            else []
        )
        return {
            "anchor": value.anchor,
            "heading": heading,
            "wide": self.is_wide,
            "titled": is_points,
            "blocks": blocks or [self.block(block) for block in value.blocks if not is_signpost(block)],
        }

    def points(self, heading: str | None, value: page_blocks.Bullets) -> Node:
        """Points in a column, and in the next how many sources stand behind each."""
        items = []
        for item in value.items:
            marks = [run for run in item.runs if isinstance(run, inlines.SupportMark)]
            said = inlines.Line(tuple(run for run in item.runs if not isinstance(run, inlines.SupportMark)))
            items.append({"line": self.line(said), "support": marks[0].text if marks else ""})
        return {"type": "points", "title": heading, "items": items}

    def _fields(self, value: object) -> Node:
        names = (name for name in fields_said(type(value)) if name not in UNPRINTED)
        return {name: self._value(getattr(value, name)) for name in names}

    def _value(self, value: object) -> object:
        match value:
            case inlines.Line():
                return self.line(value)
            case tuple():
                return [self._value(each) for each in value]
            case Enum():
                return value.value
            case str():
                return printable(value)
            case _ if isinstance(value, _RUNS):
                return self.run(value)
        return self._fields(value) if is_dataclass(value) else value


def cited_node(value: inlines.Quoted | inlines.Summarised) -> Node:
    """Words of a source: the cited ones, and what of their sentence stands around them."""
    pieces = [{"text": printable(text), "cited": is_cited} for text, is_cited in value.pieces()]
    return {"type": snake(type(value).__name__), "pieces": pieces}


def is_signpost(block: page_blocks.Block) -> bool:
    """Whether a block only leads elsewhere on the site, which paper cannot."""
    return isinstance(block, page_blocks.Paragraph) and block.key is ParagraphKey.SIGNPOST


def without_moves(block: page_blocks.Block) -> page_blocks.Block | None:
    """A list without its lines on where an address of the web leads now; None if it has no other."""
    if not isinstance(block, page_blocks.Bullets):
        return block
    items = tuple(item for item in block.items if not any(map(_is_move, item.runs)))
    return replace(block, items=items) if items else None


def _is_move(run: inlines.Run) -> bool:
    return isinstance(run, inlines.Status) and run.key == Mark.MOVED


def printed_facts(value: page_blocks.Facts, *, with_bases: bool) -> page_blocks.Facts:
    """The facts without those that lead elsewhere; how a date among them is known is said by a remark."""
    left_out = {FactKey.DISAGREEMENTS, FactKey.DATE_BASIS} if with_bases else {FactKey.DISAGREEMENTS}
    return page_blocks.Facts(tuple(row for row in value.rows if row.key not in left_out))


def shares(value: page_blocks.Columns) -> list[float]:
    """The width of each column, so that they end at about the same height: narrow ones are not too narrow."""
    fullness = [float(sum(len(item.text()) for item in column.items)) for column in value.columns]
    mean = sum(fullness) / len(fullness) or 1.0
    return [round(min(max(each / mean, 0.75), 1.5), 2) for each in fullness]


def is_rule(run: inlines.Run) -> bool:
    """Whether a run says what holds for most statements: that they rest on one source."""
    return isinstance(run, inlines.SupportMark) and len(run.sources) == 1


def note_key(chapter: str, number: int) -> str:
    """The name of a note in a document that may hold several pages."""
    return f"{chapter}-{number}" if chapter else str(number)


def snake(name: str) -> str:
    """`DotPlot` as `dot_plot`."""
    return _CAPITAL.sub("_", name).lower()


def is_short(value: object) -> bool:
    """Whether a row cannot outgrow a column."""
    return sum(map(len, parts_of(value, str))) < LONGEST_WHOLE


def letter_of(number: int) -> str:
    """0 as a, 25 as z, 26 as aa."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _scale(plot: page_blocks.DotPlot) -> list[float]:
    low, high = plot.ends()
    return [low, high if high > low else low + 1.0]


def heading_facts(edition: Edition, page: Page, site: SiteAddress) -> Node:
    """What heads and foots of a document say."""
    as_of, url = edition.as_of.latest(), site.of(inlines.Target(page.path))
    return {
        "series": printable(edition.site_name),
        "publisher": printable(edition.publisher.name if edition.publisher else edition.site_name),
        "kind": page.kind.key,
        "language": edition.language,
        "title": printable(page.title),
        "deck": printable(page.deck),
        "as_of": words_in(edition.language).date(edition.as_of),
        "date": [as_of.year, as_of.month, as_of.day],
        "version": page.version[:8],
        "path": page.path,
        "url": url,
        "shown_url": printable(url) if url else None,
    }


@dataclass(slots=True)
class Notes:
    """The notes that a document cites, under the web page's own numbers.

    `sources` are its sources by letter. `quoted` are the notes with words of an article, `summed` those with
    words of our summary; `listed`, by source, those of the latter that have no room for words.
    """

    sources: list[Node]
    quoted: list[Node]
    summed: list[Node]
    listed: list[Node]


def notes_of(page: Page, cited: frozenset[int], words: Words, *, with_summaries: bool) -> Notes:
    """The notes as nodes: what the article prints, else our summary; without the sentence around it."""
    notes = [note for note in page.notes if note.number in cited]
    letters: dict[str, str] = {}
    for note in notes:
        letters.setdefault(note.evidence.source, letter_of(len(letters)).upper())
    labels = {str(note.evidence.source): printable(curled(note.reference, words)) for note in notes}
    found = Notes([{"letter": letter, "label": labels[name]} for name, letter in letters.items()], [], [], [])
    listed: dict[str, list[Node]] = {}
    for note in notes:
        letter = letters[note.evidence.source]
        node: Node = {"number": note.number, "key": note_key("", note.number), "source": letter}
        quoted = (line for line in note.lines if isinstance(line.words, inlines.Quoted))
        lines = [_note_line(note, line, words) for line in quoted]
        if lines:
            found.quoted.append(node | {"lines": lines})
        elif with_summaries:
            found.summed.append(node | {"lines": [_note_line(note, note.lines[-1], words)]})
        else:
            listed.setdefault(letter, []).append(node | {"at": note.lines[-1].at})
    found.listed = [
        {"lead": words("print.note.summaries", source=letter), "notes": own}
        for letter, own in sorted(listed.items())
    ]
    return found


def _note_line(note: Note, line: NoteLine, words: Words) -> Node:
    """Words of a source and where its article has them, or what our summary of that place says."""
    is_quoted = isinstance(line.words, inlines.Quoted)
    text = note.evidence.exact if line is note.lines[-1] else line.words.text
    where = line.where if is_quoted else line.at or line.where
    return {"where": where, "quoted": is_quoted, "text": printable(curled(text, words, within=is_quoted))}


def folded(table: page_blocks.Table, words: Words) -> page_blocks.Table:
    """The table, fit for a column of text.

    A column of one and the same value moves into the caption; beyond three columns, the first and the
    fullest stay and the others become labelled lines below the fullest.
    """
    texts = [[_text(row.cells[at]) for row in table.rows] for at in range(len(table.header))]
    same = [at for at in range(1, len(texts)) if len(table.rows) > 2 and len(set(texts[at])) == 1]
    same = [
        at for at in same if not any(isinstance(r, inlines.NoteRef) for r in table.rows[0].cells[at].runs)
    ]
    said = [words("print.table.same", column=table.header[at], value=texts[at][0]) for at in same]
    caption = table.caption
    if said:
        caption = words(
            "print.table.caption", caption=caption, same=words("list.strong-separator").join(said)
        )
    kept = [at for at in range(len(texts)) if at not in same]
    if len(kept) > MOST_COLUMNS:
        fullest = max(kept[1:], key=lambda at: sum(map(len, texts[at])))
        others = [at for at in kept[1:] if at != fullest]
        rows = tuple(
            page_blocks.Row((row.cells[0], _joined(table, row, fullest, others, words))) for row in table.rows
        )
        return page_blocks.Table(caption, (table.header[0], table.header[fullest]), rows)
    rows = tuple(page_blocks.Row(tuple(row.cells[at] for at in kept)) for row in table.rows)
    numeric = tuple(position for position, at in enumerate(kept) if at in table.numeric)
    return page_blocks.Table(caption, tuple(table.header[at] for at in kept), rows, numeric)


def _joined(
    table: page_blocks.Table, row: page_blocks.Row, fullest: int, others: list[int], words: Words
) -> inlines.Line:
    runs: list[inlines.Run] = [*row.cells[fullest].runs]
    for at in others:
        if _text(row.cells[at]):
            lead = f"{table.header[at]}{words('list.colon')}"
            runs += [inlines.Quiet(f" · {lead}" if runs else lead), *row.cells[at].runs]
    return inlines.Line(tuple(runs))


def _text(line: inlines.Line) -> str:
    return line.text().strip()


def widths(table: page_blocks.Table) -> list[float]:
    """A share of the width for each column: more for more text, and enough for its longest word."""
    shares = []
    for at in range(len(table.header)):
        texts = [table.header[at], *(_text(row.cells[at]) for row in table.rows)]
        longest = max((len(word) for text in texts for word in text.split()), default=1)
        fullest = max(map(len, texts))
        shares.append(round(max(sqrt(fullest), 0.6 * min(longest, 14), 2.5), 2))
    return shares


def tabled(figures: page_blocks.KeyFigures, words: Words) -> page_blocks.Table:
    """Key figures as a table: what is measured, its values, and who gives each."""
    rows = tuple(
        page_blocks.Row((inlines.Line((each.label,)), value.heading, _listed(value.items, words)))
        for each in figures.figures
        for value in each.values
    )
    header = words.each("column.measured", "column.value", "column.who-says-so")
    return page_blocks.Table(words("print.figures"), header, rows, numeric=(1,))


def compared_table(comparison: page_blocks.Comparison, words: Words) -> page_blocks.Table:
    """All figures of a comparison, unit after unit."""
    rows = (row for group in comparison.groups for row in group_table(comparison, group, words).rows)
    return page_blocks.Table(comparison.caption, comparison.header, tuple(rows))


def group_table(
    comparison: page_blocks.Comparison, group: page_blocks.UnitGroup, words: Words
) -> page_blocks.Table:
    """The figures of one unit: what is measured, the value, of when, who says so."""
    rows = (
        page_blocks.Row((_measured(each, words), each.value, each.when, each.who), each.anchor)
        for each in group.figures
    )
    caption = words("print.figures-of", heading=group.label)
    return page_blocks.Table(caption, comparison.header, tuple(rows))


def _measured(figure: page_blocks.ComparedFigure, words: Words) -> inlines.Line:
    """What is measured; in brackets what is remarked of it."""
    if not figure.remarks:
        return inlines.Line((inlines.Plain(figure.measured),))
    told = _listed(figure.remarks, words).runs
    return inlines.Line((inlines.Plain(f"{figure.measured} ("), *told, inlines.Plain(")")))


def _listed(lines: tuple[inlines.Line, ...], words: Words) -> inlines.Line:
    runs: list[inlines.Run] = []
    for line in lines:
        runs += [*((inlines.Plain(words("list.strong-separator")),) if runs else ()), *line.runs]
    return inlines.Line(tuple(runs))
