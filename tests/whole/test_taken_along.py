"""What readers take along from built sites is read by the programs for which it is made."""

from __future__ import annotations

import pytest

from generator.project import Project
from tests.support.calendars import UUID, assert_is_calendar, by_ical_js, by_icalendar


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
