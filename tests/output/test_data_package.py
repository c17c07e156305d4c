"""The tables of an edition: a Data Package and a database that hold the same, and nothing that is live."""

from __future__ import annotations

import csv
import datetime
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.addresses import SiteAddress, SiteFiles
from generator.model.pages import Edition
from generator.model.publishers import Publisher
from generator.model.runs import Target
from generator.model.tables import TABLES, Cell, Column, ColumnType, DataTable, Filled
from generator.output.data.data_package import data_package, table_file
from generator.output.data.database import database
from generator.output.markdown.escape import cleaned
from generator.output.markdown.spreadsheet import safe_cell
from generator.output.views import render
from tests.output.editions import an_edition
from tests.support.dossiers import edition
from tests.support.projects import ROOT, SUBJECT

HERE = SiteAddress("https://talks.lake.se/briefing/")
PROJECTS = (ROOT, SUBJECT)
HOSTILE = '=HYPERLINK("https://x.example";"a")\r\n\t@x,"b" \u202e54\u202c \u0007 \ud800'

NAMES = Column("id", required=True), Column("text"), Column("number", ColumnType.NUMBER), Column("address")
ONE = DataTable("sources", NAMES)


def with_rows(*rows: tuple[Cell, ...]) -> Edition:
    """An edition with one table."""
    return replace(an_edition(), tables=(Filled(ONE, rows),))


def stored(content: bytes) -> sqlite3.Connection:
    """The database that a file holds."""
    made = sqlite3.connect(":memory:")
    made.deserialize(content)
    return made


def cells_of(made: Edition) -> list[list[str]]:
    """The first table as a spreadsheet reads it."""
    text = table_file(made.tables[0], HERE).decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


def referring() -> Iterator[tuple[str, str, str]]:
    for table in TABLES:
        yield from ((table.name, *pair) for pair in table.references())


def test_a_table_refers_only_to_tables_before_it_or_itself() -> None:
    """By a column with ids: so that a database can be filled in this order."""
    order = [table.name for table in TABLES]
    assert all(order.index(there) <= order.index(name) for name, _, there in referring())
    assert all(
        table.columns[0].name == "id" for table in TABLES for name, _, at in referring() if at == table.name
    )
    assert all({*table.key} <= {column.name for column in table.columns} for table in TABLES)


@pytest.mark.parametrize("project", PROJECTS)
def test_every_row_has_a_cell_for_each_column_and_keys_hold(project: Path) -> None:
    """No key occurs twice, what is required is there, and what a column refers to exists."""
    made = {filled.table.name: filled for filled in edition(project).tables}
    assert [*made] == [table.name for table in TABLES]
    ids = {name: {row[0] for row in filled.rows} for name, filled in made.items()}
    for filled in made.values():
        names = [column.name for column in filled.table.columns]
        keys = [tuple(row[names.index(name)] for name in filled.table.key) for row in filled.rows]
        assert len({*keys}) == len(keys), filled.table.name
        for row in filled.rows:
            for column, cell in zip(filled.table.columns, row, strict=True):
                assert cell not in (None, "") or not column.required, (filled.table.name, column.name)
                assert cell is None or not column.refers or cell in ids[column.refers], (column.name, cell)


def test_the_documentation_names_every_table_with_its_columns() -> None:
    """Of a date the first column alone: how the two beside it are called is told once."""
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    told = {
        line.split("`")[1]: re.findall(r"`(\w+)`", line)[1:]
        for line in text.splitlines()
        if line[:3] == "| `"
    }
    for table in TABLES:
        names = [column.name for column in table.columns]
        dates = {name for name in names if f"{name}_from" in names}
        beside = {f"{name}_{end}" for name in dates for end in ("from", "to")}
        found = [name for name in told[table.name] if name not in ("by", "to")]
        assert found == [name for name in names if name not in beside], table.name


