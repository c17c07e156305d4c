"""Quantities: what a number in a text says, and of what.

One reader makes them for quotations, statements, figures, boundaries, audits and drafts.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class QuantityForm(StrEnum):
    """What sort of number it is.

    The last three are no quantities: a time of day (in minutes), the name or number of a thing (F-35, Section
    301, a version), and the mark of a footnote.
    """

    NUMBER = "number"
    RANK = "rank"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    CLOCK = "clock"
    LABEL = "label"
    NOTE = "note"


class Bound(StrEnum):
    """What the words before a number do to it: “about 5”, “more than 5”, “only 5”."""

    ABOUT = "about"
    MORE = "more"
    LESS = "less"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    NEARLY = "nearly"
    EXACTLY = "exactly"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text has it at `[start, end)`, with its sign, magnitude, currency and unit.

    `low` and `high` are equal unless it is a range. `unit` is a key, the same in all languages: an ISO 4217
    code (USD), a UCUM code (kg, %) or one of ours (`percentage-point`, `basis-point`); empty if what it
    counts is a noun: then `counted` are the words, in their dictionary form, as far as they can tell. The
    `unit` of a label is the label itself, in small letters without spaces and hyphens.
    `other` is the second reading of an ambiguous form (“1.234” in a text whose language does not decide):
    such a quantity proves nothing.
    """

    low: Decimal
    high: Decimal
    start: int
    end: int
    form: QuantityForm = QuantityForm.NUMBER
    unit: str = ""
    counted: tuple[str, ...] = ()
    bound: Bound | None = None
    other: "Quantity | None" = None
