"""Nothing dated, settled or assigned reaches a page from thin air."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.model import content
from generator.model.commitments import Commitment
from generator.model.dates import parse
from generator.model.entries import Person
from generator.model.facts import Dossier
from generator.model.proved import Derivation, Fields, Proved, ProvedField
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay

GLOSSARY, TIMELINE = "content/glossary.yml", "content/timeline.yml"
YEAR = 'due_basis: The report prints "by 31 March"; the year is that of the round.'
COMMUNIQUE = 'date_basis: The communiqué prints "28 April"; the year is that of the round.'
CITED = '{source: brasno-communique, exact: "if Brasno is opened as a port of call"}'
KEPT_APART = "text: Velmark asked that water and fish be kept apart."
OWNERS: Mapping[str, type[content.Record]] = {
    "events": content.RoundRecord,
    "members": content.MemberRecord,
    "positions": content.PositionRecord,
    "commitments": content.CommitmentRecord,
    "settlements": content.SettlementRecord,
    "said": content.SayingRecord,
    "roles": content.RoleRecord,
    "figures": content.FigureRecord,
}


def dossier_of(folder: Path, project: Path, *changes: tuple[str, str, str]) -> tuple[Dossier, dict[str, str]]:
    """The dossier of a changed project, and its errors: the first message of each code."""
    copy = copy_of(project, folder / "project")
    for name, old, new in changes:
        overlay(copy, {name: {"old": old, "new": new}})
    corpus, _ = read(copy)
    assert corpus is not None
    dossier, problems = verify(corpus)
    return dossier, {each.code: each.message for each in reversed(problems) if each.is_error}


def warned(folder: Path, change: tuple[str, str, str]) -> set[str]:
    """The codes of the warnings of the second subject with a change."""
    copy = copy_of(SUBJECT, folder / "project")
    name, old, new = change
    overlay(copy, {name: {"old": old, "new": new}})
    corpus, _ = read(copy)
    assert corpus is not None
    return {each.code for each in verify(corpus)[1] if not each.is_error}


CASES = {
    "an outcome a day later": (
        SUBJECT,
        (TIMELINE, f"date: 2023-04-28\n            {COMMUNIQUE}", "date: 2023-04-29"),
        "`date: 2023-04-29`",
    ),
    "a condition that nothing says": (
        SUBJECT,
        (TIMELINE, "condition: Brasno is opened", "condition: Velmark agrees that Brasno is opened"),
        "`condition: Velmark agrees",
    ),
    "by and to swapped": (
        SUBJECT,
        (TIMELINE, "by: orsund\n        to: kasteria", "by: kasteria\n        to: orsund"),
        "`by: kasteria`",
    ),
    "a company's promise given to a state": (
        SUBJECT,
        (TIMELINE, "by: blue-keel-lines\n        to: kasteria", "by: kasteria\n        to: blue-keel-lines"),
        "`by: kasteria`",
    ),
    "due a year later": (SUBJECT, (TIMELINE, "due: 2023-05-31", "due: 2024-05-31"), "`due: 2024-05-31`"),
    "a member made leader": (
        SUBJECT,
        (TIMELINE, "role: director of fisheries\n", "role: director of fisheries\n            lead: true\n"),
        "`lead: true`",
    ),
    "a position of the other side": (
        SUBJECT,
        (TIMELINE, f"velmark\n        {KEPT_APART}", f"kasteria\n        {KEPT_APART}"),
        "`side: kasteria`",
    ),
    "said years before": (
        SUBJECT,
        (GLOSSARY, "date: 2023-05-10", "date: 2019-01-01"),
        "`date: 2019-01-01`",
    ),
    "a figure of another time": (SUBJECT, (GLOSSARY, "as_of: 2022", "as_of: 1999"), "`as_of: 1999`"),
    "a title held for ever": (
        SUBJECT,
        (GLOSSARY, "held: 2019/2022-12", "held: 1990/.."),
        "`held: 1990/..`",
    ),
    "a figure of somebody else": (
        SUBJECT,
        (GLOSSARY, "attributed_to: sound-institute", "attributed_to: greta-amsel"),
        "`attributed_to: greta-amsel`",
    ),
    "an event elsewhere": (SUBJECT, (TIMELINE, "place: sallvik", "place: brasno"), "`place: brasno`"),
    "a delegate whom the words do not name": (
        SUBJECT,
        (TIMELINE, "person: milena-orlan", "person: greta-amsel"),
        "`person: greta-amsel`",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_changed_value_is_found(name: str, tmp_path: Path) -> None:
    """Each edit of a value that leaves all citations as they were."""
    project, change, shown = CASES[name]
    _, errors = dossier_of(tmp_path, project, change)
    assert shown in errors.get("value-unproved", ""), errors


@pytest.mark.parametrize(
    "change",
    [
        (TIMELINE, "due: 2023-06-01", "due: 2029-03~"),
        (TIMELINE, "date: 2023-03-09", "date: 2019-03~/2022-11"),
        (TIMELINE, "date: 2023-03-09", "date: 2019-03/2022-11~"),
    ],
)
def test_a_doubtful_end_of_a_date_needs_a_basis(change: tuple[str, str, str], tmp_path: Path) -> None:
    """Whichever end bears the mark."""
    assert "date-without-basis" in dossier_of(tmp_path, BASE, change)[1]


def test_a_date_that_nothing_proves_proves_no_number(tmp_path: Path) -> None:
    """Else a made-up date would bear out the text beside it."""
    summary = "summary: The mayors met on 9 March 2023."
    _, errors = dossier_of(
        tmp_path,
        BASE,
        (TIMELINE, "date: 2023-03-09", "date: 2019-03~/2022-11"),
        (TIMELINE, summary, "summary: The mayors met in March 2019."),
    )
    assert "2019" in errors["number-not-in-evidence"]


def test_what_is_planned_and_what_is_concluded_know_the_day(tmp_path: Path) -> None:
    """The second subject speaks for 22 May 2023."""
    later = (TIMELINE, "date: 2023-05-16/2023-05-17", "date: 2023-06-16/2023-06-17")
    assert "concluded-in-the-future" in dossier_of(tmp_path / "later", SUBJECT, later)[1]
    before = (TIMELINE, "status: concluded", "status: planned")
    assert "planned-in-the-past" in warned(tmp_path / "before", before)


def commitment(dossier: Dossier, name: str) -> Commitment:
    return next(each for talks in dossier.rounds() for each in talks.commitments if each.id == name)


def test_citations_of_its_own_prove_a_value(tmp_path: Path) -> None:
    """They are the value's, not the statement's."""
    opened = "condition: Brasno is opened as a port of call."
    change = (TIMELINE, opened, f"{opened}\n        condition_cite:\n          - {CITED}")
    condition = commitment(dossier_of(tmp_path, SUBJECT, change)[0], "print-timetable").condition
    assert [item.source for item in condition.own] == ["brasno-communique"]


def test_a_day_without_year_is_read_by_the_day_of_its_source(tmp_path: Path) -> None:
    """Nobody types on what it rests."""
    basis = '        due_basis: The report prints "by 31 March"; the year is that of the round.\n'
    dossier, errors = dossier_of(tmp_path, SUBJECT, (TIMELINE, basis, ""))
    due = commitment(dossier, "publish-gate-readings").end
    assert not errors
    assert due.derived
    assert (due.value, due.derived.how, due.derived.source) == (
        parse("2023-03-31"),
        Derivation.YEAR,
        "sallvik-opens",
    )


@pytest.mark.parametrize(
    ("old", "new", "how", "date"),
    [
        ("        date: 2023-03-09\n", "", Derivation.EVENT, "2023-03-09"),
        ("        date: 2023-03-09\n        event: lake-round\n", "", Derivation.ISSUED, "2023-03-10~"),
    ],
)
def test_a_saying_has_the_date_of_its_event_or_source(
    old: str, new: str, how: Derivation, date: str, tmp_path: Path
) -> None:
    """That of a source is only about the day."""
    dossier, errors = dossier_of(tmp_path, BASE, (GLOSSARY, old, new))
    person = next(each for each in dossier.people() if isinstance(each, Person))
    said = person.said[0].date
    assert not errors
    assert said.derived
    assert (said.value, said.derived.how) == (parse(date), how)


def test_a_proved_value_is_no_answer_to_yes_or_no() -> None:
    """`if member.lead:` would be true of everybody."""
    with pytest.raises(TypeError):
        bool(Proved(False))


@pytest.mark.parametrize("field", tuple(Fields.all()), ids=lambda field: f"{field.owner}.{field.name}")
def test_each_field_of_the_table_is_in_records_and_documents(field: ProvedField) -> None:
    """One row a field: what is written in files, read, and told to authors."""
    known = {each.alias or name for name, each in OWNERS[field.owner].model_fields.items()}
    assert field.name in known
    assert (field.cite in known and field.basis in known) == field.is_beside
    table = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert f"| `{field.owner}` | `{field.name}` |" in table


def test_no_record_has_such_a_field_beside_the_table() -> None:
    """A field that is not in the table would be read and never shown."""
    listed = {(each.owner, each.cite) for each in Fields.all()}
    for owner, record in OWNERS.items():
        for name in record.model_fields:
            assert not name.endswith("_cite") or (owner, name) in listed, name
