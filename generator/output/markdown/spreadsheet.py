"""A comparison as the text of a spreadsheet (CSV, RFC 4180 but for the ends of lines)."""

import csv
import io
import re

from generator.model.blocks import ComparedFigure, Comparison
from generator.output.markdown.escape import cleaned

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def comparison_csv(comparison: Comparison, address: str) -> str:
    """A line for each figure, with where it is stated; `address` is that of the page."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(safe_cell, comparison.columns))
    for group in comparison.groups:
        for figure in group.figures:
            writer.writerow(map(safe_cell, (*figure.record, f"{address}#{_anchor(figure)}")))
    return text.getvalue()


def _anchor(figure: ComparedFigure) -> str:
    return figure.value.statement or figure.anchor or ""


def safe_cell(text: str) -> str:
    """The text on one line, behind an apostrophe if a spreadsheet could take it for a formula.

    A negative number is none.
    """
    shown = cleaned(text).strip()
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown
