"""Tables fit for a column of text: fewer columns, and widths by what they hold."""

from __future__ import annotations

from math import sqrt

from generator.model.blocks import KeyFigures, Row, Table
from generator.model.runs import Line, NoteRef, Plain, Quiet, Run
from generator.words import Words

MOST_COLUMNS = 3


def folded(table: Table, words: Words) -> Table:
    """The table, fit for a column of text.

    A column of one and the same value moves into the caption; beyond three columns, the first and the
    fullest stay and the others become labelled lines below the fullest.
    """
    texts = [[_text(row.cells[at]) for row in table.rows] for at in range(len(table.header))]
    same = [at for at in range(1, len(texts)) if len(table.rows) > 2 and len(set(texts[at])) == 1]
    same = [at for at in same if not any(isinstance(r, NoteRef) for r in table.rows[0].cells[at].runs)]
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
        rows = tuple(Row((row.cells[0], _joined(table, row, fullest, others, words))) for row in table.rows)
        return Table(caption, (table.header[0], table.header[fullest]), rows)
    rows = tuple(Row(tuple(row.cells[at] for at in kept)) for row in table.rows)
    numeric = tuple(position for position, at in enumerate(kept) if at in table.numeric)
    return Table(caption, tuple(table.header[at] for at in kept), rows, numeric)


def _joined(table: Table, row: Row, fullest: int, others: list[int], words: Words) -> Line:
    runs: list[Run] = [*row.cells[fullest].runs]
    for at in others:
        if _text(row.cells[at]):
            lead = f"{table.header[at]}{words('list.colon')}"
            runs += [Quiet(f" · {lead}" if runs else lead), *row.cells[at].runs]
    return Line(tuple(runs))


def _text(line: Line) -> str:
    return line.text().strip()


def widths(table: Table) -> list[float]:
    """A share of the width for each column: more for more text, and enough for its longest word."""
    shares = []
    for at in range(len(table.header)):
        texts = [table.header[at], *(_text(row.cells[at]) for row in table.rows)]
        longest = max((len(word) for text in texts for word in text.split()), default=1)
        fullest = max(map(len, texts))
        shares.append(round(max(sqrt(fullest), 0.6 * min(longest, 14), 2.5), 2))
    return shares


def tabled(figures: KeyFigures, words: Words) -> Table:
    """Key figures as a table: what is measured, its values, and who gives each."""
    rows = tuple(
        Row((Line((each.label,)), value.heading, _listed(value.items, words)))
        for each in figures.figures
        for value in each.values
    )
    header = words.each("column.measured", "column.value", "column.who-says-so")
    return Table(words("print.figures"), header, rows, numeric=(1,))


def _listed(lines: tuple[Line, ...], words: Words) -> Line:
    runs: list[Run] = []
    for line in lines:
        runs += [*((Plain(words("list.strong-separator")),) if runs else ()), *line.runs]
    return Line(tuple(runs))
