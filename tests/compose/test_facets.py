"""By what readers may choose items."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose.parts import belongs_to, year_facets
from generator.model.blocks import FacetName, Timeline
from generator.model.dates import parse
from generator.model.kinds import KINDS
from tests.compose.test_pages import inside
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT

PROJECTS = (BASE, SUBJECT, ROOT)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_every_event_of_the_timeline_tells_its_kind_sides_and_year(project: Path) -> None:
    """A reader who chooses a side sees all of its events, and those alone."""
    dossier, _ = verified(project)
    page = next(page for page in edition(project).pages if page.kind is KINDS.timeline)
    moments = [m for value in inside(page.sections) if isinstance(value, Timeline) for m in value.moments]
    assert len(moments) == len(dossier.events)
    for moment in moments:
        event = next(each for each in dossier.events.values() if each.id == moment.anchor)
        told = {name: {f.value for f in moment.facets if f.name is name} for name in FacetName}
        sides = {side.id for side in dossier.sides()}
        assert told[FacetName.KIND] == {event.kind}
        assert told[FacetName.SIDE] == {side for side in event.sides if side in sides}
        assert set(event.people) <= told[FacetName.PERSON]


def test_what_happens_at_a_talk_round_belongs_to_it() -> None:
    """Its days, and what follows from it; not what led to it."""
    dossier, _ = verified(ROOT)
    events = {str(name): event for name, event in dossier.events.items()}
    london = next(talks for talks in dossier.rounds() if talks.id == "london")
    assert belongs_to(events["london-day-one"], london)
    assert belongs_to(events["preliminary-agreement-reached"], london)
    assert not belongs_to(events["truce-strained"], london)


@pytest.mark.parametrize(
    ("date", "years"),
    [("2025-06", ["2025"]), ("2025-12/2026-01", ["2025", "2026"]), ("2025/..", [])],
)
def test_a_date_lies_in_its_years(date: str, years: list[str]) -> None:
    """An open date lies in no year that could be chosen."""
    assert [facet.value for facet in year_facets(parse(date))] == years
