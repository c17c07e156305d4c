"""The order of events: by date, and what an event follows stands before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import parse
from generator.model.facts import Event
from generator.model.proved import Proved
from generator.model.text import EventId
from generator.verify.chronology import in_order
from tests.support.dossiers import verified
from tests.support.projects import SUBJECT

PLAIN = next(
    event for event in verified(SUBJECT)[0].events.values() if type(event) is Event and event.kind == "other"
)
DATES = ("2023-03", "2023-03~", "2023-03-05", "2023-03-05~", "2023-03-05/2023-03-06", "2023-03-06?", "2024")


def an_event(name: str, date: str | None, *follows: str) -> Event:
    return replace(
        PLAIN,
        id=EventId(name),
        date=Proved(parse(date) if date else None),
        follows=tuple(map(EventId, follows)),
    )


def order(*events: Event) -> list[str]:
    return [event.id for event in in_order(events)]


@st.composite
def some_events(draw: st.DrawFn) -> list[Event]:
    """Events of a few days, in any order, each of which follows from some that were drawn before it."""
    events: list[Event] = []
    for number in range(draw(st.integers(1, 7))):
        name = f"{draw(st.sampled_from('abc'))}-{number}"
        causes = draw(st.lists(st.sampled_from([str(each.id) for each in events] or ["none"]), max_size=3))
        events.append(an_event(name, draw(st.sampled_from((*DATES, None))), *causes))
    return draw(st.permutations(events))


@given(some_events())
def test_what_an_event_follows_stands_before_it_where_the_dates_let_it(events: list[Event]) -> None:
    """And each event stands once, the undated ones last, in one order whatever the order in the files."""
    found = list(in_order(events))
    assert sorted(each.id for each in found) == sorted(each.id for each in events)
    assert order(*events) == order(*reversed(events))
    dated = [each.date.value is not None for each in found]
    assert dated == sorted(dated, reverse=True)
    place = {each.id: at for at, each in enumerate(found)}
    for cause, event in _pairs(events):
        if may_precede(cause, event):
            assert place[cause.id] < place[event.id]


def _pairs(events: Iterable[Event]) -> Iterable[tuple[Event, Event]]:
    by_name = {each.id: each for each in events}
    return [(by_name[name], each) for each in by_name.values() for name in each.follows if name in by_name]


def may_precede(cause: Event, event: Event) -> bool:
    first, second = cause.date.value, event.date.value
    return bool(first and second and first.earliest() <= second.latest())


@given(st.lists(st.sampled_from(DATES), max_size=7))
def test_events_that_follow_from_nothing_stand_by_their_first_day(dates: list[str]) -> None:
    found = in_order(an_event(f"e-{number}", date) for number, date in enumerate(dates))
    days = [each.date.value.earliest() for each in found if each.date.value]
    assert all(first <= second for first, second in pairwise(days))


def test_of_one_day_what_is_sure_stands_before_what_is_about() -> None:
    assert order(an_event("a", "2023-03-05~"), an_event("b", "2023-03-05")) == ["b", "a"]


def test_an_effect_of_a_vague_date_waits_for_its_cause() -> None:
    assert order(an_event("a", "2023-03~", "b"), an_event("b", "2023-03-05")) == ["b", "a"]


def test_a_cause_dated_after_its_effect_stands_by_its_date() -> None:
    assert order(an_event("a", "2023-03-05", "b"), an_event("b", "2023-04")) == ["a", "b"]


def test_events_that_follow_each_other_in_a_circle_all_stand() -> None:
    circle = (an_event("a", "2023-03", "b"), an_event("b", "2023-03", "a"), an_event("c", "2023-03", "a"))
    assert order(*circle) == ["a", "b", "c"]
