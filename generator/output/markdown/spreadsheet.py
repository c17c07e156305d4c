"""Tables as text for spreadsheets (CSV, RFC 4180; without the ends of lines where a page shows it)."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable

from generator.model.blocks import ComparedFigure, Comparison
from generator.output.markdown.escape import cleaned

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def comparison_csv(comparison: Comparison, address: str) -> str:
    """A line for each figure, with where it is stated; `address` is that of the page."""
    figures = (figure for group in comparison.groups for figure in group.figures)
    rows = ((*figure.record, f"{address}#{_anchor(figure)}") for figure in figures)
    return csv_text((comparison.columns, *rows))


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """The rows, a line each, no cell of which a spreadsheet could run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(map(safe_cell, row) for row in rows)
    return text.getvalue()


def csv_file(text: str) -> bytes:
    """The same as a file.

    In UTF-8 with a byte order mark, without which the most used spreadsheet reads it as another encoding.
    """
    return BOM_UTF8 + text.replace("\n", "\r\n").encode(errors="replace")


def _anchor(figure: ComparedFigure) -> str:
    return figure.value.statement or figure.anchor or ""


def safe_cell(text: str) -> str:
    """The text on one line, behind an apostrophe if a spreadsheet could take it for a formula.

    A negative number is none.
    """
    shown = cleaned(text).strip()
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown
