"""What readers take along from built sites is read by the programs for which it is made."""

from __future__ import annotations

import json

import frictionless
import pytest
from jsonschema import Draft202012Validator

from generator.model.addresses import SiteFiles
from generator.model.tables import TABLES
from generator.project import Project
from tests.support.calendars import UUID, assert_is_calendar, by_ical_js, by_icalendar
from tests.support.dossiers import verified
from tests.support.projects import ROOT, SUBJECT
from tests.support.questions import QUESTIONS, Question, by_duckdb, by_sqlite


@pytest.fixture(params=["real", "second"])
def project(request: pytest.FixtureRequest) -> Project:
    """A project of each subject, and its site."""
    found: Project = request.getfixturevalue(request.param)
    return found


def test_two_programs_read_the_same_of_every_calendar(project: Project) -> None:
    """All that RFC 5545 requires is there, and each entry is the same in all calendars that have it."""
    paths = sorted(project.site.rglob("*.ics"))
    assert {"calendar.ics", "commitments.ics"} <= {path.name for path in paths}
    entries: dict[str, object] = {}
    for path, told in zip(paths, by_ical_js(paths), strict=True):
        assert_is_calendar(path.read_bytes())
        assert by_icalendar(path) == told
        for event in told["events"]:
            assert UUID.fullmatch(event["uid"])
            assert event["isDate"]
            assert entries.setdefault(event["uid"], event) == event


def test_an_entry_leads_to_where_the_site_tells_of_it(project: Project) -> None:
    """Its address is that of a page that was built, and an anchor on it."""
    told = by_icalendar(project.site / "calendar.ics")
    site = told["source"].removesuffix("calendar.ics")
    for event in told["events"]:
        assert event["url"].startswith(site)
        folder, _, anchor = event["url"].removeprefix(site).partition("#")
        page = (project.site / folder / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page


def test_frictionless_finds_the_data_package_valid(project: Project) -> None:
    """Every table, by its schema: types, keys, foreign keys, checksums."""
    report = frictionless.validate(str(project.site / SiteFiles.DATA_PACKAGE))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert report.stats["tasks"] == len(TABLES)


def test_the_manifest_is_what_the_schema_beside_it_says(project: Project) -> None:
    """By the name that it gives."""
    path = project.site / SiteFiles.MANIFEST
    told = json.loads(path.read_bytes())
    schema = json.loads((path.parent / told["schema"]).read_bytes())
    Draft202012Validator(schema).validate(told)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.asked)
def test_a_question_has_the_same_answer_in_duckdb_in_sqlite_and_in_the_dossier(
    project: Project, question: Question
) -> None:
    """DuckDB loads the CSV files of the site by their schemas, SQLite opens the database."""
    dossier, _ = verified(ROOT if project.root.name == "real" else SUBJECT)
    from_files, from_database = by_duckdb(project.site, question.sql), by_sqlite(project.site, question.sql)
    assert from_files == from_database
    assert from_files == sorted(question.answer(dossier), key=str)
