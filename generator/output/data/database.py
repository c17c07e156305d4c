"""The tables of an edition as one SQLite file, with keys and indexes, the same bytes each time."""

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal

from generator.model.addresses import SiteAddress
from generator.model.pages import Edition
from generator.model.runs import Target
from generator.model.tables import Cell, Column, ColumnType, DataTable
from generator.output.data.data_package import FORMAT, address_of
from generator.output.markdown.escape import cleaned

PAGE_SIZE = 4096
WRITTEN_BY = slice(96, 100)
"""Where a file tells the version of the library that wrote it, which readers do not ask."""
NO_VERSION = (3_000_000).to_bytes(4, "big")

_TYPES = {
    ColumnType.STRING: "TEXT",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.NUMBER: "NUMERIC",
    ColumnType.BOOLEAN: "INTEGER",
    ColumnType.DATE: "TEXT",
}


def database(edition: Edition, site: SiteAddress) -> bytes:
    """The database: a table for each, an index for each column that refers, and what edition it is."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        made.execute("BEGIN")
        made.execute("CREATE TABLE edition (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        made.executemany("INSERT INTO edition VALUES (?, ?)", _about(edition))
        for filled in edition.tables:
            for command in _made(filled.table):
                made.execute(command)
            places = ", ".join("?" for _ in filled.table.columns)
            rows = (tuple(_stored(cell, site) for cell in row) for row in filled.rows)
            # The name is one of `model/tables.py`; what authors and sources write is bound, never part of it.
            made.executemany(f'INSERT INTO "{filled.table.name}" VALUES ({places})', rows)  # noqa: S608 - ours
        made.execute("COMMIT")
        made.execute("VACUUM")
        content = bytearray(made.serialize())
    content[WRITTEN_BY] = NO_VERSION
    return bytes(content)


def _about(edition: Edition) -> Iterator[tuple[str, str]]:
    yield "format", FORMAT
    yield "site_name", _clean(edition.site_name)
    yield "as_of", str(edition.as_of)
    yield "fingerprint", edition.fingerprint


def _made(table: DataTable) -> Iterator[str]:
    key = ", ".join(table.key)
    columns = ", ".join(_column(column) for column in table.columns)
    yield f'CREATE TABLE "{table.name}" ({columns}, PRIMARY KEY ({key}))'
    for name, _ in table.references():
        if name != table.key[0]:
            yield f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ({name})'


def _column(column: Column) -> str:
    refers = f' REFERENCES "{column.refers}" (id)' if column.refers else ""
    return f"{column.name} {_TYPES[column.type]}{' NOT NULL' if column.required else ''}{refers}"


def _stored(cell: Cell, site: SiteAddress) -> str | int | float | None:
    match cell:
        case None | bool() | int():
            return cell
        case Decimal():
            return int(cell) if cell == cell.to_integral_value() else float(cell)
        case datetime.date():
            return cell.isoformat()
        case Target():
            return address_of(cell, site)
    return _clean(str(cell))


def _clean(text: str) -> str:
    return cleaned(text).encode(errors="replace").decode()
