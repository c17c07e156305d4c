"""Ten questions that somebody asks of the tables of an edition, and what the dossier answers."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb

from generator.compose.atlas import Atlas
from generator.compose.findings.differences import differences
from generator.compose.inventory import stated
from generator.model.addresses import SiteFiles
from generator.model.commitments import AHEAD
from generator.model.entries import Person
from generator.model.facts import Dossier

Rows = Iterable[tuple[object, ...]]

_TYPES = {"string": "VARCHAR", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


_READ = """SELECT * FROM read_csv('{}', header=true, delim=',', quote='"', escape='"', columns={})"""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in words and in SQL, and the answer of the dossier."""

    asked: str
    sql: str
    answer: Callable[[Dossier], Rows]


def _leads(dossier: Dossier) -> Rows:
    for talks in dossier.rounds():
        for member in (member for group in talks.delegations for member in group.members):
            if member.lead.value:
                yield talks.title, dossier.entries[member.person.value].pref_label


def _open(dossier: Dossier) -> Rows:
    for _, made in dossier.commitments():
        if dossier.state_of(made) in AHEAD:
            end = made.end.value
            last = end.end.latest().isoformat() if end and end.end else None
            yield from (
                (dossier.entries[name].pref_label, made.statement.text, last) for name in made.by.value
            )


def _above_half(dossier: Dossier) -> Rows:
    for measurand in dossier.measurands.values():
        if measurand.unit in ("%", "percent"):
            figures = (each for each in measurand.figures if Decimal(each.low) > 50)
            yield from ((measurand.pref_label, float(each.low)) for each in figures)


def _on_one_source(dossier: Dossier) -> Rows:
    proved = (each.statement for each in stated(dossier) if each.statement.evidence)
    yield (sum(dossier.support(statement).independent == 1 for statement in proved),)


def _by_day(dossier: Dossier) -> Rows:
    for source in dossier.sources.values():
        issued = source.bibliography.issued
        yield source.id, issued.start.earliest().isoformat() if issued and issued.start else None


def _who_met(dossier: Dossier) -> Rows:
    for talks in dossier.rounds():
        there = [(group.side, member.person.value) for group in talks.delegations for member in group.members]
        pairs = {(one, two) for side, one in there for other, two in there if side != other and one < two}
        yield from ((talks.id, *pair) for pair in pairs)


def _disputed(dossier: Dossier) -> Rows:
    counted = Counter(each.kind.value for each in differences(Atlas(dossier)))
    yield from counted.items()


def _of_a_year(dossier: Dossier) -> Rows:
    for event in dossier.events.values():
        date = event.date.value
        if date and date.start and date.start.earliest().isoformat() >= "2023-05-01":
            yield (event.id,)


def _titles(dossier: Dossier) -> Rows:
    for person in dossier.people():
        for role in person.roles:
            employer = dossier.entries[role.organisation].pref_label if role.organisation else None
            yield person.pref_label, role.title.text, employer


def _named(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    """How many happenings name each person."""
    counted = Counter(name for event in dossier.events.values() for name in {*event.people, *event.terms})
    for name, count in counted.items():
        if isinstance(dossier.entries[name], Person):
            yield dossier.entries[name].pref_label, count


QUESTIONS = (
    Question(
        "who led which round",
        "SELECT e.title, p.name FROM delegates d JOIN events e ON e.id = d.round "
        "JOIN people p ON p.id = d.person WHERE d.leads",
        _leads,
    ),
    Question(
        "what is open, of which side, until when",
        "SELECT e.label, s.text, c.due_to FROM commitments c JOIN statements s ON s.id = c.statement "
        "JOIN commitment_parties p ON p.commitment = c.id AND p.part = 'by' JOIN entries e ON e.id = p.entry "
        "WHERE c.state IN ('open', 'soon')",
        _open,
    ),
    Question(
        "which figures are above 50 percent",
        "SELECT label, low FROM figures WHERE unit IN ('%', 'percent') AND low > 50",
        _above_half,
    ),
    Question(
        "how many statements rest on one source",
        "SELECT count(*) FROM statements WHERE independent = 1",
        _on_one_source,
    ),
    Question("of which day each source is", "SELECT id, issued_from FROM sources", _by_day),
    Question(
        "who met whom",
        "SELECT DISTINCT a.round, a.person, b.person AS other FROM delegates a JOIN delegates b "
        "ON a.round = b.round AND a.side <> b.side AND a.person < b.person",
        _who_met,
    ),
    Question(
        "on what sources differ, how often",
        "SELECT kind, count(*) FROM disagreements GROUP BY kind",
        _disputed,
    ),
    Question(
        "what happened from a day on",
        "SELECT id FROM events WHERE date_from >= '2023-05-01'",
        _of_a_year,
    ),
    Question(
        "who has which title, and where",
        "SELECT p.name, r.title, e.label FROM roles r JOIN people p ON p.id = r.person "
        "LEFT JOIN entries e ON e.id = r.organisation",
        _titles,
    ),
    Question(
        "who is named in how many happenings",
        "SELECT p.name, count(*) FROM event_entries x JOIN people p ON p.id = x.entry GROUP BY p.id, p.name",
        _named,
    ),
)


def by_duckdb(site: Path, sql: str) -> list[tuple[object, ...]]:
    """What DuckDB answers, which loads each CSV file with the types of its schema."""
    package = json.loads((site / SiteFiles.DATA_PACKAGE).read_bytes())
    with duckdb.connect() as base:
        for each in package["resources"]:
            path = site / Path(SiteFiles.DATA_PACKAGE).parent / each["path"]
            columns = {field["name"]: _TYPES[field["type"]] for field in each["schema"]["fields"]}
            base.execute(f"CREATE TABLE {path.stem} AS {_READ.format(path, columns)}")
        return _plain(base.execute(sql).fetchall())


def by_sqlite(site: Path, sql: str) -> list[tuple[object, ...]]:
    """What the database answers."""
    with closing(sqlite3.connect(f"file:{site / SiteFiles.DATABASE}?mode=ro", uri=True)) as base:
        return _plain(base.execute(sql).fetchall())


def _plain(rows: Rows) -> list[tuple[object, ...]]:
    """Rows with days as text, in an order of their own."""
    plain = [tuple(cell.isoformat() if hasattr(cell, "isoformat") else cell for cell in row) for row in rows]
    return sorted(plain, key=str)
