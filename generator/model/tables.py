"""The tables in which an edition is given to machines: their columns, types and keys, declared once.

Names are those of the manifest where it has the same. Dates are EDTF as authors write them, beside the first
and the last day that they may mean.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.runs import Target

Cell = str | int | Decimal | bool | datetime.date | Target | None
"""A value of a table; None where there is none. A target is an address on the site."""

Rows = tuple[tuple[Cell, ...], ...]


class ColumnType(StrEnum):
    """What a column holds; the values are the names of Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; its cells may be empty unless it is `required`. `refers` is the table whose ids it holds."""

    name: str
    type: ColumnType = ColumnType.STRING
    required: bool = False
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table, and the columns that together tell a row from all others."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)

    def references(self) -> Iterator[tuple[str, str]]:
        """Each column that holds ids of a table, with that table."""
        return ((column.name, column.refers) for column in self.columns if column.refers)


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows, each of which has a cell for each column."""

    table: DataTable
    rows: Rows


def _text(name: str) -> Column:
    return Column(name)


def _must(name: str, refers: str | None = None) -> Column:
    return Column(name, required=True, refers=refers)


def _of(name: str, refers: str) -> Column:
    return Column(name, refers=refers)


def _days(name: str) -> tuple[Column, Column, Column]:
    """A date, with the first and the last day that it may mean."""
    first, last = (Column(f"{name}_{end}", ColumnType.DATE) for end in ("from", "to"))
    return Column(name), first, last


_ADDRESS = Column("address", required=True)
_ID = Column("id", required=True)

TABLES: tuple[DataTable, ...] = (
    DataTable(
        "sources",
        (
            *(_ID, _must("title"), _text("short"), _text("type"), _text("authors"), _text("publisher")),
            *(_text("container_title"), *_days("issued"), _text("url"), _must("language"), _must("rights")),
            *(_must("checksum"), _ADDRESS),
        ),
    ),
    DataTable(
        "entries",
        (*(_ID, _must("kind"), _must("label"), _text("definition"), _ADDRESS),),
    ),
    DataTable(
        "statements",
        (
            *(_ID, _must("about"), _must("part"), _must("text"), _of("says", "entries"), _text("certainty")),
            *(
                Column("sources", ColumnType.INTEGER, required=True),
                Column("independent", ColumnType.INTEGER),
            ),
            *(_text("reason"), _text("address")),
        ),
    ),
    DataTable(
        "evidence",
        (
            *(_must("statement", "statements"), Column("number", ColumnType.INTEGER, required=True)),
            *(_must("source", "sources"), _must("exact"), _must("voice"), _text("printed"), _ADDRESS),
        ),
        key=("statement", "number"),
    ),
    DataTable(
        "organisations",
        (
            *(_must("id", "entries"), _must("name"), _of("side", "entries"), *_days("existed")),
            Column("is_side", ColumnType.BOOLEAN, required=True),
        ),
    ),
    DataTable(
        "people",
        (
            *(_must("id", "entries"), _must("name"), _must("sorted_as"), _must("kind")),
            *(_of("organisation", "organisations"), _of("side", "organisations")),
        ),
    ),
    DataTable(
        "roles",
        (
            *(_ID, _must("person", "people"), _must("title"), _of("organisation", "organisations")),
            *(*_days("held"), _must("statement", "statements")),
        ),
    ),
    DataTable(
        "events",
        (
            *(_ID, _must("kind"), _must("title"), *_days("date"), _of("place", "entries")),
            Column("is_ahead", ColumnType.BOOLEAN, required=True),
            *(_must("statement", "statements"), _ADDRESS),
        ),
    ),
    DataTable(
        "event_entries",
        (_must("event", "events"), _must("entry", "entries")),
        key=("event", "entry"),
    ),
    DataTable(
        "rounds",
        (_must("id", "events"), _must("status"), _of("result", "statements")),
    ),
    DataTable(
        "delegates",
        (
            *(_must("round", "rounds"), _must("side", "organisations"), _must("person", "people")),
            *(_text("role"), Column("leads", ColumnType.BOOLEAN, required=True)),
            _must("statement", "statements"),
        ),
        key=("round", "side", "person"),
    ),
    DataTable(
        "figures",
        (
            *(_ID, _must("measurand"), _must("label"), Column("low", ColumnType.NUMBER, required=True)),
            *(Column("high", ColumnType.NUMBER, required=True), _text("unit"), _text("qualifier")),
            *(_must("shown"), *_days("as_of"), _of("attributed_to", "entries")),
            *(_must("statement", "statements"), _ADDRESS),
        ),
    ),
    DataTable(
        "commitments",
        (
            *(_ID, _must("round", "rounds"), _must("kind"), _must("text"), _text("condition")),
            *(*_days("start"), *_days("due"), _must("state"), _of("says", "entries")),
            *(_must("statement", "statements"), _ADDRESS),
        ),
    ),
    DataTable(
        "commitment_parties",
        (_must("commitment", "commitments"), _must("part"), _must("entry", "entries")),
        key=("commitment", "part", "entry"),
    ),
    DataTable("disagreements", (_ID, _must("kind"), _must("title"), _must("told"), _ADDRESS)),
    DataTable(
        "disagreement_statements",
        (_must("disagreement", "disagreements"), _must("statement", "statements")),
        key=("disagreement", "statement"),
    ),
)
"""Every table, each behind those whose ids it holds."""
