"""The fields of what authors write, and what all records share.

Each record is a frozen pydantic model; scalars are `Text`, so every value keeps its span. The reader puts
each mapping's own span under the key `SPAN_KEY`.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.model import dates
from generator.model.identifiers import INDEX, is_device, is_slug
from generator.model.text import Span, Text

SPAN_KEY: Final = "\x00span"


def _slug(value: Text) -> Text:
    if not is_slug(value):
        raise PydanticCustomError(
            "bad-id", "an id is made of a-z, 0-9 and single hyphens, at most 64 characters"
        )
    return value


def _names_a_page(value: Text) -> Text:
    if value == INDEX:
        raise PydanticCustomError(
            "bad-id", "“index” cannot be an id: a page of this name lists all the others of its kind"
        )
    if is_device(value):
        raise PydanticCustomError(
            "bad-id", "“{id}” cannot be an id: Windows stores no file of this name", {"id": str(value)}
        )
    return value


def _filled(value: Text) -> Text:
    if not value.strip():
        raise ValueError("this must not be empty")
    return value


def _language(value: Text) -> Text:
    if not re.fullmatch("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", value):
        raise ValueError("a language is a tag such as zh, zh-Hant or pt-BR (BCP 47)")
    return value


def as_date(value: object) -> dates.Date:
    """The date that a field of a record gives, in EDTF."""
    if not isinstance(value, str):
        raise PydanticCustomError("bad-date", "a date is text such as 2025-06-09")
    try:
        return dates.parse(value)
    except ValueError as reason:
        raise PydanticCustomError("bad-date", "{reason}", {"reason": str(reason)}) from None


def _event_date(value: object) -> dates.Date | None:
    return None if value == "unknown" else as_date(value)


def _flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise ValueError("write true or false")
    return value == "true"


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Slug = Annotated[Text, AfterValidator(_slug)]


ItemId = Annotated[Slug, AfterValidator(_names_a_page)]


Filled = Annotated[Text, AfterValidator(_filled)]


LanguageTag = Annotated[Text, AfterValidator(_language)]


EdtfDate = Annotated[dates.PartialDate | dates.Interval, BeforeValidator(as_date)]


EdtfOrUnknown = Annotated[dates.PartialDate | dates.Interval | None, BeforeValidator(_event_date)]


Flag = Annotated[bool, BeforeValidator(_flag)]


Names = Annotated[tuple[Filled, ...], BeforeValidator(_one_or_more)]


Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_one_or_more)]


class Record(BaseModel):
    """A mapping of an input file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    span: Span = Field(alias=SPAN_KEY)


class CitationRecord(Record):
    """Where the author says the words are (W3C TextQuoteSelector)."""

    source: Slug
    exact: Filled
    prefix: Filled | None = None
    suffix: Filled | None = None


class Sourced(Record):
    """Anything that must be cited, or be openly the editor's own."""

    cite: tuple[CitationRecord, ...] = ()
    basis: Literal["editor"] | None = None
    reason: Filled | None = None


class StatementRecord(Sourced):
    """A sentence or two that a page may say."""

    text: Filled
