"""A page says a thing once, and a person's page what is about the person."""

from __future__ import annotations

from generator.model.blocks import Timeline
from generator.model.kinds import KINDS, Kind
from generator.model.pages import Page
from generator.model.text import EventId
from generator.model.values import parts_of
from tests.support.dossiers import edition, verified
from tests.support.projects import ROOT, SUBJECT


def pages_of(kind: Kind) -> list[Page]:
    return [page for project in (ROOT, SUBJECT) for page in edition(project).pages if page.kind is kind]


def test_a_briefing_says_nothing_of_an_event_that_it_has_said() -> None:
    """Its title stays, with the way to what is told of it."""
    untold = [
        moment
        for page in pages_of(KINDS.topic)
        for timeline in parts_of(page.sections, Timeline)
        for moment in timeline.moments
        if not moment.lines
    ]
    assert untold
    assert all(moment.title.text() for moment in untold)


def test_a_person_s_page_tells_no_event_that_does_not_name_them() -> None:
    """Rounds that they attended are a line each; what others did there is told there."""
    for project in (ROOT, SUBJECT):
        events = verified(project)[0].events
        rounds = {talks.id for talks in verified(project)[0].rounds()}
        for page in edition(project).pages:
            if page.kind is not KINDS.person:
                continue
            for timeline in parts_of(page.sections, Timeline):
                for moment in timeline.moments:
                    assert moment.anchor not in rounds
                    named = {mention.entry for mention in events[EventId(moment.anchor)].summary.mentions}
                    is_told = any(line.statement for line in moment.lines)
                    assert not is_told or page.kind.id_of(page.path) in named, page.path
