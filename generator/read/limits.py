"""`extra.briefing` of `mkdocs.yml`: how much may be quoted of a source that is shown in quotations only."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.diagnostics import Diagnostic
from generator.model.fields import Record
from generator.model.papers import PAPERS
from generator.model.sources import USUAL_BUDGET, QuoteBudget
from generator.read.nodes import Fields, clipped
from generator.read.schema import validate

MOST_DIGITS = 6


def _count(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= MOST_DIGITS:
        return int(value)
    raise ValueError(f"this should be a whole number of at most {MOST_DIGITS} digits")


def _percentage(value: object) -> int:
    count = _count(value)
    if count > 100:
        raise ValueError("this should be a percentage: at most 100")
    return count


def _word(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    raise ValueError("this should be a word")


def _paper(value: object) -> str:
    paper = _word(value).lower()
    if paper not in PAPERS:
        known = " or ".join(f"`{known}`" for known in PAPERS)
        raise PydanticCustomError(
            "unknown-paper",
            "briefings are not printed on “{paper}”, but on {known}",
            {"paper": clipped(paper), "known": known},
        )
    return paper


class LimitsRecord(Record):
    """What `extra.briefing` may say."""

    quote_words: Annotated[int, BeforeValidator(_count)] = USUAL_BUDGET.words
    quote_percent: Annotated[int, BeforeValidator(_percentage)] = USUAL_BUDGET.percent
    paper: Annotated[str | None, BeforeValidator(_paper)] = None
    # Printing looks at this, and knows which folder is right.
    fonts: Annotated[str | None, BeforeValidator(_word)] = None


def read_limits(settings: Fields) -> tuple[QuoteBudget, tuple[Diagnostic, ...]]:
    """The budget that the settings give, where they give one; and what is wrong with it."""
    extra = settings.get("extra")
    if not isinstance(extra, Fields) or "briefing" not in extra:
        return USUAL_BUDGET, ()
    record, problems = validate(LimitsRecord, extra["briefing"], extra.key_span("briefing"))
    if record is None:
        return USUAL_BUDGET, problems
    return QuoteBudget(record.quote_words, record.quote_percent), problems