def test_the_package_says_where_its_tables_are_and_what_they_hold(tmp_path: Path) -> None:
    """Frictionless reads every table by its schema, with types, keys and foreign keys."""
    files = render(edition(SUBJECT), HERE)
    for path, content in files.items():
        if path.is_relative_to("data/tables") or str(path) == SiteFiles.DATA_PACKAGE:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    report = frictionless.validate(str(tmp_path / SiteFiles.DATA_PACKAGE))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert report.stats["tasks"] == len(TABLES)


def test_the_package_names_its_publisher_terms_and_sources() -> None:
    """Terms that are an address are a licence; words are told as they are."""
    made = replace(edition(SUBJECT), publisher=Publisher("The Lake", terms="https://lake.example/terms"))
    told = json.loads(data_package(made, HERE))
    assert told["licenses"] == [{"path": "https://lake.example/terms"}]
    assert told["contributors"] == [{"title": "The Lake", "roles": ["publisher"]}]
    assert [each["title"] for each in told["sources"]] == [item.title for item in made.bibliography]
    in_words = replace(made, publisher=Publisher("The Lake", terms="Ask us."))
    assert json.loads(data_package(in_words, HERE))["terms"] == "Ask us."


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@example([HOSTILE, "-5", "+1", "\u202e54\u202c", "a\nb", '"', "'=1"])
def test_hostile_text_is_whole_and_never_live(texts: list[str]) -> None:
    """A spreadsheet finds no formula and as many rows and cells as there are; a database has the words."""
    rows = tuple((f"row-{number}", text, Decimal(-5), Target("index")) for number, text in enumerate(texts))
    made = with_rows(*rows)
    said = [cleaned(text).encode(errors="replace").decode() for text in texts]
    cells = cells_of(made)
    assert cells[0] == [column.name for column in NAMES]
    assert [row[1] for row in cells[1:]] == [safe_cell(text) for text in said]
    assert not any(row[1][:1] in {*"=+@\t\r"} for row in cells)
    with closing(stored(database(made, HERE))) as base:
        assert [text for (text,) in base.execute("SELECT text FROM sources ORDER BY rowid")] == said


@pytest.mark.parametrize(
    ("value", "written"), [("-5", "-5"), ("0.50", "0.50"), ("17", "17"), ("1E+3", "1000")]
)
def test_a_number_stays_a_number(value: str, written: str) -> None:
    """Also one below zero, which begins as a formula does."""
    made = with_rows(("a", None, Decimal(value), None))
    assert cells_of(made)[1] == ["a", "", written, ""]
    with closing(stored(database(made, HERE))) as base:
        assert base.execute("SELECT number FROM sources").fetchone() == (float(value),)


def test_days_and_truths_are_written_as_schemas_have_them() -> None:
    """ISO 8601, `true` and `false`."""
    columns = (Column("day", ColumnType.DATE), Column("holds", ColumnType.BOOLEAN))
    row = (datetime.date(2023, 2, 14), True)
    made = replace(an_edition(), tables=(Filled(DataTable("days", columns, ("day",)), (row,)),))
    assert cells_of(made)[1] == ["2023-02-14", "true"]


@pytest.mark.parametrize("project", PROJECTS)
def test_the_database_is_the_same_each_time_and_whole(project: Path) -> None:
    """The same bytes; every key refers to something; what refers has an index."""
    content = database(edition(project), HERE)
    assert content == database(edition(project), HERE)
    assert content[16:18] == (4096).to_bytes(2, "big")
    with closing(stored(content)) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        for filled in edition(project).tables:
            count = base.execute(f'SELECT count(*) FROM "{filled.table.name}"').fetchone()  # noqa: S608 - ours
            assert count == (len(filled.rows),)
    firsts = {(table.name, table.key[0]) for table in TABLES}
    assert {f"{name}_{at}" for name, at, _ in referring() if (name, at) not in firsts} <= found


def test_an_edition_without_tables_has_no_package() -> None:
    """Such as one that a test makes by hand."""
    files = render(an_edition())
    assert not [path for path in files if path.stem == "datapackage" or path.suffix == ".sqlite"]
