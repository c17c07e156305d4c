"""Tables of what readers type, and what should be found: asked of the index as the pages' script does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.projects import ROOT, SUBJECT
from tests.support.searching import Found, asked_of, is_right, queries

TABLES = {"real": ROOT, "scripts": ROOT, "second": SUBJECT}
ROWS = [
    pytest.param(project, name, row, id=f"{name}: {row['query']}")
    for name, project in TABLES.items()
    for row in queries(name)
]


def found(project: Path, table: str, query: str) -> Found:
    return asked_of(project, *(row["query"] for row in queries(table)))[query]


@pytest.mark.parametrize(("project", "table", "row"), ROWS)
def test_a_query_finds_what_its_reader_looks_for(project: Path, table: str, row: dict[str, Any]) -> None:
    """Names, slips of the pen, other names, other scripts, figures, phrases, dates, questions."""
    came = found(project, table, row["query"])
    assert is_right(row, came), (came.answer, came.shown[:4])
